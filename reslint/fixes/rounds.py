"""Apply fixes round after round, each judged by what it brings. Pure: no files.

A round chooses fixes that do not overlap, applies them and lints the outcome. A fix that brings a
new finding outside the paragraphs it edits, or a new FORM, NUM or NOTE finding anywhere, is
reverted, and so is a safe fix with which the draft would have other paragraphs. The next round
applies fixes of findings that have come to light, and those that overlapped with the fixes before.
Fixes that undo each other, or that would go on for ever, are reverted as well, so that a second run
changes nothing.

What comes to light in an edited paragraph is mostly fixed in a later round. Where at the end a
code has more findings than at the start, all begins again, and no round may add to that code. What
this leaves out is tried once more at the end, as a second run would do.
"""

from __future__ import annotations

from reslint.fixes.choosing import apply, choose, edits_of, writable
from reslint.fixes.composing import Moved, composed
from reslint.fixes.judging import brought, codes_with_more
from reslint.text.diagnostics import Edit

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from reslint.linting.linter import Linter, LintResult
    from reslint.text.diagnostics import Diagnostic

    Wanted = Callable[[LintResult], Iterable[Diagnostic]]


MAX_ROUNDS = 10
_MAX_RUNS = 3
"""How often what was left out is tried once more."""
UNDONE = "undone"
ENDLESS = "endless"
PROTECTED = "protected"


class RevertedFix:
    """Fixes of one code that were reverted: the code, the place, what they would have brought.

    `start` is the source offset of the finding in the text of the last round. `brings` is the code
    of a finding and `message` its words, or READING where the draft would be read as another
    language, organ or kind of text, or with other paragraphs, MARKER where a note marker would be
    lost, UNDONE where another fix undoes it, ENDLESS where every round would find the same to fix,
    PROTECTED where the file (Word, AKN4UN) has it in a place that no fix can be written to.
    """

    __slots__ = ("brings", "code", "message", "start")

    def __init__(self, code: str, start: int, brings: str, message: str = "") -> None:
        self.code = code
        self.start = start
        self.brings = brings
        self.message = message


class LeftOver:
    """A place that fixes of a code leave to the drafter: its span in the fixed text, the words."""

    __slots__ = ("code", "end", "message", "start")

    def __init__(self, code: str, start: int, end: int, message: str) -> None:
        self.code = code
        self.start = start
        self.end = end
        self.message = message


class FixedText:
    """The outcome of all rounds.

    result      the lint of the fixed text, `result.draft.source`
    fixed       the number of findings fixed, by code
    left        places that the fixes made could not fix with the rest, in order
    reverted    the fixes that were reverted
    edits       all rounds as one list of edits of the original text, in order
    """

    __slots__ = ("edits", "fixed", "left", "result", "reverted")

    def __init__(self, result: LintResult) -> None:
        self.result = result
        self.fixed: dict[str, int] = {}
        self.left: list[LeftOver] = []
        self.reverted: list[RevertedFix] = []
        self.edits: list[Edit] = []

    @property
    def text(self) -> str:
        """The fixed text, with the line ends that it had."""
        return self.result.draft.source.as_written()


def fix_in_rounds(
    first: LintResult,
    linter: Linter,
    wanted: Wanted | None = None,
    *,
    unsafe: bool = False,
) -> FixedText:
    """Fix a text until nothing changes, in at most MAX_ROUNDS rounds.

    `first` is the lint of the text by `linter`. `wanted` picks, from such a lint, the diagnostics
    whose fixes are to be made (None: all); `unsafe` makes unsafe fixes, too. What a fix brings is
    judged by all rules of the profile, selected or not: `--select LEAD --fix` must not break the
    numbering.
    """
    return _Rounds(linter, wanted or _all_diagnostics, unsafe).run(first)


def _all_diagnostics(result: LintResult) -> list[Diagnostic]:
    return result.diagnostics


