"""Characters that differ in kind but not in meaning, and texts in which each is of one kind.

The constants name the kinds: a check that looks for a space looks for one of SPACES. There is one
table of kinds with two readings: `fold_in_place` puts the plain character at the place of every
other kind and keeps all offsets; `fold` also takes out what nobody sees and may shorten the text.
"""

from __future__ import annotations

import re

SPACES = (
    " \u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
)
"""The kinds of space within a line."""
APOSTROPHES = "'’‘"
HYPHENS = "-\u2010\u2011"
DASHES = "-–—"
WITHOUT_ACCENTS = str.maketrans("àâäáéèêëîïíôöóûüùúçñ", "aaaaeeeeiiiooouuuucn")
"""A table for `str.translate`: French and Spanish small letters, as capitals are often written."""
SMALL_LETTERS = "a-zß-ÿœа-яё"
"""The small letters of scripts with capitals, as ranges for a set of a pattern."""
COMMAS = ",،，"
LIST_COMMAS = COMMAS + "、"
SEMICOLONS = ";；؛"
COLONS = ":："
FULL_STOPS = ".。"
QUESTION_MARKS = "?？؟"
PAUSES = COMMAS + SEMICOLONS + COLONS
CLAUSE_ENDS = SEMICOLONS + FULL_STOPS
END_MARKS = LIST_COMMAS + SEMICOLONS + COLONS + FULL_STOPS + "?!？！؟…"
"""The marks that may end a paragraph, in all scripts."""
BRACKETS = {"(": ")", "[": "]", "（": "）", "［": "］", "【": "】"}
"""Opening brackets with the closing ones."""
OPENING_QUOTES = '“«„"「『'
CLOSING_QUOTES = "”’“‘»\"'」』"
BEFORE_QUOTES = "([{«“‘„/–—"
"""Marks after which, as after a space, a quotation mark opens."""
"""Marks that may close a quotation; in some languages they open one as well."""
DIRECTION_MARKS = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
ZERO_WIDTH = "\u00ad\u200b\u200c\u200d\u2060\ufeff" + DIRECTION_MARKS
"""Soft hyphens and marks of direction and joining: nobody sees them."""
INVISIBLE = SPACES + "\t\n\r" + ZERO_WIDTH
"""White space and zero width: set aside before a first or last character is looked at."""
CLOSERS = INVISIBLE + CLOSING_QUOTES + ")]）*"
"""What may stand after the mark that ends a paragraph."""

KINDS = {kind: kinds[0] for kinds in (APOSTROPHES, SPACES, HYPHENS) for kind in kinds[1:]}
"""Each kind of a character with the plain one."""
_IN_PLACE = tuple(KINDS.items())
_VOWEL_MARKS = "".join(map(chr, range(0x064B, 0x0653)))
_TATWEEL = "\u0640"
_FOLDED = str.maketrans(
    {**KINDS, "ё": "е", **dict.fromkeys(_TATWEEL + _VOWEL_MARKS + DIRECTION_MARKS)}
)


_LETTER_SPACED = r"(?<![^\W_])(?:[^\W\d_][ \u00a0]){4}(?:[^\W\d_][ \u00a0])*[^\W\d_](?![^\W_])"

_IN_LETTER_SPACED = r"[ \u00a0][^\W\d_][ \u00a0][^\W\d_][ \u00a0]"


def close_up(text: str) -> str:
    """A text in which letter-spaced words (`р е ш и л`, `R E S U E L V E`) are closed up."""
    if re.search(_IN_LETTER_SPACED, text) is None:
        return text  # found in less than half of the time
    return re.sub(_LETTER_SPACED, lambda word: word[0][::2], text)


def fold_in_place(text: str) -> str:
    """A text of the same length with one kind of apostrophe, hyphen and space."""
    if text.isascii():
        return text
    for kind, plain in _IN_PLACE:
        # One replacement after the other costs a tenth of str.translate, a look half of one.
        if kind in text:
            text = text.replace(kind, plain)
    return text


def fold_letters(text: str) -> str:
    """A text folded in place in which `ё` is `е`, as names are compared."""
    return fold_in_place(text).replace("ё", "е")


def fold(text: str) -> str:
    """A text without the differences that recovered and typed texts show.

    Apostrophes, hyphens and spaces of one kind, one space at a time; no direction marks, no Arabic
    vowel marks and tatweel; `ё` is `е`.
    """
    return " ".join(text.translate(_FOLDED).split())


def lower(text: str) -> str:
    """A text of the same length in small letters."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    # A capital of which two letters become (İ) stays as it is.
    return "".join(low if len(low := each.lower()) == 1 else each for each in text)
