"""Names of places as a drafter says them: `preamble 3`, `12 (a)`, `note 4`, `annex 7`, `title`."""

from __future__ import annotations

from reslint.draft.model import ANNEX, HEADING, NOTE, OPERATIVE, PREAMBLE, Draft, Paragraph


def name_places(draft: Draft) -> None:
    """Gives every paragraph its place."""
    several = len(draft.resolutions) > 1
    counts: dict[tuple[int, str], int] = {}
    for paragraph in draft.paragraphs:
        part = paragraph.part
        whose = _resolution_number(draft, paragraph)
        if part in (PREAMBLE, OPERATIVE) and paragraph.parent is not None:
            continue
        if part in (PREAMBLE, ANNEX, HEADING) or (part == OPERATIVE and paragraph.label is None):
            number = counts.get((whose, part), 0) + 1
            counts[whose, part] = number
        else:
            number = 0
        place = _place(paragraph, number)
        if several and whose and part in (PREAMBLE, OPERATIVE, HEADING):
            place = f"{_resolution_name(draft, whose)}, {place}"
        paragraph.place = place
    for paragraph in draft.paragraphs:
        if paragraph.parent is not None and paragraph.part in (PREAMBLE, OPERATIVE):
            label = paragraph.label.text if paragraph.label else ""
            paragraph.place = f"{paragraph.parent.place} {label}".rstrip()


def _place(paragraph: Paragraph, number: int) -> str:
    part = paragraph.part
    if part == OPERATIVE and paragraph.label is not None:
        return paragraph.label.text.rstrip(".．、- –)\u00a0").strip("\u200f\u200e ")
    if part == NOTE:
        return f"note {paragraph.note_number}"
    return f"{part} {number}" if number else part


def _resolution_number(draft: Draft, paragraph: Paragraph) -> int:
    if paragraph.resolution is None:
        return 0
    return draft.resolutions.index(paragraph.resolution)


def _resolution_name(draft: Draft, number: int) -> str:
    resolution = draft.resolutions[number]
    if resolution.letter:
        return resolution.letter
    return "nested draft" if resolution.parent else f"resolution {number + 1}"
