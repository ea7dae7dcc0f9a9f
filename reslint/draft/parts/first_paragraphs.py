"""Tell which paragraph opens the text of a draft without organ line."""

from __future__ import annotations

from itertools import pairwise

from reslint.draft.model import PREAMBLE
from reslint.draft.organ.organ_line_forms import is_head_in_capitals
from reslint.draft.parts.reasons import announces_below
from reslint.draft.parts.speaking import speaks
from reslint.draft.roles import block_roles, final_marks
from reslint.draft.roles.asides import is_line_of_asides
from reslint.draft.roles.block_roles import is_first, is_numbered
from reslint.draft.roles.joints import joins_next
from reslint.draft.roles.label_series import announces_operative
from reslint.draft.roles.part_labels import labelled_part
from reslint.draft.roles.titles import stands_below_title
from reslint.text.folding import COLONS, INVISIBLE, PAUSES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.blocks.model import Block
    from reslint.draft.parts.walk_state import WalkState
    from reslint.draft.roles.block_roles import BlockRoles


_CAPITAL_WORDS = 2  # with which a paragraph of unknown opening words begins
_LONGEST_TITLE = 200  # characters of a line above the first paragraph
_LONGEST_VERB = 60  # characters of a verb alone on its line, letter-spaced or not
_MOST_LINES = 8  # of a first paragraph whose lines are blocks of their own
_LONGEST_BODY = 120  # of the name of a body at its end


def says_who_decides(state: WalkState, block: Block) -> bool:
    """Tell whether a block is the whole preamble: a sentence whose subject decides.

    “The meeting heard the report and decides:” stands between a title that speaks of a decision
    and the number 1. The verb may stand on a line of its own, below the name of the body.
    """
    text = block.plain.text.rstrip(INVISIBLE)
    following = state.next_text()
    if block.label is not None or block.kind != "text" or following is None:
        return False
    organs = state.roles.language.organs
    if is_first(following):
        if not (final_marks.ends_with_colon(text) and organs.announcements.ends_announcing(text)):
            return False
    elif not (announces_operative(following, state.roles) and _ends_with_body(text, state.roles)):
        return False
    above = [one.text for one in state.paragraphs]
    return all(len(one) <= _LONGEST_TITLE for one in above) and any(
        map(organs.headers.speaks_of_resolution, above)
    )


def heads_decisions(state: WalkState, block: Block) -> bool:
    """Tell whether a verb alone heads what is decided, below a title: RESUELVE:."""
    text = block.plain.text.strip(INVISIBLE)
    if block.label is not None or len(text) > _LONGEST_VERB or state.next_text() is None:
        return False
    announcements = state.roles.language.organs.announcements
    return (
        (text.isupper() or final_marks.ends_with_colon(text))
        and announcements.decides_alone(text)
        and announcements.announces(text) != ("", "")  # «قررت ما يلي:»
        and stands_below_title(state.paragraphs, state.roles)
    )


def _opens_like_next(state: WalkState, block: Block) -> bool:
    """Tell whether a paragraph opens with unknown words in capitals, and the next one with known.

    "WITH DUE REGARD to the rules;" above "AWARE of the cost;".
    """
    text, following = block.plain.text, state.next_text()
    words = text.split(None, _CAPITAL_WORDS)[:_CAPITAL_WORDS]
    if following is None or block.label is not None or text.isupper():
        return False
    if len(words) < _CAPITAL_WORDS or not all(len(one) > 1 and one.isupper() for one in words):
        return False
    opening = state.roles.opening(following.plain.text)
    return (
        opening is not None
        and "operative" not in opening.parts
        and following.plain.text[opening.start : opening.head_end].isupper()
        and final_marks.last_mark(text) in PAUSES
        and final_marks.last_mark(text) != ""
    )


def _is_in_capitals(state: WalkState, block: Block) -> bool:
    """Tell whether a block opens with a preambular phrase in capitals and goes on without."""
    text = block_roles.body(block)
    opening = state.roles.opening(text)
    return (
        opening is not None
        and "operative" not in opening.parts
        and text[opening.start : opening.head_end].isupper()
        and not text.isupper()
    )


