"""Look after the user's cache: what is in it, remove it, keep the compiled rules few."""

from __future__ import annotations

import os

from reslint.data import cache, paths

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator


MOST_GROUPS = 50
"""Folders of compiled rules that are kept: one for each set of house rules and each checkout."""


class Shelf:
    """One folder of the cache: its name, its files and their bytes."""

    __slots__ = ("bytes", "files", "name")

    def __init__(self, name: str, files: int, size: int) -> None:
        self.name = name
        self.files = files
        self.bytes = size


def place() -> str:
    """Return the folder of the cache (it need not exist), "" where none is used."""
    return paths.cache_folder() if cache.folder("results") else ""


def shelves() -> list[Shelf]:
    """Return what the cache holds, by the names of its folders."""
    base = place()
    found = []
    for entry in _entries(base):
        if entry.is_dir(follow_symlinks=False):
            sizes = list(_sizes(entry.path))
            found.append(Shelf(entry.name, len(sizes), sum(sizes)))
    return sorted(found, key=lambda one: one.name)


def clean() -> None:
    """Remove all that the cache holds. Raises OSError for what cannot be removed."""
    for entry in _entries(place()):
        if entry.is_dir(follow_symlinks=False):
            from shutil import rmtree

            rmtree(entry.path)
        else:
            os.unlink(entry.path)


def trim_groups(folder: str, kept: str, most: int = MOST_GROUPS) -> None:
    """Remove the groups of compiled rules that were written first, down to `most`.

    The group at `kept` stays. A group that another run uses is only compiled again.
    """
    groups = []
    for entry in _entries(folder):
        try:
            if entry.is_dir(follow_symlinks=False) and entry.path != kept:
                groups.append((entry.stat(follow_symlinks=False).st_mtime_ns, entry.path))
        except OSError:
            continue  # removed by another run
    for _, path in sorted(groups)[: max(0, len(groups) + 1 - most)]:
        from shutil import rmtree

        rmtree(path, ignore_errors=True)


def _sizes(folder: str) -> Iterator[int]:
    """Yield the sizes of the files in a folder and below it."""
    for entry in _entries(folder):
        try:
            if entry.is_dir(follow_symlinks=False):
                yield from _sizes(entry.path)
            else:
                yield entry.stat(follow_symlinks=False).st_size
        except OSError:
            continue  # removed by another run


def _entries(folder: str) -> list[os.DirEntry[str]]:
    if not folder:
        return []
    try:
        with os.scandir(folder) as entries:
            return list(entries)
    except OSError:
        return []
