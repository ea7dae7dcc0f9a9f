"""Positions and URIs of the protocol, offsets and paths of ours.

Lines are 0-based in the protocol and 1-based in reslint; a position counts units of the encoding
agreed with the client, an offset counts code points.
"""

from __future__ import annotations

import os
from bisect import bisect_right
from typing import TYPE_CHECKING
from urllib.parse import unquote

from pygls.uris import from_fs_path, to_fs_path

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from reslint.text.source import Source

    Place = Callable[[int], tuple[int, int]]
    """From an offset to its 0-based line and its units into that line."""


UTF8, UTF16, UTF32 = "utf-8", "utf-16", "utf-32"
ENCODINGS = (UTF32, UTF16, UTF8)
"""The encodings we support, the cheapest for us first."""
_LAST_OF_ONE_UNIT = "\uffff"


def choose_encoding(offered: list[str]) -> str:
    """Choose an encoding of those that a client offers; UTF-16 if it offers none of ours."""
    return next((encoding for encoding in ENCODINGS if encoding in offered), UTF16)


def units(text: str, encoding: str) -> int:
    """Count the units of `encoding` in the text."""
    if encoding == UTF32 or text.isascii():
        return len(text)
    if encoding == UTF16:
        return len(text.encode("utf-16-le", "surrogatepass")) // 2
    return len(text.encode("utf-8", "surrogatepass"))


def code_points(line: str, count: int, encoding: str) -> int:
    """Count the code points in the first `count` units of a line: from 0 to the line's length.

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


def place_in(source: Source, offset: int, encoding: str) -> tuple[int, int]:
    """Return the 0-based line of an offset and the units before it in that line."""
    starts = source.line_starts
    line = bisect_right(starts, offset) - 1
    if encoding == UTF32:
        return line, offset - starts[line]
    return line, units(source.text[starts[line] : offset], encoding)


def offset_at(source: Source, line: int, units_into_line: int, encoding: str) -> int:
    """Return the offset of a 0-based line and units into it, clamped to that line and the text."""
    if line < 0:
        return 0
    if line >= len(source.line_starts):
        return len(source.text)
    start, end = source.line_span(line + 1)
    return start + code_points(source.text[start:end], units_into_line, encoding)


def range_of(place: Place, start: int, end: int) -> dict[str, Any]:
    """Return the protocol's range between two offsets, as plain values."""
    line, character = place(start)
    end_line, end_character = place(end)
    return {
        "start": {"line": line, "character": character},
        "end": {"line": end_line, "character": end_character},
    }


def path_of(uri: str) -> str | None:
    """Return the path of a file; None for a document that is not a file (untitled, virtual …)."""
    try:
        path = to_fs_path(uri)
    except ValueError:
        return None
    return os.path.normpath(path) if path else None


def name_of(uri: str) -> str:
    """Name a document for a person: its path, or the last part of a URI that is not a file's."""
    return path_of(uri) or unquote(uri.rstrip("/").rpartition("/")[2].rpartition(":")[2]) or uri


def uri_of(path: str) -> str:
    """Return the URI of a file."""
    return str(from_fs_path(os.path.abspath(path)))


def is_inside(path: str, folder: str) -> bool:
    """Tell whether a path is a folder or lies in it."""
    return path == folder or path.startswith(os.path.join(folder, ""))
