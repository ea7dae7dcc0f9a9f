"""Tell the cells of a table that hold the label of a paragraph and nothing else.

Tables of data have numbers in their cells, too, so that a label needs a mark (`1.`, `(a)`, `1 -`)
or two letters before the number (`PP1`). What labels mean is found out later, in `blocks`.
"""

from __future__ import annotations

import re

_NUMBER = r"[0-9]{1,3}(?:\s?[a-z]{2,4})?"  # 1, 1 bis
_LABEL = re.compile(
    rf"(?:[^\W\d_]{{1,3}}\s?)?[(（]?{_NUMBER}(?:[.:)）]|\s?[-–])"
    rf"|[^\W\d_]{{2}}\s?{_NUMBER}"
    r"|[(（]?(?:[^\W\d_]|[ivx]{1,5})(?:[.)）]|\s[-–])"
    r"|[(（][^\W\d_]{1,4}[)）]",
    re.IGNORECASE,
)
_EMPHASIS = "*_"


def is_label(text: str, *, bare: bool = False) -> bool:
    """Tell whether the text of a cell is a label; `bare` takes a number alone for one as well."""
    text = text.strip().strip(_EMPHASIS)
    return _LABEL.fullmatch(text) is not None or (bare and text.isdecimal() and len(text) <= 3)
