"""Read and decode a file, and convert between offsets and line and column numbers.

Lines end with LF, CRLF or CR only (form feed, U+2028 and U+0085 are characters within a line).
Offsets and columns count code points of the decoded text, without the byte order mark. Offsets
are 0-based; lines and columns are 1-based.
"""

from __future__ import annotations

import os
import re
import sys
from bisect import bisect_right
from errno import EINVAL
from itertools import accumulate
from stat import S_ISFIFO, S_ISREG

from reslint.text.letters import in_plain_letters, may_be_unusual

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.text.origin import Origin

_LINE_END = re.compile(r"\r\n|\r|\n")
_BOM = b"\xef\xbb\xbf"
MAX_SIZE = 20_000_000
"""Bytes a draft may have: far above any, and below what a device file would pour out."""
MAX_LINES = 250_000
"""Lines a draft may have: each costs a kilobyte of memory and some microseconds."""
_NONBLOCK: int = getattr(os, "O_NONBLOCK", 0)
_BINARY: int = getattr(os, "O_BINARY", 0)
PLAIN_ENDINGS = (".txt",)
MARKDOWN_ENDINGS = (".md", ".markdown")
"""What the names of drafts end with, in small letters."""


def text_format_of(path: str) -> str:
    """Return the format of a file by the ending of its name: `plain`, or else `markdown`."""
    return "plain" if path.lower().endswith(PLAIN_ENDINGS) else "markdown"


class UnreadableText(ValueError):
    """Raised for a file that cannot be read, or is no text that can be decoded, or is too large.

    `line` and `column` are the 1-based place of the first bad byte; both are 0 when the error
    concerns the whole file.
    """

    def __init__(self, message: str, line: int = 0, column: int = 0) -> None:
        super().__init__(message)
        self.line = line
        self.column = column


def checked_text(text: str) -> str:
    """Return a text that a program gives, if a file can hold it.

    Raises ValueError for half of a surrogate pair, which is no character: it comes from a program
    that cut a text of UTF-16, or decoded bytes with `surrogateescape`.
    """
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        line, column = Source(text).position(error.start)
        raise ValueError(
            f"line {line}, column {column} has a lone surrogate (U+{ord(text[error.start]):04X}),"
            " which is no character; decode the text again"
        ) from None
    return text


def _starts_of(lines: list[str]) -> list[int]:
    """Return the offset at which each of some lines starts; each ends with one character."""
    return list(accumulate([len(line) + 1 for line in lines[:-1]], initial=0))


class Source:
    """A decoded text with its path. `bom` tells whether the file began with that of UTF-8.

    `codec` is the encoding of the file, as Python names it, and `mark` its byte order mark.

    `origin` is None for a file of text; for a file that was turned into Markdown (Word, AKN4UN) it
    says where the characters stand in the file.

    `ends_in_cr` tells that every line of the file ends with CR alone. `text` has LF in its place,
    so that it is read as others are (offsets stay); what is written has CR. See `as_read`.

    Pass `line_starts` and `unusual` (see `may_be_unusual`) if they are known already; otherwise
    they are computed on first use.
    """

    __slots__ = (
        "_starts",
        "_unusual",
        "bom",
        "codec",
        "ends_in_cr",
        "mark",
        "origin",
        "path",
        "text",
    )

    def __init__(
        self,
        text: str,
        path: str = "-",
        *,
        bom: bool = False,
        line_starts: list[int] | None = None,
        origin: Origin | None = None,
        unusual: bool | None = None,
        codec: str = "utf-8",
        mark: bytes = b"",
        ends_in_cr: bool = False,
    ) -> None:
        self.text = text
        self.path = path
        self.bom = bom
        self.origin = origin
        self._starts = line_starts
        self._unusual = unusual
        self.codec = codec
        self.mark = _BOM if bom else mark
        self.ends_in_cr = ends_in_cr

    def with_text(self, text: str) -> Source:
        """Return a source of another text, for the same path and in the same encoding."""
        return Source(
            text,
            self.path,
            bom=self.bom,
            codec=self.codec,
            mark=self.mark,
            ends_in_cr=self.ends_in_cr,
        )

    def as_written(self) -> str:
        """Return the text with the line ends of its file."""
        return self.text.replace("\n", "\r") if self.ends_in_cr else self.text

    def encoded(self) -> bytes:
        """Return the bytes of the text as its file has them, byte order mark included.

        Raises UnicodeEncodeError for a character that the encoding of the file does not have.
        """
        return self.mark + self.as_written().encode(self.codec)

    def plain_text(self, start: int, end: int) -> str:
        """Return the text of a span in plain letters: mark-up stays, what nobody sees does not."""
        return in_plain_letters(self.text[start:end])

    @property
    def may_be_unusual(self) -> bool:
        """Tell whether the text may have letters that `letters.plain_letters` changes."""
        if self._unusual is None:
            text = self.text
            self._unusual = (not text.isascii() or "\v" in text) and may_be_unusual(
                text.encode("utf-8", "surrogatepass"), text
            )
        return self._unusual

    @property
    def line_starts(self) -> list[int]:
        """Return the offset at which each line starts; the first is 0."""
        if self._starts is None:
            if "\r" in self.text:
                self._starts = [0, *(match.end() for match in _LINE_END.finditer(self.text))]
            else:
                self._starts = _starts_of(self.text.split("\n"))
        return self._starts

    def line_texts(self) -> list[str]:
        """Return the text of every line, without line endings."""
        if "\r" in self.text:
            return _LINE_END.split(self.text)
        texts = self.text.split("\n")
        if self._starts is None:
            self._starts = _starts_of(texts)
        return texts

    def position(self, offset: int) -> tuple[int, int]:
        """Return the 1-based line and column of an offset (the end of the text included)."""
        starts = self.line_starts
        line = bisect_right(starts, offset)
        return line, offset - starts[line - 1] + 1

    def offset(self, line: int, column: int) -> int:
        """Return the offset of a 1-based line and column; a column past the end is clipped."""
        start, end = self.line_span(line)
        return min(start + column - 1, end)

    def line_span(self, line: int) -> tuple[int, int]:
        """Return the start and end offsets of a 1-based line, without its line ending."""
        starts = self.line_starts
        start = starts[line - 1]
        end = starts[line] if line < len(starts) else len(self.text)
        while end > start and self.text[end - 1] in "\r\n":
            end -= 1
        return start, end

    def line_text(self, line: int) -> str:
        """Return the text of a 1-based line, without its line ending."""
        start, end = self.line_span(line)
        return self.text[start:end]


