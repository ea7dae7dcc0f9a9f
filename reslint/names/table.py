"""The names of one language, looked up at a place of a text.

All written forms stand in one sorted list in small letters. The forms that begin a text are then
found by one bisection: the greatest form not after the text either begins it, or begins with every
form that does, and `parents` leads from each form to the longest one it begins with. Measured
against an Aho-Corasick automaton on 1,900 forms and 76,000 characters: 1.2 ms and 0.4 ms to load,
against 1.5 ms and 3.1 ms to build (1.0 ms to unpickle), so no automaton.
"""

from __future__ import annotations

from bisect import bisect_right

from reslint.data.compiled import unpacked
from reslint.text.folding import lower

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    # kind, what is right, what may not follow, organs that use it, whether a fix is safe
    Other = tuple[str, str, tuple[str, ...], tuple[str, ...], bool]
    # the first characters, the forms that open with them, the same with their numbers
    _Opening = tuple[str, tuple[str, ...], list[tuple[int, str]]]


def word_shape(token: str, length: int) -> str:
    """What a misspelling inside a word mostly keeps: the first and last letter and the length."""
    return f"{token[:1]}{token[-1:]}{length}"


def may_open_long_name(table: NameTable, word: str) -> bool:
    """Whether a word, in small letters, may open a long name, also misspelled."""
    return word in table.near_shapes or word_shape(word, len(word)) in table.near_shapes


# What may begin with a word: the bits of `NameTable.possible_kinds`.
FORM = 1
MISSPELLED = 2
ACRONYM = 4
WRONG = "wrong"
VARIANT = "variant"
_MOST_REMEMBERED = 20_000

_OPENING = 3  # characters by which forms are grouped
_STEM = 8  # letters that the cases of a name have in common at its beginning


