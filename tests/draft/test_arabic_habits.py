"""Arabic as drafters type it: labels turned round, tatweel for dashes, «نقرر», ordinals."""

from __future__ import annotations

import pytest

import reslint
from benchmarks.structure import counts_of
from reslint.blocks.labels import find_label
from reslint.draft.model import Draft
from reslint.draft.reader import read_draft
from reslint.text.source import Source

HEAD = "إن مجلس الجسور،\n\nإذ يشير إلى نظامه،\n\nوإذ يلاحظ حالة الجسور،\n\nيقرر:\n\n"


def read(text: str) -> Draft:
    return read_draft(Source(text, "draft.txt"))


@pytest.mark.parametrize("label", ["ـ{}", "({}", "-{}", "–{}", "{}ـ", "{}-"])
def test_labels_turned_round(label: str) -> None:
    one, two = label.format(1), label.format(2)
    draft = read(f"{HEAD}{one} إصلاح الجسور.\n\n{two} دعوة الخبراء.\n")
    assert counts_of(draft) == (2, 2, 0, 0)
    assert [p.text for p in draft.resolutions[0].operative] == ["إصلاح الجسور.", "دعوة الخبراء."]


def test_letters_with_half_a_bracket_are_items() -> None:
    draft = read(
        f"{HEAD}(1 تكليف اللجنة بما يلي:\n\n(أ عد الجسور؛\n\n(ب رسمها.\n\n(2 متابعة الأمر.\n"
    )
    assert counts_of(draft) == (2, 2, 2, 0)


@pytest.mark.parametrize("text", ["(1 يناير 2020)", "(3 مايو) عقد الاجتماع", "(12) مادة", "ـــ"])
def test_dates_and_whole_brackets_are_no_half_brackets(text: str) -> None:
    label = find_label(text)
    assert label is None or label.text.startswith("(12)")


def test_a_tatweel_before_a_space_is_a_bullet() -> None:
    draft = read(
        "إن مجلس الجسور،\n\nوبعد النظر في التقرير، تبين منه:\n\nـ أن الجسور قديمة.\n\n"
        "ـ أنها تحتاج إلى إصلاح.\n\nقرر:\n\n1- إصلاح الجسور.\n\n2- دعوة الخبراء.\n"
    )
    assert counts_of(draft) == (1, 2, 2, 0)


@pytest.mark.parametrize("ordinals", [("أولًا", "ثانيًا"), ("أولاً", "ثانياً"), ("اولا", "ثانيا")])
def test_ordinals_with_vowel_marks_on_either_side(ordinals: tuple[str, str]) -> None:
    first, second = ordinals
    draft = read(f"{HEAD}{first}: إصلاح الجسور.\n\n{second}: دعوة الخبراء.\n")
    assert counts_of(draft) == (2, 2, 0, 0)


@pytest.mark.parametrize(
    "verb",
    [
        "قرر ما يأتي:",
        "قررت بالإجماع ما يلي:",
        "قرروا:",
        "يوصي بالآتي:",
        "نقرر ما هو آت:",
        "أوصى بما يلي:",
    ],
)
def test_verbs_that_announce(verb: str) -> None:
    head = HEAD.removesuffix("يقرر:\n\n")
    draft = read(f"{head}{verb}\n\n1- إصلاح الجسور.\n\n2- دعوة الخبراء.\n")
    assert counts_of(draft) == (2, 2, 0, 0)


def test_those_who_speak_for_themselves() -> None:
    draft = read(
        "نحن ممثلي المدارس، المجتمعين في مدينة الرمان،\n\nإذ نؤمن بأهمية القراءة،\n\n"
        "وإذ نذكر بتوصياتنا،\n\n1- ندعو المدارس إلى فتح مكتباتها؛\n\n2- نقرر متابعة الأمر.\n"
    )
    assert (draft.is_resolution, draft.organ) == (True, "other")
    assert counts_of(draft) == (2, 2, 0, 0)


@pytest.mark.parametrize(
    ("line", "wrong", "right"),
    [("إن الجمعية العامة", "نلاحظ", "تلاحظ"), ("إن مجلس الأمن", "نلاحظ", "يلاحظ")],
)
def test_an_organ_does_not_say_we(line: str, wrong: str, right: str) -> None:
    verb = right[0]
    text = (
        f"***{line}***،\n\n***إذ {verb}شير*** إلى الميثاق،\n\n***وإذ {wrong}*** حالة الجسور،\n\n"
        f"1 - ***{verb}دعو*** الدول إلى إصلاحها؛\n\n2 - ***{verb}قرر*** متابعة الأمر.\n"
    )
    (found,) = [one for one in reslint.check(text).diagnostics if one.code == "LEAD006"]
    assert text[found.start : found.end] == wrong
    assert found.fix is not None
    assert [one.text for one in found.fix.edits] == [right]


def test_the_line_of_a_body_above_a_verb_in_the_past() -> None:
    draft = read(
        "إن مجلس الجسور المنعقد في دورة انعقاد مؤتمره الثاني بمدينة الرمان "
        "من 10 إلى 16 مايو 1985،\n\n"
        "إذ ألف لجنة من أعضائه للنظر في حالة الجسور،\n\nوبعد مناقشة تقريرها،\n\nقرر:\n\n"
        "1- إصلاح الجسور.\n\n2- دعوة الخبراء.\n"
    )
    assert draft.is_resolution
    assert counts_of(draft) == (2, 2, 0, 0)
    assert len(draft.part("organ line")) == 1
