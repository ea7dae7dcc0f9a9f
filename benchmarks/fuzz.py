"""Lint and fix nonsense for as long as wanted, and see that what reslint promises holds.

    python benchmarks/fuzz.py [--minutes M] [--seed N] [--inputs N] [FOLDER …]

An input is a draft of FOLDER (default: `tests/drafts` and `tests/messy`) with some changes, or made
up: paragraphs of all six languages put together from pieces, or hostile Unicode. A seed always
gives the same inputs. What must hold of each (see docs/reliability.md):

- no exception, no rule that fails (TOOL004), none over its time (TOOL003);
- every finding and edit lies in the text; edits of one fix do not overlap and change something;
- after safe fixes the text is at rest, and no code has more findings than before;
- an editor that comes to the text by edits shows what the command line shows.

A fault is printed with its input, which `--inputs` finds again; the exit code is then 1.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from random import Random

if not __package__:  # run as a script
    sys.path[0] = str(Path(__file__).resolve().parent.parent)

from benchmarks.shapes import HEADS, PIECES, WORDS
from reslint.fixes.rounds import fix_in_rounds
from reslint.linting.incremental import IncrementalLinter
from reslint.linting.linter import Linter, LintResult
from reslint.settings.settings import Settings
from reslint.text.diagnostics import Edit
from reslint.text.source import Source

ROOT = Path(__file__).resolve().parent.parent
PROFILES = ("standard", "strict")
HOSTILE = (
    *"\u0000\u0007\u001b\u0085\u00a0\u00ad\u0300\u034f\u061c\u115f\u17b5\u180e\u200b\u200c\u200d",
    *"\u200e\u200f\u2028\u2029\u202a\u202c\u202e\u2060\u2066\u2069\u3000\ufe0f\ufeff\uff21\ufffc",
    *"\ufffd\uffff\U000e0041\U0010ffff",
    "\U0001f468\u200d\U0001f469",
)
MOST = 6000  # code points of an input
EDITS = 3


def made_up(random: Random) -> str:
    """A draft of pieces, in one language with a few words of others."""
    language = random.choice(list(HEADS))
    pieces = [*WORDS[language] * 3, *PIECES, *random.choice(list(WORDS.values()))]
    head = HEADS[language] if random.random() < 0.8 else ""
    paragraphs = []
    for number in range(random.randint(1, 12)):
        label = random.choice(["", "", f"{number}. ", "(a) ", "(i) ", "- ", "# ", "> ", "[^1]: "])
        words = "".join(random.choice(pieces) for _ in range(random.randint(0, 25)))
        paragraphs.append(label + words + random.choice([",", ";", ".", "", "؛", "，"]))
    return head + random.choice(["\n\n", "\n\n", "\n", "\r\n\r\n"]).join(paragraphs)


def mutated(random: Random, text: str) -> str:
    """A draft with some places changed: cut, doubled, moved, pieces put in."""
    start = random.randrange(max(len(text) - MOST, 0) + 1)
    text = text[start : start + MOST] if random.random() < 0.5 else text[:MOST]
    for _ in range(random.randint(1, 8)):
        first = random.randrange(len(text) + 1)
        last = min(first + random.choice([0, 1, 1, 2, 5, 40, 400]), len(text))
        new = random.choice(
            [
                "",
                random.choice(PIECES),
                random.choice(PIECES) * random.randint(2, 30),
                random.choice(HOSTILE),
                random.choice(random.choice(list(WORDS.values()))),
                text[first:last] * 2,
                text[first:last].upper(),
                "\n\n",
                "\n",
            ]
        )
        text = text[:first] + new + text[last:]
    return text


def inputs(seed: int, texts: list[str]) -> Iterator[tuple[int, str]]:
    """Every input of a seed, with its number; each depends on seed and number alone."""
    number = 0
    while True:
        random = Random(f"{seed} {number}")
        kind = random.random()
        if kind < 0.5 and texts:
            text = mutated(random, random.choice(texts))
        elif kind < 0.9:
            text = made_up(random)
        else:
            letters = [*HOSTILE, *"aA1 .,;:*_[]()<>#|-\n\n"]
            text = made_up(random) + "".join(random.choice(letters) for _ in range(200))
        yield number, text
        number += 1


def count(result: LintResult) -> Counter[str]:
    """The findings by code, reslint's own left out: they speak of the run."""
    return Counter(one.code for one in result.diagnostics if not one.code.startswith("TOOL"))


