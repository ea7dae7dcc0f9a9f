"""Summarize the fixes of `reslint check --fix` and `--diff`."""

from __future__ import annotations

import sys

from reslint.rulebook.own_codes import INTERNAL_ERROR, NOT_WRITTEN
from reslint.text import Wordings
from reslint.text.display import displayed, escaped

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TextIO

    from reslint.files.fix import FixOutcome
    from reslint.linting.results import FileResult


_WORDS = Wordings(
    {
        "nothing": {"en": "Nothing to fix", "fr": "Rien à corriger"},
        "failed": {"en": "Nothing fixed", "fr": "Rien n’a été corrigé"},
        "fixed": {
            "en": "Fixed {findings} in {files} ({codes})",
            "fr": "{findings} dans {files} ({codes})",
        },
        "could": {
            "en": "Would fix {findings} in {files} ({codes})",
            "fr": "À faire : {findings} dans {files} ({codes})",
        },
        "unwritten": {
            "en": ("{n} draft could not be written", "{n} drafts could not be written"),
            "fr": ("{n} projet n’a pu être écrit", "{n} projets n’ont pu être écrits"),
        },
        "shown": {
            "en": "{path}: this file hid its tracked changes; now it shows them",
            "fr": "{path} : ce fichier masquait les modifications suivies ; il les montre",
        },
        "whole": {"en": "{done}; {left}{possible}.", "fr": "{done} ; {left}{possible}."},
        "possible": {
            "en": " (--unsafe-fixes has a fix for {n})",
            "fr": " (--unsafe-fixes en corrigerait {n})",
        },
        "finding": {
            "en": ("{n} finding", "{n} findings"),
            "fr": ("{n} correction", "{n} corrections"),
        },
        "file": {"en": ("{n} draft", "{n} drafts"), "fr": ("{n} projet", "{n} projets")},
        "left": {
            "en": ("{n} finding remains", "{n} findings remain"),
            "fr": ("il reste {n} constat", "il reste {n} constats"),
        },
    }
)


class DiffWriter:
    """Writes the changes of each file: for `patch`, with codes, or word by word in colour."""

    def __init__(self, stream: TextIO, *, colour: bool, codes: bool, width: int) -> None:
        self._stream = stream
        self._width = width
        self._colour = colour
        self._codes = codes

    def write(self, outcome: FixOutcome) -> None:
        """Write the changes of one file."""
        from reslint.reports.colour import painter
        from reslint.reports.diffs import with_codes, word_by_word

        text = outcome.diff
        if self._colour:
            path = outcome.result.path
            shown = word_by_word(path, text, outcome.fixed_at, painter(True), self._width)
            self._stream.write(shown)
            return
        if self._codes:
            text = with_codes(text, outcome.fixed_at)
        # In a pipe and in a file the diff is for `patch`, byte for byte.
        self._stream.write(displayed(text) if self._stream.isatty() else text)


class FixSummary:
    """Counts fixes over all files; prints the fixes undone in a file, and its diff, at once."""

    def __init__(
        self, language: str, *, written: bool, unsafe: bool, diffs: DiffWriter | None
    ) -> None:
        self._diffs = diffs
        self._language = language
        self._written = written
        self._unsafe = unsafe
        self._codes: dict[str, int] = {}
        self._failed = False
        self._unwritten = 0
        self._possible = 0
        self.files = 0

    def add(self, outcome: FixOutcome) -> None:
        """Count the fixes of one file."""
        self.files += bool(outcome.fixed)
        errors = {error.code for error in outcome.result.errors}
        self._unwritten += NOT_WRITTEN in errors
        self._failed |= bool(errors & {NOT_WRITTEN, INTERNAL_ERROR})
        for diagnostic in outcome.result.diagnostics:
            fix = diagnostic.fix
            self._possible += fix is not None and fix.safety != "safe"
        for code, count in outcome.fixed.items():
            self._codes[code] = self._codes.get(code, 0) + count
        for line in (*outcome.reverted, *outcome.left):
            print(f"reslint: {escaped(line)}", file=sys.stderr)
        if outcome.shows_changes and self._written:
            path = escaped(outcome.result.path)
            line = _WORDS.text("shown", self._language, path=path)
            print(f"reslint: {line}", file=sys.stderr)
        if outcome.diff and self._diffs is not None:
            self._diffs.write(outcome)

    def add_unfixed(self, result: FileResult) -> None:
        """Count the findings of a file that was checked and not fixed."""
        for diagnostic in result.diagnostics:
            fix = diagnostic.fix
            self._failed |= fix is not None and fix.safety == "safe"

    def line(self, left: int) -> str:
        """The last line: what was fixed, and how many findings are left."""
        language = self._language
        if self.files:
            done = _WORDS.text(
                "fixed" if self._written else "could",
                language,
                findings=_WORDS.count("finding", sum(self._codes.values()), language),
                files=_WORDS.count("file", self.files, language),
                codes=", ".join(f"{code}: {count}" for code, count in sorted(self._codes.items())),
            )
        else:
            done = _WORDS.text("failed" if self._failed else "nothing", language)
        if self._unwritten:
            done += ", " + _WORDS.count("unwritten", self._unwritten, language)
        possible = ""
        if self._possible and not self._unsafe:
            possible = _WORDS.text("possible", language, n=self._possible)
        remaining = _WORDS.count("left", left, language)
        return _WORDS.text("whole", language, done=done, left=remaining, possible=possible)
