"""The data of a block: plain text mapped to the source, emphasis, note markers, links.

Plain offsets count code points of a block's plain text (mark-up and note markers removed); source
offsets count code points of the file.

One module of some 380 lines: blocks are made of all of these.
"""

from __future__ import annotations

from bisect import bisect_right

from reslint.blocks.anchor import SOURCE, Anchor, Offset, Place, Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    from reslint.blocks.label import Label

    BlockKind = Literal[
        "text",
        "heading",
        "note",
        "rule",
        "table",
        "quote",
        "comment",
        "unclosed comment",
        "code",
        "furniture",
    ]
    EmphasisKind = Literal["italic", "bold", "bold italic", "underline"]
    Notation = Literal["", "bracket", "square", "caret", "superscript", "letter", "bare"]


NOT_TEXT = ("comment", "unclosed comment", "code", "rule", "furniture")
"""The kinds of block that are no part of a draft."""
UNCLOSED_COMMENT: BlockKind = "unclosed comment"
FURNITURE: BlockKind = "furniture"
"""What stands on a page besides the draft: page numbers, running heads, the words of a web page."""


class PlainText:
    """A text without mark-up, with runs that map each character to the source.

    `runs` are (plain start, source start, source length) in ascending order. Inside a run plain and
    source offsets advance together, except in a run of one plain character whose source has
    another length (an entity, a line break). They move with the anchor.
    """

    __slots__ = ("_offset", "_runs", "_starts", "anchor", "text")

    def __init__(
        self, text: str, runs: list[tuple[int, int, int]], anchor: Anchor = SOURCE
    ) -> None:
        self.text = text
        self.anchor = anchor
        self._runs = runs
        self._offset = anchor.offset  # what the runs are counted from
        self._starts: list[int] | None = None

    @property
    def runs(self) -> list[tuple[int, int, int]]:
        """The runs, where they stand now."""
        shift = self.anchor.offset - self._offset
        if shift:
            self._offset = self.anchor.offset
            self._runs = [(start, source + shift, length) for start, source, length in self._runs]
        return self._runs

    def parts(self) -> tuple[list[tuple[int, int, int]], list[tuple[int, Anchor, int]]]:
        """Return runs and parts as `JoinedText` takes them, for a text to which one is joined."""
        return list(self.runs), [(0, self.anchor, self._offset)]

    def _run(self, offset: int) -> tuple[int, int, int, int]:
        """Return the run that contains a plain offset, with the plain offset at which it ends."""
        runs = self.runs
        if len(runs) == 1:
            return *runs[0], len(self.text)
        if self._starts is None:
            self._starts = [run[0] for run in runs]
        following = max(bisect_right(self._starts, offset), 1)
        end = self._starts[following] if following < len(runs) else len(self.text)
        return *runs[following - 1], end

    def source_start(self, offset: int) -> int:
        """Return the source offset at which the plain character at `offset` starts.

        At the end of the text this is the source offset right after the last character.
        """
        if offset >= len(self.text) or not self._runs:
            return self.source_end(offset)
        start, source, length, _ = self._run(offset)
        return source + min(offset - start, length)

    def source_end(self, offset: int) -> int:
        """Return the source offset right after the plain character before `offset`."""
        if not self._runs:
            return 0
        if offset <= 0:
            return self._run(0)[1]
        start, source, length, run_end = self._run(offset - 1)
        return source + (length if run_end <= offset else min(offset - start, length))

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """Return the source span of the plain characters from `start` to `end`.

        An empty span gives the empty span before the character at `start`.
        """
        if end <= start:
            place = self.source_start(start)
            return place, place
        return self.source_start(start), self.source_end(end)


