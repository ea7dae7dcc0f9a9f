"""Tell the labels of operative paragraphs from those of sub-paragraphs in the walk over a draft."""

from __future__ import annotations

from reslint.draft.model import HEADING, OPERATIVE
from reslint.draft.roles import block_roles, final_marks
from reslint.draft.roles.label_series import is_infinitive, opens_infinitive

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.blocks.label import Label
    from reslint.blocks.model import Block
    from reslint.draft.model import Paragraph
    from reslint.draft.parts.walk_state import WalkState
    from reslint.draft.roles.block_roles import BlockRoles
    from reslint.language.language import Language
    from reslint.language.phrases import PhraseMatch


_OPERATIVE_ALONE = frozenset({"operative"})
_FAR_BELOW = 6  # blocks among which the second letter stands: lines may be broken anywhere
_BARE = ("X.", "x -", "I.")  # styles that are labels of items only in a list


def is_labelled_paragraph(state: WalkState, block: Block) -> bool:
    """Tell whether a bullet, a letter or `(2)` is the label of an operative paragraph.

    It opens with an operative leading phrase, no colon announced it, and the paragraph before it
    has a label of the same kind, or none. A number in brackets may also continue other numbers,
    if an emphasized verb follows. Otherwise it is an item of a list.
    """
    label, top = block.label, state.top
    assert label is not None
    if top is None or state.list_intro is not None:
        return False
    opening = state.roles.opening(block_roles.body(block))
    if top.label is None or label.kind == "bullet":
        emphasized = block_roles.is_emphasized_at(block, label.body)
        if top.label is not None and top.label.kind != "bullet":
            return emphasized and opening is not None and "operative" in opening.parts
        same = top.label is not None and block.indent <= top.blocks[0].indent
        if opening is None:
            return same and (
                emphasized
                or _is_announced(state)
                or _goes_on_in_small_letters(state.roles, top, block)
            )
        return "operative" in opening.parts and (same or emphasized or not state.levels.last)
    circled = label.kind == top.label.kind == "circled"  # （一） stands above 1. in Chinese
    if opening is None and not circled and not opens_infinitive(block, label, state.roles):
        return False
    if (label.kind, label.style) == (top.label.kind, top.label.style):
        if label.value == top.label.value + 1 or _decides_again(state, block, opening):
            return True
        under_heading = state.last is not None and state.last.part == HEADING
        return under_heading and heads_letters(state, block)
    return _continues_in_brackets(state, block)


def _decides_again(state: WalkState, block: Block, opening: PhraseMatch | None) -> bool:
    """Tell whether `(4)` after `(2)` opens a paragraph: an operative verb stands behind it.

    It is emphasized, or no item is open to which the number could belong.
    """
    label = block.label
    return (
        label is not None
        and label.kind == "number"
        and opening is not None
        and "operative" in opening.parts
        and (state.levels.last is None or block_roles.is_emphasized_at(block, label.body))
    )


def _is_announced(state: WalkState) -> bool:
    """Tell whether a line such as RESUELVE: stands above the paragraphs, in any words."""
    if state.resolutions[-1].late_line is not None:
        return True
    return state.section is not None and state.section.announces == OPERATIVE


def _goes_on_in_small_letters(roles: BlockRoles, top: Paragraph, block: Block) -> bool:
    """Tell whether bullets open alike: with operative phrases in small letters, or infinitives."""
    first = top.blocks[0]
    if opens_operative_in_small_letters(roles, first):
        return opens_operative_in_small_letters(roles, block)
    if top.label is None or block.label is None:
        return False
    return is_infinitive(first, top.label, roles) and is_infinitive(block, block.label, roles)


def opens_operative_in_small_letters(roles: BlockRoles, block: Block) -> bool:
    """Tell whether a block opens with an operative phrase in small letters behind its label."""
    text = block_roles.body(block)
    opening = roles.phrases.match(text)
    return (
        opening is not None
        and not opening.start
        and text[:1].islower()
        and opening.parts == _OPERATIVE_ALONE
    )


