"""The small tables of a leading-phrase vocabulary: units, spellings, agreement, places.

They say what a word of the vocabulary is compared as; heads and patterns are read with them.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from reslint.vocabulary.phrase_units import split_units
from reslint.vocabulary.phrases import PARTS

_KEYS = {
    "language": str,
    "units": str,
    "fold": dict,
    "endings": dict,
    "variants": dict,
    "agreement": dict,
    "agreement_ends": list,
    "repetition": dict,
    "again": list,
    "place": dict,
    "conjunctions": list,
    "conjunction_prefix": str,
    "ambiguous": list,
    "objects": list,
    "words": dict,
    "before": list,
    "inside": list,
    "after": dict,
    "plain_organs": list,
    "heads": list,
}
_PLACES = ("before", "head", "end")


class PhraseTables:
    """What the keys of a vocabulary beside heads and patterns say.

    :raises ValueError: with a text that names the offending entry.
    """

    def __init__(self, vocabulary: dict[str, Any]) -> None:
        if not isinstance(vocabulary, dict):
            raise ValueError("a leading-phrase vocabulary must be a mapping")
        for key, value in vocabulary.items():
            if key not in _KEYS:
                raise ValueError(f"unknown key {key!r} in the leading-phrase vocabulary")
            if not isinstance(value, _KEYS[key]):
                raise ValueError(f"{key}: expected {_KEYS[key].__name__}")
        for key in ("language", "heads"):
            if key not in vocabulary:
                raise ValueError(f"missing key {key!r} in the leading-phrase vocabulary")
        self.source = vocabulary
        self.by_character = self._units_kind()
        self.fold = self._fold_table()
        self.endings = [(str(a), str(b)) for a, b in vocabulary.get("endings", {}).items()]
        self.agreement: dict[str, tuple[str, str]] = {}
        self.same: dict[str, str] = {}
        self._read_variants()
        self._read_agreement()
        self.places = self._read_places()

    def _units_kind(self) -> bool:
        kind = self.source.get("units", "words")
        if kind not in ("words", "characters"):
            raise ValueError(f"units: expected 'words' or 'characters', not {kind!r}")
        return bool(kind == "characters")

    def _fold_table(self) -> dict[int, str]:
        fold = self.source.get("fold", {})
        unknown = set(fold) - {"drop", "letters"}
        if unknown:
            raise ValueError(f"fold: unknown key {sorted(unknown)[0]!r}")
        table = {ord(c): "" for c in fold.get("drop", "")}
        for letter, other in fold.get("letters", {}).items():
            if len(letter) != 1 or not isinstance(other, str):
                raise ValueError(f"fold: letters must be single characters, not {letter!r}")
            table[ord(letter)] = other
        return table

    def units(self, text: object, where: str) -> list[str]:
        """The units of a text as they are compared; `where` names it in an error."""
        if not isinstance(text, str) or not text.strip():
            raise ValueError(f"{where}: expected a text, not {text!r}")
        units = split_units(text, self.fold, self.by_character)
        return [self.same.get(unit, unit) for unit in units]

    def one_unit(self, text: object, where: str) -> str:
        """The unit of a text that must be a single word."""
        units = self.units(text, where)
        if len(units) != 1:
            raise ValueError(f"{where}: {text!r} must be a single word")
        return units[0]

    def _read_agreement(self) -> None:
        """Both directions: the word as compared -> its gender and the word in the other gender."""
        for masculine, feminine in self.source.get("agreement", {}).items():
            first = self.one_unit(masculine, "agreement")
            second = self.one_unit(feminine, "agreement")
            if first == second:
                raise ValueError(f"agreement: {masculine!r} is the same in both genders")
            for unit, gender, other in ((first, "m", feminine), (second, "f", masculine)):
                if unit in self.agreement:
                    raise ValueError(f"agreement: {unit!r} appears twice")
                self.agreement[unit] = (gender, other)

    def _read_variants(self) -> None:
        """Other spellings of a word, all read as the first."""
        for word, others in self.source.get("variants", {}).items():
            unit = self.one_unit(word, "variants")
            if not isinstance(others, list):
                raise ValueError(f"variants: {word!r}: expected a list")
            for other in others:
                self.same[self.one_unit(other, f"variants: {word!r}")] = unit

    def read_endings(self, units: Iterable[str]) -> None:
        """Other endings of the words the vocabulary holds: recognizing, recognising."""
        known = set(units)
        for unit in known:
            for ending, other in self.endings:
                spelling = unit.removesuffix(ending) + other
                if unit.endswith(ending) and spelling not in known:
                    self.same[spelling] = unit

    def _read_places(self) -> list[str]:
        place = self.source.get("place", {})
        for part, where in place.items():
            if part not in PARTS:
                raise ValueError(f"place: unknown part {part!r}")
            if where not in _PLACES:
                raise ValueError(f"place: {part}: expected one of {', '.join(_PLACES)}")
        return [place.get(part, "head") for part in PARTS]

    def shapes(self, unit: str) -> list[str]:
        """The unit in both genders."""
        if unit in self.agreement:
            return [unit, self.one_unit(self.agreement[unit][1], "agreement")]
        return [unit]
