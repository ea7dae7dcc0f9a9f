"""Numbers that a PDF set apart from their paragraphs, on lines of their own above all of them."""

from __future__ import annotations

import pytest

from reslint.draft.certainty import CONTRADICTORY_NUMBERS
from reslint.draft.model import OPERATIVE, OUTSIDE
from reslint.draft.reader import read_draft
from reslint.linting.linter import Linter
from reslint.settings.settings import Settings
from reslint.text.source import Source
from tests.checks.marked_drafts import ORGAN_LINES as LINES

TEXTS = {
    "en": (
        "Recalling the bridges,",
        "Requests the mayor to count them;",
        "Decides to meet in May.",
    ),
    "fr": ("Rappelant les ponts,", "Prie le maire de les compter ;", "Décide de se réunir en mai."),
    "es": (
        "Recordando los puentes,",
        "Pide al alcalde que los cuente;",
        "Decide reunirse en mayo.",
    ),
    "ru": ("напоминая о мостах,", "просит мэра сосчитать их;", "постановляет собраться в мае."),
    "zh": ("回顾各座桥梁，", "请市长清点桥梁；", "决定五月开会。"),
    "ar": ("إذ تشير إلى الجسور،", "تطلب إلى العمدة أن يعدها؛", "تقرر أن تجتمع في أيار/مايو."),
}


@pytest.mark.parametrize("language", TEXTS)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_numbers_apart_are_no_paragraphs(language: str, gap: str) -> None:
    preamble, *operative = TEXTS[language]
    text = "\n\n".join([LINES[language], preamble, f"1.{gap}2.", *operative]) + "\n"
    draft = read_draft(Source(text))
    assert [one.text for one in draft.part(OPERATIVE)] == operative
    assert [one.text for one in draft.part(OUTSIDE)] == ["1.", "2."]
    assert CONTRADICTORY_NUMBERS in draft.doubts
    numbers = [
        one for one in Linter(Settings()).lint(Source(text)).diagnostics if one.code == "NUM009"
    ]
    assert [one.fix is None or one.fix.safety == "unsafe" for one in numbers] == [True]


def test_a_number_alone_above_its_paragraph_is_its_label() -> None:
    preamble, first, second = TEXTS["en"]
    text = "\n\n".join([LINES["en"], preamble, "1.", first, "2.", second]) + "\n"
    draft = read_draft(Source(text))
    assert [(one.label and one.label.text, one.text.strip()) for one in draft.part(OPERATIVE)] == [
        ("1.", first),
        ("2.", second),
    ]
