"""All safe fixes of the drafts in a folder, as one workspace edit.

An open draft is fixed as the editor has it, saved or not; any other as it is on the disk. The edit
touches no file outside the folder and creates none. Word and AKN4UN files are left alone, since no
editor of text can write them, and so is text that is not UTF-8, since nobody knows how the editor
will decode it.
"""

from __future__ import annotations

import asyncio
import logging
import os
from typing import TYPE_CHECKING, Any

from reslint.documents import ENDINGS as DOCUMENT_ENDINGS
from reslint.editor.wording import wording
from reslint.files.check import lint_source
from reslint.files.discovery import find_files
from reslint.files.runs import outcomes_of
from reslint.fixes.rounds import fix_in_rounds
from reslint.linting.linter import Linter
from reslint.linting.results import FileResult
from reslint.server.edits import fixed_draft
from reslint.server.folder_check import jobs
from reslint.server.positions import path_of, uri_of
from reslint.server.workspace_edits import text_edits, workspace_edit
from reslint.settings.exclusion import Exclusion
from reslint.text.changes import edits_between
from reslint.text.source import UnreadableText, read_source

if TYPE_CHECKING:
    from reslint.fixes.rounds import FixedText
    from reslint.server.client import Progress
    from reslint.server.documents import Snapshot
    from reslint.server.server import Server
    from reslint.text.source import Source


logger = logging.getLogger(__name__)


class FixedFile:
    """The fixes of one draft: its address, its version if it is open, their number, the edits."""

    __slots__ = ("edits", "fixes", "uri", "version")

    def __init__(
        self, uri: str, source: Source, fixed: FixedText, encoding: str, version: int | None = None
    ) -> None:
        self.uri = uri
        self.version = version
        self.fixes = sum(fixed.fixed.values())
        self.edits = text_edits(
            source, encoding, edits_between(source.text, fixed.result.draft.source.text)
        )


async def fix_folder(
    server: Server, uri: str | None, token: int | str | None, *, apply: bool
) -> dict[str, Any]:
    """Make the fixes of the drafts in a folder (None: in all open folders).

    Returns the number of fixes, the drafts with theirs, and the edit (None for no fix). With
    `apply` the client is asked to make the edit.
    """
    session = server.session
    roots = session.folders.folders if uri is None else [path_of(uri) or ""]
    progress = await server.progress_tracker.start(token)
    language = session.folders.message_language
    progress.begin(wording("fixing-folder", language))
    message = wording("given-up", language)
    drafts: list[FixedFile] = []
    try:
        paths = await asyncio.to_thread(_paths, server, [root for root in roots if root], progress)
        for done, path in enumerate(paths, 1):
            if progress.cancelled.is_set():
                break
            fixed = await _fixed(server, path)
            if fixed is not None and fixed.edits:
                drafts.append(fixed)
            progress.report(done, len(paths))
        if progress.cancelled.is_set():
            drafts.clear()  # a part of a folder is not what was asked for
        else:
            count = sum(one.fixes for one in drafts)
            message = wording("fixed-folder", language, files=len(drafts), fixes=count)
    finally:
        progress.cancelled.set()
        progress.end(message)
        server.progress_tracker.forget(progress)
    edit = workspace_edit(
        server.client.capabilities, [(one.uri, one.version, one.edits) for one in drafts]
    )
    if apply and edit is not None:
        label = wording("fix-all", language)
        server.client.ask("workspace/applyEdit", {"label": label, "edit": edit})
    return {
        "fixes": sum(one.fixes for one in drafts),
        "drafts": [{"uri": one.uri, "fixes": one.fixes} for one in drafts],
        "edit": edit,
    }


def _paths(server: Server, roots: list[str], progress: Progress) -> list[str]:
    """Return the files that may have something to fix: open ones, and others with a safe fix."""
    session = server.session
    files, problems = find_files(roots, None, Exclusion(session.folders.config_in))
    for problem in problems:
        logger.warning("%s", problem)
    found = [one.path for one in files if not one.path.lower().endswith(DOCUMENT_ENDINGS)]
    opened = {path for one in session.documents if (path := path_of(one.uri)) is not None}
    closed = [path for path in found if os.path.abspath(path) not in opened]
    fixable = {path for path in found if os.path.abspath(path) in opened}
    for outcome in outcomes_of(jobs(session, closed), len(closed), None):
        if progress.cancelled.is_set():
            return []
        result = outcome if isinstance(outcome, FileResult) else outcome.result
        for one in result.diagnostics:
            if one.fix is not None and one.fix.safety == "safe":
                fixable.add(result.path)
                break
    return [os.path.abspath(path) for path in found if path in fixable]


async def _fixed(server: Server, path: str) -> FixedFile | None:
    """Return the fixes of one file; None for a file that cannot be read, or is no draft."""
    session = server.session
    encoding = session.client.encoding
    opened = session.documents.at_path(path)
    if opened is None:
        return await asyncio.to_thread(_fixed_on_disk, server, path, encoding)

    def fixed(snapshot: Snapshot) -> FixedFile | None:
        made = fixed_draft(snapshot)
        if made is None:
            return None
        return FixedFile(snapshot.uri, snapshot.source, made, encoding, snapshot.version)

    made: FixedFile | None = await server.answer(opened.uri, fixed)
    return made


def _fixed_on_disk(server: Server, path: str, encoding: str) -> FixedFile | None:
    of_document = server.session.folders.settings_for(uri_of(path), "")
    settings = of_document.lint
    if not of_document.enabled:
        return None
    try:
        source = read_source(path)
    except UnreadableText as error:
        logger.warning("%s: %s", path, error)
        return None
    first = lint_source(source, settings)
    if isinstance(first, FileResult) or not first.draft.is_resolution:
        return None
    fixed = fix_in_rounds(first, Linter(settings))
    return FixedFile(uri_of(path), source, fixed, encoding)
