"""Numbered headings above operative paragraphs in letters: no misreading, no fix that harms."""

from __future__ import annotations

import pytest

from reslint.linting.linter import Linter
from reslint.text.source import Source
from tests.checks.marked_drafts import ENDINGS, FIRST, ORGAN_LINES, PREAMBLES

HEADINGS = {
    "en": ("General", "Financing"),
    "fr": ("Généralités", "Financement"),
    "es": ("Generalidades", "Financiación"),
    "ru": ("Общие положения", "Финансирование"),
    "ar": ("أحكام عامة", "التمويل"),
    "zh": ("总则", "筹资"),
}
LETTERS = {"ar": ("(أ)", "(ب)"), "fr": ("a)", "b)"), "es": ("a)", "b)"), "ru": ("a)", "b)")}
SHAPES = ("{}. {}", "{}. **{}**", "## {}. {}", "{}. {}:")


def draft(language: str, shape: str, *, last: str = "") -> str:
    one, two = HEADINGS[language]
    a, b = LETTERS.get(language, ("(a)", "(b)"))
    first = FIRST[language]
    return "\n\n".join([
        ORGAN_LINES[language], PREAMBLES[language],
        shape.format(1, one), f"{a} {first}", f"{b} {first}",
        shape.format(2, two), f"{a} {first}", f"{b} {last or ENDINGS[language]}\n",
    ])  # fmt: skip


def found(text: str) -> list[tuple[str, int]]:
    source = Source(text)
    diagnostics = Linter().lint(source).diagnostics
    codes = ("LEAD", "FORM", "NUM")
    # A house style of Arabic numbers is no matter of headings.
    return [
        (one.code, source.position(one.start)[0]) for one in diagnostics
        if one.code.startswith(codes) and one.code != "NUM010"
    ]  # fmt: skip


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("language", HEADINGS)
def test_letters_below_a_numbered_heading_are_paragraphs(language: str, shape: str) -> None:
    assert found(draft(language, shape)) == []


@pytest.mark.parametrize("language", HEADINGS)
def test_the_number_of_an_only_heading_stays(language: str) -> None:
    one, _ = HEADINGS[language]
    a, b = LETTERS.get(language, ("(a)", "(b)"))
    text = "\n\n".join([
        ORGAN_LINES[language], PREAMBLES[language], f"1. {one}",
        f"{a} {FIRST[language]}", f"{b} {ENDINGS[language]}\n",
    ])  # fmt: skip
    assert found(text) == []


def test_emphasis_in_items_of_a_paragraph_is_reported() -> None:
    text = draft("en", "{}. *Requests* the Secretary-General to note that it {}:")
    assert ("LEAD012", 7) in found(text)


def test_an_unknown_opening_above_plain_items_is_reported() -> None:
    text = "\n\n".join([
        ORGAN_LINES["en"], PREAMBLES["en"], "1. Boats in villages", "(a) to paint;",
        "(b) to count;", f"2. {ENDINGS['en']}\n",
    ])  # fmt: skip
    assert ("LEAD001", 5) in found(text)
    assert ("FORM011", 5) in found(text)
