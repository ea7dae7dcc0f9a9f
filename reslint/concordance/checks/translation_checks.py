"""The check of translation: a paragraph that still stands in another version's language."""

from __future__ import annotations

from reslint.concordance.checks.differences import start_of, who, whole
from reslint.concordance.model import Difference
from reslint.draft.model import ANNEX, OPERATIVE, PREAMBLE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reslint.checks.kinds import Rule
    from reslint.concordance.comparison import Comparison
    from reslint.concordance.model import Row, Unit


_PARTS = (PREAMBLE, OPERATIVE, ANNEX)
_BEGINNING = 40  # characters that no two languages write alike
_WORDS = 6  # of a text that is more than names
_MARKS = " .;,:،؛。；，"


def translation(row: Row, comparison: Comparison, _rule: Rule) -> Iterator[Difference]:
    """A paragraph word for word the same in two languages: one was not translated."""
    by_beginning: dict[str, list[Unit]] = {}
    for unit in row:
        if unit.part in _PARTS and len(unit.text) > _BEGINNING:
            by_beginning.setdefault(unit.text[:_BEGINNING], []).append(unit)
    for units in by_beginning.values():
        if len(units) > 1:
            yield from _untranslated(units, comparison)


def _untranslated(units: list[Unit], comparison: Comparison) -> Iterator[Difference]:
    """The units that have the text of another language, of some that begin alike."""
    source = _source(units, comparison)
    words = _words(source)
    if len(words) < _WORDS:
        return
    for unit in units:
        if unit.version.language != source.version.language and _words(unit) == words:
            yield Difference(
                unit.version,
                start_of(unit),
                unit.place,
                who([source.version], comparison),
                [whole(source)],
            )


def _source(units: list[Unit], comparison: Comparison) -> Unit:
    """The unit whose language the text is in: the one whose table knows most of its words."""
    return max(units, key=lambda unit: (len(unit.concepts), unit.version is comparison.reference))


def _words(unit: Unit) -> list[str]:
    return unit.text.strip(_MARKS).split()
