"""Count the words of a text and tell capitals: what a heading shows without mark-up."""

from __future__ import annotations

import re

_FIRST_IDEOGRAPH = "\u4e00"
_IDEOGRAPH = r"[\u4e00-\u9fff]"  # compiled only when needed: such a set takes milliseconds
_LEAST_CAPITALS = 8  # characters of one


def word_count(text: str) -> int:
    """Return the number of words of a text; two Chinese characters count as one word."""
    ideographs = len(re.findall(_IDEOGRAPH, text)) if text and max(text) >= _FIRST_IDEOGRAPH else 0
    return len(text.split()) + ideographs // 2


def is_in_capitals(text: str) -> bool:
    """Tell whether a text of some length is in capitals, not only a name in it."""
    return (
        len(text) >= _LEAST_CAPITALS
        and text.isupper()
        and sum(map(str.isupper, text)) * 2 > len(text)
    )
