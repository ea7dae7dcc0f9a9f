"""SARIF, by the schema that OASIS publishes and by what it says of a draft."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings

from reslint.checks import kinds
from reslint.linting.linter import Linter
from reslint.linting.results import FileResult, locate
from reslint.reports.sarif import uri
from reslint.text.diagnostics import Diagnostic, Edit, Fix, Problem
from reslint.text.source import Source
from tests.conftest import ROOT
from tests.reports.drafts import checked, file_results, render, result, unreadable, written

SCHEMA = Path(__file__).parent / "fixtures" / "sarif-schema-2.1.0.json"
EXAMPLES = sorted(ROOT.glob("examples/*.md"))


@cache
def validator() -> Any:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    return jsonschema.Draft4Validator(schema, format_checker=jsonschema.FormatChecker())


def valid(text: str) -> dict[str, Any]:
    """The log in a text that has to be valid."""
    log: dict[str, Any] = json.loads(text)
    validator().validate(log)
    return log


def test_the_schema_says_no_where_it_should() -> None:
    log = valid(render("sarif", result()))
    log["runs"][0]["results"][0]["level"] = "hint"
    with pytest.raises(jsonschema.ValidationError):
        validator().validate(log)


def test_a_finding() -> None:
    log = valid(render("sarif", result()))
    (run,) = log["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    bare, full = run["results"]
    assert (bare["level"], bare["ruleIndex"], full["ruleIndex"]) == ("note", 0, 1)
    location = {"uri": "drafts/a%20b%2Cc.md"}
    assert full == {
        "ruleId": "LEAD002",
        "ruleIndex": 1,
        "level": "error",
        "message": {"text": "Put \\[this](1) {{0} in <italics>."},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": location,
                    # The letter between the quotation marks is one code point, two UTF-16 units.
                    "region": {"startLine": 3, "startColumn": 1, "endLine": 3, "endColumn": 11},
                },
                "logicalLocations": [{"name": "preamble 1", "kind": "element"}],
            }
        ],
        "partialFingerprints": full["partialFingerprints"],
        "properties": {"severity": "error"},
        "relatedLocations": [
            {
                "id": 1,
                "message": {"text": "as here"},
                "physicalLocation": {
                    "artifactLocation": location,
                    "region": {"startLine": 1, "startColumn": 1, "endLine": 1, "endColumn": 4},
                },
            }
        ],
        "fixes": [
            {
                "description": {"text": "put it in italics"},
                "artifactChanges": [
                    {
                        "artifactLocation": location,
                        "replacements": [
                            {
                                "deletedRegion": {
                                    "startLine": 3,
                                    "startColumn": column,
                                    "endLine": 3,
                                    "endColumn": column,
                                },
                                "insertedContent": {"text": "*"},
                            }
                            for column in (1, 7)
                        ],
                    }
                ],
                "properties": {"safety": "safe", "group": "g"},
            }
        ],
    }


def test_rules_come_with_help() -> None:
    (run,) = valid(render("sarif", result()))["runs"]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["FORM001", "LEAD002"]
    rule = run["tool"]["driver"]["rules"][1]
    assert rule["name"] == "leading-phrase-not-emphasized"
    assert rule["fullDescription"]["text"] in rule["help"]["text"]
    assert "+ *Recalling*" in rule["help"]["markdown"]
    assert rule["properties"]["page"] == "docs/rules/LEAD002.md"
    assert rule["helpUri"].startswith("https://")
    assert rule["defaultConfiguration"] == {"level": "error"}
    french = valid(render("sarif", result(), language="fr"))["runs"][0]["tool"]["driver"]["rules"]
    assert french[1]["fullDescription"] != rule["fullDescription"]


def test_the_pages_may_have_an_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kinds, "PUBLISHED", "https://example.org/rules/")
    (run,) = valid(render("sarif", result()))["runs"]
    rule = run["tool"]["driver"]["rules"][1]
    assert rule["helpUri"] == "https://example.org/rules/LEAD002.md"
    # The diagnostics say the same, in JSON as in an editor.
    text = "*The General Assembly*,\n\nRecalling libraries,\n\n1. *Thanks* them.\n"
    found = Linter().lint(Source(text)).diagnostics
    assert ("LEAD002", rule["helpUri"]) in [(one.code, one.url) for one in found]


def test_edits_on_other_lines_go_by_offset_or_by_the_last_line() -> None:
    source = Source("one\ntwo three\nfour\n")
    fix = Fix("safe", "x", (Edit(0, 3, "1"), Edit(4, 7, "2"), Edit(14, 18, "4"), Edit(2, 15, "-")))
    found = Diagnostic("LEAD002", "name", "error", "Long.", 4, 18, fix=fix)
    (run,) = valid(render("sarif", FileResult("a.md", diagnostics=locate(source, [found]))))["runs"]
    changes = run["results"][0]["fixes"][0]["artifactChanges"][0]["replacements"]
    assert [change["deletedRegion"] for change in changes] == [
        {"charOffset": 0, "charLength": 3},
        {"startLine": 2, "startColumn": 1, "endLine": 2, "endColumn": 4},
        {"startLine": 3, "startColumn": 1, "endLine": 3, "endColumn": 5},
        {"charOffset": 2, "charLength": 13},
    ]


def test_problems_are_notifications() -> None:
    error = Problem("RULE", "broken", "house/a.yaml", 3, 4)
    (run,) = valid(render("sarif", unreadable(), setup_errors=[error]))["runs"]
    (invocation,) = run["invocations"]
    assert invocation["executionSuccessful"] is False
    first, second = invocation["toolExecutionNotifications"]
    assert first["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "bad.md"},
        "region": {"startLine": 2, "startColumn": 3},
    }
    assert second["descriptor"] == {"id": "RULE"}


def test_nothing_found_and_nothing_checked() -> None:
    for text in (render("sarif"), render("sarif", FileResult("a.md", language="en"))):
        (run,) = valid(text)["runs"]
        assert (run["results"], run["tool"]["driver"]["rules"]) == ([], [])
        assert run["invocations"] == [{"executionSuccessful": True}]


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_replacements_are_the_edits(path: Path) -> None:
    one = checked(path, profile="strict")
    source = Source(path.read_text(encoding="utf-8"))
    (run,) = valid(render("sarif", one))["runs"]
    for diagnostic, found in zip(one.diagnostics, run["results"], strict=True):
        if diagnostic.fix is None:
            assert "fixes" not in found
            continue
        changes = found["fixes"][0]["artifactChanges"][0]["replacements"]
        for edit, change in zip(diagnostic.fix.edits, changes, strict=True):
            region = change["deletedRegion"]
            if "charOffset" in region:
                assert region["charOffset"] == edit.start
                continue
            start = source.offset(region["startLine"], region["startColumn"])
            end = source.offset(region["endLine"], region["endColumn"])
            assert (start, end, change["insertedContent"]["text"]) == (*edit.key(),)


def test_fingerprints_stay_when_lines_are_added_and_numbers_move(tmp_path: Path) -> None:
    def marks(text: str) -> dict[str, str]:
        (run,) = valid(render("sarif", checked(written(tmp_path, text))))["runs"]
        return {
            found["partialFingerprints"]["reslintContent/v1"]: found["ruleId"]
            for found in run["results"]
        }

    head = "*The General Assembly*,\n\n"
    tail = "{}. *Requests* the librarian to report,\n\n{}. *Decides* to remain seized.\n"
    before = marks(head + "Noting the report,\n\n" + tail.format(1, 2))
    after = marks(
        head
        + "*Recalling* its work,\n\nNoting the report,\n\n1. *Urges* readers to read;\n\n"
        + tail.format(2, 3)
    )
    assert sorted(before.values()) == ["FORM004", "LEAD002"]
    assert before.items() <= after.items()


def test_equal_findings_have_fingerprints_of_their_own() -> None:
    source = Source("same\nsame\n")
    found = [Diagnostic("LEAD002", "n", "error", "m", at, at + 4) for at in (0, 5)]
    (run,) = valid(render("sarif", FileResult("a.md", diagnostics=locate(source, found))))["runs"]
    assert len({str(one["partialFingerprints"]) for one in run["results"]}) == 2


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("./a.md", "a.md"),
        ("../b/é.md", "../b/%C3%A9.md"),
        ("/tmp/a:b.md", "file:///tmp/a%3Ab.md"),
        ("-", "-"),
        ("c:d.md", "c%3Ad.md"),
        ("\udcff.md", "%FF.md"),
    ],
)
def test_paths(path: str, expected: str) -> None:
    assert uri(path) == expected


@settings(max_examples=60)
@given(file_results())
def test_any_findings_give_a_valid_log(one: FileResult) -> None:
    valid(render("sarif", one, one))
