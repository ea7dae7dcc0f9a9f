"""See that an editor's findings are those of a full check after each of many random edits.

    python benchmarks/edits.py [--edits N] [--seed N] [--show] [FOLDER …]

Takes drafts of FOLDER (default: `tests/drafts` and `examples`) in six languages and edits each as
people do: typing, deleting, pasting, undoing, moving paragraphs (`editing/editor.py`). After each
change both engines check the text; a difference is printed with the seed and number that make it
again. The exit code is then 1. Without `--edits` there are 50,000.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from itertools import islice
from random import Random

if __package__ in (None, ""):
    sys.path[0] = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))

from benchmarks.editing.editor import Editor
from benchmarks.texts import read_sources
from reslint.linting.incremental import IncrementalLinter
from reslint.linting.linter import Linter, LintResult
from reslint.settings.settings import Settings
from reslint.text.source import Source

_ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
_DEFAULT = (os.path.join(_ROOT, "tests", "drafts"), os.path.join(_ROOT, "examples"))
_EDITS_OF_ONE = 250  # after them the draft is another one, and unspoiled
_LONGEST = 30_000  # characters of a draft: a full check of each text is the cost
_PROFILES = ("strict", "standard")
_REPORT_EVERY = 5_000


def facts_of(result: LintResult) -> list[tuple[object, ...]]:
    """Return all that a result tells: places, codes, messages, fixes, problems."""
    return [
        (
            each.start,
            each.end,
            each.code,
            each.severity,
            each.message,
            each.paragraph,
            each.fix and [getattr(each.fix, slot) for slot in each.fix.__slots__],
            [(other.start, other.end, other.message) for other in each.related],
        )
        for each in result.diagnostics
    ] + [(str(problem),) for problem in result.errors]


def differences(text: str, settings: Settings, seed: str, edits: int) -> list[str]:
    """Edit a text; return the codes that the two engines do not both say after one of the edits."""
    editor = Editor(text, Random(seed))
    linter = IncrementalLinter(settings)
    linter.lint(Source(text))
    for number, change in enumerate(islice(editor.changes(), edits)):
        live, full = (
            facts_of(linter.lint(Source(editor.text))),
            facts_of(Linter(settings).lint(Source(editor.text))),
        )
        if live != full:
            more = [one for one in live if one not in full]
            less = [one for one in full if one not in live]
            return [
                f"seed {seed}, edit {number} {change!r}",
                *(f"  only in the editor: {one}" for one in more),
                *(f"  only in a full check: {one}" for one in less),
            ]
    return []


def main(arguments: list[str] | None = None) -> int:
    """Edit, compare, and print what differs."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("folders", nargs="*", metavar="FOLDER", default=_DEFAULT)
    parser.add_argument("--edits", type=int, default=50_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", action="store_true", help="show the findings that differ")
    given = parser.parse_args(arguments)
    texts = [
        source.text
        for folder in given.folders
        for _, source in read_sources(folder)
        if source is not None and 0 < len(source.text) <= _LONGEST
    ]
    Random(given.seed).shuffle(texts)
    began, done, faults = time.process_time(), 0, 0
    for number in range(-(-given.edits // _EDITS_OF_ONE)):
        text = texts[number % len(texts)]
        settings = Settings(profile=_PROFILES[number % 2])
        edits = min(_EDITS_OF_ONE, given.edits - done)
        found = differences(text, settings, f"{given.seed}.{number}", edits)
        if found:
            faults += 1
            print("\n".join(found if given.show else found[:1]), flush=True)
        done += edits
        if not done % _REPORT_EVERY:
            taken = time.process_time() - began
            print(f"{done} edits, {faults} faults, {taken:.0f} s of computing", flush=True)
    print(f"{done} edits, {faults} of {number + 1} drafts with differences")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
