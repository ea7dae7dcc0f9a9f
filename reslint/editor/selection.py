"""What a drafter selects step by step: word groups, clause, paragraph, list, section, draft."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reslint.data.patterns import expression
from reslint.draft.outline import outline
from reslint.editor.places import paragraph_at, subjects_at
from reslint.facts.openings import GRAMMAR_PART, opening_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reslint.draft.model import Draft, Paragraph
    from reslint.editor.places import Span


_CLAUSE_END = expression(r"[,;:.](?=\s|\Z)|[，；：。、،؛]")


def selections_at(draft: Draft, offset: int) -> list[Span]:
    """Return the spans around an offset of the source, each within the next."""
    spans = {one.span for one in subjects_at(draft, offset)}
    paragraph = paragraph_at(draft, offset)
    if paragraph is not None:
        spans.update(_in_paragraph(draft, paragraph, offset))
    for root in outline(draft):
        spans.update((node.start, node.end) for node in root.walk())
    spans.add((0, len(draft.source.text)))
    found: list[Span] = []
    for span in sorted(spans, key=lambda one: (one[1] - one[0], one)):
        around = span[0] <= offset <= span[1] and span[0] < span[1]
        if around and (not found or (span[0] <= found[-1][0] and found[-1][1] <= span[1])):
            found.append(span)
    return found


def _in_paragraph(draft: Draft, paragraph: Paragraph, offset: int) -> Iterator[Span]:
    yield paragraph.start, paragraph.end
    text = paragraph.text
    if text.strip():
        yield _with_marks(paragraph, 0, len(text.rstrip()))
    if paragraph.part in GRAMMAR_PART:
        phrase = opening_of(paragraph, draft).phrase
        if phrase is not None:
            yield paragraph.source_span(phrase.start, phrase.end)
            yield _with_marks(paragraph, phrase.start, phrase.end)
    start = 0
    for end in [*(match.start() for match in _CLAUSE_END.finditer(text)), len(text.rstrip())]:
        clause = text[start:end]
        first = start + len(clause) - len(clause.lstrip())
        if first < end:
            span = _with_marks(paragraph, first, end)
            if span[0] <= offset <= span[1]:
                yield span
        start = end + 1


def _with_marks(paragraph: Paragraph, start: int, end: int) -> Span:
    """Return the source span of a piece of a paragraph, with the marks of emphasis at its ends.

    A mark whose partner is outside the piece is left out.
    """
    first, last = paragraph.source_span(start, end)
    for one in paragraph.emphases:
        if start <= one.start and one.end <= end:
            first, last = min(first, one.opening[0]), max(last, one.closing[1])
    return first, last
