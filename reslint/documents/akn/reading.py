"""Read an AKN4UN file as a draft: its paragraphs as Markdown, with their places in the XML.

The subset that the United Nations publishes: statements with cover page, preface, preamble, main
body and conclusions, nested statements, attachments. Unknown elements give their text. White space
is a single space, as in a browser. Labels stand in `num` or in the text,
and are written the same way; the levels of sub-paragraphs are left to the draft's reader.
"""

from __future__ import annotations

from reslint.data.patterns import expression
from reslint.documents.pieces import BREAK, MARKER, PLAIN, Paragraph, Piece
from reslint.documents.projection import project
from reslint.documents.xml_form import as_utf8
from reslint.documents.xml_tree import Node, Text, parse
from reslint.text.origin import TextOrigin
from reslint.text.source import Source, UnreadableText

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reslint.documents.pieces import Look


# ISO 639-2, as FRBRlanguage has it, to ISO 639-1.
_LANGUAGES = {
    "ara": "ar",
    "chi": "zh",
    "eng": "en",
    "fra": "fr",
    "fre": "fr",
    "rus": "ru",
    "spa": "es",
    "zho": "zh",
}
_WHITE = expression(r"[ \t\r\n]+")
_SKIPPED = frozenset(("meta", "img"))
_WHOLE = frozenset(("p", "heading", "subheading", "crossHeading", "longTitle", "num"))
"""Elements that are one paragraph of text, whatever is in them."""
_LABELLED = frozenset(("paragraph", "point", "article", "section", "item", "indent"))
"""Elements whose `num` stands before their first paragraph."""


def read(data: bytes, path: str) -> Source:
    """Return the source of an AKN4UN file. Raises UnreadableText."""
    return read_document(data, path).source


def read_document(data: bytes, path: str) -> Document:
    """Return an AKN4UN file as it is read, with what writing needs. Raises UnreadableText."""
    try:
        utf8 = as_utf8(data)
        text = utf8.decode("utf-8")
    except ValueError:
        raise UnreadableText("the XML file is not UTF-8 or UTF-16") from None
    root = parse(utf8, "the XML file")
    if root.name != "akomaNtoso":
        raise UnreadableText("the file is no AKN4UN document: its root is not akomaNtoso")
    reading = _Reading(utf8)
    reading.walk(root)
    projection = project([*reading.paragraphs, *reading.notes])
    origin = TextOrigin(
        "akn4un",
        text,
        projection.runs(),
        projection.blocks,
        projection.protected,
        _language(root),
    )
    return Document(Source(projection.text, path, origin=origin), text)


class Document:
    """An AKN4UN file: its source (Markdown with an origin) and the decoded XML."""

    __slots__ = ("source", "xml")

    def __init__(self, source: Source, xml: str) -> None:
        self.source = source
        self.xml = xml


def _language(root: Node) -> str:
    """Return the language that the first FRBRlanguage names, as a code of two letters, or ""."""
    for node in root.find_all("FRBRlanguage"):
        return _LANGUAGES.get(node.get("language"), node.get("language")[:2])
    return ""


