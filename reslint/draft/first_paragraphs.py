"""Tell which paragraph opens the text of a draft without organ line."""

from __future__ import annotations

from reslint.draft import block_roles, final_marks
from reslint.draft.asides import is_line_of_asides
from reslint.draft.block_roles import is_numbered
from reslint.draft.joints import joins_next
from reslint.text.folding import COLONS, INVISIBLE, PAUSES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.blocks.model import Block
    from reslint.draft.walk_state import WalkState


def starts_text(state: WalkState, block: Block) -> bool:
    """Tell whether a block opens the text of a draft without organ line."""
    if block_roles.is_marked_heading(block) or is_line_of_asides(state.roles, block):
        return False
    if is_numbered(block) and not block_roles.body(block).strip():
        return state.roles.opens_paragraph(state.next_text())  # its label stands alone above it
    opening = state.roles.opening(block_roles.body(block))
    if state.subject:
        text, name = block_roles.body(block), state.subject
        if block_roles.is_first(block) and name[1:] in text:
            return True  # "1. For the good of the valley, the Council recognizes …"
        return opening is not None and text.startswith(name)
    if opening is None:
        return bool(block.label is not None and block.label.part)
    if is_numbered(block):
        return True
    following = state.next_text()
    if (
        block.label is not None
        and following is not None
        and following.label is not None
        and following.label.style == block.label.style
        and "preambular" in opening.parts
        and final_marks.is_ended(block.plain.text)
    ):
        return True  # a bullet, a letter: others of the list follow, whatever mark ends this one
    behind = block.plain.text[opening.longest :].lstrip(INVISIBLE)
    if behind[:1] in tuple(COLONS) and behind[1:].strip() and "operative" not in opening.parts:
        return True  # VISTO: …
    ended = final_marks.last_mark(block.plain.text) in PAUSES
    if ended or block.emphases or joins_next(block.plain.text, state.roles):
        return len(block.plain.text) > opening.longest
    if following is None or len(block.plain.text) <= 60:
        return False
    if state.roles.opening(block_roles.body(following)) is not None:
        return True
    goes_on = following.label is None and following.plain.text.lstrip(INVISIBLE)[:1].islower()
    return (
        goes_on and "operative" not in opening.parts and not final_marks.is_ended(block.plain.text)
    )
