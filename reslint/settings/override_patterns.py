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


class Pattern:
    """A pattern of files as it was written, with its place.

    path, line      of the settings file that has it; "" and 0 for the command line
    """

    __slots__ = ("line", "path", "text")

    def __init__(self, text: str, path: str = "", line: int = 0) -> None:
        self.text = text
        self.path = path
        self.line = line

    def __str__(self) -> str:
        return self.text

    def __lt__(self, other: Pattern) -> bool:
        return self.text < other.text


def compiled(patterns: Iterable[str], bases: Iterable[str], *, anywhere: bool) -> FilePatterns:
    """Return patterns for paths as `absolute` gives them. Raises PatternError for a wrong one.

    `bases` are absolute folders; with `anywhere` a pattern without a slash holds in all folders.
    """
    bases = list(bases)
    return FilePatterns(line for one in patterns for line in lines_of(one, bases, anywhere))


def lines_of(pattern: str, bases: Iterable[str], anywhere: bool) -> list[str]:
    """Return the patterns from the root that a pattern stands for. Raises PatternError."""
    folders = [absolute(base) for base in bases]
    mark = "!" if pattern.startswith("!") else ""
    return [
        mark + line
        for body in alternatives(pattern.removeprefix("!"))
        for line in _anchored(body, folders, anywhere)
    ]


def reach_of(path: str, config_path: str, *, named: bool) -> tuple[tuple[str, ...], bool]:
    """Return the folders from which the patterns of a file count, and whether they hold anywhere.

    `path` is that of the file, "" for the command line; `config_path` that of the settings file in
    force, which was `named` or may extend the file. A file that may lie anywhere means the files of
    the folder where it is used.
    """
    anywhere = named or path != config_path
    bases = [os.path.dirname(os.path.abspath(path))] if path else []
    if path and path != config_path:
        bases.append(os.path.dirname(os.path.abspath(config_path)))
    if named or not path:
        bases.append(os.getcwd())
    return tuple(dict.fromkeys(bases)), anywhere


def check(patterns: Iterable[str]) -> None:
    """Raise PatternError if a pattern is wrong or can name no file."""
    compiled(patterns, ("/base",), anywhere=False)


def absolute(path: str) -> str:
    """Return a path from the root, with slashes and without the first of them."""
    return os.path.abspath(path).replace(os.sep, "/").lstrip("/")


def alternatives(pattern: str) -> list[str]:
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
