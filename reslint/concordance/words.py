"""The words of a text as those of other languages are compared with them.

A table (`rules/counterparts/words.tsv`, made by `scripts/make_word_table.py`) has, for the
beginnings of words in each language, the English word that stands in the same paragraphs of adopted
resolutions: its concept. Units that share concepts say the same, also where they share no number.
"""

from __future__ import annotations

from functools import cache

from reslint.concordance.counterparts import part
from reslint.data.patterns import expression

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


_WORD = expression(r"[^\W\d_]+")
NO_CONCEPTS: frozenset[str] = frozenset()


def concepts_in(text: str, language: str) -> frozenset[str]:
    """The concepts of the words of a text; none in a language without a table."""
    table = _table(language)
    if not table:
        return NO_CONCEPTS
    return frozenset(
        concept for one in beginnings_in(text, language) if (concept := table.get(one))
    )


def beginnings_in(text: str, language: str) -> set[str]:
    """The words of a text, cut to their beginnings; pairs of characters in Chinese."""
    forms = _forms(language)
    text = text.lower()
    characters = forms.get("characters")
    if characters:
        return {text[at : at + characters] for at in range(len(text) - characters + 1)}
    letters = forms.get("letters")
    if letters:
        text = text.translate(_translation(language))
    length: int = forms["length"]
    least: int = forms["least"]
    joined = forms.get("joined")
    if not joined:
        return {word[:length] for word in _WORD.findall(text) if len(word) >= least}
    return {
        bare[:length]
        for word in _WORD.findall(text)
        if len(word) >= least and len(bare := _bare(word, language)) >= least
    }


@cache
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
def _translation(language: str) -> dict[int, str]:
    return str.maketrans(_forms(language)["letters"])


@cache
def _table(language: str) -> dict[str, str]:
    found: dict[str, str] = part(f"words-{language}") or {}
    return found
