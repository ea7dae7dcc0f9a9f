"""Read the blocks of a part of a Word file: paragraphs with labels and levels, tables, boxes."""

from __future__ import annotations

from reslint.documents.line_breaks import parted
from reslint.documents.pieces import TEXT, Paragraph, Piece
from reslint.documents.word.context import CHANGES
from reslint.documents.word.elements import (
    cells_of,
    chosen_alternative,
    has_drop_cap,
    is_empty_control,
    is_label,
    is_ruled,
    joined_cell,
    lower_commas,
)
from reslint.documents.word.fields import Fields
from reslint.documents.word.layout_tables import (
    is_layout,
    refuse_two_texts,
    without_remarks,
    without_row_numbers,
)
from reslint.documents.word.numbered_headings import NumberedHeadings
from reslint.documents.word.paragraph_text import ParagraphText
from reslint.documents.word.styles import number_of, numbering_of
from reslint.text.folding import LIST_COMMAS
from reslint.text.source import UnreadableText

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.documents.word.context import Context
    from reslint.documents.xml_tree import Node


BODY_LEVEL = 9
_LONGEST_HEADING = 400
_COMMAS = tuple(LIST_COMMAS)
_BLOCK_CONTAINERS = frozenset(("sdt", "sdtContent", "customXml", "smartTag", "body", "txbxContent"))
_TEXT_ELSEWHERE = ("altChunk", "subDoc")


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

    def read(self, container: Node) -> list[Paragraph]:
        """Return the paragraphs in an element."""
        self._blocks(container)
        self._release()
        self._fields.finish()
        self._numbered.settle()
        out, self._out = self._out, []
        return out

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
            elif name in CHANGES:
                if self._context.reads_change(name):
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

    def _paragraph(self, node: Node) -> None:
        context = self._context
        mark = self._known_properties(node.child("pPr"))
        properties = context.stated(mark)
        style = (properties.value("pStyle") if properties is not None else None) or ""
        style = style or context.styles.default
        text = ParagraphText(context, self._fields, self._data, style, len(context.paragraphs))
        context.paragraphs.append((self._name, node.number))
        text.read(node)
        self._fields.end_paragraph()
        pieces = text.pieces
        # A paragraph that is struck whole or joins the next has no number.
        is_drop_cap = has_drop_cap(properties)
        joins = context.is_gone(None if mark is None else mark.child("rPr")) or is_drop_cap
        counts = not joins and (bool(pieces) or not text.is_struck)
        label = self._label(properties, style) if counts else ""
        before = len(self._out)
        for box in text.boxes:
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
                    written = "".join(piece.text for piece in part if piece.kind == TEXT)
                    self._begun = written.rstrip().endswith(_COMMAS)
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

    def _label(self, properties: Node | None, style: str) -> str:
        styles, numbering = self._context.styles, self._context.numbering
        number: str | None = None
        level: int | None = None
        direct = None if properties is None else numbering_of(properties)
        of_style = styles.numbering(style)
        if of_style is not None:
            number, level = of_style
            if level is None and number is not None:
                level = numbering.level_of_style(number, style)
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
            if not self._context.is_gone(row.child("trPr"))
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
