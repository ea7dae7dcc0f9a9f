"""What `reslint check --fix` and `--diff` say of the fixes made, beside the report."""

from __future__ import annotations

import sys

from reslint.reports.frame import counted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.repairing import Repair

_WORDS = {
    "en": {
        "nothing": "Nothing to mend; {left}.",
        "fixed": "Mended {findings} in {files} ({codes}); {left}.",
        "could": "Would mend {findings} in {files} ({codes}); {left}.",
        "finding": ("1 finding", "{n} findings"),
        "file": ("1 draft", "{n} drafts"),
        "left": ("1 finding remains", "{n} findings remain"),
    },
    "fr": {
        "nothing": "Rien à corriger ; {left}.",
        "fixed": "{findings} dans {files} ({codes}) ; {left}.",
        "could": "À corriger, {findings} dans {files} ({codes}) ; {left}.",
        "finding": ("1 correction", "{n} corrections"),
        "file": ("1 projet", "{n} projets"),
        "left": ("il reste 1 constat", "il reste {n} constats"),
    },
}


class MendedSummary:
    """Counts over all files. Says at once, for each file, what was taken back, and its diff."""

    def __init__(self, language: str, *, written: bool) -> None:
        self._language = language
        self._words = _WORDS.get(language, _WORDS["en"])
        self._written = written
        self._codes: dict[str, int] = {}
        self.files = 0

    def add(self, repair: Repair) -> None:
        """Take in one file."""
        self.files += bool(repair.fixed)
        for code, count in repair.fixed.items():
            self._codes[code] = self._codes.get(code, 0) + count
        for line in repair.taken_back:
            print(f"reslint: {line}", file=sys.stderr)
        if repair.diff:
            sys.stdout.write(repair.diff)

    def line(self, left: int) -> str:
        """What was mended and how many findings are left."""
        remains = self._count("left", left)
        if not self.files:
            return str(self._words["nothing"]).format(left=remains)
        return str(self._words["fixed" if self._written else "could"]).format(
            findings=self._count("finding", sum(self._codes.values())),
            files=self._count("file", self.files),
            codes=", ".join(f"{code}: {count}" for code, count in sorted(self._codes.items())),
            left=remains,
        )

    def _count(self, key: str, number: int) -> str:
        forms = self._words[key]
        assert isinstance(forms, tuple)
        return counted(forms, number, self._language)
