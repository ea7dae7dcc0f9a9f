"""Marks in a row at the end of a paragraph: one finding, and a fix that leaves the right mark."""

from __future__ import annotations

import pytest

from reslint.fixes.rounds import fix_in_rounds
from reslint.linting.linter import Linter
from reslint.text.source import Source
from tests.checks.marked_drafts import ORGAN_LINES, PREAMBLES

OPERATIVES = {
    "en": "1. *Calls upon* all villages to paint the boats{};\n\n"
    "2. *Decides* to count the bridges.",
    "fr": "1. *Demande* aux villages de peindre les barques{}\u00a0;\n\n"
    "2. *Décide* de compter les ponts.",
    "es": "1. *Exhorta* a las aldeas a que pinten las barcas{};\n\n2. *Decide* contar los puentes.",
    "ru": "1. *призывает* деревни покрасить лодки{};\n\n2. *постановляет* сосчитать мосты.",
    "ar": "1 - ***تهيب*** بالقرى أن تطلي القوارب{}؛\n\n2 - ***تقرر*** عد الجسور.",
    "zh": "1. **促请**各村粉刷船只{}；\n\n2. **决定**清点桥梁。",
}
RIGHT = {"en": ";", "fr": "\u00a0;", "es": ";", "ru": ";", "ar": "؛", "zh": "；"}
COMMA = {"ar": "،", "zh": "，"}
Found = list[tuple[str, str, str]]


def in_preamble(language: str, marks: str) -> str:
    line = PREAMBLES[language][:-1] + marks
    return f"{ORGAN_LINES[language]}\n\n{line}\n\n{OPERATIVES[language].format('')}\n"


def in_operative(language: str, marks: str) -> str:
    operative = OPERATIVES[language].format("").replace(RIGHT[language], marks)
    return f"{ORGAN_LINES[language]}\n\n{PREAMBLES[language]}\n\n{operative}\n"


def found(text: str) -> Found:
    """The findings in a text: code, reported text, safety of the fix."""
    return [
        (each.code, text[each.start : each.end], each.fix.safety if each.fix else "none")
        for each in Linter().lint(Source(text)).diagnostics
    ]


def fixed(text: str, *, unsafe: bool = False) -> str:
    linter = Linter()
    return fix_in_rounds(linter.lint(Source(text)), linter, unsafe=unsafe).text


@pytest.mark.parametrize("language", ORGAN_LINES)
@pytest.mark.parametrize(
    "marks", [".;", "..", ",,", ";;", ":;", ",.", ". ;", ", .", "；。", "،؛", ",.;", ".\u200f;"]
)
def test_two_marks_are_one_finding_and_one_mark_is_left(language: str, marks: str) -> None:
    text = in_preamble(language, marks)
    codes = [code for code, _, _ in found(text) if code not in ("TYPO010", "TYPO012")]
    assert codes == ["TYPO007"]
    assert fixed(text) == in_preamble(language, COMMA.get(language, ","))


@pytest.mark.parametrize("language", ORGAN_LINES)
@pytest.mark.parametrize("marks", [".;", "..", ",.", ";;", "、；", "؛؛"])
def test_the_mark_left_is_that_of_the_place(language: str, marks: str) -> None:
    text = in_operative(language, marks)
    assert [each for each in found(text) if each[0] != "TYPO010"] == [("TYPO007", marks, "safe")]
    assert fixed(text).replace(" ", "").replace("\u00a0", "") == in_operative(
        language, RIGHT[language]
    ).replace(" ", "").replace("\u00a0", "")


@pytest.mark.parametrize(
    ("language", "marks", "right"),
    [
        ("en", ",[^1].", ",[^1]"),
        ("fr", ",[^1].", "[^1],"),
        ("es", ".[^1],", "[^1],"),
        ("ru", ";[^1].", "[^1],"),
        ("ar", "،[^1].", "[^1]،"),
        ("zh", "，[^1]。", "，[^1]"),
    ],
)
def test_a_note_marker_between_two_marks_stays_on_its_side(
    language: str, marks: str, right: str
) -> None:
    note = "\n[^1]: A/79/1" + ("。" if language == "zh" else ".") + "\n"
    text = in_preamble(language, marks) + note
    assert [each for each in found(text) if each[0][:4] in ("FORM", "TYPO", "NOTE")] == [
        ("TYPO007", marks, "safe")
    ]
    assert fixed(text) == in_preamble(language, right) + note


@pytest.mark.parametrize(
    ("language", "end"),
    [
        ("en", " and the like, etc.;"),
        ("en", " of the U.N.;"),
        ("en", " (see the maps.);"),
        ("en", " (with maps, etc.);"),
        ("es", ", etc.;"),
        ("fr", ", etc.\u00a0;"),
        ("ru", " и т.д.;"),
        ("ru", " 2030 г.;"),
    ],
)
def test_a_mark_after_an_abbreviation_is_right(language: str, end: str) -> None:
    assert found(in_operative(language, end)) == []


