"""What is a note marker, and what is a unit, an ordinal or an abbreviation."""

from __future__ import annotations

import pytest

from reslint.blocks.markers import is_letter_marker, is_unit_power
from reslint.blocks.reader import read_blocks
from reslint.text.source import Source


@pytest.mark.parametrize(
    ("before", "after", "marker"),
    [
        ("level", "", True),
        ("the", ",", True),
        ("of", "", False),
        ("n", " 5", False),
        ("XXI", " siècle", False),
        ("8744", " sesión", False),
        ("in 2020", ";", True),
        ("in 2020", " x", False),
        ("", " x", False),
        ("(level)", "", True),
        ("level ", "", True),
    ],
)
def test_a_raised_letter(before: str, after: str, marker: bool) -> None:
    assert is_letter_marker(before, after) == marker


@pytest.mark.parametrize(
    ("before", "number", "power"),
    [
        ("10 m", "2", True),
        ("km", "3", True),
        ("5 cm", "2", True),
        ("m", "4", False),
        ("m", "12", False),
        ("them", "2", False),
        ("сём", "2", False),
        ("15 км", "2", True),
        ("١٥ كم", "2", True),
    ],
)
def test_a_raised_number(before: str, number: str, power: bool) -> None:
    assert is_unit_power(before, number) == power


def test_numbers_around_another_marker_are_no_marker() -> None:
    block = read_blocks(Source("Recalling the wells¹<sup>2</sup>³"))[0]
    assert [(one.number, one.start, one.end) for one in block.markers] == [("2", 20, 32)]


def test_parentheses_around_two_markers_belong_to_neither() -> None:
    block = read_blocks(Source("Recalling the wells (<a>[^1][2])"))[0]
    spans = [(one.start, one.end) for one in block.markers]
    assert all(before[1] <= after[0] for before, after in zip(spans, spans[1:], strict=False))
    block = read_blocks(Source("Recalling the wells ([^1])([^2])"))[0]
    assert [(one.number, one.start, one.end) for one in block.markers] == [
        ("1", 20, 26),
        ("2", 26, 32),
    ]
