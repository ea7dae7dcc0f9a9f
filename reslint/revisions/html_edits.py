"""Write fixes into an HTML file: splices of its text, escaped, and tags for emphasis."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from reslint.documents.html.reading import read_document
from reslint.revisions.akn_edits import spliced
from reslint.text.diagnostics import Edit

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reslint.revisions.written import Written
    from reslint.text.source import Source


_OPENING = {"": "", "*": "<em>", "**": "<strong>", "***": "<strong><em>", "<u>": "<u>"}
_CLOSING = {"": "", "*": "</em>", "**": "</strong>", "***": "</em></strong>", "</u>": "</u>"}
_LOOKS = r"(?:em|i|strong|b|u|ins|cite|dfn)"
_TAGS_BEFORE = re.compile(rf"(?:<{_LOOKS}>)*\Z", re.IGNORECASE)
_TAGS_AFTER = re.compile(rf"(?:</{_LOOKS}>)*", re.IGNORECASE)
_MOST_TAGS = 60  # characters of tags around a stretch of text


def write_changes(data: bytes, path: str, edits: Sequence[Edit]) -> Written:
    """Write edits of a file's Markdown into its text, as `akn_edits.write_changes` does.

    Marks of emphasis become tags. Raises UnreadableText, and UnicodeEncodeError for a character
    that the encoding of the file does not have.
    """

    def read(new: bytes) -> tuple[Source, str]:
        document = read_document(new, path)
        return document.source, document.markup

    return spliced(data, edits, read, _tags)


def _tags(source: Source, markup: str, edit: Edit) -> Edit | None:
    """Return the edit of tags that does what an edit of marks does; None if it is no such edit."""
    old = source.text[edit.start : edit.end]
    if old == edit.text or not (old or edit.text):
        return None
    origin = source.origin
    assert origin is not None
    runs = origin.runs
    starts = [run[0] for run in runs]
    if old in _OPENING and edit.text in _OPENING and _opens(source.text, edit.end):
        index = bisect_right(starts, edit.end) - 1
        if index < 0 or edit.end >= starts[index] + runs[index][1]:
            return None
        at = runs[index][3] + edit.end - starts[index]
        return _replaced(markup, at, old, _OPENING, edit.text, before=True)
    if old in _CLOSING and edit.text in _CLOSING:
        index = bisect_left(starts, edit.start) - 1
        if index < 0 or edit.start > starts[index] + runs[index][1]:
            return None
        at = runs[index][3] + edit.start - starts[index]
        return _replaced(markup, at, old, _CLOSING, edit.text, before=False)
    return None


def _opens(text: str, at: int) -> bool:
    """Tell whether marks before this place are opening ones: a word follows, none precedes."""
    before = text[:at].rstrip("*<u>")[-1:]
    return text[at : at + 1].strip() != "" and not before.isalnum()


def _replaced(
    markup: str, at: int, old: str, tags: dict[str, str], new: str, *, before: bool
) -> Edit | None:
    """Return the edit that puts the tags for `new` in place of those for `old`, at one side."""
    if not old:
        return Edit(at, at, tags[new])
    if before:
        found = _TAGS_BEFORE.search(markup[max(at - _MOST_TAGS, 0) : at])
        length = len(found[0]) if found else 0
        span = at - length, at
    else:
        found = _TAGS_AFTER.match(markup, at)
        span = at, found.end() if found else at
    return Edit(*span, tags[new]) if span[1] > span[0] else None
