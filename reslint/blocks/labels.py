"""Find paragraph labels as real texts have them: `12.`, `12 -`, `(a)`, `b)`, `(ii)`, `㈠`, `–`.

Labels are searched in the plain text of a block, where emphasis marks are already removed.
Some 400 lines: the forms of labels stand in one table, and each kind is read by a few lines.
"""

from __future__ import annotations

import re
from functools import cache

from reslint.blocks.label import Label
from reslint.blocks.label_words import label_words
from reslint.blocks.numerals import (
    BRANCHES,
    CHINESE_DIGITS,
    STEMS,
    chinese_value,
    letter_value,
    roman_value,
)
from reslint.data.patterns import expression
from reslint.text.folding import INVISIBLE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.blocks.label import LabelKind, LabelStyle


DEGREE = expression(r"(?:\.|\s?\()([a-z])[.)]{0,2}(?=\s)\s*")
"""What follows the number in the label `OP1.a`."""
_STYLES: dict[str, LabelStyle] = {
    ".": "N.",
    "．": "N.",
    "、": "N.",
    "-": "N -",
    "–": "N -",
    "—": "N -",
    "ـ": "N -",
    "_": "N -",
    ")": "N)",
    "）": "N)",
    "/": "N/",
    ":": "N:",
    "：": "N:",
    "°": "N°",
    "º": "N°",
}
_CIRCLED = (0x321F, 0x2473, 0x245F)  # the character before each series: ㈠, ⑴, ①
_DOTTED = 0x2487  # the same of ⒈, which is one character

