"""Find labels that consist of a word and a number: `PP1.`, `OP 3 alt`, `Article 1`, `第一条`.

The words of all languages are in `rules/vocabulary/labels.yaml` and are read together: the label
of a paragraph is found before the language of the draft is known.
"""

from __future__ import annotations

import os
import re
from functools import cache

from reslint.blocks.label import Label
from reslint.blocks.numerals import CHINESE_DIGITS, DIGITS, chinese_value, roman_value
from reslint.data import paths
from reslint.data.compiled import Group
from reslint.data.patterns import expression
from reslint.text.folding import DIRECTION_MARKS, SPACES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from reslint.blocks.label import LabelPart


_FILE = "labels.yaml"
_PART = "words"
_BEFORE = SPACES + DIRECTION_MARKS + "\t*_\\([（［"
_LONGEST_BEFORE = 8  # marks and brackets before the word

_NUMBER = "#"  # where the number stands in a label
_PARTS: tuple[LabelPart, ...] = ("preambular", "operative", "", "")
_INITIAL = "i"  # ends the name of the group of a number after a single capital
_KEYS = ("preambular", "operative", "either")


class LabelWords:
    """The words of labels, compiled: a pattern, the parts of the words, the numbers in words."""

    __slots__ = ("_numbers", "_pattern", "_starts", "suffixes")

    def __init__(self, compiled: dict[str, Any]) -> None:
        self._pattern: str = compiled["pattern"]
        self._starts = frozenset(compiled["starts"])
        self._numbers: dict[str, int] = compiled["numbers"]
        self.suffixes: str = compiled["suffixes"]
        """A pattern for what follows a number or letter: bis, бис, ter …"""

    def may_open(self, text: str) -> bool:
        """Tell quickly whether a text may open with the word of a label."""
        head = text[:3]
        if not head.isalpha():
            head = text[: _LONGEST_BEFORE + 3].lstrip(_BEFORE)[:3]
        head = head.lower()
        starts = self._starts
        return head in starts or head[:2] in starts or head[:1] in starts

    def find(self, text: str) -> Label | None:
        """Return the label of word and number at the start of a plain text, or None.

        `part` of the label is "" if the word does not tell the part of the paragraph.
        """
        if not self.may_open(text):
            return None
        match = expression(self._pattern, re.IGNORECASE | re.VERBOSE).match(text)
        if match is None:
            return None
        group = next(
            name for name, written in match.groupdict().items() if written and name[0] == "n"
        )
        initial = group.endswith(_INITIAL)
        value = self._value(match[group])
        if not value:
            return None
        part = _PARTS[int(group[1])]
        suffix = match["suffix"] or ""
        return Label(
            "number",
            match[0].strip(),
            value,
            "word N",
            body=match.end(),
            value_span=match.span(group),
            suffix=suffix,
            number_end=match.end("suffix") if suffix else match.end(group),
            part=part,
            certain=bool(part) and not initial,
        )

    def _value(self, written: str) -> int:
        """Return the value of a number in figures, Chinese or Roman numerals, or words."""
        if written.isdecimal():
            return int(written)
        if written[0] in CHINESE_DIGITS:
            return chinese_value(written)
        return self._numbers.get(written.casefold(), 0) or roman_value(written.casefold())


@cache
def label_words() -> LabelWords:
    """Return the words of labels; they are read once in a process."""
    folder = paths.rules_folder()
    source = os.path.join(folder, "vocabulary", _FILE)
    group = Group("labels", (source,), lambda: compile_label_words(folder), standard=True)
    return LabelWords(group.part(_PART))


