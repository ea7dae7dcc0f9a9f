"""Several reports of one run: each format to its file."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.cli.run import reslint
from tests.texts import DRAFT


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "draft.md").write_text(DRAFT.replace("*Requests*", "Requests"))
    return tmp_path


def test_two_files_with_two_formats(folder: Path) -> None:
    both = ("--format", "json", "--output-file", "a.json", "--format", "junit")
    outcome = reslint(folder, "check", *both, "--output-file", "reslint-report.xml")
    assert (outcome.code, outcome.out, outcome.err) == (1, "", "")
    assert json.loads((folder / "a.json").read_text())["summary"]["error"] == 1
    root = ElementTree.parse(folder / "reslint-report.xml").getroot()
    assert [one.get("failures") for one in root] == ["1"]


def test_one_format_more_goes_to_standard_output(folder: Path) -> None:
    outcome = reslint(
        folder, "check", "--format", "sarif", "--output-file", "a.sarif", "--format", "concise"
    )
    assert outcome.out.startswith("draft.md:5:4 error LEAD002 ")
    log = json.loads((folder / "a.sarif").read_text())
    # reslint has no public address: none is invented.
    assert "informationUri" not in log["runs"][0]["tool"]["driver"]
    plain = reslint(folder, "check", "--format", "concise").out
    assert outcome.out == plain


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ["--format", "json", "--format", "sarif"],
            "give one --format for each --output-file, and one more at the most",
        ),
        (["--output-file", "a", "--output-file", "b"], "give one --format for each"),
        (
            ["--format", "json", "--output-file", "a", "--output-file", "b"],
            "give one --format for each",
        ),
        (
            ["--format=json", "--format=sarif", "--output-file=a", "--output-file=a"],
            "--output-file a is given twice",
        ),
        (["--format=json", "--output-file=draft.md"], "this file is a draft"),
        (["--diff", "--format=json", "--format=text"], "with --diff there is one --format"),
        (["--format", "pdf"], "invalid choice: 'pdf'"),
    ],
)
def test_what_cannot_be_paired(folder: Path, arguments: list[str], message: str) -> None:
    outcome = reslint(folder, "check", *arguments)
    assert (outcome.code, outcome.out) == (2, "")
    assert message in outcome.err


def test_no_report_replaces_a_file_that_is_to_be_checked(folder: Path) -> None:
    page = folder / "page.md"
    page.write_text("# Ours\n\nNo draft.\n")
    outcome = reslint(folder, "check", "page.md", "--output-file", "./page.md")
    assert (outcome.code, outcome.out) == (2, "")
    assert "--output-file ./page.md: this file is to be checked" in outcome.err
    assert page.read_text() == "# Ours\n\nNo draft.\n"


def test_no_colour_in_a_file_whatever_is_asked(folder: Path) -> None:
    arguments = ("--format=text", "--output-file=a.out", "--format=text", "--color=always")
    outcome = reslint(folder, "check", *arguments, variables={"FORCE_COLOR": "1"})
    assert "\x1b[" in outcome.out
    assert "\x1b" not in (folder / "a.out").read_text()
    assert "\x1b" not in reslint(folder, "check", "--color=never").out
    forced = reslint(folder, "check", "--color=always", variables={"NO_COLOR": "1"})
    assert "\x1b[" in forced.out
