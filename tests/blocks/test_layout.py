"""How a draft is laid out: wrapped at which width, with or without blank lines."""

from __future__ import annotations

import pytest

from reslint.blocks.layout import Layout, ends_paragraph
from reslint.blocks.lines import read_lines
from reslint.text.source import Source


def layout_of(*lines: str) -> Layout:
    return Layout(read_lines(Source("\n".join(lines) + "\n")))


def line(length: int) -> str:
    """A line of so many characters."""
    return ("word " * 40)[: length - 1] + "x"


@pytest.mark.parametrize(
    ("lengths", "width"),
    [
        ((60, 60, 60), 60),
        ((60, 60, 20), 0),
        ((60, 60, 60, 20, 20, 20, 20, 20, 20, 20, 20), 60),
        ((60, 60, 60, *[20] * 9), 0),
        ((40, 40, 40), 40),
        ((39, 39, 39), 0),
        ((140, 140, 140), 140),
        ((141, 141, 141), 0),
    ],
)
def test_a_text_is_wrapped_where_many_lines_are_nearly_full(
    lengths: tuple[int, ...], width: int
) -> None:
    assert layout_of(*map(line, lengths)).width == width


def test_headings_tables_and_rules_do_not_count() -> None:
    lines = (line(60), line(60), line(60), "# " + line(80), f"| {line(90)} |", "---")
    assert layout_of(*lines).width == 60


@pytest.mark.parametrize(
    ("lines", "dense"),
    [
        (["1. One;", "2. Two;", "3. Three."], True),
        (["1. One;", "", "2. Two;", "", "3. Three."], False),
        (["1. One;", "2. Two;", "", "3. Three."], False),
        (["1. One;", "2. Two;", "3. Three;", "", "4. Four."], False),
        (["1. One;", "2. Two;", "3. Three;", "", "4. Four;", "5. Five."], True),
        (["*Noting* x,", "*Noting* y,"], False),
        (["*Noting* x,", "*Noting* y,", "*Noting* z,"], True),
        (["One"] * 7, True),
        (["One", "", "Two"], False),
    ],
)
def test_a_text_is_dense_without_blank_lines_between_its_paragraphs(
    lines: list[str], dense: bool
) -> None:
    assert layout_of(*lines).dense == dense


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("To read;", True),
        ("To read,[^1]", True),
        ("To read;*", True),
        ("To read”.", True),
        ("To read; and", True),
        ("À lire ; ou", True),
        ("Para leer, y", True),
        ("Читать; или", True),
        ("To read", False),
        ("To read and", False),
        ("Or; some more", False),
    ],
)
def test_the_end_of_a_paragraph(text: str, ends: bool) -> None:
    assert ends_paragraph(text) == ends


def test_layouts_are_compared_by_width_and_density() -> None:
    one = layout_of("1. One;", "2. Two;", "3. Three.")
    assert one.same_as(layout_of("1. Five;", "2. Six;", "3. Seven."))
    assert not one.same_as(layout_of("1. One;", "", "2. Two;"))
    assert not one.same_as(layout_of("1. " + line(60), "2. " + line(60), "3. " + line(60)))


@pytest.mark.parametrize(("above", "opens"), [(30, True), (60, False)])
def test_a_list_opens_only_below_a_line_with_room_for_its_first_word(
    above: int, opens: bool
) -> None:
    texts = [line(60), line(60), line(60), line(above), "(a) boats;", "(b) bridges;"]
    lines = read_lines(Source("\n".join(texts) + "\n"))
    assert Layout(lines).opens_list(lines, 4) is opens


@pytest.mark.parametrize(
    ("first", "second", "opens"),
    [("   ", "   ", True), ("", "   ", False), ("   ", "", False), ("", "", False)],
)
def test_numbers_open_a_list_only_further_in(first: str, second: str, opens: bool) -> None:
    texts = ["1. Requests all", f"{first}1. to go;", f"{second}2. to stay;"]
    lines = read_lines(Source("\n".join(texts) + "\n"))
    assert Layout(lines).opens_list(lines, 1) is opens
