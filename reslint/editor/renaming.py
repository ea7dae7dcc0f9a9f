"""Rename a subject of a draft wherever it occurs: a name, a note's number, a paragraph's number."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reslint.editor.occurrences import entity_of
from reslint.editor.places import (
    LabelHere,
    MarkerHere,
    NameHere,
    NoteHere,
    ReferenceHere,
    references_in,
    subjects_at,
)
from reslint.editor.wording import wording
from reslint.facts.numbering import label_of, value_span, written, written_value
from reslint.facts.references import targets
from reslint.names.mentions import all_mentions
from reslint.text.diagnostics import Edit

if TYPE_CHECKING:
    from reslint.draft.model import Draft, Note, Paragraph
    from reslint.editor.places import Span
    from reslint.facts.notes import Numbering
    from reslint.names.mentions import Mention


_LONGEST = 300
"""Characters of a new name at most."""
_LARGEST = 999
_RAISED = dict(zip(map(ord, "0123456789"), "⁰¹²³⁴⁵⁶⁷⁸⁹", strict=True))


class NotRenamed(ValueError):
    """Raised for a new name that would break the draft; says why, for the drafter."""


@dataclass(frozen=True, slots=True)
class Renamable:
    """What can be renamed at a place: its span there, and what it is called now."""

    span: Span
    name: str


def renamable_at(draft: Draft, offset: int) -> Renamable | None:
    """Return what can be renamed at an offset of the source, None if nothing can."""
    for subject in subjects_at(draft, offset):
        match subject:
            case MarkerHere(_, marker, _, _):
                return Renamable(marker.digits, marker.number)
            case NoteHere(_, note, _):
                return Renamable(note.number_span, note.number)
            case NameHere(span, mention):
                return Renamable(span, mention.written)
            case LabelHere(_, paragraph) if _has_number(paragraph):
                return Renamable(value_span(paragraph), written_value(paragraph))
            case ReferenceHere(_, reference, target) if _has_number(target):
                span = reference.paragraph.source_span(*reference.number_span)
                if str(reference.number) == draft.source.text[slice(*span)]:
                    return Renamable(span, str(reference.number))
            case _:
                continue
    return None


def renamed(draft: Draft, offset: int, name: str, language: str) -> list[Edit]:
    """Return the edits that give the subject at an offset another name.

    `language` is that of messages. Raises NotRenamed for a name that would break the draft, and
    where nothing can be renamed.
    """
    name = name.strip()
    for subject in subjects_at(draft, offset):
        match subject:
            case MarkerHere(_, marker, _, series):
                return _renumbered_note(draft, series, marker.number, name, language)
            case NoteHere(_, note, series):
                return _renumbered_note(draft, series, note.number, name, language)
            case NameHere(_, mention):
                return _renamed_entity(draft, mention, name, language)
            case LabelHere(_, paragraph) if _has_number(paragraph):
                return _renumbered(draft, paragraph, name, language)
            case ReferenceHere(_, _, target) if _has_number(target):
                return _renumbered(draft, target, name, language)
            case _:
                continue
    raise NotRenamed(wording("not-renamable", language))


def _has_number(paragraph: Paragraph) -> bool:
    return paragraph.label is not None and paragraph.label.kind == "number" and not paragraph.level


def _number(name: str, language: str) -> int:
    if not name.isdecimal() or not 0 < int(name) <= _LARGEST:
        raise NotRenamed(wording("not-a-number", language, name=name))
    return int(name)


def _renumbered_note(
    draft: Draft, series: Numbering, number: str, name: str, language: str
) -> list[Edit]:
    """Give a note another number: its markers and the note itself."""
    wanted = str(_number(name, language))
    if wanted != number and (series.notes_of.get(wanted) or series.uses_of.get(wanted)):
        raise NotRenamed(wording("note-taken", language, number=wanted))
    spans = {marker.digits for _, marker in series.uses_of.get(number, ())}
    notes: list[Note] = series.notes_of.get(number, [])
    spans.update(note.number_span for note in notes)
    return [
        Edit(*span, _raised_like(draft.source.text[slice(*span)], wanted)) for span in sorted(spans)
    ]


def _raised_like(now: str, number: str) -> str:
    """Return a number in raised figures (¹) if the present one is, else as it is."""
    return number.translate(_RAISED) if now and now[0] in _RAISED.values() else number


def _renumbered(draft: Draft, paragraph: Paragraph, name: str, language: str) -> list[Edit]:
    """Give a paragraph another number: its label and the references that lead to it."""
    number = _number(name, language)
    for other in draft.paragraphs:
        if other is not paragraph and other.resolution is paragraph.resolution:
            if _has_number(other) and label_of(other).value == number:
                raise NotRenamed(wording("paragraph-taken", language, number=str(number)))
    label = written(label_of(paragraph), number, written_value(paragraph))
    edits = [Edit(*value_span(paragraph), label)]
    edits += [Edit(*span, str(number)) for span in numbers_that_name(draft, {paragraph})]
    return sorted(edits, key=lambda edit: edit.start)


def numbers_that_name(draft: Draft, wanted: set[Paragraph]) -> dict[Span, Paragraph]:
    """Return the spans of the numbers in references that lead to some paragraphs, with these."""
    found: dict[Span, Paragraph] = {}
    where = targets(draft)
    for other in draft.paragraphs:
        for here in references_in(draft, other):
            top = where.resolved(here.reference)
            span = other.source_span(*here.reference.number_span)
            if top in wanted and draft.source.text[slice(*span)].isdecimal():
                found[span] = top
    return found


def _renamed_entity(draft: Draft, mention: Mention, name: str, language: str) -> list[Edit]:
    """Give a body, an instrument or an acronym another name, wherever it is written so."""
    if not name or len(name) > _LONGEST or not name.isprintable():
        raise NotRenamed(wording("not-a-name", language))
    entity = entity_of(draft, mention)
    spans = {
        other.paragraph.source_span(other.start, other.end)
        for other in all_mentions(draft)
        if other.written == mention.written and entity_of(draft, other) == entity
    }
    return [Edit(*span, name) for span in sorted(spans)]
