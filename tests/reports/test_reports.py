"""The formats, exactly."""

from __future__ import annotations

import json
import os
import pickle
from xml.etree.ElementTree import fromstring

import pytest

from reslint.linting.results import FileResult, Summary, locate
from reslint.reports import FORMATS, ReportOptions, new_report
from reslint.reports.colour import wants_colour
from reslint.text.diagnostics import Diagnostic, Edit, Fix, Problem, Related
from reslint.text.display import escaped
from reslint.text.source import Source

TEXT = "*The Assembly*,\n\nNoting the report,\n"


def result() -> FileResult:
    source = Source(TEXT, "draft.md")
    fix = Fix("safe", "put it in italics", (Edit(17, 17, "*"), Edit(23, 23, "*")), "g")
    diagnostics = [
        Diagnostic(
            "FORM001", "organ-line", "info", "The organ\nline.", 0, 14, paragraph="organ line"
        ),
        Diagnostic(
            "LEAD002",
            "leading-phrase-not-emphasized",
            "error",
            'Put the opening words "Noting" in italics.',
            17,
            23,
            paragraph="preamble 1",
            url="https://example.org/LEAD002",
            fix=fix,
            related=(Related(0, 3, "as here"),),
        ),
    ]
    return FileResult(
        "draft.md", language="en", organ="GA", diagnostics=locate(source, diagnostics)
    )


def unreadable() -> FileResult:
    return FileResult("bad.md", errors=[Problem("TOOL005", "the file is UTF-16", "bad.md", 2, 3)])


def render(
    name: str, *results: FileResult, setup_errors: tuple[Problem, ...] = (), **options: object
) -> str:
    report = new_report(name, ReportOptions(**options))  # type: ignore[arg-type]
    summary, text = Summary(), ""
    for one in results:
        summary.add(one)
        text += report.file(one)
    return text + report.end(summary, setup_errors)


def test_text() -> None:
    assert render("text", result()) == (
        "draft.md:1:1 info FORM001 The organ line. [organ line]\n"
        "    1 | *The Assembly*,\n"
        "      | ^^^^^^^^^^^^^^\n"
        "\n"
        'draft.md:3:1 error LEAD002 Put the opening words "Noting" in italics. [preamble 1]\n'
        "    3 | Noting the report,\n"
        "      | ^^^^^^\n"
        "        draft.md:1:1 as here\n"
        "        fix: put it in italics: Noting → *Noting*\n"
        "\n"
        "1 draft checked: 2 findings (1 error, 1 info), 1 with a fix.\n"
        "1 can be fixed with --fix.\n"
    )


def test_text_in_french() -> None:
    assert render("text", result(), language="fr") == (
        "draft.md:1:1 information FORM001 The organ line. [ligne de l’organe]\n"
        "    1 | *The Assembly*,\n"
        "      | ^^^^^^^^^^^^^^\n"
        "\n"
        'draft.md:3:1 erreur LEAD002 Put the opening words "Noting" in italics. [préambule 1]\n'
        "    3 | Noting the report,\n"
        "      | ^^^^^^\n"
        "        draft.md:1:1 as here\n"
        "        correction : put it in italics : Noting → *Noting*\n"
        "\n"
        "1 projet vérifié : 2 constats (1 erreur, 1 information), dont 1 avec correction.\n"
        "--fix en corrige 1.\n"
    )


def test_text_of_problems_and_statistics() -> None:
    assert render("text", result(), unreadable(), statistics="with").endswith(
        "bad.md:2:3 error TOOL005 the file is UTF-16\n"
        "\n"
        "1  FORM001  organ-line\n"
        "1  LEAD002  leading-phrase-not-emphasized\n"
        "\n"
        "1 draft checked: 2 findings (1 error, 1 info), 1 with a fix."
        " Not everything could be checked: 1 problem.\n"
        "1 can be fixed with --fix.\n"
    )


def test_concise() -> None:
    assert render("concise", result(), unreadable()) == (
        "draft.md:1:1 info FORM001 The organ line.\n"
        'draft.md:3:1 error LEAD002 Put the opening words "Noting" in italics.\n'
        "bad.md:2:3 error TOOL005 the file is UTF-16\n"
        "1 draft checked: 2 findings (1 error, 1 info), 1 with a fix."
        " Not everything could be checked: 1 problem.\n"
    )


@pytest.mark.parametrize("name", ["text", "concise"])
def test_nothing_found_and_nothing_checked(name: str) -> None:
    clean = FileResult("a.md", language="en", organ="GA")
    assert render(name, clean) == "1 draft checked: nothing to report.\n"
    assert render(name, clean, language="fr") == "1 projet vérifié : rien à signaler.\n"
    assert render(name) == (
        "0 drafts checked: no file was found whose name ends like that of a draft"
        " (.md, .txt, .docx …).\n"
    )


