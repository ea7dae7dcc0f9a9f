"""A whole draft as one text, and its words: the one pass that all rules on wording share.

Searching one long text beats searching hundreds of short ones, and a rule whose words do not occur
is done after a look into a set. The text comes in three readings of equal length: as written,
with one kind of apostrophe, hyphen and space (`folded`), and that in small letters (`lowered`).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache
from itertools import chain, compress, filterfalse
from operator import eq

from reslint.data.patterns import expression
from reslint.draft.model import ANNEX, CLOSING, HEADING, NOTE, OPERATIVE, PREAMBLE, TITLE
from reslint.facts import fact
from reslint.facts.exempt_zones import in_zone
from reslint.text.folding import INVISIBLE, SPACES, fold_in_place, lower

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reslint.draft.model import Draft, Paragraph


_SEPARATOR = "\n"
_MOST_REMEMBERED = 30_000
_AT_ONCE = 60_000  # characters split at once
MARKS_AFTER = ",;.:)»”"
_WORD = expression(r"[^\W_](?:[\w-]*[^\W_])?")
_SHORT = 5_000  # characters of the different words of a draft of three pages
RUNNING = frozenset((PREAMBLE, OPERATIVE, HEADING, TITLE, ANNEX, NOTE))
"""The parts in which a drafter writes sentences; mastheads, voting records and tables apart."""
WITH_CLOSING = RUNNING | {CLOSING}
_MOST_IDEOGRAPHS = 2


class DraftText:
    """The plain texts of all paragraphs, one a line, and the way back to each."""

    __slots__ = (
        "_folded",
        "_lowered",
        "_odd",
        "_twice",
        "_words",
        "paragraphs",
        "starts",
        "text",
    )

    def __init__(self, paragraphs: list[Paragraph]) -> None:
        self.paragraphs = paragraphs
        self.starts: list[int] = []
        pieces = []
        length = 0
        for paragraph in paragraphs:
            text = paragraph.text
            pieces.append(text)
            self.starts.append(length)
            length += len(text) + len(_SEPARATOR)
        self.text = _SEPARATOR.join(pieces)
        self._folded: str | None = None
        self._lowered: str | None = None
        # Found together, when first asked for: see `_look_through`.
        self._twice: frozenset[str] = frozenset()
        self._odd = ""
        self._words: frozenset[str] | None = None

    @property
    def folded(self) -> str:
        """The text with one kind of apostrophe, hyphen and space."""
        if self._folded is None:
            self._folded = fold_in_place(self.text)
        return self._folded

    @property
    def lowered(self) -> str:
        """The folded text in small letters."""
        if self._lowered is None:
            self._lowered = lower(self.folded)
        return self._lowered

    def place(self, offset: int) -> tuple[Paragraph, int]:
        """The paragraph at an offset of the whole text, and the offset within it."""
        index = bisect_right(self.starts, offset) - 1
        return self.paragraphs[index], offset - self.starts[index]

    def index(self, offset: int) -> int:
        """The index of the paragraph at an offset of the whole text."""
        return bisect_right(self.starts, offset) - 1

    def tokens(self) -> Iterator[list[str]]:
        """What stands between spaces, in order and in small letters, punctuation included.

        In lists that end where a paragraph does: all at once would fill ten times the memory of
        the text.
        """
        lowered, at = self.lowered, 0
        while at < len(lowered):
            end = lowered.find(_SEPARATOR, at + _AT_ONCE)
            end = end if end >= 0 else len(lowered)
            yield lowered[at:end].split()
            at = end + 1

    @property
    def twice(self) -> frozenset[str]:
        """The words in small letters that stand twice running, marks around them set aside."""
        self._look_through()
        return self._twice

    @property
    def odd(self) -> str:
        """The different tokens that are no plain words, a space between them: figures, compounds,
        words with punctuation. What is sought in the text and not in here need not be sought.
        """
        self._look_through()
        return self._odd

    @property
    def words(self) -> frozenset[str]:
        """The different words in small letters, with their hyphens, parted at apostrophes."""
        return self._look_through()

    def _look_through(self) -> frozenset[str]:
        """Find the different words, the odd tokens, and the words that stand twice running."""
        if self._words is not None:
            return self._words
        distinct: set[str] = set()
        twice: set[str] = set()
        # Most tokens are words as they stand; only the others are taken to pieces.
        parted: dict[str, tuple[str, ...]] = {}
        first: dict[str, str] = {}
        last: dict[str, str] = {}
        for tokens in self.tokens():
            # The loops over all words run in C: there are tens of thousands.
            new = set(tokens)
            new -= distinct
            distinct |= new
            for one in filterfalse(str.isalpha, new):
                words = parted[one] = _parted[one]
                if words:
                    first[one], last[one] = words[0], words[-1]
            before, following = list(map(last.get, tokens, tokens)), tokens[1:]
            twice.update(compress(before, map(eq, before, map(first.get, following, following))))
        self._twice = frozenset(twice)
        self._odd = f" {' '.join(parted)} "
        joined = " ".join(distinct)
        alone: list[str] = []
        if len(joined) < _SHORT or _may_stand_alone(joined):
            alone = [one for one in set(joined) if stands_alone(one)]
        beside: list[str] = []
        if alone:
            # Beside a Chinese character a word of another script is whole: 占5percent的.
            beside = words_of(joined.translate(dict.fromkeys(map(ord, alone), " ")))
        distinct.update(beside, chain.from_iterable(parted.values()))
        self._words = frozenset(distinct)
        return self._words

    def occurrences(self, phrase: str, *, lowered: bool = True) -> Iterator[int]:
        """Where a phrase stands as whole words: folded and, if `lowered`, in small letters."""
        text = self.lowered if lowered else self.folded
        return whole_words(text, phrase)


class _Parted(dict[str, tuple[str, ...]]):
    """The words within tokens, remembered: the same few thousand come again in every draft."""

    def __missing__(self, token: str) -> tuple[str, ...]:
        if len(self) >= _MOST_REMEMBERED:
            self.clear()
        words = self[token] = tuple(words_of(token))
        return words


_parted = _Parted()


@fact
def draft_text(draft: Draft) -> DraftText:
    """The text of a draft."""
    return DraftText(draft.paragraphs)


def words_of(lowered: str) -> list[str]:
    """The words of a text in small letters."""
    return _WORD.findall(lowered)


def whole_words(text: str, phrase: str) -> Iterator[int]:
    """Where `phrase` stands in `text`, not as a part of a longer word (or hyphened compound)."""
    if not phrase:
        return
    before, after = _joins(phrase[0]), _joins(phrase[-1])
    at = text.find(phrase)
    while at >= 0:
        end = at + len(phrase)
        if not (before and at and _joins(text[at - 1])) and not (
            after and end < len(text) and _joins(text[end])
        ):
            yield at
        at = text.find(phrase, at + 1)


def _joins(character: str) -> bool:
    return character in "-_" or (character.isalnum() and not stands_alone(character))


def stands_alone(character: str) -> bool:
    """Whether a character is of a script that sets no spaces between its words (Chinese, kana).

    There are no boundaries of words there: a phrase is found wherever its characters stand.
    """
    return (
        "\u2e80" <= character <= "\u9fff"
        or "\uf900" <= character <= "\ufaff"
        or character >= "\U00020000"
    )


def reportable_span(
    draft: Draft, start: int, end: int, parts: frozenset[str] = RUNNING
) -> tuple[Paragraph, int, int] | None:
    """Map a span of the whole text to its paragraph and plain span.

    None if the paragraph is of another part or an exempt zone holds the span: nothing is reported
    there.
    """
    paragraph, at = draft_text(draft).place(start)
    if paragraph.part not in parts:
        return None
    last = at + end - start
    if in_zone(paragraph, draft, at, last):
        return None
    return paragraph, at, last


def places(text: str, sought: str) -> Iterator[int]:
    """Every place at which a text stands in another, overlapping ones included."""
    at = text.find(sought)
    while at >= 0:
        yield at
        at = text.find(sought, at + 1)


def word_before(text: str, at: int) -> str:
    """The word that ends right before an offset, spaces apart, in small letters, stop left out."""
    end = at
    while end and text[end - 1] in SPACES:
        end -= 1
    start = end
    while start and not text[start - 1].isspace() and text[start - 1] not in "([«“":
        start -= 1
    return text[start:end].lower().rstrip(".,;:°")


def word_after(text: str, at: int) -> str:
    """The word that starts at an offset, after spaces, as written, marks after it left out."""
    while at < len(text) and text[at] in SPACES:
        at += 1
    end = at
    while end < len(text) and not text[end].isspace():
        end += 1
    return text[at:end].rstrip(".,;:)»”،؛“")


@cache
def _beyond_alphabets() -> re.Pattern[bytes]:
    """All characters from U+2E80 on, in UTF-8: a set of characters takes `re` long to compile."""
    return re.compile(rb"[\xe2-\xf4](?:(?<!\xe2)|[\xba-\xbf])")


def _may_stand_alone(text: str) -> bool:
    """Tell quickly whether a long text may have a character that `stands_alone`."""
    data = text.encode("utf-8", "surrogatepass")
    return not data.isascii() and _beyond_alphabets().search(data) is not None


def _is_ideograph(character: str) -> bool:
    return (
        "\u3400" <= character <= "\u4dbf"
        or "\u4e00" <= character <= "\u9fff"
        or "\uf900" <= character <= "\ufaff"
    )


def first_word(text: str, start: int = 0) -> tuple[int, int]:
    """The span of the first word from `start` on, with the marks that touch it.

    The span is empty if there is no word; white space and direction marks are set aside.
    """
    start += len(text) - start - len(text[start:].lstrip(INVISIBLE))
    # By hand: an expression with all ideographs takes milliseconds to compile.
    end = start
    while end < len(text) and not (text[end].isalnum() or text[end].isspace() or text[end] == "_"):
        end += 1
    if end < len(text) and _is_ideograph(text[end]):
        second = end + 1 < len(text) and _is_ideograph(text[end + 1])
        return start, end + 1 + second
    while end < len(text) and not (text[end].isspace() or _is_ideograph(text[end])):
        end += 1
    return start, end


def last_word(text: str) -> tuple[int, int]:
    """The span of the last word, with the marks that touch it; empty if there is no word."""
    end = len(text.rstrip(INVISIBLE))
    start, ideographs, others = end, 0, False
    # From the end on, by hand: a search for the end would try every word of a long text.
    while start and not text[start - 1].isspace():
        if _is_ideograph(text[start - 1]):
            if others or ideographs == _MOST_IDEOGRAPHS:
                break
            ideographs += 1
        elif ideographs:
            break
        else:
            others = others or text[start - 1].isalnum()
        start -= 1
    return start, end
