"""Complete what refers to other places of the draft: note markers, numbers of paragraphs."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from reslint.data.patterns import expression
from reslint.draft.model import OPERATIVE, PREAMBLE
from reslint.draft.outline import opening_words
from reslint.editor import NOTE, PARAGRAPH, Completion
from reslint.editor.places import paragraph_at
from reslint.editor.wording import wording
from reslint.facts.notes import numberings
from reslint.facts.numbering import label_of
from reslint.language.language import language as find_language
from reslint.text.diagnostics import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reslint.draft.model import Draft
    from reslint.facts.notes import Numbering


_MARKER = expression(r"\[\^(?P<number>[0-9]{0,3})\Z")
_REACH = 24  # characters in which the word before a number stands
_WORDS, _COLUMNS = 12, 90


def note_completions(draft: Draft, offset: int, language: str) -> list[Completion]:
    """Return the notes whose number begins with what is typed after `[^`; those unmarked first.

    After these comes a new note, which is written at the end of the others: few notes have two
    markers.
    """
    source = draft.source
    start, end = source.line_span(source.position(offset)[0])
    match = _MARKER.search(source.text[start:offset])
    if match is None or not source.text[start:offset].removeprefix(match[0]).strip():
        return []  # at the start of a line a note itself is written
    series = _series_at(draft, offset)
    place = start + match.start()
    after = offset + source.text.startswith("]", offset)
    typed = match["number"]
    found: list[tuple[int, str, str, tuple[Edit, ...]]] = []
    marked = 0
    for unmarked, number, text in sorted(_notes(series), key=lambda one: (not one[0], one[1])):
        if str(number).startswith(typed):
            detail = wording("not-marked", language) if unmarked else ""
            found.append((number, text, detail, ()))
            marked += not unmarked
    last = max((number for _, number, _ in _notes(series)), default=0)
    if str(last + 1).startswith(typed):
        further = (_new_note(draft, series, last + 1, end),)
        new = (last + 1, wording("new-note", language), "", further)
        found.insert(len(found) - marked, new)
    return [
        Completion(
            NOTE,
            label=f"[^{number}]",
            text=f"[^{number}]",
            span=(place, after),
            filter=f"[^{number}",
            detail=" – ".join(filter(None, (detail, text))),
            further=further,
        )
        for number, text, detail, further in found
    ]


def _series_at(draft: Draft, offset: int) -> Numbering | None:
    """Return the series of notes that a place counts in: the last that begins above it."""
    found = None
    for series in numberings(draft):
        starts = [marker.start for _, marker in series.uses]
        starts += [note.paragraph.start for note in series.notes]
        if found is None or (starts and min(starts) <= offset):
            found = series
    return found


def _notes(series: Numbering | None) -> Iterator[tuple[bool, int, str]]:
    if series is None:
        return
    for note in series.notes:
        if note.number.isdecimal():
            text = opening_words(note.paragraph.text, _WORDS, _COLUMNS)
            yield not series.uses_of.get(note.number), int(note.number), text


def _new_note(draft: Draft, series: Numbering | None, number: int, line_end: int) -> Edit:
    """Return the edit that writes an empty note below the others, or at the end of the draft."""
    text = draft.source.text
    places = [note.paragraph.end for note in series.notes] if series is not None else []
    place = max(places, default=len(text.rstrip()))
    gap = "\r\n" if "\r\n" in text[:10_000] else "\n"
    blank = gap if not places or f"{gap}{gap}[^" in text else ""
    return Edit(max(place, line_end), max(place, line_end), f"{gap}{blank}[^{number}]: ")


def paragraph_completions(draft: Draft, offset: int, language: str) -> list[Completion]:
    """Return the numbers of the draft's paragraphs after the word `paragraph`, with their words."""
    source = draft.source
    pattern = _before_number(draft.language)
    if pattern is None:
        return []
    line_start = source.line_span(source.position(offset)[0])[0]
    match = pattern.search(source.text[max(line_start, offset - _REACH) : offset])
    if match is None:
        return []
    paragraph = paragraph_at(draft, offset - 1)
    if paragraph is None or paragraph.part not in (PREAMBLE, OPERATIVE):
        return []
    typed = match["number"]
    return [
        Completion(
            PARAGRAPH,
            label=str(label_of(one).value),
            text=str(label_of(one).value),
            span=(offset - len(typed), offset),
            filter=str(label_of(one).value),
            detail=opening_words(one.text, _WORDS, _COLUMNS),
        )
        for one in draft.paragraphs
        if one.part == OPERATIVE
        and one.label is not None
        and one.label.kind == "number"
        and not one.level
        and one.resolution is paragraph.resolution
        and one is not paragraph
        and str(one.label.value).startswith(typed)
    ]


@cache
def _before_number(language: str) -> re.Pattern[str] | None:
    """Return the pattern of the word for a paragraph with the number typed so far."""
    gates: list[str] = find_language(language).forms.get("references", {}).get("gates", [])
    if not gates:
        return None
    words = "|".join(re.escape(gate.strip()) for gate in gates)
    return expression(rf"(?:{words})[^\W\d_]{{0,3}}[\s\u00a0]*(?P<number>[0-9]{{0,3}})\Z")
