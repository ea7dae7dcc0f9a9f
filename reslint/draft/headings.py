"""Headings that show none of a heading's mark-up: told from lines by what stands around them."""

from __future__ import annotations

from reslint.draft import signs as sign
from reslint.draft.model import HEADING
from reslint.draft.signs import is_numbered

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.blocks.model import Block
    from reslint.draft.parts import Walk
    from reslint.vocabulary.phrases import PhraseMatch

_LONGEST_WITH_MARK = 12  # words of a heading that ends like a paragraph; longer ones are texts
_NEVER_AFTER_OPERATIVE = ",，،:："  # marks that end no operative paragraph without items


def heads_next(walk: Walk) -> bool:
    """Whether a numbered paragraph, or another heading and then one, follows."""
    following = walk.next_text()
    if following is None:
        return False
    if is_numbered(following) or walk.signs.is_heading(following):
        return True
    after = walk.position + 2
    return (
        after < len(walk.texts)
        and is_numbered(walk.texts[after])
        and walk.signs.may_be_heading(following)
    )


def heads_operative(walk: Walk, block: Block) -> bool:
    """Whether a line without mark-up heads the operative part, whose first number follows.

    It may end with a mark by slip, but a comma makes it a paragraph of the preamble.
    """
    following = walk.next_text()
    if following is None or not is_numbered(following) or walk.top is None:
        return False
    assert following.label is not None
    if following.label.value != 1:
        return False
    if walk.signs.may_be_heading(block):
        return True
    stopped = sign.is_stopped(block.plain.text) and not block.emphases
    return stopped and walk.signs.may_be_heading(block, _LONGEST_WITH_MARK)


def continues_heading(walk: Walk, block: Block, opening: PhraseMatch | None) -> bool:
    """Whether an emphasized line right after a heading is its second line, whatever ends it."""
    last = walk.last
    return (
        opening is None
        and last is not None
        and last.part == HEADING
        and sign.is_all(block, "bold", "bold italic")
    )


def is_heading_with_mark(walk: Walk, block: Block, opening: PhraseMatch | None) -> bool:
    """Whether a short line among operative paragraphs is a heading that ends with a mark by slip.

    The numbers before and after it count on as if it were not there, so that it is no paragraph
    that lost its own; no list of lines is open. In scripts without capitals a heading may open as
    paragraphs do: then its mark has to be one that ends none of them.
    """
    following = walk.next_text()
    if walk.lines_under is not None or following is None or not is_numbered(following):
        return False
    if block.emphases and not sign.is_all(block, "bold", "bold italic"):
        return False
    if opening is not None:
        capitals = walk.signs.language.forms.get("capitals", True)
        if capitals or sign.last_mark(block.plain.text) not in _NEVER_AFTER_OPERATIVE:
            return False
    return (
        sign.is_ended(block.plain.text)
        and walk.counts_on(following)
        and walk.signs.may_be_heading(block, _LONGEST_WITH_MARK)
    )
