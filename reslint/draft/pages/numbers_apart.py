"""Find numbers that stand apart from their paragraphs: `1.` `2.` `3.` above the three texts.

Text copied from a PDF has its columns one after the other. Such numbers are no paragraphs, and the
texts below them keep no number: the structure of the draft is in doubt.
"""

from __future__ import annotations

from reslint.draft.roles import block_roles
from reslint.draft.roles.block_roles import is_numbered
from reslint.text.folding import INVISIBLE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reslint.blocks.model import Block
    from reslint.draft.roles.block_roles import BlockRoles


_FEWEST = 2  # numbers in a row, and texts below them that open as operative paragraphs


def is_number_alone(block: Block) -> bool:
    """Tell whether a block is a number without any text."""
    return is_numbered(block) and not block_roles.body(block).strip(INVISIBLE)


def numbers_apart(texts: Sequence[Block], roles: BlockRoles) -> frozenset[int]:
    """Return the positions of the blocks that are numbers apart from their paragraphs."""
    found: set[int] = set()
    run: list[int] = []
    for position, block in enumerate(texts):
        if is_number_alone(block):
            if run and _value(block) != _value(texts[run[-1]]) + 1:
                run.clear()
            run.append(position)
            continue
        if len(run) >= _FEWEST:
            below = texts[position : position + _FEWEST]
            if len(below) == _FEWEST and all(_opens(one, roles) for one in below):
                found.update(run)
        run.clear()
    return frozenset(found)


def _value(block: Block) -> int:
    assert block.label is not None
    return block.label.value


def _opens(block: Block, roles: BlockRoles) -> bool:
    """Tell whether a block without label opens like an operative paragraph."""
    if block.label is not None:
        return False
    opening = roles.opening(block.plain.text)
    return opening is not None and "operative" in opening.parts
