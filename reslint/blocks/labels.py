"""Find paragraph labels as real texts have them: `12.`, `12 -`, `(a)`, `b)`, `(ii)`, `㈠`, `–`.

Labels are searched in the plain text of a block, where emphasis marks are already removed.
"""

from __future__ import annotations

import re

from reslint.blocks.model import Label
from reslint.data.patterns import expression
from reslint.text.folding import INVISIBLE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.blocks.model import LabelKind, LabelStyle


# Direction marks and no-break spaces stand around numbers in Arabic and in recovered texts.
_GAP = r"[\s\u200e\u200f\u202a-\u202e\u2066-\u2069]*"
_LATIN = "a-z"
_CYRILLIC = "а-яё"
_ARABIC = "\u0621-\u064a"
_ARABIC_LETTERS = rf"[{_ARABIC}](?:\s?[{_ARABIC}])?"
_CHINESE_DIGITS = "一二三四五六七八九十"
# The last bullet uses a negated set: `re` takes milliseconds at each start to compile a set of tens
# of thousands of characters.
_LABEL = expression(
    rf"""{_GAP}(?:
      (?P<number>[0-9]{{1,3}})
      (?:\s(?P<suffix>bis|ter|quater|quinquies|alt))?
      (?P<stop>[.．、]|{_GAP}[-–—]{_GAP}(?=\s|$|[^\d\s-])|\))
      (?![0-9])
    | (?P<paren>[(（])[\u200e\u200f]?
      (?P<inner>[{_LATIN}]{{1,2}}|[ivxlc]{{1,7}}|[{_CYRILLIC}]{{1,2}}|{_ARABIC_LETTERS}
        |[{_CHINESE_DIGITS}]{{1,3}}|[0-9]{{1,3}})
      [\u200e\u200f]?[)）]
    | (?P<open>[{_LATIN}]{{1,2}}|[ivxlc]{{1,7}}|[{_CYRILLIC}]{{1,2}}|{_ARABIC_LETTERS})[)）]
    | (?P<dotted>[{_LATIN}]{{1,2}}|[ivxlc]{{1,5}}|{_ARABIC_LETTERS})\.(?=\s)
    | (?P<circled>[\u3220-\u3229\u2460-\u2473])
    | (?P<quote>[’‘'])(?P<quoted>[0-9]{{1,2}})[’‘']
    | (?P<bullet>[•·●▪◦‣–—*+-](?=\s)|[•●▪◦‣](?![\0-\u2e7f]))
    )(?=[^,;:.)\]]|\Z){_GAP}""",
    re.VERBOSE,
)
# A word long enough for a verb. After `12.` a shorter one means that the number is not a label.
_VERB = expression(r"[^\W\d_]{4,}\s")
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_CYRILLIC_ORDER = "абвгдежзийклмнопрстуфхцчшщэюя"
# Cyrillic letters that look like Latin ones. A tenth of the Russian texts mix both alphabets in
# their labels, so the letters are compared by shape.
_LOOK_ALIKE = str.maketrans("асеорхі", "aceopxi")
_ARABIC_ORDER = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"
_ARABIC_VARIANTS = str.maketrans("اآإةى", "أأأهي")


def find_label(text: str) -> Label | None:
    """Return the label at the start of a plain text, or None.

    `value_span` and `body` are plain offsets. The caller must fill in the source offsets `start`
    and `end`.
    """
    match = _LABEL.match(text)
    if match is None:
        return None
    kind = match.lastgroup
    body = match.end()
    if match["number"] is not None:
        return _number_label(match, text, body)
    if match["inner"] is not None:
        return _letter_label(match, "inner", "(x)", body)
    if match["open"] is not None:
        return _letter_label(match, "open", "x)", body)
    if match["dotted"] is not None:
        return _letter_label(match, "dotted", "x.", body)
    if match["circled"] is not None:
        code = ord(match["circled"])
        value = code - 0x321F if code >= 0x3220 else code - 0x245F
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
    assert kind is not None
    return Label("bullet", match["bullet"], 0, "–", body=body, value_span=match.span("bullet"))


