"""Rulebooks: choosing rules, the shipped ones in parts, house rules beside them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from reslint.checks.kinds import Rule
from reslint.rulebook.book import (
    Rulebook,
    codes,
    comparing_rules,
    compile_rules,
    forget_house_rules,
    full_rule,
    house,
    known_codes,
    load_rulebook,
    rulebook_of,
    rules_of,
    standard,
    standard_in_full,
)
from tests.conftest import ROOT

HOUSE_RULE = """\
code: HOUSE001
name: no-in-order-to
check: text.pattern
severity: warning
parameters: {pattern: in order to}
message: {en: 'Not "{match}".', fr: 'Pas « {match} ».'}
why: Short words are clearer.
examples:
  - {language: en, in: preamble, bad: '*Stressing* in order to,', at: in order to}
  - {language: en, in: preamble, good: '*Stressing* to,'}
"""


def rule(code: str, **changes: Any) -> Rule:
    values: dict[str, Any] = {
        "code": code,
        "name": code.lower(),
        "check": "text.pattern",
        "languages": None,
        "organs": None,
        "severity": "warning",
        "profile": "standard",
        "fix": "none",
        "parameters": {"pattern": "a"},
        "messages": {"": {"en": "a", "fr": "a"}},
        "fix_title": {},
        "why": {"en": "because"},
        "source": {},
        "examples": ({"language": "en", "bad": "a", "mark": (1, 2)},),
    }
    return Rule(**{**values, **changes})


BOOK = Rulebook(
    [
        rule("LEAD002", organs=("GA",)),
        rule("LEAD001"),
        rule("FORM001", languages=("fr",)),
        rule("FORM013", profile="strict"),
    ]
)


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({}, ["FORM001", "LEAD001", "LEAD002"]),
        ({"profile": "strict"}, ["FORM001", "FORM013", "LEAD001", "LEAD002"]),
        ({"language": "en"}, ["LEAD001", "LEAD002"]),
        ({"organ": "SC"}, ["FORM001", "LEAD001"]),
        ({"select": frozenset({"LEAD"})}, ["LEAD001", "LEAD002"]),
        ({"select": frozenset({"FORM"})}, ["FORM001"]),
        ({"select": frozenset({"FORM013"})}, ["FORM013"]),
        ({"select": frozenset()}, []),
        ({"ignore": {"LEAD", "FORM013"}}, ["FORM001"]),
        ({"select": {"LEAD001"}, "ignore": {"LEAD001"}}, []),
    ],
)
def test_choosing(asked: dict[str, Any], expected: list[str]) -> None:
    found = BOOK.rules_for(**{"language": "fr", "organ": "GA", "profile": "standard", **asked})
    assert [one.code for one in found] == expected


def test_parts_give_the_rules_back() -> None:
    parts = compile_rules(BOOK, [])
    assert sorted(parts) == ["any", "comparing", "details", "fr", "index"]
    assert [one.code for one in rules_of(parts["any"])] == [
        "FORM013",
        "LEAD001",
        "LEAD002",
    ]
    french = rules_of(parts["fr"])
    assert [one.code for one in french] == ["FORM001", "FORM013", "LEAD001", "LEAD002"]
    assert french[0].examples == ()
    full = rules_of(parts["details"])
    for given, back in zip(BOOK, full, strict=True):
        for slot in Rule.__slots__:
            assert getattr(back, slot) == getattr(given, slot)


def test_rules_that_compare_versions_are_no_rules_of_a_draft_alone() -> None:
    comparing = {rule.code for rule in comparing_rules()}
    assert {"CONC001", "CONC009"} <= comparing
    assert all(rule.compares for rule in comparing_rules())
    assert not comparing & {rule.code for rule in standard("en")}
    assert comparing < codes().keys()


def test_shipped_rules_are_sound() -> None:
    book = standard_in_full()
    assert [str(problem) for problem in book.problems] == []
    assert list(codes()) == [one.code for one in book]
    for language in ("ar", "en", "es", "fr", "ru", "zh", "xx"):
        speaking = [
            one.code
            for one in book
            if (one.languages is None or language in one.languages) and not one.compares
        ]
        assert [one.code for one in standard(language)] == speaking


@pytest.mark.parametrize("language", ["", "index", "details", "parts", "../fr", "fr\0", "é"])
def test_odd_languages_get_the_rules_for_all(language: str) -> None:
    assert all(one.languages is None for one in standard(language))


def test_house_rules_stand_beside_the_shipped(tmp_path: Path) -> None:
    path = tmp_path / "house.yaml"
    path.write_text(HOUSE_RULE, encoding="utf-8")
    book = load_rulebook("en", (str(tmp_path),))
    assert "HOUSE001" in book
    assert "HOUSE001" in book.codes()
    assert book.problems == []
    merged = book.with_house_rules(house([str(tmp_path)]))
    assert [problem.message for problem in merged.problems] == [
        "the code HOUSE001 belongs to a rule of reslint; choose another one"
    ]
    path.write_text(HOUSE_RULE.replace("severity: warning", "severity: serious"), encoding="utf-8")
    book = load_rulebook("en", (str(tmp_path),))
    assert "HOUSE001" not in book
    assert [(problem.line, problem.column) for problem in book.problems] == [(4, 11)]


def test_rulebooks_are_loaded_once_and_house_rules_again_when_forgotten(tmp_path: Path) -> None:
    path = tmp_path / "house.yaml"
    path.write_text(HOUSE_RULE, encoding="utf-8")
    folders = (str(tmp_path),)
    book, shipped = rulebook_of("en", folders), rulebook_of("en")
    assert shipped is standard("en")
    assert rulebook_of("en", folders) is book
    assert full_rule("HOUSE001", folders) is full_rule("HOUSE001", folders)
    path.write_text(HOUSE_RULE.replace("HOUSE001", "HOUSE002"), encoding="utf-8")
    assert "HOUSE001" in rulebook_of("en", folders)
    forget_house_rules()
    assert "HOUSE002" in rulebook_of("en", folders)
    assert "HOUSE001" not in rulebook_of("en", folders)
    assert full_rule("HOUSE001", folders) is None
    # The shipped rules do not change: they stay the same objects.
    assert rulebook_of("en") is shipped


def test_what_is_being_loaded_while_house_rules_are_forgotten_is_forgotten_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "house.yaml").write_text(HOUSE_RULE, encoding="utf-8")
    folders = (str(tmp_path),)

    def loaded_meanwhile(language: str, house_paths: tuple[str, ...]) -> Rulebook:
        old = load_rulebook(language, house_paths)
        forget_house_rules()
        return old

    with monkeypatch.context() as patched:
        patched.setattr("reslint.rulebook.book.load_rulebook", loaded_meanwhile)
        old = rulebook_of("en", folders)
    assert rulebook_of("en", folders) is not old


def test_known_codes_are_those_of_all_languages_of_house_rules_and_our_own(tmp_path: Path) -> None:
    (tmp_path / "house.yaml").write_text(HOUSE_RULE, encoding="utf-8")
    codes_with_house = known_codes((str(tmp_path),))
    assert codes_with_house - known_codes() == {"HOUSE001"}
    assert known_codes() >= {*codes(), "TOOL001", "TOOL010"}


def test_messages_are_unpacked_for_the_rules_that_find_something() -> None:
    script = """
from reslint.checks import kinds
from reslint.linting.linter import Linter
from reslint.text.source import Source
unpacked = []
real = kinds.unpacked
kinds.unpacked = lambda data: (unpacked.append(data), real(data))[1]
draft = '''*The General Assembly*,

*Recalling* its resolution 70/1 of 25 September 2015,

1. *Requests* the Secretary-General to report on the the matter;

2. *Decides* to remain seized of the matter.
'''
assert Linter().lint(Source(draft.replace('the the', 'the'))).diagnostics == []
assert unpacked == []
found = {each.code for each in Linter().lint(Source(draft)).diagnostics}
assert len(found) == len(unpacked) == 1, (found, len(unpacked))
"""
    subprocess.run([sys.executable, "-c", script], check=True, cwd=ROOT)
