"""Kinds of check on notes: markers and numbers here, what notes say in `note_texts`."""

from __future__ import annotations

from reslint.blocks.model import Marker
from reslint.checks import note_texts
from reslint.checks.kinds import PARAGRAPH, Kind
from reslint.data.patterns import expression
from reslint.draft.block_roles import is_ended
from reslint.draft.model import ANNEX, NOTE, OPERATIVE, PREAMBLE, QUOTATION
from reslint.facts.notes import groups, note_references, numberings, written
from reslint.text.diagnostics import LEFT_BY_FIX, Edit, Finding
from reslint.text.folding import CLOSING_QUOTES, INVISIBLE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from reslint.checks.kinds import Rule
    from reslint.draft.model import DatedPlace, Draft, Paragraph
    from reslint.facts.notes import Numbering
    from reslint.text.diagnostics import Severity


_NO_REUSE_YEAR = 2020
_NO_REUSE_SESSION = 74
"""From when on a number is used once only: the year, and the General Assembly's session."""
_ROMAN_BEFORE = expression(r"\b[IVXLC]+$")
_OPENING = '«“‘"([（「『'


class Placing:
    """A group of markers on the wrong side of a punctuation mark, and the edits that move it."""

    __slots__ = ("edits", "mark")

    def __init__(self, mark: str, edits: tuple[Edit, ...]) -> None:
        self.mark = mark
        self.edits = edits


def misplaced(draft: Draft, paragraph: Paragraph, group: list[Marker]) -> Placing | None:
    """How a group of markers is to be moved across a punctuation mark, None where it stands well.

    A marker in mid-sentence stands well, as does one after a quotation mark or bracket.
    """
    forms: dict[str, Any] = draft.vocabulary.forms.get("notes", {})
    if draft.organ in forms.get("side_free", ()):
        return None
    beside: str = forms.get("beside", "")
    if forms.get("side") == "before":
        return _after_its_mark(draft, paragraph, group, beside)
    return _before_its_mark(draft, paragraph, group, beside)


def _after_its_mark(
    draft: Draft, paragraph: Paragraph, group: list[Marker], beside: str
) -> Placing | None:
    text = paragraph.text
    end = len(text[: group[0].at].rstrip(INVISIBLE))
    place = end - 1  # of the mark
    if place < 1 or text[place] not in beside:
        return None
    following = text[group[-1].at :].lstrip(INVISIBLE)[:1]
    if following and following in _closing_quotes(draft):
        return None  # the note belongs to the quoted sentence
    if text[place] == "." and not _is_stop(draft, text[:end]):
        return None
    target = len(text[:place].rstrip(INVISIBLE))
    where = paragraph.plain.source_start(target)
    return Placing(text[place], _moved(draft, paragraph, group, end, where))


def _before_its_mark(
    draft: Draft, paragraph: Paragraph, group: list[Marker], beside: str
) -> Placing | None:
    text = paragraph.text
    after = group[-1].at
    place = len(text) - len(text[after:].lstrip(INVISIBLE))
    mark = text[place : place + 1]
    if not mark or mark not in beside:
        return None
    following = text[place + 1 : place + 2]
    if following.isdigit() or (mark == "." and (following.isalnum() or following == ".")):
        return None
    end = place + 1
    while end < len(text) and text[end] in CLOSING_QUOTES:
        end += 1
    before = len(text[: group[0].at].rstrip(INVISIBLE))
    where = paragraph.plain.source_end(end)
    return Placing(mark, _moved(draft, paragraph, group, before, where))


def _closing_quotes(draft: Draft) -> str:
    pairs = draft.vocabulary.forms.get("quotation", ())
    return "".join(pair[1] for pair in pairs) + '"'


def _is_stop(draft: Draft, text: str) -> bool:
    """Whether the point at the end of a text ends a sentence: no abbreviation, no ellipsis."""
    if text.endswith(".."):
        return False
    # `I.` may be a numeral or an initial: nobody can tell whether its point ends a sentence.
    words = text.split()
    word = words[-1].lstrip("([«“\"'") if words else ""
    if len(word) == 2 and word[0].isalpha():
        return False
    return word not in draft.vocabulary.forms.get("abbreviations", ())


