"""Paragraphs that stand in another place: swapped with a neighbour, or moved further."""

from __future__ import annotations

from functools import partial

from reslint.concordance.aligning.likeness import likeness
from reslint.concordance.aligning.openings import fit
from reslint.concordance.model import Move, Moves
from reslint.draft.model import OPERATIVE, PREAMBLE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.concordance.comparison import Comparison
    from reslint.concordance.model import Row, Unit, Version


_SURELY = 1.9  # likeness of counterparts that stand in different places
_GAIN = 1.5  # concepts a version that neighbours must share more if they change places
_SURE_GAIN = 4.0  # the same where opening words speak against it
_SHARE = 2.0  # times as many concepts that they must share then
_SWAPPED = 1.5  # the gain in likeness, where the words do not tell
_FITS, _HARDLY_FITS = -2.5, -4.5  # of opening words
_REACH = 12  # rows over which a paragraph may have moved


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
    """Neighbours that go with each other's counterparts rather than with their own."""
    rows = [
        row for row in comparison.body if len(row) > 1 and row.first().part in (PREAMBLE, OPERATIVE)
    ]
    for first, second in zip(rows, rows[1:], strict=False):
        one, other = first.first(), second.first()
        if one.part != other.part or one.level != other.level:
            continue
        versions = [version for version in first.cells if version in second.cells]
        if len(versions) < 2:
            continue
        key = ("swapped", *first, None, *second)
        odd = comparison.memory.value(
            key, partial(_odd_versions, first, second, versions, comparison.reference)
        )
        for version in odd:
            there = [cell for cell in second if cell.version not in odd]
            found.found.append(Move(first.cells[version], there))
            found.misplaced |= {first.cells[version], second.cells[version]}


def _odd_versions(
    first: Row, second: Row, versions: list[Version], reference: Version
) -> list[Version]:
    """The versions in which two neighbours have changed places."""
    odd = [
        version
        for version in versions
        if not _are_in_order(first, second, version, versions)
        and _are_swapped(first, second, version, versions)
    ]
    if 2 * len(odd) < len(versions):
        return odd
    # Of two versions, and where most accuse the same one, that one is odd.
    if len(versions) == 2:  # the reference may lack these paragraphs
        return [version for version in versions if version is not reference][-1:]
    rest = [version for version in versions if version not in odd]
    return rest if len(rest) == 1 else []


def _are_in_order(first: Row, second: Row, version: Version, versions: list[Version]) -> bool:
    """Whether two neighbours are in the right order, by numbers and by their opening words.

    Opening words tell nothing where all other words surely say the contrary.
    """
    unit, following = first.cells[version], second.cells[version]
    other = next(one for one in versions if one is not version)
    above, below = first.cells[other], second.cells[other]
    if unit.anchors != following.anchors:
        straight = len(unit.anchors & above.anchors) + len(following.anchors & below.anchors)
        crossed = len(unit.anchors & below.anchors) + len(following.anchors & above.anchors)
        if straight > crossed:
            return True
    own, crossed_fit = fit(unit, above), fit(unit, below)
    if own is None or crossed_fit is None or own <= _FITS or crossed_fit >= _HARDLY_FITS:
        return False
    gain, sure = _gain_of_words(first, second, version, versions)
    return not (sure and gain >= _SURE_GAIN)


def _are_swapped(first: Row, second: Row, version: Version, versions: list[Version]) -> bool:
    """Whether two neighbours fit each other's counterparts, by words, numbers and lengths."""
    gain, sure = _gain_of_words(first, second, version, versions)
    if abs(gain) >= _GAIN:
        return sure
    unit, following = first.cells[version], second.cells[version]
    others = [one for one in versions if one is not version]
    above = [first.cells[one] for one in others]
    below = [second.cells[one] for one in others]
    numbers = _mean(unit, above) + _mean(following, below)
    return _mean(unit, below) + _mean(following, above) - numbers > _SWAPPED


def _gain_of_words(
    first: Row, second: Row, version: Version, versions: list[Version]
) -> tuple[float, bool]:
    """How many more concepts a version two neighbours would share in the other order.

    And whether that is many times more than in this order.
    """
    others = [one for one in versions if one is not version]
    straight, crossed = _words_shared(
        first.cells[version],
        second.cells[version],
        [first.cells[one] for one in others],
        [second.cells[one] for one in others],
    )
    gain = (crossed - straight) / len(others)
    return gain, gain > 0 and crossed > _SHARE * straight


def _words_shared(
    unit: Unit, following: Unit, above: list[Unit], below: list[Unit]
) -> tuple[int, int]:
    """How many concepts two neighbours share with their counterparts, and with each other's.

    Concepts that both have tell nothing.
    """
    mine = unit.concepts - following.concepts
    its = following.concepts - unit.concepts
    straight = crossed = 0
    for one, other in zip(above, below, strict=True):
        upper = one.concepts - other.concepts
        lower = other.concepts - one.concepts
        straight += len(mine & upper) + len(its & lower)
        crossed += len(mine & lower) + len(its & upper)
    return straight, crossed


def _mean(unit: Unit, others: list[Unit]) -> float:
    return sum(likeness(unit, other) for other in others) / len(others)
