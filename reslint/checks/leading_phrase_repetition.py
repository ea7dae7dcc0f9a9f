"""The adverbs of repetition in leading phrases: their order, their lack, their place."""

from __future__ import annotations

from reslint.diagnostics import Edit, Finding
from reslint.facts.repetition import adverb_positions, missing_adverbs, order_breaks

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reslint.draft.model import Draft
    from reslint.rulebook.rule import Rule


def repetition_order(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """Also, further, none: out of order in consecutive paragraphs."""
    for found in order_breaks(draft):
        paragraph, phrase = found.paragraph, found.phrase
        start, end = phrase.start, phrase.end
        span = paragraph.source_span(start, end)
        right = draft.vocabulary.phrases.with_degree(phrase, paragraph.text, found.wanted)
        written = paragraph.text[start:end]
        one_piece = span[1] - span[0] == end - start and right != written
        yield Finding(
            *(paragraph.source_span(*found.adverb) if found.adverb else span),
            paragraph.place,
            {"phrase": written, "right": right, "adverb": found.word},
            (Edit(*span, right),) if one_piece else (),
            variant=found.kind,
            severity=found.severity,
            related=((*found.before, "before"),) if found.before else (),
        )


def repetition_missing(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """Two consecutive paragraphs that open alike without an adverb."""
    for found in missing_adverbs(draft):
        paragraph, phrase = found.paragraph, found.phrase
        span = paragraph.source_span(phrase.start, phrase.end)
        right = draft.vocabulary.phrases.with_degree(phrase, paragraph.text, found.wanted)
        written = paragraph.text[phrase.start : phrase.end]
        one_piece = span[1] - span[0] == phrase.end - phrase.start
        yield Finding(
            *span,
            paragraph.place,
            {"phrase": written, "right": right},
            (Edit(*span, right),) if one_piece and right != written else (),
        )


def repetition_position(draft: Draft, rule: Rule) -> Iterator[Finding]:
    """An adverb of repetition on the wrong side of the verb."""
    for paragraph, phrase, adverb in adverb_positions(draft, rule.parameters["free_organs"]):
        span = paragraph.source_span(phrase.start, phrase.end)
        right = draft.vocabulary.phrases.with_degree(phrase, paragraph.text, phrase.degree)
        written = paragraph.text[phrase.start : phrase.end]
        if right == written:
            continue
        one_piece = span[1] - span[0] == phrase.end - phrase.start
        yield Finding(
            *paragraph.source_span(*adverb),
            paragraph.place,
            {"phrase": written, "right": right, "adverb": paragraph.text[slice(*adverb)]},
            (Edit(*span, right),) if one_piece else (),
        )
