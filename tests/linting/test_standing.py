"""Findings that stand while somebody types move with the text behind the change."""

from __future__ import annotations

from reslint.linting.standing import Move
from reslint.text.diagnostics import Diagnostic, Edit, Fix, Related


def finding(start: int, end: int, *edits: Edit, related: tuple[Related, ...] = ()) -> Diagnostic:
    fix = Fix("safe", "Correct", edits, "group") if edits else None
    return Diagnostic("X001", "x", "error", "", start, end, fix=fix, related=related)


def places(one: Diagnostic) -> list[tuple[int, int]]:
    edits = one.fix.edits if one.fix is not None else ()
    return [
        (one.start, one.end),
        *((edit.start, edit.end) for edit in edits),
        *((other.start, other.end) for other in one.related),
    ]


def test_what_stands_behind_the_end_of_a_change_moves() -> None:
    move = Move(10, 12, 3)
    before, behind = finding(2, 9), finding(12, 20, Edit(13, 14, "a"), Edit(4, 5, "b"))
    there = finding(1, 2, related=(Related(40, 41, "too"),))
    moved = move.moved([before, behind, there])
    assert [places(one) for one in moved] == [
        [(2, 9)],
        [(15, 23), (16, 17), (4, 5)],
        [(1, 2), (43, 44)],
    ]


def test_findings_before_a_change_and_after_one_of_equal_length_stay_the_same_objects() -> None:
    found = [finding(2, 9)]
    assert Move(10, 12, 3).moved(found) is found
    behind = [finding(20, 30)]
    assert Move(10, 12, 0).moved(behind) is behind


def test_shared_edits_stay_shared() -> None:
    edits = (Edit(30, 31, "1"), Edit(40, 41, "2"))
    one, other = (finding(at, at + 1, *edits) for at in (30, 40))
    one.fix.edits = other.fix.edits = edits  # type: ignore[union-attr]
    first, second = Move(10, 12, 3).moved([one, other])
    assert first.fix is not None and second.fix is not None
    assert first.fix.edits is second.fix.edits
    assert [edit.start for edit in first.fix.edits] == [33, 43]


def test_a_finding_touches_a_change_at_its_edges_by_edits_and_by_related_places() -> None:
    move = Move(10, 12, 3)
    for touching in (
        finding(5, 10),
        finding(12, 14),
        finding(11, 11),
        finding(1, 2, Edit(12, 12, "")),
        finding(1, 2, related=(Related(9, 10, ""),)),
    ):
        assert move.touches([touching])
    assert not move.touches([finding(5, 9), finding(13, 14, Edit(20, 21, ""))])


def test_other_suggestions_of_a_fix_move_with_it() -> None:
    others = (("Write “c”", (Edit(20, 24, "c"),)),)
    fix = Fix("unsafe", "Write “b”", (Edit(5, 6, "b"),), None, others)
    found = Diagnostic("X001", "x", "error", "", 5, 6, fix=fix)
    (moved,) = Move(10, 12, 3).moved([found])
    assert moved.fix is not None
    ((title, edits),) = moved.fix.others
    assert (title, edits[0].start, edits[0].end, moved.start) == ("Write “c”", 23, 27, 5)
    assert Move(20, 20, 1).touches([found])


def test_findings_take_the_place_of_their_paragraph() -> None:
    found = [Diagnostic("X001", "x", "error", "", 20, 24, paragraph="2")]
    (moved,) = Move(0, 0, 0).moved(found, "3")
    assert (moved.paragraph, moved.start, moved.end) == ("3", 20, 24)
    assert Move(0, 0, 0).moved(found, "2") is found
