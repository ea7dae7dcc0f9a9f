"""What is known from an earlier reading of the same text: its lines, its blocks.

An editor reads a draft again after every keystroke. Only the lines around the change are looked at
again, from one blank line to another; what lies before stays, what lies behind is moved. A block
that is cut in one place and put in at another is found by its text.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from reslint.blocks.layout import Layout
from reslint.blocks.lines import BLANK, Line, is_complete, lines_of, read_lines

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from reslint.blocks.lines import Shape
    from reslint.blocks.model import Block
    from reslint.text.source import Source

    Group = tuple[str, int, int]
    """Lines that belong together: their kind of block, the first, the one after the last."""


_SHAPES_BESIDES = 1000  # shapes of lines kept besides those of the draft: lines typed through


class KnownBlocks:
    """The last reading of a text. All readings must be of one format (Markdown or plain text).

    A reading takes over the blocks of the one before: that one is worth nothing any more.
    """

    def __init__(self) -> None:
        self._text = ""
        self._starts: list[int] = []
        self._lines: list[Line] = []
        self._firsts: list[int] = []  # the first line of each block
        self._blocks: list[Block] = []
        self._layout: Layout | None = None
        self._by_line = False  # whether each line can be read by itself
        self._shapes: dict[str, Shape] = {}

    def read(
        self,
        source: Source,
        group: Callable[[list[Line], Layout], list[Group]],
        read_block: Callable[[str, list[Line]], Block],
    ) -> list[Block]:
        """All blocks of a source, those without text, too.

        `group` puts lines together, `read_block` makes a block of them.
        """
        if len(self._shapes) > 2 * len(self._lines) + _SHAPES_BESIDES:
            self._shapes = {}
        changed = self._changed(source) if self._by_line else None
        if changed is None:
            lines = read_lines(source, self._shapes)
            self._take_all(lines, source, group, read_block)
        else:
            self._take_around(changed, source, group, read_block)
        self._text, self._starts = source.text, source.line_starts
        return self._blocks

    def _changed(self, source: Source) -> tuple[int, int, list[Line]] | None:
        """The old lines that changed (first, after the last) and what stands there now.

        None where lines cannot be read one by one.
        """
        old, new = self._text, source.text
        if "\f" in new or "\r" in new or new.startswith("---"):
            return None
        shortest = min(len(old), len(new))
        head = _alike(shortest, lambda one, other: old[one:other] == new[one:other])
        tail = _alike(
            shortest - head,
            lambda one, other: (
                old[len(old) - other : len(old) - one] == new[len(new) - other : len(new) - one]
            ),
        )
        starts = self._starts
        first = bisect_right(starts, head) - 1
        after = bisect_right(starts, len(old) - tail)
        end = starts[after] + len(new) - len(old) - 1 if after < len(starts) else len(new)
        lines = lines_of(new[starts[first] : end], starts[first], self._shapes)
        return (first, after, lines) if all(map(is_complete, lines)) else None

    def _take_all(
        self,
        lines: list[Line],
        source: Source,
        group: Callable[[list[Line], Layout], list[Group]],
        read_block: Callable[[str, list[Line]], Block],
    ) -> None:
        """Puts all lines together anew; blocks are known by their text alone."""
        layout = Layout(lines)
        groups = group(lines, layout)
        known = self._by_text(self._blocks)
        self._blocks = [
            _known_or_read(known, source, kind, lines[first:end], read_block)
            for kind, first, end in groups
        ]
        self._firsts = [first for _, first, _ in groups]
        self._lines, self._layout = lines, layout
        text = source.text
        self._by_line = (
            "\f" not in text
            and "\r" not in text
            and len(lines) == len(source.line_starts)
            and all(map(is_complete, lines))
        )

    def _take_around(
        self,
        changed: tuple[int, int, list[Line]],
        source: Source,
        group: Callable[[list[Line], Layout], list[Group]],
        read_block: Callable[[str, list[Line]], Block],
    ) -> None:
        """Puts the lines around a change together anew."""
        first, after, between = changed
        by = len(source.text) - len(self._text)
        behind = self._lines[after:]
        if by:
            for line in behind:
                line.start += by
                line.end += by
        lines = [*self._lines[:first], *between, *behind]
        layout = Layout(lines)
        if self._layout is None or not layout.is_as(self._layout):
            self._take_all(lines, source, group, read_block)
            return
        above = first - 1
        while above >= 0 and lines[above].kind != BLANK:
            above -= 1
        below = first + len(between)
        grown = below - after
        while below < len(lines) and lines[below].kind != BLANK:
            below += 1
        head = bisect_left(self._firsts, above)
        tail = bisect_left(self._firsts, below - grown)
        known = self._by_text(self._blocks[head:tail])
        groups = group(lines[above + 1 : below], layout)
        middle = [
            _known_or_read(
                known, source, kind, lines[above + 1 + one : above + 1 + other], read_block
            )
            for kind, one, other in groups
        ]
        moved = self._blocks[tail:]
        if by:
            for block in moved:
                block.move(by)
        self._blocks = [*self._blocks[:head], *middle, *moved]
        self._firsts = [
            *self._firsts[:head],
            *(above + 1 + one for _, one, _ in groups),
            *(one + grown for one in self._firsts[tail:]),
        ]
        self._lines, self._layout = lines, layout

    def _by_text(self, blocks: list[Block]) -> dict[tuple[str, str], list[Block]]:
        """Blocks of the last reading by kind and source text, the last one first."""
        known: dict[tuple[str, str], list[Block]] = {}
        for block in reversed(blocks):
            known.setdefault((block.kind, self._text[block.start : block.end]), []).append(block)
        return known


def _known_or_read(
    known: dict[tuple[str, str], list[Block]],
    source: Source,
    kind: str,
    lines: list[Line],
    read_block: Callable[[str, list[Line]], Block],
) -> Block:
    """A known block of the same text, moved to its place; else a new one. Each is taken once."""
    start = lines[0].start
    left = known.get((kind, source.text[start : lines[-1].end]))
    if not left:
        return read_block(kind, lines)
    block = left.pop()
    if block.start != start:
        block.move(start - block.start)
    return block


def _alike(most: int, same: Callable[[int, int], bool]) -> int:
    """How far two texts are alike, `most` at most; `same` compares a stretch of both."""
    least = 0
    while least < most:
        middle = (least + most + 1) // 2
        if same(least, middle):
            least = middle
        else:
            most = middle - 1
    return least
