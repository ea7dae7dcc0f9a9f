"""Renderings and names that are no difference, beside those that are."""

from __future__ import annotations

import pytest

from reslint.concordance.comparing import findings_of
from reslint.settings.settings import Settings
from tests.concordance.conftest import VERSIONS, Compared, aligned


def found(third: dict[str, str]) -> list[tuple[str, str]]:
    """What is found in versions whose paragraph 3 is replaced: language, code."""
    texts = {}
    for language, text in third.items():
        blocks = VERSIONS[language].split("\n\n")
        blocks[7] = text
        texts[language] = "\n\n".join(blocks)
    comparison = aligned(texts)
    results = findings_of(comparison, {one.path: Settings() for one in comparison.versions})
    return [(path[:2], one.code) for path, each in results.items() for one in each.diagnostics]


@pytest.mark.parametrize(
    ("language", "right", "wrong"),
    [
        ("fr", "*Préconise* de nouvelles mesures en faveur de l’accès à l’eau", "*Appuie*"),
        ("ru", "*поощряет* новые меры по обеспечению доступа к воде", "*предлагает*"),
        ("zh", "**鼓励**采取新的措施促进用水", "**要求**"),
    ],
)
def test_a_rare_but_right_rendering_of_encourages(language: str, right: str, wrong: str) -> None:
    texts = {
        "en": "3. *Encourages* new measures to promote access to water;",
        "es": "3. *Alienta* la adopción de nuevas medidas para promover el acceso al agua;",
        "ar": "3 - ***تشجع*** اتخاذ تدابير جديدة لتعزيز الحصول على المياه؛",
    }
    end = {"fr": " ;", "ru": ";", "zh": "；"}[language]
    assert found({**texts, language: f"3. {right}{end}"}) == []
    verb = right.rpartition("*")[0] + "*"
    other = right.replace(verb, wrong)
    assert found({**texts, language: f"3. {other}{end}"}) == [(language, "CONC012")]


def test_to_ask_again_is_said_by_two_words_or_one() -> None:
    texts = {
        "en": "3. *Reiterates* its call for all States to promote access to water;",
        "es": "3. *Pide nuevamente* a todos los Estados que promuevan el acceso al agua;",
        "fr": "3. *Demande de nouveau* à tous les États de promouvoir l’accès à l’eau ;",
        "ru": "3. *вновь призывает* все государства содействовать доступу к воде;",
    }
    assert found(texts) == []


def test_a_name_within_the_name_of_another_body() -> None:
    texts = {
        "en": "3. *Takes note* of the constitution of the United Nations Educational, Scientific "
        "and Cultural Organization;",
        "fr": "3. *Prend note* de l’Acte constitutif de l’Organisation des Nations Unies pour "
        "l’éducation, la science et la culture ;",
        "ru": "3. *принимает к сведению* Устав Организации Объединенных Наций по вопросам "
        "образования, науки и культуры;",
    }
    assert found(texts) == []


def test_a_conference_and_its_programme_are_no_two_names(compared: Compared) -> None:
    texts = {
        "en": "3. *Recalls* the Programme of Action of the International Conference on Population "
        "and Development;",
        "es": "3. *Recuerda* el Programa de Acción de la Conferencia Internacional sobre la "
        "Población y el Desarrollo;",
        "fr": "3. *Rappelle* les textes issus de la Conférence internationale sur la population "
        "et le développement ;",
    }
    assert found(texts) == []
    other = texts["fr"].replace(
        "la Conférence internationale sur la population et le développement",
        "l’Organisation mondiale de la Santé",
    )
    assert found({**texts, "fr": other}) == [("fr", "CONC011")]


STATES = {
    "en": "3. *Calls upon* the Government of Lebanon to protect Syrian refugees;",
    "fr": "3. *Demande* au Gouvernement libanais de protéger les réfugiés syriens ;",
    "es": "3. *Exhorta* al Gobierno del Líbano a que proteja a los refugiados sirios;",
    "ru": "3. *призывает* правительство Ливана защищать сирийских беженцев;",
    "ar": "3 - ***تهيب*** بحكومة لبنان أن تحمي اللاجئين السوريين؛",
    "zh": "3. **促请**黎巴嫩政府保护叙利亚难民；",
}


@pytest.mark.parametrize(
    ("language", "old", "new"),
    [
        ("en", "Lebanon", "Jamaica"),
        ("fr", "syriens", "yéménites"),
        ("es", "del Líbano", "de Kenya"),
        ("ru", "Ливана", "Ирака"),
        ("ar", "بحكومة لبنان", "بحكومة العراق"),
        ("zh", "叙利亚", "也门"),
    ],
)
def test_another_state_is_named(language: str, old: str, new: str) -> None:
    assert found(STATES) == []
    assert found({**STATES, language: STATES[language].replace(old, new)}) == [
        (language, "CONC011")
    ]


@pytest.mark.parametrize(
    ("language", "right", "wrong"),
    [
        ("en", "Indonesia", "Suriname"),
        ("fr", "l’Indonésie", "la Norvège"),
        ("es", "Indonesia", "México"),
        ("ru", "Индонезии", "Исландии"),
        ("ar", "إندونيسيا", "أستراليا"),
        ("zh", "印度尼西亚", "新加坡"),
    ],
)
def test_another_of_the_states_named_by_few_forms(language: str, right: str, wrong: str) -> None:
    texts = {
        "en": "3. *Thanks* the Government of Indonesia;",
        "fr": "3. *Remercie* le Gouvernement de l’Indonésie ;",
        "es": "3. *Agradece* al Gobierno de Indonesia;",
        "ru": "3. *благодарит* правительство Индонезии;",
        "ar": "3 - ***تشكر*** حكومة إندونيسيا؛",
        "zh": "3. **感谢**印度尼西亚政府；",
    }
    assert found(texts) == []
    texts[language] = texts[language].replace(right, wrong)
    assert found(texts) == [(language, "CONC011")]


def test_a_state_in_the_name_of_a_mission_is_no_other_body() -> None:
    texts = {
        "en": "3. *Requests* UNMISS to protect civilians;",
        "fr": "3. *Prie* la MINUSS de protéger les civils ;",
        "zh": "3. **请**南苏丹特派团保护平民；",
    }
    assert found(texts) == []
