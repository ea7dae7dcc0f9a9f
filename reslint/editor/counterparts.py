"""The paragraph at a place in the other versions of the draft."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reslint.draft.outline import opening_words
from reslint.rulebook.page import escaped, link

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from reslint.concordance.live import LiveGroup
    from reslint.concordance.model import Unit, Version
    from reslint.editor.places import Span


_MANY_WORDS = 80
_COLUMNS = 700


class Here:
    """A paragraph with its counterparts, in the order in which messages name the versions.

    `unit` is the paragraph itself. `lacking` are the versions that have no counterpart of it.
    """

    __slots__ = ("counterparts", "lacking", "reference", "unit")

    def __init__(
        self, unit: Unit, counterparts: list[Unit], lacking: list[Version], reference: Version
    ) -> None:
        self.unit = unit
        self.counterparts = counterparts
        self.lacking = lacking
        self.reference = reference


def counterparts_at(group: LiveGroup, path: str, offset: int) -> Here | None:
    """The counterparts of the paragraph at an offset of the source, None outside paragraphs."""
    comparison = group.comparison
    found = group.row_at(path, offset)
    if comparison is None or found is None:
        return None
    own, row = found
    others = [one for one in comparison.versions if one is not own]
    return Here(
        row.cells[own],
        [row.cells[one] for one in others if one in row.cells],
        [one for one in others if one not in row.cells],
        comparison.reference,
    )


def span_of(unit: Unit) -> Span:
    """The source span of a paragraph, from its label to the end of its last block."""
    return unit.paragraph.start, unit.paragraph.end


def hover_text(here: Here, address: Callable[[Unit], str]) -> str:
    """The paragraph as the reference has it, else another version, and links to the others.

    `address` gives that of a paragraph; "" where there is no counterpart.
    """
    if not here.counterparts:
        return ""
    shown = next(
        (one for one in here.counterparts if one.version is here.reference), here.counterparts[0]
    )
    lines = [
        f"**{link(_name(shown), address(shown))}**",
        escaped(opening_words(shown.text, _MANY_WORDS, _COLUMNS)),
    ]
    others = [link(_name(one), address(one)) for one in here.counterparts if one is not shown]
    if others:
        lines.append(" · ".join(others))
    return "\n\n".join(line for line in lines if line)


def _name(unit: Unit) -> str:
    return f"{unit.version.name} {unit.place}"


def rows_between(group: LiveGroup, path: str, other: str) -> Iterator[tuple[int, int]]:
    """The offsets at which counterparts start in two versions, in the order of the first."""
    comparison = group.comparison
    one, two = group.version(path), group.version(other)
    if comparison is None or one is None or two is None:
        return
    pairs = [
        (row.cells[one].paragraph.start, row.cells[two].paragraph.start)
        for row in comparison.rows()
        if one in row.cells and two in row.cells
    ]
    reached = -1
    for first, second in sorted(pairs):
        # Notes and paragraphs that changed places would make the views jump.
        if second > reached:
            yield first, second
            reached = second
