"""The conversation with the editor: what pygls leaves open, and what it does another way.

Whatever a client sends is answered (a request that cannot be understood, too) and never stops the
server; documents are kept in our own store.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from lsprotocol import types
from pygls.protocol import LanguageServerProtocol, lsp_method

from reslint.server import positions

if TYPE_CHECKING:
    from collections.abc import Generator

    from reslint.server.server import Server

logger = logging.getLogger(__name__)


class Protocol(LanguageServerProtocol):
    """The protocol as the server speaks it."""

    _server: Server

    @lsp_method(types.INITIALIZE)
    def lsp_initialize(
        self, params: types.InitializeParams
    ) -> Generator[Any, Any, types.InitializeResult]:
        """Agree on the encoding of positions, then as pygls does."""
        general = params.capabilities.general
        offered = [
            str(getattr(one, "value", one))
            for one in (general and general.position_encodings) or ()
        ]
        self._server.encoding = positions.choose(offered)
        if general is not None:
            general.position_encodings = [types.PositionEncodingKind(self._server.encoding)]
        result = yield from super().lsp_initialize(params)
        return result

    @lsp_method(types.TEXT_DOCUMENT_DID_OPEN)
    def lsp_text_document__did_open(self, params: types.DidOpenTextDocumentParams) -> None:
        """Take the document into the store."""
        self._server.open(params.text_document)

    @lsp_method(types.TEXT_DOCUMENT_DID_CHANGE)
    def lsp_text_document__did_change(self, params: types.DidChangeTextDocumentParams) -> None:
        """Make the changes in the store."""
        self._server.change(params.text_document, params.content_changes)

    @lsp_method(types.TEXT_DOCUMENT_DID_CLOSE)
    def lsp_text_document__did_close(self, params: types.DidCloseTextDocumentParams) -> None:
        """Forget the document."""
        self._server.close(params.text_document.uri)