def compile_label_words(folder: str) -> dict[str, Any]:
    """Compile the words of labels in a rules folder. Raises YamlFileError for a broken file."""
    from reslint.data.yaml_reader import read_strictly

    written: Any = read_strictly(os.path.join(folder, "vocabulary", _FILE)).value
    frames = [
        sorted({frame for words in written[key].values() for frame in words}, key=len, reverse=True)
        for key in _KEYS
    ]
    alone = {word for words in written["alone"].values() for word in words}
    numbers = {
        word.casefold(): value
        for words in (*written["numbers"].values(), *written["alone"].values())
        for word, value in words.items()
    }
    starts = {frame.partition(_NUMBER)[0][:3].casefold() for group in frames for frame in group}
    starts |= {word[:3].casefold() for word in alone}
    for capitals in written["initials"].values():
        starts |= {capital.casefold() + digit for capital in capitals for digit in "123456789"}
    return {
        _PART: {
            "pattern": _pattern_of(frames, list(numbers), written),
            "starts": tuple(sorted(starts)),
            "numbers": numbers,
            "suffixes": "|".join(map(_letters, _suffixes_of(written))),
        }
    }


def _pattern_of(frames: list[list[str]], numbers: list[str], written: dict[str, Any]) -> str:
    """Return the pattern of all labels; the group `n0`, `n1` or `n2` is the number."""
    gap = rf"[\s{DIRECTION_MARKS}]*"
    in_words = "|".join(_letters(word) for word in sorted(numbers, key=len, reverse=True))
    endings = "|".join(_letters(ending) for ending in written["ordinal_endings"])
    alone = "|".join(_letters(word) for words in written["alone"].values() for word in words)
    suffixes = "|".join(map(_letters, _suffixes_of(written)))
    figures = rf"[{DIGITS}]{{1,3}}"
    labels = []
    for index, group in enumerate(frames):
        number = rf"(?P<n{index}>{figures}|(?:{in_words}|[ivx]{{1,6}})(?!\w))"
        words = "|".join(_letters(frame) for frame in group if _NUMBER not in frame)
        labels.append(rf"(?:{words})[)）]?[.\s\-\#{DIRECTION_MARKS}]{{0,3}}[(（]?{number}[)）]?")
        around = [frame.split(_NUMBER) for frame in group if _NUMBER in frame]
        for place, (before, after) in enumerate(around):
            number = rf"(?P<n{index}{place}>{figures}|[{CHINESE_DIGITS}]{{1,3}})"
            labels.append(rf"{_letters(before)}\s?{number}\s?{_letters(after)}")
    for index, key in enumerate(_KEYS[:2]):
        capitals = "".join(written["initials"][key])
        labels.append(rf"(?-i:[{capitals}])(?P<n{index}{_INITIAL}>{figures})(?![{DIGITS}])")
    labels.append(rf"(?P<n3>{alone})(?=\s?[.:：、،–-])")
    return rf"""{gap}[(\[（［]?(?:{"|".join(labels)})(?:\.?(?:{endings})(?!\w))?
        (?:[\s.-]{{0,2}}[(（]?(?P<suffix>{suffixes})(?![a-zа-я])[)）]?)?
        (?!\w(?<![{CHINESE_DIGITS[0]}-\u9fff]))[)\]）］]?
        (?:\s?[.．:：、,，](?![{DIGITS}])(?:\s?[-–—])?|\s?[-–—/](?=\s)|(?=[\s*]|[\u4e00-\u9fff]|\Z)){gap}"""


def _suffixes_of(written: dict[str, Any]) -> list[str]:
    """Return the suffixes of all languages, as written in the YAML."""
    return [suffix for group in written["suffixes"].values() for suffix in group]


def _letters(word: str) -> str:
    """Return a pattern for a word, with any space, its accents composed, decomposed or missing."""
    import unicodedata

    pattern = ""
    for letter in word:
        plain = unicodedata.normalize("NFD", letter)[0]
        if letter == " ":
            pattern += r"\s"
        elif plain == letter:
            pattern += re.escape(letter)
        else:
            pattern += rf"(?:{letter}|{plain}[\u0300-\u036f\u0653-\u0655]?)"
    return pattern
