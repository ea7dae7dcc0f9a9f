"""Write fixes into an AKN4UN file: splices of its text, escaped."""

from __future__ import annotations

from bisect import bisect_right

from reslint.documents.akn.reading import read_document
from reslint.documents.xml_form import as_utf8
from reslint.fixes.choosing import apply
from reslint.revisions.alignment import Refused
from reslint.revisions.word_markup import escaped
from reslint.revisions.written import Written
from reslint.text.diagnostics import Edit

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reslint.text.source import Source


def write_changes(data: bytes, path: str, edits: Sequence[Edit]) -> Written:
    """Write edits of a file's Markdown into its text.

    An edit must be plain text inside one stretch of character data. The new file reads as the
    edited Markdown; an edit for which this does not hold is left out and named in the result.
    Raises Refused and UnreadableText.
    """
    if as_utf8(data) != data.removeprefix(_BOM):
        raise Refused("the file is not UTF-8")

    def read(new: bytes) -> tuple[Source, str]:
        document = read_document(new, path)
        return document.source, document.xml

    return spliced(data, edits, read)


def spliced(
    data: bytes,
    edits: Sequence[Edit],
    read: Callable[[bytes], tuple[Source, str]],
    marks: Callable[[Source, str, Edit], Edit | None] | None = None,
) -> Written:
    """Write edits of the Markdown into a file of marked-up text: see `write_changes`.

    `read` gives the source of such a file and its decoded text; `marks` turns an edit of marks of
    emphasis into one of the file, where it has such marks.
    """
    source, text = read(data)
    refused: list[tuple[int, str]] = []
    splices: list[tuple[Edit, Edit]] = []  # in the Markdown, in the file
    for edit in edits:
        splice = marks(source, text, edit) if marks is not None else None
        splice = splice or _splice(source, text, edit)
        if splice is None:
            refused.append((edit.start, "the place is no plain text in one piece"))
        else:
            splices.append((edit, splice))

    def written(pairs: Sequence[tuple[Edit, Edit]]) -> bytes:
        new = apply(text, [one for _, one in pairs]).encode(source.codec)
        return (_BOM if data.startswith(_BOM) else source.mark) + new

    new = written(splices)
    result = read(new)[0]
    if result.text != apply(source.text, [edit for edit, _ in splices]):
        # One edit has another effect than meant: make them one by one.
        kept: list[tuple[Edit, Edit]] = []
        for pair in splices:
            result = read(written([*kept, pair]))[0]
            if result.text == apply(source.text, [one for one, _ in [*kept, pair]]):
                kept.append(pair)
            else:
                refused.append((pair[0].start, "the file would not read as it should"))
        new = written(kept)
        result = read(new)[0]
    return Written(new, result, sorted(refused))


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
