"""The numbering of a draft's notes: markers in order, the notes they point to, wrong numbers.

One error must give one finding, so it is decided here which of two equal numbers is wrong: a note
that took another's number, a marker that took another's number. Checks report what stands here.
"""

from __future__ import annotations

from bisect import bisect_right

from reslint.blocks.markers import NOTATIONS, TO_DIGITS, TO_SUPERSCRIPTS
from reslint.blocks.model import Marker
from reslint.data.patterns import expression
from reslint.draft.model import NOTE, TABLE
from reslint.facts import fact
from reslint.text.folding import LIST_COMMAS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reslint.draft.model import Draft, Note, Paragraph, Resolution

    Use = tuple[Paragraph, Marker]


_NUMBER = expression("[0-9]+")

_TABLE_MARKER = expression(
    r"\[\^(?P<bracket>[0-9]{1,4})\]|<sup>(?P<superscript>[0-9]{1,4})</sup>|(?P<letter>[⁰¹²³⁴⁵⁶⁷⁸⁹]+)"
)
# `[1]` behind a space is no marker, as text under negotiation stands in brackets, too.
_SET_APART = expression(r"(?:^|\s)\[([0-9]{1,3})\]")
_IN_TABLE = -1
"""`Marker.at` of a marker in a table, which has no plain text."""


def numbers_set_apart(paragraph: Paragraph) -> list[str]:
    """Return the numbers in square brackets that stand apart in a text: `the report [1]`."""
    return _SET_APART.findall(paragraph.text) if "[" in paragraph.text else []


def is_set_apart(draft: Draft, number: str) -> bool:
    """Tell whether a paragraph may point to a note with a number in brackets, set apart."""
    return any(
        number in numbers_set_apart(paragraph)
        for paragraph in draft.paragraphs
        if paragraph.part != NOTE
    )


