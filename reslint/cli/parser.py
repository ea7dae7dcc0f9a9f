"""The parser of a command's arguments: its help, arguments in any order, wrong ones on one line."""

from __future__ import annotations

import os
from argparse import ArgumentParser, HelpFormatter

from reslint.cli.wrong_usage import ERROR, hint, refusal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import Namespace
    from typing import NoReturn


class Parser(ArgumentParser):
    """A parser that repeats what was typed, or what the names of files are, on one line."""

    def error(self, message: str) -> NoReturn:
        """Print what is wrong and end the process with the code of wrong usage."""
        # Not the usage, which is a screen of options: the error would be the last line below it.
        self.exit(ERROR, f"{refusal(self.prog, message)}\n{hint(self.prog)}\n")


class Help(HelpFormatter):
    """argparse's help, without its import of shutil, which costs time on each start."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=_width())


def parsed(parser: ArgumentParser, argv: list[str]) -> Namespace:
    """Return the arguments; paths may stand before, between and after options, as people type them.

    argparse by itself takes the first run of paths only. Its `parse_intermixed_args` costs 2 ms of
    each start, and refuses a path that begins with a dash after `--`.
    """
    end = argv.index("--") if "--" in argv else len(argv)
    arguments, rest = parser.parse_known_args(argv[:end])
    paths = getattr(arguments, "paths", None)
    if paths is None:
        return parser.parse_args(argv)
    unknown = [one for one in rest if one.startswith("-") and one != "-"]
    if unknown:
        parser.error(f"unrecognized arguments: {' '.join(unknown)}")
    arguments.paths = [*paths, *rest, *argv[end + 1 :]]
    return arguments


def _width() -> int:
    """The columns of the terminal, less the two that argparse leaves free."""
    try:
        return max(40, int(os.environ.get("COLUMNS") or os.get_terminal_size(1).columns) - 2)
    except (OSError, ValueError):
        return 78
