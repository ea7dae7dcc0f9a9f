"""Commands that an editor may have run: a folder checked, a draft set by hand, a page opened."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pygls.exceptions import JsonRpcInvalidParams

from reslint.linting.results import FileResult, Summary, locate
from reslint.server.actions import OPEN_PAGE
from reslint.server.folder_check import check_folder
from reslint.server.uris import name_of
from reslint.server.workspace import choice_of

if TYPE_CHECKING:
    from lsprotocol import types

    from reslint.server.documents import Snapshot
    from reslint.server.server import Server


CHECK_FOLDER = "reslint.checkFolder"
SET_DOCUMENT = "reslint.setDocument"
EXPLAIN = "reslint/explain"
HTML_REPORT = "reslint/htmlReport"


def register(server: Server) -> None:
    """Add the commands, and the requests beyond the protocol."""
    _register_requests(server)

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


DESCRIBE = "reslint/describe"


def _register_requests(server: Server) -> None:
    """Add the requests beyond the protocol (docs/server.md)."""

    @server.feature(EXPLAIN)
    async def explain(params: Any) -> Any:
        code = getattr(params, "code", None)
        language = getattr(params, "language", None)
        if not isinstance(code, str):
            raise JsonRpcInvalidParams("the code of a rule is expected")
        page = await server.outcome(
            server.worker.submit(lambda: server.rule_pages.text(code.strip().upper(), language))
        )
        if page is None:
            raise JsonRpcInvalidParams(f"there is no rule {code}")
        return {"markdown": page}

    server.add_feature(HTML_REPORT, html_report)
    server.add_feature(DESCRIBE, describe)


def html_report(snapshot: Snapshot, params: Any) -> dict[str, str]:
    """The draft with its findings as a page for a browser."""
    from reslint.reports import ReportOptions, new_report

    result = snapshot.result
    source = snapshot.source
    source = type(source)(source.text, name_of(snapshot.uri))
    file = FileResult(
        source.path,
        language=result.draft.language,
        organ=result.draft.organ,
        reported=locate(source, result.diagnostics),
        errors=result.problems,
    )
    summary = Summary()
    summary.add(file)
    report = new_report("html", ReportOptions(language=snapshot.message_language))
    return {"html": report.file(file) + report.end(summary, [])}


def describe(snapshot: Snapshot, params: Any) -> dict[str, str]:
    """The structure of a draft in words, like `reslint outline`."""
    from reslint.draft.outline import as_lines

    return {"text": "\n".join(as_lines(snapshot.result.draft, name_of(snapshot.uri)))}