def as_read(
    text: str,
    path: str = "-",
    *,
    bom: bool = False,
    unusual: bool | None = None,
    codec: str = "utf-8",
    mark: bytes = b"",
) -> Source:
    """Return the source of a whole text, with LF where every line ends with CR alone.

    An editor's text is not read so: its positions count the line ends that it has.
    """
    ends_in_cr = "\r" in text and "\n" not in text
    if ends_in_cr:
        text = text.replace("\r", "\n")
    return Source(
        text, path, bom=bom, unusual=unusual, codec=codec, mark=mark, ends_in_cr=ends_in_cr
    )


def read_source(path: str) -> Source:
    """Read and decode the file at `path`. Raises UnreadableText."""
    return decode(read_bytes(path), path)


def read_bytes(path: str) -> bytes:
    """Return the bytes of a file: at most MAX_SIZE + 1, so that `decode` refuses a larger file.

    Never waits for a pipe to which nobody writes. Raises UnreadableText.
    """
    try:
        # Opening a pipe waits for somebody to write to it: for ever, if nobody does. So it is
        # opened without waiting; reading waits only while there is a writer.
        descriptor = os.open(path, os.O_RDONLY | _NONBLOCK | _BINARY)
        with open(descriptor, "rb") as stream:
            if not _NONBLOCK or S_ISREG(os.fstat(descriptor).st_mode):
                return stream.read(MAX_SIZE + 1)
            os.set_blocking(descriptor, True)
            data = stream.read(MAX_SIZE + 1)
            if not data and S_ISFIFO(os.fstat(descriptor).st_mode):
                raise UnreadableText("the file is a pipe, and nothing writes to it")
            return data
    except OSError as error:
        raise UnreadableText(f"the file cannot be read ({error.strerror})") from None


def read_regular_file(path: str, most: int) -> bytes:
    """Return the first bytes of a file that is no draft: `most` of them.

    Raises OSError, also for a pipe or a device: opening the one would wait for somebody to write to
    it, reading the other may never end.
    """
    descriptor = os.open(path, os.O_RDONLY | _NONBLOCK | _BINARY)
    with open(descriptor, "rb") as stream:
        if not S_ISREG(os.fstat(descriptor).st_mode):
            raise OSError(EINVAL, "it is no regular file", path)
        return stream.read(most)


def read_standard_input() -> bytes:
    """Return the bytes of standard input: at most MAX_SIZE + 1. Raises UnreadableText."""
    if sys.stdin is None:
        raise UnreadableText("standard input cannot be read (it is closed)")
    try:
        return sys.stdin.buffer.read(MAX_SIZE + 1)
    except OSError as error:
        raise UnreadableText(f"standard input cannot be read ({error.strerror})") from None


def decode(data: bytes, path: str = "-", *, any_encoding: bool = False) -> Source:
    """Decode the bytes of a file as UTF-8, with or without a byte order mark.

    With `any_encoding`, a draft in another encoding is decoded, too: see `codec` of the source.
    Raises UnreadableText for text in an unknown encoding, for binary data, and for a file too large
    to be a draft (MAX_SIZE, MAX_LINES).
    """
    if len(data) > MAX_SIZE:
        raise UnreadableText(f"the file is not a draft: it is larger than {MAX_SIZE:,} bytes")
    if len(data) > MAX_LINES and max(data.count(b"\n"), data.count(b"\r")) > MAX_LINES:
        raise UnreadableText(f"the file is not a draft: it has more than {MAX_LINES:,} lines")
    bom = data.startswith(_BOM)
    body = data[len(_BOM) :] if bom else data
    if b"\x00" not in body:
        try:
            text = body.decode("utf-8")
            return as_read(text, path, bom=bom, unusual=may_be_unusual(body, text))
        except UnicodeDecodeError:
            pass
    from reslint.text.encodings import decode_other, encoding_by_mark

    other = decode_other(data) if any_encoding and not bom else None
    if other is not None:
        text, codec, mark = other
        return as_read(text, path, codec=codec, mark=mark)
    name = encoding_by_mark(data)
    if name:
        raise UnreadableText(f"the file is {name}; save it as UTF-8")
    raise _undecodable(body)


def _undecodable(data: bytes) -> UnreadableText:
    """Return the error for bytes that are no text in a known encoding."""
    if b"\x00" in data:
        start, message = data.index(b"\x00"), "the file is not text (it contains a NUL byte)"
    else:
        try:
            data.decode("utf-8")
            start = 0
        except UnicodeDecodeError as error:
            start = error.start
        message = f"the file is not UTF-8 (byte 0x{data[start]:02x}); save it as UTF-8"
    before = data[:start].decode("utf-8", "replace")
    return UnreadableText(message, *Source(before).position(len(before)))