def faults(text: str, random: Random) -> Iterator[str]:
    """What does not hold of an input, each in a line."""
    settings = Settings(profile=random.choice(PROFILES))
    linter = Linter(settings)
    name = random.choice(["draft.md", "draft.md", "draft.txt"])
    result = linter.lint(Source(text, name))
    yield from (f"error {one}" for one in result.errors)
    for one in result.diagnostics:
        if not 0 <= one.start <= one.end <= len(text):
            yield f"{one.code} at {one.start}-{one.end} of {len(text)}"
        edits = sorted(one.fix.edits, key=Edit.key) if one.fix else []
        if any(not 0 <= each.start <= each.end <= len(text) for each in edits):
            yield f"{one.code}: an edit outside the text"
        if any(text[each.start : each.end] == each.text for each in edits):
            yield f"{one.code}: an edit that changes nothing"
        if any(first.end > second.start for first, second in pairwise(edits)):
            yield f"{one.code}: edits that overlap"
    fixed = fix_in_rounds(result, linter)
    again = fix_in_rounds(fixed.result, linter)
    if again.text != fixed.text:
        yield "safe fixes do not come to rest"
    more = count(fixed.result) - count(result)
    if result.draft.is_resolution and more:
        yield f"safe fixes add findings: {dict(more)}"
    yield from _editor_faults(text, name, settings, random)


def _editor_faults(text: str, name: str, settings: Settings, random: Random) -> Iterator[str]:
    live = IncrementalLinter(settings)
    live.lint(Source(text, name))
    for _ in range(EDITS):
        first = random.randrange(len(text) + 1)
        last = min(first + random.choice([0, 0, 1, 5]), len(text))
        text = text[:first] + random.choice(PIECES) + text[last:]
        shown = [one.key() for one in live.lint(Source(text, name)).diagnostics]
        if shown != [one.key() for one in Linter(settings).lint(Source(text, name)).diagnostics]:
            yield f"the editor shows something else after an edit at {first}"
            return


def main() -> int:
    """Run until the time is over or the inputs are done."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path, metavar="FOLDER")
    parser.add_argument("--minutes", type=float, default=1.0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--inputs", metavar="FROM-TO", help="only these, whatever they take")
    arguments = parser.parse_args()
    folders = arguments.folders or [ROOT / "tests" / "drafts", ROOT / "tests" / "messy"]
    paths = sorted(path for folder in folders for path in folder.rglob("*.md"))
    texts = [path.read_text(encoding="utf-8") for path in paths]
    first, last = 0, sys.maxsize
    if arguments.inputs:
        first, last = (int(each) for each in arguments.inputs.split("-"))
    end = time.monotonic() + arguments.minutes * 60
    done = wrong = 0
    longest = 0.0
    for number, text in inputs(arguments.seed, texts):
        if number > last or (not arguments.inputs and time.monotonic() > end):
            break
        if number < first:
            continue
        began = time.process_time()
        try:
            found = list(faults(text, Random(number)))
        except Exception as error:
            found = [f"{type(error).__name__}: {error}"]
        longest = max(longest, time.process_time() - began)
        done += 1
        for one in dict.fromkeys(found):
            wrong += 1
            print(f"seed {arguments.seed}, input {number}: {one}", flush=True)
        if found and arguments.inputs:
            print(repr(text))
    print(f"{done} inputs, {wrong} faults, at most {longest:.1f} s for one")
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main())
