"""Tell where a place in a block stands: at the start of a line, within one, in a quotation."""

from __future__ import annotations

from reslint.text.folding import INVISIBLE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.blocks.model import Block


LONGEST_LOOK = 160
"""The characters behind a place in which a leading phrase must stand."""
_BEFORE_LINE = INVISIBLE.replace("\n", "").replace("\r", "") + "*_>"  # after the line break
_QUOTES = (("“", "”"), ("«", "»"), ("„", "“"), ("《", "》"), ("「", "」"))


def line_breaks(text: str, start: int, end: int) -> int:
    """Return how many lines end in a span of a text, whatever its line ends are."""
    return text.count("\n", start, end) or text.count("\r", start, end)


def start_of_line(text: str, at: int) -> int:
    """Return where the line of a place in a text begins, whatever its line ends are."""
    start = text.rfind("\n", 0, at) + 1
    return max(start, text.rfind("\r", start, at) + 1)


def begins_line(block: Block, at: int, text: str) -> bool:
    """Tell whether a line of the source begins at a plain offset, ignoring mark-up before it."""
    before = text[block.start : block.plain.source_start(at)].rstrip(_BEFORE_LINE)
    return before.endswith(("\n", "\r"))


def is_within_line(block: Block, text: str) -> bool:
    """Tell whether other text stands before a block on its line."""
    start = block.start
    while start and text[start - 1] in _BEFORE_LINE:
        start -= 1
    return start > 0 and text[start - 1] not in "\n\r"


def is_quoted_at(plain: str, at: int) -> bool:
    """Tell whether a place stands in a quotation that opened before it in its block."""
    before = plain[:at]
    return any(before.count(opens) > before.count(closes) for opens, closes in _QUOTES)
