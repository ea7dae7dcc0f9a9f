"""Tell what is no part of a draft: sponsors, votes and remarks between its paragraphs, and its end.

A draft ends where its last paragraph ends. What follows (notes, signatures, another document) is
outside until an organ line or an annex opens something else.
"""

from __future__ import annotations

from reslint.data.patterns import expression
from reslint.draft.model import OPERATIVE, OUTSIDE
from reslint.draft.organ.announced_lines import is_in_brackets
from reslint.draft.parts.ahead import opens_operative_paragraph
from reslint.draft.parts.item_labels import heads_letters, is_capital_item
from reslint.draft.roles import block_roles, final_marks
from reslint.draft.roles.asides import is_line_of_asides
from reslint.draft.roles.block_roles import is_numbered
from reslint.draft.roles.joints import is_joint
from reslint.text.folding import BRACKETS, INVISIBLE, OPENING_QUOTES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.blocks.model import Block
    from reslint.draft.parts.walk_state import WalkState
    from reslint.draft.roles.block_roles import BlockRoles


_LONGEST_REMARK = 300
_LONGEST_TITLE = 40  # characters of the line above a list of facts
_FEWEST_FACTS = 2
_FACT = expression(r"[^,，،.。;；؛:：]{1,40}[:：]\s?[^\s:：]")  # `Date: 3 May 1960`
_FULL_STOPS = ".。!！?？؟"


def is_aside(state: WalkState, block: Block) -> bool:
    """Tell whether a block between the paragraphs belongs to none: sponsors, a vote, a remark."""
    if block.label is not None or state.list_intro is not None:
        return False
    if is_joint(block.plain.text, state.roles):
        return True
    last = state.last
    ended = last is None or final_marks.is_ended(last.text)
    if ended and state.top is not None and is_remark(state.roles, block):
        return True
    if last is not None and last is state.resolutions[-1].late_line and is_in_brackets(block):
        return True  # the session below the name of the body
    if not is_line_of_asides(state.roles, block):
        return False
    # A fragment in small letters continues the paragraph above.
    return ended or not block.plain.text.lstrip(INVISIBLE)[:1].islower()


def is_listed_aside(state: WalkState, block: Block) -> bool:
    """Tell whether a bullet stands in a list of sponsors: `- Peru` below `Signatories:`."""
    if block.label is None or block.label.kind != "bullet":
        return False
    for paragraph in reversed(state.paragraphs):
        above = paragraph.blocks[0]
        if paragraph.part != OUTSIDE or (above.label and above.label.kind != "bullet"):
            return False
        if above.label is None:
            colon = final_marks.ends_with_colon(paragraph.text)
            return colon and is_line_of_asides(state.roles, above)
    return False


def is_remark(roles: BlockRoles, block: Block) -> bool:
    """Tell whether a whole block stands in brackets and holds no paragraph: `[Agreed ad ref.]`."""
    text = block.plain.text.strip(INVISIBLE)
    if text[:1] not in BRACKETS or text[-1:] != BRACKETS[text[0]] or len(text) > _LONGEST_REMARK:
        return False
    inside = text[1:-1].strip(INVISIBLE)
    if text[0] in inside or inside[:1].isdigit() or inside.startswith(tuple(OPENING_QUOTES)):
        return False
    return roles.opening(inside) is None


def add_outside(state: WalkState, block: Block) -> None:
    """Add a block that is no part of the draft; the open paragraph may continue after it."""
    state.add(OUTSIDE, block, with_label=False)


def _is_starred_note(state: WalkState, block: Block) -> bool:
    """Tell whether a block is a note with a star on the sponsors, not one of several bullets."""
    following = state.next_text()
    return (
        block.label is not None
        and block.label.text == "*"
        and (following is None or following.label is None or following.label.text != "*")
    )


def is_field(text: str) -> bool:
    """Tell whether a text begins as a field: `Date: 3 May 1960`."""
    return _FACT.match(text.lstrip(INVISIBLE)) is not None


