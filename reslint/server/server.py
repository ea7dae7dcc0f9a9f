"""The server: what it is made of, and how features are added to it."""

from __future__ import annotations

import asyncio
import logging
import os
from concurrent.futures import CancelledError, Future
from typing import TYPE_CHECKING, Any

from lsprotocol import types
from pygls.lsp.server import LanguageServer

from reslint import __version__
from reslint.server.client import Abilities, LongWork, pull_settings
from reslint.server.documents import UTF16
from reslint.server.drafts import Drafts
from reslint.server.file_problems import FileProblems
from reslint.server.folder_check import FolderFindings
from reslint.server.lifecycle import PolledFiles
from reslint.server.protocol import Protocol
from reslint.server.publishing import Publisher
from reslint.server.rules import Rulebooks, RulePages
from reslint.server.worker import Worker
from reslint.server.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from reslint.server.documents import Snapshot
    from reslint.server.drafts import Analyst, OpenDraft


logger = logging.getLogger(__name__)
_VOID = object()
_CURSOR_METHODS = (
    types.TEXT_DOCUMENT_CODE_ACTION,
    types.TEXT_DOCUMENT_DOCUMENT_HIGHLIGHT,
)
"""What editors ask as the cursor moves, unlike a hover, which follows the mouse."""


class Server(LanguageServer):
    """The language server of reslint.

    `encoding` is that of positions; `abilities` what the client can do; `folders` the open
    folders with their settings; `drafts` the open documents.
    """

    protocol: Protocol

    def __init__(self) -> None:
        super().__init__("reslint", __version__, protocol_cls=Protocol)
        self.encoding = UTF16
        self.abilities = Abilities()
        self.initialization: dict[str, Any] = {}
        self.folders = Workspace()
        self.rulebooks = Rulebooks()
        self.rule_pages = RulePages(self)
        self.worker = Worker()
        self.publisher = Publisher(self)
        self.drafts = Drafts(self)
        self.polled_files = PolledFiles(self)
        self.file_problems = FileProblems(self)
        self.folder_findings = FolderFindings(self)
        self.long_work = LongWork(self)
        self.exit_code = 0
        self._tasks: set[asyncio.Task[None]] = set()

    def snapshot(self, uri: str) -> Snapshot | None:
        """The document as it is now, None if it is not open."""
        draft = self.drafts.get(uri)
        return None if draft is None else draft.snapshot

    async def analysed(self, uri: str) -> Snapshot | None:
        """The document as it is now, checked, so that `.result` is there.

        None if it is not open (any more), no text, or reslint failed on it.
        """
        while (snapshot := self.snapshot(uri)) is not None:
            analysis = snapshot.analysis
            if analysis is None:
                return None
            checked = await self.outcome(analysis)
            if checked is not None:
                return snapshot if checked.result is not None else None
            if self.snapshot(uri) is snapshot:
                return None  # the server is about to end
        return None

    async def outcome(self, future: Future[Any]) -> Any:
        """What comes out of work in the worker, None if it was given up for newer work.

        A request that is cancelled meanwhile leaves the work alone: others may wait for it, too.
        """
        try:
            return await asyncio.shield(asyncio.wrap_future(future))
        except (asyncio.CancelledError, CancelledError):
            task = asyncio.current_task()
            if future.cancelled() and not (task is not None and task.cancelling()):
                return None
            raise

    def add_feature(
        self, method: str, answer: Callable[[Snapshot, Any], Any], options: Any = None
    ) -> None:
        """Answer the requests `method` by a pure function of a snapshot and the parameters.

        The snapshot is that of `params.text_document.uri`, checked already (`.result` is there);
        the function runs in the worker thread and gives what the protocol wants, typed or plain.
        A document that is not open is answered by null. `options` are those of the protocol.
        """

        async def handle(params: Any) -> Any:
            return await self.answered(
                uri_in(params), lambda snapshot: answer(snapshot, params), (method, params)
            )

        self.feature(method, options)(handle)

    async def answered(
        self,
        uri: str,
        answer: Callable[[Snapshot], Any],
        asked: tuple[str, Any] | None = None,
    ) -> Any:
        """What `answer` makes in the worker of the document as it is now, checked; None if it is
        not open. `asked` are the method and parameters of a request that may tell of the cursor.
        """
        while True:
            snapshot = await self.analysed(uri)
            draft = self.drafts.get(uri)
            if snapshot is None or draft is None:
                return None
            if asked is not None:
                self._learn_of_cursor(*asked, draft, snapshot)
            work = _Reading(snapshot, draft.analyst, answer)
            outcome = await self.outcome(self.worker.submit(work))
            if outcome is not _VOID:
                return outcome

    def _learn_of_cursor(
        self, method: str, params: Any, draft: OpenDraft, snapshot: Snapshot
    ) -> None:
        if method not in _CURSOR_METHODS or draft.snapshot is not snapshot:
            return
        span = getattr(params, "range", None)
        start, end = (span.start, span.end) if span is not None else (params.position,) * 2
        self.publisher.seen_at(draft, snapshot.offset(start), snapshot.offset(end))

    def send(self, method: str, params: Any) -> None:
        """Send a notification whose parameters are plain values. From the loop's thread only."""
        self.protocol.send_plain({"jsonrpc": "2.0", "method": method, "params": params})

    def ask(self, method: str, params: Any) -> Future[Any]:
        """Send a request; what goes wrong with it is logged. From the loop's thread only."""
        future = self.protocol.ask_plain(method, params)
        future.add_done_callback(lambda done: _log_refusal(method, done))
        return future

    def spawn(self, work: Coroutine[Any, Any, None]) -> None:
        """Have something done by the way; what goes wrong with it is logged."""
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._forget_task)

    def _forget_task(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            logger.error("work by the way failed", exc_info=error)

    def finish_capabilities(self, capabilities: types.ServerCapabilities) -> None:
        """Say to the client no more than what is for it."""
        if not self.abilities.pull:
            capabilities.diagnostic_provider = None
        own = self.initialization.get("clientCommands")
        commands = capabilities.execute_command_provider
        if commands is not None and isinstance(own, list):
            # An editor that has a command of this name cannot take in another one.
            commands.commands = [one for one in commands.commands if one not in own]

    def change_folders(self, event: types.WorkspaceFoldersChangeEvent) -> None:
        """Folders were added to or taken from the editor's window."""
        for folder in event.removed:
            self.folders.remove_folder(folder.uri)
        for folder in event.added:
            self.folders.add_folder(folder.uri)
        self.spawn(pull_settings(self))

    def settings_changed(self) -> None:
        """Settings, settings files or rules may have changed: look at all of them again."""
        self.folders.forget_files()
        self.rulebooks.forget_house_rules()
        self.rule_pages.forget_house_rules()
        self.drafts.check_again()
        self.file_problems.look_again()

    def client_is_gone(self) -> None:
        """Nothing can be sent any more: end at once, there is nobody to wait for."""
        logger.warning("the client is gone")
        os._exit(1)

    def report_server_error(self, error: Exception, source: Any) -> None:
        """Write an error down; a drafter is never shown one in a window."""
        logger.error("%s: %s", getattr(source, "__name__", source), error)


class _Reading:
    """An answer made from a snapshot in the worker, unless its draft is void by then."""

    def __init__(
        self, snapshot: Snapshot, analyst: Analyst, answer: Callable[[Snapshot], Any]
    ) -> None:
        self._snapshot = snapshot
        self._analyst = analyst
        self._answer = answer

    def __call__(self) -> Any:
        if not self._analyst.stands_by(self._snapshot.result):
            return _VOID
        return self._answer(self._snapshot)


def uri_in(params: Any) -> str:
    """The address of the document that a request is about ("" for none); typed or not."""
    document = getattr(params, "text_document", None) or getattr(params, "textDocument", None)
    uri = getattr(document, "uri", "")
    return uri if isinstance(uri, str) else ""


def _log_refusal(method: str, future: Future[Any]) -> None:
    if not future.cancelled() and (error := future.exception()) is not None:
        logger.warning("the client refused %s: %s", method, error)
