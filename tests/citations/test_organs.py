"""Whose resolution a number is, by its form and the draft that cites it."""

from __future__ import annotations

import pytest

from reslint.citations.organs import may_be_of_another, owner


@pytest.mark.parametrize(
    ("number", "organ", "session", "expected"),
    [
        # A number with its year is the Security Council's.
        ("1325 (2000)", "SC", 0, None),
        ("1325 (2000)", "GA", 0, "SC"),
        # Roman sessions: the Assembly's up to XXX, then those of the Economic and Social Council.
        ("217 A (III)", "GA", 3, None),
        ("217 A (III)", "SC", 0, "GA"),
        ("3411 (XXX)", "ECOSOC", 0, "GA"),
        ("1 (XXXI)", "ECOSOC", 0, None),
        ("1503 (XLVIII)", "GA", 0, "ECOSOC"),
        ("1920 (LVIII)", "GA", 0, "ECOSOC"),
        ("3 (XXIX)", "ECOSOC", 0, "GA"),
        # A year before the stroke is the Economic and Social Council's.
        ("2020/12", "ECOSOC", 0, None),
        ("2020/12", "GA", 75, "ECOSOC"),
        ("1995/12", "GA", 50, "ECOSOC"),
        ("2006/12", "HRC", 5, ""),
        ("2007/12", "HRC", 5, "ECOSOC"),
        # A session before the stroke: the Assembly's, or a council's while its sessions are few.
        ("70/1", "GA", 70, None),
        ("60/1", "SC", 0, ""),
        ("61/1", "SC", 0, "GA"),
        ("60/1", "HRC", 0, None),
        ("61/1", "HRC", 0, "GA"),
        ("54/27", "HRC", 54, None),
        ("55/1", "HRC", 54, "GA"),
        ("70/1", "other", 0, None),
        ("no number", "GA", 0, None),
        ("/1", "SC", 0, None),
        ("70/", "SC", 0, None),
        ("12345/1", "GA", 0, None),
    ],
)
def test_the_owner_of_a_number(number: str, organ: str, session: int, expected: str | None) -> None:
    assert owner(number, organ, session) == expected


@pytest.mark.parametrize(
    ("text", "organ", "expected"),
    [
        ("Resolution 70/1.", "GA", False),
        ("See A/79/900, annex.", "GA", False),
        ("Resolution 1325 (2000).", "GA", True),
        ("第1325（2000）号决议。", "GA", True),
        ("Resolution 2020/12.", "GA", True),
        ("Resolution 70/1.", "SC", True),
        ("Resolution 1325 (2000).", "other", False),
    ],
)
def test_a_quick_look_finds_numbers_of_other_organs(text: str, organ: str, expected: bool) -> None:
    assert may_be_of_another(text, organ) is expected
