"""Edits applied to a text, and the choice of fixes that go together."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reslint.fixes.choosing import apply, choose, edits_of
from reslint.text.diagnostics import Diagnostic, Edit, Fix

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.text.diagnostics import Safety


def diagnostic(*edits: Edit, safety: Safety = "safe", group: str | None = None) -> Diagnostic:
    fix = Fix(safety, "title", edits, group)
    return Diagnostic("X001", "name", "error", "message", 0, 1, fix=fix)


def test_replacement_insertion_and_deletion() -> None:
    edits = [Edit(10, 11, ";"), Edit(0, 0, "*"), Edit(4, 4, "*"), Edit(5, 6, "")]
    assert apply("abcd  efgh.", edits) == "*abcd* efgh;"


def test_insertions_at_one_point_keep_their_order() -> None:
    assert apply("ab", [Edit(1, 1, "1"), Edit(1, 1, "2"), Edit(1, 2, "B")]) == "a12B"
    assert apply("ab", [Edit(1, 2, "B"), Edit(1, 1, "2"), Edit(1, 1, "1")]) == "a21B"


def test_the_same_edit_twice_is_made_once() -> None:
    assert apply("ab", [Edit(1, 1, "x"), Edit(1, 1, "x")]) == "axb"


@pytest.mark.parametrize(
    "edits",
    [
        [Edit(0, 2, "x"), Edit(1, 3, "y")],
        [Edit(0, 2, "x"), Edit(0, 2, "y")],
        [Edit(0, 3, "x"), Edit(1, 1, "y")],
    ],
)
def test_overlapping_edits_are_refused(edits: list[Edit]) -> None:
    with pytest.raises(ValueError, match="overlaps"):
        apply("abcd", edits)


@pytest.mark.parametrize("edit", [Edit(-1, 0, ""), Edit(2, 1, ""), Edit(0, 5, "")])
def test_edits_outside_the_text_are_refused(edit: Edit) -> None:
    with pytest.raises(ValueError, match="outside"):
        apply("abcd", [edit])


@st.composite
def texts_with_edits(draw: st.DrawFn) -> tuple[str, list[Edit], str]:
    """A text, edits that do not overlap, in any order, and the text they make."""
    pieces = draw(st.lists(st.tuples(st.text(max_size=5), st.text(max_size=5), st.booleans())))
    text, made, edits = "", "", []
    for old, new, changed in pieces:
        # A character that no edit touches keeps insertions apart.
        if changed:
            edits.append(Edit(len(text), len(text) + len(old), new))
        text += old + "|"
        made += (new if changed else old) + "|"
    return text, draw(st.permutations(edits)), made


@given(texts_with_edits())
def test_edits_in_any_order_give_the_text_they_stand_for(
    case: tuple[str, list[Edit], str],
) -> None:
    text, edits, made = case
    assert apply(text, edits) == made


edit_lists = st.lists(
    st.builds(
        lambda start, length, text: Edit(start, start + length, text),
        st.integers(0, 12),
        st.integers(0, 4),
        st.text("ab", max_size=2),
    ),
    min_size=1,
    max_size=3,
)


@given(
    st.lists(
        st.tuples(
            edit_lists, st.sampled_from([None, "g", "h"]), st.sampled_from(["safe", "unsafe"])
        )
    ),
    st.booleans(),
)
def test_what_is_chosen_can_be_applied_and_groups_stay_whole(
    cases: list[tuple[list[Edit], str | None, Safety]], unsafe: bool
) -> None:
    diagnostics = [diagnostic(*edits, safety=safety, group=group) for edits, group, safety in cases]
    chosen = choose(diagnostics, unsafe=unsafe)
    apply("x" * 16, edits_of(chosen))
    for group in ("g", "h"):
        members = [one for one in diagnostics if one.fix is not None and one.fix.group == group]
        assert sum(one in chosen for one in members) in (0, len(members))
    if not unsafe:
        assert all(one.fix is not None and one.fix.safety == "safe" for one in chosen)


def test_the_first_of_two_fixes_that_collide_is_taken() -> None:
    first, second = diagnostic(Edit(0, 3, "x")), diagnostic(Edit(2, 5, "y"))
    assert choose([first, second]) == [first]


@pytest.mark.parametrize(
    ("first", "second", "collide"),
    [
        (Edit(3, 3, "a"), Edit(3, 3, "b"), True),
        (Edit(3, 3, "a"), Edit(3, 3, "a"), False),
        (Edit(3, 3, "a"), Edit(4, 4, "b"), False),
        (Edit(3, 3, "a"), Edit(3, 5, "b"), True),
        (Edit(3, 3, "a"), Edit(1, 3, "b"), True),
        (Edit(3, 3, "a"), Edit(2, 4, "b"), True),
        (Edit(3, 3, "a"), Edit(4, 5, "b"), False),
        (Edit(1, 3, "a"), Edit(3, 5, "b"), False),
    ],
)
def test_an_insertion_collides_with_what_touches_its_place(
    first: Edit, second: Edit, collide: bool
) -> None:
    one, other = diagnostic(first), diagnostic(second)
    assert choose([one, other]) == ([one] if collide else [one, other])
    assert choose([other, one]) == ([other] if collide else [other, one])


def test_fixes_that_share_an_edit_do_not_collide() -> None:
    first = diagnostic(Edit(0, 1, "2"), Edit(5, 6, "3"), group="renumber")
    second = diagnostic(Edit(5, 6, "3"), group="renumber")
    assert choose([first, second]) == [first, second]
    assert apply("1 … 4 2", edits_of([first, second])[:1]) == "2 … 4 2"


def test_a_group_with_an_unsafe_fix_waits_for_unsafe_fixes() -> None:
    first = diagnostic(Edit(0, 1, "2"), group="g")
    second = diagnostic(Edit(2, 3, "3"), group="g", safety="unsafe")
    assert choose([first, second]) == []
    assert choose([first, second], unsafe=True) == [first, second]


def test_a_fix_that_overlaps_itself_is_never_taken() -> None:
    assert choose([diagnostic(Edit(0, 3, "x"), Edit(1, 2, "y"))]) == []
