"""Numbers of notes that lost their mark-up and stand right after a word: `Secretary-General,1`.

Text copied from a page has them, with the notes between its paragraphs (`1 A/80/123.`). Whether
such a number marks a note is for the drafter to say: this is offered, and never done unasked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reslint.draft.model import NOTE
from reslint.draft.pages.foot_notes import glued_mark
from reslint.text.diagnostics import Edit

if TYPE_CHECKING:
    from reslint.draft.model import Draft, Note
    from reslint.editor.places import Span


_BARE = "bare"
_BRACKET = "bracket"


def glued_notes(draft: Draft) -> list[tuple[Span, Note]]:
    """Return the spans of numbers that may mark notes, each with its note, in order.

    Left out are numbers that may stand in several paragraphs, and drafts with notes in a notation
    of their own: the new ones would not be like these.
    """
    notations = {note.notation for note in draft.notes}
    markers = {marker.notation for one in draft.paragraphs for marker in one.markers}
    if _BARE not in notations or (notations - {_BARE}) | markers - {_BRACKET}:
        return []
    found = []
    for note in draft.notes:
        if note.notation == _BARE and note.number.isdecimal() and not note.markers:
            places = list(_places(draft, note))
            if len(places) == 1:
                found.append((places[0], note))
    return sorted(found, key=lambda one: one[0])


def as_notes(draft: Draft, found: list[tuple[Span, Note]]) -> list[Edit]:
    """Return the edits that write such numbers and their notes as `[^1]` and `[^1]: …`."""
    edits = []
    text = draft.source.text
    for span, note in found:
        edits.append(Edit(*span, f"[^{note.number}]"))
        start, end = note.number_span
        bracket = text[start - 1 : start] == "(" and text[end : end + 1] == ")"
        edits.append(Edit(note.paragraph.start, end + bracket, f"[^{note.number}]:"))
    return sorted(edits, key=lambda edit: edit.start)


def _places(draft: Draft, note: Note) -> list[Span]:
    spans = []
    for paragraph in draft.paragraphs:
        if paragraph.part == NOTE or paragraph.start > note.paragraph.start:
            continue
        for mark in (note.number, f"({note.number})"):
            at = glued_mark(paragraph.text, mark)
            if at >= 0:
                spans.append(paragraph.source_span(at, at + len(mark)))
    return spans
