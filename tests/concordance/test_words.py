"""Words of different languages that say the same, and paragraphs that changed places by them."""

from __future__ import annotations

import pytest

from reslint.concordance.comparing import findings_of
from reslint.concordance.languages.words import beginnings_in, concepts_in
from reslint.settings.settings import Settings
from tests.concordance.conftest import VERSIONS, aligned

CHILDREN = {
    "en": "(a) To protect children in armed conflict;",
    "fr": "a) De protéger les enfants dans les conflits armés ;",
    "es": "a) Proteja a los niños en los conflictos armados;",
    "ru": "a) защищать детей в вооруженных конфликтах;",
    "ar": "(أ) حماية الأطفال في النزاعات المسلحة؛",
    "zh": "(a) 在武装冲突中保护儿童；",
}
ENERGY = {
    "en": "(b) To promote renewable energy;",
    "fr": "b) De promouvoir les énergies renouvelables ;",
    "es": "b) Promueva las energías renovables;",
    "ru": "b) поощрять возобновляемые источники энергии;",
    "ar": "(ب) تعزيز الطاقة المتجددة؛",
    "zh": "(b) 促进可再生能源；",
}


@pytest.mark.parametrize("language", CHILDREN)
def test_renderings_share_concepts_and_other_words_do_not(language: str) -> None:
    children = concepts_in(CHILDREN[language], language)
    assert len(children & concepts_in(CHILDREN["en"], "en")) >= 2
    assert not children & concepts_in(ENERGY["en"], "en")
    assert concepts_in(ENERGY[language], language) & concepts_in(ENERGY["en"], "en")


def test_a_language_without_a_table_has_no_concepts() -> None:
    assert concepts_in("Kinder in bewaffneten Konflikten", "de") == frozenset()


def test_arabic_words_lose_what_is_written_as_one_with_them() -> None:
    assert beginnings_in("والأطفال", "ar") == beginnings_in("للأطفال", "ar") == {"اطفال"[:5]}


def _texts(swapped: str) -> dict[str, str]:
    texts = {}
    for language, text in VERSIONS.items():
        blocks = text.split("\n\n")
        first, second = CHILDREN[language], ENERGY[language]
        if language == swapped:
            own, its = first.split(" ", 1), second.split(" ", 1)
            first, second = f"{own[0]} {its[1]}", f"{its[0]} {own[1]}"
        blocks[5:7] = [first, second]
        texts[language] = "\n\n".join(blocks)
    return texts


@pytest.mark.parametrize("language", VERSIONS)
def test_sub_paragraphs_without_numbers_that_changed_places(language: str) -> None:
    comparison = aligned(_texts(language))
    found = findings_of(comparison, {one.path: Settings() for one in comparison.versions})
    said = [(path, one.code) for path, result in found.items() for one in result.diagnostics]
    assert said == [(f"{language}.md", "CONC002")]


def test_sub_paragraphs_in_order_are_not_reported() -> None:
    comparison = aligned(_texts(""))
    found = findings_of(comparison, {one.path: Settings() for one in comparison.versions})
    assert not [one for result in found.values() for one in result.diagnostics]


def test_two_versions_that_differ_where_the_reference_lacks_both_paragraphs() -> None:
    texts = {language: text for language, text in _texts("es").items() if language in "en fr es"}
    blocks = texts["en"].split("\n\n")
    del blocks[5:7]
    texts["en"] = "\n\n".join(blocks)
    comparison = aligned(texts)
    assert comparison.reference.language == "en"
    found = findings_of(comparison, {one.path: Settings() for one in comparison.versions})
    assert not [error for result in found.values() for error in result.errors]
    said = [(path, one.code) for path, result in found.items() for one in result.diagnostics]
    assert said.count(("es.md", "CONC002")) == 1
    assert ("fr.md", "CONC002") not in said


def test_words_settle_a_doubt_that_a_wrong_number_raises() -> None:
    first = {
        "en": "*Having considered* the report on the protection of children in armed conflict and "
        "its resolution 73/1,",
        "fr": "*Ayant examiné* le rapport sur la protection des enfants dans les conflits armés et "
        "sa résolution 73/1,",
        "es": "*Habiendo examinado* el informe sobre la protección de los niños en los conflictos "
        "armados y su resolución 63/1,",
    }
    texts = {}
    for language, text in first.items():
        blocks = VERSIONS[language].split("\n\n")
        texts[language] = "\n\n".join([blocks[0], text, *blocks[2:]])
    comparison = aligned(texts)
    found = findings_of(comparison, {one.path: Settings() for one in comparison.versions})
    said = [(path, one.code) for path, result in found.items() for one in result.diagnostics]
    assert said == [("es.md", "CONC006")]


def test_words_settle_the_order_where_opening_words_kept_their_places() -> None:
    pairs = {
        "en": (
            "1. *Requests* the secretariat to prepare a report on the marking of weapons;",
            "2. *Encourages* the participation of women and of civil society in peace processes;",
        ),
        "fr": (
            "1. *Prie* les femmes et la société civile de participer aux processus de paix ;",
            "2. *Encourage* l’établissement par le secrétariat d’un rapport sur le marquage des "
            "armes ;",
        ),
        "es": (
            "1. *Solicita* a la secretaría que prepare un informe sobre el marcado de las armas;",
            "2. *Alienta* la participación de las mujeres y de la sociedad civil en los procesos "
            "de paz;",
        ),
        "ru": (
            "1. *просит* секретариат подготовить доклад о маркировке оружия;",
            "2. *поощряет* участие женщин и гражданского общества в мирных процессах;",
        ),
    }
    texts = {}
    for language, pair in pairs.items():
        blocks = VERSIONS[language].split("\n\n")
        texts[language] = "\n\n".join([blocks[0], *pair, *blocks[4:5]])
    comparison = aligned(texts)
    found = findings_of(comparison, {one.path: Settings() for one in comparison.versions})
    said = [(path, one.code) for path, result in found.items() for one in result.diagnostics]
    assert ("fr.md", "CONC002") in said
    assert {path for path, _ in said} == {"fr.md"}
