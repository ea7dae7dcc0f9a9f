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


async def poll_files(server: Server) -> None:
    """Look at the files that decide on open drafts again and again; apply what has changed."""
    last = signature(server)
    while True:
        await asyncio.sleep(_INTERVAL)
        now = signature(server)
        changed = any(last[path] != stamp for path, stamp in now.items() if path in last)
        last = now
        if changed:
            server.settings_changed()


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
