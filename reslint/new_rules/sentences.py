"""Sentences for the example of a new rule: the author's, or those of the language's frame."""

from __future__ import annotations

from reslint.new_rules.kinds import Answers, NoRule
from reslint.rule_frames import sample
from reslint.vocabulary.language import Language
from reslint.vocabulary.loading import vocabulary

ORGAN = "GA"
"""The organ whose frame the examples have."""
_MARGIN = 8  # by which a paragraph is made too long: its label counts for nothing
_FIRST_WIDE = "\u2e80"  # from here on, scripts that part no words


def sentences(answers: Answers) -> tuple[str, str, str]:
    """A bad text, a good one (where there is a fix, only to begin with), and their part."""
    maker = Maker(answers.language)
    words, kind = answers.words, answers.kind
    preamble = maker.sample("preamble")
    if answers.bad:
        where = "preamble" if answers.bad.rstrip().endswith(maker.comma) else "operative"
        return answers.bad, maker.sample(where), where
    if kind == "consistency":
        lines = [maker.with_words(preamble, word) for word in words[:2]]
        return "\n\n".join(lines), "\n\n".join([lines[0], lines[0]]), "preamble"
    if kind == "capitalization":
        bad = maker.with_words(preamble, words[0].lower())
        return bad, maker.with_words(preamble, words[0]), "preamble"
    if kind == "required":
        operative = maker.sample("operative")
        return operative, maker.with_words(operative, words[0]), "operative"
    if kind == "sequence":
        operative = maker.sample("operative")
        both = maker.joined(answers.write, f"({words[0]})")
        bad, good = maker.with_words(operative, words[0]), maker.with_words(operative, both)
        return bad, good, "operative"
    if kind == "length":
        operative = maker.sample("operative")
        return maker.longer_than(operative, answers.most), operative, "operative"
    return maker.with_words(preamble, words[0]), preamble, "preamble"


class Maker:
    """Makes sentences of the frame's own in one language."""

    def __init__(self, code: str) -> None:
        try:
            self._language = Language(code, vocabulary(code))
        except LookupError:
            raise NoRule(f"there is no vocabulary of the language {code}") from None
        self._code = code
        self.comma = self._language.marks["comma"]
        self.by_character = self._language.phrases.by_character

    def sample(self, where: str) -> str:
        """A sentence of the frame. Raises FrameError."""
        return sample(self._code, ORGAN, where)

    def joined(self, first: str, second: str) -> str:
        """Two pieces of text with the space between them that the language has."""
        # Other scripts stand apart in a text that does not part its words.
        return f"{first}{'' if self.by_character and second[0] >= _FIRST_WIDE else ' '}{second}"

    def with_words(self, sentence: str, words: str) -> str:
        """The sentence with words at its end, before its closing mark."""
        return self.joined(sentence[:-1], words) + sentence[-1]

    def longer_than(self, sentence: str, limit: int) -> str:
        """The sentence with its own words said again until it is too long."""
        said = sentence[:-1].split("*")[-1].strip()
        text = sentence[:-1]
        while measure(text, self.by_character) <= limit + _MARGIN:
            text = self.joined(text, said)
        return text + sentence[-1]


def measure(text: str, by_character: bool) -> int:
    """The length of a text in words, or in characters where a language does not part its words."""
    return len(text) if by_character else len(text.split())