def heads_letters(state: WalkState, first: Block | None) -> bool:
    """Tell whether the block below a heading is the first of operative paragraphs in letters.

    The paragraphs before the heading have such letters, too, and an emphasized operative phrase
    follows.
    """
    top = state.top.label if state.top is not None else None
    label = first.label if first is not None else None
    if first is None or label is None or top is None or label.value != 1:
        return False
    if label.kind != "letter" or (top.kind, top.style) != (label.kind, label.style):
        return False
    opening = state.roles.opening(block_roles.body(first))
    emphasized = block_roles.is_emphasized_at(first, label.body)
    return emphasized and opening is not None and "operative" in opening.parts


def _continues_in_brackets(state: WalkState, block: Block) -> bool:
    """Tell whether `(3)` or `3)` before an emphasized verb continues numbers of another style."""
    label = block.label
    return (
        label is not None
        and label.style in ("(N)", "N)")
        and state.list_intro is None
        and state.continues_numbering(block)
        and (bool(block.emphases) or _is_style_of_paragraphs(state, label))
        and state.roles.opening(block_roles.body(block)) is not None
    )


def _is_style_of_paragraphs(state: WalkState, label: Label) -> bool:
    """Tell whether an operative paragraph has a number in this style: `2)` above `OP2 bis`."""
    return any(
        one.label is not None and (one.label.kind, one.label.style) == (label.kind, label.style)
        for one in state.resolutions[-1].operative
    )


def goes_on_in_style(state: WalkState, block: Block | None) -> bool:
    """Tell whether a block has the next number in the style of the operative paragraphs.

    So `(3)` opens a paragraph where the one before it is `(2)`, though other drafts have such
    numbers in sub-paragraphs alone.
    """
    label, top = block.label if block is not None else None, state.top
    if block is None or label is None or top is None or top.label is None:
        return False
    return label.style == top.label.style and state.continues_numbering(block)


def is_item_of_number(state: WalkState, label: Label) -> bool:
    """Tell whether `1.2` or `1.a` is an item under paragraph 1: the first, or the next."""
    top = state.top.label if state.top is not None else None
    if top is None or label.under != top.value:
        return False
    return label.value == 1 or state.levels.last is not None


def is_capital_item(state: WalkState, block: Block, label: Label) -> bool:
    """Tell whether `A.`, `a -` or `I.` is an item of the paragraph above it, no heading or text.

    The first leads to `B.` and begins with a small letter, or follows a paragraph that is not
    ended, an item less far in, or a Roman number (`I. …; A. …; 1. …`, an outline); others continue
    a list.
    """
    last = state.last
    if label.style not in _BARE or block.kind != "text" or state.top is None or last is None:
        return False
    before = next(
        (one.label for one in reversed(state.levels.open()) if _has_style(one, label)), None
    )
    if before is not None:
        return label.value == before.value + 1
    below = state.texts[state.position + 1 : state.position + 1 + _FAR_BELOW]
    after = next((one.possible_label for one in below if one.possible_label is not None), None)
    return (
        label.value == 1
        and last.part == OPERATIVE
        and (
            _leads_to_items(last)
            or (_is_outline(state) and final_marks.is_ended(last.text))
            or block.plain.text[label.body : label.body + 1].islower()
            or (state.levels.last is last and block.indent > last.blocks[0].indent + 1)
        )
        and after is not None
        and (after.style, after.value) == (label.style, 2)
    )


def _has_style(paragraph: Paragraph, label: Label) -> bool:
    return paragraph.label is not None and paragraph.label.style == label.style


def _leads_to_items(paragraph: Paragraph) -> bool:
    """Tell whether a paragraph has no final mark, or a colon."""
    return not final_marks.is_stopped(paragraph.text) or final_marks.ends_with_colon(paragraph.text)


def _is_outline(state: WalkState) -> bool:
    """Tell whether the paragraphs have Roman numbers, and letters and figures are below them."""
    top = state.top.label if state.top is not None else None
    return top is not None and top.style == "I."


