"""Leading phrases near to opening words that are not one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reslint.editor.places import paragraph_at
from reslint.facts.openings import GRAMMAR_PART, opening_of
from reslint.language.phrase_rewriting import agreeing, nearest

if TYPE_CHECKING:
    from reslint.draft.model import Draft


_MOST_WORDS = 4


def near_phrases(draft: Draft, start: int, end: int) -> list[str]:
    """Return the leading phrases near to the opening words at a span of the source, best first.

    Empty if no paragraph opens there, or if it opens with a known phrase.
    """
    paragraph = paragraph_at(draft, start)
    if paragraph is None or paragraph.part not in GRAMMAR_PART:
        return []
    opening = opening_of(paragraph, draft)
    written = draft.source.text[start:end]
    begins = paragraph.source_span(opening.start, opening.start + 1)[0] == start
    if opening.phrase is not None or not begins or len(written.split()) > _MOST_WORDS:
        return []
    grammar = draft.vocabulary.phrases
    gender = draft.vocabulary.gender(
        paragraph.resolution.organ if paragraph.resolution is not None else draft.organ
    )
    found = nearest(grammar, written, GRAMMAR_PART[paragraph.part])
    agreed = [agreeing(grammar, one, gender) if gender else one for one in found]
    capital = written[:1].isupper()
    return [one[:1].upper() + one[1:] if capital else one for one in agreed]
