"""Part what was typed as one paragraph, with line breaks where others begin a new paragraph."""

from __future__ import annotations

import re

from reslint.documents.pieces import BLANKS, BREAK, COMMENT, PLAIN, TEXT, Piece

_ENDS = (",", ";", ".", ":", "،", "؛", "，", "；", "。", "：", "、")
"""What a paragraph ends with; a line of a heading or an address seldom does."""
_NUMBER = re.compile(r"\(?\d{1,3}(?:\s?[.)](?!\d)|\s[–-]\s)")


def parted(pieces: list[Piece]) -> list[list[Piece]]:
    """Return the paragraphs that the pieces of one are: a single one where no break parts them.

    Two breaks leave a line blank. One parts where the line before it ends as a paragraph does, and
    the next begins as one: with a number, or with emphasis that the line before does not end with.
    """
    out: list[list[Piece]] = []
    begin = index = 0
    while index < len(pieces):
        if pieces[index].kind != BREAK:
            index += 1
            continue
        first, breaks = index, 0
        while index < len(pieces) and _is_blank(pieces[index]):
            breaks += pieces[index].kind == BREAK
            index += 1
        before, after = pieces[begin:first], pieces[index:]
        if not after or all(map(_is_blank, before)):
            continue
        if breaks > 1 or (ends(before) and _begins(after, before)):
            out.append(before)
            begin = index
    out.append(pieces[begin:])
    return out


def _is_blank(piece: Piece) -> bool:
    return piece.kind in (BREAK, COMMENT) or (piece.kind == TEXT and not piece.text.strip(BLANKS))


def ends(pieces: list[Piece]) -> bool:
    """Return whether pieces end as a paragraph does, the markers of notes aside."""
    for piece in reversed(pieces):
        text = piece.text.rstrip(BLANKS)
        if piece.kind == TEXT and text and not piece.raised:
            return text.endswith(_ENDS)
    return False


def _begins(pieces: list[Piece], before: list[Piece]) -> bool:
    """Whether pieces begin as a paragraph does: with a number or with emphasis of their own."""
    first = pieces[0]
    if first.kind != TEXT or first.raised:
        return False
    start = first.text
    for piece in pieces[1:3]:  # a number may stand in several pieces
        if piece.kind == TEXT:
            start += piece.text
    last = next(one for one in reversed(before) if not _is_blank(one))
    return first.look not in (PLAIN, last.look) or _NUMBER.match(start.lstrip(BLANKS)) is not None
