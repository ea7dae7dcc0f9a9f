"""The check of lengths: a clause that one version has lost, or has alone."""

from __future__ import annotations

from reslint.concordance.checks.differences import start_of, who, whole
from reslint.concordance.model import Difference

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reslint.checks.kinds import Rule
    from reslint.concordance.comparison import Comparison
    from reslint.concordance.model import Unit


def length(comparison: Comparison, _rule: Rule) -> Iterator[Difference]:
    """A paragraph much shorter or longer than in all other versions, three at least."""
    beside = beside_lost_ones(comparison)
    for row, unit, longer in comparison.lengths().outliers:
        if unit in beside:
            continue
        others = [other for other in row if other is not unit]
        yield Difference(
            unit.version,
            start_of(unit),
            unit.place,
            who([other.version for other in others], comparison),
            [whole(other) for other in others],
            variant="longer" if longer else None,
        )


def beside_lost_ones(comparison: Comparison) -> set[Unit]:
    """The units beside a row that their version lacks or has alone: two may be joined in one."""
    rows = comparison.body
    found: set[Unit] = set()
    for at, row in enumerate(rows):
        if len(row) == len(comparison.versions):
            continue
        for near in (*rows[max(at - 1, 0) : at], *rows[at + 1 : at + 2]):
            found |= {
                unit
                for version, unit in near.cells.items()
                if version not in row.cells or len(row) == 1
            }
    return found
