"""Differences put into one of six versions: found in that one, at the place, and nowhere else."""

from __future__ import annotations

import pytest

from reslint.checks.kinds import Rule
from reslint.concordance.comparing import align, findings_of
from reslint.concordance.examples import run_all
from reslint.concordance.model import MARKER
from reslint.draft.reader import read_draft
from reslint.rulebook.book import standard_in_full
from reslint.settings.settings import Settings
from reslint.text.source import Source
from tests.concordance.conftest import VERSIONS, Compared, aligned

RULES = [rule for rule in standard_in_full() if rule.compares]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_examples_of_a_rule(rule: Rule) -> None:
    results = run_all([rule])
    assert results and not [failure for result in results for failure in result.failures]


def test_versions_that_agree_have_no_finding(compared: Compared) -> None:
    assert compared("en", "*Takes", "*Takes") == {}


@pytest.mark.parametrize(
    ("language", "old", "new", "code", "place"),
    [
        ("fr", "80/118", "80/181", "CONC006", "preamble 1"),
        ("zh", "第80/118", "第80/119", "CONC006", "preamble 1"),
        ("ru", "A/81/712", "A/81/721", "CONC007", "note 1"),
        ("ar", "30 حزيران", "20 حزيران", "CONC008", "2 (أ)"),
        ("es", "30 de junio", "30 de julio", "CONC008", "2 a)"),
        ("zh", "2028年6月30日", "2028年6月20日", "CONC008", "2 (a)"),
        ("en", "2028", "2029", "CONC008", "2 (a)"),
        ("en", "twenty-two", "23", "CONC009", "2 (b)"),
        ("fr", "12 500 000", "12 600 000", "CONC009", "2 b)"),
        ("zh", "1 250万", "1 350万", "CONC009", "2 (b)"),
        ("ar", "14 بلدا", "41 بلدا", "CONC009", "preamble 2"),
        ("es", "párrafo 2 supra", "párrafo 1 supra", "CONC010", "3"),
        ("fr", "Conseil économique et social", "Conseil de sécurité", "CONC011", "3"),
        ("zh", "经济及社会理事会", "安全理事会", "CONC011", "3"),
        ("en", "*Requests*", "*Demands*", "CONC012", "2"),
        ("ru", "*постановляет*", "*предлагает*", "CONC012", "4"),
        ("en", ";[^1]", ";", "CONC004", "1"),
    ],
)
def test_a_difference_is_found_in_the_odd_version(
    compared: Compared, language: str, old: str, new: str, code: str, place: str
) -> None:
    found = compared(language, old, new)
    assert list(found) == [language]
    assert (code, place) in [(one.code, one.paragraph) for one in found[language]]
    related = next(one for one in found[language] if one.code == code).related
    assert {one.path for one in related} == {f"{o}.md" for o in VERSIONS if o != language}
    assert all(one.line and one.column for one in related)


def test_a_figure_that_became_another_one_of_the_paragraph(compared: Compared) -> None:
    texts = {
        "en": "*Recalling* its resolutions 80/2 and 80/1, and 80/1 again, of 2025,",
        "fr": "*Rappelant* ses résolutions 80/2 et 80/1, et encore 80/1, de 2025,",
        "es": "*Recordando* sus resoluciones 80/2 y 80/1, y otra vez 80/1, de 2025,",
    }
    drafts = {}
    for language, text in texts.items():
        second = VERSIONS[language].split("\n\n")[1]
        drafts[language] = VERSIONS[language].replace(second, text)
    drafts["fr"] = drafts["fr"].replace("80/1,", "80/2,", 1)
    comparison = aligned(drafts)
    found = findings_of(comparison, {one.path: Settings() for one in comparison.versions})
    said = [(path, one.code) for path, result in found.items() for one in result.diagnostics]
    assert said == [("fr.md", "CONC009")]


@pytest.mark.parametrize("language", VERSIONS)
def test_a_lost_sub_paragraph_is_named_and_the_others_still_line_up(
    compared: Compared, language: str
) -> None:
    lines = VERSIONS[language].split("\n\n")
    found = compared(language, lines[6] + "\n\n", "")
    assert list(found) == [language]
    codes = [one.code for one in found[language]]
    assert codes.count("CONC001") == 1 and set(codes) <= {"CONC001", "CONC003"}