class JoinedText(PlainText):
    """The plain text of several blocks, each with an anchor of its own.

    `parts` are the blocks: the index of the first run, the anchor, its offset at their reading.
    """

    __slots__ = ("_firsts", "_parts")

    def __init__(
        self, text: str, runs: list[tuple[int, int, int]], parts: list[tuple[int, Anchor, int]]
    ) -> None:
        super().__init__(text, runs)
        self._parts = parts
        self._firsts: list[int] | None = None

    @property
    def runs(self) -> list[tuple[int, int, int]]:
        """The runs, where they stand now: a new list."""
        return [self._placed(index) for index in range(len(self._runs))]

    def parts(self) -> tuple[list[tuple[int, int, int]], list[tuple[int, Anchor, int]]]:
        # Not copied: a paragraph may be joined of very many blocks. This text is not used any more.
        return self._runs, self._parts

    def _run(self, offset: int) -> tuple[int, int, int, int]:
        if self._starts is None:
            self._starts = [run[0] for run in self._runs]
        following = max(bisect_right(self._starts, offset), 1)
        end = self._starts[following] if following < len(self._runs) else len(self.text)
        return *self._placed(following - 1), end

    def _placed(self, index: int) -> tuple[int, int, int]:
        """Return the run of this index where it stands now."""
        if self._firsts is None:
            self._firsts = [first for first, _, _ in self._parts]
        _, anchor, offset = self._parts[bisect_right(self._firsts, index) - 1]
        start, source, length = self._runs[index]
        return start, source + anchor.offset - offset, length


class Emphasis:
    """An emphasized piece of text: italic, bold, bold italic or underlined.

    `start` and `end` are plain offsets; `opening` and `closing` are the source spans of its marks.
    All marks are made with places counted from their anchor.
    """

    __slots__ = ("_closing", "_opening", "anchor", "end", "kind", "start")
    opening = Span("opening")
    closing = Span("closing")

    def __init__(
        self,
        kind: EmphasisKind,
        start: int,
        end: int,
        opening: tuple[int, int],
        closing: tuple[int, int],
        anchor: Anchor = SOURCE,
    ) -> None:
        self.anchor = anchor
        self.kind = kind
        self.start = start
        self.end = end
        self._opening = opening
        self._closing = closing

    def shifted(self, shift: int) -> Emphasis:
        """Return a copy with `shift` added to its plain offsets."""
        start, end = self.start + shift, self.end + shift
        return Emphasis(self.kind, start, end, self._opening, self._closing, self.anchor)


class Marker:
    """A note marker before the plain character at `at`.

    `start` and `end` are the source offsets of the marker; `number` is its number as written (`1`,
    `a`, `*`) and `digits` the source span of the number alone.
    """

    __slots__ = ("_digits", "_end", "_start", "anchor", "at", "notation", "number")
    start = Offset("start")
    end = Offset("end")
    digits = Span("digits")

    def __init__(
        self,
        at: int,
        number: str,
        start: int,
        end: int,
        digits: tuple[int, int],
        notation: Notation,
        anchor: Anchor = SOURCE,
    ) -> None:
        self.anchor = anchor
        self.at = at
        self.number = number
        self._start = start
        self._end = end
        self._digits = digits
        # "bracket" [^1], "square" [1], "caret" ^1^, "superscript" <sup>1</sup>, "letter" ¹
        self.notation = notation

    def shifted(self, shift: int) -> Marker:
        """Return a copy with `shift` added to its plain offset."""
        at = self.at + shift
        return Marker(
            at, self.number, self._start, self._end, self._digits, self.notation, self.anchor
        )


class Link:
    """A link: `start` and `end` are the plain offsets of its text, `source` its source span."""

    __slots__ = ("_source", "anchor", "end", "start", "target")
    source = Span("source")

    def __init__(
        self,
        start: int,
        end: int,
        target: str,
        source: tuple[int, int],
        anchor: Anchor = SOURCE,
    ) -> None:
        self.anchor = anchor
        self.start = start
        self.end = end
        self.target = target
        self._source = source

    def shifted(self, shift: int) -> Link:
        """Return a copy with `shift` added to its plain offsets."""
        return Link(self.start + shift, self.end + shift, self.target, self._source, self.anchor)


