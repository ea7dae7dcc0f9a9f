"""The kinds of words in a draft, for editors that colour them: leading phrases, labels, names …"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reslint.citations.finder import citations
from reslint.draft.model import OPERATIVE
from reslint.facts.notes import numberings
from reslint.facts.openings import GRAMMAR_PART, opening_of
from reslint.names.mentions import ACRONYM, CAPITALS, NEAR, OFFICIAL, mentions_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reslint.draft.model import Draft
    from reslint.editor.places import Span


PHRASE, LABEL, CITATION, NOTE, NAME = "phrase", "label", "citation", "note", "name"
KINDS = (PHRASE, LABEL, CITATION, NOTE, NAME)


def tokens(draft: Draft) -> list[tuple[Span, str]]:
    """Return the spans of the source that have a kind, in order, none touching another."""
    ordered = sorted(_spans(draft), key=lambda one: (one[0][0], -one[0][1]))
    found: list[tuple[Span, str]] = []
    for span, kind in ordered:
        if span[0] < span[1] and (not found or found[-1][0][1] <= span[0]):
            found.append((span, kind))
    return found


def _spans(draft: Draft) -> Iterator[tuple[Span, str]]:
    for paragraph in draft.paragraphs:
        label = paragraph.label
        if label is not None and paragraph.part == OPERATIVE:
            yield (label.start, label.end), LABEL
        if paragraph.part in GRAMMAR_PART and paragraph.parent is None:
            phrase = opening_of(paragraph, draft).phrase
            if phrase is not None:
                yield paragraph.source_span(phrase.start, phrase.end), PHRASE
    for citation in citations(draft).citations:
        start = citation.head if citation.head >= 0 else citation.start
        yield citation.paragraph.source_span(start, citation.end), CITATION
    for series in numberings(draft):
        for _, marker in series.uses:
            yield (marker.start, marker.end), NOTE
        for note in series.notes:
            yield note.number_span, NOTE
    for mention in mentions_of(draft, OFFICIAL, CAPITALS, NEAR, ACRONYM):
        yield mention.paragraph.source_span(mention.start, mention.end), NAME