def is_numbered_item(state: WalkState, block: Block) -> bool:
    """Tell whether a number is the label of a sub-paragraph, not of a paragraph.

    So is 1 after a colon, if it stands further in, has another style than the paragraphs, or
    does not open like a paragraph; and so are the numbers that continue such a list. `1.` after
    `(a) …:` begins one too, and 1 after an item that is only a title, without final mark. Also an
    item is the number after ’1‘ that does not continue the paragraphs.
    """
    label, top = block.label, state.top
    assert label is not None
    if top is None or label.part == "operative":
        return False
    opening = state.roles.opening(block_roles.body(block))
    operative = opening is not None and "operative" in opening.parts
    if state.subject and top.label is None:
        if block_roles.body(block).startswith(state.subject):
            return False
        # "Congress calls on the clerk to:" above 1, 2
        first = label.value == 1 and state.list_intro is not None
        return first or continues_item(state, block, inside=False)
    if _is_outline(state) and label.style == "N." and state.levels.last is not None:
        return not operative and (label.value == 1 or continues_item(state, block, inside=False))
    if top.label is not None and top.label.kind == "number":
        if label.style == "N)" != top.label.style:
            return not _continues_in_brackets(state, block)
        inside = block.indent > top.blocks[0].indent + 1
        announced = state.list_intro is not None and label.value == 1
        emphasized = operative and block_roles.is_emphasized_at(block, label.body)
        if announced and not emphasized:
            return inside or not operative or not state.roles.language.forms.get("capitals", True)
        if inside and continues_item(state, block, inside=True):
            return True
        if inside and label.value == 1 and opening is None:
            if state.levels.last is not None or not final_marks.is_ended(top.text):
                return True
        if label.style != top.label.style and continues_item(state, block, inside=False):
            return True  # 二、 in a list below `1.`, whatever words follow it
    elif top.label is not None and top.label.kind == "circled":
        return label.value == 1 or continues_item(state, block, inside=False)
    elif top.label is not None and top.label.kind in ("bullet", "letter"):
        # `1.` further in than the bullet or letter of its paragraph.
        emphasized = operative and block_roles.is_emphasized_at(block, label.body)
        inside = block.indent > top.blocks[0].indent + 1
        if inside and not emphasized:
            return label.value == 1 or continues_item(state, block, inside=True)
    last = state.levels.last
    if last is None or operative:
        return False
    if label.value == 1:
        return state.list_intro is last or (
            state.last is last and not final_marks.is_ended(last.text)
        )
    return continues_item(state, block, inside=False) or _leaves_out_a_number(top, last, label)


def _leaves_out_a_number(top: Paragraph, item: Paragraph, label: Label) -> bool:
    """Tell whether a number comes two after that of the last item, far from its paragraph's."""
    before = item.label
    return (
        before is not None
        and before.style == label.style
        and label.value == before.value + 2
        and (top.label is None or abs(label.value - top.label.value) > 2)
    )


def continues_item(state: WalkState, block: Block, *, inside: bool) -> bool:
    """Tell whether a number continues an open list; with `inside`, one that is as far in."""
    label = block.label
    assert label is not None
    continues = _continues_in_same_style(state, block)
    return any(
        item.label is not None
        and (item.label.style == label.style or (item.label.kind == "quoted" and not continues))
        and item.label.value == label.value - 1
        and (item.blocks[0].indent <= block.indent + 1 if inside else True)
        for item in state.levels.open()
    )


def _continues_in_same_style(state: WalkState, block: Block) -> bool:
    """Tell whether a number continues the last paragraph in its style, and ’3‘ does not follow it.

    If the next label is the next number in quotation marks, this one belongs to that series.
    """
    label, following = block.label, state.next_text()
    assert label is not None and state.top is not None
    if (
        not state.continues_numbering(block)
        or state.top.label is None
        or state.top.label.style != label.style
    ):
        return False
    after = following.label if following is not None else None
    return after is None or (after.kind, after.value) != ("quoted", label.value + 1)


def is_dotted_item(state: WalkState, block: Block) -> bool:
    """Tell whether `a.` is a label here: the first of a list, or the next letter in an open one."""
    label = block.label
    assert label is not None
    last = state.levels.last
    if last is not None and last.label is not None and last.label.style == "x.":
        return True
    if label.value == 1 or label.roman_value == 1:
        return True
    return any(
        item.label is not None
        and item.label.kind == label.kind == "letter"
        and item.label.value == label.value - 1
        for item in state.levels.open()
    )


def house_part(language: Language, label: Label) -> str:
    """Return what a label says by its style alone in a house with labels of its own.

    It is `operative` for that of an operative paragraph, `items` for that of a sub-paragraph, ""
    where the style does not tell.
    """
    looks: dict[str, set[tuple[str, str]]] | None = language.forms.get("house_labels")
    if looks is None:
        return ""
    owners = [part for part, known in looks.items() if (label.kind, label.style) in known]
    return owners[0] if len(owners) == 1 else ""
