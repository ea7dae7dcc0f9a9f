"""Align versions: first the units that share numbers and symbols, then the units between them.

The rows grow version by version. Units that share numbers no other has are matched at once (the
longest series of them in order); the stretches between are aligned by dynamic programming, within
a band where they are long. So the time is linear in the length of the drafts unless they differ
in nearly everything.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import partial

from reslint.concordance.aligning.likeness import score
from reslint.concordance.aligning.unlike_versions import unlike_versions_of
from reslint.concordance.comparison import Comparison
from reslint.concordance.model import MARKER, Row, Token, Unit
from reslint.draft.model import NOTE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reslint.concordance.memory import Memory
    from reslint.concordance.model import Version


GAP = -0.9  # what a unit without counterpart costs
DOUBT = -0.6  # below this score counterparts are doubtful
SAME_LABEL_DOUBT = -1.2  # the same where all have one label
_WEIGHT = 0.4  # how much more a row counts that all versions so far have, than a lone unit
_BAND = 40  # units that a counterpart may be away from its place, in a long stretch
_LONGEST_FULL = 60  # units of a stretch that is aligned without a band
_NARROW = 3  # the same, where all of a stretch surely have counterparts
_SURE_WORDS = 2  # concepts that units share if there is no doubt of them, and
_SURE_SHARE = 0.4  # of those of the shorter one
_NEVER = -1e9


def compare_versions(versions: Sequence[Version], reference: Version, memory: Memory) -> Comparison:
    """The comparison of versions, aligned; `reference` is one of them.

    `memory` is that of the last comparison of these versions, or an empty one.
    """
    memory.begin()
    comparison = _compared(list(versions), reference, memory)
    unlike = unlike_versions_of(comparison)
    if not unlike:
        return comparison
    if len(versions) > 2 and len(unlike) == len(versions) - 1:
        unlike = [reference]  # the others may well agree
    rest = [one for one in versions if one not in unlike]
    if len(rest) > 1:
        first = reference if reference in rest else rest[0]
        again = _compared(rest, first, memory)
        if not unlike_versions_of(again):
            again.unlike = unlike
            return again
    comparison.in_doubt = True
    return comparison


def _compared(versions: list[Version], reference: Version, memory: Memory) -> Comparison:
    """The versions aligned, whatever they have in common."""
    ordered = [reference, *(one for one in versions if one is not reference)]
    comparison = Comparison(versions, reference, memory)
    comparison.body = _rows(ordered, _body_of, memory)
    comparison.notes = _rows(ordered, _notes_of, memory)
    _add_markers(comparison)
    for row in comparison.rows():
        row.doubtful = memory.value(("doubtful", *row), partial(_is_doubtful, row, memory))
    return comparison


def _body_of(version: Version) -> list[Unit]:
    return version.body


def _notes_of(version: Version) -> list[Unit]:
    return version.notes


def _rows(
    versions: list[Version], units_of: Callable[[Version], list[Unit]], memory: Memory
) -> list[Row]:
    rows: list[Row] = []
    for version in versions:
        rows = _joined(rows, units_of(version), memory)
    return rows


def _joined(rows: list[Row], units: list[Unit], memory: Memory) -> list[Row]:
    """The rows with the units of one more version."""
    shown = [_representative(row, memory) for row in rows]
    most = max((len(row) for row in rows), default=1)
    weights = [_WEIGHT * len(row) / most for row in rows]
    pairs = _align(shown, units, weights, memory)
    joined: list[Row] = []
    at_row = at_unit = 0
    for row_number, unit_number in [*pairs, (len(rows), len(units))]:
        joined += rows[at_row:row_number]
        for unit in units[at_unit:unit_number]:
            alone = Row()
            alone.cells[unit.version] = unit
            joined.append(alone)
        if row_number < len(rows):
            row, unit = rows[row_number], units[unit_number]
            row.cells[unit.version] = unit
            joined.append(row)
        at_row, at_unit = row_number + 1, unit_number + 1
    return joined


def _representative(row: Row, memory: Memory) -> Unit:
    """The unit of a row with which another version is compared: the one most like the others."""
    if len(row) < 3:
        return row.first()
    return memory.value(("shown", *row), partial(_most_like, list(row)))


def _most_like(units: list[Unit]) -> Unit:
    best, most = units[0], -1
    for unit in units[:3]:
        shared = sum(len(unit.anchors & other.anchors) for other in units) - len(unit.anchors)
        if shared > most:
            best, most = unit, shared
    return best


# One version against the rows --------------------------------------------------------------------


def _align(
    first: list[Unit], second: list[Unit], weights: list[float], memory: Memory
) -> list[tuple[int, int]]:
    """The pairs of counterparts, by their numbers in the two lists, in order.

    `weights` are added to the scores of the units of the first list.
    """
    pairs: list[tuple[int, int]] = []
    at_first = at_second = 0
    for one, other in [*_fixed_points(first, second), (len(first), len(second))]:
        stretch: list[tuple[int, int]] = []
        if at_first < one and at_second < other:
            rows, units = first[at_first:one], second[at_second:other]
            shares = weights[at_first:one]
            key = ("stretch", *rows, None, *units, *shares)
            stretch = memory.value(key, partial(_align_stretch, rows, units, shares))
        pairs += [(at_first + a, at_second + b) for a, b in stretch]
        if one < len(first):
            pairs.append((one, other))
        at_first, at_second = one + 1, other + 1
    return pairs


def _fixed_points(first: list[Unit], second: list[Unit]) -> list[tuple[int, int]]:
    """The units that are counterparts beyond doubt: they share what no other unit has."""
    places = [_unique(first), _unique(second)]
    shared = sorted((places[0][key], places[1][key]) for key in places[0].keys() & places[1].keys())
    return _longest_increasing(shared)


def _unique(units: list[Unit]) -> dict[tuple[object, ...], int]:
    """The units that are alone with their numbers, by those and their kind."""
    found: dict[tuple[object, ...], int] = {}
    for place, unit in enumerate(units):
        if unit.anchors:
            key = (unit.part, unit.level, unit.anchors)
            found[key] = -1 if key in found else place
    return {key: place for key, place in found.items() if place >= 0}


def _longest_increasing(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest series of pairs in which both numbers grow; the first numbers grow already."""
    ends: list[int] = []
    places: list[int] = []
    before: list[int] = []
    for place, (_, second) in enumerate(pairs):
        length = bisect_left(ends, second)
        before.append(places[length - 1] if length else -1)
        if length == len(ends):
            ends.append(second)
            places.append(place)
        else:
            ends[length] = second
            places[length] = place
    series = []
    place = places[-1] if places else -1
    while place >= 0:
        series.append(pairs[place])
        place = before[place]
    return series[::-1]


