"""Inputs of a fuzzing run: each depends on the seed and its number alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random
from typing import NamedTuple

from benchmarks.shapes import HEADS, PIECES, WORDS
from reslint.settings.settings import Settings

HOSTILE = (
    *"\u0000\u0007\u001b\u0085\u00a0\u00ad\u0300\u034f\u061c\u115f\u17b5\u180e\u200b\u200c\u200d",
    *"\u200e\u200f\u2028\u2029\u202a\u202c\u202e\u2060\u2066\u2069\u3000\ufe0f\ufeff\uff21\ufffc",
    *"\ufffd\uffff\U000e0041\U0010ffff",
    *("\U0001f468\u200d\U0001f469", "\u0915\u094d\u0937", "\u1100\u1161\u11a8", "\u0627\u0654"),
    *("\u0130", "\u0131", "\u017f", "\u1e9e", "\ufb03", "\u2163", "\u00b2", "\u0661", "\uff11"),
)
BLOCKS = (
    "---\ntitle: a\n---\n",
    "---\n",
    "# Annex\n",
    "**I**\n",
    "> a\n> b\n",
    "| a | b |\n|---|---|\n| 1 | 2 |\n",
    "```\na\n```\n",
    "<!-- reslint-disable FORM001 -->\n",
    "<!-- reslint-disable -->\n",
    "<!-- reslint-enable -->\n",
    "<!-- a\n",
    "<div>\n",
    "[^1]: a\n",
    "<sup>1</sup> a\n",
    "\u00b9 a\n",
    "\f\n",
    "***\n",
    "\\\n",
    "&nbsp;\n",
    "{++a++}\n",
    "<del>1. a;</del>\n",
    "(a) a;\n(b) b;\n",
    "1. a;\n1. b;\n",
    "- a\n  - b\n",
    "    a\n",
)
_ENDS = (",", ",", ";", ";", ".", "", ":", "\u061b", "\uff0c", "\uff1b", "\u3002", "...", " ;")
_LABELS = ("", "", "", "(a) ", "(i) ", "- ", "# ", "> ", "[^1]: ", "* ", "I. ", "\u3220 ")
_BREAKS = ("\n\n", "\n\n", "\n\n", "\n", "\r\n\r\n", "\r", "\n \n")
_LETTERS = (*HOSTILE, *"aA1 .,;:*_[]()<>#|-'\"\n\n")
_PROFILES = ("standard", "strict", "strict", "mun")
_NAMES = ("draft.md", "draft.md", "draft.txt")
_SIZES = ((300, 0.6), (900, 0.95), (6000, 1.0))
"""Code points of an input, and the share of inputs that are no longer."""


class Input(NamedTuple):
    """A draft to lint: its text, the name of its file and the settings."""

    text: str
    name: str
    settings: Settings


class Inputs:
    """All inputs of a seed. `texts` are the drafts that are changed."""

    def __init__(self, seed: int, texts: Sequence[str]) -> None:
        self._seed = seed
        self._texts = texts

    def of(self, number: int) -> Input:
        """Return the input of a number."""
        random = Random(f"{self._seed} {number}")
        kind = random.random()
        if kind < 0.45 and self._texts:
            text = mutated(random, piece_of(random, random.choice(self._texts)))
        elif kind < 0.85:
            text = made_up(random)
        elif kind < 0.93:
            text = made_up(random) + "".join(random.choice(_LETTERS) for _ in range(120))
        else:
            text = mutated(random, made_up(random))
        return Input(text[: _size(random)], random.choice(_NAMES), _settings(random))


def made_up(random: Random) -> str:
    """Return a draft of pieces, in one language with a few words of others."""
    language = random.choice(list(HEADS))
    pieces = [*WORDS[language] * 3, *PIECES, *random.choice(list(WORDS.values()))]
    between = random.choice(_BREAKS)
    paragraphs = []
    for number in range(random.randint(0, 6)):
        if random.random() < 0.15:
            paragraphs.append(random.choice(BLOCKS))
            continue
        label = f"{number}. " if random.random() < 0.3 else random.choice(_LABELS)
        words = "".join(random.choice(pieces) for _ in range(random.randint(0, 14)))
        paragraphs.append(label + words + random.choice(_ENDS))
    head = HEADS[language] if random.random() < 0.85 else ""
    return head + between.join(paragraphs)


def piece_of(random: Random, text: str) -> str:
    """Return some consecutive paragraphs of a draft, mostly under its first ones."""
    paragraphs = text.split("\n\n")
    first = random.randrange(len(paragraphs))
    taken = paragraphs[first : first + random.randint(1, 8)]
    if random.random() < 0.8:
        taken = [*paragraphs[: min(first, random.randint(1, 3))], *taken]
    return "\n\n".join(taken)


def mutated(random: Random, text: str) -> str:
    """Return a draft with some places changed: cut, doubled, moved, pieces put in."""
    for _ in range(random.randint(1, 5)):
        first = random.randrange(len(text) + 1)
        last = min(first + random.choice((0, 1, 1, 2, 5, 40)), len(text))
        new = random.choice(
            (
                "",
                random.choice(PIECES),
                random.choice(PIECES) * random.randint(2, 8),
                random.choice(HOSTILE),
                random.choice(random.choice(list(WORDS.values()))),
                text[first:last] * 2,
                text[first:last].upper(),
                "\n\n",
                "\n",
                f"\n\n{random.choice(BLOCKS)}",
            )
        )
        text = text[:first] + new + text[last:]
    return text


def edits(random: Random, text: str, number: int) -> Iterator[str]:
    """Yield the text after each of some edits, as in an editor."""
    for _ in range(number):
        first = random.randrange(len(text) + 1)
        last = min(first + random.choice((0, 0, 1, 5)), len(text))
        text = text[:first] + random.choice(PIECES) + text[last:]
        yield text


def group(random: Random, text: str) -> list[str]:
    """Return hostile versions of a draft: in other languages, changed, doubled, empty."""
    versions = [text]
    for _ in range(random.randint(1, 4)):
        kind = random.random()
        if kind < 0.4:
            versions.append(made_up(random))
        elif kind < 0.7:
            old, new = random.choice(list(HEADS.values())), random.choice(list(HEADS.values()))
            versions.append(mutated(random, new + text.removeprefix(old)))
        else:
            versions.append(mutated(random, text))
    random.shuffle(versions)
    return versions


def _size(random: Random) -> int:
    drawn = random.random()
    return next(size for size, share in _SIZES if drawn <= share)


def _settings(random: Random) -> Settings:
    drawn = random.random()
    return Settings(
        profile=random.choice(_PROFILES),
        language=random.choice(list(HEADS)) if drawn < 0.1 else None,
        organ=random.choice(("GA", "SC", "ECOSOC", "HRC", "other")) if drawn > 0.9 else None,
        message_language=random.choice(("en", "en", "fr")),
    )
