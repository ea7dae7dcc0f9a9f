"""The server: its parts, and how features are registered."""

from __future__ import annotations

import asyncio
import logging
import os
from concurrent.futures import CancelledError, Future
from typing import TYPE_CHECKING, Any

from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pygls.lsp.server import LanguageServer

from reslint.linting.budget import GivenUp
from reslint.rulebook.book import forget_house_rules
from reslint.server.checking import DocumentChecker
from reslint.server.client import Client, ProgressTracker, pull_settings
from reslint.server.folder_findings import FolderFindings
from reslint.server.messages import Plain, message_converter
from reslint.server.positions import path_of
from reslint.server.protocol import Protocol
from reslint.server.publishing import Publisher
from reslint.server.session import Session
from reslint.server.settings_files import FileProblems, FileWatch
from reslint.server.versions import Versions
from reslint.version import __version__

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Sequence

    from reslint.server.documents import DocumentLinter, OpenDocument, Snapshot


logger = logging.getLogger(__name__)
_OUTDATED = object()
_CURSOR_METHODS = (
    types.TEXT_DOCUMENT_CODE_ACTION,
    types.TEXT_DOCUMENT_DOCUMENT_HIGHLIGHT,
)
"""What editors ask as the cursor moves, unlike a hover, which follows the mouse."""
_OF_ONE_TEXT = (
    types.TEXT_DOCUMENT_INLAY_HINT,
    types.TEXT_DOCUMENT_SEMANTIC_TOKENS_FULL,
    types.TEXT_DOCUMENT_SEMANTIC_TOKENS_RANGE,
    types.TEXT_DOCUMENT_ON_TYPE_FORMATTING,
    types.TEXT_DOCUMENT_FORMATTING,
)
"""What is only right for the text that the editor had when it asked. Editors move the places of an
answer along with what was typed meanwhile: those of a newer text would be moved twice."""


class _ContentModified(JsonRpcException):
    """The text has changed since the request: the editor asks again, without a message."""

    CODE = int(types.LSPErrorCodes.ContentModified)
    MESSAGE = "the text has changed"