def _align_stretch(
    first: list[Unit], second: list[Unit], weights: list[float]
) -> list[tuple[int, int]]:
    """The best pairs of counterparts within a stretch."""
    rows, columns = len(first), len(second)
    if rows == columns > _NARROW:
        # Mostly all have their counterparts at their own places: that is soon told.
        pairs = _best_path(first, second, weights, _NARROW)
        if len(pairs) == rows and all(score(first[a], second[b]) > 0 for a, b in pairs):
            return pairs
    full = max(rows, columns) <= _LONGEST_FULL
    return _best_path(first, second, weights, columns if full else _BAND + abs(rows - columns))


def _best_path(
    first: list[Unit], second: list[Unit], weights: list[float], width: int
) -> list[tuple[int, int]]:
    """The best pairs by dynamic programming, none further than `width` from the diagonal."""
    rows, columns = len(first), len(second)
    before = [GAP * column for column in range(columns + 1)]
    steps: list[tuple[int, bytearray]] = []
    for row in range(1, rows + 1):
        middle = row * columns // rows
        left = max(1, middle - width)
        right = min(columns, middle + width)
        best = [_NEVER] * (columns + 1)
        best[left - 1] = before[left - 1] + GAP if left > 1 else GAP * row
        step = bytearray(right - left + 1)
        unit = first[row - 1]
        weight = weights[row - 1]
        for column in range(left, right + 1):
            matched = before[column - 1] + score(unit, second[column - 1]) + weight
            down = before[column] + GAP
            across = best[column - 1] + GAP
            if matched >= down and matched >= across:
                best[column] = matched
            elif down >= across:
                best[column] = down
                step[column - left] = 1
            else:
                best[column] = across
                step[column - left] = 2
        steps.append((left, step))
        before = best
    pairs = []
    row, column = rows, columns
    while row and column:
        left, step = steps[row - 1]
        place = column - left
        kind = step[place] if 0 <= place < len(step) else (2 if place >= len(step) else 1)
        if kind == 0:
            pairs.append((row - 1, column - 1))
            row, column = row - 1, column - 1
        elif kind == 1:
            row -= 1
        else:
            column -= 1
    return pairs[::-1]


# After the alignment ------------------------------------------------------------------------------


def _is_doubtful(row: Row, memory: Memory) -> bool:
    """Whether the units of a row hardly speak for each other."""
    if len(row) < 2:
        return False
    units = list(row)
    first = units[0]
    same = first.value and all(
        (one.part, one.level, one.value) == (first.part, first.level, first.value) for one in units
    )
    if same and first.part == NOTE:
        return False
    shown = _representative(row, memory)
    due = SAME_LABEL_DOUBT if same else DOUBT
    return any(
        score(shown, unit) < due and not _share_words(shown, unit)
        for unit in units
        if unit is not shown
    )


def _share_words(one: Unit, other: Unit) -> bool:
    """Whether the words of two units speak for each other, though a number does not."""
    least = min(len(one.concepts), len(other.concepts))
    shared = len(one.concepts & other.concepts)
    return shared >= _SURE_WORDS and shared >= _SURE_SHARE * least


def _add_markers(comparison: Comparison) -> None:
    """Give the units a token for each marker of a note that all versions have.

    Its key is the row of the note and how often the unit had a marker of it so far: `3#1`.
    """
    for row in comparison.body:
        for unit in row:
            if unit.tokens and unit.tokens[-1].kind == MARKER:
                unit.forget(MARKER)
    for at, row in enumerate(comparison.notes):
        if len(row) < len(comparison.versions):
            continue
        for unit in row:
            times: dict[Unit, int] = {}
            for carrier, marker in unit.version.markers_of.get(unit.paragraph, ()):
                time = times[carrier] = times.get(carrier, 0) + 1
                carrier.add(Token(MARKER, f"{at}#{time}", marker.at, marker.at))