class Numbering:
    """One series of notes: its markers (`uses`) in order, its notes, both by number.

    `right_notes` and `right_markers` hold the number that a note or marker ought to have, where
    another of the same number, or a gap, shows that its own is wrong.
    """

    __slots__ = ("notes", "notes_of", "right_markers", "right_notes", "uses", "uses_of")

    def __init__(self, uses: list[Use], notes: list[Note]) -> None:
        self.uses = uses
        self.notes = notes
        self.uses_of: dict[str, list[Use]] = {}
        self.notes_of: dict[str, list[Note]] = {}
        for use in uses:
            self.uses_of.setdefault(use[1].number, []).append(use)
        for note in notes:
            self.notes_of.setdefault(note.number, []).append(note)
        self.right_notes: dict[Note, int] = {}
        self.right_markers: dict[Marker, int] = {}
        if len(self.notes_of) < len(notes):
            self._correct_notes()
        if any(number not in self.uses_of for number in self.notes_of):
            self._correct_markers()

    def numbered_uses(self) -> list[tuple[Paragraph, Marker, int]]:
        """The markers that are numbers and have a note, with the number they ought to have."""
        found = []
        known = {*self.notes_of, *map(str, self.right_notes.values())}
        for paragraph, marker in self.uses:
            if marker.number.isdecimal():
                number = self.right_markers.get(marker) or int(marker.number)
                if str(number) in known:
                    found.append((paragraph, marker, number))
        return found

    def lonely_notes(self) -> list[Note]:
        """The notes without a marker, wrong numbers corrected."""
        used = {*self.uses_of, *map(str, self.right_markers.values())}
        return [note for note in self.notes if self.number(note) not in used]

    def lonely_uses(self) -> list[Use]:
        """The first marker of each number that has no note, wrong numbers corrected."""
        known = {self.number(note) for note in self.notes}
        return [
            uses[0]
            for number, uses in self.uses_of.items()
            if number not in known and uses[0][1] not in self.right_markers
        ]

    def is_sound(self) -> bool:
        """Whether every number has one note and every note a marker: it can be renumbered.

        Letters and names are no part of that: they have no place in an order.
        """
        used = {number for number in self.uses_of if number.isdecimal()}
        noted = [note.number for note in self.notes if note.number.isdecimal()]
        return len(noted) == len(used) and used == set(noted)

    @property
    def start(self) -> int:
        """The number with which the series begins: 2 where it has no trace of 1, else 1."""
        numbers = self.uses_of.keys() | self.notes_of.keys()
        return 2 if "1" not in numbers and "2" in numbers else 1

    def number(self, note: Note) -> str:
        """The number that a note ought to have."""
        right = self.right_notes.get(note)
        return note.number if right is None else str(right)

    def _correct_notes(self) -> None:
        """Of several notes of one number, finds the one whose neighbours show another number."""
        lonely = {
            int(number): place
            for place, number in enumerate(self.uses_of)
            if number not in self.notes_of and number.isdecimal()
        }
        order = [int(note.number) if note.number.isdecimal() else 0 for note in self.notes]
        places = {note: place for place, note in enumerate(self.notes)}
        for number, notes in self.notes_of.items():
            if len(notes) < 2 or not number.isdecimal():
                continue
            for note in reversed(notes):
                place = places[note]
                # Of all that are lonely two may fit: one more than before, one less than after.
                fitting = {_at(order, place - 1) + 1, _at(order, place + 1) - 1} & lonely.keys()
                right = min(fitting, key=lonely.__getitem__, default=0)
                if right:
                    del lonely[right]
                elif len(self.uses_of.get(number, ())) > 1:
                    right = self._renumbered_together(number, order, place)
                if right:
                    self.right_notes[note] = right
                    break

    def _renumbered_together(self, number: str, order: list[int], place: int) -> int:
        """The number that a note and a marker have both lost, 0 where none is plain to see."""
        uses = [use for use in self.uses if use[1].number.isdecimal()]
        markers = [int(marker.number) for _, marker in uses]
        for right in (_at(order, place - 1) + 1, _at(order, place + 1) - 1):
            if right < 1 or str(right) in self.notes_of or str(right) in self.uses_of:
                continue
            for index, (_, marker) in enumerate(uses):
                if marker.number == number and _fits(markers, index, right):
                    self.right_markers[marker] = right
                    return right
        return 0

    def _correct_markers(self) -> None:
        """Finds markers that stand where the number of a note without marker is due."""
        missing = {int(n) for n in self.notes_of if n.isdecimal() and n not in self.uses_of}
        missing.difference_update(self.right_markers.values())
        uses = [use for use in self.uses if use[1].number.isdecimal()]
        numbers = [self.right_markers.get(m) or int(m.number) for _, m in uses]
        repeated = len(numbers) - len(set(numbers))
        last = max((int(n) for n in self.notes_of if n.isdecimal()), default=0)
        seen: set[int] = set()
        due = self.start
        for index, (_, marker) in enumerate(uses):
            number = numbers[index]
            if due in missing:
                again = number in seen and (repeated == 1 or number == due - 1)
                early = number > due and number in numbers[index + 1 :]
                unknown = str(number) not in self.notes_of
                following = next((n for n in numbers[index + 1 :] if n > due), last + 1)
                if (again or early or unknown) and following == due + 1:
                    self.right_markers[marker] = number = due
                    missing.discard(due)
            if number not in seen:
                seen.add(number)
                due = number + 1


def _at(numbers: list[int], index: int) -> int:
    return numbers[index] if 0 <= index < len(numbers) else 0


def _fits(numbers: list[int], index: int, right: int) -> bool:
    """Whether `right` at `index` follows what stands before it, or leads to what comes after."""
    return _at(numbers, index - 1) == right - 1 or _at(numbers, index + 1) == right + 1


@fact
def numberings(draft: Draft) -> list[Numbering]:
    """The series of notes of a draft: one, or one per resolution where each begins at 1 again."""
    notes = [note for note in draft.notes if note.notation != "bare"]  # their marks are lost
    known = {note.number for note in notes}
    uses: list[Use] = []
    for paragraph in draft.paragraphs:
        if paragraph.part == TABLE:
            uses.extend(_in_table(draft, paragraph, known))
        elif paragraph.markers and paragraph.part != NOTE:
            uses.extend((paragraph, marker) for marker in paragraph.markers)
    uses.sort(key=lambda use: (use[1].start, use[1].digits))
    roots = {_root(resolution) for resolution in draft.resolutions}
    if len(roots) > 1:
        first = _root(draft.resolutions[0])
        openers = {_root(n.paragraph.resolution) or first for n in notes if n.number == "1"}
        if len(openers) > 1:
            return _by_resolution(uses, notes, first)
    return [Numbering(uses, notes)]


