"""The organ line told by structure alone, in a text that somebody has said is a draft.

Where the user gives the language or the organ, the organ line may be of another language, or of a
body that the vocabulary does not know: the draft is read all the same.
"""

from __future__ import annotations

from reslint.draft import signs as sign

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reslint.blocks.model import Block

_COMMAS = ",，،"


def organ_line_in(blocks: Sequence[Block]) -> int | None:
    """The position of the organ line among the blocks of text, None where there is none.

    It is a short line, emphasized if anything in the text is; it ends with a comma, and so does
    the paragraph after it. Numbered paragraphs follow.
    """
    emphasis = any(block.emphases for block in blocks)
    numbered = next((place for place, one in enumerate(blocks) if sign.is_numbered(one)), 0)
    for place in range(numbered - 1):
        block = blocks[place]
        if (
            _goes_on(block)
            and _goes_on(blocks[place + 1])
            and len(block.plain.text) <= sign.LONGEST_ORGAN_LINE
            and (not emphasis or sign.is_all(block, *sign.EMPHASES))
        ):
            return place
    return None


def _goes_on(block: Block) -> bool:
    return block.label is None and sign.last_mark(block.plain.text) in _COMMAS