@pytest.mark.parametrize("language", VERSIONS)
def test_a_doubled_paragraph_is_named(compared: Compared, language: str) -> None:
    paragraph = VERSIONS[language].split("\n\n")[2]
    found = compared(language, paragraph, f"{paragraph}\n\n{paragraph}")
    assert [(path, one.code) for path, some in found.items() for one in some] == [
        (language, "CONC001")
    ]


def test_a_marker_at_another_paragraph_is_found_once(compared: Compared) -> None:
    text = VERSIONS["fr"]
    moved = text.replace("général[^1] ;", "général ;").replace("au coût", "au coût")
    moved = moved.replace("à sa quatre", "[^1] à sa quatre")
    found = compared("fr", text, moved)
    assert [(one.code, one.paragraph) for one in found["fr"]] == [("CONC004", "4")]


def test_of_two_versions_that_which_is_not_the_reference_is_odd(compared: Compared) -> None:
    found = compared("en", "2028", "2029", among="en fr")
    assert list(found) == ["fr"]
    texts = {"en": VERSIONS["en"].replace("2028", "2029"), "fr": VERSIONS["fr"]}
    assert aligned(texts, "fr").reference.language == "fr"


def test_one_language_twice_is_compared_like_two_languages() -> None:
    comparison = aligned({"en": VERSIONS["en"]})
    assert [len(row) for row in comparison.body] == [1] * len(comparison.body)
    assert sum(len(unit.of(MARKER)) for row in comparison.body for unit in row) == 1


def test_a_suppression_hides_a_finding_and_an_unused_one_is_reported(compared: Compared) -> None:
    comment = "<!-- reslint-disable-file CONC009: agreed -->\n\n"
    assert (
        compared("fr", VERSIONS["fr"], comment + VERSIONS["fr"].replace("12 500", "12 600")) == {}
    )
    found = compared("fr", VERSIONS["fr"], comment + VERSIONS["fr"])
    assert [one.code for one in found["fr"]] == ["TOOL001"]


def test_settings_choose_rules_and_severities(compared: Compared) -> None:
    assert compared("fr", "80/118", "80/181", ignore=frozenset(["CONC006"])) == {}
    found = compared("fr", "80/118", "80/181", severities={"CONC006": "hint"})
    assert [one.severity for one in found["fr"]] == ["hint"]


FORESTS = """*L’Assemblée générale*,

*Soucieuse* de l’avenir des forêts,

*Consciente* du rôle des sylviculteurs et de leurs coopératives dans la gestion durable,

1. *Se félicite* des progrès accomplis ;

2. *Engage* les États à planter des arbres d’ici à 2040 ;

3. *Remercie* les donateurs.
"""


def said_of(texts: dict[str, str], reference: str | None = None) -> list[tuple[str, str, str]]:
    comparison = aligned(texts, reference)
    versions = (*comparison.versions, *comparison.unlike)
    found = findings_of(comparison, {one.path: Settings() for one in versions})
    return [
        (path, one.code, one.severity)
        for path, result in sorted(found.items())
        for one in result.diagnostics
    ]


def test_of_two_drafts_that_are_no_versions_nothing_else_is_said() -> None:
    texts = {"en": VERSIONS["en"], "fr": FORESTS}
    assert said_of(texts) == [("fr.md", "CONC016", "warning")]


def test_a_stranger_does_not_silence_what_the_others_say() -> None:
    texts = {**VERSIONS, "fr": FORESTS, "ru": VERSIONS["ru"].replace("80/118", "80/181")}
    expected = [("fr.md", "CONC016", "warning"), ("ru.md", "CONC006", "error")]
    assert said_of(texts) == expected
    assert said_of(texts, "fr") == expected


