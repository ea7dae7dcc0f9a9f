"""States named in a text, the same in every language (`rules/counterparts/states.yaml`)."""

from __future__ import annotations

from functools import cache

from reslint.concordance.counterparts import part
from reslint.concordance.words import in_one_spelling, joined_letters

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TypeAlias

    Names: TypeAlias = tuple[tuple[str, str, bool], ...]


STATE = "state "
"""How the key of a state begins, unlike those of bodies and instruments."""
_STAR = "*"
_MOST_JOINED = 4  # letters written as one with a name: and, to, the


def names_of_states(language: str, text: str = "") -> Names:
    """The names of states that a language has; with a text, those that may stand in it."""
    if not text:
        return _names(language)
    small = in_one_spelling(text, language)
    return tuple(one for one in _names(language) if one[1] in small)


def states_in(text: str, language: str, names: Names) -> Iterator[tuple[str, int, int]]:
    """The states named in a text: code, plain span; of names in one another the longest.

    `names` are those that are looked for.
    """
    small = in_one_spelling(text, language)
    if len(small) != len(text):
        return
    found: list[tuple[int, int, int, str]] = []
    joined = joined_letters(language)
    words = joined is not None
    for code, name, whole in names:
        at = small.find(name)
        while at >= 0:
            end = at + len(name)
            if not words or (
                _begins_word(small, at, joined or "")
                and (not whole or not small[end : end + 1].isalpha())
            ):
                found.append((at, -len(name), _end_of_word(small, end) if words else end, code))
            at = small.find(name, at + 1)
    reached = 0
    for start, _, end, code in sorted(found):
        if start >= reached:
            yield code, start, end
            reached = end


def _begins_word(text: str, at: int, joined: str) -> bool:
    """Whether a word begins at a place, or what is written as one with it ends there."""
    before = at
    while before and text[before - 1].isalpha():
        before -= 1
    return before == at or (
        at - before <= _MOST_JOINED and all(one in joined for one in text[before:at])
    )


def _end_of_word(text: str, end: int) -> int:
    while text[end : end + 1].isalpha():
        end += 1
    return end


@cache
def _names(language: str) -> Names:
    """Code, name and whether it is a whole word, of the states that a language names."""
    found: list[tuple[str, str, bool]] = []
    for code, names in part("states").items():
        own = names.get(language, [])
        found += [
            (f"{STATE}{code}", name.removesuffix(_STAR), not name.endswith(_STAR))
            for name in ([own] if isinstance(own, str) else own)
        ]
    return tuple(found)
