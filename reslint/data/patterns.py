"""Regular expressions with a cache of their compiled programs.

`re` takes about 0.4 ms to make an expression into a program: for a hundred of them, a third of a
start. The program depends only on the text, the flags and the version of Python, so it is cached
in the user's cache folder and handed to `re`. Without a cache, or with another implementation of
Python, `re` compiles the expression.
"""

from __future__ import annotations

import os
import re
import sys

from reslint.data import cache

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    _Key = tuple[str, int]

    # All flags, the number of groups, groups by name, names by group, the program.
    _Program = tuple[int, int, dict[str, int], tuple[str | None, ...], bytes]


_MOST = 2000
"""Expressions cached at most; the standard rules have some 400."""
_UNLIKE = (ImportError, AttributeError, TypeError, ValueError, OverflowError, RuntimeError)
"""What a version of Python may raise whose programs are different."""
_made: dict[_Key, re.Pattern[str]] = {}
_new: dict[_Key, _Program] = {}


class _CachedPrograms:
    """The programs in the cache, read once; `path` is "" without a cache."""

    __slots__ = ("head", "path", "programs")

    def __init__(self) -> None:
        self.path = _path()
        self.head = f"expressions {sys.version}\n".encode()
        self.programs = self.read() if self.path else {}

    def read(self) -> dict[_Key, _Program]:
        found, programs = cache.read(self.path, self.head)
        return programs if found else {}


_cached: _CachedPrograms | None = None


def expression(text: str, flags: int = 0) -> re.Pattern[str]:
    """The compiled expression, as `re.compile` gives it. Raises `re.error` for a wrong one."""
    global _cached
    key = text, int(flags)
    found = _made.get(key)
    if found is None:
        if _cached is None:
            _cached = _CachedPrograms()
        program = _cached.programs.get(key)
        if program is None and _cached.path:
            program = _program(*key)
            if program is not None:
                _new[key] = program
        found = (program and _from_program(text, program)) or re.compile(text, flags)
        _made[key] = found
    return found


def cache_programs() -> None:
    """Write the programs made since the last call to the cache, for the next start."""
    if not _new or _cached is None:
        return
    # Read the file again: another process may have written others meanwhile.
    programs = {**_cached.read(), **_new}
    if len(programs) > _MOST:
        programs = dict(_new)
    _new.clear()
    cache.write(_cached.path, programs, _cached.head)


def _path() -> str:
    """The file of the programs of this version of Python, "" without a cache."""
    # Programs are private to `re`: only versions of Python that were tried.
    if sys.implementation.name != "cpython" or sys.version_info >= (3, 15):
        return ""
    folder = cache.folder("compiled")
    return os.path.join(folder, f"expressions-{sys.hexversion:x}.bin") if folder else ""


def _program(text: str, flags: int) -> _Program | None:
    """The program that `re` makes of an expression, None if this Python works otherwise."""
    from array import array

    try:
        from re import _compiler, _parser  # type: ignore[attr-defined]

        parsed: Any = _parser.parse(text, flags)
        state = parsed.state
        code = array("I", map(int, _compiler._code(parsed, flags)))
        names: list[str | None] = [None] * state.groups
        for name, group in state.groupdict.items():
            names[group] = name
        total = int(flags | state.flags)
        return total, state.groups - 1, dict(state.groupdict), tuple(names), code.tobytes()
    except _UNLIKE:
        return None


def _from_program(text: str, program: _Program) -> re.Pattern[str] | None:
    """The expression of a program, None if this Python refuses it."""
    import _sre  # type: ignore[import-not-found]

    flags, groups, by_name, names, code = program
    try:
        # It validates the program.
        made = _sre.compile(
            text, flags, memoryview(code).cast("I").tolist(), groups, by_name, names
        )
    except _UNLIKE:
        return None
    return made if isinstance(made, re.Pattern) else None
