"""Decode files that are not UTF-8, and encode texts as their files were.

A byte order mark tells UTF-16 and UTF-32. Without one, UTF-16 shows by its NUL bytes; for the rest,
charset-normalizer compares the older encodings of the six languages. What is doubtful stays
undecoded: damaged UTF-8, and bytes that make control characters.
"""

from __future__ import annotations

import re

_MARKS = (
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_NAMES = {
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16",
    "utf-32-le": "UTF-32",
    "utf-32-be": "UTF-32",
    "cp1252": "Windows-1252",
    "mac_roman": "Mac OS Roman",
    "cp1251": "Windows-1251",
    "koi8_r": "KOI8-R",
    "iso8859_5": "ISO 8859-5",
    "cp1256": "Windows-1256",
    "iso8859_6": "ISO 8859-6",
    "gb18030": "GB 18030",
    "big5": "Big5",
}
_CANDIDATES = [codec for codec in _NAMES if not codec.startswith("utf")]
_FEW = 5  # one NUL in five bytes, and the text is UTF-16
_SAMPLE = 100_000
"""Bytes looked at to tell the encoding."""
_MARKS_OF_1252 = re.compile(
    rb"[\x00-\x7f\x82\x84\x85\x8b\x91-\x97\x99\x9b\xa0\xa7\xab\xb0\xb7\xbb]*"
)
"""ASCII and the punctuation of Windows-1252: an English text has nothing else."""
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffd\ufffe\uffff]")
_COMMON = " \n，。、\u060c"


def name_of(codec: str) -> str:
    """Return the name of an encoding as people know it: `Windows-1252` for `cp1252`."""
    return _NAMES.get(codec, codec)


def encoding_by_mark(data: bytes) -> str:
    """Return the name of the encoding that a byte order mark tells, "" for none but UTF-8."""
    return next((name_of(codec) for mark, codec in _MARKS if data.startswith(mark)), "")


def decode_other(data: bytes) -> tuple[str, str, bytes] | None:
    """Decode bytes that are not UTF-8: (text, codec, byte order mark), None if it is not sure how.

    Encoded again by `encode_as`, the text gives the same bytes.
    """
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return _decoded(data, codec, mark)
    if b"\x00" in data:
        return _without_mark(data)
    if _MARKS_OF_1252.fullmatch(data) is not None:
        return _decoded(data, "cp1252")
    codec = "" if _is_damaged_utf8(data) else _detected(data)
    return _decoded(data, codec) if codec else None


def encode_as(text: str, codec: str, mark: bytes) -> bytes:
    """Return the bytes of a text in an encoding, after a byte order mark.

    Raises UnicodeEncodeError for a character that the encoding does not have.
    """
    return mark + text.encode(codec)


def _decoded(data: bytes, codec: str, mark: bytes = b"") -> tuple[str, str, bytes] | None:
    """Decode bytes by a codec; None if they are no text in it, or another text would be written."""
    try:
        text = data[len(mark) :].decode(codec)
        if _CONTROLS.search(text) is not None or encode_as(text, codec, mark) != data:
            return None
    except UnicodeError:
        return None
    return text, codec, mark


def _without_mark(data: bytes) -> tuple[str, str, bytes] | None:
    """Decode UTF-16 without a byte order mark: the order in which it has spaces and line ends.

    Text of another encoding into which some NUL bytes fell is no UTF-16.
    """
    if data.count(b"\x00") * _FEW < len(data) and _is_utf8(data.replace(b"\x00", b"")):
        return None
    found = [
        decoded
        for codec in ("utf-16-le", "utf-16-be")
        if (decoded := _decoded(data, codec)) is not None
        and any(character in decoded[0] for character in _COMMON)
    ]
    return max(found, key=lambda one: sum(map(one[0].count, _COMMON)), default=None)


def _is_utf8(data: bytes) -> bool:
    """Tell whether bytes are a text in UTF-8, without control characters."""
    try:
        return _CONTROLS.search(data.decode("utf-8")) is None
    except UnicodeDecodeError:
        return False


def _is_damaged_utf8(data: bytes) -> bool:
    """Tell whether half of the characters beyond ASCII, or more, are whole ones of UTF-8."""
    read = data.decode("utf-8", "replace")
    lost = read.count("\ufffd")
    whole = sum(1 for character in read if character > "\x7f") - lost
    return whole >= lost


def _detected(data: bytes) -> str:
    """Return the codec that charset-normalizer finds, "" for none."""
    from charset_normalizer import from_bytes  # takes 30 ms, and few files need it

    best = from_bytes(data[:_SAMPLE], cp_isolation=_CANDIDATES).best()
    return best.encoding if best is not None else ""
