"""Rules on a draft: order, wording, fixes, settings, and what happens when a rule goes wrong."""

from __future__ import annotations

import pickle
import random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reslint.checks.kinds import Rule, find_kind
from reslint.fixes.choosing import apply, choose, edits_of
from reslint.linting.linter import Linter, LintResult
from reslint.rulebook.book import Rulebook
from reslint.settings.settings import Settings
from reslint.text.diagnostics import Diagnostic, Problem
from reslint.text.source import Source

DRAFT = """*The General Assembly*,

*Recalling* its resolution 70/1 of 25 September 2015 on the orchards,

*Noting* the orchards of the islands and the orchards of the coast,

1. *Requests* the Secretary-General to report on the orchards;

2. *Decides* to remain seized of the matter.
"""


def rule(code: str, pattern: str = "orchards", replacement: str | None = None, **keys: Any) -> Rule:
    """A rule that reports a pattern, as a house might have it."""
    given: dict[str, Any] = {
        "code": code,
        "name": f"rule-{code.lower()}",
        "check": "text.pattern",
        "languages": None,
        "organs": None,
        "severity": "warning",
        "profile": "standard",
        "fix": "none" if replacement is None else "safe",
        "messages": {"": {"en": 'Not "{match}".', "fr": "Pas « {match} »."}},
        "fix_title": {"en": "write {replacement}", "fr": "écrire {replacement}"},
        "why": {"en": "Because."},
        "source": {"title": "House style", "url": "https://example.org/style"},
    }
    given.update(keys)
    schema = find_kind("text.pattern").parameters
    given["parameters"] = {name: field.get("default") for name, field in schema.items()}
    given["parameters"].update(pattern=pattern, replacement=replacement)
    return Rule(**given)


def run(*rules: Rule, text: str = DRAFT, **options: Any) -> LintResult:
    return Linter(Settings(**options), lambda language: Rulebook(rules)).lint(Source(text))


def outline(result: LintResult) -> list[tuple[str, int, int, str, str]]:
    return [(d.code, d.start, d.end, d.severity, d.message) for d in result.diagnostics]


def occurrences(word: str, text: str = DRAFT) -> list[int]:
    found, place = [], text.find(word)
    while place >= 0:
        found.append(place)
        place = text.find(word, place + 1)
    return found


def test_a_finding_becomes_a_diagnostic_at_its_place() -> None:
    result = run(rule("HOUSE001"))
    assert result.errors == []
    assert [(d.start, d.end) for d in result.diagnostics] == [
        (place, place + len("orchards")) for place in occurrences("orchards")
    ]
    first = result.diagnostics[0]
    assert (first.code, first.name, first.severity) == ("HOUSE001", "rule-house001", "warning")
    assert first.message == 'Not "orchards".'
    assert first.paragraph == "preamble 1"
    assert first.url == "https://example.org/style"
    assert first.fix is None
    assert result.diagnostics[-1].paragraph == "1"


def test_messages_and_fix_titles_in_french() -> None:
    (first, *_) = run(rule("HOUSE001", "orchards", "gardens"), message_language="fr").diagnostics
    assert first.message == "Pas « orchards »."
    assert first.fix is not None
    assert (first.fix.title, first.fix.safety, first.fix.group) == ("écrire gardens", "safe", None)


def test_fixes_change_the_text() -> None:
    result = run(rule("HOUSE001", "orchards", "gardens"))
    chosen = choose(result.diagnostics)
    assert apply(DRAFT, edits_of(chosen)) == DRAFT.replace("orchards", "gardens")


def test_a_rule_without_fix_offers_no_fix() -> None:
    result = run(rule("HOUSE001", "orchards", "gardens", fix="none"))
    assert [d.fix for d in result.diagnostics] == [None] * 4


@given(st.permutations(["A001", "B001", "C001", "D001"]))
def test_the_order_of_rules_does_not_matter(codes: list[str]) -> None:
    words = {"A001": "orchards", "B001": "the orch", "C001": "or[a-z]+", "D001": "orchards"}
    result = run(*(rule(code, words[code]) for code in codes))
    assert result.diagnostics == sorted(result.diagnostics, key=Diagnostic.key)
    expected = run(*(rule(code, words[code]) for code in sorted(words)))
    assert outline(result) == outline(expected)


