"""What a block is made of: plain text with its way back to the source, emphasis, markers, label.

Plain offsets count code points of a block's plain text; source offsets those of the file.
"""

from __future__ import annotations

from bisect import bisect_right


class PlainText:
    """A text without mark-up and the runs by which each character is found in the source.

    `runs` are (plain start, source start, source length) in order; inside a run plain and source
    advance together, except in a run of one plain character (an entity, a line break).
    """

    __slots__ = ("_starts", "runs", "text")

    def __init__(self, text: str, runs: list[tuple[int, int, int]]) -> None:
        self.text = text
        self.runs = runs
        self._starts: list[int] | None = None

    def _run(self, offset: int) -> tuple[int, int, int]:
        runs = self.runs
        if len(runs) == 1:
            return runs[0]
        if self._starts is None:
            self._starts = [run[0] for run in runs]
        return runs[max(bisect_right(self._starts, offset) - 1, 0)]

    def source_start(self, offset: int) -> int:
        """The source offset at which the plain character at `offset` starts.

        At the end of the text it is the place right after the last character.
        """
        if not self.runs:
            return 0
        if offset >= len(self.text):
            return self.source_end(offset)
        start, source, length = self._run(offset)
        return source + min(offset - start, length)

    def source_end(self, offset: int) -> int:
        """The source offset right after the plain character before `offset`."""
        if not self.runs:
            return 0
        if offset <= 0:
            return self.runs[0][1]
        start, source, length = self._run(offset - 1)
        inside = offset - start
        following = self._following(start)
        return source + (length if following <= offset else min(inside, length))

    def _following(self, start: int) -> int:
        """Where the run after the one at `start` begins; the text's length after the last."""
        if len(self.runs) == 1:
            return len(self.text)
        assert self._starts is not None
        index = bisect_right(self._starts, start)
        return self._starts[index] if index < len(self._starts) else len(self.text)

    def move(self, by: int) -> None:
        """The text stands `by` characters further on in the source."""
        self.runs = [(start, source + by, length) for start, source, length in self.runs]

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """The source span of the plain characters from `start` to `end`.

        An empty span gives the empty place before the character at `start`.
        """
        if end <= start:
            place = self.source_start(start)
            return place, place
        return self.source_start(start), self.source_end(end)


def _moved(span: tuple[int, int], by: int) -> tuple[int, int]:
    return span[0] + by, span[1] + by


class Emphasis:
    """An emphasized piece: `kind` is italic, bold, bold italic or underline.

    `start` and `end` are plain offsets; `opening` and `closing` the source spans of its marks.
    """

    __slots__ = ("closing", "end", "kind", "opening", "start")

    def __init__(
        self, kind: str, start: int, end: int, opening: tuple[int, int], closing: tuple[int, int]
    ) -> None:
        self.kind = kind
        self.start = start
        self.end = end
        self.opening = opening
        self.closing = closing

    def shifted(self, by: int) -> Emphasis:
        """The same piece in a text that has `by` more characters before it."""
        return Emphasis(self.kind, self.start + by, self.end + by, self.opening, self.closing)

    def move(self, by: int) -> None:
        """Its marks stand `by` characters further on in the source."""
        self.opening = _moved(self.opening, by)
        self.closing = _moved(self.closing, by)


class Marker:
    """A note marker: it stands before the plain character at `at`, written at `start` to `end`.

    `number` is what it says (`1`, `a`, `*`), `digits` the source span of that alone.
    """

    __slots__ = ("at", "digits", "end", "notation", "number", "start")

    def __init__(
        self, at: int, number: str, start: int, end: int, digits: tuple[int, int], notation: str
    ) -> None:
        self.at = at
        self.number = number
        self.start = start
        self.end = end
        self.digits = digits
        # "bracket" [^1], "square" [1], "caret" ^1^, "superscript" <sup>1</sup>, "letter" ¹
        self.notation = notation

    def shifted(self, by: int) -> Marker:
        return Marker(self.at + by, self.number, self.start, self.end, self.digits, self.notation)

    def move(self, by: int) -> None:
        """It stands `by` characters further on in the source."""
        self.start += by
        self.end += by
        self.digits = _moved(self.digits, by)


