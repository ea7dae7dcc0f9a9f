"""Lengths: a paragraph that is much shorter or longer in one version than in all others.

Languages say the same in more or fewer letters, and each in a fairly constant share of them
(`habits.yaml` has how far adopted texts depart from it). So a paragraph that departs further has
lost a clause, or has one that no other version has.
"""

from __future__ import annotations

from statistics import median

from reslint.concordance.languages.counterparts import habits
from reslint.draft.model import ANNEX, OPERATIVE, PREAMBLE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from reslint.concordance.model import Row, Unit, Version


_PARTS = (PREAMBLE, OPERATIVE, ANNEX)
_LONG = 120  # characters of paragraphs whose lengths tell something
_FEWEST = 4  # versions, and rows, that must be known
_SURE = 1.5  # times the limit: so much shorter, the words need not tell


class Lengths:
    """The lengths of the units of rows, each seen against those of its counterparts.

    `outliers` are the units that are much shorter (False) or longer (True) than all others of
    their row, with it.
    """

    def __init__(self, rows: Iterable[Row]) -> None:
        self._usual: dict[Version, float] = {}
        self.outliers: list[tuple[Row, Unit, bool]] = []
        rows = [row for row in rows if _may_tell(row)]
        departures: dict[Version, list[float]] = {}
        for row in rows:
            middle = median(unit.size for unit in row)
            for unit in row:
                departures.setdefault(unit.version, []).append(unit.size - middle)
        self._usual = {
            version: median(found) for version, found in departures.items() if len(found) >= _FEWEST
        }
        for row in rows:
            self.outliers += [(row, unit, longer) for unit, longer in self._outliers(row)]

    def shortest(self, row: Row) -> tuple[Unit, float]:
        """The unit of a row that is shortest by the measure of its version, and by how much.

        The lengths are natural logarithms, those of the versions as long as the others on average.
        """
        sizes = {unit: unit.size - self._usual.get(unit.version, 0.0) for unit in row}
        first, second = sorted(sizes, key=sizes.__getitem__)[:2]
        return first, sizes[second] - sizes[first]

    def _outliers(self, row: Row) -> list[tuple[Unit, bool]]:
        sizes = {
            unit: unit.size - self._usual[unit.version]
            for unit in row
            if unit.version in self._usual
        }
        if len(sizes) < _FEWEST:
            return []
        ordered = sorted(sizes, key=sizes.__getitem__)
        found = []
        ends = (ordered[0], ordered[1], False), (ordered[-1], ordered[-2], True)
        for unit, other, longer in ends:
            limits = habits()["lengths"].get(unit.version.language)
            if limits is None:
                continue
            shorter_by, longer_by, share = limits
            limit = longer_by if longer else shorter_by
            departure = abs(sizes[unit] - sizes[other])
            if departure > limit and (
                longer or departure > _SURE * limit or _lacks_words(unit, row, share)
            ):
                found.append((unit, longer))
        return found


def _may_tell(row: Row) -> bool:
    if len(row) < _FEWEST or row.first().part not in _PARTS:
        return False
    return median(len(unit.text) for unit in row) >= _LONG


def _lacks_words(unit: Unit, row: Row, share: float) -> bool:
    """Whether a unit lacks a share of the words that all others but one have."""
    others = [other.concepts for other in row if other is not unit]
    counts: dict[str, int] = {}
    for concepts in others:
        for one in concepts:
            counts[one] = counts.get(one, 0) + 1
    common = {one for one, count in counts.items() if count >= len(others) - 1}
    return len(common - unit.concepts) >= share * len(common) > 0
