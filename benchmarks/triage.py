"""Verdicts on findings in texts that are taken for right: a table kept beside this module.

A line is path, code, paragraph, line, verdict, reason, parted by tabs. The path is that of the
text from some folder above it, so that measuring a part of a collection finds its verdicts too;
an empty paragraph or line stands for any. No line holds a sentence of a text.
"""

from __future__ import annotations

import csv

VERDICTS = {
    "slip": "the text itself is off",
    "conversion": "the text lost or gained mark-up on its way into Markdown",
    "false": "a false positive: the rule has to be mended",
}
COLUMNS = ("path", "code", "paragraph", "line", "verdict", "reason")


class TriageError(ValueError):
    """A triage file that cannot be used; the text says which line is wrong."""


class Verdict:
    """What was decided on one finding."""

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
        """Whether this verdict speaks of a finding; `path` may be longer or shorter."""
        return (
            code == self.code
            and (self.paragraph in ("", paragraph))
            and (self.line in ("", str(line)))
            and (f"/{path}".endswith(f"/{self.path}") or f"/{self.path}".endswith(f"/{path}"))
        )


class Triage:
    """All verdicts of a file."""

    def __init__(self, verdicts: list[Verdict]) -> None:
        self.verdicts = verdicts
        self._by_code: dict[str, list[Verdict]] = {}
        for verdict in verdicts:
            self._by_code.setdefault(verdict.code, []).append(verdict)

    def find(self, path: str, code: str, paragraph: str, line: int) -> Verdict | None:
        """The verdict on a finding, None where there is none."""
        for verdict in self._by_code.get(code, ()):
            if verdict.fits(path, code, paragraph, line):
                verdict.used += 1
                return verdict
        return None


def read_triage(path: str) -> Triage:
    """The verdicts in a file. Raises TriageError for a line that is no verdict."""
    verdicts = []
    with open(path, encoding="utf-8", newline="") as stream:
        for number, row in enumerate(csv.reader(stream, delimiter="\t", quoting=csv.QUOTE_NONE), 1):
            if not row or row[0].startswith("#") or tuple(row) == COLUMNS:
                continue
            if len(row) != len(COLUMNS):
                raise TriageError(f"{path}:{number}: {len(row)} columns instead of {len(COLUMNS)}")
            if row[4] not in VERDICTS:
                known = ", ".join(VERDICTS)
                raise TriageError(f"{path}:{number}: no verdict: {row[4]} (known: {known})")
            verdicts.append(Verdict(*row))
    return Triage(verdicts)
