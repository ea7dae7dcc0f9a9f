"""Tell the tables of a page from those that only lay out its text.

Pages have their text in one cell beside another with links, each paragraph in a row of its own, or
the labels of paragraphs in a column of their own.
"""

from __future__ import annotations

from reslint.documents.pieces import Paragraph, Piece
from reslint.documents.table_labels import counts_rows, is_label

Table = list[list[list[Paragraph]]]
"""The rows of a table, their cells, the paragraphs in each."""

_ENOUGH = 4  # paragraphs of a cell that holds the text of a page


def paragraphs_of(table: Table) -> list[Paragraph]:
    """Return the paragraphs of a table: those in its cells where it is layout, else itself."""
    rows = [[cell for cell in row if cell] for row in table]
    rows = _without_row_numbers([row for row in rows if row])
    if any(len(cell) >= _ENOUGH for row in rows for cell in row):
        return [paragraph for row in rows for cell in row for paragraph in cell]
    if all(len(row) == 1 or _is_labelled(row) for row in rows):
        found: list[Paragraph] = []
        for row in rows:
            found += row[0] if len(row) == 1 else _with_label(row)
        return found
    whole = [[_joined(cell) for cell in row] for row in table if row]
    return [Paragraph([], rows=whole)]


def _without_row_numbers(rows: Table) -> Table:
    """Return rows without a first column that only counts them."""
    texts = [["".join(_text(paragraph) for paragraph in cell) for cell in row[:2]] for row in rows]
    return [row[1:] for row in rows] if counts_rows(texts) else rows


def _is_labelled(row: list[list[Paragraph]]) -> bool:
    """Tell whether a row has a label in its first cell and text in its second."""
    if len(row) != 2 or len(row[0]) != 1:
        return False
    return is_label(_text(row[0][0]))


def _text(paragraph: Paragraph) -> str:
    """Return the text of a paragraph, that of its own label first."""
    return paragraph.label + "".join(piece.text for piece in paragraph.pieces)


def _with_label(row: list[list[Paragraph]]) -> list[Paragraph]:
    """Return the paragraphs of such a row: the label stands before the first."""
    first, *others = row[1]
    pieces = [*row[0][0].pieces, Piece(" ", protected=True), *first.pieces]
    return [Paragraph(pieces, label=first.label), *others]


def _joined(cell: list[Paragraph]) -> list[Piece]:
    """Return the text of a cell as one."""
    pieces: list[Piece] = []
    for paragraph in cell:
        parts = [piece for row in paragraph.rows or () for part in row for piece in part]
        for one in (paragraph.pieces, parts):
            if pieces and one:
                pieces.append(Piece(" ", protected=True))
            pieces += one
    return pieces
