"""Notes at the foot of a page: on lines of one block, with marks behind years and characters."""

from __future__ import annotations

import pytest

import reslint
from reslint.draft.model import Draft
from reslint.draft.reader import read_draft
from reslint.text.source import Source


def read(text: str) -> Draft:
    return read_draft(Source(text, "draft.txt"))


PAGES = {
    "ar": (
        "إن الجمعية العامة،\n\nإذ تشير إلى ميثاق الجسور(1)،\n\nوإذ تلاحظ التقرير(2)،\n\n"
        "{0}\n\n1 - تدعو الدول إلى عد الجسور؛\n\n2 - تقرر الاجتماع.\n",
        ("(1) ميثاق الجسور، المادة 2.", "(2) A/79/218."),
    ),
    "en": (
        "The General Assembly,\n\nRecalling its resolution of 19 December 20191 on bridges,\n\n"
        "Noting the report2 on rivers,\n\n{0}\n\n1. Urges States to count bridges;\n\n"
        "2. Decides to meet.\n",
        ("1 Printed under its old number.", "2 A/79/218."),
    ),
    "fr": (
        "L’Assemblée générale,\n\nRappelant sa résolution du 19 décembre 20191 sur les ponts,\n\n"
        "Prenant note du rapport2 sur les rivières,\n\n{0}\n\n1. Prie les États de compter les "
        "ponts ;\n\n2. Décide de se réunir.\n",
        ("1 Publiée sous son ancien numéro.", "2 A/79/218."),
    ),
    "ru": (
        "Генеральная Ассамблея,\n\nссылаясь на резолюцию от 19 декабря 2019 года1 о мостах,\n\n"
        "отмечая доклад2 о реках,\n\n{0}\n\n1. призывает государства сосчитать мосты;\n\n"
        "2. постановляет собраться.\n",
        ("1 Опубликована под старым номером.", "2 A/79/218."),
    ),
    "zh": (
        "大会，\n\n回顾其关于桥梁的决议，1\n\n注意到关于河流的报告，2\n\n{0}\n\n"
        "1. 敦促各国清点桥梁；\n\n2. 决定开会。\n",
        ("1 以旧编号印发。", "2 A/79/218。"),
    ),
}


@pytest.mark.parametrize("apart", ["\n", "\n\n"])
@pytest.mark.parametrize("language", PAGES)
def test_each_line_with_the_next_number_is_a_note(language: str, apart: str) -> None:
    page, notes = PAGES[language]
    text = page.format(apart.join(notes))
    draft = read(text)
    assert [text[n.paragraph.start : n.paragraph.end] for n in draft.notes] == list(notes)
    assert [one.number for one in draft.notes] == ["1", "2"]
    assert len(draft.part("preamble")) == len(draft.part("operative")) == 2


def test_a_line_whose_number_marks_nothing_belongs_to_the_note() -> None:
    page, notes = PAGES["ru"]
    draft = read(page.format("\n".join([*notes, "3 тома и 2 карты."])))
    assert [one.paragraph.text for one in draft.notes][-1] == "A/79/218. 3 тома и 2 карты."


def test_a_mark_between_characters_counts_beside_another_note() -> None:
    text = (
        "大会，\n\n业已审议桥梁报告书21及同日之函件，22\n\n1. 敦促各国清点桥梁；\n\n"
        "2. 决定开会。\n\n{}第一年，特别补编。\n\n22 第二年，补编第五号。\n"
    )
    assert [one.number for one in read(text.format("21 ")).notes] == ["21", "22"]
    assert [one.number for one in read(text.format("31 ")).notes] == ["22"]
    alone = "大会，\n\n注意到共有21名代表出席会议，\n\n1. 决定开会；\n\n2. 敦促各国参加。\n\n"
    alone += "21 名代表参加。\n"
    assert not read(alone).notes


def test_a_number_behind_the_word_for_year_is_no_missing_word() -> None:
    page, notes = PAGES["ru"]
    text = page.format("\n".join(notes))
    found = reslint.check(text, path="draft.txt").diagnostics
    assert [one.code for one in found if one.code.startswith("CITE")] == []


