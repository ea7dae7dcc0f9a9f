"""Numbers in words and in figures."""

from __future__ import annotations

import re

from reslint.checks.selection import is_running, replace
from reslint.checks.wording_swaps import wording_forms
from reslint.facts.capitals import folded_text, has_figures
from reslint.facts.draft_text import (
    draft_text,
    places,
    reportable_span,
    word_after,
    word_before,
)
from reslint.text.folding import fold_letters

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from reslint.checks.kinds import Rule
    from reslint.draft.model import Draft, Paragraph
    from reslint.text.diagnostics import Finding


# Both start with the figure, what stands before it comes after: so the search leaps to figures.
_SMALL_FIGURE = r"[1-9](?=\s[^\W\d_])(?<![\w.,/:–\u2011-].)"
_AT_START = r"[0-9](?<=[.!?]\s.)[0-9.,\s]*(?=\s[^\W\d_])"
_STOPS = (". ", "! ", "? ")
_NEAR = 60  # characters around a figure in which other numbers excuse it
_SHORTEST = 4  # letters of a word that is counted


def numbers_in_words(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """A number under ten in figures, ten and more in words, or figures that start a sentence."""
    forms = wording_forms(draft, "numbers")
    if not forms:
        return
    yield from _tens(draft, forms)
    if "words" not in forms:
        return
    words: dict[str, str] = {str(figure): word for figure, word in forms["words"].items()}
    skip_before, skip_after = frozenset(forms["not_after"]), frozenset(forms["not_before"])
    counted = tuple(forms["plural"])
    for paragraph in draft.paragraphs:
        if not is_running(paragraph) or not has_figures(paragraph):
            continue
        text = paragraph.text
        for match in re.finditer(_SMALL_FIGURE, text):
            if match[0] not in words:
                continue  # 1, where the word for it has a gender
            before, after = word_before(text, match.start()), word_after(text, match.end())
            if before in skip_before or after.lower() in skip_after or not after.islower():
                continue
            # What is counted stands in the plural; a letter alone is that of a paragraph.
            if not before.isalpha() or len(after) < _SHORTEST or not after.endswith(counted):
                continue
            previous = text[: match.start()].rsplit(None, 2)
            if len(previous) > 1 and previous[-1][:1].isupper():
                continue  # Goal 4, Protocol 1
            if _has_other_figures(text, *match.span()) or _counts_more(paragraph, after):
                continue
            yield from _in_words(draft, paragraph, *match.span(), words[match[0]])
        starts = any(map(folded_text(paragraph).__contains__, _STOPS))
        for match in re.finditer(_AT_START, text) if starts else ():
            if word_before(text, match.start()) in skip_before:
                continue
            number = match[0].rstrip()
            yield paragraph.finding(
                match.start(), match.start() + len(number), {"match": number}, variant="start"
            )


def _has_other_figures(text: str, start: int, end: int) -> bool:
    """Whether other numbers stand near: then all of them are in figures, or it is a table."""
    near = text[max(start - _NEAR, 0) : start] + text[end : end + _NEAR]
    return any(each.isdigit() for each in near)


def _tens(draft: Draft, forms: dict[str, Any]) -> Iterator[Finding]:
    """Ten and more in words before what is counted (`thirty days`)."""
    figures: dict[str, int] = forms.get("tens", {})
    whole = draft_text(draft)
    units = frozenset(forms.get("units", ()))
    for word in sorted(whole.words.intersection(figures)):
        for at in whole.occurrences(word):
            found = reportable_span(draft, at, at + len(word))
            if found is None or not is_running(found[0]):
                continue
            paragraph, first, last = found
            text = paragraph.text
            counted = word_after(text, last)
            measured = counted.lower() in units
            if text[first].isupper() or not (
                measured or (_is_plural(counted, forms) and counted not in forms["tens_not_before"])
            ):
                continue
            if _is_part(text, first, forms) or (
                not measured and word_before(text, first) in forms["tens_not_after"]
            ):
                continue
            figure = str(figures[word])
            yield paragraph.finding(
                first,
                last,
                {"match": text[first:last], "replacement": figure},
                replace(draft, paragraph, first, last, figure),
                variant="tens",
            )


def _is_part(text: str, start: int, forms: dict[str, Any]) -> bool:
    """Whether a number in words is the end of a longer one: one hundred and twenty."""
    words = text[:start].split()[-2:]
    if words and words[-1] in forms["tens_joints"]:
        words.pop()
    return bool(words) and words[-1].rpartition("-")[2] in forms["tens_parts"]


def _is_plural(noun: str, forms: dict[str, Any]) -> bool:
    """Whether a word looks like a noun in the plural, without a capital."""
    plural = tuple(forms["plural"])
    return noun.islower() and len(noun) >= _SHORTEST and noun.endswith(plural)


def _counts_more(paragraph: Paragraph, noun: str) -> bool:
    """Whether the paragraph counts ten or more of the same things: then all are in figures."""
    text = folded_text(paragraph)
    for at in places(text, f" {fold_letters(noun)}"):
        number = word_before(text, at)
        if number.replace(",", "").isdigit() and len(number) > 1:
            return True
    return False


def _in_words(
    draft: Draft, paragraph: Paragraph, start: int, end: int, word: str
) -> Iterator[Finding]:
    found = reportable_span(draft, *_whole(draft, paragraph, start, end))
    if found is None:
        return
    yield paragraph.finding(
        start,
        end,
        {"match": paragraph.text[start:end], "replacement": word},
        replace(draft, paragraph, start, end, word),
        variant="small",
    )


def _whole(draft: Draft, paragraph: Paragraph, start: int, end: int) -> tuple[int, int]:
    """A plain span as a span of the whole text."""
    whole = draft_text(draft)
    index = next(at for at, each in enumerate(whole.paragraphs) if each is paragraph)
    return whole.starts[index] + start, whole.starts[index] + end
