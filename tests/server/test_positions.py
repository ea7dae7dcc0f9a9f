"""Units of lines, and a store of documents whose lines are those of the protocol."""

from __future__ import annotations

from itertools import combinations_with_replacement, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lsprotocol import types as lsp

from reslint.server import positions
from reslint.server.positions import offset_at, place_in
from reslint.server.text_document import TextDocument, clean, edited
from reslint.text.source import Source

TEXTS = st.text(st.sampled_from("ab \n\r\t\f\v\x85\u2028\u2029é€😀𝒜ש\u200f\u0301大"), max_size=30)
ENCODINGS = st.sampled_from(positions.ENCODINGS)


@pytest.mark.parametrize(
    ("offered", "chosen"),
    [
        ([], "utf-16"),
        (["utf-8"], "utf-8"),
        (["utf-16", "utf-8"], "utf-16"),
        (["utf-8", "utf-16", "utf-32"], "utf-32"),
        (["utf-7"], "utf-16"),
    ],
)
def test_an_encoding_is_chosen_of_those_offered(offered: list[str], chosen: str) -> None:
    assert positions.choose_encoding(offered) == chosen


@pytest.mark.parametrize(
    ("encoding", "expected"), [("utf-8", 1 + 2 + 4 + 3), ("utf-16", 5), ("utf-32", 4)]
)
def test_units_of_a_text(encoding: str, expected: int) -> None:
    assert positions.units("aé😀大", encoding) == expected


@pytest.mark.parametrize(("encoding", "inside"), [("utf-8", 3), ("utf-16", 2)])
def test_a_count_inside_a_character_means_the_place_before_it(encoding: str, inside: int) -> None:
    assert positions.code_points("a😀b", inside, encoding) == 1


@given(TEXTS, ENCODINGS, st.data())
def test_every_offset_comes_back(text: str, encoding: str, data: st.DataObject) -> None:
    source = Source(text)
    offset = data.draw(st.integers(0, len(text)))
    line, character = place_in(source, offset, encoding)
    back = offset_at(source, line, character, encoding)
    # Between CR and LF no place of the protocol lies: that is the end of the line.
    between = text[offset - 1 : offset + 1] == "\r\n" and offset > 0
    assert back == offset - between


@given(TEXTS, ENCODINGS, st.integers(-3, 40), st.integers(-3, 99))
def test_any_position_is_held_inside_the_text(
    text: str, encoding: str, line: int, character: int
) -> None:
    assert 0 <= offset_at(Source(text), line, character, encoding) <= len(text)


@settings(max_examples=500)
@given(TEXTS, TEXTS, st.data())
def test_lines_are_found_again_where_a_text_is_edited(
    text: str, new: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    source = edited(Source(text), start, end, new)
    assert source.text == text[:start] + new + text[end:]
    assert source.line_starts == Source(source.text).line_starts


def test_lines_are_right_after_every_edit_of_every_short_text() -> None:
    texts = ["".join(letters) for n in range(5) for letters in product("\r\na", repeat=n)]
    wrong = []
    for text, new in product(texts, [one for one in texts if len(one) < 3]):
        for start, end in combinations_with_replacement(range(len(text) + 1), 2):
            source = edited(Source(text), start, end, new)
            if source.line_starts != Source(source.text).line_starts:
                wrong.append((text, start, end, new))
    assert wrong == []


def test_lines_end_where_the_protocol_says() -> None:
    text = "a\fb\u2028c\x85d\ve\nsecond\rthird\r\nfourth"
    document = TextDocument("file:///d.md", 1, "markdown", text, "utf-16")
    place = lsp.Range(lsp.Position(3, 0), lsp.Position(3, 6))
    change = lsp.TextDocumentContentChangePartial(range=place, text="4th")
    document.change([change], 2)
    assert document.source.text == "a\fb\u2028c\x85d\ve\nsecond\rthird\r\n4th"


def test_changes_are_made_one_upon_the_other() -> None:
    document = TextDocument("file:///d.md", 1, "markdown", "one\ntwo\n", "utf-16")

    def insert(line: int, character: int, text: str) -> lsp.TextDocumentContentChangePartial:
        place = lsp.Position(line, character)
        return lsp.TextDocumentContentChangePartial(range=lsp.Range(place, place), text=text)

    document.change([insert(0, 0, "zero\n"), insert(1, 3, "!")], 2)
    assert document.source.text == "zero\none!\ntwo\n"
    assert document.typed is None
    document.change([insert(2, 3, "?")], 3)
    assert document.source.text == "zero\none!\ntwo?\n"
    assert document.typed == (14, 14)
    document.change([insert(2, 4, "??")], 4)
    assert document.typed == (14, 16)
    document.change([insert(2, 6, "\nfour")], 5)
    assert document.typed == (17, 21)  # the line that was left is done
    document.change([insert(0, 0, "-")], 6)
    assert document.typed == (1, 1)


def test_a_number_that_enter_writes_among_others_is_typed() -> None:
    document = TextDocument("file:///d.md", 1, "markdown", "1. One;\n\n2. Two.\n", "utf-16")

    def replace(line: int, start: int, end: int, text: str) -> lsp.TextDocumentContentChangePartial:
        place = lsp.Range(lsp.Position(line, start), lsp.Position(line, end))
        return lsp.TextDocumentContentChangePartial(range=place, text=text)

    document.change([replace(0, 7, 7, "\n")], 2)
    assert document.typed == (8, 8)
    document.change([replace(3, 0, 1, "3"), replace(1, 0, 0, "\n2. ")], 3)
    assert document.source.text == "1. One;\n\n2. \n\n3. Two.\n"
    assert document.typed == (8, 12)
    # A change above it moves it; one that takes a part of it away ends it.
    document.change([replace(2, 3, 3, "*A"), replace(0, 0, 1, "10")], 4)
    assert document.typed == (9, 15)
    document.change([replace(4, 0, 1, "4"), replace(1, 0, 0, "")], 5)
    assert document.typed == (9, 15)
    document.change([replace(4, 0, 1, "5"), replace(2, 0, 5, "")], 6)
    assert document.typed == (9, 10)
    document.change([replace(3, 0, 1, "6"), replace(0, 0, 2, "1")], 7)
    assert document.typed is None


def test_half_a_character_becomes_a_whole_one_of_the_same_width() -> None:
    assert clean("a\ud83db") == "a\ufffdb"
    assert clean("a😀b") == "a😀b"
