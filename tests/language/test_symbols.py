"""Document symbols: whose they are and what they add to."""

from __future__ import annotations

import pytest

from reslint.language.symbols import (
    components_cited,
    is_symbol,
    organ_of_symbol,
    without_additions,
)


@pytest.mark.parametrize(
    ("symbol", "organ"),
    [
        ("A/HRC/50/L.1", "HRC"),
        ("A/75/L.12", "GA"),
        ("S/2020/100", "SC"),
        ("E/2020/L.5", "ECOSOC"),
        ("ECE/TRANS/5", ""),
        ("A", ""),
        ("", ""),
    ],
)
def test_the_first_components_name_the_organ(symbol: str, organ: str) -> None:
    assert organ_of_symbol(symbol) == organ


@pytest.mark.parametrize("text", ["A/75/L.12/Rev.1", "S/RES/2500 (2019)", "A/HRC/RES/50/1"])
def test_a_line_may_be_a_symbol(text: str) -> None:
    assert is_symbol(text)


@pytest.mark.parametrize("text", ["A/75/L.12 of today", "75/1", "A", "see A/75/1"])
def test_other_lines_are_none(text: str) -> None:
    assert not is_symbol(text)


@pytest.mark.parametrize(
    ("symbol", "main", "pieces"),
    [
        ("A/75/100/Add.1", "A/75/100", ["A/75/100", "Add.1"]),
        ("A/75/100/Rev.2/Corr.1", "A/75/100", ["A/75/100", "Rev.2", "Corr.1"]),
        ("A/75/100", "A/75/100", ["A/75/100"]),
        ("A/75/L.1/Rev.1 and Corr.1", "A/75/L.1 and Corr.1", ["A/75/L.1", "Rev.1 and Corr.1"]),
    ],
)
def test_additions_are_components_of_their_own(symbol: str, main: str, pieces: list[str]) -> None:
    assert without_additions(symbol) == main
    assert components_cited(symbol) == pieces
