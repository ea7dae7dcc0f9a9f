"""Regular expressions that are compiled when they are first used.

`re` takes about 0.4 ms to compile an expression: for the hundred of reslint a third of a start, of
which a run uses less than half. So `expression` at the top of a module costs nothing until then.
"""

from __future__ import annotations

import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any


_made: dict[tuple[str, int], _Expression] = {}
_LETTERS = re.compile(r"(?<!\\)(?<!-i:)\[(?=[^]]*[A-Za-z])(?:\w(?:-\w)?)+\]", re.ASCII)
_ATTRIBUTES = (
    "findall",
    "finditer",
    "flags",
    "fullmatch",
    "groupindex",
    "groups",
    "match",
    "pattern",
    "search",
    "split",
    "sub",
    "subn",
)


class _Expression:
    """An expression that becomes an `re.Pattern` when the first attribute of one is asked for.

    The attributes are then its own, so that later uses cost no more than those of the pattern.
    """

    def __init__(self, text: str, flags: int) -> None:
        self._source = text, flags

    def __getattr__(self, name: str) -> Any:
        if name not in _ATTRIBUTES:
            raise AttributeError(name)
        text, flags = self._source
        if flags & re.IGNORECASE:
            text = _LETTERS.sub(_in_both_cases, text)
        compiled = re.compile(text, flags)
        for each in _ATTRIBUTES:
            setattr(self, each, getattr(compiled, each))
        return getattr(compiled, name)

    def __repr__(self) -> str:
        return f"expression{self._source!r}"


def _in_both_cases(match: re.Match[str]) -> str:
    """Write a set of ASCII letters with its capitals, case not ignored.

    For `re`, three rare characters are also `i`, `k` and `s` in another case. They make a set of
    ten letters take as long to compile as one of ten thousand.
    """
    return f"(?-i:{match[0].upper()[:-1]}{match[0].lower()[1:]})"


def expression(text: str, flags: int = 0) -> re.Pattern[str]:
    """Return an expression with the methods of `re.compile(text, flags)`.

    A wrong expression raises `re.error` when it is first used. The same text and flags give the
    same object.
    """
    key = text, int(flags)
    found = _made.get(key)
    if found is None:
        found = _made[key] = _Expression(*key)
    return found  # type: ignore[return-value]


def any_of(patterns: Iterable[str]) -> re.Pattern[str] | None:
    """Return one pattern for a list of patterns, capitals ignored; None for an empty list."""
    together = "|".join(f"(?:{pattern})" for pattern in patterns)
    return expression(together, re.IGNORECASE) if together else None
