"""Divide a draft into parts in one walk over its blocks, from the masthead to the annexes.

The part of a block depends on the blocks before it: the walk keeps its current part and the open
paragraph in a `WalkState`. Blocks that a page break or a note separated are joined on the way.
"""

from __future__ import annotations

from reslint.draft.model import (
    ANNEX,
    CLOSING,
    HEADING,
    MASTHEAD,
    NOTE,
    OPERATIVE,
    ORGAN_LINE,
    OUTSIDE,
    PREAMBLE,
    QUOTATION,
    TABLE,
    Note,
    Paragraph,
    Resolution,
)
from reslint.draft.paragraphs import continue_paragraph
from reslint.draft.parts.adopted_text import (
    closes_after_adopted_text,
    ends_adopted_text,
    in_adopted_text,
    opens_adopted_text,
)
from reslint.draft.parts.closing_dates import may_close
from reslint.draft.parts.first_paragraphs import heads_decisions, says_who_decides, starts_text
from reslint.draft.parts.operative import in_operative
from reslint.draft.parts.outside import (
    add_outside,
    ends_before,
    is_above_facts,
    is_aside,
    is_field_below_preamble,
    is_listed_aside,
)
from reslint.draft.parts.part_heads import announced_part
from reslint.draft.parts.preamble import in_preamble, open_preambular
from reslint.draft.parts.reasons import opens_motion
from reslint.draft.parts.walk_state import Checkpoint
from reslint.draft.roles import block_roles, final_marks
from reslint.draft.roles.block_roles import is_numbered
from reslint.draft.roles.part_labels import labelled_part
from reslint.language.organ_names import OTHER
from reslint.text.folding import INVISIBLE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.blocks.model import Block
    from reslint.draft.parts.walk_state import WalkState
    from reslint.draft.rereading.reuse import ParagraphCache


def walk_blocks(state: WalkState, cache: ParagraphCache | None = None) -> None:
    """Read all blocks of the state; with a cache, only around those that changed."""
    if cache is None:
        for block in state.blocks:
            _read_block(state, block)
        return
    resumption = cache.resumption(state)
    first = resumption.resume() if resumption is not None else 0
    for index in range(first, len(state.blocks)):
        if first and resumption is not None and resumption.can_stop(index):
            resumption.add_tail(index)
            break
        state.checkpoints.append(Checkpoint(state))
        _read_block(state, state.blocks[index])
    walked = state.paragraphs
    if resumption is not None and first:
        head, tail = len(resumption.head_paragraphs), len(resumption.tail_paragraphs)
        walked = state.paragraphs[head : len(state.paragraphs) - tail]
    _replace_paragraphs(state, cache.reuse_joined(walked))
    cache.set_walk(state, resumption if first else None)


def _read_block(state: WalkState, block: Block) -> None:
    """Read one block of any kind."""
    if block.kind == "note":
        _read_note(state, block)
    elif block.kind == "table":
        state.add(TABLE, block)
    elif block.kind == "quote":
        state.add(QUOTATION, block)
    else:
        state.position += 1
        _read_text(state, block)


def _replace_paragraphs(state: WalkState, old: dict[Paragraph, Paragraph]) -> None:
    """Replace new paragraphs by those of an earlier walk, wherever the state refers to them."""
    if not old:
        return
    state.paragraphs = [old.get(paragraph, paragraph) for paragraph in state.paragraphs]
    lists = []
    for resolution in state.resolutions:
        lists += [resolution.preamble, resolution.operative]
        if resolution.organ_line in old:
            resolution.organ_line = old[resolution.organ_line]
        if resolution.late_line in old:
            resolution.late_line = old[resolution.late_line]
    for paragraph in state.paragraphs:
        lists.append(paragraph.children)
        if paragraph.parent in old:
            paragraph.parent = old[paragraph.parent]
        if paragraph.section in old:
            paragraph.section = old[paragraph.section]
    for paragraphs in lists:
        paragraphs[:] = [old.get(paragraph, paragraph) for paragraph in paragraphs]
    for checkpoint in state.checkpoints:
        checkpoint.replace(old)
    for note in state.notes:
        note.paragraph = old.get(note.paragraph, note.paragraph)


