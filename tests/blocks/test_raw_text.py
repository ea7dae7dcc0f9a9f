"""Each letter of a paragraph keeps its place, whatever invisible characters stand beside it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reslint.draft.reader import read_draft
from reslint.fixes.rounds import fix_in_rounds
from reslint.linting.linter import Linter
from reslint.text.source import Source

INVISIBLE = ["\u202b", "\u202a", "\u200f", "\u200e", "\u200b", "\u061c", "\ufeff", "\xad"]
WORDS = st.lists(
    st.sampled_from([" ", "a", ";", "[^1]", "é", "e\u0301", "\n", *INVISIBLE]), max_size=8
).map("".join)


@given(WORDS, st.sampled_from(["\n", " \n", "  \n", "\r\n", ""]))
def test_each_letter_has_its_own_place(words: str, end: str) -> None:
    text = f"*The General Assembly*,\n\n*Noting* it,\n\n1. *Decides* to act{words}{end}"
    for paragraph in read_draft(Source(text, "draft.md")).paragraphs:
        for index, letter in enumerate(paragraph.text):
            start, stop = paragraph.source_span(index, index + 1)
            if letter.isascii() and letter.isalpha():
                assert text[start:stop].startswith(letter)
                assert stop - start <= 3  # with its accent, in parts, and what nobody sees


@pytest.mark.parametrize("mark", INVISIBLE)
@pytest.mark.parametrize("end", [" {}", "{} ", " {} ", " {}{}"])
def test_a_mark_nobody_sees_at_the_end_moves_no_fix(mark: str, end: str) -> None:
    tail = end.replace("{}", mark)
    text = (
        "*The General Assembly*,\n\n*Noting* the boats,\n\n"
        f"1. *Decides* to paint them;at once;{tail}\n\n2. *Requests* a report[^1] ;{tail}\n\n"
        "3. *Invites* all.\n\n[^1]: A/80/1.\n"
    )
    linter = Linter()
    fixed = fix_in_rounds(linter.lint(Source(text, "draft.md")), linter).text
    assert "1. *Decides* to paint them; at once;" in fixed
    assert "2. *Requests* a report;[^1]" in fixed or "2. *Requests* a report[^1];" in fixed
