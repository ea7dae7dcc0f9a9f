"""A body that decides one thing, without a number: «решил:» above what it decided."""

from __future__ import annotations

import pytest

from benchmarks.structure import counts_of
from reslint.draft.model import Draft
from reslint.draft.reader import read_draft
from reslint.text.source import Source


def read(text: str) -> Draft:
    return read_draft(Source(text, "draft.txt"))


# Title, organ line, two preambular paragraphs, verb, the decision.
BODIES = {
    "ar": (
        "قرار رقم 12",
        "إن مجلس الجسور،",
        ("بعد اطلاعه على تقرير المهندسين،", "وبعد مناقشة التقرير،"),
        "قرر ما يلي:",
        "إحالة الموضوع إلى اللجنة الفنية.",
    ),
    "en": (
        "RESOLUTION",
        "The Council of Villages,",
        ("Having considered the report,", "Mindful of the cost,"),
        "decided:",
        "to lend the ropes to the valley.",
    ),
    "es": (
        "RESOLUCIÓN",
        "El Consejo de Aldeas,",
        ("Habiendo examinado el informe,", "Consciente del costo,"),
        "ha acordado:",
        "Prestar las cuerdas al valle.",
    ),
    "fr": (
        "RÉSOLUTION",
        "Le Conseil des villages,",
        ("Ayant examiné le rapport,", "Conscient du coût,"),
        "a décidé :",
        "De prêter les cordes à la vallée.",
    ),
    "ru": (
        "РЕШЕНИЕ",
        "Совет городов,",
        ("рассмотрев доклад инженеров,", "учитывая расходы,"),
        "решил:",
        "Передать канаты в долину.",
    ),
    "zh": (
        "决议",
        "桥梁理事会，",
        ("审议了工程师的报告，", "考虑到费用，"),
        "决定：",
        "将绳索借给山谷。",
    ),
}


@pytest.mark.parametrize("language", BODIES)
def test_what_stands_below_the_verb_is_the_operative_paragraph(language: str) -> None:
    title, line, reasons, verb, decision = BODIES[language]
    draft = read("\n\n".join([title, line, *reasons, verb, decision]) + "\n")
    assert (draft.is_resolution, draft.language, draft.organ) == (True, language, "other")
    assert counts_of(draft) == (2, 1, 0, 0)
    assert [one.text for one in draft.resolutions[0].operative] == [decision]


# The verb at the end of the last preambular paragraph.
AT_END = {
    "ar": ("إن مجلس الجسور،", "بعد اطلاعه على التقرير،", "وعملا بنظامه الأساسي{} يقرر:", "شكره."),
    "es": ("El Consejo de Aldeas,", "Visto el informe,", "Vista el acta{} resuelve:", "Abrir."),
    "ru": ("Совет городов,", "рассмотрев доклад,", "учитывая расходы{} решил:", "Одобрить доклад."),
}


@pytest.mark.parametrize("dots", ["", "..", "…"])
@pytest.mark.parametrize("language", AT_END)
def test_the_verb_ends_a_short_preambular_paragraph(language: str, dots: str) -> None:
    line, first, second, decision = AT_END[language]
    mark = dots or ("،" if language == "ar" else ",")
    draft = read("\n\n".join([line, first, second.format(mark), decision]) + "\n")
    assert draft.is_resolution
    assert counts_of(draft) == (2, 1, 0, 0)
    assert draft.resolutions[0].operative[0].text == decision
    assert draft.resolutions[0].preamble[-1].text.endswith(mark)


@pytest.mark.parametrize(
    "text",
    [
        "السيد المدير المحترم،\n\nبعد الاطلاع على رسالتكم، نعلمكم بما يلي:\n\n"
        "1- نطلب منكم تأكيد الحضور.\n\n2- نشكركم على حضوركم.\n\nمع التحية.\n",
        "محضر اجتماع\n\nبعد مناقشة جدول الأعمال، قرر المجلس:\n\nتأجيل الاجتماع.\n\n"
        "حضر عشرة أعضاء.\n",
        "Протокол собрания\n\nОбсудив вопрос о крыше, собрание решило:\n\nпочинить крышу.\n\n"
        "Всего: 12.\n",
        "Dear members,\n\nHaving considered your letter, the committee decided:\n\n"
        "to meet on Thursday.\n\nYours sincerely,\n",
        "通知\n\n根据学校安排，现决定：\n\n本周五放假一天。\n\n教务处\n",
    ],
)
def test_minutes_and_letters_that_say_one_decision_are_no_drafts(text: str) -> None:
    assert not read(text).is_resolution


@pytest.mark.parametrize(
    ("title", "sentence"),
    [
        (
            "Постановление Совета городов «О мостах»",
            "В соответствии с пунктом 2 устава Совет решил:",
        ),
        ("Постановление Совета «О мостах»", "На основании пункта 2 устава Совет решил:"),
        ("РЕШЕНИЕ", "По итогам паводка городской Совет постановляет:"),
    ],
)
def test_a_sentence_below_a_title_is_the_preamble(title: str, sentence: str) -> None:
    draft = read(f"{title}\n\n{sentence}\n\n1. Закрыть мост.\n\n2. Опубликовать решение.\n")
    assert draft.is_resolution
    assert counts_of(draft) == (1, 2, 0, 0)
    assert draft.resolutions[0].preamble[0].text == sentence


@pytest.mark.parametrize(
    ("line", "reason", "alone", "verb", "decisions"),
    [
        (
            "إن مجلس الصيادين،",
            "بعد الاستماع إلى التقرير،",
            "وبعد المداولة،",
            "قرر ما يلي:",
            ("المصادقة على التقرير.", "تفويض المكتب."),
        ),
        (
            "Совет рыбаков,",
            "заслушав доклад,",
            "обсудив,",
            "решил:",
            ("Одобрить доклад.", "Поручить его бюро."),
        ),
    ],
)
def test_a_phrase_alone_above_the_verb_is_a_paragraph(
    line: str, reason: str, alone: str, verb: str, decisions: tuple[str, str]
) -> None:
    first, second = decisions
    draft = read(f"{line}\n\n{reason}\n\n{alone}\n\n{verb}\n\n1. {first}\n\n2. {second}\n")
    assert counts_of(draft) == (2, 2, 0, 0)
    assert draft.resolutions[0].preamble[1].text == alone


@pytest.mark.parametrize(
    "line",
    ["II Всероссийский съезд мельников постановил:", "26-й съезд мельников постановляет:"],
)
def test_a_title_in_capitals_above_the_line_of_the_body_is_no_body(line: str) -> None:
    text = f"ПОСТАНОВЛЕНИЕ II СЪЕЗДА МЕЛЬНИКОВ\n\n{line}\n\n1. Построить мост.\n\n2. Сажать лес.\n"
    draft = read_draft(Source(text, "draft.txt"))
    places = [one.place for one in draft.paragraphs]
    assert places == ["masthead", "organ line", "1", "2"]


def test_demands_follow_the_only_sentence_of_the_preamble() -> None:
    text = (
        "Резолюция митинга\n\nВыражая тревогу, жители деревни обращаются к совету с требованиями:"
        "\n\n1. Построить мост.\n2. Сажать лес.\n3. Требуем доклада.\n"
    )
    draft = read_draft(Source(text, "draft.txt"))
    (resolution,) = draft.resolutions
    assert draft.is_resolution
    assert [len(resolution.preamble), len(resolution.operative)] == [1, 3]
    letter = text.replace("Резолюция митинга", "Уважаемый председатель!")
    assert not read_draft(Source(letter, "draft.txt")).is_resolution
