"""Settings files and rule files: show their problems in them, notice when they change."""

from __future__ import annotations

import asyncio
import logging
import os
from typing import TYPE_CHECKING

from reslint.data.own_registry import registry_of
from reslint.rulebook.book import known_codes, rulebook_of
from reslint.rulebook.own_codes import INVALID_SETTING
from reslint.server.diagnostics import LSP_SEVERITIES, SOURCE
from reslint.server.positions import path_of, place_in, range_of, uri_of
from reslint.server.workspace import configs_of
from reslint.settings.config import FILE_NAMES, PYPROJECT
from reslint.text.diagnostics import Problem
from reslint.text.source import Source, UnreadableText, read_source

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from reslint.server.documents import OpenDocuments
    from reslint.server.publishing import Publisher
    from reslint.server.session import Session
    from reslint.settings.config import Config


logger = logging.getLogger(__name__)
_ENDS_WORD = frozenset(" \t\r\n,:]}")
_INTERVAL = 1.0  # seconds between two looks at the files
_MOST_FILES = 2_000


class FileProblems:
    """Pushes the problems of settings files and rule files; no client pulls those."""

    def __init__(self, session: Session, publisher: Publisher) -> None:
        self._session = session
        self._publisher = publisher
        self._shown: dict[str, list[str]] = {}
        self._scheduled = False

    def check_soon(self) -> None:
        """Have the settings and rules of open documents checked soon, once for several calls."""
        if not self._scheduled:
            self._scheduled = True
            asyncio.get_running_loop().call_soon(self._check)

    def _check(self) -> None:
        self._scheduled = False
        session = self._session
        settings = [document.snapshot.settings for document in session.documents]
        configs = configs_of(settings)
        folders = {one.lint.rule_folders for one in settings if one.lint.rule_folders}
        registries = {one.lint.registries for one in settings}
        found = {path: list(problems) for path, problems in session.folders.problems.items()}
        trusted = session.folders.trusted
        loop = asyncio.get_running_loop()

        def work() -> None:
            try:
                self._gather(found, configs, folders, registries, trusted)
            except Exception:
                logger.exception("settings and rules could not be checked")
            loop.call_soon_threadsafe(self._show, found)

        session.worker.submit(work, "file problems")

    def _gather(
        self,
        found: dict[str, list[Problem]],
        configs: dict[str, Config],
        folders: set[tuple[str, ...]],
        registries: set[tuple[str, ...]],
        trusted: bool,
    ) -> None:
        """Add the unknown codes in settings, the errors in house rules and registries.

        In the worker.
        """
        for path, config in configs.items():
            # Codes of house rules that are not loaded would seem unknown.
            if trusted or not config.rule_folders:
                folders_of = config.rule_folders if trusted else ()
                for problem in config.check_codes(known_codes(folders_of)):
                    found.setdefault(path, []).append(problem)
        for some in folders:
            for problem in rulebook_of("en", some).problems:
                if problem.path:
                    found.setdefault(os.path.abspath(problem.path), []).append(problem)

        for paths in registries:
            for path, line, message in registry_of(paths).problems:
                problem = Problem(INVALID_SETTING, message, path, line, 1 if line else 0)
                found.setdefault(os.path.abspath(path), []).append(problem)

    def _show(self, found: dict[str, list[Problem]]) -> None:
        """Publish new problems and take back those that are gone."""
        for path in [path for path in self._shown if path not in found]:
            self._push(path, [])
            del self._shown[path]
        for path, problems in found.items():
            shown = [str(problem) for problem in problems]
            if self._shown.get(path) != shown:
                self._shown[path] = shown
                source = self._source(path)
                self._push(path, [self._item(one, source) for one in problems])

    def _push(self, path: str, items: list[dict[str, Any]]) -> None:
        # An open file keeps the URI that the client gave it.
        opened = self._session.documents.at_path(path)
        self._publisher.push(uri_of(path) if opened is None else opened.uri, items)

    def _source(self, path: str) -> Source:
        """Return the text of a file: the editor's, else the one on disk, else an empty one."""
        opened = self._session.documents.at_path(path)
        if opened is not None:
            return opened.text.source
        try:
            return read_source(path)
        except UnreadableText:
            return Source("", path)

    def _item(self, problem: Problem, source: Source) -> dict[str, Any]:
        start = end = 0
        if 0 < problem.line <= len(source.line_starts):
            start = source.offset(problem.line, max(1, problem.column))
            last = source.line_span(problem.line)[1]
            end = start
            while end < last and source.text[end] not in _ENDS_WORD:
                end += 1
            end = max(end, min(start + 1, last))
        encoding = self._session.client.encoding
        return {
            "range": range_of(lambda offset: place_in(source, offset, encoding), start, end),
            "severity": LSP_SEVERITIES["error"],
            "code": problem.code,
            "source": SOURCE,
            "message": problem.message,
        }


class FileWatch:
    """Polls the files that decide on open documents, for a client that cannot watch files."""

    def __init__(self, documents: OpenDocuments, on_change: Callable[[], None]) -> None:
        self._documents = documents
        self._on_change = on_change
        self._last: dict[str, tuple[int, int]] | None = None

    async def poll(self) -> None:
        """Compare the files every second, without end, and call `on_change` if one has changed."""
        self._last = self._signature()
        while True:
            await asyncio.sleep(_INTERVAL)
            last, self._last = self._last, self._signature()
            if any(last.get(path, stamp) != stamp for path, stamp in self._last.items()):
                self._on_change()

    def add_documents(self) -> None:
        """Watch the files of newly opened documents, too, if files are polled."""
        if self._last is not None:
            self._last = {**self._signature(), **self._last}

    def _signature(self) -> dict[str, tuple[int, int]]:
        """Return size and time of every file that decides on open documents, (0, 0) if missing."""
        folders: set[str] = set()
        rules: set[str] = set()
        for document in self._documents:
            path = path_of(document.uri)
            folder = os.path.dirname(path) if path else ""
            while folder and folder not in folders:
                folders.add(folder)
                folder = os.path.dirname(folder)
            lint = document.snapshot.settings.lint
            rules.update(map(os.path.abspath, (*lint.rule_folders, *lint.registries)))
        paths = [os.path.join(one, name) for one in folders for name in (*FILE_NAMES, PYPROJECT)]
        stamps = {path: _stamp(path) for path in paths}
        for folder in rules:
            for path in _files_in(folder):
                stamps[path] = _stamp(path)
            stamps[folder] = _stamp(folder)
        return stamps


def _files_in(folder: str) -> list[str]:
    found: list[str] = []
    for root, _, names in os.walk(folder):
        found.extend(os.path.join(root, name) for name in names if name.endswith((".yaml", ".yml")))
        if len(found) > _MOST_FILES:
            break
    return found


def _stamp(path: str) -> tuple[int, int]:
    try:
        stat = os.stat(path)
    except OSError:
        return (0, 0)
    return (stat.st_size, stat.st_mtime_ns)
