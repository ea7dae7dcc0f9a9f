"""General kinds that look at a draft as a whole: required, sequence, length."""

from __future__ import annotations

from reslint.checks import Kind
from reslint.checks.text_selection import (
    PHRASES,
    SELECTION,
    WORDING,
    finding,
    hits,
    selected,
)
from reslint.diagnostics import Finding
from reslint.facts.literals import find_phrases
from reslint.facts.outer_words import first_word
from reslint.facts.words import draft_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from reslint.draft.model import Draft, Paragraph
    from reslint.rulebook.rule import Rule


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
    span = paragraph.source_span(*first_word(paragraph.text))
    return Finding(*span, paragraph.place, {"required": wanted[0]})


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
    span = paragraph.source_span(*first_word(paragraph.text))
    values = {"length": str(size), "limit": str(limit)}
    return Finding(*span, paragraph.place, values, variant=variant)


_LIMIT = {"type": ["integer", "null"], "minimum": 0, "default": None}

KINDS = {
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
