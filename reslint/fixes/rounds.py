"""Fixes applied to a text round after round, each judged by what it brings. Pure: no files.

A round chooses fixes that do not overlap, applies them and lints the outcome. A fix that brings a
new finding outside the paragraphs it edits, or a new FORM, NUM or NOTE finding anywhere, is taken
back: mending one slip must not make another. Then the next round mends what has come to light, or
could not go with the fixes before. Fixes that undo each other, or that would go on for ever, are
taken back as well: to mend a mended text changes nothing.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate

from reslint.fixes.choosing import apply, choose, edits_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from reslint.linting.linter import LintResult
    from reslint.text.diagnostics import Diagnostic, Edit

    Judge = Callable[[str], LintResult]

    Propose = Callable[[str, LintResult], Iterable[Diagnostic]]


MAX_ROUNDS = 10
STRUCTURE = ("FORM", "NUM", "NOTE")
"""Beginnings of the codes of which no fix may bring a finding, be it where it edits."""
READING = "reading"
UNDONE = "undone"
ENDLESS = "endless"


class TakenBack:
    """Fixes of one code taken back: the code, the place, what they would have brought.

    `start` is the source offset of the finding in the text of the last round. `brings` is the code
    of a finding, `message` its words; READING for another language, organ or kind of text; UNDONE
    where another fix makes the text as it was; ENDLESS where every round would find the same to
    mend.
    """

    __slots__ = ("brings", "code", "message", "start")

    def __init__(self, code: str, start: int, brings: str, message: str = "") -> None:
        self.code = code
        self.start = start
        self.brings = brings
        self.message = message


class Left:
    """A place that fixes of a code leave to the drafter: its span in the mended text, the words."""

    __slots__ = ("code", "end", "message", "start")

    def __init__(self, code: str, start: int, end: int, message: str) -> None:
        self.code = code
        self.start = start
        self.end = end
        self.message = message


class Mended:
    """The outcome: the text, the number of findings mended by code, the fixes taken back.

    `left` are the places that the fixes made could not mend with the rest, in order.
    """

    __slots__ = ("fixed", "left", "taken_back", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.fixed: dict[str, int] = {}
        self.left: list[Left] = []
        self.taken_back: list[TakenBack] = []


def mend(text: str, judge: Judge, propose: Propose, *, unsafe: bool = False) -> Mended:
    """Mend `text` to a fixed point, in at most MAX_ROUNDS rounds.

    `judge` lints a text with every rule that has a say on a fix; `propose` gives the findings
    whose fixes are wanted, from a text and how it was judged. `unsafe` takes unsafe fixes, too.
    """
    first = judge(text)
    barred: set[str] = set()
    while True:
        steps = [_Step(text, first)]
        endless = _go_on(steps, judge, propose, unsafe, barred)
        if not endless:
            return steps[-1].mended()
        # Without them from the beginning: what they have done so far is not to be kept.
        barred |= endless


def _go_on(
    steps: list[_Step], judge: Judge, propose: Propose, unsafe: bool, barred: set[str]
) -> set[str]:
    """Go from the one step to the fixed point, which is the last step then.

    Without fixes of the codes in `barred`, of which it is said that they are taken back. Gives the
    codes of fixes that come to no end, and no fixed point then.
    """
    for _ in range(MAX_ROUNDS):
        step = steps[-1]
        proposed = list(propose(step.text, step.judged))
        stopped = [diagnostic for diagnostic in proposed if diagnostic.code in barred]
        step.taken_back = [
            TakenBack(unit[0].code, unit[0].start, ENDLESS)
            for unit in _units(step.text, choose(stopped, unsafe=unsafe))
        ]
        proposed = [diagnostic for diagnostic in proposed if diagnostic.code not in barred]
        trial = _Round(step.text, step.judged, judge)
        while not trial.kept:
            units = _units(step.text, choose(proposed, unsafe=unsafe))
            if not units:
                step.taken_back += trial.taken_back
                return set()
            trial.take(units)
            # What is taken back may have stood in the way of others: these have their turn.
            tried = {id(diagnostic) for unit in units for diagnostic in unit}
            proposed = [diagnostic for diagnostic in proposed if id(diagnostic) not in tried]
        step.taken_back += trial.taken_back
        for place, earlier in enumerate(steps):
            if earlier.text == trial.text:
                # The text would come again for ever. Where it came first is where a text that
                # is mended once more stays, too.
                del steps[place + 1 :]
                undone = trial.kept if earlier is step else earlier.kept
                earlier.taken_back += [TakenBack(one.code, one.start, UNDONE) for one in undone]
                return set()
        step.kept = trial.kept
        steps.append(step.after(trial))
    return {diagnostic.code for diagnostic in steps[-2].kept}


class _Step:
    """A text on the way: how it is judged, what was mended before it and kept from it on."""

    def __init__(self, text: str, judged: LintResult) -> None:
        self.text = text
        self.judged = judged
        self.fixed: dict[str, int] = {}
        self.left: list[Left] = []
        self.taken_back: list[TakenBack] = []
        self.kept: list[Diagnostic] = []

    def after(self, trial: _Round) -> _Step:
        """The step that a round leads to."""
        step = _Step(trial.text, trial.judged)
        step.fixed = dict(self.fixed)
        moved = _Moved(trial.edits)
        left: dict[tuple[int, int, str], Left] = {}
        for old in self.left:
            span = moved.span(old.start, old.end)
            left[*span, old.message] = Left(old.code, *span, old.message)
        for diagnostic in trial.kept:
            step.fixed[diagnostic.code] = step.fixed.get(diagnostic.code, 0) + 1
            for other in diagnostic.related:
                if other.left_by_fix:
                    span = moved.span(other.start, other.end)
                    left[*span, other.message] = Left(diagnostic.code, *span, other.message)
        step.left = sorted(left.values(), key=lambda one: (one.start, one.end, one.code))
        return step

    def mended(self) -> Mended:
        """The outcome where no step follows."""
        mended = Mended(self.text)
        mended.fixed, mended.left, mended.taken_back = self.fixed, self.left, self.taken_back
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
        self.edits: list[Edit] = []
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
            self.kept, self.edits, self.text, self.judged = tried, edits, text, judged
        elif len(units) == 1:
            first = units[0][0]
            self.taken_back.append(TakenBack(first.code, first.start, *brings))
        else:
            middle = len(units) // 2
            self.take(units[:middle])
            self.take(units[middle:])


def _with_line_ends(edit: Edit, text: str) -> Edit:
    """The edit with line ends like those of the text."""
    if "\n" not in edit.text or "\r" in edit.text or "\r\n" not in text:
        return edit
    return type(edit)(edit.start, edit.end, edit.text.replace("\n", "\r\n"))


def _brought(
    before: LintResult, after: LintResult, edits: Sequence[Edit]
) -> tuple[str, str] | None:
    """What edits bring that they may not: a code with its message, or READING."""
    old, new = before.draft, after.draft
    if (old.is_resolution, old.language, old.organ) != (new.is_resolution, new.language, new.organ):
        return READING, ""
    if len(after.problems) > len(before.problems):
        return after.problems[-1].code, after.problems[-1].message
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
            return code, diagnostic.message
        if edited is None:
            edited = [moved.span(*span) for span in _edited_blocks(before, edits)]
        if not any(s <= start and end <= e for s, e in edited):
            return code, diagnostic.message
    return None


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
