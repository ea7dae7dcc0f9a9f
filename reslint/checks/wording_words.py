"""Words in their sentence: this resolution, a word written twice, numbers in figures."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter

from reslint.checks.text_selection import Hit, finding, is_running, like, replace
from reslint.checks.wording_swaps import wording_forms
from reslint.diagnostics import Edit, Finding
from reslint.facts.figures import has_figures
from reslint.facts.habits import as_typed
from reslint.facts.literals import find_phrases
from reslint.facts.spots import places, spot, word_after, word_before
from reslint.facts.words import MARKS_AFTER, draft_text, lower

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from reslint.draft.model import Draft, Paragraph
    from reslint.rulebook.rule import Rule

# Both start with the figure, what stands before it comes after: so the search leaps to figures.
_SMALL_FIGURE = r"[1-9](?=[ \u00a0][^\W\d_])(?<![\w.,/:–\u2011-].)"
_AT_START = r"[0-9](?<=[.!?][ \u00a0].)[0-9.,\u00a0 ]*(?=[ \u00a0][^\W\d_])"
_STOPS = (". ", ".\u00a0", "! ", "!\u00a0", "? ", "?\u00a0")
_PLACES = "places of markers"
_TIMES = "times of words"


def this_resolution(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """`this resolution` for the present one, where the paragraph has named no other before."""
    forms = wording_forms(draft, "this_resolution")
    if not forms:
        return
    phrases: dict[str, str] = forms["phrases"]
    for start, end, phrase in find_phrases(draft, phrases):
        found = spot(draft, start, end)
        if found is None or not is_running(found[0]):
            continue
        hit = Hit(*found, phrase)
        if hit.paragraph.parent is not None:
            draft.look_beyond(hit.paragraph)
        if _names_another(hit.paragraph, hit.start, forms["word"]):
            continue
        right = as_typed(draft, like(hit.written, phrases[phrase]), hit.written)
        edits = replace(draft, hit.paragraph, hit.start, hit.end, right)
        yield finding(hit, {"match": hit.written, "replacement": right}, edits)


def _names_another(paragraph: Paragraph, upto: int, word: str) -> bool:
    """Whether a resolution is named before, here or in the paragraph above an item."""
    before = paragraph.text[:upto]
    above = paragraph.parent
    while above is not None:
        before = f"{above.text} {before}"
        above = above.parent
    return word in lower(before)


def repeated_words(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """A word written twice running."""
    text = draft_text(draft)
    forms = wording_forms(draft, "repeated")
    right = frozenset(forms.get("right", ()))
    conjunction: str = forms.get("conjunction", "")  # written as one with the word
    for word in sorted(text.twice):
        if len(word) < 2 or not word.isalpha() or word in right:
            continue
        if conjunction and word.startswith(conjunction):
            continue  # and colonialism and [new] colonialism
        for at in text.occurrences(f"{word} {word}"):
            yield from _repeated(draft, at, word, forms)


def _repeated(draft: Draft, at: int, word: str, forms: dict[str, Any]) -> Iterator[Finding]:
    found = spot(draft, at, at + 2 * len(word) + 1)
    if found is None:
        return
    paragraph, first, last = found
    second = first + len(word) + 1
    one, two = paragraph.text[first : first + len(word)], paragraph.text[second:last]
    if one[0].isupper() and two[0].isupper() and one == two:
        # Pago Pago, Bora Bora: a name, unless the draft has the word elsewhere by itself.
        if _times(draft.look_beyond(paragraph), word) <= 2:
            return
    if one.isupper() and set(one) <= set("IVXLC"):
        return  # roman numbers, cell by cell
    if paragraph.markers and marker_between(paragraph, first, second):
        return
    if word_after(paragraph.text, last).lower() in forms.get("right_before", {}).get(word, ()):
        return
    gap = paragraph.source_span(first + len(word), last)
    edits: tuple[Edit, ...] = ()
    if draft.source.text[slice(*gap)] == paragraph.text[first + len(word) : last]:
        edits = (Edit(*gap, ""),)
    span = paragraph.source_span(first, last)
    yield Finding(*span, paragraph.place, {"match": one}, edits)


def marker_between(paragraph: Paragraph, first: int, second: int) -> bool:
    """Whether a note marker stands behind `first`, not behind `second`."""
    places = paragraph.facts.get(_PLACES)
    if places is None:
        places = paragraph.facts[_PLACES] = sorted(marker.at for marker in paragraph.markers)
    assert isinstance(places, list)
    return bisect_right(places, first) < bisect_right(places, second)


def _times(draft: Draft, word: str) -> int:
    """How often a draft has a word."""
    counts = draft.facts.get(_TIMES)
    if counts is None:
        counts = draft.facts[_TIMES] = Counter(
            token.rstrip(MARKS_AFTER) for some in draft_text(draft).tokens() for token in some
        )
    assert isinstance(counts, Counter)
    return counts[word]


def numbers_in_words(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """A number under ten in figures, or any number in figures that starts a sentence."""
    forms = wording_forms(draft, "numbers")
    if not forms:
        return
    words: dict[str, str] = {str(figure): word for figure, word in forms["words"].items()}
    skip_before, skip_after = frozenset(forms["not_after"]), frozenset(forms["not_before"])
    for paragraph in draft.paragraphs:
        if not is_running(paragraph) or not has_figures(paragraph):
            continue
        text = paragraph.text
        for match in re.finditer(_SMALL_FIGURE, text):
            before, after = word_before(text, match.start()), word_after(text, match.end())
            if before in skip_before or after.lower() in skip_after or not after.islower():
                continue
            previous = text[: match.start()].split()
            if len(previous) > 1 and previous[-1][:1].isupper():
                continue  # Goal 4, Protocol 1
            if _counts_more(text, after):
                continue
            yield from _in_words(draft, paragraph, *match.span(), words[match[0]])
        starts = any(map(text.__contains__, _STOPS))
        for match in re.finditer(_AT_START, text) if starts else ():
            if word_before(text, match.start()) in skip_before:
                continue
            number = match[0].rstrip()
            span = paragraph.source_span(match.start(), match.start() + len(number))
            yield Finding(*span, paragraph.place, {"match": number}, variant="start")


def _counts_more(text: str, noun: str) -> bool:
    """Whether the paragraph counts ten or more of the same things: then all are in figures."""
    for at in places(text, f" {noun}"):
        number = word_before(text, at)
        if number.replace(",", "").isdigit() and len(number) > 1:
            return True
    return False


def _in_words(
    draft: Draft, paragraph: Paragraph, start: int, end: int, word: str
) -> Iterator[Finding]:
    found = spot(draft, *_whole(draft, paragraph, start, end))
    if found is None:
        return
    yield Finding(
        *paragraph.source_span(start, end),
        paragraph.place,
        {"match": paragraph.text[start:end], "replacement": word},
        replace(draft, paragraph, start, end, word),
        variant="small",
    )


def _whole(draft: Draft, paragraph: Paragraph, start: int, end: int) -> tuple[int, int]:
    """A plain span as a span of the whole text."""
    whole = draft_text(draft)
    index = next(at for at, each in enumerate(whole.paragraphs) if each is paragraph)
    return whole.starts[index] + start, whole.starts[index] + end
