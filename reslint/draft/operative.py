"""The operative part in the walk over a draft: paragraphs, items, lines, headings."""

from __future__ import annotations

from reslint.blocks.model import Label
from reslint.draft import block_roles
from reslint.draft.block_roles import bare_number, is_numbered
from reslint.draft.model import HEADING, OPERATIVE, PREAMBLE, Paragraph
from reslint.draft.paragraphs import continue_paragraph, start_paragraph
from reslint.text.folding import INVISIBLE, SPACES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.blocks.model import Block
    from reslint.draft.walk_state import WalkState
    from reslint.language.phrases import PhraseMatch


_LONGEST_WITH_MARK = 12  # words of a heading that ends like a paragraph; longer ones are texts
_NEVER_AFTER_OPERATIVE = ",，،:："  # marks that end no operative paragraph without items
_LONGEST_PLAIN_HEADING = 20  # characters of a heading without marks that opens like a paragraph


def heads_next(state: WalkState) -> bool:
    """Whether a numbered paragraph, or another heading and then one, follows."""
    following = state.next_text()
    if following is None:
        return False
    if is_numbered(following) or state.signs.is_heading(following):
        return True
    after = state.position + 2
    return (
        after < len(state.texts)
        and is_numbered(state.texts[after])
        and state.signs.may_be_heading(following)
    )


def heads_operative(state: WalkState, block: Block) -> bool:
    """Whether a line without mark-up heads the operative part, whose first number follows.

    It may end with a mark by slip, but a comma makes it a paragraph of the preamble.
    """
    following = state.next_text()
    if following is None or not is_numbered(following) or state.top is None:
        return False
    assert following.label is not None
    if following.label.value != 1:
        return False
    if state.signs.may_be_heading(block):
        return True
    stopped = block_roles.is_stopped(block.plain.text) and not block.emphases
    return stopped and state.signs.may_be_heading(block, _LONGEST_WITH_MARK)


def continues_heading(state: WalkState, block: Block, opening: PhraseMatch | None) -> bool:
    """Whether an emphasized line right after a heading is its second line, whatever ends it."""
    last = state.last
    return (
        opening is None
        and last is not None
        and last.part == HEADING
        and block_roles.is_all(block, "bold", "bold italic")
    )


def is_heading_with_mark(state: WalkState, block: Block, opening: PhraseMatch | None) -> bool:
    """Whether a short line among operative paragraphs is a heading that ends with a mark by slip.

    The numbers before and after it count on as if it were not there, so that it is no paragraph
    that lost its own; no list of lines is open. In scripts without capitals a heading may open as
    paragraphs do: then its mark has to be one that ends none of them.
    """
    following = state.next_text()
    if state.lines_under is not None or following is None or not is_numbered(following):
        return False
    if block.emphases and not block_roles.is_all(block, "bold", "bold italic"):
        return False
    if opening is not None:
        capitals = state.signs.language.forms.get("capitals", True)
        if capitals or block_roles.last_mark(block.plain.text) not in _NEVER_AFTER_OPERATIVE:
            return False
    return (
        block_roles.is_ended(block.plain.text)
        and state.counts_on(following)
        and state.signs.may_be_heading(block, _LONGEST_WITH_MARK)
    )


def take_lost_label(paragraph: Paragraph, digits: str) -> None:
    """Turns the number a paragraph opens with (`5 Encourages`) into its label."""
    block = paragraph.blocks[0]
    text = block.plain.text
    at = text.index(digits)
    end = at + len(digits)
    body = end + len(text[end:]) - len(text[end:].lstrip(SPACES))
    label = Label("number", digits, int(digits), "N", body=body, value_span=(at, end))
    label.start, label.end = block.plain.source_span(at, end)
    again = start_paragraph(paragraph.part, block, label)
    paragraph.label = label
    paragraph.plain = again.plain
    paragraph.text = again.text
    paragraph.emphases = again.emphases
    paragraph.markers = again.markers
    paragraph.links = again.links


def in_operative(state: WalkState, block: Block) -> None:
    label = block.label
    if label is not None and label.style in ("(N)", "N)") and _is_paragraph(state, block):
        open_operative(state, block)
        return
    if label is not None and label.kind == "number" and label.style in ("N.", "N -", "N)"):
        if (
            label.style == "N)"
            and state.top is not None
            and state.top.label is not None
            and state.top.label.style != "N)"
        ):
            open_item(state, block, OPERATIVE)
            return
        if _is_nested(state, block):
            open_item(state, block, OPERATIVE)
            return
        open_operative(state, block)
        return
    if label is not None and state.top is not None:
        if label.style == "x." and not _is_dotted_item(state, block):
            _unlabelled(state, block)
        else:
            open_item(state, block, OPERATIVE)
        return
    _unlabelled(state, block)


def _is_paragraph(state: WalkState, block: Block) -> bool:
    """Whether a bracketed number counts on from the last paragraph, a verb emphasized after it.

    It is then a label in the wrong frame, no item of a list.
    """
    return (
        state.lines_under is None
        and state.counts_on(block)
        and bool(block.emphases)
        and state.signs.opening(block_roles.body(block)) is not None
    )


def _is_nested(state: WalkState, block: Block) -> bool:
    """Whether a number like those of paragraphs numbers an item: `1.` after `(a) …:`, then `2.`.

    So does one after ’1‘ that does not count on from the paragraphs, and the first after an item
    that is but a title, without mark. A number before a verb that opens paragraphs never does.
    """
    label, opening, last = (
        block.label,
        state.signs.opening(block_roles.body(block)),
        state.levels.last,
    )
    assert label is not None
    if last is None or (opening is not None and "operative" in opening.parts):
        return False
    if label.value == 1:
        return state.lines_under is last or (
            state.last is last and not block_roles.is_ended(last.text)
        )
    counts_on = _counts_on_alike(state, block)
    return any(
        each.label is not None
        and (each.label.style == label.style or (each.label.kind == "quoted" and not counts_on))
        and each.label.value == label.value - 1
        for each in state.levels.open()
    )