def test_select_ignore_profile_and_organ() -> None:
    rules = (
        rule("AAA001"),
        rule("AAA002", profile="strict"),
        rule("BBB001"),
        rule("CCC001", organs=("SC",)),
    )

    def codes(**options: Any) -> set[str]:
        return {d.code for d in run(*rules, **options).diagnostics}

    assert codes() == {"AAA001", "BBB001"}
    assert codes(profile="strict") == {"AAA001", "AAA002", "BBB001"}
    assert codes(select=frozenset({"AAA"})) == {"AAA001"}
    assert codes(ignore=frozenset({"AAA"})) == {"BBB001"}
    assert codes(organ="SC") == {"AAA001", "BBB001", "CCC001", "TOOL013"}


def test_severities_of_the_settings() -> None:
    result = run(rule("AAA001"), rule("BBB001"), severities={"AAA001": "hint", "BBB001": "off"})
    assert {(d.code, d.severity) for d in result.diagnostics} == {("AAA001", "hint")}


def test_a_rule_that_fails_is_a_problem_and_the_others_go_on() -> None:
    result = run(rule("AAA001", check="text.no-such-kind"), rule("BBB001"))
    assert [(p.code, "AAA001" in p.message) for p in result.errors] == [("TOOL004", True)]
    assert {d.code for d in result.diagnostics} == {"BBB001"}


def test_a_message_with_an_unknown_placeholder_is_a_problem_of_that_rule() -> None:
    result = run(rule("AAA001", messages={"": {"en": "{nothing}"}}), rule("BBB001"))
    assert [p.code for p in result.errors] == ["TOOL004"]
    assert len(result.diagnostics) == 4


def test_a_rule_over_its_budget_is_skipped_and_said_so() -> None:
    text = DRAFT.replace("seized of the matter", "a" * 60 + "b")
    result = run(rule("AAA001", r"(?:a|a|aa)+$"), rule("BBB001"), text=text)
    assert [(p.code, p.message) for p in result.errors] == [
        ("TOOL003", "AAA001 took too long on this text and was skipped.")
    ]
    assert {d.code for d in result.diagnostics} == {"BBB001"}


def test_a_suppression_of_a_rule_that_failed_is_not_called_unused() -> None:
    text = "<!-- reslint-disable-file AAA001: why -->\n\n" + DRAFT
    assert run(rule("AAA001", check="text.no-such-kind"), text=text).diagnostics == []


def test_suppression_comments_in_a_draft() -> None:
    comment = "<!-- reslint-disable-next-line AAA001: a quotation -->\n"
    text = DRAFT.replace("*Noting*", comment + "*Noting*")
    places = [d.start for d in run(rule("AAA001"), text=text).diagnostics]
    assert places == [occurrences("orchards", text)[i] for i in (0, 3)]


def test_suppression_comments_in_plain_text() -> None:
    comment = "<!-- reslint-disable AAA001 -->\n\n"
    text = DRAFT.replace("*", "").replace("Noting", comment + "Noting")
    result = run(rule("AAA001"), text=text, text_format="plain")
    assert [d.start for d in result.diagnostics] == occurrences("orchards", text)[:1]


def test_own_codes_obey_the_settings() -> None:
    text = "<!-- reslint-disable AAA001 -->\n\n" + DRAFT
    rules = (rule("AAA001", "no such words"),)
    assert [d.code for d in run(*rules, text=text).diagnostics] == ["TOOL001"]
    assert run(*rules, text=text, ignore=frozenset({"TOOL"})).diagnostics == []
    assert run(*rules, text=text, severities={"TOOL001": "off"}).diagnostics == []
    (found,) = run(*rules, text=text, severities={"TOOL001": "hint"}).diagnostics
    assert found.severity == "hint"


def test_plain_text_says_once_that_emphasis_cannot_be_checked() -> None:
    rules = [
        rule("LEAD002", check="leading-phrase.emphasis"),
        rule("LEAD004", check="leading-phrase.short"),
        rule("AAA001", "no such words"),
    ]
    text = DRAFT.replace("*", "")
    found = run(*rules, text=text, text_format="plain").diagnostics
    own = [d for d in found if d.code == "TOOL007"]
    assert [(d.start, d.end, d.severity) for d in own] == [(0, 0, "info")]
    assert "LEAD002, LEAD004" in own[0].message
    assert run(rules[2], text=text, text_format="plain").diagnostics == []


