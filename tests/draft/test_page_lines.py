"""Running heads, page numbers and web addresses between the paragraphs of a draft."""

from __future__ import annotations

import pytest

from reslint.draft.model import Draft
from reslint.draft.reader import read_draft
from reslint.text.source import Source

HEAD = "A/C.3/79/L.12\n\n*The General Assembly*,\n\n*Recalling* its work on wells,\n\n"
TAIL = "\n\n1. *Decides* to repair them;\n\n2. *Requests* a report.\n"


def read(text: str) -> Draft:
    return read_draft(Source(text))


LINES = [
    "A/C.3/79/L.12",
    "A/RES/79/1",
    "E/CN.6/2024/L.3",
    "A/C.3/79/L.12 2/7",
    "24-12345",
    "24-12345 (E)",
    "2/3   24-12345",
    "https://example.org/drafts/12",
    "www.example.org",
    "2",
]


@pytest.mark.parametrize("line", LINES)
def test_a_sentence_goes_on_after_a_line_of_the_page(line: str) -> None:
    draft = read(f"{HEAD}*Noting* the shortage of clean\n\n{line}\n\nwater in schools,{TAIL}")
    assert [p.text for p in draft.part("preamble")][1:] == [
        "Noting the shortage of clean water in schools,"
    ]
    assert len(draft.resolutions[0].operative) == 2
    assert [p.text for p in draft.part("masthead")] == ["A/C.3/79/L.12"]
    assert draft.masthead.symbol == "A/C.3/79/L.12"


@pytest.mark.parametrize("line", LINES)
def test_a_line_of_the_page_between_paragraphs_is_none(line: str) -> None:
    draft = read(HEAD + TAIL.replace("\n\n2.", f"\n\n{line}\n\n2."))
    assert [p.part for p in draft.paragraphs] == [
        "masthead",
        "organ line",
        "preamble",
        "operative",
        "operative",
    ]


def test_a_number_that_a_paragraph_lost_is_its_number() -> None:
    draft = read(HEAD + "1. *Decides* to repair them;\n\n2\n\n*Requests* a report.\n")
    assert "".join(p.text for p in draft.part("operative")).count("Requests") == 1


def test_numbers_in_the_cells_of_a_table_stay() -> None:
    draft = read(
        HEAD + "1. *Decides* on the rates:\n\nStates\n\n12\n\nSchools\n\n13\n\nOthers\n" + TAIL
    )
    assert [p.text for p in draft.paragraphs if p.text.isdigit()] == ["12", "13"]


def test_a_draft_in_a_block_quote_is_read() -> None:
    text = (HEAD + TAIL).strip()
    quoted = "\n".join(f"> {line}".rstrip() for line in text.split("\n"))
    draft, plain = read(quoted), read(text)
    assert [(p.part, p.place, p.text) for p in draft.paragraphs] == [
        (p.part, p.place, p.text) for p in plain.paragraphs
    ]
    assert draft.source.text[draft.paragraphs[1].start :].startswith("*The General")


def test_a_quotation_in_a_draft_stays_one() -> None:
    draft = read(HEAD + "1. *Decides* on this text:\n\n> One\n>\n> Two\n>\n> Three\n" + TAIL)
    assert [p.text for p in draft.part("quotation")] == ["One", "Two", "Three"]


@pytest.mark.parametrize("remark", ["[Agreed ad ref.]", "(agreed)", "*[EU reserves its position]*"])
def test_a_remark_in_brackets_is_outside(remark: str) -> None:
    draft = read(HEAD + TAIL.strip().replace("\n\n2.", f"\n\n{remark}\n\n2."))
    assert [p.part for p in draft.paragraphs][-3:] == ["operative", "outside", "operative"]


@pytest.mark.parametrize("bracketed", ["[*Noting* the shortage,]", "[2 bis. *Noting* wells,]"])
def test_a_paragraph_in_brackets_is_a_paragraph(bracketed: str) -> None:
    draft = read(f"{HEAD}{bracketed}{TAIL}")
    assert "outside" not in [p.part for p in draft.paragraphs]


def test_a_number_in_brackets_that_goes_on_with_no_series_is_that_of_the_page() -> None:
    draft = read(f"{HEAD[:-2]}{TAIL}\n(20)\n\nGo to the next page\n")
    assert [p.place for p in draft.part("operative")] == ["1", "2"]
    draft = read(
        "إن مجلس القرى،\n\nبعد الاطلاع على تقرير الجسور، قرر ما يلي:\n"
        "أولا: بناء جسر في الشمال.\nثانيا: إصلاح الطريق إلى السوق.\n(٢٠)\n"
    )
    assert [p.text for p in draft.part("operative")] == [
        "بناء جسر في الشمال.",
        "إصلاح الطريق إلى السوق.",
    ]


def test_numbers_in_brackets_above_their_items_are_no_pages() -> None:
    draft = read(f"{HEAD[:-2]}\n\n1. *Decides*:\n\n(1)\n\nto dig;\n\n(2)\n\nto plant.\n")
    assert [p.place for p in draft.part("operative")] == ["1", "1 (1)", "1 (2)"]


def test_a_number_alone_is_that_of_a_page_where_no_paragraph_has_one() -> None:
    head = "The Council of Mills,\n\nNoting the rain,\n\n"
    text = f"{head}Urges all to go;\n\n{{}}\n\nRequests a report.\n"
    assert [p.text for p in read(text.format(7)).part("operative")] == [
        "Urges all to go;",
        "Requests a report.",
    ]
    # The number 1 may be that of the paragraph below it.
    assert len(read(text.format(1)).part("operative")) == 3


def test_a_number_alone_above_a_heading_is_that_of_a_page() -> None:
    text = (
        "The Council of Mills,\n\nNoting the rain,\n\n1. Urges all to go;\n\n{}\n\n"
        "Article 2-LONG TERM\n\n2. Requests a report.\n"
    )
    draft = read_draft(Source(text.format(1), "draft.txt"))
    assert [p.text for p in draft.part("operative")] == ["Urges all to go;", "Requests a report."]
    assert [p.text for p in draft.part("heading")] == ["Article 2-LONG TERM"]
