"""Series of labels in a draft: the operative numbers, the lists of sub-paragraphs.

Some 400 lines: the counter, what it counts and how labels are written belong together.
"""

from __future__ import annotations

from reslint.blocks.numerals import (
    arabic_letters,
    chinese_number,
    cyrillic_letter,
    is_cyrillic_letter,
    to_roman,
)
from reslint.draft.model import HEADING, OPERATIVE, PREAMBLE
from reslint.draft.parts.levels import same_series
from reslint.facts import fact
from reslint.facts.openings import lead_in
from reslint.language.organ_names import OTHER

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reslint.blocks.label import Label
    from reslint.draft.model import Draft, Paragraph, Resolution


# Kinds of error in a label.
FIRST = "first"  # the series does not begin at one
GAP = "gap"
REPEATED = "repeated"
RESTART = "restart"
SECTIONS = "sections"  # after a roman section head the other way than before
SUFFIX = "suffix"  # bis, ter … outside negotiation
ORDER = "order"


class LabelError:
    """A label that breaks its series: the number before it and the number expected."""

    __slots__ = ("before", "expected", "kind", "paragraph")

    def __init__(self, paragraph: Paragraph, kind: str, before: int, expected: int) -> None:
        self.paragraph = paragraph
        self.kind = kind
        self.before = before
        self.expected = expected


class Series:
    """Labels that count together.

    `numbers` is the right number of each paragraph once all errors are corrected;
    `aliases` holds the numbers that paragraphs surely have although their labels say others;
    `missing` the number to insert (0 where none fits) for each paragraph without label;
    `goes_on_from` the last number of a numbered preamble where the series goes on from it, else 0.
    """

    __slots__ = ("aliases", "errors", "goes_on_from", "items", "missing", "numbers")

    def __init__(self) -> None:
        self.items: list[Paragraph] = []
        self.numbers: list[int] = []
        self.errors: list[LabelError] = []
        self.aliases: dict[Paragraph, int] = {}
        self.missing: list[tuple[Paragraph, int]] = []
        self.goes_on_from = 0

    def add(self, paragraph: Paragraph, number: int) -> None:
        self.items.append(paragraph)
        self.numbers.append(number)


