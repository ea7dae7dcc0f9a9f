"""Lint a document again and again while somebody types, at the cost of what changed.

The result is that of `Linter` on the same text. Blocks and paragraphs that did not change are not
read again (`draft/reuse`), facts about them are kept, and rules that judge a paragraph by itself
run on the changed ones only. Rules that look at the whole draft run each time, on kept facts.
"""

from __future__ import annotations

from bisect import bisect_right

from reslint.checks.kinds import DRAFT, PARAGRAPH, find_kind
from reslint.draft.reader import read_draft
from reslint.draft.reuse import ParagraphCache
from reslint.facts.typing_style import style_of
from reslint.linting.budget import Budget, GivenUp
from reslint.linting.linter import Linter, LintResult, active_rules, finish_result
from reslint.linting.rule_run import run_rules
from reslint.text.diagnostics import Diagnostic, Edit, Fix, Related

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from reslint.checks.kinds import Rule
    from reslint.draft.model import Draft, Paragraph
    from reslint.linting.rule_run import RuleRun
    from reslint.rulebook.book import Rulebook
    from reslint.settings.settings import Settings
    from reslint.text.source import Source

    ByParagraph = dict[Paragraph, list[Diagnostic]]


class IncrementalLinter(Linter):
    """Lints the versions of one document, one after the other. Not thread-safe.

    The previous result's draft must not be used after the next lint; its diagnostics may. After an
    exception, do not use the linter any more: what it keeps may be half done.
    """

    def __init__(
        self,
        settings: Settings | None = None,
        rulebook_for: Callable[[str], Rulebook] | None = None,
    ) -> None:
        super().__init__(settings, rulebook_for)
        self._paragraph_cache = ParagraphCache()
        self._rules: list[Rule] = []
        self._draft_rules: list[Rule] = []
        self._paragraph_rules: list[Rule] = []
        self._style: tuple[object, ...] = ()
        self._found: ByParagraph = {}
        self.between: Callable[[], None] | None = None
        """Called between the rules; may raise GivenUp (see `Budget`)."""

    def lint(self, source: Source) -> LintResult:
        """Read `source` as a draft and check it: the same result as that of `Linter.lint`.

        Raises GivenUp; the next lint is then right all the same.
        """
        settings = self.settings
        draft = read_draft(
            source,
            path_format=settings.text_format,
            language=settings.language,
            organ=settings.organ,
            habits=settings.house,
            cache=self._paragraph_cache,
        )
        if not draft.is_resolution:
            self._found = {}
            return LintResult(draft, [], [], [])
        rulebook = self._rulebook_for(draft.language)
        rules = active_rules(rulebook, draft, settings)
        self._divide(rules)
        budget = Budget(len(source.text), self.between)
        try:
            run = run_rules(self._draft_rules, draft, settings, budget)
            run.diagnostics += self._paragraph_findings(draft, run, budget)
        except GivenUp:
            self._found = {}  # what is kept there goes with the reading before
            raise
        return finish_result(draft, rulebook, rules, settings, run)

    def _divide(self, rules: list[Rule]) -> None:
        """Divide the rules into those for one paragraph and those for the whole draft."""
        if rules == self._rules:
            return
        self._rules = rules
        scopes = [(rule, find_kind(rule.check).scope_of(rule)) for rule in rules]
        self._paragraph_rules = [rule for rule, scope in scopes if scope == PARAGRAPH]
        self._draft_rules = [rule for rule, scope in scopes if scope == DRAFT]
        self._found = {}

    def _paragraph_findings(self, draft: Draft, run: RuleRun, budget: Budget) -> list[Diagnostic]:
        """Return the findings of the paragraph rules, reusing those of unchanged paragraphs.

        What failed, and the rules that ran, are added to `run`.
        """
        unchanged = self._paragraph_cache.unchanged
        style = (style_of(draft), draft.doubts, draft.habits, draft.registry)
        if style != self._style:
            self._style = style
            self._found = {}
        found: ByParagraph = {}
        changed = []
        for paragraph in draft.paragraphs:
            shift = unchanged.get(paragraph)
            before = self._found.get(paragraph) if shift is not None else None
            if shift is None or before is None:
                changed.append(paragraph)
                found[paragraph] = []
            elif before:
                found[paragraph] = _moved(before, shift, paragraph.place)
            else:
                found[paragraph] = before
        view = draft.only(changed)
        new = run_rules(self._paragraph_rules, view, self.settings, budget)
        run.errors += new.errors
        run.ran |= new.ran
        _assign(new.diagnostics, changed, found)
        diagnostics = [diagnostic for each in found.values() for diagnostic in each]
        for paragraph in view.looked_beyond:
            del found[paragraph]
        # A failed rule must fail again at the next lint, or its error would vanish: keep nothing.
        self._found = {} if new.errors else found
        return diagnostics


def _assign(diagnostics: list[Diagnostic], paragraphs: list[Paragraph], found: ByParagraph) -> None:
    """Add each diagnostic to `found` under the paragraph, one of `paragraphs`, where it starts."""
    if not diagnostics:
        return
    places = sorted(
        (block.start, index)
        for index, paragraph in enumerate(paragraphs)
        for block in paragraph.blocks
    )
    starts = [start for start, _ in places]
    for diagnostic in diagnostics:
        place = max(bisect_right(starts, diagnostic.start) - 1, 0)
        found[paragraphs[places[place][1]]].append(diagnostic)


def _moved(diagnostics: list[Diagnostic], by: int, place: str) -> list[Diagnostic]:
    """Return the diagnostics of a paragraph moved `by` code points and named `place`."""
    if not by and diagnostics[0].paragraph == place:
        return diagnostics
    return [
        Diagnostic(
            each.code,
            each.name,
            each.severity,
            each.message,
            each.start + by,
            each.end + by,
            paragraph=place,
            url=each.url,
            fix=each.fix and _moved_fix(each.fix, by),
            related=tuple(
                Related(
                    other.start + by, other.end + by, other.message, left_by_fix=other.left_by_fix
                )
                for other in each.related
            ),
        )
        for each in diagnostics
    ]


def _moved_fix(fix: Fix, by: int) -> Fix:
    others = tuple((title, _moved_edits(edits, by)) for title, edits in fix.others)
    return Fix(fix.safety, fix.title, _moved_edits(fix.edits, by), fix.group, others)


def _moved_edits(edits: tuple[Edit, ...], by: int) -> tuple[Edit, ...]:
    return tuple(Edit(edit.start + by, edit.end + by, edit.text) for edit in edits)
