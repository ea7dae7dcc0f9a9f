"""The house rules that reslint ships as an example, and the page that describes their kinds."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reslint.authoring import runner
from reslint.checks.kinds import all_kinds
from reslint.cli.main import main
from reslint.rulebook.book import house, load_rulebook
from tests.conftest import ROOT

FOLDER = ROOT / "examples" / "house-rules"
PATHS = [str(FOLDER / "rules")]
GENERAL = sorted(name for name in all_kinds() if name.startswith("text."))


def test_every_example_holds() -> None:
    book = house(PATHS)
    assert book.problems == []
    assert len(book) == 6
    results = runner.run_all(book, lambda one: load_rulebook(one, PATHS))
    assert [failure for result in results for failure in result.failures] == []
    assert len(results) >= 11


def test_they_use_six_kinds() -> None:
    assert len({rule.check for rule in house(PATHS)}) == 6


def test_the_settings_find_them(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "reslint.yaml").write_text(
        (FOLDER / "reslint.yaml").read_text(encoding="utf-8"), encoding="utf-8"
    )
    (tmp_path / "rules").mkdir()
    for file in (FOLDER / "rules").iterdir():
        (tmp_path / "rules" / file.name).write_bytes(file.read_bytes())
    draft = tmp_path / "draft.md"
    draft.write_text(
        "*The General Assembly*,\n\n*Stressing* the need to act in order to help,\n\n"
        "1. *Requests* the Librarian to report.\n",
        encoding="utf-8",
    )
    assert main(["check", str(draft), "--format", "concise", "--fail-on", "info"]) == 1
    assert "HOUSE001" in capsys.readouterr().out


@pytest.mark.parametrize("kind", GENERAL)
def test_the_page_describes_every_kind(kind: str) -> None:
    page = (ROOT / "docs" / "general-kinds.md").read_text(encoding="utf-8")
    match = re.search(rf"^## {re.escape(kind)}$(.*?)(?=^## |\Z)", page, re.MULTILINE | re.DOTALL)
    assert match, f"no section on {kind}"
    shared = page.split("## text.", 1)[0]
    for parameter in all_kinds()[kind].parameters:
        assert parameter in match[1] or f"`{parameter}`" in shared
    for placeholder in all_kinds()[kind].placeholders:
        assert f"{{{placeholder}}}" in match[1]


def test_a_name_does_not_tell_what_a_house_rule_needs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """TOOL007 comes from the kind of check: a name that speaks of emphasis says nothing."""
    (tmp_path / "house.yaml").write_text(
        """rules:
  - code: HOUSE001
    name: no-overemphasis-of-orchards
    check: text.forbidden
    severity: warning
    parameters: {words: [orchards]}
    message: {en: 'Not “{match}”.', fr: 'Pas « {match} ».'}
    why: The house does not name them.
    examples:
      - language: en
        bad: '*Noting* the orchards,'
        at: orchards
      - language: en
        good: '*Noting* the gardens,'
""",
        encoding="utf-8",
    )
    (tmp_path / "reslint.yaml").write_text("rules: [house.yaml]\n", encoding="utf-8")
    draft = tmp_path / "draft.txt"
    draft.write_text(
        "The General Assembly,\n\nNoting the orchards,\n\n1. Decides to remain seized.\n",
        encoding="utf-8",
    )
    arguments = ["check", str(draft), "--format", "concise", "--no-cache", "--select"]
    assert main([*arguments, "HOUSE"]) == 1
    printed = capsys.readouterr().out
    assert f"{draft}:3:12 warning HOUSE001 " in printed
    assert "TOOL007" not in printed
    assert main([*arguments, "HOUSE,LEAD"]) == 1
    (said,) = [line for line in capsys.readouterr().out.splitlines() if "TOOL007" in line]
    assert "LEAD002, LEAD003, LEAD004, LEAD012" in said
    assert "HOUSE001" not in said
