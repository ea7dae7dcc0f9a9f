"""Commands and requests beyond the protocol (docs/server.md).

Commands check a folder, set a document's language or organ, open a rule's page; requests explain
a rule and turn a draft into a report or an outline.
"""

from __future__ import annotations

import asyncio
import logging
import os
from typing import TYPE_CHECKING, Any

from pygls.exceptions import JsonRpcInvalidParams

from reslint.documents import read_file
from reslint.editor.wording import wording
from reslint.files.check import check_path
from reslint.files.discovery import find_files
from reslint.files.job import Job
from reslint.files.runs import outcomes_of
from reslint.linting.results import FileResult, Summary, locate, read_as
from reslint.server.actions import ACCEPT_REFERENCE, OPEN_PAGE
from reslint.server.diagnostics import item_of
from reslint.server.positions import name_of, offset_at, path_of, place_in, uri_of
from reslint.server.workspace import choice_of
from reslint.settings.exclusion import Exclusion
from reslint.text.diagnostics import SEVERITIES
from reslint.text.source import Source, UnreadableText

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lsprotocol import types

    from reslint.files.job import Outcome
    from reslint.server.client import Progress
    from reslint.server.documents import Snapshot
    from reslint.server.server import Server
    from reslint.server.session import Session


logger = logging.getLogger(__name__)
CHECK_FOLDER = "reslint.checkFolder"
SET_DOCUMENT = "reslint.setDocument"
EXPLAIN = "reslint/explain"
HTML_REPORT = "reslint/htmlReport"
PREVIEW = "reslint/preview"
DESCRIBE = "reslint/describe"


def register(server: Server) -> None:
    """Register the commands and the requests."""
    session = server.session
    _register_requests(server)
    server.folder_findings.recheck = lambda uris: server.spawn(check_shown(server, uris))

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


async def check_folder(server: Server, uri: Any, token: int | str | None) -> dict[str, Any]:
    """Check the drafts in a folder (None: in all open folders); return files, findings, counts."""
    session = server.session
    roots = session.folders.folders if uri is None else [path_of(str(uri)) or ""]
    progress = await server.progress_tracker.start(token)
    loop = asyncio.get_running_loop()
    language = session.folders.message_language
    counts = dict.fromkeys(SEVERITIES, 0)
    total = {"files": 0, "diagnostics": 0}

    def found(path: str, items: list[dict[str, Any]], severities: list[str]) -> None:
        if progress.cancelled.is_set():
            return
        total["files"] += 1
        total["diagnostics"] += len(severities)
        for severity in severities:
            counts[severity] += 1
        if session.documents.at_path(path) is None:
            server.folder_findings.show(uri_of(path), items)

    def advance(done: int, of: int) -> None:
        if not progress.cancelled.is_set():
            progress.report(done, of)

    def call(work: Callable[..., None], *values: Any) -> None:
        loop.call_soon_threadsafe(work, *values)

    progress.begin(wording("checking-folder", language))
    message = wording("given-up", language)
    try:
        await asyncio.to_thread(_check_files, session, roots, progress, call, found, advance)
        if not progress.cancelled.is_set():
            message = wording("checked-folder", language, **total)
    finally:
        # Also if the request is cancelled: the thread sees this and ends.
        progress.cancelled.set()
        progress.end(message)
        server.progress_tracker.forget(progress)
    return {**total, "counts": counts}


async def check_shown(server: Server, uris: list[str]) -> None:
    """Check files that are not open again, and show what is found in place of what was found."""
    session = server.session
    paths = {path: uri for uri in uris if (path := path_of(uri)) is not None}

    def found() -> list[tuple[str, list[dict[str, Any]]]]:
        # A file that is gone, or excluded by now, has no findings any more.
        files, _ = find_files(paths, None, Exclusion(session.folders.config_in, force=True))
        still = [path for path in paths if any(one.path == path for one in files)]
        outcomes = outcomes_of(_jobs(session, still), len(still), None)
        results = (one if isinstance(one, FileResult) else one.result for one in outcomes)
        checked = {one.path: _items(session, one)[0] for one in results if one.counted}
        return [(uri, checked.get(path, [])) for path, uri in paths.items()]

    for uri, items in await asyncio.to_thread(found):
        # Meanwhile it may have been opened or removed.
        if server.folder_findings.shows(uri):
            server.folder_findings.show(uri, items)


def _check_files(
    session: Session,
    roots: list[str],
    progress: Progress,
    call: Callable[..., None],
    found: Callable[..., None],
    advance: Callable[..., None],
) -> None:
    """Check the files, in several processes if there are many. In a thread of its own."""
    exclusion = Exclusion(session.folders.config_in)
    files, problems = find_files((root for root in roots if root), None, exclusion)
    for problem in problems:
        logger.warning("%s", problem)
    jobs = _jobs(session, [one.path for one in files])
    for done, outcome in enumerate(outcomes_of(jobs, len(files), None), 1):
        if progress.cancelled.is_set():
            return
        result = outcome if isinstance(outcome, FileResult) else outcome.result
        for error in result.errors:
            logger.warning("%s", error)
        if result.counted:
            items, severities = _items(session, result)
            call(found, os.path.abspath(result.path), items, severities)
        call(advance, done, len(files))


def _jobs(session: Session, paths: list[str]) -> Iterator[Job | Outcome]:
    for path in paths:
        settings = session.folders.settings_for(uri_of(path), "")
        if not settings.enabled:
            yield FileResult(path, counted=False)
        elif settings.lint.rule_folders:
            # Processes and cache keep the rules that they loaded first; house rules may change.
            yield check_path(path, False, settings.lint)
        else:
            yield Job(path, False, settings.lint, cached=True)


def _items(session: Session, result: FileResult) -> tuple[list[dict[str, Any]], list[str]]:
    """Return the findings of a file in the protocol's form, and their severities."""
    diagnostics = result.diagnostics
    severities = [one.severity for one in diagnostics]
    if not diagnostics:
        return [], []
    try:
        source = read_file(result.path, changes=result.read_as[3])
    except UnreadableText:
        return [], severities  # deleted or changed since it was checked
    length = len(source.text)
    uri = uri_of(result.path)

    def place(offset: int) -> tuple[int, int]:
        return place_in(source, min(offset, length), session.client.encoding)

    pages = session.rule_pages.uri
    return [
        item_of(d, uri, place, session.client.capabilities, pages(d.code)) for d in diagnostics
    ], severities