# Direction marks and no-break spaces stand around numbers in Arabic and in recovered texts. `_GAPS`
# are the characters of `GAP`, for steps by hand.
GAP = r"[\s\u200e\u200f\u202a-\u202e\u2066-\u2069]*"
LATIN = "a-z"
CYRILLIC = "а-яё"
ARABIC = "\u0621-\u064a"
_ARABIC_LETTERS = rf"[{ARABIC}](?:\s?[{ARABIC}])?"
_BRACKETS = frozenset("(（")
_CLOSING = frozenset(")）")
_OPENING_SQUARE = frozenset("[［")  # around a paragraph under negotiation: `[1. Urges …;]`
WHITE_SPACE = (
    "\t\n\v\f\r\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007"
    "\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
)
"""The characters that `\\s` stands for in an expression."""
_GAPS = frozenset(
    WHITE_SPACE + "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
# Each expression is for labels that start with one kind of character, so that a run compiles only
# those whose labels it meets: all in one take as long to compile as the rest of a short draft.
# `\d` and sets of at most two ranges compile ten times faster than larger sets beyond ASCII.
_END = r"(?=[^,;:.)\]]|\Z)"
_STOPPED = r"""
      (?P<stop>\.[°º](?=\s)|\s[.)](?=\s)|[.．](?:[)）]|\s?[-–—](?=\s))?|、(?:\s?[-–—](?=\s))?|[)）]
        |\s?/(?=\s+[^\s\d]|[^\0-\u4dff])|:(?=\s)|：|[°º](?=[\s.)-])[.)-]{0,2})
      (?!\d)"""
# Arabic is typed with a tatweel for the dash, too: `1ـ`.
_DASHED = rf"(?P<stop>{GAP}(?:[-–—]|[_ـ](?=\s|[{ARABIC}])){GAP}(?=\s|$|[^\d\s-]))(?!\d)"
_IN_BRACKETS = expression(
    rf"""[(（][\u200e\u200f]?\s?
      (?P<inner>[{LATIN}]{{1,2}}|[ivxlc]{{1,7}}|[{CYRILLIC}]{{1,2}}|{_ARABIC_LETTERS}
        |[{CHINESE_DIGITS}]{{1,3}}|\d{{1,3}}|[{STEMS}]|[{BRANCHES}])
      \s?[\u200e\u200f]?[)）]{_END}""",
    re.VERBOSE,
)
_ASCII_IN_BRACKETS = expression(
    r"[(（]\s?(?P<inner>[a-z]{1,2}|[ivxlc]{1,7}|\d{1,3})[\u200e\u200f]?\s?[)）]" + _END
)
_ASCII_LETTER = expression(
    rf"(?:(?P<open>[{LATIN}]{{1,2}}|[ivxlc]{{1,7}})\.?[)）]"
    rf"|(?P<dotted>[{LATIN}]{{1,2}}|[ivxlc]{{1,5}})\.[-–—]?(?=\s)){_END}"
)
_LETTER = expression(
    rf"""(?:
      (?P<open>[{LATIN}]{{1,2}}|[ivxlc]{{1,7}}|[{CYRILLIC}]{{1,2}}|{_ARABIC_LETTERS})\.?[)）]
    | (?P<dotted>[{LATIN}]{{1,2}}|[ivxlc]{{1,5}}|{_ARABIC_LETTERS})\.[-–—]?(?=\s)
    | (?P<han>[{CHINESE_DIGITS}]{{1,3}})(?:[、．：]|\.(?=[\s\u4e00-\u9fff]))
    ){_END}""",
    re.VERBOSE,
)
# The same, of labels that begin with a Cyrillic letter.
_CYRILLIC_LETTER = expression(
    rf"(?:(?P<open>[{CYRILLIC}]{{1,2}})\.?[)）]|(?P<dotted>[{CYRILLIC}])\.(?=\s)){_END}"
)
_FIRST_CYRILLIC, _LAST_CYRILLIC = "а", "ё"
_INSIDE = rf"[(（](?P<inner>[{LATIN}]|[{CYRILLIC}]|[{ARABIC}])#[)）]"
_AFTER = "#[.)]?"
_LONGEST_WITH_SUFFIX = 30
_FIGURES = frozenset("0123456789")
_MOST_FIGURES = 3
_DASHES = frozenset("-–—_ـ")
_JOINTS = frozenset((*WHITE_SPACE, "-", "("))  # between a number and its suffix
_BEFORE_SUFFIX = frozenset(" -\u00a0")
_STOPS = frozenset(")）.、．：")  # one of them follows the letters of a label
_STOP_MARKS = frozenset(".．、)）/:：°º")  # and one of these its figures, in `_STOPPED`
_LONGEST_LETTERS = 7
_TATWEEL = "ـ"  # Arabic is typed with it for the dash: `ـ1`, and for the bullet
_BULLETS = "•·●▪◦‣–—*+−○■□➢►❖✓\uf0a7\uf0b7ـ-"
# Brackets of Arabic that a page turned round: `(1` and `(أ`, and none closes behind them.
_HALF_IN_BRACKETS = expression(
    rf"[(（](?P<inner>\d{{1,3}}|[{ARABIC}])(?=\s+[{ARABIC}][^()（）]*(?:[(（]|\Z))"
)
# And both turned round: `)أ(` and `)1(`.
_MIRRORED = expression(rf"[)）](?P<inner>\d{{1,3}}|[{ARABIC}])[(（](?=\s*[{ARABIC}])")
# The last bullet uses a negated set, which compiles faster than one of tens of thousands.
_SIGN = expression(
    rf"""(?:
      (?P<circled>[\u3220-\u3229\u2460-\u2487])
    | (?P<dotted>[\u2488-\u249b])
    | [§¶№\#]\s?(?P<signed>\d{{1,3}})(?:[.:)](?!\d)|(?=[\s*]))
    | [—–ـ-](?P<led>\d{{1,3}})(?=\s+[{ARABIC}])  # `1 -` in Arabic, copied from a page
    | (?P<quote>[’‘'])(?P<quoted>[0-9]{{1,2}})[’‘']
    | (?P<bullet>[{_BULLETS}](?=\s)|-[*]{{1,3}}(?=\s)|[•●▪◦‣](?=\S)
        |[—–-]{{1,2}}(?=[^\0-\u2e7f])|[—–-](?=[^\W\d_]))
    ){_END}""",
    re.VERBOSE,
)
_NUMBERS_WITH_SIGN: tuple[tuple[str, LabelKind, LabelStyle], ...] = (
    ("signed", "number", "§N"),
    ("led", "number", "N -"),
    ("quoted", "quoted", "’x‘"),
)
_SIGNS = frozenset(
    (*"§¶№#’‘'", *_BULLETS, *map(chr, range(0x3220, 0x322A)), *map(chr, range(0x2460, 0x249C)))
)
# A word long enough for a verb. After `12.` a shorter one means that the number is not a label.
_VERB = expression(r"[^\W\d_]{4,}[\s:]")
# A preposition may open the phrase, too: `2.с удовлетворением отмечает`.
_LED_VERB = expression(r"([^\W\d_]{1,2})\s[^\W\d_]{4,}\s[^\W\d_]{4,}")


def find_label(text: str) -> Label | None:
    """Return the label at the start of a plain text, or None.

    `value_span` and `body` are plain offsets. The caller must fill in the source offsets `start`
    and `end`.
    """
    start = after_gap(text, 0)
    first = text[start : start + 1]
    match: re.Match[str] | None = None
    if first.isdecimal():
        label = _plain_number(text, start)
        if label is not None:
            return label
        match = _figures_with_mark(text, start)
        if match is not None:
            return _number_label(match, text, after_gap(text, match.end()))
    elif first in _BRACKETS:
        inside = text[start + 1 : start + 3].lstrip()[:1]
        match = (_ASCII_IN_BRACKETS if inside.isascii() else _IN_BRACKETS).match(text, start)
        if match is None and text[start + 2 : start + 3] in _BEFORE_SUFFIX:
            match = _match_with_suffix(_INSIDE, text, start)
        if match is not None:
            return _letter_label(match, text, "inner", "(x)")
        match = None if inside.isascii() and inside.isalpha() else _HALF_IN_BRACKETS.match(text)
        if match is not None:
            return _half_label(match, text)
    elif first in _CLOSING:
        match = _MIRRORED.match(text, start)
        if match is not None:
            return _letter_label(match, text, "inner", "(x)")
    elif first.isalpha() and first != _TATWEEL:
        small = first.islower() or not first.isascii()  # `Distr.` is no label
        if small and not _STOPS.isdisjoint(text[start + 1 : start + 1 + _LONGEST_LETTERS]):
            if _FIRST_CYRILLIC <= first <= _LAST_CYRILLIC:
                match = _CYRILLIC_LETTER.match(text, start)
            else:
                match = (_ASCII_LETTER if first.isascii() else _LETTER).match(text, start)
        if match is not None:
            return _letters_label(match, text)
    elif first in _OPENING_SQUARE:
        label = label_words().find(text) or _behind(text, start + 1)  # `[OP3 alt]` has it all
        if label is not None and label.kind != "bullet":
            return label
    elif first in _SIGNS:
        match = _SIGN.match(text, start)
        if match is not None:
            return _sign_label(match, text)
    label = label_words().find(text)
    return None if label is None or DEGREE.match(text, label.number_end) else label


def _half_label(match: re.Match[str], text: str) -> Label | None:
    """Return the label of a number or letter with the bracket before it only."""
    written, body = match["inner"], after_gap(text, match.end())
    if not written.isdecimal():
        return _letter_label(match, text, "inner", "x)")
    span = match.span("inner")
    return Label("number", text[:body].strip(), int(written), "N)", body=body, value_span=span)


def _plain_number(text: str, start: int) -> Label | None:
    """Return the label `12. ` before a letter, by far the most common one; None for others."""
    end = start + 1
    while end < start + _MOST_FIGURES and text[end : end + 1] in _FIGURES:
        end += 1
    if text[end : end + 2] != ". " or not text[end + 2 : end + 3].isalpha():
        return None
    body = end + 2
    span = start, end
    return Label(
        "number", text[: end + 1].strip(), int(text[start:end]), "N.", body=body, value_span=span
    )


def _figures_with_mark(text: str, start: int) -> re.Match[str] | None:
    """Match a number in figures and the mark that ends its label: `12.`, `12 bis)`, `12 –`."""
    end = start + 1
    while text[end : end + 1].isdecimal():
        end += 1
    following = text[end : end + 1]
    suffixes = _suffixes_at(text, end) if following.isalpha() or following in _JOINTS else ""
    near = text[start : start + _LONGEST_WITH_SUFFIX]
    stopped, dashed = not _STOP_MARKS.isdisjoint(near), not _DASHES.isdisjoint(near)
    if not suffixes:
        # The mark stands right behind the figures, no figure behind it: not in `2020` and `80/1`.
        few = end - start <= _MOST_FIGURES
        mark, gap = end + following.isspace(), after_gap(text, end)
        after = text[mark + 1 : mark + 2]
        stopped = few and text[mark : mark + 1] in _STOP_MARKS and not after.isdecimal()
        dashed = dashed and few and text[gap : gap + 1] in _DASHES
    found = _number(_STOPPED, suffixes).match(text, start) if stopped else None
    return found or (_number(_DASHED, suffixes).match(text, start) if dashed else None)


@cache
def _number(ending: str, suffixes: str) -> re.Pattern[str]:
    """Return the expression of a number in figures, its suffix and what ends it."""
    suffix = rf"(?:[\s-]?\(?(?P<suffix>{suffixes or '(?!)'})(?!\w)\)?)?"
    return expression(rf"(?P<number>\d{{1,3}}){suffix}{ending}{_END}", re.VERBOSE)


def _suffixes_at(text: str, place: int) -> str:
    """Return a pattern of the suffixes of a label that begins at a place, "" for none."""
    return label_words().suffixes_in(text[place : place + _LONGEST_WITH_SUFFIX])


def _match_with_suffix(expected: str, text: str, place: int) -> re.Match[str] | None:
    """Match a letter or what stands after one, with a suffix: `(b) bis.`, `(b bis)`."""
    suffixes = _suffixes_at(text, place)
    if not suffixes:
        return None
    suffix = rf"[\s-]?(?P<suffix>{suffixes})(?!\w)"
    return expression(expected.replace("#", suffix)).match(text, place)


def after_gap(text: str, place: int) -> int:
    """Return the offset of the first character from `place` on that is no space or mark."""
    # Most texts begin without a gap, and one space follows most labels.
    while text[place : place + 1] in _GAPS:
        place += 1
    return place


def _opens_phrase(text: str, at: int) -> bool:
    """Tell whether a verb stands at an offset, or a preposition that opens a leading phrase."""
    if _VERB.match(text, at) is not None:
        return True
    led = _LED_VERB.match(text, at)
    return led is not None and led[1] in label_words().prepositions


def _letters_label(match: re.Match[str], text: str) -> Label | None:
    """Return the label of letters or Chinese figures without an opening bracket."""
    if match["open"] is not None:
        return _letter_label(match, text, "open", "x)")
    if match["dotted"] is not None:
        return _letter_label(match, text, "dotted", "x.")
    body = after_gap(text, match.end())
    value, span = chinese_value(match["han"]), match.span("han")
    return Label("number", text[:body].strip(), value, "一、", body=body, value_span=span)


def _sign_label(match: re.Match[str], text: str) -> Label:
    """Return the label of a sign: a number after §, a number in a circle, a bullet."""
    body = after_gap(text, match.end())
    written = text[:body].strip()
    for group, kind, style in _NUMBERS_WITH_SIGN:
        if match[group] is not None:
            value, span = int(match[group]), match.span(group)
            return Label(kind, written, value, style, body=body, value_span=span)
    if match["dotted"] is not None:
        span = match.span("dotted")
        value = ord(match["dotted"]) - _DOTTED
        return Label("number", written, value, "N.", body=body, value_span=span)
    if match["circled"] is not None:
        code = ord(match["circled"])
        value = next(code - first for first in _CIRCLED if code > first)
        return Label("circled", written, value, "x", body=body, value_span=match.span("circled"))
    return _behind_bullet(text, match.start("bullet"), body) or Label(
        "bullet", match["bullet"], 0, "–", body=body, value_span=match.span("bullet")
    )


def _behind_bullet(text: str, start: int, body: int) -> Label | None:
    """Return the label behind a bullet (`- OP1.`, `• 2)`), with the bullet in it, or None."""
    label = _behind(text, body)
    if label is None or label.kind == "bullet":
        return None
    label.text = text[start : label.body].strip()
    return label


def _behind(text: str, start: int) -> Label | None:
    """Return the label that stands at an offset of a text, None for none."""
    label = find_label(text[start:])
    if label is not None:
        label.body += start
        label.number_end += start
        label.value_span = label.value_span[0] + start, label.value_span[1] + start
    return label


def _number_label(match: re.Match[str], text: str, body: int) -> Label | None:
    """Return the label of a number, or None if the number belongs to the text."""
    stop = match["stop"]
    if stop not in _STYLES:
        stop = stop.strip().strip(INVISIBLE).strip()
    if stop == "." and body == match.end("stop") and body < len(text):
        # `9.c` and `1.5` are not labels. `12.Decides` is a label without its space, and so is
        # `12.просит`: Russian leading phrases may start in lower case.
        following = text[body]
        if following.isdigit() or (following.islower() and not _opens_phrase(text, body)):
            return None
    dashed = stop in "-–—" and match["stop"][0] in "-–—" and body == match.end("stop")
    if dashed and not text[body - 1].isspace():
        # `1990-2000`, `70-year` and `54-е` are not labels. Arabic writes `12-` before a word, too.
        following = text[body : body + 1]
        if following.islower() and not _VERB.match(text, body):
            return None
        if following.isascii() and following and match["stop"] == stop:
            return None
    if match["stop"][0] == " " and stop in ".)" and not text[body : body + 1].isalpha():
        return None
    suffix = match["suffix"] or ""
    return Label(
        "number",
        text[:body].strip(),
        int(match["number"]),
        _STYLES["º" if stop[-1] in "°º" else stop[0]],
        body=body,
        value_span=match.span("number"),
        suffix=suffix,
        number_end=match.start("stop") if suffix else 0,
    )


def _letter_label(match: re.Match[str], text: str, group: str, style: LabelStyle) -> Label | None:
    """Return the label of a letter, roman number or bracketed number, None for other letters."""
    written = match[group]
    whole, body = text, after_gap(text, match.end())
    text = text[:body].strip()
    if written.isdigit():
        return Label("number", text, int(written), "(N)", body=body, value_span=match.span(group))
    if written in BRANCHES or written in STEMS:
        # As a and i: 甲 is the first of ten, 子 the first of twelve one level below.
        kind: LabelKind = "letter" if written in STEMS else "roman"
        value = 1 + (STEMS if kind == "letter" else BRANCHES).index(written)
        return Label(kind, text, value, style, body=body, value_span=match.span(group))
    if written[0] in CHINESE_DIGITS:
        return Label(
            "circled", text, chinese_value(written), style, body=body, value_span=match.span(group)
        )
    value = letter_value(written)
    roman = roman_value(written)
    if not value and not roman:
        return None
    kind = "letter" if value else "roman"
    label = Label(
        kind,
        text,
        value or roman,
        style,
        body=body,
        value_span=match.span(group),
        roman_value=roman,
    )
    suffixed = match if "suffix" in match.re.groupindex else None
    if suffixed is None and style != "x.":
        suffixed = _match_with_suffix(_AFTER, whole, match.end())
    if suffixed is not None:
        label.suffix = suffixed["suffix"]
        label.body = after_gap(whole, suffixed.end())
        label.text = whole[: label.body].strip()
    return label
