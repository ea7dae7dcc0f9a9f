"""Find the versions of drafts in a folder again and again, as an editor needs them."""

from __future__ import annotations

import os
from glob import escape, glob

from reslint.concordance.grouping import MOST_VERSIONS, group_files, symbol_in
from reslint.files.discovery import ENDINGS, find_files

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    Stamp = tuple[int, int]


_MOST_FILES = 3_000  # in a larger folder, only the files around a draft are looked at
_MOST_AROUND = 400


class VersionFinder:
    """Groups the files of folders; remembers the symbols in them. For one thread at a time.

    `patterns_of` gives the patterns of versions in the settings that hold for a file.
    """

    def __init__(self, patterns_of: Callable[[str], Mapping[str, str]] | None) -> None:
        self._patterns_of = patterns_of
        self._symbols: dict[str, tuple[Stamp, str]] = {}

    def versions_in(self, folder: str) -> dict[str, list[str]] | None:
        """The versions of each draft in a folder, by path, itself among them.

        None for a folder with too many files.
        """
        found, _ = find_files([folder])
        if len(found) > _MOST_FILES:
            return None
        return self._grouped(os.path.normpath(one.path) for one in found)

    def versions_around(self, path: str) -> list[str]:
        """The versions of a draft in its folder and in the folders beside that one; may be []."""
        folder, name = os.path.split(path)
        stem = escape(name.rpartition(".")[0] or name)
        beside = escape(os.path.dirname(folder))
        near = [
            *glob(os.path.join(escape(folder), "*"))[:_MOST_AROUND],
            *glob(os.path.join(beside, "*", f"{stem}.*"))[:_MOST_AROUND],
        ]
        paths = {os.path.normpath(one) for one in near if one.lower().endswith(ENDINGS)}
        return self._grouped(sorted(paths | {path})).get(path, [])

    def _grouped(self, paths: Iterable[str]) -> dict[str, list[str]]:
        groups, _ = group_files(
            paths, together=False, symbol=self._symbol, patterns_of=self._patterns_of
        )
        return {
            path: group.paths
            for group in groups
            if len(group.paths) <= MOST_VERSIONS
            for path in group.paths
        }

    def _symbol(self, path: str) -> str:
        stamp = stamp_of(path)
        known = self._symbols.get(path)
        if known is None or known[0] != stamp:
            known = self._symbols[path] = stamp, symbol_in(path)
        return known[1]


def stamp_of(path: str) -> Stamp:
    """Size and time of a file, (0, 0) if there is none: another one if its content changed."""
    try:
        stat = os.stat(path)
    except OSError:
        return (0, 0)
    return stat.st_size, stat.st_mtime_ns
