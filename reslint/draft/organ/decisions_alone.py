"""Find what announces decisions alone: a line without a preamble above it, a word without a body.

"The Council of Villages decides:" above the number 1, "Hereby," below a preamble.
"""

from __future__ import annotations

from reslint.draft.roles import block_roles
from reslint.draft.roles.block_roles import has_number, is_first
from reslint.draft.roles.final_marks import last_mark
from reslint.draft.roles.label_series import announces_operative
from reslint.draft.roles.part_labels import is_line_of_reasons
from reslint.text.folding import CLAUSE_ENDS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reslint.blocks.model import Block
    from reslint.draft.roles.block_roles import BlockRoles


_LONGEST_TITLE = 200  # characters of a line that says that a resolution stands below it
_LONGEST_WORDS = 40  # characters of "Hereby, solemnly", without a body
_FAR_BELOW = 12  # blocks among which number 2 must stand, with the items of number 1


def announced_alone(
    announced: dict[int, str], texts: Sequence[Block], roles: BlockRoles
) -> int | None:
    """Return the position of a line such as "The Council of Heads of State decided:", or None.

    No preamble stands above it, but a title that speaks of a resolution or decision; the number 1
    stands below, or a verb of the operative part. Where nothing at all stands above, the number 2
    must follow.
    """
    position = min(announced)
    first = position + 1
    if first < len(texts) and announces_operative(texts[first], roles):
        first += 1  # the verb stands on a line of its own
    if not announced[position] or first >= len(texts):
        return None
    if not (is_first(texts[first]) or _is_operative(texts[first], roles)):
        return None
    above = [block_roles.body(block) for block in texts[:position]]
    # A preamble, or a sentence of one: "In accordance with …, the Council decides:".
    if any(roles.opening(text) is not None for text in [*above, texts[position].plain.text]):
        return None
    # A motion: "Conference notes:" above a list, "Conference resolves:" above another one.
    if any(is_line_of_reasons(block, roles) for block in texts[:position]):
        return None
    speaks = roles.language.organs.headers.speaks_of_resolution
    if not above:
        below = texts[first + 1 : first + 1 + _FAR_BELOW]
        if not any(has_number(one, 2) for one in below):
            return None
        apart = first > position + 1  # a title stands above a verb, too
        decides = roles.language.organs.announcements.ends_announcing(texts[first - 1].plain.text)
        return position if decides and not (apart and speaks(texts[position].plain.text)) else None
    titled = any(len(text) <= _LONGEST_TITLE and speaks(text) for text in above)
    return position if titled else None


def is_word_above_verb(text: str, following: Block | None, roles: BlockRoles) -> bool:
    """Tell whether "Hereby," or "HEREBY" stands above number 1 or a verb: "Calls upon …;"."""
    if following is None or len(text) > _LONGEST_WORDS:
        return False
    if roles.language.organs.announcements.announces(text) != ("", ""):
        return False
    opening = roles.opening(block_roles.body(following))
    return is_first(following) or (opening is not None and "preambular" not in opening.parts)


def _is_operative(block: Block, roles: BlockRoles) -> bool:
    """Tell whether a block without label opens as operative paragraphs do, and is ended.

    Or it says what is to be done: «Expresar su beneplácito por …».
    """
    if block.label is not None:
        return False
    infinitive = roles.language.pattern("infinitive")
    if infinitive is not None and infinitive.match(block.plain.text) is not None:
        return True
    if last_mark(block.plain.text) not in CLAUSE_ENDS:
        return False
    opening = roles.opening(block.plain.text)
    return opening is not None and roles.usual_part(opening) == "operative"