class Counter:
    """Counts through the labelled paragraphs of one series and collects its errors."""

    __slots__ = ("_labelled", "_negotiation", "_number", "_series", "_suffixed", "_swapped", "last")

    def __init__(
        self, series: Series, labelled: list[Paragraph], *, negotiation: bool, before: int = 0
    ) -> None:
        self._series = series
        self._labelled = labelled
        self._negotiation = negotiation
        self._number = before  # the right number of the paragraph before
        self._swapped = False  # the next label changed places with this one: reported already
        self._suffixed = ""
        self.last = before  # the number of the paragraph before, a mistyped one corrected

    def take(
        self, position: int, pending: list[Paragraph], *, restart: bool = False, kind: str = ""
    ) -> None:
        """Takes the next label; `pending` are paragraphs without one right before it.

        `restart`: the count starts at one here. `kind`: the label is an error of that kind.
        """
        paragraph = self._labelled[position]
        label = paragraph.label
        assert label is not None
        before = self.last
        if restart:
            self.last = self._number = 0
        value, wanted = label.value, self.last + 1
        if self._swapped:
            self._swapped = False
            self._series.aliases[paragraph] = wanted
            self._go(paragraph, wanted, 1)
        elif label.suffix:
            self._take_suffixed(paragraph, label)
        elif not kind and wanted <= value <= wanted + len(pending):
            self._name_missing(pending, wanted if value > self.last + len(pending) else 0)
            self._go(paragraph, value, value - self.last)
            pending = []
        else:
            kind = kind or self._kind(value, wanted, before)
            error = LabelError(paragraph, kind, before, self._number + 1)
            self._series.errors.append(error)
            mistyped = self._is_mistyped(position, value, wanted)
            if mistyped:
                self._series.aliases[paragraph] = wanted
            self._go(paragraph, wanted if mistyped else value, 1)
        self._name_missing(pending, 0)
        self._suffixed = label.suffix

    def _go(self, paragraph: Paragraph, value: int, step: int) -> None:
        self._number += step
        self.last = value
        self._series.add(paragraph, self._number)

    def _name_missing(self, pending: list[Paragraph], first: int) -> None:
        for place, paragraph in enumerate(pending):
            self._series.missing.append((paragraph, first + place if first else 0))
            if first:
                self._series.aliases[paragraph] = first + place
        pending.clear()

    def _take_suffixed(self, paragraph: Paragraph, label: Label) -> None:
        if self._negotiation:
            # 3 alt may stand for a paragraph 3 that was dropped.
            if label.value == self.last + 1:
                self._go(paragraph, label.value, 1)
                return
            if label.value != self.last:
                error = LabelError(paragraph, ORDER, self.last, self._number)
                self._series.errors.append(error)
            self._series.add(paragraph, self._number)
            return
        if not self._suffixed:
            error = LabelError(paragraph, SUFFIX, self.last, self._number + 1)
            self._series.errors.append(error)
        self._go(paragraph, max(self.last, label.value), 1)

    def _kind(self, value: int, wanted: int, before: int) -> str:
        if not before:
            return FIRST
        if value == before:
            return REPEATED
        if value == 1:
            return RESTART
        return GAP if value > wanted else ORDER

    def _is_mistyped(self, position: int, value: int, wanted: int) -> bool:
        """Whether only this label is wrong: those after it go on as if it were right."""
        after = [
            p.label.value
            for p in self._labelled[position + 1 : position + 3]
            if p.label is not None
        ]
        if after[:1] == [wanted + 1]:
            return value != wanted
        if value == wanted + 1 and after == [wanted, wanted + 2]:
            self._swapped = True
            return True
        return False


class Numbering:
    """The series of a draft: one of numbers for each resolution, one for each list."""

    __slots__ = ("lists", "operative")

    def __init__(self, draft: Draft, *, negotiation: bool) -> None:
        sections = _roman_sections(draft)
        self.operative = [
            _operative_series(
                resolution,
                sections,
                negotiation=negotiation,
                before=_number_before(draft, resolution),
            )
            for resolution in draft.resolutions
        ]
        self.lists = [_list_series(items) for items in _lists(draft)]


def numbering(draft: Draft, *, negotiation: bool = False) -> Numbering:
    """The series of a draft, found once; `negotiation` takes 4 bis and 4 ter as right."""
    return _negotiated_numbering(draft) if negotiation else _plain_numbering(draft)


@fact
def _plain_numbering(draft: Draft) -> Numbering:
    return Numbering(draft, negotiation=False)


@fact
def _negotiated_numbering(draft: Draft) -> Numbering:
    return Numbering(draft, negotiation=True)


# Numbers -------------------------------------------------------------------------------------


def _roman_sections(draft: Draft) -> dict[Paragraph, Paragraph]:
    """The numbered section head under which each operative paragraph stands, if there is one.

    Its number is Roman, or an ordinal as the language writes it. Above a paragraph with a letter
    any heading is one: `1. General` above `(a)`.
    """
    ordinals = draft.vocabulary.pattern("section_ordinal")
    found: dict[Paragraph, Paragraph] = {}
    head: Paragraph | None = None
    last: Paragraph | None = None
    resolution: Resolution | None = None
    for paragraph in draft.paragraphs:
        if paragraph.resolution is not resolution:
            head, last, resolution = None, None, paragraph.resolution
        if paragraph.part == HEADING:
            last = paragraph
            label = paragraph.heading_label
            ordinal = ordinals is not None and ordinals.fullmatch(label)
            if label and (ordinal or not label.strip("IVX")):
                head = paragraph
        elif paragraph.part == OPERATIVE:
            lettered = paragraph.label is not None and paragraph.label.kind == "letter"
            if lettered and last is not None:
                found[paragraph] = last
            elif head is not None:
                found[paragraph] = head
    return found


