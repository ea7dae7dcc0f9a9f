"""`reslint convert`: a draft as Markdown, or as a new Word file."""

from __future__ import annotations

import os
import sys

from reslint.cli.wrong_usage import refuse
from reslint.documents import read_file, read_source
from reslint.rulebook.own_codes import UNREADABLE
from reslint.settings.table import CHANGES
from reslint.text.display import displayed, escaped
from reslint.text.source import UnreadableText, read_standard_input

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from reslint.text.source import Source


ERROR = 2


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the arguments of `reslint convert`."""
    parser.add_argument("path", metavar="IN", help="a draft in any format, or - for standard input")
    parser.add_argument(
        "out", metavar="OUT", nargs="?", help="the new file (default: standard output)"
    )
    parser.add_argument(
        "--to",
        choices=("md", "docx"),
        help="format of the new file (default: by the name of OUT, else md)",
    )
    parser.add_argument("--language", metavar="L", help="the draft's language, if not recognized")
    parser.add_argument(
        "--changes",
        choices=CHANGES,
        default=CHANGES[0],
        help="read tracked changes of Word as accepted, or the text as it was (default: accepted)",
    )
    parser.add_argument("--force", action="store_true", help="replace OUT if it is there already")


def run(arguments: Namespace) -> int:
    """Write the new file; return 0, or 2 where a file cannot be read or written."""
    path, out = arguments.path, arguments.out
    to = arguments.to or ("docx" if out and out.lower().endswith(".docx") else "md")
    if to == "docx" and out is None and sys.stdout.isatty():
        return _error("a Word file is not written to a terminal: name OUT")
    if out is not None and os.path.exists(out) and not arguments.force:
        return _error(f"{escaped(out)} is there already (--force replaces it)")
    try:
        source = _read(path, arguments.changes)
    except UnreadableText as error:
        place = f":{error.line}:{error.column}" if error.line else ":"
        print(f"{escaped(path)}{place} error {UNREADABLE} {error}", file=sys.stderr)
        return ERROR
    if to == "md":
        data = source.text.encode("utf-8")
    else:
        from reslint.draft.reader import read_draft
        from reslint.revisions.new_word_file import new_word_file

        try:
            data = new_word_file(read_draft(source, language=arguments.language))
        except LookupError as error:
            return _error(f"there are no rules for the language {error}")
    if out is None:
        if to == "md" and sys.stdout.isatty():
            sys.stdout.write(displayed(source.text))
            return 0
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        return 0
    with open(out, "wb") as stream:
        stream.write(data)
    return 0


def _read(path: str, changes: str) -> Source:
    if path == "-":
        return read_source(read_standard_input(), path, changes=changes)
    return read_file(path, changes=changes)


def _error(message: str) -> int:
    return refuse("convert", message)
