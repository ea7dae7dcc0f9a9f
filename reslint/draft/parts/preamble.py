"""Read the preamble in the walk over a draft: what opens, continues and ends it."""

from __future__ import annotations

from reslint.draft.model import MASTHEAD, OPERATIVE, PREAMBLE
from reslint.draft.organ.subjects import decides_in_capitals, named_before_hereby
from reslint.draft.paragraphs import continue_paragraph
from reslint.draft.parts.item_labels import opens_operative_in_small_letters
from reslint.draft.parts.numbered_preamble import (
    follows_bare_preamble,
    is_numbered_item_of_preamble,
    is_numbered_preambular,
)
from reslint.draft.parts.operative import (
    continues_heading,
    in_operative,
    is_operative_heading,
    open_item,
    open_operative,
)
from reslint.draft.parts.part_heads import opens_under_head
from reslint.draft.roles import block_roles, final_marks
from reslint.draft.roles.block_roles import is_numbered
from reslint.draft.roles.label_series import is_infinitive, opens_infinitive
from reslint.language.organ_names import OTHER
from reslint.text.folding import COMMAS, INVISIBLE, OPENING_QUOTES, SEMICOLONS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.blocks.label import Label
    from reslint.blocks.model import Block
    from reslint.draft.model import Paragraph, Part
    from reslint.draft.parts.walk_state import WalkState
    from reslint.language.phrases import PhraseMatch

_QUOTES = tuple(OPENING_QUOTES)
_BRACKETS = ("(", "[", "（", "［")
_IN_BRACKETS = "([（［" + INVISIBLE
_SEVERAL = 2  # paragraphs behind another one
_LONGEST_REMARK = 300  # characters of a remark in brackets below the organ line


def in_preamble(state: WalkState, block: Block) -> None:
    """Read a block of text in the preamble."""
    label = block.label
    shown = block
    if label is not None and not block_roles.body(block).strip(INVISIBLE):
        shown = state.next_text() or block  # its label stands alone above it
    opening = state.roles.opening(block_roles.body(shown))
    if continues_heading(state, block, opening):
        state.section = state.heading(block)
        return
    if opens_under_head(state, block, opening):
        open_preambular(state, block)
        return
    if is_numbered(block):
        if is_numbered_item_of_preamble(state, block):
            open_item(state, block, PREAMBLE)
        elif is_numbered_preambular(state, block, shown, opening):
            open_preambular(state, block)
        else:
            state.start_part(OPERATIVE)
            in_operative(state, block)
        return
    if label is not None:
        part = _part_of_labelled(state, block, opening)
        if part == OPERATIVE:
            state.start_part(OPERATIVE)
            open_operative(state, block)
            return
        if part == PREAMBLE:
            open_preambular(state, block)
            return
        if state.top is not None:
            open_item(state, block, PREAMBLE)
            return
    last = state.last
    if last is not None and last.part == PREAMBLE and not last.text.strip(INVISIBLE):
        continue_paragraph(last, block)  # its label stands alone above it
    elif _opens_operative(state, block, opening):
        state.start_part(OPERATIVE)
        in_operative(state, block)
    elif _continues_preamble(state, block, opening):
        assert state.last is not None
        continue_paragraph(state.last, block)
    elif (opening is None or (_has_labels(state) and "preambular" not in opening.parts)) and (
        state.roles.is_heading(block) or is_operative_heading(state, block)
    ):
        state.section = state.heading(block)
    elif opening is None and state.top is None and _is_more_title(state, block):
        state.last = state.add(MASTHEAD, block, with_label=False)
    else:
        open_preambular(state, block)


def _is_more_title(state: WalkState, block: Block) -> bool:
    """Tell whether a line between organ line and preamble is neither (`[…]`, a subtitle).

    `[Recalling …,]` is a paragraph that is not agreed.
    """
    text = final_marks.text_before_markers(block).strip(INVISIBLE)
    if text.startswith(_BRACKETS) and len(text) <= _LONGEST_REMARK:
        opening = state.roles.opening(text.lstrip(_IN_BRACKETS))
        return opening is None or "preambular" not in opening.parts or not _has_pause(text)
    return not final_marks.is_ended(text) and len(block.plain.text) < 120


