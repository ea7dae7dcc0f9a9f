"""Paragraphs joined into one in a version, or divided in two: told by their words and lengths."""

from __future__ import annotations

from math import exp, log

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reslint.concordance.model import Row, Unit, Version


_WORDS = 2  # that a text must share with what it holds
_SHARE = 0.4  # of the words of that


def joined_into(version: Version, rows: list[Row], at: int) -> Unit | None:
    """The unit of a version, beside a row that it lacks, which holds the text of that row, too."""
    lost = rows[at]
    words = _common(lost)
    for beside in _beside(rows, at):
        unit = beside.cells.get(version)
        others = [other for other in lost.cells if other in beside.cells]
        if unit is None or unit.part != lost.first().part or not others:
            continue
        own = words - _common(beside, without=version)
        alone = _mean(beside.cells[other].size for other in others)
        both = _mean(_sum(beside.cells[other], lost.cells[other]) for other in others)
        if unit.size > (alone + both) / 2 and _holds(unit, own):
            return unit
    return None


def divided_from(unit: Unit, rows: list[Row], at: int) -> Row | None:
    """The row beside a unit that is alone in its row, where the other versions have its text."""
    for beside in _beside(rows, at):
        other = beside.cells.get(unit.version)
        rest = [one for one in beside if one is not other]
        if other is None or other.part != unit.part or not rest:
            continue
        own = unit.concepts - other.concepts
        whole = _mean(one.size for one in rest)
        shared = own & _common(beside, without=unit.version)
        if (
            whole > (other.size + _sum(other, unit)) / 2
            and len(shared) >= _WORDS
            and len(shared) >= _SHARE * len(own)
        ):
            return beside
    return None


def _beside(rows: list[Row], at: int) -> Iterator[Row]:
    if at:
        yield rows[at - 1]
    yield from rows[at + 1 : at + 2]


def _common(row: Row, without: Version | None = None) -> frozenset[str]:
    """The words that more than half of the units of a row have."""
    units = [unit for unit in row if unit.version is not without]
    counts: dict[str, int] = {}
    for unit in units:
        for one in unit.concepts:
            counts[one] = counts.get(one, 0) + 1
    return frozenset(one for one, count in counts.items() if 2 * count > len(units))


def _holds(unit: Unit, words: frozenset[str]) -> bool:
    shared = len(unit.concepts & words)
    return shared >= _WORDS and shared >= _SHARE * len(words)


def _mean(sizes: Iterable[float]) -> float:
    found = list(sizes)
    return sum(found) / len(found)


def _sum(one: Unit, other: Unit) -> float:
    """The size of two units together: sizes are logarithms of lengths."""
    return log(exp(one.size) + exp(other.size))
