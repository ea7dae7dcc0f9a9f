"""Read paragraphs that stand behind other text on one line: "…, they decide: 1. To dig."."""

from __future__ import annotations

from reslint.draft.line_places import is_within_line
from reslint.text.folding import CLAUSE_ENDS, COLONS, INVISIBLE, SPACES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.blocks.model import Block
    from reslint.draft.block_roles import BlockRoles


def next_of_any_words(block: Block, text: str, roles: BlockRoles, end: int) -> int:
    """Return where the next numbered paragraph of any words begins, `end` at the latest.

    "…, the Heads of State decide: 1. To repair …. 2. To report …." on the line of the organ: the
    number 1 follows a colon, and 2 a mark after it; a capital follows each.
    """
    label = block.label
    plain = block.plain.text
    value = label.value + 1 if label is not None else 1
    if plain.find(f" {value}.") < 0 or not is_within_line(block, text):
        return end
    if label is None:
        marks: str = COLONS
    elif label.kind == "number" and roles.opening(plain[label.body :]) is None:
        marks = CLAUSE_ENDS
    else:
        return end
    at = _number_behind(plain, value, marks, 0, end)
    if at is None or (label is None and _number_behind(plain, 2, CLAUSE_ENDS, at) is None):
        return end
    return at


def _number_behind(
    plain: str, value: int, marks: str, start: int, end: int | None = None
) -> int | None:
    """Return where a number with a stop and a capital stands behind one of the marks, or None."""
    needle = f" {value}."
    at = plain.find(needle, start, end)
    while at > 0:
        body = plain[at + len(needle) : at + len(needle) + 3].lstrip(SPACES)
        if body[:1].isupper() and plain[:at].rstrip(INVISIBLE)[-1:] in tuple(marks):
            return at + 1
        at = plain.find(needle, at + 1, end)
    return None
