"""Tell treaties, laws and guides from drafts: all open paragraphs with the same words."""

from __future__ import annotations

from reslint.draft.model import HEADING, MASTHEAD, OPERATIVE, PREAMBLE
from reslint.language.organ_names import OTHER
from reslint.text.folding import (
    INVISIBLE,
    QUESTION_MARKS,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.draft.model import Draft
    from reslint.language.language import Language


_LONGEST_TITLE = 120  # characters of a line that says what the text is
_LONGEST_AGREEMENT = 120  # characters of "Have agreed as follows:"


def is_law(draft: Draft) -> bool:
    """Tell whether a title says that the text of another body is a law: «ORDENANZA N° 12/20».

    The line is in capitals or has a number.
    """
    if any(one.line_organ not in ("", OTHER) for one in draft.resolutions):
        return False
    for paragraph in draft.paragraphs:
        text = paragraph.text.strip(INVISIBLE)
        if paragraph.part != MASTHEAD or not text or len(text) > _LONGEST_TITLE:
            continue
        if draft.vocabulary.may_match("laws", text) and (
            text.isupper() or any(map(str.isdigit, text))
        ):
            laws = draft.vocabulary.pattern("laws")
            if laws is not None and laws.match(text) is not None:
                return True
    return False


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
