"""The text of a document that is open in the editor.

A line ends with LF, CRLF or CR and nothing else, as the protocol says. (The store of pygls also
splits lines at form feeds, U+2028 and U+0085, and then edits the wrong line.)
"""

from __future__ import annotations

from bisect import bisect_right

from lsprotocol import types

from reslint.data.patterns import expression
from reslint.server.numbering_watch import NumberingWatch
from reslint.server.positions import offset_at
from reslint.text.source import Source

_LINE_END = expression(r"\r\n|\r|\n")
_SURROGATE = expression("[\ud800-\udfff]")


class TextDocument:
    """The text of an open document, edited as the client edits it."""

    def __init__(self, uri: str, version: int, language_id: str, text: str, encoding: str) -> None:
        self.uri = uri
        self.version = version
        self.language_id = language_id
        self.encoding = encoding
        self.source = Source(clean(text), uri)
        self.typed: tuple[int, int] | None = None
        """The span typed last: from the end of a run's first change to the end of its last, on
        one line. None if the last change was not typing."""
        self.writing: int | None = None
        """The offset after the last change; None after changes in several places, and once the
        cursor is known to be elsewhere."""
        self.last_change: int | None = None
        """The same, wherever the cursor is."""
        self.numbering = NumberingWatch(self.source)

    def change(self, changes: list[types.TextDocumentContentChangeEvent], version: int) -> None:
        """Apply the changes in order, each to the text that the one before produced."""
        before, self.typed = self.typed, None
        self.writing = None
        self.numbering.before_changes(self.source, *self._only_place(changes))
        run = before if len(changes) > 1 else None
        for change in changes:
            text = clean(change.text)
            if isinstance(change, types.TextDocumentContentChangePartial):
                start, end = self._span(change.range)
                self.source = edited(self.source, start, end, text)
                self.numbering.changed(start, end, len(text))
                if len(changes) == 1:
                    self.writing = start + len(text)
                    self.typed = self._run(before, start, start + len(text))
                elif run is not None and run[0] <= start <= end <= run[1]:
                    # The number that Enter writes, among others that it changes.
                    self.typed = run = run[0], run[1] + len(text) - (end - start)
                elif run is not None and end <= run[0]:
                    grown = len(text) - (end - start)
                    run = run[0] + grown, run[1] + grown
                    self.typed = run if self.typed is not None else None
            else:
                self.source = Source(text, self.uri)
                self.numbering.replaced(self.source)
        self.last_change = self.writing
        self.version = version

    def _only_place(
        self, changes: list[types.TextDocumentContentChangeEvent]
    ) -> tuple[int | None, int]:
        """Return the offsets between which one change replaces text; None for several changes."""
        if len(changes) == 1 and isinstance(changes[0], types.TextDocumentContentChangePartial):
            return self._span(changes[0].range)
        return None, 0

    def _run(self, before: tuple[int, int] | None, start: int, end: int) -> tuple[int, int]:
        """Return the span being typed after a change from `start` to `end` (new offsets)."""
        first = end
        if before is not None and before[0] <= start <= before[1]:
            # Typing a line end finishes that line.
            first = min(end, max(before[0], self.source.line_span(self.source.position(end)[0])[0]))
        return first, end

    def _span(self, wanted: types.Range) -> tuple[int, int]:
        """Return the offsets of a range: the smaller first, both clamped to the text."""
        places = (wanted.start, wanted.end)
        start, end = sorted(
            offset_at(self.source, place.line, place.character, self.encoding) for place in places
        )
        return start, end


def clean(text: str) -> str:
    """Replace lone surrogates by U+FFFD: no encoding of a file can hold them."""
    return _SURROGATE.sub("\ufffd", text) if not text.isascii() else text


def edited(source: Source, start: int, end: int, text: str) -> Source:
    """Return the source with `text` in place of `start` to `end`; only lines there are searched.

    An edit may join a CR and an LF into one line end, or split them: the line before the edit and
    the line after it are searched, too.
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
    plain = not source.may_be_unusual and not Source(text).may_be_unusual
    lines = [*starts[: first + 1], *found, *moved]
    return Source(new, source.path, line_starts=lines, unusual=False if plain else None)
