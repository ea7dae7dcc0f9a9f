"""`reslint convert`: a draft as Markdown, or as a new Word file."""

from __future__ import annotations

import os
import sys

from reslint.cli.one_draft import ERROR, add_changes, add_new_file, may_write, read_given
from reslint.cli.wrong_usage import refuse
from reslint.documents import ENDINGS
from reslint.files.whole import write_whole
from reslint.text.display import displayed, escaped

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace


_NOT_WRITTEN = frozenset((*ENDINGS, ".htm", ".html", ".pdf", ".rtf", ".tex"))


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the arguments of `reslint convert`."""
    parser.add_argument("path", metavar="IN", help="a draft in any format, or - for standard input")
    add_new_file(parser)
    parser.add_argument(
        "--to",
        choices=("md", "docx"),
        help="format of the new file (default: by the name of OUT, else md)",
    )
    parser.add_argument("--language", metavar="L", help="the draft's language, if not recognized")
    add_changes(parser)


def run(arguments: Namespace) -> int:
    """Write the new file; return 0, or 2 where a file cannot be read or written."""
    path, out = arguments.path, arguments.out
    to = arguments.to or _format_by_name(out)
    if not to:
        return _error(f"{escaped(out)}: name the new file .md or .docx, or say --to")
    if to == "docx" and out is None and sys.stdout.isatty():
        return _error("a Word file is not written to a terminal: name OUT")
    if not may_write("convert", path, out, force=arguments.force):
        return ERROR
    source = read_given(path, arguments.changes)
    if source is None:
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
    write_whole(out, data)
    return 0


def _format_by_name(out: str | None) -> str:
    """Return the format that the name of the new file asks for, "" for one that is not written."""
    ending = os.path.splitext(out)[1].lower() if out else ""
    return "docx" if ending == ".docx" else "" if ending in _NOT_WRITTEN else "md"


def _error(message: str) -> int:
    return refuse("convert", message)
