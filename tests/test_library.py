"""The public library: its documentation's examples, its types, what it costs to import."""

from __future__ import annotations

import doctest
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import reslint
from tests.conftest import ROOT

DRAFT = """*The General Assembly*,

Recalling its resolution 70/1 of 25 September 2015,

1. *Requests* the Secretary-General to report on the matter;

2. *Decides* to remain seized of the matter.
"""


def test_the_examples_of_the_documentation(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    failed, tried = doctest.testfile(str(ROOT / "docs" / "python.md"), module_relative=False)
    assert (failed, tried >= 15) == (0, True)


def test_every_public_name_is_there_and_documented() -> None:
    for name in reslint.__all__:
        assert getattr(reslint, name).__doc__ or name == "__version__"
    assert set(reslint.__all__) <= set(dir(reslint))
    with pytest.raises(AttributeError, match="no attribute 'no_such_name'"):
        _ = reslint.no_such_name


def test_import_loads_no_module_of_reslint() -> None:
    code = "import sys, reslint; print(*sorted(m for m in sys.modules if m.startswith('reslint')))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["reslint", "reslint.version"]


def test_diagnostics_have_their_places_in_both_ways() -> None:
    (one,) = reslint.check(DRAFT, path="d.md").diagnostics
    assert (one.line, one.column, one.end_line, one.end_column) == (3, 1, 3, 10)
    assert DRAFT[one.start : one.end] == one.line_text[:9] == "Recalling"


def test_a_text_that_is_no_resolution_is_said() -> None:
    (one,) = reslint.check("Dear all,\n\nsee you.\n").diagnostics
    assert (one.code, one.line) == ("TOOL006", 1)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"organ": "UNESCO"}, 'organ: "UNESCO" is not one of GA, SC, ECOSOC, HRC, other'),
        ({"profil": "strict"}, "there is no setting profil; did you mean profile?"),
        ({"select": ["LEAD999"]}, "LEAD999"),
        ({"ignore": "LEAD"}, "ignore: give a list of texts"),
        ({"severity": {"LEAD002": "fatal"}}, 'severity: LEAD002: "fatal" is not one of'),
        ({"severity": "error"}, "severity: give a severity by code"),
        ({"text_format": "html"}, 'text_format: "html" is not one of markdown, plain'),
    ],
)
def test_wrong_options_raise(options: dict[str, Any], message: str) -> None:
    with pytest.raises(reslint.SettingsError) as caught:
        reslint.check(DRAFT, **options)
    assert message in str(caught.value)


@pytest.mark.parametrize("function", [reslint.check, reslint.fix, reslint.read])
@pytest.mark.parametrize("half", [chr(0xD83C), chr(0xDF0D), chr(0xDCFF)])
def test_a_lone_surrogate_is_said_with_its_place(function: Any, half: str) -> None:
    text = DRAFT.replace("2015,", f"2015 {half} 🌍,")
    column = text.split("\n")[2].index(half) + 1
    with pytest.raises(ValueError, match=f"line 3, column {column} has a lone surrogate") as caught:
        function(text)
    assert f"U+{ord(half):04X}" in str(caught.value)
    function(text.replace(half, ""))  # a pair is a character


def test_options_change_given_settings() -> None:
    settings = reslint.Settings(ignore=frozenset({"LEAD002"}))
    assert reslint.check(DRAFT, settings).diagnostics == []
    found = reslint.check(DRAFT, settings, ignore=[], severity={"lead002": "hint"}).diagnostics
    assert [(one.code, one.severity) for one in found] == [("LEAD002", "hint")]


def test_a_file_is_checked_with_the_settings_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "draft.md"
    path.write_text(DRAFT, encoding="utf-8")
    assert [one.code for one in reslint.check_file(str(path)).diagnostics] == ["LEAD002"]
    (tmp_path / "reslint.yaml").write_text("severity: {LEAD002: off}\n", encoding="utf-8")
    assert reslint.check_file(str(path)).diagnostics == []
    given = reslint.Settings(severities={"LEAD002": "hint"})
    found = reslint.check_file(str(path), given).diagnostics
    assert [(one.code, one.severity) for one in found] == [("LEAD002", "hint")]
    assert reslint.check_file(str(path), given, ignore=["LEAD"]).diagnostics == []
    (tmp_path / "reslint.yaml").write_text("severty: {}\n", encoding="utf-8")
    result = reslint.check_file(str(path))
    assert result.diagnostics == []
    assert [(one.code, one.line) for one in result.setup_errors] == [("TOOL008", 1)]


def test_fixes_are_made_and_what_is_left_is_located() -> None:
    text = DRAFT.replace("2. *Decides*", "4. *Decides*")
    fixed = reslint.fix(text)
    assert fixed.fixed == {"LEAD002": 1}
    assert [(one.code, one.line, one.column) for one in fixed.result.diagnostics] == [
        ("NUM001", 7, 1)
    ]
    assert reslint.fix(text, unsafe=True).fixed == {"LEAD002": 1, "NUM001": 1}


def test_rules_and_their_pages() -> None:
    everywhere = reslint.rules()
    arabic = reslint.rules("ar")
    assert len(arabic) < len(everywhere)
    assert "LEAD013" in {rule.code for rule in arabic}
    assert "LEAD013" not in {rule.code for rule in reslint.rules("en")}
    assert all(rule.why and rule.examples for rule in everywhere)
    assert "Pourquoi" in reslint.explain("LEAD002", "fr")
    with pytest.raises(LookupError, match="LEAD999"):
        reslint.explain("LEAD999")


def test_a_draft_and_its_outline() -> None:
    draft = reslint.read(DRAFT, language="en")
    assert (draft.language, draft.organ, len(draft.resolutions)) == ("en", "GA", 1)
    assert reslint.outline(draft)["paragraphs"][1]["place"] == "preamble 1"
