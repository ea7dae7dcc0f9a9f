"""Check the text on standard input; with `--fix`, write the fixed text to standard output."""

from __future__ import annotations

import sys

from reslint.documents import read_source
from reslint.files.check import check_bytes, unreadable
from reslint.text.source import MAX_SIZE, UnreadableText, read_standard_input

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.files.baseline import Accepted
    from reslint.files.fix import FixRequest
    from reslint.files.job import Outcome
    from reslint.linting.results import FileResult
    from reslint.settings.settings import Settings


def check_standard_input(
    path: str,
    settings: Settings,
    accepted: Accepted | None,
    request: FixRequest | None,
    *,
    keep_text: bool,
) -> Outcome:
    """Check, or fix, the text on standard input; it is reported under the name `path`.

    `keep_text` keeps the text in the result, for a report that shows whole drafts: nobody can read
    standard input twice.
    """
    try:
        data = read_standard_input()
    except UnreadableText as error:
        return unreadable(path, error)
    if request is None:
        result = check_bytes(data, path, True, settings, accepted)
        if keep_text:
            _keep_text(result, data)
        return result
    from reslint.files.fix import fix_bytes

    outcome = fix_bytes(data, path, True, settings, request, accepted)
    if keep_text:
        _keep_text(outcome.result, outcome.data)
    if request.write:
        # A text without fixes is passed on as it came: an editor replaces its text by this.
        sys.stdout.flush()
        sys.stdout.buffer.write(outcome.data)
        while rest := sys.stdin.buffer.read(MAX_SIZE):  # of an input too large to be a draft
            sys.stdout.buffer.write(rest)
        sys.stdout.buffer.flush()
    return outcome


def _keep_text(result: FileResult, data: bytes) -> None:
    try:
        result.text = read_source(data, result.path, changes=result.read_as[3]).text
    except UnreadableText:
        return  # its errors say so
