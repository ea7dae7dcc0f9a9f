"""Notes of the typewriter: `1/ A/44/616.` at the foot, and the mark `the report, 1/`."""

from __future__ import annotations

import pytest

import reslint
from reslint.draft.reader import read_draft
from reslint.draft.rereading.reuse import ParagraphCache
from reslint.text.source import Source

TEXTS = {
    "ar": (
        "إن *الجمعية العامة*،\n\n*إذ تشير* إلى قرارها 70/1 1/ وإلى التقرير، 2/\n\n"
        "1 - *تدعو* الدول إلى عد الجسور؛ 3/\n\n2 - *تقرر* الاجتماع.\n\n",
        "القرار 70/1، المرفق.",
    ),
    "en": (
        "*The General Assembly*,\n\n*Recalling* its resolution 70/1 1/ and the report, 2/\n\n"
        "1. *Urges* States to count bridges; 3/\n\n2. *Decides* to meet.\n\n",
        "Resolution 70/1, annex.",
    ),
    "es": (
        "*La Asamblea General*,\n\n*Recordando* su resolución 70/1 1/ y el informe, 2/\n\n"
        "1. *Insta* a los Estados a contar los puentes; 3/\n\n2. *Decide* reunirse.\n\n",
        "Resolución 70/1, anexo.",
    ),
    "fr": (
        "*L’Assemblée générale*,\n\n*Rappelant* sa résolution 70/1 1/ et le rapport, 2/\n\n"
        "1. *Prie* les États de compter les ponts ; 3/\n\n2. *Décide* de se réunir.\n\n",
        "Résolution 70/1, annexe.",
    ),
    "ru": (
        "*Генеральная Ассамблея*,\n\n*ссылаясь* на свою резолюцию 70/1 1/ и доклад, 2/\n\n"
        "1. *призывает* государства сосчитать мосты; 3/\n\n2. *постановляет* собраться.\n\n",
        "Резолюция 70/1, приложение.",
    ),
    "zh": (
        "**大会**，\n\n**回顾**其第70/1号决议 1/ 和报告， 2/\n\n"
        "1. **敦促**各国清点桥梁； 3/\n\n2. **决定**开会。\n\n",
        "第70/1号决议，附件。",
    ),
}


@pytest.mark.parametrize("apart", ["\n", "\n\n"])
@pytest.mark.parametrize("language", TEXTS)
def test_numbers_with_a_stroke_below_the_draft_are_notes(language: str, apart: str) -> None:
    text, resolution = TEXTS[language]
    notes = [resolution, "A/70/616.", "A/70/617."]
    text += apart.join(f"{number}/ {note}" for number, note in enumerate(notes, 1)) + "\n"
    draft = read_draft(Source(text))
    assert draft.language == language
    assert [(one.number, one.paragraph.text) for one in draft.notes] == [
        (str(number), note) for number, note in enumerate(notes, 1)
    ]
    assert len(draft.part("operative")) == 2
    found = reslint.check(text).diagnostics
    assert [one.code for one in found if one.code.startswith(("FORM", "NUM", "LEAD"))] == []


NOTHING_BUT_STROKES = (
    "The General Assembly,\n\nRecalling paragraph 1/ and 2/ of the plan,\n\n"
    "1/ Urges States to count bridges;\n\n2/ Decides to meet.\n"
)
NO_MARK_ABOVE = (
    "The General Assembly,\n\nRecalling 1/2 of the plan,\n\n"
    "1. Urges States to count bridges;\n\n1/ Decides to meet.\n"
)
ENDED_LIKE_PARAGRAPHS = (
    "The General Assembly,\n\nRecalling paragraph 2/ of the plan,\n\n"
    "1. Urges States to count bridges;\n\n2/ Requests a report;\n\n3/ Decides to meet.\n"
)


@pytest.mark.parametrize("text", [NOTHING_BUT_STROKES, NO_MARK_ABOVE, ENDED_LIKE_PARAGRAPHS])
def test_paragraphs_with_a_stroke_are_no_notes(text: str) -> None:
    draft = read_draft(Source(text))
    assert not draft.notes
    assert len(draft.part("operative")) == text.count("\n\n") - 1


def test_a_mark_that_is_typed_makes_a_note_of_the_text_below() -> None:
    text, resolution = TEXTS["en"]
    text += f"1/ {resolution}\n"
    cache = ParagraphCache()
    for edited in (text, text.replace("70/1 1/", "70/1 1"), text, text.replace("70/1 1/", "70/1")):
        kept = read_draft(Source(edited, "draft.md"), cache=cache)
        fresh = read_draft(Source(edited, "draft.md"))
        assert [(p.part, p.place, p.text) for p in kept.paragraphs] == [
            (p.part, p.place, p.text) for p in fresh.paragraphs
        ]
        assert len(kept.notes) == ("1/ and" in edited)


@pytest.mark.parametrize(
    ("marks", "notes"),
    [
        ((",1", ",2", "3,"), "1 A/80/1.\n2 A/80/2, which is\nlong.\n3 The plan.\n"),
        (("(1),", "(2),", "(3),"), "(1) A/80/1.\n(2) A/80/2, which is\nlong.\n(3) The plan.\n"),
    ],
)
def test_notes_on_lines_right_below_each_other_are_several(
    marks: tuple[str, str, str], notes: str
) -> None:
    first, second, third = marks
    text = (
        f"The General Assembly,\n\nRecalling the wells{first} the rain{second} and the plan{third}"
        f"\n\n1. Urges all to go;\n\n2. Requests a report.\n\n{notes}"
    )
    draft = read_draft(Source(text, "draft.txt"))
    assert [note.number for note in draft.notes] == ["1", "2", "3"]


def test_a_line_that_begins_with_the_next_number_is_no_note_of_its_own_below_a_sentence() -> None:
    text = (
        "The General Assembly,\n\nRecalling the wells,1\n\n1. Urges all to go;\n\n"
        "2. Requests a report.\n\n1 A/80/1, with parts 1 and\n2 of the plan.\n"
    )
    assert [note.number for note in read_draft(Source(text, "draft.txt")).notes] == ["1"]


@pytest.mark.parametrize("language", TEXTS)
def test_paragraphs_may_have_such_numbers_too(language: str) -> None:
    """A second `1/` without a verb is the note; the paragraphs stay what they are."""
    text, resolution = TEXTS[language]
    for number in "12":
        for label in (f"\n{number}. ", f"\n{number} - "):
            text = text.replace(label, f"\n{number}/ ")
    notes = f"1/ {resolution}\n\n2/ A/70/616.\n\n3/ A/70/617.\n"
    draft = read_draft(Source(text + notes, "draft.md"))
    assert [one.label and one.label.value for one in draft.part("operative")] == [1, 2]
    assert [one.number for one in draft.notes] == ["1", "2", "3"]


def test_a_second_number_with_a_verb_is_no_note() -> None:
    text = (
        "*The General Assembly*,\n\n*Noting* the report, 1/\n\n1/ *Urges* all;\n\n1/ *Asks* all.\n"
    )
    draft = read_draft(Source(text, "draft.md"))
    assert len(draft.part("operative")) == 2 and not draft.notes
