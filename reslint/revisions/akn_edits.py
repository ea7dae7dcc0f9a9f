"""Write fixes into an AKN4UN file: splices of its text, escaped."""

from __future__ import annotations

from bisect import bisect_right

from reslint.documents.akn.reading import read_document
from reslint.documents.xml_tree import as_utf8
from reslint.fixes.choosing import apply
from reslint.revisions.alignment import Refused
from reslint.revisions.runs import escaped
from reslint.revisions.written import Written
from reslint.text.diagnostics import Edit

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reslint.text.source import Source


def write_changes(data: bytes, path: str, edits: Sequence[Edit]) -> Written:
    """Write edits of a file's Markdown into its text.

    An edit must be plain text inside one stretch of character data. The new file reads as the
    edited Markdown; an edit for which this does not hold is left out and named in the result.
    Raises Refused and UnreadableText.
    """
    if as_utf8(data) != data.removeprefix(_BOM):
        raise Refused("the file is not UTF-8")
    document = read_document(data, path)
    refused: list[tuple[int, str]] = []
    splices: list[tuple[Edit, Edit]] = []  # in the Markdown, in the XML
    for edit in edits:
        splice = _splice(document.source, document.xml, edit)
        if splice is None:
            refused.append((edit.start, "the place is no plain text in one piece"))
        else:
            splices.append((edit, splice))
    new, source = _written(data, path, document.xml, splices)
    if source.text != apply(document.source.text, [edit for edit, _ in splices]):
        # One edit has another effect than meant: make them one by one.
        kept: list[tuple[Edit, Edit]] = []
        for pair in splices:
            new, source = _written(data, path, document.xml, [*kept, pair])
            if source.text == apply(document.source.text, [one for one, _ in [*kept, pair]]):
                kept.append(pair)
            else:
                refused.append((pair[0].start, "the file would not read as it should"))
        new, source = _written(data, path, document.xml, kept)
    return Written(new, source, sorted(refused))


_BOM = b"\xef\xbb\xbf"


def _splice(source: Source, xml: str, edit: Edit) -> Edit | None:
    """Return the edit of the XML that does what an edit of the Markdown does, None for none."""
    origin = source.origin
    assert origin is not None
    starts = [run[0] for run in origin.runs]
    index = bisect_right(starts, edit.start) - 1
    if edit.start == edit.end and index > 0 and starts[index] == edit.start:
        before = origin.runs[index - 1]
        if before[0] + before[1] == edit.start:
            index -= 1
    if index < 0:
        return None
    start, length, _, at = origin.runs[index]
    if edit.end > start + length:
        return None
    low, high = at + edit.start - start, at + edit.end - start
    if xml[low:high] != source.text[edit.start : edit.end]:
        return None
    return Edit(low, high, escaped(edit.text))


def _written(
    data: bytes, path: str, xml: str, splices: Sequence[tuple[Edit, Edit]]
) -> tuple[bytes, Source]:
    new = apply(xml, [splice for _, splice in splices]).encode("utf-8")
    if data.startswith(_BOM):
        new = _BOM + new
    return new, read_document(new, path).source
