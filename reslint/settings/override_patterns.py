"""The patterns of files in settings: what people write beyond the notation of `.gitignore`.

A pattern with a slash counts from the folder of the settings file, `./` and `../` included, or is
an absolute path; `{a,b}` stands for both. If a settings file is named by `--config` (or by an
editor's setting), it may lie anywhere, as settings for many folders do: then a pattern without a
slash names files in any folder, and one with a slash counts from the current folder as well.
"""

from __future__ import annotations

import os
import re

from reslint.settings.file_patterns import FilePatterns, PatternError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


_MOST_ALTERNATIVES = 100
_BRACES = re.compile(r"\{([^{}]*)\}")
_SPECIAL = re.compile(r"([*?\[\]\\])")
_DRIVE = re.compile(r"[A-Za-z]:/")


def compiled(patterns: Iterable[str], bases: Iterable[str], *, anywhere: bool) -> FilePatterns:
    """Return patterns for paths as `absolute` gives them. Raises PatternError for a wrong one.

    `bases` are absolute folders; with `anywhere` a pattern without a slash holds in all folders.
    """
    folders = [absolute(base) for base in bases]
    lines: list[str] = []
    for pattern in patterns:
        takes = not pattern.startswith("!")
        for body in _alternatives(pattern if takes else pattern[1:]):
            lines += [("" if takes else "!") + line for line in _anchored(body, folders, anywhere)]
    return FilePatterns(lines)


def check(patterns: Iterable[str]) -> None:
    """Raise PatternError if a pattern is wrong or can name no file."""
    compiled(patterns, ("/base",), anywhere=False)


def absolute(path: str) -> str:
    """Return a path from the root, with slashes and without the first of them."""
    return os.path.abspath(path).replace(os.sep, "/").lstrip("/")


def _alternatives(pattern: str) -> list[str]:
    """Return the patterns that a pattern with braces stands for."""
    found = [pattern]
    while any(_BRACES.search(one) for one in found):
        if len(found) > _MOST_ALTERNATIVES:
            raise PatternError(f'"{pattern}" stands for more than {_MOST_ALTERNATIVES} patterns')
        found = [each for one in found for each in _opened(one)]
    return found


def _opened(pattern: str) -> Iterator[str]:
    """Yield the alternatives of the first pair of braces."""
    braces = _BRACES.search(pattern)
    if braces is None:
        yield pattern
        return
    for inside in braces[1].split(","):
        yield pattern[: braces.start()] + inside + pattern[braces.end() :]


def _anchored(body: str, folders: list[str], anywhere: bool) -> Iterator[str]:
    """Yield the patterns from the root that a pattern stands for."""
    if "\\" in body:
        raise PatternError(f'"{body}" can name no file: write / between folders, not \\')
    if body.strip("/ ") in ("", ".", ".."):
        raise PatternError(f'"{body}" names no file')
    if "/" not in body.rstrip("/"):
        if anywhere:
            yield f"/**/{body}"
        else:
            yield from (f"/{_literal(folder)}/**/{body}" for folder in folders)
        return
    if body.startswith("/") or _DRIVE.match(body):
        yield "/" + body.lstrip("/")  # an absolute path
    names = body.lstrip("/").split("/")
    up = 0
    while names and names[0] in (".", ".."):
        up += names.pop(0) == ".."
    if ".." in names or "." in names or not names:
        raise PatternError(f'"{body}" can name no file: . and .. may only stand at its beginning')
    for folder in folders:
        above = folder.split("/")
        base = above[: len(above) - up] if up else above
        yield "/" + "/".join([*map(_literal, base), *names])


def _literal(folder: str) -> str:
    """Return a folder as a pattern that matches it alone."""
    return _SPECIAL.sub(r"\\\1", folder)
