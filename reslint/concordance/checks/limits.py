"""Limits of figures: more than 40 in one version, less than 40 in all others."""

from __future__ import annotations

from functools import cache

from reslint.concordance.languages.counterparts import habits, part
from reslint.concordance.model import FIGURE, TERM
from reslint.data.patterns import expression

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.concordance.model import Token, Unit


_BEFORE = 12  # characters from a limit to its figure: more than an estimated 40
_BEHIND = 20  # characters from a figure to its limit: 8 per cent at most
_NEGATED = 40  # characters before a limit in which a verb may turn it


def turned_limit(unit: Unit, others: list[Unit]) -> tuple[Token, frozenset[str]] | None:
    """The limit of a unit that the others have the other way round, and their keys of it.

    More than half of the others must have the opposite limit, and none the same.
    """
    own = _limits_of(unit)
    if not own:
        return None
    there = [_limits_of(other) for other in others]
    for figure, token in own.items():
        below = _is_below(token)
        said = [one[figure] for one in there if figure in one]
        if len(said) * 2 > len(others) and all(_is_below(one) is not below for one in said):
            return token, frozenset(one.key for one in said)
    return None


def _limits_of(unit: Unit) -> dict[str, Token]:
    """The limits of a unit whose sense is sure, by the figures that they stand beside."""
    limits = [one for one in unit.of(TERM) if one.key in _senses()]
    if not limits:
        return {}
    figures = unit.of(FIGURE)
    found: dict[str, Token] = {}
    twice: set[str] = set()
    for limit in limits:
        figure = _figure_of(limit, figures, limits)
        if figure is None or _may_be_turned(limit, unit):
            continue
        if figure.key in found:
            twice.add(figure.key)
        found[figure.key] = limit
    return {key: limit for key, limit in found.items() if key not in twice}


def _figure_of(limit: Token, figures: list[Token], limits: list[Token]) -> Token | None:
    """The figure of a limit: right behind it, else right before it."""
    for one in figures:
        if 0 <= one.start - limit.end <= _BEFORE:
            return one
    for one in reversed(figures):
        if 0 <= limit.start - one.end <= _BEHIND and not any(
            one.end <= other.start < limit.start for other in limits
        ):
            return one
    return None


def _may_be_turned(limit: Token, unit: Unit) -> bool:
    """Whether a verb in the negative may turn a limit: may not be used for more than 8 per cent."""
    patterns = part("negations").get(unit.version.language)
    if patterns is None:
        return True
    before = unit.text[max(limit.start - _NEGATED, 0) : limit.start].lower()
    return expression(patterns["perhaps"]).search(before) is not None


def _is_below(limit: Token) -> bool:
    return _senses()[limit.key]


@cache
def _senses() -> dict[str, bool]:
    """Whether each term that is a limit says that a figure is not reached."""
    limits = habits()["limits"]
    return {key: below for below in (False, True) for key in limits["below" if below else "above"]}