STARS = {
    "en": (
        "The General Assembly",
        "Recalling its resolutions{},",
        "Noting the report{},",
    ),
    "fr": ("L’Assemblée générale", "Rappelant ses résolutions{},", "Prenant note du rapport{},"),
    "es": ("La Asamblea General", "Recordando sus resoluciones{},", "Observando el informe{},"),
    "ru": ("Генеральная Ассамблея", "ссылаясь на свои резолюции{},", "отмечая доклад{},"),
    "ar": ("إن الجمعية العامة", "إذ تشير إلى قراراتها{}،", "وإذ تلاحظ التقرير{}،"),
    "zh": ("大会", "回顾其各项决议{}，", "注意到报告{}，"),
}


@pytest.mark.parametrize("apart", ["\n", "\n\n"])
@pytest.mark.parametrize("language", STARS)
def test_stars_mark_notes(language: str, apart: str) -> None:
    line, first, second = STARS[language]
    comma = {"ar": "،", "zh": "，"}.get(language, ",")
    paragraphs = [line + comma, first.format("*"), second.format("**")]
    text = "\n\n".join([*paragraphs, apart.join(["* A/74/1.", "** A/79/218."])]) + "\n"
    draft = read(text)
    assert [(one.number, one.paragraph.text) for one in draft.notes] == [
        ("*", "A/74/1."),
        ("**", "A/79/218."),
    ]
    assert [one.text for one in draft.part("preamble")] == paragraphs[1:]


@pytest.mark.parametrize("items", ["* to mend bridges;\n* to count them.", "* to mend bridges."])
def test_stars_before_items_are_bullets(items: str) -> None:
    head = "The General Assembly,\n\nRecalling its plan{},\n\n1. Urges States:\n\n"
    assert not read(head.format("") + items + "\n").notes
    assert not read(head.format("*") + items + "\n").notes


def test_the_star_may_stand_on_the_line_of_the_organ() -> None:
    draft = read(
        "Генеральная Ассамблея,ссылаясь на Устав,вновь подтверждая свои резолюции о мостах*,\n"
        "1.Призывает государства чинить мосты; 2.Постановляет собраться.\n\n* Резолюция 34/68.\n"
    )
    assert [(one.number, one.paragraph.text) for one in draft.notes] == [("*", "Резолюция 34/68.")]


SPACED = {
    "en": ("The General Assembly,", "Recalling the report (1) and the map (2) of bridges,",
           "Noting the plan,", "1. Decides to meet."),
    "ru": ("Генеральная Ассамблея,", "рассмотрев доклад (1) и карту (2) мостов,",
           "отмечая план,", "1. постановляет собраться."),
    "ar": ("إن الجمعية العامة،", "إذ تشير إلى التقرير (1) والخريطة (2) المتعلقة بالجسور،",
           "وإذ تلاحظ الخطة،", "1 - تقرر الاجتماع."),
}  # fmt: skip


@pytest.mark.parametrize("language", SPACED)
@pytest.mark.parametrize("rule", ["", "_______________\n\n"])
def test_a_mark_in_brackets_may_stand_behind_a_space(language: str, rule: str) -> None:
    organ, first, second, operative = SPACED[language]
    draft = read(
        f"{organ}\n\n{first}\n\n{rule}(1) A/60/64.\n\n(2) E/2005/47.\n\n{second}\n\n{operative}\n"
    )
    assert [one.number for one in draft.notes] == ["1", "2"]
    assert [one.level for one in draft.part("preamble")] == [0, 0]


@pytest.mark.parametrize("language", SPACED)
def test_items_below_a_colon_are_no_notes(language: str) -> None:
    organ, first, _, operative = SPACED[language]
    draft = read(f"{organ}\n\n{first[:-1]}:\n\n(1) A/60/64.\n\n(2) E/2005/47.\n\n{operative}\n")
    assert draft.notes == []
