"""Where a note, paragraph, name or resolution occurs in a draft, and the documents it links to.

Going to a definition, finding references and highlighting are three views of the occurrences.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reslint.citations.document_site import address, resolution_symbol
from reslint.citations.finder import citations
from reslint.editor.places import (
    CitationHere,
    LabelHere,
    MarkerHere,
    NameHere,
    NoteHere,
    ReferenceHere,
    SymbolHere,
    citation_span,
    references_in,
    subject_at,
    symbols_of,
)
from reslint.names.acronyms import acronyms_of
from reslint.names.mentions import ACRONYM, all_mentions, table_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reslint.citations.model import Citation
    from reslint.draft.model import Draft, Note, Paragraph
    from reslint.editor.places import Span, Subject
    from reslint.facts.notes import Numbering
    from reslint.names.mentions import Mention


@dataclass(frozen=True, slots=True)
class Definition:
    """A definition: the span to show, and the span to select in it."""

    shown: Span
    selected: Span


@dataclass(frozen=True, slots=True)
class Occurrences:
    """The occurrences of one subject; `here` is the one asked about, a use or a definition."""

    here: Span
    definitions: list[Definition]
    uses: list[Span]

    def destinations(self) -> list[Span]:
        """Return where going to the definition leads; from the definition itself, to the uses."""
        first, last = self.here
        selected = [one.selected for one in self.definitions]
        if any(first <= span[0] and span[1] <= last for span in selected):
            return [span for span in self.uses if span != self.here] or selected
        return selected

    def all(self) -> list[Span]:
        """Return every span, definitions included, each once, in order."""
        return sorted({*self.uses, *(one.selected for one in self.definitions)})


def occurrences_at(draft: Draft, offset: int) -> Occurrences | None:
    """Return the occurrences of the subject at an offset of the source, None if none is there."""
    subject = subject_at(draft, offset)
    return occurrences(draft, subject) if subject is not None else None


def occurrences(draft: Draft, subject: Subject) -> Occurrences:
    """Return the occurrences of a subject."""
    match subject:
        case MarkerHere(span, marker, _, series):
            return _of_note(span, series, marker.number, subject.notes)
        case NoteHere(span, note, series):
            return _of_note(span, series, note.number, [note])
        case ReferenceHere(span, _, target):
            return _of_paragraph(draft, span, target)
        case LabelHere(span, paragraph):
            return _of_paragraph(draft, span, paragraph)
        case NameHere(span, mention):
            return _of_name(draft, span, mention)
        case CitationHere(span, citation):
            uses = _of_resolution(draft, resolution_symbol(citation), citation)
            return _first_defines(span, uses)
        case SymbolHere(span, symbol):
            return _first_defines(span, _of_resolution(draft, symbol, None))


def references_to(draft: Draft, paragraph: Paragraph) -> list[Span]:
    """Return the spans of the references that lead to a paragraph."""
    return [
        one.span
        for other in draft.paragraphs
        for one in references_in(draft, other)
        if one.target is paragraph
    ]


def _of_note(span: Span, series: Numbering, number: str, notes: list[Note]) -> Occurrences:
    uses = [(marker.start, marker.end) for _, marker in series.uses_of.get(number, ())]
    found = [
        Definition((note.paragraph.start, note.paragraph.end), note.number_span) for note in notes
    ]
    return Occurrences(span, found, uses)


def _of_paragraph(draft: Draft, span: Span, target: Paragraph) -> Occurrences:
    label = target.label
    selected = (label.start, label.end) if label is not None else (target.start, target.start)
    shown = Definition((target.start, target.end), selected)
    return Occurrences(span, [shown], references_to(draft, target))


def _first_defines(span: Span, uses: list[Span]) -> Occurrences:
    """Take the first use as the definition: there a resolution is cited in full."""
    return Occurrences(span, [Definition(uses[0], uses[0])] if uses else [], uses)


def _of_name(draft: Draft, span: Span, mention: Mention) -> Occurrences:
    uses = sorted(_same_mentions(draft, mention))
    found = _first_defines(span, uses)
    if mention.kind == ACRONYM:
        introduced = acronyms_of(draft).introduced.get(mention.written)
        if introduced is not None:
            place = introduced.paragraph.source_span(introduced.start, introduced.end)
            return Occurrences(span, [Definition(place, place)], uses)
    return found


def _same_mentions(draft: Draft, mention: Mention) -> Iterator[Span]:
    """Yield the spans that name the same entity (misspellings, too), or have the same words."""
    whose = entity_of(draft, mention)
    for other in all_mentions(draft):
        same = entity_of(draft, other)
        if (same == whose) if whose or same else other.right == mention.right:
            yield other.paragraph.source_span(other.start, other.end)


def entity_of(draft: Draft, mention: Mention) -> str:
    """Return the entity that a mention means, "" if only its right spelling is known."""
    if mention.entity:
        return mention.entity
    table = table_of(draft)
    acronym = table.acronyms.get(mention.right)
    if acronym:
        return acronym
    return next((key for key, name in table.full_names.items() if name == mention.right), "")


def _of_resolution(draft: Draft, symbol: str, citation: Citation | None) -> list[Span]:
    """Return the spans of a resolution's citations and of its symbol written in full."""
    found: set[Span] = set()
    for other in citations(draft).citations:
        named = bool(symbol) and resolution_symbol(other) == symbol
        if named or (citation is not None and _same_number(other, citation)):
            found.add(citation_span(other))
    if symbol:
        for paragraph in draft.paragraphs:
            for start, end, other_symbol in symbols_of(paragraph):
                if other_symbol == symbol:
                    found.add(paragraph.source_span(start, end))
    return sorted(found)


def _same_number(one: Citation, other: Citation) -> bool:
    """Tell whether two citations have the same number and organs that do not differ."""
    if one.number.key != other.number.key or one.kind != other.kind:
        return False
    return one.organ == other.organ or not one.organ or not other.organ


# Links to documents -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class DocumentLink:
    """A span that names a document, with the document's symbol and URL."""

    span: Span
    symbol: str
    address: str


def document_links(draft: Draft) -> list[DocumentLink]:
    """Return the links of a draft in order, without those inside Markdown links."""
    found: dict[int, DocumentLink] = {}
    for span, symbol in _places(draft):
        found.setdefault(span[0], DocumentLink(span, symbol, address(symbol, draft.language)))
    links = [link.source for paragraph in draft.paragraphs for link in paragraph.links]
    return [
        link
        for start, link in sorted(found.items())
        if not any(first <= start < last for first, last in links)
    ]


def _places(draft: Draft) -> Iterator[tuple[Span, str]]:
    for citation in citations(draft).citations:
        symbol = resolution_symbol(citation)
        if symbol:
            yield citation.span(), symbol
    for paragraph in draft.paragraphs:
        for start, end, symbol in symbols_of(paragraph):
            yield paragraph.source_span(start, end), symbol
