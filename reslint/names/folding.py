"""Folding that keeps every offset: one character becomes one character."""

from __future__ import annotations

_ALIKE = (
    ("’", "'"),
    ("\u00a0", " "),
    ("\u202f", " "),
    ("\u2009", " "),
    ("\u2011", "-"),
    ("\u2010", "-"),
    ("ё", "е"),
)


def fold_in_place(text: str) -> str:
    """A text with kinds of apostrophe, space and hyphen made one, each character at its place."""
    if text.isascii():
        return text
    for written, plain in _ALIKE:
        # One replacement after the other costs a tenth of str.translate.
        text = text.replace(written, plain)
    return text
