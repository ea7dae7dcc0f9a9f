"""Find the files to check for the paths on the command line.

A file that is named is always checked. A folder is walked for drafts, by the ending of their
names, in the order of their names; hidden folders, folders of other tools, links out of the folder,
what `.gitignore` names and what the settings exclude are left out.
"""

from __future__ import annotations

import os

from reslint import documents
from reslint.files.passed_over import ENDINGS as PASSED_OVER_ENDINGS
from reslint.files.passed_over import FORMAT
from reslint.rulebook.own_codes import UNREADABLE
from reslint.text.diagnostics import Problem
from reslint.text.source import MARKDOWN_ENDINGS, PLAIN_ENDINGS, read_regular_file

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reslint.settings.exclusion import Exclusion
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
LINK, EXCLUDED, IGNORED, TOOLS = "link", "excluded", "ignored", "tools"
"""Why a file or folder is left out besides FORMAT: see `passed_over.reason_of`."""
_NOTHING = "nothing"  # why what holds no draft of any format is left out, without a word
STANDARD_INPUT = "-"
_MOST_IGNORED = 1_000_000  # bytes read of a `.gitignore`


class Found:
    """A file to check; `named` says that the command line names it itself."""

    __slots__ = ("named", "path")

    def __init__(self, path: str, *, named: bool) -> None:
        self.path = path
        self.named = named

    def __repr__(self) -> str:
        return f"Found({self.path!r}, named={self.named})"


class LeftOut:
    """A file or folder that may hold drafts and is not checked, and why: FORMAT, LINK, …"""

    __slots__ = ("folder", "path", "why")

    def __init__(self, path: str, why: str, *, folder: bool = False) -> None:
        self.path = path
        self.why = why
        self.folder = folder

    def __repr__(self) -> str:
        return f"LeftOut({self.path!r}, {self.why!r}, folder={self.folder})"


def find_files(
    arguments: Iterable[str],
    left_out: list[LeftOut] | None = None,
    exclusion: Exclusion | None = None,
) -> tuple[list[Found], list[Problem]]:
    """Return the files that the arguments stand for, sorted by path, each once, and the errors.

    Paths are as given (those in a folder begin with the folder as given, without `.`). `-` is
    passed on. What may hold drafts and is not among the files is added to `left_out`. A path that
    does not exist, or a folder that cannot be read, is TOOL005.
    """
    found: dict[str, Found] = {}
    problems: list[Problem] = []
    left_out = [] if left_out is None else left_out
    for argument in arguments:
        if argument == STANDARD_INPUT:
            found.setdefault(argument, Found(argument, named=True))
        elif _is_excluded(argument, exclusion):
            left_out.append(LeftOut(argument, EXCLUDED, folder=os.path.isdir(argument)))
        elif os.path.isdir(argument):
            for path, real in _walk(argument, problems, left_out, exclusion):
                found.setdefault(real, Found(path, named=False))
        elif os.path.exists(argument):
            real = os.path.realpath(argument)
            already = found.get(real)
            if already is None or not already.named:
                found[real] = Found(argument, named=True)
        elif matching := _matching(argument):
            # Not every shell opens patterns: that of Windows does not.
            for path in matching:
                if _is_excluded(path, exclusion):
                    left_out.append(LeftOut(path, EXCLUDED))
                else:
                    found.setdefault(os.path.realpath(path), Found(path, named=True))
        else:
            message = "there is no such file or folder"
            if os.path.lexists(argument):
                message = "the link points to no file (or to itself)"
            problems.append(Problem(UNREADABLE, message, argument))
    return sorted(found.values(), key=lambda one: one.path), problems


def _is_excluded(argument: str, exclusion: Exclusion | None) -> bool:
    """Return whether a file or folder is excluded although it is named."""
    if exclusion is None or not os.path.exists(argument):
        return False
    return exclusion.holds_for_named(argument, folder=os.path.isdir(argument))


def _matching(pattern: str) -> list[str]:
    """Return the files that a pattern with `*`, `?`, `[…]`, `{…}` or `**` names, sorted."""
    if not any(character in pattern for character in "*?[{"):
        return []
    from glob import glob

    from reslint.settings.file_patterns import PatternError
    from reslint.settings.override_patterns import alternatives

    try:
        patterns = alternatives(pattern)
    except PatternError:
        return []
    found = {path for one in patterns for path in glob(one, recursive=True)}
    return sorted(path for path in found if os.path.isfile(path))


def _walk(
    root: str, problems: list[Problem], left_out: list[LeftOut], exclusion: Exclusion | None
) -> Iterator[tuple[str, str]]:
    """Yield the drafts in a folder and its subfolders: the path to show and the real path."""
    real_root = os.path.realpath(root)
    ignored = _Ignored(real_root)
    shown_root = "" if os.path.normpath(root) == "." else root
    if exclusion is not None and exclusion.holds(root, folder=True):
        exclusion = None  # a folder that is excluded but named is meant to be checked
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
            path = os.path.join(shown, entry.name)
            folder = entry.is_dir(follow_symlinks=False)
            why = _why_left_out(entry, real_root, ignored)
            if not why and exclusion is not None and exclusion.holds(path, folder=folder):
                why = EXCLUDED
            if why == _NOTHING:
                continue
            if why:
                left_out.append(LeftOut(path, why, folder=_is_folder(entry)))
            elif folder:
                waiting.append((path, entry.path))
            else:
                yield path, os.path.realpath(entry.path) if entry.is_symlink() else entry.path


def _why_left_out(entry: os.DirEntry[str], real_root: str, ignored: _Ignored) -> str:
    """Return why an entry of a folder is left out: _NOTHING, LINK, …; "" if it is not."""
    name = entry.name
    lowered = name.lower()
    if name.startswith((".", _OWNER_FILE)):
        return _NOTHING
    is_folder = _is_folder(entry)
    if not is_folder and not lowered.endswith((*ENDINGS, *_OTHER_ENDINGS)):
        return _NOTHING
    if is_folder and name in SKIPPED:
        return TOOLS
    if ignored.holds(entry.path, folder=is_folder):
        return IGNORED
    if is_folder:
        return LINK if entry.is_symlink() else ""
    if not lowered.endswith(ENDINGS):
        return FORMAT
    try:
        is_file = entry.is_file()
    except OSError:
        is_file = False
    inside = os.path.join(real_root, "")
    if entry.is_symlink() and not (is_file and os.path.realpath(entry.path).startswith(inside)):
        return LINK
    if not is_file:
        return _NOTHING
    # Most XML is something else than AKN4UN; old Word files need another program.
    if lowered.endswith(documents.DOUBTFUL_ENDINGS) and not documents.is_readable(entry.path):
        return FORMAT if lowered.endswith(_OTHER_ENDINGS) else _NOTHING
    return ""


def _is_folder(entry: os.DirEntry[str]) -> bool:
    """Return whether an entry is a folder or a link to one."""
    try:
        return entry.is_dir()
    except OSError:
        return False


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
            data = read_regular_file(os.path.join(folder, ".gitignore"), _MOST_IGNORED)
        except OSError:
            return
        # Line ends as Python reads them from a text file.
        lines = data.decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n")
        self._patterns[folder] = FilePatterns(lines.split("\n"), skip_wrong=True)

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
