"""At which level a labelled sub-paragraph stands: told by its label and by those before it.

`(i)` after `(h)` is the letter, after `(a)` … `:` the first roman number; a dash is a level of its
own under whatever it follows.
"""

from __future__ import annotations

from reslint.draft.block_roles import last_mark

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.blocks.model import Label, LabelKind
    from reslint.draft.model import Paragraph


class Levels:
    """The open sub-paragraphs under one numbered paragraph, outermost first."""

    __slots__ = ("_open",)

    def __init__(self) -> None:
        self._open: list[Paragraph] = []

    def clear(self) -> None:
        """A new numbered paragraph begins."""
        self._open.clear()

    def open(self) -> tuple[Paragraph, ...]:
        """The open sub-paragraphs, outermost first."""
        return tuple(self._open)

    def set_open(self, paragraphs: tuple[Paragraph, ...]) -> None:
        """Goes on from these open sub-paragraphs."""
        self._open = list(paragraphs)

    @property
    def last(self) -> Paragraph | None:
        """The innermost open sub-paragraph."""
        return self._open[-1] if self._open else None

    def place(self, paragraph: Paragraph) -> Paragraph | None:
        """Finds the level of a labelled sub-paragraph; returns the one it is under, or None.

        Settles whether an ambiguous label is a letter or a roman number.
        """
        label = paragraph.label
        assert label is not None
        depth, kind, value = self._depth(label)
        if (kind, value) != (label.kind, label.value):
            paragraph.label = label.read_as(kind, value)
        del self._open[depth:]
        parent = self._open[-1] if self._open else None
        paragraph.level = depth + 1
        self._open.append(paragraph)
        return parent

    def _depth(self, label: Label) -> tuple[int, LabelKind, int]:
        """How many series stay open above the label, and the reading of it that says so."""
        as_read = label.kind, label.value
        # The next in an open series, innermost first, each reading of the label tried.
        readings = _readings(label)
        for depth in range(len(self._open) - 1, -1, -1):
            before = self._open[depth].label
            assert before is not None
            for kind, value in readings:
                if kind == before.kind == "bullet":
                    return depth, kind, value
                counts_on = same_series(kind, before.kind) and value == before.value + 1
                if counts_on and _alike(label, before):
                    return depth, kind, value
        if label.kind == "bullet":
            return len(self._open), *as_read
        # The first of a new series, one level deeper.
        introduced = self.last is not None and _introduces(self.last)
        if not introduced:
            # (b) after `a.` is no beginning: one of the two is in the wrong form.
            for depth in range(len(self._open) - 1, -1, -1):
                before = self._open[depth].label
                if before is not None and label.kind == before.kind == "letter":
                    if label.value == before.value + 1 and label.value > 1:
                        return depth, label.kind, label.value
        for kind, value in sorted(readings, key=lambda reading: reading[0] != "roman"):
            if not introduced and self._has(kind, label):
                continue
            # After a colon a roman number other than i is the first of a list out of order.
            if value == 1 or (introduced and kind == "roman" and len(self._open) == 1):
                if not self._skipped(kind, label):
                    return len(self._open), kind, value
        # A break in an open series (its check will say so): the nearest reading wins.
        breaks = [
            (abs(value - before.value - 1), -depth, kind, value)
            for depth, before in enumerate(each.label for each in self._open)
            for kind, value in readings
            if before is not None and kind == before.kind and _alike(label, before)
        ]
        if breaks:
            _, depth, kind, value = min(breaks)
            return -depth, kind, value
        return len(self._open), *as_read

    def _has(self, kind: str, label: Label) -> bool:
        """Whether a series of this kind and style is open at any level."""
        return any(
            each.label is not None and each.label.kind == kind and _alike(label, each.label)
            for each in self._open
        )

    def _skipped(self, kind: str, label: Label) -> bool:
        """Whether `(i)` is rather the letter: after `(g)` or `(i)` that end without colon.

        After `(j)`, too, if no letter `(i)` stands before that: the two changed places.
        """
        last = self.last
        if kind != "roman" or label.value != 9 or last is None or last.label is None:
            return False
        if last.label.kind != "letter" or not _alike(label, last.label):
            return False
        if last_mark(last.text) in ":：" or not 7 <= last.label.value <= 10:
            return False
        siblings = last.parent.children if last.parent is not None else ()
        return last.label.value < 10 or not any(
            each.label is not None and (each.label.kind, each.label.value) == ("letter", 9)
            for each in siblings
        )


def _introduces(paragraph: Paragraph) -> bool:
    """Whether a colon right before announces items: lines without label use up that above them."""
    last = paragraph.children[-1] if paragraph.children else paragraph
    return last_mark(last.text) in ":："


def _readings(label: Label) -> list[tuple[LabelKind, int]]:
    """The kinds and values a label may have."""
    if label.kind == "letter" and label.roman_value:
        return [("letter", label.value), ("roman", label.roman_value)]
    return [(label.kind, label.value)]


def same_series(kind: str, other: str) -> bool:
    """Whether labels of two kinds may count together: 2. after ’1‘ is the next in a wrong form."""
    return kind == other or {kind, other} == {"number", "quoted"}


def _alike(one: Label, other: Label) -> bool:
    """Whether two labels may be of one series: a bracket may be lost by slip, a dot is another."""
    if one.kind == other.kind == "circled":
        return True  # ㈩ is followed by (十一), for which there is no sign
    if {one.kind, other.kind} == {"number", "quoted"}:
        return True
    return one.style == other.style or {one.style, other.style} <= {"(x)", "x)"}
