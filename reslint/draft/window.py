"""What of the last reading stands around a change: passes over a draft begin and end near it."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from reslint.blocks.model import Block, PlainText


class Window:
    """The blocks of text that changed since the last reading: from `first` to `after` of the new.

    Those before and behind are the same, with a label or without as before; `shift` is the new
    position minus the old one of those behind.
    """

    __slots__ = ("after", "first", "length", "old_after", "shift")

    def __init__(
        self, old: list[Block], old_labels: list[bool], new: list[Block], new_labels: list[bool]
    ) -> None:
        most = min(len(old), len(new))
        first = 0
        while first < most and new[first] is old[first] and new_labels[first] == old_labels[first]:
            first += 1
        behind = -1
        while (
            behind >= first - most
            and new[behind] is old[behind]
            and new_labels[behind] == old_labels[behind]
        ):
            behind -= 1
        self.first = first
        self.length = len(new)
        self.after = len(new) + behind + 1
        self.old_after = len(old) + behind + 1
        self.shift = len(new) - len(old)

    def now(self, position: int) -> int | None:
        """Return where a block of the last reading stands now, None if it changed."""
        if position < self.first:
            return position
        return position + self.shift if position >= self.old_after else None

    def same_outside(self, old: Iterable[int], new: Iterable[int]) -> bool:
        """Tell whether old and new positions outside the window are the same blocks."""
        kept = {now for one in old if (now := self.now(one)) is not None}
        return kept == {one for one in new if not self.first <= one < self.after}

    def positions(self, found: Iterable[int], above: int, below: int) -> list[int]:
        """Return the positions to look at again, in order.

        These are the old ones where something was `found`, and all at which a block that changed
        is seen: each looks at so many blocks `above` and `below` it.
        """
        around = range(max(self.first - below, 0), min(self.after + above, self.length))
        kept = {now for one in found if (now := self.now(one)) is not None}
        return sorted(kept.union(around))


class RuledOut:
    """Texts that a test ruled out in an earlier reading: they are not tested again."""

    __slots__ = ("_texts",)

    def __init__(self) -> None:
        self._texts: set[PlainText] = set()

    def left(self, blocks: list[Block]) -> list[tuple[int, Block]]:
        """Return the blocks that are not ruled out, with their indexes."""
        texts = self._texts
        if len(texts) > 2 * len(blocks):
            texts.clear()
        return [(index, one) for index, one in enumerate(blocks) if one.plain not in texts]

    def add(self, block: Block) -> None:
        """Rule a block out while its text is the same."""
        self._texts.add(block.plain)
