"""Find the next preambular paragraph in a preamble that stands on one line, in ar, ru and zh.

No capital shows where a paragraph opens in these languages.
"""

from __future__ import annotations

from itertools import islice

from reslint.data.patterns import expression
from reslint.draft.roles.block_roles import is_emphasized_at
from reslint.draft.roles.line_places import LONGEST_LOOK, is_quoted_at, is_within_line
from reslint.text.folding import CLAUSE_ENDS, COMMAS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reslint.blocks.model import Block
    from reslint.draft.roles.block_roles import BlockRoles


_MARK = expression(rf"[{COMMAS}{CLAUSE_ENDS}]\s*")
_MANY_PHRASES = 2  # behind the first one: no paragraph below an organ line has so many
_MANY_WITHOUT_SPACE = 3  # in Chinese, where a space shows that lines were joined
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
