"""General kinds that look for given words: substitution, forbidden, consistency, capitalization."""

from __future__ import annotations

from reslint.checks.general_pattern import PATTERN
from reslint.checks.kinds import PARAGRAPH, Kind
from reslint.checks.selection import (
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
from reslint.checks.swap_findings import swap_finding
from reslint.facts.draft_text import draft_text, first_word
from reslint.facts.exempt_zones import in_zone
from reslint.facts.phrase_search import find_phrases
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
    swaps: dict[str, str] = parameters["swaps"]
    for hit in hits(draft, swaps, parameters):
        swap = swap_finding(draft, hit, swaps[hit.phrase])
        if swap is not None:
            yield swap


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


_SWAPS = {
    "type": "object",
    "description": "a list of swaps (what is written: what to write)",
    "additionalProperties": {"type": "string", "minLength": 1, "maxLength": 300},
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


def required(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """None of several texts stands where one of them must.

    `in` says in which of the paragraphs chosen: any of them, each, the first or the last.
    """
    parameters = rule.parameters
    paragraphs = selected(draft, parameters)
    wanted: list[str] = parameters["texts"]
    having = {id(paragraph) for paragraph in _holding(draft, wanted, parameters)}
    where = parameters["in"]
    if not paragraphs:
        # A part that is missing lacks the text, too; there is only the draft itself to point at.
        if where != "each" and draft.paragraphs:
            yield _missing(draft.paragraphs[0], wanted)
        return
    if where == "any":
        if not any(id(paragraph) in having for paragraph in paragraphs):
            yield _missing(paragraphs[-1], wanted)
        return
    looked_at = {"first": paragraphs[:1], "last": paragraphs[-1:], "each": paragraphs}[where]
    for paragraph in looked_at:
        if id(paragraph) not in having:
            yield _missing(paragraph, wanted)


def _holding(draft: Draft, wanted: list[str], parameters: dict[str, Any]) -> Iterator[Paragraph]:
    """The paragraphs that hold one of the texts, in quotation marks or not."""
    text = draft_text(draft)
    for start, _, _ in find_phrases(draft, wanted, ignore_case=parameters["ignore_case"]):
        yield text.place(start)[0]


def _missing(paragraph: Paragraph, wanted: list[str]) -> Finding:
    return paragraph.finding(*first_word(paragraph.text), {"required": wanted[0]})


def sequence(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """A phrase without the one that must stand before or after it.

    `within` says where that one is looked for: in the draft or in the same paragraph. In the
    draft, only the first occurrence that lacks it is reported.
    """
    parameters = rule.parameters
    needed: list[str] = parameters["needs"]
    text = draft_text(draft)
    places = [
        (text.index(start), start, end)
        for start, end, _ in find_phrases(draft, needed, ignore_case=parameters["ignore_case"])
    ]
    before = parameters["where"] == "before"
    inside = parameters["within"] == "paragraph"
    for hit in hits(draft, parameters["phrases"], parameters):
        index = _index(text.paragraphs, hit.paragraph)
        start, end = text.starts[index] + hit.start, text.starts[index] + hit.end
        if any(
            (last <= start if before else first >= end)
            for paragraph, first, last in places
            if not inside or paragraph == index
        ):
            continue
        yield finding(hit, {"match": hit.written, "needed": needed[0]})
        if not inside:
            return


def _index(paragraphs: list[Paragraph], paragraph: Paragraph) -> int:
    return next(place for place, each in enumerate(paragraphs) if each is paragraph)


def length(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """A paragraph too long or too short, or too many or too few paragraphs."""
    parameters = rule.parameters
    paragraphs = selected(draft, parameters)
    if parameters["of"] == "paragraphs":
        variant, limit = _beyond(len(paragraphs), parameters)
        if variant:
            # The first paragraph too many is where the draft outgrows its limit.
            at = limit if variant == "long" else len(paragraphs) - 1
            paragraph = paragraphs[at] if paragraphs else draft.paragraphs[0]
            yield _length_finding(paragraph, len(paragraphs), limit, variant)
        return
    for paragraph in paragraphs:
        size = len(paragraph.text.split() if parameters["of"] == "words" else paragraph.text)
        variant, limit = _beyond(size, parameters)
        if variant:
            yield _length_finding(paragraph, size, limit, variant)


def _beyond(size: int, parameters: dict[str, Any]) -> tuple[str, int]:
    """`long` or `short` with the limit passed, or "" and 0."""
    most, least = parameters["most"], parameters["least"]
    if most is not None and size > most:
        return "long", most
    if least is not None and size < least:
        return "short", least
    return "", 0


def _length_finding(paragraph: Paragraph, size: int, limit: int, variant: str) -> Finding:
    values = {"length": str(size), "limit": str(limit)}
    return paragraph.finding(*first_word(paragraph.text), values, variant=variant)


_LIMIT = {"type": ["integer", "null"], "minimum": 0, "default": None}
_STRUCTURE_KINDS = {
    "required": Kind(
        required,
        parameters={
            "texts": PHRASES,
            "in": {"type": "string", "enum": ["any", "each", "first", "last"], "default": "any"},
            **SELECTION,
            "ignore_case": WORDING["ignore_case"],
        },
        required=("texts",),
        placeholders=("required",),
    ),
    "sequence": Kind(
        sequence,
        parameters={
            "phrases": PHRASES,
            "needs": PHRASES,
            "where": {"type": "string", "enum": ["before", "after"], "default": "before"},
            "within": {"type": "string", "enum": ["draft", "paragraph"], "default": "draft"},
            **WORDING,
        },
        required=("phrases", "needs"),
        placeholders=("match", "needed"),
    ),
    "length": Kind(
        length,
        parameters={
            "of": {
                "type": "string",
                "enum": ["words", "characters", "paragraphs"],
                "default": "words",
            },
            "most": _LIMIT,
            "least": _LIMIT,
            **SELECTION,
        },
        placeholders=("length", "limit"),
    ),
}
KINDS = {"pattern": PATTERN, **_PHRASE_KINDS, **_STRUCTURE_KINDS}
