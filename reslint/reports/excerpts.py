"""The part of a line around a span, and the marks under it, as wide as a terminal shows them."""

from __future__ import annotations

from functools import cache

WIDTH = 92
"""Columns of the excerpt if nothing else is asked for."""
_LEAD = 24  # columns shown before the span when the line is cut
_TAB = "    "
_ELLIPSIS = "…"
# A line that reads from right to left is set as such whatever surrounds it, and the marks with it.
# The pair is invisible and old enough for every terminal that orders text at all.
_RIGHT_TO_LEFT = "\u202b"
_POP = "\u202c"
TURNED = (_RIGHT_TO_LEFT, _POP)
"""What stands around a text that reads from right to left."""
_RIGHT_MARK = "\u200f"  # keeps the blanks before it at their place in a right-to-left line
_JOINERS = "\u200c\u200d"
_COLUMNS_OF = (
    ("\u0020", "\u02ff", 1),
    ("\u0370", "\u0482", 1),
    ("\u048a", "\u0559", 1),
    ("\u0600", "\u060f", 1),
    ("\u061d", "\u064a", 1),
    ("\u064b", "\u065f", 0),  # vowels
    ("\u0660", "\u066f", 1),
    ("\u0671", "\u06d5", 1),
    ("\u2000", "\u200a", 1),
    ("\u200b", "\u200f", 0),
    ("\u2010", "\u2027", 1),
    ("\u202f", "\u205e", 1),
    ("\u2070", "\u20bf", 1),
    ("\u2100", "\u21ff", 1),
    ("\u3000", "\u3029", 2),
    ("\u3400", "\u4dbf", 2),
    ("\u4e00", "\u9fff", 2),
    ("\uff01", "\uff60", 2),
)
"""The columns of characters, from the first to the last: what texts of the six languages hold.

The tables of rich have all characters, but take as long to import as a short draft to check.
"""


def excerpt(line: str, start: int, end: int, width: int = WIDTH) -> tuple[str, str]:
    """The part of `line` around the span from `start` to `end`, and the marks to print under it.

    `start` and `end` are 0-based offsets in the line, in code points; a span that goes on after
    the line is marked to its end, an empty one with a single mark. At most about `width` columns.
    Tabs become blanks, control and invisible direction characters are not passed on.
    """
    start = max(0, min(start, len(line)))
    end = max(start, min(end, len(line)))
    # A line of megabytes may hold thousands of spans: only what is near to this one is looked at.
    near = line[max(0, start - 4 * width) : start + 4 * width]
    if near.isascii() and near.isprintable():
        shown, offset, marks = _cut_plain(line, start, end, width)
    else:
        shown, offset, marks = _cut_wide(line, start, end, width)
    mark_line = " " * offset + "^" * marks
    if not shown.isascii() and reads_right_to_left(line):
        # Both lines fill the same columns, so that a terminal mirrors both in the same way.
        fill = max(0, columns(shown) - offset - marks)
        return (
            f"{_RIGHT_TO_LEFT}{shown}{_POP}",
            f"{_RIGHT_TO_LEFT}{mark_line}{' ' * fill}{_RIGHT_MARK}{_POP}",
        )
    return shown, mark_line


def columns(text: str) -> int:
    """The columns that printable text takes on a terminal."""
    if text.isascii() and text.isprintable():
        return len(text)
    return sum(map(width_of, text))


@cache
def width_of(character: str) -> int:
    """The columns that a character takes: 0, 1 or 2."""
    for first, last, taken in _COLUMNS_OF:
        if first <= character <= last:
            return taken
    from rich.cells import get_character_cell_size

    return get_character_cell_size(character)


