"""Tell the numbers of preambular paragraphs from those of operative paragraphs and of items.

Drafters number the preamble by error, or by the style of their body.
"""

from __future__ import annotations

from reslint.draft.model import HEADING, MASTHEAD, OPERATIVE, PREAMBLE
from reslint.draft.parts.item_labels import continues_item
from reslint.draft.roles import block_roles, final_marks
from reslint.draft.roles.block_roles import is_numbered
from reslint.draft.roles.part_labels import labelled_part
from reslint.text.folding import COMMAS, FULL_STOPS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.blocks.model import Block
    from reslint.draft.parts.walk_state import WalkState
    from reslint.language.phrases import PhraseMatch


_ABOVE = (HEADING, MASTHEAD)
_LONGEST_LIST = 20  # blocks of a list of which the end is looked for


def is_numbered_preambular(
    state: WalkState, block: Block, shown: Block, opening: PhraseMatch | None
) -> bool:
    """Tell whether a numbered block is a preambular paragraph that has a number by error.

    `shown` has its text: the block itself, or the one below a number alone on its line.

    It must open and end like a preambular paragraph. The next number must not continue it as in an
    operative part, unless the whole preamble is numbered. After one such paragraph, the opening
    words of the next are enough, or its final comma, or a numbering that restarts further on.
    """
    assert block.label is not None
    if block.label.part:
        return block.label.part == "preambular"
    if opening is not None and "preambular" in opening.parts and _is_labelled(state, block):
        return True
    if state.continues_numbering(block):
        # Chinese phrases in two pieces (对 … 表示遗憾) are not seen here; hence the comma.
        only_preambular = opening is not None and "operative" not in opening.parts
        if (
            only_preambular
            or final_marks.last_mark(final_marks.text_before_markers(shown)) in COMMAS
        ):
            return True
        if opening is not None and "preambular" in opening.parts:
            if _goes_on_with_stops(state, shown, opening):
                return True
            if state.roles.usual_part(opening) != "operative" and _numbering_restarts(state, block):
                return True
        if opening is None and _stands_above_preambular(state, block):
            return True
    if opening is None and state.top is None:
        comma = final_marks.last_mark(final_marks.text_before_markers(block)) in COMMAS
        return comma and _stands_above_preambular(state, block)
    if (
        state.top is None
        and opening is not None
        and (
            _begins_numbered_preamble(state, shown, opening)
            or _begins_restarting_numbers(state, block, opening)
        )
    ):
        return True
    if _restarts_here(state, block, opening):
        return False
    if not _looks_preambular(shown, opening):
        return False
    if state.top is None or (state.top.label is not None and state.top.label.kind == "number"):
        return True
    state.looked_far = True
    for other in state.texts[state.position + 1 :]:
        if is_numbered(other):
            assert other.label is not None
            if other.label.value != block.label.value + 1:
                return True
            return _looks_preambular(other, state.roles.opening(block_roles.body(other)))
    return True


def _is_labelled(state: WalkState, block: Block) -> bool:
    """Tell whether a numbered block stands in a preamble that a label heads and another part ends.

    `Preamble:` stands above the number 1, and below the last one a label of the operative part, or
    numbers that begin again.
    """
    first = state.top is None and block_roles.is_first(block)
    if not (first or state.continues_numbering(block)):
        return False
    above = next((one for one in reversed(state.paragraphs) if one.part in _ABOVE), None)
    if above is None or labelled_part(state.roles, above.blocks[0]) != PREAMBLE:
        return False
    state.looked_far = True
    for other in state.texts[state.position + 1 :]:
        if block_roles.is_first(other) or labelled_part(state.roles, other) == OPERATIVE:
            return True
    return False


def _begins_numbered_preamble(state: WalkState, block: Block, opening: PhraseMatch) -> bool:
    """Tell whether a numbered block directly below the organ line opens a preamble.

    Its phrase is only preambular, whatever mark ends it. In languages where both parts open with
    the same phrases, a full stop must end it, or its phrase is preambular as a rule.
    """
    if "operative" not in opening.parts:
        return True
    if "preambular" not in opening.parts:
        return False
    usual = state.roles.usual_part(opening)
    return usual == "preambular" or (usual == "" and _ends_with_stop(block))


def _begins_restarting_numbers(state: WalkState, block: Block, opening: PhraseMatch) -> bool:
    """Tell whether the numbers that begin with a block, in the words of a preamble, begin again.

    The second series is that of the operative paragraphs.
    """
    return (
        "preambular" in opening.parts
        and state.roles.usual_part(opening) != "operative"
        and not final_marks.ends_with_colon(block.plain.text)
        and _numbering_restarts(state, block)
    )


