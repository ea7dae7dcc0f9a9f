"""What is found once a paragraph and kept with it: figures, capitals, dates, citations."""

from __future__ import annotations

import pytest

from reslint.citations.finder import Citations, citations
from reslint.draft.model import Draft
from reslint.draft.reader import read_draft
from reslint.facts.capitals import capital_words, different_capital_words, has_figures
from reslint.facts.endings import ending_of, ends_with_entity
from reslint.names.mentions import mentions_of
from reslint.text.source import decode

TEXT = """*The General Assembly*,

*Recalling* its resolution 70/1 of 25 September 2015, and Tunis’s School-Garden,

1. *Requests* the Secretary-General to report in 2030 on resolution 71/2 of March 3, 2016;

2. *Decides* to remain seized.
"""


def draft_of(text: str) -> Draft:
    return read_draft(decode(text.encode()))


def test_figures() -> None:
    paragraphs = draft_of(TEXT).paragraphs
    assert [has_figures(paragraph) for paragraph in paragraphs] == [False, True, True, False]


def test_capital_words_with_their_places() -> None:
    paragraph = draft_of(TEXT).paragraphs[1]
    found = capital_words(paragraph)
    assert [word for _, word in found] == [
        "Recalling",
        "September",
        "Tunis",
        "School",
        "Garden",
    ]
    assert all(paragraph.text.startswith(word, place) for place, word in found)


def test_different_capital_words_of_a_draft() -> None:
    words = different_capital_words(draft_of(TEXT))
    assert {"General", "Assembly", "Requests", "March"} <= words
    assert "seized" not in words


def test_citations_are_kept_with_their_paragraphs() -> None:
    draft = draft_of(TEXT)
    found = citations(draft)
    assert [one.number.text for one in found.citations] == ["70/1", "71/2"]
    assert [one.date for one in found.dates] == [(2015, 9, 25), (2016, 3, 3)]
    again = Citations(draft)
    assert all(one is two for one, two in zip(again.citations, found.citations, strict=True))


def test_citations_are_read_again_when_another_organ_speaks() -> None:
    draft = draft_of(TEXT)
    first = citations(draft).citations[0]
    assert (first.organ, first.certain) == ("GA", True)
    resolution = draft.paragraphs[1].resolution
    assert resolution is not None
    resolution.organ = "HRC"
    second = Citations(draft).citations[0]
    assert second is not first
    assert second.organ != "GA"


def test_mentions_of_several_kinds_are_in_order_of_place() -> None:
    draft = draft_of(TEXT.replace("seized", "seized by UNESCO, the UN, UNESCO and UNICEF"))
    found = [one.written for one in mentions_of(draft, "principal", "acronym")]
    places = [
        (one.paragraph.start, one.start) for one in mentions_of(draft, "principal", "acronym")
    ]
    assert "UNESCO" in found
    assert places == sorted(places)


@pytest.mark.parametrize("separator", [",", "، ", ", ", ",\u00a0"])
def test_the_mark_between_two_markers_ends_no_paragraph(separator: str) -> None:
    text = TEXT.replace("2016;", f"2016;[^1]{separator}[^2]")
    ending = ending_of(draft_of(text).paragraphs[2])
    assert (ending.kind, ending.mark) == ("semicolon", ";")


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("boats &amp;", True),
        ("boats &#8217;", True),
        ("boats &NonBreakingSpace;", True),
        ("boats; bridges &amp; boats;", False),
        ("R&D;", False),
    ],
)
def test_a_semicolon_that_ends_a_written_character(text: str, entity: bool) -> None:
    assert ends_with_entity(f"{text} and boats", len(text)) is entity


@pytest.mark.parametrize(
    ("text", "mark", "place"),
    [
        ("Noting the report,1", ",", 17),
        ("Noting “the wells”,12", ",", 18),
        ("欢迎《宣言》，2", "，", 6),
        ("يحث الدول على الحفر؛3", "؛", 19),
        ("Noting 1,2", "", 10),
        ("Noting the year 2.5", "", 19),
    ],
)
def test_the_mark_before_a_note_number_in_plain_text(text: str, mark: str, place: int) -> None:
    draft = draft_of(f"The General Assembly,\n\n{text}\n\n1. *Decides* to act.\n")
    ending = ending_of(next(one for one in draft.paragraphs if one.text == text))
    assert (ending.mark, ending.start) == (mark, place)
