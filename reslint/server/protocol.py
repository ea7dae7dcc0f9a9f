"""The messages of a session: what pygls leaves open, and what we do differently.

Every request gets an answer, also one that cannot be understood, and no message stops the server.
Open documents are kept in a store of our own; commands get their parameters whole.
"""

from __future__ import annotations

import logging
import sys
import typing
from concurrent.futures import Future
from typing import TYPE_CHECKING, Any

from lsprotocol import types
from pygls.exceptions import JsonRpcException, JsonRpcInvalidParams, JsonRpcInvalidRequest
from pygls.protocol import LanguageServerProtocol, lsp_method

from reslint.server.messages import REFUSED, Plain, refused
from reslint.server.positions import choose_encoding

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence


logger = logging.getLogger(__name__)
_NOT_INITIALIZED = -32002


class Events(typing.Protocol):
    """What the protocol needs of the server: the events that it hands on."""

    exit_code: int

    def request_received(self, method: str, params: Any) -> None: ...
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


class Protocol(LanguageServerProtocol):
    """Reads, checks and writes messages; hands the events on to `events`."""

    events: Events
    """Set by the server that made this, before any message comes."""
    _begun = False
    _ended = False

    # Incoming messages

    def structure_message(self, data: dict[str, Any]) -> Any:
        """Turn a message into typed objects; a request that does not fit its type is refused."""
        try:
            return super().structure_message(data)
        except JsonRpcException as error:
            number = data.get("id")
            if "method" in data and isinstance(number, str | int):
                return refused(number, error)
            raise

    def handle_message(self, message: Any) -> None:
        """Handle a message, or refuse it before `initialize` and after `shutdown`."""
        method = getattr(message, "method", None)
        error: JsonRpcException | None = None
        if method in (None, types.EXIT, REFUSED):
            pass
        elif method == types.INITIALIZE and self._begun:
            error = JsonRpcInvalidRequest("the server is initialized already")
        elif method != types.INITIALIZE and not self._begun:
            error = JsonRpcException("initialize comes first", _NOT_INITIALIZED)
        elif self._ended:
            error = JsonRpcInvalidRequest("the server is shutting down")
        number = getattr(message, "id", None)
        if error is None:
            if number is not None and method is not None:
                self.events.request_received(method, message.params)
            super().handle_message(message)
        elif number is not None:
            super().handle_message(refused(number, error))
        else:
            logger.warning("a notification is left aside: %s", error)

    @lsp_method(REFUSED)
    def refuse(self, error: Any) -> None:
        """Raise the error of a refused request: pygls answers by it."""
        raise error if isinstance(error, JsonRpcException) else JsonRpcInvalidRequest()

    # Outgoing messages

    def get_message_type(self, method: str) -> type[Any] | None:  # type: ignore[override]
        """Return the type of a message that clients send; what they get holds plain values."""
        if method == types.PROGRESS or _goes_to_client(method):
            return None
        return super().get_message_type(method)

    def send_plain(self, method: str, params: Any) -> None:
        """Send a notification whose parameters are plain values."""
        self.notify(method, Plain(params))

    def ask_plain(self, method: str, params: Any) -> Future[Any]:
        """Send a request whose parameters are plain values; its answer is typed.

        An error is logged.
        """
        future = self.send_request(method, Plain(params))
        future.add_done_callback(lambda done: _log_refusal(method, done))
        return future

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

    @lsp_method(types.SHUTDOWN)
    def lsp_shutdown(self, *args: Any) -> Generator[Any, Any, None]:
        """Refuse all further requests. Those that are being answered go on."""
        handler = self.fm.features.get(types.SHUTDOWN)
        if handler is not None:
            yield handler, args, None
        self._ended = True

    @lsp_method(types.EXIT)
    def lsp_exit(self, *args: Any) -> None:  # type: ignore[override]
        """End with code 0 after `shutdown`, else with 1, as the protocol demands."""
        self.events.exit_code = 0 if self._ended else 1
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


def _goes_to_client(method: str) -> bool:
    try:
        return types.message_direction(method) == "serverToClient"
    except KeyError:  # one of our own
        return False


def _log_refusal(method: str, future: Future[Any]) -> None:
    if not future.cancelled() and (error := future.exception()) is not None:
        logger.warning("the client refused %s: %s", method, error)
