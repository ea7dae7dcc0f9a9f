"""Errors in note markers and numbers: missing, out of order, on the wrong side, used twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.errors.kinds import InjectedError, error_kind
from benchmarks.errors.view import cut, is_ibid, put
from reslint.text.diagnostics import Edit
from reslint.text.folding import INVISIBLE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    from benchmarks.errors.view import View
    from reslint.blocks.model import Marker
    from reslint.draft.model import Note, Paragraph

_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_NO_REUSE_YEAR = 2020


def _digits(number: int, notation: str) -> str:
    """Write a number in this notation of notes."""
    return str(number).translate(_SUPERSCRIPT) if notation == "letter" else str(number)


def _notes(view: View) -> list[tuple[Note, Paragraph, Marker]]:
    """The notes in order, each with its only marker; [] if the numbers are not 1, 2, 3 …"""
    alone = {marker for _paragraph, marker in view.markers()}
    notes = sorted(
        (note for note in view.draft.notes if note.number.isdecimal()),
        key=lambda note: int(note.number),
    )
    if [int(note.number) for note in notes] != list(range(1, len(notes) + 1)):
        return []
    if any(len(note.markers) != 1 for note in notes):
        return []
    found = [(note, *note.markers[0]) for note in notes]
    order = [marker.start for _note, _paragraph, marker in found]
    return [each for each in found if each[2] in alone] if order == sorted(order) else []


def _span(marker: Marker) -> tuple[int, int]:
    return marker.start, marker.end


@error_kind("NOTE001", "note-lost")
def note_lost(view: View, _: Random) -> Iterator[InjectedError]:
    notes = _notes(view)
    for place, (note, paragraph, marker) in enumerate(notes):
        following = notes[place + 1][0] if place + 1 < len(notes) else None
        if (following and is_ibid(view, following)) or len(note.paragraph.blocks) > 1:
            continue
        edit = cut(note.paragraph.start, view.gap_after(note.paragraph)[1])
        yield InjectedError([edit], [_span(marker)], paragraph=paragraph.place)


@error_kind("NOTE002", "marker-lost")
def marker_lost(view: View, _: Random) -> Iterator[InjectedError]:
    for note, _paragraph, marker in _notes(view):
        yield InjectedError(
            [cut(*_span(marker))], [note.number_span], paragraph=note.paragraph.place
        )


@error_kind("NOTE003", "markers-swapped")
def markers_swapped(view: View, _: Random) -> Iterator[InjectedError]:
    notes = _notes(view)
    for one, two in zip(notes, notes[1:], strict=False):
        edits = [
            Edit(*one[2].digits, view.text[slice(*two[2].digits)]),
            Edit(*two[2].digits, view.text[slice(*one[2].digits)]),
        ]
        places = [_span(one[2]), _span(two[2])]
        yield InjectedError(edits, places, paragraph=one[1].place, restores=False)


@error_kind("NOTE003", "number-skipped", whole=True)
def number_skipped(view: View, _: Random) -> Iterator[InjectedError]:
    """Raise all markers and notes by one, from one marker on."""
    notes = _notes(view)
    if len(notes) != len(view.draft.notes):
        return
    for place in range(1, len(notes)):
        edits = []
        for note, _paragraph, marker in notes[place:]:
            number = int(note.number) + 1
            edits.append(Edit(*marker.digits, _digits(number, marker.notation)))
            edits.append(Edit(*note.number_span, _digits(number, note.notation)))
        _note, paragraph, marker = notes[place]
        yield InjectedError(edits, [_span(marker)], paragraph=paragraph.place)


@error_kind("NOTE003", "marker-mistyped")
def marker_mistyped(view: View, random: Random) -> Iterator[InjectedError]:
    """Give a marker the number of its neighbour; its own note then has no marker."""
    notes = _notes(view)
    for place in range(1, len(notes) - 1):
        note, paragraph, marker = notes[place]
        number = int(note.number) + random.choice((-1, 1))
        edit = Edit(*marker.digits, _digits(number, marker.notation))
        yield InjectedError([edit], [_span(marker)], paragraph=paragraph.place)


@error_kind("NOTE004", "across-the-mark")
def across_mark(view: View, _: Random) -> Iterator[InjectedError]:
    """Move a marker to the other side of a punctuation mark."""
    notes = view.forms.get("notes", {})
    beside, side = notes.get("beside", ""), notes.get("side")
    if view.draft.organ in notes.get("side_free", ()):
        return
    for paragraph, marker in view.markers():
        text, written = paragraph.text, view.text[slice(*_span(marker))]
        if side == "after":
            place = len(text[: marker.at].rstrip(INVISIBLE)) - 1
            if place < 1 or text[place] not in beside or not text[place - 1].isalnum():
                continue
            mark = paragraph.source_span(place, place + 1)
            if mark[1] != marker.start:
                continue
            edits = [put(mark[0], written), cut(*_span(marker))]
        else:
            rest = text[marker.at :]
            place = marker.at + len(rest) - len(rest.lstrip(INVISIBLE))
            if text[place : place + 1] not in tuple(beside) or not text[:place].rstrip(INVISIBLE):
                continue
            if view.text[marker.end : paragraph.source_span(place, place + 1)[0]].strip(INVISIBLE):
                continue
            where = paragraph.source_span(place, place + 1)[1]
            edits = [cut(*_span(marker)), put(where, written)]
        yield InjectedError(
            edits, [edits[0] if side == "after" else edits[1]], paragraph=paragraph.place
        )


@error_kind("NOTE005", "used-again")
def used_again(view: View, random: Random) -> Iterator[InjectedError]:
    """Repeat an earlier marker at the end of a later paragraph."""
    masthead = view.draft.masthead
    adopted = masthead.adoption or masthead.closing
    notes = _notes(view)
    if adopted is None or adopted.date[0] < _NO_REUSE_YEAR or not notes:
        return
    after = view.forms.get("notes", {}).get("side") == "after"
    for paragraph in view.draft.part("preamble", "operative"):
        end = len(paragraph.text.rstrip(INVISIBLE))
        earlier = [m for _n, _p, m in notes if m.end < paragraph.start]
        if (
            not earlier
            or paragraph.children
            or paragraph.text[end - 2 : end - 1].isalpha() is False
        ):
            continue
        if any(marker.at >= end - 2 for marker in paragraph.markers) or not paragraph.text.strip():
            continue
        place = paragraph.plain.source_end(
            end if after else len(paragraph.text[: end - 1].rstrip(INVISIBLE))
        )
        marker = random.choice(earlier)
        edit = put(place, view.text[slice(*_span(marker))])
        yield InjectedError([edit], [edit], paragraph=paragraph.place)


@error_kind("NOTE008", "space")
def space_before(view: View, random: Random) -> Iterator[InjectedError]:
    """Put a space before a marker."""
    for paragraph, marker in view.markers():
        if marker.at and not view.text[marker.start - 1].isspace():
            edit = put(marker.start, random.choice((" ", "\u00a0")))
            yield InjectedError([edit], [_span(marker), edit], paragraph=paragraph.place)


@error_kind("NOTE008", "together")
def together(view: View, _: Random) -> Iterator[InjectedError]:
    """Move a marker next to the one before it, without a comma between them."""
    notes = _notes(view)
    for one, two in zip(notes, notes[1:], strict=False):
        if two[2].notation == "letter":
            continue  # ¹² would be read as twelve
        written = view.text[slice(*_span(two[2]))]
        edit, away = put(one[2].end, written), cut(*_span(two[2]))
        goal = [put(one[2].end, "," + written), away]
        yield InjectedError([edit, away], [_span(one[2]), edit], paragraph=one[1].place, goal=goal)


@error_kind("NOTE010", "letter")
def letter(view: View, random: Random) -> Iterator[InjectedError]:
    """Write a letter or an asterisk for the last marker and its note."""
    notes = _notes(view)
    if not notes or notes[-1][2].notation == "letter":
        return
    note, paragraph, marker = notes[-1]
    sign = random.choice(("a", "*"))
    edits = [Edit(*marker.digits, sign), Edit(*note.number_span, sign)]
    yield InjectedError(edits, [_span(marker)], paragraph=paragraph.place)


@error_kind("NOTE012", "number-taken")
def number_taken(view: View, _: Random) -> Iterator[InjectedError]:
    """Give a note the number of the one before it."""
    notes = _notes(view)
    for one, two in zip(notes, notes[1:], strict=False):
        edit = Edit(*two[0].number_span, _digits(int(one[0].number), two[0].notation))
        yield InjectedError([edit], [edit, one[0].number_span], paragraph=two[0].paragraph.place)