def _goes_on_with_stops(state: WalkState, block: Block, opening: PhraseMatch) -> bool:
    """Tell whether a block continues a numbered preamble whose paragraphs end with full stops."""
    usual = state.roles.usual_part(opening)
    if usual == "operative" or state.top is None or not _ends_with_stop(state.top.blocks[-1]):
        return False
    return usual == "preambular" or _ends_with_stop(block)


def _ends_with_stop(block: Block) -> bool:
    """Tell whether a block ends with a full stop."""
    return final_marks.last_mark(final_marks.text_before_markers(block)) in tuple(FULL_STOPS)


def _stands_above_preambular(state: WalkState, block: Block) -> bool:
    """Tell whether the next number stands before a phrase that is only preambular.

    Then the error of this paragraph is in its opening words.
    """
    state.looked_far = True
    assert block.label is not None
    for other in state.texts[state.position + 1 :]:
        if is_numbered(other):
            assert other.label is not None
            opening = state.roles.opening(block_roles.body(other))
            is_next = other.label.value == block.label.value + 1
            only_preambular = opening is not None and "operative" not in opening.parts
            return is_next and only_preambular
    return False


def _numbering_restarts(state: WalkState, block: Block) -> bool:
    """Tell whether the numbers after a block continue with commas, then restart at one.

    Then all before the restart is preamble, and the error is in the final mark of this block.
    In a preamble that has numbers from its first paragraph on, the phrases may show it, too.
    """
    state.looked_far = True
    assert block.label is not None
    numbered = state.top is None or (
        state.top.label is not None and state.top.label.kind == "number"
    )
    value = block.label.value
    for other in state.texts[state.position + 1 :]:
        if not is_numbered(other) or other.indent > block.indent + 1:
            continue
        assert other.label is not None
        if other.label.value == 1:
            return True
        value += 1
        if other.label.value != value:
            return False
        if final_marks.last_mark(final_marks.text_before_markers(other)) not in COMMAS:
            opening = state.roles.opening(block_roles.body(other)) if numbered else None
            if opening is None or "preambular" not in opening.parts:
                return False
            if state.roles.usual_part(opening) == "operative":
                return False
    return False


def _restarts_here(state: WalkState, block: Block, opening: PhraseMatch | None) -> bool:
    """Tell whether the number 1 stands again below a numbered preamble: operative paragraphs begin.

    It decides in languages where both parts open with the same phrases.
    """
    top = state.top.label if state.top is not None else None
    return (
        top is not None
        and top.kind == "number"
        and top.value > 1
        and block_roles.is_first(block)
        and opening is not None
        and "operative" in opening.parts
        and state.roles.usual_part(opening) != "preambular"
    )


def _looks_preambular(block: Block, opening: PhraseMatch | None) -> bool:
    """Tell whether a block opens and ends like a preambular paragraph."""
    return (
        opening is not None
        and "preambular" in opening.parts
        and final_marks.last_mark(final_marks.text_before_markers(block)) in COMMAS
    )


def is_numbered_item_of_preamble(state: WalkState, block: Block) -> bool:
    """Tell whether a number is the label of a sub-paragraph in a preamble that is numbered.

    The first one is 1 after a colon, further in than the numbers of the preamble, or those go on
    behind the list. No leading phrase opens it.
    """
    label, top, last = block.label, state.top, state.last
    assert label is not None
    if top is None or top.label is None or top.label.kind != "number" or last is None:
        return False
    if state.roles.opening(block_roles.body(block)) is not None:
        return False
    inside = block.indent > top.blocks[0].indent + 1
    if label.value == 1 and final_marks.ends_with_colon(last.text):
        return inside or _goes_on_behind(state, top.label.value + 1)
    before = state.levels.last
    if before is None or not continues_item(state, block, inside=True):
        return False
    return inside or not state.continues_numbering(block)


def _goes_on_behind(state: WalkState, number: int) -> bool:
    """Tell whether a preambular paragraph with a number stands behind the list that begins here."""
    state.looked_far = True
    for other in state.texts[state.position + 1 : state.position + _LONGEST_LIST]:
        opening = state.roles.opening(block_roles.body(other))
        if opening is not None:
            label = other.label if is_numbered(other) else None
            return label is not None and label.value == number and "preambular" in opening.parts
    return False


def begins_below_preamble(state: WalkState, block: Block, usual: str) -> bool:
    """Tell whether `(1)` or `①` stands below a preamble without labels.

    No comma ends the block, or its phrase is operative as a rule (`usual`).
    """
    label, top = block.label, state.top
    assert label is not None
    return (
        label.kind in ("number", "circled")
        and label.value == 1
        and top is not None
        and top.label is None
        and (
            usual == OPERATIVE
            or final_marks.last_mark(final_marks.text_before_markers(block)) not in COMMAS
        )
    )
