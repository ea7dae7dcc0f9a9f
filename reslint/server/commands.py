"""Commands that an editor may have run: a folder checked, a draft set by hand, a page opened."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pygls.exceptions import JsonRpcInvalidParams

from reslint.server.actions import OPEN_PAGE
from reslint.server.editor_settings import choice_of
from reslint.server.folder_check import check_folder

if TYPE_CHECKING:
    from lsprotocol import types

    from reslint.server.server import Server

CHECK_FOLDER = "reslint.checkFolder"
SET_DOCUMENT = "reslint.setDocument"


def register(server: Server) -> None:
    """Add the commands."""

    @server.command(CHECK_FOLDER)
    async def run_check_folder(params: types.ExecuteCommandParams) -> Any:
        arguments = list(params.arguments or ())
        folder = arguments[0] if arguments else None
        if folder is not None and not isinstance(folder, str):
            raise JsonRpcInvalidParams("the address of a folder is expected")
        return await check_folder(server, folder, params.work_done_token)

    @server.command(SET_DOCUMENT)
    async def set_document(params: types.ExecuteCommandParams) -> Any:
        arguments = list(params.arguments or ())
        if len(arguments) != 2 or not isinstance(arguments[0], str):
            raise JsonRpcInvalidParams("the address of a document and a choice are expected")
        try:
            choice = choice_of(arguments[1])
        except ValueError as error:
            raise JsonRpcInvalidParams(str(error)) from None
        server.folders.choices[arguments[0]] = choice
        server.drafts.check_again(arguments[0])

    @server.command(OPEN_PAGE)
    async def open_page(params: types.ExecuteCommandParams) -> Any:
        arguments = list(params.arguments or ())
        if not arguments or not isinstance(arguments[0], str):
            raise JsonRpcInvalidParams("the code of a rule is expected")
        address = server.rule_pages.address(arguments[0])
        if address and server.abilities.show_document:
            await server.outcome(server.worker.submit(lambda: None))  # the page is written now
            server.ask("window/showDocument", {"uri": address, "takeFocus": True})
        return {"uri": address}
