"""What the checks share to say a difference: who agrees, and the places in the versions."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reslint.concordance.comparison import Comparison
    from reslint.concordance.model import Row, Unit, Version


def who(agreeing: Sequence[Version], comparison: Comparison) -> dict[str, str]:
    """The values of a message that name the versions which agree, and how many they are."""
    return {
        "versions": ", ".join(version.name for version in agreeing),
        "count": str(len(agreeing)),
        "total": str(len(comparison.versions)),
    }


def start_of(unit: Unit) -> tuple[int, int]:
    """The source span of the label of a unit, else of its first words."""
    paragraph = unit.paragraph
    label = paragraph.label
    if label is not None:
        return label.start, label.end
    if not unit.text:
        source = unit.version.draft.source
        end = source.line_span(source.position(paragraph.start)[0])[1]
        return paragraph.start, min(end, paragraph.end)
    end = unit.text.find(" ", 12)
    return paragraph.source_span(0, min(len(unit.text), end if 0 <= end <= 40 else 12))


def end_of(unit: Unit) -> tuple[int, int]:
    """The empty source span at the end of a unit."""
    return unit.paragraph.end, unit.paragraph.end


def whole(unit: Unit) -> tuple[Version, tuple[int, int]]:
    """A unit as a related place."""
    return unit.version, start_of(unit)


def gap_before(version: Version, rows: Sequence[Row], at: int) -> tuple[tuple[int, int], str]:
    """Where the unit of a version would stand that row `at` has no unit of: span, paragraph."""
    for row in reversed(rows[:at]):
        unit = row.cells.get(version)
        if unit is not None:
            return end_of(unit), unit.place
    for row in rows[at:]:
        unit = row.cells.get(version)
        if unit is not None:
            return (unit.paragraph.start, unit.paragraph.start), unit.place
    return (0, 0), ""
