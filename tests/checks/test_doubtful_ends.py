"""No mark is written safely where a paragraph may go on, or may be another one."""

from __future__ import annotations

import pytest

from reslint.draft.reader import read_draft
from reslint.fixes.rounds import fix_in_rounds
from reslint.linting.linter import Linter
from reslint.text.source import Source
from tests.checks.marked_drafts import ENDINGS, ORGAN_LINES, PREAMBLES


def fixed(text: str) -> str:
    linter = Linter()
    return fix_in_rounds(linter.lint(Source(text)), linter, unsafe=False).text


DECIDES_TWICE = (
    f"{ORGAN_LINES['en']}\n\n{PREAMBLES['en']}\n\n1. *Decides* to paint;\n\n2. *Decides* to dig"
)
LAST_WORDS = {
    "en": " and of the",
    "fr": " et de la",
    "es": " y de la",
    "ru": " и в",
    "ar": " التي",
    "zh": "的",
}


@pytest.mark.parametrize("language", LAST_WORDS)
def test_a_paragraph_that_breaks_off_gets_no_mark(language: str) -> None:
    line = PREAMBLES[language][:-1] + LAST_WORDS[language]
    text = f"{ORGAN_LINES[language]}\n\n{line}\n\n{ENDINGS[language]}\n"
    assert fixed(text) == text


@pytest.mark.parametrize("bracket", "([（［")
def test_a_paragraph_with_an_open_bracket_gets_no_mark(bracket: str) -> None:
    line = f"{PREAMBLES['en'][:-1]} {bracket}and each town"
    text = f"{ORGAN_LINES['en']}\n\n{line}\n\n{ENDINGS['en']}\n"
    assert fixed(text) == text


@pytest.mark.parametrize("language", ORGAN_LINES)
def test_a_preamble_alone_may_hold_the_operative_part(language: str) -> None:
    stop = "。" if language == "zh" else "."
    line = f"{PREAMBLES[language][:-1]}{stop}\n"
    assert fixed(f"{ORGAN_LINES[language]}\n\n{line}").endswith(f"\n\n{line}")


@pytest.mark.parametrize("end", [";", ","])
def test_the_last_paragraph_keeps_a_mark_that_announces_text_which_was_not_read(end: str) -> None:
    text = f"{DECIDES_TWICE}{end}\n"
    assert fixed(text) == f"{DECIDES_TWICE}.\n"
    followed = f"{text}\n### Keep on painting them\n"
    assert fixed(followed) == followed


@pytest.mark.parametrize("end", ["; and", ", and"])
def test_no_safe_fix_takes_the_word_that_announces_another_paragraph(end: str) -> None:
    text = f"{DECIDES_TWICE}{end}\n"
    assert fixed(text) == text
    (found,) = (one for one in Linter().lint(Source(text)).diagnostics if one.code == "FORM004")
    assert found.fix is not None
    assert found.fix.safety == "unsafe"
    assert text[: found.fix.edits[0].start] + "." == f"{DECIDES_TWICE}."


@pytest.mark.parametrize("indent", ["", "  ", "    "])
@pytest.mark.parametrize("end", ["", ",", ";", "."])
def test_a_number_after_an_item_is_no_mark_of_the_item(indent: str, end: str) -> None:
    text = (
        "*The Security Council*,\n\n*Recalling* its visit,\n\n1. *Decides* that the Panel shall:\n"
        f"{indent}a. report,\n{indent}b. meet in Geneva{end}\n2. *Decides* to remain seized.\n"
    )
    draft = read_draft(Source(text))
    tops = [one for one in draft.resolutions[0].operative if one.parent is None]
    if end in (";", "."):
        assert [one.label.value for one in tops if one.label is not None] == [1, 2]
    assert "2. *Decides* to remain seized." in fixed(text)


def test_a_stop_of_an_abbreviation_glued_to_a_number_stays() -> None:
    text = (
        f"{ORGAN_LINES['ru']}\n\n*ссылаясь* на свой доклад от 15 марта 2006г.,\n\n{ENDINGS['ru']}\n"
    )
    assert fixed(text) == text


def test_a_draft_in_capitals_keeps_its_leading_phrases() -> None:
    text = (
        "The General Assembly,\n\nRECALLING THE CHARTER,\n\nNOTING WITH CONCERN THE FLOODS,\n\n"
        "1. CALLS UPON STATES TO HELP;\n\n2. DECIDES TO REMAIN SEIZED.\n"
    )
    found = Linter().lint(Source(text, "draft.txt"))
    assert "LEAD010" not in {one.code for one in found.diagnostics}
    mixed = text.replace("THE CHARTER", "the Charter").replace("THE FLOODS", "the floods")
    found = Linter().lint(Source(mixed, "draft.txt"))
    assert "LEAD010" in {one.code for one in found.diagnostics}


@pytest.mark.parametrize("language", ["en", "fr", "es", "ru", "ar"])
def test_words_of_a_page_behind_a_full_stop_get_no_mark(language: str) -> None:
    whole = f"{ORGAN_LINES[language]}\n\n{PREAMBLES[language]}\n\n{ENDINGS[language]}"
    assert whole.endswith(".")
    assert fixed(f"{whole} 2020\n") == f"{whole} 2020\n"
    assert fixed(f"{whole[:-1]}\n") == f"{whole}\n"


def test_a_word_of_another_column_gets_no_comma() -> None:
    text = (
        "The General Assembly,\n\nRecalling the mills,\n\nReport\n\nNoting the rain\n\n"
        "Aware of the cost,\n\n1. Urges care;\n\n2. Decides to meet.\n"
    )
    lines = fixed(text).splitlines()
    assert "Report" in lines
    assert "*Noting* the rain," in lines
