"""Edits of several rounds as one list of edits."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reslint.fixes.choosing import apply
from reslint.fixes.composing import Moved, composed
from reslint.text.diagnostics import Edit


def test_edits_that_touch_become_one() -> None:
    rounds = [[Edit(0, 3, "The")], [Edit(3, 4, " new ")], [Edit(4, 7, "old")]]
    assert composed(8, rounds) == [Edit(0, 4, "The old ")]


def test_nothing_is_left_of_an_insertion_that_is_deleted() -> None:
    assert composed(3, [[Edit(1, 1, "xyz")], [Edit(1, 4, "")]]) == []


@st.composite
def some_rounds(draw: st.DrawFn) -> tuple[str, list[list[Edit]]]:
    text = draw(st.text("abcdefgh", max_size=20))
    rounds, now = [], text
    for _ in range(draw(st.integers(0, 3))):
        cuts = sorted(draw(st.lists(st.integers(0, len(now)), max_size=6, unique=True)))
        if len(cuts) % 2:
            cuts.pop()
        edits = [
            Edit(start, end, draw(st.text("XY", max_size=3)))
            for start, end in zip(cuts[::2], cuts[1::2], strict=True)
        ]
        rounds.append(edits)
        now = apply(now, edits)
    return text, rounds


@given(some_rounds())
def test_one_list_does_what_all_rounds_do(drawn: tuple[str, list[list[Edit]]]) -> None:
    text, rounds = drawn
    now = text
    for edits in rounds:
        now = apply(now, edits)
    made = composed(len(text), rounds)
    assert apply(text, made) == now
    assert all(a.end < b.start for a, b in zip(made, made[1:], strict=False))


def test_where_a_span_is_after_edits() -> None:
    moved = Moved([Edit(2, 4, "x"), Edit(6, 6, "yy")])
    assert moved.span(4, 6) == (2, 7)
    assert moved.span(7, 9) == (8, 10)
