"""Recognize the line that names the organ: "The General Assembly,", as drafters write it, too.

The answer depends on the line, the vocabulary of the language and the block below it.
"""

from __future__ import annotations

from reslint.draft.roles.block_roles import (
    EMPHASES,
    LONGEST_ORGAN_LINE,
    body,
    is_all_emphasized,
    is_quoted,
    without_quotation,
)
from reslint.draft.roles.final_marks import ends_with_colon, last_mark, text_before_markers
from reslint.language.organ_names import OTHER
from reslint.text.folding import CLAUSE_ENDS, COLONS, COMMAS, FULL_STOPS, INVISIBLE, SEMICOLONS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.blocks.model import Block
    from reslint.draft.roles.block_roles import BlockRoles
    from reslint.language.phrases import PhraseMatch


_LINE_ENDS = tuple(COMMAS + COLONS)
_MARKS = COMMAS + COLONS + CLAUSE_ENDS
_LONGEST_PLAIN_LINE = 80  # characters of an organ line without comma and emphasis
_FEW_WORDS = 6  # of a line without comma and emphasis that names another body
_LONGEST_OF_MEETING = 400  # of one that says when and where a body met
# How similar a line must be to an official organ line to be read as that line with an error.
_SIMILAR = 0.75
_NEARLY_THE_SAME = 0.93
# In Chinese: one of five characters may be wrong; names of other bodies differ in two.
_NEARLY_THE_SAME_CHARACTERS = 0.79


def organ_of_line(
    roles: BlockRoles, block: Block, following: Block | None, *, opens: bool = False
) -> str | None:
    """Return the organ whose organ line a block is, "other" for another body, None for none.

    `following` is the next block of text; `opens` tells that it is known to be a paragraph. The
    masthead also names the organ, but without comma or emphasis. An organ line has one of
    these, or a leading phrase opens the next block.
    """
    if block.label is not None:
        return None
    text = without_quotation(block.plain.text).rstrip(INVISIBLE)
    if not text or block.kind not in ("text", "heading"):
        return None
    if len(text) > LONGEST_ORGAN_LINE:
        return _of_meeting(roles, text, following)
    comma = text[-1] in COMMAS
    marked = comma or ends_with_colon(text)
    emphasized = is_all_emphasized(block, *EMPHASES)
    if is_quoted(block) and following is not None and is_quoted(following):
        return None  # each paragraph is quoted: a quotation, not a nested draft
    if not (marked or emphasized):
        organ = _of_meeting(roles, text, following) if text[-1] in CLAUSE_ENDS else None
        if organ is not None or len(text) > _LONGEST_PLAIN_LINE:
            return organ or _of_meeting(roles, text, following)
    runs_on = not marked and roles.language.organs.bodies.says_kind(text)
    runs_on = runs_on and (opens or _stands_alone(roles, block, text, following))
    opens = opens or roles.opens_paragraph(following)
    if not (comma or emphasized or opens):
        return None
    organ = roles.language.organs.names.of_line(text)
    if organ is not None:
        return organ
    if roles.opening(text) is not None:
        return None
    may_be_named = (opens and (comma or block.kind == "text")) or (comma and emphasized)
    organ = _as_drafters_name_it(roles, text, opens=opens) if may_be_named else None
    if organ is not None:
        return organ
    organ = _that_met(roles, text) if comma and opens else None
    if organ is not None:
        return organ
    organ = _by_form(roles, block, text, comma=comma, emphasized=emphasized, opens=opens)
    if organ is None and opens and not marked and roles.language.organs.bodies.says_kind(text):
        runs_on = runs_on or _opens_in_capitals(roles, following)
    if organ is None and comma and opens:
        organ = _of_meeting(roles, text, following)
    return OTHER if organ is None and runs_on else organ


def _stands_alone(roles: BlockRoles, block: Block, text: str, following: Block | None) -> bool:
    """Tell whether a short line without mark stands right above the first preambular paragraph.

    "The Conference" above "Mindful of …;". A title says more, or is set as a heading.
    """
    if block.kind != "text" or following is None or len(text.split()) > _FEW_WORDS:
        return False
    if any(mark in _MARKS for mark in text):
        return False  # Committee: General Assembly
    opening = roles.opening(body(following))
    return opening is not None and roles.usual_part(opening) == "preambular"


