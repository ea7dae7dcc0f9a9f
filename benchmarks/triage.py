"""Read verdicts on findings in adopted texts from `triage.tsv`.

A line holds path, code, paragraph, line, verdict and reason, separated by tabs. The path is
relative to any folder above the text, so that verdicts also hold for a part of a collection. An
empty paragraph or line matches any. No line quotes a text.
"""

from __future__ import annotations

import csv
import os

VERDICTS = {
    "error": "an error in the text itself",
    "conversion": "mark-up lost or added in the conversion to Markdown",
    "false": "a false positive: the rule must be fixed",
}
COLUMNS = ("path", "code", "paragraph", "line", "verdict", "reason")


class TriageError(ValueError):
    """A triage file that cannot be used. The message names the line."""


class Verdict:
    """The verdict on one finding."""

    __slots__ = ("code", "line", "paragraph", "path", "reason", "used", "verdict")

    def __init__(
        self, path: str, code: str, paragraph: str, line: str, verdict: str, reason: str
    ) -> None:
        self.path = path
        self.code = code
        self.paragraph = paragraph
        self.line = line
        self.verdict = verdict
        self.reason = reason
        self.used = 0

    def fits(self, path: str, code: str, paragraph: str, line: int) -> bool:
        """Whether this verdict is about a finding; `path` may be longer or shorter."""
        return (
            code == self.code
            and (self.paragraph in ("", paragraph))
            and (self.line in ("", str(line)))
            and (f"/{path}".endswith(f"/{self.path}") or f"/{self.path}".endswith(f"/{path}"))
        )


class Triage:
    """The verdicts of a file."""

    def __init__(self, verdicts: list[Verdict]) -> None:
        self.verdicts = verdicts
        self._by_code: dict[str, list[Verdict]] = {}
        for verdict in verdicts:
            self._by_code.setdefault(verdict.code, []).append(verdict)

    def find(self, path: str, code: str, paragraph: str, line: int) -> Verdict | None:
        """The verdict on a finding, or None."""
        for verdict in self._by_code.get(code, ()):
            if verdict.fits(path, code, paragraph, line):
                verdict.used += 1
                return verdict
        return None


def read_triage(path: str) -> Triage:
    """Read the verdicts in a file. Raises TriageError for an invalid line."""
    if not os.path.isfile(path):
        raise TriageError(f"{path}: no such file")
    verdicts = []
    with open(path, encoding="utf-8", newline="") as stream:
        for number, row in enumerate(csv.reader(stream, delimiter="\t", quoting=csv.QUOTE_NONE), 1):
            if not row or row[0].startswith("#") or tuple(row) == COLUMNS:
                continue
            if len(row) != len(COLUMNS):
                raise TriageError(f"{path}:{number}: {len(row)} columns instead of {len(COLUMNS)}")
            if row[4] not in VERDICTS:
                known = ", ".join(VERDICTS)
                raise TriageError(f"{path}:{number}: unknown verdict {row[4]} (known: {known})")
            verdicts.append(Verdict(*row))
    return Triage(verdicts)
