"""Counting through labels: where a series breaks off, and what each label should say.

Every slip is found once: after a gap or a repetition the count goes on from what is written,
after a single mistyped number from what should stand there.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.blocks.model import Label
    from reslint.draft.model import Paragraph

# What a slip is.
FIRST = "first"  # the series does not begin at one
GAP = "gap"
REPEATED = "repeated"
RESTART = "restart"
SECTIONS = "sections"  # after a roman section head the other way than before
SUFFIX = "suffix"  # bis, ter … outside negotiation
ORDER = "order"


class Slip:
    """A label that breaks its series: what stands before it, what should stand there."""

    __slots__ = ("before", "expected", "kind", "paragraph")

    def __init__(self, paragraph: Paragraph, kind: str, before: int, expected: int) -> None:
        self.paragraph = paragraph
        self.kind = kind
        self.before = before
        self.expected = expected


class Series:
    """Labels that count together.

    `numbers` is what each should bear once all slips are mended, paragraph by paragraph;
    `aliases` holds the numbers that paragraphs surely have although they do not bear them;
    `missing` the number to insert (0 where none fits) for each paragraph without label.
    """

    __slots__ = ("aliases", "items", "missing", "numbers", "slips")

    def __init__(self) -> None:
        self.items: list[Paragraph] = []
        self.numbers: list[int] = []
        self.slips: list[Slip] = []
        self.aliases: dict[Paragraph, int] = {}
        self.missing: list[tuple[Paragraph, int]] = []

    def add(self, paragraph: Paragraph, number: int) -> None:
        self.items.append(paragraph)
        self.numbers.append(number)


class Counter:
    """Counts through the labelled paragraphs of one series and notes its slips."""

    __slots__ = ("_labelled", "_negotiation", "_number", "_series", "_suffixed", "_swapped", "last")

    def __init__(self, series: Series, labelled: list[Paragraph], *, negotiation: bool) -> None:
        self._series = series
        self._labelled = labelled
        self._negotiation = negotiation
        self._number = 0  # what the paragraph before should bear
        self._swapped = False  # the next one changed places with this: said already
        self._suffixed = ""
        self.last = 0  # what the paragraph before bears, a mistyped number mended

    def take(
        self, position: int, pending: list[Paragraph], *, anew: bool = False, kind: str = ""
    ) -> None:
        """Takes the next label; `pending` are paragraphs without one right before it.

        `anew` says that the count starts at one here, `kind` that this is a slip of that kind.
        """
        paragraph = self._labelled[position]
        label = paragraph.label
        assert label is not None
        before = self.last
        if anew:
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
            slip = Slip(paragraph, kind, before, self._number + 1)
            self._series.slips.append(slip)
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
            if label.value != self.last:
                slip = Slip(paragraph, ORDER, self.last, self._number)
                self._series.slips.append(slip)
            self._series.add(paragraph, self._number)
            return
        if not self._suffixed:
            slip = Slip(paragraph, SUFFIX, self.last, self._number + 1)
            self._series.slips.append(slip)
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
