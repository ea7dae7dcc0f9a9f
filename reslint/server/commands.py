"""Commands and requests beyond the protocol (docs/server.md).

Commands check or fix a folder, set a document's language or organ, open a rule's page; requests
explain a rule and turn a draft into a report or an outline.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pygls.exceptions import JsonRpcInvalidParams

from reslint.linting.results import FileResult, Summary, locate, read_as
from reslint.server.actions import ACCEPT_REFERENCE, OPEN_PAGE
from reslint.server.client import plain
from reslint.server.folder_check import check_due, check_folder
from reslint.server.folder_fixes import fix_folder
from reslint.server.positions import name_of, offset_at
from reslint.server.workspace import choice_of
from reslint.text.source import Source

if TYPE_CHECKING:
    from lsprotocol import types

    from reslint.server.documents import Snapshot
    from reslint.server.server import Server


CHECK_FOLDER = "reslint.checkFolder"
FIX_FOLDER = "reslint.fixFolder"
SET_DOCUMENT = "reslint.setDocument"
EXPLAIN = "reslint/explain"
HTML_REPORT = "reslint/htmlReport"
PREVIEW = "reslint/preview"
DESCRIBE = "reslint/describe"


def register(server: Server) -> None:
    """Register the commands and the requests."""
    session = server.session
    _register_requests(server)
    server.folder_findings.recheck = lambda due: check_due(server, due)

    @server.command(CHECK_FOLDER)
    async def run_check_folder(params: types.ExecuteCommandParams) -> Any:
        return await check_folder(server, _folder_in(params), params.work_done_token)

    @server.command(FIX_FOLDER)
    async def run_fix_folder(params: types.ExecuteCommandParams) -> Any:
        options = plain((*(params.arguments or ()), None, None)[1])
        apply = isinstance(options, dict) and options.get("apply") is True
        return await fix_folder(server, _folder_in(params), params.work_done_token, apply=apply)

    @server.command(SET_DOCUMENT)
    async def set_document(params: types.ExecuteCommandParams) -> Any:
        arguments = list(params.arguments or ())
        if len(arguments) != 2 or not isinstance(arguments[0], str):
            raise JsonRpcInvalidParams("the address of a document and a choice are expected")
        try:
            choice = choice_of(arguments[1])
        except ValueError as error:
            raise JsonRpcInvalidParams(str(error)) from None
        session.folders.choices[arguments[0]] = choice
        server.checker.check_again(arguments[0])

    @server.command(ACCEPT_REFERENCE)
    async def accept_reference(params: types.ExecuteCommandParams) -> Any:
        arguments = list(params.arguments or ())
        if len(arguments) != 2 or not isinstance(arguments[0], str):
            raise JsonRpcInvalidParams("the address of a document and a position are expected")
        document = session.documents.get(arguments[0])
        line, character = (_number_in(arguments[1], key) for key in ("line", "character"))
        if document is None:
            return
        source = document.text.source
        if document.text.numbering.accept(
            offset_at(source, line, character, document.text.encoding)
        ):
            document.due = True
            server.publisher.update(document)

    @server.command(OPEN_PAGE)
    async def open_page(params: types.ExecuteCommandParams) -> Any:
        arguments = list(params.arguments or ())
        if not arguments or not isinstance(arguments[0], str):
            raise JsonRpcInvalidParams("the code of a rule is expected")
        page = session.rule_pages.uri(arguments[0])
        if page and server.client.capabilities.show_document:
            await server.outcome(session.worker.submit(lambda: None))  # until the page is written
            server.client.ask("window/showDocument", {"uri": page, "takeFocus": True})
        return {"uri": page}


def _register_requests(server: Server) -> None:
    session = server.session

    @server.feature(EXPLAIN)
    async def explain(params: Any) -> Any:
        code = getattr(params, "code", None)
        language = getattr(params, "language", None)
        if not isinstance(code, str):
            raise JsonRpcInvalidParams("the code of a rule is expected")
        page = await server.outcome(
            session.worker.submit(lambda: session.rule_pages.text(code.strip().upper(), language))
        )
        if page is None:
            raise JsonRpcInvalidParams(f"there is no rule {code}")
        return {"markdown": page}

    server.add_feature(HTML_REPORT, html_report)
    server.add_feature(PREVIEW, preview_markup)
    server.add_feature(DESCRIBE, outline_text)


def _folder_in(params: types.ExecuteCommandParams) -> str | None:
    """Return the address of the folder that a command is about, None for all open ones."""
    folder = (*(params.arguments or ()), None)[0]
    if folder is not None and not isinstance(folder, str):
        raise JsonRpcInvalidParams("the address of a folder is expected")
    return folder


def _number_in(place: Any, key: str) -> int:
    """Return a number of a position, whether it came as an object or as a mapping."""
    value = place.get(key) if isinstance(place, dict) else getattr(place, key, None)
    if not isinstance(value, int):
        raise JsonRpcInvalidParams("a position is expected")
    return value


def html_report(snapshot: Snapshot, params: Any) -> dict[str, str]:
    """Return the draft with its findings as an HTML page."""
    from reslint.reports import ReportOptions, new_report

    result = snapshot.result
    source = Source(snapshot.text, name_of(snapshot.uri))
    file = FileResult(
        source.path,
        language=result.draft.language,
        organ=result.draft.organ,
        diagnostics=locate(source, result.diagnostics),
        errors=result.errors,
        read_as=read_as(snapshot.settings.lint),
    )
    summary = Summary()
    summary.add(file)
    report = new_report("html", ReportOptions(language=snapshot.message_language))
    return {"html": report.file(file) + report.end(summary, [])}


def preview_markup(snapshot: Snapshot, params: Any) -> dict[str, str] | None:
    """Return the markup of a draft as it is printed; None if the text is not a resolution."""
    from reslint.reports.preview import preview

    draft = snapshot.result.draft
    if not draft.is_resolution or not snapshot.settings.enabled:
        return None
    located = locate(snapshot.source, snapshot.result.diagnostics)
    return {"html": preview(draft, located, snapshot.message_language), "text": snapshot.text}


def outline_text(snapshot: Snapshot, params: Any) -> dict[str, str]:
    """Return the structure of a draft as text, like `reslint outline`."""
    from reslint.draft.outline import as_lines

    return {"text": "\n".join(as_lines(snapshot.result.draft, name_of(snapshot.uri)))}
