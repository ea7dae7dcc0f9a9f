"""The parts of a draft: one walk over the blocks, from masthead to annexes.

What a block is depends on what stands before it: the walk keeps the part it is in and the
paragraph that is open. Pieces parted by page breaks and notes are joined on the way.
"""

from __future__ import annotations

from reslint.draft import block_roles
from reslint.draft.block_roles import is_numbered
from reslint.draft.model import (
    ANNEX,
    CLOSING,
    HEADING,
    MASTHEAD,
    NOTE,
    OPERATIVE,
    ORGAN_LINE,
    PREAMBLE,
    QUOTATION,
    TABLE,
    Note,
    Paragraph,
    Resolution,
)
from reslint.draft.operative import in_operative
from reslint.draft.paragraphs import continue_paragraph
from reslint.draft.preamble import in_preamble
from reslint.draft.walk_state import Checkpoint
from reslint.text.folding import INVISIBLE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.blocks.model import Block
    from reslint.draft.reuse import Memory
    from reslint.draft.walk_state import WalkState


def walk_blocks(state: WalkState, memory: Memory | None = None) -> None:
    """Read all blocks of the state; with a memory, only those that changed since its last walk."""
    if memory is None:
        for block in state.blocks:
            _step(state, block)
        return
    resumption = memory.resumption(state)
    first = resumption.resume() if resumption is not None else 0
    for index in range(first, len(state.blocks)):
        if first and resumption is not None and resumption.rejoins(index):
            resumption.take_tail(index)
            break
        state.checkpoints.append(Checkpoint(state))
        _step(state, state.blocks[index])
    walked = state.paragraphs
    if resumption is not None and first:
        head, tail = len(resumption.head_paragraphs), len(resumption.tail_paragraphs)
        walked = state.paragraphs[head : len(state.paragraphs) - tail]
    _put_in(state, memory.take_joined(walked))
    memory.walked(state, resumption if first else None)


def _step(state: WalkState, block: Block) -> None:
    if block.kind == "note":
        _note(state, block)
    elif block.kind == "table":
        state.add(TABLE, block)
    elif block.kind == "quote":
        state.add(QUOTATION, block)
    else:
        state.position += 1
        _text(state, block)


def _put_in(state: WalkState, known: dict[Paragraph, Paragraph]) -> None:
    """Puts paragraphs of an earlier walk in the place of those that are the same."""
    if not known:
        return
    state.paragraphs = [known.get(paragraph, paragraph) for paragraph in state.paragraphs]
    lists = []
    for resolution in state.resolutions:
        lists += [resolution.preamble, resolution.operative]
        if resolution.organ_line in known:
            resolution.organ_line = known[resolution.organ_line]
    for paragraph in state.paragraphs:
        lists.append(paragraph.children)
        if paragraph.parent in known:
            paragraph.parent = known[paragraph.parent]
        if paragraph.section in known:
            paragraph.section = known[paragraph.section]
    for each in lists:
        each[:] = [known.get(paragraph, paragraph) for paragraph in each]
    for checkpoint in state.checkpoints:
        checkpoint.replace(known)
    for note in state.notes:
        note.paragraph = known.get(note.paragraph, note.paragraph)


def _note(state: WalkState, block: Block) -> None:
    paragraph = state.add(NOTE, block, with_label=False)
    paragraph.note_number = block.number
    if block.notation == "superscript" and not block.number.isdigit():
        return  # a note to a table
    state.notes.append(Note(block.number, block.number_span, block.notation, paragraph))


def _text(state: WalkState, block: Block) -> None:
    organ = state.organ_lines.get(state.position)
    if organ is not None and state.part != ANNEX:
        _open_resolution(state, block, organ)
    elif state.part == MASTHEAD:
        _in_masthead(state, block)
    elif state.signs.is_annex(block) and state.part != PREAMBLE:
        state.part = ANNEX
        state.section = state.heading(block)
        state.section.part = ANNEX
    elif state.part == ANNEX:
        _in_annex(state, block)
    elif state.signs.is_closing(block) and _may_close(state):
        state.part = CLOSING
        state.last = state.add(CLOSING, block, with_label=False)
    elif state.part == PREAMBLE:
        in_preamble(state, block)
    elif state.part == OPERATIVE:
        in_operative(state, block)
    elif is_numbered(block) and (state.numbers_follow() or state.counts_on(block)):
        # A date on a line of its own was no closing: the paragraphs go on.
        state.part = OPERATIVE
        in_operative(state, block)
    else:
        state.last = state.add(CLOSING, block, with_label=False)


def _may_close(state: WalkState) -> bool:
    """Whether a date here can be the closing line, not a line of a list of dates."""
    return not (
        state.part == OPERATIVE and state.lines_under is not None and state.numbers_follow()
    )


def _open_resolution(state: WalkState, block: Block, organ: str) -> None:
    line = state.add(ORGAN_LINE, block, with_label=False)
    given = state.given_organ if not state.resolutions else None
    resolution = Resolution(given or organ, line, organ)
    if state.resolutions:
        _nest(state, resolution)
    state.resolutions.append(resolution)
    line.resolution = resolution
    state.start_part(PREAMBLE)
    state.last = line


def _nest(state: WalkState, resolution: Resolution) -> None:
    """Settles whether a further organ line is nested (after a colon) or a sibling (A, B)."""
    outer = state.resolutions[-1]
    while outer.parent is not None:
        outer = outer.parent
    if state.part != CLOSING:
        resolution.parent = outer
    # Lines right before it (`B`, a title) belong to it, not to the text above.
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
    return (
        paragraph.part in (OPERATIVE, CLOSING, HEADING)
        and paragraph.label is None
        and len(paragraph.text) < 200
        and (len(paragraph.text.strip()) <= 2 or not block_roles.is_ended(paragraph.text))
        and (paragraph.part != CLOSING or not state.signs.is_closing(paragraph.blocks[0]))
    )


def _in_masthead(state: WalkState, block: Block) -> None:
    """Before an organ line; where there is none, the first paragraph opens the preamble."""
    if not state.organ_lines and _starts_text(state, block):
        state.resolutions.append(Resolution(state.given_organ or "", None))
        state.start_part(PREAMBLE)
        in_preamble(state, block)
        return
    state.last = state.add(MASTHEAD, block, with_label=False)


def _starts_text(state: WalkState, block: Block) -> bool:
    """Whether a block opens the text of a draft that has no organ line."""
    if block.kind != "text":
        return False
    opening = state.signs.opening(block_roles.body(block))
    if opening is None:
        return False
    if is_numbered(block):
        return True
    if block_roles.last_mark(block.plain.text) in ",，،;；؛:：" or block.emphases:
        return len(block.plain.text) > opening.longest
    following = state.next_text()
    return (
        following is not None
        and len(block.plain.text) > 60
        and state.signs.opening(block_roles.body(following)) is not None
    )


def _in_annex(state: WalkState, block: Block) -> None:
    last = state.last
    text = block.plain.text.lstrip(INVISIBLE)
    if (
        last is not None
        and last.part == ANNEX
        and block.label is None
        and text[:1].islower()
        and not block_roles.is_ended(last.text)
    ):
        continue_paragraph(last, block)
        return
    state.last = state.add(ANNEX, block)
