"""`reslint outline`: the structure of a draft as reslint understands it."""

from __future__ import annotations

import sys

from reslint.documents import read_file, read_source
from reslint.draft.outline import as_data, as_lines
from reslint.draft.reader import read_draft
from reslint.rulebook.own_codes import UNREADABLE
from reslint.settings.config import ConfigError
from reslint.settings.merging import settings_of_file
from reslint.settings.table import CHANGES
from reslint.text.display import displayed, escaped
from reslint.text.source import UnreadableText, read_standard_input

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the arguments of `reslint outline`."""
    parser.add_argument("path", metavar="PATH", help="a draft, or - for standard input")
    parser.add_argument(
        "--format", choices=("text", "json"), default="text", help="format of the output"
    )
    parser.add_argument("--language", metavar="L", help="the draft's language, if not recognized")
    parser.add_argument("--organ", metavar="O", help="the draft's organ, if not recognized")
    parser.add_argument(
        "--changes",
        choices=CHANGES,
        default=CHANGES[0],
        help="read tracked changes of Word as accepted, or the text as it was (default: accepted)",
    )


def run(arguments: Namespace) -> int:
    """Print the outline; return 0, or 2 for a file that cannot be read (TOOL005)."""
    path: str = arguments.path
    try:
        if path == "-":
            source = read_source(read_standard_input(), path, changes=arguments.changes)
        else:
            source = read_file(path, changes=arguments.changes)
    except UnreadableText as error:
        # The same line as for a file that `reslint check` cannot read.
        place = f":{error.line}:{error.column}" if error.line else ":"
        print(f"{escaped(path)}{place} error {UNREADABLE} {error}", file=sys.stderr)
        return 2
    try:
        settings = settings_of_file(path)
    except ConfigError as error:
        for problem in error.problems:
            print(f"reslint: {problem}", file=sys.stderr)
        return 2
    try:
        draft = read_draft(
            source,
            language=arguments.language or settings.language,
            organ=arguments.organ or settings.organ,
            habits=settings.house,
        )
    except LookupError as error:
        print(
            f"reslint: there are no rules for the language {escaped(str(error))}", file=sys.stderr
        )
        return 2
    if arguments.format == "json":
        from reslint.reports.json_text import json_text

        print(json_text(as_data(draft), indent=2))
    else:
        print("\n".join(displayed(line) for line in as_lines(draft, escaped(path))))
    return 0
