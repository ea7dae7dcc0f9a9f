"""Figures of a text in every language: as written, with millions, in words up to a hundred."""

from __future__ import annotations

import re
from functools import cache

from reslint.blocks.numerals import roman_value
from reslint.concordance.counterparts import figures_of, habits
from reslint.data.patterns import expression

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any


_TURNED = expression(
    r"(?<![0-9/.,])(?:[0-9]{3}[ \u00a0\u202f\u2009])+[0-9]{1,3}(?![0-9]|[ \u00a0\u202f\u2009][0-9])"
)
_NUMBER = expression(r"[0-9]+(?:[.,٫٬，][0-9]+|[ \u00a0\u202f\u2009][0-9]{3}(?![0-9]))*")
_GROUPS = expression(r"[ \u00a0\u202f\u2009]")
_RUN = expression(r"[0-9]+(?:/[0-9]+)?")
_SPACES = " \u00a0\u202f\u2009"
_AFTER = expression(r"[ \u00a0\u202f\u200f\u200e]?(?P<word>[^\W\d_]+)")
_WORD = expression(r"[^\W\d_]+")
_JOINTS = ("", "-", " ", "\u00a0", "‑")  # and the words of a language
_ROMAN = expression(r"\b[IVXLХ]+\b")
_LATIN = str.maketrans("Х", "X")
_LONGEST_RUN = 4  # number words that make one number
_YEARS = range(1900, 2101)


class Figure:
    """A figure: its value as text (`1500000`, `2.5`), its plain span."""

    __slots__ = ("end", "start", "value")

    def __init__(self, value: str, start: int, end: int) -> None:
        self.value = value
        self.start = start
        self.end = end

    def is_year(self) -> bool:
        """Whether it may be a year: four figures, from 1900 to 2100."""
        return len(self.value) == 4 and self.value.isdecimal() and int(self.value) in _YEARS


def figures_in(text: str, language: str, without: list[tuple[int, int]]) -> Iterator[Figure]:
    """The figures of a text in order, but for those inside the spans `without` (in order)."""
    forms = figures_of(language)
    text = _masked(text, [*without, *_fixed(text)])
    if any(sign in text for sign in forms["page_signs"]):
        pages = expression(forms["pages"]).finditer(text)
        text = _masked(text, [match.span() for match in pages])
    if "turned" in forms:
        turned = [match for match in _TURNED.finditer(text) if _is_turned(match[0])]
        for match in turned:
            scale, stop = _scale(text, match.end(), forms)
            yield Figure(_scaled(turned_round(match[0]), scale), match.start(), stop)
        text = _masked(text, [match.span() for match in turned])
    not_before = forms.get("not_before", "")
    for match in _NUMBER.finditer(text):
        start, end = match.span()
        if not_before and text[end : end + 1] == not_before:
            continue
        for value, first, last in _values(match[0], forms):
            scale, stop = 1, start + last
            if start + last == end:
                scale, stop = _scale(text, end, forms)
            yield Figure(_scaled(value, scale), start + first, stop)


def _masked(text: str, spans: list[tuple[int, int]]) -> str:
    """The text with other characters in place of some spans."""
    if not spans:
        return text
    letters = list(text)
    for start, end in spans:
        letters[start:end] = "\ufffc" * (end - start)
    return "".join(letters)


def _fixed(text: str) -> Iterator[tuple[int, int]]:
    """The spans of names with a figure that is none in other languages."""
    for name in habits()["fixed"]:
        at = text.find(name)
        while at >= 0:
            yield at, at + len(name)
            at = text.find(name, at + 1)


def _values(written: str, forms: dict[str, list[str]]) -> Iterator[tuple[str, int, int]]:
    """The numbers in a run of figures and marks, each with its span in it."""
    if written.isdecimal():
        yield written, 0, len(written)
        return
    value, first, last = "", 0, 0
    mark = ""
    for piece in re.finditer(r"[0-9]+|[^0-9]", written):
        if not piece[0].isdecimal():
            mark = piece[0]
            continue
        grouped = mark in _SPACES or mark in forms["thousands"]
        if not value:
            value, first = piece[0], piece.start()
        elif grouped and len(piece[0]) == 3 and len(value) <= 12 and "." not in value:
            if mark in _SPACES and len(value) > 3 and last - first == len(value):
                yield value, first, last  # `2025 100`: a year and a figure
                value, first = piece[0], piece.start()
            else:
                value += piece[0]
        elif mark in forms["decimal"] or mark == ".":
            value += f".{piece[0]}"
        else:
            yield value, first, last
            value, first = piece[0], piece.start()
        last = piece.end()
    yield value, first, last


def _is_turned(written: str) -> bool:
    """Whether groups of figures surely stand in reverse order: `000 17`, `500 2`."""
    groups = _GROUPS.split(written)
    return groups[0].startswith("0") or len(groups[-1]) < 3


