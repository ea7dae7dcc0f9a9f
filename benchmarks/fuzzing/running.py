"""What both fuzzing scripts share: the options, the drafts they start from, the loop of a run."""

from __future__ import annotations

import signal
import sys
import time
from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter
from collections.abc import Callable, Iterable
from contextlib import suppress
from itertools import count
from pathlib import Path

_TESTS = Path(__file__).resolve().parent.parent.parent / "tests"
_FOLDERS = (_TESTS / "drafts", _TESTS / "messy")


def parser_of(description: str | None) -> ArgumentParser:
    """Return a parser with the options of every fuzzing script."""
    parser = ArgumentParser(description=description, formatter_class=RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path, metavar="FOLDER")
    parser.add_argument("--minutes", type=float, default=1.0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--inputs", metavar="FROM-TO", help="only those of these numbers")
    parser.add_argument("--first", type=int, default=0, help="the number of the first")
    parser.add_argument("--most", type=int, default=sys.maxsize, help="stop after so many")
    return parser


def texts_of(folders: Iterable[Path]) -> list[str]:
    """Return the drafts in Markdown of the folders, or of those of the tests if there are none."""
    paths = sorted(path for folder in tuple(folders) or _FOLDERS for path in folder.rglob("*.md"))
    return [path.read_text(encoding="utf-8") for path in paths]


def run_numbers(
    arguments: Namespace, one: Callable[[int], None], again: Callable[[int], None]
) -> None:
    """Call `again` with each number of `--inputs`; without it, `one` with number after number.

    That ends when the time is over, `--most` are done, or the process is told to end.
    """
    if arguments.inputs:
        first, last = (int(each) for each in arguments.inputs.split("-"))
        for number in range(first, last + 1):
            again(number)
        return
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    end = time.monotonic() + arguments.minutes * 60
    with suppress(KeyboardInterrupt):
        for number in count(arguments.first):
            if number - arguments.first >= arguments.most or time.monotonic() >= end:
                break
            one(number)