def test_other_opening_words_in_a_revision_of_one_language() -> None:
    first, second = VERSIONS["fr"], VERSIONS["fr"].replace("*Prie*", "*Exige*")
    drafts = [
        (name, read_draft(Source(text, name), language="fr"))
        for name, text in (("old.md", first), ("new.md", second))
    ]
    comparison = align(drafts)
    found = findings_of(comparison, dict.fromkeys(("old.md", "new.md"), Settings()))
    assert [one.code for one in found["new.md"].diagnostics] == ["CONC012"]
    assert found["old.md"].diagnostics == []


def first_paragraphs(language: str, lines: int) -> str:
    """The beginning of a version, without its note."""
    return "\n\n".join(VERSIONS[language].split("\n\n")[:lines]) + "\n"


@pytest.mark.parametrize("language", ["fr", "es", "ru", "ar", "zh"])
@pytest.mark.parametrize("among", ["en fr es ru ar zh", "en"])
def test_a_version_that_is_a_part_only_has_one_finding(language: str, among: str) -> None:
    texts = {one: VERSIONS[one] for one in among.split()}
    texts[language] = first_paragraphs(language, 4).replace("[^1]", "")
    comparison = aligned(texts)
    results = findings_of(comparison, {one.path: Settings() for one in comparison.versions})
    assert not comparison.in_doubt and not comparison.unlike
    lost, note = sorted(results[f"{language}.md"].diagnostics, key=lambda one: one.code)
    assert (lost.code, note.code) == ("CONC001", "CONC005")
    assert "the 5 paragraphs from paragraph 2 to paragraph 4 of the" in lost.message
    assert lost.message.startswith("Complete this text")
    assert texts[language][: lost.start].rstrip("\n") == texts[language].rstrip("\n")
    assert not any(one.diagnostics for path, one in results.items() if path != f"{language}.md")


def test_where_the_reference_is_a_part_only_the_other_one_is_not_in_doubt() -> None:
    texts = {"en": first_paragraphs("en", 4).replace("[^1]", ""), "zh": VERSIONS["zh"]}
    comparison = aligned(texts)
    results = findings_of(comparison, {one.path: Settings() for one in comparison.versions})
    assert not results["en.md"].diagnostics
    [paragraphs] = [one for one in results["zh.md"].diagnostics if one.code == "CONC001"]
    assert paragraphs.message == (
        "Delete the 5 paragraphs from paragraph 2 to paragraph 4, or add them to the English "
        "text: they have no counterpart there."
    )
    assert VERSIONS["zh"][paragraphs.start : paragraphs.end] == "2."


def test_a_paragraph_lost_with_its_items_is_one_finding_beside_what_another_has_alone() -> None:
    texts = dict(VERSIONS)
    for item in ("2. *Prie* le Secrétaire général :", "a) De nommer", "b) D’ouvrir"):
        start = texts["fr"].index(item)
        texts["fr"] = texts["fr"][:start] + texts["fr"][texts["fr"].index("\n\n", start) + 2 :]
    texts["zh"] = texts["zh"].replace("(b) 以", "(b) 起草一份工作计划；\n\n(c) 以")
    comparison = aligned(texts)
    results = findings_of(comparison, {one.path: Settings() for one in comparison.versions})
    [lost] = [one for one in results["fr.md"].diagnostics if one.code == "CONC001"]
    assert "the 3 paragraphs from paragraph 2 to paragraph 2 (b)" in lost.message
    [alone] = [one for one in results["zh.md"].diagnostics if one.code == "CONC001"]
    assert texts["zh"][alone.start : alone.end] == "(b)"


@pytest.mark.parametrize("language", ["fr", "es", "ru", "ar", "zh"])
def test_two_short_drafts_with_words_in_common_are_not_compared(language: str) -> None:
    other = """*The General Assembly*,

*Recalling* its resolution 77/203 of 15 December 2022,

*Noting* the report on 31 libraries in the countries of the region,

1. *Decides* to open a fund for libraries before 1 May 2026;

2. *Requests* the Secretary-General to report to the Economic and Social Council at its \
ninety-fourth session;

3. *Invites* Member States to contribute 4.5 million dollars.
"""
    said = said_of({"en": other, language: VERSIONS[language]})
    assert [code for _, code, _ in said] == ["CONC016"]
