"""The words of a text as those of other languages are compared with them.

A table (`rules/counterparts/words.tsv`, made by `scripts/make_word_table.py`) has, for the
beginnings of words in each language, the English word that stands in the same paragraphs of adopted
resolutions: its concept. Units that share concepts say the same, also where they share no number.
"""

from __future__ import annotations

from functools import cache
from operator import add

from reslint.concordance.languages.counterparts import part
from reslint.data.patterns import expression

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection
    from typing import Any


_WORD = expression(r"[^\W\d_]+")
_MOST_KNOWN = 50_000  # words of a language that are remembered
NO_CONCEPTS: frozenset[str] = frozenset()
_NONE = frozenset(("",))
_known: dict[str, dict[str, str]] = {}
"""The concept of each word met, by language; "" for none."""


def concepts_in(text: str, language: str) -> frozenset[str]:
    """The concepts of the words of a text; none in a language without a table."""
    table = _table(language)
    if not table:
        return NO_CONCEPTS
    words = _words_in(text, language)
    known = _known[language] = _known.get(language) or {}
    new = words.difference(known)  # `words - known.keys()` would go through all that is known
    if new:
        if len(known) > _MOST_KNOWN:
            known.clear()
            new = words
        beginnings = _beginnings(new, language)
        known.update((word, table.get(one, "")) for word, one in zip(new, beginnings, strict=True))
    # Without a loop of Python: this is done for every paragraph.
    found = frozenset(map(known.__getitem__, words))
    return found - _NONE


def words_of(text: str, language: str, concepts: frozenset[str]) -> list[str]:
    """The words of a text that say some concepts, in order, the first one for each."""
    table = _table(language)
    characters = bool(_forms(language).get("characters"))
    lower = text.lower()
    found: dict[str, str] = {}
    spans = (
        ((at, at + 2) for at in range(len(text) - 1))
        if characters
        else (match.span() for match in _WORD.finditer(lower))
    )
    for start, end in spans:
        (beginning,) = _beginnings([lower[start:end]], language)
        concept = table.get(beginning, "")
        if concept in concepts:
            found.setdefault(concept, text[start:end])
    return list(found.values())


def beginnings_in(text: str, language: str) -> set[str]:
    """The words of a text, cut to their beginnings; pairs of characters in Chinese."""
    return {one for one in _beginnings(_words_in(text, language), language) if one}


def in_one_spelling(text: str, language: str) -> str:
    """A text in small letters, with letters that are written in two ways written in one."""
    return _respelt(text.lower(), language)


def joined_letters(language: str) -> str | None:
    """The letters that may be written as one with a word; None where words have no spaces."""
    forms = _forms(language)
    if forms.get("characters"):
        return None
    return "".join(sorted({letter for step in forms.get("joined", ()) for letter in "".join(step)}))


def _words_in(text: str, language: str) -> set[str]:
    text = text.lower()
    if _forms(language).get("characters"):
        return set(map(add, text, text[1:]))
    return set(_WORD.findall(text))


def _respelt(text: str, language: str) -> str:
    """A text in small letters with one letter for those that are written in two ways."""
    for letter, other in (_forms(language).get("letters") or {}).items():
        text = text.replace(letter, other)  # several times as fast as `translate`
    return text


def _beginnings(words: Collection[str], language: str) -> list[str]:
    """The beginnings by which words are known, in their order, "" for a short one."""
    forms = _forms(language)
    if forms.get("characters"):
        return list(words)
    least: int = forms["least"]
    length: int = forms["length"]
    found = _respelt("\n".join(words), language).split("\n") if words else []
    if forms.get("joined"):
        found = [_bare(word, language) if len(word) >= least else "" for word in found]
    return [word[:length] if len(word) >= least else "" for word in found]


def _bare(word: str, language: str) -> str:
    """A word without the small words written as one with it."""
    forms = _forms(language)
    left: int = forms["left"]
    for step in forms["joined"]:
        for one in step:
            if word.startswith(one) and len(word) - len(one) >= left:
                word = word[len(one) :]
                break
    return word


@cache
def _forms(language: str) -> Any:
    forms = part("words")
    return forms.get(language) or forms["en"]


@cache
def _table(language: str) -> dict[str, str]:
    found: dict[str, str] = part(f"words-{language}") or {}
    return found
