"""What was found in the drafts of a folder that are not open, kept true while files change."""

from __future__ import annotations

import asyncio
import os
from typing import TYPE_CHECKING

from reslint.files.discovery import ENDINGS
from reslint.server.positions import is_inside, uri_of

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Collection, Iterable
    from typing import Any

    from reslint.server.documents import OpenDocuments
    from reslint.server.publishing import Publisher


class Due:
    """Files to look at again: `paths`; with `walk`, also those that are new; or `everything`."""

    __slots__ = ("everything", "paths", "walk")

    def __init__(self) -> None:
        self.paths: set[str] = set()
        self.walk = False
        self.everything = False

    def __bool__(self) -> bool:
        return bool(self.paths) or self.walk or self.everything


class FolderFindings:
    """Findings of files that are not open, in the folders that were checked on request.

    Files that change, come or go are looked at again, one batch after the other: a result that is
    older than another never takes its place. `recheck` looks at what is due; `lock` is held while
    files are checked.
    """

    def __init__(
        self,
        publisher: Publisher,
        documents: OpenDocuments,
        spawn: Callable[[Any], None],
    ) -> None:
        self._publisher = publisher
        self._documents = documents
        self._spawn = spawn
        self._shown: dict[str, list[dict[str, Any]]] = {}
        self.roots: set[str] = set()
        self.known: set[str] = set()
        """The paths of all drafts of the folders, open or not, with findings or without."""
        self.lock = asyncio.Lock()
        self._due = Due()
        self._running = False
        self.recheck: Callable[[Due], Awaitable[None]] = _nothing

    def show(self, path: str, items: list[dict[str, Any]]) -> None:
        """Show the findings of a file in place of others; none if it is open."""
        if self._documents.at_path(path) is not None:
            items = []
        if items == self._shown.get(path, []):
            return
        self._publisher.push(uri_of(path), items)
        if items:
            self._shown[path] = items
        else:
            del self._shown[path]

    def show_all(self, found: dict[str, list[dict[str, Any]]], roots: Iterable[str]) -> None:
        """Show the findings of all drafts of some folders; what else was shown there goes."""
        for path in [one for one in self._shown if _is_in(one, roots) and one not in found]:
            self.show(path, [])
        self.known = {one for one in self.known if not _is_in(one, roots)}.union(found)
        for path, items in found.items():
            self.show(path, items)

    def forget(self, folder: str) -> None:
        """Take back what was found in a folder that is no longer open."""
        self.roots = {one for one in self.roots if not is_inside(one, folder)}
        self.known = {one for one in self.known if _is_in(one, self.roots)}
        for path in [one for one in self._shown if not _is_in(one, self.roots)]:
            self.show(path, [])

    def opened(self, path: str) -> None:
        """Take back the findings of a file that is open from now on."""
        self.show(path, [])

    def touched(self, paths: Collection[str | None], *, removed: bool = False) -> None:
        """Look again at files that were changed, made, closed, or `removed`, also whole folders.

        A folder that went may have another name now.
        """
        for path in paths:
            if path is None or not _is_in(path, self.roots):
                continue
            inside = {one for one in self.known.union(self._shown) if is_inside(one, path)}
            self._due.paths |= inside
            new = not inside and not removed and _may_hold_drafts(path)
            if new or inside - {path}:
                self._due.walk = True
        self._look()

    def check_everything(self) -> None:
        """Look again at all files of the folders: settings or rules have changed."""
        self._due.everything = bool(self.roots)
        self._look()

    def _look(self) -> None:
        if self._due and not self._running:
            self._running = True
            self._spawn(self._look_at_what_is_due())

    async def _look_at_what_is_due(self) -> None:
        try:
            while self._due:
                async with self.lock:
                    due, self._due = self._due, Due()
                    await self.recheck(due)
        finally:
            self._running = False


async def _nothing(due: Due) -> None:
    """Look at nothing: no check is registered yet."""


def _may_hold_drafts(path: str) -> bool:
    return path.lower().endswith(ENDINGS) or os.path.isdir(path)


def _is_in(path: str, folders: Iterable[str]) -> bool:
    return any(is_inside(path, one) for one in folders)