def is_above_facts(state: WalkState, block: Block) -> bool:
    """Tell whether a preamble ended before a short line above a list of facts.

    Pages of encyclopedias have `- Date: 3 May 1960` and the like below a text. No operative
    paragraph follows.
    """
    ahead, last = state.ahead[state.position], state.last
    if last is None or state.top is None or ahead.operative or ahead.number:
        return False
    if block.label is not None or len(block.plain.text) > _LONGEST_TITLE:
        return False
    if not final_marks.is_ended(last.text) or final_marks.is_ended(block.plain.text):
        return False
    below = state.texts[state.position + 1 : state.position + 1 + _FEWEST_FACTS]
    return len(below) == _FEWEST_FACTS and all(
        one.label is not None and one.label.kind == "bullet" and is_field(block_roles.body(one))
        for one in below
    )


def is_field_below_preamble(state: WalkState, block: Block) -> bool:
    """Tell whether a preamble ended before a line such as `Note: only votes of members count.`.

    Posts of forums have such lines below a preamble without operative part. No phrase opens them.
    """
    ahead, last = state.ahead[state.position], state.last
    if last is None or state.top is None or ahead.operative or ahead.number:
        return False
    text = block.plain.text.lstrip(INVISIBLE)
    return (
        block.label is None
        and not text[:1].islower()
        and final_marks.is_ended(last.text)
        and not final_marks.ends_with_colon(last.text)
        and is_field(text)
        and state.roles.opening(text) is None
    )


def _is_field_below_decision(state: WalkState, block: Block, text: str) -> bool:
    """Tell whether fields such as `Voting ends: in 3 days` stand below the last paragraph.

    The paragraph has no mark at its end, as in posts of forums. Only other fields may follow.
    """
    assert state.last is not None
    if block.label is not None or not text[:1].isupper() or final_marks.is_ended(state.last.text):
        return False
    following = state.next_text()
    return is_field(text) and (following is None or is_field(following.plain.text))


def ends_before(state: WalkState, block: Block) -> bool:
    """Tell whether the draft ended before this block of its operative part.

    No operative paragraph follows. A heading, a rule or a full stop stands before the block, and
    the block neither opens an item or paragraph nor continues the last one.
    """
    last, top = state.last, state.top
    ahead = state.ahead[state.position]
    if last is None or top is None or state.list_intro is not None or ahead.operative:
        return False
    if is_numbered(block) and state.continues_numbering(block):
        return False
    if opens_operative_paragraph(state.roles, block):
        return False
    possible = block.possible_label
    if possible is not None and is_capital_item(state, block, possible):
        return False  # ب- after an item that ends with a full stop
    if top.label is not None and top.label.kind == "number":
        following = ahead.bracketed if top.label.style == "(N)" else ahead.number
        if following == top.label.value + 1:
            return False
    text = block.plain.text.lstrip(INVISIBLE)
    if _is_field_below_decision(state, block, text):
        return True
    if block_roles.is_marked_heading(block) or state.roles.is_heading(block):
        return (
            block.label is None
            and final_marks.is_ended(last.text)
            and not heads_letters(state, state.next_text())
        )
    if ahead.after_rule:
        return final_marks.is_ended(last.text) and not text[:1].islower()
    if last.part != OPERATIVE or (block.label is not None and not _is_starred_note(state, block)):
        return False
    stopped = final_marks.last_mark(last.text) in _FULL_STOPS and bool(last.text.strip(INVISIBLE))
    small = text[:1].islower() and not _is_last_line(state, text)
    return stopped and not small and not text.startswith(tuple(OPENING_QUOTES))


def _is_last_line(state: WalkState, text: str) -> bool:
    """Tell whether a text without mark is the last one of all: "back to the list of texts"."""
    return state.next_text() is None and not final_marks.is_ended(text)
