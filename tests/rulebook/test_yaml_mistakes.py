"""Typical mistakes in a rule file: each message says what to write, and nothing ends as passed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.run import reslint

GOOD = """\
code: HOUSE001
name: not-utilize
check: text.substitution
languages: [en]
severity: warning
fix: safe
parameters:
  swaps:
    'utilize': 'use'
message: 'Write “{replacement}”.'
why: 'The house style asks for it.'
examples:
  - language: en
    in: preamble
    bad: '*Stressing* that libraries utilize books,'
    at: 'utilize'
    good: '*Stressing* that libraries use books,'
"""
WHY = "why: 'The house style asks for it.'"
SWAP = "    'utilize': 'use'"
BAD = "bad: '*Stressing* that libraries utilize books,'"
MISTAKES = {
    "tab": (SWAP, "\t'utilize': 'use'", ":9:1: broken YAML: the line is indented with a tab"),
    "no-break spaces": (
        SWAP,
        SWAP.replace(" ", "\u00a0"),
        "is indented with no-break spaces: type ordinary",
    ),
    "colon": (WHY, "why: The house: style asks", "put a text that holds a colon between '…'"),
    "apostrophe": (WHY, "why: 'The house's style'", "apostrophe inside '…' twice: '' (line 11)"),
    "open quotation": (BAD, BAD[:-1], "the text that begins in line 15 has no ' at its end"),
    "star": (BAD, BAD.replace("'", ""), ":15:20: broken YAML: put a text that begins with * betw"),
    "brace": ("'Write “{replacement}”.'", "{replacement} only", "text that begins with { between"),
    "at sign": (WHY, "why: @house", "put a text that begins with @ between '…'"),
    "no space": ("severity: warning", "severity:warning", "space after the colon: severity: warn"),
    "dash": ("  - language", "  – language", "begin an item of a list with a hyphen and a space"),
    "block": (BAD, "bad: |\n    *Stressing* that,", "indent the lines after | further"),
    "backslash": (WHY, 'why: "the \\d house"', "a backslash between '…', not between \"…\""),
    "comment": ("'utilize': 'use'", "utilize: # use", "what follows a # is a comment"),
    "no value": ("'utilize': 'use'", "utilize:", "the words to be used instead, '' to delete"),
    "list of swaps": ("    'utilize': 'use'", "    - utilize", "lines such as utilize: use"),
    "swaps not indented": (SWAP, SWAP[2:], 'if it belongs to "swaps", indent it by two more'),
    "parameters not indented": ("  swaps:", "swaps:", 'if it belongs to "parameters", indent it'),
    "language": ("[en]", "[xx]", ':4:13: reslint knows no language "xx"; write one of ar, en,'),
    "language in full": ("[en]", "[Spanish]", 'not "Spanish"; write "es"'),
    "language by three letters": ("[en]", "[eng]", 'knows no language "eng"; write "en"'),
    "organ": ("fix:", "organs: [Security Council]\nfix:", '"Security Council"; write "SC"'),
    "long organ": ("fix:", "organs: [Economic and Social Council]\nfix:", 'write "ECOSOC"'),
    "kind": ("text.substitution", "replace", "those of house rules are text.capitalization, text"),
    "code of reslint": ("HOUSE001", "LEAD001", "belongs to a rule of reslint; choose another"),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_explained(name: str, tmp_path: Path) -> None:
    old, new, message = MISTAKES[name]
    assert old in GOOD
    (tmp_path / "rule.yaml").write_text(GOOD.replace(old, new, 1), encoding="utf-8")
    outcome = reslint(tmp_path, "test-rules", "rule.yaml")
    assert message in outcome.err
    assert outcome.code == 2
    assert "all passed" not in outcome.out
    assert "in the files: what they name was not tested" in outcome.out


def test_curly_marks_are_a_part_of_the_words(tmp_path: Path) -> None:
    text = GOOD.replace("'utilize': 'use'", "‘utilize’: ‘use’")
    (tmp_path / "rule.yaml").write_text(text, encoding="utf-8")
    outcome = reslint(tmp_path, "test-rules", "rule.yaml")
    assert "the rule looks for ‘utilize’ with these marks; write 'utilize'" in outcome.out
    assert outcome.code == 1


def test_the_good_file_passes(tmp_path: Path) -> None:
    (tmp_path / "rule.yaml").write_text(GOOD, encoding="utf-8")
    assert reslint(tmp_path, "test-rules", "rule.yaml").out == "1 rule, 1 example: all passed\n"


def test_one_broken_file_of_two(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(GOOD, encoding="utf-8")
    (tmp_path / "b.yaml").write_text("rules: none\n", encoding="utf-8")
    outcome = reslint(tmp_path, "test-rules", ".")
    assert (
        outcome.out == "1 rule, 1 example: 1 problem in the files: what they name was not tested\n"
    )


def test_a_folder_without_rules(tmp_path: Path) -> None:
    outcome = reslint(tmp_path, "test-rules", ".")
    assert (outcome.code, "holds no rule file" in outcome.err) == (2, True)
