"""Write the paragraphs of a document as Markdown text, and keep the place of every character.

A reader (Word, AKN4UN, …) turns its file into `Paragraph`s of `Piece`s: stretches of text of one
look. `project` writes them as Markdown with the places for an `Origin`, so that every rule works
on the draft unchanged. What the Markdown shows is what `blocks/reader.py` reads back: the same
characters, the same emphasis, the same note markers.
"""

from __future__ import annotations

from reslint.data.patterns import expression
from reslint.documents.emphasis import SPECIAL, SPECIAL_IN_TABLE, marks, spread_looks
from reslint.documents.pieces import BLANKS, BREAK, COMMENT, MARKER, PLAIN, TEXT

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reslint.documents.pieces import Paragraph, Piece
    from reslint.text.origin import Run, Span

    Placed = tuple[int, int, Piece, int]
    """Start in the Markdown, length, piece, offset in the piece's text."""


_RULE = expression(r"(?:[-_*–—=][ \t]*){3,}\Z")
_BLOCK_START = "#>|~"
_LONGEST_HEADING = 3


class Projection:
    """Markdown text made of paragraphs.

    text        the Markdown
    placed      characters of `text` that are characters of a piece, in ascending order
    markers     the pieces of note markers by their offsets in `text`
    blocks      the span of each paragraph, in order
    inline_starts   where the text of each begins, after marks of headings, notes, labels
    protected   spans that no fix may touch, in order
    """

    __slots__ = (
        "_length",
        "_out",
        "_start",
        "blocks",
        "inline_starts",
        "markers",
        "placed",
        "protected",
    )

    def __init__(self) -> None:
        self._out: list[str] = []
        self._length = 0
        self.placed: list[Placed] = []
        self.markers: dict[int, Piece] = {}
        self._start = 0
        self.blocks: list[Span] = []
        self.inline_starts: list[int] = []
        self.protected: list[Span] = []

    @property
    def text(self) -> str:
        return "".join(self._out)

    def runs(self) -> list[Run]:
        """Return the runs for an `Origin`: pieces with a place in the file."""
        return [
            (start, length, piece.paragraph, piece.at + offset)
            for start, length, piece, offset in self.placed
            if piece.at >= 0
        ]

    def add(self, paragraph: Paragraph) -> None:
        """Write a paragraph, with a blank line before it; nothing for one without text."""
        pieces = _trimmed(paragraph.pieces)
        if not pieces and not paragraph.rows and not paragraph.note and not paragraph.label:
            return
        if self._out:
            self._write("\n\n")
        start = self._length
        if paragraph.rows is not None:
            self._table(paragraph.rows)
        elif _is_rule(pieces):
            self._write("---")
        else:
            self._words(paragraph, pieces)
        self.blocks.append((start, self._length))
        self.inline_starts.append(min(max(self._start, start), self._length))
        if paragraph.protected or paragraph.rows is not None:
            while self.protected and self.protected[-1][0] >= start:
                self.protected.pop()
            self.protected.append((start, self._length))

    def _words(self, paragraph: Paragraph, pieces: list[Piece]) -> None:
        comments = [piece for piece in pieces if piece.kind == COMMENT]
        for comment in comments:
            self._protect(f"<!-- {comment.text} -->\n")
        pieces = _trimmed([piece for piece in pieces if piece.kind != COMMENT])
        if paragraph.note:
            self._protect(f"[^{paragraph.note}]:")
            self._write(" ")
        elif paragraph.heading:
            self._protect("#" * min(paragraph.heading, _LONGEST_HEADING) + " ")
        elif paragraph.quoted:
            self._protect("> ")
        if paragraph.label:
            self._protect(paragraph.label + " ")
        first = not (paragraph.note or paragraph.heading or paragraph.label)
        self._start = self._length
        self._inline(spread_looks(pieces), at_start=first)

    def _table(self, rows: list[list[list[Piece]]]) -> None:
        for number, row in enumerate(rows):
            self._write("|" if number == 0 else "\n|")
            for cell in row:
                self._write(" ")
                self._inline(spread_looks(_trimmed(cell)), at_start=False, in_table=True)
                self._write(" |")
            if number == 0 and len(rows) > 1:
                self._write("\n|" + " --- |" * len(row))

    def _inline(self, pieces: Sequence[Piece], *, at_start: bool, in_table: bool = False) -> None:
        """Write pieces with their emphasis. The looks of neighbours have been told apart."""
        groups: list[list[Piece]] = []
        for piece in pieces:
            if groups and groups[-1][0].look == piece.look:
                groups[-1].append(piece)
            else:
                groups.append([piece])
        for index, group in enumerate(groups):
            look = group[0].look
            opening, closing = "", ""
            if look != PLAIN:
                before = groups[index - 1] if index else None
                after = groups[index + 1] if index + 1 < len(groups) else None
                opening, closing = marks(look, group, before, after)
            self._write(opening)
            raised = [piece.kind == TEXT and piece.raised for piece in group]
            for at, piece in enumerate(group):
                # Raised text that stands in several pieces is one word, or one number of a note.
                opens = raised[at] and not (at and raised[at - 1])
                closes = raised[at] and not (at + 1 < len(group) and raised[at + 1])
                self._write("<sup>" * opens)
                self._piece(piece, at_start=at_start and not opens, in_table=in_table)
                self._write("</sup>" * closes)
                at_start = False
            self._write(closing)

    def _piece(self, piece: Piece, *, at_start: bool, in_table: bool) -> None:
        start = self._length
        if piece.kind == MARKER:
            self.markers[start] = piece
            self._write(f"[^{piece.text}]")
        elif piece.kind == BREAK:
            self._write("<br>")
        else:
            self._characters(piece, at_start=at_start, in_table=in_table)
        if piece.protected:
            self.protected.append((start, self._length))

    def _characters(self, piece: Piece, *, at_start: bool, in_table: bool) -> None:
        """Write the characters of a piece, with a backslash before those that are mark-up."""
        text = piece.text
        at = 0
        if at_start and text and text[0] in _BLOCK_START and SPECIAL.match(text) is None:
            self._write("\\")
        for match in (SPECIAL_IN_TABLE if in_table else SPECIAL).finditer(text):
            place = match.start()
            if place > at:
                self._place(piece, at, place)
            self._write("\\")
            at = place
        if at < len(text):
            self._place(piece, at, len(text))

    def _place(self, piece: Piece, start: int, end: int) -> None:
        self.placed.append((self._length, end - start, piece, start))
        self._write(piece.text[start:end])

    def _protect(self, text: str) -> None:
        self.protected.append((self._length, self._length + len(text)))
        self._write(text)

    def _write(self, text: str) -> None:
        if text:
            self._out.append(text)
            self._length += len(text)