def _read_note(state: WalkState, block: Block) -> None:
    """Read a note."""
    paragraph = state.add(NOTE, block, with_label=False)
    paragraph.note_number = block.number
    if block.notation == "superscript" and not block.number.isdigit():
        return  # a note to a table
    state.notes.append(Note(block.number, block.notation, paragraph))


def _read_text(state: WalkState, block: Block) -> None:
    """Read a block of text: find its part and read it there."""
    organ = state.organ_lines.opening.get(state.position)
    if organ is not None and state.part != ANNEX:
        _open_resolution(state, block, organ)
    elif state.position == state.organ_lines.second and state.last is not None:
        continue_paragraph(state.last, block)
    elif state.position in state.organ_lines.late and _may_be_late(state):
        _add_late_line(state, block, state.organ_lines.late[state.position])
    elif state.part == MASTHEAD:
        _in_masthead(state, block)
    elif block is state.run_in:
        open_preambular(state, block).run_in = state.shares_line
    elif state.part != PREAMBLE and block.label is None and state.roles.is_annex(block):
        state.part = ANNEX
        state.section = state.heading(block)
        state.section.part = ANNEX
    elif in_adopted_text(state):
        _in_adopted_text(state, block)
    elif state.part == ANNEX:
        _in_annex(state, block)
    elif state.roles.is_closing(block) and may_close(state, block):
        if state.part != OUTSIDE:
            state.part = CLOSING
        state.last = state.add(CLOSING, block, with_label=False)
    elif state.part == OUTSIDE:
        add_outside(state, block)
    elif opens_adopted_text(state, block):
        state.part = ANNEX
        _in_annex(state, block)
    elif state.part in (PREAMBLE, OPERATIVE) and state.position in state.numbers_apart:
        add_outside(state, block)
    elif state.part in (PREAMBLE, OPERATIVE) and (part := labelled_part(state.roles, block)):
        state.section = state.heading(block)
        if part == OPERATIVE and state.part == PREAMBLE:
            state.start_part(OPERATIVE)
    elif state.part in (PREAMBLE, OPERATIVE) and (part := announced_part(state, block)):
        state.section = state.heading(block)
        if part == OPERATIVE and state.part == PREAMBLE:
            state.start_part(OPERATIVE)
        state.section.announces = part
    elif state.part in (PREAMBLE, OPERATIVE) and (
        is_aside(state, block) or is_listed_aside(state, block)
    ):
        add_outside(state, block)
    elif state.part == PREAMBLE and (
        is_above_facts(state, block) or is_field_below_preamble(state, block)
    ):
        state.part = OUTSIDE
        add_outside(state, block)
    elif state.part == PREAMBLE:
        in_preamble(state, block)
    elif state.part == OPERATIVE and ends_before(state, block):
        state.part = OUTSIDE
        add_outside(state, block)
    elif state.part == OPERATIVE:
        in_operative(state, block)
    elif is_numbered(block) and _goes_on(state, block):
        # The last line was a date but not the closing: the paragraphs continue.
        state.part = OPERATIVE
        in_operative(state, block)
    else:
        # The part stays: a draft below it is not nested in this one.
        state.last = state.add(OUTSIDE, block, with_label=False)


def _goes_on(state: WalkState, block: Block) -> bool:
    """Tell whether a numbered block after a date goes on with the paragraphs of the draft.

    A list that begins again and opens with no leading phrase is another text: a licence.
    """
    assert state.last is not None and block.label is not None
    top, last = state.top, state.last.blocks[0]
    if top is not None and state.roles.opening(block_roles.body(block)) is None:
        below = top.label is not None and block.label.value <= top.label.value
        if below or (is_numbered(last) and state.last.part == OUTSIDE):
            return False
    return state.numbers_follow() or state.continues_numbering(block)


def _open_resolution(state: WalkState, block: Block, organ: str) -> None:
    """Start a resolution at its organ line."""
    line = state.add(ORGAN_LINE, block, with_label=False)
    given = state.given_organ if not state.resolutions else None
    resolution = Resolution(given or organ, line, organ)
    if state.resolutions:
        _nest(state, resolution)
    state.resolutions.append(resolution)
    line.resolution = resolution
    state.start_part(PREAMBLE)
    state.last = line


def _may_be_late(state: WalkState) -> bool:
    """Tell whether no operative paragraph has been read yet."""
    return state.part == PREAMBLE or (
        state.part == OPERATIVE and not state.resolutions[-1].operative
    )


