"""A figure that is a percentage in all other versions and a mere number in one."""

from __future__ import annotations

from reslint.concordance.checks.differences import who
from reslint.concordance.languages.named_terms import family_of
from reslint.concordance.model import NAME, TERM, Difference

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reslint.concordance.comparison import Comparison
    from reslint.concordance.model import Token, Unit, Version


PERCENT = "percent percent"
"""The key of the term per cent."""
_BETWEEN = 15  # characters between figures that share one sign: from 35 to 40 per cent


def lost_percent(unit: Unit, others: list[Unit], comparison: Comparison) -> Iterator[Difference]:
    """The first figure of a unit that is a percentage in all others and none here.

    Beside another percentage, the figure must be the only one of its value, and may not share the
    sign of that other one.
    """
    own = _percentages(unit)
    said = {token.key for token in unit.of(TERM) if family_of(token.key) == family_of(PERCENT)}
    if said - {PERCENT}:
        return  # percentage points
    there = [_percentages(other) for other in others]
    for key, (figure, sign) in there[0].items():
        same = [one for one in unit.tokens if one.key == key and one.kind not in (TERM, NAME)]
        if not same or key in own:
            continue
        if said and (
            len(same) > 1
            or not all(key in one for one in there)
            or _shares_sign(same[0], unit, own)
        ):
            continue
        if not all(any(one.key == PERCENT for one in other.of(TERM)) for other in others):
            continue
        start, end = min(figure.start, sign.start), max(figure.end, sign.end)
        values = {
            "here": unit.text[same[0].start : same[0].end],
            "there": others[0].text[start:end],
            **who([one.version for one in others], comparison),
        }
        places = [_place(other, one.get(key)) for other, one in zip(others, there, strict=True)]
        span = unit.paragraph.source_span(same[0].start, same[0].end)
        yield Difference(unit.version, span, unit.place, values, places)
        return


def _percentages(unit: Unit) -> dict[str, tuple[Token, Token]]:
    """The figures that a percent sign or its word stands beside, by value, each with the sign."""
    signs = [token for token in unit.of(TERM) if token.key == PERCENT]
    found: dict[str, tuple[Token, Token]] = {}
    for sign in signs:
        for one in unit.tokens:
            if one.kind not in (TERM, NAME) and (
                0 <= sign.start - one.end <= 1 or 0 <= one.start - sign.end <= 1
            ):
                found.setdefault(one.key, (one, sign))
    return found


def _shares_sign(figure: Token, unit: Unit, own: dict[str, tuple[Token, Token]]) -> bool:
    """Whether a figure stands so near a percentage that it may have the same sign.

    `35 to 40 per cent`, and 百分之35至40, where the sign stands before.
    """
    numbers = sorted((one.start, one.end) for one in unit.tokens if one.kind not in (TERM, NAME))
    signed = {(one.start, one.end): sign for one, sign in own.values()}
    at = numbers.index((figure.start, figure.end))
    for steps, behind in ((numbers[at:], True), (numbers[at::-1], False)):
        for here, following in zip(steps, steps[1:], strict=False):
            gap = following[0] - here[1] if behind else here[0] - following[1]
            if gap > _BETWEEN:
                break
            sign = signed.get(following)
            if sign is not None and (sign.start >= following[1]) is behind:
                return True
    return False


def _place(other: Unit, found: tuple[Token, Token] | None) -> tuple[Version, tuple[int, int]]:
    """The sign beside a figure in another version, else its first one."""
    sign = found[1] if found else next(one for one in other.of(TERM) if one.key == PERCENT)
    return other.version, other.paragraph.source_span(sign.start, sign.end)
