"""Tables that lay out text: their cells are paragraphs of the draft, not data."""

from __future__ import annotations

from reslint.documents.table_labels import counts_rows, is_label
from reslint.documents.word.styles import number_of
from reslint.text.folding import CLAUSE_ENDS, COLONS, LIST_COMMAS, SEMICOLONS
from reslint.text.source import UnreadableText

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reslint.documents.xml_tree import Node

    Rows = Sequence[Sequence[Node]]


_LONG_PARAGRAPH = 300
_ENDS = tuple(LIST_COMMAS + SEMICOLONS)
_ENDS_OF_ROW = tuple(LIST_COMMAS + CLAUSE_ENDS + COLONS)
_LONGEST_HEADING = 60  # characters of the heading of a column
_MOST_COLUMNS = 100  # that a cell may reach over
_LEAST_TEXT = 8  # characters of a cell with a paragraph
_ENOUGH = 2  # paragraphs of a draft in a column
_EMPHASIS = ("i", "b", "u", "iCs", "bCs")
_OFF = ("0", "false", "none", "off")


def is_layout(rows: Rows) -> bool:
    """Return whether a table only lays out text.

    Two long paragraphs stand in one cell, or each row is a paragraph behind its label.
    """
    for row in rows:
        for cell in row:
            lengths = [len(text) for text in _paragraphs(cell)]
            if sum(1 for length in lengths if length > _LONG_PARAGRAPH) > 1:
                return True
    return _is_labelled(rows)


def without_row_numbers(rows: list[list[Node]]) -> list[list[Node]]:
    """Return rows without a first column that only counts them."""
    if counts_rows([[_text(cell) for cell in row[:2]] for row in rows]):
        return [row[1:] for row in rows]
    return rows


def refuse_two_texts(rows: Rows) -> None:
    """Raise UnreadableText for a table that has a draft in two of its columns: two languages.

    Read row by row, the one would stand among the paragraphs of the other.
    """
    two = [place + 1 for place, count in _ends_by_column(rows).items() if count >= _ENOUGH]
    if len(two) > 1:
        raise UnreadableText(
            f"the columns {two[0]} and {two[1]} of a table have a text each; reslint reads one "
            "text a file: put each column into a file of its own"
        )


def without_remarks(rows: list[list[Node]]) -> list[list[Node]]:
    """Return rows without the columns of remarks to the right of a draft, from its first row on.

    A column of remarks has a heading, as the draft has one: both are short and end without a mark.
    """
    texts = [place for place, count in _ends_by_column(rows).items() if count >= _ENOUGH]
    if len(texts) != 1:
        return rows
    column = texts[0]
    begun = False
    headings: list[str] = []
    kept = []
    for row in rows:
        cells = list(_columns(row))
        begun = begun or any(
            place == column and any(text.endswith(_ENDS) for text in _paragraphs(cell))
            for place, cell in cells
        )
        if not begun:
            headings = [_text(cell) for place, cell in cells if place >= column]
            kept.append(row)
        elif len(headings) > 1 and all(map(_is_heading, headings)):
            kept.append([cell for place, cell in cells if place <= column])
        else:
            return rows
    return kept


def _is_heading(text: str) -> bool:
    return 0 < len(text) <= _LONGEST_HEADING and not text.endswith(_ENDS_OF_ROW)


def _ends_by_column(rows: Rows) -> dict[int, int]:
    """Return for each column how many paragraphs in it end as those of a draft do."""
    columns: dict[int, int] = {}
    for row in rows:
        for place, cell in _columns(row):
            ends = sum(
                len(text) >= _LEAST_TEXT and text.endswith(_ENDS) for text in _paragraphs(cell)
            )
            columns[place] = columns.get(place, 0) + ends
    return columns


def _columns(row: Sequence[Node]) -> Iterator[tuple[int, Node]]:
    """Yield the cells of a row with the columns in which they begin, from 0."""
    place = 0
    for cell in row:
        yield place, cell
        properties = cell.child("tcPr")
        span = None if properties is None else number_of(properties.value("gridSpan"))
        place += min(max(span or 1, 1), _MOST_COLUMNS)


def _is_labelled(rows: Rows) -> bool:
    """Return whether rows are paragraphs of a draft: a label, then emphasis, a mark at the end."""
    labelled = emphasized = 0
    for row in rows:
        cells = [cell for cell in row if _text(cell)]
        if not cells:
            continue
        text = _text(cells[-1])
        if len(cells) > 2 or len(text) < _LEAST_TEXT:
            return False
        if not text.endswith(_ENDS_OF_ROW):
            return False
        if len(cells) == 2:
            if not is_label(_text(cells[0]), bare=True):
                return False
            labelled += 1
        elif cells[0] is not row[0]:
            labelled += any(True for _ in row[0].find_all("numPr"))
        emphasized += _opens_emphasized(cells[-1])
    return labelled >= _ENOUGH and emphasized >= _ENOUGH


def _opens_emphasized(cell: Node) -> bool:
    """Return whether the first words of a cell are emphasized by themselves."""
    for run in cell.find_all("r"):
        if not any(text.text().strip() for text in run.find_all("t")):
            continue
        properties = run.child("rPr")
        return properties is not None and any(
            child.name in _EMPHASIS and child.get("val", "1") not in _OFF
            for child in properties.nodes()
        )
    return False


def _paragraphs(cell: Node) -> list[str]:
    """Return the texts of the paragraphs of a cell itself, not of tables in it."""
    texts = (
        "".join(text.text() for text in paragraph.find_all("t")).strip()
        for paragraph in cell.nodes()
        if paragraph.name == "p"
    )
    return [text for text in texts if text]


def _text(cell: Node) -> str:
    """Return the text of a cell."""
    return " ".join(_paragraphs(cell))
