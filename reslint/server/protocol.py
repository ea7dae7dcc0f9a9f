"""The conversation with the editor: what pygls leaves open, and what it does another way.

Whatever a client sends is answered, a request that cannot be understood, too, and never stops the
server. Documents are kept in our own store; commands get their parameters whole.
"""

from __future__ import annotations

import asyncio
import json
import logging
import sys
from concurrent.futures import Future
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from lsprotocol import types
from pygls.exceptions import JsonRpcException, JsonRpcInvalidParams, JsonRpcInvalidRequest
from pygls.protocol import LanguageServerProtocol, lsp_method

from reslint.server import documents

if TYPE_CHECKING:
    from collections.abc import Generator

    from reslint.server.server import Server


logger = logging.getLogger(__name__)
_NOT_INITIALIZED = -32002


class Protocol(LanguageServerProtocol):
    """The protocol as the server speaks it."""

    _server: Server

    def __init__(self, server: Server, converter: Any) -> None:
        self._begun = False
        super().__init__(server, converter)

    # What comes in

    def structure_message(self, data: dict[str, Any]) -> Any:
        """A message as typed objects; a request that does not fit its type is refused at once."""
        try:
            return super().structure_message(data)
        except JsonRpcException as error:
            if "method" in data and isinstance(data.get("id"), str | int):
                self._send_response(data["id"], error=error.to_response_error())
            raise

    def handle_message(self, message: Any) -> None:
        """Pass a message on if it comes at its time."""
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
        """Answer a request by an error; a notification is left."""
        if number is not None:
            self._send_response(number, error=error.to_response_error())
        else:
            logger.warning("a notification is left aside: %s", error)

    # What goes out

    def send_plain(self, message: dict[str, Any]) -> None:
        """Send a message that is made of plain values."""
        self._send_data(message)

    def ask_plain(self, method: str, params: Any) -> Future[Any]:
        """Send a request whose parameters are plain values; its answer is typed."""
        number = str(uuid4())
        future: Future[Any] = Future()
        self._request_futures[number] = future
        self._result_types[number] = self.get_result_type(method)
        self._send_data({"jsonrpc": "2.0", "id": number, "method": method, "params": params})
        return future

    def _send_data(self, data: Any) -> None:
        """Send a message: in one write, and without a log entry for each."""
        if not data or self.writer is None:
            return
        try:
            body = json.dumps(data, default=self._serialize_message, separators=(",", ":"))
        except Exception:
            logger.exception("a message could not be written")
            return
        whole: Any = body  # through a WebSocket text goes as text: a browser's client expects it
        if self._include_headers:
            encoded = body.encode("ascii")  # json.dumps escapes all else
            whole = b"Content-Length: %d\r\n\r\n%b" % (len(encoded), encoded)
        try:
            sent: Any = self.writer.write(whole)
        except (OSError, ValueError):
            self._server.client_is_gone()
            return
        if asyncio.iscoroutine(sent):
            self._server.spawn(sent)

    # The life of the server

    @lsp_method(types.INITIALIZE)
    def lsp_initialize(
        self, params: types.InitializeParams
    ) -> Generator[Any, Any, types.InitializeResult]:
        """Agree on the encoding of positions, then as pygls does."""
        self._begun = True
        general = params.capabilities.general
        offered = (general.position_encodings if general else None) or []
        encoding = documents.choose([str(getattr(one, "value", one)) for one in offered])
        if general is not None:
            general.position_encodings = [types.PositionEncodingKind(encoding)]
        self._server.encoding = encoding
        result = yield from super().lsp_initialize(params)
        self._server.finish_capabilities(result.capabilities)
        return result

    @lsp_method(types.EXIT)
    def lsp_exit(self, *args: Any) -> None:  # type: ignore[override]
        """Leave: in order after `shutdown`, else with an error, as the protocol wants it."""
        self._server.exit_code = 0 if self._shutdown else 1
        sys.exit(self._server.exit_code)

    # Documents

    @lsp_method(types.TEXT_DOCUMENT_DID_OPEN)
    def lsp_text_document__did_open(self, params: types.DidOpenTextDocumentParams) -> None:
        """Take the document into the store."""
        self._server.drafts.open(params.text_document)

    @lsp_method(types.TEXT_DOCUMENT_DID_CHANGE)
    def lsp_text_document__did_change(self, params: types.DidChangeTextDocumentParams) -> None:
        """Make the changes in the store."""
        self._server.drafts.change(params.text_document, params.content_changes)

    @lsp_method(types.TEXT_DOCUMENT_DID_CLOSE)
    def lsp_text_document__did_close(self, params: types.DidCloseTextDocumentParams) -> None:
        """Forget the document."""
        self._server.drafts.close(params.text_document.uri)

    # Folders and commands

    @lsp_method(types.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS)
    def lsp_workspace__did_change_workspace_folders(
        self, params: types.DidChangeWorkspaceFoldersParams
    ) -> None:
        """Take folders in and let go of others."""
        self._server.change_folders(params.event)

    @lsp_method(types.WORKSPACE_EXECUTE_COMMAND)
    async def lsp_workspace__execute_command(  # type: ignore[override]
        self, params: types.ExecuteCommandParams
    ) -> Any:
        """Run a command; it gets its parameters whole, the token of its progress among them."""
        handler = self.fm.commands.get(params.command)
        if handler is None:
            raise JsonRpcInvalidParams(f"there is no command {params.command}")
        return await handler(params)

    @lsp_method(types.WINDOW_WORK_DONE_PROGRESS_CANCEL)
    def lsp_work_done_progress_cancel(self, params: types.WorkDoneProgressCancelParams) -> None:
        """The drafter does not want to wait for something any longer."""
        self._server.long_work.cancel(params.token)
