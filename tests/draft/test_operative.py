"""The operative part: which labels are labels, and which lines continue a paragraph."""

from __future__ import annotations

import pytest

from reslint.draft.reader import read_draft
from reslint.text.source import Source

HEAD = "*The General Assembly*,\n\n*Recalling* x,\n\n1. *Requests* the librarian\n\n"


def read(rest: str) -> list[tuple[str, int, str]]:
    """Place, level and text of the paragraphs from the first operative one on."""
    return [
        (p.place, p.level, p.text) for p in read_draft(Source(HEAD + rest + "\n")).paragraphs[2:]
    ]


@pytest.mark.parametrize("label", ["i.", "a.", "(a)", "(b)", "(i)", "b)"])
def test_a_label_begins_an_item_after_a_paragraph_without_an_end(label: str) -> None:
    assert read(f"{label} To read;") == [
        ("1", 0, "Requests the librarian"),
        (f"1 {label}", 1, "To read;"),
    ]


@pytest.mark.parametrize("label", ["b.", "ii.", "v."])
def test_a_letter_with_a_stop_that_begins_no_list_is_text(label: str) -> None:
    assert read(f"{label} To read;") == [("1", 0, f"Requests the librarian {label} To read;")]


def test_a_letter_with_a_stop_continues_an_open_list() -> None:
    assert read("(a) To read\n\nb. To light;")[1:] == [
        ("1 (a)", 1, "To read"),
        ("1 b.", 1, "To light;"),
    ]
    assert read("(a) To read\n\nc. To light;")[1:] == [("1 (a)", 1, "To read c. To light;")]
    assert read("a. To read\n\nc. To light;")[1:] == [
        ("1 a.", 1, "To read"),
        ("1 c.", 1, "To light;"),
    ]
