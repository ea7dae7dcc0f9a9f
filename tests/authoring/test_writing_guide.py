"""Test docs/writing-rules.md: its commands run, and its parts of a rule are correct."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from reslint.authoring.new_rule_kinds import KINDS
from tests.cli.run import reslint
from tests.conftest import ROOT

GUIDE = (ROOT / "docs" / "writing-rules.md").read_text(encoding="utf-8")
RULE = "house-rules/not-utilize.yaml"
DRAFT = """*The General Assembly*,

*Stressing* the need to utilize every library,

1. *Decides* to make use of them.
"""


def blocks(language: str) -> list[str]:
    """The code blocks of the guide."""
    return re.findall(rf"```{language}\n(.*?)```", GUIDE, re.DOTALL)


def commands() -> list[list[str]]:
    """The commands of the guide that need no terminal, in order, without the program name."""
    lines = "".join(blocks("sh")).replace("\\\n", " ").splitlines()
    found = [shlex.split(line, comments=True)[1:] for line in lines]
    return [one for one in found if one and one != ["new-rule"]]


def test_from_a_convention_to_a_rule(tmp_path: Path) -> None:
    (tmp_path / "drafts").mkdir()
    draft = tmp_path / "drafts" / "draft.md"
    draft.write_text(DRAFT)
    made, *others = commands()
    outcome = reslint(tmp_path, *made)
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out in GUIDE
    path = tmp_path / RULE
    text = path.read_text()
    head, example, examples, *_ = blocks("yaml")
    assert example in text
    assert [line for line in head.splitlines() if line != "…" and line not in text] == []
    path.write_text(text[: text.index("examples:")] + examples)
    outcomes = [(one, reslint(tmp_path, *one)) for one in others]
    assert [one[0] for one, _ in outcomes] == [
        "test-rules",
        "check",
        "check",
        "explain",
    ]
    codes = [outcome.code for _, outcome in outcomes]
    assert codes == [0, 1, 1, 0]
    tried, found, fixed, explained = (outcome.out for _, outcome in outcomes)
    assert tried == "1 rule, 3 examples: all passed\n"
    assert tried.strip() in GUIDE
    assert found.count("warning HOUSE001 Write “use”, not ") == 2
    assert "+*Stressing* the need to use every library," in fixed
    assert explained.startswith("HOUSE001 not-utilize\n")
    assert draft.read_text() == DRAFT


def test_every_kind_is_in_its_table() -> None:
    rows = re.findall(r"\| `(\w+)` \|$", GUIDE, re.MULTILINE)
    assert rows == list(KINDS)


RECIPES = [block for block in blocks("yaml") if block.startswith("code: HOUSE1")]


def test_there_are_ten_rules_to_copy() -> None:
    assert len(RECIPES) == 10


@pytest.mark.parametrize("recipe", RECIPES, ids=lambda text: re.findall(r"name: (.+)", text)[0])
def test_a_rule_to_copy_passes(recipe: str, tmp_path: Path) -> None:
    (tmp_path / "rule.yaml").write_text(recipe, encoding="utf-8")
    outcome = reslint(tmp_path, "test-rules", "rule.yaml")
    assert outcome.err == ""
    assert re.fullmatch(r"1 rule, [1-9] examples?: all passed\n", outcome.out)
