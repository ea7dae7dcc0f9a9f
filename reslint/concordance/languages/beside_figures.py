"""What stands beside a figure: the month of a year, the letter of an item."""

from __future__ import annotations

import re
from functools import cache

from reslint.blocks.numerals import letter_value
from reslint.concordance.languages.counterparts import figures_of
from reslint.data.patterns import expression

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.concordance.languages.figures import Figure
    from reslint.language.language import Language


_LETTER = expression(r"[ \u00a0\u202f]?[(（]?(?P<letter>[^\W\d_])[)）]")
_REACH = 30  # characters before a year in which its month may stand
_SPACES = " \u00a0\u202f\u2009"


def month_beside(text: str, year: Figure, vocabulary: Language) -> tuple[int, int, int]:
    """The month beside a year without a day, and the plain span of both; 0 for none."""
    after = figures_of(vocabulary.code).get("month_after")
    if after:
        match = expression(after).match(text, year.end)
        if match is None:
            return 0, 0, 0
        return int(match["month"]), year.start, match.end()
    if text[year.start - 1 : year.start] not in _SPACES:
        return 0, 0, 0
    pattern = _month_pattern(vocabulary, before=True)
    match = pattern.search(text, max(year.start - _REACH, 0), year.start)
    if match is None:
        return 0, 0, 0
    return _month(match["month"], vocabulary), match.start(), year.end


def months_in(text: str, vocabulary: Language) -> frozenset[int]:
    """The months that a text names."""
    found = _month_pattern(vocabulary, before=False).finditer(text)
    return frozenset(_month(match["month"], vocabulary) for match in found)


def letter_behind(text: str, figure: Figure) -> tuple[int, int]:
    """The place in its series of the letter of an item behind a figure, and where that ends.

    `7 (a)`, `7 a)` and `7 (أ)` have 1; 0 for none.
    """
    match = _LETTER.match(text, figure.end)
    if match is None:
        return 0, 0
    return letter_value(match["letter"].lower()), match.end()


@cache
def _month_pattern(vocabulary: Language, *, before: bool) -> re.Pattern[str]:
    """The pattern of a month, or of one right before a year."""
    forms = figures_of(vocabulary.code)
    written: str = forms["month_before"] + r"\Z" if before else forms["month"]
    names = sorted(_names(vocabulary), key=len, reverse=True)
    return expression(written.replace("{months}", "|".join(names)), re.IGNORECASE)


def _month(name: str, vocabulary: Language) -> int:
    return int(name) if name.isdecimal() else _names(vocabulary)[name.lower()]


@cache
def _names(vocabulary: Language) -> dict[str, int]:
    """The number of each month by its name, or by the beginning that all its forms share."""
    names = figures_of(vocabulary.code).get("months") or vocabulary.forms.get("months", ())
    return {name.lower(): place % 12 + 1 for place, name in enumerate(names)}
