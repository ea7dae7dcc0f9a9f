"""Find labels that consist of a word and a number: `PP1.`, `OP 3 alt`, `Article 1`, `第一条`.

The words of all languages are in `rules/vocabulary/labels.yaml` and are read together: the label
of a paragraph is found before the language of the draft is known.
"""

from __future__ import annotations

import os
from functools import cache

from reslint.blocks.label import Label
from reslint.blocks.numerals import CHINESE_DIGITS, chinese_value, roman_value
from reslint.data import paths
from reslint.data.compiled import Group
from reslint.data.patterns import expression
from reslint.text.folding import DIRECTION_MARKS, SPACES

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator
    from typing import Any

    from reslint.blocks.label import LabelPart


_FILE = "labels.yaml"
_PART = "words"
_BEFORE = SPACES + DIRECTION_MARKS + "\t*_\\([（［"
_LONGEST_BEFORE = 8  # marks and brackets before the word
_LONGEST_FIRST = 16  # letters of a first word that a number may follow without a space
_LONGEST = 200  # characters in which the number and the suffix stand

_NUMBER = "#"  # where the number stands in a label
_PARTS: tuple[LabelPart, ...] = ("preambular", "operative", "", "")
_INITIAL = "i"  # ends the name of the group of a number after a single capital
_KEYS = ("preambular", "operative", "either")
_GROUP = "(?P<n_"  # begins the group of a number, up to the place of its part
_FIGURES = r"\d{1,3}"
_IN_WORDS = "<numbers>"  # in a pattern: the numbers in words, with a bar behind each
_GAP = rf"[\s{DIRECTION_MARKS}]*"
_FIRST_WORD = expression(r"[^\W\d_]*")
_BRACKETS = frozenset("([（［")
_FIRST_IDEOGRAPH = CHINESE_DIGITS[0]
# A set of all ideographs would take `re` 3 ms to compile: letters beyond alphabets are enough.
_IDEOGRAPHS = r"|(?![\0-\u07ff])\w"
_NO_IDEOGRAPH = r"(?<=[\0-\u07ff])"
# Each set with one of these takes 0.5 ms to compile: they are left out where a text has none.
_MARKS_OF_DIRECTION = frozenset(DIRECTION_MARKS)
_WIDE_MARKS = {ord(mark): None for mark in "（）［］．：、，"}
_FIRST_WIDE = "\u3000"


def _end_with(no_ideograph: str, or_ideographs: str) -> str:
    """Return the pattern of what stands behind the number of a label."""
    return (
        rf"(?!\w{no_ideograph})[)\]）］]?"
        rf"(?:\s?[.．:：、,，](?!\d)(?:\s?[-–—])?|\s?[-–—/_ـ](?=\s)"
        rf"|(?=[\s*]{or_ideographs}|\Z)){_GAP}"
    )


_END = _end_with("", "")
_END_BEFORE_IDEOGRAPHS = _end_with(_NO_IDEOGRAPH, _IDEOGRAPHS)


