"""Note markers and the beginnings of notes, in the notations that real texts use.

`[^1]` with `[^1]: …`, `<sup>1</sup>` with `<sup>1</sup> …`, superscript letters `¹` with `¹ …`,
and `[1]` with `[1] …` as word processors have it in plain text: closed up to what it follows, for
what a negotiation leaves open stands in brackets by itself (`by [2030]`, `20[30]`).
Converters write `^1^` for a raised number. Arabic texts put the number in parentheses. Ordinals
(`1<sup>er</sup>`), abbreviations (`n<sup>o</sup>`) and units (`m²`) are none.
"""

from __future__ import annotations

import re

from reslint.data.expressions import expression

SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
TO_DIGITS = str.maketrans(SUPERSCRIPTS, "0123456789")
TO_SUPERSCRIPTS = str.maketrans("0123456789", SUPERSCRIPTS)

IN_TEXT = expression(
    rf"""\[\^(?P<bracket>[^\]\s]{{1,12}})\]
    | (?<=[^\s\[(\u00a0])(?<![\s\u00a0][0-9])(?<![\s\u00a0][0-9]{{2}})
      \[(?P<square>[0-9]{{1,3}})\](?![\w(])
    | \^(?P<caret>[0-9]{{1,3}})\^
    | [⁽]?(?P<letter>[{SUPERSCRIPTS}]+)[⁾]?""",
    re.VERBOSE,
)
"""A marker written as text: in brackets or in superscript letters."""

IN_TEXT_FIRST = expression(rf"\[(?=[\^0-9])|\^(?=[0-9])|[⁽{SUPERSCRIPTS}]")
"""The first character of a marker written as text."""

NOTE_START = expression(
    rf"""[\s\u00a0\u200e\u200f]*(?:
      \[\^(?P<bracket>[^\]\s]{{1,12}})\]:?
    | \[(?P<square>[0-9]{{1,3}})\](?=[\s\u00a0]+[^\W\d_])
    | \^(?P<caret>[0-9]{{1,3}})\^
    | <sup>[\s\u200e\u200f]*
      [(]?(?P<superscript>[0-9]{{1,4}}|[a-z]|\*{{1,3}})[)]?[\s\u200e\u200f]*</sup>
    | [⁽]?(?P<letter>[{SUPERSCRIPTS}]+)[⁾]?
    )[\s\u00a0\u200e\u200f]*
    # What is left of the parentheses around an Arabic number that became mark-up.
    (?:\*{{0,3}}[(][\s\u200e\u200f]*[)]\*{{0,3}}[\s\u00a0\u200e\u200f]*)?""",
    re.VERBOSE,
)
"""The beginning of a block that is a note."""

SUPERSCRIPT_NUMBER = expression(r"[\s\u200e\u200f]*[(]?([0-9]{1,4}|\*{1,3})[)]?[\s\u200e\u200f]*")
SUPERSCRIPT_LETTER = expression(r"[\s\u200e\u200f]*[(]?([a-z])[)]?[\s\u200e\u200f]*")
_ROMAN = expression(r"[IVXLCDM]+")
_YEAR_BEFORE = expression(r"(?<!\w)(?:19|20)[0-9]{2}\Z")
_CLAUSE_ENDS = ",;:.)，；。،؛"
_UNIT_BEFORE = expression(r"(?:^|[\W\d])(?:[kcd]?m|[кс]?м)$")


def is_unit_power(before: str, number: str) -> bool:
    """Whether a superscript 2 or 3 after `before` is a power (m², km³), no marker."""
    return number in ("2", "3") and _UNIT_BEFORE.search(before[-4:]) is not None


def is_letter_marker(before: str, after: str) -> bool:
    """Whether a single superscript letter between `before` and `after` can be a marker.

    After a digit or a lone letter it is an ordinal or an abbreviation (8744ª, n<sup>o</sup>), but
    for a year at the end of a clause.
    """
    before = before.rstrip()
    if _YEAR_BEFORE.search(before[-5:]) is not None and after[:1] in _CLAUSE_ENDS:
        return True
    if not before or before[-1].isdigit():
        return False
    word = re.search(r"\w+$", before)
    if word is None:
        return True
    return len(word[0]) > 2 and _ROMAN.fullmatch(word[0]) is None  # XXI<sup>e</sup>
