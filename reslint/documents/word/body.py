"""Read the paragraphs of a part of a Word file: text, looks, labels, tables, boxes.

Longer than other modules would be if it were cut: the walk over blocks and that over the text of a
paragraph share their state (open fields, notes, sections).
"""

from __future__ import annotations

from reslint.documents.line_breaks import parted
from reslint.documents.pieces import BREAK, COMMENT, MARKER, TEXT, Paragraph, Piece
from reslint.documents.word.characters import (
    SPECIAL_CHARACTERS,
    symbol,
    text_of,
    without_private,
)
from reslint.documents.word.elements import (
    cells_of,
    chosen_alternative,
    has_drop_cap,
    is_empty_control,
    is_label,
    is_on_value,
    is_ruled,
    joined_cell,
    lower_commas,
    text_boxes,
)
from reslint.documents.word.fields import Fields
from reslint.documents.word.layout_tables import (
    is_layout,
    refuse_two_texts,
    without_remarks,
    without_row_numbers,
)
from reslint.documents.word.notes import ENDNOTE, FOOTNOTE
from reslint.documents.word.number_fields import NumberFields
from reslint.documents.word.numbered_headings import NumberedHeadings
from reslint.documents.word.styles import number_of, numbering_of
from reslint.documents.xml_tree import Node, Text
from reslint.text.folding import LIST_COMMAS
from reslint.text.source import UnreadableText

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.documents.word.notes import Notes
    from reslint.documents.word.numbering import Numbering
    from reslint.documents.word.styles import RunLook, Styles


BODY_LEVEL = 9
_LONGEST_HEADING = 400
_COMMAS = tuple(LIST_COMMAS)
_CONTAINERS = frozenset(
    ("hyperlink", "smartTag", "customXml", "dir", "bdo", "sdtContent", "sdt", "ruby", "rubyBase")
)
_BLOCK_CONTAINERS = frozenset(("sdt", "sdtContent", "customXml", "smartTag", "body", "txbxContent"))
_TEXT_ELSEWHERE = ("altChunk", "subDoc")
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
        self.number_fields = NumberFields()
        self.paragraphs: list[tuple[str, int]] = []


