"""Figures of a text in every language: as written, with thousands, millions …"""

from __future__ import annotations

import re
from functools import lru_cache

from reslint.concordance.languages.counterparts import figures_of, habits
from reslint.concordance.languages.number_words import words_in
from reslint.data.patterns import expression

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container, Iterator


_TURNED = expression(
    r"(?<![0-9/.,])(?:[0-9]{3}[ \u00a0\u202f\u2009])+[0-9]{1,3}(?![0-9]|[ \u00a0\u202f\u2009][0-9])"
)
_NUMBER = expression(r"[0-9]+(?:[.,٫٬，][0-9]+|[ \u00a0\u202f\u2009][0-9]{3}(?![0-9]))*")
_GROUPS = expression(r"[ \u00a0\u202f\u2009]")
_RUN = expression(r"[0-9]+(?:/[0-9]+)?")
_SPACES = " \u00a0\u202f\u2009"
_AFTER = expression(r"[ \u00a0\u202f\u200f\u200e]?(?P<word>[^\W\d_]+)")
_WORD = expression(r"[^\W\d_]+")
_DECIMAL_MARKS = (".", ",", "٫", "·")
_REMEMBERED = 4096  # paragraphs
_MOST_IN_WORDS = 3  # figures of a number in words without a word for thousands
_YEARS = range(1900, 2101)
_BETWEEN_YEARS = ("/", "-", "–", "—", "‑", "−")
_LONGEST_PERIOD = 10  # years of a period whose second year is written short


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
    before: Figure | None = None
    for match in _NUMBER.finditer(text):
        start, end = match.span()
        if not_before and text[end : end + 1] == not_before:
            continue
        for value, first, last in _values(match[0], forms):
            scale, stop = 1, start + last
            if start + last == end:
                scale, stop = _scale(text, end, forms)
            figure = Figure(_scaled(value, scale), start + first, stop)
            if before is not None and len(match[0]) == 2:
                _complete_year(figure, before, text)
            yield figure
            before = figure


def _complete_year(figure: Figure, before: Figure, text: str) -> None:
    """Give the second year of a period its century: `2026/27` is 2026 to 2027."""
    if text[before.end : figure.start] in _BETWEEN_YEARS and before.is_year():
        year = int(before.value)
        years = (int(figure.value) - year) % 100
        if 0 < years <= _LONGEST_PERIOD:
            figure.value = str(year + years)


def _masked(text: str, spans: list[tuple[int, int]]) -> str:
    """The text with other characters in place of some spans."""
    if not spans:
        return text
    letters = list(text)
    for start, end in spans:
        letters[start:end] = "\ufffc" * (end - start)
    return "".join(letters)


def _fixed(text: str) -> Iterator[tuple[int, int]]:
    """The spans of names with a figure that other languages write without one."""
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


@lru_cache(_REMEMBERED)
def scales_in(text: str, language: str) -> frozenset[int]:
    """What words for thousands, millions … a text has, and the products of two that follow."""
    forms = figures_of(language)
    scales: dict[str, int] = forms["scales"]
    lower = text.lower()
    if "characters" in forms:
        return frozenset(scale for word, scale in scales.items() if word in lower)
    prefixes: str = forms.get("prefixes", "")
    found: set[int] = set()
    before = 0
    for word in _WORD.findall(lower):
        scale = scales.get(word, 0)
        while not scale and word[:1] and word[0] in prefixes:
            word = word[1:]
            scale = scales.get(word, 0)
        if scale:
            found.add(scale)
            found.add(scale * max(before, 1))
        before = scale
    return frozenset(found)


def _says_multiple(text: str, written: Container[str], value: int, scale: int) -> bool:
    """Whether a text has the figure that a word for a scale makes a value of: 1.5 for 1,500,000."""
    times, rest = divmod(value, scale)
    if not times:
        return False
    if not rest:
        return str(times) in written
    part = f"{rest / scale:.6f}".rstrip("0")[2:]
    return any(f"{times}{mark}{part}" in text for mark in _DECIMAL_MARKS)


def says_figure(text: str, written: Container[str], key: str, language: str) -> bool:
    """Whether a text says a figure in words, or with a word for thousands, millions …

    `key` is the value of the figure, `written` the runs of figures in the text.
    """
    if not key.isdecimal():
        if "turned" in figures_of(language):
            return all(part in written for part in key.split("."))
        whole, _, part = key.partition(".")
        return any(f"{whole}{mark}{part}" in text for mark in _DECIMAL_MARKS)
    value = int(key)
    words = words_in(text, language)
    if value in words:
        return True
    scales = scales_in(text, language) if len(key) > _MOST_IN_WORDS else ()
    if not scales:
        return False
    if value in scales or any(_says_multiple(text, written, value, scale) for scale in scales):
        return True
    if any(value % scale == 0 and value // scale in words for scale in scales):
        return True
    halves = [scale // 2 * times for scale in scales for times in (1, 3)]
    return value in halves and any(word in text.lower() for word in figures_of(language)["half"])
