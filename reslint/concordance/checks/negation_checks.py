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


def negation(row: Row, comparison: Comparison, _rule: Rule) -> Iterator[Difference]:
    """A paragraph without a negation where those of all other versions surely have one."""
    if len(row) <= _ENOUGH:
        return
    odd: Unit | None = None
    found: dict[Unit, re.Match[str]] = {}
    for unit in row:
        match = _search(unit, "surely")
        if match is not None:
            found[unit] = match
        elif odd is not None:
            return  # two lack it: they may be right
        else:
            odd = unit
    if odd is None or _search(odd, "perhaps") is not None:
        return
    if odd.version.language not in part("negations"):
        return
    first = next(iter(found.values()))
    values = {
        "there": first[0].strip(),
        **who([unit.version for unit in found], comparison),
    }
    others = [
        (unit.version, unit.paragraph.source_span(*match.span())) for unit, match in found.items()
    ]
    yield Difference(odd.version, start_of(odd), odd.place, values, others)


def _search(unit: Unit, kind: str) -> re.Match[str] | None:
    """The first word of a unit that negates."""
    patterns = part("negations").get(unit.version.language)
    return None if patterns is None else expression(patterns[kind]).search(unit.text.lower())