def project(paragraphs: Iterable[Paragraph]) -> Projection:
    """Return the paragraphs as Markdown: a blank line between them, one line a paragraph."""
    projection = Projection()
    for paragraph in paragraphs:
        projection.add(paragraph)
    if projection._out:
        projection._write("\n")
    return projection


def _is_rule(pieces: Sequence[Piece]) -> bool:
    """Return whether a paragraph is a line drawn across the page and nothing else."""
    if len(pieces) > 3 or any(piece.kind != TEXT for piece in pieces):
        return False
    text = "".join(piece.text for piece in pieces)
    return bool(text) and _RULE.match(text) is not None


def _trimmed(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces without white space and line breaks at both ends of the paragraph."""
    kept = list(pieces)
    while kept and _is_blank(kept[-1]):
        kept.pop()
    while kept and _is_blank(kept[0]):
        kept.pop(0)
    if kept and kept[-1].kind == TEXT:
        last = kept[-1]
        text = last.text.rstrip(BLANKS)
        if len(text) < len(last.text):
            kept[-1] = last.part(0, len(text), last.look)
    if kept and kept[0].kind == TEXT:
        first = kept[0]
        text = first.text.lstrip(BLANKS)
        if len(text) < len(first.text):
            kept[0] = first.part(len(first.text) - len(text), len(first.text), first.look)
    return kept


def _is_blank(piece: Piece) -> bool:
    if piece.kind == TEXT:
        return not piece.text.strip(BLANKS)
    return piece.kind == BREAK