class Server(LanguageServer):
    """The language server of reslint: the session, the parts that serve it, the features."""

    protocol: Protocol

    def __init__(self) -> None:
        self.converter = message_converter()
        super().__init__(
            "reslint",
            __version__,
            protocol_cls=Protocol,
            converter_factory=lambda: self.converter,
        )
        self.protocol.events = self
        self.client = Client(self.protocol.send_plain, self.protocol.ask_plain)
        self.session = Session(self.client)
        self.publisher = Publisher(self.client, self.session.rule_pages.uri)
        self.versions = Versions(self.session, self.publisher)
        self.checker = DocumentChecker(self.session, self.publisher, self.versions)
        self.folder_findings = FolderFindings(self.publisher, self.session.documents, self.spawn)
        self.file_problems = FileProblems(self.session, self.publisher)
        self.file_watch = FileWatch(self.session.documents, self.settings_changed)
        self.progress_tracker = ProgressTracker(self.client)
        self.initialization_options: dict[str, Any] = {}
        self.exit_code = 0
        self.started_by_client = False
        """Whether the client started the server, and did not merely find its port."""
        self._tasks: set[asyncio.Task[None]] = set()
        self._asked: dict[int, int] = {}
        """By the identity of parameters that wait: the version of the document when they came."""

    # Features

    def add_feature(
        self, method: str, answer: Callable[[Snapshot, Any], Any], options: Any = None
    ) -> None:
        """Answer the requests `method` by a pure function of a snapshot and the parameters.

        The snapshot is that of `params.text_document.uri`, checked already (`.result` does not
        wait); the function runs in the worker and returns the protocol's types or plain values.
        The answer is null if the document is not open. `options` are those of the protocol.
        """

        async def handle(params: Any) -> Any:
            uri, request = _uri_in(params), (method, params)
            asked = self._asked.pop(id(params), None)

            def answer_for(snapshot: Snapshot) -> Any:
                if asked is not None and snapshot.version != asked:
                    raise _ContentModified
                return answer(snapshot, params)

            return Plain(await self.answer(uri, answer_for, request))

        self.feature(method, options)(handle)

    def request_received(self, method: str, params: Any) -> None:
        """Take note of the text to which a request belongs, before the next message changes it."""
        if method in _OF_ONE_TEXT:
            document = self.session.documents.get(_uri_in(params))
            if document is not None:
                self._asked[id(params)] = document.text.version

    async def answer(
        self,
        uri: str,
        answer: Callable[[Snapshot], Any],
        request: tuple[str, Any] | None = None,
    ) -> Any:
        """Return what `answer` makes, in the worker, of the checked document.

        None if it is not open. `request` is the method and parameters of a request that may tell
        where the cursor is.
        """
        while True:
            snapshot = await self.checked_snapshot(uri)
            document = self.session.documents.get(uri)
            if snapshot is None or document is None:
                return None
            if request is not None:
                self._note_cursor(*request, document, snapshot)
            task = _Answer(snapshot, document.linter, answer)
            outcome = await self.outcome(self.session.worker.submit(task))
            if outcome is not _OUTDATED:
                return outcome

    async def checked_snapshot(self, uri: str) -> Snapshot | None:
        """Return the latest snapshot of a document, checked.

        None if it is not open (any more), not a text, or reslint failed on it.
        """
        while (document := self.session.documents.get(uri)) is not None:
            snapshot = document.snapshot
            if snapshot.check is None:
                return None
            outcome = await self.outcome(snapshot.check)
            if outcome is not None:
                return snapshot if outcome.result is not None else None
            document = self.session.documents.get(uri)
            if document is not None and document.snapshot is snapshot:
                return None  # the server is about to end
        return None

    async def outcome(self, future: Future[Any]) -> Any:
        """Wait for a task of the worker; None if it was given up for a newer one.

        The task goes on if this request is cancelled: others may wait for it, too.
        """
        try:
            return await asyncio.shield(asyncio.wrap_future(future))
        except GivenUp:
            return None
        except (asyncio.CancelledError, CancelledError):
            task = asyncio.current_task()
            if future.cancelled() and not (task is not None and task.cancelling()):
                return None
            raise

    def _note_cursor(
        self, method: str, params: Any, document: OpenDocument, snapshot: Snapshot
    ) -> None:
        if method not in _CURSOR_METHODS or document.snapshot is not snapshot:
            return
        span = getattr(params, "range", None)
        start, end = (span.start, span.end) if span is not None else (params.position,) * 2
        self.publisher.cursor_at(document, snapshot.offset(start), snapshot.offset(end))

    # Events

    def open_document(self, item: types.TextDocumentItem) -> None:
        """Check a document from now on."""
        self.checker.open(item)
        path = path_of(item.uri)
        if path is not None:
            self.folder_findings.opened(path)
        self.file_problems.check_soon()
        self.file_watch.add_documents()

    def change_document(
        self,
        identifier: types.VersionedTextDocumentIdentifier,
        changes: Sequence[types.TextDocumentContentChangeEvent],
    ) -> None:
        """Apply changes to an open document."""
        self.checker.change(identifier, changes)

    def close_document(self, uri: str) -> None:
        """Close a document and take back its findings."""
        self.checker.close(uri)
        self.folder_findings.touched([path_of(uri)])

    def change_folders(self, event: types.WorkspaceFoldersChangeEvent) -> None:
        """Add folders to the session and remove others."""
        for folder in event.removed:
            self.session.folders.remove_folder(folder.uri)
            path = path_of(folder.uri)
            if path is not None:
                self.folder_findings.forget(path)
        for folder in event.added:
            self.session.folders.add_folder(folder.uri)
        self.spawn(self.pull_settings())

    async def pull_settings(self) -> None:
        """Ask the client for its settings and apply them."""
        if await pull_settings(self.client, self.session.folders):
            self.settings_changed()

    def settings_changed(self) -> None:
        """Check everything again: settings, settings files or rules may have changed."""
        self.session.folders.forget_files()
        forget_house_rules()
        self.session.rule_pages.forget_house_rules()
        self.versions.forget()
        self.checker.check_again()
        self.folder_findings.check_everything()
        self.file_problems.check_soon()

    def cancel_progress(self, token: int | str) -> None:
        """Cancel the task that shows progress under this token."""
        self.progress_tracker.cancel(token)

    # The process

    def spawn(self, work: Coroutine[Any, Any, None]) -> None:
        """Run a coroutine in the background; its error is logged."""
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._forget_task)

    def _forget_task(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            logger.error("a background task failed", exc_info=error)

    def agree_on_encoding(self, encoding: str) -> None:
        """Count positions in this encoding from now on."""
        self.client.encoding = encoding

    def finish_capabilities(self, capabilities: types.ServerCapabilities) -> None:
        """Remove the server capabilities that are not for this client."""
        if not self.client.capabilities.pull:
            capabilities.diagnostic_provider = None
        own = self.initialization_options.get("clientCommands")
        commands = capabilities.execute_command_provider
        if commands is not None and isinstance(own, list):
            # An editor cannot register a command whose name it has already.
            commands.commands = [one for one in commands.commands if one not in own]

    def client_is_gone(self) -> None:
        """End at once: nothing can be sent any more."""
        logger.warning("the client has gone")
        os._exit(1)

    def report_server_error(self, error: Exception, source: Any) -> None:
        """Log an error; a drafter is never shown one in a window."""
        logger.error("%s: %s", getattr(source, "__name__", source), error)


class _Answer:
    """Makes an answer from a snapshot in the worker, unless its draft may not be used any more."""

    def __init__(
        self, snapshot: Snapshot, linter: DocumentLinter, answer: Callable[[Snapshot], Any]
    ) -> None:
        self._snapshot = snapshot
        self._linter = linter
        self._answer = answer

    def __call__(self) -> Any:
        if not self._linter.is_last(self._snapshot.result):
            return _OUTDATED
        return self._answer(self._snapshot)


def _uri_in(params: Any) -> str:
    """Return the URI of the document that a request is about, typed or plain; "" for none."""
    document = getattr(params, "text_document", None) or getattr(params, "textDocument", None)
    uri = getattr(document, "uri", "")
    return uri if isinstance(uri, str) else ""
