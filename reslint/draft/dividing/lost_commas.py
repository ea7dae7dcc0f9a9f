"""Find the next preambular paragraph in the midst of a line where the comma before it is lost.

"Noting the state of schools in that country Further taking into account the reports, …"
"""

from __future__ import annotations

from reslint.data.patterns import expression
from reslint.draft.roles.line_places import LONGEST_LOOK, is_quoted_at
from reslint.text.folding import SMALL_LETTERS, SPACES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from reslint.blocks.model import Block
    from reslint.draft.roles.block_roles import BlockRoles


_PREAMBULAR = frozenset({"preambular"})
# A word in small letters, and one with a capital and a word in small letters behind it.
_CAPITAL = expression(
    rf"(?<=[{SMALL_LETTERS}])[{SPACES}]{{1,2}}"
    rf"(?=[^\W\d_{SMALL_LETTERS}][{SMALL_LETTERS}]{{2,20}}[{SPACES}][{SMALL_LETTERS}])"
)
_FEWEST_CHARACTERS = 12  # of a paragraph behind its phrase


def next_without_comma(block: Block, roles: BlockRoles, end: int, *, emphasis: bool) -> int:
    """Return where a preambular phrase of two words or more opens without a mark before it.

    It is `end` where none opens before. The block opens as preambular paragraphs alone do. The
    phrase has a capital, its other words have none: titles have more. Where the draft shows
    `emphasis`, the phrase must be emphasized.
    """
    plain = block.plain.text
    if not roles.language.forms.get("capitals", True):
        return end  # in Russian a fix may take the capital away: nothing would show the place then
    first = None
    for at in _capitals(block, end, emphasis=emphasis):
        opening = roles.phrases.match(plain[at : at + LONGEST_LOOK])
        if opening is None or opening.start or opening.parts != _PREAMBULAR:
            continue
        phrase = plain[at : at + opening.head_end]
        if phrase.isalpha() or not phrase[1:].islower() or is_quoted_at(plain, at):
            continue
        first = first or roles.opening(plain)
        if first is None or first.start or first.parts != _PREAMBULAR:
            return end
        if len(plain[first.head_end : at].strip()) >= _FEWEST_CHARACTERS:
            return at
    return end


def _capitals(block: Block, end: int, *, emphasis: bool) -> Iterable[int]:
    """Return where such a capital stands before a plain offset, in order.

    With `emphasis` only where emphasis begins: most blocks have one, which opens them.
    """
    plain = block.plain.text
    if not emphasis:
        return [found.end() for found in _CAPITAL.finditer(plain, 0, end)]
    starts = sorted({one.start for one in block.emphases if 0 < one.start <= end})
    return [
        at
        for at in starts
        if any(
            found.end() == at
            for spaces in (1, 2)
            if (found := _CAPITAL.match(plain, at - spaces, end)) is not None
        )
    ]
