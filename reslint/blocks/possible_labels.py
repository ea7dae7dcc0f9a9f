"""Find what may be a label, where what stands around must decide: `II.`, `5`, `1.a`, `A -`."""

from __future__ import annotations

import re

from reslint.blocks.label import Label
from reslint.blocks.label_words import label_words
from reslint.blocks.labels import ARABIC, CYRILLIC, DEGREE, GAP, LATIN, after_gap
from reslint.blocks.numerals import letter_value, roman_value
from reslint.data.patterns import expression

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.blocks.label import LabelKind, LabelStyle


_POSSIBLE_NUMBER = expression(
    rf"""(?:
      (?P<chain>(?P<top>\d{{1,2}})(?:\.\d{{1,2}}){{0,2}}
        (?:\.(?P<item>\d{{1,2}}|[a-z])|\s?\((?P<inner>[a-z])\)))[.)]?(?=\s)
    | (?P<bare>\d{{1,3}})(?=[\s*])
    ){GAP}(?=\S)""",
    re.VERBOSE,
)
_ROMAN = expression(rf"(?P<roman>[IVX][IVXL]{{0,5}})(?:[.)、:：](?=\s)|\s?[-–—](?=\s)){GAP}(?=\S)")
_CAPITAL = expression(rf"(?P<upper>[A-ZА-Я])[.)](?=\s){GAP}(?=\S)")
_DASHED_LETTER = expression(
    rf"(?P<dashed>[{LATIN}]|[{CYRILLIC}]|[{ARABIC}])(?:ـ?[ \u00a0]?[-–—/]|[ \u00a0]?[_ـ])(?=\s)"
    rf"{GAP}(?=\S)",
    re.IGNORECASE,
)
_ROMANS = frozenset("IVX")
_AFTER_NUMBER = frozenset(".(*0123456789")
_AFTER_ROMAN = frozenset("IVXL.)、:：-–—")
_AFTER_CAPITAL = frozenset(".)")
_AFTER_LETTER = frozenset("-–—/_ـ \u00a0")
_DASHES = frozenset("-–—/_ـ")
_FIGURES = frozenset("0123456789")
_MOST_FIGURES = 3
_TATWEEL = "ـ"
_SPACES = frozenset(" \u00a0")


def find_possible_label(text: str) -> Label | None:
    """Return what may be the label at the start of a plain text that has no certain one, or None.

    A Roman number (`II.`), a number without stop (`5 Encourages`), a number of several degrees
    (`1.2`, `1.a`), a capital letter (`B.`), a letter with a dash (`b -`): what stands around must
    decide whether it is a label.
    """
    start = after_gap(text, 0)
    first, second = text[start : start + 1], text[start + 1 : start + 2]
    match: re.Match[str] | None = None
    if first.isdecimal():
        following = text[start + 1 : start + 4].lstrip("0123456789")[:1]
        bare = _bare_number(text, start)
        if bare is not None:
            return bare
        if following in _AFTER_NUMBER or following.isspace() or not following.isascii():
            match = _POSSIBLE_NUMBER.match(text, start)
    elif first in _ROMANS and (second in _AFTER_ROMAN or second.isspace()):
        match = _ROMAN.match(text, start)
    if match is None and second in _AFTER_CAPITAL and first.isupper():
        match = _CAPITAL.match(text, start)
    elif match is None and second in _AFTER_LETTER and first.isalpha():
        if _is_dashed(text, start + 1):
            match = _DASHED_LETTER.match(text, start)
    if match is None:
        return _degree_of_word(text)
    body, written = match.end(), text[: match.end()].strip()
    if match.lastgroup in ("upper", "dashed"):
        value, span = letter_value(match[1].lower()), match.span(1)
        style: LabelStyle = "X." if match.lastgroup == "upper" else "x -"
        return Label("letter", written, value, style, body=body, value_span=span) if value else None
    if not first.isdecimal():
        value = roman_value(match["roman"].lower())
        span = match.span("roman")
        return Label("number", written, value, "I.", body=body, value_span=span) if value else None
    if match["chain"] is not None:
        group = "inner" if match["inner"] else "item"
        item = match[group]
        value = int(item) if item.isdecimal() else letter_value(item)
        kind: LabelKind = "number" if item.isdecimal() else "letter"
        label = Label(kind, written, value, "N.N", body=body, value_span=match.span(group))
        label.under = int(match["top"])
        return label
    value, span = int(match["bare"]), match.span("bare")
    return Label("number", written, value, "N", body=body, value_span=span)


def _bare_number(text: str, start: int) -> Label | None:
    """Return the number without stop at a place, None for none or one that may have degrees.

    By hand, as the expression takes longer to compile than a short draft to read.
    """
    end = start + 1
    while end < start + _MOST_FIGURES and text[end : end + 1] in _FIGURES:
        end += 1
    following = text[end + 1 : end + 2]
    if text[end : end + 1] != " " or not following.isalpha():
        return None
    span = start, end
    return Label(
        "number", text[:end].strip(), int(text[start:end]), "N", body=end + 1, value_span=span
    )


def _is_dashed(text: str, at: int) -> bool:
    """Tell whether a dash or stroke before a space follows a letter, behind a tatweel or space."""
    at += text[at] == _TATWEEL and not text[at + 1 : at + 2].isspace()
    at += text[at : at + 1] in _SPACES
    return text[at : at + 1] in _DASHES and text[at + 1 : at + 2].isspace()


def _degree_of_word(text: str) -> Label | None:
    """Return the label `OP1.a` or `OP1 (a)`, None for any other."""
    top = label_words().find(text)
    match = DEGREE.match(text, top.number_end) if top is not None else None
    if top is None or match is None:
        return None
    label = Label(
        "letter",
        text[: match.end()].strip(),
        letter_value(match[1]),
        "N.N",
        body=match.end(),
        value_span=match.span(1),
    )
    label.under = top.value
    return label
