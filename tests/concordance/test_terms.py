"""Units, currencies, places, offices, states in lists, negations: one version says another one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from reslint.concordance.comparing import findings_of
from reslint.settings.settings import Settings
from tests.concordance.conftest import VERSIONS, aligned

KINDS: dict[str, dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "differences.yaml").read_text(encoding="utf-8")
)
OF_SEVERAL = (
    "date that stands twice",
    "developed and developing countries",
    "direction",
    "duty for permission",
    "must beside may",
    "negation",
    "number that stands elsewhere in words",
    "one of two negations",
    "percent lost",
    "percent lost beside another",
    "permission for duty",
    "to increase this and to reduce that",
    "where",
    "who is meant",
)
"""Kinds that two versions alone do not tell."""
CHANGES = [(kind, language) for kind, each in KINDS.items() for language in each["changes"]]


def found(sentences: dict[str, str]) -> list[tuple[str, str, str]]:
    """What is found in versions with these sentences as paragraph 3: language, code, words."""
    texts = {}
    for language, text in sentences.items():
        blocks = VERSIONS[language].split("\n\n")
        blocks[7] = text
        texts[language] = "\n\n".join(blocks)
    comparison = aligned(texts)
    results = findings_of(comparison, {one.path: Settings() for one in comparison.versions})
    return [
        (path[:2], one.code, texts[path[:2]][one.start : one.end])
        for path, each in results.items()
        for one in each.diagnostics
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_terms_are_no_difference(kind: str) -> None:
    sentences = KINDS[kind]["sentences"]
    assert found(sentences) == []
    for language in sentences:
        if language != "en":
            assert found({one: sentences[one] for one in ("en", language)}) == [], language


@pytest.mark.parametrize(("kind", "language"), CHANGES)
def test_another_term_is_found(kind: str, language: str) -> None:
    sentences = KINDS[kind]["sentences"]
    code, old, new, at = KINDS[kind]["changes"][language]
    assert old in sentences[language]
    changed = {**sentences, language: sentences[language].replace(old, new, 1)}
    assert (language, code, at) in found(changed)
    assert {one for one, _, _ in found(changed)} == {language}


@pytest.mark.parametrize(
    ("kind", "language"),
    [one for one in CHANGES if one[0] not in OF_SEVERAL],
)
def test_another_term_is_found_among_two_versions(kind: str, language: str) -> None:
    sentences = KINDS[kind]["sentences"]
    code, old, new, _ = KINDS[kind]["changes"][language]
    other = "fr" if language == "en" else "en"
    changed = {other: sentences[other], language: sentences[language].replace(old, new, 1)}
    assert [found_code for _, found_code, _ in found(changed)] == [code]


def test_a_state_of_one_or_two_is_not_missed() -> None:
    """Two countries are no list: languages say them in other words."""
    sentences = KINDS["country added"]["sentences"]
    two = {
        "en": sentences["en"].replace("Brazil, Kenya and Norway", "Brazil and Kenya"),
        "fr": sentences["fr"].replace(
            "du Brésil, du Kenya et de la Norvège", "du Brésil et de ce pays"
        ),
    }
    assert found(two) == []


def test_figures_that_share_a_percent_sign_have_not_lost_it() -> None:
    """A range may have the sign once or twice, and some forms of it stand before the figures."""
    sentences = {
        "en": "3. *Notes* the rise from 35 per cent to 40 per cent;",
        "fr": "3. *Note* la hausse de 35 à 40 % ;",
        "es": "3. *Observa* el aumento del 35 % al 40 %;",
        "ru": "3. *отмечает* рост с 35 до 40 процентов;",
        "ar": "3 - ***تلاحظ*** الارتفاع من 35 في المائة إلى 40 في المائة؛",
        "zh": "3. **注意到**从百分之35至40的增长；",
    }
    for language in sentences:
        if language in ("fr", "ru", "zh"):
            kept = {one: sentences[one] for one in ("en", "es", "ar", language)}
            assert found(kept) == [], language


def test_russian_adjectives_are_percentages() -> None:
    """The word for per cent is joined to its figure by a hyphen."""
    sentences = {
        **KINDS["percent lost beside another"]["sentences"],
        "ru": "3. *отмечает*, что 35 процентов членов составляют женщины и что есть"
        " 60-процентная доля вакантных должностей;",
    }
    assert found(sentences) == []


QUOTED = {
    "en": "3. *Takes note* of the report entitled “Water for all”, and “Rivers” and its annex;",
    "fr": "3. *Prend note* du rapport intitulé « L’eau pour tous », et « Fleuves » et son annexe ;",
    "es": "3. *Toma nota* del informe titulado “Agua para todos”, y “Ríos” y su anexo;",
    "ru": "3. *принимает к сведению* доклад «Вода для всех», и «Реки» и приложение к нему;",
    "ar": "3 - ***تحيط علما*** بالتقرير المعنون ”الماء للجميع“، و ”أنهار“ ومرفقه؛",
    "zh": "3. **表示注意到**题为“人人有水”的报告，以及“河流”及其附件；",
}
SECOND = {
    "en": "“Rivers”",
    "fr": "« Fleuves »",
    "es": "“Ríos”",
    "ru": "«Реки»",
    "ar": "”أنهار“",
    "zh": "“河流”",
}


@pytest.mark.parametrize("language", QUOTED)
def test_a_quotation_that_one_version_lacks(language: str) -> None:
    assert found(QUOTED) == []
    fewer = {**QUOTED, language: QUOTED[language].replace(SECOND[language], "x")}
    assert found(fewer) == [(language, "CONC022", "3 -" if language == "ar" else "3.")]
    one = {key: text.replace(SECOND[key], "x") for key, text in QUOTED.items()}
    assert found(one) == []
    marks = "“”„«»"
    none = {**one, language: "".join(c for c in one[language] if c not in marks)}
    assert found(none) == [(language, "CONC022", "3 -" if language == "ar" else "3.")]


def test_quotations_are_counted_where_three_others_agree() -> None:
    plain = QUOTED["fr"].replace("« Fleuves »", "Fleuves")
    assert found({"en": QUOTED["en"], "es": QUOTED["es"], "fr": plain}) == []
    other = QUOTED["ru"].replace("«Реки»", "Реки")
    assert found({**QUOTED, "fr": plain, "ru": other}) == []


@pytest.mark.parametrize(
    ("language", "beside"),
    [
        ("en", "non-governmental organizations"),
        ("fr", "organisations non gouvernementales"),
        ("es", "organizaciones no gubernamentales"),
        ("ru", "неправительственными организациями и с ними в течение недели"),
        ("ar", "المنظمات غير الحكومية"),
        ("zh", "非政府组织和非洲各国"),
    ],
)
def test_words_that_only_look_like_negations_hide_no_lost_one(language: str, beside: str) -> None:
    sentences = KINDS["negation"]["sentences"]
    _, old, new, _ = KINDS["negation"]["changes"][language]
    changed = sentences[language].replace(old, new)
    assert changed != sentences[language]
    mark = changed[-1]
    changed = f"{changed[:-1].rstrip()} ({beside}){mark}"
    codes = {code for one, code, _ in found({**sentences, language: changed}) if one == language}
    assert "CONC019" in codes
