"""What is wrong with settings files and rule files, shown in those files."""

from __future__ import annotations

import asyncio
import logging
import os
from typing import TYPE_CHECKING

from reslint.server.documents import place_in
from reslint.server.report import LSP_SEVERITIES, SOURCE, range_of
from reslint.server.uris import uri_of
from reslint.server.workspace import configs_of
from reslint.text.source import Source, UnreadableText, decode

if TYPE_CHECKING:
    from typing import Any

    from reslint.server.server import Server
    from reslint.settings.config import Config
    from reslint.text.diagnostics import Problem


logger = logging.getLogger(__name__)
_MAX_SIZE = 1_000_000  # bytes of a file that is read to find where a problem ends
_ENDS_WORD = frozenset(" \t\r\n,:]}")


class FileProblems:
    """The problems of files that are no drafts: pushed, since no client asks for those."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._shown: dict[str, list[str]] = {}
        self._again = False

    def look_again(self) -> None:
        """Have the settings and rules that hold for open drafts looked at, soon and once."""
        if not self._again:
            self._again = True
            asyncio.get_running_loop().call_soon(self._look)

    def _look(self) -> None:
        self._again = False
        server = self._server
        settings = [draft.snapshot.settings for draft in server.drafts]
        configs = configs_of(settings)
        folders = {one.lint.rule_folders for one in settings if one.lint.rule_folders}
        found = {path: list(problems) for path, problems in server.folders.problems.items()}
        trusted = server.folders.trusted
        loop = asyncio.get_running_loop()

        def work() -> None:
            try:
                self._gather(found, configs, folders, trusted)
            except Exception:
                logger.exception("settings and rules could not be looked at")
            loop.call_soon_threadsafe(self._show, found)

        server.worker.submit(work, "file problems")

    def _gather(
        self,
        found: dict[str, list[Problem]],
        configs: dict[str, Config],
        folders: set[tuple[str, ...]],
        trusted: bool,
    ) -> None:
        """Add codes that no rule has and what is wrong with house rules. In the worker."""
        books = self._server.rulebooks
        for path, config in configs.items():
            # Without rules of their own, codes of those would seem to be none.
            if trusted or not config.rule_folders:
                folders_of = config.rule_folders if trusted else ()
                for problem in config.check_codes(books.known_codes(folders_of)):
                    found.setdefault(path, []).append(problem)
        for some in folders:
            for problem in books.book("en", some).problems:
                if problem.path:
                    found.setdefault(os.path.abspath(problem.path), []).append(problem)

    def _show(self, found: dict[str, list[Problem]]) -> None:
        """Publish what is new and take back what is mended."""
        for path in [path for path in self._shown if path not in found]:
            self._push(path, [])
            del self._shown[path]
        for path, problems in found.items():
            said = [str(problem) for problem in problems]
            if self._shown.get(path) != said:
                self._shown[path] = said
                source = self._source(path)
                self._push(path, [self._item(one, source) for one in problems])

    def _push(self, path: str, items: list[dict[str, Any]]) -> None:
        # A file that is open is known by the address that the client gave it.
        opened = self._server.drafts.at_path(path)
        self._server.publisher.push(uri_of(path) if opened is None else opened.uri, items)

    def _source(self, path: str) -> Source:
        """The text of a file: as the editor has it, else as it is on the disk, else none."""
        opened = self._server.drafts.at_path(path)
        if opened is not None:
            return opened.document.source
        try:
            with open(path, "rb") as stream:
                return decode(stream.read(_MAX_SIZE), path)
        except (OSError, UnreadableText):
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
        encoding = self._server.encoding
        return {
            "range": range_of(lambda offset: place_in(source, offset, encoding), start, end),
            "severity": LSP_SEVERITIES["error"],
            "code": problem.code,
            "source": SOURCE,
            "message": problem.message,
        }
