"""The first and the last word of a text: where a finding shows that something is missing there.

A script without spaces between words has none to show: its first or last two characters stand for
them, as most words of Chinese are two characters long.
"""

from __future__ import annotations

import re
from functools import cache

from reslint.data.patterns import expression
from reslint.text.folding import INVISIBLE

_IDEOGRAPHS = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_MOST_IDEOGRAPHS = 2


@cache
def _ideograph() -> re.Pattern[str]:
    # Compiled when a finding asks for it: a set so large takes milliseconds.
    return expression(f"[{_IDEOGRAPHS}]")


@cache
def _first() -> re.Pattern[str]:
    return expression(rf"[^\w\s]*[{_IDEOGRAPHS}]{{1,{_MOST_IDEOGRAPHS}}}|[^\s{_IDEOGRAPHS}]+")


def first_word(text: str, start: int = 0) -> tuple[int, int]:
    """The span of the first word from `start` on, with the marks that touch it.

    The span is empty if there is no word; white space and direction marks are set aside.
    """
    start += len(text) - start - len(text[start:].lstrip(INVISIBLE))
    match = _first().match(text, start)
    return match.span() if match else (start, start)


def last_word(text: str) -> tuple[int, int]:
    """The span of the last word, with the marks that touch it; empty if there is no word."""
    end = len(text.rstrip(INVISIBLE))
    start, ideographs, others = end, 0, False
    # From the end on, by hand: a search for the end would try every word of a long text.
    while start and not text[start - 1].isspace():
        if _ideograph().match(text, start - 1):
            if others or ideographs == _MOST_IDEOGRAPHS:
                break
            ideographs += 1
        elif ideographs:
            break
        else:
            others = others or text[start - 1].isalnum()
        start -= 1
    return start, end
