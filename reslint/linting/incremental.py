"""Lint a document again and again while somebody types, at the cost of what changed.

The result is that of `Linter` on the same text. The usual keystroke changes words within one
paragraph: nothing else is read again (`draft/rereading/retyping`). The rules of one paragraph run
on it, those of the whole draft only if they read something of it that changed (`checks/reads`).

After any other change, blocks and paragraphs that did not change are not read again
(`draft/rereading`), facts about them are kept, and rules that judge a paragraph by itself run on
the changed ones only. Rules that look at the whole draft run then, on kept facts; where one
paragraph changed and the structure did not, again only those that read a change.
"""

from __future__ import annotations

from bisect import bisect_right

from reslint.checks.kinds import DRAFT, PARAGRAPH, find_kind
from reslint.checks.reads import STYLE, readings
from reslint.draft.reader import format_read, read_draft
from reslint.draft.rereading.retyping import Retyping
from reslint.draft.rereading.reuse import ParagraphCache
from reslint.draft.rereading.signature import structure
from reslint.facts.typing_style import keep_style, style_of
from reslint.linting.budget import Budget, GivenUp
from reslint.linting.linter import Linter, LintResult, active_rules, finish_result
from reslint.linting.rule_run import RuleRun, run_rules
from reslint.linting.standing import Move

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from reslint.checks.kinds import Rule
    from reslint.draft.model import Draft, Paragraph
    from reslint.rulebook.book import Rulebook
    from reslint.settings.settings import Settings
    from reslint.text.diagnostics import Diagnostic
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
        self._reads: dict[str, tuple[str, ...] | None] = {}  # groups, by code of a draft rule
        self._style: tuple[object, ...] = ()
        self._found: ByParagraph = {}
        # Of these paragraphs some findings depend on others: see `RuleRun.beyond`.
        self._beyond: dict[Paragraph, dict[str, set[str]]] = {}
        self._wide: dict[str, list[Diagnostic]] = {}  # by the code of their rule
        self._ran: set[str] = set()
        self._rulebook: Rulebook | None = None
        self._retyping: Retyping | None = None
        self._read: dict[Paragraph, dict[str, object]] = {}  # the groups of those last typed in
        self._structure: tuple[object, ...] | None = None  # None: nothing stands
        self.between: Callable[[], None] | None = None
        """Called between the rules; may raise GivenUp (see `Budget`)."""

    def lint(self, source: Source) -> LintResult:
        """Read `source` as a draft and check it: the same result as that of `Linter.lint`.

        Raises GivenUp; the next lint is then right all the same.
        """
        if self._retyping is not None:
            try:
                typed = self._lint_typed(self._retyping, source)
            except BaseException:
                self._stop_typing()
                self._found = {}
                raise
            if typed is not None:
                return typed
        before, read = self._retyping, self._read
        self._stop_typing()
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
        if rulebook is not self._rulebook or rules != self._rules:
            self._structure = None
        self._divide(rules)
        style = self._style_of(draft)
        former, self._structure = self._structure, structure(draft)
        changed = None
        if before is not None and (former, self._style) == (self._structure, style):
            changed = self._changed_groups(before, draft, read)
        budget = Budget(len(source.text), self.between)
        try:
            if before is None or changed is None:
                run = run_rules(self._draft_rules, draft, settings, budget)
            else:
                move = Move.between(before.draft.source.text, source.text)
                run = self._wide_findings(draft, changed, move, budget)
            self._find_in_paragraphs(draft, style, run, budget)
        except GivenUp:
            self._found = {}  # what is kept there goes with the reading before
            raise
        self._keep(draft, rulebook, run)
        return finish_result(draft, rulebook, rules, settings, run)

    def _stop_typing(self) -> None:
        """Read the next text as a whole."""
        self._retyping = None
        self._read = {}
        self._paragraph_cache.follow_moves()

    def _keep(self, draft: Draft, rulebook: Rulebook, run: RuleRun) -> None:
        """Keep what stands while the words of one paragraph are typed."""
        if run.errors:
            return
        retyping = Retyping(draft, self._paragraph_cache)
        if not retyping.possible:
            return
        self._retyping, self._rulebook, self._ran = retyping, rulebook, set(run.ran)
        self._wide = {rule.code: [] for rule in self._draft_rules}
        for diagnostic in run.diagnostics:
            if diagnostic.code in self._wide:
                self._wide[diagnostic.code].append(diagnostic)

    def _lint_typed(self, retyping: Retyping, source: Source) -> LintResult | None:
        """Return the result if only the words of one paragraph changed, None for any other text."""
        if format_read(source, self.settings.text_format) != "markdown":
            return None
        retyped = retyping.find(source)
        if retyped is None:
            return None
        paragraphs, old = [retyped.paragraph, *retyped.around], retyping.draft
        before = {one: self._read.get(one) or readings(one, old) for one in paragraphs}
        draft = retyping.take(retyped, source)
        self._read = {one: readings(one, draft) for one in paragraphs}
        changed = {name for one in paragraphs for name in _differing(before[one], self._read[one])}
        if changed.isdisjoint(STYLE):
            keep_style(draft, old)
        for one in paragraphs:
            self._found.pop(one, None)
            self._beyond.pop(one, None)
        rulebook = self._rulebook_for(draft.language)
        rules = active_rules(rulebook, draft, self.settings)
        if rulebook is not self._rulebook or rules != self._rules:
            self._structure = None
            return None
        if retyping.may_be_other_language() or self._has_other_style(draft, changed):
            self._structure = None
            return None
        move = Move(retyped.start, retyped.end, retyped.shift)
        budget = Budget(len(source.text), self.between)
        run = self._wide_findings(draft, changed, move, budget)
        for each, found in self._found.items():
            if found:
                self._found[each] = move.moved(found)
        self._judge_beyond(draft, run, budget, changed)
        self._judge(draft, paragraphs, self._paragraph_rules, run, budget)
        run.diagnostics += [one for some in self._found.values() for one in some]
        if run.errors:
            self._stop_typing()
            self._found = {}
        return finish_result(draft, rulebook, rules, self.settings, run)

    def _wide_findings(
        self, draft: Draft, changed: set[str], move: Move, budget: Budget
    ) -> RuleRun:
        """Return the findings of the rules on the whole draft, running those that read a change."""
        again = [
            rule
            for rule in self._draft_rules
            if (reads := self._reads[rule.code]) is None
            or not changed.isdisjoint(reads)
            or move.touches(self._wide[rule.code])
        ]
        run = run_rules(again, draft, self.settings, budget)
        for code, found in self._wide.items():
            self._wide[code] = move.moved(found)
        for rule in again:
            self._wide[rule.code] = []
        for diagnostic in run.diagnostics:
            self._wide[diagnostic.code].append(diagnostic)
        run.diagnostics = [one for found in self._wide.values() for one in found]
        run.ran |= self._ran
        return run

    def _changed_groups(
        self, before: Retyping, draft: Draft, read: dict[Paragraph, dict[str, object]]
    ) -> set[str] | None:
        """Return the groups that changed in the one paragraph that did; None if more changed.

        The structure of the drafts is the same. `read` are the groups of the paragraph last read.
        """
        pairs = zip(before.draft.paragraphs, draft.paragraphs, strict=True)
        other = [(old, new) for old, new in pairs if old is not new]
        unchanged = self._paragraph_cache.unchanged
        if len(other) != 1:
            return None
        ((old, new),) = other
        if not before.is_of_text(old):
            return None
        # The end of the one above may be certain now, or no longer.
        ends = [one for one in draft.paragraphs if one is not new and one not in unchanged]
        if len(ends) > 1 or any(len(one.blocks) > 1 for one in ends):
            return None
        was = read.get(old) or readings(old, before.draft)
        self._read = {new: readings(new, draft)}
        changed = _differing(was, self._read[new])
        return changed | {"ending"} if ends else changed

    def _has_other_style(self, draft: Draft, changed: set[str]) -> bool:
        """Tell whether what all paragraphs share may have changed with these groups of one."""
        if changed.isdisjoint(STYLE):
            return (draft.habits, draft.registry) != self._style[2:]
        return self._style_of(draft) != self._style

    def _style_of(self, draft: Draft) -> tuple[object, ...]:
        return style_of(draft), draft.doubts, draft.habits, draft.registry

    def _divide(self, rules: list[Rule]) -> None:
        """Divide the rules into those for one paragraph and those for the whole draft."""
        if rules == self._rules:
            return
        self._rules = rules
        scopes = [(rule, find_kind(rule.check).scope_of(rule)) for rule in rules]
        self._paragraph_rules = [rule for rule, scope in scopes if scope == PARAGRAPH]
        self._draft_rules = [rule for rule, scope in scopes if scope == DRAFT]
        self._reads = {rule.code: find_kind(rule.check).reads for rule in self._draft_rules}
        self._found = {}

    def _find_in_paragraphs(
        self, draft: Draft, style: tuple[object, ...], run: RuleRun, budget: Budget
    ) -> None:
        """Add the findings of the paragraph rules to `run`, keeping those of unchanged paragraphs.

        What failed, and the rules that ran, are added, too.
        """
        unchanged = self._paragraph_cache.unchanged
        if style != self._style:
            self._style = style
            self._found = {}
        found: ByParagraph = {}
        changed = []
        moves = {shift: Move(0, 0, shift) for shift in set(unchanged.values())}
        for paragraph in draft.paragraphs:
            shift = unchanged.get(paragraph)
            before = self._found.get(paragraph) if shift is not None else None
            if shift is None or before is None:
                changed.append(paragraph)
            else:
                found[paragraph] = moves[shift].moved(before, paragraph.place)
        self._found = found
        self._beyond = {one: codes for one, codes in self._beyond.items() if one in found}
        errors = len(run.errors)
        self._judge_beyond(draft, run, budget)
        self._judge(draft, changed, self._paragraph_rules, run, budget)
        run.diagnostics += [one for some in self._found.values() for one in some]
        # A failed rule must fail again at the next lint, or its error would vanish: keep nothing.
        if len(run.errors) > errors:
            self._found = {}

    def _judge_beyond(
        self, draft: Draft, run: RuleRun, budget: Budget, changed: set[str] | None = None
    ) -> None:
        """Run again, in kept paragraphs, the rules whose findings depend on other paragraphs.

        With `changed`, those that read one of these groups of other paragraphs, or anything.
        """
        codes = {
            code
            for some in self._beyond.values()
            for code, groups in some.items()
            if changed is None or "" in groups or not changed.isdisjoint(groups)
        }
        beyond = {one: some for one, some in self._beyond.items() if not codes.isdisjoint(some)}
        if not beyond:
            return
        kept = {
            paragraph: [one for one in self._found[paragraph] if one.code not in codes]
            for paragraph in beyond
        }
        rules = [rule for rule in self._paragraph_rules if rule.code in codes]
        self._judge(draft, list(kept), rules, run, budget)
        for paragraph, found in kept.items():
            self._found[paragraph] = found + self._found[paragraph]
            stand = {code: some for code, some in beyond[paragraph].items() if code not in codes}
            if stand:
                self._beyond[paragraph] = self._beyond.get(paragraph, {}) | stand

    def _judge(
        self,
        draft: Draft,
        paragraphs: list[Paragraph],
        rules: list[Rule],
        run: RuleRun,
        budget: Budget,
    ) -> None:
        """Keep what rules find in some paragraphs, and which of them look at other paragraphs.

        What failed, and the rules that ran, are added to `run`.
        """
        new = run_rules(rules, draft.only(paragraphs), self.settings, budget)
        run.errors += new.errors
        run.ran |= new.ran
        found: ByParagraph = {paragraph: [] for paragraph in paragraphs}
        _assign(new.diagnostics, paragraphs, found)
        self._found |= found
        for paragraph in paragraphs:
            self._beyond.pop(paragraph, None)
        self._beyond |= new.beyond


def _differing(one: dict[str, object], other: dict[str, object]) -> set[str]:
    """Return the names of the groups that differ."""
    return {name for name, group in one.items() if group != other[name]}


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