def _number_label(match: re.Match[str], text: str, body: int) -> Label | None:
    """Return the label of a number, or None if the number belongs to the text."""
    stop = match["stop"].strip(INVISIBLE)
    if stop == "." and body == match.end("stop") and body < len(text):
        # `9.c` and `1.5` are not labels. `12.Decides` is a label without its space, and so is
        # `12.просит`: Russian leading phrases may start in lower case.
        following = text[body]
        if following.isdigit() or (following.islower() and not _VERB.match(text, body)):
            return None
    if stop in "-–—" and match["stop"][0] in "-–—" and body == match.end("stop") == match.end():
        # `1990-2000` and `70-year` are not labels. Arabic writes `12-` before a space or a word.
        following = text[body : body + 1]
        if following.isascii() and following:
            spaced = match["stop"] != stop
            if not spaced:
                return None
    style: LabelStyle = "N." if stop in ".．、" else "N -" if stop in "-–—" else "N)"
    return Label(
        "number",
        match[0].strip(),
        int(match["number"]),
        style,
        body=body,
        value_span=match.span("number"),
        suffix=match["suffix"] or "",
    )


def _letter_label(match: re.Match[str], group: str, style: LabelStyle, body: int) -> Label | None:
    """Return the label of a letter, roman number or bracketed number, None for other letters."""
    written = match[group]
    text = match[0].strip()
    if written.isdigit():
        return Label("number", text, int(written), "(N)", body=body, value_span=match.span(group))
    if written[0] in _CHINESE_DIGITS:
        return Label(
            "circled", text, chinese_value(written), style, body=body, value_span=match.span(group)
        )
    value = letter_value(written)
    roman = roman_value(written)
    if not value and not roman:
        return None
    kind: LabelKind = "letter" if value else "roman"
    return Label(
        kind,
        text,
        value or roman,
        style,
        body=body,
        value_span=match.span(group),
        roman_value=roman,
    )


def letter_value(written: str) -> int:
    """Return the position of a letter label in its series: a 1, b 2 … z 26, aa 27.

    Return 0 if the text is not a letter label.
    """
    written = "".join(written.split()).replace("\u0640", "")
    if not written:
        return 0
    if written[0] >= "\u0600":
        letters = written.translate(_ARABIC_VARIANTS)
        place = _ARABIC_ORDER.find(letters[0]) + 1
        # After the twenty-sixth letter Arabic texts count (أ أ), (ب ب), as English (aa), (bb).
        return place + 26 * (len(letters) - 1) if len(set(letters)) == 1 else 0
    shape = written.translate(_LOOK_ALIKE)
    if shape.isascii():
        if len(set(shape)) != 1 or len(shape) > 2:
            return 0
        return ord(shape[0]) - 96 + 26 * (len(shape) - 1)
    if len(set(written)) != 1:
        return 0
    return _CYRILLIC_ORDER.find(written[0]) + 1


def arabic_letters(value: int) -> str:
    """Return the Arabic letter label for a position: 1 أ, 26 ض, 27 أ أ; "" beyond 52."""
    if not 1 <= value <= 52:
        return ""
    letter = _ARABIC_ORDER[(value - 1) % 26]
    return letter if value <= 26 else f"{letter} {letter}"


def roman_value(written: str) -> int:
    """Return the value of a lower-case roman number, 0 for anything else."""
    total = 0
    for place, letter in enumerate(written):
        value = _ROMAN.get(letter, 0)
        if not value:
            return 0
        following = _ROMAN.get(written[place + 1], 0) if place + 1 < len(written) else 0
        total += -value if following > value else value
    return total if to_roman(total) == written else 0


def to_roman(value: int) -> str:
    """Return a number as a lower-case roman number."""
    written = ""
    for amount, figure in (
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ):
        while value >= amount:
            written += figure
            value -= amount
    return written


def chinese_value(written: str) -> int:
    """Return the value of a Chinese number up to 99."""
    tens, ten, units = written.partition("十")
    if not ten:
        return _CHINESE_DIGITS.find(written) + 1
    return (_CHINESE_DIGITS.find(tens) + 1 if tens else 1) * 10 + (
        _CHINESE_DIGITS.find(units) + 1 if units else 0
    )