def numbered(resolution: Resolution) -> Iterator[Paragraph]:
    """The paragraphs that count in the numbering of a resolution, those without label too.

    `3)` between `2.` and `4.` is read as an item under 2; here it is the third paragraph.
    """
    last = 0
    for paragraph in resolution.operative:
        yield paragraph
        if paragraph.label is not None and is_counted(paragraph):
            last = paragraph.label.value
        for child in _bracketed(paragraph):
            # A list numbered 1), 2) … is a list: only what goes on from above counts.
            if not last or label_of(child).value != last + 1:
                break
            last += 1
            yield child


def is_counted(paragraph: Paragraph) -> bool:
    """Whether a paragraph has a label that counts: none, or a bullet, does not."""
    return paragraph.label is not None and paragraph.label.kind != "bullet"


def _bracketed(paragraph: Paragraph) -> Iterator[Paragraph]:
    """The items `3)` under a paragraph, at any level, in order; not the one after ’2‘."""
    before = ""
    for child in paragraph.children:
        if child.label is not None and child.label.style == "N)" and before != "quoted":
            yield child
        yield from _bracketed(child)
        before = child.label.kind if child.label is not None else ""


def counts_on(draft: Draft, resolution: Resolution) -> bool:
    """Tell whether the numbers of another body go on from those of its whole preamble."""
    if draft.organ != OTHER or resolution.organ_line is None or not resolution.operative:
        return False
    paragraphs = [*resolution.preamble, resolution.operative[0]]
    return len(paragraphs) > 1 and all(
        one.label is not None and (one.label.kind, one.label.value) == ("number", number)
        for number, one in enumerate(paragraphs, 1)
    )


def _number_before(draft: Draft, resolution: Resolution) -> int:
    """The number of the last preambular paragraph in a house that counts on from there, else 0."""
    if draft.habits is None:
        if not counts_on(draft, resolution):
            return 0
    elif not draft.habits.continuous:
        return 0
    labels = [one.label for one in resolution.preamble if one.label is not None]
    first = next((one.label for one in resolution.operative if one.label is not None), None)
    if (
        draft.habits is not None
        and draft.habits.unknown_style
        and first is not None
        and first.value == 1
    ):
        return 0  # nobody knows whether this body counts on
    return labels[-1].value if labels and labels[-1].kind == "number" else 0


def _operative_series(
    resolution: Resolution,
    sections: dict[Paragraph, Paragraph],
    *,
    negotiation: bool,
    before: int,
) -> Series:
    series = Series()
    paragraphs = list(numbered(resolution))
    labelled = [p for p in paragraphs if is_counted(p)]
    if not labelled:
        if len(paragraphs) > 1:
            series.missing = [(one, place) for place, one in enumerate(paragraphs, 1)]
        return series
    negotiated = all(label_of(paragraph).part for paragraph in labelled)
    last = _last_of_preamble(resolution)
    if last and label_of(labelled[0]).value == last + 1:
        series.goes_on_from = last
    counter = Counter(
        series,
        labelled,
        negotiation=negotiation or negotiated,
        before=before or series.goes_on_from,
    )
    pending: list[Paragraph] = []
    section: Paragraph | None = None
    restarts: bool | None = None  # whether each roman section starts at one; None: not known yet
    position = 0
    for index, paragraph in enumerate(paragraphs):
        label = paragraph.label
        if label is None or not is_counted(paragraph):
            if not _stands_alone(paragraphs, index, sections) and lead_in(paragraph) is None:
                pending.append(paragraph)
            continue
        crossed = bool(counter.last) and sections.get(paragraph) is not section
        section = sections.get(paragraph)
        restart = False
        kind = ""
        if crossed and not label.suffix and section is not None:
            goes_on = label.value in (counter.last + 1, counter.last + 1 + len(pending))
            if label.value == 1 or goes_on:
                if restarts is None:
                    restarts = label.value == 1
                elif restarts == goes_on:
                    kind = SECTIONS
            restart = bool(restarts)
        counter.take(position, pending, restart=restart, kind=kind)
        pending = []
        position += 1
    for place, paragraph in enumerate(pending, 1):
        series.missing.append((paragraph, counter.last + place))
    return series


