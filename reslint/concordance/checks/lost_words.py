"""Words that all other versions have: a shorter paragraph that lacks several has lost a clause.

The table `rules/counterparts/lost_words.tsv` has, for the words that a language hardly ever lacks
where all others have them, how rarely it does (`scripts/make_lost_word_table.py` counts that in
adopted texts). The rarer that is, the more a lacking word weighs.
"""

from __future__ import annotations

from reslint.concordance.checks.differences import start_of, who, whole
from reslint.concordance.checks.length_checks import beside_lost_ones
from reslint.concordance.checks.moves import moves
from reslint.concordance.languages.counterparts import habits, part
from reslint.concordance.languages.words import words_of
from reslint.concordance.model import Difference
from reslint.draft.model import ANNEX, OPERATIVE, PREAMBLE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reslint.checks.kinds import Rule
    from reslint.concordance.comparison import Comparison
    from reslint.concordance.model import Row, Unit
    from reslint.text.diagnostics import Severity


_PARTS = (PREAMBLE, OPERATIVE, ANNEX)
_ENOUGH = 5  # versions: four others must have a word
_LONG = 120  # characters of the longest version: in shorter ones, one abbreviation counts for much
_SHORTER = 2.0  # what each multiple of the usual departure in length weighs
_MOST_MULTIPLES = 3.0
_LIMIT = 6.0  # of the sum
_SURE = 8.0  # below this it is an info
_LEAST_WORDS = 2.0  # of that, what the words must weigh
_MOST_SHOWN = 4  # words in a message


def lost_words(comparison: Comparison, _rule: Rule) -> Iterator[Difference]:
    """Paragraphs shorter than in all other versions that lack words which all others have."""
    if len(comparison.versions) < _ENOUGH:
        return
    lengths = comparison.lengths()
    limits = habits()["clauses"]
    passed_over = moves(comparison).misplaced | beside_lost_ones(comparison)
    passed_over |= {unit for _, unit, longer in lengths.outliers if not longer}
    for row, _ in comparison.details():
        if len(row) < _ENOUGH or row.first().part not in _PARTS:
            continue
        unit, by = lengths.shortest(row)
        limit = limits.get(unit.version.language)
        if limit is None or by < limit or not passed_over.isdisjoint(row):
            continue
        others = [other for other in row if other is not unit]
        if max(len(other.text) for other in others) < _LONG:
            continue
        lacking = _lacking(unit, others)
        weight = sum(lacking.values())
        if weight < _LEAST_WORDS:
            continue
        total = weight + _SHORTER * min(by / limit, _MOST_MULTIPLES)
        if total >= _LIMIT:
            severity: Severity | None = None if total >= _SURE else "info"
            yield _difference(unit, others, lacking, row, comparison, severity)


def _lacking(unit: Unit, others: list[Unit]) -> dict[str, float]:
    """The concepts that all others have and a unit lacks, with what each weighs."""
    weights: dict[str, float] = part(f"lost-{unit.version.language}") or {}
    common = frozenset.intersection(*(other.concepts for other in others))
    return {one: weights[one] for one in common - unit.concepts if one in weights}


def _difference(
    unit: Unit,
    others: list[Unit],
    lacking: dict[str, float],
    row: Row,
    comparison: Comparison,
    severity: Severity | None,
) -> Difference:
    shown = comparison.reference if comparison.reference in row.cells else None
    other = row.cells[shown] if shown and row.cells[shown] is not unit else others[0]
    heaviest = sorted(lacking, key=lambda one: -lacking[one])[:_MOST_SHOWN]
    words = words_of(other.text, other.version.language, frozenset(heaviest))
    values = {
        "there": ", ".join(words[:_MOST_SHOWN]),
        **who([one.version for one in others], comparison),
    }
    places = [whole(one) for one in others]
    return Difference(unit.version, start_of(unit), unit.place, values, places, severity=severity)
