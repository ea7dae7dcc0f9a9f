"""Check open documents whenever they, or what decides on their findings, change."""

from __future__ import annotations

import asyncio
import logging
from time import monotonic
from typing import TYPE_CHECKING

from reslint.documents import WORD_ENDINGS
from reslint.linting.budget import GivenUp
from reslint.linting.rule_run import describe
from reslint.server.diagnostics import item_of
from reslint.server.documents import (
    CheckOutcome,
    DocumentLinter,
    OpenDocument,
    Snapshot,
)
from reslint.server.renumbered import numbers_seen
from reslint.server.text_document import TextDocument
from reslint.server.workspace import DRAFT_LANGUAGE_IDS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from concurrent.futures import Future

    from lsprotocol import types

    from reslint.server.client import ClientCapabilities
    from reslint.server.publishing import Publisher
    from reslint.server.session import Session
    from reslint.server.versions import Versions
    from reslint.server.worker import Worker


logger = logging.getLogger(__name__)
_LONG = 0.3  # seconds after which a check lets others pass


class DocumentChecker:
    """Follows the client's documents and has each new snapshot checked in the worker."""

    def __init__(self, session: Session, publisher: Publisher, versions: Versions) -> None:
        self._session = session
        self._publisher = publisher
        self._versions = versions

    def open(self, item: types.TextDocumentItem) -> None:
        """Open a document; one that is open already is closed first."""
        self.close(item.uri)
        session = self._session
        text = TextDocument(
            item.uri, item.version, item.language_id, item.text, session.client.encoding
        )
        document = OpenDocument(text, DocumentLinter(), self._snapshot(text))
        session.documents.add(document)
        self._check(document)

    def change(
        self,
        identifier: types.VersionedTextDocumentIdentifier,
        changes: Sequence[types.TextDocumentContentChangeEvent],
    ) -> None:
        """Apply changes to a document, also when its version number does not grow."""
        document = self._session.documents.get(identifier.uri)
        if document is None:
            logger.warning("%s was changed but is not open", identifier.uri)
            return
        version = identifier.version
        if version is not None and version <= document.text.version:
            logger.warning(
                "%s: version %s after %s", identifier.uri, version, document.text.version
            )
        document.text.change(list(changes), version)
        document.snapshot = self._snapshot(document.text)
        self._check(document)

    def save(self, uri: str) -> None:
        """Show all findings of a saved document, also where someone is typing."""
        document = self._session.documents.get(uri)
        if document is not None:
            document.text.typed = None
            document.due = True
            self._publisher.update(document)

    def close(self, uri: str) -> None:
        """Close a document and take back its findings."""
        document = self._session.documents.pop(uri)
        if document is not None and document.snapshot.check is not None:
            document.snapshot.check.cancel()
            self._publisher.close(document)

    def check_again(self, uri: str | None = None) -> None:
        """Check one document or all of them again: something other than their text has changed."""
        for document in self._session.documents:
            if uri is None or document.uri == uri:
                document.snapshot = self._snapshot(document.text)
                document.due = True
                self._check(document)

    def _snapshot(self, text: TextDocument) -> Snapshot:
        return Snapshot(
            text.uri,
            text.version,
            text.language_id,
            text.source,
            self._session.folders.settings_for(text.uri, text.language_id),
            text.encoding,
            text.writing,
            text.numbering.earlier(),
        )

    def _check(self, document: OpenDocument) -> None:
        """Have the snapshot checked in the worker, if the document may be a draft."""
        if document.text.language_id not in DRAFT_LANGUAGE_IDS:
            return
        if document.uri.lower().endswith(WORD_ENDINGS):
            return  # its bytes as text: an editor of text cannot show a Word file
        session, snapshot, linter = self._session, document.snapshot, document.linter
        self._publisher.announce_check(document)
        check: Future[CheckOutcome] = session.worker.submit(
            lambda: check_snapshot(
                snapshot,
                linter,
                session.client.capabilities,
                session.rule_pages.uri,
                _patience(session.worker, snapshot.uri),
            ),
            snapshot.uri,
        )
        snapshot.check = check
        loop = asyncio.get_running_loop()

        def done(future: Future[CheckOutcome]) -> None:
            if not future.cancelled():
                loop.call_soon_threadsafe(self._checked, document, snapshot)

        check.add_done_callback(done)

    def _checked(self, document: OpenDocument, snapshot: Snapshot) -> None:
        """Show an outcome, unless the document has changed or been closed meanwhile."""
        if self._session.documents.get(document.uri) is document and document.snapshot is snapshot:
            assert snapshot.check is not None
            document.text.numbering.checked(snapshot.source, snapshot.check.result().numbers)
            self._publisher.update(document)
            self._versions.checked(document)


def check_snapshot(
    snapshot: Snapshot,
    linter: DocumentLinter,
    capabilities: ClientCapabilities,
    page_of: Callable[[str], str],
    between: Callable[[], None] | None = None,
) -> CheckOutcome:
    """Check a snapshot; `page_of` gives the URI of a rule's page by the rule's code.

    `between` is called between the rules. Raises GivenUp if that does.
    """
    try:
        result = linter.lint(snapshot.source, snapshot.settings, between)
        diagnostics = result.diagnostics if snapshot.settings.enabled else []
        found = [
            (one, item_of(one, snapshot.uri, snapshot.place, capabilities, page_of(one.code)))
            for one in diagnostics
        ]
        numbers = numbers_seen(snapshot, result) if snapshot.settings.enabled else None
    except GivenUp:
        raise
    except Exception as error:  # a text that breaks reslint must not break the editor
        logger.exception("%s version %s could not be checked", snapshot.uri, snapshot.version)
        return CheckOutcome(None, [], describe(error))
    return CheckOutcome(result, found, numbers=numbers)


def _patience(worker: Worker, uri: str) -> Callable[[], None]:
    """Return what the check of a document does between the rules, once it takes long.

    It is given up if the document was edited again; else other documents are checked meanwhile.
    """
    began = monotonic()

    def between() -> None:
        if monotonic() - began < _LONG:
            return
        if worker.is_awaited(uri):
            raise GivenUp
        worker.run_others()

    return between
