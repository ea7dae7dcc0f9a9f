"""General kinds that look for given words: substitution, forbidden, consistency, capitalization."""

from __future__ import annotations

from reslint.checks.general_pattern import PATTERN
from reslint.checks.general_structure import STRUCTURE_KINDS
from reslint.checks.kinds import PARAGRAPH, Kind
from reslint.checks.selection import (
    PHRASES,
    SELECTION,
    WORDING,
    Hit,
    delete,
    finding,
    hits,
    like,
    replace,
    same_words,
    selected,
)
from reslint.checks.swap_findings import suggestions_finding
from reslint.facts.draft_text import first_word
from reslint.facts.exempt_zones import in_zone
from reslint.facts.typing_style import as_typed
from reslint.text.diagnostics import Finding

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from reslint.checks.kinds import Rule
    from reslint.draft.model import Draft, Paragraph


def substitution(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """A word or phrase for which the rule has another."""
    parameters = rule.parameters
    swaps: dict[str, Any] = parameters["swaps"]
    for hit in hits(draft, swaps, parameters):
        swap = suggestions_finding(draft, hit, swaps[hit.phrase], fix=rule.fix)
        if swap is not None:
            yield swap


def forbidden(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """A word or phrase that must not stand where the rule looks; the fix deletes it."""
    for hit in hits(draft, rule.parameters["words"], rule.parameters):
        edits = delete(draft, hit.paragraph, hit.start, hit.end)
        yield finding(hit, {"match": hit.written}, edits)


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
        anyhow = {**parameters, "ignore_case": True}
        for hit in hits(draft, words, anyhow, in_any_capitals=True):
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
    edits = (paragraph.edit(start, start + 1, right[0]),)
    yield paragraph.finding(start, end, {"match": word, "replacement": right}, edits)


_MESSAGE = {
    "type": ["string", "object"],
    "description": "a text, or a text for each language (en: …, fr: …)",
    "minLength": 1,
    "patternProperties": {"^[a-z]{2,3}$": {"type": "string", "minLength": 1}},
    "additionalProperties": False,
    "minProperties": 1,
}
_WRITE = {
    "type": ["string", "array"],
    "description": "the words to be used instead, '' to delete, or a list of suggestions",
    "maxLength": 300,
    "items": {"type": "string", "minLength": 1, "maxLength": 300},
    "minItems": 1,
    "maxItems": 20,
}
_SWAPS = {
    "type": "object",
    "description": "lines such as utilize: use (what is written: what to write), no hyphens",
    "additionalProperties": {
        **_WRITE,
        "type": ["string", "array", "object"],
        "description": "the words to be used instead, '' to delete, a list of suggestions, "
        "or write: and message:",
        "properties": {"write": _WRITE, "message": _MESSAGE},
        "additionalProperties": False,
        "required": ["write"],
    },
    "propertyNames": {"minLength": 1, "maxLength": 300},
    "minProperties": 1,
    "maxProperties": 5000,
}
_PHRASE_KINDS = {
    "substitution": Kind(
        substitution,
        parameters={"swaps": _SWAPS, **WORDING},
        required=("swaps",),
        placeholders=("match", "replacement"),
        scope=PARAGRAPH,
    ),
    "forbidden": Kind(
        forbidden,
        parameters={"words": PHRASES, **WORDING},
        required=("words",),
        placeholders=("match",),
        scope=PARAGRAPH,
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
        scope=PARAGRAPH,
    ),
}


KINDS = {"pattern": PATTERN, **_PHRASE_KINDS, **STRUCTURE_KINDS}