def _moved(
    draft: Draft, paragraph: Paragraph, group: list[Marker], end: int, where: int
) -> tuple[Edit, ...]:
    """The edits that put a group at `where`; the spaces from plain `end` to it go, too."""
    source = draft.source.text
    first, last = group[0].start, group[-1].end
    gap = space_before(draft, paragraph, group[0], end)
    return (
        Edit(where, where, source[first:last]),
        Edit(gap[0] if gap else first, last, ""),
    )


def space_before(
    draft: Draft, paragraph: Paragraph, marker: Marker, end: int
) -> tuple[int, int] | None:
    """The source span of the spaces between plain offset `end` and a marker, None for none.

    Mark-up between them (an emphasis that closes) is never part of it.
    """
    if marker.at <= end:
        return None
    source = draft.source.text
    start = marker.start
    first = paragraph.plain.source_start(end)
    while start > first and source[start - 1].isspace():
        start -= 1
    return (start, marker.start) if start < marker.start else None


def _marker_without_note(draft: Draft, _: Rule) -> Iterator[Finding]:
    for numbering in numberings(draft):
        for paragraph, marker in numbering.lonely_uses():
            if _is_letter(marker) or _may_be_power(paragraph, marker):
                continue
            yield _at(draft, paragraph, marker, {"number": marker.number})


def _note_without_marker(draft: Draft, _: Rule) -> Iterator[Finding]:
    for numbering in numberings(draft):
        for note in numbering.lonely_notes():
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
                yield _at(draft, paragraph, marker, values, (edit,))
        breaks = _breaks(numbering)
        edits, left = _renumbering(draft, numbering) if breaks else ((), ())
        for paragraph, marker, due in breaks:
            values = {"number": marker.number, "due": str(due)}
            yield _at(draft, paragraph, marker, values, edits, related=left, group="renumber")
        numbered = numbering.numbered_uses()
        if numbering.start == 2 and numbered and not breaks:
            paragraph, marker, _number = numbered[0]
            values = {"number": marker.number, "due": "1"}
            yield _at(draft, paragraph, marker, values, variant="start", severity="info")


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


def _position(draft: Draft, _: Rule) -> Iterator[Finding]:
    for paragraph, group in _groups(draft):
        placing = misplaced(draft, paragraph, group)
        if placing is not None:
            start, end = group[0].start, group[-1].end
            values = {"number": _numbers(group), "mark": placing.mark}
            yield Finding(start, end, paragraph.place, values, placing.edits)


def _reuse(draft: Draft, _: Rule) -> Iterator[Finding]:
    if not _is_current(draft):
        return
    for numbering in numberings(draft):
        for number, uses in numbering.uses_of.items():
            if _is_letter(uses[0][1]):
                continue
            sound = [use for use in uses if use[1] not in numbering.right_markers]
            for paragraph, marker in sound[1:]:
                related = ((*_span(draft, sound[0][1]), "first"),)
                yield _at(draft, paragraph, marker, {"number": number}, related=related)


def _is_current(draft: Draft) -> bool:
    """Whether the draft is of the time since a number is used once only; unknown counts as so."""
    masthead = draft.masthead
    dated: DatedPlace | None = masthead.closing or masthead.adoption or masthead.distribution
    if dated is not None:
        return dated.date[0] >= _NO_REUSE_YEAR
    year = masthead.number.partition("/")[0]
    if len(year) == 4 and year.isdecimal():
        return int(year) >= _NO_REUSE_YEAR
    if draft.organ == "GA" and masthead.session:
        return masthead.session >= _NO_REUSE_SESSION
    return True


def _spacing(draft: Draft, _: Rule) -> Iterator[Finding]:
    for paragraph, group in _groups(draft):
        text = paragraph.text
        first = group[0]
        before = len(text[: first.at].rstrip(INVISIBLE))
        if before and text[before - 1] not in _OPENING:
            gap = space_before(draft, paragraph, first, before)
            if gap is not None and misplaced(draft, paragraph, group) is None:
                edits = (Edit(*gap, ""),)
                yield _at(draft, paragraph, first, {"number": first.number}, edits)
        for one, other in zip(group, group[1:], strict=False):
            # `<sup>1,2</sup>` is one piece of mark-up, its numbers parted already.
            if one.start == other.start or paragraph.text[one.at : other.at].strip():
                continue
            gap_text = draft.source.text[one.end : other.start]
            values = {"number": other.number, "before": one.number}
            parted = () if gap_text.strip() else (Edit(one.end, other.start, ","),)
            yield _at(draft, paragraph, other, values, parted, variant="together")


