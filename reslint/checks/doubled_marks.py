"""Marks in a row at the end of a paragraph or note, of which one is enough."""

from __future__ import annotations

from reslint.checks.ending_edits import with_space
from reslint.checks.endings import kind_at_end
from reslint.draft.model import NOTE, OPERATIVE, PREAMBLE
from reslint.facts.endings import doubled_end
from reslint.text.diagnostics import Edit, Finding
from reslint.text.folding import END_MARKS, INVISIBLE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reslint.draft.model import Draft, Paragraph
    from reslint.facts.endings import DoubledEnd


_PARTS = (PREAMBLE, OPERATIVE, NOTE)
_AROUND = "(["
_SHORT = 4
"""Letters of a word that may be an abbreviation which the language's list lacks."""


def doubled_at_end(draft: Draft) -> Iterator[Finding]:
    """Marks in a row at the end of a paragraph; the fix leaves the one that it should have."""
    for paragraph in draft.paragraphs:
        doubled = doubled_end(draft, paragraph) if paragraph.part in _PARTS else None
        if doubled is None:
            continue
        start, end = paragraph.source_span(doubled.start, doubled.end)
        yield Finding(
            start,
            end,
            paragraph.place,
            {"mark": "".join(paragraph.text[doubled.start : doubled.end].split())},
            _leave_one(draft, paragraph, doubled),
            variant="doubled",
            safety=None if _is_certain(draft, paragraph, doubled) else "unsafe",
        )


def _is_certain(draft: Draft, paragraph: Paragraph, doubled: DoubledEnd) -> bool:
    """Whether one mark is surely enough, and nothing but note markers stands among them.

    Which mark stays depends on the structure of the draft, so that must be certain, too. A stop
    after a short word may be an abbreviation's.
    """
    if doubled.enclosed or not paragraph.certain_end or paragraph.doubt or draft.doubts:
        return False
    start, end = paragraph.source_span(doubled.start, doubled.end)
    between = draft.source.text[start:end]
    for marker in paragraph.markers:
        if start <= marker.start and marker.end <= end:
            between = between.replace(draft.source.text[marker.start : marker.end], "")
    if between.strip(END_MARKS + INVISIBLE):
        return False
    before = paragraph.text[: doubled.start].split()
    stop_first = paragraph.text[doubled.start] == "." != paragraph.text[doubled.marks[-1]]
    word = before[-1].strip(_AROUND) if before else ""
    return not (stop_first and word.isalpha() and len(word) <= _SHORT)


def is_at_doubled_end(draft: Draft, paragraph: Paragraph, at: int) -> bool:
    """Whether a plain offset lies among marks in a row that end a paragraph."""
    if paragraph.part not in _PARTS:
        return False
    doubled = doubled_end(draft, paragraph)
    return doubled is not None and at >= doubled.start


def _leave_one(draft: Draft, paragraph: Paragraph, doubled: DoubledEnd) -> tuple[Edit, ...]:
    """The edits that leave one of the marks at the end: the one that the paragraph should have."""
    text = paragraph.text
    first, last = doubled.marks[0], doubled.end
    kind = kind_at_end(draft, paragraph)
    mark = draft.vocabulary.marks[kind] if kind else text[first]
    if doubled.abbreviated and kind == "stop":
        mark = ""
    run = draft.source.text[slice(*paragraph.source_span(first, last))]
    if not run.strip(INVISIBLE + END_MARKS):
        place, mark = with_space(draft, paragraph, first, mark) if mark else (first, mark)
        return (Edit(*paragraph.source_span(place, last), mark),)
    # Something stands between them: a note marker, a quotation mark.
    before = draft.vocabulary.forms["notes"]["side"] == "before" or doubled.enclosed
    kept = doubled.marks[-1 if before else 0]
    edits = []
    for at in doubled.marks:
        if at == kept:
            place, mark = with_space(draft, paragraph, at, mark) if mark else (at, mark)
            edits.append(Edit(*paragraph.source_span(place, at + 1), mark))
        else:
            edits.append(paragraph.edit(at, at + 1, ""))
    return tuple(edits)
