"""A draft linted again and again while somebody writes in it, at the cost of what changed.

The result is that of `linter.lint` on the same text. What is saved: blocks and paragraphs
that are what they were are not read again (`draft/reuse`), what `facts/` found out about them is
kept, and the rules that judge a paragraph by itself look at the changed ones alone. Rules that look
at a whole draft run each time, upon kept facts.
"""

from __future__ import annotations

from bisect import bisect_right

from reslint.checks.kinds import DRAFT, PARAGRAPH, find_kind
from reslint.draft.reader import read_draft
from reslint.draft.reuse import Memory
from reslint.facts.typing_style import style_of
from reslint.linting.linter import LintResult, active_rules, run_rules, settled
from reslint.settings.settings import Settings
from reslint.text.diagnostics import Diagnostic, Edit, Fix, Related

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from reslint.checks.kinds import Rule
    from reslint.draft.model import Draft, Paragraph
    from reslint.rules.book import Rulebook
    from reslint.text.diagnostics import Problem
    from reslint.text.source import Source

    Local = dict[Paragraph, list[Diagnostic]]


class LiveLinter:
    """The lints of one document, one after the other. Not for several threads at once.

    A lint takes over the paragraphs of the one before: that one's draft is void from then on, its
    diagnostics stay what they are.
    """

    def __init__(self) -> None:
        self._memory = Memory()
        self._settings: Settings | None = None
        self._rules: list[Rule] = []
        self._wide: list[Rule] = []
        self._local: list[Rule] = []
        self._style: tuple[object, ...] = ()
        self._found: Local = {}

    def lint(
        self,
        source: Source,
        rulebook_for: Callable[[str], Rulebook],
        options: Settings | None = None,
    ) -> LintResult:
        """Read `source` as a draft and check it: what `reslint.linting.linter.lint` gives.

        `rulebook_for` should give the same rulebook as long as its rules are the same: rules that
        are new objects look at the whole draft again.
        """
        options = options or Settings()
        if options != self._settings:
            self._memory = Memory()
            self._found = {}
            self._settings = options
        draft = read_draft(
            source,
            path_format=options.text_format,
            language=options.language,
            organ=options.organ,
            memory=self._memory,
        )
        if not draft.is_resolution:
            self._found = {}
            return LintResult(draft, [], [])
        rulebook = rulebook_for(draft.language)
        rules = active_rules(rulebook, draft, options)
        self._part(rules)
        found, problems, ran = run_rules(self._wide, draft, options)
        found += self._local_findings(draft, options, problems, ran)
        return settled(draft, rulebook, rules, options, found, problems, ran)

    def _part(self, rules: list[Rule]) -> None:
        """Parts the rules into those that look at a paragraph by itself and the others."""
        if rules == self._rules:
            return
        self._rules = rules
        self._local = [rule for rule in rules if find_kind(rule.check).scope_of(rule) == PARAGRAPH]
        self._wide = [rule for rule in rules if find_kind(rule.check).scope_of(rule) == DRAFT]
        self._found = {}

    def _local_findings(
        self, draft: Draft, options: Settings, problems: list[Problem], ran: set[str]
    ) -> list[Diagnostic]:
        """What the local rules find: in the changed paragraphs now, in the others before."""
        kept = self._memory.unchanged
        style = style_of(draft)
        if style != self._style:
            self._style = style
            self._found = {}
        found: Local = {}
        changed = []
        for paragraph in draft.paragraphs:
            by = kept.get(paragraph)
            before = self._found.get(paragraph) if by is not None else None
            if by is None or before is None:
                changed.append(paragraph)
                found[paragraph] = []
            elif before:
                found[paragraph] = _moved(before, by, paragraph.place)
            else:
                found[paragraph] = before
        view = draft.only(changed)
        diagnostics, failed, complete = run_rules(self._local, view, options)
        problems += failed
        ran |= complete
        _by_paragraph(diagnostics, changed, found)
        told = [diagnostic for each in found.values() for diagnostic in each]
        for paragraph in view.looked_beyond:
            del found[paragraph]
        # A rule that failed says so as long as it fails: nothing is kept of it.
        self._found = {} if failed else found
        return told


def _by_paragraph(diagnostics: list[Diagnostic], paragraphs: list[Paragraph], found: Local) -> None:
    """Puts each diagnostic to the paragraph (of those given) in which it starts."""
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
    """The same diagnostics of a paragraph that moved, or is named otherwise now."""
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
    edits = tuple(Edit(edit.start + by, edit.end + by, edit.text) for edit in fix.edits)
    return Fix(fix.safety, fix.title, edits, fix.group)
