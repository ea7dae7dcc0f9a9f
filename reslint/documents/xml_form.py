"""Tell whether a document is well-formed XML that may be read, and bring it into UTF-8."""

from __future__ import annotations

from xml.parsers import expat

from reslint.text.source import UnreadableText


def as_utf8(data: bytes) -> bytes:
    """Return an XML document in UTF-8 without a byte order mark. Raises ValueError."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = data.decode("utf-16")
    elif data.startswith(b"<\x00"):
        text = data.decode("utf-16-le")
    elif data.startswith(b"\x00<"):
        text = data.decode("utf-16-be")
    elif data.startswith(b"\xef\xbb\xbf"):
        return data[3:]
    else:
        return data
    head, ending, rest = text.partition("?>")
    if ending and head.startswith("<?xml"):
        import re

        head = re.sub(r"""(encoding\s*=\s*)(["'])[^"']*\2""", r"\1\2UTF-8\2", head)
    return (head + ending + rest).encode("utf-8")


def check_form(data: bytes, what: str) -> None:
    """Raise UnreadableText for what is not well-formed or has a document type declaration."""

    def refuse(*_arguments: object) -> None:
        raise UnreadableText(f"{what} has a document type declaration, which is not read")

    parser = expat.ParserCreate(encoding="UTF-8")
    parser.StartDoctypeDeclHandler = refuse
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise UnreadableText(
            f"{what} is damaged ({expat.ErrorString(error.code)}, line {error.lineno})"
        ) from None
