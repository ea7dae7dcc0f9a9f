"""Reuse the blocks of unchanged lines when a text is read again.

An editor reads a draft again after every keystroke. Only the lines around the change are read
again, from the blank line above to the blank line below. Blocks before the change are kept as they
are; blocks after it are moved. A block that was cut and pasted elsewhere is found by its text.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from operator import itemgetter

from reslint.blocks.comments import OPENING
from reslint.blocks.envelope import is_quoted_whole
from reslint.blocks.layout import Layout
from reslint.blocks.lines import (
    BLANK,
    Line,
    indent_of,
    is_complete,
    lines_of,
    read_lines,
)
from reslint.blocks.margin import find_margin, keeps_margin, may_have_margin
from reslint.text.changed_span import changed_span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from reslint.blocks.lines import Shape
    from reslint.blocks.model import Block, BlockKind
    from reslint.text.source import Source

    Group = tuple[BlockKind, int, int]
    """Lines that form a block: the kind of block, the first line, the line after the last."""
    _Key = tuple[BlockKind, int, str]
    """What a block is made of: its kind, its indent, its source text."""


_EXTRA_SHAPES = 1000  # shapes cached beyond those of the draft, for lines as they are typed


class Change:
    """What changed since the last reading: lines `first` to `after` are now `lines`.

    `start` to `end` is the span in the old text.
    """

    __slots__ = ("after", "end", "first", "lines", "start")

    def __init__(self, first: int, after: int, lines: list[Line], start: int, end: int) -> None:
        self.first = first
        self.after = after
        self.lines = lines
        self.start = start
        self.end = end


class RetypedBlock:
    """A block in whose lines alone the text changed: as it still is (`old`), and as it reads now.

    `index` is its place among the blocks.
    """

    __slots__ = ("change", "index", "new", "old")

    def __init__(self, change: Change, index: int, old: Block, new: Block) -> None:
        self.change = change
        self.index = index
        self.old = old
        self.new = new


class BlockCache:
    """The lines and blocks of the last reading of a text.

    All readings must be of one format (Markdown or plain text). A reading reuses and changes the
    blocks of the previous one, so the previous list of blocks must not be used any more.
    """

    def __init__(self) -> None:
        self.changed: tuple[int, int] | None = None
        """The span of the text last read that changed since the one before; None: any of it."""
        self._text = ""
        self._starts: list[int] = []
        self._lines: list[Line] = []
        self._first_lines: list[int] = []  # the index of the first line of each block
        self._blocks: list[Block] = []
        self._layout: Layout | None = None
        self._lines_independent = False  # whether each line can be read by itself
        self._shapes: dict[str, Shape] = {}
        self._had_margin = False
        self._compared: tuple[Source, Change | None] | None = None

    def read(
        self,
        source: Source,
        group: Callable[[list[Line], Layout], list[Group]],
        read_block: Callable[[BlockKind, list[Line]], Block],
    ) -> list[Block]:
        """Return all blocks of a source, including those without text.

        `group` decides which lines form a block; `read_block` makes a block from its kind and
        its lines.
        """
        if len(self._shapes) > 2 * len(self._lines) + _EXTRA_SHAPES:
            self._shapes = {}
        changed = self._change_to(source)
        if changed is None:
            lines = read_lines(source, self._shapes)
            self._group_all(lines, source, group, read_block)
        else:
            self.changed = changed.start, changed.end + len(source.text) - len(self._text)
            self._group_changed(changed, source, group, read_block)
        self._text, self._starts, self._compared = source.text, source.line_starts, None
        return self._blocks

    def retyped(
        self,
        source: Source,
        group: Callable[[list[Line], Layout], list[Group]],
        read_block: Callable[[BlockKind, list[Line]], Block],
    ) -> RetypedBlock | None:
        """Return the one block in which the text changed, None if more changed than its words.

        The lines between two blank lines still make the same blocks, each of as many lines
        of the same kinds. Nothing changes yet: see `accept`.
        """
        layout = self._layout
        change = self._change_to(source)
        if change is None or layout is None:
            return None
        first, after, lines = change.first, change.after, self._lines
        if [x.kind for x in change.lines] != [x.kind for x in lines[first:after]]:
            return None
        above, below = first, after
        while above and lines[above - 1].kind != BLANK:
            above -= 1
        while below < len(lines) and lines[below].kind != BLANK:
            below += 1
        if any(line.kind == BLANK for line in lines[first:after]):
            return None
        head, tail = (bisect_left(self._first_lines, at) for at in (above, below))
        around = self._lines_now(source, above, below)
        groups = group(around, layout)
        if [(kind, above + start) for kind, start, _ in groups] != [
            (block.kind, line)
            for block, line in zip(
                self._blocks[head:tail], self._first_lines[head:tail], strict=True
            )
        ]:
            return None
        place = bisect_right(groups, first - above, key=itemgetter(1)) - 1
        kind, start, end = groups[place]
        if above + end < after:
            return None
        index = head + place
        old, new = self._blocks[index], read_block(kind, around[start:end])
        if new.start != old.start or not layout.takes(lines[first:after], change.lines):
            return None
        return RetypedBlock(change, index, old, new)

    def accept(self, retyped: RetypedBlock, source: Source) -> None:
        """Make the block what it reads now, and move those after it."""
        change = retyped.change
        shift = len(source.text) - len(self._text)
        retyped.old.become(retyped.new)
        self._lines[change.first : change.after] = change.lines
        if shift:
            for block in self._blocks[retyped.index + 1 :]:
                block.anchor.offset += shift
        self._text, self._starts, self._compared = source.text, source.line_starts, None

    def _change_to(self, source: Source) -> Change | None:
        """Return what changed (see `_find_change`), found once for each text."""
        if not self._lines_independent:
            return None
        if self._compared is None or self._compared[0] is not source:
            self._compared = source, self._find_change(source)
        return self._compared[1]

    def _find_change(self, source: Source) -> Change | None:
        """Find the old lines that changed and the lines there now.

        Return None if the lines cannot be read one by one: where a comment may open, or the text
        has other line ends.
        """
        old, new = self._text, source.text
        if new.startswith("---"):
            return None
        head, end_of_change = changed_span(old, new)
        words = old[head:end_of_change], new[head : end_of_change + len(new) - len(old)]
        if not (keeps_margin(source, head, *words) or _has_plain_lines(source)):
            return None
        starts = self._starts
        first = bisect_right(starts, head) - 1
        after = bisect_right(starts, end_of_change)
        end = starts[after] + len(new) - len(old) - 1 if after < len(starts) else len(new)
        piece = new[starts[first] : end]
        if OPENING in piece:
            return None
        lines = lines_of(piece, starts[first], self._shapes)
        if not all(map(is_complete, lines)):
            return None
        return Change(first, after, lines, head, end_of_change)

    def _lines_now(self, source: Source, first: int, after: int) -> list[Line]:
        """Return some lines of a source as they stand there now, each read by itself.

        The lines that are kept stand where they were when they were read.
        """
        starts = source.line_starts
        if first >= after:
            return []
        end = starts[after] - 1 if after < len(starts) else len(source.text)
        return lines_of(source.text[starts[first] : end], starts[first], self._shapes)

    def _group_all(
        self,
        lines: list[Line],
        source: Source,
        group: Callable[[list[Line], Layout], list[Group]],
        read_block: Callable[[BlockKind, list[Line]], Block],
    ) -> None:
        """Group all lines into blocks again; reuse old blocks of the same text."""
        self.changed = None
        layout = Layout(lines)
        groups = group(lines, layout)
        # Lines in the midst of a block lose their numbers with a margin, and get them back with it.
        margin = find_margin(source) is not None
        reusable = {} if margin or self._had_margin else self._by_text(self._blocks)
        self._had_margin = margin
        self._blocks = [
            _reuse_or_read(reusable, source, kind, lines[first:end], read_block)
            for kind, first, end in groups
        ]
        self._first_lines = [first for _, first, _ in groups]
        self._lines, self._layout = lines, layout
        self._lines_independent = (
            _has_plain_lines(source)
            and len(lines) == len(source.line_starts)
            and all(map(is_complete, lines))
        )

    def _group_changed(
        self,
        changed: Change,
        source: Source,
        group: Callable[[list[Line], Layout], list[Group]],
        read_block: Callable[[BlockKind, list[Line]], Block],
    ) -> None:
        """Group the lines around a change into blocks again; keep the blocks elsewhere."""
        first, after, new_lines = changed.first, changed.after, changed.lines
        shift = len(source.text) - len(self._text)
        lines = [*self._lines[:first], *new_lines, *self._lines[after:]]
        layout = Layout(lines)
        if self._layout is None or not layout.same_as(self._layout):
            self._group_all(read_lines(source, self._shapes), source, group, read_block)
            return
        above = first - 1
        while above >= 0 and lines[above].kind != BLANK:
            above -= 1
        below = first + len(new_lines)
        added = below - after
        while below < len(lines) and lines[below].kind != BLANK:
            below += 1
        head = bisect_left(self._first_lines, above)
        tail = bisect_left(self._first_lines, below - added)
        reusable = self._by_text(self._blocks[head:tail])
        around = self._lines_now(source, above + 1, below)
        groups = group(around, layout)
        middle = [
            _reuse_or_read(reusable, source, kind, around[start:end], read_block)
            for kind, start, end in groups
        ]
        blocks_after = self._blocks[tail:]
        if shift:
            for block in blocks_after:
                block.anchor.offset += shift
        self._blocks = [*self._blocks[:head], *middle, *blocks_after]
        self._first_lines = [
            *self._first_lines[:head],
            *(above + 1 + start for _, start, _ in groups),
            *(line + added for line in self._first_lines[tail:]),
        ]
        self._lines, self._layout = lines, layout

    def _by_text(self, blocks: list[Block]) -> dict[_Key, list[Block]]:
        """Return blocks of the last reading by what they are made of, the last one first."""
        by_text: dict[_Key, list[Block]] = {}
        for block in reversed(blocks):
            key = block.kind, block.indent, self._text[block.start : block.end]
            by_text.setdefault(key, []).append(block)
        return by_text


def _has_plain_lines(source: Source) -> bool:
    """Tell whether no line end or margin of a text asks for it to be read as a whole."""
    text = source.text
    return (
        "\f" not in text
        and "\r" not in text
        and not may_have_margin(source)
        and not is_quoted_whole(source)
    )


def _reuse_or_read(
    reusable: dict[_Key, list[Block]],
    source: Source,
    kind: BlockKind,
    lines: list[Line],
    read_block: Callable[[BlockKind, list[Line]], Block],
) -> Block:
    """Reuse an old block of the same text, moved to its new place; else read a new one.

    Each old block is reused once: it is removed from `reusable`.
    """
    start = lines[0].start
    indent = indent_of(source.text, start)
    same_text = reusable.get((kind, indent, source.text[start : lines[-1].end]))
    if not same_text:
        return read_block(kind, lines)
    block = same_text.pop()
    block.anchor.offset += start - block.start
    return block
