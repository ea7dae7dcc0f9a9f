"""The citations of a draft, with the dates in its text: found once, when first asked for."""

from __future__ import annotations

from reslint.draft.model import CLOSING, MASTHEAD, ORGAN_LINE, TABLE
from reslint.facts.citations.dates import find_dates
from reslint.facts.citations.grammar import grammar
from reslint.facts.citations.reading import Reader

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reslint.draft.model import Draft, Paragraph
    from reslint.facts.citations.grammar import Grammar
    from reslint.facts.citations.model import Citation, CitationList, DateMention, OddNumber

_FACT = "citations"
_PASSED_OVER = (MASTHEAD, CLOSING, ORGAN_LINE, TABLE)
_DATED = (MASTHEAD, CLOSING)


class Citations:
    """What a draft cites: its citations in order, their lists, odd numbers, all dates."""

    __slots__ = ("citations", "dates", "grammar", "lists", "odd", "paragraphs")

    def __init__(self, draft: Draft) -> None:
        self.citations: list[Citation] = []
        self.dates: list[DateMention] = []
        self.lists: list[CitationList] = []
        self.odd: list[OddNumber] = []
        self.grammar: Grammar | None = grammar(draft.vocabulary)
        self.paragraphs = list(_paragraphs(draft))
        if self.grammar is None:
            return
        reader = Reader(draft, self.grammar)
        for paragraph in self.paragraphs:
            reader.read(paragraph)
        for paragraph in draft.part(*_DATED):
            reader.dates.extend(find_dates(self.grammar, paragraph))
        self.citations, self.dates = reader.citations, reader.dates
        self.lists, self.odd = reader.lists, reader.odd


def _paragraphs(draft: Draft) -> Iterator[Paragraph]:
    """The paragraphs that may cite, notes last."""
    for paragraph in draft.paragraphs:
        if paragraph.part not in _PASSED_OVER and paragraph.text:
            yield paragraph
    seen = set(draft.paragraphs)
    for note in draft.notes:
        if note.paragraph not in seen and note.paragraph.text:
            yield note.paragraph


def citations(draft: Draft) -> Citations:
    """What a draft cites, found once."""
    found = draft.facts.get(_FACT)
    if not isinstance(found, Citations):
        found = draft.facts[_FACT] = Citations(draft)
    return found
