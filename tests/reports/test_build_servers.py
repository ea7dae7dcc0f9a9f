"""The formats of build servers: GitHub's commands, GitLab's code quality, JUnit's XML."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given

from reslint.linting.results import FileResult, locate
from reslint.text.diagnostics import Diagnostic, Problem
from reslint.text.source import Source
from tests.reports.drafts import file_results, render, result, unreadable

SETUP_ERROR = Problem("RULE", "broken", "house/a.yaml", 3, 4)


def test_github() -> None:
    assert render("github", result("dir:x/a b,c.md"), unreadable(), setup_errors=[SETUP_ERROR]) == (
        "::notice file=dir%3Ax/a b%2Cc.md,line=1,endLine=1,col=1,endColumn=15,"
        "title=FORM001 organ-line::The organ line: 100 %25.\n"
        "::error file=dir%3Ax/a b%2Cc.md,line=3,endLine=3,col=1,endColumn=11,"
        "title=LEAD002 leading-phrase-not-emphasized::"
        "Put [this](1) {0} in <italics>.%0Afix: put it in italics\n"
        "::error file=bad.md,line=2,col=3,title=TOOL005::the file is UTF-16\n"
        "::error file=house/a.yaml,line=3,col=4,title=RULE::broken\n"
        "1 draft checked: 2 findings (1 error, 1 info), 1 with a fix."
        " Not everything could be checked: 1 problem.\n"
    )


def test_github_takes_columns_only_on_one_line() -> None:
    found = Diagnostic("AAA001", "name", "warning", "Long.", 7, 17)
    one = FileResult("a.md", diagnostics=locate(Source("Noting the\nreport,"), [found]))
    first = render("github", one).split("\n")[0]
    assert first == "::warning file=a.md,line=1,endLine=2,title=AAA001 name::Long."


@given(file_results())
def test_no_draft_gives_a_command_of_its_own(one: FileResult) -> None:
    lines = render("github", one).split("\n")
    assert len(lines) == len(one.diagnostics) + len(one.errors) + 2
    for line in lines[:-2]:
        assert re.fullmatch(r"::(?:error|warning|notice) [^\n\r]*?::[^\n\r]*", line)
        properties = line.split("::")[1].partition(" ")[2].split(",")
        assert all(re.fullmatch(r"\w+=[^:,]*", one) for one in properties)


def many(path: str, count: int, severity: str = "warning") -> FileResult:
    """A file with a finding on each line, of two rules in turn."""
    found = [
        Diagnostic(
            f"AAA00{1 + line % 2}", "name", severity, f"::error::{line}", 2 * line, 2 * line + 1
        )
        for line in range(count)
    ]
    source = Source("x\n" * count)
    return FileResult(path, language="en", diagnostics=locate(source, found))


def test_github_shows_ten_annotations_of_a_kind_by_themselves() -> None:
    text = render("github", many("a.md", 10))
    assert text.count("\n::warning") == 9
    assert "::group::" not in text


def test_github_gathers_what_it_would_drop() -> None:
    lines = render("github", many("a.md", 11), many("b.md", 3)).split("\n")
    assert [line.partition(",")[0] for line in lines[:9]] == ["::warning file=a.md"] * 9
    assert lines[9:17] == [
        "::warning file=a.md,line=10,title=5 more warnings::"
        "a.md: 1 × AAA002%0Aa.md: 1 × AAA001%0Ab.md: 2 × AAA001%0Ab.md: 1 × AAA002",
        "::group::5 more warnings",
        "- a.md:10:1 AAA002 ::error::9",
        "- a.md:11:1 AAA001 ::error::10",
        "- b.md:1:1 AAA001 ::error::0",
        "- b.md:2:1 AAA002 ::error::1",
        "- b.md:3:1 AAA001 ::error::2",
        "::endgroup::",
    ]
    assert lines[17].startswith("2 drafts checked: 14 findings")


def test_github_counts_each_kind_by_itself_and_errors_of_reslint_as_errors() -> None:
    problems = [Problem("RULE", "broken", "house.yaml", line) for line in range(1, 5)]
    text = render("github", many("a.md", 9, "error"), many("b.md", 12), setup_errors=problems)
    assert "title=4 more errors::house.yaml: 4 × RULE\n" in text
    assert "title=3 more warnings::" in text
    assert "\n- house.yaml:3:0 RULE broken\n" in text
    assert text.count("\n::error") + text.startswith("::error") == 10


GITLAB_KEYS = {"description", "check_name", "fingerprint", "severity", "location", "categories"}


def gitlab(text: str) -> list[dict[str, Any]]:
    """The entries of a report that has what GitLab asks for."""
    entries: list[dict[str, Any]] = json.loads(text)
    for entry in entries:
        assert set(entry) == GITLAB_KEYS
        assert entry["severity"] in ("info", "minor", "major", "critical", "blocker")
        assert entry["location"]["path"] and not entry["location"]["path"].startswith("./")
        lines = entry["location"]["lines"]
        assert 1 <= lines["begin"] <= lines["end"]
        assert re.fullmatch(r"[0-9a-f]{40}", entry["fingerprint"])
    return entries


def test_gitlab() -> None:
    entries = gitlab(render("gitlab", result("./a.md"), unreadable(), setup_errors=[SETUP_ERROR]))
    assert [entry["check_name"] for entry in entries] == ["FORM001", "LEAD002", "TOOL005", "RULE"]
    assert entries[1] == {
        "description": "LEAD002: Put [this](1) {0} in <italics>.",
        "check_name": "LEAD002",
        "categories": ["Style"],
        "fingerprint": entries[1]["fingerprint"],
        "severity": "major",
        "location": {"path": "a.md", "lines": {"begin": 3, "end": 3}},
    }
    assert entries[3]["location"] == {"path": "house/a.yaml", "lines": {"begin": 3, "end": 3}}
    assert gitlab(render("gitlab")) == []


def test_gitlab_paths_start_in_the_project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "drafts").mkdir()
    monkeypatch.chdir(tmp_path / "drafts")
    monkeypatch.setenv("CI_PROJECT_DIR", str(tmp_path))
    given = ["a.md", str(tmp_path / "drafts" / "b.md"), "../c.md", str(tmp_path.parent / "d.md")]
    found = [gitlab(render("gitlab", result(path)))[0]["location"]["path"] for path in given]
    assert found == ["drafts/a.md", "drafts/b.md", "c.md", str(tmp_path.parent / "d.md")]
    monkeypatch.delenv("CI_PROJECT_DIR")
    entries = gitlab(render("gitlab", result(str(tmp_path / "drafts" / "b.md"))))
    assert entries[0]["location"]["path"] == "b.md"


def test_gitlab_knows_the_findings_of_two_files_apart() -> None:
    entries = gitlab(render("gitlab", result("a.md"), result("b.md")))
    assert len({entry["fingerprint"] for entry in entries}) == 4
    again = gitlab(render("gitlab", result("b.md"), result("a.md")))
    assert {entry["fingerprint"] for entry in again} == {entry["fingerprint"] for entry in entries}


@given(file_results())
def test_any_findings_give_valid_gitlab_entries(one: FileResult) -> None:
    entries = gitlab(render("gitlab", one))
    assert len(entries) == len(one.diagnostics) + len(one.errors)
    assert len({entry["fingerprint"] for entry in entries}) == len(entries)


def junit(text: str) -> ElementTree.Element:
    """The root of a report whose counts are right."""
    # As a file is written: what is no UTF-8 is shown by its number.
    root = ElementTree.fromstring(text.encode("utf-8", "backslashreplace"))
    assert root.tag == "testsuites"
    for suite in root:
        cases = list(suite)
        assert int(suite.get("tests", "")) == len(cases) > 0
        assert {case.tag for case in cases} == {"testcase"}
        assert int(suite.get("failures", "")) == len(suite.findall("testcase/failure"))
        assert int(suite.get("errors", "")) == len(suite.findall("testcase/error"))
        assert all(case.get("name") and case.get("classname") for case in cases)
    return root


def test_junit() -> None:
    text = render("junit", result(), unreadable(), FileResult("ok.md"), setup_errors=[SETUP_ERROR])
    root = junit(text)
    assert [suite.get("name") for suite in root] == [
        "drafts/a b,c.md",
        "bad.md",
        "ok.md",
        "reslint",
    ]
    info, error = root[0]
    assert [child.tag for child in info] == ["system-out"]
    assert error.get("line") == "3"
    failure = error.find("failure")
    assert failure is not None
    assert failure.get("message") == "Put [this](1) {0} in <italics>."
    assert failure.text == (
        "drafts/a b,c.md:3:1 error Put [this](1) {0} in <italics>.\nfix: put it in italics"
    )
    assert list(root[2][0]) == []


@given(file_results())
def test_any_findings_give_well_formed_xml(one: FileResult) -> None:
    (suite,) = junit(render("junit", one))
    assert len(suite) == max(1, len(one.diagnostics) + len(one.errors))


@pytest.mark.parametrize("name", ["sarif", "github", "gitlab", "junit"])
def test_only_the_clean_end_is_written_without_files(name: str) -> None:
    assert render(name).endswith("\n")
