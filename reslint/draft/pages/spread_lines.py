"""Tell whether blank lines stand between all lines of a draft, as some converters leave it.

Then a line is a paragraph or any part of one, and a comma at its end shows nothing: only a leading
phrase or a label opens the next paragraph.
"""

from __future__ import annotations

from reslint.text.folding import INVISIBLE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reslint.blocks.model import Block
    from reslint.draft.roles.block_roles import BlockRoles


_FEWEST = 4  # lines that end in the midst of a sentence
_SHORTEST = 20  # characters of a line that counts: shorter ones are titles
_SHARE = 3  # at least one of so many lines ends so


def is_spread(texts: Sequence[Block], roles: BlockRoles, after: int) -> bool:
    """Tell whether many blocks of text end in the midst of a sentence, and most hold one line.

    `after` is the position below the organ line, 0 for none.

    A block above one that opens with a leading phrase may be a paragraph that lost its mark. Lines
    above the first phrase are titles and sponsors: where one opens, only the lines below count.
    """
    lines = broken = 0
    first = after or next(
        (at for at, block in enumerate(texts) if roles.opening(block.plain.text) is not None), 0
    )
    for block, following in zip(texts[first:], texts[first + 1 :], strict=False):
        if len(block.plain.text) < _SHORTEST or block.kind != "text":
            continue
        lines += 1
        end = block.plain.text.rstrip(INVISIBLE)[-1:]
        broken += (
            end.isalnum()
            and following.label is None
            and roles.opening(following.plain.text) is None
        )
    return broken >= _FEWEST and _SHARE * broken >= lines
