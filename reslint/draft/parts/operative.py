"""Read the operative part in the walk over a draft: paragraphs, items, lines, headings."""

from __future__ import annotations

from reslint.blocks.label import Label
from reslint.draft.model import HEADING, OPERATIVE, PREAMBLE, Paragraph
from reslint.draft.paragraphs import continue_paragraph
from reslint.draft.parts.item_labels import (
    goes_on_in_style,
    house_part,
    is_capital_item,
    is_dotted_item,
    is_item_of_number,
    is_labelled_paragraph,
    is_numbered_item,
)
from reslint.draft.parts.part_heads import operative_under_head, under_head
from reslint.draft.parts.speaking import goes_on_speaking
from reslint.draft.roles import block_roles, final_marks
from reslint.draft.roles.block_roles import is_numbered
from reslint.text.folding import COLONS, COMMAS, INVISIBLE, SEMICOLONS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.blocks.model import Block
    from reslint.draft.model import Part
    from reslint.draft.parts.walk_state import WalkState
    from reslint.language.phrases import PhraseMatch


_LONGEST_WITH_MARK = 12  # words of a heading that ends with a punctuation mark
_NEVER_AT_END = COMMAS + COLONS  # marks that end no operative paragraph without items
_LONGEST_PLAIN_HEADING = 20  # characters of a heading without mark-up that opens like a paragraph


def leads_to_numbered(state: WalkState) -> bool:
    """Tell whether a numbered paragraph follows, directly or after another heading."""
    following = state.next_text()
    if following is None:
        return False
    if (
        is_numbered(following)
        or goes_on_in_style(state, following)
        or state.roles.is_heading(following)
    ):
        return True
    after = state.position + 2
    return (
        after < len(state.texts)
        and (is_numbered(state.texts[after]) or goes_on_in_style(state, state.texts[after]))
        and state.roles.may_be_heading(following)
    )


def is_operative_heading(state: WalkState, block: Block) -> bool:
    """Tell whether a line without mark-up is a heading directly before the number 1.

    It may end with a mark by error, but not with a comma: then it is a preambular paragraph.
    """
    following = state.next_text()
    if following is None or not is_numbered(following) or state.top is None:
        return False
    assert following.label is not None
    if following.label.value != 1:
        return False
    if state.roles.may_be_heading(block):
        return True
    stopped = final_marks.is_stopped(block.plain.text) and not block.emphases
    if stopped and final_marks.last_mark(block.plain.text) == final_marks.last_mark(state.top.text):
        return False  # the paragraphs above it end so, too
    return stopped and state.roles.may_be_heading(block, _LONGEST_WITH_MARK)


def continues_heading(state: WalkState, block: Block, opening: PhraseMatch | None) -> bool:
    """Tell whether a line directly after a heading is its second line.

    It is bold, with any mark at its end, or in capitals without, or the title below a label that
    stands alone (`II`).
    """
    last = state.last
    if opening is not None or last is None or last.part != HEADING or under_head(state):
        return False
    if block_roles.is_all_emphasized(block, "bold", "bold italic"):
        return True
    text = block.plain.text
    if block.label is not None or final_marks.is_ended(text):
        return False
    return text.isupper() or (
        last.heading_label == last.text.strip(INVISIBLE) != ""
        and not block.emphases
        and state.roles.may_be_heading(block)
    )


def is_heading_with_mark(state: WalkState, block: Block, opening: PhraseMatch | None) -> bool:
    """Tell whether a short line between operative paragraphs is a heading with a mark by error.

    The number after it must continue the one before it: otherwise the line may be a paragraph
    that lost its number. No list of lines may be open. In scripts without capitals a heading may
    open like a paragraph; then its mark must be one that never ends an operative paragraph.
    """
    following = state.next_text()
    if state.list_intro is not None or following is None:
        return False
    if not (is_numbered(following) or goes_on_in_style(state, following)):
        return False
    if block.emphases and not block_roles.is_all_emphasized(block, "bold", "bold italic"):
        return False
    if opening is not None:
        capitals = state.roles.language.forms.get("capitals", True)
        if capitals or final_marks.last_mark(block.plain.text) not in _NEVER_AT_END:
            return False
    return (
        final_marks.is_ended(block.plain.text)
        and state.continues_numbering(following)
        and state.roles.may_be_heading(block, _LONGEST_WITH_MARK)
    )


