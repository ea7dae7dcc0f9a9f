"""Notes at the foot of a page on lines without blank lines between them."""

from __future__ import annotations

import pytest

from benchmarks.structure import counts_of
from reslint.draft.reader import read_draft
from reslint.draft.rereading.reuse import ParagraphCache
from reslint.text.source import Source

TEXT = (
    "The General Assembly,\n\nRecalling the ferries,{one}\n\nNoting the report{two} on mills,\n\n"
    "1. Decides to dig.\n\n{notes}\n"
)


@pytest.mark.parametrize("form", ["{}", "({})"])
def test_each_line_with_the_next_number_is_a_note(form: str) -> None:
    one, two = form.format(1), form.format(2)
    text = TEXT.format(one=one, two=two, notes=f"{one} Report on\nmills.\n{two} A/45/13.")
    draft = read_draft(Source(text, "draft.txt"))
    assert counts_of(draft) == (2, 1, 0, 2)
    assert [note.paragraph.text for note in draft.notes] == ["Report on mills.", "A/45/13."]


def test_the_notes_are_found_again_after_an_edit_elsewhere() -> None:
    text = TEXT.format(one="1", two="2", notes="1 Report on mills.\n2 A/45/13.")
    cache = ParagraphCache()
    read_draft(Source(text, "draft.txt"), cache=cache)
    again = read_draft(Source(text.replace("dig", "plant"), "draft.txt"), cache=cache)
    assert [note.paragraph.text for note in again.notes] == ["Report on mills.", "A/45/13."]