def turned_round(written: str) -> str:
    """The figures of groups in reverse order: 17000 of `000 17`."""
    return "".join(reversed(_GROUPS.split(written))).lstrip("0")


def _scale(text: str, end: int, forms: dict[str, dict[str, int]]) -> tuple[int, int]:
    """What the words after a figure multiply it by, and where they end."""
    scales = forms["scales"]
    factor = 1
    if text[end : end + 1] and text[end] in forms.get("between", ""):
        after = _AFTER.match(text, end + 1)
        if after is not None and after["word"][:1] in scales:
            end += 1
    while True:
        after = _AFTER.match(text, end)
        if after is None:
            return factor, end
        word = after["word"].lower()
        found = scales.get(word)
        length = len(word)
        if found is None and "characters" in forms:
            length = next((n for n in (2, 1) if word[:n] in scales), 0)
            found = scales.get(word[:length]) if length else None
        if found is None:
            return factor, end
        factor *= found
        end = after.start("word") + length


def _scaled(value: str, scale: int) -> str:
    if scale == 1:
        return value.lstrip("0") or "0" if "." not in value else value
    whole, _, part = value.partition(".")
    digits = len(part)
    number = int(whole + part) * scale
    if number % 10**digits == 0:
        return str(number // 10**digits)
    return f"{number / 10**digits:g}"


def written_in(text: str) -> dict[str, int]:
    """How often each run of figures stands in a text, as written: `15`, `70/1`."""
    counts: dict[str, int] = {}
    for run in _RUN.findall(text):
        counts[run] = counts.get(run, 0) + 1
        if "/" in run:
            for part in run.split("/"):
                counts[part] = counts.get(part, 0) + 1
    return counts


@cache
def scales_in(text: str, language: str) -> frozenset[int]:
    """What words for thousands, millions … a text has, and the products of two that follow."""
    forms = figures_of(language)
    scales: dict[str, int] = forms["scales"]
    lower = text.lower()
    if "characters" in forms:
        return frozenset(scale for word, scale in scales.items() if word in lower)
    found: set[int] = set()
    before = 0
    for word in _WORD.findall(lower):
        scale = scales.get(word, 0)
        if scale:
            found.add(scale)
            found.add(scale * max(before, 1))
        before = scale
    return frozenset(found)


@cache
def words_in(text: str, language: str) -> frozenset[int]:
    """The numbers that words of a text may say: every reading, also of part of a number."""
    forms = figures_of(language)
    if "characters" in forms:
        return frozenset(_in_characters(text, forms))
    found: set[int] = set()
    run: list[int] = []
    last = 0
    joints = (*_JOINTS, *forms["joints"])
    lower = text.lower()
    for match in _WORD.finditer(lower):
        value = _value(match[0], language)
        if not value:
            continue
        if lower[last : match.start()] not in joints:
            run = []
        last = match.end()
        run = [*run[-_LONGEST_RUN + 1 :], value]
        for size in range(1, len(run) + 1):
            found.add(sum(run[-size:]))
        if len(run) > 1 and run[-1] > run[-2]:
            found.add(run[-1] * run[-2])  # quatre-vingt
        if len(run) > 2 and run[-2] > run[-3]:
            found.add(run[-2] * run[-3] + run[-1])
        if len(run) > 3 and run[-3] > run[-4]:
            found.add(run[-3] * run[-4] + run[-2] + run[-1])
    for roman in _ROMAN.findall(text):
        found.add(roman_value(roman.translate(_LATIN).lower()))
    return frozenset(found)


@cache
def _value(word: str, language: str) -> int:
    """The number that a word says, 0 for none."""
    forms = figures_of(language)
    words: dict[str, int] = forms["by_word"]
    if not forms.get("stems"):
        return words.get(word, 0)
    prefixes: str = forms.get("prefixes", "")
    while True:
        for length in range(len(word), 1, -1):
            value = words.get(word[:length])
            if value and len(word) - length <= 4:
                return value
        if word[:1] and word[0] in prefixes:
            word = word[1:]
        else:
            return 0


def _in_characters(text: str, forms: dict[str, Any]) -> Iterator[int]:
    multiples: dict[str, int] = forms["multiples"]
    value = {digit: number for number, digit in enumerate(forms["characters"])}
    value.update(dict.fromkeys(forms["pair"], 2))
    for match in expression(f"[{''.join((*value, *multiples))}]+").finditer(text):
        total, digit = 0, 0
        for character in match[0]:
            if character in multiples:
                total += max(digit, 1) * multiples[character]
                digit = 0
            else:
                if digit:
                    yield digit  # 一二: one or two
                digit = value[character]
        yield total + digit
