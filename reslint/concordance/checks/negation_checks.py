"""The check of negations: one version says what all others say in the negative."""

from __future__ import annotations

from reslint.concordance.checks.differences import start_of, who
from reslint.concordance.languages.counterparts import part
from reslint.concordance.model import Difference
from reslint.data.patterns import expression

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from reslint.checks.kinds import Rule
    from reslint.concordance.comparison import Comparison
    from reslint.concordance.model import Row, Unit


_ENOUGH = 3
"""Other versions that must negate: languages say a negation in many ways."""
_MANY = 2
"""Negations of all others from which on fewer of them are one lost."""


def negation(row: Row, comparison: Comparison, _rule: Rule) -> Iterator[Difference]:
    """A paragraph without a negation where those of all other versions surely have one.

    Or with fewer than all others, which have two or more.
    """
    if len(row) <= _ENOUGH:
        return
    odd = _without_any(row) or _with_fewer(row)
    if odd is None or odd.version.language not in part("negations"):
        return
    found = {unit: match for unit in row if unit is not odd and (match := _first(unit))}
    first = next(iter(found.values()))
    values = {
        "there": first[0].strip(),
        **who([unit.version for unit in found], comparison),
    }
    others = [
        (unit.version, unit.paragraph.source_span(*match.span())) for unit, match in found.items()
    ]
    yield Difference(odd.version, start_of(odd), odd.place, values, others)


def _without_any(row: Row) -> Unit | None:
    """The only unit of a row without a negation."""
    odd: Unit | None = None
    for unit in row:
        if _has(unit, "surely"):
            continue
        if odd is not None:
            return None  # two lack it: they may be right
        odd = unit
    return odd if odd is not None and not _has(odd, "perhaps") else None


def _with_fewer(row: Row) -> Unit | None:
    """The unit of a row that has fewer negations, in any words, than all others surely have."""
    sure: dict[Unit, int] = {}
    few = 0
    for unit in row:
        sure[unit] = _count(unit, "surely") + _count(unit, "without")
        few += sure[unit] < _MANY
        if few > 1:
            return None
    first, second, *_ = sorted(sure, key=sure.__getitem__)
    least = sure[second]
    if sure[first] >= least:
        return None
    # Ne … pas is one negation in two words.
    may_be = _count(first, "perhaps") - min(_count(first, "surely"), _count(first, "completes"))
    return first if may_be < least else None


def _has(unit: Unit, kind: str) -> bool:
    """Whether a word of a unit negates."""
    patterns = part("negations").get(unit.version.language)
    return bool(patterns) and expression(patterns[kind]).search(unit.text.lower()) is not None


def _count(unit: Unit, kind: str) -> int:
    """How many words of a unit negate."""
    patterns = part("negations").get(unit.version.language)
    if patterns is None or kind not in patterns:
        return 0
    return sum(1 for _ in expression(patterns[kind]).finditer(unit.text.lower()))


def _first(unit: Unit) -> re.Match[str] | None:
    """The first word of a unit that surely negates."""
    patterns = part("negations").get(unit.version.language)
    if patterns is None:
        return None
    text = unit.text.lower()
    return expression(patterns["surely"]).search(text) or expression(patterns["without"]).search(
        text
    )