def _opens_in_capitals(roles: BlockRoles, block: Block | None) -> bool:
    """Tell whether a preambular phrase in capitals opens a block: CONSIDERANDO, VU."""
    text = body(block) if block is not None else ""
    opening = roles.opening(text)
    return (
        opening is not None
        and "preambular" in opening.parts
        and text[opening.start : opening.head_end].isupper()
    )


def is_head_in_capitals(block: Block, opening: PhraseMatch) -> bool:
    """Tell whether a preambular phrase in capitals stands alone on its line: CONSIDERANDO."""
    text = block.plain.text.strip(INVISIBLE + COLONS)
    return (
        block.label is None
        and text.isupper()
        and "preambular" in opening.parts
        and opening.longest >= len(text)
    )


def organ_of_halves(roles: BlockRoles, first: Block, second: Block) -> str | None:
    """Return the organ whose name two short lines make together, None for any other lines.

    "The General" above "Assembly,": the second one ends with a comma or colon and names no organ.
    """
    start, end = (block.plain.text.strip(INVISIBLE) for block in (first, second))
    if end[-1:] not in _LINE_ENDS or len(start) + len(end) > _LONGEST_PLAIN_LINE or not start:
        return None
    if first.label is not None or second.label is not None or start[-1] in _MARKS:
        return None
    organs = roles.language.organs
    between = "" if roles.language.phrases.by_character else " "
    whole = start + between + end
    if organs.names.named(end) is None:
        return organs.names.named(whole)
    # The line above it is a title, if no article.
    return organs.names.of_line(whole) if organs.names.of_line(end) is None else None


def _of_meeting(roles: BlockRoles, text: str, following: Block | None) -> str | None:
    """Return the organ of a long line that says when and where a body met, None for any other.

    A preambular phrase opens the block below, or words in the form of one; or an operative one,
    where the line ends with a comma and that block with a semicolon. Below a full stop the words
    of any sentence show nothing: "The Board met in May. / After hearing the clerk, it rose."
    """
    if len(text) > _LONGEST_OF_MEETING or following is None:
        return None
    below = body(following)
    opening = roles.opening(below)
    if roles.opening(text) is not None:
        return None
    if text[-1] in FULL_STOPS and roles.may_be_prose(text_before_markers(following)):
        return None
    if (
        opening is not None
        and "preambular" not in opening.parts
        and not (text[-1] in COMMAS and last_mark(text_before_markers(following)) in SEMICOLONS)
    ):
        return None
    organ = roles.language.organs.bodies.met(text)
    if organ is not None and opening is None and not roles.has_form(below, "preambular"):
        return None
    return organ


def _that_met(roles: BlockRoles, text: str) -> str | None:
    """Return the organ of the United Nations whose line says when or where it met, or None.

    « Le Conseil de sécurité, réuni en session d'urgence, ». A General Assembly that met may be that
    of any body, if its name does not say more.
    """
    bodies = roles.language.organs.bodies
    organ = bodies.met(text)
    if organ is None or organ == OTHER or bodies.is_any_assembly(text):
        return None
    return organ


def _as_drafters_name_it(roles: BlockRoles, text: str, *, opens: bool) -> str | None:
    """Return the organ of "The UN General Assembly," or "The General Assembly hereby:"."""
    organs = roles.language.organs
    organ = organs.names.named(text)
    if organ is None and opens:
        announced = organs.announcements.announces(text)
        organ = (announced[0] or None) if announced is not None else None
    return organ


def _by_form(
    roles: BlockRoles, block: Block, text: str, *, comma: bool, emphasized: bool, opens: bool
) -> str | None:
    """Return the organ of a misspelt line, "other" for what has the form of another's line."""
    organs = roles.language.organs
    marked = comma or (opens and ends_with_colon(text))
    if marked and (emphasized or opens) and organs.bodies.says_kind(text):
        by_character = roles.language.phrases.by_character
        likeness = _NEARLY_THE_SAME_CHARACTERS if by_character else _NEARLY_THE_SAME
        return organs.names.closest(text, likeness) or "other"
    if not opens:
        return None
    if not (comma or emphasized):
        return organs.names.closest(text, _NEARLY_THE_SAME)
    organ = organs.names.closest(text, _SIMILAR)
    if organ is not None:
        return organ
    if comma:
        return "other" if organs.bodies.is_other_line(text, emphasized=emphasized) else None
    return "other" if organs.bodies.says_kind(text) and block.kind == "text" else None
