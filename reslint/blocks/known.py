"""What is known from an earlier reading of the same text: its lines' shapes, its blocks.

An editor reads a draft again after every keystroke. A block whose lines are what they were is
moved to its new place instead of being parsed again; what it holds says nothing of other blocks.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.blocks.lines import Shape
    from reslint.blocks.model import Block


class KnownBlocks:
    """The blocks of the last reading, by kind and source text; each may be taken once.

    A block that is taken is moved: the reading it comes from is worth nothing any more. All
    readings must be of one format (Markdown or plain text).
    """

    __slots__ = ("_before", "_most_shapes", "_now", "shapes")

    def __init__(self) -> None:
        self._before: dict[tuple[str, str], list[Block]] = {}
        self._now: dict[tuple[str, str], list[Block]] = {}
        self.shapes: dict[str, Shape] = {}
        """The shapes of lines, by their text."""
        self._most_shapes = 0

    def begin(self) -> None:
        """A new reading begins: what was kept in the last one may be taken in this."""
        for blocks in self._now.values():
            blocks.reverse()  # taken from the end: the first first
        self._before, self._now = self._now, {}
        # Lines that were typed through are forgotten when they outnumber the draft's own.
        if self._most_shapes and len(self.shapes) > self._most_shapes:
            self.shapes = {}
            self._most_shapes = 0
        elif not self._most_shapes:
            self._most_shapes = 2 * len(self.shapes) + 1000

    def take(self, kind: str, text: str, start: int) -> Block | None:
        """A block of this kind and source text, moved to `start`; None where none is left."""
        left = self._before.get((kind, text))
        if not left:
            return None
        block = left.pop()
        if block.start != start:
            block.move(start - block.start)
        return block

    def keep(self, text: str, block: Block) -> None:
        """Keeps a block, whose source text is `text`, for the next reading."""
        self._now.setdefault((block.kind, text), []).append(block)
