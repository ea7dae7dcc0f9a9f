"""Find the characters of a Word file behind places of its Markdown."""

from __future__ import annotations

from bisect import bisect_right

from reslint.documents.word.paragraph_text import Spot
from reslint.revisions.word_markup import runs_in_fields
from reslint.text.origin import ParagraphOrigin

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.documents.pieces import Piece
    from reslint.documents.word.reading import Document
    from reslint.documents.xml_tree import Node
    from reslint.text.source import Source


def opened(source: Source | None) -> Document | None:
    """Return the Word file as it was read into a source; None where the source is of no such."""
    origin = None if source is None else source.origin
    return origin.document if isinstance(origin, ParagraphOrigin) else None


class Character:
    """A character in the file: the piece it belongs to, run, element and offset in its text."""

    __slots__ = ("item", "offset", "piece", "run")

    def __init__(self, piece: Piece, offset: int, spot: Spot) -> None:
        self.piece = piece
        self.run = spot.run
        self.item = spot.item
        self.offset = piece.at + offset - spot.start


class Places:
    """The characters of a document by their offsets in the Markdown."""

    def __init__(self, document: Document) -> None:
        self._placed = document.projection.placed
        self._starts = [one[0] for one in self._placed]
        self._fields: dict[int, dict[int, int]] = {}
        self._ends: dict[int, dict[int, tuple[Node, Node]]] = {}

    def at(self, offset: int) -> Character | None:
        """Return the character at an offset; None for mark-up, labels, line breaks, markers."""
        index = bisect_right(self._starts, offset) - 1
        if index < 0:
            return None
        start, length, piece, inside = self._placed[index]
        if offset >= start + length or not isinstance(piece.node, Spot):
            return None
        return Character(piece, inside + offset - start, piece.node)

    def first_from(self, offset: int, end: int) -> Character | None:
        """Return the first character from an offset on, before `end`."""
        index = max(bisect_right(self._starts, offset) - 1, 0)
        for at in range(index, len(self._placed)):
            start, length, piece, inside = self._placed[at]
            if start >= end:
                return None
            if start + length > offset and isinstance(piece.node, Spot):
                return Character(piece, inside + max(offset - start, 0), piece.node)
        return None

    def last_before(self, offset: int, start: int) -> Character | None:
        """Return the last character before an offset, not before `start`."""
        index = bisect_right(self._starts, offset - 1) - 1
        for at in range(index, -1, -1):
            first, length, piece, inside = self._placed[at]
            if first + length <= start:
                return None
            if isinstance(piece.node, Spot):
                last = min(offset, first + length) - 1
                return Character(piece, inside + last - first, piece.node)
        return None

    def field_of(self, run: Node) -> int:
        """Return the number of the field in its paragraph that holds a run, 0 for none."""
        paragraph = ancestor(run, "p")
        if paragraph is None:
            return 0
        known = self._fields.get(id(paragraph))
        if known is None:
            known = self._fields[id(paragraph)] = runs_in_fields(paragraph)
        return known.get(id(run), 0)

    def ends_of_field(self, run: Node) -> tuple[Node, Node]:
        """Return the first and the last run of the field that holds a run; the run for none."""
        paragraph = ancestor(run, "p")
        number = self.field_of(run)
        if paragraph is None or not number:
            return run, run
        ends = self._ends.get(id(paragraph))
        if ends is None:
            ends = self._ends[id(paragraph)] = {}
            for one in paragraph.find_all("r"):
                of = self.field_of(one)
                ends[of] = (ends[of][0] if of in ends else one, one)
        return ends[number]

    def container_of(self, run: Node) -> tuple[int, int]:
        """Return what tells apart the link and the field that hold a run; (0, 0) for none."""
        link = ancestor(run, "hyperlink")
        return (0 if link is None else id(link)), self.field_of(run)

    def holder_of(self, run: Node) -> tuple[int, int, int, int]:
        """Return what tells apart the link, field and content control that hold a run."""
        control = ancestor(run, "sdt")
        # A control around whole paragraphs parts no text.
        within = control is not None and ancestor(control, "p") is not None
        simple = ancestor(run, "fldSimple")
        field = 0 if simple is None else id(simple)
        return *self.container_of(run), field, id(control) if within else 0


def ancestor(node: Node, name: str) -> Node | None:
    """Return the nearest element of a name around an element, None for none."""
    at = node.parent
    while at is not None and at.name != name:
        at = at.parent
    return at
