"""Read letters that are written in another way: one reading for the whole program.

The same word can be stored in many ways that look alike: decomposed (`e` and an accent), in the
presentation forms and ligatures of a page (`ﻻ`, `ﬁ`, Kangxi radicals), in full-width forms, in the
digits of another script, with characters between the letters that nobody sees. `plain_letters`
gives the word as all rules know it, and the place of each of its characters in the text as it is.
"""

from __future__ import annotations

import re
from functools import cache

from reslint.text.folding import ZERO_WIDTH

TYPE_CHECKING = False
if TYPE_CHECKING:
    Runs = list[tuple[int, int, int]]
    """(plain start, source start, source length), as in `blocks.model.PlainText`."""


LINE_SEPARATORS = "\u2028\u2029\x85\x0b"
"""Characters that break a line in some programs and are read as a space here."""
_COMBINING = "\u0300-\u036f\u0653-\u0655"
_VOWELS = "\u064b-\u0652"
_FORMS = "\u2f00-\u2fd5\uf900-\ufaff\ufb00-\ufb06\ufb50-\ufd3d\ufd50-\ufdff\ufe70-\ufefc"
_WIDE = "\uff0f-\uff19\uff21-\uff3a\uff41-\uff5a\u2215"
_ZEROS = "\u0660\u06f0"
_DIGITS = "\u0660-\u0669\u06f0-\u06f9"
"""Arabic-Indic digits and those of Persian."""
_EACH_DIGIT = "".join(chr(ord(zero) + digit) for zero in _ZEROS for digit in range(10))
_SINGLE = "\xad\x85\u061c\u0653\u0654\u0655"
_DIGITS_BEGIN = (b"\xd9", b"\xdb")
"""The first bytes of these digits in UTF-8: only Arabic texts have them."""
_DIVISION_SLASH = "\u2215"
_WIDE_SLASH = "\uff0f"


# Compiled when a text asks for it: plain texts need none of these.
@cache
def _unusual() -> re.Pattern[str]:
    return re.compile(f"[{_COMBINING}{_FORMS}{_WIDE}{_DIGITS}{ZERO_WIDTH}{LINE_SEPARATORS}]")


@cache
def _written() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<decomposed>\S[{_VOWELS}]*[{_COMBINING}][{_COMBINING}{_VOWELS}]*)"
        rf"|(?P<form>[{_FORMS}])|(?P<wide>[{_WIDE}{_DIGITS}])"
        rf"|(?P<unseen>[{ZERO_WIDTH}]+)|(?P<separator>[{LINE_SEPARATORS}])"
    )


@cache
def _in_utf8() -> re.Pattern[bytes]:
    """The same characters after the two first bytes that most other marks share, in UTF-8."""
    return re.compile(rb"\xe2(?:\x80[\x8b-\x8f\xa8-\xae]|\x81[\xa0-\xa9]|\x88\x95|[\xbc-\xbf])")


@cache
def _wide_in_utf8() -> re.Pattern[bytes]:
    return re.compile(rb"\xef(?:[\xa4-\xb7\xb9-\xbb]|\xbc[\x8f-\x99\xa1-\xba]|\xbd[\x81-\x9a])")


def may_be_unusual(data: bytes, text: str) -> bool:
    """Tell whether a text may have letters that `plain_letters` changes; `data` is it in UTF-8.

    A fast look at the whole text: official texts have none.
    """
    if data.isascii():
        return b"\x0b" in data
    return (
        b"\xcc" in data
        or b"\xcd" in data
        or b"\x0b" in data
        or (b"\xe2" in data and _in_utf8().search(data) is not None)
        or (b"\xef" in data and _wide_in_utf8().search(data) is not None)
        or any(character in text for character in _SINGLE)
        or (
            any(first in data for first in _DIGITS_BEGIN)
            and any(digit in text for digit in _EACH_DIGIT)
        )
    )


def is_unusual(text: str) -> bool:
    """Tell whether a text has a character of the kinds that `plain_letters` reads."""
    if text.isascii() and "\x0b" not in text:
        return False
    return (
        may_be_unusual(text.encode("utf-8", "surrogatepass"), text)
        and _unusual().search(text) is not None
    )


def in_plain_letters(text: str) -> str:
    """Return a text as `plain_letters` reads it, without the way back."""
    return plain_letters(text)[0] if is_unusual(text) else text


def plain_letters(text: str) -> tuple[str, Runs]:
    """Return a text in plain letters, and the runs that map it to the text as it is.

    Decomposed letters are composed, presentation forms become letters (one ligature two of them),
    full-width letters and digits of other scripts become plain ones, separators of lines a space;
    what nobody sees is left out.
    """
    pieces: list[str] = []
    runs: Runs = []
    length = at = 0
    for match in _written().finditer(text):
        start, end = match.span()
        read = _read(match)
        if read == match[0]:
            continue
        if start > at:
            runs.append((length, at, start - at))
            pieces.append(text[at:start])
            length += start - at
        for letter in read:
            runs.append((length, start, end - start))
            pieces.append(letter)
            length += 1
        at = end
    if at < len(text):
        runs.append((length, at, len(text) - at))
        pieces.append(text[at:])
    return "".join(pieces), runs


def _read(match: re.Match[str]) -> str:
    """Return what one written piece is read as."""
    if match["unseen"]:
        return ""
    if match["separator"]:
        return " "
    return composed(match[0])


def composed(written: str) -> str:
    """Return decomposed letters, presentation forms and wide letters as plain letters."""
    from unicodedata import normalize  # only texts with such letters need it

    if written == _DIVISION_SLASH:
        return "/"
    if len(written) > 1:
        return normalize("NFC", written)
    if "\u0660" <= written <= "\u06f9":
        return str(int(written))
    return normalize("NFKC", written).strip() or written


def written_forms(text: str) -> list[tuple[int, int, str, str]]:
    """Return the letters that are written in another way: (start, end, kind, plain letters).

    The kind is `decomposed`, `form` (a presentation form) or `slash`. Full-width letters, digits
    of other scripts and invisible characters are not among them.
    """
    found = []
    for match in _written().finditer(text):
        kind = match.lastgroup
        if kind == "wide" and _is_slash(text, *match.span()):
            kind = "slash"
        if kind in ("decomposed", "form", "slash"):
            plain = composed(match[0])
            if plain != match[0]:
                found.append((*match.span(), kind, plain))
    return found


def _is_slash(text: str, start: int, end: int) -> bool:
    """Tell whether a character stands for the slash of a number."""
    if text[start:end] == _DIVISION_SLASH:
        return True
    around = text[start - 1 : start] + text[end : end + 1]
    return (
        text[start:end] == _WIDE_SLASH
        and len(around) == 2
        and around.isascii()
        and around.isdigit()
    )


def in_digits_of(text: str, written: str) -> str:
    """Return a text with its digits in the script of those in `written`, where it has any."""
    for zero in _ZEROS:
        if any(zero <= character <= chr(ord(zero) + 9) for character in written):
            return text.translate({48 + digit: chr(ord(zero) + digit) for digit in range(10)})
    return text


def has_other_digits(text: str) -> bool:
    """Tell whether a text has digits of Arabic or Persian."""
    return re.search(f"[{_DIGITS}]", text) is not None
