"""The units of a text as leading phrases compare them: words, or characters in Chinese.

On the way of every start and every keystroke, so it imports nothing.
"""

from __future__ import annotations

from reslint.text.folding import KINDS, ZERO_WIDTH

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


# Without what nobody sees; the modifier letter is a common error for the apostrophe.
_COMMON_FOLD = {ord(kind): plain for kind, plain in KINDS.items()}
_COMMON_FOLD.update({0x02BC: "'", **{ord(character): "" for character in ZERO_WIDTH}})


_MOST_WORDS = 16


_FEW_WORDS = 5  # most phrases are shorter, and splitting off more words costs time


_MOST_CHARACTERS = 40  # where characters are units


WINDOW = 240  # characters looked at


_MEMORY = 20_000  # words remembered


def split_units(text: str, fold: dict[int, str], by_character: bool) -> list[str]:
    """Split a text of the vocabulary into units, as they are compared."""
    table = {**_COMMON_FOLD, **fold}
    words = [word.lower().translate(table) for word in text.split()]
    return [c for word in words for c in word] if by_character else words


class UnitReader:
    """Reads the words at a place of a text, as far as phrases of one language may hold them."""

    def __init__(self, compiled: dict[str, Any]) -> None:
        self.by_character: bool = compiled["characters"]
        self.fold: dict[int, str] = {**_COMMON_FOLD, **compiled["fold"]}
        self._kept = frozenset(map(chr, compiled["fold"]))
        self._same: dict[str, str] = compiled["same"]
        self._codes: dict[str, int] = compiled["classes"]
        self._prefix: str = compiled["conjunction_prefix"]
        self._memory: dict[str, Any] = {}

    def read(self, text: str, start: int) -> tuple[list[str], list[int], list[int], list[int]]:
        """The units from ``start`` on, up to the first that no phrase holds or to punctuation."""
        if self.by_character:
            return self._read_characters(text, start)
        units: list[str] = []
        codes: list[int] = []
        starts: list[int] = []
        ends: list[int] = []
        memory = self._memory
        at = start
        window = text[start : start + WINDOW]
        words = window.split(None, _FEW_WORDS)
        if len(words) > _FEW_WORDS:
            words.pop()  # the rest of the text
        elif words and start + WINDOW < len(text):
            words.pop()  # perhaps cut short
        i = 0
        while i < len(words):
            word = words[i]
            entry = memory.get(word)
            if entry is None:
                entry = self._learn(word)
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

    def _learn(self, word: str) -> tuple[str | None, int, int, int, bool]:
        """What a word is compared as (None: no phrase holds it), and where in it that stands."""
        lead = len(word) - len(word.lstrip(ZERO_WIDTH))
        length = len(word)
        stops = False
        while length > lead and not (word[length - 1].isalpha() or word[length - 1] in self._kept):
            length -= 1
            stops = stops or word[length] not in ZERO_WIDTH
        unit: str | None = word[lead:length].lower().translate(self.fold)
        unit = self._same.get(unit or "", unit)
        if unit and unit not in self._codes:
            bare = unit.removeprefix(self._prefix)
            if bare == unit or bare not in self._codes:
                unit = None
        if not unit and stops:
            unit = None
        if len(self._memory) >= _MEMORY:
            self._memory.clear()
        entry = (unit, self._codes.get(unit or "", -1), lead, length, stops)
        self._memory[word] = entry
        return entry

    def _read_characters(
        self, text: str, start: int
    ) -> tuple[list[str], list[int], list[int], list[int]]:
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
