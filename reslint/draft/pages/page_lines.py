"""Leave out lines of the page that only the draft around them tells: running heads, page numbers.

A document symbol or a web address alone in a block, a job number, or a number alone is no part of
the text once the text has begun. Above it the symbol belongs to the masthead.
"""

from __future__ import annotations

from reslint.blocks.furniture import is_running_head
from reslint.data.patterns import expression
from reslint.draft.pages.repeated_heads import repeated_heads, without_heads_at_end
from reslint.draft.roles import block_roles, final_marks
from reslint.draft.roles.block_roles import is_numbered
from reslint.text.folding import COMMAS, INVISIBLE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.blocks.model import Block
    from reslint.draft.roles.block_roles import BlockRoles


_LONGEST = 120
_LONGEST_NUMBER = 3
_AROUND_NUMBER = "[]"
_SYMBOL = r"[A-Z]{1,8}(?:/[A-Z0-9][A-Za-z0-9.()-]*){1,7}"
_JOB = r"[0-9]{2}-[0-9]{5}(?:\s?\([A-Z]\))?"
_PAGE = r"[0-9]{1,3}(?:\s?/\s?[0-9]{1,3})?"
_MOST_PIECES = 5  # between spaces: `24-12345 (E) 1 / 3`
_PAGE_LINE = expression(
    rf"(?:{_JOB}(?:\s+{_PAGE})?|{_PAGE}\s+{_JOB}|{_SYMBOL}(?:\s+{_PAGE})?|{_PAGE}\s+{_SYMBOL}"
    r"|<?(?:https?://|www\.)\S+)"
)


def without_page_lines(blocks: list[Block], roles: BlockRoles) -> list[Block]:
    """Return the blocks without such lines; the list itself if there are none."""
    found = [
        index
        for index, block in enumerate(blocks)
        if block.kind == "text"
        and len(block.plain.text) <= _LONGEST
        and block.label is None
        and may_be_page_line(block.plain.text.strip(INVISIBLE))
    ]
    begun = next((index for index, block in enumerate(blocks) if _opens(block, roles)), len(blocks))
    left_out = {index for index in found if index > begun and _stands_alone(blocks, index, roles)}
    left_out |= {index for index in _page_numbers_in_brackets(blocks) if index > begun}
    left_out |= repeated_heads(blocks, begun, roles)
    blocks = without_heads_at_end(blocks, begun)
    if not left_out:
        return blocks
    return [block for index, block in enumerate(blocks) if index not in left_out]


def _page_numbers_in_brackets(blocks: list[Block]) -> set[int]:
    """The places of numbers in brackets, alone on their lines, that go on with no series: (20)."""
    found: set[int] = set()
    before = 0
    for index, block in enumerate(blocks):
        label = block.label
        if label is None or label.style != "(N)":
            continue
        if label.value > before + 1 and label.body >= len(block.plain.text.rstrip(INVISIBLE)):
            found.add(index)
        else:
            before = label.value
    return found


def may_be_page_line(text: str) -> bool:
    """Tell whether a text has the form of a line of the page."""
    if is_running_head(text):
        return True
    if (number := text.strip(_AROUND_NUMBER)).isdecimal():
        return len(number) <= _LONGEST_NUMBER and int(number) > 0
    # Such a line has few words, and a hyphen or stroke: others need no expression.
    if not ("-" in text or "/" in text or text.startswith("www.")) or text[-1] == ".":
        return False  # a full stop ends a sentence
    if text[0].isupper() and not any(map(str.isdigit, text)):
        return False
    pieces = text.split(None, _MOST_PIECES)
    if len(pieces) > _MOST_PIECES:
        return False
    if not all(map(str.isascii, pieces)) and "//" not in text and not text.startswith("www."):
        return False  # addresses alone may have other letters
    return _PAGE_LINE.fullmatch(text) is not None


def _opens(block: Block, roles: BlockRoles) -> bool:
    """Tell whether a block opens like a paragraph of a draft."""
    return block.kind == "text" and roles.opening(block_roles.body(block)) is not None


def _stands_alone(blocks: list[Block], index: int, roles: BlockRoles) -> bool:
    """Tell whether a line is no number that a paragraph below it lost, and no cell of a table.

    A page number cuts a sentence in two, or stands between two paragraphs, or above a heading.
    Where no paragraph has a number, 7 alone is none that the paragraph below it lost.
    """
    if not blocks[index].plain.text.strip(INVISIBLE + _AROUND_NUMBER).isdecimal():
        return True
    following = blocks[index + 1] if index + 1 < len(blocks) else None
    if following is None:
        return False
    if not final_marks.is_ended(blocks[index - 1].plain.text):
        return following.label is None and following.plain.text[:1].islower()
    if following.label is not None:
        return is_numbered(following)
    opening = roles.opening(following.plain.text) if following.kind == "text" else None
    if opening is None:
        return roles.is_heading(following) or (
            roles.may_be_heading(following) and not _goes_on(blocks, index)
        )
    if "operative" not in opening.parts or final_marks.last_mark(following.plain.text) in COMMAS:
        return True
    return not _is_first(blocks[index]) and not any(
        is_numbered(block) or _is_first(block) for block in blocks[:index]
    )


def _goes_on(blocks: list[Block], index: int) -> bool:
    """Tell whether a number alone is the next one behind the last number of a paragraph."""
    numbers = [block.label.value for block in blocks[:index] if block.label and is_numbered(block)]
    alone = int(blocks[index].plain.text.strip(INVISIBLE + _AROUND_NUMBER))
    return alone == (numbers[-1] if numbers else 0) + 1


def _is_first(block: Block) -> bool:
    """Tell whether a block is the number 1 alone."""
    return block.plain.text.strip(INVISIBLE + _AROUND_NUMBER) == "1"
