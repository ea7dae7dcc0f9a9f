"""Checks of what is named: bodies, instruments, states, and terms that exclude each other."""

from __future__ import annotations

from functools import cache

from reslint.concordance.checks.differences import start_of, who, whole
from reslint.concordance.checks.limits import turned_limit
from reslint.concordance.checks.percentages import PERCENT, lost_percent
from reslint.concordance.checks.token_checks import shown
from reslint.concordance.languages.counterparts import habits
from reslint.concordance.languages.named_terms import STATE, family_of
from reslint.concordance.model import NAME, TERM, WEAK_TERM, Difference, Row, Token, Unit
from reslint.names.loading import names_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reslint.checks.kinds import Rule
    from reslint.concordance.comparison import Comparison
    from reslint.concordance.model import Version


_TERMS = (TERM, WEAK_TERM)
_ENOUGH = 4  # other versions of which one need not have a term
_FEWEST_FOR_COUNTS = 3  # other versions where the number of times counts
_LONGEST_FOR_COUNTS = 500  # characters: longer paragraphs say increase and reduce in many words
_LIST = 2  # states that all versions name, from which on they are a list


def name(row: Row, comparison: Comparison, _rule: Rule) -> Iterator[Difference]:
    """A body, instrument or state named in one version where most others name another one.

    And a state that a version has or lacks alone, in a list of states.
    """
    first = row.first().names
    if all(unit.names == first for unit in row):
        return
    listed = _states_of_all(row)
    for unit, others in _judged(row, comparison):
        said = False
        for extra, lacking in _other_names(unit, others):
            yield _replaced(unit, others, extra, lacking, comparison)
            said = True
        if len(listed) >= _LIST and not said:
            yield from _in_list(unit, others, comparison)


def term(row: Row, comparison: Comparison, _rule: Rule) -> Iterator[Difference]:
    """A term of a family in one version where the others have another one: weeks for days."""
    first = row.first().firsts(_TERMS).keys()
    if PERCENT not in first and all(unit.firsts(_TERMS).keys() == first for unit in row):
        return
    for unit, others in _judged(row, comparison):
        named = frozenset[str]().union(*(other.firsts(_TERMS) for other in others))
        own = unit.firsts(_TERMS).keys()
        extra = [token for token in unit.of(TERM) if token.key not in named]
        if PERCENT in named:
            yield from lost_percent(unit, others, comparison)
        turned = turned_limit(unit, others)
        if turned is not None:
            yield _replaced(unit, others, [turned[0]], turned[1], comparison)
        extra += _said_instead(unit, others)
        if turned is not None:
            extra = [token for token in extra if token is not turned[0]]
        if not extra:
            continue
        missing = {key: sum(key in other.firsts(_TERMS) for other in others) for key in named - own}
        for family in {family_of(token.key): None for token in extra}:
            due = _due(family, others)
            lacking = frozenset(
                key for key, count in missing.items() if family_of(key) == family and count >= due
            )
            if lacking:
                found = [token for token in extra if family_of(token.key) == family]
                yield _replaced(unit, others, found[:1], lacking, comparison)


def _said_instead(unit: Unit, others: list[Unit]) -> list[Token]:
    """The terms that a unit says more often than each other, where these have another one.

    The other one is of the same family, and the unit lacks it: Asia twice, for Asia and Africa. Of
    loose families, all others, of four or more all but one, must say both: to increase this and to
    reduce that.
    """
    if len(others) < _FEWEST_FOR_COUNTS:
        return []
    own = _counts(unit)
    if max(own.values(), default=0) < 2:
        return []
    counts = [_counts(one) for one in others]
    due = len(others) - (len(others) >= _ENOUGH)
    keys = dict.fromkeys(key for one in counts for key in one)
    said = [key for key in keys if sum(key in one for one in counts) >= due]
    families = {family_of(key) for key in said if key not in own}
    loose = set(habits()["loose_families"])
    if max(len(one.text) for one in (unit, *others)) > _LONGEST_FOR_COUNTS:
        families -= loose
    found = []
    for key, count in own.items():
        family = family_of(key)
        if family not in families or count <= max(one.get(key, 0) for one in counts):
            continue
        both = sum(key in one and len(_of_family(family, one)) > 1 for one in counts)
        there = next((one for one in others if key in one.firsts((TERM,))), None)
        if there is not None and (family not in loose or both >= due):
            found.append(_out_of_turn(key, unit, there))
    return found


def _of_family(family: str, keys: Iterable[str]) -> list[str]:
    return [key for key in keys if family_of(key) == family]


def _out_of_turn(key: str, unit: Unit, other: Unit) -> Token:
    """The first term of a unit with this key that stands where another version has another one."""
    family = family_of(key)
    own, there = (
        [token for token in one.of(TERM) if family_of(token.key) == family] for one in (unit, other)
    )
    for at, token in enumerate(own):
        if token.key == key and (at >= len(there) or there[at].key != key):
            return token
    return next(token for token in reversed(own) if token.key == key)


