"""Measure what a keystroke costs the incremental linter, in processor time.

    python benchmarks/keystrokes.py [--sizes KB …] [--keys N] [FILE …]

*Typing* is a sentence with a citation, a date, a name, a reference and quotation marks, typed
letter by letter in the middle of paragraphs, or, in a FILE, words of that text. *Random places* are
letters and marks inserted or deleted anywhere. Each line gives milliseconds: median, 95th and 99th
percentile, maximum; then the 95th percentile in starts of `python -c pass`, which a slower machine
leaves alone. Processor time, since other programs count little then.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import time
from random import Random
from typing import TYPE_CHECKING

if __package__ in (None, ""):
    sys.path[0] = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))

from benchmarks.speed_texts import draft_of
from reslint.linting.incremental import IncrementalLinter
from reslint.server.text_document import edited
from reslint.text.source import Source, decode

if TYPE_CHECKING:
    from collections.abc import Iterator

SENTENCE = (
    ", and the librarians’ friends of the valley (see resolution 70/1 of 25 September 2015), who "
    "carry 12 books uphill; they also read aloud, “in winter”, as decided in paragraph 3 above, to "
    "General Assembly members"
)
_LETTERS = "abcdefghij ,;"
_PLACES = 4  # at which a sentence is typed
_MARKS = (0.5, 0.95, 0.99)
_STARTS = 10  # of python
_WARMING = 20  # edits that are not counted

Edit = tuple[int, int, str]


def typing(text: str, keys: int, chance: Random, sentence: str) -> Iterator[Edit]:
    """Yield the edits that type a sentence, between two words, at some places."""
    sentence = sentence[: keys // _PLACES]
    for _ in range(_PLACES):
        at = chance.randrange(len(text) // 4, 3 * len(text) // 4)
        while not (text[at] == " " and text[at - 1].isalpha() and text[at + 1].isalpha()):
            at += 1
        text = text[:at] + sentence + text[at:]
        for letter in sentence:
            yield at, at, letter
            at += 1


def anywhere(length: int, keys: int, chance: Random) -> Iterator[Edit]:
    """Yield insertions and deletions of one character at random places."""
    for _ in range(keys):
        at = chance.randrange(length - 1)
        if chance.random() < 0.3:
            yield at, at + 1, ""
        else:
            yield at, at, chance.choice(_LETTERS)


def times(linter: IncrementalLinter, source: Source, edits: Iterator[Edit]) -> list[float]:
    """Return the seconds of computing that each edit takes, from the edit to its findings."""
    taken = []
    for start, end, new in edits:
        began = time.process_time()
        source = edited(source, start, end, new)
        linter.lint(source)
        taken.append(time.process_time() - began)
    return taken


def python_start() -> float:
    """Return the seconds of computing that `python -c pass` takes."""
    found = []
    for _ in range(_STARTS):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, "-c", "pass"], check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        found.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return sorted(found)[_STARTS // 2]


def row(name: str, taken: list[float], start: float) -> str:
    """Write a row of the table."""
    ordered = sorted(taken)
    values = [ordered[int((len(ordered) - 1) * mark)] * 1000 for mark in _MARKS]
    values.append(ordered[-1] * 1000)
    ratio = values[1] / 1000 / start
    return f"{name:32}" + "".join(f"{value:9.1f}" for value in values) + f"{ratio:9.2f}"


def measured(name: str, text: str, keys: int, sentence: str, start: float) -> Iterator[str]:
    """Measure both kinds of edits on a text."""
    chance = Random(80118)
    for kind, edits in (
        ("typing", typing(text, keys, chance, sentence)),
        ("random places", anywhere(len(text), keys, chance)),
    ):
        source = Source(text, "draft.md")
        linter = IncrementalLinter()
        linter.lint(source)
        warming = ((0, 0, " ") for _ in range(_WARMING))
        times(linter, source, warming)
        linter.lint(source)
        yield row(f"{name}: {kind}", times(linter, source, edits), start)


def main(arguments: list[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("files", nargs="*", metavar="FILE")
    parser.add_argument("--sizes", type=int, nargs="*", default=[80, 500], metavar="KB")
    parser.add_argument("--keys", type=int, default=800, help="edits of each kind")
    given = parser.parse_args(arguments)
    start = python_start()
    print(f"python -c pass takes {start * 1000:.0f} ms of computing")
    print(f"{'milliseconds':32}{'median':>9}{'95 %':>9}{'99 %':>9}{'max':>9}{'95 % / start':>13}")
    for size in given.sizes:
        for line in measured(f"{size} KB", draft_of(size * 1000), given.keys, SENTENCE, start):
            print(line, flush=True)
    for path in given.files:
        with open(path, "rb") as stream:
            text = decode(stream.read(), path).text
        words = text[len(text) // 2 :].replace("\n", " ")[:200]
        for line in measured(os.path.basename(path), text, given.keys, words, start):
            print(line, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
