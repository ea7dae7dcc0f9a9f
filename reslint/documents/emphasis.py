"""Write the looks of pieces as Markdown emphasis that CommonMark reads as such."""

from __future__ import annotations

from unicodedata import category

from reslint.data.patterns import expression
from reslint.documents.pieces import BLANKS, BREAK, MARKER, PLAIN, TEXT

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reslint.documents.pieces import Look, Piece


SPECIAL = expression(r"[\\`*_<&~{]")
"""Characters that are written with a backslash, since they are mark-up.

Each by itself: what stands beside it may be in another piece.
"""
SPECIAL_IN_TABLE = expression(r"[\\`*_<&~{|]")
"""The same in a cell of a table."""


def spread_looks(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces with the looks that marks can show.

    White space at the ends of a look, line breaks and markers take the look of both
    neighbours if it is the same, else none, so that marks never enclose white space at their ends.
    """
    looks = {piece.look for piece in pieces}
    if len(looks) == 1 and (looks == {PLAIN} or all(piece.kind == TEXT for piece in pieces)):
        return list(pieces)
    split: list[Piece] = []
    for piece in pieces:
        text = piece.text
        blank_ends = text[:1] in BLANKS or text[-1:] in BLANKS
        if piece.kind != TEXT or not blank_ends:
            split.append(piece)
            continue
        core = text.strip(BLANKS)
        if not core:
            split.append(piece)
            continue
        start = text.index(core[0])
        end = start + len(core)
        if start:
            split.append(piece.part(0, start, piece.look))
        split.append(piece.part(start, end, piece.look))
        if end < len(text):
            split.append(piece.part(end, len(text), piece.look))
    following: list[Look] = [PLAIN] * len(split)
    after = PLAIN
    for index in range(len(split) - 1, -1, -1):
        following[index] = after
        if not _is_neutral(split[index]):
            after = split[index].look
    before = PLAIN
    for index, piece in enumerate(split):
        if _is_neutral(piece):
            look = before if before == following[index] else PLAIN
            if look != piece.look:
                split[index] = piece.part(0, len(piece.text), look)
        else:
            before = piece.look
    return split


def _is_neutral(piece: Piece) -> bool:
    return piece.kind != TEXT or not piece.text.strip(BLANKS)


def marks(
    look: Look,
    group: Sequence[Piece],
    before: Sequence[Piece] | None,
    after: Sequence[Piece] | None,
) -> tuple[str, str]:
    """Return the marks around a group of pieces: stars where CommonMark reads them as such."""
    italic, bold, underline = look
    opening, closing = ("<u>", "</u>") if underline else ("", "")
    if not (italic or bold):
        return opening, closing
    touching = not underline and (
        (before is not None and _has_stars(before[0].look))
        or (after is not None and _has_stars(after[0].look))
    )
    outside_before = ">" if underline else _edge(before, last=True)
    outside_after = "<" if underline else _edge(after, last=False)
    closes = _may_close(_edge(group, last=False), outside_before)
    closes = closes and _may_close(_edge(group, last=True), outside_after)
    if closes and not touching:
        stars = "*" * (1 if not bold else 3 if italic else 2)
        return opening + stars, stars + closing
    if bold:
        opening, closing = opening + "<b>", "</b>" + closing
    if italic:
        opening, closing = opening + "<i>", "</i>" + closing
    return opening, closing


def _has_stars(look: Look) -> bool:
    return (look[0] or look[1]) and not look[2]


def _edge(pieces: Sequence[Piece] | None, *, last: bool) -> str:
    """Return the character of the Markdown at an end of a group of pieces; "" for none."""
    if pieces is None:
        return ""
    piece = pieces[-1 if last else 0]
    if piece.kind == MARKER:
        return "]" if last else "["
    if piece.kind == BREAK or piece.raised:
        return ">" if last else "<"
    character = piece.text[-1 if last else 0]
    return "\\" if not last and SPECIAL.match(character) else character


def _may_close(inside: str, outside: str) -> bool:
    """Return whether a star between the two characters is read as a mark of emphasis."""
    if inside.isspace():
        return False
    if category(inside)[0] not in "PS":
        return True
    return (
        not outside
        or outside.isspace()
        or category(outside)[0] == "P"
        or (outside.isascii() and not outside.isalnum())
    )
