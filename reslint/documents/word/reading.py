"""Read a Word file as a draft."""

from __future__ import annotations

from reslint.text.source import Source, UnreadableText


def read(data: bytes, path: str, *, changes: str = "accepted") -> Source:
    """Return the source of a Word file. Raises UnreadableText."""
    raise UnreadableText("the file is a Word file, which this version does not read yet")
