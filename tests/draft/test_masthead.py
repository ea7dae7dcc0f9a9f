"""What masthead and closing say: symbol, session, dates, number and title."""

from __future__ import annotations

import pytest

from reslint.draft.masthead import split_title
from reslint.draft.model import DatedPlace, Draft, Masthead
from reslint.draft.reader import read_draft
from reslint.text.source import Source

BODY = "*The General Assembly*,\n\n*Recalling* the maps,\n\n1. *Decides* to read them.\n"


def read(head: str, closing: str = "") -> Draft:
    return read_draft(Source(f"{head}\n\n{BODY}\n{closing}\n"))


def masthead(head: str, closing: str = "") -> Masthead:
    return read(head, closing).masthead


def dated(place: DatedPlace | None) -> tuple[tuple[int, int, int], str] | None:
    """The date and how it is written."""
    if place is None:
        return None
    return place.date, place.paragraph.text[place.start : place.end]


@pytest.mark.parametrize(
    ("symbol", "date", "head"),
    [
        ("A/C.3/78/L.12", "12 October 2024", "*The General Assembly*,"),
        ("A/C.3/78/L.12", "12 octobre 2024", "*L’Assemblée générale*,"),
        ("A/C.3/78/L.12", "12 de octubre de 2024", "*La Asamblea General*,"),
        ("A/C.3/78/L.12", "12 октября 2024 года", "*Генеральная Ассамблея*,"),
        ("A/C.3/78/L.12", "12 تشرين الأول/أكتوبر 2024", "***إن الجمعية العامة***،"),
        ("E/2024/L.3/Rev.2 of Libraries,2", "2 October 2024", "*The General Assembly*,"),
    ],
)
def test_a_date_below_a_symbol_is_no_note(symbol: str, date: str, head: str) -> None:
    draft = read_draft(Source(f"{symbol}\n\n{date}\n\n{head}\n"))
    assert draft.notes == []
    assert [one.text for one in draft.paragraphs][1] == date


def test_the_end_of_a_symbol_is_no_mark_of_a_note() -> None:
    draft = read_draft(Source(f"A/C.3/78/L.12\n\n{BODY}\n12 See the maps.\n"))
    assert draft.notes == []
    draft = read_draft(Source(f"{BODY[:-6]}the maps.12\n\n12 See the maps.\n"))
    assert [one.number for one in draft.notes] == ["12"]


def test_a_whole_masthead() -> None:
    draft = read(
        "A/RES/79/900\n\nDistr.: General\n\n12 December 2024\n\nSeventy-ninth session\n\n"
        "Resolution adopted by the General Assembly on 5 December 2024\n\n79/900. Maps of towns",
        "*52nd plenary meeting*\n\n*5 December 2024*",
    )
    found = draft.masthead
    assert (found.symbol, found.number, found.session) == ("A/RES/79/900", "79/900", 79)
    assert found.session_span is not None
    assert dated(found.session_span) == ((79, 0, 0), "Seventy-ninth")
    assert dated(found.distribution) == ((2024, 12, 12), "12 December 2024")
    assert dated(found.adoption) == ((2024, 12, 5), "5 December 2024")
    assert dated(found.closing) == ((2024, 12, 5), "5 December 2024")
    assert found.title is not None
    assert (found.title.text, found.title.part) == ("79/900. Maps of towns", "title")


def test_nothing_above_the_organ_line() -> None:
    found = masthead("")
    assert (found.symbol, found.number, found.session, found.session_span) == ("", "", 0, None)
    assert (found.title, found.adoption, found.distribution, found.closing) == (None,) * 4


@pytest.mark.parametrize(
    ("head", "date"),
    [
        ("Distr.: General 12 December 2024", (2024, 12, 12)),
        ("Distr.: General\n\n12 December 2024", (2024, 12, 12)),
        ("Distr.: General\n\nOriginal: English\n\n12 December 2024", None),
    ],
)
def test_the_date_of_distribution(head: str, date: tuple[int, int, int] | None) -> None:
    found = masthead(head).distribution
    assert (found and found.date) == date


def test_the_first_date_of_the_closing_counts() -> None:
    found = masthead("", "*5 December 2024*\n\n*6 December 2024*")
    assert dated(found.closing) == ((2024, 12, 5), "5 December 2024")


@pytest.mark.parametrize(
    ("line", "groups"),
    [
        ("79/900. Maps of towns", ("79/900", None, ".", "Maps of towns")),
        ("79/900 A. Maps", ("79/900", "A", ".", "Maps")),
        ("79/900 Maps", ("79/900", None, "", "Maps")),
        ("ES-11/3. Maps", ("ES-11/3", None, ".", "Maps")),
        ("2552 (2020). Maps", ("2552 (2020)", None, ".", "Maps")),
        (" 2020/12. Maps ", ("2020/12", None, ".", "Maps")),
        ("2552 (2020) Maps", None),
        ("79/900.", None),
        ("Maps 79/900. Towns", None),
    ],
)
def test_a_line_of_number_and_title(
    line: str, groups: tuple[str, str | None, str, str] | None
) -> None:
    match = split_title(line)
    assert (match and match.group("number", "letter", "joint", "title")) == groups


def test_a_council_numbers_its_resolution_without_a_title() -> None:
    text = BODY.replace("General Assembly", "Security Council")
    found = read_draft(Source(f"Resolution 2552 (2020)\n\n{text}")).masthead
    assert (found.number, found.title) == ("2552 (2020)", None)
