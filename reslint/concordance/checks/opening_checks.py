"""Checks of the opening words: verbs weaker or stronger, unusual renderings, emphasis."""

from __future__ import annotations

from functools import partial

from reslint.concordance.aligning.openings import Verdict, verdict
from reslint.concordance.checks.differences import start_of, who, whole
from reslint.concordance.languages.counterparts import directive_phrases
from reslint.concordance.model import Difference

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reslint.checks.kinds import Rule
    from reslint.concordance.comparison import Comparison
    from reslint.concordance.model import Row, Unit, Version


_CERTAINLY = 9.0  # margin of words that are other ones in one language


def opening(row: Row, comparison: Comparison, rule: Rule) -> Iterator[Difference]:
    """Opening words that do not render those of most other versions."""
    directive: bool = rule.parameters["directive"]
    margin: float = rule.parameters["margin"]
    found: list[tuple[float, Difference]] = []
    key = ("openings", *row)
    for unit, said in comparison.memory.value(key, partial(_verdicts, row, comparison.reference)):
        if said.margin < margin:
            continue
        binding = directive_phrases(unit.version.language)
        if (unit.phrase in binding or said.usual in binding) is not directive:
            continue
        values = {
            "here": _words(unit),
            "there": _words(said.against[0]),
            "usual": said.usual_text,
            **who([one.version for one in said.against], comparison),
        }
        places = [(one.version, _span(one)) for one in said.against]
        found.append(
            (said.margin, Difference(unit.version, _span(unit), unit.place, values, places))
        )
    # Of two versions that accuse each other, only the one further off is odd.
    if found:
        best = max(one for one, _ in found)
        yield from (difference for one, difference in found if one >= best - 0.5)


def _verdicts(row: Row, reference: Version) -> list[tuple[Unit, Verdict]]:
    """The units whose opening words do not render those of the others, with the verdicts."""
    found = []
    for version, unit in row.cells.items():
        if len(row) == 2 and version is reference:
            continue
        others = [other for one, other in row.cells.items() if one is not version]
        said = verdict(unit, others) or _other_words(unit, others)
        if said is not None:
            found.append((unit, said))
    return found


def _other_words(unit: Unit, others: list[Unit]) -> Verdict | None:
    """The verdict where another version in the same language has other opening words."""
    other = next((one for one in others if one.version.language == unit.version.language), None)
    if other is None or other.opening is None or unit.opening is None:
        return None
    if other.whole_phrase == unit.whole_phrase:
        return None
    return Verdict(other.phrase, _words(other), _CERTAINLY, [other])


def emphasis(row: Row, comparison: Comparison, _rule: Rule) -> Iterator[Difference]:
    """Opening words without emphasis where the other versions have it."""
    if any(unit.opening is None for unit in row):
        return
    plain = [unit for unit in row if not _emphasized(unit)]
    others = [unit for unit in row if _emphasized(unit)]
    if not plain or len(plain) >= len(others):
        return
    for unit in plain:
        if unit.version.draft.emphasis_known:
            values = {"here": _words(unit), **who([o.version for o in others], comparison)}
            yield Difference(
                unit.version, _span(unit), unit.place, values, [whole(one) for one in others]
            )


def _emphasized(unit: Unit) -> bool:
    found = unit.opening
    return found is not None and any(
        one.start < found.end and one.end > found.start for one in unit.paragraph.emphases
    )


def _span(unit: Unit) -> tuple[int, int]:
    found = unit.opening
    if found is None:
        return start_of(unit)
    return unit.paragraph.source_span(found.start, found.end)


def _words(unit: Unit) -> str:
    found = unit.opening
    return "" if found is None else unit.text[found.start : found.end]
