"""JSON version 2: fixes that several findings share are written once."""

from __future__ import annotations

import json
import marshal

import pytest

from reslint.files import result_cache
from reslint.linting.linter import Linter
from reslint.linting.results import FileResult, Summary, locate
from reslint.reports import ReportOptions, new_report
from reslint.settings.settings import Settings
from reslint.text.diagnostics import Diagnostic, Edit, Fix
from reslint.text.source import Source

_HEAD = {
    "en": "*The General Assembly*,\n\n*Noting* the report,\n\n",
    "fr": "*L’Assemblée générale*,\n\n*Notant* le rapport,\n\n",
    "es": "*La Asamblea General*,\n\n*Observando* el informe,\n\n",
    "ru": "*Генеральная Ассамблея*,\n\n*отмечая* доклад,\n\n",
    "ar": "*إن الجمعية العامة*،\n\n*وإذ تلاحظ* التقرير،\n\n",
    "zh": "*大会*，\n\n*注意到*报告，\n\n",
}
_PARAGRAPH = {
    "en": "*Decides* to help",
    "fr": "*Décide* d’aider",
    "es": "*Decide* ayudar",
    "ru": "*постановляет* помогать",
    "ar": "*تقرر* المساعدة",
    "zh": "*决定*提供帮助",
}
_MARKS = {"ar": ("؛", "."), "zh": ("；", "。")}


def shuffled(language: str, count: int) -> FileResult:
    """The result for a draft whose operative paragraphs are numbered from the last to the first."""
    mark, stop = _MARKS.get(language, (";", "."))
    text = _HEAD[language] + "".join(
        f"{count - place}. {_PARAGRAPH[language]}{mark if place + 1 < count else stop}\n\n"
        for place in range(count)
    )
    source = Source(text)
    found = (
        Linter(Settings(language=language, select=frozenset(("NUM001",)))).lint(source).diagnostics
    )
    return FileResult("draft.md", language=language, organ="GA", diagnostics=locate(source, found))


def render(name: str, version: int, result: FileResult) -> str:
    report = new_report(name, ReportOptions(json_version=version))
    summary = Summary()
    summary.add(result)
    return report.file(result) + report.end(summary, ())


@pytest.mark.parametrize("language", sorted(_HEAD))
def test_a_group_holds_what_each_finding_holds_in_version_1(language: str) -> None:
    result = shuffled(language, 8)
    whole = json.loads(render("json", 1, result))
    grouped = json.loads(render("json", 2, result))
    assert (whole["version"], grouped["version"]) == (1, 2)
    file = grouped["files"][0]
    groups = file.pop("fix_groups")
    assert list(groups) == ["1"]
    assert len(file["diagnostics"]) == 8
    for one in file["diagnostics"]:
        assert one["fix"].pop("group") == "1"
        one["fix"]["edits"] = groups["1"]["edits"]
    assert file == whole["files"][0]


def test_lines_have_the_groups_of_a_file_before_its_findings() -> None:
    result = shuffled("en", 3)
    lines = [json.loads(line) for line in render("jsonl", 2, result).splitlines()]
    kinds = [line["type"] for line in lines]
    assert kinds == ["fix_group", *["diagnostic"] * (len(kinds) - 2), "summary"]
    edits = json.loads(render("json", 2, result))["files"][0]["fix_groups"]["1"]["edits"]
    assert lines[0] == {"type": "fix_group", "path": "draft.md", "group": "1", "edits": edits}
    assert lines[1]["fix"]["group"] == "1"
    assert lines[-1]["version"] == 2


def test_findings_with_a_named_group_share_all_their_edits_and_a_lone_fix_is_whole() -> None:
    source = Source("one two three\n")
    fixes = [
        Fix("safe", "First", (Edit(0, 3, "1"),), "numbers"),
        Fix("safe", "Second", (Edit(4, 7, "2"), Edit(0, 3, "1")), "numbers"),
        Fix("unsafe", "Third", (Edit(8, 13, "3"),)),
    ]
    found = [
        Diagnostic("A001", "a", "error", "wrong", place, place + 3, fix=fix)
        for place, fix in zip((0, 4, 8), fixes, strict=True)
    ]
    result = FileResult("draft.md", diagnostics=locate(source, found))
    file = json.loads(render("json", 2, result))["files"][0]
    assert [one["fix"] for one in file["diagnostics"]] == [
        {"safety": "safe", "title": "First", "group": "1"},
        {"safety": "safe", "title": "Second", "group": "1"},
        {
            "safety": "unsafe",
            "title": "Third",
            "edits": [{"offset": 8, "end_offset": 13, "text": "3"}],
        },
    ]
    assert file["fix_groups"] == {
        "1": {
            "edits": [
                {"offset": 0, "end_offset": 3, "text": "1"},
                {"offset": 4, "end_offset": 7, "text": "2"},
            ]
        }
    }


def test_version_2_and_cached_results_grow_with_the_draft_not_with_its_square() -> None:
    small, large = shuffled("en", 40), shuffled("en", 160)
    assert len(large.diagnostics) > 3.9 * len(small.diagnostics)
    reports = [len(render("json", 2, one)) for one in (small, large)]
    cached = [len(marshal.dumps(result_cache._values(one, {}))) for one in (small, large)]
    whole = [len(render("json", 1, one)) for one in (small, large)]
    assert reports[1] < 4.5 * reports[0]
    assert cached[1] < 4.5 * cached[0]
    assert whole[1] > 8 * whole[0]


def test_references_that_a_renumbering_leaves_are_shared_as_well() -> None:
    count = 30
    text = _HEAD["en"] + "".join(
        f"{count - place}. *Decides* to help, and recalls paragraph {place + 1};\n\n"
        for place in range(count)
    )
    source = Source(text)
    found = Linter(Settings(language="en", select=frozenset(("NUM001",)))).lint(source).diagnostics
    places = [one.related for one in found]
    assert len(places[0]) == count
    assert all(one is places[0] for one in places)
    result = FileResult("draft.md", diagnostics=locate(source, found))
    file = json.loads(render("json", 2, result))["files"][0]
    whole = json.loads(render("json", 1, result))["files"][0]
    assert file["fix_groups"]["1"]["related"] == whole["diagnostics"][0]["related"]
    assert all("related" not in one for one in file["diagnostics"])
