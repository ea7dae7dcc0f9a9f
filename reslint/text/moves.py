"""Follow places of a text through the changes that were made to it."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TypeAlias

    Change: TypeAlias = tuple[int, int, int]
    """What was replaced, from its start to its end, and the length of what stands there now."""


def moved(offset: int, changes: Iterable[Change]) -> tuple[int, bool]:
    """Return where a character stands after changes, and whether it is still there.

    A character that was replaced is where the new text begins. What is inserted at a character
    stands before it.
    """
    kept = True
    for start, end, added in changes:
        if offset >= end:
            offset += added - (end - start)
        elif offset >= start:
            offset, kept = start, False
    return offset, kept


def joined(changes: list[Change], new: Change) -> None:
    """Add a change to a list, as one with the last change where it goes on typing there."""
    start, end, added = new
    if changes and start == end:
        first, last, before = changes[-1]
        if start == first + before:
            changes[-1] = (first, last, before + added)
            return
    changes.append(new)
