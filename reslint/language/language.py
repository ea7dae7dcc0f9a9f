"""Look up what the vocabulary says of one language: organs, dates, ordinals, leading phrases.

All facts are in `rules/vocabulary/<language>/`; this module holds none.
"""

from __future__ import annotations

import re

from reslint.data.patterns import expression
from reslint.language import loading
from reslint.language.organs import Organs
from reslint.language.phrases import PhraseGrammar
from reslint.text.folding import fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


_NESTED_NAME = expression(r"\{(\w+)\}")
_MONTHS = "{months}"  # stands for the months among the words that a pattern needs
_GROUP_NAME = expression(r"\(\?P<(\w+)>")


class Language:
    """The vocabulary of one language.

    `code` is its short code (en, fr …), `forms` the content of its `forms.yaml`. Patterns and the
    grammar of leading phrases are built on first use.
    """

    __slots__ = ("_needs", "_organs", "_patterns", "_phrases", "code", "compiled", "forms")

    def __init__(self, code: str, compiled: dict[str, Any]) -> None:
        self.code = code
        self.compiled = compiled
        self.forms: dict[str, Any] = compiled["forms"]
        self._patterns: dict[str, re.Pattern[str] | None] = {}
        self._needs: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {}
        self._phrases: PhraseGrammar | None = None
        self._organs: Organs | None = None

    @property
    def name(self) -> str:
        """Return the name of the language in the language itself, its code if it is not given."""
        return str(self.forms.get("name", {}).get("own", self.code))

    @property
    def english_name(self) -> str:
        """Return the English name of the language, its code if it is not given."""
        return str(self.forms.get("name", {}).get("english", self.code))

    def name_in(self, language: str) -> str:
        """Return the name of the language in English or French; its own in another."""
        names = {"en": "english", "fr": "french"}
        return str(self.forms.get("name", {}).get(names.get(language, "own"), self.name))

    @property
    def direction(self) -> str:
        """Return the direction in which the language is written: ltr or rtl."""
        return str(self.forms.get("direction", "ltr"))

    @property
    def phrases(self) -> PhraseGrammar:
        """Return the grammar of leading phrases."""
        if self._phrases is None:
            self._phrases = PhraseGrammar(self.compiled["phrases"])
        return self._phrases

    @property
    def marks(self) -> dict[str, str]:
        """Return the punctuation marks by name: comma, semicolon, stop, colon."""
        marks: dict[str, str] = self.forms["marks"]
        return marks

    def pattern(self, name: str) -> re.Pattern[str] | None:
        """Return the pattern of this name, None if the language has none.

        `{name}` in a pattern stands for the pattern or the list of words of that name. Patterns
        ignore case.
        """
        if name not in self._patterns:
            written = self.forms.get(name)
            self._patterns[name] = (
                expression(_named_once(self._expanded(written)), re.IGNORECASE) if written else None
            )
        return self._patterns[name]

    def may_match(self, name: str, text: str) -> bool:
        """Tell quickly whether the pattern of this name may match in a text, by words it needs."""
        needs = self._needs.get(name)
        if needs is None:
            needs = self._needs[name] = self._needs_of(name)
        words, months = needs
        lowered = text.lower()
        for word in words:  # a generator takes twice as long, for each line
            if word in lowered:
                return True
        for month in months:
            if month in lowered and _is_word_of(month, lowered):  # no « mai » in « mais »
                return True
        return not (words or months)

    def may_fill(self, name: str, text: str) -> bool:
        """Tell quickly whether the pattern of this name may match a whole text.

        `begins` and `ends` of `forms.yaml` have the first and last characters for some patterns.
        """
        begins: str | None = self.forms.get("begins", {}).get(name)
        ends: str | None = self.forms.get("ends", {}).get(name)
        return (begins is None or text[:1] in begins) and (ends is None or text[-1:] in ends)

    def _needs_of(self, name: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return the words that a pattern needs, and for `{months}` the first words of these."""
        written = self.forms.get("needs", {}).get(name, ())
        words = tuple(word for word in written if word != _MONTHS)
        if len(words) == len(written):
            return words, ()
        return words, tuple({month.split()[0].lower() for month in self.forms["months"]})

    def _expanded(self, written: str) -> str:
        """Replace each `{name}` in a pattern by what it stands for."""

        def entry(match: re.Match[str]) -> str:
            value = self.forms.get(match[1])
            if value is None:
                return match[0]
            if isinstance(value, list):
                words = [re.escape(word).replace("\\ ", r"\s") for word in value]
                return f"(?:{'|'.join(words)})"
            return f"(?:{self._expanded(value)})"

        return _NESTED_NAME.sub(entry, written)

    @property
    def organs(self) -> Organs:
        """Return the organs as this language names them."""
        if self._organs is None:
            self._organs = Organs(self.forms, self.phrases.fold)
        return self._organs

    def organ_line(self, organ: str) -> str:
        """Return the official organ line of an organ, "" if the vocabulary does not name it."""
        entry = self.forms["organs"].get(organ)
        return entry["line"] if entry else ""

    def gender(self, organ: str) -> str:
        """Return the grammatical gender of the organ: m, f, or "" if it makes no difference."""
        entry = self.forms["organs"].get(organ)
        return entry.get("gender", "") if entry else ""

    def date(self, text: str, start: int = 0) -> tuple[tuple[int, int, int], int, int] | None:
        """Find the first date in a text from offset `start` on.

        Return ((year, month, day), start, end), or None if there is no date. The month is 0 if
        its name is unknown.
        """
        pattern = self.pattern("date")
        match = pattern.search(text, start) if pattern else None
        if match is None:
            return None
        return self.date_of(match), match.start(), match.end()

    def date_of(self, match: re.Match[str]) -> tuple[int, int, int]:
        """Return (year, month, day) of a match of the `date` pattern; month 0 if unknown."""
        month = match["month"]
        number = int(month) if month.isdigit() else self._month(month)
        return int(match["year"]), number, int(match["day"])

    def _month(self, name: str) -> int:
        """Return the number of a month by its name, 0 if unknown."""
        folded = fold(name).casefold()
        for place, month in enumerate(self.forms["months"]):
            if fold(month).casefold() == folded:
                return place % 12 + 1
        return 0

    def ordinal(self, words: str) -> int:
        """Return the number of an ordinal (`Seventy-fifth`, `75.º`), 0 if it is not understood."""
        values: dict[str, int] = self.forms.get("ordinals", {})
        rest = fold(words).casefold()
        if rest.strip()[:1].isdigit():
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


def _named_once(pattern: str) -> str:
    """Return a pattern in which each name stands for one group: later groups lose their names."""
    seen: set[str] = set()

    def opening(match: re.Match[str]) -> str:
        if match[1] in seen:
            return "(?:"
        seen.add(match[1])
        return match[0]

    return _GROUP_NAME.sub(opening, pattern)


# Figures with an ordinal's ending: 79º, 79.ª, 79th, 79-я.
_FIGURES = expression(r"([0-9]{1,3})(?:\.?[ºª°]|[-‑]?[^\W\d_]{1,3}|\.)?")


def _is_word_of(word: str, text: str) -> bool:
    """Tell whether a word stands in a text with no letter before or behind it."""
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        if not (text[max(at - 1, 0) : at].isalpha() or text[end : end + 1].isalpha()):
            return True
        at = text.find(word, at + 1)
    return False


_LANGUAGES: dict[str, Language] = {}


def language(code: str) -> Language:
    """Return the language of this code (en, fr …); each is loaded once.

    Raises LookupError for a code without vocabulary, and VocabularyError if its files are broken.
    """
    if code not in _LANGUAGES:
        if code not in loading.languages():
            raise LookupError(code)
        _LANGUAGES[code] = Language(code, loading.vocabulary(code))
    return _LANGUAGES[code]
