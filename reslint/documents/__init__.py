"""Files that are no plain text: Word and AKN4UN, read as Markdown with an origin.

`read_source` is the one entry for all files. The format is told by the first bytes, never by the
file's name; for a file of text nothing of this package is imported but this module.

A format is a module with a function `read(data, path) -> Source`: it makes `Paragraph`s of
`Piece`s, has `documents.projection.project` write them as Markdown, and gives the source an
`Origin` (`reslint/text/origin.py`).
"""

from __future__ import annotations

from reslint.text.source import (
    MAX_SIZE,
    Source,
    UnreadableText,
    decode,
    read_bytes,
    read_regular_file,
)

ENDINGS = (".docx", ".docm", ".dotx", ".dotm", ".doc", ".odt", ".xml")
"""What the names of such files end with, in small letters; a folder is searched for them."""
XML_ENDING = ".xml"
DOUBTFUL_ENDINGS = (XML_ENDING, ".doc", ".odt")
"""Those of files of which `is_readable` must tell whether they are drafts that can be read."""
WORD_ENDINGS = (".docx", ".docm", ".dotx", ".dotm", ".doc")
_ZIP = b"PK\x03\x04"
# The first part of an OpenDocument text says what it is, unpacked.
_OPEN_DOCUMENT = b"mimetypeapplication/vnd.oasis.opendocument.text"
_LOCAL_HEADER = 26
_OLE = b"\xd0\xcf\x11\xe0"
_RTF = b"{\\rtf"
_PDF = b"%PDF-"
_HEAD = 4096
"""Bytes at the start of a file in which the root of an AKN4UN file stands."""


def read_source(data: bytes, path: str = "-", *, changes: str = "accepted") -> Source:
    """Read the bytes of a draft in any format; `path` is the name under which it is reported.

    `changes` says whether tracked changes of a Word file are read as `accepted` or the file as it
    was before them (`original`). Raises UnreadableText.
    """
    kind = format_of(data, path)
    if kind == "text":
        if path.lower().endswith(WORD_ENDINGS):
            if not data:
                raise UnreadableText("the file is empty: it is no Word file")
            raise UnreadableText("the file is no Word file, though its name ends like one")
        return decode(data, path, any_encoding=True)
    if len(data) > MAX_SIZE:
        raise UnreadableText(f"the file is not a draft: it is larger than {MAX_SIZE:,} bytes")
    if kind == "zip":
        from reslint.documents.word.reading import read

        return read(data, path, changes=changes)
    if kind == "akn4un":
        from reslint.documents.akn.reading import read as read_akn

        return read_akn(data, path)
    if kind == "html":
        from reslint.documents.html.reading import read as read_html

        return read_html(data, path)
    from reslint.documents.others import read as read_other

    return read_other(data, path, kind, changes=changes)


def read_file(path: str, *, changes: str = "accepted") -> Source:
    """Read the file at `path`: see `read_source`. Raises UnreadableText."""
    return read_source(read_bytes(path), path, changes=changes)


def is_readable(path: str) -> bool:
    """Return whether a file whose name may mean many things is a draft that can be read here.

    XML must be AKN4UN; an old Word file or OpenDocument needs LibreOffice. False for a file that
    cannot be opened.
    """
    try:
        kind = format_of(read_regular_file(path, _HEAD))
    except OSError:
        return False
    if path.lower().endswith(XML_ENDING):
        return kind == "akn4un"
    if kind in ("ole", "odt"):
        from reslint.documents.others import converter

        return converter() is not None
    return kind == "zip"


def format_of(data: bytes, path: str = "") -> str:
    """Return the format of a file by its first bytes.

    `zip` (Word), `odt` (OpenDocument), `ole` (old or encrypted Word), `rtf`, `pdf`, `akn4un`,
    `html`, `latex`, `word xml`, `web archive`, or `text` for all else. Markdown may begin with a
    tag, too: a file that is no whole page is HTML only if its name says so, or if all its lines
    are elements.
    """
    first = data[:1]
    if first == b"P" and data.startswith(_ZIP):
        return "odt" if data.startswith(_OPEN_DOCUMENT, len(_ZIP) + _LOCAL_HEADER) else "zip"
    if first == b"\xd0" and data.startswith(_OLE):
        return "ole"
    if first == b"{" and data.startswith(_RTF):
        return "rtf"
    if first == b"%" and data.startswith(_PDF):
        return "pdf"
    head = data[:_HEAD]
    # The root of an AKN4UN file, with a prefix or without, in UTF-8 or UTF-16.
    if b"akomaNtoso" in head or b"a\x00k\x00o\x00m\x00a\x00N" in head:
        if head.lstrip(b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n")[:1] == b"<":
            return "akn4un"
    plain = head.replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    if plain[:1] == b"<" or plain[:1] == b"M" or (b"\\" in plain and b"{" in plain):
        from reslint.documents.guessing import format_by_marks

        return format_by_marks(plain, path)
    return "text"
