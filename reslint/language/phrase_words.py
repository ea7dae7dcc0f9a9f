"""Split a text into the units that leading phrases compare: words, or characters in Chinese.

This module runs at every start and every keystroke, so it imports only `folding`.
"""

from __future__ import annotations

from reslint.text.folding import COLONS, COMMAS, KINDS, WITHOUT_ACCENTS, ZERO_WIDTH

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


# Without what nobody sees; the modifier letter is a common error for the apostrophe.
_COMMON_FOLD = {ord(kind): plain for kind, plain in KINDS.items()}
_COMMON_FOLD.update({0x02BC: "'", **{ord(character): "" for character in ZERO_WIDTH}})


_MOST_WORDS = 16  # read for one phrase
_FEW_WORDS = 5  # split off first: most phrases are shorter, and splitting costs time
_MOST_CHARACTERS = 40  # read for one phrase where characters are units
WINDOW = 240
"""The number of characters searched for a leading phrase."""
_MOST_CACHED = 20_000  # words


def _end_before_lost_space(word: str) -> int:
    """Return the end of a word behind whose mark the space was lost: `WHEREAS:less`."""
    for mark in COLONS + COMMAS:
        at = word.find(mark, 1)
        if at > 0 and word[at + 1 :].isalpha():
            return at
    return len(word)


def split_units(text: str, fold: dict[int, str], by_character: bool) -> list[str]:
    """Split a text of the vocabulary into units, in the form in which they are compared.

    `fold` is a table for `str.translate`, added to the folding that all languages share.
    """
    table = {**_COMMON_FOLD, **fold}
    words = [word.lower().translate(table) for word in text.split()]
    return [c for word in words for c in word] if by_character else words


class UnitReader:
    """Read the units at an offset of a text, as far as phrases of one language can contain them."""

    def __init__(self, compiled: dict[str, Any]) -> None:
        self.by_character: bool = compiled["characters"]
        self.fold: dict[int, str] = {**_COMMON_FOLD, **compiled["fold"]}
        self._folded = frozenset(map(chr, compiled["fold"]))
        self._same: dict[str, str] = compiled["same"]
        self._codes: dict[str, int] = compiled["classes"]
        self._prefix: str = compiled["conjunction_prefix"]
        self._heads: dict[str, Any] = compiled["heads"]
        self._cache: dict[str, Any] = {}
        self._unaccented: dict[str, str] | None = None  # filled when it is needed

    def read(self, text: str, start: int) -> tuple[list[str], list[int], list[int], list[int]]:
        """Read the units from offset `start` on: (units, codes, starts, ends).

        `codes` are the columns of the units in the tables; `starts` and `ends` are offsets. Reading
        stops at punctuation and before the first unit that no phrase contains.
        """
        if self.by_character:
            return self._read_characters(text, start)
        units: list[str] = []
        codes: list[int] = []
        starts: list[int] = []
        ends: list[int] = []
        cache = self._cache
        at = start
        window = text[start : start + WINDOW]
        words = window.split(None, _FEW_WORDS)
        if len(words) > _FEW_WORDS:
            words.pop()  # the rest of the text
        elif words and start + WINDOW < len(text):
            words.pop()  # it may be cut off at the end of the window
        i = 0
        while i < len(words):
            word = words[i]
            entry = cache.get(word)
            if entry is None:
                entry = self._read_word(word)
            unit, code, lead, length, stops = entry
            if unit is None:
                break
            at = text.find(word, at)
            if unit:
                units.append(unit)
                codes.append(code)
                starts.append(at + lead)
                ends.append(at + length)
            if stops:
                break
            at += len(word)
            i += 1
            if i == _FEW_WORDS:
                words = window.split(None, _MOST_WORDS)
                if len(words) > _MOST_WORDS or start + WINDOW < len(text):
                    words.pop()
        return units, codes, starts, ends

    def _read_word(self, word: str) -> tuple[str | None, int, int, int, bool]:
        """Return (unit, code, start, end, stops) of a word and cache it.

        The unit is None if no phrase contains it; `start` and `end` are its offsets in the word.
        `stops` tells that punctuation follows the unit, so that no phrase continues.
        """
        lead = len(word) - len(word.lstrip(ZERO_WIDTH))
        length = _end_before_lost_space(word)
        stops = length < len(word)
        while length > lead and not (
            word[length - 1].isalpha() or word[length - 1] in self._folded
        ):
            length -= 1
            stops = stops or word[length] not in ZERO_WIDTH
        unit: str | None = word[lead:length].lower().translate(self.fold)
        unit = self._same.get(unit or "", unit)
        if unit and unit not in self._codes and word[lead:length].isupper():
            unit = self._with_accents(unit)
        if unit and unit not in self._codes:
            bare = unit.removeprefix(self._prefix)
            if bare == unit or bare not in self._codes:
                unit = None
        if not unit and stops:
            unit = None
        if len(self._cache) >= _MOST_CACHED:
            self._cache.clear()
        entry = (unit, self._codes.get(unit or "", -1), lead, length, stops)
        self._cache[word] = entry
        return entry

    def _with_accents(self, unit: str) -> str:
        """Return the word that a word in capitals without accents is: CONSIDERANT, DECIDE.

        Of several, one that begins a phrase, and a verb (décide) before an adjective (décidé).
        """
        if self._unaccented is None:
            self._unaccented = {}
            known = {other: word for other, word in self._same.items() if not other.isascii()}
            known.update({word: word for word in self._codes if not word.isascii()})
            for written, word in known.items():
                plain = written.translate(WITHOUT_ACCENTS)
                before = self._unaccented.get(plain)
                if before is None or self._rank(word) < self._rank(before):
                    self._unaccented[plain] = word
        return self._unaccented.get(unit, unit) if unit.isascii() else unit

    def _rank(self, word: str) -> tuple[bool, bool]:
        return word not in self._heads, not word[-1].isascii()

    def _read_characters(
        self, text: str, start: int
    ) -> tuple[list[str], list[int], list[int], list[int]]:
        """Read units as `read` does, where characters are units."""
        units: list[str] = []
        codes: list[int] = []
        starts: list[int] = []
        at = start
        while at < len(text) and (text[at].isspace() or text[at] in ZERO_WIDTH):
            at += 1
        for here, character in enumerate(text[at : at + _MOST_CHARACTERS], at):
            unit = character.translate(self.fold)
            if unit:
                code = self._codes.get(unit)
                if code is None:
                    break
                units.append(unit)
                codes.append(code)
                starts.append(here)
        return units, codes, starts, [at + 1 for at in starts]
