"""Kinds of check on notes: their numbers; see `note_markers` for places, `note_texts` for texts."""

from __future__ import annotations

from reslint.blocks.model import Marker
from reslint.checks import note_markers, note_texts
from reslint.checks.kinds import PARAGRAPH, Kind
from reslint.checks.note_markers import finding_at, is_letter, marker_span
from reslint.facts.notes import is_set_apart, note_references, numberings, written
from reslint.text.diagnostics import LEFT_BY_FIX, Edit, Finding

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reslint.checks.kinds import Rule
    from reslint.draft.model import DatedPlace, Draft, Paragraph
    from reslint.facts.notes import Numbering


def _marker_without_note(draft: Draft, _: Rule) -> Iterator[Finding]:
    for numbering in numberings(draft):
        for paragraph, marker in numbering.lonely_uses():
            if is_letter(marker) or _may_be_power(paragraph, marker):
                continue
            yield finding_at(draft, paragraph, marker, {"number": marker.number})


def _note_without_marker(draft: Draft, _: Rule) -> Iterator[Finding]:
    for numbering in numberings(draft):
        for note in numbering.lonely_notes():
            if note.notation == "square" and is_set_apart(draft, note.number):
                continue
            yield Finding(*note.number_span, note.paragraph.place, {"number": note.number})


def _duplicate(draft: Draft, _: Rule) -> Iterator[Finding]:
    """The further notes of a number, or the one among them whose right number is plain."""
    for numbering in numberings(draft):
        for number, notes in numbering.notes_of.items():
            if len(notes) < 2:
                continue
            wrong = [note for note in notes if note in numbering.right_notes]
            for note in wrong or notes[1:]:
                first = next(one for one in notes if one is not note)
                right = numbering.right_notes.get(note)
                edits = []
                if right is not None:
                    edits.append(_renumbered(draft, note.number_span, right))
                    edits += [
                        _renumbered(draft, marker.digits, right)
                        for marker, value in numbering.right_markers.items()
                        if value == right
                    ]
                yield Finding(
                    *note.number_span,
                    note.paragraph.place,
                    {"number": number, "right": "" if right is None else str(right)},
                    tuple(edits),
                    related=((*first.number_span, "other"),),
                )


def _sequence(draft: Draft, _: Rule) -> Iterator[Finding]:
    """Markers out of order; the edits of each finding renumber the whole series."""
    for numbering in numberings(draft):
        together = set(numbering.right_notes.values())
        for paragraph, marker in numbering.uses:
            right = numbering.right_markers.get(marker)
            if right is not None and right not in together:
                values = {"number": marker.number, "due": str(right)}
                edit = _renumbered(draft, marker.digits, right)
                yield finding_at(draft, paragraph, marker, values, (edit,))
        breaks = _breaks(numbering)
        edits, left = _renumbering(draft, numbering) if breaks else ((), ())
        for paragraph, marker, due in breaks:
            values = {"number": marker.number, "due": str(due)}
            yield finding_at(
                draft, paragraph, marker, values, edits, related=left, group="renumber"
            )
        numbered = numbering.numbered_uses()
        if numbering.start == 2 and numbered and not breaks:
            paragraph, marker, _number = numbered[0]
            values = {"number": marker.number, "due": "1"}
            yield finding_at(draft, paragraph, marker, values, variant="start", severity="info")


def _breaks(numbering: Numbering) -> list[tuple[Paragraph, Marker, int]]:
    """The markers at which the order breaks, with the number due there.

    A number skipped is no break where its note stands there without a marker, or its marker
    without a note: that is reported.
    """
    lone = {note.number for note in numbering.lonely_notes()}
    lone.update(marker.number for _, marker in numbering.lonely_uses())
    found: list[tuple[Paragraph, Marker, int]] = []
    seen: set[int] = set()
    missing: set[int] = set()
    due = numbering.start
    for paragraph, marker, number in numbering.numbered_uses():
        if number in seen:
            continue
        gap = {one for one in range(due, number) if str(one) not in lone}
        if gap:
            found.append((paragraph, marker, min(gap)))
            missing |= gap
        elif number < due and number not in missing:
            found.append((paragraph, marker, due))
        seen.add(number)
        due = max(due, number + 1)
    return found


