"""Regular expressions whose programs are kept from run to run.

`re` takes about 0.4 ms to make an expression into a program: for a hundred of them, a third of a
start. The program of an expression depends on its text, its flags and the version of Python alone,
so it is kept in the user's cache and handed to `re` as it is. Where that cannot be (another
implementation of Python, a cache that is off or damaged), `re` makes it.
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
"""Expressions kept at most: of the standard rules there are some 400."""
_UNLIKE = (ImportError, AttributeError, TypeError, ValueError, OverflowError, RuntimeError)
"""What a Python may raise that makes programs in another way."""
_made: dict[_Key, re.Pattern[str]] = {}
_new: dict[_Key, _Program] = {}


class _Kept:
    """The programs in the cache, read once; `path` is "" where none are kept."""

    __slots__ = ("head", "path", "programs")

    def __init__(self) -> None:
        self.path = _path()
        self.head = f"expressions {sys.version}\n".encode()
        self.programs = self.read() if self.path else {}

    def read(self) -> dict[_Key, _Program]:
        found, programs = cache.read(self.path, self.head)
        return programs if found else {}


_kept: _Kept | None = None


def expression(text: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` gives. Raises what it raises: `re.error` for a wrong expression."""
    global _kept
    key = text, int(flags)
    found = _made.get(key)
    if found is None:
        if _kept is None:
            _kept = _Kept()
        program = _kept.programs.get(key)
        if program is None and _kept.path:
            program = _program(*key)
            if program is not None:
                _new[key] = program
        found = (program and _from_program(text, program)) or re.compile(text, flags)
        _made[key] = found
    return found


def keep_programs() -> None:
    """Keep the programs made since the last time, for the next start."""
    if not _new or _kept is None:
        return
    # Read anew: another process may have kept others meanwhile.
    programs = {**_kept.read(), **_new}
    if len(programs) > _MOST:
        programs = dict(_new)
    _new.clear()
    cache.write(_kept.path, programs, _kept.head)


def _path() -> str:
    """Where this Python's programs are kept, "" where they are not."""
    # Programs are not part of what `re` promises: only versions that were looked at.
    if sys.implementation.name != "cpython" or sys.version_info >= (3, 15):
        return ""
    folder = cache.folder("compiled")
    return os.path.join(folder, f"expressions-{sys.hexversion:x}.bin") if folder else ""


def _program(text: str, flags: int) -> _Program | None:
    """The program of an expression as `re` makes it; None where this Python does that otherwise."""
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
    """The expression of a program, None where this Python does not take it."""
    import _sre  # type: ignore[import-not-found]

    flags, groups, by_name, names, code = program
    try:
        # It looks the program through before it takes it.
        made = _sre.compile(
            text, flags, memoryview(code).cast("I").tolist(), groups, by_name, names
        )
    except _UNLIKE:
        return None
    return made if isinstance(made, re.Pattern) else None
