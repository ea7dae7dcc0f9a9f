"""The preamble in the walk over a draft: what opens, continues and ends it."""

from __future__ import annotations

from reslint.draft import block_roles
from reslint.draft.block_roles import bare_number, is_numbered
from reslint.draft.model import MASTHEAD, OPERATIVE, PREAMBLE
from reslint.draft.operative import (
    heads_operative,
    in_operative,
    open_item,
    open_operative,
    restore_label,
)
from reslint.draft.paragraphs import continue_paragraph
from reslint.text.folding import COMMAS, INVISIBLE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.blocks.model import Block
    from reslint.draft.walk_state import WalkState
    from reslint.language.phrases import PhraseMatch


def in_preamble(state: WalkState, block: Block) -> None:
    text = block_roles.body(block)
    label = block.label
    opening = state.signs.opening(text)
    if label is not None and label.kind in ("number",) and label.style != "(N)":
        if _is_numbered_preamble(state, block, opening):
            _preambular(state, block)
        else:
            state.start_part(OPERATIVE)
            in_operative(state, block)
        return
    if _is_first_in_brackets(state, block, opening):
        state.start_part(OPERATIVE)
        open_operative(state, block)
        return
    if label is not None and state.top is not None:
        open_item(state, block, PREAMBLE)
        return
    if _lost_first_stop(state, block):
        state.start_part(OPERATIVE)
        open_operative(state, block).lost_stop = True
        restore_label(state)
        return
    if _opens_operative(state, block, opening):
        state.start_part(OPERATIVE)
        in_operative(state, block)
    elif _continues_preamble(state, block, opening):
        assert state.last is not None
        continue_paragraph(state.last, block)
    elif opening is None and (state.signs.is_heading(block) or heads_operative(state, block)):
        state.section = state.heading(block)
    elif opening is None and state.top is None and _is_more_title(state, block):
        state.last = state.add(MASTHEAD, block, with_label=False)
    else:
        _preambular(state, block)


def _is_more_title(state: WalkState, block: Block) -> bool:
    """A line between organ line and preamble that is neither (`[…]`, a subtitle)."""
    return not block_roles.is_ended(block.plain.text) and len(block.plain.text) < 120


def _is_numbered_preamble(state: WalkState, block: Block, opening: PhraseMatch | None) -> bool:
    """Whether a numbered block is a preambular paragraph that bears a number by slip.

    It opens and ends like one, and the numbers after it do not go on from it as those of the
    operative part do, unless all of the preamble bears numbers. Once one is numbered, the words
    that open the next are enough, or the comma that ends it, or numbers that begin anew further on.
    """
    if state.counts_on(block):
        # In Chinese words that stand apart, 对 … 表示遗憾, are no opening that a block shows.
        only_preambular = opening is not None and "operative" not in opening.parts
        if only_preambular or block_roles.last_mark(block.plain.text) in COMMAS:
            return True
        if opening is not None and "preambular" in opening.parts and _begin_anew(state, block):
            return True
    if opening is None and state.top is None:
        return _leads_to_preambular(state, block)
    if not _looks_preambular(block, opening):
        return False
    assert block.label is not None
    if state.top is None or (state.top.label is not None and state.top.label.kind == "number"):
        return True
    state.looked_far = True
    for other in state.texts[state.position + 1 :]:
        if is_numbered(other):
            assert other.label is not None
            if other.label.value != block.label.value + 1:
                return True
            return _looks_preambular(other, state.signs.opening(block_roles.body(other)))
    return True


def _leads_to_preambular(state: WalkState, block: Block) -> bool:
    """Whether a first paragraph whose opening words are unknown is the first of a preamble.

    It ends with a comma, and the next one counts on and opens as only preambles do: the slip is in
    the words.
    """
    if block_roles.last_mark(block.plain.text) not in COMMAS:
        return False
    state.looked_far = True
    assert block.label is not None
    for other in state.texts[state.position + 1 :]:
        if is_numbered(other):
            assert other.label is not None
            opening = state.signs.opening(block_roles.body(other))
            counts_on = other.label.value == block.label.value + 1
            only_preambular = opening is not None and "operative" not in opening.parts
            return counts_on and only_preambular
    return False


