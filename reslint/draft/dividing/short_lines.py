"""Tell whether a line is shorter than those around it: a paragraph ended there."""

from __future__ import annotations

from reslint.data.patterns import expression
from reslint.draft.roles.line_places import (
    begins_line,
    start_of_line,
)
from reslint.text.folding import CLAUSE_ENDS, COMMAS, INVISIBLE
from reslint.text.letters import in_plain_letters

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.blocks.model import Block


_ENDS = COMMAS + CLAUSE_ENDS
_LOOKED_AT = 24  # lines that show how lines are, before a place and behind it
_FEWEST_LINES = 3  # lines that show how long a full line is
_FIRST_WORD = expression(r"[^ \t]+")  # lines are not broken at a no-break space
CHINESE = "\u2e80"
"""Chinese characters come from here on: they are as wide as two Latin letters."""
_FEW_CHARACTERS = 6  # the width of three Chinese characters


def follows_short_line(block: Block, at: int, text: str) -> bool:
    """Tell whether a line begins at a plain offset whose first word fitted on the line before it.

    The lines are taken as they are written, with mark-up and indentation, and the word as lines
    are broken: at spaces, in Chinese also between characters.
    """
    if not begins_line(block, at, text):
        return False
    first = start_of_line(text, block.start)
    place = block.plain.source_start(at)
    first = max(first, _start_of_lines(text, place))
    lines = text[first : end_of_lines(text, place, block.end)].splitlines()
    if len(lines) < _FEWEST_LINES:
        return False
    before = text[first:place]
    index = len(before.splitlines())
    if not before.endswith(("\n", "\r")):
        index -= 1  # mark-up stands before the word
    widths = [_width(line) for line in lines]
    longest = max(widths)
    word = _FIRST_WORD.match(lines[index].lstrip(INVISIBLE))
    needed = _width(word[0]) if word is not None else 0
    if block.plain.text[at] >= CHINESE and not _is_broken_at_spaces(lines, widths, longest):
        needed = min(needed, _FEW_CHARACTERS)
    return widths[index - 1] + 1 + needed < longest


def _start_of_lines(text: str, end: int) -> int:
    """Return the start of the lines that are looked at before a place."""
    for _ in range(_LOOKED_AT):
        end = text.rfind("\n", 0, end)
        if end < 0:
            return 0
    return end + 1


def end_of_lines(text: str, start: int, end: int) -> int:
    """Return the end of the lines that are looked at from a place on."""
    for _ in range(_LOOKED_AT):
        start = text.find("\n", start, end) + 1
        if not start:
            return end
    return start


def _is_broken_at_spaces(lines: list[str], widths: list[int], longest: int) -> bool:
    """Tell whether lines in Chinese end in the midst of a sentence where more characters fitted."""
    return any(
        width + _FEW_CHARACTERS < longest and line.rstrip(INVISIBLE)[-1:] not in _ENDS
        for line, width in zip(lines[:-1], widths[:-1], strict=True)
    )


def _width(line: str) -> int:
    """Return how wide a line is, in Latin letters: a Chinese character is as wide as two.

    Decomposed letters count as composed ones. Vowel marks of Arabic count, as most programs that
    wrap lines count characters.
    """
    line = in_plain_letters(line.rstrip())
    if line.isascii() or max(line) < CHINESE:
        return len(line)
    return len(line) + sum(char >= CHINESE for char in line)
