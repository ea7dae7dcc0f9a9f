"""Tell treaties and guides from drafts: both open paragraphs with the same words."""

from __future__ import annotations

from reslint.draft.model import HEADING, MASTHEAD, OPERATIVE, PREAMBLE
from reslint.text.folding import (
    INVISIBLE,
    QUESTION_MARKS,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.draft.model import Draft
    from reslint.language.language import Language


_LONGEST_AGREEMENT = 120  # characters of "Have agreed as follows:"


def answers_questions(draft: Draft) -> bool:
    """Tell whether a question heads a part of a text without organ line, as in a guide.

    "What do operative clauses look like?"
    """
    return all(one.organ_line is None for one in draft.resolutions) and any(
        paragraph.part == HEADING and paragraph.text.rstrip(INVISIBLE)[-1:] in tuple(QUESTION_MARKS)
        for paragraph in draft.paragraphs
    )


def is_treaty(draft: Draft) -> bool:
    """Tell whether parties agree on a treaty ("Have agreed as follows:")."""
    for paragraph in draft.paragraphs:
        if paragraph.part == OPERATIVE and paragraph.label is not None:
            return False
        if paragraph.part in (MASTHEAD, PREAMBLE, HEADING, OPERATIVE):
            if agrees(paragraph.text, draft.vocabulary):
                return True
    return False


def agrees(text: str, vocabulary: Language) -> bool:
    """Tell whether a text ends with the words by which parties agree on a treaty."""
    agreement = vocabulary.pattern("agreement")
    end = text[-_LONGEST_AGREEMENT:]
    return (
        agreement is not None
        and vocabulary.may_match("agreement", end)
        and agreement.search(end) is not None
    )
