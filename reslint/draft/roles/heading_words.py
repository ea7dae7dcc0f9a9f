"""Count the words of a text and tell capitals: what a heading shows without mark-up."""

from __future__ import annotations

import re

from reslint.text.beyond_ascii import beyond_ascii

_FIRST_IDEOGRAPH = "\u4e00"
# U+4E00 to U+9FFF in UTF-8: a set of bytes compiles in no time, one of characters takes 2 ms.
_IDEOGRAPH = rb"\xe4[\xb8-\xbf]|[\xe5-\xe9]"
_LEAST_CAPITALS = 8  # characters of one


def word_count(text: str) -> int:
    """Return the number of words of a text; two Chinese characters count as one word."""
    ideographs = 0
    if max(beyond_ascii(text), default="") >= _FIRST_IDEOGRAPH:
        ideographs = len(re.findall(_IDEOGRAPH, text.encode("utf-8", "surrogatepass")))
    return len(text.split()) + ideographs // 2


def is_in_capitals(text: str) -> bool:
    """Tell whether a text of some length is in capitals, not only a name in it."""
    return (
        len(text) >= _LEAST_CAPITALS
        and text.isupper()
        and sum(map(str.isupper, text)) * 2 > len(text)
    )
