"""The bounds of the checks on form: the last date that is right and the first that is wrong."""

from __future__ import annotations

import pytest

from reslint.checks.form import inner_stops
from reslint.checks.form_dates import session_faults
from reslint.draft.reader import read_draft
from reslint.linting.linter import Linter
from reslint.settings.settings import Settings
from reslint.text.source import Source
from tests.checks.marked_drafts import ORGAN_LINES, PREAMBLES

GA = "*The General Assembly*,"
SC = "*The Security Council*,"
ECOSOC = "*The Economic and Social Council*,"
BODY = "*Stressing* the worth of bridges,\n\n*Decides* to count the bridges."


OPERATIVE = {"en": "*Decides* to count them.", "ru": "*постановляет* сосчитать их."}


def dated(number: str, date: str, organ: str) -> str:
    """A draft with the number of the resolution and the date of its adoption in the masthead."""
    title = f"# {number}" if organ == SC else f"# {number}. Bridges"
    return f"Adopted by {organ.strip('*,')} on {date}\n\n{title}\n\n{organ}\n\n{BODY}\n"


@pytest.mark.parametrize(
    ("number", "date", "organ", "wrong"),
    [
        # The seventy-ninth session of the General Assembly opened in September 2024 and sat until
        # that of the next year opened; the bounds leave six weeks for resumed sittings.
        ("79/1", "31 August 2024", GA, True),
        ("79/1", "1 September 2024", GA, False),
        ("79/1", "15 October 2025", GA, False),
        ("79/1", "16 October 2025", GA, True),
        # The session of 2024 of the Economic and Social Council begins in July 2023.
        ("2024/1", "30 June 2023", ECOSOC, True),
        ("2024/1", "1 July 2023", ECOSOC, False),
        ("2024/1", "31 December 2024", ECOSOC, False),
        ("2024/1", "1 January 2025", ECOSOC, True),
        # The Security Council puts the year behind the number.
        ("Resolution 2700 (2023)", "5 October 2023", SC, False),
        ("Resolution 2700 (2023)", "5 October 2024", SC, True),
    ],
)
def test_a_date_of_adoption_is_in_the_session_of_the_number(
    number: str, date: str, organ: str, wrong: bool
) -> None:
    draft = read_draft(Source(dated(number, date, organ)))
    assert draft.masthead.adoption is not None and draft.masthead.number
    assert [fault.kind for fault in session_faults(draft)] == (["date"] if wrong else [])


@pytest.mark.parametrize(
    ("paragraph", "stops"),
    [
        ("Recalling the floods. The rivers rose,", [20]),
        ("Recalling *Floods. The rivers* of the north,", []),
        ('Recalling the song "Floods. The rivers" of the north,', []),
        ('Recalling the 5" pipes. The rivers rose,', [22]),
        ("Recalling the song “Floods. The rivers” of the north,", []),
        ("Recalling the floods (north. The rivers),", []),
        ("Recalling the floods in St. Anne,", []),
        ("Recalling the floods of J. Smith,", []),
        ("Recalling the floods of 1990. The rivers rose,", []),
    ],
)
def test_a_full_stop_ends_a_sentence_in_the_draft_s_own_words(
    paragraph: str, stops: list[int]
) -> None:
    opening = paragraph.replace("Recalling", "*Recalling*", 1)
    draft = read_draft(Source(f"{GA}\n\n{opening}\n\n{BODY}\n"))
    assert [start for _, start, _ in inner_stops(draft)] == stops


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("Resolution 2700 (2023): On bridges", ["On bridges"]),
        ("Resolution 2700 (2023): Ox", []),
        ("Resolution 2700 (2023)", []),
    ],
)
def test_words_behind_the_number_of_the_council_are_a_title(line: str, words: list[str]) -> None:
    text = f"{line}\n\nAdopted on 5 October 2023\n\n{SC}\n\n{BODY}\n"
    settings = Settings(select=frozenset({"FORM006"}))
    found = Linter(settings).lint(Source(text)).diagnostics
    assert [text[one.start : one.end] for one in found] == words


@pytest.mark.parametrize(
    ("language", "title", "wrong"),
    [
        ("en", "Bridges and boats.", True),
        ("ru", "Мосты и эмбарго.", True),
        ("ru", "Мосты до 2030\u00a0г.", False),
        ("en", "Bridges of the U.N.", False),
        ("en", "Bridges, boats, etc.", False),
    ],
)
def test_the_stop_of_an_abbreviation_ends_no_title(language: str, title: str, wrong: bool) -> None:
    organ, body = ORGAN_LINES[language], PREAMBLES[language]
    text = f"# 79/1. {title}\n\n{organ}\n\n{body}\n\n1. {OPERATIVE[language]}\n"
    found = Linter(Settings()).lint(Source(text, "draft.md")).diagnostics
    stops = [one for one in found if one.code == "FORM005" and text[one.start : one.end] == "."]
    assert bool(stops) is wrong
