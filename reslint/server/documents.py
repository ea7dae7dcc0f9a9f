"""The documents that are open in the editor: their text, snapshots of it, and what is shown.

A line ends with LF, CRLF or CR and nothing else, as the protocol says. (The store of pygls also
splits lines at form feeds, U+2028 and U+0085, and then edits the wrong line.)
"""

from __future__ import annotations

from bisect import bisect_right
from concurrent.futures import Future
from typing import TYPE_CHECKING

from lsprotocol import types

from reslint.data.patterns import expression
from reslint.linting.budget import GivenUp
from reslint.linting.incremental import IncrementalLinter
from reslint.server.positions import offset_at, path_of, place_in
from reslint.text.source import Source

if TYPE_CHECKING:
    from asyncio import TimerHandle
    from collections.abc import Callable, Iterator
    from typing import Any

    from reslint.linting.linter import LintResult
    from reslint.server.compared import Compared
    from reslint.server.diagnostics import DiagnosticReport
    from reslint.server.workspace import DocumentSettings
    from reslint.text.diagnostics import Diagnostic

    """From a language and the folders of house rules to the rulebook."""


_LINE_END = expression(r"\r\n|\r|\n")
_SURROGATE = expression("[\ud800-\udfff]")


class CheckOutcome:
    """The outcome of a check: the lint result with each finding in the protocol's form.

    `result` is None only if reslint itself failed; `failure` then says how.
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


class Snapshot:
    """A document at one moment, with its settings; immutable, safe to use in any thread.

    `version` is the editor's number; all offsets count code points.
    """

    __slots__ = (
        "check",
        "encoding",
        "language_id",
        "settings",
        "source",
        "uri",
        "version",
        "writing",
    )

    def __init__(
        self,
        uri: str,
        version: int,
        language_id: str,
        source: Source,
        settings: DocumentSettings,
        encoding: str,
        writing: int | None = None,
    ) -> None:
        self.uri = uri
        self.version = version
        self.language_id = language_id
        self.source = source
        self.settings = settings
        self.encoding = encoding
        self.writing = writing
        """Where somebody is writing: the offset after the last change, None where that is unknown
        or the cursor is elsewhere by now."""
        self.check: Future[CheckOutcome] | None = None
        """Its check, once that is requested; cancelled if a newer snapshot replaces this one."""

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
        """The result of its lint. Waits for the check; raises RuntimeError if that failed."""
        assert self.check is not None
        result = self.check.result().result
        if result is None:
            raise RuntimeError("the text could not be checked")
        return result

    def offset(self, position: types.Position) -> int:
        """Return the offset of a position, clamped to its line and to the text."""
        return offset_at(self.source, position.line, position.character, self.encoding)

    def position(self, offset: int) -> types.Position:
        """Return the position of an offset."""
        line, character = self.place(offset)
        return types.Position(line, character)

    def range(self, start: int, end: int) -> types.Range:
        """Return the range between two offsets."""
        return types.Range(self.position(start), self.position(end))

    def place(self, offset: int) -> tuple[int, int]:
        """Return the 0-based line of an offset and its units into that line."""
        return place_in(self.source, offset, self.encoding)


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
        """The offset after the last change; None after changes in several places."""

    def change(self, changes: list[types.TextDocumentContentChangeEvent], version: int) -> None:
        """Apply the changes in order, each to the text that the one before produced."""
        before, self.typed = self.typed, None
        self.writing = None
        for change in changes:
            text = clean(change.text)
            if isinstance(change, types.TextDocumentContentChangePartial):
                start, end = self._span(change.range)
                self.source = edited(self.source, start, end, text)
                if len(changes) == 1:
                    self.writing = start + len(text)
                    self.typed = self._run(before, start, start + len(text))
            else:
                self.source = Source(text, self.uri)
        self.version = version

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


class DocumentLinter:
    """Lints one document again and again as it is edited. Used by the worker thread only."""

    def __init__(self) -> None:
        self._linter: IncrementalLinter | None = None
        self._last: LintResult | None = None

    def lint(
        self, source: Source, settings: DocumentSettings, between: Callable[[], None] | None = None
    ) -> LintResult:
        """Lint the document's text; drafts of earlier results must not be used after this call.

        `between` is called between the rules. Raises GivenUp if that does.
        """
        linter = self._linter
        if linter is None or linter.settings != settings.lint:
            linter = IncrementalLinter(settings.lint)
        # An exception leaves no linter: its cache may be incomplete.
        self._linter = self._last = None
        linter.between = between
        try:
            self._last = linter.lint(source)
        except GivenUp:
            self._linter = linter
            raise
        self._linter = linter
        return self._last

    @property
    def last(self) -> LintResult | None:
        """The last result, None while there is none: before a check and during one."""
        return self._last

    def is_last(self, result: LintResult) -> bool:
        """Tell whether a result is the last one: only its draft may be used."""
        return self._last is result


class OpenDocument:
    """An open document: its text, the latest snapshot of it, and what is shown.

    `report` is what is shown now, made for the snapshot `reported`. `due` means that the next
    outcome is to be shown, even if findings are shown only on saving. `compared` is what the latest
    comparison with other versions found, None without any.
    """

    __slots__ = (
        "compared",
        "due",
        "linter",
        "release",
        "report",
        "reported",
        "snapshot",
        "state",
        "text",
    )

    def __init__(self, text: TextDocument, linter: DocumentLinter, snapshot: Snapshot) -> None:
        self.text = text
        self.linter = linter
        self.snapshot = snapshot
        self.report: DiagnosticReport | None = None
        self.reported: Snapshot | None = None
        self.compared: Compared | None = None
        self.due = True
        self.release: TimerHandle | None = None
        self.state = ""

    @property
    def uri(self) -> str:
        """The URI of the document, as the client gave it."""
        return self.text.uri

    def compared_findings(self, snapshot: Snapshot) -> list[Diagnostic]:
        """What the latest comparison found, where it stands in a snapshot of the document."""
        return (
            []
            if self.compared is None
            else [one for one, _ in self.compared.at(snapshot.source, snapshot.place)]
        )


class OpenDocuments:
    """The open documents by URI."""

    def __init__(self) -> None:
        self._open: dict[str, OpenDocument] = {}

    def __iter__(self) -> Iterator[OpenDocument]:
        return iter(list(self._open.values()))

    def get(self, uri: str) -> OpenDocument | None:
        """Return the document with this URI, None if it is not open."""
        return self._open.get(uri)

    def findings(self, snapshot: Snapshot) -> list[Diagnostic]:
        """Return all that was found in a checked snapshot, other versions included."""
        document = self._open.get(snapshot.uri)
        others = [] if document is None else document.compared_findings(snapshot)
        return [*snapshot.result.diagnostics, *others]

    def at_path(self, path: str) -> OpenDocument | None:
        """Return the document that is the file at a path, None if that is not open."""
        return next((one for one in self if path_of(one.uri) == path), None)

    def add(self, document: OpenDocument) -> None:
        """Add a document, in place of one with the same URI."""
        self._open[document.uri] = document

    def pop(self, uri: str) -> OpenDocument | None:
        """Remove and return the document with this URI, None if it is not open."""
        return self._open.pop(uri, None)

    def rule_folders(self) -> set[tuple[str, ...]]:
        """Return the folders of house rules of each open document; () where there are none."""
        return {one.snapshot.settings.lint.rule_folders for one in self}

    def registries(self) -> set[tuple[str, ...]]:
        """Return the registries of each open document; () where there are none."""
        return {one.snapshot.settings.lint.registries for one in self}


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
    return Source(new, source.path, line_starts=[*starts[: first + 1], *found, *moved])
