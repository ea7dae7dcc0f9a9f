"""Wording: spelling, house style, capitals, set phrases, as the language of the draft has them.

What a language does stands in `wording` of its `forms.yaml`; a matter that a language does
not list there is not checked in it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter

from reslint.checks import (
    wording_letters,
    wording_patterns,
    wording_swaps,
)
from reslint.checks.kinds import PARAGRAPH, Kind
from reslint.checks.selection import Hit, finding, is_running, like, replace
from reslint.checks.wording_swaps import wording_forms
from reslint.data.patterns import expression
from reslint.draft.model import PREAMBLE
from reslint.facts import fact
from reslint.facts.draft_text import (
    MARKS_AFTER,
    RUNNING,
    draft_text,
    reportable_span,
    word_after,
)
from reslint.facts.notes import marker_places
from reslint.facts.phrase_search import find_phrases
from reslint.facts.typing_style import as_typed
from reslint.text.diagnostics import Edit, Finding
from reslint.text.folding import fold_in_place, lower

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from reslint.checks.kinds import Rule
    from reslint.draft.model import Draft, Paragraph


_MATCH = ("match", "replacement")


# Of rules that most drafts do not have: their modules are imported when they run.
def numbers_in_words(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """A number under ten in figures, ten and more in words, or figures that start a sentence."""
    from reslint.checks.wording_numbers import numbers_in_words as found

    return found(draft, rule)


def phrase_one_off(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """A rare word within a phrase that stands elsewhere, many times, with a similar word."""
    from reslint.checks.wording_phrases import one_off

    return one_off(draft, rule)


def member_states(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """Member States of the United Nations in small letters, and the Government of a State.

    States members of another body keep their small letters: the body is named after them, or
    before them with a possessive.
    """
    forms = wording_forms(draft, "member_states")
    if forms:
        yield from _members(draft, forms)
    forms = wording_forms(draft, "government")
    if forms:
        yield from _governments(draft, forms)


def _members(draft: Draft, forms: dict[str, Any]) -> Iterator[Finding]:
    phrases: dict[str, str] = forms["phrases"]
    for start, end, phrase in find_phrases(draft, phrases):
        right = phrases[phrase]
        if draft_text(draft).folded[start:end] == right:
            continue
        found = reportable_span(draft, start, end)
        # Rules of procedure and terms of reference in annexes mean the members of their own body.
        if found is None or not is_running(found[0]):
            continue
        hit = Hit(*found, phrase)
        if _of_another_body(hit, forms):
            continue
        capitals = _capitals(draft, hit, right, "members")
        if expression(forms["bodies"]).search(_with_above(draft, hit.paragraph)):
            capitals.safety = "unsafe"  # the members of a body named near may be meant
        yield capitals


def _with_above(draft: Draft, paragraph: Paragraph) -> str:
    """The text of a paragraph, behind that of the paragraph whose item it is."""
    above = paragraph.parent
    if above is None:
        return paragraph.text
    draft.look_beyond(paragraph)
    return f"{above.text} {paragraph.text}"


def _of_another_body(hit: Hit, forms: dict[str, Any]) -> bool:
    text = hit.paragraph.text
    after = fold_in_place(text[hit.end : hit.end + 80])
    lowered = lower(after)
    if expression(forms["of_another_too"]).match(after) or _relates(text[: hit.start], forms):
        return True
    ours = next((each for each in forms["of_the_organization"] if lowered.startswith(each)), "")
    if ours and re.match(forms["name_goes_on"], lowered[len(ours) :]):
        return True
    if not ours:
        if lowered.startswith(tuple(forms["of_another"])):
            return True
        if any(
            lowered.startswith(each) and after[len(each) : len(each) + 1].isupper()
            for each in forms["of_name"]
        ):
            return True
    words = text[: hit.start].split()
    if not words:
        return False
    last = words[-1]
    if last.lower().strip("(,") in forms["possessives"]:
        return True
    # European Union member States, IGAD member States
    return len(words) > 1 and last[:1].isupper() and last[-1:].isalnum()


def _relates(before: str, forms: dict[str, Any]) -> bool:
    """Whether the words before relate to another body (`whose agreement 48 member States …`)."""
    if before.rstrip()[-1:].isdigit():
        return True  # so many members: those of a body that has fewer
    sentence = before[max(before.rfind("; "), before.rfind(". ")) + 1 :]
    relatives = [*expression(forms["relatives"]).finditer(sentence)]
    if not relatives:
        return False
    return expression(forms["bodies"]).search(sentence, 0, relatives[-1].start()) is not None


def _governments(draft: Draft, forms: dict[str, Any]) -> Iterator[Finding]:
    phrases: dict[str, str] = forms["phrases"]
    text = draft_text(draft)
    for start, end, phrase in find_phrases(draft, phrases):
        written = text.folded[start:end]
        right = phrases[phrase]
        if written == right or (written[1:] == right[1:] and written[:1].lower() == right[:1]):
            continue
        following = text.folded[end : end + 40].partition("\n")[0].lstrip()
        for article in forms["articles"]:
            if following.startswith(article):
                following = following[len(article) :].lstrip()
                break
        if not following[:1].isupper() or following.startswith(tuple(forms["not_states"])):
            continue
        found = reportable_span(draft, start, end, RUNNING)
        if found is None:
            continue
        hit = Hit(*found, phrase)
        if hit.written[:1].isupper():
            right = right[:1].upper() + right[1:]
        yield _capitals(draft, hit, right, "government")


def _capitals(draft: Draft, hit: Hit, right: str, variant: str) -> Finding:
    new = as_typed(draft, right, hit.written)
    edits = replace(draft, hit.paragraph, hit.start, hit.end, new)
    return finding(hit, {"match": hit.written, "replacement": new}, edits, variant=variant)


def this_resolution(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """`this resolution` for the present one, where the paragraph has named no other before.

    In a preamble it means one that a paragraph above recalls.
    """
    forms = wording_forms(draft, "this_resolution")
    if not forms:
        return
    phrases: dict[str, str] = forms["phrases"]
    for start, end, phrase in find_phrases(draft, phrases):
        found = reportable_span(draft, start, end)
        if found is None or not is_running(found[0]) or found[0].part == PREAMBLE:
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
    found = reportable_span(draft, at, at + 2 * len(word) + 1)
    if found is None:
        return
    paragraph, first, last = found
    second = first + len(word) + 1
    one, two = paragraph.text[first : first + len(word)], paragraph.text[second:last]
    if one[0].isupper() and two[0].isupper() and one == two:
        # Pago Pago, Bora Bora: a name, unless the draft has the word elsewhere by itself.
        if _word_counts(draft.look_beyond(paragraph))[word] <= 2:
            return
    if one.isupper() and set(one) <= set("IVXLC"):
        return  # roman numbers, cell by cell
    if paragraph.markers and marker_between(paragraph, first, second):
        return
    if word_after(paragraph.text, last).lower() in forms.get("right_before", {}).get(word, ()):
        return
    gap = paragraph.source_span(first + len(word), last)
    edits: tuple[Edit, ...] = ()
    if draft.source.plain_text(*gap) == paragraph.text[first + len(word) : last]:
        edits = (Edit(*gap, ""),)
    yield paragraph.finding(first, last, {"match": one}, edits)


def marker_between(paragraph: Paragraph, first: int, second: int) -> bool:
    """Whether a note marker stands behind `first`, not behind `second`."""
    places = marker_places(paragraph)
    return bisect_right(places, first) < bisect_right(places, second)


@fact
def _word_counts(draft: Draft) -> Counter[str]:
    """How often a draft has each word, in small letters."""
    return Counter(
        token.rstrip(MARKS_AFTER) for some in draft_text(draft).tokens() for token in some
    )


KINDS = {
    "spelling": Kind(wording_swaps.spelling, placeholders=_MATCH, scope=PARAGRAPH),
    "swaps": Kind(
        wording_swaps.swaps,
        parameters={
            "list": {"type": "string", "minLength": 1, "description": "a list of the vocabulary"}
        },
        required=("list",),
        placeholders=_MATCH,
        scope=PARAGRAPH,
    ),
    "patterns": Kind(
        wording_patterns.patterns,
        parameters={
            "list": {"type": "string", "minLength": 1, "description": "a table of the vocabulary"}
        },
        required=("list",),
        placeholders=_MATCH,
        scope=PARAGRAPH,
    ),
    "tripled-letter": Kind(wording_letters.tripled, placeholders=_MATCH, scope=PARAGRAPH),
    "other-letter": Kind(wording_letters.other_letter, placeholders=_MATCH, scope=PARAGRAPH),
    "phrase-one-off": Kind(
        phrase_one_off,
        parameters={
            "least": {
                "type": "integer",
                "minimum": 2,
                "default": 5,
                "description": "how often the phrase must stand in the draft with the other word",
            }
        },
        placeholders=_MATCH,
    ),
    "mixed-spelling": Kind(wording_letters.mixed_spelling, placeholders=_MATCH),
    "member-states": Kind(member_states, placeholders=_MATCH, scope=PARAGRAPH),
    "this-resolution": Kind(this_resolution, placeholders=_MATCH, scope=PARAGRAPH),
    "repeated-word": Kind(repeated_words, placeholders=("match",), scope=PARAGRAPH),
    "numbers": Kind(numbers_in_words, placeholders=_MATCH, scope=PARAGRAPH),
}