def _renumbering(
    draft: Draft, numbering: Numbering
) -> tuple[tuple[Edit, ...], tuple[tuple[int, int, str], ...]]:
    """The edits that number all markers in order, their notes with them and what refers to these.

    With the references of which only a reader can say whether they mean notes of this draft.
    """
    if not numbering.is_sound():
        return (), ()
    new: dict[str, int] = {}
    spans = []
    for _, marker in numbering.uses:
        if marker.number.isdecimal():
            new.setdefault(marker.number, numbering.start + len(new))
            spans.append((marker.number, marker.digits))
    spans += [(n.number, n.number_span) for n in numbering.notes if n.number.isdecimal()]
    left = []
    alone = len(numberings(draft)) == 1
    for reference in note_references(draft):
        if new.get(reference.number, int(reference.number)) == int(reference.number):
            continue
        span = reference.start, reference.end
        if reference.certain and alone:
            spans.append((reference.number, span))
        else:
            left.append((*span, LEFT_BY_FIX))
    edits = tuple(
        _renumbered(draft, span, new[number])
        for number, span in spans
        if int(number) != new[number]
    )
    return edits, tuple(left)


def _reuse(draft: Draft, rule: Rule) -> Iterator[Finding]:
    if not _is_current(draft, rule.parameters["year"], rule.parameters["session"]):
        return
    for numbering in numberings(draft):
        for number, uses in numbering.uses_of.items():
            if is_letter(uses[0][1]):
                continue
            sound = [use for use in uses if use[1] not in numbering.right_markers]
            for paragraph, marker in sound[1:]:
                related = ((*marker_span(draft, sound[0][1]), "first"),)
                yield finding_at(draft, paragraph, marker, {"number": number}, related=related)


def _is_current(draft: Draft, first_year: int, first_session: int) -> bool:
    """Whether the draft is of a year and session from these on; also if it shows neither."""
    masthead = draft.masthead
    dated: DatedPlace | None = masthead.closing or masthead.adoption or masthead.distribution
    if dated is not None:
        return dated.date[0] >= first_year
    year = masthead.number.partition("/")[0]
    if len(year) == 4 and year.isdecimal():
        return int(year) >= first_year
    if draft.organ == "GA" and masthead.session:
        return masthead.session >= first_session
    return True


def _may_be_power(paragraph: Paragraph, marker: Marker) -> bool:
    """Whether a superscript without note can be a power (10⁶, x²)."""
    if marker.notation in ("bracket", "square"):
        return False
    before = paragraph.text[: max(marker.at, 0)]
    word = before[len(before.rstrip("0123456789")) :]
    if word:
        return word == "10"
    letter = before[-1:]
    return letter.isascii() and letter.islower() and not before[-2:-1].isalpha()


def _renumbered(draft: Draft, span: tuple[int, int], number: int) -> Edit:
    return Edit(*span, written(number, draft.source.text[slice(*span)]))


KINDS = {
    "series-emphasis": Kind(
        note_texts.series_emphasis, placeholders=("title",), scope=PARAGRAPH, needs_emphasis=True
    ),
    "marker-without-note": Kind(_marker_without_note, placeholders=("number",), reads=("markers",)),
    "note-without-marker": Kind(_note_without_marker, placeholders=("number",), reads=("markers",)),
    "sequence": Kind(_sequence, placeholders=("number", "due"), reads=("markers",)),
    "marker-position": Kind(
        note_markers.position, placeholders=("number", "mark"), scope=PARAGRAPH
    ),
    "reuse": Kind(
        _reuse,
        parameters={
            "year": {
                "type": "integer",
                "default": 0,
                "description": "Older drafts are left alone.",
            },
            "session": {
                "type": "integer",
                "default": 0,
                "description": "For drafts of the General Assembly that show no year.",
            },
        },
        placeholders=("number",),
        reads=("markers",),
    ),
    "ending": Kind(note_texts.ending, placeholders=("number", "found"), scope=PARAGRAPH),
    "form": Kind(note_texts.form, placeholders=("number", "match"), reads=("note", "markers")),
    "spacing": Kind(note_markers.spacing, placeholders=("number", "before"), scope=PARAGRAPH),
    "ibid": Kind(note_texts.ibid, placeholders=("number", "before"), reads=("note", "markers")),
    "marker-kind": Kind(note_markers.marker_kind, placeholders=("number",), scope=PARAGRAPH),
    "emphasis-over-symbol": Kind(
        note_texts.emphasis, placeholders=("symbol",), scope=PARAGRAPH, needs_emphasis=True
    ),
    "duplicate": Kind(_duplicate, placeholders=("number", "right"), reads=("markers",)),
}
