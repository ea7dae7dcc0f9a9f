"""General kinds that look at where and how often something stands: required, position, count."""

from __future__ import annotations

from reslint.checks.kinds import Kind
from reslint.checks.selection import (
    PHRASES,
    SELECTION,
    WORDING,
    Hit,
    finding,
    hits,
    selected,
)
from reslint.facts.draft_text import draft_text, first_word
from reslint.facts.phrase_search import find_phrases
from reslint.text.diagnostics import Finding

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from reslint.checks.kinds import Rule
    from reslint.draft.model import Draft, Paragraph


_MARKS = " \u00a0\u202f\t,;:.!?…*\"'“”‘’«»،؛؟，；：。！？、"
"""What may stand before the first word of a paragraph and after its last one."""


def required(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """None of several texts stands where one of them must.

    `in` says in which of the paragraphs chosen: any of them, each, the first or the last; `at`
    where in the paragraph. With `when`, only drafts that have one of these texts are looked at.
    """
    parameters = rule.parameters
    if parameters["when"] and not any(find_phrases(draft, parameters["when"], ignore_case=True)):
        return
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
    for start, end, _ in find_phrases(draft, wanted, ignore_case=parameters["ignore_case"]):
        paragraph, first = text.place(start)
        if _is_at(paragraph, first, first + end - start, parameters["at"]):
            yield paragraph


def _is_at(paragraph: Paragraph, start: int, end: int, at: str) -> bool:
    """Whether a span stands where a rule wants it: anywhere, at the start or at the end."""
    if at == "start":
        return not paragraph.text[:start].strip(_MARKS)
    return at != "end" or not paragraph.text[end:].strip(_MARKS)


def _missing(paragraph: Paragraph, wanted: list[str]) -> Finding:
    return paragraph.finding(*first_word(paragraph.text), {"required": wanted[0]})


def position(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """A paragraph that has one of the texts and is not the first (or last) of those chosen."""
    parameters = rule.parameters
    paragraphs = selected(draft, parameters)
    if not paragraphs:
        return
    right = paragraphs[0] if parameters["place"] == "first" else paragraphs[-1]
    for hit in _hits_at(draft, parameters["texts"], parameters):
        if hit.paragraph is not right:
            yield finding(hit, {"match": hit.written})


def count(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """Words that stand too often in the paragraphs chosen, or not often enough.

    Each place beyond the limit is reported; words that are missing, at the last paragraph.
    """
    parameters = rule.parameters
    most, least = parameters["most"], parameters["least"]
    found = list(_hits_at(draft, parameters["words"], parameters))
    if most is not None:
        for hit in found[most:]:
            values = {"match": hit.written, "count": str(len(found)), "limit": str(most)}
            yield finding(hit, values, variant="many")
    if least is not None and len(found) < least:
        paragraphs = selected(draft, parameters) or draft.paragraphs
        if paragraphs:
            values = {
                "match": parameters["words"][0],
                "count": str(len(found)),
                "limit": str(least),
            }
            last = paragraphs[-1]
            yield last.finding(*first_word(last.text), values, variant="few")


def _hits_at(draft: Draft, phrases: list[str], parameters: dict[str, Any]) -> Iterator[Hit]:
    """The hits of phrases where `at` wants them in their paragraph."""
    for hit in hits(draft, phrases, parameters):
        if _is_at(hit.paragraph, hit.start, hit.end, parameters["at"]):
            yield hit


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


_AT = {
    "at": {"type": "string", "enum": ["anywhere", "start", "end"], "default": "anywhere"},
}
_LIMIT = {"type": ["integer", "null"], "minimum": 0, "default": None}
STRUCTURE_KINDS = {
    "required": Kind(
        required,
        parameters={
            "texts": PHRASES,
            "in": {"type": "string", "enum": ["any", "each", "first", "last"], "default": "any"},
            **_AT,
            "when": {**PHRASES, "minItems": 0, "default": []},
            **SELECTION,
            "ignore_case": WORDING["ignore_case"],
        },
        required=("texts",),
        placeholders=("required",),
    ),
    "position": Kind(
        position,
        parameters={
            "texts": PHRASES,
            "place": {"type": "string", "enum": ["first", "last"], "default": "last"},
            **_AT,
            **WORDING,
        },
        required=("texts",),
        placeholders=("match",),
    ),
    "count": Kind(
        count,
        parameters={
            "words": PHRASES,
            "most": _LIMIT,
            "least": _LIMIT,
            **_AT,
            **WORDING,
        },
        required=("words",),
        placeholders=("match", "count", "limit"),
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
