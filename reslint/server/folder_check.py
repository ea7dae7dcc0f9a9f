"""A whole folder checked, with progress; what is found in files that are not open appears, too."""

from __future__ import annotations

import asyncio
import logging
import os
from typing import TYPE_CHECKING, Any

from reslint.editor.wording import wording
from reslint.files import check
from reslint.files.discovery import find_files
from reslint.files.job import Job
from reslint.files.runs import outcomes_of
from reslint.linting.linter import describe
from reslint.linting.results import FileResult, locate
from reslint.rules.own_codes import INTERNAL_ERROR
from reslint.server.documents import place_in
from reslint.server.drafts import Analyst
from reslint.server.report import item_of
from reslint.server.uris import path_of, uri_of
from reslint.text.diagnostics import SEVERITIES, Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from reslint.files.job import Outcome
    from reslint.server.client import Progress
    from reslint.server.server import Server
    from reslint.server.workspace import DocumentSettings
    from reslint.text.source import Source


logger = logging.getLogger(__name__)


class FolderFindings:
    """Findings of files that are not open, by address; they go when the file is opened or gone."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._shown: set[str] = set()

    def show(self, uri: str, items: list[dict[str, Any]]) -> None:
        """Show the findings of a file, none to clear them."""
        if items or uri in self._shown:
            self._server.publisher.push(uri, items)
        if items:
            self._shown.add(uri)
        else:
            self._shown.discard(uri)

    def clear(self, uri: str) -> None:
        """A file is gone or opened (a folder: all in it)."""
        for one in [one for one in self._shown if one == uri or one.startswith(f"{uri}/")]:
            self.show(one, [])


async def check_folder(server: Server, uri: Any, token: int | str | None) -> dict[str, Any]:
    """Check the drafts in a folder (in all open ones, if it is None): files, findings, counts."""
    roots = server.folders.folders if uri is None else [path_of(str(uri)) or ""]
    progress = await server.long_work.start(token)
    loop = asyncio.get_running_loop()
    language = server.folders.message_language
    counts = dict.fromkeys(SEVERITIES, 0)
    total = {"files": 0, "diagnostics": 0}

    def found(path: str, items: list[dict[str, Any]], severities: list[str]) -> None:
        if progress.cancelled.is_set():
            return
        total["files"] += 1
        total["diagnostics"] += len(severities)
        for severity in severities:
            counts[severity] += 1
        if server.drafts.at_path(path) is None:
            server.folder_findings.show(uri_of(path), items)

    def advance(done: int, of: int) -> None:
        if not progress.cancelled.is_set():
            progress.report(done, of)

    def call(work: Callable[..., None], *values: Any) -> None:
        loop.call_soon_threadsafe(work, *values)

    progress.begin(wording("checking-folder", language))
    message = wording("given-up", language)
    try:
        await asyncio.to_thread(_run, server, roots, progress, call, found, advance)
        if not progress.cancelled.is_set():
            message = wording("checked-folder", language, **total)
    finally:
        # Also when the request itself is cancelled: the thread sees it and ends.
        progress.cancelled.set()
        progress.end(message)
        server.long_work.forget(progress)
    return {**total, "counts": counts}


def _run(
    server: Server,
    roots: list[str],
    progress: Progress,
    call: Callable[..., None],
    found: Callable[..., None],
    advance: Callable[..., None],
) -> None:
    """Check the files one after the other, or in several processes if there are many."""
    files, problems = find_files(root for root in roots if root)
    for problem in problems:
        logger.warning("%s", problem)
    jobs = _jobs(server, [one.path for one in files])
    for done, outcome in enumerate(outcomes_of(jobs, len(files), None), 1):
        if progress.cancelled.is_set():
            return
        result = outcome if isinstance(outcome, FileResult) else outcome.result
        for problem in (*result.errors, *result.troubles):
            logger.warning("%s", problem)
        if result.counted:
            items, severities = _items(server, result)
            call(found, os.path.abspath(result.path), items, severities)
        call(advance, done, len(files))


def _jobs(server: Server, paths: list[str]) -> Iterator[Job | Outcome]:
    for path in paths:
        settings = server.folders.settings_for(uri_of(path), "")
        if not settings.enabled:
            yield FileResult(path, counted=False)
        elif settings.lint.rule_folders:
            # The processes and the cache hold to the rules that they met first; these may change.
            yield _checked_here(server, path, settings)
        else:
            yield Job(path, False, settings.lint, cached=True)


def _checked_here(server: Server, path: str, settings: DocumentSettings) -> FileResult:
    """The outcome for a file for which house rules hold."""
    source = read_source(path)
    if isinstance(source, FileResult):
        return source
    try:
        result = Analyst(server.rulebooks).analyse(source, settings)
    except Exception as error:
        return FileResult(path, errors=[Problem(INTERNAL_ERROR, describe(error), path)])
    return FileResult(
        path,
        reported=locate(source, result.diagnostics),
        errors=result.problems,
        counted=result.draft.is_resolution,
    )


def read_source(path: str) -> Source | FileResult:
    """The source in a file, or the outcome that says why there is none."""
    data = check.read_bytes(path)
    return data if isinstance(data, FileResult) else check.read_source(data, path)


def _items(server: Server, result: FileResult) -> tuple[list[dict[str, Any]], list[str]]:
    """The findings of a file as the protocol has them, and their severities."""
    diagnostics = [one.diagnostic for one in result.reported]
    severities = [one.severity for one in diagnostics]
    if not diagnostics:
        return [], []
    source = read_source(result.path)
    if isinstance(source, FileResult):
        return [], severities  # gone or changed in this very moment
    length = len(source.text)
    uri = uri_of(result.path)

    def place(offset: int) -> tuple[int, int]:
        return place_in(source, min(offset, length), server.encoding)

    pages = server.rule_pages.address
    return [
        item_of(d, uri, place, server.abilities, pages(d.code)) for d in diagnostics
    ], severities
