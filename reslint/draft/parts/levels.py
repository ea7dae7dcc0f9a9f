"""Find the level of labelled sub-paragraphs from their labels.

`(i)` after `(h)` is a letter; after `(a)` … `:` it is the first roman number. A dash is one level
below the labelled paragraph that it follows.
"""

from __future__ import annotations

from reslint.draft.roles.final_marks import ends_with_colon

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.blocks.label import Label, LabelKind
    from reslint.draft.model import Paragraph


class Levels:
    """The open sub-paragraphs under one numbered paragraph, outermost first."""

    __slots__ = ("_open",)

    def __init__(self) -> None:
        self._open: list[Paragraph] = []

    def clear(self) -> None:
        """Close all sub-paragraphs: a new numbered paragraph begins."""
        self._open.clear()

    def open(self) -> tuple[Paragraph, ...]:
        """Return the open sub-paragraphs, outermost first."""
        return tuple(self._open)

    def set_open(self, paragraphs: tuple[Paragraph, ...]) -> None:
        """Replace the open sub-paragraphs, outermost first."""
        self._open = list(paragraphs)

    @property
    def last(self) -> Paragraph | None:
        """Return the innermost open sub-paragraph, None if none is open."""
        return self._open[-1] if self._open else None

    def place(self, paragraph: Paragraph) -> Paragraph | None:
        """Set the level of a labelled sub-paragraph; return its parent sub-paragraph, or None.

        This also decides whether an ambiguous label is a letter or a roman number.
        """
        label = paragraph.label
        assert label is not None
        depth, kind, value = self._depth(label, _indent(paragraph))
        if (kind, value) != (label.kind, label.value):
            paragraph.label = label.read_as(kind, value)
        del self._open[depth:]
        parent = self._open[-1] if self._open else None
        paragraph.level = depth + 1
        self._open.append(paragraph)
        return parent

    def _depth(self, label: Label, indent: int) -> tuple[int, LabelKind, int]:
        """Return how many sub-paragraphs stay open above a label, and its kind and value."""
        as_read = label.kind, label.value
        if label.kind == "bullet":
            return self._depth_of_bullet(indent), *as_read
        # First choice: the next label of an open series: the innermost, or the one as far in.
        readings = _readings(label)
        nearest: tuple[int, int, LabelKind, int] | None = None
        for depth in range(len(self._open) - 1, -1, -1):
            before = self._open[depth].label
            assert before is not None
            for kind, value in readings:
                is_next = same_series(kind, before.kind) and value == before.value + 1
                if is_next and _same_style(label, before):
                    away = abs(_indent(self._open[depth]) - indent)
                    if nearest is None or away < nearest[0]:
                        nearest = away, depth, kind, value
                    break
        if nearest is not None:
            return nearest[1:]
        # Second choice: the first label of a new series, one level deeper.
        introduced = self.last is not None and _introduces(self.last)
        if not introduced:
            # (b) after `a.` does not begin a series: one of the two has the wrong style.
            for depth in range(len(self._open) - 1, -1, -1):
                before = self._open[depth].label
                if before is not None and label.kind == before.kind == "letter":
                    if label.value == before.value + 1 and label.value > 1:
                        return depth, label.kind, label.value
        inside = self.last is not None and indent > _indent(self.last) + 1
        for kind, value in sorted(readings, key=lambda reading: reading[0] != "roman"):
            # `1.` further in than `2. …, which shall` begins a list of the same style.
            if not introduced and not (inside and value == 1) and self._is_open(kind, label):
                continue
            # After a colon a roman number other than i is the first of a list in wrong order.
            if value == 1 or (introduced and kind == "roman" and len(self._open) == 1):
                if not self._is_letter_i(kind, label):
                    return len(self._open), kind, value
        # Last choice: a gap in an open series, which a check reports. The smallest gap wins.
        breaks = [
            (abs(value - before.value - 1), -depth, kind, value)
            for depth, before in enumerate(paragraph.label for paragraph in self._open)
            for kind, value in readings
            if before is not None and kind == before.kind and _same_style(label, before)
        ]
        if breaks:
            _, depth, kind, value = min(breaks)
            return -depth, kind, value
        return len(self._open), *as_read

    def _depth_of_bullet(self, indent: int) -> int:
        """Return how many sub-paragraphs stay open above a bullet: those not as far in."""
        found = len(self._open)
        for depth in range(len(self._open) - 1, -1, -1):
            before = self._open[depth].label
            if before is not None and before.kind == "bullet":
                if indent > _indent(self._open[depth]) + 1:
                    return found
                found = depth
                if indent >= _indent(self._open[depth]) - 1:
                    return found
        return found

    def _is_open(self, kind: LabelKind, label: Label) -> bool:
        """Tell whether a series of this kind and the style of `label` is open at any level."""
        return any(
            paragraph.label is not None
            and paragraph.label.kind == kind
            and _same_style(label, paragraph.label)
            for paragraph in self._open
        )

    def _is_letter_i(self, kind: LabelKind, label: Label) -> bool:
        """Tell whether a roman `(i)` must be a letter: after `(g)` to `(i)` without final colon.

        The same holds after `(j)` if there is no letter `(i)` yet: the two are in wrong order.
        """
        last = self.last
        if kind != "roman" or label.value != 9 or last is None or last.label is None:
            return False
        if last.label.kind != "letter" or not _same_style(label, last.label):
            return False
        if ends_with_colon(last.text) or not 7 <= last.label.value <= 10:
            return False
        siblings = last.parent.children if last.parent is not None else ()
        return last.label.value < 10 or not any(
            sibling.label is not None and (sibling.label.kind, sibling.label.value) == ("letter", 9)
            for sibling in siblings
        )


def _indent(paragraph: Paragraph) -> int:
    """Return the columns before the first block of a paragraph."""
    return paragraph.blocks[0].indent if paragraph.blocks else 0


def _introduces(paragraph: Paragraph) -> bool:
    """Tell whether a colon announces items directly before the next block.

    Lines without label after the colon are the items that it announced.
    """
    last = paragraph.children[-1] if paragraph.children else paragraph
    return ends_with_colon(last.text)


def _readings(label: Label) -> list[tuple[LabelKind, int]]:
    """Return the kinds and values that a label may have."""
    if label.kind == "letter" and label.roman_value:
        return [("letter", label.value), ("roman", label.roman_value)]
    return [(label.kind, label.value)]


def same_series(kind: LabelKind, other: LabelKind) -> bool:
    """Tell whether labels of two kinds may be of one series: `2.` may follow ’1‘ by error."""
    return kind == other or {kind, other} == {"number", "quoted"}


def _same_style(label: Label, other: Label) -> bool:
    """Tell whether two labels may be of one series by their style.

    `(a)` and `b)` may: a bracket is easily forgotten. `(a)` and `b.` may not.
    """
    if label.kind == other.kind == "circled":
        return True  # ㈩ is followed by (十一), which has no character of its own
    if {label.kind, other.kind} == {"number", "quoted"}:
        return True
    return label.style == other.style or {label.style, other.style} <= {"(x)", "x)"}