class _Rounds:
    """Runs rounds. The selected rules propose fixes, all rules of the profile judge them."""

    def __init__(self, linter: Linter, wanted: Wanted, unsafe: bool) -> None:
        self._linter = linter
        self._judge = linter.with_all_rules()
        self._wanted = wanted
        self._unsafe = unsafe
        self._capped: set[str] = set()
        """Codes that no round may give more findings."""

    def run(self, first: LintResult) -> FixedText:
        """Run rounds from the first lint to the text that no fix changes any more."""
        source = first.draft.source
        judged = first if self._judge is self._linter else self._judge.lint(source)
        begin = _Step(judged)
        begin.selected = first
        steps, endless = self._to_rest(begin)
        for _ in range(_MAX_RUNS):
            if not endless and not self._capped:
                break
            # What was left out may work from here, as it would in a second run: there may only
            # have been too many rounds, or too many findings on the way.
            self._capped = set()
            further, endless = self._to_rest(steps[-1].begun_again())
            if len(further) == 1:
                break
            steps = [*steps, *further[1:]]
        outcome = steps[-1].outcome()
        outcome.edits = composed(len(source.text), [step.edits for step in steps[1:]])
        return outcome

    def _to_rest(self, begin: _Step) -> tuple[list[_Step], set[str]]:
        """Return the steps from a text to one that no fix changes, and the codes left out for it.

        Left out are fixes that never converge.
        """
        never: set[str] = set()
        while True:
            steps = [begin.begun_again()]
            endless = self._run_rounds(steps, never)
            more = set() if endless else codes_with_more(begin.judged, steps[-1].judged)
            if not endless and not more:
                return steps, never
            # Start over without them: nothing of what they have done so far may stay.
            never |= endless
            self._capped |= more

    def _run_rounds(self, steps: list[_Step], never: set[str]) -> set[str]:
        """Run rounds until nothing changes. Returns the codes of fixes that never converge.

        `steps` begins with the first step and gets one more each round; if there are no such codes,
        the last one is the outcome. Fixes of the codes in `never` are reported as reverted.
        """
        for _ in range(MAX_ROUNDS):
            step = steps[-1]
            proposed = list(self._wanted(self._selected(step)))
            stopped = [diagnostic for diagnostic in proposed if diagnostic.code in never]
            step.reverted = [
                RevertedFix(unit[0].code, unit[0].start, ENDLESS)
                for unit in self._choose_units(step, stopped)
            ]
            proposed = [diagnostic for diagnostic in proposed if diagnostic.code not in never]
            proposed, refused = writable(step.judged.draft.source, proposed)
            step.reverted += [
                RevertedFix(unit[0].code, unit[0].start, PROTECTED)
                for unit in self._choose_units(step, refused)
            ]
            trial = _Round(step.judged, self._judge, self._capped, reshapes=self._unsafe)
            while not trial.kept:
                units = self._choose_units(step, proposed)
                if not units:
                    step.reverted += trial.reverted
                    return set()
                trial.take(units)
                # Reverted fixes may have excluded others that overlap: try those next.
                tried = {id(diagnostic) for unit in units for diagnostic in unit}
                proposed = [diagnostic for diagnostic in proposed if id(diagnostic) not in tried]
            step.reverted += trial.reverted
            for place, earlier in enumerate(steps):
                if earlier.text == trial.text:
                    # The rounds go in a circle. Stop where it began: a second run stops there too.
                    del steps[place + 1 :]
                    undone = trial.kept if earlier is step else earlier.kept
                    earlier.reverted += [RevertedFix(one.code, one.start, UNDONE) for one in undone]
                    return set()
            step.kept = trial.kept
            steps.append(step.after(trial))
        return {diagnostic.code for diagnostic in steps[-2].kept}

    def _selected(self, step: _Step) -> LintResult:
        """Return the lint of a step's text by the selected rules."""
        if step.selected is None:
            if self._judge is self._linter:
                step.selected = step.judged
            else:
                step.selected = self._linter.lint(step.judged.draft.source)
        return step.selected

    def _choose_units(self, step: _Step, diagnostics: list[Diagnostic]) -> list[list[Diagnostic]]:
        """Return the diagnostics whose fixes go together, in units taken whole or not at all."""
        return _units(step.text, choose(diagnostics, unsafe=self._unsafe))