def _has_pause(text: str) -> bool:
    """Tell whether a paragraph in brackets ends with a pause, before a tag or not: `…,] [US]`."""
    return any(f"{mark}{end}" in text for mark in COMMAS + SEMICOLONS for end in "])］）") or (
        final_marks.last_mark(text) in COMMAS
    )


def _opens_operative(state: WalkState, block: Block, opening: PhraseMatch | None) -> bool:
    """Tell whether a block without number is the first operative paragraph."""
    if opening is None and (_opens_with_that(state, block) or _opens_with_hereby(state, block)):
        return True
    if opening is None or "operative" not in opening.parts:
        return False
    if state.subject and block.plain.text.startswith(state.subject):
        return True
    if state.roles.adopts_text(block.plain.text):
        return True
    if _has_labels(state) and not final_marks.is_stopped(block.plain.text):
        return False
    stopped = final_marks.is_stopped(final_marks.text_before_markers(block))
    if state.roles.resolves(opening):
        return True
    if "preambular" in opening.parts:
        if not stopped and state.roles.usual_part(opening) == OPERATIVE and state.top is not None:
            return not state.numbers_follow() and _only_operative_follow(state)
        return (
            stopped
            and not state.numbers_follow()
            and _no_preambular_follows(state, block, state.roles.usual_part(opening))
        )
    if state.numbers_follow():
        return stopped
    following = state.next_text()
    if state.top is not None and following is not None:
        if state.roles.is_closing(following) or state.roles.is_annex(following):
            return True  # the only one, right before the closing line: whatever mark ends it
    if stopped or not final_marks.is_ended(final_marks.text_before_markers(block)):
        return True
    # Without numbers an operative part may have commas, too: another such paragraph must follow,
    # or it is the only one, at the end of a text that has no closing line.
    if following is None:
        return state.top is not None and block_roles.is_emphasized_at(block, 0)
    if state.top is None:
        return following.label is None and _has_no_preamble(state, block)
    if following.label is not None:
        return _goes_on_in_items(state, following.label)
    emphasized = block_roles.is_emphasized_at
    if emphasized(following, 0) and not emphasized(block, 0):
        return False  # the wrong form of a preambular verb: the operative part shows emphasis
    after = state.roles.opening(following.plain.text)
    if after is None:
        # « Demande au ministre, / De créer une commission. » below reasons that end with semicolons
        return (
            final_marks.last_mark(state.top.text) in SEMICOLONS
            and final_marks.is_stopped(final_marks.text_before_markers(following))
            and not state.ahead[state.position].operative
        )
    return "preambular" not in after.parts


def _goes_on_in_items(state: WalkState, label: Label) -> bool:
    """Tell whether a list of what is to be done follows a verb: "Decides, / (a) To call …;"."""
    first = label.kind == "bullet" or label.value == 1
    return first and is_infinitive(state.texts[state.position + 1], label, state.roles)


def _opens_with_that(state: WalkState, block: Block) -> bool:
    """Tell whether a block is the first operative paragraph of a motion: « QUE le bureau … ».

    No verb opens these paragraphs and no operative one follows. Reasons that go on with the same
    word stand before an operative part.
    """
    top, last = state.top, state.last
    text = block.plain.text.lstrip(INVISIBLE)
    pattern = state.roles.language.pattern("that_alone") if text[:1].isupper() else None
    if pattern is None or top is None or last is not top or pattern.match(text) is None:
        return False
    ahead = state.ahead[state.position]
    return (
        final_marks.is_ended(last.text)
        and not final_marks.ends_with_colon(last.text)
        and final_marks.is_stopped(text)
        and state.roles.opening(last.text) is not None
        and not ahead.operative
        and not ahead.number
    )


