"""All commands in one parser: what completions and the manual page are made from.

Each command declares its options once, in `add_arguments`; `reslint COMMAND --help`, the
completions and the manual page say the same because they come from there.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from importlib import import_module

from reslint.cli.main import COMMANDS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

ABOUT = "A drafting-style linter for United Nations resolutions."


def whole_parser() -> ArgumentParser:
    """A parser with every command as a subcommand."""
    parser = ArgumentParser(prog="reslint", description=ABOUT, allow_abbrev=False)
    parser.add_argument("-V", "--version", action="store_true", help="print the version")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands")
    for name, (module_name, purpose) in COMMANDS.items():
        module = import_module(f"reslint.cli.{module_name}")
        command = commands.add_parser(
            name, help=purpose, description=module.__doc__, allow_abbrev=False
        )
        module.add_arguments(command)
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
