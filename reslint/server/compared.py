"""What a comparison with other versions found in an open document, kept while it is edited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reslint.server.positions import range_of
from reslint.text.diagnostics import Diagnostic

if TYPE_CHECKING:
    from typing import Any

    from reslint.server.positions import Place
    from reslint.text.source import Source


class Compared:
    """What a comparison with other versions found in a document that had the text of `source`.

    Each finding has its form in the protocol beside it.
    """

    __slots__ = ("found", "source")

    def __init__(self, source: Source, found: list[tuple[Diagnostic, dict[str, Any]]]) -> None:
        self.source = source
        self.found = found

    def at(self, source: Source, place: Place) -> list[tuple[Diagnostic, dict[str, Any]]]:
        """The findings where they stand in a later text; those touched by edits are left out."""
        if source is self.source or not self.found:
            return self.found
        old, new = self.source.text, source.text
        same = _common_start(old, new)
        rest = min(len(old), len(new)) - same
        end = len(old) - _common_end(old, new, rest)
        moved = len(new) - len(old)
        placed = []
        for one, item in self.found:
            if one.end <= same:
                placed.append((one, item))
            elif one.start >= end:
                later = _moved(one, moved)
                where = range_of(place, later.start, later.end)
                placed.append((later, {**item, "range": where}))
        return placed


def _moved(one: Diagnostic, by: int) -> Diagnostic:
    """A finding further on in the text, without what its form in the protocol has already."""
    return Diagnostic(
        one.code,
        one.name,
        one.severity,
        one.message,
        one.start + by,
        one.end + by,
        paragraph=one.paragraph,
        fix=one.fix,
    )


def _common_start(one: str, other: str) -> int:
    """How many characters two texts share at their starts; by halves, for they are long."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _common_end(one: str, other: str, most: int) -> int:
    """How many characters two texts share at their ends, `most` at most."""
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        if one[len(one) - middle : len(one) - low] == other[len(other) - middle : len(other) - low]:
            low = middle
        else:
            high = middle - 1
    return low