def _counts(unit: Unit) -> dict[str, int]:
    counts: dict[str, int] = {}
    for token in unit.of(TERM):
        counts[token.key] = counts.get(token.key, 0) + 1
    return counts


def _judged(row: Row, comparison: Comparison) -> Iterator[tuple[Unit, list[Unit]]]:
    """The units that may be odd, each with the others."""
    for version, unit in row.cells.items():
        others = [other for one, other in row.cells.items() if one is not version]
        if len(others) > 1 or (others and version is not comparison.reference):
            yield unit, others


def _due(family: str, others: list[Unit]) -> int:
    """How many others must have the term that a version lacks."""
    if family in habits()["loose_families"]:
        return max(len(others), 2)
    return len(others) - (len(others) >= _ENOUGH)


def _replaced(
    unit: Unit,
    others: list[Unit],
    extra: list[Token],
    lacking: frozenset[str],
    comparison: Comparison,
) -> Difference:
    """The difference of a name that stands in the place of others."""
    agreeing = [other for other in others if any(one.key in lacking for one in _named(other))]
    there = [token for token in _named(agreeing[0]) if token.key in lacking]
    values = {
        "here": _texts(unit, extra),
        "there": _texts(agreeing[0], there),
        **who([one.version for one in others], comparison),
    }
    span = unit.paragraph.source_span(extra[0].start, extra[0].end)
    places = [_place(other, lacking) for other in others]
    return Difference(unit.version, span, unit.place, values, places)


def _in_list(unit: Unit, others: list[Unit], comparison: Comparison) -> Iterator[Difference]:
    """The states that a unit has alone in a list, or lacks alone."""
    own = _states(unit)
    named = frozenset[str]().union(*map(_states, others))
    agreeing = who([one.version for one in others], comparison)
    for token in unit.of(NAME):
        if token.key in own - named:
            values = {"here": _texts(unit, [token]), "there": "", **agreeing}
            span = unit.paragraph.source_span(token.start, token.end)
            places = [whole(other) for other in others]
            yield Difference(unit.version, span, unit.place, values, places, variant="extra")
            break
    for token in others[0].of(NAME):
        if token.key in named - own and all(token.key in _states(other) for other in others):
            values = {"here": "", "there": _texts(others[0], [token]), **agreeing}
            places = [_place(other, frozenset((token.key,))) for other in others]
            span = _first_state(unit)
            yield Difference(unit.version, span, unit.place, values, places, variant="lacking")
            break


def _other_names(unit: Unit, others: list[Unit]) -> Iterator[tuple[list[Token], frozenset[str]]]:
    """The names that a unit has alone, with those that it lacks: bodies, states, principal organs.

    A state never stands for a body: names of missions hold those of states. One of the principal
    organs never stands for another one.
    """
    passed_over = set(habits()["names"])
    organs = frozenset(habits()["organs"])
    named = _keys(others, NAME)
    own = [token for token in unit.of(NAME) if token.key not in named]
    missing = frozenset(
        key
        for key in named - unit.names
        if 2 * sum(key in other.names for other in others) > len(others)
    )
    bodies = frozenset(key for key in missing - passed_over if not key.startswith(STATE))
    extra = [
        token
        for token in own
        if token.key not in passed_over
        and not token.key.startswith(STATE)
        and not any(_holds(token.key, one) for one in bodies)
    ]
    if not (extra and bodies):
        extra, bodies = [token for token in own if token.key in organs], missing & organs
    if extra and bodies:
        yield extra, bodies
    states = missing & _keys(others, NAME, STATE)
    extra = [token for token in own if token.key.startswith(STATE)]
    if extra and states:
        yield extra, states


def _named(unit: Unit) -> list[Token]:
    return unit.of(NAME, *_TERMS)


def _keys(units: list[Unit], kind: str, beginning: str = "") -> frozenset[str]:
    return frozenset(
        token.key for unit in units for token in unit.of(kind) if token.key.startswith(beginning)
    )


def _states(unit: Unit) -> frozenset[str]:
    return frozenset(key for key in unit.names if key.startswith(STATE))


def _states_of_all(row: Row) -> frozenset[str]:
    units = list(row)
    return frozenset.intersection(*map(_states, units)) if units else frozenset()


def _first_state(unit: Unit) -> tuple[int, int]:
    """The source span of the first state that a unit names, else its start."""
    for token in unit.of(NAME):
        if token.key.startswith(STATE):
            return unit.paragraph.source_span(token.start, token.end)
    return start_of(unit)


@cache
def _holds(one: str, other: str) -> bool:
    """Whether the name of one body holds that of another: a conference and its programme."""
    names = names_of("en").full_names
    first, second = names.get(one, ""), names.get(other, "")
    return bool(first and second) and (first in second or second in first)


def _place(unit: Unit, keys: frozenset[str]) -> tuple[Version, tuple[int, int]]:
    for token in _named(unit):
        if token.key in keys:
            return unit.version, unit.paragraph.source_span(token.start, token.end)
    return whole(unit)


def _texts(unit: Unit, found: list[Token]) -> str:
    return shown(unit, found[:2])