def _opens_with_hereby(state: WalkState, block: Block) -> bool:
    """Tell whether a block is an operative paragraph by its first words: "Hereby frees …."."

    The body may stand before them, as the subject of the sentence: "The Council hereby frees ….".
    """
    text = block.plain.text.lstrip(INVISIBLE)
    top = state.top
    if top is None or not final_marks.is_stopped(text) or final_marks.ends_with_colon(text):
        return False
    pattern = state.roles.language.pattern("hereby_alone")
    if pattern is not None and not text[:1].islower() and pattern.match(text) is not None:
        return True
    organ = named_before_hereby(text, state.roles) or decides_in_capitals(text, state.roles)
    if organ is None or state.roles.opening(top.text) is None:
        return False
    if not final_marks.is_ended(top.text) and not text[:2].isupper():
        return False
    resolution = state.resolutions[-1]
    if resolution.organ_line is None and not resolution.organ:
        resolution.organ = organ
        state.looked_far = True  # the organ of paragraphs before it depends on it
    return True


def _has_no_preamble(state: WalkState, block: Block) -> bool:
    """Tell whether all paragraphs open with verbs of the operative part, with commas between them.

    It is so with other bodies, and if there are several: one alone may be a wrong form.
    """
    several = state.position + _SEVERAL < len(state.texts)
    other = state.resolutions[-1].line_organ == OTHER and not block.emphases
    return several and other and _only_operative_follow(state)


def _only_operative_follow(state: WalkState) -> bool:
    """Tell whether all paragraphs that follow open with verbs that are operative as a rule.

    So does this one, whatever mark ends it. The last one ends with a full stop or no mark; this
    one may be the only one, right before the closing line.
    """
    state.looked_far = True
    last = None
    closes = False
    for block in state.texts[state.position + 1 :]:
        if state.roles.is_closing(block) or state.roles.is_annex(block):
            closes = True
            break
        opening = state.roles.opening(block_roles.body(block))
        if opening is None or state.roles.usual_part(opening) != OPERATIVE:
            return False
        last = block
    if last is None:
        return closes
    mark = final_marks.last_mark(final_marks.text_before_markers(last))
    return mark not in COMMAS


def _no_preambular_follows(state: WalkState, block: Block, usual: str) -> bool:
    """Tell whether what follows a block with a mark of the operative part may be operative, too.

    It decides in languages where both parts open with the same phrases: a preambular paragraph
    with a wrong mark is followed by others, which end with commas. A paragraph that is preambular
    as a rule (`usual`), or may be and is the first, must be the last before the closing or an
    annex.
    """
    following = state.next_text()
    if following is None or final_marks.ends_with_colon(block.plain.text):
        return True
    if state.roles.is_closing(following) or state.roles.is_annex(following):
        return True
    if usual == "preambular" or (usual == "" and state.top is None):
        return False
    return final_marks.last_mark(final_marks.text_before_markers(following)) not in COMMAS


def _continues_preamble(state: WalkState, block: Block, opening: PhraseMatch | None) -> bool:
    """Tell whether a block continues the last preambular paragraph."""
    last = state.last
    if last is None or last.part != PREAMBLE or block_roles.is_marked_heading(block):
        return False
    if _has_labels(state) and (opening is None or "preambular" not in opening.parts):
        return not _is_line_before_label(state, block, last)
    if opening is not None:
        # "…, including by other / States, …": the verb "States" would have a number.
        return (
            "preambular" not in opening.parts
            and not block.emphases
            and not final_marks.is_ended(last.text)
            and state.numbers_follow()
        )
    text = block.plain.text.lstrip(INVISIBLE)
    if text.startswith(_QUOTES) and _quotes(last.text):
        return True
    if block.emphases and block.emphases[0].start <= len(block.plain.text) - len(text):
        # Emphasis opens a paragraph, unless it is in lower case within an unfinished one.
        return (
            text[:1].islower()
            and not final_marks.is_ended(last.text)
            and bool(state.roles.language.forms.get("capitals"))
        )
    if not final_marks.is_ended(last.text) or text[:1].isdigit() or state.spread:
        return True
    return text[:1].islower() and bool(state.roles.language.forms.get("capitals"))


