"""What the commands on one draft share: reading it, its settings, a new file made of it."""

from __future__ import annotations

import os
import sys

from reslint.cli.wrong_usage import refuse
from reslint.documents import read_file, read_source
from reslint.rulebook.own_codes import UNREADABLE
from reslint.settings.config import ConfigError
from reslint.settings.merging import settings_of_file
from reslint.settings.table import CHANGES
from reslint.text.display import escaped
from reslint.text.source import UnreadableText, read_standard_input

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import ArgumentParser

    from reslint.settings.settings import Settings
    from reslint.text.source import Source


ERROR = 2
"""The exit code where a file cannot be read or written."""


def add_changes(parser: ArgumentParser) -> None:
    """Declare how tracked changes of Word are read."""
    parser.add_argument(
        "--changes",
        choices=CHANGES,
        default=CHANGES[0],
        help="read tracked changes of Word as accepted, or the text as it was (default: accepted)",
    )


def add_new_file(parser: ArgumentParser) -> None:
    """Declare the new file, and that it may replace another one."""
    parser.add_argument(
        "out", metavar="OUT", nargs="?", help="the new file (default: standard output)"
    )
    parser.add_argument("--force", action="store_true", help="replace OUT if it is there already")


def read_given(path: str, changes: str) -> Source | None:
    """Read the draft at a path, or on standard input for `-`; print why it cannot be read."""
    try:
        if path == "-":
            return read_source(read_standard_input(), path, changes=changes)
        return read_file(path, changes=changes)
    except UnreadableText as error:
        # The same line as for a file that `reslint check` cannot read.
        place = f":{error.line}:{error.column}" if error.line else ":"
        print(f"{escaped(path)}{place} error {UNREADABLE} {error}", file=sys.stderr)
        return None


def settings_given(path: str) -> Settings | None:
    """Return the settings that hold for a file; print what is wrong with them."""
    try:
        return settings_of_file(path)
    except ConfigError as error:
        for problem in error.problems:
            print(f"reslint: {problem}", file=sys.stderr)
        return None


def may_write(command: str, path: str, out: str | None, *, force: bool) -> bool:
    """Tell whether a command may write its new file; print why not.

    It never replaces the draft that it is made of, and another file only by `--force`.
    """
    if out is None or not os.path.exists(out):
        return True
    if path != "-" and os.path.exists(path) and os.path.samefile(path, out):
        refuse(command, f"{escaped(out)} is the draft itself")
        return False
    if os.path.isdir(out):
        refuse(command, f"{escaped(out)} is a folder: name the new file")
        return False
    if not force:
        refuse(command, f"{escaped(out)} is there already (--force replaces it)")
    return force
