"""Preambles whose paragraphs have numbers, with numbered items in them, in six languages."""

from __future__ import annotations

import pytest

from reslint.draft.model import Draft, Paragraph
from reslint.draft.reader import read_draft
from reslint.text.source import Source


def read(text: str) -> Draft:
    return read_draft(Source(text, "draft.txt"))


def parts(draft: Draft) -> tuple[list[Paragraph], list[Paragraph]]:
    return draft.resolutions[0].preamble, draft.resolutions[0].operative


DRAFTS = {
    "en": [
        "The Youth Forum,",
        "1. Alarmed by the state of the bridges,",
        "2. Noting that they suffer from:",
        "    1. rust and frost,",
        "    2. heavy traffic,",
        "3. Recalling the plan of 2011,",
        "1. Calls upon the towns to repair them.",
    ],
    "fr": [
        "Le Parlement des jeunes,",
        "1. Alarmé par l’état des ponts,",
        "2. Notant qu’ils souffrent :",
        "    1. de la rouille et du gel,",
        "    2. du trafic lourd,",
        "3. Rappelant le plan de 2011,",
        "1. Engage les communes à les réparer.",
    ],
    "es": [
        "La Asamblea de Jóvenes,",
        "1. Alarmada por el estado de los puentes,",
        "2. Observando que sufren de:",
        "    1. óxido y heladas,",
        "    2. tráfico pesado,",
        "3. Recordando el plan de 2011,",
        "1. Exhorta a los municipios a repararlos.",
    ],
    "ru": [
        "Генеральная Ассамблея,",
        "1. будучи встревожена состоянием мостов,",
        "2. отмечая, что им вредят:",
        "    1. ржавчина и мороз,",
        "    2. тяжелый транспорт,",
        "3. ссылаясь на план 2011 года,",
        "1. призывает города отремонтировать их.",
    ],
    "zh": [
        "大会，",
        "1. 深为关切各地桥梁的状况，",
        "2. 注意到桥梁受到下列影响：",
        "    1. 锈蚀和霜冻，",
        "    2. 重型车辆，",
        "3. 回顾2011年的计划，",
        "1. 促请各城市修复桥梁。",
    ],
    "ar": [
        "إن الجمعية العامة،",
        "1. إذ يساورها القلق إزاء حالة الجسور،",
        "2. وإذ تلاحظ أن الجسور تعاني مما يلي:",
        "    1. الصدأ والصقيع،",
        "    2. حركة المرور الكثيفة،",
        "3. وإذ تشير إلى خطة عام 2011،",
        "1. تهيب بالمدن أن تصلحها.",
    ],
}
READ = [
    ("preamble", 0, 1),
    ("preamble", 0, 2),
    ("preamble", 1, 1),
    ("preamble", 1, 2),
    ("preamble", 0, 3),
    ("operative", 0, 1),
]


def outline(lines: list[str], path: str = "draft.md") -> list[tuple[str, int, int]]:
    draft = read_draft(Source("\n".join(lines) + "\n", path))
    return [
        (one.part, one.level, one.label.value if one.label else 0)
        for one in draft.part("preamble", "operative")
    ]


@pytest.mark.parametrize("language", DRAFTS)
def test_numbers_further_in_are_items_of_the_preamble(language: str) -> None:
    assert outline(DRAFTS[language]) == READ


@pytest.mark.parametrize("language", DRAFTS)
def test_numbers_that_lost_their_indentation_are_items_where_the_preamble_goes_on(
    language: str,
) -> None:
    assert outline([line.lstrip() for line in DRAFTS[language]], "draft.txt") == READ


def test_a_preamble_that_ends_with_a_colon_leads_to_the_operative_part() -> None:
    lines = [
        "The Youth Forum,",
        "1. Alarmed by the state of the bridges,",
        "2. Recalling the plan of 2011, and having heard the engineers:",
        "1. Repair of the bridges is urged upon the towns;",
        "2. Thanks the engineers.",
    ]
    assert outline(lines, "draft.txt") == [
        ("preamble", 0, 1),
        ("preamble", 0, 2),
        ("operative", 0, 1),
        ("operative", 0, 2),
    ]