@pytest.mark.parametrize("text", ["", "\n", "# Read me\n\nThis is a program.\n"])
def test_a_text_that_is_no_resolution_has_no_diagnostics(text: str) -> None:
    result = run(rule("AAA001", "program"), text=text)
    assert not result.draft.is_resolution
    assert (result.diagnostics, result.errors) == ([], [])


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_do_not_matter(end: str) -> None:
    source = Source(DRAFT.replace("\n", end))
    result = Linter(rulebook_for=lambda language: Rulebook([rule("AAA001")])).lint(source)
    expected = run(rule("AAA001"))
    assert [source.position(d.start) for d in result.diagnostics] == [
        Source(DRAFT).position(d.start) for d in expected.diagnostics
    ]


@given(st.randoms(use_true_random=False), st.integers(0, 30))
def test_mutilated_drafts_give_diagnostics_inside_the_text(
    chance: random.Random, times: int
) -> None:
    text = DRAFT
    for _ in range(times):
        place = chance.randrange(len(text) + 1)
        piece = chance.choice(["*", "\n", "\n\n", "1. ", "[^1]", "<!--", "-->", "\t", "\r", ""])
        text = text[:place] + piece + text[place + chance.randrange(4) :]
    result = run(rule("AAA001"), rule("BBB001", "[a-z]+ing"), text=text)
    assert result.errors == []
    assert all(0 <= d.start <= d.end <= len(text) for d in result.diagnostics)


def test_options_and_diagnostics_can_be_pickled() -> None:
    options = Settings(select=frozenset({"AAA"}), severities={"AAA001": "hint"}, organ="SC")
    again = pickle.loads(pickle.dumps(options))
    assert (again.select, again.severities, again.organ) == ({"AAA"}, {"AAA001": "hint"}, "SC")
    result = run(rule("AAA001", "orchards", "gardens"))
    copies = pickle.loads(pickle.dumps(result.diagnostics))
    assert [d.key() for d in copies] == [d.key() for d in result.diagnostics]
    assert copies[0].fix.edits == result.diagnostics[0].fix.edits  # type: ignore[union-attr]


def test_a_linter_for_all_rules_keeps_the_rulebook_and_the_other_settings() -> None:
    rules = [rule("AAA001"), rule("BBB001")]
    linter = Linter(Settings(select=frozenset({"AAA"}), organ="SC"), lambda _: Rulebook(rules))
    every = linter.with_all_rules()
    found = [{one.code for one in each.lint(Source(DRAFT)).diagnostics} for each in (linter, every)]
    assert found == [{"AAA001", "TOOL013"}, {"AAA001", "BBB001", "TOOL013"}]
    assert (every.settings.select, every.settings.organ) == (None, "SC")
    assert every.with_all_rules() is every


def test_errors_of_rule_files_are_those_of_the_setup() -> None:
    problem = Problem("RULE", "a broken rule", "house.yaml")
    result = Linter(rulebook_for=lambda _: Rulebook([], [problem])).lint(Source(DRAFT))
    assert (result.errors, result.setup_errors) == ([], [problem])


@pytest.mark.parametrize(
    ("path", "text_format", "emphasis_known"),
    [
        ("a.md", None, True),
        ("a.txt", None, False),
        ("a.txt", "markdown", True),
        ("a", "plain", False),
    ],
)
def test_the_format_is_the_one_given_or_that_of_the_name(
    path: str, text_format: str | None, emphasis_known: bool
) -> None:
    text = DRAFT.replace("*", "")
    draft = Linter(Settings(text_format=text_format)).lint(Source(text, path)).draft
    assert draft.emphasis_known == emphasis_known


@pytest.mark.parametrize(
    "text",
    [
        DRAFT.replace("*", "''"),
        DRAFT.replace("*", "'''"),
        DRAFT.replace("*The", "[b]The").replace(",*", ",[/b]").replace("*,", "[/b],"),
    ],
    ids=["wiki", "bold in a wiki", "forum"],
)
def test_marks_of_wikis_and_forums_are_no_emphasis_to_be_checked(text: str) -> None:
    rules = [rule("LEAD002", check="leading-phrase.emphasis"), rule("AAA001", "no such words")]
    result = run(*rules, text=text)
    assert result.draft.is_resolution
    assert [(d.code, d.start, d.end) for d in result.diagnostics] == [("TOOL007", 0, 0)]
    assert "forums or wikis" in result.diagnostics[0].message
    # One such text may be a quotation.
    once = DRAFT + "\n''Words'' like these.\n"
    assert run(*rules, text=once).draft.emphasis_known
