"""Read an HTML page as a draft: its paragraphs as Markdown, with their places in the HTML.

Paragraphs, headings, items of lists (with the numbers that a browser shows), tables, emphasis,
superscripts and the notes that Pandoc and word processors make. Struck and hidden text is no text.
White space is a single space, as in a browser.
"""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser
from itertools import accumulate

from reslint.documents.html.styles import Element
from reslint.documents.html.tables import paragraphs_of
from reslint.documents.line_breaks import parted
from reslint.documents.pieces import BREAK, COMMENT, MARKER, Paragraph, Piece
from reslint.documents.projection import project
from reslint.text.origin import TextOrigin
from reslint.text.source import Source, decode

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.documents.html.tables import Table
    from reslint.documents.pieces import Look


_WHITE = re.compile(r"[ \t\r\n\f]+")
_HIDDEN = frozenset(
    (
        "head", "script", "style", "template", "noscript", "svg", "math", "iframe", "object",
        "nav", "form", "button", "select", "textarea", "audio", "video", "canvas",
    )
)  # fmt: skip
_STRUCK = frozenset(("del", "s", "strike"))
_BLOCKS = frozenset(
    (
        "p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6", "ol", "ul", "dl", "dt", "dd",
        "blockquote", "section", "article", "main", "header", "footer", "aside", "figure", "pre",
        "address", "center", "body", "html", "table", "tr", "caption", "hr", "figcaption",
    )
)  # fmt: skip
"""Elements that begin and end a paragraph."""
_VOID = frozenset(
    ("br", "hr", "img", "input", "meta", "link", "col", "wbr", "area", "base", "embed")
)
_ENDED_BY = {
    "li": ("li",),
    "dt": ("dt", "dd"),
    "dd": ("dt", "dd"),
    "tr": ("tr",),
    "td": ("td", "th"),
    "th": ("td", "th"),
}
"""Elements whose end tag may be left out, and what ends them."""
_CELLS = ("td", "th")
_BACK = ("↩", "↑", "⏎", "^")
_DEEPEST = 400
_NUMBER = re.compile(r"[\[(]?([0-9]{1,4}|[a-z]|\*{1,3})[\])]?")


class Document:
    """An HTML file: its source (Markdown with an origin) and the decoded HTML."""

    __slots__ = ("markup", "source")

    def __init__(self, source: Source, markup: str) -> None:
        self.source = source
        self.markup = markup


def read(data: bytes, path: str) -> Source:
    """Return the source of an HTML file. Raises UnreadableText."""
    return read_document(data, path).source


def read_document(data: bytes, path: str) -> Document:
    """Return an HTML file as it is read, with what writing needs. Raises UnreadableText."""
    decoded = decode(data, path, any_encoding=True)
    reading = _Reading(decoded.text)
    reading.feed(decoded.text)
    reading.close()
    reading.finish()
    projection = project([*reading.paragraphs, *reading.notes])
    origin = TextOrigin(
        "html",
        decoded.text,
        projection.runs(),
        projection.blocks,
        projection.protected,
        reading.language,
    )
    source = Source(
        projection.text,
        path,
        origin=origin,
        bom=decoded.bom,
        codec=decoded.codec,
        mark=decoded.mark,
    )
    return Document(source, decoded.text)


