"""Read the text of a paragraph of a Word file: its runs, fields, notes and comments."""

from __future__ import annotations

from reslint.documents.pieces import BREAK, COMMENT, MARKER, Piece
from reslint.documents.word.characters import (
    SPECIAL_CHARACTERS,
    symbol,
    text_of,
    without_private,
)
from reslint.documents.word.context import CHANGES
from reslint.documents.word.elements import (
    chosen_alternative,
    is_empty_control,
    is_on_value,
    text_boxes,
)
from reslint.documents.word.notes import ENDNOTE, FOOTNOTE
from reslint.documents.xml_tree import Node, Text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.documents.word.context import Context
    from reslint.documents.word.fields import Fields
    from reslint.documents.word.styles import RunLook


_CONTAINERS = frozenset(
    ("hyperlink", "smartTag", "customXml", "dir", "bdo", "sdtContent", "sdt", "ruby", "rubyBase")
)


class Spot:
    """Where a piece stands: its run, the element in it, and the offset at which that begins."""

    __slots__ = ("item", "run", "start")

    def __init__(self, run: Node, item: Node, start: int) -> None:
        self.run = run
        self.item = item
        self.start = start


class ParagraphText:
    """The text of a paragraph: its `pieces`, and the `boxes` that hang on it.

    `fields` are those of the part, which may go on over several paragraphs; `data` are its bytes;
    `style` is that of the paragraph, `index` its place in `Context.paragraphs`. `is_struck` says
    that text of it is struck, and so left out.
    """

    __slots__ = (
        "_at",
        "_context",
        "_data",
        "_fields",
        "_index",
        "_style",
        "boxes",
        "is_struck",
        "pieces",
    )

    def __init__(
        self, context: Context, fields: Fields, data: bytes, style: str, index: int
    ) -> None:
        self._context = context
        self._fields = fields
        self._data = data
        self._style = style
        self._index = index
        self._at = 0
        self.pieces: list[Piece] = []
        self.boxes: list[Node] = []
        self.is_struck = False

    def read(self, container: Node) -> None:
        """Read the text in an element."""
        for node in container.nodes():
            name = node.name
            if name == "r":
                self._run(node)
            elif name in _CONTAINERS:
                if not is_empty_control(node):
                    self.read(node)
            elif name in CHANGES:
                if self._context.reads_change(name):
                    self.read(node)
            elif name == "fldSimple":
                self._fields.open_simple(node.get("instr"))
                self.read(node)
                self._end_field(node)
            elif name == "mc:AlternateContent":
                chosen = chosen_alternative(node)
                if chosen is not None:
                    self.read(chosen)
            elif name == "commentRangeStart":
                self._comment(node)
            elif name in ("m:oMath", "m:oMathPara"):
                self._formula(node)

    def _run(self, run: Node) -> None:
        properties = self._context.stated(run.child("rPr"))
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
                    self.is_struck = True
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
                self.boxes.extend(text_boxes(item))
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
        self.pieces.append(piece)

    def _break(self, run: Node, item: Node, look: RunLook) -> None:
        spot = Spot(run, item, self._at)
        piece = Piece("\n", look.look, kind=BREAK, paragraph=self._index, at=self._at, node=spot)
        self._fields.claim(piece)
        self._at += 1
        self.pieces.append(piece)

    def _formula(self, node: Node | None) -> None:
        """Add text that no fix may change: that of an equation, or characters with a reading."""
        text = "" if node is None else " ".join(node.whole_text().split())
        if text:
            self.pieces.append(Piece(text, paragraph=self._index, protected=True))

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
                self.pieces.append(self._marker(number, item))
        elif not field.pieces and not self._fields.in_instruction:
            shown = self._context.number_fields.number(field.name, field.instruction)
            if shown:
                self.pieces.append(Piece(shown, paragraph=self._index, protected=True))

    def _note(self, item: Node, mark: str | None) -> None:
        kind = FOOTNOTE if item.name == "footnoteReference" else ENDNOTE
        number = self._context.notes.cite(kind, item.get("id"), mark)
        self.pieces.append(self._marker(number, item))

    def _marker(self, number: str, node: Node) -> Piece:
        # Without a place of its own: it counts no character of the paragraph.
        return Piece(number, kind=MARKER, paragraph=self._index, node=node)

    def _comment(self, node: Node) -> None:
        text = self._context.comments.pop(node.get("id"), "")
        if text:
            self.pieces.insert(0, Piece(text, kind=COMMENT, paragraph=self._index))


def _mark_of(item: Node) -> str | None:
    """Return the mark of a note that an element of a run shows, None for another element."""
    if item.name == "t":
        return text_of(item)[0]
    return symbol(item) if item.name == "sym" else None
