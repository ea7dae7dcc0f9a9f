"""Find reasons that go on with the same word on one line: "CONSIDERANDO Que …; Que …;".

Parliaments write each reason as a clause below or behind one phrase. A capital behind the mark
shows that the next one begins; within a reason the word has none.
"""

from __future__ import annotations

from reslint.draft.roles.line_places import begins_line, is_within_line
from reslint.text.folding import COLONS, COMMAS, INVISIBLE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.blocks.model import Block
    from reslint.draft.roles.block_roles import BlockRoles


_BETWEEN = INVISIBLE + COMMAS + COLONS
_LONGEST_WORD = 12  # characters that show the word


def next_reason(block: Block, text: str, roles: BlockRoles, end: int) -> int:
    """Return where the next reason begins before the plain offset `end`, else `end`.

    The block opens with a preambular phrase and such a reason, or with a reason: then that stands
    behind other text on its line, or the next one begins a line. `text` is that of the source.
    """
    plain = block.plain.text
    pattern = roles.language.pattern("that_alone")
    if pattern is None or plain.find(";", 0, end) < 0:
        return end
    first = plain[:_LONGEST_WORD].lstrip(INVISIBLE)
    opening = roles.opening(plain)
    if opening is not None and "operative" not in opening.parts:
        behind = plain[opening.head_end :].lstrip(_BETWEEN)
        if pattern.match(behind) is None or behind[:1].islower():
            return end
        anywhere = True
    elif first[:1].isupper() and pattern.match(first):
        anywhere = is_within_line(block, text)
    else:
        return end
    joints = tuple(f"{word} " for word in roles.language.forms.get("item_conjunctions", ()))
    at = plain.find("; ")
    while 0 <= at < end:
        place = at + 2
        for joint in joints:
            place += len(joint) if plain.startswith(joint, at + 2) else 0  # `; y Que`
        if plain[place : place + 1].isupper() and pattern.match(plain, place) is not None:
            if anywhere or begins_line(block, place, text):
                return place
        at = plain.find("; ", place)
    return end
