"""Find paragraphs in capitals on one line: "WHEREAS …; and WHEREAS …; BE IT RESOLVED …".

Councils write their resolutions so, and web pages show them on one line. A conjunction may stand
between a mark and the next paragraph.
"""

from __future__ import annotations

from reslint.draft.line_places import LONGEST_LOOK
from reslint.text.folding import CLAUSE_ENDS, COMMAS, INVISIBLE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.blocks.model import Block
    from reslint.draft.block_roles import BlockRoles


_MARKS = COMMAS + CLAUSE_ENDS
_FIRST_WORD = 24  # characters that hold the first word of a paragraph


def next_in_capitals(block: Block, roles: BlockRoles, end: int) -> int:
    """Return where the next such paragraph begins before the plain offset `end`, else `end`.

    The paragraphs of the block open in capitals, and are not in capitals throughout.
    """
    plain = block.plain.text
    if not plain[:2].isupper():
        return end
    first = plain[:_FIRST_WORD].split(",", 1)[0].split(" ", 1)[0]
    if block.label is not None or len(first) < 2 or not first.isupper() or plain.isupper():
        return end
    words: list[str] = ["", *roles.language.forms.get("item_conjunctions", ())]
    places = []
    for word in words:
        gap = f" {word} " if word else " "
        at = plain.find(gap)
        while 0 <= at < end:
            place = at + len(gap)
            if plain[at - 1 : at] in tuple(_MARKS) and _opens(plain, place, roles):
                places.append(place)
                break
            at = plain.find(gap, at + 1)
    return min([end, *places])


def _opens(plain: str, at: int, roles: BlockRoles) -> bool:
    """Tell whether a paragraph opens at a place with a leading phrase in capitals."""
    if not plain[at : at + 2].isupper():
        return False
    text = plain[at : at + LONGEST_LOOK]
    opening = roles.opening(text)
    if opening is None or text[: opening.start].strip(INVISIBLE + COMMAS):
        return False
    motion = roles.language.pattern("motion")
    resolved = motion is not None and motion.match(text) is not None
    return text[: opening.head_end].isupper() and (resolved or "operative" not in opening.parts)