class PartReader:
    """Reads one part; `name` is that of the part in places, `data` its bytes in UTF-8.

    In a part `of_notes`, line breaks part no paragraphs: a note is one paragraph.
    """

    def __init__(self, context: Context, name: str, data: bytes, *, of_notes: bool = False) -> None:
        self._context = context
        self._name = name
        self._data = data
        self._is_of_notes = of_notes
        self._fields = Fields()
        self._held: list[Piece] = []
        """Pieces of paragraphs whose mark is deleted: they belong to the next."""
        self._drop_cap: list[Piece] = []
        """Pieces of a large letter in a frame: it begins the next paragraph."""
        self._out: list[Paragraph] = []
        self._properties: dict[bytes, Node] = {}
        self._numbered = NumberedHeadings()
        self._begun = False
        self._lone_label = ""
        """The automatic number of a paragraph without text: it may number the next cell."""
        # State of the paragraph that is read:
        self._pieces: list[Piece] = []
        self._boxes: list[Node] = []
        self._style = ""
        self._index = 0
        self._at = 0
        self._struck = False
        """Whether text of it is struck."""

    def read(self, container: Node) -> list[Paragraph]:
        """Return the paragraphs in an element."""
        self._blocks(container)
        self._release()
        self._fields.finish()
        self._numbered.settle()
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
                if not is_empty_control(node):
                    self._blocks(node)
            elif name in _NEW or name in _OLD:
                if self._is_read(name):
                    self._blocks(node)
            elif name == "mc:AlternateContent":
                chosen = chosen_alternative(node)
                if chosen is not None:
                    self._blocks(chosen)
            elif name in _TEXT_ELSEWHERE:
                raise UnreadableText(
                    "a part of the text is a file of its own inside or beside this one; open the "
                    "file in Word and save it, which joins them"
                )

    def _is_read(self, name: str) -> bool:
        """Return whether a tracked insertion or deletion is part of the text read."""
        return (name in _OLD) == self._context.original

    def _paragraph(self, node: Node) -> None:
        outer = (self._pieces, self._boxes, self._style, self._index, self._at, self._struck)
        context = self._context
        mark = self._known_properties(node.child("pPr"))
        properties = self._stated(mark)
        style = (properties.value("pStyle") if properties is not None else None) or ""
        self._style = style or context.styles.default
        self._pieces, self._boxes, self._at, self._struck = [], [], 0, False
        self._index = len(context.paragraphs)
        context.paragraphs.append((self._name, node.number))
        self._inline(node)
        self._fields.end_paragraph()
        pieces, boxes = self._pieces, self._boxes
        style = self._style
        # A paragraph that is struck whole or joins the next has no number.
        is_drop_cap = has_drop_cap(properties)
        joins = self._mark_is_gone(mark) or is_drop_cap
        counts = not joins and (bool(pieces) or not self._struck)
        label = self._label(properties) if counts else ""
        self._pieces, self._boxes, self._style, self._index, self._at, self._struck = outer
        before = len(self._out)
        for box in boxes:
            self._blocks(box)
        for paragraph in self._out[before:]:
            # A box stands in the file twice, for new and for old programs: nobody edits one.
            paragraph.protected = True
        if is_drop_cap:
            for piece in pieces:
                piece.protected = True
            self._drop_cap = pieces
            return
        if self._drop_cap:
            # The large letter has a look of its own, that of ornament.
            for piece in self._drop_cap:
                piece.look = pieces[0].look if pieces else piece.look
            pieces = [*self._drop_cap, *pieces]
            self._drop_cap = []
        if joins:
            self._held.extend(pieces)
            return
        if self._held:
            pieces = [*self._held, *pieces]
            self._held = []
        lower_commas(pieces)
        level = self._heading_level(properties, style, pieces)
        heading = 0 if label else level
        quoted = not heading and context.styles.is_quotation(style)
        before = len(self._out)
        self._add(pieces, label, heading, ruled=is_ruled(properties), quoted=quoted)
        if label and level and len(self._out) > before:
            self._numbered.add(self._out[before], style, level)
        section = None if properties is None else properties.child("sectPr")
        if section is not None:
            context.notes.enter_section(section, first=False)

    def _add(
        self,
        pieces: list[Piece],
        label: str,
        heading: int,
        *,
        ruled: bool = False,
        quoted: bool = False,
    ) -> None:
        if not pieces and ruled and self._begun:
            self._out.append(Paragraph([Piece("---", protected=True)], protected=True))
        if any(piece.kind != TEXT or piece.text.strip() for piece in pieces):
            for part in [pieces] if heading or self._is_of_notes else parted(pieces):
                self._out.append(Paragraph(part, heading=heading, label=label, quoted=quoted))
                label = ""
                if not self._begun:
                    text = "".join(piece.text for piece in part if piece.kind == TEXT)
                    self._begun = text.rstrip().endswith(_COMMAS)
        elif label:
            self._lone_label = label

    def _release(self) -> None:
        """Write pieces still held at the end: the last paragraph mark cannot be deleted."""
        if self._held or self._drop_cap:
            pieces = [*self._drop_cap, *self._held]
            self._held, self._drop_cap = [], []
            self._add(pieces, "", 0)

    def _known_properties(self, properties: Node | None) -> Node | None:
        """Return properties that say the same as those of a paragraph: most occur many times."""
        if properties is None:
            return None
        written = self._data[properties.start : properties.end]
        return self._properties.setdefault(written, properties)

    def _stated(self, properties: Node | None) -> Node | None:
        """Return the properties of a paragraph that count: those before a change, if wanted."""
        if properties is not None and self._context.original:
            change = properties.child("pPrChange")
            if change is not None:
                return change.child("pPr")
        return properties

    def _mark_is_gone(self, properties: Node | None) -> bool:
        return self._is_gone(None if properties is None else properties.child("rPr"))

    def _is_gone(self, properties: Node | None) -> bool:
        """Return whether properties of a paragraph's mark or a row say that it is deleted."""
        if properties is None:
            return False
        gone = _NEW if self._context.original else _OLD
        return any(child.name in gone for child in properties.nodes())

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

    def _heading_level(self, properties: Node | None, style: str, pieces: list[Piece]) -> int:
        direct = None if properties is None else number_of(properties.value("outlineLvl"))
        level = self._context.styles.outline_level(style) if direct is None else direct
        if not 0 <= level < BODY_LEVEL:
            return 0
        length = sum(len(piece.text) for piece in pieces)
        return level + 1 if length < _LONGEST_HEADING else 0

    def _table(self, table: Node) -> None:
        rows = [
            [*cells_of(row, "tc")]
            for row in cells_of(table, "tr")
            if not self._is_gone(row.child("trPr"))
        ]
        if not self._begun:
            refuse_two_texts(rows)
            rows = without_remarks(without_row_numbers(rows))
        if not self._begun or all(len(row) <= 1 for row in rows) or is_layout(rows):
            for row in rows:
                self._row_of_layout(row)
            return
        outer, self._out = self._out, []
        read = []
        for row in rows:
            cells = []
            for cell in row:
                self._blocks(cell)
                self._release()
                cells.append(joined_cell(self._out))
                self._out = []
            read.append(cells)
        self._out = outer
        if any(cell for row in read for cell in row):
            self._out.append(Paragraph([], rows=read))

    def _row_of_layout(self, row: list[Node]) -> None:
        """Read the cells of a row one after another; a label in a cell joins the next cell."""
        front: list[Piece] = []
        label = ""
        for cell in row:
            before = len(self._out)
            self._lone_label = ""
            self._blocks(cell)
            read = self._out[before:]
            if read and (front or label):
                if not read[0].label and not read[0].heading and read[0].rows is None:
                    read[0].pieces = [*front, *read[0].pieces]
                    read[0].label = label
                elif front:
                    self._out.insert(before, Paragraph(front, label=label))
                front, label = [], ""
            elif len(read) == 1 and is_label(read[0]) and cell is not row[-1]:
                self._out.pop()
                front, label = [*read[0].pieces, Piece(" ", protected=True)], read[0].label
            elif not read:
                label = label or self._lone_label
        if front:
            self._out.append(Paragraph(front, label=label))

    # Text ---------------------------------------------------------------------------------------

    def _inline(self, container: Node) -> None:
        for node in container.nodes():
            name = node.name
            if name == "r":
                self._run(node)
            elif name in _CONTAINERS:
                if not is_empty_control(node):
                    self._inline(node)
            elif name in _NEW or name in _OLD:
                if self._is_read(name):
                    self._inline(node)
            elif name == "fldSimple":
                self._fields.open_simple(node.get("instr"))
                self._inline(node)
                self._end_field(node)
            elif name == "mc:AlternateContent":
                chosen = chosen_alternative(node)
                if chosen is not None:
                    self._inline(chosen)
            elif name == "commentRangeStart":
                self._comment(node)
            elif name in ("m:oMath", "m:oMathPara"):
                self._formula(node)

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
                if look.struck and not self._context.original:
                    self._struck = True
                    return
            if custom is not None:
                # What follows the marker is its mark, if it is a character.
                mark = _mark_of(item)
                self._note(custom, mark or "*")
                custom = None
                if mark is not None:
                    continue
            if name in ("t", "delText"):
                text, lead = text_of(item)
                self._text(without_private(text), run, item, lead, look)
            elif name in SPECIAL_CHARACTERS:
                self._text(SPECIAL_CHARACTERS[name], run, item, 0, look)
            elif name == "sym":
                self._text(symbol(item), run, item, 0, look)
            elif name in ("br", "cr"):
                if item.get("type") not in ("page", "column"):
                    self._break(run, item, look)
            elif name in ("footnoteReference", "endnoteReference"):
                if is_on_value(item.get("customMarkFollows", "0")):
                    custom = item
                else:
                    self._note(item, None)
            elif name == "commentReference":
                self._comment(item)
            elif name == "ruby":
                self._formula(item.child("rubyBase"))
            elif name in ("pict", "drawing", "object", "mc:AlternateContent"):
                self._boxes.extend(text_boxes(item))
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

    def _formula(self, node: Node | None) -> None:
        """Add text that no fix may change: that of an equation, or characters with a reading."""
        text = "" if node is None else " ".join(node.whole_text().split())
        if text:
            self._pieces.append(Piece(text, paragraph=self._index, protected=True))

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
        if field is None:
            return
        if field.name == "NOTEREF":
            number = "".join("".join(piece.text for piece in field.pieces).split())[:12]
            if number:
                self._pieces.append(self._marker(number, item))
        elif not field.pieces and not self._fields.in_instruction:
            shown = self._context.number_fields.number(field.name, field.instruction)
            if shown:
                self._pieces.append(Piece(shown, paragraph=self._index, protected=True))

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


def _mark_of(item: Node) -> str | None:
    """Return the mark of a note that an element of a run shows, None for another element."""
    if item.name == "t":
        return text_of(item)[0]
    return symbol(item) if item.name == "sym" else None
