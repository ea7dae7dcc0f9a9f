"""Positions of the protocol and code points of a line.

An editor counts the characters of a line in UTF-8 bytes, UTF-16 units or code points (`utf-32`),
as was agreed on at the start; reslint counts code points.
"""

from __future__ import annotations

UTF8, UTF16, UTF32 = "utf-8", "utf-16", "utf-32"
ENCODINGS = (UTF32, UTF16, UTF8)
"""The encodings known, the cheapest for us first."""

_LAST_OF_ONE_UNIT = "\uffff"


def choose(offered: list[str]) -> str:
    """The encoding to count in, of those that a client offers; UTF-16 if it offers none of ours."""
    return next((encoding for encoding in ENCODINGS if encoding in offered), UTF16)


def units(text: str, encoding: str) -> int:
    """How many units of `encoding` the text takes."""
    if encoding == UTF32 or text.isascii():
        return len(text)
    if encoding == UTF16:
        return len(text) + sum(character > _LAST_OF_ONE_UNIT for character in text)
    return len(text.encode("utf-8", "surrogatepass"))


def code_points(line: str, count: int, encoding: str) -> int:
    """The code points of `line` in its first `count` units: from 0 to the length of the line.

    A count in the middle of a character means the place before it.
    """
    if count <= 0:
        return 0
    if encoding == UTF32 or line.isascii():
        return min(count, len(line))
    if encoding == UTF16:
        if max(line, default="") <= _LAST_OF_ONE_UNIT:
            return min(count, len(line))
        left = count
        for index, character in enumerate(line):
            left -= 2 if character > _LAST_OF_ONE_UNIT else 1
            if left < 0:
                return index
        return len(line)
    data = line.encode("utf-8", "surrogatepass")
    if count >= len(data):
        return len(line)
    while data[count] & 0xC0 == 0x80:  # in the middle of a character
        count -= 1
    return len(data[:count].decode("utf-8", "surrogatepass"))
