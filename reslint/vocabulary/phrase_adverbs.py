"""Adverbs of repetition and words that agree in gender, within a leading phrase that was found."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from reslint.vocabulary.phrase_match import PhraseMatch


class PhraseAdverbs:
    """The adverbs and agreeing words of one language, ready to be told of a phrase."""

    def __init__(self, compiled: dict[str, Any], fold: Mapping[int, str]) -> None:
        self._fold = fold
        self._agreement: dict[str, tuple[str, str]] = compiled["agreement"]
        self._agreement_ends = frozenset(compiled["agreement_ends"])
        self._conjunctions = frozenset(compiled["conjunctions"])
        self._adverbs: dict[str, list[Any]] = {}
        for units, degree in compiled["adverbs"]:
            self._adverbs.setdefault(units[0], []).append((units, degree))
        self.told = frozenset(self._adverbs) | frozenset(self._agreement)
        self._ambiguous: list[list[str]] = compiled["ambiguous"]
        self.ambiguous_starts = frozenset(words[0] for words in self._ambiguous)
        self._objects = frozenset(compiled["objects"])

    def drop_adjective(
        self, text: str, units: list[str], codes: list[int], ends: list[int], i: int
    ) -> None:
        """Forget an adverb that is here an adjective, and what follows: "Encourages further steps".

        It is the adverb of repetition only where something follows that begins an object or a
        clause: "Requests further the Secretary-General".
        """
        at = i
        while at < len(units):
            length = 1
            for words, _ in self._adverbs.get(units[at], ()):
                if units[at : at + len(words)] == words:
                    length = len(words)
                    if words not in self._ambiguous or units[at - 1] in self._conjunctions:
                        break
                    after = ends[at + length - 1]
                    rest = text[after : after + 40].split(None, 1)
                    word = rest[0].lower().translate(self._fold) if rest else ""
                    if word.isalpha() and rest[0].islower() and word not in self._objects:
                        del units[at:], codes[at:]
                        return
                    break
            at += length

    def describe(
        self, match: PhraseMatch, units: list[str], starts: list[int], ends: list[int], k: int
    ) -> None:
        """Note the adverbs of repetition and the words that agree in gender."""
        match.degree = 0
        match.repetition = ()
        match.gendered = ()
        kept: list[str] = []
        agrees = True
        i = 0
        while i < len(units):
            unit = units[i]
            length = 1
            for words, degree in self._adverbs.get(unit, ()):
                if units[i : i + len(words)] == words:
                    length = len(words)
                    if degree:
                        place = (starts[i], ends[i + length - 1], degree, i < k)
                        match.repetition += (place,)
                        match.degree = match.degree or degree
                    break
            else:
                degree = 0
            if unit in self._agreement_ends:
                agrees = False
            if agrees and unit in self._agreement:
                gender, other = self._agreement[unit]
                if match.source[starts[i]].isupper():
                    other = other[:1].upper() + other[1:]
                match.gendered += ((starts[i], ends[i], gender, other),)
            if not degree:
                kept += units[i : i + length]
            i += length
        match.key = " ".join(kept)
