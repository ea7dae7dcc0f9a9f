"""Find who decides above an operative paragraph in one block: "NOW, THEREFORE, THE COMMISSION:".

Some bodies write the first verb on the next line, or on the same one: "THE COMMISSION: AGREES to
meet". Text of a page has the title in that block, too. Set apart, the line is read as elsewhere.
"""

from __future__ import annotations

from reslint.blocks.labels import find_label
from reslint.draft.roles.line_places import LONGEST_LOOK, begins_line
from reslint.text.folding import CLAUSE_ENDS, COLONS, COMMAS, INVISIBLE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.blocks.model import Block
    from reslint.draft.roles.block_roles import BlockRoles


_LONGEST = 160  # characters of a line that says who decides
_LONGEST_ABOVE = 2000  # characters of the title above it in its block
_MOST_WORDS = 6  # of a name that no word such as "hereby" follows
_INSIDE = CLAUSE_ENDS + '«»“”"()'  # marks that stand in no such line


def announcement_at_start(text: str, roles: BlockRoles) -> int | None:
    """Return the offset at which the operative paragraph begins behind such a line, or None."""
    colons = [at for mark in COLONS if (at := text.find(mark, 0, _LONGEST)) >= 0]
    if not colons:
        return None
    colon = min(colons)
    at = colon + 1 + len(text[colon + 1 :]) - len(text[colon + 1 :].lstrip(INVISIBLE))
    if not _opens_operative(text[at : at + LONGEST_LOOK], roles):
        return None
    return at if _says_who_decides(text[:colon].strip(INVISIBLE), roles) else None


def line_above_operative(block: Block, text: str, roles: BlockRoles) -> tuple[int, int] | None:
    """Return where such a line begins in a block, and where the paragraph below it does, or None.

    The line begins the block or a line of it, and the paragraph below it a line. `text` is that
    of the source.
    """
    plain = block.plain.text
    if not any(colon in plain[:_LONGEST_ABOVE] for colon in COLONS):
        return None
    found = None
    for start, _, _ in block.plain.runs:
        if start > _LONGEST_ABOVE or (found is not None and start >= found[1]):
            break
        if start and not begins_line(block, start, text):
            continue
        length = announcement_at_start(plain[start : start + _LONGEST + LONGEST_LOOK], roles)
        if length is not None and begins_line(block, start + length, text):
            found = start, start + length  # the last line before the colon is the shortest
    return found


def announcement_before_number(block: Block, roles: BlockRoles) -> int | None:
    """Return the offset behind a body that decides, where the number 1 follows on its line.

    "The Council decides: 1. To dig. 2. To plant." None for any other block.
    """
    text = block.plain.text
    if block.label is not None:
        return None
    colon = next((at for at, mark in enumerate(text[:_LONGEST]) if mark in COLONS), None)
    if colon is None or any(mark in text[:colon] for mark in COMMAS):
        return None
    announced = roles.language.organs.announcements.announces(text[: colon + 1])
    if announced is None or not announced[0]:
        return None
    first = len(text) - len(text[colon + 1 :].lstrip(INVISIBLE))
    label = find_label(text[first : first + _LONGEST])
    return first if label is not None and (label.kind, label.value) == ("number", 1) else None


def _says_who_decides(line: str, roles: BlockRoles) -> bool:
    """Tell whether a line without its colon names who decides, and nothing else."""
    if not line or any(mark in line for mark in _INSIDE) or roles.opening(line) is not None:
        return False
    organs = roles.language.organs
    announced = organs.announcements.announces(line)
    if announced is not None:
        return bool(announced[0])
    short = len(line.split()) <= _MOST_WORDS
    return short and (organs.names.named(line) is not None or organs.bodies.says_kind(line))


def _opens_operative(text: str, roles: BlockRoles) -> bool:
    """Tell whether a text opens with a phrase that is operative as a rule."""
    opening = roles.opening(text)
    return opening is not None and not opening.start and roles.usual_part(opening) == "operative"
