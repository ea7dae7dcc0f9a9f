"""Parts of a Word file: the cells of tables, text boxes, alternatives, borders, controls."""

from __future__ import annotations

import re

from reslint.documents.pieces import COMMENT, MARKER, TEXT, Paragraph, Piece
from reslint.documents.word.styles import is_on

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reslint.documents.xml_tree import Node

_LABEL = re.compile(
    r"(?:[A-Z]{1,3}\s?)?(?:[0-9]{1,3}|\([a-z]{1,4}\)|[a-z]\)) ?(?:[a-z]{2,4})? ?[.):]?"
)


def is_ruled(properties: Node | None) -> bool:
    """Return whether a paragraph has a border below, which draws a line across the page."""
    borders = None if properties is None else properties.child("pBdr")
    bottom = None if borders is None else borders.child("bottom")
    return bottom is not None and bottom.get("val") not in ("nil", "none")


def has_drop_cap(properties: Node | None) -> bool:
    """Return whether a paragraph is the large first letter of the next one, in a frame."""
    frame = None if properties is None else properties.child("framePr")
    return frame is not None and frame.get("dropCap") in ("drop", "margin")


def is_on_value(value: str) -> bool:
    """Return whether the value of a switch means yes."""
    return value.lower() in ("1", "true", "on")


def is_empty_control(node: Node) -> bool:
    """Return whether an element is a content control that only says what to write in it."""
    if node.name != "sdt":
        return False
    properties = node.child("sdtPr")
    shown = None if properties is None else properties.child("showingPlcHdr")
    return shown is not None and is_on(shown)


def chosen_alternative(alternative: Node) -> Node | None:
    """Return the content to read of an AlternateContent: the first choice, else the fallback."""
    return alternative.child("mc:Choice") or alternative.child("mc:Fallback")


def text_boxes(item: Node) -> Iterator[Node]:
    """Yield the contents of the text boxes in a drawing, each once."""
    if item.name == "mc:AlternateContent":
        chosen = chosen_alternative(item)
        if chosen is not None:
            yield from text_boxes(chosen)
        return
    for node in item.nodes():
        if node.name == "txbxContent":
            yield node
        else:
            yield from text_boxes(node)


def cells_of(container: Node, name: str) -> Iterator[Node]:
    """Yield the rows of a table or the cells of a row, content controls around them aside."""
    for node in container.nodes():
        if node.name == name:
            yield node
        elif node.name in ("sdt", "sdtContent", "customXml", "ins"):
            yield from cells_of(node, name)


def is_label(paragraph: Paragraph) -> bool:
    """Return whether a paragraph is a label alone: `1.`, `(a)`, `OP3`, `PP 2 bis`."""
    if paragraph.heading or paragraph.rows is not None:
        return False
    text = "".join(piece.text for piece in paragraph.pieces if piece.kind == TEXT).strip()
    return _LABEL.fullmatch(text) is not None and all(
        piece.kind in (TEXT, COMMENT) for piece in paragraph.pieces
    )


def joined_cell(paragraphs: list[Paragraph]) -> list[Piece]:
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


def lower_commas(pieces: list[Piece]) -> None:
    """Make raised commas and blanks between two markers plain: they are no marks."""
    for index, piece in enumerate(pieces):
        if piece.raised and 0 < index < len(pieces) - 1 and not piece.text.strip(" ,،、\u00a0"):
            if pieces[index - 1].kind == MARKER and pieces[index + 1].kind == MARKER:
                piece.raised = False
