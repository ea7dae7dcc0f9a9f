"""A language as drafts use it: its organs, dates, closing lines, notes, leading phrases.

All facts are in `rules/vocabulary/<language>/`; this module only looks them up.
"""

from __future__ import annotations

import re

from reslint.data.patterns import expression
from reslint.language import loading
from reslint.language.phrases import PhraseGrammar
from reslint.text.folding import COMMAS, fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


_NESTED_NAME = expression(r"\{(\w+)\}")


class Language:
    """The vocabulary of one language, looked up as a draft needs it."""

    __slots__ = ("_organ_lines", "_patterns", "_phrases", "code", "compiled", "forms")

    def __init__(self, code: str, compiled: dict[str, Any]) -> None:
        self.code = code
        self.compiled = compiled
        self.forms: dict[str, Any] = compiled["forms"]
        self._patterns: dict[str, re.Pattern[str] | None] = {}
        self._phrases: PhraseGrammar | None = None
        self._organ_lines: dict[str, str] | None = None

    @property
    def phrases(self) -> PhraseGrammar:
        """The grammar of leading phrases."""
        if self._phrases is None:
            self._phrases = PhraseGrammar(self.compiled["phrases"])
        return self._phrases

    @property
    def marks(self) -> dict[str, str]:
        """The punctuation marks by name: comma, semicolon, stop, colon."""
        marks: dict[str, str] = self.forms["marks"]
        return marks

    def pattern(self, name: str) -> re.Pattern[str] | None:
        """The pattern of this name with those it refers to, None where the language has none."""
        if name not in self._patterns:
            written = self.forms.get(name)
            self._patterns[name] = (
                expression(self._expanded(written), re.IGNORECASE) if written else None
            )
        return self._patterns[name]

    def _expanded(self, written: str) -> str:
        seen: set[str] = set()

        def entry(match: re.Match[str]) -> str:
            value = self.forms.get(match[1])
            if value is None:
                return match[0]
            if isinstance(value, list):
                return "(?:" + "|".join(re.escape(word) for word in value) + ")"
            expanded = self._expanded(value)
            # A name may stand once only in a pattern: later ones lose their groups' names.
            if match[1] in seen:
                expanded = re.sub(r"\(\?P<\w+>", "(?:", expanded)
            seen.add(match[1])
            return f"(?:{expanded})"

        return _NESTED_NAME.sub(entry, written)

    def organ_of(self, text: str) -> str | None:
        """The organ whose line this text is (final comma apart), None where it is none."""
        if self._organ_lines is None:
            self._organ_lines = {
                fold(entry["line"]).casefold(): organ
                for organ, entry in self.forms["organs"].items()
            }
        return self._organ_lines.get(fold(text).rstrip(" " + COMMAS).casefold())

    def near_organ(self, text: str, likeness: float) -> str | None:
        """The organ whose line a text nearly is (an article missing, letters wrong), or None.

        `likeness` is the least share of matching letters, from 0 to 1.
        """
        written = fold(text).rstrip(" " + COMMAS).casefold()
        if not written or len(written) > 80:
            return None
        best, most = None, likeness
        letters = sorted(written)
        for organ, entry in self.forms["organs"].items():
            official = fold(entry["line"]).casefold()
            if letters == sorted(official):
                return str(organ)  # its letters in another order: no other body has them
            if official.endswith(written) and len(written) * 2 > len(official):
                return str(organ)
            # As many letters as both have: what is more cannot match, in whatever order.
            common = sum(min(written.count(one), official.count(one)) for one in {*written})
            if 2.0 * common / (len(written) + len(official)) <= most:
                continue
            from difflib import SequenceMatcher

            share = SequenceMatcher(None, written, official).ratio()
            if share > most:
                best, most = organ, share
        return best

    def organ_line(self, organ: str) -> str:
        """The official organ line, "" for an organ that the vocabulary does not name."""
        entry = self.forms["organs"].get(organ)
        return entry["line"] if entry else ""

    def gender(self, organ: str) -> str:
        """The grammatical gender of the organ: m, f, or "" where it makes no difference."""
        entry = self.forms["organs"].get(organ)
        return entry.get("gender", "") if entry else ""

    def date(self, text: str, start: int = 0) -> tuple[tuple[int, int, int], int, int] | None:
        """The first date in a text from `start` on: (year, month, day), its start and end."""
        pattern = self.pattern("date")
        match = pattern.search(text, start) if pattern else None
        if match is None:
            return None
        return self.date_of(match), match.start(), match.end()

    def date_of(self, match: re.Match[str]) -> tuple[int, int, int]:
        """The date that a match of the `date` pattern stands for."""
        month = match["month"]
        number = int(month) if month.isdigit() else self._month(month)
        return int(match["year"]), number, int(match["day"])

    def _month(self, name: str) -> int:
        folded = fold(name).casefold()
        for place, month in enumerate(self.forms["months"]):
            if fold(month).casefold() == folded:
                return place % 12 + 1
        return 0

    def ordinal(self, words: str) -> int:
        """The number of an ordinal (`Seventy-fifth`, `75.º`), 0 where it is not understood."""
        values: dict[str, int] = self.forms.get("ordinals", {})
        rest = fold(words).casefold()
        figures = _FIGURES.fullmatch(rest.strip())
        if figures is not None:
            return int(figures[1])
        total = 0
        for joint in self.forms.get("ordinal_joints", []):
            rest = re.sub(rf"\b{re.escape(joint)}\b", " ", rest)
        longest = sorted(values, key=len, reverse=True)
        while rest := rest.strip(" -"):
            for word in longest:
                if rest.startswith(word) and not rest[len(word) : len(word) + 1].isalpha():
                    total += values[word]
                    rest = rest[len(word) :]
                    break
            else:
                return 0
        return total


# Figures with an ordinal's ending: 79º, 79.ª, 79th, 79-я.
_FIGURES = expression(r"([0-9]{1,3})(?:\.?[ºª°]|[-‑]?[^\W\d_]{1,3}|\.)?")


_LANGUAGES: dict[str, Language] = {}


def language(code: str) -> Language:
    """The language of this code (en, fr …), loaded once.

    Raises LookupError for a language that the rules do not know.
    """
    if code not in _LANGUAGES:
        if code not in loading.languages():
            raise LookupError(code)
        _LANGUAGES[code] = Language(code, loading.vocabulary(code))
    return _LANGUAGES[code]
