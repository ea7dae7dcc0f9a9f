"""The check of quotations: words in quotation marks that one version lacks."""

from __future__ import annotations

from reslint.concordance.checks.differences import start_of, who, whole
from reslint.concordance.model import Difference
from reslint.data.patterns import expression

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reslint.checks.kinds import Rule
    from reslint.concordance.comparison import Comparison
    from reslint.concordance.model import Row, Unit, Version


_ENOUGH = 3
"""Other versions that must agree on the number of quotations."""
_MARK = expression('[“”„«»"]')
_QUOTED = expression(
    "«[^»]*»"  # marks of the other kind within it are a part of it
    '|[“”„"][^“”„"]*[“”„"]'  # Arabic opens with the mark that closes elsewhere
)
_LONGEST_SHOWN = 60  # characters


def quotation(row: Row, comparison: Comparison, _rule: Rule) -> Iterator[Difference]:
    """A version with fewer quotations than all others, which have the same number of them."""
    if len(row) <= _ENOUGH or not any(_MARK.search(unit.text) for unit in list(row)[:2]):
        return  # only one version may lack them
    found = {unit: _quotations(unit) for unit in row}
    counts = sorted({len(spans) for spans in found.values()})
    if len(counts) != 2 or not counts[1]:
        return
    unit, *more = [unit for unit, spans in found.items() if len(spans) == counts[0]]
    if more:
        return
    others = [other for other in row if other is not unit]
    values = {
        "here": str(counts[0]),
        "there": _shown(others[0], found[others[0]]) if counts[1] == 1 else str(counts[1]),
        **who([other.version for other in others], comparison),
    }
    yield Difference(
        unit.version,
        start_of(unit),
        unit.place,
        values,
        [_place(other, found[other]) for other in others],
        variant=None if counts[1] == 1 else "fewer",
    )


def _quotations(unit: Unit) -> list[tuple[int, int]]:
    """The plain spans of the quotations in a unit."""
    return [match.span() for match in _QUOTED.finditer(unit.text)]


def _shown(unit: Unit, spans: list[tuple[int, int]]) -> str:
    start, end = spans[0]
    if end - start <= _LONGEST_SHOWN:
        return unit.text[start:end]
    return f"{unit.text[start : start + _LONGEST_SHOWN].rstrip()}…{unit.text[end - 1]}"


def _place(unit: Unit, spans: list[tuple[int, int]]) -> tuple[Version, tuple[int, int]]:
    if len(spans) > 1:
        return whole(unit)
    return unit.version, unit.paragraph.source_span(*spans[0])
