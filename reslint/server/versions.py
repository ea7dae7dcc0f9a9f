"""Compare an open draft with its other versions in the workspace, while it is written.

The versions are found in a thread of their own. A comparison runs in the worker after the check of
a document, whose findings are shown without waiting for it; versions that are not open are read
one in a task, so that other requests come between.
"""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING, Any

from reslint.concordance.finding import VersionFinder, stamp_of
from reslint.documents import read_source
from reslint.draft.reader import read_draft
from reslint.rulebook import own_codes
from reslint.server.compared import Compared
from reslint.server.diagnostics import item_of
from reslint.server.positions import path_of, place_in, range_of, uri_of
from reslint.text.source import UnreadableText, read_bytes

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reslint.concordance.finding import Stamp
    from reslint.concordance.live import LiveGroup
    from reslint.concordance.model import Version
    from reslint.linting.linter import LintResult
    from reslint.server.documents import OpenDocument
    from reslint.server.publishing import Publisher
    from reslint.server.session import Session
    from reslint.server.workspace import DocumentSettings
    from reslint.text.diagnostics import Diagnostic, Related

    Outcome = dict[str, Compared]
    """What was found in each open document, by URI."""


logger = logging.getLogger(__name__)
_AGAIN = object()
"""The outcome of a task after which another one is needed."""


def _live_group() -> LiveGroup:
    # Most drafts have no other versions: the comparison is imported where one has.
    from reslint.concordance.live import LiveGroup

    return LiveGroup()


class Group:
    """The versions of one draft; all but the paths is used by the worker only.

    `stamps` are those of the files as they were read.
    """

    def __init__(self, paths: Iterable[str]) -> None:
        self.paths = tuple(paths)
        self.live = _live_group()
        self.stamps: dict[str, Stamp] = {}


