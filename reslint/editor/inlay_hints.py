"""What a reader looks up, shown within the line: titles, targets of references, full names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reslint.citations.dates import write_date
from reslint.citations.finder import citations
from reslint.draft.outline import label_text, opening_words
from reslint.editor.occurrences import entity_of
from reslint.editor.places import references_in
from reslint.names.acronyms import acronyms_of
from reslint.names.mentions import ACRONYM, mentions_of, table_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reslint.draft.model import Draft


CITATIONS, REFERENCES, ACRONYMS = "citations", "references", "acronyms"
KINDS = (CITATIONS, REFERENCES, ACRONYMS)
_WORDS, _COLUMNS = 6, 44
_OPENING = ("(", "（")


@dataclass(frozen=True, slots=True)
class InlayHint:
    """A text shown at an offset of the source; `whole` is the text where it was shortened."""

    offset: int
    text: str
    whole: str


def inlay_hints(draft: Draft, start: int, end: int, kinds: tuple[str, ...]) -> list[InlayHint]:
    """Return the hints of some kinds between two offsets of the source, in order."""
    offers = {CITATIONS: _citations, REFERENCES: _references, ACRONYMS: _acronyms}
    every = (one for kind in kinds for one in offers[kind](draft))
    found = {one.offset: one for one in every if start <= one.offset <= end}
    return [found[offset] for offset in sorted(found)]


def _hint(offset: int, text: str, before: str = "") -> InlayHint:
    return InlayHint(offset, before + opening_words(text, _WORDS, _COLUMNS), text)


def _citations(draft: Draft) -> Iterator[InlayHint]:
    """The date of a resolution that is cited without one, and its title; once for each."""
    grammar = citations(draft).grammar
    known = set()
    for citation in citations(draft).citations:
        key = (citation.organ, citation.number.key)
        entry = draft.registry.find(*key) if citation.organ and key not in known else None
        if entry is None or grammar is None:
            continue
        known.add(key)
        title = entry.title(draft.language) or entry.title("en")
        date = "" if citation.date is not None else write_date(grammar, entry.date)
        text = "; ".join(filter(None, (date, title)))
        if text:
            yield _hint(citation.paragraph.source_span(citation.start, citation.end)[1], text)


def _references(draft: Draft) -> Iterator[InlayHint]:
    for paragraph in draft.paragraphs:
        for here in references_in(draft, paragraph):
            target = here.target
            if target.text.strip():
                label = "" if not target.level else f"{label_text(target)} "
                yield _hint(here.span[1], target.text.strip(), f"→ {label}")


def _acronyms(draft: Draft) -> Iterator[InlayHint]:
    """The full name of an acronym that the draft does not introduce, at its first mention."""
    names, known = table_of(draft).full_names, set(acronyms_of(draft).introduced)
    for mention in mentions_of(draft, ACRONYM):
        if mention.paragraph.text[: mention.start].endswith(_OPENING):
            known.add(mention.written)  # its full name stands before it
        name = names.get(entity_of(draft, mention), "")
        if name and mention.written not in known:
            known.add(mention.written)
            yield _hint(mention.paragraph.source_span(mention.start, mention.end)[1], name)