def _last_of_preamble(resolution: Resolution) -> int:
    """The number of the last preambular paragraph where more than one has a number, else 0."""
    labels = [paragraph.label for paragraph in resolution.preamble]
    counted = [one for one in labels if one is not None and one.kind == "number" and not one.part]
    return counted[-1].value if len(counted) >= max(len(labels) - 1, 2) else 0


def _stands_alone(
    paragraphs: list[Paragraph], index: int, sections: dict[Paragraph, Paragraph]
) -> bool:
    """Whether a paragraph is the only one under its roman head: it needs no number then."""
    head = sections.get(paragraphs[index])
    if head is None:
        return False
    near = paragraphs[max(index - 1, 0) : index] + paragraphs[index + 1 : index + 2]
    return all(sections.get(other) is not head for other in near)


# Lists ---------------------------------------------------------------------------------------


def _lists(draft: Draft) -> Iterator[list[Paragraph]]:
    """The lists of sub-paragraphs, of one level and kind each, bullets apart.

    A line without label ends a list only where both it and the next one begin at one.
    """
    stray = {
        child
        for resolution in draft.resolutions
        for child in numbered(resolution)
        if child.parent is not None
    }
    for parent in draft.paragraphs:
        if not parent.children or parent.part not in (OPERATIVE, PREAMBLE):
            continue
        items: list[Paragraph] = []
        parted = False
        for child in parent.children:
            label = child.label
            if child in stray:
                continue
            if label is None or not label.value:
                parted = True
                continue
            if items and _is_other(items, label, parted=parted):
                yield items
                items = []
            items.append(child)
            parted = False
        if items:
            yield items


def _is_other(items: list[Paragraph], label: Label, *, parted: bool) -> bool:
    if not same_series(label_of(items[-1]).kind, label.kind):
        return True
    return parted and label.value == label_of(items[0]).value == 1


def _list_series(items: list[Paragraph]) -> Series:
    series = Series()
    # Only texts under negotiation have items (b) bis: they are right there.
    counter = Counter(series, items, negotiation=True)
    for position in range(len(items)):
        counter.take(position, [])
    return series


def written(label: Label, number: int, as_written: str) -> str:
    """A number written in the style of a label; "" if that style is not known."""
    if label.style in ("I.", "一、", "word N") and not as_written.isdecimal():
        return to_roman(number).upper() if as_written.isascii() else chinese_number(number)
    if label.kind == "number" or label.kind == "quoted":
        return str(number)
    if label.kind == "roman":
        return to_roman(number)
    if label.kind == "letter" and as_written.isascii() and number <= 52:
        letters = chr(97 + (number - 1) % 26) * (1 + (number - 1) // 26)
        return letters.upper() if as_written.isupper() else letters
    if label.kind == "letter" and "\u0621" <= as_written[:1] <= "\u064a":
        return arabic_letters(number)
    if label.kind == "letter" and is_cyrillic_letter(as_written):
        return cyrillic_letter(number)
    if label.kind == "circled" and "\u3220" <= as_written <= "\u3229" and number <= 10:
        return chr(0x321F + number)
    return ""


def label_of(paragraph: Paragraph) -> Label:
    """The label of a paragraph that has one."""
    assert paragraph.label is not None
    return paragraph.label


def value_span(paragraph: Paragraph, *, with_suffix: bool = False) -> tuple[int, int]:
    """Where the number or letter of a label stands in the source, with its bis or ter if asked."""
    label = label_of(paragraph)
    start, end = label.value_span
    if with_suffix:
        end = label.number_end
    return paragraph.blocks[0].plain.source_span(start, end)


def written_value(paragraph: Paragraph) -> str:
    """The number or letter of a label as it is written."""
    start, end = label_of(paragraph).value_span
    return paragraph.blocks[0].plain.text[start:end]
