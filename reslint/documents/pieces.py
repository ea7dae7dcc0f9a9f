"""What a reader makes of a document: paragraphs, and pieces of text of one look."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    Look = tuple[bool, bool, bool]
    """Italic, bold, underline."""

TEXT, BREAK, MARKER, COMMENT = "text", "break", "marker", "comment"
PLAIN: Look = (False, False, False)
BLANKS = " \t\n\u00a0\u2002\u2003\u2009\u202f\u200e\u200f"
"""White space and direction marks: they have no look of their own."""


class Piece:
    """A stretch of a paragraph's text with one look.

    text        characters as a reader of the page sees them, no mark-up; of a note marker its
                number; of a comment its words
    kind        TEXT, BREAK (a line break), MARKER (a note marker) or COMMENT (a suppression)
    look        italic, bold, underline
    raised      whether it is superscript
    protected   whether no fix may change it (automatic numbers, results of fields)
    paragraph   number of the paragraph it stands in, an index into the reader's own list
    at          its offset in the file: in the characters of that paragraph, or of the whole file
    node        what the reader needs to find it again, for writing
    """

    __slots__ = ("at", "kind", "look", "node", "paragraph", "protected", "raised", "text")

    def __init__(
        self,
        text: str,
        look: Look = PLAIN,
        *,
        kind: str = TEXT,
        raised: bool = False,
        protected: bool = False,
        paragraph: int = 0,
        at: int = -1,
        node: Any = None,
    ) -> None:
        self.text = text
        self.kind = kind
        self.look = look
        self.raised = raised
        self.protected = protected
        self.paragraph = paragraph
        self.at = at
        self.node = node

    def part(self, start: int, end: int, look: Look) -> Piece:
        """Return the piece of this piece's text from `start` to `end`, with another look."""
        at = self.at + start if self.at >= 0 else -1
        return Piece(
            self.text[start:end],
            look,
            kind=self.kind,
            raised=self.raised,
            protected=self.protected,
            paragraph=self.paragraph,
            at=at,
            node=self.node,
        )


class Paragraph:
    """A block of the document.

    pieces      its text, in order
    heading     0, or the level of a heading, from 1
    note        the number of the note that it is, or ""
    label       an automatic number that stands before the text, or ""
    rows        of a table: its rows, each a list of cells, each a list of pieces
    quoted      whether it is a quotation set off from the text
    protected   whether no fix may change anything in it
    """

    __slots__ = ("heading", "label", "note", "pieces", "protected", "quoted", "rows")

    def __init__(
        self,
        pieces: list[Piece],
        *,
        heading: int = 0,
        note: str = "",
        label: str = "",
        rows: list[list[list[Piece]]] | None = None,
        quoted: bool = False,
        protected: bool = False,
    ) -> None:
        self.pieces = pieces
        self.heading = heading
        self.note = note
        self.label = label
        self.rows = rows
        self.quoted = quoted
        self.protected = protected
