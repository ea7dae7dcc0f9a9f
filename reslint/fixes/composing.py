"""Edits of several rounds as one list, and where places of a text are once edits are made."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate

from reslint.text.diagnostics import Edit

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    Segment = tuple[int, int, str]
    """A stretch of a text on the way: a span of the original, or (-1, -1, text) for a new one."""


def composed(length: int, rounds: Iterable[Sequence[Edit]]) -> list[Edit]:
    """Return the edits of the original text that do what all rounds do, one after the other.

    `length` is that of the original text; the edits of a round have the offsets of the text that
    the rounds before it made, and do not overlap.
    """
    segments: list[Segment] = [(0, length, "")]
    for edits in rounds:
        segments = _edited(segments, sorted(edits, key=lambda edit: (edit.start, edit.end)))
    made: list[Edit] = []
    at = 0
    new = ""
    for start, end, text in [*segments, (length, length, "")]:
        if start < 0:
            new += text
            continue
        if new or start > at:
            made.append(Edit(at, start, new))
        at, new = end, ""
    return made


def _edited(segments: list[Segment], edits: Sequence[Edit]) -> list[Segment]:
    """Return the segments after one round of edits, in order."""
    out: list[Segment] = []
    index = 0
    rest = segments[0] if segments else None
    place = 0  # the offset at which `rest` starts

    def take(until: int, *, keep: bool) -> None:
        nonlocal index, rest, place
        while rest is not None and place < until:
            start, end, text = rest
            size = end - start if start >= 0 else len(text)
            used = min(size, until - place)
            if keep and used:
                if start >= 0:
                    out.append((start, start + used, ""))
                else:
                    out.append((-1, -1, text[:used]))
            place += used
            if used == size:
                index += 1
                rest = segments[index] if index < len(segments) else None
            elif start >= 0:
                rest = (start + used, end, "")
            else:
                rest = (-1, -1, text[used:])

    for edit in dict.fromkeys(edits):
        take(edit.start, keep=True)
        take(edit.end, keep=False)
        if edit.text:
            out.append((-1, -1, edit.text))
    take(1 << 62, keep=True)
    return out


class Moved:
    """Where places of a text are once edits are made. The edits, in any order, do not overlap."""

    def __init__(self, edits: Iterable[Edit]) -> None:
        ordered = sorted(edits, key=lambda edit: (edit.start, edit.end))
        self._starts = [edit.start for edit in ordered]
        self._ends = [edit.end for edit in ordered]
        self._lengths = [len(edit.text) for edit in ordered]
        growth = (len(edit.text) - (edit.end - edit.start) for edit in ordered)
        self._shifts = [0, *accumulate(growth)]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where a span is now, with the edits at its borders."""
        index = bisect_left(self._ends, start)
        new_start = start + self._shifts[index]
        if index < len(self._starts) and self._starts[index] <= start:
            new_start = self._starts[index] + self._shifts[index]
        index = bisect_right(self._starts, end)
        new_end = end + self._shifts[index]
        if index and self._ends[index - 1] > end:
            new_end = self._starts[index - 1] + self._shifts[index - 1] + self._lengths[index - 1]
        return new_start, new_end
