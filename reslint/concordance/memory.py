"""What one comparison keeps for the next one of the same versions, while one of them is edited.

The keys hold units; a unit is the same object as long as its paragraph says the same. So what is
kept stays valid as long as it is found, and only what an edit touches is computed again.
"""

from __future__ import annotations

from reslint.concordance.model import Difference

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable
    from typing import TypeVar

    from reslint.concordance.model import Row, Unit, Version

    _Value = TypeVar("_Value")


_MISSING = object()


class Memory:
    """Values by key; what a whole comparison has not asked for is forgotten after it."""

    __slots__ = ("_before", "_now", "computed")

    def __init__(self) -> None:
        self._before: dict[Hashable, object] = {}
        self._now: dict[Hashable, object] = {}
        self.computed = 0
        """How many values the comparison had to compute."""

    def begin(self) -> None:
        """Begin a comparison."""
        self._before, self._now = self._now, {}
        self.computed = 0

    def value(self, key: Hashable, compute: Callable[[], _Value]) -> _Value:
        """The value of a key, computed where neither this comparison nor the last one has it."""
        found = self._now.get(key, _MISSING)
        if found is _MISSING:
            found = self._before.get(key, _MISSING)
            if found is _MISSING:
                self.computed += 1
                found = compute()
            self._now[key] = found
        return found  # type: ignore[return-value]

    def details(self, row: Row) -> Details:
        """What is known of the details of a row."""
        return self.value(("details", row.doubtful, *row), Details)


class Details:
    """The differences of a row by the code of the rule: they depend on its units alone."""

    __slots__ = ("_kept",)

    def __init__(self) -> None:
        self._kept: dict[str, _Kept] = {}

    def differences(
        self, code: str, row: Row, find: Callable[[Row], Iterable[Difference]]
    ) -> list[Difference]:
        """The differences that a rule finds in the row, at their present places."""
        kept = self._kept.get(code)
        if kept is None:
            kept = self._kept[code] = _Kept(row, list(find(row)))
        return kept.at_present(row) if kept.differences else kept.differences


class _Kept:
    """The differences of a row, with the places of its units when they were found."""

    __slots__ = ("differences", "starts")

    def __init__(self, row: Row, differences: list[Difference]) -> None:
        self.differences = differences
        self.starts = {unit.version: unit.paragraph.start for unit in row} if differences else {}

    def at_present(self, row: Row) -> list[Difference]:
        moved = {
            unit.version: unit.paragraph.start - self.starts[unit.version]
            for unit in row
            if unit.paragraph.start != self.starts[unit.version]
        }
        if not moved:
            return self.differences
        return [_moved(one, moved, row.cells) for one in self.differences]


def _moved(
    difference: Difference, by: dict[Version, int], cells: dict[Version, Unit]
) -> Difference:
    version = difference.version
    shift = by.get(version, 0)
    return Difference(
        version,
        (difference.start + shift, difference.end + shift),
        cells[version].place,
        difference.values,
        [
            (other, (start + by.get(other, 0), end + by.get(other, 0)))
            for other, (start, end) in difference.others
        ],
        variant=difference.variant,
        severity=difference.severity,
    )
