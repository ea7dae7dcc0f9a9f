"""Tell which block without a number opens the operative part, below a preamble or without one."""

from __future__ import annotations

from reslint.draft.model import OPERATIVE
from reslint.draft.organ.subjects import decides_in_capitals, named_before_hereby
from reslint.draft.roles import block_roles, final_marks
from reslint.draft.roles.asides import is_line_of_asides
from reslint.draft.roles.label_series import is_infinitive
from reslint.language.organ_names import OTHER
from reslint.text.folding import COMMAS, INVISIBLE, SEMICOLONS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.blocks.label import Label
    from reslint.blocks.model import Block
    from reslint.draft.parts.walk_state import WalkState
    from reslint.language.phrases import PhraseMatch


_SEVERAL = 2  # paragraphs behind another one


def opens_operative(state: WalkState, block: Block, opening: PhraseMatch | None) -> bool:
    """Tell whether a block without number is the first operative paragraph."""
    if opening is None and (_opens_with_that(state, block) or _opens_with_hereby(state, block)):
        return True
    if opening is None or "operative" not in opening.parts:
        return False
    if state.subject and block.plain.text.startswith(state.subject):
        return True
    if state.roles.adopts_text(block.plain.text):
        return True
    if has_labels(state) and not final_marks.is_stopped(block.plain.text):
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
    if top is None or not _ends_or_is_last(state, text) or final_marks.ends_with_colon(text):
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


def _ends_or_is_last(state: WalkState, text: str) -> bool:
    """Tell whether a paragraph has its mark, or none but a vote or the like stands below it."""
    if final_marks.is_ended(text):
        return final_marks.is_stopped(text)
    following = state.next_text()
    return following is None or is_line_of_asides(state.roles, following)


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


def has_labels(state: WalkState) -> bool:
    """Tell whether the preambular paragraphs have their labels: PP1, PP2."""
    label = state.top.label if state.top is not None else None
    return label is not None and label.part == "preambular"
