"""The messages of a session: what pygls leaves open, and what we do differently.

Every request gets an answer, also one that cannot be understood, and no message stops the server.
Open documents are kept in a store of our own; commands get their parameters whole.
"""

from __future__ import annotations

import asyncio
import json
import logging
import sys
import typing
from concurrent.futures import Future
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from lsprotocol import types
from pygls.exceptions import JsonRpcException, JsonRpcInvalidParams, JsonRpcInvalidRequest
from pygls.protocol import LanguageServerProtocol, lsp_method

from reslint.server.positions import choose_encoding

if TYPE_CHECKING:
    from collections.abc import Coroutine, Generator, Sequence


logger = logging.getLogger(__name__)
_NOT_INITIALIZED = -32002


class Events(typing.Protocol):
    """What the protocol needs of the server: the events that it hands on."""

    exit_code: int

    def open_document(self, item: types.TextDocumentItem) -> None: ...
    def change_document(
        self,
        identifier: types.VersionedTextDocumentIdentifier,
        changes: Sequence[types.TextDocumentContentChangeEvent],
    ) -> None: ...
    def close_document(self, uri: str) -> None: ...
    def change_folders(self, event: types.WorkspaceFoldersChangeEvent) -> None: ...
    def cancel_progress(self, token: int | str) -> None: ...
    def agree_on_encoding(self, encoding: str) -> None: ...
    def finish_capabilities(self, capabilities: types.ServerCapabilities) -> None: ...
    def client_is_gone(self) -> None: ...
    def spawn(self, work: Coroutine[Any, Any, None]) -> None: ...


