"""Find paragraph labels as real texts have them: `12.`, `12 -`, `(a)`, `b)`, `(ii)`, `㈠`, `–`.

Labels are searched in the plain text of a block, where emphasis marks are already removed.
"""

from __future__ import annotations

import re

from reslint.blocks.label import Label
from reslint.blocks.label_words import label_words
from reslint.blocks.numerals import (
    BRANCHES,
    CHINESE_DIGITS,
    DIGITS,
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


_DEGREE = expression(r"(?:\.|\s?\()([a-z])[.)]{0,2}(?=\s)\s*")  # after the number of OP1.a
_STYLES: dict[str, LabelStyle] = {
    ".": "N.",
    "．": "N.",
    "、": "N.",
    "-": "N -",
    "–": "N -",
    "—": "N -",
    ")": "N)",
    "）": "N)",
    "/": "N/",
    ":": "N:",
    "：": "N:",
    "°": "N°",
    "º": "N°",
}
_CIRCLED = (0x321F, 0x2473, 0x245F)  # the character before each series: ㈠, ⑴, ①

# Direction marks and no-break spaces stand around numbers in Arabic and in recovered texts.
_GAP = r"[\s\u200e\u200f\u202a-\u202e\u2066-\u2069]*"
_LATIN = "a-z"
_CYRILLIC = "а-яё"
_ARABIC = "\u0621-\u064a"
_ARABIC_LETTERS = rf"[{_ARABIC}](?:\s?[{_ARABIC}])?"
_SUFFIX = r"bis|ter|quater|quinquies|sexies|septies|alt|rev"
# The last bullet uses a negated set: `re` takes milliseconds at each start to compile a set of tens
# of thousands of characters.
_LABEL = expression(
    rf"""{_GAP}(?:
      (?P<number>[{DIGITS}]{{1,3}})
      (?:[\s-]?\(?(?P<suffix>{_SUFFIX})(?!\w)\)?)?
      (?P<stop>[.．、](?:\s?[-–—](?=\s))?|{_GAP}[-–—]{_GAP}(?=\s|$|[^\d\s-])|[)）]
        |/(?=\s)|:(?=\s)|：|[°º](?=[\s.)-])[.)-]{{0,2}})
      (?![{DIGITS}])
    | (?P<paren>[(（])[\u200e\u200f]?
      (?P<inner>[{_LATIN}]{{1,2}}|[ivxlc]{{1,7}}|[{_CYRILLIC}]{{1,2}}|{_ARABIC_LETTERS}
        |[{CHINESE_DIGITS}]{{1,3}}|[{DIGITS}]{{1,3}}|[{STEMS}]|[{BRANCHES}])
      [\u200e\u200f]?[)）]
    | (?P<open>[{_LATIN}]{{1,2}}|[ivxlc]{{1,7}}|[{_CYRILLIC}]{{1,2}}|{_ARABIC_LETTERS})[)）]
    | (?P<dotted>[{_LATIN}]{{1,2}}|[ivxlc]{{1,5}}|{_ARABIC_LETTERS})\.[-–—]?(?=\s)
    | (?P<circled>[\u3220-\u3229\u2460-\u2487])
    | (?P<han>[{CHINESE_DIGITS}]{{1,3}})(?:[、．：]|\.(?=\s))
    | [§¶№]\s?(?P<signed>[{DIGITS}]{{1,3}})(?:[.:)](?![{DIGITS}])|(?=[\s*]))
    | (?P<quote>[’‘'])(?P<quoted>[0-9]{{1,2}})[’‘']
    | (?P<bullet>[•·●▪◦‣–—*+−○■□➢►❖✓\uf0a7\uf0b7-](?=\s)|[•●▪◦‣](?![\0-\u2e7f]))
    )(?=[^,;:.)\]]|\Z){_GAP}""",
    re.VERBOSE,
)
_POSSIBLE = expression(
    rf"""{_GAP}(?:
      (?P<chain>(?P<top>[{DIGITS}]{{1,2}})(?:\.[{DIGITS}]{{1,2}}){{0,2}}
        (?:\.(?P<item>[{DIGITS}]{{1,2}}|[a-z])|\s?\((?P<inner>[a-z])\)))[.)]?(?=\s)
    | (?P<roman>[IVX][IVXL]{{0,5}})(?:[.)、:：](?=\s)|\s?[-–—](?=\s))
    | (?P<upper>[A-ZА-Я])[.)](?=\s)
    | (?P<bare>[{DIGITS}]{{1,3}})(?=[\s*])
    ){_GAP}(?=\S)""",
    re.VERBOSE,
)
# A word long enough for a verb. After `12.` a shorter one means that the number is not a label.
_VERB = expression(r"[^\W\d_]{4,}\s")


def find_label(text: str) -> Label | None:
    """Return the label at the start of a plain text, or None.

    `value_span` and `body` are plain offsets. The caller must fill in the source offsets `start`
    and `end`.
    """
    match = _LABEL.match(text)
    if match is None:
        label = label_words().find(text)
        return None if label is None or _DEGREE.match(text, label.number_end) else label
    body = match.end()
    if match["number"] is not None:
        return _number_label(match, text, body)
    if match["inner"] is not None:
        return _letter_label(match, "inner", "(x)", body)
    if match["open"] is not None:
        return _letter_label(match, "open", "x)", body)
    if match["dotted"] is not None:
        return _letter_label(match, "dotted", "x.", body)
    if match["han"] is not None:
        value = chinese_value(match["han"])
        span = match.span("han")
        return Label("number", match[0].strip(), value, "一、", body=body, value_span=span)
    if match["signed"] is not None:
        value, span = int(match["signed"]), match.span("signed")
        return Label("number", match[0].strip(), value, "§N", body=body, value_span=span)
    if match["circled"] is not None:
        code = ord(match["circled"])
        value = next(code - first for first in _CIRCLED if code > first)
        return Label(
            "circled", match[0].strip(), value, "x", body=body, value_span=match.span("circled")
        )
    if match["quoted"] is not None:
        return Label(
            "quoted",
            match[0].strip(),
            int(match["quoted"]),
            "’x‘",
            body=body,
            value_span=match.span("quoted"),
        )
    return _behind_bullet(text, match.start("bullet"), body) or Label(
        "bullet", match["bullet"], 0, "–", body=body, value_span=match.span("bullet")
    )


def _behind_bullet(text: str, start: int, body: int) -> Label | None:
    """Return the label behind a bullet (`- OP1.`, `• 2)`), with the bullet in it, or None."""
    label = find_label(text[body:])
    if label is None or label.kind == "bullet":
        return None
    label.text = text[start : body + label.body].strip()
    label.body += body
    label.number_end += body
    label.value_span = label.value_span[0] + body, label.value_span[1] + body
    return label


def _number_label(match: re.Match[str], text: str, body: int) -> Label | None:
    """Return the label of a number, or None if the number belongs to the text."""
    stop = match["stop"].strip().strip(INVISIBLE).strip()
    if stop == "." and body == match.end("stop") and body < len(text):
        # `9.c` and `1.5` are not labels. `12.Decides` is a label without its space, and so is
        # `12.просит`: Russian leading phrases may start in lower case.
        following = text[body]
        if following.isdigit() or (following.islower() and not _VERB.match(text, body)):
            return None
    if stop in "-–—" and match["stop"][0] in "-–—" and body == match.end("stop") == match.end():
        # `1990-2000`, `70-year` and `54-е` are not labels. Arabic writes `12-` before a word, too.
        following = text[body : body + 1]
        if following.islower() and not _VERB.match(text, body):
            return None
        if following.isascii() and following:
            spaced = match["stop"] != stop
            if not spaced:
                return None
    suffix = match["suffix"] or ""
    return Label(
        "number",
        match[0].strip(),
        int(match["number"]),
        _STYLES[stop[0]],
        body=body,
        value_span=match.span("number"),
        suffix=suffix,
        number_end=match.start("stop") if suffix else 0,
    )


def find_possible_label(text: str) -> Label | None:
    """Return what may be the label at the start of a plain text that has no certain one, or None.

    A Roman number (`II.`), a number without stop (`5 Encourages`), a number of several degrees
    (`1.2`, `1.a`), a capital letter (`B.`): what stands around must decide whether it is a label.
    """
    match = _POSSIBLE.match(text)
    if match is None:
        return _degree_of_word(text)
    body, written = match.end(), match[0].strip()
    if match["chain"] is not None:
        group = "inner" if match["inner"] else "item"
        item = match[group]
        value = int(item) if item.isdecimal() else letter_value(item)
        kind: LabelKind = "number" if item.isdecimal() else "letter"
        label = Label(kind, written, value, "N.N", body=body, value_span=match.span(group))
        label.under = int(match["top"])
        return label
    if match["roman"] is not None:
        value = roman_value(match["roman"].lower())
        span = match.span("roman")
        return Label("number", written, value, "I.", body=body, value_span=span) if value else None
    if match["upper"] is not None:
        value, span = letter_value(match["upper"].lower()), match.span("upper")
        return Label("letter", written, value, "X.", body=body, value_span=span)
    value, span = int(match["bare"]), match.span("bare")
    return Label("number", written, value, "N", body=body, value_span=span)


def _degree_of_word(text: str) -> Label | None:
    """Return the label `OP1.a` or `OP1 (a)`, None for any other."""
    top = label_words().find(text)
    match = _DEGREE.match(text, top.number_end) if top is not None else None
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


def _letter_label(match: re.Match[str], group: str, style: LabelStyle, body: int) -> Label | None:
    """Return the label of a letter, roman number or bracketed number, None for other letters."""
    written = match[group]
    text = match[0].strip()
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
    return Label(
        kind,
        text,
        value or roman,
        style,
        body=body,
        value_span=match.span(group),
        roman_value=roman,
    )
