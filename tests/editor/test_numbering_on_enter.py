"""The next label on Enter: it never breaks a draft, and counts on in what follows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reslint.draft.reader import read_draft
from reslint.editor.numbering_on_enter import after_enter
from reslint.linting.linter import Linter
from reslint.text.source import Source
from tests.conftest import EXAMPLES

if TYPE_CHECKING:
    from pathlib import Path

EN = (
    "*The General Assembly*,\n\n*Noting* the boats,\n\n"
    "1. *Decides* to paint the boats;\n\n"
    "2. *Invites* all villages:\n\n"
    "(a) To row;\n\n"
    "(b) To sail;\n\n"
    "3. *Requests* the Secretary-General to report on paragraphs 1 and 2 above.\n"
)


def entered(text: str, after: str) -> tuple[str, int]:
    """A text after Enter behind some words, and where the cursor is."""
    at = text.index(after) + len(after)
    return text[:at] + "\n" + text[at:], at + 1


def proposed(text: str, after: str) -> str:
    """A text after Enter behind some words, with what was proposed; the cursor as |."""
    new, cursor = entered(text, after)
    edits = after_enter(read_draft(Source(new, "draft.md")), cursor)
    for edit in reversed(edits):
        end = edit.text
        if edit.end == cursor:
            end += "|"
        new = new[: edit.start] + end + new[edit.end :]
    return new if edits else ""


def test_the_next_number_and_what_follows() -> None:
    assert proposed(EN, "paint the boats;") == EN.replace("boats;\n", "boats;\n\n2. |\n").replace(
        "2. *Invites*", "3. *Invites*"
    ).replace("3. *Requests*", "4. *Requests*").replace("1 and 2 above", "1 and 3 above")


def test_the_next_letter_and_what_follows() -> None:
    assert proposed(EN, "To row;") == EN.replace("To row;\n", "To row;\n\n(b) |\n").replace(
        "(b) To sail", "(c) To sail"
    )
    assert proposed(EN, "To sail;") == EN.replace("To sail;\n", "To sail;\n\n(c) |\n")


@pytest.mark.parametrize("after", ["boats,", "all villages:", "2 above.", "to paint", "Assembly*,"])
def test_nothing_where_enter_may_mean_something_else(after: str) -> None:
    assert proposed(EN, after) == ""


EMPTY = EN.replace("boats;\n", "boats;\n\n2. \n").replace("2. *Inv", "3. *Inv")
EMPTY = EMPTY.replace("3. *Req", "4. *Req").replace("1 and 2 above", "1 and 3 above")


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_enter_after_a_label_alone_takes_it_back(line_end: str) -> None:
    text = EMPTY.replace("\n", line_end)
    at = text.index("2. ") + 3
    new = text[:at] + line_end + text[at:]
    edits = after_enter(read_draft(Source(new, "draft.md")), at + len(line_end))
    for edit in reversed(edits):
        new = new[: edit.start] + edit.text + new[edit.end :]
    assert new.replace("\r\n", "\n") == EN.replace("boats;\n", "boats;\n\n\n")


def test_enter_after_the_last_letter_alone_takes_it_back() -> None:
    text = EN.replace("To sail;\n", "To sail;\n\n(c) \n")
    assert proposed(text, "(c) ") == EN.replace("To sail;\n", "To sail;\n\n|\n")


def test_nothing_between_a_paragraph_and_its_items() -> None:
    text = EN.replace("all villages:", "all villages;")
    assert proposed(text, "all villages;") == ""


@pytest.mark.parametrize("below", ["*", "and to sail", "  (see below)"])
def test_nothing_right_above_a_text_that_would_become_part_of_it(below: str) -> None:
    text = EN.replace("boats;\n\n", f"boats;\n{below}\n")
    assert proposed(text, "paint the boats;") == ""


def test_the_next_number_right_above_a_number() -> None:
    text = EN.replace("boats;\n\n2.", "boats;\n2.")
    assert "boats;\n\n2. |\n3. *Invites*" in proposed(text, "paint the boats;")


def test_a_label_alone_stays_if_a_reference_means_it() -> None:
    assert proposed(EMPTY.replace("1 and 3 above", "1 and 2 above"), "2. ") == ""


def test_nothing_where_letters_are_referred_to() -> None:
    text = EN.replace("1 and 2 above", "2 (b) above").replace("paragraphs", "paragraph")
    assert proposed(text, "To row;") == ""


def test_letters_count_on_where_none_that_follows_is_referred_to() -> None:
    one = EN.replace("paragraphs 1 and 2 above", "paragraph 1 (b) above")
    assert "(b) |\n\n(c) To sail;" in proposed(one, "To row;")
    two = EN.replace("paragraphs 1 and 2 above", "paragraph 2 (b) above")
    assert "(b) To sail;\n\n(c) |\n" in proposed(two, "To sail;")
    unknown = EN.replace("paragraphs 1 and 2 above", "paragraph 12 (b) above")
    assert proposed(unknown, "To row;") == ""


def test_a_letter_goes_along_with_the_number_of_its_paragraph() -> None:
    text = EN.replace("paragraphs 1 and 2 above", "paragraph 2 (b) above")
    assert "on paragraph 3 (b) above." in proposed(text, "paint the boats;")


def test_numbered_items_leave_references_to_paragraphs_alone() -> None:
    text = EN.replace("(a)", "(1)").replace("(b)", "(2)")
    assert proposed(text, "To row;") == text.replace("(2) To sail", "(3) To sail").replace(
        "To row;\n", "To row;\n\n(2) |\n"
    )


def test_spaces_of_the_new_line_are_replaced() -> None:
    text = EN.replace("To sail;\n", "To sail;\n  \n")
    at = text.index("  \n")
    edits = after_enter(read_draft(Source(text, "draft.md")), at + 2)
    assert [(edit.start, edit.end, edit.text) for edit in edits] == [(at, at + 2, "\n(c) ")]


@pytest.mark.parametrize(
    ("old", "new", "after"),
    [
        ("paint the boats;", "paint the boats,", "paint the boats,"),  # the paragraph goes on
        ("2. *Invites* all villages:", "1 bis. *Invites* villages;", " villages;"),
        ("*The General Assembly*,\n\n", "", "paint the boats;"),  # the structure is doubted
        ("paint the boats;", "paint the\nboats;", "paint the"),  # within a paragraph
        ("*Noting* the boats,", "1. *Noting* the boats;\n\n2. *Noting* oars,", "the boats;"),
        ("1. *Decides* to paint the boats;", "1. ", "1. "),
        ("1. *Decides* to paint the boats;", "1. ***", "1. ***"),
        ("1. *Decides* to", "1. *Decides to", "paint the boats;"),  # italics are open
        ("1. *Decides*", "x 1. *Decides*", "paint the boats;"),
    ],
)
def test_nothing_after_what_is_no_finished_paragraph(old: str, new: str, after: str) -> None:
    assert old in EN
    assert proposed(EN.replace(old, new), after) == ""


def test_nothing_on_a_line_with_words() -> None:
    text = EN.replace("\n2. *Invites*", "2. *Invites*")
    assert after_enter(read_draft(Source(text, "draft.md")), text.index("2. *Inv")) == []


def test_nothing_in_a_series_with_errors() -> None:
    assert proposed(EN.replace("3. *Req", "5. *Req"), "paint the boats;") == ""


def test_labels_as_the_draft_writes_them() -> None:
    bold = EN.replace("1. ", "**1.** ").replace("2. *I", "**2.** *I").replace("3. *R", "**3.** *R")
    assert "\n\n**2.** |\n" in proposed(bold, "paint the boats;")
    tight = EN.replace("\n\n", "\n")
    assert "boats;\n2. |\n3. *Invites*" in proposed(tight, "paint the boats;")
    crlf = proposed(EN.replace("\n", "\r\n"), "paint the boats;")
    assert "boats;\n\r\n2. |\r\n" in crlf


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_after_every_line_of_a_draft(path: Path) -> None:
    """What is written on a proposed label makes one paragraph more, and no error in numbers."""
    text = path.read_text(encoding="utf-8")
    linter = Linter()
    before = linter.lint(Source(text, "draft.md"))
    known = {one.code for one in before.diagnostics if one.code.startswith("NUM")}
    end = 0
    while (end := text.find("\n", end + 1)) >= 0:
        new = text[:end] + "\n" + text[end:]
        cursor = end + 1
        edits = after_enter(read_draft(Source(new, "draft.md")), cursor)
        if not edits:
            continue
        for edit in reversed(edits):
            words = "*Decides* to act;" if edit.end == cursor else ""
            new = new[: edit.start] + edit.text + words + new[edit.end :]
        found = linter.lint(Source(new, "draft.md"))
        numbered = {one.code for one in found.diagnostics if one.code.startswith("NUM")}
        numbered.discard("NUM007")  # the capital of these words is not the draft's
        assert numbered <= known
        assert len(found.draft.paragraphs) == len(before.draft.paragraphs) + 1


@given(st.integers(min_value=0, max_value=len(EN)), st.sampled_from(["", " ", "\n", "x"]))
@settings(max_examples=60)
def test_enter_anywhere_gives_edits_inside_the_text(at: int, more: str) -> None:
    text = EN[:at] + "\n" + more + EN[at:]
    edits = after_enter(read_draft(Source(text, "draft.md")), at + 1)
    for edit in edits:
        assert 0 <= edit.start <= edit.end <= len(text)
    for first, second in zip(edits, edits[1:], strict=False):
        assert first.end <= second.start
