"""Find the files to check for the paths on the command line.

A file that is named is always checked. A folder is walked for drafts, by the ending of their
names, in the order of their names; hidden folders, folders of other tools, links out of the folder
and what `.gitignore` names are left out.
"""

from __future__ import annotations

import os

from reslint import documents
from reslint.files.passed_over import ENDINGS as PASSED_OVER_ENDINGS
from reslint.rulebook.own_codes import UNREADABLE
from reslint.text.diagnostics import Problem
from reslint.text.source import MARKDOWN_ENDINGS, PLAIN_ENDINGS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reslint.settings.file_patterns import FilePatterns


ENDINGS = (*MARKDOWN_ENDINGS, *PLAIN_ENDINGS, *documents.ENDINGS)
"""The endings of drafts' names, in small letters."""
_OWNER_FILE = "~$"
"""How the names of the files begin by which Word marks a document as open."""
SKIPPED = frozenset(
    ("__pycache__", "_build", "build", "dist", "htmlcov", "node_modules", "site-packages", "venv")
)
"""Folders that never hold drafts (hidden ones are left out as well)."""
_OTHER_ENDINGS = tuple(
    ending
    for ending in PASSED_OVER_ENDINGS
    if ending not in ENDINGS or ending in documents.DOUBTFUL_ENDINGS
)
STANDARD_INPUT = "-"
_MOST_IGNORED = 1_000_000  # characters read of a `.gitignore`


class Found:
    """A file to check; `named` says that the command line names it itself."""

    __slots__ = ("named", "path")

    def __init__(self, path: str, *, named: bool) -> None:
        self.path = path
        self.named = named

    def __repr__(self) -> str:
        return f"Found({self.path!r}, named={self.named})"


def find_files(
    arguments: Iterable[str], passed_over: list[str] | None = None
) -> tuple[list[Found], list[Problem]]:
    """Return the files that the arguments stand for, sorted by path, each once, and the errors.

    Paths are as given (those in a folder begin with the folder as given, without `.`). `-` is
    passed on. The files in folders that may hold drafts but are of another format are added to
    `passed_over`. A path that does not exist, or a folder that cannot be read, is TOOL005.
    """
    found: dict[str, Found] = {}
    problems: list[Problem] = []
    for argument in arguments:
        if argument == STANDARD_INPUT:
            found.setdefault(argument, Found(argument, named=True))
        elif os.path.isdir(argument):
            for path, real in _walk(argument, problems, passed_over):
                found.setdefault(real, Found(path, named=False))
        elif os.path.exists(argument):
            real = os.path.realpath(argument)
            already = found.get(real)
            if already is None or not already.named:
                found[real] = Found(argument, named=True)
        elif matching := _matching(argument):
            # Not every shell opens patterns: that of Windows does not.
            for path in matching:
                found.setdefault(os.path.realpath(path), Found(path, named=True))
        else:
            message = "there is no such file or folder"
            if os.path.lexists(argument):
                message = "the link points to no file (or to itself)"
            problems.append(Problem(UNREADABLE, message, argument))
    return sorted(found.values(), key=lambda one: one.path), problems


def _matching(pattern: str) -> list[str]:
    """Return the files that a pattern with `*`, `?`, `[…]` or `**` names, sorted."""
    if not any(character in pattern for character in "*?["):
        return []
    from glob import glob

    return sorted(path for path in glob(pattern, recursive=True) if os.path.isfile(path))


