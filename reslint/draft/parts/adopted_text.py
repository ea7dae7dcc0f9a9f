"""Recognize a text that a paragraph adopts and that follows at once, without the word annex.

After "*Adopts* the following declaration:" stands a declaration with a title and numbers
of its own. It is read like an annex, up to the closing line or the next operative paragraph.
"""

from __future__ import annotations

from reslint.draft.model import ANNEX, OPERATIVE
from reslint.draft.roles import block_roles
from reslint.draft.roles.block_roles import is_numbered

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.blocks.model import Block
    from reslint.draft.parts.walk_state import WalkState


def opens_adopted_text(state: WalkState, block: Block) -> bool:
    """Tell whether a block opens a text that the operative paragraph right above adopts.

    A list of items, a quotation and the next operative paragraph open none.
    """
    top = state.top
    if top is None or state.part != OPERATIVE or state.last is not top:
        return False
    if not state.roles.adopts_text(top.text) or block_roles.is_quoted(block):
        return False
    opening = state.roles.opening(block_roles.body(block))
    operative = opening is not None and "preambular" not in opening.parts
    if is_numbered(block):
        assert block.label is not None
        own = block.label.value == 1 and (not operative or top.label is not None)
        return own and not state.continues_numbering(block)
    return block.label is None and not operative


def in_adopted_text(state: WalkState) -> bool:
    """Tell whether the walk is in a text that the last operative paragraph adopts."""
    annex = state.section is not None and state.section.part == ANNEX
    return state.part == ANNEX and not annex and state.top is not None


def ends_adopted_text(state: WalkState, block: Block) -> bool:
    """Tell whether a block is the operative paragraph after an adopted text.

    It continues the numbering and opens with an operative phrase, emphasized like that of the
    paragraph above. The paragraphs of the adopted text may have the same numbers.
    """
    top, last = state.top, state.last
    if top is None or not is_numbered(block) or not state.continues_numbering(block):
        return False
    assert block.label is not None
    before = last.label if last is not None and last.part == ANNEX else None
    if before is not None and before.kind == "number" and before.value + 1 == block.label.value:
        return False
    opening = state.roles.opening(block_roles.body(block))
    if opening is None or "operative" not in opening.parts:
        return False
    return bool(block.emphases) == bool(top.emphases)


def closes_after_adopted_text(state: WalkState, block: Block) -> bool:
    """Tell whether a block is the closing line below an adopted text, not a date within it."""
    if not state.roles.is_closing(block):
        return False
    following = state.next_text()
    return (
        following is None
        or state.roles.is_closing(following)
        or state.roles.is_annex(following)
        or state.position + 1 in state.organ_lines
    )
