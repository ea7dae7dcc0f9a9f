"""How much two units say the same: by part, level, label, numbers, names, length, opening words."""

from __future__ import annotations

from reslint.concordance.aligning.openings import fit
from reslint.concordance.model import FIGURE
from reslint.draft.model import HEADING, NOTE, OPERATIVE, PREAMBLE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.concordance.model import Unit


_MOST_MISPRINTED = 2  # figures of a symbol
_LONG_SYMBOL = 12  # characters, its kind included, from which symbols are told from one another
_LONG_FIGURE = 11  # the same of figures: four of them
_SHORT = 60  # characters of two units that hardly say more than a number


def score(one: Unit, other: Unit) -> float:
    """How much speaks for two units to be counterparts: above 0 if they are, as a rule."""
    points = likeness(one, other)
    if one.value and one.value == other.value:
        points += 0.5 if one.level else 0.8
    elif one.part == OPERATIVE and bool(one.value) != bool(other.value):
        points -= 0.5
    return points


def likeness(one: Unit, other: Unit) -> float:
    """How much two units say the same, wherever they stand: see `score`."""
    points = 0.9
    if one.part != other.part:
        points -= 3.0 if PREAMBLE in (one.part, other.part) else 2.0
        if HEADING in (one.part, other.part):
            points -= 1.0
    if one.level != other.level:
        points -= 1.2
    mine, its = one.anchors, other.anchors
    if mine or its:
        shared = len(mine & its)
        if shared:
            points += (2.0 + 0.2 * min(shared, 5)) * shared / len(mine | its)
        elif mine and its:
            # Notes, and the cells of tables in lines, say little more than a number.
            alone = one.part == NOTE or len(one.text) + len(other.text) <= _SHORT
            points -= 0.2 if alone and _may_be_misprinted(mine, its) else 1.6
        else:
            points -= min(0.35 * len(mine or its), 1.2)
    if one.names or other.names:
        shared = len(one.names & other.names)
        if shared:
            points += 0.8 * shared / len(one.names | other.names)
    points -= min(1.1 * abs(one.size - other.size), 2.2)
    opening = fit(one, other)
    if opening is not None:
        points += 0.6 if opening > -2.5 else 0.2 if opening > -4 else -0.8
    return points


def _may_be_misprinted(mine: frozenset[str], its: frozenset[str]) -> bool:
    """Whether two units have symbols or long figures that are a figure or two apart."""
    return any(
        len(one) == len(other)
        and sum(a != b for a, b in zip(one, other, strict=True)) <= _MOST_MISPRINTED
        for one in mine - its
        for other in its - mine
        if len(one) >= (_LONG_FIGURE if one.startswith(FIGURE) else _LONG_SYMBOL)
    )
