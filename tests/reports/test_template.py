"""Format `template:FILE`: a report of one's own as a Jinja2 template."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest

from reslint.reports import ReportError
from tests.cli.run import reslint
from tests.conftest import ROOT
from tests.reports.test_reports import render, result, unreadable
from tests.texts import DRAFT

TEMPLATES = ROOT / "examples" / "templates"


def written(tmp_path: Path, text: str, name: str = "own.j2") -> str:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return f"template:{path}"


def test_a_template_gets_what_the_json_report_has(tmp_path: Path) -> None:
    template = written(
        tmp_path,
        "{% for file in files %}\n{{ file.path }}\n{% for one in file.diagnostics %}\n"
        "  {{ one.line }} {{ one.code }} {{ one.paragraph }}\n{% endfor %}\n{% endfor %}\n"
        "{{ summary.diagnostics }} {{ summary.by_code | tojson }} {{ version }} {{ reslint }}\n",
    )
    assert render(template, result(), unreadable()) == (
        "draft.md\n  1 FORM001 organ line\n  3 LEAD002 preamble 1\nbad.md\n"
        '2 {"FORM001": 1, "LEAD002": 1} 1 0.1.0\n'
    )


def test_texts_are_escaped_for_markup_only(tmp_path: Path) -> None:
    found = result()
    found.diagnostics[1].message = "<b>\x1b & co"
    text = "{{ files[0].diagnostics[1].message }}"
    assert render(written(tmp_path, text), found) == "<b>\x1b & co"
    assert render(written(tmp_path, text, "a.xml.j2"), found) == "&lt;b&gt;\ufffd &amp; co"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a\n{% for %}", "own.j2:2: "),
        ("{{ nothing }}", "own.j2: 'nothing' is undefined"),
        ("{{ ''.__class__.__mro__ }}", "own.j2: access to attribute '__class__'"),
        ("{% include 'other' %}", "own.j2: no loader for this environment"),
        ("{{ files.append(1) }}", "own.j2: "),
        ("{% for i in range(1000000000) %}{% endfor %}", "own.j2: Range too big"),
        ("{{ 'a' * 9000000000000000000 }}", "own.j2: MemoryError"),
        ("{% set n = 9000000000000000000 %}{{ 'a' * n }}", "own.j2: MemoryError"),
        (f"{{{{ {'(' * 5000}1{')' * 5000} }}}}", "own.j2: maximum recursion depth"),
    ],
)
def test_a_template_that_fails_says_why(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(ReportError) as caught:
        render(written(tmp_path, text), result())
    assert message in str(caught.value)


def test_checkstyle_and_tap() -> None:
    text = render(f"template:{TEMPLATES}/checkstyle.xml.j2", result(), unreadable())
    root = ElementTree.fromstring(text.encode())
    files = {one.get("name"): list(one) for one in root}
    assert [one.get("line") for one in files["draft.md"]] == ["1", "3"]
    assert files["draft.md"][1].attrib == {
        "line": "3",
        "column": "1",
        "severity": "error",
        "message": 'Put the opening words "Noting" in italics.',
        "source": "reslint.LEAD002",
    }
    assert [one.get("source") for one in files["bad.md"]] == ["reslint.TOOL005"]
    assert render(f"template:{TEMPLATES}/tap.j2", result(), unreadable()) == (
        "TAP version 13\n1..2\nnot ok 1 - draft.md\n# 1:1 info FORM001 The organ line.\n"
        '# 3:1 error LEAD002 Put the opening words "Noting" in italics.\nnot ok 2 - bad.md\n'
    )


def test_on_the_command_line(tmp_path: Path) -> None:
    (tmp_path / "draft.md").write_text(DRAFT.replace("*Requests*", "Requests"))
    (tmp_path / "own.j2").write_text("{{ summary.diagnostics }} in {{ files | length }}\n")
    outcome = reslint(tmp_path, "check", "--format", "template:own.j2")
    assert (outcome.code, outcome.out) == (1, "1 in 1\n")
    outcome = reslint(tmp_path, "check", "--format", "template:none.j2")
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == (
        "reslint check: error: --format template:… none.j2 cannot be read: "
        "No such file or directory\n"
    )
    assert reslint(tmp_path, "check", "--format", "template:").code == 2
