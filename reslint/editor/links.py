"""The links in a draft: resolutions cited and document symbols, to the document site."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reslint.citations.document_site import address, resolution_symbol
from reslint.citations.finder import citations
from reslint.editor.places import symbols_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reslint.draft.model import Draft
    from reslint.editor.places import Span


@dataclass(frozen=True, slots=True)
class DocumentLink:
    """A place of the source that names a document: its symbol, its address."""

    span: Span
    symbol: str
    address: str


def document_links(draft: Draft) -> list[DocumentLink]:
    """The links of a draft in order of place; what is a link already stays as it is."""
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
