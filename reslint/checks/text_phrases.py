"""General kinds that look for given words: substitution, forbidden, consistency, capitalization."""

from __future__ import annotations

from reslint.checks import Kind
from reslint.checks.text_selection import (
    PHRASES,
    SELECTION,
    WORDING,
    Hit,
    finding,
    hits,
    like,
    replace,
    same_words,
    selected,
)
from reslint.diagnostics import Edit, Finding
from reslint.facts.habits import as_typed
from reslint.facts.outer_words import first_word
from reslint.facts.words import fold_kinds, lower
from reslint.facts.zones import in_zone

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from reslint.draft.model import Draft, Paragraph
    from reslint.rulebook.rule import Rule


def substitution(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """A word or phrase for which the rule has another."""
    parameters = rule.parameters
    swaps: dict[str, str] = parameters["swaps"]
    for hit in hits(draft, swaps, parameters):
        swap = swap_finding(draft, hit, swaps[hit.phrase])
        if swap is not None:
            yield swap


def swap_finding(draft: Draft, hit: Hit, right: str) -> Finding | None:
    """The finding that says to write `right`, None where it is written already."""
    replacement = as_typed(draft, like(hit.written, right), hit.written)
    if same_words(hit.written, replacement) or stands_in(hit, right):
        return None
    edits = replace(draft, hit.paragraph, hit.start, hit.end, replacement)
    return finding(hit, {"match": hit.written, "replacement": replacement}, edits)


def stands_in(hit: Hit, right: str) -> bool:
    """Whether a hit is a part of the right form that stands there already (Russian Federation)."""
    whole, part = lower(fold_kinds(right)), lower(fold_kinds(hit.phrase))
    longer = part != whole and part in whole
    text = lower(fold_kinds(hit.paragraph.text)) if longer else ""
    at = whole.find(part)
    while text and at >= 0:
        start = hit.start - at
        if start >= 0 and text.startswith(whole, start):
            return True
        at = whole.find(part, at + 1)
    return False


def forbidden(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """A word or phrase that must not stand where the rule looks."""
    for hit in hits(draft, rule.parameters["words"], rule.parameters):
        yield finding(hit, {"match": hit.written})


def consistency(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """One of several forms where the draft mostly uses another.

    The commonest form is the draft's own; of forms used equally often, the first one met.
    """
    parameters = rule.parameters
    for forms in parameters["either"]:
        found = list(hits(draft, forms, parameters))
        counts: dict[str, int] = {}
        for hit in found:
            counts[hit.phrase] = counts.get(hit.phrase, 0) + 1
        if len(counts) < 2:
            continue
        own = max(counts, key=lambda form: counts[form])
        first = next(hit for hit in found if hit.phrase == own)
        for hit in found:
            if hit.phrase == own:
                continue
            right = as_typed(draft, like(hit.written, own), hit.written)
            yield finding(
                hit,
                {"match": hit.written, "replacement": right},
                replace(draft, hit.paragraph, hit.start, hit.end, right),
                related=((*first.span, "other"),),
            )


def capitalization(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """Words in other capitals than the rule gives them, or a paragraph that starts wrongly."""
    parameters = rule.parameters
    words: list[str] = parameters["words"]
    if words:
        for hit in hits(draft, words, {**parameters, "ignore_case": True}):
            if same_words(hit.written, hit.phrase) or _opens(hit, hit.phrase):
                continue
            right = as_typed(draft, hit.phrase, hit.written)
            edits = replace(draft, hit.paragraph, hit.start, hit.end, right)
            yield finding(hit, {"match": hit.written, "replacement": right}, edits)
    if parameters["start"] is not None:
        for paragraph in selected(draft, parameters):
            yield from _start(draft, paragraph, parameters)


def _opens(hit: Hit, phrase: str) -> bool:
    """Whether a paragraph starts with the phrase in a capital that the place asks for."""
    if hit.paragraph.text[: hit.start].strip():
        return False
    return same_words(hit.written[:1].lower() + hit.written[1:], phrase)


def _start(draft: Draft, paragraph: Paragraph, parameters: dict[str, Any]) -> Iterator[Finding]:
    start, end = first_word(paragraph.text)
    word = paragraph.text[start:end]
    letter = word[:1]
    capital = parameters["start"] == "capital"
    if not letter.isalpha() or letter.isupper() == capital:
        return
    if not capital and not word[1:].islower() and len(word) > 1:
        return  # an acronym
    if word in parameters["exceptions"]:
        return
    if not parameters["in_quotes"] and in_zone(paragraph, draft, start, end):
        return
    right = (letter.upper() if capital else letter.lower()) + word[1:]
    if right == word:
        return  # a script without capitals
    place = paragraph.source_span(start, start + 1)
    edits = (Edit(*place, right[0]),)
    span = paragraph.source_span(start, end)
    yield Finding(*span, paragraph.place, {"match": word, "replacement": right}, edits)


_SWAPS = {
    "type": "object",
    "description": "a list of swaps (what is written: what to write)",
    "additionalProperties": {"type": "string", "minLength": 1, "maxLength": 300},
    "propertyNames": {"minLength": 1, "maxLength": 300},
    "minProperties": 1,
    "maxProperties": 5000,
}

KINDS = {
    "substitution": Kind(
        substitution,
        parameters={"swaps": _SWAPS, **WORDING},
        required=("swaps",),
        placeholders=("match", "replacement"),
        local=True,
        habits=True,
    ),
    "forbidden": Kind(
        forbidden,
        parameters={"words": PHRASES, **WORDING},
        required=("words",),
        placeholders=("match",),
        local=True,
    ),
    "consistency": Kind(
        consistency,
        parameters={
            "either": {
                "type": "array",
                "description": "a list of lists of forms, such as [[e-mail, email]]",
                "items": {**PHRASES, "minItems": 2, "maxItems": 20},
                "minItems": 1,
                "maxItems": 500,
            },
            **WORDING,
        },
        required=("either",),
        placeholders=("match", "replacement"),
    ),
    "capitalization": Kind(
        capitalization,
        parameters={
            "words": {**PHRASES, "minItems": 0, "default": []},
            "start": {
                "type": ["string", "null"],
                "enum": ["capital", "small", None],
                "default": None,
            },
            **SELECTION,
            "exceptions": WORDING["exceptions"],
            "in_quotes": WORDING["in_quotes"],
        },
        placeholders=("match", "replacement"),
        local=True,
        habits=True,
    ),
}
