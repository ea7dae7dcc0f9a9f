"""Baselines: findings known by their content, so that only new ones show."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reslint.rulebook.own_codes import LONE_VERSION
from tests.cli.run import Outcome, reslint
from tests.concordance.conftest import VERSIONS
from tests.texts import DRAFT, FAULTY


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "drafts").mkdir()
    (tmp_path / "drafts" / "a.md").write_text(FAULTY)
    (tmp_path / "drafts" / "b.md").write_text(FAULTY)
    outcome = reslint(tmp_path, "baseline", "create")
    assert (outcome.code, outcome.out) == (0, "reslint-baseline.json: 4 findings.\n")
    return tmp_path


def check(folder: Path, *arguments: str) -> Outcome:
    return reslint(
        folder, "check", "--baseline", "reslint-baseline.json", "--format", "concise", *arguments
    )


def codes(outcome: Outcome) -> list[str]:
    return [line.split()[2] for line in outcome.out.splitlines() if ".md:" in line]


def test_what_is_known_is_not_reported(folder: Path) -> None:
    outcome = check(folder)
    assert (outcome.code, codes(outcome)) == (0, [])
    assert codes(check(folder, "drafts/a.md")) == []
    # From another folder, by other names.
    outcome = reslint(
        folder / "drafts", "check", "--baseline", "../reslint-baseline.json", "../drafts", "b.md"
    )
    assert outcome.code == 0


def test_the_file_is_for_people_too(folder: Path) -> None:
    document = json.loads((folder / "reslint-baseline.json").read_text())
    assert list(document["files"]) == ["drafts/a.md", "drafts/b.md"]
    entry = document["files"]["drafts/a.md"][0]
    assert (entry["code"], entry["occurrence"]) == ("LEAD002", 1)
    assert entry["text"].startswith("Recalling its resolution 70/1")


def test_lines_and_numbers_may_move(folder: Path) -> None:
    path = folder / "drafts" / "a.md"
    text = FAULTY.replace("1. *Req", "1. *Takes note* of the orchards;\n\n2. *Req")
    path.write_text(text.replace("2. *Decides", "3. *Decides").replace("its  ", "its "))
    assert codes(check(folder)) == []


def test_what_is_new_is_reported(folder: Path) -> None:
    path = folder / "drafts" / "a.md"
    path.write_text(FAULTY.replace("orchards;", "orchards,"))
    outcome = check(folder)
    assert (outcome.code, codes(outcome)) == (1, ["FORM004"])


def test_the_same_error_a_second_time_in_the_same_words_is_new(folder: Path) -> None:
    path = folder / "drafts" / "a.md"
    text = FAULTY.replace("on the orchards,", "on 5% of the orchards,")
    path.write_text(text)
    reslint(folder, "baseline", "update", "--grow")
    assert codes(check(folder)) == []
    line = text.split("\n")[2]
    path.write_text(text.replace(line, f"{line}\n\n{line}"))
    assert codes(check(folder)) == ["TYPO002"]


def test_what_is_gone_is_said_and_update_forgets_it(folder: Path) -> None:
    (folder / "drafts" / "a.md").write_text(DRAFT)
    outcome = check(folder)
    assert (outcome.code, codes(outcome)) == (0, ["TOOL009", "TOOL009"])
    assert codes(check(folder, "--select", "LEAD,TOOL")) == ["TOOL009"]
    assert codes(check(folder, "--ignore", "TOOL009")) == []
    outcome = reslint(folder, "baseline", "update")
    assert outcome.out == "reslint-baseline.json: 2 findings (before: 4).\n"
    assert codes(check(folder)) == []


def test_update_only_shrinks_unless_told_otherwise(folder: Path) -> None:
    (folder / "drafts" / "a.md").write_text(FAULTY.replace("orchards;", "orchards,"))
    before = (folder / "reslint-baseline.json").read_text()
    assert reslint(folder, "baseline", "update").code == 0
    assert (folder / "reslint-baseline.json").read_text() == before
    assert check(folder).code == 1
    assert reslint(folder, "baseline", "update", "--grow").out.endswith("5 findings (before: 4).\n")
    assert check(folder).code == 0


def test_update_of_some_files_keeps_the_others(folder: Path) -> None:
    (folder / "drafts" / "a.md").write_text(DRAFT)
    (folder / "drafts" / "b.md").write_text(DRAFT)
    reslint(folder, "baseline", "update", "drafts/a.md")
    assert list(json.loads((folder / "reslint-baseline.json").read_text())["files"]) == [
        "drafts/b.md"
    ]


def compared(folder: Path) -> list[str]:
    """The codes of the differences that the baseline does not hold."""
    baseline = ("--baseline", "reslint-baseline.json")
    outcome = reslint(folder, "concordance", *baseline, "--format", "concise")
    return [code for code in codes(outcome) if code != LONE_VERSION]


def test_differences_between_versions(folder: Path) -> None:
    for language in ("en", "fr", "es"):
        text = VERSIONS[language]
        (folder / language).mkdir()
        if language == "fr":
            text = text.replace("80/118", "80/181")
        (folder / language / "x.md").write_text(text)
    assert reslint(folder, "baseline", "create", "--force").code == 0
    assert compared(folder) == ["CONC006"]
    assert reslint(folder, "baseline", "update", "--concordance", "--grow").code == 0
    assert compared(folder) == []
    assert codes(check(folder)) == []  # it knows nothing of differences, and finds none unused
    # An update without them leaves them.
    assert reslint(folder, "baseline", "update", "--grow").code == 0
    assert compared(folder) == []
    # What is new is reported, and what is corrected.
    path = folder / "fr" / "x.md"
    path.write_text(path.read_text().replace("dans 14 pays", "dans 15 pays"))
    assert compared(folder) == ["CONC009"]
    path.write_text(VERSIONS["fr"])
    assert compared(folder) == ["TOOL009"]
    assert reslint(folder, "baseline", "update", "--concordance").code == 0
    assert compared(folder) == []
    assert "CONC006" not in (folder / "reslint-baseline.json").read_text()


def test_a_new_baseline_with_the_differences_between_versions(folder: Path) -> None:
    for language in ("en", "fr"):
        text = VERSIONS[language].replace("du 12 décembre", "du 13 décembre")
        (folder / f"x.{language}.md").write_text(text)
    outcome = reslint(folder, "baseline", "create", "--force", "--concordance", ".")
    assert outcome.code == 0
    assert "CONC008" in (folder / "reslint-baseline.json").read_text()
    assert compared(folder) == []


def test_a_file_that_is_gone(folder: Path) -> None:
    (folder / "drafts" / "b.md").unlink()
    assert codes(check(folder)) == ["TOOL009"]
    reslint(folder, "baseline", "update")
    assert codes(check(folder)) == []


def test_fix_leaves_alone_what_is_known(folder: Path) -> None:
    path = folder / "drafts" / "a.md"
    path.write_text(FAULTY.replace("orchards;", "orchards,"))
    assert check(folder, "--fix").code == 0
    assert path.read_text() == FAULTY


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "is not valid JSON (Expecting value"),
        ("[]", "is not a baseline of reslint"),
        ('{"version": 7, "files": {}}', "version 7"),
        ('{"version": 1, "files": {"a.md": [{}]}}', "is broken: an entry needs a code"),
        (
            '{"version": 1, "files": {"a.md": '
            '[{"code": "FORM004", "paragraph": 7, "occurrence": "1"}]}}',
            "is broken: an entry needs a code",
        ),
        ("[" * 200_000 + "]" * 200_000, "is not a baseline of reslint"),
    ],
)
def test_a_broken_baseline(folder: Path, text: str, words: str) -> None:
    (folder / "reslint-baseline.json").write_text(text)
    for outcome in (check(folder), reslint(folder, "baseline", "update")):
        assert (outcome.code, outcome.out) == (2, "")
        assert words in outcome.err
    assert (folder / "reslint-baseline.json").read_text() == text


def test_wrong_usage(folder: Path) -> None:
    assert reslint(folder, "baseline", "create").code == 2
    assert reslint(folder, "baseline", "create", "--force").code == 0
    assert reslint(folder, "baseline", "create", "--grow").code == 2
    assert reslint(folder, "baseline", "update", "--output", "none.json").code == 2
    assert reslint(folder, "baseline", "update", "none.md").code == 2
    assert reslint(folder, "baseline", "update", "-").code == 2
    assert reslint(folder, "check", "--baseline", "none.json").code == 2


def test_options_before_the_paths(folder: Path) -> None:
    """As people type them: `update --grow drafts`."""
    outcome = reslint(folder, "baseline", "update", "--grow", ".")
    assert (outcome.code, outcome.err) == (0, "")
    said = reslint(folder, "baseline").err
    assert "error: the following arguments are required: action\n" in said