class CodeSpan:
    """Code in backquotes: the plain offsets of its text, and its source span with the marks."""

    __slots__ = ("_source", "anchor", "end", "start")
    source = Span("source")

    def __init__(
        self, start: int, end: int, source: tuple[int, int], anchor: Anchor = SOURCE
    ) -> None:
        self.anchor = anchor
        self.start = start
        self.end = end
        self._source = source

    def shifted(self, shift: int) -> CodeSpan:
        """Return a copy with `shift` added to its plain offsets."""
        return CodeSpan(self.start + shift, self.end + shift, self._source, self.anchor)


class Inline:
    """The parsed inline text of a block.

    Its emphases, markers, links and code have raw offsets (those of the block's text before
    parsing) instead of source offsets.
    """

    __slots__ = ("codes", "emphases", "links", "markers", "plain", "runs", "stray")

    def __init__(self, plain: str, runs: list[tuple[int, int, int]]) -> None:
        self.plain = plain
        self.runs = runs  # (plain start, raw start, raw length)
        self.emphases: list[Emphasis] = []
        self.markers: list[Marker] = []
        self.links: list[Link] = []
        self.codes: list[CodeSpan] = []
        self.stray: list[int] = []  # raw offsets of emphasis marks without a partner


class Block:
    """A block of lines with its kind, source span and parsed text.

    `start` and `end` are source offsets without surrounding white space, `indent` is the number of
    columns before it. `level` is the number of `#` of a heading. What may be its label is its
    `possible_label`; the walk over the draft decides whether that becomes its `label`. A note block
    has a `number` as written, a `notation` and the source span of its number. `protected` are
    source spans of mark-up that no fix may touch. `anchor` moves all of it in the source.
    """

    __slots__ = (
        "_end",
        "_number_span",
        "_start",
        "anchor",
        "codes",
        "emphases",
        "indent",
        "kind",
        "label",
        "level",
        "links",
        "markers",
        "notation",
        "number",
        "plain",
        "possible_label",
        "protected",
        "stray",
    )
    number_span = Span("number_span")

    def __init__(self, kind: BlockKind, start: int, end: int, anchor: Anchor | None = None) -> None:
        self.anchor = anchor = anchor or Anchor()
        self.kind = kind
        self._start = start - anchor.offset
        self._end = end - anchor.offset
        self.level = 0
        self.plain = PlainText("", [])
        self.emphases: list[Emphasis] = []
        self.markers: list[Marker] = []
        self.links: list[Link] = []
        self.codes: list[CodeSpan] = []
        self.stray: list[Place] = []  # emphasis marks without a partner
        self.indent = 0
        self.label: Label | None = None
        self.possible_label: Label | None = None
        self.number = ""
        self.notation: Notation = ""
        self._number_span = (self._start, self._start)
        self.protected: list[Place] = []

    def become(self, other: Block) -> None:
        """Take over all that another block holds: its text was typed in the lines of this one."""
        for slot in self.__slots__:
            setattr(self, slot, getattr(other, slot))

    # Asked for often: an `Offset` would take twice as long.
    @property
    def start(self) -> int:
        """The source offset at which it starts."""
        return self._start + self.anchor.offset

    @start.setter
    def start(self, at: int) -> None:
        self._start = at - self.anchor.offset

    @property
    def end(self) -> int:
        """The source offset after it."""
        return self._end + self.anchor.offset

    @end.setter
    def end(self, at: int) -> None:
        self._end = at - self.anchor.offset

    def count_from(self, offset: int) -> None:
        """Count what is read in the block from this offset of the source."""
        by = offset - self.anchor.offset
        self.anchor.offset = offset
        self._start -= by
        self._end -= by
        first, last = self._number_span
        self._number_span = first - by, last - by

    def __repr__(self) -> str:
        return f"Block({self.kind} {self.start}-{self.end} {self.plain.text[:40]!r})"