class LabelWords:
    """The words of labels, compiled, of which a text needs few.

    An expression is made only of the labels that begin with the first word of a text, and of the
    numbers, endings and suffixes that occur in it: one of all would take longer to compile than a
    short draft to check.

    `within_lines` are the words that stand before a number within a line where paragraphs were run
    together, `joining` those behind the mark of an item that another one follows, `articles` those
    before the name of an organ, `prepositions` those that open a leading phrase, `units` those of
    length, which may be raised to a power.
    """

    __slots__ = (
        "_behind",
        "_endings",
        "_first",
        "_in_words",
        "_labels",
        "_numbers",
        "_starts",
        "_suffixes",
        "articles",
        "joining",
        "prepositions",
        "units",
        "within_lines",
    )

    def __init__(self, compiled: dict[str, Any]) -> None:
        self.within_lines: tuple[str, ...] = compiled["within lines"]
        self.joining: tuple[str, ...] = compiled["joining"]
        self.articles: frozenset[str] = frozenset(compiled["articles"])
        self.prepositions: frozenset[str] = frozenset(compiled["prepositions"])
        self.units: frozenset[str] = frozenset(compiled["units"])
        self._labels: tuple[str, ...] = compiled["labels"]
        self._behind: tuple[str, ...] = compiled["behind"]
        self._first: dict[str, tuple[int, ...]] = compiled["first"]
        self._starts = frozenset(compiled["starts"])
        self._numbers: dict[str, int] = compiled["numbers"]
        self._in_words: dict[str, str] = compiled["in words"]
        self._endings: dict[str, str] = compiled["endings"]
        self._suffixes: dict[str, str] = compiled["suffixes"]

    def may_open(self, text: str) -> bool:
        """Tell quickly whether a text may open with the word of a label."""
        head = text[:3]
        if not head.isalpha():
            head = text[: _LONGEST_BEFORE + 3].lstrip(_BEFORE)[:3]
        head = head.lower()
        starts = self._starts
        return head in starts or head[:2] in starts or head[:1] in starts

    def suffixes_in(self, text: str) -> str:
        """Return a pattern of the suffixes (bis, бис, ter) that may be in a text, or ""."""
        return "|".join(_occurring(self._suffixes, text))

    def find(self, text: str) -> Label | None:
        """Return the label of word and number at the start of a plain text, or None.

        `part` of the label is "" if the word does not tell the part of the paragraph.
        """
        if not self.may_open(text):
            return None
        head = text[:_LONGEST].replace("İ", "i").lower()
        labels = self._labels_of(head)
        if not labels:
            return None
        small = text.replace("İ", "i").lower()  # as long as the text
        match = self._expression(labels, head).match(small)
        if match is None:
            return None
        groups = match.groupdict()
        group = next(name for name, written in groups.items() if written and name[0] == "n")
        initial = group.endswith(_INITIAL)
        if initial and not text[match.start(group) - 1].isupper():
            return None
        value = self._value(match[group])
        if not value:
            return None
        part = _PARTS[int(group.partition("_")[2][0])]
        suffix = slice(*match.span("suffix")) if groups.get("suffix") else None
        return Label(
            "number",
            text[: match.end()].strip(),
            value,
            "word N",
            body=match.end(),
            value_span=match.span(group),
            suffix=text[suffix] if suffix else "",
            number_end=suffix.stop if suffix else match.end(group),
            part=part,
            certain=bool(part) and not initial,
        )

    def _labels_of(self, small: str) -> list[int]:
        """Return the places of the labels with whose words a text in small letters may begin."""
        word, first = _first_word(small), self._first
        found = {*first.get(word, ())}
        # The number may follow without a space, but not in figures: `opii`, `第一段`.
        for length in range(1, min(len(word), _LONGEST_FIRST)):
            if word[:length] in first:
                found.update(place for place in first[word[:length]] if not self._is_initial(place))
        # `第七十四届会议`: most texts that begin with 第 have no word of a label behind the number.
        return sorted(place for place in found if self._behind[place] in small)

    def _is_initial(self, place: int) -> bool:
        """Tell whether a label is a capital before figures."""
        return f"{_INITIAL}>" in self._labels[place]

    def _expression(self, labels: list[int], head: str) -> re.Pattern[str]:
        """Return an expression of these labels and of what occurs after them in a text."""
        patterns = "|".join(self._labels[place] for place in labels)
        numbers = "".join(f"{word}|" for word in _occurring(self._in_words, head))
        patterns = patterns.replace(_IN_WORDS, numbers)
        ending = "|".join(_occurring(self._endings, head))
        if ending:
            ending = rf"(?:\.?(?:{ending})(?!\w))?"
        suffix = self.suffixes_in(head)
        if suffix:
            suffix = rf"(?:[\s.-]{{0,2}}[(（]?(?P<suffix>{suffix})(?![a-zа-я])[)）]?)?"
        # Nothing behind the head belongs to a label.
        end = _END if max(head) < _FIRST_IDEOGRAPH else _END_BEFORE_IDEOGRAPHS
        written = rf"{_GAP}[(\[（［]?(?:{patterns}){ending}{suffix}{end}"
        if _MARKS_OF_DIRECTION.isdisjoint(head):
            written = written.replace(DIRECTION_MARKS, "")
        if max(head) < _FIRST_WIDE:
            written = written.translate(_WIDE_MARKS)
        return expression(written)

    def _value(self, written: str) -> int:
        """Return the value of a number in figures, Chinese or Roman numerals, or words."""
        if written.isdecimal():
            return int(written)
        if written == "l":
            return 1  # as character recognition reads the figure
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
        sorted(
            {frame.lower() for words in written[key].values() for frame in words},
            key=len,
            reverse=True,
        )
        for key in _KEYS
    ]
    alone = {word for words in written["alone"].values() for word in words}
    numbers = {
        word.lower(): value
        for words in (*written["numbers"].values(), *written["alone"].values())
        for word, value in words.items()
    }
    starts = {frame.partition(_NUMBER)[0][:3].casefold() for group in frames for frame in group}
    starts |= {word[:3].casefold() for word in alone}
    for capitals in written["initials"].values():
        starts |= {capital.casefold() + digit for capital in capitals for digit in "123456789"}
    labels: list[str] = []
    behind: list[str] = []
    first: dict[str, list[int]] = {}
    for words, after, pattern in _labels_in(frames, written):
        first_word = _first_word(words)
        for word in {first_word, "".join(map(_plain, first_word))}:
            first.setdefault(word, []).append(len(labels))
        # Each group needs a name of its own.
        labels.append(pattern.replace(_GROUP, f"{_GROUP[:-1]}{len(labels)}_"))
        behind.append(_needle(after))
    return {
        _PART: {
            "labels": tuple(labels),
            "behind": tuple(behind),
            "first": {word: tuple(places) for word, places in first.items()},
            "starts": tuple(sorted(starts)),
            "numbers": numbers,
            "in words": _with_needles(sorted(numbers, key=len, reverse=True)),
            "endings": _with_needles(written["ordinal_endings"]),
            "suffixes": _with_needles(_suffixes_of(written)),
            "within lines": tuple(written["within_lines"]),
            "joining": tuple({word for words in written["joining"].values() for word in words}),
            "prepositions": tuple(
                word for words in written["prepositions"].values() for word in words
            ),
            "articles": tuple(word for words in written["articles"].values() for word in words),
            "units": tuple(word for words in written["units"].values() for word in words),
        }
    }