class NameTable:
    """The names of a language: their forms, acronyms, and how the language treats them.

    `entries` has for each form (entity, strict, accepted, others): `accepted` are the right
    spellings, `others` maps another spelling to its `Other`.
    """

    __slots__ = (
        "_forms",
        "_forms_by_opening",
        "_near_keys",
        "_parents",
        "_words_of",
        "acronyms",
        "cases",
        "entries",
        "firsts",
        "foreign",
        "full_names",
        "near_firsts",
        "near_next",
        "near_seconds",
        "near_shapes",
        "possible_kinds",
        "principal",
        "small",
        "small_stems",
        "tokens",
        "usage",
        "words",
    )

    def __init__(self, compiled: dict[str, Any]) -> None:
        self._forms: list[str] = compiled.get("forms", [])
        # first word: first and last form that open with it, length of the longest, and one more
        self.firsts: dict[str, tuple[int, int, int]] = compiled.get("firsts", {})
        self._parents: list[int] = compiled.get("parents", [])
        self._forms_by_opening: dict[str, list[_Opening]] = {}  # by the first character
        self._words_of: dict[int, list[str]] = {}
        self.possible_kinds = _PossibleKinds(self)
        self.entries: list[tuple[str, bool, tuple[str, ...], dict[str, Other]]] = compiled.get(
            "entries", []
        )
        self.full_names: dict[str, str] = compiled.get("full_names", {})
        self.acronyms: dict[str, str] = compiled.get("acronyms", {})
        self.foreign: dict[str, str] = compiled.get("foreign", {})
        self.principal: dict[str, str] = compiled.get("principal", {})
        self.tokens: dict[str, None] = compiled.get("tokens", {})
        self.small: dict[str, tuple[str, tuple[str, ...]]] = compiled.get("small", {})
        self.small_stems: dict[str, list[str]] = {}
        for needle in self.small:
            self.small_stems.setdefault(needle[:_STEM], []).append(needle)
        near: dict[str, Any] = compiled.get("near", {})
        self.near_firsts: dict[str, dict[str, None]] = near.get("firsts", {})
        self.near_shapes: dict[str, None] = near.get("shapes", {})
        self.near_next: dict[int, dict[str, None]] = near.get("next", {})
        self._near_keys: bytes | dict[str, tuple[int, ...]] = near.get("keys", {})
        # Second words of long names: what follows a misspelled first word.
        self.near_seconds = {second for words in self.near_firsts.values() for second in words}
        self.words: dict[str, None] = compiled.get("words", {})
        # The cases of the words that open declined names, each with its first form.
        self.cases: dict[str, str] = compiled.get("cases", {})
        self.usage: dict[str, Any] = compiled.get("usage", {})

    @property
    def forms(self) -> list[str]:
        """All forms in small letters, by their numbers."""
        return self._forms

    @property
    def near_keys(self) -> dict[str, tuple[int, ...]]:
        """The numbers of forms by their first words, one left out: needed for few texts."""
        keys = self._near_keys
        if isinstance(keys, bytes):
            keys = self._near_keys = unpacked(keys)
        return keys

    def at(self, folded: str, start: int, token: str) -> tuple[int, int]:
        """The longest form that stands at a place of a folded text: its number, its end; or -1, 0.

        `token` is the word at the place. Letters may be small or capital; a form ends where a word
        ends.
        """
        span = self.firsts.get(token.lower())
        if span is None:
            return -1, 0
        forms = self._forms
        window = lower(folded[start : start + span[2]])
        number = bisect_right(forms, window, span[0], span[1]) - 1
        while number >= 0:
            form = forms[number]
            if window.startswith(form):
                end = start + len(form)
                if not folded[end : end + 1].isalnum():
                    return number, end
            number = self._parents[number]
        return -1, 0

    def places_in(self, text: str) -> Iterator[tuple[int, int, int]]:
        """Yield where forms stand in a text of small letters: start, end, number of the form.

        They come in any order.
        """
        if not self._forms_by_opening:
            self._forms_by_opening = self._group_forms()
        for first in self._forms_by_opening.keys() & set(text):
            for opening, forms, numbered in self._forms_by_opening[first]:
                # Many forms open in the same way: only where their opening stands are they
                # compared.
                at = text.find(opening)
                while at >= 0:
                    if text.startswith(forms, at):
                        for number, form in numbered:
                            if text.startswith(form, at):
                                yield at, at + len(form), number
                    at = text.find(opening, at + 1)

    def _group_forms(self) -> dict[str, list[_Opening]]:
        """Return the forms that open in the same way, by the first character."""
        groups: dict[str, list[tuple[int, str]]] = {}
        for number, form in enumerate(self._forms):
            groups.setdefault(form[:_OPENING], []).append((number, form))
        by_first: dict[str, list[_Opening]] = {}
        for opening, forms in groups.items():
            written = tuple(form for _, form in forms)
            by_first.setdefault(opening[:1], []).append((opening, written, forms))
        return by_first

    def words_of(self, number: int) -> list[str]:
        """The words of a form, in small letters."""
        words = self._words_of.get(number)
        if words is None:
            words = self._words_of[number] = self._forms[number].split(" ")
        return words


def goes_on(folded: str, end: int, not_before: tuple[str, ...]) -> bool:
    """Whether words follow that make it another's name; some only before a capital."""
    for words in not_before:
        if folded.startswith(words, end):
            if not words.endswith(" "):
                return True
            following = folded[end + len(words) : end + len(words) + 5]
            return following.removeprefix("the ")[:1].isupper()
    return False


class _PossibleKinds(dict[str, int]):
    """The kinds of name that may begin with a word: bit masks of FORM, MISSPELLED, ACRONYM.

    They are found when a word is first looked up.
    """

    def __init__(self, table: NameTable) -> None:
        super().__init__()
        self._table = table

    def __missing__(self, token: str) -> int:
        table, word = self._table, token.lower()
        found = FORM if word in table.firsts else 0
        if len(token) > 1 and not token.isupper() and may_open_long_name(table, word):
            found |= MISSPELLED
        if token in table.tokens:
            found |= ACRONYM
        if len(self) >= _MOST_REMEMBERED:
            self.clear()
        self[token] = found
        return found
