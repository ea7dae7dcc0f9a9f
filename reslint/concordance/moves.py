"""Paragraphs that stand in another place: swapped with a neighbour, or moved further."""

from __future__ import annotations

from reslint.concordance.alignment import likeness
from reslint.concordance.model import Move, Moves
from reslint.draft.model import OPERATIVE, PREAMBLE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.concordance.model import Comparison, Row, Unit, Version


_SURELY = 1.9  # likeness of counterparts that stand in different places
_SWAPPED = 2.6  # how much better two neighbours must fit the other way round
_REACH = 12  # rows over which a paragraph may have moved
_SURE_ENOUGH = 1.2  # likeness from which nobody asks whether neighbours are swapped


def moves(comparison: Comparison) -> Moves:
    """The moves of a comparison, found once."""
    if comparison.moves is None:
        found = Moves()
        _moved(comparison, found)
        _swapped(comparison, found)
        comparison.moves = found
    return comparison.moves


def _moved(comparison: Comparison, found: Moves) -> None:
    """Units alone in a row whose counterparts stand in another row that lacks them."""
    rows = comparison.body
    incomplete = [at for at, row in enumerate(rows) if len(row) < len(comparison.versions)]
    for at in incomplete:
        row = rows[at]
        if row in found.rows:
            continue
        for other in incomplete:
            whole = rows[other]
            if other == at or abs(other - at) > _REACH or whole in found.rows:
                continue
            if len(whole) < len(row) or whole.cells.keys() & row.cells.keys():
                continue
            if len(whole) == len(row) and comparison.reference in row.cells:
                continue
            units = list(row)
            if all(_fits(unit, whole) for unit in units):
                found.rows |= {row, whole}
                found.found += [Move(unit, list(whole)) for unit in units]
                break


def _fits(unit: Unit, row: Row) -> bool:
    likely = [likeness(unit, other) for other in row]
    return sum(likely) / len(likely) > _SURELY


def _swapped(comparison: Comparison, found: Moves) -> None:
    """Neighbours that fit each other's row much better than their own."""
    rows = [
        row for row in comparison.body if len(row) > 1 and row.first().part in (PREAMBLE, OPERATIVE)
    ]
    done: set[Unit] = set()
    for first, second in zip(rows, rows[1:], strict=False):
        one, other = first.first(), second.first()
        if one.part != other.part or one.level != other.level:
            continue
        for version in first.cells:
            if version not in second.cells:
                continue
            if version is comparison.reference and len(first) == 2:
                continue
            unit, following = first.cells[version], second.cells[version]
            if unit in done or following in done:
                continue
            if _gain(unit, following, first, second, version) > _SWAPPED:
                done |= {unit, following}
                there = [cell for cell in second if cell.version is not version]
                found.found.append(Move(unit, there))


def _gain(unit: Unit, following: Unit, first: Row, second: Row, version: Version) -> float:
    """How much better two neighbours fit the other way round."""
    above = [cell for cell in first if cell.version is not version]
    below = [cell for cell in second if cell.version is not version]
    if not above or not below:
        return 0.0
    if likeness(unit, above[0]) > _SURE_ENOUGH and likeness(following, below[0]) > _SURE_ENOUGH:
        return 0.0
    straight = _mean(unit, above) + _mean(following, below)
    return _mean(unit, below) + _mean(following, above) - straight


def _mean(unit: Unit, others: list[Unit]) -> float:
    return sum(likeness(unit, other) for other in others) / len(others)