def _is_line_before_label(state: WalkState, block: Block, last: Paragraph) -> bool:
    """Tell whether a line between labelled paragraphs is a heading: `**Operative part – Tuesday**`.

    The next block has a label (OP 1). Without bold letters or capitals, only a line before the
    first operative paragraph counts, below one that is ended. « Parte » opens a phrase, too.
    """
    following = state.next_text()
    if following is None or following.label is None or not following.label.part:
        return False
    if block.plain.text.lstrip(INVISIBLE).startswith(_BRACKETS):
        return False  # a remark: **[new – Zambia]**
    if state.roles.is_heading(block):
        return True
    return final_marks.is_ended(last.text) and is_operative_heading(state, block)


def _quotes(text: str) -> bool:
    """Tell whether a quotation follows a text, or goes on after it."""
    return final_marks.ends_with_colon(text) or text.count('"') % 2 == 1


def _has_labels(state: WalkState) -> bool:
    """Tell whether the preambular paragraphs have their labels: PP1, PP2."""
    label = state.top.label if state.top is not None else None
    return label is not None and label.part == "preambular"


def open_preambular(state: WalkState, block: Block) -> Paragraph:
    """Add a preambular paragraph of level 0 and return it."""
    paragraph = state.add(PREAMBLE, block)
    state.resolutions[-1].preamble.append(paragraph)
    state.levels.clear()
    state.top = state.last = paragraph
    return paragraph


def _decides_in_items(state: WalkState, block: Block) -> bool:
    """Tell whether bullets below a preamble's colon are the operative part: « - demande …; ».

    All of them open with operative phrases, in small letters, as the sentence goes on: « Après en
    avoir délibéré : ». No other operative part follows.
    """
    ahead = state.ahead[state.position]
    assert block.label is not None
    if block.label.kind != "bullet" or ahead.operative or ahead.number:
        return False
    state.looked_far = True
    if not opens_operative_in_small_letters(state.roles, block):
        return False
    others = 0
    for other in state.texts[state.position + 1 :]:
        if other.label is None or other.label.kind != "bullet":
            break
        if not opens_operative_in_small_letters(state.roles, other):
            return False
        others += 1
    return others > 0


def _part_of_labelled(state: WalkState, block: Block, opening: PhraseMatch | None) -> Part | None:
    """Return the part of a paragraph with a bullet, a letter or `(1)`; None for a sub-paragraph.

    It is a paragraph of its own if no colon announced it and it opens with a leading phrase. A
    phrase of both parts counts by the mark at the end.
    """
    label, last = block.label, state.last
    assert label is not None
    if last is not None and last.part == PREAMBLE and final_marks.ends_with_colon(last.text):
        return OPERATIVE if _decides_in_items(state, block) else None
    top = state.top.label if state.top is not None else None
    continues = top is not None and top.kind == label.kind and top.style == label.style
    if opening is None:
        if opens_infinitive(block, label, state.roles):
            return OPERATIVE
        emphasized = block_roles.is_emphasized_at(block, label.body)
        return PREAMBLE if continues and (emphasized or label.kind == "bullet") else None
    usual = state.roles.usual_part(opening)
    stopped = final_marks.is_stopped(final_marks.text_before_markers(block))
    if "preambular" not in opening.parts:
        first = label.value <= 1 and (
            not final_marks.is_ended(block.plain.text)
            or (label.kind == "number" and block_roles.is_emphasized_at(block, label.body))
        )
        return OPERATIVE if stopped or first else None
    if "operative" in opening.parts and stopped and usual != "preambular":
        if usual == "operative" or not state.numbers_follow():
            return OPERATIVE
    if (
        usual == OPERATIVE
        and label.kind == "number"
        and label.value == 1
        and follows_bare_preamble(state, block)
    ):
        return OPERATIVE
    if label.kind == "bullet" or label.value == 1 or continues:
        return PREAMBLE
    return None
