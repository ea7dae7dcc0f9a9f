"""Compare the structure that reslint reads with the structure that the drafter meant.

    python benchmarks/structure.py FOLDER [--list] [--language L]

Each draft `NAME.md` or `NAME.txt` has a file `NAME.json` beside it: `draft` (is it a resolution?),
`language`, `organ` ("GA", "SC", "ECOSOC", "HRC", "other"), and the numbers `preambular`,
`operative`, `sub` (sub-paragraphs of every level, annexes left out) and `notes`. The report says
how many drafts are recognized, read with exactly these numbers, assigned to the right organ, and
harmed by the safe fixes: a fix harms if it changes these numbers, or if the fixed text has two
ending marks in a row that the draft did not have.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import sys
from typing import Any, NamedTuple

if __package__ in (None, ""):
    sys.path[0] = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))

from benchmarks.tables import markdown_table
from benchmarks.texts import read_sources
from reslint.fixes.rounds import fix_in_rounds
from reslint.linting.linter import Linter
from reslint.settings.settings import Settings
from reslint.text.source import Source

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.draft.model import Draft

_PARTS = ("preambular", "operative", "sub", "notes")
_TWO_MARKS = re.compile(r"[,;.:،؛，；。：]\s*[,;.،؛，；。]")


class Read(NamedTuple):
    """What reslint made of one draft, beside what was meant."""

    path: str
    language: str
    meant: dict[str, Any]
    recognized: bool
    organ: str
    counts: tuple[int, ...]
    findings: tuple[str, ...]  # errors and warnings, as `code line`
    harms: tuple[str, ...]

    @property
    def is_draft(self) -> bool:
        """Tell whether the text was meant as a resolution."""
        return bool(self.meant.get("draft", True))

    @property
    def exact(self) -> bool:
        """Tell whether every number of paragraphs is the one that was meant."""
        return self.recognized and self.counts == tuple(self.meant.get(part) for part in _PARTS)

    @property
    def right_organ(self) -> bool:
        """Tell whether the organ is the one that was meant."""
        meant = self.meant.get("organ")
        return self.organ == meant or (meant == "other" and self.organ not in _KNOWN)


_HEADS = ("language", "drafts", "recognized", "exact", "organ", "harmed", "findings a draft")
_KNOWN = frozenset({"GA", "SC", "ECOSOC", "HRC"})


def counts_of(draft: Draft) -> tuple[int, ...]:
    """Return the numbers of preambular, operative and sub-paragraphs, and of notes."""
    paragraphs = [one for one in draft.paragraphs if one.part in ("preamble", "operative")]
    top = {"preamble": 0, "operative": 0}
    sub = 0
    for one in paragraphs:
        if one.level:
            sub += 1
        else:
            top[one.part] += 1
    return top["preamble"], top["operative"], sub, len(draft.notes)


def read(path: str, source: Source, meant: dict[str, Any]) -> Read:
    """Read, check and fix one draft."""
    linter = Linter(Settings())
    before = linter.lint(source)
    draft = before.draft
    counts = counts_of(draft)
    harms: list[str] = []
    if draft.is_resolution:
        fixed = fix_in_rounds(before, linter)
        after = fixed.result.draft
        if counts_of(after) != counts or after.is_resolution != draft.is_resolution:
            harms.append(f"counts {counts} -> {counts_of(after)}")
        marks = len(_TWO_MARKS.findall(source.text))
        if len(_TWO_MARKS.findall(fixed.text)) > marks:
            harms.append("two marks in a row")
    return Read(
        path,
        str(meant.get("language", draft.language)),
        meant,
        draft.is_resolution,
        draft.organ,
        counts,
        tuple(
            f"{one.code} {one.line}:{one.column}"
            for one in before.diagnostics
            if one.severity in ("error", "warning")
        ),
        tuple(harms),
    )


def read_folder(folder: str, language: str = "") -> list[Read]:
    """Read all drafts of a folder that have a file with the meant structure."""
    found = []
    for relative, source in read_sources(folder):
        beside = os.path.join(folder, os.path.splitext(relative)[0] + ".json")
        if source is None or not os.path.exists(beside):
            continue
        with open(beside, encoding="utf-8") as stream:
            meant = json.load(stream)
        if not language or meant.get("language") == language:
            found.append(read(relative, source, meant))
    return found


def table(found: list[Read]) -> list[list[str]]:
    """Return the rows of the report: one for each language, then all."""
    rows: list[list[str]] = []
    drafts = [one for one in found if one.is_draft]
    for language in [*sorted({one.language for one in drafts}), "all"]:
        some = [one for one in drafts if language in ("all", one.language)]
        number = max(len(some), 1)
        rows.append(
            [
                language,
                str(len(some)),
                str(sum(one.recognized for one in some)),
                str(sum(one.exact for one in some)),
                str(sum(one.right_organ for one in some)),
                str(sum(bool(one.harms) for one in some)),
                f"{sum(len(one.findings) for one in some) / number:.2f}",
            ]
        )
    return rows


def main(arguments: list[str] | None = None) -> int:
    """Print the report; return 0."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder")
    parser.add_argument("--language", default="", metavar="L")
    parser.add_argument("--list", action="store_true", help="list drafts read in another way")
    options = parser.parse_args(arguments)
    found = read_folder(options.folder, options.language)
    print(markdown_table(_HEADS, table(found)))
    others = [one for one in found if not one.is_draft]
    print(f"{sum(one.recognized for one in others)} of {len(others)} other texts taken for drafts")
    if options.list:
        for one in found:
            _print(one)
    return 0


def _print(one: Read) -> None:
    """Print what is off about a draft, or nothing."""
    lines = []
    if one.recognized != one.is_draft:
        lines.append("recognized" if one.recognized else "not recognized")
    if one.is_draft and one.recognized and not one.exact:
        meant = ", ".join(f"{part} {one.meant.get(part)}" for part in _PARTS)
        lines.append(f"read {one.counts}, meant {meant}")
    if one.is_draft and not one.right_organ:
        lines.append(f"organ {one.organ}, meant {one.meant.get('organ')}")
    lines += one.harms
    if lines:
        print(f"{one.path} ({one.meant.get('kind', '')}): " + "; ".join(lines))


if __name__ == "__main__":
    sys.exit(main())
