"""Recognize lines of sponsors, votes and remarks, which belong to no draft: `Signatories: …`."""

from __future__ import annotations

from reslint.text.folding import INVISIBLE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.blocks.model import Block
    from reslint.draft.roles.block_roles import BlockRoles


_LONGEST_ASIDE = 600
_LONGEST_LABEL = 60
_LONGEST_START = 160  # characters of an aside that show that it is one
_DECORATION = "*_-–—=~#<>[]()|"


def is_line_of_asides(roles: BlockRoles, block: Block) -> bool:
    """Tell whether a block is a line of sponsors, votes or remarks, not of a draft."""
    text = block.plain.text.strip(INVISIBLE + _DECORATION)
    if len(text) > _LONGEST_ASIDE:
        return False
    # « Remarque : » is the label of an aside, « Remarque que » opens a paragraph.
    head = text[:_LONGEST_LABEL]
    if ":" not in head and "：" not in head and roles.opening(text) is not None:
        return False
    if not roles.language.may_match("aside", text[:_LONGEST_START]):
        return False
    pattern = roles.language.pattern("aside")
    return pattern is not None and pattern.match(text) is not None
