"""Put an example into its frame: a fragment is read right only within a whole draft.

The sentences of a frame are in `rules/vocabulary/<language>/forms.yaml` under `frame`, by organ.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from reslint.data.patterns import expression
from reslint.language.loading import UnknownLanguageError, VocabularyError, vocabulary

_DEFINITION = expression(
    r"^(?:\[\^(?P<caret>[^\]\s]+)\]:|<sup>(?P<tag>[0-9]+)</sup>|(?P<raised>[⁰¹²³⁴-⁹]+))",
    re.MULTILINE,
)
_NO_BREAK_SPACE = "\u00a0"


class FrameError(ValueError):
    """Raised for an example without a frame; the message says what is missing."""


class Framed(NamedTuple):
    """An example's text with the frame before and after it."""

    before: str
    fragment: str
    after: str

    @property
    def text(self) -> str:
        return self.before + self.fragment + self.after

    def spans(self, words: list[str]) -> list[tuple[int, int]]:
        """Return the spans of words in the whole text, each searched after the one before it.

        Raises FrameError for words that the fragment does not contain in this order.
        """
        found = []
        position = 0
        for word in words:
            start = self.fragment.find(word, position)
            if start < 0:
                raise FrameError(f'"{word}" does not stand in the bad text (in this order)')
            position = start + len(word)
            found.append((len(self.before) + start, len(self.before) + position))
        return found

    def line_of(self, offset: int) -> int:
        """Return the line of the fragment (from 1) with an offset of the whole text."""
        return self.text.count("\n", len(self.before), offset) + 1


def framed(example: dict[str, Any], key: str) -> Framed:
    """Return the text under `key` (`bad` or `good`) of an example, in the frame that `in` names.

    Raises FrameError if the vocabulary has no frame for the language and organ.
    """
    fragment = example[key].strip("\r\n")
    where = example.get("in", "whole")
    if where == "whole":
        return Framed("", fragment, "\n")
    sentences = _Sentences(example["language"], example.get("organ", "GA"))
    opening = f"{sentences.organ_line}\n\n"
    if where == "preamble":
        return Framed(opening, fragment, f"\n\n{sentences.operative(['', ''])}\n")
    opening += f"{sentences.preamble}\n\n"
    if where == "operative":
        return Framed(opening, fragment, "\n")
    return Framed(opening + sentences.operative(_markers(fragment)) + "\n\n", fragment, "\n")


def sample(language: str, organ: str, where: str) -> str:
    """Return a sentence of the frame for `where`: `preamble` or `operative`.

    An operative paragraph has its number. Raises FrameError if the vocabulary has no frame.
    """
    sentences = _Sentences(language, organ)
    return sentences.preamble if where == "preamble" else sentences.operative([""])


class _Sentences:
    """The sentences of one organ in one language."""

    def __init__(self, language: str, organ: str) -> None:
        try:
            forms = vocabulary(language)["forms"]
        except (UnknownLanguageError, VocabularyError) as error:
            raise FrameError(f"there is no vocabulary for {language}: {error}") from None
        frames = forms.get("frame", {})
        if organ not in frames:
            raise FrameError(f"there is no frame for {organ} in {language}; use in: whole")
        self._frame = frames[organ]
        marks = forms.get("marks", {})
        spaced = forms.get("spaced_marks", "")
        self._semicolon = _mark(marks.get("semicolon", ";"), spaced)
        self._stop = _mark(marks.get("stop", "."), spaced)
        self._marker_first = forms.get("notes", {}).get("side", "after") == "before"

    @property
    def organ_line(self) -> str:
        return self._sentence("organ_line")

    @property
    def preamble(self) -> str:
        return self._sentence("preamble")

    def operative(self, markers: list[str]) -> str:
        """Return numbered paragraphs, one for each marker (or ""), the last with a stop."""
        paragraphs = []
        sentence = self._sentence("operative")
        for number, marker in enumerate(markers, 1):
            mark = self._stop if number == len(markers) else self._semicolon
            ending = marker + mark if self._marker_first else mark + marker
            paragraphs.append(f"{number}. {sentence}{ending}")
        return "\n\n".join(paragraphs)

    def _sentence(self, key: str) -> str:
        if key not in self._frame:
            raise FrameError(f'the frame of the vocabulary lacks "{key}"')
        sentence: str = self._frame[key]
        return sentence


def _mark(mark: str, spaced: str) -> str:
    return _NO_BREAK_SPACE + mark if mark in spaced else mark


def _markers(fragment: str) -> list[str]:
    """Return a marker for each note that the fragment defines, in order of their numbers."""
    found = {}
    for match in _DEFINITION.finditer(fragment):
        text = match[0].removesuffix(":")
        number = match["caret"] or match["tag"] or match["raised"]
        key = (0, int(number), "") if number.isdecimal() else (1, 0, number)
        if match["raised"]:
            key = (0, int("".join(str("⁰¹²³⁴⁵⁶⁷⁸⁹".index(one)) for one in number)), "")
        found[key] = text
    return [found[key] for key in sorted(found)] or [""]
