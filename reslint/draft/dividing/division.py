"""What the division of blocks into paragraphs rests on, so that little of it is done again.

`run_together.py` divides the blocks of a draft one after the other. Whether a block is divided in
the way it was depends on what stands `Around` it; whether those below are, on its `Progress`.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.blocks.label import Label
    from reslint.blocks.model import Block


class Around:
    """What stands around a block, as far as its division depends on it.

    `below` is the start of the block below it if it ends with what may be the label of that, `hung`
    tells that the block above does, `above` is the label that stands alone above it. `number` is
    that of the last paragraph above, 0 for none. `sole` tells that nothing else stands between
    the organ line and the operative part.
    """

    __slots__ = ("above", "below", "hung", "number", "sole", "tight", "within")

    def __init__(
        self,
        number: int,
        below: str,
        above: Label | None,
        *,
        tight: bool,
        within: bool,
        hung: bool,
        sole: bool,
    ) -> None:
        self.above = above
        self.sole = sole
        self.tight = tight
        self.within = within
        self.number = number
        self.below = below
        self.hung = hung

    def same_for(self, block: Block, other: Around) -> bool:
        """Tell whether a block is divided in the same way in both."""
        is_item = block.label is not None and block.label.kind == "letter"
        return (self.tight, self.within, self.below, self.sole) == (
            other.tight,
            other.within,
            other.below,
            other.sole,
        ) and (self.number == other.number or not is_item)


class Progress:
    """How far a draft is divided before a block, and what of it matters for the blocks that follow.

    `begun` tells that a block opened like a paragraph, `hung` that the block above may end with the
    label of this one; `number` is that of the last paragraph with one; `divided` are so many.
    """

    __slots__ = ("begun", "divided", "hung", "number")

    def __init__(self, divided: int, number: int, *, begun: bool, hung: bool) -> None:
        self.divided = divided
        self.number = number
        self.begun = begun
        self.hung = hung

    def same_as(self, other: Progress) -> bool:
        """Tell whether what follows is divided in the same way."""
        return (self.begun, self.hung, self.number) == (other.begun, other.hung, other.number)


def unchanged(
    old: list[Block], new: list[Block], changed: tuple[int, int] | None
) -> tuple[int, int]:
    """Return the first of the new blocks that may be divided in another way, and the last one.

    The blocks right above and below those that changed are looked at again: what stands around
    them is not what it was.
    """
    if changed is None:
        return 0, len(new)
    start, end = changed
    head, most = 0, min(len(old), len(new))
    while head < most and new[head] is old[head] and new[head].end < start:
        head += 1
    tail = 0
    while tail < most - head and new[-1 - tail] is old[-1 - tail] and new[-1 - tail].start > end:
        tail += 1
    return max(head - 1, 0), len(new) - tail


def moved(progress: list[Progress], by: int) -> list[Progress]:
    """Return how far a draft is divided before each of some blocks, with `by` more above them."""
    for one in progress if by else ():
        one.divided += by
    return progress
