"""Find the subject at a place of a draft: a note marker, a citation, a name, a reference …"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from reslint.citations.document_site import symbols_in
from reslint.citations.finder import citations
from reslint.draft.model import CLOSING, MASTHEAD, OPERATIVE
from reslint.facts.notes import numberings
from reslint.facts.references import bare_references, references, targets
from reslint.names.mentions import entity_mentions
from reslint.text.folding import CLAUSE_ENDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reslint.blocks.model import Marker
    from reslint.citations.model import Citation
    from reslint.draft.model import Draft, Note, Paragraph
    from reslint.facts.notes import Numbering
    from reslint.facts.references import Reference
    from reslint.names.mentions import Mention


_GAP_TO_OWNER = 8  # characters at most between a document and a reference to its paragraph
_LONGEST_WORD = 14
Span = tuple[int, int]
"""Start and end of a place in the source, in code points; the end is exclusive."""


def paragraph_at(draft: Draft, offset: int) -> Paragraph | None:
    """Return the paragraph that has an offset in one of its blocks, their ends included, or None.

    If one paragraph ends and the next starts at the offset, return the one that starts.
    """
    found = None
    for paragraph in draft.paragraphs:
        for block in paragraph.blocks:
            if block.start <= offset < block.end:
                return paragraph
            if block.end == offset:
                found = paragraph
    return found


def touches(span: Span, offset: int) -> bool:
    """Tell whether an offset is in a span or right after it, where a cursor is after typing."""
    return span[0] <= offset <= span[1]


@dataclass(frozen=True, slots=True)
class MarkerHere:
    """A note marker; `series` is the numbering it counts in."""

    span: Span
    marker: Marker
    paragraph: Paragraph
    series: Numbering

    @property
    def notes(self) -> list[Note]:
        """The notes with its number: one, or by mistake none or several."""
        return self.series.notes_of.get(self.marker.number, [])


@dataclass(frozen=True, slots=True)
class NoteHere:
    """The number with which a note begins."""

    span: Span
    note: Note
    series: Numbering


@dataclass(frozen=True, slots=True)
class CitationHere:
    """A citation, from the word before the number to the date."""

    span: Span
    citation: Citation


@dataclass(frozen=True, slots=True)
class SymbolHere:
    """A document symbol; `symbol` is written without spaces."""

    span: Span
    symbol: str


@dataclass(frozen=True, slots=True)
class NameHere:
    """The name of a body, instrument or programme, or an acronym."""

    span: Span
    mention: Mention


@dataclass(frozen=True, slots=True)
class ReferenceHere:
    """A reference to another paragraph of the draft; `target` is that paragraph."""

    span: Span
    reference: Reference
    target: Paragraph


@dataclass(frozen=True, slots=True)
class LabelHere:
    """The number or letter of a paragraph."""

    span: Span
    paragraph: Paragraph


Subject: TypeAlias = (
    MarkerHere | NoteHere | CitationHere | SymbolHere | NameHere | ReferenceHere | LabelHere
)


def subjects_at(draft: Draft, offset: int) -> list[Subject]:
    """Return the subjects at an offset of the source, the narrowest first.

    An offset right after a subject counts as in it, unless another subject starts there.
    """
    found = list(_notes_at(draft, offset))
    paragraph = paragraph_at(draft, offset)
    if paragraph is not None:
        found += [one for one in _in_paragraph(draft, paragraph) if touches(one.span, offset)]
    inside = [one for one in found if one.span[1] > offset]
    return sorted(inside or found, key=_width)


def subject_at(draft: Draft, offset: int) -> Subject | None:
    """Return the narrowest subject at an offset of the source, None if there is none."""
    return next(iter(subjects_at(draft, offset)), None)


def _width(subject: Subject) -> int:
    return subject.span[1] - subject.span[0]


def _notes_at(draft: Draft, offset: int) -> Iterator[Subject]:
    for series in numberings(draft):
        for paragraph, marker in series.uses:
            if touches((marker.start, marker.end), offset):
                yield MarkerHere((marker.start, marker.end), marker, paragraph, series)
        for note in series.notes:
            # The signs around the number (`[^1]:`) count as part of it.
            span = (min(note.paragraph.start, note.number_span[0]), note.number_span[1])
            if touches(span, offset):
                yield NoteHere(span, note, series)


def _in_paragraph(draft: Draft, paragraph: Paragraph) -> Iterator[Subject]:
    """Yield the subjects in a paragraph, except notes and markers."""
    label = paragraph.label
    if label is not None and paragraph.part == OPERATIVE:
        yield LabelHere((label.start, label.end), paragraph)
    for citation in citations(draft).citations:
        if citation.paragraph is paragraph:
            yield CitationHere(citation_span(citation), citation)
    for start, end, symbol in symbols_of(paragraph):
        yield SymbolHere(paragraph.source_span(start, end), symbol)
    for mention in entity_mentions(paragraph, draft):
        if mention.entity or mention.right:
            yield NameHere(paragraph.source_span(mention.start, mention.end), mention)
    yield from references_in(draft, paragraph)


def citation_span(citation: Citation) -> Span:
    """Return the source span of a citation, from the word before its number to its date."""
    start = citation.head if citation.head >= 0 else citation.start
    if citation.date is not None:
        start = min(start, citation.date.start)
    return citation.paragraph.source_span(start, citation.end)


def symbols_of(paragraph: Paragraph) -> list[tuple[int, int, str]]:
    """Return the document symbols in a paragraph: start, end (in its plain text), symbol."""
    if paragraph.part in (MASTHEAD, CLOSING) and paragraph.text.strip().find(" ") < 0:
        return []  # the draft's own symbol, which is not published yet
    return list(symbols_in(paragraph.text))


def references_in(draft: Draft, paragraph: Paragraph) -> Iterator[ReferenceHere]:
    """Yield the references in a paragraph that lead to a paragraph of the draft."""
    found = own_references(draft, paragraph)
    if not found:
        return
    gates: list[str] = draft.vocabulary.forms["references"]["gates"]
    where = targets(draft)
    for reference, _ in found:
        top = where.resolved(reference)
        if top is None:
            continue
        items = where.items(reference, [top])
        target = items[0] if len(items) == 1 else top
        start = _with_word(paragraph.text, reference.start, gates)
        yield ReferenceHere(paragraph.source_span(start, reference.end), reference, target)


def own_references(draft: Draft, paragraph: Paragraph) -> list[tuple[Reference, bool]]:
    """Return the references of a paragraph to this draft, in order, and whether each is sure.

    A likely one does not say whose paragraph it means, and no other text is named right before it.
    """
    sure = [one for one in references(draft) if one.paragraph is paragraph]
    known = {one.start for one in sure}
    likely = [one for one in bare_references(draft, paragraph) if one.start not in known]
    if not sure and not likely:
        return []
    gates: list[str] = draft.vocabulary.forms["references"]["gates"]
    others = _ends_of_other_texts(draft, paragraph) if likely else []
    likely = [one for one in likely if not _belongs_to_other_text(one, others, gates)]
    found = [*((one, True) for one in sure), *((one, False) for one in likely)]
    return sorted(found, key=lambda one: one[0].start)


def _ends_of_other_texts(draft: Draft, paragraph: Paragraph) -> list[int]:
    """Return where the citations and symbols in a paragraph end."""
    ends = [one.end for one in citations(draft).citations if one.paragraph is paragraph]
    return ends + [end for _, end, _ in symbols_in(paragraph.text)]


def _belongs_to_other_text(reference: Reference, ends: list[int], gates: list[str]) -> bool:
    """Tell whether a reference belongs to a resolution or document named right before it."""
    text = reference.paragraph.text
    start = _with_word(text, reference.start, gates)
    gaps = [text[end:start] for end in ends if 0 <= start - end <= _GAP_TO_OWNER]
    return any(set(gap).isdisjoint(CLAUSE_ENDS) for gap in gaps)


def _with_word(text: str, start: int, gates: list[str]) -> int:
    """Return where the word (`paragraph`) before a number begins; without one, the number."""
    at = max(text.rfind(gate, max(start - _LONGEST_WORD, 0), start) for gate in gates)
    if at < 0 or any(character.isdigit() for character in text[at:start]):
        return start
    while at and text[at - 1].isalpha() and not _is_ideograph(text[at - 1]):
        at -= 1
    return at


def _is_ideograph(character: str) -> bool:
    return "\u2e80" <= character <= "\uffef"
