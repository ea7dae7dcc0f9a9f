"""Drafts of kinds that an editor met: false alarms stay silent, errors once missed are found.

`drafts/editor` has a draft a kind in the folder of its language; `findings.tsv` has each finding
of the strict profile, at its place.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from reslint.linting.linter import Linter
from reslint.settings.settings import Settings
from reslint.text.source import Source

FOLDER = Path(__file__).parent / "drafts" / "editor"
DRAFTS = sorted(FOLDER.glob("*/*.md"))


def expected() -> dict[str, list[tuple[str, str, str]]]:
    """The findings of each draft: code, line and column, text."""
    found: dict[str, list[tuple[str, str, str]]] = {}
    for line in (FOLDER / "findings.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        name, code, place, text = line.split("\t")
        found.setdefault(name, []).append((code, place, text))
    return found


EXPECTED = expected()


@pytest.mark.parametrize("path", DRAFTS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_findings_of_an_editors_draft(path: Path) -> None:
    source = Source(path.read_text(encoding="utf-8"))
    result = Linter(Settings(profile="strict")).lint(source)
    assert result.errors == []
    found = []
    for one in result.diagnostics:
        before = source.text[: one.start]
        line, column = before.count("\n") + 1, one.start - before.rfind("\n")
        found.append((one.code, f"{line}:{column}", source.text[one.start : one.end]))
    assert found == EXPECTED.get(f"{path.parent.name}/{path.name}", [])


def test_every_draft_of_the_table_is_there() -> None:
    assert set(EXPECTED) <= {f"{path.parent.name}/{path.name}" for path in DRAFTS}