def _first_word(text: str) -> str:
    """Return the letters at the start of a text, behind spaces and a bracket; "" for none."""
    text = text.lstrip().lstrip(DIRECTION_MARKS).lstrip()
    if text[:1] in _BRACKETS:
        text = text[1:]
    found = _FIRST_WORD.match(text)
    return found[0] if found is not None else ""


def _labels_in(frames: list[list[str]], written: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Yield the words before and behind the number of each label and its pattern.

    They come in the order in which they are tried.
    """
    for index, group in enumerate(frames):
        number = rf"{_GROUP}{index}>{_FIGURES}|(?:{_IN_WORDS}[ivx]{{1,6}}|l)(?!\w))"
        for frame in group:
            if _NUMBER not in frame:
                separator = rf"[)）]?[.\s\-#{DIRECTION_MARKS}]{{0,3}}[(（]?"
                yield frame, "", rf"{_letters(frame)}{separator}{number}[)）]?"
        number = rf"{_GROUP}{index}>{_FIGURES}|[{CHINESE_DIGITS}]{{1,3}})"
        for frame in group:
            if _NUMBER in frame:
                before, _, after = frame.partition(_NUMBER)
                yield before, after, rf"{_letters(before)}\s?{number}\s?{_letters(after)}"
    for index, key in enumerate(_KEYS[:2]):
        for capital in written["initials"][key]:
            number = rf"{_GROUP}{index}{_INITIAL}>{_FIGURES})(?!\d)"
            yield capital.lower(), "", capital.lower() + number
    for words in written["alone"].values():
        for word in words:
            yield word, "", rf"{_GROUP}3>{_letters(word)})(?=\s?[.:：、،–/_ـ-])"


def _with_needles(words: Iterable[str]) -> dict[str, str]:
    """Return the pattern of each word, with letters of it that stand in every spelling."""
    return {_letters(word): _needle(word) for word in words}


def _needle(word: str) -> str:
    """Return letters of a word that stand in every spelling of it, "" for none."""
    pieces = "".join(letter if _plain(letter) == letter else " " for letter in word).split()
    return max(pieces, key=len, default="")


def _occurring(words: dict[str, str], text: str) -> Iterator[str]:
    """Yield the patterns of words whose letters stand in a text."""
    return (pattern for pattern, needle in words.items() if needle in text)


def _suffixes_of(written: dict[str, Any]) -> list[str]:
    """Return the suffixes of all languages, as written in the YAML."""
    return [suffix for group in written["suffixes"].values() for suffix in group]


def _plain(letter: str) -> str:
    """Return a letter without its accents."""
    import unicodedata

    return unicodedata.normalize("NFD", letter)[0]


def _letters(word: str) -> str:
    """Return a pattern for a word, with any space, its accents composed, decomposed or missing."""
    import re

    pattern = ""
    for letter in word:
        plain = _plain(letter)
        if letter == " ":
            pattern += r"\s"
        elif plain == letter:
            pattern += re.escape(letter)
        else:
            pattern += rf"(?:{letter}|{plain}[\u0300-\u036f\u0653-\u0655]?)"
    return pattern
