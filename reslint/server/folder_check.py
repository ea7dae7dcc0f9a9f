"""Check all drafts of a folder, open or not, and show what is found in those that are not."""

from __future__ import annotations

import asyncio
import logging
import os
from typing import TYPE_CHECKING, Any

from reslint.documents import read_file
from reslint.editor.wording import wording
from reslint.files.check import check_path
from reslint.files.discovery import find_files
from reslint.files.job import Job
from reslint.files.runs import outcomes_of
from reslint.linting.results import FileResult
from reslint.server.diagnostics import item_of
from reslint.server.positions import path_of, place_in, uri_of
from reslint.settings.exclusion import Exclusion
from reslint.text.diagnostics import SEVERITIES
from reslint.text.source import UnreadableText

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from reslint.files.job import Outcome
    from reslint.server.client import Progress
    from reslint.server.folder_findings import Due
    from reslint.server.server import Server
    from reslint.server.session import Session


logger = logging.getLogger(__name__)


async def check_folder(server: Server, uri: Any, token: int | str | None) -> dict[str, Any]:
    """Check the drafts in a folder (None: in all open folders); return files, findings, counts."""
    session = server.session
    roots = session.folders.folders if uri is None else [path_of(str(uri)) or ""]
    progress = await server.progress_tracker.start(token)
    loop = asyncio.get_running_loop()
    language = session.folders.message_language
    counts = dict.fromkeys(SEVERITIES, 0)
    total = {"files": 0, "diagnostics": 0}
    findings = server.folder_findings
    findings.roots.update(root for root in roots if root)
    drafts: dict[str, list[dict[str, Any]]] = {}

    def found(path: str, items: list[dict[str, Any]], severities: list[str]) -> None:
        if progress.cancelled.is_set():
            return
        total["files"] += 1
        total["diagnostics"] += len(severities)
        for severity in severities:
            counts[severity] += 1
        drafts[path] = items
        findings.known.add(path)
        findings.show(path, items)

    def advance(done: int, of: int) -> None:
        if not progress.cancelled.is_set():
            progress.report(done, of)

    def call(work: Callable[..., None], *values: Any) -> None:
        loop.call_soon_threadsafe(work, *values)

    progress.begin(wording("checking-folder", language))
    message = wording("given-up", language)
    try:
        async with findings.lock:
            await asyncio.to_thread(_check_files, session, roots, progress, call, found, advance)
            if not progress.cancelled.is_set():
                findings.show_all(drafts, roots)
        if not progress.cancelled.is_set():
            message = wording("checked-folder", language, **total)
    finally:
        # Also if the request is cancelled: the thread sees this and ends.
        progress.cancelled.set()
        progress.end(message)
        server.progress_tracker.forget(progress)
    return {**total, "counts": counts}


async def check_due(server: Server, due: Due) -> None:
    """Check files of the folders again, and show what is found in place of what was found."""
    session, findings = server.session, server.folder_findings
    known, roots = set(findings.known), set(findings.roots)

    def found() -> dict[str, list[dict[str, Any]]]:
        exclusion = Exclusion(session.folders.config_in, force=not due.everything)
        named = roots if due.everything else due.paths
        files = {one.path for one in find_files(named, None, exclusion)[0]}
        if due.walk and not due.everything:
            walked = find_files(roots, None, Exclusion(session.folders.config_in))[0]
            files |= {one.path for one in walked if one.path not in known}
        # A file that is gone, or excluded by now, has no findings any more.
        outcomes = outcomes_of(jobs(session, sorted(files)), len(files), None)
        results = (one if isinstance(one, FileResult) else one.result for one in outcomes)
        return {one.path: _items(session, one)[0] for one in results if one.counted}

    drafts = await asyncio.to_thread(found)
    if due.everything:
        findings.show_all(drafts, roots)
        return
    findings.known.difference_update(due.paths)
    findings.known.update(drafts)
    for path in due.paths.union(drafts):
        findings.show(path, drafts.get(path, []))


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
    work = jobs(session, [one.path for one in files])
    for done, outcome in enumerate(outcomes_of(work, len(files), None), 1):
        if progress.cancelled.is_set():
            return
        result = outcome if isinstance(outcome, FileResult) else outcome.result
        for error in result.errors:
            logger.warning("%s", error)
        if result.counted:
            items, severities = _items(session, result)
            call(found, os.path.abspath(result.path), items, severities)
        call(advance, done, len(files))


def jobs(session: Session, paths: list[str]) -> Iterator[Job | Outcome]:
    """Yield the work of checking some files, each with the settings of its place."""
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