def _is_below_label_of_preamble(state: WalkState) -> bool:
    """Tell whether the line above is a label of the preamble: “PREAMBULATORY CLAUSES”."""
    last = state.last
    return last is not None and labelled_part(state.roles, last.blocks[0]) == PREAMBLE


def _ends_with_body(text: str, roles: BlockRoles) -> bool:
    """Tell whether the name of a body stands behind other words, at the end without a mark."""
    first = max(len(text) - _LONGEST_BODY, 1)
    return text[-1:].isalpha() and any(
        text[at].isupper()
        and not text[at - 1].isalpha()
        and any(map(str.isalpha, text[:at]))
        and roles.language.organs.bodies.says_kind(text[at:])
        for at in range(first, len(text))
    )


def starts_text(state: WalkState, block: Block) -> bool:
    """Tell whether a block opens the text of a draft without organ line."""
    if block_roles.is_marked_heading(block) or is_line_of_asides(state.roles, block):
        return False
    if is_numbered(block) and not block_roles.body(block).strip():
        return state.roles.opens_paragraph(state.next_text())  # its label stands alone above it
    opening = state.roles.opening(block_roles.body(block))
    if state.subject:
        text, name = block_roles.body(block), state.subject
        if block_roles.is_first(block) and name[1:] in text:
            return True  # "1. For the good of the valley, the Council recognizes …"
        if text.startswith(name):
            return opening is not None or speaks(state, block)
        if opening is None or "preambular" not in opening.parts:
            return False
    if block.label is None and _is_below_label_of_preamble(state):
        return opening is not None or final_marks.last_mark(block.plain.text) in PAUSES
    if opening is None:
        if block.label is not None and block.label.part:
            # `PP-02 documents are …`: the name of a conference
            return not block_roles.body(block)[:1].islower()
        return _opens_like_next(state, block)
    if is_head_in_capitals(block, opening):
        return announces_below(state)
    if is_numbered(block):
        return True
    following = state.next_text()
    if (
        block.label is not None
        and following is not None
        and following.label is not None
        and following.label.style == block.label.style
        and "preambular" in opening.parts
        and final_marks.is_ended(block.plain.text)
    ):
        return True  # a bullet, a letter: others of the list follow, whatever mark ends this one
    behind = block.plain.text[opening.longest :].lstrip(INVISIBLE)
    if behind[:1] in tuple(COLONS) and behind[1:].strip() and "operative" not in opening.parts:
        return True  # VISTO: …
    ended = final_marks.last_mark(block.plain.text) in PAUSES
    if ended or block.emphases or joins_next(block.plain.text, state.roles):
        return len(block.plain.text) > opening.longest
    if following is None:
        return False
    if _is_in_capitals(state, block) and _is_in_capitals(state, following):
        return True  # “NOTING the rain.” above “RECALLING the floods.”
    if len(block.plain.text) <= 60:
        return False
    if state.roles.opening(block_roles.body(following)) is not None:
        return True
    if "operative" in opening.parts or final_marks.is_ended(block.plain.text):
        return False
    goes_on = following.label is None and following.plain.text.lstrip(INVISIBLE)[:1].islower()
    return goes_on or _goes_on_to_pause(state)


def _goes_on_to_pause(state: WalkState) -> bool:
    """Tell whether the lines below a first line end with a pause, above another known phrase.

    A name broken across the lines opens the second one with a capital.
    """
    below = state.texts[state.position + 1 : state.position + 2 + _MOST_LINES]
    for line, following in pairwise(below):
        if line.label is not None or line.emphases:
            return False
        if final_marks.is_ended(line.plain.text):
            opening = state.roles.opening(following.plain.text)
            return final_marks.last_mark(line.plain.text) in PAUSES and (
                is_first(following)
                or (
                    following.label is None
                    and opening is not None
                    and "operative" not in opening.parts
                )
            )
    return False