def _begin_anew(state: WalkState, block: Block) -> bool:
    """Whether the numbers go on from this block over paragraphs with commas, then begin at one.

    The mark that ends this one is then the slip: all before the new beginning is preamble.
    """
    state.looked_far = True
    assert block.label is not None
    value = block.label.value
    for other in state.texts[state.position + 1 :]:
        if not is_numbered(other):
            continue
        assert other.label is not None
        if other.label.value == 1:
            return True
        value += 1
        if other.label.value != value or block_roles.last_mark(other.plain.text) not in COMMAS:
            return False
    return False


def _opens_operative(state: WalkState, block: Block, opening: PhraseMatch | None) -> bool:
    """Whether an unnumbered block is an operative paragraph although no number came yet."""
    if opening is None or "operative" not in opening.parts:
        return False
    stopped = block_roles.is_stopped(block.plain.text)
    if "preambular" in opening.parts:
        return stopped and not state.numbers_follow() and _is_last_or_colon(state, block)
    if state.numbers_follow():
        return stopped
    return stopped or not block_roles.is_ended(block.plain.text)


def _is_last_or_colon(state: WalkState, block: Block) -> bool:
    """In a language whose two parts open alike, only the end tells: nothing like it follows."""
    following = state.next_text()
    if following is None or block_roles.last_mark(block.plain.text) in ":：":
        return True
    return state.signs.is_closing(following) or state.signs.is_annex(following)


def _continues_preamble(state: WalkState, block: Block, opening: PhraseMatch | None) -> bool:
    last = state.last
    if last is None or last.part != PREAMBLE or block.kind == "heading":
        return False
    if opening is not None:
        return False
    text = block.plain.text.lstrip(INVISIBLE)
    if block.emphases and block.emphases[0].start <= len(block.plain.text) - len(text):
        # Emphasis opens a paragraph, unless it opens in lower case in the middle of one.
        return (
            text[:1].islower()
            and not block_roles.is_ended(last.text)
            and bool(state.signs.language.forms.get("capitals"))
        )
    if not block_roles.is_ended(last.text):
        return True
    return text[:1].islower() and bool(state.signs.language.forms.get("capitals"))


def _preambular(state: WalkState, block: Block) -> None:
    paragraph = state.add(PREAMBLE, block)
    state.resolutions[-1].preamble.append(paragraph)
    state.levels.clear()
    state.top = state.last = paragraph


def _lost_first_stop(state: WalkState, block: Block) -> bool:
    """Whether the block is the first operative paragraph, its `1` without stop."""
    if bare_number(block.plain.text) != "1" or not state.numbers_follow():
        return False
    opening = state.signs.opening(block.plain.text.lstrip(INVISIBLE)[1:].lstrip())
    return opening is not None and "operative" in opening.parts


def _is_first_in_brackets(state: WalkState, block: Block, opening: PhraseMatch | None) -> bool:
    """Whether the block is the first operative paragraph with its number in brackets.

    It opens with an emphasized verb and ends as one; no item of a list announced before it.
    """
    label = block.label
    if label is None or label.style != "(N)" or label.value != 1 or not block.emphases:
        return False
    if opening is None or "operative" not in opening.parts:
        return False
    announced = state.last is not None and block_roles.last_mark(state.last.text) in ":："
    return not announced and block_roles.is_stopped(block.plain.text)


def _looks_preambular(block: Block, opening: PhraseMatch | None) -> bool:
    """Whether a block opens and ends as a preambular paragraph does."""
    return (
        opening is not None
        and "preambular" in opening.parts
        and block_roles.last_mark(block.plain.text) in COMMAS
    )
