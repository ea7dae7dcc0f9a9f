"""Numbers that versions have in words: `twenty-third` of one, `twenty-second` of another.

Words also stand for other things (a second, a third party), and languages choose freely between
words and figures. So a number in words is odd only where a version lacks the one that the others
say, and has one that none of them says.
"""

from __future__ import annotations

from reslint.concordance.languages.counterparts import figures_of
from reslint.concordance.languages.number_words import (
    NumberWords,
    may_have_numbers,
    numbers_in,
    single_words_in,
    times_said,
    words_in,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reslint.concordance.comparison import Comparison
    from reslint.concordance.model import Row, Unit, Version


_FEWEST = 3  # other versions where the number of times counts
_ENOUGH = 4  # other versions of which one need not say the number


class OddWords:
    """A unit with another number in words: `here` in it, `there` in the unit `other`.

    `agreeing` are the versions that say the number of `there`.
    """

    __slots__ = ("agreeing", "here", "other", "there", "unit")

    def __init__(self, unit: Unit, here: NumberWords, other: Unit, there: NumberWords) -> None:
        self.unit = unit
        self.here = here
        self.other = other
        self.there = there
        self.agreeing: list[Version] = []


def odd_words(row: Row, comparison: Comparison) -> Iterator[OddWords]:
    """The odd units of a row by their numbers in words, in the order of the versions."""
    # If one unit has no numbers in words, the figures in their place are compared elsewhere.
    quickest = min(row, key=_cost)
    if not may_have_numbers(quickest.text, quickest.version.language):
        return
    said = {version: numbers_in(unit.text, version.language) for version, unit in row.cells.items()}
    for version, unit in row.cells.items():
        if len(row) == 2 and version is comparison.reference:
            continue
        others = [other for other in row if other is not unit]
        here = next((one for one in said[version] if not _is_said(one.value, others, said)), None)
        here = here or _said_once_more(unit, said[version], others)
        if here is None:
            continue
        found = _lacking(unit, here, others, said)
        if found is not None:
            yield found


def _said_once_more(unit: Unit, own: list[NumberWords], others: list[Unit]) -> NumberWords | None:
    """The last number that a unit surely says more often than each of the others may say it."""
    if len(others) < _FEWEST:
        return None
    counts: dict[int, int] = {}
    for one in own:
        counts[one.value] = counts.get(one.value, 0) + 1
    for one in reversed(own):
        times = counts[one.value] + unit.written.get(str(one.value), 0)
        if times > 1 and all(
            times_said(one.value, other.text, other.version.language)
            + other.written.get(str(one.value), 0)
            < times
            for other in others
        ):
            return one
    return None


def _lacking(
    unit: Unit, here: NumberWords, others: list[Unit], said: dict[Version, list[NumberWords]]
) -> OddWords | None:
    """The number that nearly all others say and a unit does not."""
    due = len(others) - (len(others) >= _ENOUGH)
    for other in others:
        for there in said[other.version]:
            if _says(unit, there.value):
                continue
            odd = OddWords(unit, here, other, there)
            odd.agreeing = [one.version for one in others if _says(one, there.value)]
            if len(odd.agreeing) >= due:
                return odd
    return None


def _is_said(value: int, units: list[Unit], said: dict[Version, list[NumberWords]]) -> bool:
    """Whether one of some units says a number, in figures or by any of its words."""
    return any(
        str(value) in unit.written
        or any(one.value == value for one in said[unit.version])
        or value in single_words_in(unit.text, unit.version.language)
        for unit in units
    )


def _cost(unit: Unit) -> int:
    """How much it takes to find the number words of a language: least where they are whole."""
    forms = figures_of(unit.version.language)
    return bool(forms.get("stems")) or "characters" in forms


def _says(unit: Unit, value: int) -> bool:
    return str(value) in unit.written or value in words_in(unit.text, unit.version.language)
