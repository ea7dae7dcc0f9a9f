"""`reslint preview`: a draft as it is printed, as a page for a browser."""

from __future__ import annotations

import os
import sys

from reslint.cli.one_draft import (
    ERROR,
    add_changes,
    add_new_file,
    may_write,
    read_given,
    settings_given,
)
from reslint.cli.wrong_usage import refuse
from reslint.files.whole import write_whole
from reslint.linting.linter import Linter
from reslint.linting.results import locate
from reslint.text.display import escaped

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace


def add_arguments(parser: ArgumentParser) -> None:
    """Declare the arguments of `reslint preview`."""
    parser.add_argument(
        "path", metavar="FILE", help="a draft in any format, or - for standard input"
    )
    add_new_file(parser)
    add_changes(parser)


def run(arguments: Namespace) -> int:
    """Write the page; return 0, or 2 where a file cannot be read or written or is no draft."""
    path, out = arguments.path, arguments.out
    if not may_write("preview", path, out, force=arguments.force):
        return ERROR
    source = read_given(path, arguments.changes)
    settings = settings_given(path) if source is not None else None
    if source is None or settings is None:
        return ERROR
    result = Linter(settings).lint(source)
    if not result.draft.paragraphs:
        return refuse("preview", f"{escaped(path)} has no text")
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
    write_whole(out, page.encode("utf-8"))
    return 0
