"""What a shell needs to know of the command: completions and the manual page.

Both are made from one parser that holds all commands: each command declares its options once.
"""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser

from reslint import __version__
from reslint.cli.main import COMMANDS, functions_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator


ABOUT = "A drafting-style linter for United Nations resolutions."
SHELLS = ("bash", "zsh", "fish")
_FILES = ("PATH", "FILE")
_FOLDERS = ("FOLDER",)
SHORT = "check drafts of United Nations resolutions against the drafting conventions"
"""What stands behind the name, for apropos."""


def whole_parser() -> ArgumentParser:
    """A parser with every command as a subcommand."""
    parser = ArgumentParser(prog="reslint", description=ABOUT, allow_abbrev=False)
    parser.add_argument("-V", "--version", action="store_true", help="print the version")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands")
    for name, (_, purpose) in COMMANDS.items():
        description, add_arguments, _ = functions_of(name)
        command = commands.add_parser(
            name, help=purpose, description=description, allow_abbrev=False
        )
        add_arguments(command)
    return parser


def parsers_in(parser: ArgumentParser) -> Iterator[ArgumentParser]:
    """The parser and those of its commands."""
    yield parser
    for action in parser._subparsers._group_actions if parser._subparsers else ():
        assert isinstance(action.choices, dict)
        yield from action.choices.values()


def lacks(library: str) -> int:
    """Say that a library of the extra `shell` is not installed; gives the exit code."""
    print(
        f"reslint: this needs {library}: pip install 'reslint[shell]'",
        file=sys.stderr,
    )
    return 2


def add_completion_arguments(parser: ArgumentParser) -> None:
    """Declare the options of `reslint completion`."""
    parser.add_argument("shell", choices=SHELLS, help="whose script to print")


def run_completion(arguments: Namespace) -> int:
    """Print the script by which a shell completes commands, options and their values."""
    try:
        import shtab
    except ModuleNotFoundError:
        return lacks("shtab")
    parser = whole_parser()
    for each in parsers_in(parser):
        for action in each._actions:
            name = action.metavar or action.dest.upper()
            if name in _FILES:
                action.complete = shtab.FILE  # type: ignore[attr-defined]
            elif name in _FOLDERS:
                action.complete = shtab.DIRECTORY  # type: ignore[attr-defined]
    print(shtab.complete(parser, shell=arguments.shell))
    return 0


def add_man_arguments(parser: ArgumentParser) -> None:
    """Declare the options of `reslint man`: there are none."""


def run_man(arguments: Namespace) -> int:
    """Print the manual page, for man."""
    try:
        # It has no types, and may not be installed.
        from argparse_manpage.manpage import (  # type: ignore[import-untyped,import-not-found,unused-ignore]
            Manpage,
        )
    except ModuleNotFoundError:
        return lacks("argparse-manpage")
    # The page is the same in every terminal.
    os.environ["COLUMNS"] = "80"
    page = Manpage(whole_parser(), format="single-commands-section")
    page.source = f"reslint {__version__}"
    page.manual = "reslint"
    page.description = SHORT
    print(page)
    return 0
