"""Rulebooks: choosing rules, the shipped ones in parts, house rules beside them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from reslint.checks.kinds import Rule
from reslint.rulebook.book import (
    Rulebook,
    codes,
    compile_rules,
    house,
    load_rulebook,
    rules_of,
    standard,
    standard_in_full,
)

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
    found = BOOK.rules_for(**{"language": "fr", "organ": "GA", **asked})
    assert [one.code for one in found] == expected


def test_parts_give_the_rules_back() -> None:
    parts = compile_rules(BOOK, [])
    assert sorted(parts) == ["any", "details", "fr", "index"]
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


def test_shipped_rules_are_sound() -> None:
    book = standard_in_full()
    assert [str(problem) for problem in book.problems] == []
    assert list(codes()) == [one.code for one in book]
    for language in ("ar", "en", "es", "fr", "ru", "zh", "xx"):
        speaking = [one.code for one in book if one.languages is None or language in one.languages]
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
    path.write_text(HOUSE_RULE.replace("severity: warning", "severity: grave"), encoding="utf-8")
    book = load_rulebook("en", (str(tmp_path),))
    assert "HOUSE001" not in book
    assert [(problem.line, problem.column) for problem in book.problems] == [(4, 11)]