def _cut_plain(line: str, start: int, end: int, width: int) -> tuple[str, int, int]:
    """Excerpt, column of the marks and their number where every character takes one column."""
    if len(line) <= width:
        return line, start, max(1, end - start)
    first = _window_start(len(line), start, end, width)
    before = _ELLIPSIS if first else ""
    last = min(len(line), first + width - len(before))
    after = ""
    if last < len(line):
        last -= 1
        after = _ELLIPSIS
    shown = before + line[first:last] + after
    return shown, start - first + len(before), max(1, min(end, last) - start)


def _window_start(length: int, start: int, end: int, width: int) -> int:
    """Where a window of `width` begins that shows the span, or as much of its start as fits."""
    if end < width - 1:
        return 0
    lead = _lead(end - start, width)
    return max(0, min(start - lead, length - width + 1))


def _lead(needed: int, width: int) -> int:
    """The columns to show before a span of `needed` columns when the line is cut."""
    free = width - needed - 2
    # A span that does not fit anyway is better understood with what stands before it.
    return _LEAD if free < 0 else min(_LEAD, free)


def _cut_wide(line: str, start: int, end: int, width: int) -> tuple[str, int, int]:
    """The same where characters take no column, one, two or (a tab) four."""
    # Far more than fits on both sides: the rest of a very long line is never looked at.
    floor = max(0, start - 4 * width)
    ceiling = min(len(line), start + 4 * width)
    near = line[floor:ceiling]
    if near.replace("\u00a0", "").replace("\u202f", "").isprintable():
        # Nearly all lines: each character is shown as it is. (For Python, no other space than the
        # usual one is printable.)
        pieces, widths = list(near), list(map(width_of, near))
    else:
        pieces = [shown_character(character) for character in near]
        widths = [sum(map(width_of, piece)) for piece in pieces]
    begin = start - floor
    stop = min(end, ceiling) - floor
    total = sum(widths)
    first = 0
    if floor or total > width:
        needed = sum(widths[begin:stop])
        lead = _lead(needed, width)
        # A line that fits up to the end of the span keeps its beginning.
        if floor or sum(widths[:stop]) > width - 2:
            first = begin
            while first > 0 and lead >= widths[first - 1]:
                first -= 1
                lead -= widths[first]
            # Near the end of the line there is room to show more of what stands before.
            spare = width - 2 - sum(widths[first:])
            while ceiling == len(line) and first > 0 and spare >= widths[first - 1]:
                first -= 1
                spare -= widths[first]
    # A combining character does not begin an excerpt: it would sit on the ellipsis.
    while first < begin and widths[first] == 0:
        first += 1
    before = _ELLIPSIS if floor + first else ""
    room = width - len(before) - 1
    last = first
    while last < len(pieces) and room >= widths[last]:
        room -= widths[last]
        last += 1
    cut = floor + last < len(line)
    if cut and last == len(pieces) - 1 and ceiling == len(line) and room + 1 >= widths[last]:
        last, cut = len(pieces), False
    shown = before + "".join(pieces[first:last]) + (_ELLIPSIS if cut else "")
    offset = len(before) + sum(widths[first:begin])
    marks = sum(widths[begin : min(stop, last)])
    return shown, offset, max(1, marks)


def shown_character(character: str) -> str:
    """Return a character of the source as it may be shown: "" for one that must not be."""
    if character == "\t":
        return _TAB
    if character.isprintable():
        return character
    from unicodedata import category

    kind = category(character)
    if kind == "Cc":
        # Terminal commands hide in control characters: their pictures do no harm.
        code = ord(character)
        return chr(0x2400 + code) if code < 0x20 else "\ufffd"
    if kind in ("Zl", "Zp"):
        return " "
    if kind == "Cf" and character not in _JOINERS:
        return ""
    return "\ufffd" if kind == "Cs" else character


def reads_right_to_left(line: str) -> bool:
    """Whether the first letter of a line belongs to a script that runs from right to left."""
    from unicodedata import bidirectional

    for character in line[:1000]:
        direction = bidirectional(character)
        if direction == "L":
            return False
        if direction in ("R", "AL") and character != _RIGHT_MARK:
            return True
    return False
