"""Tell a date that closes a draft from one that is a line of a list or of a sentence."""

from __future__ import annotations

from reslint.draft.model import OPERATIVE, PREAMBLE
from reslint.draft.roles import block_roles, final_marks
from reslint.text.folding import PAUSES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.blocks.model import Block
    from reslint.draft.parts.walk_state import WalkState


def may_close(state: WalkState, block: Block) -> bool:
    """Tell whether a date here can be the closing line, not a line of a list or of a sentence."""
    if state.part == OPERATIVE and state.list_intro is not None and state.numbers_follow():
        return False
    return not _goes_on_with_date(state, block)


def _goes_on_with_date(state: WalkState, block: Block) -> bool:
    """Tell whether a date is a line of the paragraph above: "adopted on / 25 June 1993,".

    That has no mark at its end. A pause ends the date, or a word that no paragraph ends with
    stands before it.
    """
    last = state.last
    if last is None or last.part not in (PREAMBLE, OPERATIVE) or final_marks.is_ended(last.text):
        return False
    if not block_roles.body(block)[:1].isdigit():
        return False
    if final_marks.last_mark(block.plain.text) in PAUSES:
        return True
    return state.roles.is_open_ended(last.text)