class _Step:
    """A text on the way: its lints, what was fixed before it, the fixes kept from it on.

    `judged` is the lint by all rules, `selected` that by the selected ones, once there is one.
    """

    def __init__(self, judged: LintResult) -> None:
        self.text = judged.draft.source.text
        self.judged = judged
        self.selected: LintResult | None = None
        self.fixed: dict[str, int] = {}
        self.left: list[LeftOver] = []
        self.reverted: list[RevertedFix] = []
        self.kept: list[Diagnostic] = []
        self.edits: list[Edit] = []
        """The edits that led to it."""

    def begun_again(self) -> _Step:
        """Return a step with this text and what was fixed before it, from which nothing is done."""
        step = _Step(self.judged)
        step.selected, step.fixed, step.left = self.selected, self.fixed, self.left
        return step

    def after(self, trial: _Round) -> _Step:
        """Return the step that a round leads to."""
        step = _Step(trial.judged)
        step.edits = trial.edits
        step.fixed = dict(self.fixed)
        moved = Moved(trial.edits)
        left: dict[tuple[int, int, str], LeftOver] = {}
        for old in self.left:
            span = moved.span(old.start, old.end)
            left[*span, old.message] = LeftOver(old.code, *span, old.message)
        for diagnostic in trial.kept:
            step.fixed[diagnostic.code] = step.fixed.get(diagnostic.code, 0) + 1
            for other in diagnostic.related:
                if other.left_by_fix:
                    span = moved.span(other.start, other.end)
                    left[*span, other.message] = LeftOver(diagnostic.code, *span, other.message)
        step.left = sorted(left.values(), key=lambda one: (one.start, one.end, one.code))
        return step

    def outcome(self) -> FixedText:
        """Return the outcome where no step follows."""
        assert self.selected is not None
        outcome = FixedText(self.selected)
        outcome.fixed, outcome.left, outcome.reverted = self.fixed, self.left, self.reverted
        return outcome


def _units(text: str, chosen: list[Diagnostic]) -> list[list[Diagnostic]]:
    """Return diagnostics in units that go together, without those whose fix changes nothing."""
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
    """One round: the units kept so far, the text they make and its lint.

    None of the codes in `capped` may get more findings. Unsafe fixes may reshape the draft.
    """

    def __init__(
        self, before: LintResult, judge: Linter, capped: set[str], *, reshapes: bool
    ) -> None:
        self._before = before
        self._source = before.draft.source
        self._judge = judge
        self._capped = capped
        self._reshapes = reshapes
        self.kept: list[Diagnostic] = []
        self.edits: list[Edit] = []
        self.reverted: list[RevertedFix] = []
        self.text = self._source.text
        self.judged = before

    def take(self, units: list[list[Diagnostic]]) -> None:
        """Keep as many of the units as bring nothing: all at once, else halves of them."""
        tried = [*self.kept, *(diagnostic for unit in units for diagnostic in unit)]
        before = self._source.text
        edits = [_with_line_ends(edit, before) for edit in edits_of(tried)]
        text = apply(before, edits)
        changed = self._source.with_text(text)
        if self._source.origin is not None:
            changed.origin = self._source.origin.moved(Moved(edits).span)
        judged = self._judge.lint(changed)
        brings = brought(self._before, judged, edits, self._capped, reshapes=self._reshapes)
        if not brings:
            self.kept, self.edits, self.text, self.judged = tried, edits, text, judged
        elif len(units) == 1:
            first = units[0][0]
            self.reverted.append(RevertedFix(first.code, first.start, *brings))
        else:
            middle = len(units) // 2
            self.take(units[:middle])
            self.take(units[middle:])


def _with_line_ends(edit: Edit, text: str) -> Edit:
    """Return the edit with line ends like those of the text."""
    if "\n" not in edit.text or "\r" in edit.text or "\r\n" not in text:
        return edit
    return Edit(edit.start, edit.end, edit.text.replace("\n", "\r\n"))