class _Reading:
    """The walk over the elements; `paragraphs` and `notes` grow in the order of the file."""

    def __init__(self, data: bytes) -> None:
        self.paragraphs: list[Paragraph] = []
        self.notes: list[Paragraph] = []
        self._data = data
        self._byte = 0
        self._point = 0
        self._label: list[Piece] = []
        self._in_preface = False
        self._in_conclusions = False

    def walk(self, node: Node) -> None:
        """Read the paragraphs in an element."""
        name = node.name
        if name in _SKIPPED:
            return
        if name in _WHOLE:
            self._paragraph(node)
        elif name == "table":
            self._table(node)
        elif name == "attachment":
            self.paragraphs.append(Paragraph([Piece("---", protected=True)], protected=True))
            self._children(node)
        elif name in ("preface", "conclusions"):
            self._in_preface = name == "preface"
            self._in_conclusions = name == "conclusions"
            self._children(node)
            self._in_preface = self._in_conclusions = False
        else:
            self._children(node)

    def _children(self, node: Node) -> None:
        loose: list[Node | Text] = []
        for item in node.items:
            if isinstance(item, Text):
                if item.text.strip() or loose:
                    loose.append(item)
            elif item.name == "num" and node.name in _LABELLED:
                self._label = self._inline(item.items)
            elif _is_inline(item) and (loose or not _holds_paragraphs(item)):
                loose.append(item)
            else:
                self._loose(loose)
                loose = []
                self.walk(item)
        self._loose(loose)

    def _loose(self, items: list[Node | Text]) -> None:
        """Read text that stands in no paragraph as one."""
        if items:
            self._add(self._inline(items), heading=0)

    def _paragraph(self, node: Node) -> None:
        heading = 1 if self._in_preface else 0
        if node.name in ("heading", "subheading", "crossHeading"):
            heading = 2
        self._add(self._inline(node.items), heading)

    def _add(self, pieces: list[Piece], heading: int) -> None:
        if heading:
            for piece in pieces:
                piece.look = (piece.look[0], False, piece.look[2])
        if self._in_conclusions:
            for line in _lines(pieces):
                self.paragraphs.append(Paragraph(line))
            return
        if self._label and any(piece.text.strip() for piece in pieces):
            pieces = [*_stripped(self._label), Piece(" ", protected=True), *_stripped(pieces)]
            self._label = []
        self.paragraphs.append(Paragraph(pieces, heading=heading))

    def _table(self, node: Node) -> None:
        rows = []
        for row in _rows(node):
            cells = [cell for cell in row.nodes() if cell.name in ("td", "th")]
            if cells:
                rows.append([self._inline(cell.items) for cell in cells])
        if rows:
            self.paragraphs.append(Paragraph([], rows=rows))

    # Inline text --------------------------------------------------------------------------------

    def _inline(self, items: list[Node | Text]) -> list[Piece]:
        """Return the pieces of some items, white space squeezed over their borders."""
        pieces: list[Piece] = []
        self._collect(items, PLAIN, False, pieces)
        return pieces

    def _collect(
        self, items: list[Node | Text], look: Look, raised: bool, pieces: list[Piece]
    ) -> None:
        for item in items:
            if isinstance(item, Text):
                self._characters(item, look, raised, pieces)
                continue
            name = item.name
            if name == "authorialNote":
                self._note(item, pieces)
            elif name in ("eol", "br"):
                pieces.append(Piece("\n", kind=BREAK, protected=True))
            elif name not in _SKIPPED:
                inside = _look_of(item, look)
                if name in ("p", "tr", "td", "th") and pieces:
                    _add_blank(pieces, Piece(" ", protected=True))
                self._collect(item.items, inside, raised or name == "sup", pieces)

    def _note(self, node: Node, pieces: list[Piece]) -> None:
        """Read a note: its marker here, its text at the end."""
        number = "".join(node.get("marker").split())[:12] or str(len(self.notes) + 1)
        pieces.append(Piece(number, kind=MARKER))
        place = len(self.notes)
        self.notes.append(Paragraph([], note=number))
        self.notes[place].pieces = self._inline(node.items)

    def _characters(self, item: Text, look: Look, raised: bool, pieces: list[Piece]) -> None:
        """Add character data: stretches of it, and one space for each run of white space."""
        at = self._code_point(item.start)
        text = item.text
        position = 0
        for match in _WHITE.finditer(text):
            start, end = match.span()
            single = end - start == 1 and text[start] == " "
            if single and start and end < len(text) and item.plain:
                continue
            if start > position:
                self._stretch(item, text[position:start], at + position, look, raised, pieces)
            blank = Piece(" ", look, at=at + start, protected=not (single and item.plain))
            _add_blank(pieces, blank)
            position = end
        if position < len(text):
            self._stretch(item, text[position:], at + position, look, raised, pieces)

    def _stretch(
        self, item: Text, text: str, at: int, look: Look, raised: bool, pieces: list[Piece]
    ) -> None:
        protected = not item.plain
        pieces.append(Piece(text, look, raised=raised, protected=protected, at=at, node=item))

    def _code_point(self, byte: int) -> int:
        """Return the offset in code points of a byte; bytes come in ascending order."""
        if byte < self._byte:
            self._byte = self._point = 0
        self._point += len(self._data[self._byte : byte].decode("utf-8"))
        self._byte = byte
        return self._point


def _rows(table: Node) -> Iterator[Node]:
    """Yield the rows of a table, not those of tables in its cells: a cell is one line of text."""
    for node in table.nodes():
        if node.name == "tr":
            yield node
        elif node.name != "table":
            yield from _rows(node)


def _look_of(node: Node, look: Look) -> Look:
    """Return the look of the text in an element, given that around it."""
    name, classes = node.name, node.get("class").split()
    return (
        look[0] or name == "i" or "italic" in classes,
        look[1] or name == "b" or "bold" in classes,
        look[2] or name == "u" or "underline" in classes,
    )


def _add_blank(pieces: list[Piece], blank: Piece) -> None:
    """Add a space, unless one stands there already or the text begins here."""
    if not pieces or pieces[-1].kind == BREAK:
        return
    if pieces[-1].text.endswith(" ") and pieces[-1].kind != MARKER:
        return
    pieces.append(blank)


def _stripped(pieces: list[Piece]) -> list[Piece]:
    """Return the pieces without a space at their ends."""
    while pieces and pieces[-1].text == " ":
        pieces.pop()
    while pieces and pieces[0].text == " ":
        pieces.pop(0)
    return pieces


def _lines(pieces: list[Piece]) -> list[list[Piece]]:
    """Return the pieces of each line: a line break parts them."""
    lines: list[list[Piece]] = [[]]
    for piece in pieces:
        if piece.kind == BREAK:
            lines.append([])
        else:
            lines[-1].append(piece)
    return [line for line in lines if line]


_INLINE = frozenset(
    (
        "span", "a", "b", "i", "u", "sup", "sub", "inline", "ref", "term", "eol", "br",
        "authorialNote", "docNumber", "docTitle", "docDate", "docStatus", "docAuthority",
        "docProponent", "docType", "session", "person", "organization", "date", "quantity",
        "remark", "ins", "del", "def", "noteRef", "embeddedText", "other:span",
    )
)  # fmt: skip
"""Elements that stand in a line of text."""


def _is_inline(node: Node) -> bool:
    return node.name in _INLINE


def _holds_paragraphs(node: Node) -> bool:
    """Return whether an element holds whole paragraphs, those of notes aside."""
    return any(
        child.name in _WHOLE or (child.name != "authorialNote" and _holds_paragraphs(child))
        for child in node.nodes()
    )
