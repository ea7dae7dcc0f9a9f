"""Tell the cells of a table that hold the label of a paragraph and nothing else.

Tables of data have numbers in their cells, too, so that a label needs a mark (`1.`, `(a)`, `1 -`)
or two letters before the number (`PP1`). What labels mean is found out later, in `blocks`.
"""

from __future__ import annotations

import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

_NUMBER = r"[0-9]{1,3}(?:\s?[a-z]{2,4})?"  # 1, 1 bis
_LABEL = re.compile(
    rf"(?:[^\W\d_]{{1,3}}\s?)?[(（]?{_NUMBER}(?:[.:)）]|\s?[-–])"
    rf"|[^\W\d_]{{2}}\s?{_NUMBER}"
    r"|[(（]?(?:[^\W\d_]|[ivx]{1,5})(?:[.)）]|\s[-–])"
    r"|[(（][^\W\d_]{1,4}[)）]",
    re.IGNORECASE,
)
_OWN_NUMBER = re.compile(r"[(（]?\d{1,3}\s?[.)）\-–]")
_EMPHASIS = "*_"


def is_label(text: str, *, bare: bool = False) -> bool:
    """Tell whether the text of a cell is a label; `bare` takes a number alone for one as well."""
    text = text.strip().strip(_EMPHASIS)
    return _LABEL.fullmatch(text) is not None or (bare and text.isdecimal() and len(text) <= 3)


def counts_rows(rows: Sequence[Sequence[str]]) -> bool:
    """Tell whether the first column of a table numbers its rows and not the paragraphs of a draft.

    `rows` are the texts of the cells. The column has numbers alone, each one more than that above,
    and beside them a paragraph has a number of its own.
    """
    numbers = [row[0].strip() if len(row) > 1 else "" for row in rows]
    if len(numbers) < 2 or not all(text.isdecimal() and len(text) <= 3 for text in numbers):
        return False
    first = int(numbers[0])
    return all(int(text) == first + at for at, text in enumerate(numbers)) and any(
        _OWN_NUMBER.match(row[1].strip()) for row in rows
    )