class Protocol(LanguageServerProtocol):
    """Reads, checks and writes messages; hands the events on to `events`."""

    events: Events
    """Set by the server that made this, before any message comes."""
    _begun = False

    # Incoming messages

    def structure_message(self, data: dict[str, Any]) -> Any:
        """Turn a message into typed objects; a request that does not fit its type is refused."""
        try:
            return super().structure_message(data)
        except JsonRpcException as error:
            if "method" in data and isinstance(data.get("id"), str | int):
                self._send_response(data["id"], error=error.to_response_error())
            raise

    def handle_message(self, message: Any) -> None:
        """Handle a message, or refuse it before `initialize` and after `shutdown`."""
        method, number = getattr(message, "method", None), getattr(message, "id", None)
        if method is None or method == types.EXIT:
            super().handle_message(message)
        elif method == types.INITIALIZE and self._begun:
            self._refuse(number, JsonRpcInvalidRequest("the server is initialized already"))
        elif method != types.INITIALIZE and not self._begun:
            self._refuse(number, JsonRpcException("initialize comes first", _NOT_INITIALIZED))
        elif self._shutdown:
            self._refuse(number, JsonRpcInvalidRequest("the server is shutting down"))
        else:
            super().handle_message(message)

    def _refuse(self, number: Any, error: JsonRpcException) -> None:
        """Answer a request by an error; a notification is only logged."""
        if number is not None:
            self._send_response(number, error=error.to_response_error())
        else:
            logger.warning("a notification is left aside: %s", error)

    # Outgoing messages

    def send_plain(self, method: str, params: Any) -> None:
        """Send a notification whose parameters are plain values."""
        self._send_data({"jsonrpc": "2.0", "method": method, "params": params})

    def ask_plain(self, method: str, params: Any) -> Future[Any]:
        """Send a request whose parameters are plain values; its answer is typed.

        An error is logged.
        """
        number = str(uuid4())
        future: Future[Any] = Future()
        future.add_done_callback(lambda done: _log_refusal(method, done))
        self._request_futures[number] = future
        self._result_types[number] = self.get_result_type(method)
        self._send_data({"jsonrpc": "2.0", "id": number, "method": method, "params": params})
        return future

    def _send_response(self, msg_id: Any, result: Any = None, error: Any = None) -> None:
        """Answer a request. Plain values in the answer go into the message as they are.

        As a field of a typed answer, each of them would first be looked at by the converter, which
        takes six times as long as writing the message.
        """
        if error is not None:
            super()._send_response(msg_id, error=error)
            return
        self._result_types.pop(msg_id, None)
        self._send_data({"jsonrpc": self.VERSION, "id": msg_id, "result": result})

    def _send_data(self, data: Any) -> None:
        """Send a message in one write and without a log entry."""
        if not data or self.writer is None:
            return
        try:
            body = json.dumps(data, default=self._serialize_message, separators=(",", ":"))
        except Exception:
            logger.exception("a message could not be written")
            return
        whole: Any = body  # a WebSocket sends it as text: clients in browsers expect that
        if self._include_headers:
            encoded = body.encode("ascii")  # json.dumps escapes everything else
            whole = b"Content-Length: %d\r\n\r\n%b" % (len(encoded), encoded)
        try:
            sent: Any = self.writer.write(whole)
        except (OSError, ValueError):
            self.events.client_is_gone()
            return
        if asyncio.iscoroutine(sent):
            self.events.spawn(sent)

    # Start and end

    @lsp_method(types.INITIALIZE)
    def lsp_initialize(
        self, params: types.InitializeParams
    ) -> Generator[Any, Any, types.InitializeResult]:
        """Agree on the encoding of positions, then do as pygls does."""
        self._begun = True
        general = params.capabilities.general
        offered = (general.position_encodings if general else None) or []
        encoding = choose_encoding([str(getattr(one, "value", one)) for one in offered])
        if general is not None:
            general.position_encodings = [types.PositionEncodingKind(encoding)]
        self.events.agree_on_encoding(encoding)
        result = yield from super().lsp_initialize(params)
        self.events.finish_capabilities(result.capabilities)
        return result

    @lsp_method(types.EXIT)
    def lsp_exit(self, *args: Any) -> None:  # type: ignore[override]
        """End with code 0 after `shutdown`, else with 1, as the protocol demands."""
        self.events.exit_code = 0 if self._shutdown else 1
        sys.exit(self.events.exit_code)

    # Documents

    @lsp_method(types.TEXT_DOCUMENT_DID_OPEN)
    def lsp_text_document__did_open(self, params: types.DidOpenTextDocumentParams) -> None:
        """Open a document."""
        self.events.open_document(params.text_document)

    @lsp_method(types.TEXT_DOCUMENT_DID_CHANGE)
    def lsp_text_document__did_change(self, params: types.DidChangeTextDocumentParams) -> None:
        """Apply changes to a document."""
        self.events.change_document(params.text_document, params.content_changes)

    @lsp_method(types.TEXT_DOCUMENT_DID_CLOSE)
    def lsp_text_document__did_close(self, params: types.DidCloseTextDocumentParams) -> None:
        """Close a document."""
        self.events.close_document(params.text_document.uri)

    # Folders and commands

    @lsp_method(types.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS)
    def lsp_workspace__did_change_workspace_folders(
        self, params: types.DidChangeWorkspaceFoldersParams
    ) -> None:
        """Add folders and remove others."""
        self.events.change_folders(params.event)

    @lsp_method(types.WORKSPACE_EXECUTE_COMMAND)
    async def lsp_workspace__execute_command(  # type: ignore[override]
        self, params: types.ExecuteCommandParams
    ) -> Any:
        """Run a command with its parameters whole, the token of its progress included."""
        handler = self.fm.commands.get(params.command)
        if handler is None:
            raise JsonRpcInvalidParams(f"there is no command {params.command}")
        return await handler(params)

    @lsp_method(types.WINDOW_WORK_DONE_PROGRESS_CANCEL)
    def lsp_work_done_progress_cancel(self, params: types.WorkDoneProgressCancelParams) -> None:
        """Cancel a task that shows its progress."""
        self.events.cancel_progress(params.token)


def _log_refusal(method: str, future: Future[Any]) -> None:
    if not future.cancelled() and (error := future.exception()) is not None:
        logger.warning("the client refused %s: %s", method, error)
