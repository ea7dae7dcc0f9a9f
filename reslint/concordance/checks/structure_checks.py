"""Checks of the structure: order, labels, markers of notes, doubts."""

from __future__ import annotations

from reslint.concordance.checks.differences import end_of, start_of, who, whole
from reslint.concordance.checks.majority import odd_units
from reslint.concordance.checks.moves import moves
from reslint.concordance.model import MARKER, Difference, Unit
from reslint.draft.model import ANNEX, OPERATIVE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reslint.checks.kinds import Rule
    from reslint.concordance.comparison import Comparison
    from reslint.concordance.model import Token, Version


def order(comparison: Comparison, _rule: Rule) -> Iterator[Difference]:
    """Paragraphs that stand in another place than in the other versions."""
    if comparison.in_doubt:
        return
    for move in moves(comparison).found:
        unit = move.unit
        others = [whole(one) for one in move.there]
        agreeing = [one.version for one in move.there]
        values = {
            "place": unit.place,
            "elsewhere": move.there[0].place,
            **who(agreeing, comparison),
        }
        yield Difference(unit.version, start_of(unit), unit.place, values, others)


def label(comparison: Comparison, _rule: Rule) -> Iterator[Difference]:
    """Labels and levels that differ from those of the counterparts."""
    if comparison.in_doubt:
        return
    shifted: dict[Version, int] = {}
    for row in comparison.body:
        if len(row) < 2 or row.doubtful:
            continue
        values: dict[tuple[int, int], list[Unit]] = {}
        for unit in row:
            if unit.part != OPERATIVE or not unit.value:
                break
            values.setdefault((unit.level, unit.value), []).append(unit)
        else:
            yield from _odd_labels(comparison, values, shifted)


def _odd_labels(
    comparison: Comparison,
    values: dict[tuple[int, int], list[Unit]],
    shifted: dict[Version, int],
) -> Iterator[Difference]:
    """The labels of a row that are odd; a shift that goes on is said once."""
    right = _prevailing(values, comparison)
    agreeing = [unit.version for unit in values[right]]
    for key, units in values.items():
        for unit in units:
            level, value = key
            shift = value - right[1] if level == right[0] else 0
            if level == 0:
                before, shifted[unit.version] = shifted.get(unit.version, 0), shift
            else:
                before = 0
            if key == right or (shift and shift == before):
                continue
            other = values[right][0]
            said = {
                "here": _label(unit),
                "there": _label(other),
                **who(agreeing, comparison),
            }
            others = [whole(one) for one in values[right]]
            variant = None if level == right[0] else "level"
            yield Difference(
                unit.version, start_of(unit), unit.place, said, others, variant=variant
            )


def _label(unit: Unit) -> str:
    return unit.place.rpartition(", ")[2]


def _prevailing(
    values: dict[tuple[int, int], list[Unit]], comparison: Comparison
) -> tuple[int, int]:
    """The value that most versions have, of equally frequent ones that of the reference."""
    return max(
        values,
        key=lambda key: (
            len(values[key]),
            any(unit.version is comparison.reference for unit in values[key]),
        ),
    )


def marker(comparison: Comparison, _rule: Rule) -> Iterator[Difference]:
    """Markers of notes that are missing, or stand at another paragraph."""
    if comparison.in_doubt:
        return
    lost: dict[tuple[Version, str], tuple[Unit, list[Unit]]] = {}
    found: dict[tuple[Version, str], tuple[Unit, tuple[int, int], list[Unit]]] = {}
    for row in comparison.body:
        if len(row) < 2 or row.doubtful:
            continue
        for odd in odd_units(row, comparison, (MARKER,)):
            if not odd.certain and len(comparison.versions) > 2:
                continue
            units = [row.cells[version] for version in odd.agreeing]
            for token in odd.lacking:
                lost[odd.unit.version, _note_of(token)] = (odd.unit, units)
            for token in odd.extra:
                span = _marker_span(odd.unit, token)
                found[odd.unit.version, _note_of(token)] = (odd.unit, span, units)
    numbers = {str(at): row for at, row in enumerate(comparison.notes)}
    for (version, key), (unit, units) in lost.items():
        moved = found.pop((version, key), None)
        number = numbers[key].cells[version].paragraph.note_number
        agreeing = [one.version for one in units]
        values = {"number": number, "place": unit.place, **who(agreeing, comparison)}
        others = [whole(one) for one in units]
        if moved is None:
            values["elsewhere"] = units[0].place
            yield Difference(version, end_of(unit), unit.place, values, others)
            continue
        there, span, _ = moved
        values["elsewhere"] = units[0].place
        values["place"] = there.place
        yield Difference(version, span, there.place, values, others, variant="moved")
    for (version, key), (unit, span, units) in found.items():
        number = numbers[key].cells[version].paragraph.note_number
        agreeing = [one.version for one in units]
        values = {
            "number": number,
            "place": unit.place,
            "elsewhere": "",
            **who(agreeing, comparison),
        }
        others = [whole(one) for one in units]
        yield Difference(version, span, unit.place, values, others, variant="extra")


def _marker_span(unit: Unit, token: Token) -> tuple[int, int]:
    """The source span of a marker."""
    for one in unit.paragraph.markers:
        if one.at == token.start:
            return one.start, one.end
    return unit.paragraph.source_span(token.start, token.end)


def _note_of(token: Token) -> str:
    """The number of the row of the note that a marker token is of."""
    return token.key.partition("#")[0]


def doubt(comparison: Comparison, _rule: Rule) -> Iterator[Difference]:
    """Places where the alignment is in doubt: nothing is said of the details there."""
    apart = comparison.unlike
    if comparison.in_doubt:
        apart = [one for one in comparison.versions if one is not comparison.reference]
    for version in apart:
        if version.body:
            unit = version.body[0]
            values = {"place": unit.place, **who([comparison.reference], comparison)}
            yield Difference(
                version, start_of(unit), unit.place, values, variant="whole", severity="warning"
            )
    if comparison.in_doubt:
        return
    for row in comparison.rows():
        if not row.doubtful:
            continue
        units = [unit for unit in row if unit.version is not comparison.reference]
        unit = units[0]
        if unit.part == ANNEX and not unit.text:
            continue
        agreeing = [one for one in row.cells if one is not unit.version]
        values = {"place": unit.place, **who(agreeing, comparison)}
        others = [whole(one) for one in row if one is not unit]
        yield Difference(unit.version, start_of(unit), unit.place, values, others)