class Link:
    """A link: its text by plain offsets, where it goes, its source span."""

    __slots__ = ("end", "source", "start", "target")

    def __init__(self, start: int, end: int, target: str, source: tuple[int, int]) -> None:
        self.start = start
        self.end = end
        self.target = target
        self.source = source

    def shifted(self, by: int) -> Link:
        return Link(self.start + by, self.end + by, self.target, self.source)

    def move(self, by: int) -> None:
        """It stands `by` characters further on in the source."""
        self.source = _moved(self.source, by)


class Inline:
    """What the inline text of a block holds; offsets are plain, spans those of the raw text."""

    __slots__ = ("emphases", "links", "markers", "plain", "runs", "stray")

    def __init__(self, plain: str, runs: list[tuple[int, int, int]]) -> None:
        self.plain = plain
        self.runs = runs  # (plain start, raw start, raw length)
        self.emphases: list[Emphasis] = []
        self.markers: list[Marker] = []
        self.links: list[Link] = []
        self.stray: list[int] = []


class Label:
    """What numbers a paragraph, as written.

    `kind`: number, letter, roman, circled, quoted, bullet. `value` is its place in its series
    (0 for a bullet); a letter that may be a roman number has that as `roman_value`. `style` is
    the frame with the value taken out (`N.`, `(x)`, `x)`, `N -`); `suffix` bis, ter …
    `start` and `end` are source offsets of the label itself, `body` the plain offset after it.
    """

    __slots__ = (
        "body",
        "end",
        "kind",
        "roman_value",
        "start",
        "style",
        "suffix",
        "text",
        "value",
        "value_span",
    )

    def __init__(
        self,
        kind: str,
        text: str,
        value: int,
        style: str,
        *,
        body: int,
        value_span: tuple[int, int],
        roman_value: int = 0,
        suffix: str = "",
    ) -> None:
        self.kind = kind
        self.text = text
        self.value = value
        self.style = style
        self.body = body
        self.roman_value = roman_value
        self.suffix = suffix
        self.value_span = value_span  # plain offsets of the number or letter within the block
        self.start = 0
        self.end = 0

    def read_as(self, kind: str, value: int) -> Label:
        """The same label with another reading: `(i)` as a letter or as a roman number."""
        label = Label(
            kind,
            self.text,
            value,
            self.style,
            body=self.body,
            value_span=self.value_span,
            roman_value=self.roman_value,
            suffix=self.suffix,
        )
        label.start, label.end = self.start, self.end
        return label


class Block:
    """A block of lines: its kind, its source span, its text.

    `kind`: text, heading, note, rule, table, quote, comment, front matter. `start` and `end`
    are source offsets without surrounding white space. A note block has its `number`,
    `notation` and the source span of its label.
    """

    __slots__ = (
        "emphases",
        "end",
        "kind",
        "label",
        "level",
        "links",
        "markers",
        "notation",
        "number",
        "number_span",
        "plain",
        "start",
        "stray",
    )

    def __init__(self, kind: str, start: int, end: int) -> None:
        self.kind = kind
        self.start = start
        self.end = end
        self.level = 0
        self.plain = PlainText("", [])
        self.emphases: list[Emphasis] = []
        self.markers: list[Marker] = []
        self.links: list[Link] = []
        self.stray: list[int] = []  # source offsets of emphasis marks that close nothing
        self.label: Label | None = None
        self.number = ""
        self.notation = ""
        self.number_span = (start, start)

    def move(self, by: int) -> None:
        """The block stands `by` characters further on in the source, its text the same."""
        self.start += by
        self.end += by
        self.plain.move(by)
        self.number_span = _moved(self.number_span, by)
        self.move_marks(by)
        if self.label is not None:
            self.label.start += by
            self.label.end += by

    def move_marks(self, by: int) -> None:
        """What marks its text stands `by` characters further on in the source."""
        self.stray = [at + by for at in self.stray]
        for marks in (self.emphases, self.markers, self.links):
            for mark in marks:
                mark.move(by)

    def __repr__(self) -> str:
        return f"Block({self.kind} {self.start}-{self.end} {self.plain.text[:40]!r})"