class _Reading(HTMLParser):
    """The walk over tags and text; `paragraphs` and `notes` grow in the order of the file."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=False)
        self.paragraphs: list[Paragraph] = []
        self.notes: list[Paragraph] = []
        self.language = ""
        self._starts = [0, *accumulate(len(line) + 1 for line in text.split("\n"))]
        self._open: list[Element] = [Element("", {}, None)]
        self._pieces: list[Piece] = []
        self._label = ""
        self._tables: list[Table] = []
        self._cells: list[list[Paragraph]] = []  # of the tables that are open

    # What the parser calls ----------------------------------------------------------------------

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "html":
            self.language = next((value or "" for name, value in attrs if name == "lang"), "")[:2]
        if tag in _ENDED_BY or (tag in _BLOCKS and self._is_open("p")):
            self._close_implied(tag)
        if tag == "br":
            if not self._open[-1].hidden:
                self._pieces.append(Piece("\n", kind=BREAK, protected=True))
            return
        if tag in _BLOCKS:
            self.end_paragraph()
        if tag in _VOID or len(self._open) > _DEEPEST:
            return
        element = Element(tag, {name: value or "" for name, value in attrs}, self._open[-1])
        if tag in _HIDDEN or tag in _STRUCK:
            element.hidden = True
        self._open.append(element)
        if tag == "li" and not element.hidden and not element.in_notes:
            self._label = element.label()
        elif tag == "table":
            self._tables.append([])
        elif tag == "tr" and self._tables:
            self._tables[-1].append([])
        elif tag in _CELLS:
            self._cells.append([])
            if self._tables and self._tables[-1]:
                self._tables[-1][-1].append(self._cells[-1])

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self.end_paragraph()
        if not self._is_open(tag):
            return
        while True:
            element = self._open.pop()
            self._end_element(element)
            if element.tag == tag:
                return

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.handle_endtag(tag)

    def handle_data(self, data: str) -> None:
        element = self._open[-1]
        if element.hidden:
            return
        at = self._offset()
        look, raised = element.look, element.raised
        position = 0
        for match in _WHITE.finditer(data):
            start, end = match.span()
            if match[0] == " " and start and end < len(data):
                continue
            self._add(data[position:start], at + position, look, raised)
            self._add_blank(look, at + start, whole=match[0] == " ")
            position = end
        self._add(data[position:], at + position, look, raised)

    def handle_entityref(self, name: str) -> None:
        self._character(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self._character(f"&#{name};")

    def handle_comment(self, data: str) -> None:
        words = data.strip()
        if words.startswith("reslint-") and not self._open[-1].hidden:
            self._pieces.append(Piece(words, kind=COMMENT))

    # Paragraphs ---------------------------------------------------------------------------------

    def end_paragraph(self) -> None:
        """End the paragraph that is open, if there is text in it."""
        pieces, self._pieces = self._pieces, []
        element = self._open[-1]
        if not any(piece.text.strip() for piece in pieces if piece.kind != COMMENT):
            self._pieces = [piece for piece in pieces if piece.kind == COMMENT]
            return
        note = element.note()
        if note:
            if note.text:
                self.notes.append(Paragraph(pieces, note=note.text))
                note.text = ""
            else:
                self.notes[-1].pieces += [Piece(" ", protected=True), *pieces]
            return
        heading = int(element.heading)
        if heading:
            for piece in pieces:
                piece.look = (piece.look[0], False, piece.look[2])
        for part in [pieces] if heading else parted(pieces):
            self._read.append(Paragraph(part, heading=heading, label=self._label))
            self._label = ""

    def finish(self) -> None:
        """End all that the file leaves open."""
        self.end_paragraph()
        while len(self._open) > 1:
            self.handle_endtag(self._open[-1].tag)

    @property
    def _read(self) -> list[Paragraph]:
        """The paragraphs read so far, those of the open cell of a table."""
        return self._cells[-1] if self._cells else self.paragraphs

    def _end_element(self, element: Element) -> None:
        tag = element.tag
        if tag in _CELLS:
            self.end_paragraph()
            cell = self._cells.pop()
            if not self._tables:
                self._read.extend(cell)
        elif tag == "table":
            self._read.extend(paragraphs_of(self._tables.pop()))
        elif tag == "li":
            self._label = ""
        elif element.is_marker and not element.hidden:
            self._end_marker(element)

    def _end_marker(self, element: Element) -> None:
        """Make the pieces of a reference to a note its marker."""
        first = len(self._pieces)
        while first and self._pieces[first - 1].node is element:
            first -= 1
        written = "".join(piece.text for piece in self._pieces[first:]).strip()
        number = _NUMBER.fullmatch(written)
        if number is not None:
            self._pieces[first:] = [Piece(number[1], kind=MARKER)]

    def _close_implied(self, tag: str) -> None:
        """Close the elements whose end tags were left out before this one."""
        ended = _ENDED_BY.get(tag, ())
        for index in range(len(self._open) - 1, 0, -1):
            name = self._open[index].tag
            if name in ended or (name == "p" and tag in _BLOCKS):
                self.handle_endtag(name)
                return
            if name in ("ol", "ul", "table", "dl", "div", "blockquote", "section"):
                return

    def _is_open(self, tag: str) -> bool:
        return any(element.tag == tag for element in self._open)

    # Characters ---------------------------------------------------------------------------------

    def _offset(self) -> int:
        line, column = self.getpos()
        return self._starts[line - 1] + column

    def _add(self, text: str, at: int, look: Look, raised: bool) -> None:
        element = self._open[-1]
        if text and not (element.is_back and text.strip().startswith(_BACK)):
            node = element.marker()
            self._pieces.append(Piece(text, look, raised=raised and not node, at=at, node=node))

    def _add_blank(self, look: Look, at: int, *, whole: bool) -> None:
        """Add a space, unless one stands there already or the paragraph begins here."""
        last = self._pieces[-1] if self._pieces else None
        if last is None or last.kind in (BREAK, COMMENT):
            return
        if last.kind != MARKER and last.text.endswith(" "):
            return
        node = self._open[-1].marker()
        self._pieces.append(Piece(" ", look, at=at, protected=not whole, node=node))

    def _character(self, written: str) -> None:
        """Add a character that is written as an entity: no fix may touch it."""
        element = self._open[-1]
        text = unescape(written)
        if not element.hidden and not (element.is_back and text.startswith(_BACK)):
            node = element.marker()
            raised = element.raised and not node
            self._pieces.append(Piece(text, element.look, raised=raised, protected=True, node=node))
