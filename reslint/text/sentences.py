"""Sentences with values, and their translations: one stands for all that are made like it."""

from __future__ import annotations

import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from re import Pattern


_PLACE = re.compile(r"\\\{(\w+)\\\}")


class Sentences:
    """A table of sentences, each with its translation; values stand in braces in both.

    `endings` are ends that a value may have. `value` translates what stands in a value.
    """

    def __init__(
        self,
        table: dict[str, str],
        endings: dict[str, str],
        value: Callable[[str], str] | None = None,
    ) -> None:
        self._table = table
        self._endings = endings
        self._value = value
        self._compiled: list[tuple[Pattern[str], str]] = []

    def translated(self, sentence: str) -> str:
        """Return the translation of a sentence; the sentence itself if the table has none."""
        if not self._compiled:
            self._compiled.extend((_pattern(one), other) for one, other in self._table.items())
        for pattern, other in self._compiled:
            match = pattern.fullmatch(sentence)
            if match is not None:
                values = {name: self._of_value(one) for name, one in match.groupdict().items()}
                return other.format_map(values)
        return sentence if self._value is None else self._value(sentence)

    def _of_value(self, value: str) -> str:
        """Return a value; one that is itself a sentence, or ends with one, translated."""
        for ending, other in self._endings.items():
            match = re.search(_pattern(ending).pattern + r"\Z", value, re.DOTALL)
            if match is not None:
                return value[: match.start()] + other.format_map(match.groupdict())
        return self.translated(value)


def _pattern(text: str) -> Pattern[str]:
    """Return the expression of a text with values in braces."""
    return re.compile(_PLACE.sub(r"(?P<\1>.*?)", re.escape(text)), re.DOTALL)
