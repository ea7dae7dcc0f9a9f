"""The patterns of one language, made from `citations` of its forms. Compiled once a process."""

from __future__ import annotations

import re

from reslint.citations.numbers import Script, number_pattern
from reslint.data.patterns import expression

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from reslint.language.language import Language


_NOTHING = r"(?!)"


class Grammar:
    """The patterns by which citations and dates of a language are found."""

    __slots__ = (
        "_patterns",
        "_vocabulary",
        "dates",
        "forms",
        "joint",
        "late_dates",
        "month_before",
        "months",
        "names",
        "number",
        "plain_number",
        "right_month",
        "right_names",
        "script",
        "words",
    )

    def __init__(self, vocabulary: Language) -> None:
        forms: dict[str, Any] = vocabulary.forms.get("citations", {})
        self.forms = forms
        self._vocabulary = vocabulary
        self._patterns: dict[str, re.Pattern[str]] = {}
        # The literal that a word's pattern starts with is the gate of the search for it.
        self.words = [
            (kind, _literal(pattern), expression(rf"{pattern}"))
            for kind, pattern in forms.get("words", {}).items()
        ]
        self.script = Script(forms)
        letters = forms.get("letters", _NOTHING), forms.get("letter_joint", _NOTHING), self.script
        self.number = number_pattern(*letters)
        # That of texts without parentheses takes a third of the time to compile.
        self.plain_number = number_pattern(*letters, parentheses=False)
        self.joint = self.pattern("joint")
        dates: dict[str, Any] = forms.get("dates", {})
        # Apart and starting with a digit each, so that the search leaps from digit to digit.
        self.dates = expression(dates.get("pattern", _NOTHING))
        self.late_dates = expression(dates.get("other", _NOTHING))
        self.month_before = expression(dates.get("month_before", _NOTHING))
        # Where a month has more than one name at once: the forms that are right.
        right_month = dates.get("right_month")
        self.right_month = expression(right_month) if right_month else None
        self.months: dict[str, int] = dict(dates.get("short", {}))
        self.right_names: list[str] = []
        for place, name in enumerate(vocabulary.forms.get("months", ())):
            self.months[name.casefold()] = place % 12 + 1
            if place < 12:
                self.right_names.append(name)
        self.right_names = list(dates.get("names", self.right_names))
        self.names: dict[str, str] = forms.get("names", {})

    def month(self, name: str) -> int:
        """The month of this name (or of the first of several names), 0 for none."""
        if name.isdecimal():
            return int(name)
        found = self.months.get(name.casefold())
        if found is None:
            first = " ".join(name.partition("/")[0].split())
            found = self.months.get(first.casefold(), 0) if first != name else 0
        return found

    def joined(self, character: str) -> bool:
        """Whether a character right before a number or name makes it a part of something else."""
        return self.script.joined(character)

    def may_name_body(self, text: str) -> bool:
        """Tell quickly whether a text may name a body."""
        return self._vocabulary.may_match("bodies", text)

    def pattern(self, name: str) -> re.Pattern[str]:
        """The pattern of this name; one that never matches where the language has none."""
        found = self._patterns.get(name)
        if found is None:
            written: str = self.forms.get(name) or self.settings.get(name) or _NOTHING
            written = written.replace("{bodies}", f"(?:{self.forms.get('bodies', _NOTHING)})")
            found = self._patterns[name] = expression(written)
        return found

    @property
    def settings(self) -> dict[str, Any]:
        """What the language says of the form of dates."""
        found: dict[str, Any] = self.forms.get("dates", {})
        return found


_grammars: dict[str, Grammar] = {}


def grammar(vocabulary: Language) -> Grammar | None:
    """The grammar of a language, None if its forms do not describe citations."""
    if "citations" not in vocabulary.forms:
        return None
    found = _grammars.get(vocabulary.code)
    if found is None:
        found = _grammars[vocabulary.code] = Grammar(vocabulary)
    return found


def _literal(pattern: str) -> str:
    """The letters a pattern starts with, the last left out if it may be missing."""
    match = re.match(r"[^\W\d_]+", pattern)
    if match is None:
        return ""
    word = match[0]
    return word[:-1] if pattern[match.end() : match.end() + 1] in ("?", "*", "{") else word