# Labels of the parts; a first paragraph with unknown words, two known ones; two operative ones.
LABELLED = {
    "ar": (
        "الديباجة:",
        ("إذ يخشى الناس انهيار الجسور،", "وإذ تلاحظ التقرير،", "وإذ تؤكد أهمية الجسور،"),
        "المنطوق:",
        ("تدعو إلى إصلاحها؛", "تقرر النظر في المسألة."),
    ),
    "en": (
        "Preamble:",
        ("Fretting over bridges,", "Noting the report,", "Stressing the need to act,"),
        "Operative clauses:",
        ("Urges all to act;", "Decides to meet again."),
    ),
    "es": (
        "Preámbulo:",
        ("Cavilando sobre los puentes,", "Observando el informe,", "Destacando la necesidad,"),
        "Parte dispositiva:",
        ("Insta a todos a actuar;", "Decide reunirse de nuevo."),
    ),
    "fr": (
        "Préambule :",
        (
            "Songeant aux ponts des villages,",
            "Notant le rapport de la commission,",
            "Soulignant la nécessité d’agir,",
        ),
        "Dispositif :",
        ("Prie les communes de les réparer ;", "Décide de se réunir dans un an."),
    ),
    "ru": (
        "Преамбула:",
        ("тоскуя о мостах,", "отмечая доклад,", "подчеркивая важность мостов,"),
        "Постановляющая часть:",
        ("призывает чинить мосты;", "постановляет собраться вновь."),
    ),
    "zh": (
        "序言：",
        ("桥梁年久失修，", "注意到报告，", "强调桥梁的重要性，"),
        "正文：",
        ("敦促修复桥梁；", "决定再次开会。"),
    ),
}


@pytest.mark.parametrize("language", LABELLED)
def test_below_its_label_any_words_open_the_preamble(language: str) -> None:
    label, reasons, second, decisions = LABELLED[language]
    lines = [label, *reasons, second, f"1. {decisions[0]}", f"2. {decisions[1]}"]
    draft = read("\n\n".join(lines) + "\n")
    assert [one.text for one in draft.resolutions[0].preamble] == list(reasons)
    assert [one.text for one in draft.resolutions[0].operative] == list(decisions)


@pytest.mark.parametrize("language", LABELLED)
@pytest.mark.parametrize("mark", [",", ";"])
def test_a_labelled_preamble_may_be_numbered_with_any_mark(language: str, mark: str) -> None:
    label, (_, *reasons), second, decisions = LABELLED[language]
    mark = {"ar": "،؛", "zh": "，；"}.get(language, ",;")[mark == ";"]
    numbered = [f"{at}. {one[:-1]}{mark}" for at, one in enumerate(reasons, 1)]
    lines = [label, *numbered, second, f"1. {decisions[0]}", f"2. {decisions[1]}"]
    draft = read("\n\n".join(lines) + "\n")
    assert [len(one) for one in parts(draft)] == [2, 2]


def test_numbers_in_brackets_without_marks_follow_a_preamble_without_marks() -> None:
    draft = read(
        "联合国大会\n\n回顾《宪章》\n\n注意到报告\n\n（1）敦促修复桥梁\n\n（2）鼓励捐款\n\n（3）决定继续审议\n"
    )
    assert [len(one) for one in parts(draft)] == [2, 3]


@pytest.mark.parametrize("labels", [("1.", "2.", "3.", "4."), ("I.", "II.", "III.", "IV.")])
def test_unknown_words_between_numbered_paragraphs_with_semicolons(labels: tuple[str, ...]) -> None:
    words = ("REMINDING all of it;", "Grumbling at the rain;", "AWARE of the cost;", "URGES all.")
    lines = [f"{label} {text}" for label, text in zip(labels, words, strict=True)]
    draft = read("The Council of Mills,\n\n" + "\n\n".join(lines) + "\n")
    assert [p.text for p in draft.part("preamble")] == list(words[:3])
    assert [p.place for p in draft.part("operative")] == [labels[3].rstrip(".")]


def test_a_first_roman_number_behind_the_name_of_a_field() -> None:
    lines = ("I. REMINDING all of it;", "II. AWARE of the cost;", "III. CONDEMNS the rain.")
    draft = read("Description: " + "\n\n".join(lines) + "\n")
    assert [p.text for p in draft.part("preamble")] == [
        "REMINDING all of it;",
        "AWARE of the cost;",
    ]
    assert [p.text for p in draft.part("operative")] == ["CONDEMNS the rain."]