def _root(resolution: Resolution | None) -> Resolution | None:
    """The resolution in which this one is nested, or itself."""
    while resolution is not None and resolution.parent is not None:
        resolution = resolution.parent
    return resolution


def _by_resolution(uses: list[Use], notes: list[Note], first: Resolution | None) -> list[Numbering]:
    parted: dict[Resolution | None, tuple[list[Use], list[Note]]] = {}
    for use in uses:
        whose = _root(use[0].resolution) or first
        parted.setdefault(whose, ([], []))[0].append(use)
    for note in notes:
        whose = _root(note.paragraph.resolution) or first
        parted.setdefault(whose, ([], []))[1].append(note)
    return [Numbering(*one) for one in parted.values()]


def _in_table(draft: Draft, paragraph: Paragraph, known: set[str]) -> list[Use]:
    """The markers of a table that have a note of the draft's (its own notes are letters)."""
    text = draft.source.text
    found: list[Use] = []
    for match in _TABLE_MARKER.finditer(text, paragraph.start, paragraph.end):
        group = match.lastgroup or ""
        number = match[group].translate(TO_DIGITS)
        if number in known:
            span = match.span(group)
            written = NOTATIONS[group]
            marker = Marker(_IN_TABLE, number, match.start(), match.end(), span, written)
            found.append((paragraph, marker))
    return found


def groups(paragraph: Paragraph) -> list[list[Marker]]:
    """The paragraph's markers, those that stand together (`1,2`) in one list."""
    found: list[list[Marker]] = []
    for marker in paragraph.markers:
        if found:
            between = paragraph.text[found[-1][-1].at : marker.at].strip()
            if not between or (between in LIST_COMMAS and len(between) == 1):
                found[-1].append(marker)
                continue
        found.append([marker])
    return found


@fact
def marker_places(paragraph: Paragraph) -> list[int]:
    """The plain offsets of the paragraph's markers, in order."""
    return sorted(marker.at for marker in paragraph.markers)


def separates_markers(paragraph: Paragraph, place: int) -> bool:
    """Whether the mark at a place stands between two note markers and parts them: `¹, ²`."""
    text = paragraph.text
    if len(paragraph.markers) < 2 or text[place] not in LIST_COMMAS:
        return False
    first, last = place, place + 1
    while first and text[first - 1].isspace():
        first -= 1
    while last < len(text) and text[last].isspace():
        last += 1
    places = marker_places(paragraph)
    before = bisect_right(places, place)
    return (
        before > 0
        and places[before - 1] >= first
        and before < len(places)
        and places[before] <= last
    )


def written(number: int, before: str) -> str:
    """A number in the digits in which `before` is written."""
    text = str(number)
    return text if before.isascii() else text.translate(TO_SUPERSCRIPTS)


class NoteReference:
    """One number of a reference to notes, with its source span.

    `certain` where the words say that the note is one of this text (`note 3 above`); a bare
    `note 3` may be another document's.
    """

    __slots__ = ("certain", "end", "number", "start")

    def __init__(self, number: str, start: int, end: int, *, certain: bool) -> None:
        self.number = number
        self.start = start
        self.end = end
        self.certain = certain


def note_references(draft: Draft) -> Iterator[NoteReference]:
    """The references of all paragraphs, notes among them, in order."""
    for paragraph in draft.paragraphs:
        yield from references_of_notes(paragraph, draft)


def references_of_notes(paragraph: Paragraph, draft: Draft) -> Iterator[NoteReference]:
    """The references of one paragraph to notes, in order."""
    written: str | None = draft.vocabulary.forms.get("notes", {}).get("reference")
    if not written:
        return
    for match in expression(written).finditer(paragraph.text):
        certain = any(match[name] for name in ("above", "below"))
        for number in _NUMBER.finditer(paragraph.text, *match.span("list")):
            span = paragraph.source_span(*number.span())
            yield NoteReference(number[0], *span, certain=certain)
