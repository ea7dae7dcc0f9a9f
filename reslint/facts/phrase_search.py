"""Find many phrases in one draft: look up one word of each, then search the few that may occur.

Of each phrase one word is its key. The words of a draft are a set made once for all rules, so a
rule of a thousand phrases costs a set intersection, and only phrases whose key occurs are searched.
"""

from __future__ import annotations

from functools import lru_cache

from reslint.facts.draft_text import draft_text, stands_alone, whole_words, words_of
from reslint.text.folding import fold_in_place, lower

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reslint.draft.model import Draft
    from reslint.facts.draft_text import DraftText

    _Sought = tuple[str, str, frozenset[str], list[str]]

_MOST_KEPT = 256
"""Indexes kept at once, by their phrases: a server that loads house rules must not grow."""


class PhraseIndex:
    """Phrases by their key words. `ignore_case` finds them in any capitals."""

    __slots__ = ("_by_key", "_ignore_case", "_keys", "_read")

    def __init__(self, phrases: Iterable[str], *, ignore_case: bool) -> None:
        self._ignore_case = ignore_case
        self._by_key: dict[str, list[str]] = {}
        # The phrases of a key, ready to be searched: read when a draft has the key.
        self._read: dict[str, list[_Sought]] = {}
        # The longest word is the rarest: "l" stands in every French text. What a text does not
        # part into words has none.
        for phrase in phrases:
            if phrase.isascii() and phrase.replace(" ", "").isalpha():
                key = max(phrase.lower().split(), key=len)
            elif lowered := lower(_folded(phrase)):
                key = max(_parted(lowered), key=len, default="")
            else:
                continue
            self._by_key.setdefault(key, []).append(phrase)
        self._keys = frozenset(self._by_key)

    def _sought(self, key: str) -> list[_Sought]:
        """The phrases of a key: what is searched, the phrase, its words, its other pieces."""
        found = self._read.get(key)
        if found is None:
            found = self._read[key] = []
            for phrase in self._by_key[key]:
                folded = _folded(phrase)
                lowered = lower(folded)
                marked = [one for one in lowered.split(" ") if not one.isalpha()]
                sought = lowered if self._ignore_case else folded
                found.append((sought, phrase, frozenset(_parted(lowered)), marked))
        return found

    def find(self, text: DraftText) -> Iterator[tuple[int, int, str]]:
        """Start, end (in the whole text) and phrase of each occurrence as whole words.

        Where phrases overlap, the one that starts first and is longest counts.
        """
        found = []
        keys = self._keys & text.words
        if "" in self._keys:
            keys |= {""}  # a phrase without words of its own is always looked for
        for key in keys:
            for sought, phrase, words, marked in self._sought(key):
                # A look into the set of words, or a tenth of the text, costs far less than one
                # through the text.
                if not words <= text.words or not all(one in text.odd for one in marked):
                    continue
                for start in text.occurrences(sought, lowered=self._ignore_case):
                    found.append((start, start + len(sought), phrase))  # noqa: PERF401
        found.sort(key=lambda one: (one[0], -one[1]))
        last = -1
        for start, end, phrase in found:
            if start >= last:
                yield start, end, phrase
                last = end


def _folded(phrase: str) -> str:
    return " ".join(fold_in_place(phrase).split())


def _parted(lowered: str) -> list[str]:
    """The words of a phrase in small letters."""
    pieces = lowered.split(" ")
    if all(map(_is_plain, pieces)):
        return pieces
    if lowered.isascii():
        return words_of(lowered)
    return [one for one in words_of(lowered) if not any(map(stands_alone, one))]


def _is_plain(word: str) -> bool:
    """Whether a piece of a phrase is a word as it stands, as nearly all are."""
    return word.isascii() and word.isalpha()


class Exceptions:
    """Phrases that never count: what lies in one of them, or overlaps it, is no finding."""

    __slots__ = ("_phrases",)

    def __init__(self, phrases: Iterable[str]) -> None:
        self._phrases = [lower(_folded(phrase)) for phrase in phrases]

    def cover(self, text: DraftText, start: int, end: int) -> bool:
        """Whether an exception stands over the span (offsets of the whole text)."""
        for phrase in self._phrases:
            first = max(start - len(phrase) + 1, 0)
            window = text.lowered[first : end + len(phrase) - 1]
            if phrase in window:
                # Whole words are judged by what stands around the window's edges, too.
                wider = text.lowered[max(first - 1, 0) : end + len(phrase)]
                if any(True for _ in whole_words(wider, phrase)):
                    return True
        return False


_index = lru_cache(_MOST_KEPT)(PhraseIndex)
_exceptions = lru_cache(_MOST_KEPT)(Exceptions)


def find_phrases(
    draft: Draft,
    phrases: Iterable[str],
    *,
    ignore_case: bool = True,
    exceptions: Iterable[str] = (),
) -> Iterator[tuple[int, int, str]]:
    """Occurrences of phrases in a draft that no exception covers, by offsets of its whole text."""
    text = draft_text(draft)
    barred = _exceptions(tuple(exceptions)) if exceptions else None
    for start, end, phrase in _index(tuple(phrases), ignore_case=ignore_case).find(text):
        if barred is None or not barred.cover(text, start, end):
            yield start, end, phrase
