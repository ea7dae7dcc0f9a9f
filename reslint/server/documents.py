"""The documents that are open in the editor: snapshots of their text, and what is shown."""

from __future__ import annotations

from concurrent.futures import Future
from typing import TYPE_CHECKING

from lsprotocol import types

from reslint.linting.budget import GivenUp
from reslint.linting.incremental import IncrementalLinter
from reslint.server.numbering_watch import NumbersSeen
from reslint.server.positions import offset_at, path_of, place_in
from reslint.text.source import Source

if TYPE_CHECKING:
    from asyncio import TimerHandle
    from collections.abc import Callable, Iterator
    from typing import Any

    from reslint.linting.linter import LintResult
    from reslint.server.compared import Compared
    from reslint.server.diagnostics import DiagnosticReport
    from reslint.server.numbering_watch import Earlier
    from reslint.server.text_document import TextDocument
    from reslint.server.workspace import DocumentSettings
    from reslint.text.diagnostics import Diagnostic

    """From a language and the folders of house rules to the rulebook."""


class CheckOutcome:
    """The outcome of a check: the lint result with each finding in the protocol's form.

    `result` is None only if reslint itself failed; `failure` then says how. `numbers` says
    whether the paragraphs are numbered in order.
    """

    __slots__ = ("failure", "found", "numbers", "result")

    def __init__(
        self,
        result: LintResult | None,
        found: list[tuple[Diagnostic, dict[str, Any]]],
        failure: str = "",
        numbers: NumbersSeen | None = None,
    ) -> None:
        self.result = result
        self.found = found
        self.numbers = numbers or NumbersSeen("")
        self.failure = failure


class Snapshot:
    """A document at one moment, with its settings; immutable, safe to use in any thread.

    `version` is the editor's number; all offsets count code points.
    """

    __slots__ = (
        "check",
        "earlier",
        "encoding",
        "language_id",
        "settings",
        "source",
        "unfinished",
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
        earlier: Earlier | None = None,
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
        self.unfinished: tuple[int, ...] = ()
        """Where a client said that cursors are, and where the last change was."""
        self.earlier = earlier
        """An earlier text whose references still mean what they did; None if none is known."""
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

    @property
    def numbers_error(self) -> Diagnostic | None:
        """The first finding on numbers that are not in order, None if they are."""
        assert self.check is not None
        return self.check.result().numbers.error

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
        found = list(snapshot.result.diagnostics)
        document = self._open.get(snapshot.uri)
        if document is not None:
            found += document.compared_findings(snapshot)
        return found + self.to_check(snapshot)

    def to_check(self, snapshot: Snapshot) -> list[Diagnostic]:
        """Return the references of a snapshot that a renumbering left to its reader."""
        document = self._open.get(snapshot.uri)
        if document is None or document.snapshot is not snapshot:
            return []
        return document.text.numbering.findings()

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