def in_operative(state: WalkState, block: Block) -> None:
    """Read a block of text in the operative part."""
    label = block.label
    if label is not None and label.part == "preambular":
        state.last = state.add(PREAMBLE, block)
        return
    opens, under = operative_under_head(state, block)
    if opens:
        open_operative(state, block, under)
        return
    owner = house_part(state.roles.language, label) if label is not None else ""
    if owner == OPERATIVE:
        open_operative(state, block)
        return
    if owner and state.top is not None:
        open_item(state, block, OPERATIVE)
        return
    if is_numbered(block):
        if is_numbered_item(state, block):
            open_item(state, block, OPERATIVE)
        else:
            open_operative(state, block)
        return
    if label is not None and is_labelled_paragraph(state, block):
        open_operative(state, block)
        return
    if label is not None and state.top is not None:
        if label.style == "x." and not is_dotted_item(state, block):
            _read_unlabelled(state, block)
        else:
            open_item(state, block, OPERATIVE)
        return
    possible = block.possible_label
    if possible is not None and (
        is_item_of_number(state, possible) or is_capital_item(state, block, possible)
    ):
        open_item(state, block, OPERATIVE, possible)
        return
    _read_unlabelled(state, block)


def open_operative(state: WalkState, block: Block, label: Label | None = None) -> Paragraph:
    """Add an operative paragraph of level 0; `label` replaces that of the block."""
    paragraph = state.add(OPERATIVE, block, label=label)
    state.resolutions[-1].operative.append(paragraph)
    state.levels.clear()
    state.list_intro = paragraph if final_marks.ends_with_colon(paragraph.text) else None
    state.top = state.last = paragraph
    return paragraph


def open_item(state: WalkState, block: Block, part: Part, label: Label | None = None) -> None:
    """Add a sub-paragraph at the level that its label shows; `label` replaces that of the block."""
    paragraph = state.add(part, block, label=label)
    state.list_intro = None
    parent = state.levels.place(paragraph) or state.top
    assert parent is not None
    paragraph.parent = parent
    parent.children.append(paragraph)
    if final_marks.ends_with_colon(paragraph.text):
        state.list_intro = paragraph
    state.last = paragraph


def _read_unlabelled(state: WalkState, block: Block) -> None:
    """Read a block without label in the operative part."""
    if goes_on_speaking(state, block):
        open_operative(state, block)
        return
    last = state.last
    text = block.plain.text.lstrip(INVISIBLE)
    opening = state.roles.opening_below(text)
    emphasized = bool(block.emphases) and block.emphases[0].start <= 1
    number_alone = last is not None and last is state.top and not last.text.strip(INVISIBLE)
    open_paragraph = (
        last is not None
        and last.part == OPERATIVE
        and not _is_closed(last)
        and not _ends_with_comma_alone(state, last, opening)
    )
    if block_roles.is_marked_heading(block) or continues_heading(state, block, opening):
        state.section = state.heading(block)
    elif open_paragraph and (number_alone or not (emphasized and opening is not None)):
        assert last is not None
        if not number_alone and state.roles.is_heading(block) and not text[:1].islower():
            state.section = state.heading(block)
        else:
            continue_paragraph(last, block)
            if final_marks.ends_with_colon(last.text):
                state.list_intro = last
            elif number_alone:
                state.list_intro = None  # the text of the paragraph announces no items
    elif state.top is None and opening is None and state.roles.is_heading(block):
        state.section = state.heading(block)
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
        and (emphasized or state.list_intro is None or _follows_lines(state, block))
        and not (not emphasized and last is not None and _is_plain_line(state, block, last))
    ):
        open_operative(state, block)
    elif state.list_intro is not None and not (
        state.roles.is_heading(block) and leads_to_numbered(state)
    ):
        _add_line(state, block, state.list_intro)
    elif state.roles.is_heading(block) or (
        leads_to_numbered(state) and state.roles.may_be_heading(block)
    ):
        state.section = state.heading(block)
    elif _is_unnumbered_paragraph(state, block):
        open_operative(state, block)
    else:
        _add_line(state, block, state.top)