def _marker_kind(draft: Draft, _: Rule) -> Iterator[Finding]:
    """Letters and asterisks; a heading of an annex may have one, as a title may."""
    for paragraph in draft.part(PREAMBLE, OPERATIVE, ANNEX):
        if paragraph.blocks[0].kind == "heading":
            continue
        for marker in paragraph.markers:
            if _is_letter(marker) and not _may_be_else(paragraph, marker):
                yield _at(draft, paragraph, marker, {"number": marker.number})


def _may_be_else(paragraph: Paragraph, marker: Marker) -> bool:
    """Whether a superscript letter can be an ordinal (XXIe) or be of a table's flattened cell."""
    before = paragraph.text[: marker.at]
    if _ROMAN_BEFORE.search(before[-8:]):
        return True
    return paragraph.label is None and not is_ended(paragraph.text)


# Helpers ---------------------------------------------------------------------------------------


def _groups(draft: Draft) -> Iterator[tuple[Paragraph, list[Marker]]]:
    """The groups of markers in all paragraphs of the draft's own text."""
    for paragraph in draft.paragraphs:
        if paragraph.markers and paragraph.part not in (NOTE, QUOTATION):
            for group in groups(paragraph):
                yield paragraph, group


def _is_letter(marker: Marker) -> bool:
    """Whether the marker is a letter or asterisks, no number and no name of a note."""
    number = marker.number
    return not number.strip("*\\") or (len(number) == 1 and number.isalpha())


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


def _numbers(group: list[Marker]) -> str:
    return ", ".join(marker.number for marker in group)


def _renumbered(draft: Draft, span: tuple[int, int], number: int) -> Edit:
    return Edit(*span, written(number, draft.source.text[slice(*span)]))


def _span(draft: Draft, marker: Marker) -> tuple[int, int]:
    """The marker with its mark-up; the number alone where the mark-up holds several."""
    inside = draft.source.text[marker.start : marker.end]
    if marker.notation == "superscript" and any(mark in inside for mark in ",،、;"):
        return marker.digits
    return marker.start, marker.end


def _at(
    draft: Draft,
    paragraph: Paragraph,
    marker: Marker,
    values: dict[str, str],
    edits: tuple[Edit, ...] = (),
    *,
    variant: str | None = None,
    severity: Severity | None = None,
    related: tuple[tuple[int, int, str], ...] = (),
    group: str | None = None,
) -> Finding:
    """A finding at a marker."""
    return Finding(
        *_span(draft, marker),
        paragraph.place,
        values,
        edits,
        variant=variant,
        severity=severity,
        related=related,
        group=group if edits else None,
    )


KINDS = {
    "marker-without-note": Kind(_marker_without_note, placeholders=("number",)),
    "note-without-marker": Kind(_note_without_marker, placeholders=("number",)),
    "sequence": Kind(_sequence, placeholders=("number", "due")),
    "marker-position": Kind(_position, placeholders=("number", "mark"), scope=PARAGRAPH),
    "reuse": Kind(_reuse, placeholders=("number",)),
    "ending": Kind(note_texts.ending, placeholders=("number", "found"), scope=PARAGRAPH),
    "form": Kind(note_texts.form, placeholders=("number", "match")),
    "spacing": Kind(_spacing, placeholders=("number", "before"), scope=PARAGRAPH),
    "ibid": Kind(note_texts.ibid, placeholders=("number", "before")),
    "marker-kind": Kind(_marker_kind, placeholders=("number",), scope=PARAGRAPH),
    "emphasis-over-symbol": Kind(
        note_texts.emphasis, placeholders=("symbol",), scope=PARAGRAPH, needs_emphasis=True
    ),
    "duplicate": Kind(_duplicate, placeholders=("number", "right")),
}
