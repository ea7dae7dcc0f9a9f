"""What `reslint check --fix` and `--diff` say of the fixes made, beside the report."""

from __future__ import annotations

import sys

from reslint.reports.wording import counted
from reslint.rules.own_codes import NOT_WRITTEN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.files.fix import Repair


_WORDS = {
    "en": {
        "nothing": "Nothing to mend",
        "failed": "Nothing mended",
        "fixed": "Mended {findings} in {files} ({codes})",
        "could": "Would mend {findings} in {files} ({codes})",
        "unwritten": ("1 draft could not be written", "{n} drafts could not be written"),
        "whole": "{done}; {left}{possible}.",
        "possible": " (--unsafe-fixes has a fix for {n})",
        "finding": ("1 finding", "{n} findings"),
        "file": ("1 draft", "{n} drafts"),
        "left": ("1 finding remains", "{n} findings remain"),
    },
    "fr": {
        "nothing": "Rien à corriger",
        "failed": "Rien n’a été corrigé",
        "fixed": "{findings} dans {files} ({codes})",
        "could": "{findings} à faire dans {files} ({codes})",
        "unwritten": ("1 projet n’a pu être écrit", "{n} projets n’ont pu être écrits"),
        "whole": "{done} ; {left}{possible}.",
        "possible": " (--unsafe-fixes en corrigerait {n})",
        "finding": ("1 correction", "{n} corrections"),
        "file": ("1 projet", "{n} projets"),
        "left": ("il reste 1 constat", "il reste {n} constats"),
    },
}


class MendedSummary:
    """Counts over all files. Says at once what was taken back or left in a file, and its diff."""

    def __init__(self, language: str, *, written: bool, unsafe: bool) -> None:
        self._language = language
        self._words = _WORDS.get(language, _WORDS["en"])
        self._written = written
        self._unsafe = unsafe
        self._codes: dict[str, int] = {}
        self._unwritten = 0
        self._possible = 0
        self.files = 0

    def add(self, repair: Repair) -> None:
        """Take in one file."""
        self.files += bool(repair.fixed)
        self._unwritten += any(error.code == NOT_WRITTEN for error in repair.result.errors)
        for reported in repair.result.reported:
            fix = reported.diagnostic.fix
            self._possible += fix is not None and fix.safety != "safe"
        for code, count in repair.fixed.items():
            self._codes[code] = self._codes.get(code, 0) + count
        for line in (*repair.taken_back, *repair.left):
            print(f"reslint: {line}", file=sys.stderr)
        if repair.diff:
            sys.stdout.write(repair.diff)

    def line(self, left: int) -> str:
        """What was mended and how many findings are left."""
        if self.files:
            done = self._word("fixed" if self._written else "could").format(
                findings=self._count("finding", sum(self._codes.values())),
                files=self._count("file", self.files),
                codes=", ".join(f"{code}: {count}" for code, count in sorted(self._codes.items())),
            )
        else:
            done = self._word("failed" if self._unwritten else "nothing")
        if self._unwritten:
            done += ", " + self._count("unwritten", self._unwritten)
        possible = ""
        if self._possible and not self._unsafe:
            possible = self._word("possible").format(n=self._possible)
        left_over = self._count("left", left)
        return self._word("whole").format(done=done, left=left_over, possible=possible)

    def _word(self, key: str) -> str:
        text = self._words[key]
        assert isinstance(text, str)
        return text

    def _count(self, key: str, number: int) -> str:
        forms = self._words[key]
        assert isinstance(forms, tuple)
        return counted(forms, number, self._language)
