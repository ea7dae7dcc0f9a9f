"""How well the opening words of two languages fit: what a phrase is rendered as, with counts."""

from __future__ import annotations

from functools import cache
from math import log

from reslint.concordance.languages.counterparts import part
from reslint.draft.model import OPERATIVE, PREAMBLE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reslint.concordance.model import Unit

    Counts = dict[str, dict[str, int]]


_PARTS: dict[str, str] = {PREAMBLE: "preambular", OPERATIVE: "operative"}
_HARDLY_EVER = 0.02  # of its occurrences a phrase was rendered so
_ENOUGH = 20  # occurrences of a phrase from which its table is worth something


def known_phrase(key: str, head: str, language: str, draft_part: str) -> str:
    """The phrase that the tables know, of a phrase with its qualifiers; "" for an unknown one.

    `reaffirming its strong commitment` is known as `reaffirming`.
    """
    where = _PARTS.get(draft_part, "")
    return _known(key, head, language, where)


@cache
def _known(key: str, head: str, language: str, where: str) -> str:
    known: dict[str, int] = (part(f"phrases-{language}") or {}).get(where, {})
    words = key.split(" ")
    for length in range(len(words), 0, -1):
        shorter = " ".join(words[:length])
        if known.get(shorter, 0) >= _ENOUGH:
            return shorter
    return head if known.get(head, 0) >= _ENOUGH else ""


@cache
def renderings(source: str, target: str, where: str) -> Counts:
    """What phrases of one language are rendered as in another: phrase, rendering, count.

    `where` is preambular or operative.
    """
    backwards = source > target
    pair = part(f"{target}-{source}" if backwards else f"{source}-{target}") or {}
    found: Counts = pair.get(where, {})
    if not backwards:
        return found
    turned: Counts = {}
    for one, row in found.items():
        for other, count in row.items():
            turned.setdefault(other, {})[one] = count
    return turned


@cache
def _fit(source: str, phrase: str, target: str, other: str, where: str) -> float | None:
    """The logarithm of the probability that a phrase is rendered as `other`, None if unknown."""
    row = renderings(source, target, where).get(phrase, {})
    total = sum(row.values())
    if total < _ENOUGH:
        return None
    return log((row.get(other, 0) + 0.5) / (total + 10))


def fit(one: Unit, other: Unit) -> float | None:
    """How well the opening words of two units render each other.

    The logarithm of a probability, -5.0 for other words in one language; None if not known.
    """
    where = _PARTS.get(one.part)
    if where is None or one.part != other.part or not one.phrase or not other.phrase:
        return None
    mine, its = one.version.language, other.version.language
    if mine == its:
        return 0.0 if one.phrase == other.phrase else -5.0
    there = _fit(mine, one.phrase, its, other.phrase, where)
    back = _fit(its, other.phrase, mine, one.phrase, where)
    if there is None or back is None:
        return there if back is None else back
    return max(there, back)


class Verdict:
    """Whether the opening words of a unit render those of its counterparts.

    `usual` is the phrase that renders those best, `usual_text` the same as it is written;
    `margin` how much better it fits, as a logarithm; `against` are the units whose phrase is not
    known to be rendered by this one.
    """

    __slots__ = ("against", "margin", "usual", "usual_text")

    def __init__(self, usual: str, usual_text: str, margin: float, against: list[Unit]) -> None:
        self.usual = usual
        self.usual_text = usual_text
        self.margin = margin
        self.against = against


def verdict(unit: Unit, others: Sequence[Unit]) -> Verdict | None:
    """The verdict on the opening words of a unit.

    None where too little is known, or where most of the others were rendered so before.
    """
    where = _PARTS.get(unit.part)
    if where is None or not unit.phrase:
        return None
    language = unit.version.language
    asked = [
        other
        for other in others
        if other.phrase
        and other.part == unit.part
        and other.version.language != language
        and _fit(other.version.language, other.phrase, language, "", where) is not None
    ]
    if not asked:
        return None

    mine = {unit.phrase}
    if sum(other.cut for other in asked) * 2 >= len(asked):
        # The tables do not know the qualifiers of the others: without those, it may be the same.
        mine.add(_known("", unit.head, language, where) or unit.phrase)

    def points(phrase: str) -> float:
        return sum(
            _fit(other.version.language, other.phrase, language, phrase, where) or 0.0
            for other in asked
        ) / len(asked)

    whole = unit.whole_phrase
    own = max(sorted(mine), key=points) if len(mine) > 1 else unit.phrase
    against = [
        other
        for other in asked
        if _share(other.version.language, other.phrase, language, own, where) < _HARDLY_EVER
        and not _are_equivalent(
            other.version.language, (other.phrase, other.whole_phrase), language, (own, whole)
        )
    ]
    if len(against) * 2 <= len(others):
        return None
    candidates: set[str] = set()
    for other in asked:
        candidates |= renderings(other.version.language, language, where)[other.phrase].keys()
    usual = max(sorted(candidates), key=points)
    written: str = (part(f"written-{language}") or {}).get(where, {}).get(usual, usual)
    return Verdict(usual, written, points(usual) - points(own), against)


@cache
def _are_equivalent(
    source: str, phrases: tuple[str, ...], target: str, others: tuple[str, ...]
) -> bool:
    """Whether one of the phrases renders one of the others, whatever the tables have met."""
    groups: dict[str, dict[str, list[str]]] = part("equivalents")
    mine, its = groups.get(source, {}), groups.get(target, {})
    named = {name for phrase in phrases for name in mine.get(phrase, ())}
    return any(name in named for other in others for name in its.get(other, ()))


@cache
def _share(source: str, phrase: str, target: str, other: str, where: str) -> float:
    row = renderings(source, target, where).get(phrase, {})
    return row.get(other, 0) / (sum(row.values()) or 1)