def test_json() -> None:
    text = render("json", result(), unreadable())
    assert json.loads(text) == {
        "version": 1,
        "reslint": "0.1.0",
        "files": [
            {
                "path": "draft.md",
                "language": "en",
                "organ": "GA",
                "diagnostics": [
                    {
                        "code": "FORM001",
                        "name": "organ-line",
                        "severity": "info",
                        "message": "The organ\nline.",
                        "line": 1,
                        "column": 1,
                        "end_line": 1,
                        "end_column": 15,
                        "offset": 0,
                        "end_offset": 14,
                        "paragraph": "organ line",
                        "url": "",
                        "fix": None,
                    },
                    {
                        "code": "LEAD002",
                        "name": "leading-phrase-not-emphasized",
                        "severity": "error",
                        "message": 'Put the opening words "Noting" in italics.',
                        "line": 3,
                        "column": 1,
                        "end_line": 3,
                        "end_column": 7,
                        "offset": 17,
                        "end_offset": 23,
                        "paragraph": "preamble 1",
                        "url": "https://example.org/LEAD002",
                        "fix": {
                            "safety": "safe",
                            "title": "put it in italics",
                            "edits": [
                                {"offset": 17, "end_offset": 17, "text": "*"},
                                {"offset": 23, "end_offset": 23, "text": "*"},
                            ],
                            "group": "g",
                        },
                        "related": [
                            {
                                "message": "as here",
                                "line": 1,
                                "column": 1,
                                "end_line": 1,
                                "end_column": 4,
                                "offset": 0,
                                "end_offset": 3,
                            }
                        ],
                    },
                ],
                "errors": [],
            },
            {
                "path": "bad.md",
                "language": "",
                "organ": "",
                "diagnostics": [],
                "errors": [
                    {"code": "TOOL005", "message": "the file is UTF-16", "line": 2, "column": 3}
                ],
            },
        ],
        "errors": [],
        "summary": {
            "files": 2,
            "diagnostics": 2,
            "fixable": 1,
            "error": 1,
            "warning": 0,
            "info": 1,
            "hint": 0,
        },
    }


def test_json_without_files_and_with_setup_errors() -> None:
    error = Problem("RULE", "broken", "house/a.yaml", 3, 4)
    document = json.loads(render("json", setup_errors=(error,), statistics="with"))
    assert document["files"] == []
    assert document["errors"] == [
        {"code": "RULE", "message": "broken", "path": "house/a.yaml", "line": 3, "column": 4}
    ]
    assert document["summary"]["by_code"] == {}


def test_jsonl() -> None:
    lines = [json.loads(line) for line in render("jsonl", result(), unreadable()).splitlines()]
    assert [line["type"] for line in lines] == ["diagnostic", "diagnostic", "error", "summary"]
    whole = json.loads(render("json", result()))["files"][0]["diagnostics"][1]
    assert lines[1] == {
        "type": "diagnostic",
        "path": "draft.md",
        "language": "en",
        "organ": "GA",
        **whole,
    }
    assert lines[2]["path"] == "bad.md"
    assert (lines[3]["version"], lines[3]["reslint"], lines[3]["files"]) == (1, "0.1.0", 2)


def test_colour_changes_nothing_but_colour() -> None:
    plain = render("text", result(), statistics="with")
    coloured = render("text", result(), statistics="with", colour=True)
    assert "\x1b[" in coloured
    import re

    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == plain


def test_when_to_colour(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    import sys

    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    assert not wants_colour(sys.stdout)
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert wants_colour(sys.stdout)
    monkeypatch.setenv("NO_COLOR", "1")
    assert not wants_colour(sys.stdout)


@pytest.mark.parametrize("name", FORMATS)
def test_results_can_be_pickled_on_their_way(name: str) -> None:
    there_and_back = pickle.loads(pickle.dumps(result()))
    assert render(name, there_and_back) == render(name, result())


def test_a_span_over_several_lines_is_marked_to_the_end_of_its_first() -> None:
    source = Source("Noting the\nreport,")
    found = Diagnostic("AAA001", "name", "hint", "Long.", 7, 17)
    one = FileResult("a.md", diagnostics=locate(source, [found]))
    assert render("text", one).split("\n")[1:3] == ["    1 | Noting the", "      |        ^^^"]
    (diagnostic,) = one.diagnostics
    assert (diagnostic.end_line, diagnostic.end_column) == (2, 7)


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("brouillon été.md", "brouillon été.md"),
        ("two\nlines.md", r"two\nlines.md"),
        ("red\x1b[31m.md", r"red\x1b[31m.md"),
        (os.fsdecode(b"latin\xe9.md"), r"latin\xe9.md"),
        ("turned\u202e.md", r"turned\u202e.md"),
        ("résolution\u00a01.md", "résolution\u00a01.md"),
    ],
)
def test_a_path_stays_on_its_line_and_can_be_told_from_others(path: str, shown: str) -> None:
    assert escaped(path) == shown


@pytest.mark.parametrize("name", ["json", "jsonl", "sarif", "gitlab", "junit"])
def test_foreign_text_commands_no_terminal(name: str) -> None:
    hostile = "a\x9b31mb\x85c\x7fd\u2028e"
    found = result()
    found.path = f"{hostile}.md"
    found.diagnostics[0].message = hostile
    problem = Problem("TOOL008", hostile, hostile, 1)
    written = render(name, found, setup_errors=(problem,))
    assert not set(written) & set("\x9b\x85\x7f\u2028")
    # The text itself is not changed: whoever reads the report gets all of it.
    if name == "junit":
        assert hostile in "".join(fromstring(written).itertext())
    elif name == "jsonl":
        assert json.loads(written.splitlines()[0])["path"] == found.path
        assert len(written.splitlines()) == len(found.diagnostics) + 2
    else:
        assert "a\\u009b31mb\\u0085c\\u007fd\\u2028e" in written
        json.loads(written)
