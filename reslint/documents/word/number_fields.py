"""Fields that number: Word counts when it shows them, and the file holds no result.

AUTONUM and AUTONUMLGL are the numbers of old versions (`1.`); LISTNUM numbers inside paragraphs,
too (`1)`, `a)`, `i)` and so on by its levels).
"""

from __future__ import annotations

import re

from reslint.documents.word.numbering import formatted

_AUTOMATIC = ("AUTONUM", "AUTONUMLGL")
_LISTED = "LISTNUM"
_SEPARATOR = re.compile(r"\\s\s+(\S)")
_WITHOUT_SEPARATOR = re.compile(r"\\e\b")
_OTHER_LIST = re.compile(r"\s*\w+\s+(?!NumberDefault\b)\w", re.IGNORECASE)
_LEVEL = re.compile(r"\\l\s+([1-9])\b")
_START = re.compile(r"\\s\s+([0-9]{1,4})\b")
_FORMATS = ("decimal", "lowerLetter", "lowerRoman")
# Around the number on the first three levels of a list, the next three, and those below.
_AROUND = (("", ")"), ("(", ")"), ("", "."))
_LEVELS = 9


class NumberFields:
    """The numbers that such fields show, in the order of the text."""

    def __init__(self) -> None:
        self._automatic = 0
        self._listed = [0] * _LEVELS

    def number(self, name: str, instruction: str) -> str:
        """Return what a field without a result shows; "" for a field of another kind."""
        if name in _AUTOMATIC:
            self._automatic += 1
            separator = _SEPARATOR.search(instruction)
            if name == _AUTOMATIC[1] and _WITHOUT_SEPARATOR.search(instruction):
                return str(self._automatic)
            return f"{self._automatic}{separator[1] if separator else '.'}"
        if name != _LISTED or _OTHER_LIST.match(instruction):
            return ""
        given = _LEVEL.search(instruction)
        level = int(given[1]) - 1 if given else 0
        start = _START.search(instruction)
        self._listed[level] = int(start[1]) if start else self._listed[level] + 1
        self._listed[level + 1 :] = [0] * (_LEVELS - level - 1)
        before, after = _AROUND[level // 3]
        return f"{before}{formatted(self._listed[level], _FORMATS[level % 3])}{after}"
