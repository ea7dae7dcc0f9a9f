"""Read the preamble in the walk over a draft: what opens, continues and ends it."""

from __future__ import annotations

from reslint.draft.model import MASTHEAD, OPERATIVE, PREAMBLE
from reslint.draft.paragraphs import continue_paragraph
from reslint.draft.parts.item_labels import opens_operative_in_small_letters
from reslint.draft.parts.numbered_preamble import (
    begins_below_preamble,
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
from reslint.draft.parts.operative_starts import has_labels, opens_operative
from reslint.draft.parts.part_heads import opens_under_head
from reslint.draft.parts.speaking import speaks
from reslint.draft.roles import block_roles, final_marks
from reslint.draft.roles.block_roles import is_numbered
from reslint.draft.roles.label_series import opens_infinitive
from reslint.text.folding import COMMAS, INVISIBLE, OPENING_QUOTES, SEMICOLONS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.blocks.model import Block
    from reslint.draft.model import Paragraph, Part
    from reslint.draft.parts.walk_state import WalkState
    from reslint.language.phrases import PhraseMatch

_QUOTES = tuple(OPENING_QUOTES)
_BRACKETS = ("(", "[", "（", "［")
_IN_BRACKETS = "([（［" + INVISIBLE
_CAPITALS = "X."  # the style of capital letters
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
    if speaks(state, block):
        state.start_part(OPERATIVE)
        open_operative(state, block)
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
    elif opens_operative(state, block, opening):
        state.start_part(OPERATIVE)
        in_operative(state, block)
    elif _continues_preamble(state, block, opening):
        assert state.last is not None
        continue_paragraph(state.last, block)
    elif (opening is None or (has_labels(state) and "preambular" not in opening.parts)) and (
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


def _continues_preamble(state: WalkState, block: Block, opening: PhraseMatch | None) -> bool:
    """Tell whether a block continues the last preambular paragraph."""
    last = state.last
    if last is None or last.part != PREAMBLE or block_roles.is_marked_heading(block):
        return False
    if has_labels(state) and (opening is None or "preambular" not in opening.parts):
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


def open_preambular(state: WalkState, block: Block) -> Paragraph:
    """Add a preambular paragraph of level 0 and return it."""
    paragraph = state.add(PREAMBLE, block)
    state.resolutions[-1].preamble.append(paragraph)
    state.levels.clear()
    state.top = state.last = paragraph
    return paragraph


def _decides_in_items(state: WalkState, block: Block) -> bool:
    """Tell whether items below a preamble's colon are the operative part.

    No other operative part follows. All bullets open with operative phrases in small letters, as
    the sentence goes on (« Après en avoir délibéré : - demande …; »), or two capital letters stand
    before such phrases: "Believing …, the Council: A. Urges …; B. Requests …".
    """
    label = block.label
    assert label is not None
    if label.style == _CAPITALS:
        following = _next_in_style(state, label.style)
        return (
            following is not None
            and not state.numbers_follow()
            and all(_opens_operative_alone(state, one) for one in (block, following))
        )
    ahead = state.ahead[state.position]
    if label.kind != "bullet" or ahead.operative or ahead.number:
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


def _next_in_style(state: WalkState, style: str) -> Block | None:
    """Return the next block whose label has a style, None for none."""
    state.looked_far = True
    following = state.texts[state.position + 1 :]
    return next((one for one in following if one.label and one.label.style == style), None)


def _opens_operative_alone(state: WalkState, block: Block) -> bool:
    """Tell whether a block opens with a phrase that no preambular paragraph has."""
    opening = state.roles.opening(block_roles.body(block))
    return opening is not None and opening.parts == {OPERATIVE}


def _last_piece(state: WalkState, block: Block) -> Block:
    """Return the last of the blocks that a paragraph has, as far as small letters show them.

    A line that ends with a comma ends a block: `- Calls for an end of all fights, / theft and …;`.
    """
    for following in state.texts[state.position + 1 :]:
        small = following.label is None and following.plain.text.lstrip(INVISIBLE)[:1].islower()
        if not small or final_marks.last_mark(block.plain.text) not in COMMAS:
            break
        block = following
    return block


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
    stopped = final_marks.is_stopped(final_marks.text_before_markers(_last_piece(state, block)))
    if (
        "operative" in opening.parts
        and usual != "preambular"
        and begins_below_preamble(state, block, usual)
    ):
        return OPERATIVE
    if "preambular" not in opening.parts:
        first = label.value <= 1 and (
            not final_marks.is_ended(block.plain.text)
            or (label.kind == "number" and block_roles.is_emphasized_at(block, label.body))
        )
        return OPERATIVE if stopped or first else None
    if "operative" in opening.parts and stopped and usual != "preambular":
        if usual == "operative" or not state.numbers_follow():
            return OPERATIVE
    if label.kind == "bullet" or label.value == 1 or continues:
        return PREAMBLE
    return None
