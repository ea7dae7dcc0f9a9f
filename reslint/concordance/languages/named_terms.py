"""States, and terms that exclude each other, named in a text: the same in every language.

They are in `rules/counterparts/states.yaml` and `terms.yaml`. The key of a term is its family and
its name (`time week`), that of a state `state` and its code. A form with a question mark says a
term, but may say something else: its key has one, too.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cache
from itertools import accumulate

from reslint.concordance.languages.counterparts import part
from reslint.concordance.languages.words import in_one_spelling, joined_letters
from reslint.data.patterns import expression

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import TypeAlias

    Names: TypeAlias = tuple[tuple[str, str, bool], ...]


STATE = "state "
"""How the key of a state begins, unlike those of bodies and instruments, and of terms."""
_STAR = "*"
WEAK = "?"
"""How the key of a term ends that a text may say."""
_BETWEEN = "\n"  # no name has it
_LENGTH = 4  # letters by which most words are told from most names
_BEGINNING = expression(rf"(?<![^\W\d_])[^\W\d_]{{{_LENGTH}}}")
_MOST_JOINED = 4  # letters written as one with a name: and, to, the


def names_of_terms(language: str, text: str) -> Names:
    """The names of states and terms in a language that may stand in a text."""
    # Most words of a text stand in it again and again.
    words = _spelt("\n".join(set(text.split())), language)
    if joined_letters(language) != "":  # a name may begin within what is written as one word
        return tuple(one for one in _names(language) if one[1].partition(" ")[0] in words)
    beginnings = set(_BEGINNING.findall(words))
    return tuple(
        one
        for one in _names(language)
        if (
            one[1][:_LENGTH] in beginnings
            or len(one[1]) < _LENGTH
            or not one[1][:_LENGTH].isalpha()
        )
        and one[1].partition(" ")[0] in words
    )


def terms_in(text: str, language: str, names: Names) -> list[tuple[str, int, int]]:
    """The states and terms named in a text: key, plain span; of names in one another the longest.

    `names` are those that are looked for.
    """
    return terms_by_text([text], language, names)[0]


def terms_by_text(
    texts: Sequence[str], language: str, names: Names
) -> list[list[tuple[str, int, int]]]:
    """What `terms_in` finds in each of several texts, faster than one by one."""
    spelt = [_spelt(text, language) for text in texts]
    starts = [0, *accumulate(len(one) + len(_BETWEEN) for one in spelt)]
    found: list[list[tuple[str, int, int]]] = [[] for _ in texts]
    places: dict[int, Sequence[int]] = {}
    for key, start, end in _spans(_BETWEEN.join(spelt), language, names):
        at = bisect_right(starts, start) - 1
        if at not in places:
            places[at] = _places(texts[at], spelt[at], language)
        if places[at]:
            first, last = start - starts[at], end - starts[at] - 1
            found[at].append((key, places[at][first], places[at][last] + 1))
    return found


def _places(text: str, spelt: str, language: str) -> Sequence[int]:
    """The place in a text of each letter as it is spelt; none where they cannot be told."""
    if len(spelt) == len(text):
        return range(len(text))
    # Letters that only stretch a word are left out.
    places = [at for at, one in enumerate(text) if in_one_spelling(one, language)]
    return places if len(places) == len(spelt) else ()


def _spans(small: str, language: str, names: Names) -> Iterator[tuple[str, int, int]]:
    """The names in a text as they are spelt, of those in one another the longest."""
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


def _spelt(text: str, language: str) -> str:
    """A text as the names are written, with plain spaces and hyphens."""
    return in_one_spelling(text, language).replace("\u00a0", " ").replace("\u2011", "-")


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


def family_of(key: str) -> str:
    """The family of a term, `state` of a state."""
    return key.partition(" ")[0]


@cache
def _names(language: str) -> Names:
    """Key, name and whether it is a whole word, of the states and terms of a language."""
    found: list[tuple[str, str, bool]] = []
    keyed = {f"{STATE}{code}": names for code, names in part("states").items()} | part("terms")
    for key, names in keyed.items():
        own = names.get(language, [])
        for name in [own] if isinstance(own, str) else own:
            said = name.removesuffix(WEAK)
            weak = name[len(said) :]
            found.append((key + weak, said.removesuffix(_STAR), not said.endswith(_STAR)))
    return tuple(found)
