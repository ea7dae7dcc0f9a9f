"""`reslint outline`: the structure of a draft as reslint understands it."""

from __future__ import annotations

import sys

from reslint.cli.one_draft import ERROR, add_changes, read_given, settings_given
from reslint.draft.outline import as_data, as_lines
from reslint.draft.reader import read_draft
from reslint.text.display import displayed, escaped

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
    add_changes(parser)


def run(arguments: Namespace) -> int:
    """Print the outline; return 0, or 2 for a file that cannot be read (TOOL005)."""
    path: str = arguments.path
    source = read_given(path, arguments.changes)
    settings = settings_given(path) if source is not None else None
    if source is None or settings is None:
        return ERROR
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
        return ERROR
    if arguments.format == "json":
        from reslint.reports.json_text import json_text

        print(json_text(as_data(draft), indent=2))
    else:
        print("\n".join(displayed(line) for line in as_lines(draft, escaped(path))))
    return 0
