"""Where the characters of a text stand in the file that it was made from.

A Word or AKN4UN file becomes Markdown text. Its `Source` then has an `Origin`: blocks, draft,
checks and fixes see the Markdown and nothing else, and the origin says where each place of it is
in the file, and which places no fix may change. Offsets are code points of the Markdown, ends are
exclusive.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from bisect import bisect_left, bisect_right

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any

    from reslint.text.diagnostics import Edit

    Span = tuple[int, int]
    Run = tuple[int, int, int, int]
    """Characters of the text that stand in the file, in step with it: start, length, number of the
    block (index into `blocks`) and offset in the file."""

_MARKER = re.compile(r"\[\^[^\]\s]{1,12}\]")
_MARKS = "*_<>[]`\\&"
_EMPHASIS = frozenset(("", "*", "**", "***", "<u>", "</u>"))
_TAGGED = ("html",)
"""Formats of text in which marks of emphasis can be written, as tags."""
_LINE_END = re.compile(r"\r\n|\r|\n")


class Origin(ABC):
    """The places of a projected text in its file.

    format      of the file: `word`, `akn4un`, `html`, …
    language    of the draft as the file names it (a code such as `fr`), or ""
    runs        in ascending order; see `Run`. Mark-up, escapes and labels made by the reader
                belong to none
    blocks      spans of the text that are one paragraph, note or table of the file, in order
    protected   spans that no fix may touch, in order
    writable    whether fixes can be written back into the file
    """

    __slots__ = (
        "_block_starts",
        "_starts",
        "blocks",
        "format",
        "language",
        "protected",
        "runs",
        "writable",
    )

    def __init__(
        self,
        format_name: str,
        runs: list[Run],
        blocks: list[Span],
        protected: list[Span],
        language: str = "",
    ) -> None:
        self.format = format_name
        self.language = language
        self.runs = runs
        self.blocks = blocks
        self.protected = protected
        self.writable = True
        self._starts = [run[0] for run in runs]
        self._block_starts = [start for start, _ in blocks]

    @abstractmethod
    def place(self, start: int, end: int) -> dict[str, Any] | None:
        """Return the place of a span in the file, ready for JSON; None if it is nowhere in it."""

    def block_of(self, start: int, end: int) -> int | None:
        """Return the index of the block that holds a span whole, or None."""
        index = bisect_right(self._block_starts, start) - 1
        if index >= 0 and end <= self.blocks[index][1]:
            return index
        return None

    def allows(self, source: str, edits: Iterable[Edit]) -> bool:
        """Return whether the edits of a fix can be written back into the file.

        None of them may touch a protected span, hold a line end, or reach over the border of a
        block; a block that is protected whole (a header, a table) takes none at its ends either.
        Together they must keep the note markers of each block, in their order: a marker is never
        deleted, copied or renumbered. `source` is the whole text.
        """
        if not self.writable:
            return False
        by_block: dict[int, list[Edit]] = {}
        for edit in edits:
            index = self.block_of(edit.start, edit.end)
            if index is None or not self._allows_edit(edit.start, edit.end, edit.text):
                return False
            if self._is_protected_whole(self.blocks[index]):
                return False
            by_block.setdefault(index, []).append(edit)
        return all(
            _keeps_markers(source[slice(*self.blocks[index])], self.blocks[index][0], some)
            for index, some in by_block.items()
        )

    def _allows_edit(self, start: int, end: int, text: str) -> bool:
        """Return whether a span may be replaced by `text`, as far as its own place goes."""
        if "\n" in text or "\r" in text:
            return False
        index = bisect_left(self.protected, (start, start))
        for low, high in self.protected[max(index - 1, 0) :]:
            if low > end:
                break
            if start < high and low < end:
                return False
            if start == end and low < start < high:
                return False
        return True

    def _is_protected_whole(self, block: Span) -> bool:
        """Return whether no fix may change anything in a block."""
        index = bisect_left(self.protected, block)
        return index < len(self.protected) and self.protected[index] == block

    def file_span(self, start: int, end: int) -> tuple[Run, int, int] | None:
        """Return where a span begins and ends in the file: the run, and two offsets of the file.

        A span that ends in another block of the file ends with the last run of the first here.
        """
        runs = self.runs
        index = bisect_right(self._starts, start) - 1
        if index < 0 or start >= runs[index][0] + runs[index][1]:
            index += 1  # mark-up: what follows it
        if index >= len(runs):
            index = len(runs) - 1
            if index < 0:
                return None
        first = runs[index]
        at = first[3] + min(max(start - first[0], 0), first[1])
        last = bisect_left(self._starts, end) - 1
        while last > index and runs[last][2] != first[2]:
            last -= 1
        if last < index or end <= start:
            return first, at, at
        run = runs[last]
        return first, at, max(at, run[3] + min(end - run[0], run[1]))

    def moved(self, move: Callable[[int, int], Span]) -> Origin:
        """Return the origin of the text after edits: `move(start, end)` says where a span is now.

        It has no places in a file, and allows the same edits.
        """
        blocks = [move(*span) for span in self.blocks]
        protected = [move(*span) for span in self.protected]
        return Moved(self.format, [], blocks, protected, self.language)


def _keeps_markers(block: str, shift: int, edits: list[Edit]) -> bool:
    """Return whether edits keep the note markers of a block, which starts at offset `shift`."""
    if "[^" not in block and not any("[^" in edit.text for edit in edits):
        return True
    after = block
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end), reverse=True):
        after = after[: edit.start - shift] + edit.text + after[edit.end - shift :]
    return _MARKER.findall(block) == _MARKER.findall(after)


class Moved(Origin):
    """The origin of a text that fixes have changed: what is protected, and no places."""

    __slots__ = ()

    def place(self, start: int, end: int) -> dict[str, Any] | None:
        return None


class MovedText(Moved):
    """The same for a file of text, where an edit must lie in one run."""

    __slots__ = ()

    def moved(self, move: Callable[[int, int], Span]) -> Origin:
        return _moved_text(self, move)

    def _allows_edit(self, start: int, end: int, text: str) -> bool:
        return super()._allows_edit(start, end, text) and _is_in_run(self, start, end, text)


class TextOrigin(Origin):
    """Places in a file of text (AKN4UN, HTML): offsets of runs count its code points.

    `text` is the decoded file. Places are lines and columns of it, from 1.
    """

    __slots__ = ("_lines",)

    def __init__(
        self,
        format_name: str,
        text: str,
        runs: list[Run],
        blocks: list[Span],
        protected: list[Span],
        language: str = "",
    ) -> None:
        super().__init__(format_name, runs, blocks, protected, language)
        self._lines = [0, *(match.end() for match in _LINE_END.finditer(text))]

    def place(self, start: int, end: int) -> dict[str, Any] | None:
        """Return `line`, `column`, `end_line` and `end_column` in the file."""
        found = self.file_span(start, end)
        if found is None:
            return None
        line, column = self._position(found[1])
        end_line, end_column = self._position(found[2])
        return {"line": line, "column": column, "end_line": end_line, "end_column": end_column}

    def moved(self, move: Callable[[int, int], Span]) -> Origin:
        return _moved_text(self, move)

    def _allows_edit(self, start: int, end: int, text: str) -> bool:
        """Return whether a span is plain text inside one stretch of the file, and stays so."""
        return super()._allows_edit(start, end, text) and _is_in_run(self, start, end, text)

    def _position(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self._lines, offset)
        return line, offset - self._lines[line - 1] + 1


def _moved_text(origin: Origin, move: Callable[[int, int], Span]) -> MovedText:
    runs: list[Run] = []
    for start, length, block, _ in origin.runs:
        low, high = move(start, start + length)
        runs.append((low, high - low, block, 0))
    blocks = [move(*span) for span in origin.blocks]
    protected = [move(*span) for span in origin.protected]
    return MovedText(origin.format, runs, blocks, protected, origin.language)


def _is_in_run(origin: Origin, start: int, end: int, text: str) -> bool:
    """Return whether a span lies in one run, and `text` holds no mark-up.

    Where emphasis can be written, marks of emphasis may replace marks, and stand within a run.
    """
    if text in _EMPHASIS and origin.format in _TAGGED and (text or end > start):
        if _is_between_runs(origin, start, end) or (text and start == end):
            return True
    if any(character in _MARKS for character in text):
        return False
    index = bisect_right(origin._starts, start) - 1
    if start == end and index >= 0 and start == origin.runs[index][0] and index:
        before = origin.runs[index - 1]
        if before[0] + before[1] == start:
            index -= 1  # at a joint of two runs: the end of the first
    if index < 0:
        return False
    first, length = origin.runs[index][:2]
    return end <= first + length


def _is_between_runs(origin: Origin, start: int, end: int) -> bool:
    """Return whether no character of a span, which is not empty, stands in the file as such."""
    index = bisect_left(origin._starts, end) - 1
    return end > start and (index < 0 or sum(origin.runs[index][:2]) <= start)


class ParagraphOrigin(Origin):
    """Places in a file of paragraphs (Word): offsets of runs count characters of a paragraph.

    `paragraphs` has for every number in `runs` the part (`document`, `footnotes`, `endnotes`,
    `header`) and the number of the paragraph in it, from 1. `document` is what the reader made of
    the file, for those who write into it: they need not read it again.
    """

    __slots__ = ("document", "paragraphs")

    def __init__(
        self,
        format_name: str,
        paragraphs: list[tuple[str, int]],
        runs: list[Run],
        blocks: list[Span],
        protected: list[Span],
        language: str = "",
    ) -> None:
        super().__init__(format_name, runs, blocks, protected, language)
        self.paragraphs = paragraphs
        self.document: Any = None

    def __getstate__(self) -> tuple[None, dict[str, Any]]:
        """Return what is pickled: all but the document, whose open file stays in its process."""
        slots = (*Origin.__slots__, *ParagraphOrigin.__slots__)
        return None, {**{name: getattr(self, name) for name in slots}, "document": None}

    def place(self, start: int, end: int) -> dict[str, Any] | None:
        """Return `part`, `paragraph`, and `start` and `end` in its text."""
        found = self.file_span(start, end)
        if found is None:
            return None
        part, number = self.paragraphs[found[0][2]]
        return {"part": part, "paragraph": number, "start": found[1], "end": found[2]}
