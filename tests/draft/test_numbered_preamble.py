"""Preambles whose paragraphs have numbers, with numbered items in them, in six languages."""

from __future__ import annotations

import pytest

from reslint.draft.reader import read_draft
from reslint.text.source import Source

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
