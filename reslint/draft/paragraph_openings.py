"""Tell whether a paragraph opens as one of a resolution does: by words, capitals, emphasis."""

from __future__ import annotations

from reslint.language.phrase_number import in_first_person
from reslint.text.folding import (
    COLONS,
    COMMAS,
    FULL_STOPS,
    INVISIBLE,
    SEMICOLONS,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.draft.model import Paragraph
    from reslint.draft.roles.block_roles import BlockRoles


_AFTER_PHRASE = INVISIBLE + COMMAS + SEMICOLONS + COLONS + FULL_STOPS + "…"


def opens(paragraph: Paragraph, roles: BlockRoles) -> bool:
    """Tell whether a paragraph opens as one of a resolution does."""
    label = paragraph.label
    if label is not None and label.part:
        return True
    if paragraph.run_in:
        return True
    if paragraph.section is not None and paragraph.section.announces == paragraph.part:
        return True  # below "CONSIDERANDO:"
    return (
        has_words_behind(paragraph.text, roles)
        and not roles.may_be_prose(paragraph.text)
        and not _speaks_to_reader(paragraph, roles)
    )


def _speaks_to_reader(paragraph: Paragraph, roles: BlockRoles) -> bool:
    """Tell whether a paragraph says "we" and no organ line says who that is, as in a letter."""
    resolution, opening = paragraph.resolution, roles.opening(paragraph.text)
    return (
        opening is not None
        and (resolution is None or resolution.organ_line is None)
        and in_first_person(roles.language.phrases, opening)
    )


def has_words_behind(text: str, roles: BlockRoles) -> bool:
    """Tell whether words follow the leading phrase that opens a text.

    A phrase alone stands in a list of phrases.
    """
    opening = roles.opening(text)
    return opening is not None and len(text.rstrip(_AFTER_PHRASE)) > opening.head_end


def opens_in_capitals(paragraph: Paragraph, roles: BlockRoles) -> bool:
    """Tell whether the leading phrase of a paragraph is in capitals: "RECALLING that …;"."""
    opening = roles.opening(paragraph.text)
    return opening is not None and paragraph.text[opening.start : opening.head_end].isupper()


def is_emphasized(paragraph: Paragraph) -> bool:
    """Tell whether a paragraph opens with emphasis, after its label."""
    text = paragraph.text
    start = len(text) - len(text.lstrip(INVISIBLE))
    return any(emphasis.start <= start < emphasis.end for emphasis in paragraph.emphases)
