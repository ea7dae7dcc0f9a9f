"""Read the paragraphs of a part of a Word file: text, looks, labels, tables, boxes.

Longer than other modules would be if it were cut: the walk over blocks and that over the text of a
paragraph share their state (open fields, notes, sections).
"""

from __future__ import annotations

from reslint.documents.pieces import BREAK, COMMENT, MARKER, TEXT, Paragraph, Piece
from reslint.documents.word.fields import Fields
from reslint.documents.word.notes import ENDNOTE, FOOTNOTE
from reslint.documents.word.styles import number_of, numbering_of
from reslint.documents.xml_tree import Node, Text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reslint.documents.word.notes import Notes
    from reslint.documents.word.numbering import Numbering
    from reslint.documents.word.styles import RunLook, Styles


BODY_LEVEL = 9
_LONGEST_HEADING = 400
_LONG_PARAGRAPH = 300
_COMMAS = (",", "،", "，", "、")
_CHARACTERS = {"tab": "\t", "ptab": "\t", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
_SYMBOLS = {"f0b7": "•", "f0a7": "▪", "f02d": "-", "f0e0": "→", "f0b0": "°", "f0b1": "±"}
_CONTAINERS = frozenset(
    ("hyperlink", "smartTag", "customXml", "dir", "bdo", "sdtContent", "sdt", "ruby", "rubyBase")
)
_BLOCK_CONTAINERS = frozenset(("sdt", "sdtContent", "customXml", "smartTag", "body", "txbxContent"))
_NEW, _OLD = ("ins", "moveTo"), ("del", "moveFrom")


class Spot:
    """Where a piece stands: its run, the element in it, and the offset at which that begins."""

    __slots__ = ("item", "run", "start")

    def __init__(self, run: Node, item: Node, start: int) -> None:
        self.run = run
        self.item = item
        self.start = start


class Context:
    """What the parts of a document share.

    `comments` are suppressions by the id of their comment; `paragraphs` the part and number of
    every paragraph read, to which pieces point by index.
    """

    def __init__(
        self,
        styles: Styles,
        numbering: Numbering,
        notes: Notes,
        comments: dict[str, str],
        *,
        original: bool,
    ) -> None:
        self.styles = styles
        self.numbering = numbering
        self.notes = notes
        self.comments = comments
        self.original = original
        self.paragraphs: list[tuple[str, int]] = []


class PartReader:
    """Reads one part; `name` is that of the part in places, `data` its bytes in UTF-8."""

    def __init__(self, context: Context, name: str, data: bytes) -> None:
        self._context = context
        self._name = name
        self._data = data
        self._fields = Fields()
        self._held: list[Piece] = []
        """Pieces of paragraphs whose mark is deleted: they belong to the next."""
        self._out: list[Paragraph] = []
        self._begun = False
        # State of the paragraph that is read:
        self._pieces: list[Piece] = []
        self._boxes: list[Node] = []
        self._style = ""
        self._index = 0
        self._at = 0

    def read(self, container: Node) -> list[Paragraph]:
        """Return the paragraphs in an element."""
        self._blocks(container)
        self._release()
        self._fields.finish()
        out, self._out = self._out, []
        return out

    # Blocks -------------------------------------------------------------------------------------

    def _blocks(self, container: Node) -> None:
        for node in container.nodes():
            name = node.name
            if name == "p":
                self._paragraph(node)
            elif name == "tbl":
                self._table(node)
            elif name in _BLOCK_CONTAINERS:
                self._blocks(node)
            elif name in _NEW or name in _OLD:
                if self._is_read(name):
                    self._blocks(node)
            elif name == "mc:AlternateContent":
                chosen = _chosen(node)
                if chosen is not None:
                    self._blocks(chosen)

    def _is_read(self, name: str) -> bool:
        """Return whether a tracked insertion or deletion is part of the text read."""
        return (name in _OLD) == self._context.original

    def _paragraph(self, node: Node) -> None:
        outer = (self._pieces, self._boxes, self._style, self._index, self._at)
        context = self._context
        properties = node.child("pPr")
        style = (properties.value("pStyle") if properties is not None else None) or ""
        self._style = style or context.styles.default
        self._pieces, self._boxes, self._at = [], [], 0
        self._index = len(context.paragraphs)
        context.paragraphs.append((self._name, node.number))
        label = self._label(properties)
        self._inline(node)
        self._fields.end_paragraph()
        pieces, boxes = self._pieces, self._boxes
        style = self._style
        self._pieces, self._boxes, self._style, self._index, self._at = outer
        before = len(self._out)
        for box in boxes:
            self._blocks(box)
        for paragraph in self._out[before:]:
            # A box stands in the file twice, for new and for old programs: nobody edits one.
            paragraph.protected = True
        if self._mark_is_gone(properties):
            self._held.extend(pieces)
            return
        if self._held:
            pieces = [*self._held, *pieces]
            self._held = []
        _lower_commas(pieces)
        level = self._heading_level(properties, style, pieces, label)
        self._add(pieces, label, level, ruled=_is_ruled(properties))
        section = None if properties is None else properties.child("sectPr")
        if section is not None:
            context.notes.enter_section(section, first=False)

    def _add(self, pieces: list[Piece], label: str, heading: int, *, ruled: bool = False) -> None:
        if not pieces and ruled and self._begun:
            self._out.append(Paragraph([Piece("---", protected=True)], protected=True))
        if any(piece.kind != TEXT or piece.text.strip() for piece in pieces):
            self._out.append(Paragraph(pieces, heading=heading, label=label))
            if not self._begun:
                text = "".join(piece.text for piece in pieces if piece.kind == TEXT)
                self._begun = text.rstrip().endswith(_COMMAS)

    def _release(self) -> None:
        """Write pieces still held at the end: the last paragraph mark cannot be deleted."""
        if self._held:
            pieces, self._held = self._held, []
            self._add(pieces, "", 0)

    def _mark_is_gone(self, properties: Node | None) -> bool:
        mark = None if properties is None else properties.child("rPr")
        if mark is None:
            return False
        gone = _NEW if self._context.original else _OLD
        return any(child.name in gone for child in mark.nodes())

    def _label(self, properties: Node | None) -> str:
        styles, numbering = self._context.styles, self._context.numbering
        number: str | None = None
        level: int | None = None
        direct = None if properties is None else numbering_of(properties)
        of_style = styles.numbering(self._style)
        if of_style is not None:
            number, level = of_style
            if level is None and number is not None:
                level = numbering.level_of_style(number, self._style)
        if direct is not None:
            number = direct[0] if direct[0] is not None else number
            level = direct[1] if direct[1] is not None else level
        return numbering.next_label(number, level) if number else ""

    def _heading_level(
        self, properties: Node | None, style: str, pieces: list[Piece], label: str
    ) -> int:
        if label:
            return 0
        direct = None if properties is None else number_of(properties.value("outlineLvl"))
        level = self._context.styles.outline_level(style) if direct is None else direct
        if not 0 <= level < BODY_LEVEL:
            return 0
        length = sum(len(piece.text) for piece in pieces)
        return level + 1 if length < _LONGEST_HEADING else 0

    def _table(self, table: Node) -> None:
        rows = [[*_cells(row, "tc")] for row in _cells(table, "tr")]
        if not self._begun or all(len(row) <= 1 for row in rows) or _is_layout(rows):
            for row in rows:
                for cell in row:
                    self._blocks(cell)
            return
        outer, self._out = self._out, []
        read = []
        for row in rows:
            cells = []
            for cell in row:
                self._blocks(cell)
                self._release()
                cells.append(_joined(self._out))
                self._out = []
            read.append(cells)
        self._out = outer
        if any(cell for row in read for cell in row):
            self._out.append(Paragraph([], rows=read))

    # Text ---------------------------------------------------------------------------------------

    def _inline(self, container: Node) -> None:
        for node in container.nodes():
            name = node.name
            if name == "r":
                self._run(node)
            elif name in _CONTAINERS:
                self._inline(node)
            elif name in _NEW or name in _OLD:
                if self._is_read(name):
                    self._inline(node)
            elif name == "fldSimple":
                self._fields.open_simple(node.get("instr"))
                self._inline(node)
                self._end_field(node)
            elif name == "mc:AlternateContent":
                chosen = _chosen(node)
                if chosen is not None:
                    self._inline(chosen)
            elif name == "commentRangeStart":
                self._comment(node)

    def _run(self, run: Node) -> None:
        properties = run.child("rPr")
        if properties is not None and self._context.original:
            change = properties.child("rPrChange")
            if change is not None:
                properties = change.child("rPr")
        look: RunLook | None = None
        custom: Node | None = None
        for item in run.items:
            if isinstance(item, Text):
                continue
            name = item.name
            if name == "rPr":
                continue
            if name in ("fldChar", "instrText"):
                self._field(item)
                continue
            if self._fields.in_instruction:
                continue
            if look is None:
                look = self._context.styles.look(self._style, properties, self._data)
                if look.hidden:
                    return
            if name in ("t", "delText"):
                if custom is not None:
                    self._note(custom, text_of(item)[0])
                    custom = None
                else:
                    text, lead = text_of(item)
                    self._text(text, run, item, lead, look)
            elif name in _CHARACTERS:
                self._text(_CHARACTERS[name], run, item, 0, look)
            elif name == "sym":
                self._text(_symbol(item), run, item, 0, look)
            elif name in ("br", "cr"):
                if item.get("type") not in ("page", "column"):
                    self._break(run, item, look)
            elif name in ("footnoteReference", "endnoteReference"):
                mark = item.attributes.get("customMarkFollows")
                if mark is not None and is_on_value(mark):
                    custom = item
                else:
                    self._note(item, None)
            elif name == "commentReference":
                self._comment(item)
            elif name in ("pict", "drawing", "object", "mc:AlternateContent"):
                self._boxes.extend(_boxes(item))
        if custom is not None:
            self._note(custom, "*")

    def _text(self, text: str, run: Node, item: Node, lead: int, look: RunLook) -> None:
        if not text:
            return
        marker = self._fields.marker
        if marker is not None:
            marker.pieces.append(Piece(text))
            return
        piece = Piece(
            text,
            look.look,
            raised=look.raised,
            paragraph=self._index,
            at=self._at,
            node=Spot(run, item, self._at - lead),
        )
        self._fields.claim(piece)
        self._at += len(text)
        self._pieces.append(piece)

    def _break(self, run: Node, item: Node, look: RunLook) -> None:
        spot = Spot(run, item, self._at)
        piece = Piece("\n", look.look, kind=BREAK, paragraph=self._index, at=self._at, node=spot)
        self._fields.claim(piece)
        self._at += 1
        self._pieces.append(piece)

    def _field(self, item: Node) -> None:
        fields = self._fields
        if item.name == "instrText":
            fields.instruct(item.text())
            return
        kind = item.get("fldCharType")
        if kind == "begin":
            fields.begin()
        elif kind == "separate":
            fields.separate()
        elif kind == "end":
            self._end_field(item)

    def _end_field(self, item: Node) -> None:
        field = self._fields.end()
        if field is not None and field.name == "NOTEREF":
            number = "".join("".join(piece.text for piece in field.pieces).split())[:12]
            if number:
                self._pieces.append(self._marker(number, item))

    def _note(self, item: Node, mark: str | None) -> None:
        kind = FOOTNOTE if item.name == "footnoteReference" else ENDNOTE
        number = self._context.notes.cite(kind, item.get("id"), mark)
        self._pieces.append(self._marker(number, item))

    def _marker(self, number: str, node: Node) -> Piece:
        # Without a place of its own: it counts no character of the paragraph.
        return Piece(number, kind=MARKER, paragraph=self._index, node=node)

    def _comment(self, node: Node) -> None:
        text = self._context.comments.pop(node.get("id"), "")
        if text:
            self._pieces.insert(0, Piece(text, kind=COMMENT, paragraph=self._index))


def _is_ruled(properties: Node | None) -> bool:
    """Return whether a paragraph has a border below, which draws a line across the page."""
    borders = None if properties is None else properties.child("pBdr")
    bottom = None if borders is None else borders.child("bottom")
    return bottom is not None and bottom.get("val") not in ("nil", "none")


def is_on_value(value: str) -> bool:
    """Return whether the value of a switch means yes."""
    return value.lower() in ("1", "true", "on")


def _chosen(alternative: Node) -> Node | None:
    """Return the content to read of an AlternateContent: the first choice, else the fallback."""
    return alternative.child("mc:Choice") or alternative.child("mc:Fallback")


def text_of(item: Node) -> tuple[str, int]:
    """Return the text of a w:t as it is shown, and how many characters before it are not."""
    text = item.text()
    if "\n" in text or "\r" in text:
        text = text.replace("\r", " ").replace("\n", " ")
    if item.attributes.get("xml:space") == "preserve":
        return text, 0
    stripped = text.lstrip(" \t")
    return stripped.rstrip(" \t"), len(text) - len(stripped)


def _symbol(item: Node) -> str:
    code = item.get("char").lower()
    known = _SYMBOLS.get(code)
    if known is not None:
        return known
    try:
        value = int(code, 16)
    except ValueError:
        return "\ufffd"
    # Symbol fonts have their characters from F000 on; below, the code is that of the character.
    return chr(value) if 0x20 <= value < 0xD800 else "\ufffd"


def _boxes(item: Node) -> Iterator[Node]:
    """Yield the contents of the text boxes in a drawing, each once."""
    if item.name == "mc:AlternateContent":
        chosen = _chosen(item)
        if chosen is not None:
            yield from _boxes(chosen)
        return
    for node in item.nodes():
        if node.name == "txbxContent":
            yield node
        else:
            yield from _boxes(node)


def _cells(container: Node, name: str) -> Iterator[Node]:
    """Yield the rows of a table or the cells of a row, content controls around them aside."""
    for node in container.nodes():
        if node.name == name:
            yield node
        elif node.name in ("sdt", "sdtContent", "customXml", "ins"):
            yield from _cells(node, name)


def _is_layout(rows: Iterable[Iterable[Node]]) -> bool:
    """Return whether a table only lays out text: two long paragraphs stand in one cell."""
    for row in rows:
        for cell in row:
            lengths = [
                sum(len(text.text()) for text in paragraph.find_all("t"))
                for paragraph in cell.nodes()
                if paragraph.name == "p"
            ]
            if sum(1 for length in lengths if length > _LONG_PARAGRAPH) > 1:
                return True
    return False


def _joined(paragraphs: list[Paragraph]) -> list[Piece]:
    """Return the pieces of the paragraphs of a table cell as one line."""
    pieces: list[Piece] = []
    for paragraph in paragraphs:
        if pieces:
            pieces.append(Piece(" "))
        if paragraph.label:
            pieces.append(Piece(paragraph.label + " "))
        pieces.extend(paragraph.pieces)
        for row in paragraph.rows or ():
            for cell in row:
                pieces.extend([*cell, Piece(" ")])
    return pieces


def _lower_commas(pieces: list[Piece]) -> None:
    """Make raised commas and blanks between two markers plain: they are no marks."""
    for index, piece in enumerate(pieces):
        if piece.raised and 0 < index < len(pieces) - 1 and not piece.text.strip(" ,،、\u00a0"):
            if pieces[index - 1].kind == MARKER and pieces[index + 1].kind == MARKER:
                piece.raised = False
