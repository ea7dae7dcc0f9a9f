"""Numbers of notes that stand right after a word, in the six languages."""

from __future__ import annotations

import pytest

from reslint.draft.reader import read_draft
from reslint.editor.glued_notes import as_notes, glued_notes
from reslint.text.source import Source

SIX = {
    "en": ("The General Assembly,\n\nNoting the report of the Secretary-General,{}\n\n", "1"),
    "fr": ("L’Assemblée générale,\n\nNotant le rapport du Secrétaire général{},\n\n", "1"),
    "es": ("La Asamblea General,\n\nObservando el informe del Secretario General{},\n\n", "1"),
    "ru": ("Генеральная Ассамблея,\n\nотмечая доклад Генерального секретаря{},\n\n", "1"),
    "ar": ("إن الجمعية العامة،\n\nإذ تلاحظ تقرير الأمين العام{}،\n\n", "(1)"),
    "zh": ("大会，\n\n注意到秘书长的报告，{}\n\n", "1"),
}
ENDS = {
    "en": "Decides to row.\n\n",
    "fr": "Décide de ramer.\n\n",
    "es": "Decide remar.\n\n",
    "ru": "постановляет грести.\n\n",
    "ar": "تقرر التجديف.\n\n",
    "zh": "决定划船。\n\n",
}


@pytest.mark.parametrize("language", SIX)
def test_the_number_becomes_a_marker_and_the_note_a_note(language: str) -> None:
    above, number = SIX[language]
    text = above.format(number) + ENDS[language] + f"{number} A/80/123.\n"
    draft = read_draft(Source(text, "draft.md"))
    for edit in reversed(as_notes(draft, glued_notes(draft))):
        text = text[: edit.start] + edit.text + text[edit.end :]
    assert text == above.format("[^1]") + ENDS[language] + "[^1]: A/80/123.\n"


def test_nothing_where_two_numbers_may_be_meant_or_notes_have_another_form() -> None:
    above = SIX["en"][0].format("1")
    twice = above + "Decides to row with the boats,1 and to sail.\n\n1 A/80/123.\n"
    assert glued_notes(read_draft(Source(twice, "draft.md"))) == []
    other = above.replace("Noting", "Noting the boats<sup>2</sup> and") + ENDS["en"]
    other += "1 A/80/123.\n\n<sup>2</sup> A/80/124.\n"
    assert glued_notes(read_draft(Source(other, "draft.md"))) == []
