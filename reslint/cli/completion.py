"""Print the script by which a shell completes commands, options and their values."""

from __future__ import annotations

from reslint.cli.whole_parser import lacks, parsers_in, whole_parser

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

SHELLS = ("bash", "zsh", "fish")
_FILES = ("PATH", "FILE")
_FOLDERS = ("FOLDER",)


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the options of `reslint completion`."""
    parser.add_argument("shell", choices=SHELLS, help="whose script to print")


def run(arguments: Namespace) -> int:
    """Print the script: exit code 0, or 2 where shtab is not installed."""
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
