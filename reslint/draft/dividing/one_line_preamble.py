"""Find the next preambular paragraph in a preamble that stands on one line, in ar, ru and zh.

No capital shows where a paragraph opens in these languages.
"""

from __future__ import annotations

from itertools import islice

from reslint.data.patterns import expression
from reslint.draft.model import OPERATIVE
from reslint.draft.roles import block_roles
from reslint.draft.roles.asides import is_line_of_asides
from reslint.draft.roles.block_roles import is_emphasized_at
from reslint.draft.roles.final_marks import last_mark
from reslint.draft.roles.line_places import LONGEST_LOOK, is_quoted_at, is_within_line
from reslint.draft.roles.part_labels import labelled_part, start_behind_part_label
from reslint.text.folding import CLAUSE_ENDS, COLONS, COMMAS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reslint.blocks.model import Block
    from reslint.draft.roles.block_roles import BlockRoles


_MARK = expression(rf"[{COMMAS}{CLAUSE_ENDS}]\s*")
_MANY_PHRASES = 2  # behind the first one: no paragraph below an organ line has so many
_MANY_WITHOUT_SPACE = 3  # in Chinese, where a space shows that lines were joined
_LINE_ENDS = COMMAS + COLONS
_PREAMBULAR, _OPERATIVE = "preambular", "operative"


def next_on_line_of_organ(
    block: Block, text: str, roles: BlockRoles, end: int, *, emphasis: bool, sole: bool
) -> int:
    """Return where the next preambular paragraph opens in a text on the line of the organ.

    In scripts without capitals a comma and a preambular phrase show it, in Arabic the word with
    which lines open, whatever stands before it. Elsewhere they may join a second phrase of the
    same paragraph: below the line of the organ, many phrases in the `sole` paragraph show it.
    Where the draft shows `emphasis`, the phrase on the line of the organ must be emphasized; where
    the text itself does, no other phrase opens a paragraph.
    """
    if roles.shown_by_capitals:
        return end
    within = is_within_line(block, text)
    if not (within or sole) or roles.opening(block.plain.text) is None:
        return end
    places = _inner_phrases(block.plain.text, roles)
    if block.emphases or (within and emphasis and not sole):
        places = (at for at in places if is_emphasized_at(block, at))
    if within:
        return min(next(places, end), end)
    if end < len(block.plain.text):
        return end  # its lines show where paragraphs begin
    found = list(islice(places, _MANY_WITHOUT_SPACE))
    spaced = all(block.plain.text[at - 1].isspace() for at in found)
    enough = _MANY_PHRASES if spaced else _MANY_WITHOUT_SPACE
    return min(found[0], end) if len(found) >= enough else end


def _inner_phrases(plain: str, roles: BlockRoles) -> Iterator[int]:
    """Yield where preambular phrases open within a text of a script without capitals."""
    words = roles.language.pattern("line_opening")
    places = {found.end() for found in _MARK.finditer(plain)}
    certain: set[int] = set()
    if words is not None:
        certain = {found.start() for found in words.finditer(plain) if found.start()}
    for at in sorted(places | certain):
        opening = roles.phrases.match(plain[at : at + LONGEST_LOOK])
        if opening is None or opening.start or is_quoted_at(plain, at):
            continue
        if at in certain or (
            _PREAMBULAR in opening.parts and roles.usual_part(opening) != _OPERATIVE
        ):
            yield at


def is_sole(blocks: list[Block], index: int, roles: BlockRoles) -> bool:
    """Tell whether a block without label stands alone between the organ line and the number 1.

    A line of sponsors may stand in place of an organ line, and an operative phrase in that of 1.
    """
    if not 0 < index < len(blocks) - 1 or blocks[index].label is not None:
        return False
    above, below = blocks[index - 1].plain.text, blocks[index + 1]
    if not block_roles.is_first(below) and not _heads_operative(below, roles):
        label = below.label or below.possible_label
        if label is not None and label.value != 1:
            return False
        opening = roles.opening(below.plain.text[label.body if label is not None else 0 :])
        if opening is None or _OPERATIVE not in opening.parts:
            return False
        if label is None and roles.usual_part(opening) != _OPERATIVE:
            return False
    if is_line_of_asides(roles, blocks[index - 1]):
        return True
    if len(above) > block_roles.LONGEST_ORGAN_LINE:
        return False
    organs = roles.language.organs
    if organs.names.named(above) is not None:
        return True
    return last_mark(above) in _LINE_ENDS and organs.bodies.says_kind(above)


def _heads_operative(block: Block, roles: BlockRoles) -> bool:
    """Tell whether a block is the label of the operative part, or begins with it."""
    if block.label is not None or not any(one in block.plain.text for one in COLONS):
        return False
    return (
        labelled_part(roles, block) == OPERATIVE
        or start_behind_part_label(block.plain.text, roles) is not None
    )
