"""`reslint preview`: a draft as it is printed, as a page for a browser."""

from __future__ import annotations

import os
import sys

from reslint.cli.wrong_usage import refuse
from reslint.documents import read_file, read_source
from reslint.linting.linter import Linter
from reslint.linting.results import locate
from reslint.rulebook.own_codes import UNREADABLE
from reslint.settings.config import ConfigError
from reslint.settings.merging import settings_of_file
from reslint.settings.table import CHANGES
from reslint.text.display import escaped
from reslint.text.source import UnreadableText, read_standard_input

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace


ERROR = 2


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the arguments of `reslint preview`."""
    parser.add_argument(
        "path", metavar="FILE", help="a draft in any format, or - for standard input"
    )
    parser.add_argument(
        "out", metavar="OUT", nargs="?", help="the new file (default: standard output)"
    )
    parser.add_argument(
        "--changes",
        choices=CHANGES,
        default=CHANGES[0],
        help="read tracked changes of Word as accepted, or the text as it was (default: accepted)",
    )
    parser.add_argument("--force", action="store_true", help="replace OUT if it is there already")


def run(arguments: Namespace) -> int:
    """Write the page; return 0, or 2 where a file cannot be read or written or is no draft."""
    path, out = arguments.path, arguments.out
    if out is not None and os.path.exists(out) and not arguments.force:
        return _error(f"{escaped(out)} is there already (--force replaces it)")
    try:
        if path == "-":
            source = read_source(read_standard_input(), path, changes=arguments.changes)
        else:
            source = read_file(path, changes=arguments.changes)
    except UnreadableText as error:
        place = f":{error.line}:{error.column}" if error.line else ":"
        print(f"{escaped(path)}{place} error {UNREADABLE} {error}", file=sys.stderr)
        return ERROR
    try:
        settings = settings_of_file(path)
    except ConfigError as error:
        for problem in error.problems:
            print(f"reslint: {problem}", file=sys.stderr)
        return ERROR
    result = Linter(settings).lint(source)
    if not result.draft.paragraphs:
        return _error(f"{escaped(path)} has no text")
    from reslint.reports.preview import preview_page

    title = result.draft.masthead.title
    page = preview_page(
        result.draft,
        locate(source, result.diagnostics),
        settings.message_language,
        title.text if title is not None else os.path.basename(path),
    )
    if out is None:
        sys.stdout.write(page)
        return 0
    with open(out, "w", encoding="utf-8", newline="\n") as stream:
        stream.write(page)
    return 0


def _error(message: str) -> int:
    return refuse("preview", message)
