"""Read the sentences of a draft in which the body speaks in each paragraph: "Congress notes …."."""

from __future__ import annotations

from reslint.draft.model import OPERATIVE
from reslint.draft.roles.final_marks import ends_with_colon, is_stopped
from reslint.text.folding import INVISIBLE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.blocks.model import Block
    from reslint.draft.parts.walk_state import WalkState


def speaks(state: WalkState, block: Block) -> bool:
    """Tell whether a block without label is a sentence that begins with the body."""
    return block.label is None and state.roles.speaks(block.plain.text)


def goes_on_speaking(state: WalkState, block: Block) -> bool:
    """Tell whether a sentence without label goes on where the body spoke: "It also urges …."."""
    top, last = state.top, state.last
    if not state.subject or block.label is not None or top is None or last is None:
        return False
    if top.part != OPERATIVE or top.label is not None or not is_stopped(last.text):
        return False
    text = block.plain.text.lstrip(INVISIBLE)
    if speaks(state, block):
        return True
    led = state.list_intro is not None or ends_with_colon(last.text)
    return not led and is_stopped(text) and not text[:1].islower()
