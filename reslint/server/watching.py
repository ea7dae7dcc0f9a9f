"""Settings files and rule files watched by looking, for clients that cannot tell of changes."""

from __future__ import annotations

import asyncio
import os
from typing import TYPE_CHECKING

from reslint.config import FILE_NAMES, PYPROJECT
from reslint.server.uris import path_of

if TYPE_CHECKING:
    from reslint.server.server import Server

_INTERVAL = 1.0  # seconds between two looks
_MOST_FILES = 2_000


class PolledFiles:
    """The files that decide on open drafts, with what they were when last looked at."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._last: dict[str, tuple[int, int]] | None = None

    async def poll(self) -> None:
        """Look again and again, and apply what has changed."""
        self._last = signature(self._server)
        while True:
            await asyncio.sleep(_INTERVAL)
            last, self._last = self._last, signature(self._server)
            if any(last.get(path, stamp) != stamp for path, stamp in self._last.items()):
                self._server.settings_changed()

    def note(self) -> None:
        """A draft was opened: from now on its files are looked at, if any are."""
        if self._last is not None:
            self._last = {**signature(self._server), **self._last}


def signature(server: Server) -> dict[str, tuple[int, int]]:
    """Size and time of every file that decides on open drafts, (0, 0) where there is none."""
    folders: set[str] = set()
    rules: set[str] = set()
    for draft in server.drafts:
        path = path_of(draft.uri)
        folder = os.path.dirname(path) if path else ""
        while folder and folder not in folders:
            folders.add(folder)
            folder = os.path.dirname(folder)
        rules.update(map(os.path.abspath, draft.snapshot.settings.rule_folders))
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
