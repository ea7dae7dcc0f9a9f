"""The fields of a Word file: what is instruction, what is result, which results are markers."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.documents.pieces import Piece

_MOST_OPEN = 50
"""Fields open at once: those begun inside of so many are not read as fields."""
INSTRUCTION, RESULT = "instruction", "result"


class Field:
    """An open field: its state, its instruction, the pieces of its result."""

    __slots__ = ("instruction", "pieces", "simple", "state")

    def __init__(self, instruction: str = "", *, simple: bool = False) -> None:
        self.state = RESULT if simple else INSTRUCTION
        self.instruction = instruction
        self.simple = simple
        self.pieces: list[Piece] = []

    @property
    def name(self) -> str:
        """The first word of the instruction, in capitals."""
        return (self.instruction.split(maxsplit=1) or [""])[0].upper()


class Fields:
    """The fields open at a place; they may reach over paragraphs."""

    def __init__(self) -> None:
        self._open: list[Field] = []
        self._too_deep = 0

    def begin(self) -> None:
        if len(self._open) < _MOST_OPEN:
            self._open.append(Field())
        else:
            self._too_deep += 1

    def separate(self) -> None:
        if self._open and not self._too_deep:
            self._open[-1].state = RESULT

    def end(self) -> Field | None:
        """Close the innermost field and return it; None where none is open."""
        if self._too_deep:
            self._too_deep -= 1
            return None
        return self._open.pop() if self._open else None

    def open_simple(self, instruction: str) -> Field:
        field = Field(instruction, simple=True)
        self._open.append(field)
        return field

    def instruct(self, text: str) -> None:
        """Add to the instruction of the innermost field."""
        if self._open:
            self._open[-1].instruction += text

    @property
    def in_instruction(self) -> bool:
        """Whether what follows is no text of the page."""
        return any(field.state == INSTRUCTION for field in self._open)

    @property
    def marker(self) -> Field | None:
        """The open field whose result is the marker of a note, None for none."""
        for field in self._open:
            if field.name == "NOTEREF":
                return field
        return None

    def claim(self, piece: Piece) -> None:
        """Protect a piece that is the result of a field, but for that of a link."""
        for field in self._open:
            if field.name != "HYPERLINK":
                field.pieces.append(piece)
                piece.protected = True

    def end_paragraph(self) -> None:
        """Drop a field without a result at the end of a paragraph: it was never finished."""
        while self._open and self._open[-1].state == INSTRUCTION:
            self._open.pop()

    def finish(self) -> None:
        """Release the pieces of fields that are never closed."""
        for field in self._open:
            if not field.simple:
                for piece in field.pieces:
                    piece.protected = piece.kind != "text"
        self._open.clear()
