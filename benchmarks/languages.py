"""Measure language detection: `languages.py FOLDER`, with a subfolder for each language.

Reads whole texts, and pieces of ten lines from anywhere in them.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections import Counter

if __package__ in (None, ""):
    sys.path[0] = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))

from benchmarks.tables import markdown_table, share
from benchmarks.texts import read_sources
from reslint.draft.reader import read_draft
from reslint.text.source import Source

_LINES = 10
_PIECES = 6  # of a text
_LEAST = 200  # characters; shorter pieces are mostly numbers


def pieces(text: str) -> list[str]:
    """Cut pieces of ten lines with text in them, spread evenly over a text."""
    lines = [line for line in text.split("\n") if line.strip()]
    places = range(0, max(len(lines) - _LINES, 1), max(len(lines) // _PIECES, 1))
    found = ["\n\n".join(lines[place : place + _LINES]) for place in places]
    return [piece for piece in found if len(piece) >= _LEAST]


def main(arguments: list[str] | None = None) -> int:
    """Run the command. Exit code 1 if a text or piece is taken for another language."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", help="a folder with a folder for each language: en, fr, …")
    parser.add_argument("--show", action="store_true", help="list the texts that are misread")
    parsed = parser.parse_args(arguments)
    right: Counter[tuple[str, str]] = Counter()
    tried: Counter[tuple[str, str]] = Counter()
    for path, source in read_sources(parsed.folder):
        if source is None:
            continue
        language = path.split("/")[0]
        parts = [("texts", source.text), *(("pieces", piece) for piece in pieces(source.text))]
        for kind, text in parts:
            taken = read_draft(Source(text)).language
            tried[language, kind] += 1
            right[language, kind] += taken == language
            if parsed.show and taken != language:
                print(f"{path}: {kind}: taken for {taken}")
    rows = [
        (language, kind, tried[language, kind], right[language, kind],
         share(right[language, kind], tried[language, kind]))
        for language, kind in sorted(tried)
    ]  # fmt: skip
    print(markdown_table(("language", "what", "read", "correct", "share"), rows))
    return 0 if rows and right == tried else 1


if __name__ == "__main__":
    sys.exit(main())
