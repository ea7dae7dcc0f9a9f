"""Quotation marks before each paragraph of a quoted draft: no part of its text."""

from __future__ import annotations

import pytest

from reslint.draft.model import Draft
from reslint.draft.reader import read_draft
from reslint.linting.incremental import IncrementalLinter
from reslint.linting.linter import Linter
from reslint.text.source import Source
from tests.blocks.test_margin import WRAPPED

MARKS = {
    "en": ("“", "”"),
    "fr": ("«", "»"),
    "es": ("«", "»"),
    "ru": ("«", "»"),
    "ar": ('"', '"'),
    "zh": ("“", "”"),
}


def read(text: str) -> Draft:
    return read_draft(Source(text, "draft.txt"))


def quoted(text: str, opening: str, closing: str) -> str:
    """Return a draft as newspapers quote it: a mark opens each paragraph, one closes the last."""
    return "\n\n".join(opening + one for one in text.split("\n\n")) + closing


def shape(draft: Draft) -> tuple[str, list[tuple[str, str]]]:
    texts = [(one.place, one.text.rstrip(' ”»"')) for one in draft.paragraphs]
    return draft.organ, texts


@pytest.mark.parametrize("language", WRAPPED)
def test_each_paragraph_of_a_quotation_opens_with_a_mark(language: str) -> None:
    opening, closing = MARKS[language]
    draft = read(quoted(WRAPPED[language], opening, closing))
    assert draft.is_resolution
    assert shape(draft) == shape(read(WRAPPED[language]))


def test_the_closing_mark_may_open_the_paragraphs_below_the_first() -> None:
    text = "«" + WRAPPED["es"].replace("\n\n", "\n\n»") + "»"
    assert shape(read(text)) == shape(read(WRAPPED["es"]))


def test_lines_and_spaces_before_the_marks_do_not_count() -> None:
    text = "The clerk said:\n\n" + quoted(WRAPPED["en"], "  “ ", "”") + "\n\nThe clerk sat down.\n"
    draft = read(text)
    assert [one.text for one in draft.part("preamble")] == [
        "Noting the cost of ferries in all of the river villages,"
    ]
    assert [one.place for one in draft.resolutions[0].operative] == ["1", "2"]


def test_quotations_that_end_in_their_paragraph_stay() -> None:
    text = (
        "The General Assembly,\n\n“Noting” the rain,\n\n“Recalling” the bridge,\n\n1. Urges all.\n"
    )
    assert [one.text for one in read(text).part("preamble")] == [
        "“Noting” the rain,",
        "“Recalling” the bridge,",
    ]


def test_what_an_emphasized_draft_quotes_stays_quoted() -> None:
    inner = quoted("*The General Assembly*,\n\n*Recalling* its work,\n\n*Decides* to go.", "“", "”")
    text = f"*The Economic and Social Council*\n\n*Recommends* the following draft:\n\n{inner}\n"
    assert [one.organ for one in read(text).resolutions] == ["ECOSOC"]


def test_the_closing_mark_of_the_last_paragraph_is_no_error() -> None:
    text = quoted(WRAPPED["en"], "“", "”")
    result = Linter().lint(Source(text, "draft.txt"))
    assert [found.code for found in result.diagnostics if found.code.startswith("TYPO")] == []


def test_an_edit_that_closes_a_quotation_is_read_like_a_new_text() -> None:
    before = quoted(WRAPPED["en"], "“", "”")
    after = before.replace("Assembly,", "Assembly”,")
    linter = IncrementalLinter()
    linter.lint(Source(before, "draft.txt"))
    for text in (after, before):
        source = Source(text, "draft.txt")
        live = [(one.code, one.start, one.end) for one in linter.lint(source).diagnostics]
        full = [(one.code, one.start, one.end) for one in Linter().lint(source).diagnostics]
        assert live == full
