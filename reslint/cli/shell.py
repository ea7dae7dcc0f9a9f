"""The commands for shells: `reslint completion` and `reslint man`.

Both are made from one parser that holds all commands: each command declares its options once.
"""

from __future__ import annotations

import os
from argparse import ArgumentParser

from reslint.cli.main import COMMANDS, functions_of
from reslint.cli.missing import lacks
from reslint.version import __version__

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import Action, Namespace
    from typing import Any


ABOUT = "A drafting-style linter for United Nations resolutions."
SHELLS = ("bash", "zsh", "fish")
_FILES = ("PATH", "FILE")
_FOLDERS = ("FOLDER",)
SHORT = "check drafts of United Nations resolutions against the drafting conventions"
"""The description behind the name in the manual page, for apropos."""


def parsers(parser_class: type[ArgumentParser] = ArgumentParser) -> dict[str, ArgumentParser]:
    """The parser of the whole command line under "", that of each command under its name.

    Each command is a subcommand of the whole.
    """
    whole = parser_class(prog="reslint", description=ABOUT, allow_abbrev=False)
    whole.add_argument("-V", "--version", action="store_true", help="print the version")
    commands = whole.add_subparsers(dest="command", metavar="COMMAND", title="commands")
    made = {"": whole}
    for name, (_, purpose) in COMMANDS.items():
        description, add_arguments, _ = functions_of(name)
        made[name] = commands.add_parser(
            name, help=purpose, description=description, allow_abbrev=False
        )
        add_arguments(made[name])
    return made


def add_completion_arguments(parser: ArgumentParser) -> None:
    """Declare the options of `reslint completion`."""
    parser.add_argument("shell", choices=SHELLS, help="the shell to print the script for")


def run_completion(arguments: Namespace) -> int:
    """Print the script with which a shell completes commands, options and their values."""
    try:
        import shtab
    except ModuleNotFoundError:
        return lacks("completion", "shtab")

    class Completing(ArgumentParser):
        """Marks arguments that are paths, as shtab asks for: `action.complete`."""

        def add_argument(self, *names: Any, **about: Any) -> Action:
            action = super().add_argument(*names, **about)
            name = action.metavar or action.dest.upper()
            if name in _FILES:
                action.complete = shtab.FILE  # type: ignore[attr-defined]
            elif name in _FOLDERS:
                action.complete = shtab.DIRECTORY  # type: ignore[attr-defined]
            return action

    print(shtab.complete(parsers(Completing)[""], shell=arguments.shell))
    return 0


def add_man_arguments(parser: ArgumentParser) -> None:
    """Declare the options of `reslint man`: there are none."""


def run_man(arguments: Namespace) -> int:
    """Print the manual page for man."""
    try:
        # It has no types, and may not be installed.
        from argparse_manpage.manpage import (  # type: ignore[import-untyped,import-not-found,unused-ignore]
            Manpage,
        )
    except ModuleNotFoundError:
        return lacks("man", "argparse-manpage")
    # The page is the same in every terminal.
    os.environ["COLUMNS"] = "80"
    page = Manpage(parsers()[""], format="single-commands-section")
    page.source = f"reslint {__version__}"
    page.manual = "reslint"
    page.description = SHORT
    print(page)
    return 0
