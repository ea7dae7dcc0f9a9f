"""Numbers and letters as labels write them: Roman, Chinese and Arabic numerals, alphabets."""

from __future__ import annotations

CHINESE_DIGITS = "一二三四五六七八九十"
STEMS = "甲乙丙丁戊己庚辛壬癸"
BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_CYRILLIC_ORDER = "абвгдежзийклмнопрстуфхцчшщэюя"
# Cyrillic letters that look like Latin ones. A tenth of the Russian texts mix both alphabets in
# their labels, so the letters are compared by shape.
_LOOK_ALIKE = str.maketrans("асеорхі", "aceopxi")
_ARABIC_ORDER = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"
_ARABIC_VARIANTS = str.maketrans("اآإةى", "أأأهي")


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


def cyrillic_letter(value: int) -> str:
    """Return the Cyrillic letter label for a position: 1 а, 2 б; "" beyond the alphabet."""
    return _CYRILLIC_ORDER[value - 1 : value] if value > 0 else ""


def is_cyrillic_letter(written: str) -> bool:
    """Tell whether a label begins with a Cyrillic letter that looks like no Latin one."""
    return (
        written[:1] in tuple(_CYRILLIC_ORDER) and not written[:1].translate(_LOOK_ALIKE).isascii()
    )


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
        return CHINESE_DIGITS.find(written) + 1
    return (CHINESE_DIGITS.find(tens) + 1 if tens else 1) * 10 + (
        CHINESE_DIGITS.find(units) + 1 if units else 0
    )


def chinese_number(value: int) -> str:
    """Return a number up to 99 in Chinese numerals, "" for another one."""
    if not 0 < value < 100:
        return ""
    tens, units = divmod(value, 10)
    written = "十" if tens == 1 else CHINESE_DIGITS[tens - 1] + "十" if tens else ""
    return written + (CHINESE_DIGITS[units - 1] if units else "")
