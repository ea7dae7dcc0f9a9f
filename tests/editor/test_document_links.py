"""Links to the document site: each form of symbol, exact places."""

from __future__ import annotations

import pytest

from reslint.citations.document_site import address, symbol_of_key, symbols_in
from reslint.editor.occurrences import document_links
from tests.editor.drafts import SAMPLES, Sample, read, span


@pytest.mark.parametrize(
    ("organ", "key", "symbol"),
    [
        ("GA", "70/1", "A/RES/70/1"),
        ("GA", "67/234 B", "A/RES/67/234B"),
        ("GA", "217 A (III)", "A/RES/217(III)"),
        ("GA", "1514 (XV)", "A/RES/1514(XV)"),
        ("GA", "1874 (S-IV)", "A/RES/1874(S-IV)"),
        ("GA", "S-18/3", "A/RES/S-18/3"),
        ("GA", "ES-11/1", "A/RES/ES-11/1"),
        ("SC", "1325 (2000)", "S/RES/1325(2000)"),
        ("ECOSOC", "2020/12", "E/RES/2020/12"),
        ("ECOSOC", "1503 (XLVIII)", "E/RES/1503(XLVIII)"),
        ("HRC", "16/18", "A/HRC/RES/16/18"),
        ("HRC", "S-17/1", "A/HRC/RES/S-17/1"),
        ("other", "2003/4", ""),
        ("SC", "70/1", ""),
        ("GA", "1325 (2000)", ""),
        ("GA", "", ""),
    ],
)
def test_the_symbol_of_a_resolution(organ: str, key: str, symbol: str) -> None:
    assert symbol_of_key(organ, key) == symbol


@pytest.mark.parametrize(
    ("text", "symbols"),
    [
        ("See A/75/100/Add.1.", ["A/75/100/Add.1"]),
        ("(A/C.3/79/L.12/Rev.1)", ["A/C.3/79/L.12/Rev.1"]),
        ("A/HRC/52/L.3, para. 4", ["A/HRC/52/L.3"]),
        ("S/2015/490 and S/PRST/2015/3", ["S/2015/490", "S/PRST/2015/3"]),
        ("A/75/1 and A/HRC/52/3", ["A/75/1", "A/HRC/52/3"]),
        ("ST/SGB/2003/13; CCPR/C/GC/37", ["ST/SGB/2003/13", "CCPR/C/GC/37"]),
        ("FCCC/CP/2015/10/Add.1, decision 1/CP.21", ["FCCC/CP/2015/10/Add.1"]),
        ("S/RES/1325 (2000) and S/RES/1820(2008)", ["S/RES/1325(2000)", "S/RES/1820(2008)"]),
        ("A/RES/217(III)", ["A/RES/217(III)"]),
        ("UNEP/EA.5/Res.1", ["UNEP/EA.5/Res.1"]),
        ("A/75/21(Supp)", ["A/75/21(Supp)"]),
        ("见E/2020/25。", ["E/2020/25"]),
        ("HIV/AIDS, and/or, km/h, I/O 2, 24/7, W/3", []),
        ("https://example.org/A/75/100", []),
        ("NOT/A/75/1", []),
    ],
)
def test_symbols_are_told_from_other_strokes(text: str, symbols: list[str]) -> None:
    found = list(symbols_in(text))
    assert [symbol for _, _, symbol in found] == symbols
    for start, end, symbol in found:
        assert text[start:end].replace(" ", "") == symbol


def test_a_double_symbol_is_one_document_found_by_its_first_half() -> None:
    assert list(symbols_in("(A/75/1-E/2020/2)")) == [(1, 16, "A/75/1")]


def test_an_address_has_no_space_and_is_quoted() -> None:
    assert address("S/RES/1325 (2000)", "fr") == "https://undocs.org/fr/S/RES/1325(2000)"
    assert address("A/75/1", "xx") == "https://undocs.org/en/A/75/1"
    assert address("A/75/1?x", "en") == "https://undocs.org/en/A/75/1%3Fx"


@pytest.mark.parametrize("language", SAMPLES)
def test_all_documents_of_a_draft_are_linked_in_its_language(language: str) -> None:
    sample: Sample = SAMPLES[language]
    text = sample.text
    first = span(text, "70/1")
    found = [(link.span, link.symbol) for link in document_links(read(text))]
    assert found == [
        (first, "A/RES/70/1"),
        (span(text, "A/75/100/Add.1"), "A/75/100/Add.1"),
        (span(text, "70/1", after="\n[^1]:"), "A/RES/70/1"),
        (span(text, "E/2020/25"), "E/2020/25"),
    ]
    links = document_links(read(text))
    assert links[0].address == f"https://undocs.org/{language}/A/RES/70/1"


def test_the_draft_does_not_link_to_itself_nor_over_other_links() -> None:
    text = (
        "A/90/L.7\n\n*The General Assembly*,\n\n*Recalling* its [resolution 70/1]"
        "(https://example.org) and its resolution 71/1 of 19 September 2016,\n\n1. *Decides* so.\n"
    )
    assert [link.symbol for link in document_links(read(text))] == ["A/RES/71/1"]


def test_decisions_have_no_document() -> None:
    text = (
        "*The General Assembly*,\n\n*Recalling* its decision 70/543 of 23 December 2015,\n\n"
        "1. *Decides* so.\n"
    )
    assert document_links(read(text)) == []
