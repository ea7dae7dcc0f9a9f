"""The key of opening words: the same for both genders and without adverbs of repetition."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Protocol

    from reslint.language.phrases import PhraseMatch

    class Grammar(Protocol):
        """A grammar of phrases, with a cache or without."""

        def match(
            self, text: str, start: int = 0, *, part: str | None = None, organ: str | None = None
        ) -> PhraseMatch | None:
            """The leading phrase at a place."""
            ...


_FEMININE = "f"


def key_of(grammar: Grammar, match: PhraseMatch) -> str:
    """The key of a phrase found in a text, in the feminine where it has genders."""
    masculine = [one for one in match.gendered if one[2] != _FEMININE]
    if not masculine:
        return match.key
    text = match.source[: match.longest]
    for start, end, _, other in reversed(masculine):
        text = text[:start] + other + text[end:]
    turned = grammar.match(text, match.start)
    return match.key if turned is None else turned.key
