"""Show text of others to a person without letting it command the terminal or a log.

File names, keys of settings, messages of house rules and drafts may hold control characters: line
breaks that begin a workflow command, escape sequences that recolour or retitle a terminal, what
makes a file of XML unreadable.
"""

from __future__ import annotations

import re

# Characters that XML 1.0 cannot hold in any spelling.
_NOT_XML = "[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]"


def one_line(text: str) -> str:
    """Return a text on one line, with a space for each control character."""
    if text.isprintable():
        return text
    return "".join(
        character if _is_shown(character) else " " for character in text.replace("\r\n", " ")
    )


def escaped(text: str) -> str:
    r"""Return a text on one line, with control characters written as in `\n` and `\x1b`.

    A byte of a file name that is no text (a lone surrogate in Python) is written as that byte.
    """
    if text.isprintable():
        return text
    return "".join(character if _is_shown(character) else _escape(character) for character in text)


def displayed(text: str) -> str:
    """Return a text of several lines with pictures (U+2400 and on) for its control characters.

    Line breaks and tabs stay, and so do invisible characters that join letters or set a direction.
    """
    if text.isprintable():
        return text
    return "".join(
        character if character.isprintable() or character in "\n\t" else _picture(character)
        for character in text
    )


def isolated(text: str) -> str:
    """Return a text that keeps its direction inside a sentence of another script.

    With right-to-left letters it stands between U+2067 and U+2069: else the day of an Arabic date
    would be shown apart from its month and year. Other text is returned as it is.
    """
    if text.isascii():
        return text
    from unicodedata import bidirectional

    if any(bidirectional(character) in ("R", "AL") for character in text):
        return f"\u2067{text}\u2069"
    return text


def held_by_xml(text: str) -> str:
    """Return a text with U+FFFD for each character that XML cannot hold."""
    return re.sub(_NOT_XML, "\ufffd", text)


def _picture(character: str) -> str:
    code = ord(character)
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "\u2421"
    if code < 0xA0 or 0xD800 <= code <= 0xDFFF:
        return "\ufffd"
    return " " if character in "\u2028\u2029" else character


def _is_shown(character: str) -> bool:
    return character.isprintable() or character == "\u00a0"


def _escape(character: str) -> str:
    byte = ord(character) - 0xDC00
    if 0x80 <= byte <= 0xFF:
        return f"\\x{byte:02x}"
    return character.encode("unicode_escape").decode("ascii")
