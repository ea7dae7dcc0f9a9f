"""Drafts in which each paragraph names the body that decides."""

from __future__ import annotations

import pytest

from benchmarks.structure import counts_of
from reslint.draft.model import Draft
from reslint.draft.reader import read_draft
from reslint.linting.incremental import IncrementalLinter
from reslint.linting.linter import Linter
from reslint.settings.settings import Settings
from reslint.text.source import Source


def read(text: str) -> Draft:
    return read_draft(Source(text, "draft.txt"))


NUMBERED = {
    "en": (
        "Resolution of 3 May 1951",
        "The Security Council requests its members to count the bridges;",
        "The Security Council further directs the clerk to publish the count;",
        "The Security Council decides to meet in May.",
    ),
    "fr": (
        "Résolution du 3 mai 1951",
        "Le Conseil de sécurité prie ses membres de compter les ponts ;",
        "Le Conseil de sécurité charge le greffier de publier le compte ;",
        "Le Conseil de sécurité décide de se réunir en mai.",
    ),
    "es": (
        "Resolución de 3 de mayo de 1951",
        "El Consejo de Seguridad pide a sus miembros que cuenten los puentes;",
        "El Consejo de Seguridad exhorta al oficial a publicar la cuenta;",
        "El Consejo de Seguridad decide reunirse en mayo.",
    ),
    "ru": (
        "Резолюция от 3 мая 1951 года",
        "Совет Безопасности просит своих членов сосчитать мосты;",
        "Совет Безопасности призывает секретаря опубликовать счет;",
        "Совет Безопасности постановляет собраться в мае.",
    ),
    "zh": (
        "1951年5月3日的决议",
        "安全理事会请各成员清点桥梁；",
        "安全理事会敦促书记公布清单；",
        "安全理事会决定五月开会。",
    ),
}


@pytest.mark.parametrize("language", NUMBERED)
def test_numbered_paragraphs_that_name_the_organ(language: str) -> None:
    title, *paragraphs = NUMBERED[language]
    text = title + "".join(f"\n\n{n}. {one}" for n, one in enumerate(paragraphs, 1)) + "\n"
    draft = read(text)
    assert draft.language == language
    assert draft.is_resolution
    assert draft.organ == "SC"
    assert counts_of(draft) == (0, 3, 0, 0)
    assert draft.doubts
    codes = [one.code for one in Linter().lint(Source(text, "draft.txt")).diagnostics]
    assert [one for one in codes if one != "TOOL007"] == ["FORM001"]


def test_sections_that_name_the_organ() -> None:
    draft = read(
        "Draft resolution\n\nSection 1. The General Assembly hereby urges all to count.\n\n"
        "Section 2. The General Assembly hereby requests a report.\n"
    )
    assert draft.organ == "GA"
    assert counts_of(draft) == (0, 2, 0, 0)


def test_the_first_paragraph_may_name_the_organ_later() -> None:
    draft = read(
        "Resolution 5\n\n1. For the good of the valley, the General Assembly urges care.\n\n"
        "2. The General Assembly requests a report.\n\n3. The General Assembly decides to meet.\n"
    )
    assert counts_of(draft) == (0, 3, 0, 0)


UNIONS = {
    "en": (
        "Motions carried",
        "Congress notes the cost of ferries.",
        "Congress deplores the state of the bridges.",
        "Congress calls on the clerk to:",
        "i) count the ferries;",
        "ii) mend the bridges.",
    ),
    "fr": (
        "Motions adoptées",
        "Le Congrès note le prix des bacs.",
        "Le Congrès déplore l’état des ponts.",
        "Le Congrès demande au greffier :",
        "i) de compter les bacs ;",
        "ii) de réparer les ponts.",
    ),
    "es": (
        "Mociones aprobadas",
        "El Congreso observa el precio de las barcas.",
        "El Congreso deplora el estado de los puentes.",
        "El Congreso pide al oficial:",
        "i) que cuente las barcas;",
        "ii) que repare los puentes.",
    ),
    "ru": (
        "Резолюции съезда",
        "Съезд отмечает стоимость паромов.",
        "Съезд осуждает состояние мостов.",
        "Съезд призывает секретаря:",
        "i) сосчитать паромы;",
        "ii) починить мосты.",
    ),
    "zh": (
        "提案汇编",
        "代表会注意到渡船的费用很高。",
        "代表会谴责桥梁年久失修。",
        "代表会请书记：",
        "(a) 清点渡船；",
        "(b) 修理桥梁。",
    ),
}


def test_numbers_below_a_colon_of_a_union_are_items() -> None:
    draft = read(
        "Motions\n\nConference notes the cost.\n\nConference regrets it.\n\n"
        "Conference instructs the clerk to:\n\n1. Count the ferries.\n\n2. Urge all to row.\n"
    )
    assert counts_of(draft) == (0, 3, 2, 0)


@pytest.mark.parametrize("language", UNIONS)
def test_a_union_speaks_in_each_paragraph(language: str) -> None:
    title, *paragraphs = UNIONS[language]
    text = "\n\n".join([title, *paragraphs]) + "\n"
    draft = read(text)
    assert draft.is_resolution
    assert counts_of(draft) == (0, 3, 2, 0)
    found = [one.code for one in Linter().lint(Source(text, "draft.txt")).diagnostics]
    assert not {"FORM001", "NUM009", "LEAD001"} & {*found}