def _add_late_line(state: WalkState, block: Block, organ: str) -> None:
    """Add an organ line that stands after the preamble; the operative part follows."""
    line = state.add(ORGAN_LINE, block, with_label=False)
    resolution = state.resolutions[-1]
    resolution.late_line = line
    if resolution.organ_line is None and organ:
        resolution.organ_line = line
        resolution.organ = resolution.line_organ = state.given_organ or organ
    state.start_part(OPERATIVE)
    state.last = line
    state.looked_far = True  # the organ of paragraphs before it depends on it


def _nest(state: WalkState, resolution: Resolution) -> None:
    """Decide whether another organ line opens a nested resolution or a sibling (A, B).

    It is a sibling after a closing or after a line with a letter, else nested.
    """
    outer = state.resolutions[-1]
    while outer.parent is not None:
        outer = outer.parent
    if state.part != CLOSING:
        resolution.parent = outer
    # Lines directly before it (`B`, a title) belong to it, not to the text above.
    for paragraph in state.paragraphs[-2:-4:-1]:
        if not _is_title_line(state, paragraph):
            break
        letter = paragraph.text.strip().rstrip(".")
        paragraph.part = HEADING
        if paragraph.parent is not None:
            paragraph.parent.children.remove(paragraph)
            paragraph.parent = None
        if len(letter) == 1:
            resolution.letter = letter
            resolution.parent = outer.parent
            break


def _is_title_line(state: WalkState, paragraph: Paragraph) -> bool:
    """Tell whether a paragraph before an organ line is the letter or title of that resolution."""
    return (
        paragraph.part in (OPERATIVE, CLOSING, HEADING, OUTSIDE)
        and paragraph.label is None
        and len(paragraph.text) < 200
        and (len(paragraph.text.strip()) <= 2 or not final_marks.is_ended(paragraph.text))
        and (paragraph.part != CLOSING or not state.roles.is_closing(paragraph.blocks[0]))
    )


def _in_masthead(state: WalkState, block: Block) -> None:
    """Read a block before the organ line; without one, the first paragraph opens the preamble."""
    if not state.organ_lines.opening and opens_motion(state, block):
        state.resolutions.append(Resolution(state.given_organ or "", None))
        state.start_part(PREAMBLE)
        state.section = state.heading(block)
        state.section.announces = PREAMBLE
        return
    if not state.organ_lines.opening and heads_decisions(state, block):
        state.resolutions.append(Resolution(state.given_organ or "", None))
        state.start_part(OPERATIVE)
        state.section = state.heading(block)
        state.section.announces = OPERATIVE
        return
    if not state.organ_lines.opening and says_who_decides(state, block):
        if state.roles.language.organs.announcements.announces(block.plain.text) == ("", ""):
            _open_resolution(state, block, OTHER)  # “The meeting decides:” and no more
            return
        state.resolutions.append(Resolution(state.given_organ or "", None))
        state.start_part(PREAMBLE)
        open_preambular(state, block)
        return
    if not state.organ_lines.opening and starts_text(state, block):
        organ = state.roles.language.organs.names.named(state.subject) if state.subject else None
        state.resolutions.append(Resolution(state.given_organ or organ or "", None))
        state.start_part(PREAMBLE)
        if (part := announced_part(state, block)) == PREAMBLE:
            state.section = state.heading(block)
            state.section.announces = part
        else:
            in_preamble(state, block)
        return
    state.last = state.add(MASTHEAD, block, with_label=False)


def _in_annex(state: WalkState, block: Block) -> None:
    """Read a block of text in an annex."""
    last = state.last
    text = block.plain.text.lstrip(INVISIBLE)
    if (
        last is not None
        and last.part == ANNEX
        and block.label is None
        and text[:1].islower()
        and not final_marks.is_ended(last.text)
    ):
        continue_paragraph(last, block)
        return
    state.last = state.add(ANNEX, block)


def _in_adopted_text(state: WalkState, block: Block) -> None:
    """Read a block in a text that an operative paragraph adopts, or the first one after it."""
    if closes_after_adopted_text(state, block):
        state.part = CLOSING
        state.last = state.add(CLOSING, block, with_label=False)
    elif ends_adopted_text(state, block):
        state.part = OPERATIVE
        in_operative(state, block)
    else:
        _in_annex(state, block)
