"""Fixes applied to a text round after round, each judged by what it brings. Pure: no files.

A round chooses fixes that do not overlap, applies them and lints the outcome. A fix that brings a
new finding outside the paragraphs it edits, or a new FORM, NUM or NOTE finding anywhere, is taken
back: mending one slip must not make another. Then the next round mends what has come to light, or
could not go with the fixes before.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate

from reslint.fixing import apply, choose, edits_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from reslint.diagnostics import Diagnostic, Edit
    from reslint.linter import LintResult

    Judge = Callable[[str], LintResult]
    Propose = Callable[[str, LintResult], Iterable[Diagnostic]]

MAX_ROUNDS = 10
STRUCTURE = ("FORM", "NUM", "NOTE")
"""Beginnings of the codes of which no fix may bring a finding, be it where it edits."""


class TakenBack:
    """Fixes of one code taken back: the code, how they were meant, what they would have brought.

    `start` is the source offset of the finding in the mended text.
    """

    __slots__ = ("brings", "code", "start")

    def __init__(self, code: str, start: int, brings: str) -> None:
        self.code = code
        self.start = start
        self.brings = brings


class Mended:
    """The outcome: the text, the number of findings mended by code, the fixes taken back."""

    __slots__ = ("fixed", "taken_back", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.fixed: dict[str, int] = {}
        self.taken_back: list[TakenBack] = []


def mend(text: str, judge: Judge, propose: Propose, *, unsafe: bool = False) -> Mended:
    """Mend `text` to a fixed point, in at most MAX_ROUNDS rounds.

    `judge` lints a text with every rule that has a say on a fix; `propose` gives the findings
    whose fixes are wanted, from a text and how it was judged. `unsafe` takes unsafe fixes, too.
    """
    mended = Mended(text)
    judged = judge(text)
    seen = {text}
    for _ in range(MAX_ROUNDS):
        units = _units(text, choose(propose(text, judged), unsafe=unsafe))
        if not units:
            mended.taken_back = []
            break
        trial = _Round(text, judged, judge)
        trial.take(units)
        mended.taken_back = trial.taken_back
        # A text seen before would come again for ever: two fixes that undo each other.
        if trial.text in seen:
            break
        text, judged = trial.text, trial.judged
        seen.add(text)
        for diagnostic in trial.kept:
            mended.fixed[diagnostic.code] = mended.fixed.get(diagnostic.code, 0) + 1
    mended.text = text
    return mended


def _units(text: str, chosen: list[Diagnostic]) -> list[list[Diagnostic]]:
    """The diagnostics in units that go together; those whose fix changes nothing are left out."""
    units: dict[object, list[Diagnostic]] = {}
    for number, diagnostic in enumerate(chosen):
        assert diagnostic.fix is not None
        group = diagnostic.fix.group
        units.setdefault(number if group is None else group, []).append(diagnostic)
    return [
        unit
        for unit in units.values()
        if any(text[edit.start : edit.end] != edit.text for edit in edits_of(unit))
    ]


class _Round:
    """One round: the units kept so far, the text they make and how it was judged."""

    def __init__(self, text: str, judged: LintResult, judge: Judge) -> None:
        self._before = text
        self._judged_before = judged
        self._judge = judge
        self.kept: list[Diagnostic] = []
        self.taken_back: list[TakenBack] = []
        self.text = text
        self.judged = judged

    def take(self, units: list[list[Diagnostic]]) -> None:
        """Keep as many of the units as bring nothing: all at once, else halves of them."""
        tried = [*self.kept, *(diagnostic for unit in units for diagnostic in unit)]
        edits = [_with_line_ends(edit, self._before) for edit in edits_of(tried)]
        text = apply(self._before, edits)
        judged = self._judge(text)
        brings = _brought(self._judged_before, judged, edits)
        if not brings:
            self.kept, self.text, self.judged = tried, text, judged
        elif len(units) == 1:
            first = units[0][0]
            self.taken_back.append(TakenBack(first.code, first.start, brings))
        else:
            middle = len(units) // 2
            self.take(units[:middle])
            self.take(units[middle:])


def _with_line_ends(edit: Edit, text: str) -> Edit:
    """The edit with line ends like those of the text."""
    if "\n" not in edit.text or "\r" in edit.text or "\r\n" not in text:
        return edit
    return type(edit)(edit.start, edit.end, edit.text.replace("\n", "\r\n"))


def _brought(before: LintResult, after: LintResult, edits: Sequence[Edit]) -> str:
    """What edits bring that they may not: the code of a finding or another word, "" for nothing."""
    old, new = before.draft, after.draft
    if (old.is_resolution, old.language, old.organ) != (new.is_resolution, new.language, new.organ):
        return "another reading of the draft"
    if len(after.problems) > len(before.problems):
        return after.problems[-1].code
    moved = _Moved(edits)
    known: dict[str, list[tuple[int, int]]] = {}
    for diagnostic in before.diagnostics:
        known.setdefault(diagnostic.code, []).append(moved.span(diagnostic.start, diagnostic.end))
    edited: list[tuple[int, int]] | None = None
    for diagnostic in after.diagnostics:
        start, end, code = diagnostic.start, diagnostic.end, diagnostic.code
        if any(s <= end and start <= e for s, e in known.get(code, ())):
            continue
        if code.startswith(STRUCTURE):
            return code
        if edited is None:
            edited = [moved.span(*span) for span in _edited_blocks(before, edits)]
        if not any(s <= start and end <= e for s, e in edited):
            return code
    return ""


def _edited_blocks(judged: LintResult, edits: Iterable[Edit]) -> list[tuple[int, int]]:
    """The spans of all blocks of the paragraphs that the edits touch."""
    places = sorted((edit.start, edit.end) for edit in edits)
    starts = [start for start, _ in places]
    spans = []
    for paragraph in judged.draft.paragraphs:
        blocks = [(block.start, block.end) for block in paragraph.blocks]
        for start, end in blocks:
            # Edits do not overlap: only the last one that starts before the end can reach in.
            index = bisect_right(starts, end)
            if index and places[index - 1][1] >= start:
                spans.extend(blocks)
                break
    return spans


class _Moved:
    """Where the places of a text are once edits are made; edits in any order, not overlapping."""

    def __init__(self, edits: Iterable[Edit]) -> None:
        ordered = sorted(edits, key=lambda edit: (edit.start, edit.end))
        self._starts = [edit.start for edit in ordered]
        self._ends = [edit.end for edit in ordered]
        self._lengths = [len(edit.text) for edit in ordered]
        growth = (len(edit.text) - (edit.end - edit.start) for edit in ordered)
        self._shifts = [0, *accumulate(growth)]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The span that holds what stood between `start` and `end`, edits at its borders too."""
        index = bisect_left(self._ends, start)
        new_start = start + self._shifts[index]
        if index < len(self._starts) and self._starts[index] <= start:
            new_start = self._starts[index] + self._shifts[index]
        index = bisect_right(self._starts, end)
        new_end = end + self._shifts[index]
        if index and self._ends[index - 1] > end:
            new_end = self._starts[index - 1] + self._shifts[index - 1] + self._lengths[index - 1]
        return new_start, new_end
