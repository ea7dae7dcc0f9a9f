"""A text adopted by the paragraph above it is read apart, without the word annex."""

from __future__ import annotations

import pytest

from reslint.draft.model import ANNEX, CLOSING, OPERATIVE, ORGAN_LINE
from reslint.linting.linter import Linter
from reslint.settings.settings import Settings
from reslint.text.source import Source

# For each language: organ line, adopting paragraph, title, first words, two numbered paragraphs
# (the first with two sentences), the next operative paragraph, the closing line.
TEXTS = {
    "en": (
        "*The General Assembly*,",
        "*Adopts* the following declaration on wells:",
        "**Declaration on wells**",
        "We, the ministers of water, gathered in June to speak of wells,",
        "1. Reaffirm that wells matter. They give water.",
        "2. We shall meet again.",
        "*Decides* to continue its consideration of wells.",
        "*57th plenary meeting*\n*13 December 2023*",
    ),
    "fr": (
        "*L’Assemblée générale*,",
        "*Adopte* la déclaration politique suivante :",
        "**Déclaration politique sur les puits**",
        "Nous, ministres de l’eau, réunis en juin pour parler des puits,",
        "1. Réaffirmons que les puits comptent. Ils donnent de l’eau.",
        "2. Nous nous réunirons de nouveau.",
        "*Décide* de poursuivre l’examen de la question.",
        "*57e séance plénière*\n*13 décembre 2023*",
    ),
    "es": (
        "*La Asamblea General*,",
        "*Aprueba* la siguiente declaración sobre los pozos:",
        "**Declaración sobre los pozos**",
        "Nosotros, los ministros del agua, reunidos en junio para hablar de los pozos,",
        "1. Reafirmamos que los pozos importan. Dan agua.",
        "2. Nos reuniremos de nuevo.",
        "*Decide* seguir examinando la cuestión.",
        "*57ª sesión plenaria*\n*13 de diciembre de 2023*",
    ),
    "ru": (
        "*Генеральная Ассамблея*,",
        "*принимает* следующую декларацию о колодцах:",
        "**Декларация о колодцах**",
        "Мы, министры водного хозяйства, собравшись в июне для обсуждения колодцев,",
        "1. Подтверждаем, что колодцы важны. Они дают воду.",
        "2. Мы встретимся вновь.",
        "*постановляет* продолжить рассмотрение этого вопроса.",
        "*57-е пленарное заседание,*\n*13 декабря 2023 года*",
    ),
    "ar": (
        "**إن الجمعية العامة،**",
        "**تعتمد** الإعلان التالي بشأن الآبار:",
        "**إعلان بشأن الآبار**",
        "نحن وزراء المياه، المجتمعين في حزيران/يونيه للنظر في مسألة الآبار،",
        "1 - نعيد تأكيد أهمية الآبار. فهي تمنح الماء.",
        "2 - سنجتمع مرة أخرى.",
        "**تقرر** مواصلة النظر في هذه المسألة.",
        "الجلسة العامة 57\n13 كانون الأول/ديسمبر 2023",
    ),
    "zh": (
        "**大会**，",
        "**通过**下列水井宣言：",
        "**水井宣言**",
        "我们水利部长于6月聚会讨论水井问题，",
        "1. 重申水井十分重要。水井提供用水。",
        "2. 我们将再次聚会。",
        "**决定**继续审议这个问题。",
        "2023年12月13日\n第57次全体会议",
    ),
}
_STRICT = Linter(Settings(profile="strict"))


def _draft(language: str, *, numbered: bool) -> str:
    line, adopts, title, first, one, two, _, closing = TEXTS[language]
    label = ("1 - " if language == "ar" else "1. ") if numbered else ""
    return "\n\n".join([line, label + adopts, title, first, one, two, closing]) + "\n"


@pytest.mark.parametrize("numbered", [False, True])
@pytest.mark.parametrize("language", TEXTS)
def test_a_declaration_below_its_adoption_is_no_operative_part(
    language: str, numbered: bool
) -> None:
    result = _STRICT.lint(Source(_draft(language, numbered=numbered)))
    codes = [one.code for one in result.diagnostics]
    assert codes == (["FORM001", "NUM002"] if numbered else ["FORM001"])  # no comma: no preamble
    parts = [p.part for p in result.draft.paragraphs]
    assert parts[:6] == [ORGAN_LINE, OPERATIVE, ANNEX, ANNEX, ANNEX, ANNEX]
    assert set(parts[6:]) == {CLOSING}


@pytest.mark.parametrize("language", TEXTS)
def test_the_operative_part_goes_on_after_an_adopted_text(language: str) -> None:
    line, adopts, title, first, one, _, decides, closing = TEXTS[language]
    label = "{} - " if language == "ar" else "{}. "
    item = one[one.index(" ", 3) + 1 :] if language == "ar" else one[3:]
    blocks = [
        line,
        label.format(1) + adopts,
        title,
        first,
        item,
        label.format(2) + decides,
        closing,
    ]
    result = _STRICT.lint(Source("\n\n".join(blocks) + "\n"))
    operative = result.draft.resolutions[0].operative
    assert [p.label.value for p in operative if p.label is not None] == [1, 2]
    assert [one.code for one in result.diagnostics] == ["FORM001"]


def test_a_list_after_such_words_stays_a_list() -> None:
    text = (
        "*The General Assembly*,\n\n*Noting* the wells,\n\n1. *Approves* the following rules:\n\n"
    )
    text += "(a) Wells are open;\n\n(b) Wells are free;\n\n2. *Decides* to dig.\n"
    result = _STRICT.lint(Source(text))
    assert [p.place for p in result.draft.paragraphs[2:]] == ["1", "1 (a)", "1 (b)", "2"]
    assert result.diagnostics == []


def test_a_paragraph_that_lost_its_number_opens_no_adopted_text() -> None:
    text = "*The General Assembly*,\n\n*Noting* the wells,\n\n1. *Adopts* the following rules:\n\n"
    text += "*Decides* to dig wells;\n\n3. *Calls upon* all to drink.\n"
    result = _STRICT.lint(Source(text))
    assert ANNEX not in [p.part for p in result.draft.paragraphs]
    assert "NUM009" in [one.code for one in result.diagnostics]


def test_a_date_within_an_adopted_text_does_not_end_it() -> None:
    text = (
        "*The General Assembly*,\n\n*Noting* the wells,\n\n*Adopts* the following declaration:\n\n"
    )
    text += "**Declaration**\n\n13 December 2023\n\nWe, the ministers, love wells. We dig them.\n"
    result = _STRICT.lint(Source(text))
    assert [p.part for p in result.draft.paragraphs[-3:]] == [ANNEX, ANNEX, ANNEX]
    assert result.diagnostics == []
