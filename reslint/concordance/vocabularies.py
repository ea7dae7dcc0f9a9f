"""Which words of two versions render each other: learned from the draft itself.

A word of one version and its rendering in another stand in the same rows. So two neighbours that
have changed places are recognized by their words, where numbers, names and lengths do not help.
"""

from __future__ import annotations

from reslint.data.patterns import expression

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reslint.concordance.model import Row, Unit, Version

    Masks = dict[str, int]


_WORD = expression(r"[^\W\d_]{4,}")
_STEM = 6  # letters at the start of a word that are compared: endings change
_LEAST = 3  # rows in which a word must stand to be compared
_MOST = 0.2  # of the rows in which it may stand


class Vocabularies:
    """The words of the versions of a comparison, each with the rows it stands in (a bit mask)."""

    __slots__ = ("_masks", "_places", "_rows", "_words")

    def __init__(self, rows: Sequence[Row]) -> None:
        self._rows = rows
        self._places = {row: 1 << at for at, row in enumerate(rows)}
        self._masks: dict[Version, Masks] = {}
        self._words: dict[Unit, frozenset[str]] = {}

    def gain(self, unit: Unit, following: Unit, first: Row, second: Row, other: Version) -> float:
        """How much better two neighbours fit the cells of `other` if they change places.

        `unit` stands in row `first`, `following` in row `second`. From -1 (they surely stand in the
        right order) to 1 (they surely changed places).
        """
        elsewhere = ~(self._places[first] | self._places[second])
        mine = self._masks_of_differing(unit, following, elsewhere)
        theirs = self._masks_of_differing(first.cells[other], second.cells[other], elsewhere)
        straight = _link(mine[0], theirs[0]) + _link(mine[1], theirs[1])
        crossed = _link(mine[0], theirs[1]) + _link(mine[1], theirs[0])
        total = straight + crossed
        return (crossed - straight) / total if total > 1.0 else 0.0

    def _masks_of_differing(
        self, unit: Unit, other: Unit, rows: int
    ) -> tuple[list[int], list[int]]:
        """The masks, within `rows`, of the words that only the first, only the second unit has."""
        masks = self._masks_of(unit.version)
        words, others = self._words_of(unit), self._words_of(other)
        found = []
        for one, without in ((words, others), (others, words)):
            found.append([mask for word in one - without if (mask := masks.get(word, 0) & rows)])
        return found[0], found[1]

    def _masks_of(self, version: Version) -> Masks:
        masks = self._masks.get(version)
        if masks is None:
            found: Masks = {}
            for row, place in self._places.items():
                unit = row.cells.get(version)
                if unit is not None:
                    for word in self._words_of(unit):
                        found[word] = found.get(word, 0) | place
            most = max(int(_MOST * len(self._rows)), _LEAST)
            masks = self._masks[version] = {
                word: mask for word, mask in found.items() if _LEAST <= mask.bit_count() <= most
            }
        return masks

    def _words_of(self, unit: Unit) -> frozenset[str]:
        words = self._words.get(unit)
        if words is None:
            text = unit.text.lower()
            if unit.version.draft.vocabulary.phrases.by_character:
                words = frozenset(map("".join, zip(text, text[1:], strict=False)))
            else:
                words = frozenset(word[:_STEM] for word in _WORD.findall(text))
            self._words[unit] = words
        return words


def _link(mine: list[int], theirs: list[int]) -> float:
    """How well the words of two units fit, by the rows they stand in; 0.0 for not at all."""
    total = 0.0
    for mask in mine:
        size = mask.bit_count()
        best = 0.0
        for other in theirs:
            shared = (mask & other).bit_count()
            if shared > 1:
                best = max(best, 2 * shared / (size + other.bit_count()))
        if best > 0.3:
            total += best
    return total
