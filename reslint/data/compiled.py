"""Data in its compiled form, so that a start reads no YAML.

Compiled data is a *group* of *parts*: plain values (None, booleans, numbers, text, tuples, lists,
dicts), each in a file of its own, so that a start reads only what its language needs. A group is
looked for

1. among the files made when the wheel was built (`reslint/_prebuilt`), in an installed wheel only:
   a checkout may hold stale ones;
2. in the user's cache folder, where each file repeats the key it was made for: every source file
   with its size and times, the version of reslint and of Python;
3. and is else compiled and written to the cache.

A cached file that is damaged is compiled again. On the path of every start: cheap
imports only.
"""

from __future__ import annotations

import marshal
import os
import sys
from functools import lru_cache

from reslint.data import cache, paths
from reslint.version import __version__

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any


FORMAT = 5
"""To be raised whenever the shape of the compiled data changes."""
_COMPILERS = ("blocks", "checks", "concordance", "data", "language", "names", "rulebook", "text")
_PREBUILT = os.path.join(paths.PACKAGE, "_prebuilt")
_HEAD = f"reslint {__version__} {FORMAT}\n".encode()


class Group:
    """One group of compiled parts, opened for reading.

    `name` begins the names of its files; `sources` are the files and folders it is made of;
    `build` compiles all parts, by name. Only `standard` groups are in a wheel.
    """

    __slots__ = ("_build", "_built", "_key", "_sources", "name", "standard")

    def __init__(
        self,
        name: str,
        sources: Iterable[str],
        build: Callable[[], dict[str, Any]],
        *,
        standard: bool = False,
    ) -> None:
        self.name = name
        self.standard = standard
        self._sources = tuple(sources)
        self._build = build
        self._built: dict[str, Any] | None = None
        self._key: bytes | None = None

    def part(self, name: str) -> Any:
        """The part of this name, None if the group has no such part.

        Raises what `build` raises.
        """
        if self._built is not None:
            return self._built.get(name)
        if self.standard and paths.rules_are_inside_the_package():
            found, value = _read_prebuilt(f"{self.name}-{name}.bin")
            if found:
                return value
        folder = self._folder()
        if folder:
            found, value = cache.read(os.path.join(folder, f"{name}.bin"), self._cache_key())
            if found:
                return value
            # The list of all parts tells that a part does not exist.
            found, names = cache.read(os.path.join(folder, "parts.bin"), self._cache_key())
            if found and name not in names:
                return None
        # The key is taken before compiling: a file saved meanwhile makes the cached part stale.
        key = self._cache_key() if folder else b""
        self._built = self._build()
        if folder:
            for part, value in {**self._built, "parts": tuple(self._built)}.items():
                cache.write(os.path.join(folder, f"{part}.bin"), value, key)
            from reslint.data.cache_care import trim_groups

            trim_groups(os.path.dirname(folder), folder)
        return self._built.get(name)

    def _folder(self) -> str:
        """The folder of the group in the user's cache, "" without a cache."""
        base = cache.folder("compiled", shipped=self.standard)
        if not base:
            return ""
        from binascii import crc32

        # Checkouts and Pythons side by side do not overwrite each other's.
        identity = "\0".join((sys.implementation.cache_tag or "", *map(_absolute, self._sources)))
        number = crc32(identity.encode("utf-8", "surrogatepass"))
        return os.path.join(base, f"{self.name}-{number:08x}")

    def state(self) -> bytes:
        """The state of the sources, as this object first found them, and of what compiles them."""
        return self._cache_key()

    def _cache_key(self) -> bytes:
        if self._key is None:
            self._key = _signature(self._sources)
        return self._key


def packed(value: Any) -> bytes:
    """Return a plain value as a part may hold it where few drafts need it: `unpacked` reads it."""
    return marshal.dumps(value, cache.MARSHAL_VERSION)


def unpacked(data: bytes) -> Any:
    """Return a value that `packed` wrote."""
    return marshal.loads(data)


def write_prebuilt(folder: str, group: str, parts: dict[str, Any]) -> list[str]:
    """Write the parts of a standard group into a folder, for a wheel; return the file names.

    Raises OSError if a file cannot be written, ValueError for a value that is not plain.
    """
    names = []
    os.makedirs(folder, exist_ok=True)
    for part, value in parts.items():
        name = f"{group}-{part}.bin"
        with open(os.path.join(folder, name), "wb") as stream:
            stream.write(_HEAD + marshal.dumps(value, cache.MARSHAL_VERSION))
        names.append(name)
    return names


def _read_prebuilt(name: str) -> tuple[bool, Any]:
    try:
        with open(os.path.join(_PREBUILT, name), "rb") as stream:
            data = stream.read()
        if not data.startswith(_HEAD):
            return False, None
        return True, marshal.loads(memoryview(data)[len(_HEAD) :])
    except FileNotFoundError:
        # In a wheel with prebuilt data, a part without a file is a part that does not exist.
        return os.path.isdir(_PREBUILT), None
    except cache.UNREADABLE:
        return False, None


def _signature(sources: Iterable[str]) -> bytes:
    """The key of compiled data: the state of the sources, the versions of reslint and Python."""
    python = f"{sys.implementation.name} {sys.hexversion:x}"
    entries = [f"reslint {__version__} format {FORMAT} {python}"]
    for source in sources:
        entries.append(_absolute(source))
        _stamps(source, entries, (".yaml", ".yml"))
    if not paths.rules_are_inside_the_package():
        # In a checkout the code that compiles changes without a new version.
        entries += _code_stamps(paths.PACKAGE)
    text = "\n".join(entries)
    return f"{len(text)}\n{text}\n".encode("utf-8", "surrogatepass")


@lru_cache(1)
def _code_stamps(package: str) -> list[str]:
    """The state of the code that compiles, as this run found it: one look serves all groups."""
    entries: list[str] = []
    for folder in _COMPILERS:
        _stamps(os.path.join(package, folder), entries, (".py",))
    return entries


def _stamps(path: str, entries: list[str], endings: tuple[str, ...]) -> None:
    """Add path, size and time of the files at or under a path to `entries`, in fixed order."""
    found = []
    waiting = [path]
    while waiting:
        folder = waiting.pop()
        try:
            with os.scandir(folder) as listing:
                for entry in listing:
                    if entry.name.startswith((".", "__pycache__")):
                        continue
                    if entry.is_dir(follow_symlinks=False):
                        waiting.append(entry.path)
                    elif entry.name.endswith(endings):
                        stat = entry.stat()
                        found.append(f"{entry.path} {_state(stat)}")
        except NotADirectoryError:
            stat = os.stat(folder)
            found.append(f"{folder} {_state(stat)}")
        except OSError:
            found.append(f"{folder} unreadable")
    entries.extend(sorted(found))


def _state(status: os.stat_result) -> str:
    """Size and times; unlike the time of writing, that of the last change cannot be set."""
    return f"{status.st_size} {status.st_mtime_ns} {status.st_ctime_ns}"


def _absolute(path: str) -> str:
    return os.path.abspath(path)
