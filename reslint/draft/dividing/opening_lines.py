"""Divide lines without marks at their ends that all open with a leading phrase.

In scripts without capitals nothing else shows that a line opens a paragraph.
"""

from __future__ import annotations

from reslint.data.patterns import expression
from reslint.draft.roles.line_places import LONGEST_LOOK, begins_line
from reslint.text.folding import INVISIBLE
from reslint.text.letters import in_plain_letters

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.blocks.model import Block
    from reslint.draft.roles.block_roles import BlockRoles


_FEWEST = 3  # lines
_MOST = 60  # lines that are looked at
_RAGGED = 12  # characters by which the lines of a wrapped paragraph differ
_LINE_END = expression(r"\r\n?|\n")
_GAPS = ("\n\n", "\r\n\r\n", "\r\r")  # a blank line
_AROUND_LINE = INVISIBLE + "*_>"


def next_opening_line(block: Block, text: str, roles: BlockRoles, end: int) -> int:
    """Return the plain offset of the second line of such a block, `end` at the latest.

    All lines without a blank line between them count, also those of paragraphs that were cut off
    before.
    """
    plain = block.plain
    if roles.language.forms.get("capitals", True) or block.label is not None:
        return end
    at = next(
        (
            start
            for start, _, _ in plain.runs[1:]
            if start < end and begins_line(block, start, text)
        ),
        None,
    )
    if at is None or not _opens(plain.text[at : at + LONGEST_LOOK], roles):
        return end
    return at if _all_open(text, block.start, plain.source_start(at), roles) else end


def _all_open(text: str, start: int, place: int, roles: BlockRoles) -> bool:
    """Tell whether all lines around a place open with a phrase, those of the organ line apart.

    Lines of nearly the same length, but for the last, are those of one wrapped paragraph.
    """
    first = max(at + len(gap) if (at := text.rfind(gap, 0, start)) >= 0 else 0 for gap in _GAPS)
    last = min(at if (at := text.find(gap, place)) >= 0 else len(text) for gap in _GAPS)
    lines = _LINE_END.split(in_plain_letters(text[first:last]), _MOST)
    opening = [_opens(line.strip(_AROUND_LINE)[:LONGEST_LOOK], roles) for line in lines if line]
    if True not in opening or len(lines) > _MOST:
        return False
    at = opening.index(True)
    lengths = [len(line) for line in lines if line][at:-1]
    if len(lengths) < _FEWEST - 1 or max(lengths) - min(lengths) <= _RAGGED:
        return False
    return all(opening[at:])


def _opens(line: str, roles: BlockRoles) -> bool:
    match = roles.phrases.match(line)
    return match is not None and not match.start
