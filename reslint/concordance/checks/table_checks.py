"""The check of tables: their rows are compared by the figures in them."""

from __future__ import annotations

from reslint.concordance.checks.differences import start_of, who
from reslint.concordance.languages.figures import figures_in
from reslint.concordance.model import Difference
from reslint.draft.model import TABLE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TypeAlias

    from reslint.checks.kinds import Rule
    from reslint.concordance.comparison import Comparison
    from reslint.concordance.model import Row, Unit, Version

    Shape: TypeAlias = tuple[tuple[str, ...], ...]


_MARKS = "|-: \t"
_MOST_SHOWN = 4  # figures that a message names


def table(row: Row, comparison: Comparison, _rule: Rule) -> Iterator[Difference]:
    """Tables with another number of rows, or with other figures in a row."""
    if row.first().part != TABLE:
        return
    shapes = {version: _figures(unit) for version, unit in row.cells.items()}
    counts: dict[Shape, list[Version]] = {}
    for version, shape in shapes.items():
        counts.setdefault(shape, []).append(version)
    if len(counts) < 2:
        return
    right = max(counts, key=lambda one: (len(counts[one]), comparison.reference in counts[one]))
    agreeing = counts[right]
    if len(row) > 2 and 2 * len(agreeing) <= len(row):
        return
    for version, shape in shapes.items():
        if shape != right:
            unit = row.cells[version]
            at, here, there = _first_difference(shape, right)
            said = {"here": here, "there": there, **who(agreeing, comparison)}
            others = [(one, _row_span(row.cells[one], at)) for one in agreeing]
            yield Difference(version, _row_span(unit, at), unit.place, said, others)


def _rows(unit: Unit) -> list[tuple[int, int]]:
    """The source spans of the rows of a table, without the marks around them."""
    start = unit.paragraph.start
    text = unit.version.draft.source.text[start : unit.paragraph.end]
    found = []
    for line in text.splitlines(keepends=True):
        inner = line.strip(_MARKS + "\r\n")
        if inner:
            at = start + line.index(inner)
            found.append((at, at + len(inner)))
        start += len(line)
    return found


def _row_span(unit: Unit, at: int) -> tuple[int, int]:
    """The source span of a row; that of the start of the table for -1."""
    return start_of(unit) if at < 0 else _rows(unit)[at]


def _figures(unit: Unit) -> Shape:
    """The figures of each row of a table, in order of value: cells may be in another order."""
    text, language = unit.version.draft.source.text, unit.version.language
    return tuple(
        tuple(sorted(one.value for one in figures_in(text[start:end], language, [])))
        for start, end in _rows(unit)
    )


def _first_difference(here: Shape, there: Shape) -> tuple[int, str, str]:
    """The first row that differs and what each has alone; -1 and the numbers of rows."""
    if len(here) != len(there):
        return -1, str(len(here)), str(len(there))
    at = next(at for at, mine in enumerate(here) if mine != there[at])
    alone = [one for one in here[at] if one not in there[at]]
    others = [one for one in there[at] if one not in here[at]]
    return at, ", ".join(alone[:_MOST_SHOWN]) or "–", ", ".join(others[:_MOST_SHOWN]) or "–"