def _is_unnumbered_paragraph(state: WalkState, block: Block) -> bool:
    """Tell whether a block with unknown opening words is a paragraph where none has a number.

    The one before it ends with a semicolon, and so it has no further text.
    """
    top, last = state.top, state.last
    if top is None or top.label is not None or last is None or state.numbers_follow():
        return False
    text = block.plain.text.lstrip(INVISIBLE)
    return (
        final_marks.last_mark(last.text) in SEMICOLONS
        and last.text != ""
        and not (last.level and last.label is None)
        and final_marks.is_stopped(text)
        and not text[:1].islower()
    )


def _follows_lines(state: WalkState, block: Block) -> bool:
    """Tell whether a known phrase after lines without label opens the next paragraph.

    No paragraph has a number, and the last line does not open with a phrase itself.
    """
    top = state.top
    if top is None or top.label is not None or state.list_intro is not top or not top.children:
        return False
    line = top.children[-1]
    return (
        line.label is None
        and final_marks.is_stopped(line.text)
        and state.roles.opening(line.text) is None
        and bool(state.roles.language.forms.get("capitals"))
    )


def _ends_with_comma_alone(state: WalkState, last: Paragraph, opening: PhraseMatch | None) -> bool:
    """Tell whether a paragraph without label ended with a comma or no mark: the next verb follows.

    A capital shows that the verb opens a paragraph. In scripts without, both must open with
    operative verbs, and lines must not be set apart one by one.
    """
    top = state.top
    if opening is None or top is None or top.label is not None:
        return False
    mark = final_marks.last_mark(last.text)
    if not state.roles.language.forms.get("capitals", True):
        above = state.roles.opening(top.text)
        return (
            last is top
            and not state.spread
            and above is not None
            and state.roles.usual_part(opening) == state.roles.usual_part(above) == OPERATIVE
            and (mark in COMMAS or mark.isalnum())
            and not state.numbers_follow()
        )
    if "preambular" in opening.parts and not state.roles.resolves(opening):
        return False
    if last is not top:
        bullet = last.label is not None and last.label.kind == "bullet"
        return bullet and mark.isalnum() and not state.numbers_follow()
    return mark in COMMAS or (mark.isalnum() and not state.numbers_follow())


def _is_plain_line(state: WalkState, block: Block, last: Paragraph) -> bool:
    """Tell whether a block without emphasis is a short heading, or text after the items of a list.

    Only scripts without capitals need this: otherwise a paragraph that lost its number shows by
    its capital.
    """
    if state.roles.language.forms.get("capitals", True):
        return False
    if last.level and last.label is not None:
        return bool(state.top and state.top.emphases)
    if len(block.plain.text) > _LONGEST_PLAIN_HEADING:
        return False
    return leads_to_numbered(state) and state.roles.may_be_heading(block)


def _is_closed(paragraph: Paragraph) -> bool:
    """Tell whether an operative paragraph or item ends with its mark, or is a line."""
    if final_marks.is_stopped(paragraph.text):
        return True
    return paragraph.level > 0 and paragraph.label is None


def _is_misplaced_preamble(state: WalkState, block: Block, opening: PhraseMatch | None) -> bool:
    """Tell whether a block between operative paragraphs is a preambular paragraph.

    A section may begin with a preamble of its own: then a wrong mark, or none, changes nothing,
    and a phrase that opens both parts opens a preambular paragraph if a comma ends it. So does
    one after such a paragraph.
    """
    if opening is None or opening.organs is not None:
        return False
    comma = final_marks.last_mark(final_marks.text_before_markers(block)) in COMMAS
    under_heading = state.last is not None and state.last.part == HEADING
    if "operative" in opening.parts:
        begun = under_heading or (state.last is not None and state.last.part == PREAMBLE)
        return "preambular" in opening.parts and comma and begun
    return comma or under_heading or (state.last is not None and state.last.part == PREAMBLE)


def _add_line(state: WalkState, block: Block, parent: Paragraph) -> None:
    """Add a line without label that belongs to the paragraph above: a date, a cell, a quotation."""
    paragraph = state.add(OPERATIVE, block)
    paragraph.level = parent.level + 1
    paragraph.parent = parent
    parent.children.append(paragraph)
    state.last = paragraph
