"""The words of a paragraph that begin with a capital: where names, acronyms, roman numbers are.

Years before a word count as well: names open with them.
"""

from __future__ import annotations

from reslint.data.patterns import expression
from reslint.facts import fact, key_of
from reslint.text.folding import fold_letters

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reslint.draft.model import Draft, Paragraph


# One class to begin with: the search leaps from one such character to the next.
_CAPITAL = expression(r"[A-ZÀ-ÖØ-ÞЀ-Я0-9]\w*")
_YEAR = expression(r"\b[0-9]{4}(?= [A-Za-z])")
_AFTER_FIGURES = ":"
_FIGURES = "0123456789"
_AT_ONCE = 60_000  # characters searched at once


@fact
def folded_text(paragraph: Paragraph) -> str:
    """The text of a paragraph with letters folded in place, as names and figures are searched."""
    return fold_letters(paragraph.text)


@fact
def capital_words(paragraph: Paragraph) -> list[tuple[int, str]]:
    """What begins with a capital, words or ends of words, with its place.

    Apostrophes, spaces and hyphens are of one kind, `ё` is `е`.
    """
    folded = folded_text(paragraph)
    return [
        (match.start(), match[0])
        for match in _CAPITAL.finditer(folded)
        # A name may open with a year: the 2030 Agenda.
        if match[0] >= _AFTER_FIGURES or _YEAR.match(folded, match.start())
    ]


_CAPITAL_WORDS = key_of(capital_words)
_FOLDED_TEXT = key_of(folded_text)


def fold_texts(paragraphs: list[Paragraph]) -> None:
    """Folds the texts of many paragraphs at once: each by itself takes ten times as long."""
    wanted = [each for each in paragraphs if _FOLDED_TEXT not in each.facts]
    for some in _in_pieces(wanted):
        folded = fold_letters("\n".join([each.text for each in some]))
        at = 0
        for each in some:
            text = folded[at : at + len(each.text)]
            # Most texts of some languages are as they were: they are not stored twice.
            each.facts[_FOLDED_TEXT] = each.text if text == each.text else text
            at += len(each.text) + 1


def find_capital_words(paragraphs: list[Paragraph]) -> None:
    """Finds them for many paragraphs at once: one search over one text is twice as fast."""
    wanted = [each for each in paragraphs if _CAPITAL_WORDS not in each.facts]
    if len(wanted) < 2:
        return
    fold_texts(wanted)
    for some in _in_pieces(wanted):
        _find_together(some)


def _in_pieces(paragraphs: list[Paragraph]) -> Iterator[list[Paragraph]]:
    """Yields the paragraphs in lists: a draft of megabytes is not copied as a whole."""
    together: list[Paragraph] = []
    length = 0
    for paragraph in paragraphs:
        together.append(paragraph)
        length += len(paragraph.text)
        if length > _AT_ONCE:
            yield together
            together, length = [], 0
    if together:
        yield together


def _find_together(paragraphs: list[Paragraph]) -> None:
    """Finds the words of paragraphs in their joined text."""
    folded = "\n".join(map(folded_text, paragraphs))
    at = 0
    which = iter(paragraphs)
    paragraph = next(which)
    end = len(paragraph.text)
    found: list[tuple[int, str]] = []
    paragraph.facts[_CAPITAL_WORDS] = found
    for match in _CAPITAL.finditer(folded):
        start, word = match.start(), match[0]
        while start >= end:
            paragraph = next(which)
            at = end + 1
            end = at + len(paragraph.text)
            found = []
            paragraph.facts[_CAPITAL_WORDS] = found
        if word >= _AFTER_FIGURES or _YEAR.match(folded, start):
            found.append((start - at, word))
    for each in which:
        each.facts[_CAPITAL_WORDS] = []


@fact
def different_capital_words(draft: Draft) -> frozenset[str]:
    """The different words of a draft that begin with a capital."""
    return frozenset(word for paragraph in draft.paragraphs for _, word in capital_words(paragraph))


@fact
def has_figures(paragraph: Paragraph) -> bool:
    """Whether there is a figure (0 to 9) in a paragraph's text."""
    # Ten looks for one character each are faster than one search for any of them.
    return any(map(paragraph.text.__contains__, _FIGURES))
