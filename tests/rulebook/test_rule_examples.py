"""Every example of every shipped rule, and the machinery that runs them."""

from __future__ import annotations

from pathlib import Path

import pytest

from reslint.authoring import runner
from reslint.authoring.runner import framed
from reslint.checks.kinds import Rule
from reslint.cli.main import main
from reslint.rulebook.book import house, load_rulebook, standard, standard_in_full

RULES = [rule for rule in standard_in_full() if not rule.compares]
EXAMPLES = [(rule, index) for rule in RULES for index in range(len(rule.examples))]


@pytest.mark.parametrize(
    ("rule", "index"), EXAMPLES, ids=[f"{rule.code}-{index + 1}" for rule, index in EXAMPLES]
)
def test_shipped_example(rule: Rule, index: int) -> None:
    result = runner.run_example(rule, index, standard)
    assert not result.failures, f"{result.path}:{result.line}: " + "; ".join(result.failures)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_each_shipped_rule_has_examples_of_both_kinds(rule: Rule) -> None:
    keys = {key for example in rule.examples for key in ("bad", "good") if key in example}
    assert keys == {"bad", "good"}


HOUSE = """\
code: HOUSE001
name: no-in-order-to
check: text.pattern
severity: warning
fix: safe
fix_title: {en: 'Write "to"', fr: 'Écrire « to »'}
languages: [en]
parameters: {pattern: '\\bin order to\\b', replacement: to}
message: {en: 'Write "to" for "{match}".', fr: 'Écrire « to » pour « {match} ».'}
why: Short words are clearer.
examples:
"""
GOOD_EXAMPLE = """\
  - language: en
    in: preamble
    bad: '*Stressing* the need to act in order to help,'
    at: in order to
    good: '*Stressing* the need to act to help,'
"""


def results(tmp_path: Path, examples: str) -> list[runner.ExampleResult]:
    path = tmp_path / "house.yaml"
    path.write_text(HOUSE + examples, encoding="utf-8")
    book = house([str(path)])
    assert book.problems == []
    return runner.run_all(book, lambda language: load_rulebook(language, [str(path)]))


@pytest.mark.parametrize(
    "example",
    [
        GOOD_EXAMPLE,
        """\
  - language: en
    in: operative
    bad: |
      1. *Invites* States to act in order to help, in order to move on;

      2. *Requests* States to act in order to help.
    at: [in order to, in order to, in order to]
    good: |
      1. *Invites* States to act to help, to move on;

      2. *Requests* States to act to help.
""",
        """\
  - language: en
    in: notes
    bad: |
      [^1]: See the report in order to know.

      [^2]: See the catalogue.
    at: in order to
    good: |
      [^1]: See the report to know.

      [^2]: See the catalogue.
""",
        """\
  - language: en
    bad: |
      *The General Assembly*,

      *Stressing* the need to act in order to help,

      1. *Invites* States to help.
    line: 3
    good: |
      *The General Assembly*,

      *Stressing* the need to act to help,

      1. *Invites* States to help.
""",
    ],
)
def test_examples_that_hold(tmp_path: Path, example: str) -> None:
    (result,) = results(tmp_path, example)
    assert result.failures == ()
    assert (result.number, result.line, result.column) == (1, 12, 5)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("at: in order to", "at: to act", 'is not reported at "to act" (character 22)'),
        ("at: in order to", "at: to act", "which is not in at"),
        ("act to help", "act so as to help", "the fix gives"),
        ("act to help", "act in order to help", "the good text is reported at"),
    ],
)
def test_examples_that_fail(tmp_path: Path, old: str, new: str, said: str) -> None:
    (result,) = results(tmp_path, GOOD_EXAMPLE.replace(old, new))
    assert said in " | ".join(result.failures)


def test_a_language_without_vocabulary_fails_plainly(tmp_path: Path) -> None:
    rule = Rule(
        code="A001", name="a", check="text.pattern", languages=None, organs=None, fix="none",
        severity="hint", profile="standard", parameters={}, messages={"": {"en": ""}}, why={},
        fix_title={}, source={},
        examples=({"language": "xx", "in": "preamble", "good": "a"},),
    )  # fmt: skip
    first, second = runner.run_rule(rule, standard)
    assert "there is no vocabulary for xx" in first.failures[0]
    assert second.failures == ('no example has "bad"',)


def test_frames_hold_the_fragment() -> None:
    for language in ("en", "fr"):
        for where in ("preamble", "operative", "notes", "whole"):
            frame = framed(
                {"language": language, "in": where, "bad": "[^1]: A.\n\n[^2]: B.\n"}, "bad"
            )
            assert frame.fragment == "[^1]: A.\n\n[^2]: B."
            assert frame.spans(["B"])[0][0] == frame.text.index("B.")
            assert frame.line_of(frame.text.index("B.")) == 3
            assert frame.text.endswith("\n")
            assert frame.before.count("[^2]") == (where == "notes")


def test_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "house.yaml"
    path.write_text(HOUSE + GOOD_EXAMPLE, encoding="utf-8")
    assert main(["test-rules", str(path)]) == 0
    assert capsys.readouterr().out == "1 rule, 1 example: all passed\n"
    path.write_text(HOUSE + GOOD_EXAMPLE.replace("at: in order to", "at: help"), encoding="utf-8")
    assert main(["test-rules", str(path)]) == 1
    assert f"{path}:12:5: HOUSE001, example 1: the bad text" in capsys.readouterr().out
    path.write_text(HOUSE + GOOD_EXAMPLE.replace("at:", "att:"), encoding="utf-8")
    assert main(["test-rules", str(path)]) == 2
    assert f"{path}:15:5: unknown key" in capsys.readouterr().err


def test_rules_and_explain(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "house.yaml"
    path.write_text(HOUSE + GOOD_EXAMPLE, encoding="utf-8")
    assert main(["rules", "--rules", str(path)]) == 0
    assert "HOUSE001  warning" in capsys.readouterr().out
    assert main(["explain", "house001", "--rules", str(path), "--message-language", "fr"]) == 0
    said = capsys.readouterr().out
    assert "Écrire « to » pour « <match> »." in said
    assert "*Stressing* the need to act to help," in said
    assert main(["explain", "HOUSE01", "--rules", str(path)]) == 2
    assert "did you mean HOUSE001?" in capsys.readouterr().err


def test_a_pattern_that_never_ends_is_skipped_and_said(tmp_path: Path) -> None:
    text = HOUSE.replace("'\\bin order to\\b'", "'(a|a)+$'") + GOOD_EXAMPLE.replace(
        "order", "aaa" * 20 + "b"
    )
    path = tmp_path / "house.yaml"
    path.write_text(text.replace("at: in " + "aaa" * 20 + "b to", "at: aaa"), encoding="utf-8")
    book = house([str(path)])
    assert book.problems == []
    (result,) = runner.run_all(book, lambda language: book)
    assert any("took too long" in failure for failure in result.failures)
