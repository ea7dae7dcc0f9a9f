"""The texts that are open in the editor: our own store, with lines as reslint knows them.

A line ends with LF, CRLF or CR and nothing else, as the protocol says. (The store of pygls parts
lines at form feeds, U+2028 and U+0085, too, and then edits the wrong one.)
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from lsprotocol import types

from reslint.data.patterns import expression
from reslint.text.source import Source

if TYPE_CHECKING:
    from concurrent.futures import Future
    from typing import Any

    from reslint.linting.linter import LintResult
    from reslint.server.workspace import DocumentSettings
    from reslint.text.diagnostics import Diagnostic


UTF8, UTF16, UTF32 = "utf-8", "utf-16", "utf-32"
ENCODINGS = (UTF32, UTF16, UTF8)
"""The encodings known, the cheapest for us first."""
_LAST_OF_ONE_UNIT = "\uffff"
_LINE_END = expression(r"\r\n|\r|\n")
_SURROGATE = expression("[\ud800-\udfff]")


def choose(offered: list[str]) -> str:
    """The encoding to count in, of those that a client offers; UTF-16 if it offers none of ours."""
    return next((encoding for encoding in ENCODINGS if encoding in offered), UTF16)


def units(text: str, encoding: str) -> int:
    """How many units of `encoding` the text takes."""
    if encoding == UTF32 or text.isascii():
        return len(text)
    if encoding == UTF16:
        return len(text) + sum(character > _LAST_OF_ONE_UNIT for character in text)
    return len(text.encode("utf-8", "surrogatepass"))


def code_points(line: str, count: int, encoding: str) -> int:
    """The code points of `line` in its first `count` units: from 0 to the length of the line.

    A count in the middle of a character means the place before it.
    """
    if count <= 0:
        return 0
    if encoding == UTF32 or line.isascii():
        return min(count, len(line))
    if encoding == UTF16:
        if max(line, default="") <= _LAST_OF_ONE_UNIT:
            return min(count, len(line))
        left = count
        for index, character in enumerate(line):
            left -= 2 if character > _LAST_OF_ONE_UNIT else 1
            if left < 0:
                return index
        return len(line)
    data = line.encode("utf-8", "surrogatepass")
    if count >= len(data):
        return len(line)
    while data[count] & 0xC0 == 0x80:  # in the middle of a character
        count -= 1
    return len(data[:count].decode("utf-8", "surrogatepass"))


class Snapshot:
    """A document as it was at one moment; safe to use in any thread, never changes.

    `version` is the editor's; `source` holds the text and its lines; `settings` is all that
    decides on the lint. All offsets are code points.
    """

    __slots__ = ("analysis", "encoding", "language_id", "settings", "source", "uri", "version")

    def __init__(
        self,
        uri: str,
        version: int,
        language_id: str,
        source: Source,
        settings: DocumentSettings,
        encoding: str,
    ) -> None:
        self.uri = uri
        self.version = version
        self.language_id = language_id
        self.source = source
        self.settings = settings
        self.encoding = encoding
        self.analysis: Future[Checked] | None = None
        """The check of it, once it is asked for; cancelled if a newer text took its place."""

    @property
    def text(self) -> str:
        """The whole text."""
        return self.source.text

    @property
    def message_language(self) -> str:
        """The language of messages on this document."""
        return self.settings.lint.message_language

    @property
    def result(self) -> LintResult:
        """What the linter says of it: the draft and its diagnostics.

        It is there for features registered with `Server.add_feature`; else this waits for it.
        """
        assert self.analysis is not None
        result = self.analysis.result().result
        if result is None:
            raise RuntimeError("the text could not be checked")
        return result

    def offset(self, position: types.Position) -> int:
        """The offset of a position; one beyond the line or the text means the end of it."""
        return offset_at(self.source, position.line, position.character, self.encoding)

    def position(self, offset: int) -> types.Position:
        """The position of an offset."""
        line, character = self.place(offset)
        return types.Position(line, character)

    def range(self, start: int, end: int) -> types.Range:
        """The range between two offsets."""
        return types.Range(self.position(start), self.position(end))

    def place(self, offset: int) -> tuple[int, int]:
        """The 0-based line of an offset and its units into that line."""
        return place_in(self.source, offset, self.encoding)


class Document:
    """An open document: its text now, and what became of it by edits."""

    def __init__(self, uri: str, version: int, language_id: str, text: str, encoding: str) -> None:
        self.uri = uri
        self.version = version
        self.language_id = language_id
        self.encoding = encoding
        self.source = Source(clean(text), uri)
        self.typed: tuple[int, int] | None = None
        """Where was typed last, from the end of the first change of a run to that of the last, on
        one line; None if the last change was no typing."""

    def change(self, changes: list[types.TextDocumentContentChangeEvent], version: int) -> None:
        """Make the changes one after the other, each on the text that the one before left."""
        before, self.typed = self.typed, None
        for change in changes:
            text = clean(change.text)
            if isinstance(change, types.TextDocumentContentChangePartial):
                start, end = self._span(change.range)
                self.source = edited(self.source, start, end, text)
                if len(changes) == 1:
                    self.typed = self._run(before, start, start + len(text))
            else:
                self.source = Source(text, self.uri)
        self.version = version

    def _run(self, before: tuple[int, int] | None, start: int, end: int) -> tuple[int, int]:
        """Where is being typed after a change from `start` to `end` (offsets of the new text)."""
        first = end
        if before is not None and before[0] <= start <= before[1]:
            # A line that was left by typing its end is done.
            first = min(end, max(before[0], self.source.line_span(self.source.position(end)[0])[0]))
        return first, end

    def _span(self, wanted: types.Range) -> tuple[int, int]:
        """The offsets of a range, in order whatever the client says, held inside the text."""
        places = (wanted.start, wanted.end)
        start, end = sorted(
            offset_at(self.source, place.line, place.character, self.encoding) for place in places
        )
        return start, end


def clean(text: str) -> str:
    """The text without halves of surrogate pairs, which no encoding of a file can hold."""
    return _SURROGATE.sub("\ufffd", text) if not text.isascii() else text


def place_in(source: Source, offset: int, encoding: str) -> tuple[int, int]:
    """The 0-based line of an offset and the units before it in that line."""
    line, column = source.position(offset)
    return line - 1, units(source.text[offset - column + 1 : offset], encoding)


def offset_at(source: Source, line: int, units_into_line: int, encoding: str) -> int:
    """The offset of a 0-based line and the units into it, held inside that line and the text."""
    if line < 0:
        return 0
    if line >= len(source.line_starts):
        return len(source.text)
    start, end = source.line_span(line + 1)
    return start + code_points(source.text[start:end], units_into_line, encoding)


def edited(source: Source, start: int, end: int, text: str) -> Source:
    """The source with the text from `start` to `end` replaced; its lines are found anew only there.

    A CR and an LF that come to stand side by side become one line end, and the other way round:
    the line before the edit and the line after it are looked at, too.
    """
    old, starts = source.text, source.line_starts
    first = bisect_right(starts, max(0, start - 1)) - 1
    last = bisect_right(starts, end)  # the line after the one in which the edit ends
    after = starts[last] if last < len(starts) else len(old)
    grown = len(text) - (end - start)
    new = f"{old[:start]}{text}{old[end:]}"
    found = [match.end() for match in _LINE_END.finditer(new, starts[first], after + grown)]
    if last < len(starts) and found and found[-1] == after + grown:
        found.pop()
    moved = starts[last:] if not grown else [place + grown for place in starts[last:]]
    return Source(new, source.path, line_starts=[*starts[: first + 1], *found, *moved])


class Checked:
    """The outcome: the linter's result with each finding as it is sent, or what went wrong.

    `result` is None only where reslint itself failed; `failure` then says how.
    """

    __slots__ = ("failure", "found", "result")

    def __init__(
        self,
        result: LintResult | None,
        found: list[tuple[Diagnostic, dict[str, Any]]],
        failure: str = "",
    ) -> None:
        self.result = result
        self.found = found
        self.failure = failure
