"""Paragraphs whose lines no blank line sets apart, or that stand on one line."""

from __future__ import annotations

import pytest

from reslint.draft.model import Draft
from reslint.draft.reader import read_draft
from reslint.text.source import Source


def read(text: str) -> Draft:
    return read_draft(Source(text, "draft.txt"))


def counts(draft: Draft) -> tuple[int, int, int]:
    (resolution,) = draft.resolutions
    items = sum(len(paragraph.children) for paragraph in resolution.operative)
    return len(resolution.preamble), len(resolution.operative), items


WRAPPED = {
    "ru": "Генеральная Ассамблея,\n"
    "ссылаясь на свои решения о состоянии мостов, принятые на\n"
    "предыдущих сессиях,\n"
    "будучи обеспокоена медленным ходом ремонтных работ на мостах,\n"
    "принимая во внимание доклад, представленный в этом году\n"
    "местными властями,\n"
    "1. призывает государства-члены отремонтировать все мосты,\n"
    "находящиеся на их территории;\n"
    "2. постановляет продолжать заниматься этим вопросом.\n",
    "ar": "إن الجمعية العامة،\n"
    "إذ تشير إلى مقرراتها السابقة بشأن حالة الجسور في القرى\n"
    "والمدن،\n"
    "وإذ يساورها القلق إزاء بطء أعمال الإصلاح في الجسور كلها،\n"
    "وإذ تحيط علما بالتقرير الذي قدمته السلطات المحلية هذا\n"
    "العام،\n"
    "1 - تحث الدول الأعضاء على إصلاح جميع الجسور الواقعة\n"
    "في أراضيها؛\n"
    "2 - تقرر أن تبقي المسألة قيد نظرها.\n",
    "zh": "大会，\n"
    "回顾其以往各届会议就各村各镇桥梁的状况作出的各项决\n"
    "定和建议，\n"
    "深为关切各地桥梁的修缮工作进展缓慢且缺乏所需的资金，\n"
    "注意到地方当局今年提交的关于桥梁状况的报告所载的各\n"
    "项结论，\n"
    "1. 敦促会员国修复其境内的所有桥梁，并为此提供必要的\n"
    "资金；\n"
    "2. 决定继续处理此案。\n",
}


@pytest.mark.parametrize("code", WRAPPED)
def test_line_after_comma_opens_paragraph_where_no_blank_line_stands(code: str) -> None:
    assert counts(read(WRAPPED[code])) == (3, 2, 0)


def test_wrapped_phrase_within_paragraph_set_apart_opens_none() -> None:
    text = (
        "Генеральная Ассамблея,\n\n"
        "отмечая медленный ход ремонтных работ на мостах района,\n"
        "ссылаясь на свои решения о состоянии мостов, принятые на\n"
        "предыдущих сессиях,\n\n"
        "1. призывает государства-члены отремонтировать мосты;\n\n"
        "2. постановляет продолжать заниматься этим вопросом.\n"
    )
    assert counts(read(text)) == (1, 2, 0)


ON_ONE_LINE = {
    "en": "The General Assembly, Recalling its work on bridges, Noting the report, 1. Urges Member "
    "States: (a) To repair bridges; (b) To count them; 2. Decides to remain seized of the matter.",
    "fr": "L’Assemblée générale, Rappelant ses travaux sur les ponts, Notant le rapport, 1. Invite "
    "les États : a) À réparer les ponts ; b) À les compter ; 2. Décide de rester saisie de la "
    "question.",
    "es": "La Asamblea General, Recordando su labor sobre los puentes, Observando el informe, "
    "1. Exhorta a los Estados a que: a) Reparen los puentes; b) Los cuenten; 2. Decide seguir "
    "ocupándose de la cuestión.",
    "ru": "Генеральная Ассамблея, ссылаясь на свою работу о мостах, отмечая доклад, 1. призывает "
    "государства: a) отремонтировать мосты; b) сосчитать их; 2. постановляет продолжать "
    "заниматься этим вопросом.",
    "ar": "إن الجمعية العامة ، إذ تشير إلى أعمالها بشأن الجسور ، وإذ تلاحظ التقرير ، 1 - تحث الدول "
    "على ما يلي: (أ) إصلاح الجسور؛ (ب) عدها؛ 2 - تقرر أن تبقي المسألة قيد نظرها.",
    "zh": "大会，回顾其关于桥梁的工作，注意到该报告，1. 敦促会员国：(a) 修复桥梁；(b) 清点桥梁；"
    "2. 决定继续处理此案。",
}


@pytest.mark.parametrize("code", ON_ONE_LINE)
def test_items_and_next_number_on_one_line(code: str) -> None:
    assert counts(read(ON_ONE_LINE[code] + "\n")) == (2, 2, 2)


BROKEN = {
    "en": (
        "The\nGeneral Conference of the Guild,\nRecalling\nthe plan of 2011 on wells and on the\n"
        "buckets of villages;\nNoting\nthe report;\nInvites\nall to paint;\nRequests\nhelp.\n"
    ),
    "fr": (
        "La\nConférence générale de la Guilde,\nRappelant\nle plan de 2011 sur les puits et les\n"
        "seaux des villages;\nNotant\nle rapport;\nInvite\nchacun à peindre;\nPrie\nchacun.\n"
    ),
    "es": (
        "La\nConferencia General del Gremio,\nRecordando\nel plan de 2011 sobre los pozos y los\n"
        "cubos de las aldeas;\nObservando\nel informe;\nInvita\na todos a pintar;\nPide\nayuda.\n"
    ),
}


@pytest.mark.parametrize("language", BROKEN)
def test_lines_break_behind_an_article_and_a_phrase(language: str) -> None:
    """The page shows the first word in italics, on a line of its own."""
    draft = read_draft(Source(BROKEN[language], "draft.txt"))
    assert [(one.part, one.text.count("\n")) for one in draft.paragraphs] == [
        ("organ line", 0),
        ("preamble", 0),
        ("preamble", 0),
        ("operative", 0),
        ("operative", 0),
    ]
    assert draft.paragraphs[0].text.startswith(BROKEN[language].split("\n", 1)[0] + " ")


def test_labels_that_lost_their_space_open_lines_all_the_same() -> None:
    text = (
        "The General Assembly,\nRecalling the plan,\n1. Declares these targets:\n"
        "a.100 wells by then\nb.95 buckets by then\nc.80 ropes\n"
    )
    draft = read_draft(Source(text, "draft.txt"))
    assert len(draft.part("operative")) == 4


def test_the_number_of_a_part_is_not_joined_to_small_letters_below_it() -> None:
    text = (
        "Экономический и Социальный Совет,\nотмечая состояние мостов,\nI\n"
        "1. рекомендует починить мосты;\nII\nучитывая нужды паромщиков,\n"
        "2. просит правительства купить паромы.\n"
    )
    draft = read_draft(Source(text, "draft.txt"))
    assert not [one for one in draft.paragraphs if one.text.startswith("II ")]


def test_the_number_in_an_abbreviation_at_the_start_opens_no_other_paragraph() -> None:
    text = (
        "L'Assemblée générale,\n\nConsidérant l'état des ponts,\n\n"
        "Art. 1. Crée un fonds des ponts;\n\nArt. 2. Recommande aux communes d'y verser une part.\n"
    )
    draft = read_draft(Source(text.replace("é", "e\u0301"), "draft.txt"))
    assert counts(draft) == (1, 2, 0)
