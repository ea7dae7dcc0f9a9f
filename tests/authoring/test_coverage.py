"""What the examples of rules leave untried: rules, languages, words."""

from __future__ import annotations

from pathlib import Path

import pytest

from reslint.authoring.coverage import PHRASES, Coverage, coverage_of
from reslint.language.loading import languages
from reslint.rulebook.book import house, load_rulebook

RULE = """\
code: HOUSE001
name: no-orchards
check: text.pattern
severity: warning
parameters: {pattern: orchards}
message: {en: No., fr: Non.}
why: We grow no fruit.
examples:
  - language: en
    in: preamble
    bad: '*Recalling* the orchards,'
    at: orchards
  - language: fr
    in: preamble
    good: '*Rappelant* les jardins,'
"""


def coverage(tmp_path: Path, text: str, *, words: bool = False) -> Coverage:
    path = tmp_path / "rule.yaml"
    path.write_text(text, encoding="utf-8")
    book = house([str(path)])
    assert book.problems == []
    return coverage_of(book, lambda language: load_rulebook(language, [str(path)]), words=words)


@pytest.mark.parametrize(
    ("spoken", "untried"),
    [
        ("languages: [fr, en]\n", ["fr"]),
        ("languages: [en, fr]\n", ["fr"]),
        ("languages: [zh, fr, en]\n", ["fr", "zh"]),
        # A rule for all languages is tried in all of them.
        ("", [code for code in sorted(languages()) if code != "en"]),
    ],
)
def test_languages_without_an_example_that_is_reported(
    tmp_path: Path, spoken: str, untried: list[str]
) -> None:
    found = coverage(tmp_path, spoken + RULE)
    assert found.silent == []
    assert found.untried == ({"HOUSE001": untried} if untried else {})
    assert found.unused == []


def test_a_rule_that_no_example_fires_is_silent_in_every_language(tmp_path: Path) -> None:
    text = RULE.replace("the orchards", "the gardens").replace("at: orchards", "at: gardens")
    found = coverage(tmp_path, "languages: [en, fr]\n" + text)
    assert (found.silent, found.untried) == (["HOUSE001"], {})


def test_words_of_the_languages_that_examples_are_in(tmp_path: Path) -> None:
    found = coverage(tmp_path, "languages: [en, fr]\n" + RULE, words=True)
    assert {one.language for one in found.unused} == {"en", "fr"}
    phrases = {one.language: one for one in found.unused if one.part == PHRASES}
    assert "Recalling" not in phrases["en"].words
    assert "Apportions" in phrases["en"].words
    assert "Rappelant" not in phrases["fr"].words
    for one in found.unused:
        assert 0 < len(one.words) <= one.total
