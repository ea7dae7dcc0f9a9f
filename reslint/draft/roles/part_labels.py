"""Recognize the lines by which drafters name the parts: `OPERATIVE CLAUSES`, `Preamble:`."""

from __future__ import annotations

from reslint.draft.model import OPERATIVE, PREAMBLE
from reslint.draft.roles import block_roles
from reslint.text.folding import INVISIBLE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.blocks.model import Block
    from reslint.draft.model import Part
    from reslint.draft.roles.block_roles import BlockRoles


_LONGEST = 60
_LABELS = ((PREAMBLE, "preamble_label"), (OPERATIVE, "operative_label"))
_AROUND = "*_-–—=~#<>[]()|" + ":：."


def labelled_part(roles: BlockRoles, block: Block) -> Part | None:
    """Return the part that a block announces (`OPERATIVE CLAUSES`, `Preamble:`), or None."""
    if len(block.plain.text) > _LONGEST:
        return None
    text = block_roles.body(block).strip(INVISIBLE + _AROUND)
    for part, name in _LABELS:
        if not roles.language.may_match(name, text):
            continue
        pattern = roles.language.pattern(name)
        if pattern is not None and pattern.fullmatch(text):
            return part
    return None
