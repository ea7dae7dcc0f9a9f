"""The documents that are open, each checked again whenever it, or what decides on it, changes."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

from reslint.data.patterns import keep_programs
from reslint.linting.incremental import LiveLinter
from reslint.linting.linter import describe
from reslint.server.documents import Checked, Document, Snapshot
from reslint.server.report import item_of
from reslint.server.uris import path_of
from reslint.server.workspace import DRAFT_LANGUAGE_IDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from concurrent.futures import Future

    from lsprotocol import types

    from reslint.linting.linter import LintResult
    from reslint.server.client import Abilities
    from reslint.server.report import Report
    from reslint.server.rules import Rulebooks
    from reslint.server.server import Server
    from reslint.server.workspace import DocumentSettings
    from reslint.text.source import Source


logger = logging.getLogger(__name__)


class Analyst:
    """Lints one document again and again as it is edited. Used by the worker thread alone."""

    def __init__(self, rulebooks: Rulebooks) -> None:
        self._rulebooks = rulebooks
        self._linter = LiveLinter()
        self._last: LintResult | None = None

    def analyse(self, source: Source, settings: DocumentSettings) -> LintResult:
        """What the linter says of the document as it is now."""
        # Whatever happens on the way, drafts read before are void from here on.
        self._last = None
        try:
            result = self._linter.lint(
                source,
                lambda language: self._rulebooks.book(language, settings.lint.rule_folders),
                settings.lint,
            )
        except Exception:
            # What it kept may be half done.
            self._linter = LiveLinter()
            raise
        self._last = result
        return result

    def stands_by(self, result: LintResult) -> bool:
        """Whether a result is the last one: only the draft of that may be looked at."""
        return self._last is result


def check(
    snapshot: Snapshot, analyst: Analyst, abilities: Abilities, page_of: Callable[[str], str]
) -> Checked:
    """Check a snapshot; `page_of` gives the address of a rule's page by the rule's code."""
    try:
        result = analyst.analyse(snapshot.source, snapshot.settings)
        diagnostics = result.diagnostics if snapshot.settings.enabled else []
        place = snapshot.place
        found = [
            (one, item_of(one, snapshot.uri, place, abilities, page_of(one.code)))
            for one in diagnostics
        ]
    except Exception as error:  # a text that breaks reslint must not break the editor
        logger.exception("%s version %s could not be checked", snapshot.uri, snapshot.version)
        return Checked(None, [], describe(error))
    return Checked(result, found)


class OpenDraft:
    """A document that is open: its text, the snapshot of it, what is said of it.

    `report` is what is shown now, made for the snapshot `reported`. `due` says that the next
    outcome is to be shown, also where findings are shown on saving only.
    """

    __slots__ = ("analyst", "document", "due", "release", "report", "reported", "snapshot", "state")

    def __init__(self, document: Document, analyst: Analyst, snapshot: Snapshot) -> None:
        self.document = document
        self.analyst = analyst
        self.snapshot = snapshot
        self.report: Report | None = None
        self.reported: Snapshot | None = None
        self.due = True
        self.release: asyncio.TimerHandle | None = None
        self.state = ""

    @property
    def uri(self) -> str:
        """The address of the document, as the client gave it."""
        return self.document.uri


class Drafts:
    """The open documents by address."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._open: dict[str, OpenDraft] = {}

    def __iter__(self) -> Iterator[OpenDraft]:
        return iter(list(self._open.values()))

    def get(self, uri: str) -> OpenDraft | None:
        """The draft at an address, None if it is not open."""
        return self._open.get(uri)

    def at_path(self, path: str) -> OpenDraft | None:
        """The draft that is the file at a path, None if that is not open."""
        return next((draft for draft in self if path_of(draft.uri) == path), None)

    def open(self, item: types.TextDocumentItem) -> None:
        """Take in a document; one that is open already begins anew."""
        self.close(item.uri)
        server = self._server
        document = Document(item.uri, item.version, item.language_id, item.text, server.encoding)
        draft = OpenDraft(document, Analyst(server.rulebooks), self._snapshot(document))
        self._open[item.uri] = draft
        server.folder_findings.clear(item.uri)
        server.file_problems.look_again()
        server.polled_files.note()
        self._check(draft)
        # A language that is spoken for the first time brought expressions of its own.
        server.worker.submit(keep_programs, keep_programs)

    def change(
        self,
        identifier: types.VersionedTextDocumentIdentifier,
        changes: Sequence[types.TextDocumentContentChangeEvent],
    ) -> None:
        """Make changes in a document, whatever its version says: the text is what counts."""
        draft = self._open.get(identifier.uri)
        if draft is None:
            logger.warning("%s was changed but is not open", identifier.uri)
            return
        version = identifier.version
        if version is not None and version <= draft.document.version:
            logger.warning(
                "%s: version %s after %s", identifier.uri, version, draft.document.version
            )
        draft.document.change(list(changes), version)
        draft.snapshot = self._snapshot(draft.document)
        self._check(draft)

    def save(self, uri: str) -> None:
        """A document was saved: what was found in it is shown now, be it where it may."""
        draft = self._open.get(uri)
        if draft is not None:
            draft.document.typed = None
            draft.due = True
            self._server.publisher.settle(draft)

    def close(self, uri: str) -> None:
        """Let go of a document and of what was said of it."""
        draft = self._open.pop(uri, None)
        if draft is not None:
            if draft.snapshot.analysis is not None:
                draft.snapshot.analysis.cancel()
                self._server.publisher.closed(draft)

    def check_again(self, uri: str | None = None) -> None:
        """Check documents anew, since something else than their text has changed: one or all."""
        for draft in self:
            if uri is None or draft.uri == uri:
                draft.snapshot = self._snapshot(draft.document)
                draft.due = True
                self._check(draft)

    def _snapshot(self, document: Document) -> Snapshot:
        return Snapshot(
            document.uri,
            document.version,
            document.language_id,
            document.source,
            self._server.folders.settings_for(document.uri, document.language_id),
            document.encoding,
        )

    def _check(self, draft: OpenDraft) -> None:
        """Have the snapshot checked in the worker; a document that is no text is left alone."""
        if draft.document.language_id not in DRAFT_LANGUAGE_IDS:
            return
        server, snapshot, analyst = self._server, draft.snapshot, draft.analyst
        server.publisher.checking(draft)
        analysis: Future[Checked] = server.worker.submit(
            lambda: check(snapshot, analyst, server.abilities, server.rule_pages.address),
            snapshot.uri,
        )
        snapshot.analysis = analysis
        loop = asyncio.get_running_loop()

        def done(future: Future[Checked]) -> None:
            if not future.cancelled():
                loop.call_soon_threadsafe(self._checked, draft, snapshot)

        analysis.add_done_callback(done)

    def _checked(self, draft: OpenDraft, snapshot: Snapshot) -> None:
        """An outcome is there: of use unless the text has changed meanwhile."""
        if self._open.get(draft.uri) is draft and draft.snapshot is snapshot:
            self._server.publisher.settle(draft)
