"""The server: open documents, their snapshots, the features that answer from them."""

from __future__ import annotations

import asyncio
import logging
from concurrent.futures import CancelledError
from typing import TYPE_CHECKING, Any

from lsprotocol import types
from pygls.lsp.server import LanguageServer

from reslint import __version__
from reslint.linter import LintOptions
from reslint.server.analysis import Analyst
from reslint.server.conversion import diagnostic_of
from reslint.server.documents import Document, Snapshot
from reslint.server.protocol import Protocol
from reslint.server.settings import DocumentSettings
from reslint.server.worker import Worker

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from concurrent.futures import Future

    from reslint.linter import LintResult

logger = logging.getLogger(__name__)


class Server(LanguageServer):
    """The language server of reslint."""

    def __init__(self) -> None:
        super().__init__("reslint", __version__, protocol_cls=Protocol)
        self.encoding = "utf-16"
        self.worker = Worker()
        self._documents: dict[str, Document] = {}
        self._snapshots: dict[str, Snapshot] = {}
        self._analysts: dict[str, Analyst] = {}

    def snapshot(self, uri: str) -> Snapshot | None:
        """The document as it is now, None if it is not open."""
        return self._snapshots.get(uri)

    async def analysed(self, uri: str) -> Snapshot | None:
        """The document as it is now, checked; None if it is not open (any more)."""
        while (snapshot := self.snapshot(uri)) is not None:
            try:
                await asyncio.wrap_future(snapshot.analysis)
            except CancelledError:
                if self.snapshot(uri) is snapshot:
                    raise
                continue  # the text has changed meanwhile
            return snapshot
        return None

    def add_feature(
        self,
        method: str,
        answer: Callable[[Snapshot, Any], Any],
        options: Any = None,
    ) -> None:
        """Answer the requests `method` by a pure function of a snapshot and the parameters.

        The snapshot is that of `params.text_document.uri`, checked already (`.result` is there);
        the function runs in the worker thread. A document that is not open is answered by null.
        """

        async def handle(params: Any) -> Any:
            snapshot = await self.analysed(params.text_document.uri)
            if snapshot is None:
                return None
            return await asyncio.wrap_future(self.worker.submit(lambda: answer(snapshot, params)))

        self.feature(method, options)(handle)

    def open(self, item: types.TextDocumentItem) -> None:
        """Take a document into the store and have it checked."""
        document = Document(item.uri, item.version, item.language_id, item.text, self.encoding)
        self._documents[item.uri] = document
        self._analysts[item.uri] = Analyst()
        self._check(document)

    def change(
        self,
        identifier: types.VersionedTextDocumentIdentifier,
        changes: Sequence[types.TextDocumentContentChangeEvent],
    ) -> None:
        """Make changes in a document and have it checked."""
        document = self._documents.get(identifier.uri)
        if document is None:
            logger.warning("a change of a document that is not open: %s", identifier.uri)
            return
        document.change(list(changes), identifier.version)
        self._check(document)

    def close(self, uri: str) -> None:
        """Forget a document and what was said of it."""
        self._documents.pop(uri, None)
        self._snapshots.pop(uri, None)
        self._analysts.pop(uri, None)

    def _check(self, document: Document) -> None:
        """Have a document checked as it is now."""
        uri, source, settings = document.uri, document.source, self._settings_of(document)
        analyst = self._analysts[uri]
        analysis: Future[LintResult] = self.worker.submit(
            lambda: analyst.analyse(source, settings), uri
        )
        snapshot = Snapshot(
            uri,
            document.version,
            document.language_id,
            source,
            settings,
            self.encoding,
            analysis,
        )
        self._snapshots[uri] = snapshot
        loop = asyncio.get_running_loop()
        analysis.add_done_callback(lambda _: loop.call_soon_threadsafe(self._checked, snapshot))

    def _checked(self, snapshot: Snapshot) -> None:
        """Publish what was found, unless the text has changed meanwhile."""
        if self.snapshot(snapshot.uri) is not snapshot or snapshot.analysis.cancelled():
            return
        self.text_document_publish_diagnostics(
            types.PublishDiagnosticsParams(
                snapshot.uri,
                [diagnostic_of(one, snapshot) for one in snapshot.result.diagnostics],
                snapshot.version,
            )
        )

    def _settings_of(self, document: Document) -> DocumentSettings:
        plain = document.language_id == "plaintext" or document.uri.endswith(".txt")
        return DocumentSettings(LintOptions(path_format="plain" if plain else "markdown"))
