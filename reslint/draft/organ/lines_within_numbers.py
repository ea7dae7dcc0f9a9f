"""Find the line of the organ between the numbers of the preamble and those of the operative part.

Conferences of parties number all paragraphs in one series: `5. THANKING the experts;` above THE
CONFERENCE OF THE PARTIES above `6. ADOPTS the plan;`. The line has no mark.
"""

from __future__ import annotations

from reslint.draft.roles import block_roles
from reslint.draft.roles.block_roles import LONGEST_ORGAN_LINE, is_numbered
from reslint.language.organ_names import OTHER
from reslint.text.folding import INVISIBLE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reslint.blocks.model import Block
    from reslint.draft.roles.block_roles import BlockRoles


def organ_within_numbers(texts: Sequence[Block], position: int, roles: BlockRoles) -> str | None:
    """Return the organ of such a line, None for any other block.

    A number above 1 stands below it, before a verb of the operative part.
    """
    block = texts[position]
    text = block.plain.text.strip(INVISIBLE)
    if position + 1 >= len(texts) or not is_numbered(texts[position + 1]):
        return None
    if block.label is not None or len(text) > LONGEST_ORGAN_LINE or not text[-1:].isalpha():
        return None
    label = texts[position + 1].label
    if label is None or label.value <= 1 or not _opens_operative(texts, position + 1, roles):
        return None
    organs = roles.language.organs
    organ = organs.names.named(text)
    return OTHER if organ is None and organs.bodies.says_kind(text) else organ


def _opens_operative(texts: Sequence[Block], position: int, roles: BlockRoles) -> bool:
    """Tell whether a block opens with an operative verb, or the next one if its label is alone."""
    text = block_roles.body(texts[position])
    if not text.strip(INVISIBLE) and position + 1 < len(texts):
        text = texts[position + 1].plain.text
    opening = roles.opening(text)
    return opening is not None and roles.usual_part(opening) == "operative"
