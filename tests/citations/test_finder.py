"""Citations as facts: numbers, organs, dates, lists, in English and French."""

from __future__ import annotations

import pytest

from reslint.citations.finder import Citations, citations
from reslint.draft.reader import read_draft
from reslint.text.source import Source

LINES = {
    ("en", "GA"): "*The General Assembly*,",
    ("en", "SC"): "*The Security Council*,",
    ("en", "ECOSOC"): "*The Economic and Social Council*,",
    ("fr", "GA"): "*L’Assemblée générale*,",
    ("fr", "ECOSOC"): "*Le Conseil économique et social*,",
}
END = {
    "en": "\n\n1. *Invites* libraries to open in the evening.\n",
    "fr": "\n\n1. *Invite* les bibliothèques à ouvrir le soir.\n",
}


def read(text: str, language: str = "en", organ: str = "GA") -> Citations:
    whole = f"{LINES[language, organ]}\n\n{text}{END[language]}"
    return citations(read_draft(Source(whole), language=language))


def told(found: Citations) -> list[tuple[str, str, str]]:
    """Number, organ and date of each citation."""
    return [
        (each.number.text, each.organ, each.date.text if each.date else "")
        for each in found.citations
    ]


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("70/1", "70/1"),
        ("S-18/3", "S-18/3"),
        ("ES-10/13", "ES-10/13"),
        ("51/211 A to E", "51/211 A to E"),
        ("217 A (III)", "217 A (III)"),
        ("3411 A and B (XXX)", "3411 A and B (XXX)"),
        ("3201 (S-VI)", "3201 (S-VI)"),
        ("1325\u00a0(2000)", "1325 (2000)"),
        ("[70/125](#)", "70/125"),
        ("**70/125**", "70/125"),
    ],
)
def test_numbers_in_all_forms(written: str, number: str) -> None:
    found = read(f"*Recalling* its resolution {written} on rivers,")
    assert [each.number.text for each in found.citations] == [number]


def test_the_span_of_a_number_is_that_of_the_source() -> None:
    text = "*Recalling* *further* its resolution [S-18/3](#) of 4 May 1990,"
    draft = read_draft(Source(f"*The General Assembly*,\n\n{text}{END['en']}"))
    (citation,) = citations(draft).citations
    start, end = citation.span()
    assert draft.source.text[start:end] == "S-18/3"


@pytest.mark.parametrize(
    ("language", "organ", "text", "expected"),
    [
        ("en", "GA", "its resolution 70/1", "GA"),
        ("en", "ECOSOC", "General Assembly resolution 70/1", "GA"),
        ("en", "ECOSOC", "resolution 70/1 of the General Assembly", "GA"),
        ("en", "GA", "resolution 1325 (2000)", "SC"),
        ("en", "GA", "United Nations Environment Assembly resolution 4/14", "other"),
        ("en", "GA", "resolution 78/2 of the Economic and Social Commission for Asia", "other"),
        ("en", "GA", "Economic and Social Council resolution 2006/46", "ECOSOC"),
        ("fr", "ECOSOC", "la résolution 70/1 de l’Assemblée générale", "GA"),
        ("fr", "ECOSOC", "la résolution 70/1 de l'Assemblée générale", "GA"),
        ("fr", "GA", "les résolutions du Conseil des droits de l’homme 7/1 et 8/1", "HRC"),
        ("fr", "GA", "la résolution 4/14 de l’Assemblée des Nations Unies", "other"),
        ("fr", "GA", "sa résolution 70/1", "GA"),
    ],
)
def test_whose_resolution_it_is(language: str, organ: str, text: str, expected: str) -> None:
    opening = "*Recalling*" if language == "en" else "*Rappelant*"
    found = read(f"{opening} {text},", language, organ)
    assert {each.organ for each in found.citations} == {expected}


def test_a_list_with_its_dates() -> None:
    found = read(
        "*Rappelant* ses résolutions 54/228 du 22 décembre 1999, 55/207 du 20\u00a0décembre 2000 "
        "et 56/1 du 1<sup>er</sup> mai 2002,",
        "fr",
    )
    assert told(found) == [
        ("54/228", "GA", "22 décembre 1999"),
        ("55/207", "GA", "20\u00a0décembre 2000"),
        ("56/1", "GA", "1er mai 2002"),
    ]
    assert len(found.lists) == 1 and found.lists[0].close


def test_a_list_goes_on_after_a_title() -> None:
    found = read(
        "*Recalling* its resolutions 64/1 of 6 October 2009 on rivers and bridges and 65/2 of "
        "3 December 2010 on libraries,"
    )
    assert told(found) == [("64/1", "GA", "6 October 2009"), ("65/2", "GA", "3 December 2010")]


def test_the_organ_after_a_list_is_that_of_all() -> None:
    found = read(
        "*Rappelant* les résolutions 70/1 et 70/2 de l’Assemblée générale, en date du "
        "25 septembre 2015,",
        "fr",
        "ECOSOC",
    )
    assert told(found) == [("70/1", "GA", ""), ("70/2", "GA", "25 septembre 2015")]


def test_dates_of_several_numbers_belong_to_no_single_one() -> None:
    found = read(
        "*Rappelant* les résolutions 73/248 et 74/238 de l’Assemblée générale, en date du "
        "20 décembre 2018 et du 19 décembre 2019,",
        "fr",
        "ECOSOC",
    )
    assert [each.date for each in found.citations] == [None, None]


def test_decisions_are_told_from_resolutions() -> None:
    found = read("*Recalling* its resolution 55/1 and its decision 55/488 of 7 September 2001,")
    assert [each.kind for each in found.citations] == ["resolution", "decision"]


def test_symbols_and_fractions_are_no_citations() -> None:
    found = read("*Noting* document A/75/62-E/2020/11 and that 2/3 of the rivers meet 24/7,")
    assert found.citations == []


def test_odd_numbers_stand_apart() -> None:
    found = read("*Recalling* Security Council resolutions 1325, 1820/2008 and 1888 (2009),")
    assert [(odd.text, odd.form) for odd in found.odd] == [
        ("1325", "bare"),
        ("1820/2008", "wrong"),
    ]


def test_dates_of_every_kind() -> None:
    found = read("*Noting* 25 September 2015, September 25, 2015, 1st May 2020 and 20 may 2021,")
    assert [date.date for date in found.dates] == [
        (2015, 9, 25),
        (2015, 9, 25),
        (2020, 5, 1),
        (2021, 5, 20),
    ]


def test_a_language_without_citations_gives_no_citations() -> None:
    found = citations(read_draft(Source("*Recalling* its resolution 70/1,\n"), language="en"))
    assert isinstance(found.citations, list)