def _walk(
    root: str, problems: list[Problem], passed_over: list[str] | None
) -> Iterator[tuple[str, str]]:
    """Yield the drafts in a folder and its subfolders: the path to show and the real path."""
    real_root = os.path.realpath(root)
    ignored = _Ignored(real_root)
    shown_root = "" if os.path.normpath(root) == "." else root
    # A stack, not recursion: folders may nest deeper than Python recurses.
    waiting = [(shown_root, real_root)]
    while waiting:
        shown, real = waiting.pop()
        try:
            with os.scandir(real) as entries:
                ordered = sorted(entries, key=lambda entry: entry.name)
        except OSError as error:
            message = f"the folder cannot be read ({error.strerror})"
            problems.append(Problem(UNREADABLE, message, shown or root))
            continue
        if any(entry.name == ".gitignore" for entry in ordered):
            ignored.read(real)
        for entry in ordered:
            name = entry.name
            path = os.path.join(shown, name)
            if entry.is_dir(follow_symlinks=False):
                hidden = name.startswith(".") or name in SKIPPED
                if not hidden and not ignored.holds(entry.path, folder=True):
                    waiting.append((path, entry.path))
            elif _is_draft(entry, real_root):
                if not ignored.holds(entry.path, folder=False):
                    yield path, os.path.realpath(entry.path) if entry.is_symlink() else entry.path
            elif passed_over is not None and _is_other(entry, ignored):
                passed_over.append(path)


def _is_other(entry: os.DirEntry[str], ignored: _Ignored) -> bool:
    """Return whether an entry of a folder may hold a draft in a format that is not read."""
    name = entry.name
    return (
        name.lower().endswith(_OTHER_ENDINGS)
        and not name.startswith((".", _OWNER_FILE))
        and not ignored.holds(entry.path, folder=False)
    )


def _is_draft(entry: os.DirEntry[str], real_root: str) -> bool:
    """Return whether an entry of a folder is a draft and no link that leads out of the folder."""
    name = entry.name
    if name.startswith((".", _OWNER_FILE)) or not name.lower().endswith(ENDINGS):
        return False
    try:
        if not entry.is_file():
            return False
    except OSError:
        return False
    if entry.is_symlink():
        if not os.path.realpath(entry.path).startswith(os.path.join(real_root, "")):
            return False
    lowered = name.lower()
    # Most XML is something else than AKN4UN; old Word files need another program.
    return not lowered.endswith(documents.DOUBTFUL_ENDINGS) or documents.is_readable(entry.path)


class _Ignored:
    """The `.gitignore` files, from the top of the repository down.

    The file nearest to a path decides, as in git; an ignored folder is not walked at all.
    """

    def __init__(self, real_root: str) -> None:
        self._patterns: dict[str, FilePatterns] = {}
        above = _repository_folders(real_root)
        for folder in above:
            if folder != real_root and os.path.isfile(os.path.join(folder, ".gitignore")):
                self.read(folder)
        # A folder that is ignored but named is meant to be checked.
        if self.holds(real_root, folder=True):
            self._patterns.clear()

    def read(self, folder: str) -> None:
        """Read the `.gitignore` of a folder; one that cannot be read counts as empty."""
        from reslint.settings.file_patterns import FilePatterns

        try:
            with open(
                os.path.join(folder, ".gitignore"), encoding="utf-8", errors="replace"
            ) as stream:
                lines = stream.read(_MOST_IGNORED).split("\n")
        except OSError:
            return
        self._patterns[folder] = FilePatterns(lines, skip_wrong=True)

    def holds(self, path: str, *, folder: bool) -> bool:
        """Return whether `path` (real) is ignored."""
        if not self._patterns:
            return False
        above = os.path.dirname(path)
        while True:
            patterns = self._patterns.get(above)
            if patterns is not None:
                relative = os.path.relpath(path, above).replace(os.sep, "/")
                verdict = patterns.verdict(relative, folder=folder)
                if verdict is not None:
                    return verdict
            parent = os.path.dirname(above)
            if parent == above:
                return False
            above = parent


def _repository_folders(real_root: str) -> list[str]:
    """Return the folders from the top of the git repository down to `real_root`; [] without one."""
    folders = []
    folder = real_root
    while True:
        folders.append(folder)
        if os.path.exists(os.path.join(folder, ".git")):
            return folders[::-1]
        parent = os.path.dirname(folder)
        if parent == folder:
            return []
        folder = parent
