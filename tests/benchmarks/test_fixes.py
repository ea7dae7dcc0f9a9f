"""Test fixes on our own drafts, on injected errors, and on a sample of official texts."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from benchmarks.fixes import Case, judge, made_of, measure
from reslint.text.diagnostics import Edit
from tests.conftest import ROOT


@pytest.mark.parametrize(
    ("after", "holds"),
    [
        ("a B c D e", True),
        ("a B c d e", True),
        ("a b c d e", True),
        ("a B c D f", False),
        ("a B  c D e", False),
        ("x a B c D e", False),
    ],
)
def test_what_edits_can_make_of_a_text(after: str, holds: bool) -> None:
    assert made_of("a b c d e", after, [Edit(6, 7, "D"), Edit(2, 3, "B")]) == holds


def test_our_own_drafts_and_injected_errors() -> None:
    measured = measure(str(ROOT / "examples"), errors=12)
    assert [outcome.faults for outcome in measured.faulty] == []
    assert sum(bool(outcome.error) for outcome in measured.outcomes) == 12
    assert sum(outcome.fixed for outcome in measured.outcomes) > 12


def test_a_sample_of_official_texts(corpus: Path) -> None:
    paths = sorted((corpus / "md").rglob("*.md"))
    faults = {}
    for path in Random(7).sample(paths, min(10, len(paths))):
        faults[path.name] = judge(Case(path.name, "", path.read_bytes())).faults
    assert {name: found for name, found in faults.items() if found} == {}