def test_the_stop_of_an_abbreviation_stays() -> None:
    assert found(in_operative("en", ", etc..")) == [("TYPO007", "..", "safe")]
    assert fixed(in_operative("en", ", etc..")) == in_operative("en", ", etc.;")
    assert found(in_operative("en", ", etc.")) == [("FORM004", ".", "unsafe")]
    assert fixed(in_operative("en", ", etc."), unsafe=True) == in_operative("en", ", etc.;")


@pytest.mark.parametrize("end", [",”.", ";).", " govt.;", " Zw.,", "...", "*;*.", " –"])
def test_what_may_be_meant_is_not_changed_unasked(end: str) -> None:
    text = in_operative("en", end)
    assert len(found(text)) >= 1
    assert end in fixed(text)


@pytest.mark.parametrize("end", ["; [agreed]", "; (new)", ". [two delegations: delete]"])
def test_no_mark_is_added_behind_a_bracket_that_follows_one(end: str) -> None:
    assert fixed(in_operative("en", end)) == in_operative("en", end)
    assert fixed(in_preamble("en", end)) == in_preamble("en", end)


EMPHASIZED_TAGS = {
    "en": "**AGREED ad referendum**",
    "fr": "**CONVENU**",
    "es": "*ACORDADO*",
    "ru": "**СОГЛАСОВАНО**",
    "ar": "**متفق عليه**",
    "zh": "**已商定**",
}


@pytest.mark.parametrize(("language", "tag"), EMPHASIZED_TAGS.items())
def test_no_mark_is_added_behind_emphasized_words_that_follow_one(language: str, tag: str) -> None:
    operative = in_operative(language, f"{RIGHT[language]} {tag}").rstrip() + f" {tag}\n"
    preamble = in_preamble(language, f"{COMMA.get(language, ',')} {tag}")
    assert found(operative) == []
    assert found(preamble) == []


def test_an_emphasized_title_after_a_comma_is_no_tag() -> None:
    assert found(in_preamble("en", ", *Boats of the World*")) == [("FORM003", "World", "safe")]
    assert found(in_operative("en", ", *BOATS*")) == [("FORM004", "BOATS", "safe")]


STATUS = {
    "en": [
        "AGREED",
        "agreed ad ref.",
        "**provisionally agreed**",
        "ad referendum",
        "<u>agreed</u>",
    ],
    "fr": ["CONVENU", "accepté ad ref.", "**en suspens**", "AGREED"],
    "es": ["ACORDADO", "acordado ad referéndum", "**pendiente**", "AGREED"],
    "ru": ["СОГЛАСОВАНО", "предварительно согласовано", "**согласовано**", "AGREED"],
    "ar": ["متفق عليه", "تم الاتفاق عليها", "**قيد المناقشة**", "AGREED"],
    "zh": ["已商定", "**待定**", "AGREED"],
}


@pytest.mark.parametrize(
    ("language", "words"), [(language, one) for language, all_ in STATUS.items() for one in all_]
)
def test_no_mark_is_added_behind_words_on_the_negotiation(language: str, words: str) -> None:
    gap = "" if language == "zh" else " "
    operative = in_operative(language, f"{RIGHT[language]}{gap}{words}")
    preamble = in_preamble(language, f"{COMMA.get(language, ',')}{gap}{words}")
    assert fixed(operative, unsafe=True) == operative
    assert fixed(preamble, unsafe=True) == preamble


def test_words_on_the_negotiation_are_no_second_sentence() -> None:
    text = in_operative("en", ";").rstrip() + " Agreed\n"
    assert text.endswith(". Agreed\n")
    assert found(text) == []


def test_words_on_the_negotiation_within_a_sentence_are_text() -> None:
    text = in_preamble("en", " as was agreed")
    assert found(text) == [("FORM003", "agreed", "safe")]


def test_a_mark_within_a_bracket_stays_there() -> None:
    assert found(in_operative("en", " (see the maps.)")) == [("FORM004", ".", "unsafe")]
    right = in_operative("en", " (see the maps.);")
    assert fixed(in_operative("en", " (see the maps.)"), unsafe=True) == right


def test_the_notes_keep_one_mark() -> None:
    text = in_preamble("en", ",[^1]") + "\n[^1]: A/79/1.;\n"
    assert found(text) == [("TYPO007", ".;", "safe")]
    assert fixed(text) == in_preamble("en", ",[^1]") + "\n[^1]: A/79/1.\n"


def test_a_heading_loses_all_marks_at_once() -> None:
    text = in_operative("en", ";").replace("1. *Calls", "## Boats:.\n\n1. *Calls")
    assert found(text) == [("FORM009", ":.", "safe")]
    assert "## Boats\n" in fixed(text)


@pytest.mark.parametrize("language", ORGAN_LINES)
def test_in_a_draft_in_doubt_the_fix_is_unsafe(language: str) -> None:
    text = in_operative(language, ".;")
    preambular = text.split("\n\n")[1]
    doubtful = f"{preambular}\n\n{text}"  # a paragraph before the organ line
    assert ("TYPO007", ".;", "unsafe") in found(doubtful)
    assert ("TYPO007", ".;", "safe") in found(text)
