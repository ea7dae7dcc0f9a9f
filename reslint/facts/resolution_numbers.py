"""Whose resolution a number can be."""

from __future__ import annotations

from reslint.data.expressions import expression

_FORM = expression(
    r"(?P<session>[0-9]{1,4})/[0-9]+|[0-9]+(?:\s[A-Z])?\s\((?:(?P<year>[0-9]{4})|(?P<roman>[IVXLC]+))\)"
)
_LAST_ROMAN_SESSION = 30  # of the General Assembly: 1975
_LAST_COUNCIL_SESSION = 60  # of the Human Rights Council, where a draft does not say its own
_FIRST_COUNCIL_YEAR = 2007  # before it, a year can be the Commission on Human Rights'
_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def owner(number: str, organ: str, session: int) -> str | None:
    """The organ whose resolution `number` is, seen from a draft of `organ` in its `session`.

    None where it can be the organ's own, "" where it is not, but may be that of several others.
    """
    match = _FORM.match(number)
    if match is None or organ == "other":
        return None
    if match["year"]:
        return None if organ == "SC" else "SC"
    if match["roman"]:
        if _roman(match["roman"]) <= _LAST_ROMAN_SESSION:
            return None if organ == "GA" else "GA"
        return None if organ == "ECOSOC" else "ECOSOC"
    first = int(match["session"])
    if first > 1900:
        if organ == "ECOSOC":
            return None
        return "ECOSOC" if organ != "HRC" or first >= _FIRST_COUNCIL_YEAR else ""
    if organ == "GA":
        return None
    if organ == "HRC":
        return "GA" if first > (session or _LAST_COUNCIL_SESSION) else None
    return "GA" if first > _LAST_COUNCIL_SESSION else ""


def _roman(text: str) -> int:
    values = [_VALUES[letter] for letter in text]
    return sum(
        -one if one < following else one
        for one, following in zip(values, [*values[1:], 0], strict=True)
    )
