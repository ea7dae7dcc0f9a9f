"""Checks of counterparts: paragraphs and notes that a version lacks, or has alone.

Where several that follow each other are lacking, as in a translation that is not finished, one
finding names the first and the last.
"""

from __future__ import annotations

from reslint.concordance.checks.differences import gap_before, start_of, who, whole
from reslint.concordance.checks.joined import divided_from, joined_into
from reslint.concordance.checks.majority import odd_side
from reslint.concordance.checks.moves import moves
from reslint.concordance.model import Difference
from reslint.draft.model import ORGAN_LINE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reslint.checks.kinds import Rule
    from reslint.concordance.comparison import Comparison
    from reslint.concordance.model import Row, Version
    from reslint.text.diagnostics import Severity


_FEWEST_TOGETHER = 3  # rows in a series that are reported as one
_MOST_OF_TEXT = 0.5  # of the rows: a version that lacks so many in a series is a part only


class _Gap:
    """A row that some versions have no unit in, and what is odd.

    `at` is its number, `odd` are the versions that differ, `is_lacking` says that those are the
    ones without a unit. `beside` has, by version, the place of the paragraph in which its text
    stands, or of which it is the rest, and the span to report.
    """

    __slots__ = ("at", "beside", "certain", "is_lacking", "odd")

    def __init__(self, at: int, odd: list[Version], *, is_lacking: bool, certain: bool) -> None:
        self.at = at
        self.odd = odd
        self.is_lacking = is_lacking
        self.certain = certain
        self.beside: dict[Version, tuple[str, tuple[int, int]]] = {}


def counterpart(comparison: Comparison, _rule: Rule) -> Iterator[Difference]:
    """Paragraphs that a version lacks, or has alone."""
    if not comparison.in_doubt:
        yield from _without(comparison, comparison.body, moves(comparison).rows)


def note(comparison: Comparison, _rule: Rule) -> Iterator[Difference]:
    """Notes that a version lacks, or has alone."""
    if not comparison.in_doubt:
        yield from _without(comparison, comparison.notes, set())


def _without(comparison: Comparison, rows: list[Row], moved: set[Row]) -> Iterator[Difference]:
    """The differences of rows that some versions have no unit in, a series as one."""
    gaps = {
        at: _gap(comparison, rows, at)
        for at, row in enumerate(rows)
        if len(row) < len(comparison.versions)
        and row not in moved
        and row.first().part != ORGAN_LINE  # other rules say so
    }
    if gaps:
        for version in comparison.versions:
            for series in _series(version, rows, gaps):
                yield from _of_series(comparison, rows, version, series)


def _series(version: Version, rows: list[Row], gaps: dict[int, _Gap]) -> Iterator[list[_Gap]]:
    """The gaps for which a version is odd, those together that follow each other in it."""
    series: list[_Gap] = []
    for at, row in enumerate(rows):
        gap = gaps.get(at)
        if gap is None or version not in gap.odd:
            if series and (version in row.cells or not series[-1].is_lacking):
                yield series
                series = []
            continue
        alike = series and (series[-1].is_lacking, series[-1].certain) == (
            gap.is_lacking,
            gap.certain,
        )
        if series and (not alike or version in gap.beside or version in series[-1].beside):
            yield series
            series = []
        series.append(gap)
    if series:
        yield series


def _gap(comparison: Comparison, rows: list[Row], at: int) -> _Gap:
    row = rows[at]
    holding = list(row.cells)
    lacking = [version for version in comparison.versions if version not in row.cells]
    odd, certain = odd_side(holding, lacking, comparison.reference)
    gap = _Gap(at, odd, is_lacking=odd is lacking, certain=certain)
    if gap.is_lacking:
        for version in lacking:
            holder = joined_into(version, rows, at)
            if holder is not None:
                gap.beside[version] = holder.place, start_of(holder)
    elif len(holding) == 1:
        unit = row.cells[holding[0]]
        divided = divided_from(unit, rows, at)
        if divided is not None:
            there = next(one.place for one in divided if one.version is not unit.version)
            gap.beside[unit.version] = there, start_of(unit)
    return gap


def _of_series(
    comparison: Comparison, rows: list[Row], version: Version, series: list[_Gap]
) -> Iterator[Difference]:
    """What is said of a series: one difference, or one each where they are few."""
    if len(series) < _FEWEST_TOGETHER:
        for gap in series:
            yield _of_gap(comparison, rows, version, gap)
        return
    first, last = series[0], rows[series[-1].at]
    found = _of_gap(comparison, rows, version, first)
    shown = last.first() if first.is_lacking else last.cells[version]
    found.values.update(number=str(len(series)), end=shown.place)
    of_part = len(series) >= _MOST_OF_TEXT * len(rows)
    found.variant = ("part" if of_part else "series") if first.is_lacking else "alone"
    yield found


def _of_gap(comparison: Comparison, rows: list[Row], version: Version, gap: _Gap) -> Difference:
    """What is said of one odd version."""
    row = rows[gap.at]
    two = len(comparison.versions) == 2
    severity: Severity | None = None if gap.certain or two else "info"
    agreeing = [one for one in comparison.versions if (one in row.cells) == gap.is_lacking]
    variant: str | None = None
    if gap.is_lacking:
        span, place = gap_before(version, rows, gap.at)
        elsewhere, variant = row.first().place, "lacking"
        if version in gap.beside:
            variant, (place, span) = "joined", gap.beside[version]
        others = [whole(unit) for unit in row]
    else:
        unit = row.cells[version]
        span, place, elsewhere = start_of(unit), unit.place, ""
        if version in gap.beside:
            variant, elsewhere = "divided", gap.beside[version][0]
        others = [(one, gap_before(one, rows, gap.at)[0]) for one in agreeing]
    values = {"place": place, "elsewhere": elsewhere, **who(agreeing, comparison)}
    return Difference(version, span, place, values, others, variant=variant, severity=severity)
