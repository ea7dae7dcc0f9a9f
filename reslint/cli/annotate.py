"""`reslint check --annotate`: where the copies go, and the table of what was written where."""

from __future__ import annotations

import os

from reslint.text import Wordings
from reslint.text.display import escaped

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reslint.files.discovery import Found
    from reslint.linting.results import FileResult


_WORDS = Wordings(
    {
        "written": {
            "en": "{path}: {comments}{changes}{left}",
            "fr": "{path} : {comments}{changes}{left}",
        },
        "comments": {
            "en": ("{n} comment", "{n} comments"),
            "fr": ("{n} commentaire", "{n} commentaires"),
        },
        "changes": {
            "en": (", {n} fix as a tracked change", ", {n} fixes as tracked changes"),
            "fr": (
                ", {n} correction en modification suivie",
                ", {n} corrections en modifications suivies",
            ),
        },
        "left": {
            "en": (", {n} finding without a comment", ", {n} findings without a comment"),
            "fr": (", {n} constat sans commentaire", ", {n} constats sans commentaire"),
        },
        "other": {
            "en": "{path}: no copy (only Word files have comments)",
            "fr": "{path} : pas de copie (seuls les fichiers Word ont des commentaires)",
        },
        "unfixed": {
            "en": "; --fix without --annotate changes the file itself",
            "fr": " ; --fix sans --annotate corrige le fichier même",
        },
        "unsaved": {
            "en": "{path}: no copy (save it as .docx first)",
            "fr": "{path} : pas de copie (l’enregistrer d’abord en .docx)",
        },
    }
)


_CONVERTED = ("doc", "odt")
"""Formats that are read through LibreOffice."""


class Copies:
    """The path of the copy of each file.

    `out` is the file, or the folder if several files are checked, or it is one already.
    """

    def __init__(self, out: str, paths: Sequence[str], found: Sequence[Found]) -> None:
        self._out = out
        self._folders = [os.path.normpath(path) for path in paths if os.path.isdir(path)]
        self.is_folder = bool(self._folders) or len(found) != 1 or os.path.isdir(out)

    def path_for(self, path: str) -> str:
        """Return where the copy of a file goes."""
        if not self.is_folder:
            return self._out
        for folder in self._folders:
            inside = os.path.relpath(path, folder)
            if not inside.startswith(os.pardir):
                return os.path.join(self._out, inside)
        return os.path.join(self._out, os.path.basename(path))

    def wrong(self, found: Iterable[Found]) -> str:
        """Return what is wrong with the places, "" for nothing: no copy may replace a draft."""
        out = os.path.realpath(self._out)
        for folder in self._folders:
            if out == os.path.realpath(folder):
                return f"--annotate {self._out}: the drafts in this folder would be replaced"
        inputs = {os.path.realpath(one.path) for one in found}
        used: dict[str, str] = {}
        if self.is_folder and os.path.exists(self._out) and not os.path.isdir(self._out):
            return f"--annotate {self._out}: for several files it must be a folder"
        for one in found:
            copy = os.path.realpath(self.path_for(one.path))
            if copy in inputs:
                return f"--annotate {self._out}: {escaped(one.path)} would be replaced"
            if copy in used:
                both = f"{escaped(used[copy])} and {escaped(one.path)}"
                return f"--annotate {self._out}: {both} would have the same copy"
            used[copy] = one.path
        return ""

    def outside(self, found: Iterable[Found]) -> list[Found]:
        """Return the files but for copies of an earlier run: those in the folder of copies."""
        if not self.is_folder:
            return list(found)
        inside = os.path.join(os.path.realpath(self._out), "")
        return [
            one for one in found if one.named or not os.path.realpath(one.path).startswith(inside)
        ]


def has_safe_fix(result: FileResult) -> bool:
    """Return whether `--fix` could change something in a file."""
    return any(one.fix is not None and one.fix.safety == "safe" for one in result.diagnostics)


def line_for(result: FileResult, language: str, *, fixing: bool) -> str:
    """Return the line of the table for a file; `fixing` says that its fixes were wanted, too."""
    made = result.annotated
    if made is None:
        kind = "unsaved" if result.format in _CONVERTED else "other"
        line = _WORDS.text(kind, language, path=escaped(result.path))
        unfixed = kind == "other" and fixing and has_safe_fix(result)
        return line + (_WORDS.text("unfixed", language) if unfixed else "")

    def counted(key: str, number: int) -> str:
        return _WORDS.count(key, number, language) if number else ""

    return _WORDS.text(
        "written",
        language,
        path=escaped(made.path),
        comments=_WORDS.count("comments", made.comments, language),
        changes=counted("changes", made.changes),
        left=counted("left", made.left_out),
    )
