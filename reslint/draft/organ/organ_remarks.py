"""Find the remark that a drafter or a guide wrote behind the organ line, on its line.

"The General Assembly, [format may vary]", "*The General Assembly*, // organ".
"""

from __future__ import annotations

from reslint.data.patterns import expression
from reslint.draft.roles.block_roles import LONGEST_ORGAN_LINE
from reslint.text.folding import COLONS, COMMAS, INVISIBLE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.blocks.model import Block
    from reslint.draft.roles.block_roles import BlockRoles


_LONGEST_REMARK = 120
_STARTS = ("[", "(", "［", "（", "【", "//", "←", "<-", "#")
# A remark holds a letter: `[1]` is the mark of a note.
_REMARK = expression(
    r"(?:(?:\[[^\[\]]*\]|[(（［【][^()（）［］【】]*[)）］】])|(?://+|←|<-+|#+\s)[^\n]*)[.,;،，。]?"
)
_LETTERS = expression(r"[^\W\d_]{2}|[\u2e80-\uffff]")


def place_of_remark(block: Block, following: Block | None, roles: BlockRoles) -> int | None:
    """Return the plain offset at which the remark behind an organ line begins, None for no remark.

    The words before it are the organ line of a known organ, and a paragraph opens in the block
    below (`following`).
    """
    text = block.plain.text.rstrip(INVISIBLE)
    if len(text) > LONGEST_ORGAN_LINE + _LONGEST_REMARK or block.label is not None:
        return None
    places = [at for at in (text.find(start) for start in _STARTS) if at > 0]
    if not places:
        return None
    at = min(places)
    remark = text[at:]
    line = text[:at].rstrip(INVISIBLE)
    if len(remark) > _LONGEST_REMARK or not line or not roles.opens_paragraph(following):
        return None
    if _REMARK.fullmatch(remark) is None or _LETTERS.search(remark) is None:
        return None
    organs = roles.language.organs
    marked = line[-1] in COMMAS + COLONS
    organ = organs.names.of_line(line) or (organs.names.named(line) if marked else None)
    return at if organ is not None else None