@pytest.mark.parametrize(
    "text",
    [
        # news, and what an organ states
        "News\n\nCongress notes the cost.\n\nCongress deplores it.\n\nCongress demands more.\n",
        "Resolution of news\n\nThe Security Council notes the cost.\n\n"
        "The Security Council deplores it.\n\nThe Security Council demands more.\n",
        # minutes, reports and positions, in five languages
        "Position paper on the draft resolution on ferries\n\nChile recognizes the cost.\n\n"
        "Chile supports the text.\n\nChile calls upon all to row.\n\nChile urges care.\n",
        "Minutes of the meeting: draft resolution\n\n1. The Council notes the cost.\n\n"
        "2. The Council requests a report.\n\n3. The Council decides to meet.\n",
        "Procès-verbal : projet de résolution\n\n1. Le Conseil note le prix.\n\n"
        "2. Le Conseil demande un rapport.\n\n3. Le Conseil décide de se réunir.\n",
        "Acta de la sesión: proyecto de resolución\n\n1. El Consejo toma nota del precio.\n\n"
        "2. El Consejo pide un informe.\n\n3. El Consejo decide reunirse.\n",
        "Протокол заседания: проект резолюции\n\n1. Совет отмечает цену.\n\n"
        "2. Совет просит доклад.\n\n3. Совет постановляет собраться.\n",
        "会议记录：决议草案\n\n1. 委员会谴责费用。\n\n2. 委员会请书记报告。\n\n"
        "3. 委员会决定开会。\n",
        "Draft resolution on ferries\n\n1. The Council notes the cost.\n\n2. Mr. Otto spoke.\n\n"
        "3. The Council requests a report.\n\n4. Ms. Ruiz left.\n",
        "Motions\n\nThe clerk left early.\n\nThe clerk came late.\n\nThe clerk lives well.\n",
    ],
)
def test_sentences_about_a_body_are_no_draft(text: str) -> None:
    assert not read(text).is_resolution


def test_paragraphs_that_lose_their_body_are_read_again() -> None:
    title, *paragraphs = NUMBERED["en"]
    text = title + "".join(f"\n\n{n}. {one}" for n, one in enumerate(paragraphs, 1)) + "\n"
    linter = IncrementalLinter(Settings())
    linter.lint(Source(text, "draft.md"))
    for changed in (
        text.replace("The Security Council requests", "The Council requests"),
        text.replace("Resolution of", "Story of"),
        text,
    ):
        again = linter.lint(Source(changed, "draft.md"))
        whole = Linter().lint(Source(changed, "draft.md"))
        assert [(p.part, p.start) for p in again.draft.paragraphs] == [
            (p.part, p.start) for p in whole.draft.paragraphs
        ]
        assert [(d.code, d.start) for d in again.diagnostics] == [
            (d.code, d.start) for d in whole.diagnostics
        ]


# Two reasons, and a sentence in which the organ decides.
HEREBY = {
    "en": (
        "Recalling the rain,",
        "Noting the hill,",
        "Therefore the General Assembly hereby acts.",
    ),
    "fr": (
        "Rappelant la pluie,",
        "Notant la colline,",
        "L’Assemblée générale, par la présente, agit.",
    ),
    "es": (
        "Recordando la lluvia,",
        "Observando la colina,",
        "La Asamblea General por la presente actúa.",
    ),
    "ru": (
        "ссылаясь на дождь,",
        "отмечая холм,",
        "Генеральная Ассамблея настоящим хвалит холм.",
    ),
    "ar": ("إذ تشير إلى المطر،", "وإذ تلاحظ التل،", "إن الجمعية العامة بموجب هذا تشكر التل."),
    "zh": ("回顾降雨，", "注意到山丘，", "大会特此赞扬山丘。"),
}


@pytest.mark.parametrize("language", HEREBY)
def test_a_sentence_with_organ_and_hereby_is_the_operative_part(language: str) -> None:
    draft = read("\n\n".join(HEREBY[language]) + "\n")
    assert draft.is_resolution
    assert draft.organ == "GA"
    assert [one.part for one in draft.paragraphs] == ["preamble", "preamble", "operative"]


@pytest.mark.parametrize(
    "text",
    [
        "Dear members,\n\nThe Security Council hereby thanks you.\n",
        "Recalling the rain,\n\nNoting the hill,\n\nThe thing that was hereby done helps.\n",
        "Recalling the rain,\n\nNoting the hill,\n\nThe General Assembly hereby noting,\n",
    ],
)
def test_hereby_alone_makes_no_operative_part(text: str) -> None:
    assert not read(text).part("operative")


def test_a_form_to_fill_in_is_no_draft() -> None:
    text = (
        "Motion to the meeting: title\n\n1. This Union notes: the facts go here.\n\n"
        "2. This Union believes: the reasons go here.\n\n3. This Union resolves: the acts.\n"
    )
    assert not read(text).is_resolution
    assert read(text.replace("es: ", "es that ")).is_resolution