class Versions:
    """Finds the groups of open documents and compares them."""

    def __init__(self, session: Session, publisher: Publisher) -> None:
        self._session = session
        self._publisher = publisher
        self._finder = VersionFinder(session.folders.version_patterns)
        self._groups: dict[str, Group] = {}
        """The group of each path that is known to have other versions."""
        self._searched: dict[str, bool] = {}
        """The folders and files around which versions were searched, and whether that is done."""
        self._tasks: set[asyncio.Task[None]] = set()

    # Events

    def checked(self, document: OpenDocument) -> None:
        """Compare a document that was just checked with its versions."""
        path = path_of(document.uri)
        settings = document.snapshot.settings
        if path is None or not settings.enabled or not settings.versions:
            self._show(document, None)
            return
        self._search(path)
        group = self._groups.get(path)
        if group is None:
            self._show(document, None)
        else:
            self._compare(group)

    def files_changed(self, *, paths: Iterable[str], more_or_less: bool) -> None:
        """Compare again what files other than open ones say; search if there are other files."""
        if more_or_less:
            self.forget()
        groups = {id(group): group for path in paths if (group := self._groups.get(path))}
        for group in groups.values():
            self._compare(group)
        if more_or_less:
            for document in self._session.documents:
                if document.snapshot.check is not None and document.snapshot.check.done():
                    self.checked(document)

    def forget(self) -> None:
        """Search versions again when next needed; those known serve until others are found."""
        self._searched = {}

    # Searching

    def _search(self, path: str) -> None:
        """Search the versions of a draft, once, in a thread."""
        folder = self._session.folders.root_of(path)
        searched = self._searched
        if folder is not None and folder not in searched:
            searched[folder] = False
            self._spawn(self._search_folder(folder, searched))
        elif (folder is None or searched.get(folder) is None) and path not in searched:
            searched[path] = False
            self._spawn(self._search_around(path, searched))

    async def _search_folder(self, folder: str, searched: dict[str, bool]) -> None:
        found = await asyncio.to_thread(self._finder.versions_in, folder)
        if found is None:
            del searched[folder]
            for path in self._open_paths():
                if self._session.folders.root_of(path) == folder and path not in searched:
                    searched[path] = False
                    await self._search_around(path, searched)
            return
        searched[folder] = True
        root_of = self._session.folders.root_of
        self._add({path: tuple(group) for path, group in found.items()})
        self._drop([path for path in self._groups if root_of(path) == folder and path not in found])

    async def _search_around(self, path: str, searched: dict[str, bool]) -> None:
        found = await asyncio.to_thread(self._finder.versions_around, path)
        searched[path] = True
        self._add(dict.fromkeys(found, tuple(found)))
        if not found:
            self._drop([path])

    def _add(self, found: dict[str, tuple[str, ...]]) -> None:
        """Take note of groups, and compare those of open documents."""
        new: dict[tuple[str, ...], Group] = {}
        for path, paths in found.items():
            known = self._groups.get(path)
            if known is None or known.paths != paths:
                self._groups[path] = new.setdefault(paths, Group(paths))
        wanted = {id(one): one for path in self._open_paths() if (one := self._groups.get(path))}
        for group in wanted.values():
            self._compare(group)

    def _drop(self, paths: list[str]) -> None:
        """Forget the groups of drafts that have no other version any more."""
        for path in paths:
            self._groups.pop(path, None)
            document = self._session.documents.at_path(path)
            if document is not None:
                self._show(document, None)

    def _open_paths(self) -> list[str]:
        return [path for one in self._session.documents if (path := path_of(one.uri))]

    def _spawn(self, work: Any) -> None:
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._finished)

    def _finished(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            logger.error("versions could not be searched", exc_info=error)

    # Comparing

    def _compare(self, group: Group) -> None:
        """Have a group compared in the worker, after what waits there."""
        folders = self._session.folders
        settings = {path: folders.settings_for(uri_of(path), "") for path in group.paths}
        loop = asyncio.get_running_loop()
        future = self._session.worker.submit(
            lambda: self._step(group, settings), f"versions {group.paths[0]}"
        )

        def done(future: Any) -> None:
            if not future.cancelled() and future.exception() is None:
                outcome = future.result()
                loop.call_soon_threadsafe(self._compared, group, outcome)

        future.add_done_callback(done)

    def _compared(self, group: Group, outcome: Any) -> None:
        if outcome is _AGAIN:
            self._compare(group)
        elif outcome is not None:
            for document in self._session.documents:
                if document.uri in outcome:
                    self._show(document, outcome[document.uri])

    def _show(self, document: OpenDocument, compared: Compared | None) -> None:
        settings = document.snapshot.settings
        if compared is not None and not (settings.enabled and settings.versions):
            compared = None
        shown = _items_in(document)
        document.compared = compared
        if _items_in(document) != shown:
            self._publisher.compared(document)

    def _step(self, group: Group, settings: dict[str, DocumentSettings]) -> Any:
        """Bring one version that is not open up to date, or else compare. In the worker.

        None where an open version is about to be checked again.
        """
        try:
            if not self._read_open(group):
                return None
            if self._read_one(group, settings):
                return _AGAIN
            return self._findings(group, settings)
        except Exception:
            logger.exception("%s could not be compared", ", ".join(group.paths))
            group.live, group.stamps = _live_group(), {}
            return None

    def _read_open(self, group: Group) -> bool:
        """Put the drafts of open versions into the group; False if one is not checked yet."""
        for path in group.paths:
            document = self._session.documents.at_path(path)
            if document is None or document.snapshot.check is None:
                continue
            result = document.linter.last
            if result is None:
                return False
            group.stamps.pop(path, None)
            if result.draft.is_resolution:
                group.live.put(path, result.draft)
            else:
                group.live.keep_only(one for one in group.live.paths if one != path)
        return True

    def _read_one(self, group: Group, settings: dict[str, DocumentSettings]) -> bool:
        """Read one version that is not open and has changed; False if there is none."""
        for path in group.paths:
            document = self._session.documents.at_path(path)
            if document is not None and document.snapshot.check is not None:
                continue
            stamp = stamp_of(path)
            if group.stamps.get(path) == stamp:
                continue
            group.stamps[path] = stamp
            lint = settings[path].lint
            group.live.keep_only(one for one in group.live.paths if one != path)
            try:
                source = read_source(read_bytes(path), path, changes=lint.changes)
            except UnreadableText:
                continue
            draft = read_draft(
                source,
                path_format=lint.text_format,
                language=lint.language,
                organ=lint.organ,
                habits=lint.house,
            )
            if draft.is_resolution:
                group.live.put(path, draft)
            return True
        return False

    def _findings(self, group: Group, settings: dict[str, DocumentSettings]) -> Outcome:
        results = group.live.compare({path: one.lint for path, one in settings.items()})
        outcome: Outcome = {}
        for document in self._session.documents:
            path = path_of(document.uri)
            if path not in group.paths:
                continue
            result = results.get(path)
            items = [] if result is None else self._items(document.uri, result)
            source = document.snapshot.source if result is None else result.draft.source
            outcome[document.uri] = Compared(source, items)
        return outcome

    def _items(self, uri: str, result: LintResult) -> list[tuple[Diagnostic, dict[str, Any]]]:
        client = self._session.client
        source = result.draft.source

        def place(offset: int) -> tuple[int, int]:
            return place_in(source, offset, client.encoding)

        return [
            (
                one,
                item_of(
                    one,
                    uri,
                    place,
                    client.capabilities,
                    self._session.rule_pages.uri(one.code),
                    self._location,
                ),
            )
            for one in result.diagnostics
            if one.code not in own_codes.NAMES or one.code == own_codes.UNUSED_SUPPRESSION
        ]

    def _location(self, related: Related) -> dict[str, Any]:
        """The place of another version in the protocol's form. In the worker."""
        group = self._groups.get(related.path)
        version = None if group is None else group.live.version(related.path)
        if version is None:
            return {"uri": self.uri_at(related.path), "range": _START}
        return self.location(version, related.start, related.end)

    # Answers

    def location(self, version: Version, start: int, end: int) -> dict[str, Any]:
        """A place in a version in the protocol's form. In the worker."""
        source, encoding = version.draft.source, self._session.client.encoding
        return {
            "uri": self.uri_at(version.path),
            "range": range_of(lambda offset: place_in(source, offset, encoding), start, end),
        }

    def uri_at(self, path: str) -> str:
        """The URI of a file: that of the editor if it is open."""
        document = self._session.documents.at_path(path)
        return uri_of(path) if document is None else document.uri

    def compared_group(self, path: str | None) -> LiveGroup | None:
        """The versions of a path as they were compared last, None without any. In the worker."""
        group = self._groups.get(path or "")
        if group is None or group.live.comparison is None:
            return None
        return group.live


def _items_in(document: OpenDocument) -> list[dict[str, Any]]:
    """What a comparison found in a document, in the protocol's form, where it stands now."""
    if document.compared is None:
        return []
    snapshot = document.snapshot
    return [item for _, item in document.compared.at(snapshot.source, snapshot.place)]


_START = {"start": {"line": 0, "character": 0}, "end": {"line": 0, "character": 0}}