def _counts_on_alike(state: WalkState, block: Block) -> bool:
    """Whether a number counts on from the last paragraph in its frame, and ’3‘ not from it."""
    label, following = block.label, state.next_text()
    assert label is not None and state.top is not None
    if (
        not state.counts_on(block)
        or state.top.label is None
        or state.top.label.style != label.style
    ):
        return False
    after = following.label if following is not None else None
    return after is None or (after.kind, after.value) != ("quoted", label.value + 1)


def _is_dotted_item(state: WalkState, block: Block) -> bool:
    """Whether `a.` here is a label: the first of a list, or the next in one, `(b)` before it."""
    label = block.label
    assert label is not None
    last = state.levels.last
    if last is not None and last.label is not None and last.label.style == "x.":
        return True
    if label.value == 1 or label.roman_value == 1:
        return True
    return any(
        each.label is not None
        and each.label.kind == label.kind == "letter"
        and each.label.value == label.value - 1
        for each in state.levels.open()
    )


def open_operative(state: WalkState, block: Block) -> Paragraph:
    paragraph = state.add(OPERATIVE, block)
    state.resolutions[-1].operative.append(paragraph)
    state.levels.clear()
    state.lines_under = paragraph if block_roles.last_mark(paragraph.text) in ":：" else None
    state.top = state.last = paragraph
    return paragraph


def open_item(state: WalkState, block: Block, part: str) -> None:
    paragraph = state.add(part, block)
    state.lines_under = None
    parent = state.levels.place(paragraph) or state.top
    assert parent is not None
    paragraph.parent = parent
    parent.children.append(paragraph)
    if block_roles.last_mark(paragraph.text) in ":：":
        state.lines_under = paragraph
    state.last = paragraph


def _unlabelled(state: WalkState, block: Block) -> None:
    """A block without label among operative paragraphs."""
    last = state.last
    text = block.plain.text.lstrip(INVISIBLE)
    opening = state.signs.opening(text)
    emphasized = bool(block.emphases) and block.emphases[0].start <= 1
    number_alone = last is not None and last is state.top and not last.text.strip(INVISIBLE)
    open_paragraph = last is not None and last.part == OPERATIVE and not _is_over(state, last)
    if block.kind == "heading" or continues_heading(state, block, opening):
        state.section = state.heading(block)
    elif _lost_stop(state, block):
        open_operative(state, block).lost_stop = True
        restore_label(state)
    elif open_paragraph and (number_alone or not (emphasized and opening is not None)):
        assert last is not None
        if not number_alone and state.signs.is_heading(block) and not text[:1].islower():
            state.section = state.heading(block)
        else:
            continue_paragraph(last, block)
            if block_roles.last_mark(last.text) in ":：":
                state.lines_under = last
    elif state.top is None:
        open_operative(state, block)
    elif _is_misplaced_preamble(state, block, opening):
        state.add(PREAMBLE, block)
        state.last = state.paragraphs[-1]
    elif is_heading_with_mark(state, block, opening):
        state.section = state.heading(block)
    elif (
        opening is not None
        and "operative" in opening.parts
        and (emphasized or state.lines_under is None)
        and not (not emphasized and last is not None and _is_plain_line(state, block, last))
    ):
        open_operative(state, block)
    elif state.lines_under is not None and not (
        state.signs.is_heading(block) and heads_next(state)
    ):
        _line(state, block, state.lines_under)
    elif state.signs.is_heading(block) or (heads_next(state) and state.signs.may_be_heading(block)):
        state.section = state.heading(block)
    else:
        _line(state, block, state.top)


def _is_plain_line(state: WalkState, block: Block, last: Paragraph) -> bool:
    """Whether a plain block is a short heading, or goes on with a text after its items.

    In scripts without capitals nothing else tells that from a paragraph that lost its number.
    """
    if state.signs.language.forms.get("capitals", True):
        return False
    if last.level and last.label is not None:
        return bool(state.top and state.top.emphases)
    if len(block.plain.text) > _LONGEST_PLAIN_HEADING:
        return False
    return heads_next(state) and state.signs.may_be_heading(block)


def _is_over(state: WalkState, paragraph: Paragraph) -> bool:
    """Whether an operative paragraph or item has the mark that ends it."""
    if block_roles.is_stopped(paragraph.text):
        return True
    return paragraph.level > 0 and paragraph.label is None


def _is_misplaced_preamble(state: WalkState, block: Block, opening: PhraseMatch | None) -> bool:
    return (
        opening is not None
        and "operative" not in opening.parts
        and opening.organs is None
        and block_roles.last_mark(block.plain.text) in ",，،"
    )


def _lost_stop(state: WalkState, block: Block) -> bool:
    """Whether the block opens with a number that lost its stop (`5 Encourages`)."""
    number = bare_number(block.plain.text)
    if not number or state.top is None:
        return False
    before = state.top.label
    if before is None or before.kind != "number" or int(number) != before.value + 1:
        return False
    return state.signs.opening(block.plain.text[len(number) :].lstrip(INVISIBLE)) is not None


def restore_label(state: WalkState) -> None:
    assert state.top is not None
    take_lost_label(state.top, bare_number(state.top.text))


def _line(state: WalkState, block: Block, under: Paragraph) -> None:
    """A line without label that belongs to the paragraph above: a date, a cell, a quotation."""
    paragraph = state.add(OPERATIVE, block)
    paragraph.level = under.level + 1
    paragraph.parent = under
    under.children.append(paragraph)
    state.last = paragraph
