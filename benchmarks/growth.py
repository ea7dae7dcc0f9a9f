"""Measure how the time of a lint grows with the length of a draft, for over a thousand shapes.

    python benchmarks/growth.py [--length N] [LAYOUT …]

Each shape of `shapes.py` is linted at N / 4 and at N code points (default 14,000), in seconds
of the process. Shapes are listed whose time grows by more than six where the length grows by four,
and that take more than 6 µs a code point; linear shapes near these limits come and go with
the load of the machine, the square shows as a growth of sixteen. The exit code is 1 above ten.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from time import process_time

if not __package__:  # run as a script
    sys.path[0] = str(Path(__file__).resolve().parent.parent)

from benchmarks.shapes import HEADS, LAYOUTS, drawn, shapes
from reslint.linting.linter import Linter
from reslint.settings.settings import Settings
from reslint.text.source import Source

LISTED, REFUSED = 6.0, 10.0
SECONDS_PER_CHARACTER = 6e-6


def seconds(linter: Linter, text: str) -> float:
    """The seconds of one lint."""
    source = Source(text, "draft.md")
    began = process_time()
    linter.lint(source)
    return process_time() - began


def main() -> int:
    """Measure all shapes."""
    parser = argparse.ArgumentParser(description=__doc__)
    names = [one.__name__ for one in LAYOUTS]
    parser.add_argument("layouts", nargs="*", metavar="LAYOUT", default=names)
    parser.add_argument("--length", type=int, default=14_000)
    arguments = parser.parse_args()
    linter = Linter(Settings(profile="strict"))
    for head in HEADS.values():
        linter.lint(Source(head + "a.\n", "draft.md"))
    number, worst = 0, 0.0
    for language, layout, piece, head in shapes():
        if layout not in arguments.layouts:
            continue
        number += 1
        size = len(drawn(layout, head, piece, 11)) - len(drawn(layout, head, piece, 10))
        times = max(arguments.length // 4 // size, 10)
        short, long = (drawn(layout, head, piece, each) for each in (times, 4 * times))
        first, second = seconds(linter, short), seconds(linter, long)
        growth, each = second / max(first, 1e-4), second / len(long)
        if growth > LISTED and each > SECONDS_PER_CHARACTER:
            print(f"{language} {layout} {piece!r}: x {growth:.1f}, {each * 1e6:.1f} µs each")
            worst = max(worst, growth)
    print(f"{number} shapes")
    return int(worst > REFUSED)


if __name__ == "__main__":
    sys.exit(main())
