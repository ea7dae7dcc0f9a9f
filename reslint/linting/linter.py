"""Lint a text: the one engine of command line, hook, language server and library."""

from __future__ import annotations

from reslint.blocks.accepted import shows_other_emphasis
from reslint.blocks.model import NOT_TEXT
from reslint.checks.kinds import (
    ORGANS,
    OTHER,
    PROFILES,
    STANDARD,
    find_kind,
)
from reslint.data.own_registry import registry_of
from reslint.draft.model import MASTHEAD, TITLE
from reslint.draft.reader import read_draft
from reslint.language.habits import habits_of_head, habits_of_line, silent_for_unlisted
from reslint.linting.budget import Budget
from reslint.linting.precedence import without_yielding
from reslint.linting.rule_run import run_rules
from reslint.linting.suppression import suppress, without_house_words
from reslint.linting.untouched import without_directives, without_hidden
from reslint.rulebook import own_codes
from reslint.rulebook.book import rulebook_of
from reslint.settings.settings import Settings
from reslint.text.diagnostics import Diagnostic, Problem

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from reslint.checks.kinds import Rule
    from reslint.draft.model import Draft
    from reslint.language.habits import Habits
    from reslint.linting.rule_run import RuleRun
    from reslint.rulebook.book import Rulebook
    from reslint.text.source import Source


class LintResult:
    """The outcome of one lint.

    draft           as it was read
    diagnostics     in order of their places, then codes; none for a text that is no resolution
    errors          rules that failed (TOOL004) or ran over their budget (TOOL003) on this text
    setup_errors    what was wrong with the rule files, the same for every text
    ran             the codes of the rules that ran to their end
    """

    __slots__ = ("diagnostics", "draft", "errors", "ran", "setup_errors")

    def __init__(
        self,
        draft: Draft,
        diagnostics: list[Diagnostic],
        errors: list[Problem],
        setup_errors: list[Problem],
        ran: Collection[str] = (),
    ) -> None:
        self.draft = draft
        self.diagnostics = diagnostics
        self.errors = errors
        self.setup_errors = setup_errors
        self.ran = ran


class Linter:
    """Lints texts with the same settings, each by itself.

    `rulebook_for` gives the rulebook of a language; without it, the shipped rules and those of the
    settings' rule folders, which are loaded once a process.
    """

    def __init__(
        self,
        settings: Settings | None = None,
        rulebook_for: Callable[[str], Rulebook] | None = None,
    ) -> None:
        self.settings = settings or Settings()
        self._rulebook_for = rulebook_for or self._cached_rulebook

    def _cached_rulebook(self, language: str) -> Rulebook:
        return rulebook_of(language, self.settings.rule_folders)

    def with_all_rules(self) -> Linter:
        """Return a linter for all rules of the profile: this one, unless some are selected."""
        if self.settings.select is None:
            return self
        return Linter(self.settings.replace(select=None), self._rulebook_for)

    def lint(self, source: Source) -> LintResult:
        """Read `source` as a draft and check it.

        A text that is no resolution has no diagnostics: see `result.draft.is_resolution`. One rule
        that fails does not stop the others: it is in `result.errors`. Raises LookupError for a
        language in the settings that the rules do not know.
        """
        settings = self.settings
        draft = read_draft(
            source,
            path_format=settings.text_format,
            language=settings.language,
            organ=settings.organ,
            habits=settings.house,
        )
        if not draft.is_resolution:
            return LintResult(draft, [], [], [])
        # The language of the draft, and with it the rulebook, is known only now.
        rulebook = self._rulebook_for(draft.language)
        rules = active_rules(rulebook, draft, settings)
        run = run_rules(rules, draft, settings, Budget(len(source.text)))
        return finish_result(draft, rulebook, rules, settings, run)


_MOST_OF_HEAD = 20_000
"""Characters in which the marks of a house are looked for."""
_OF_UNITED_NATIONS = frozenset(ORGANS) - {"GA", OTHER}
"""Organs that no other organization has. A General Assembly may be that of another one."""
_LABEL = 10
"""Characters of the label after an operative verb that stands alone."""


def active_rules(rulebook: Rulebook, draft: Draft, settings: Settings) -> list[Rule]:
    """Return the rules for a draft that neither settings nor habits of its organ switch off.

    The habits and the registry are set on the draft. A code that the settings name is not silenced
    by the habits.
    """
    draft.registry = registry_of(settings.registries)
    draft.habits = habits = draft.habits or _habits_of_line(draft)
    rules = rulebook.rules_for(
        language=draft.language,
        organ=draft.organ if draft.organ in ORGANS else OTHER,
        profile=settings.profile if settings.profile in PROFILES else STANDARD,
        select=settings.select,
        ignore=settings.ignore,
    )
    asked = {*(settings.select or ()), *settings.severities}
    silent = (habits.silent if habits is not None else _silent_for_unlisted(draft)) - asked
    if habits is not None and draft.organ in _OF_UNITED_NATIONS:
        silent -= habits.held  # a Security Council with «РЕШИЛ:» is no other body
    return [
        rule
        for rule in rules
        if settings.severities.get(rule.code) != "off" and rule.code not in silent
    ]


def _writes_small_letters(finding: Diagnostic) -> bool:
    """Tell whether the fix of a finding writes small letters."""
    return finding.fix is not None and any(
        one.text != one.text.upper() for one in finding.fix.edits
    )


def _silent_for_unlisted(draft: Draft) -> frozenset[str]:
    """Return the codes that do not hold for a draft of a body of which nothing is known."""
    line = draft.resolutions[0].organ_line if draft.resolutions else None
    name = line.text if line is not None else draft.subject
    if draft.organ != OTHER or not name:
        return frozenset()
    return silent_for_unlisted(name, draft.language)


def _habits_of_line(draft: Draft) -> Habits | None:
    """Return the habits of the organ that the organ line names, or those that the head shows.

    A board that recommends the draft of its assembly writes as that assembly does.
    """
    if not draft.resolutions:
        return None
    first = draft.resolutions[0]
    line = first.organ_line
    if draft.organ == OTHER and line is not None:
        above = [*draft.part(MASTHEAD, TITLE), *first.preamble[:1]]
        text = "\n".join(paragraph.text for paragraph in above)
        named = habits_of_line(line.text, draft.language, text)
        nested = (one.organ_line for one in draft.resolutions[1:] if one.parent is first)
        named = named or next(
            filter(None, (habits_of_line(one.text, draft.language) for one in nested if one)), None
        )
        if named is not None:
            return named
    end = first.operative[1].start if first.operative[1:] else len(draft.source.text)
    return habits_of_head(draft.source.text[: min(end + _LABEL, _MOST_OF_HEAD)])


def finish_result(
    draft: Draft, rulebook: Rulebook, rules: list[Rule], settings: Settings, run: RuleRun
) -> LintResult:
    """Apply suppressions, house vocabulary, severities and order to what the rules found."""
    found = run.diagnostics
    if draft.source.text.isupper():  # a telegram: no small letter is right in it
        found = [one for one in found if not _writes_small_letters(one)]
    if not draft.emphasis_known:
        found.extend(_without_emphasis(draft, rules, settings))
    if draft.source.codec != "utf-8":
        found.append(_assumed_encoding(draft.source, settings))
    if settings.language is not None or settings.organ is not None:
        from reslint.linting.fitting import not_fitting

        found.extend(not_fitting(draft, settings))
    if settings.vocabulary:
        found = without_house_words(found, draft.source.text, settings.vocabulary)
    found = without_hidden(found, draft, rules, settings.message_language)
    if draft.source.origin is not None:
        from reslint.linting.automatic_numbers import on_automatic_numbers

        found = on_automatic_numbers(found, draft, settings.message_language)
    kept = suppress(
        found,
        draft.source.text,
        ((block.start, block.end) for block in draft.blocks if block.kind not in NOT_TEXT),
        no_effect=lambda: without_directives(draft),
        known=lambda: {**rulebook.names(), **own_codes.NAMES},
        active=run.ran,
        language=settings.message_language,
    )
    kept = without_yielding(with_own_settings(kept, settings), rules)
    kept.sort(key=Diagnostic.key)
    problems = [
        *rulebook.problems,
        *(
            Problem(own_codes.INVALID_SETTING, message, path, line, 1 if line else 0)
            for path, line, message in draft.registry.problems
        ),
    ]
    return LintResult(draft, kept, run.errors, problems, run.ran)


def _without_emphasis(draft: Draft, rules: list[Rule], settings: Settings) -> list[Diagnostic]:
    """Return TOOL007, once, naming the rules that need emphasis, for a draft that shows none."""
    codes = sorted(rule.code for rule in rules if find_kind(rule.check).needs_emphasis)
    if not codes:
        return []
    return [
        own_codes.diagnostic(
            own_codes.CANNOT_CHECK,
            "other-emphasis" if shows_other_emphasis(draft.source.text) else "no-emphasis",
            settings.message_language,
            0,
            0,
            {"codes": ", ".join(codes)},
        )
    ]


def _assumed_encoding(source: Source, settings: Settings) -> Diagnostic:
    """Return TOOL012, which says in what encoding a file was read that is not UTF-8."""
    from reslint.text.encodings import name_of

    values = {"encoding": name_of(source.codec)}
    return own_codes.diagnostic(
        own_codes.ASSUMED_ENCODING, "assumed-encoding", settings.message_language, 0, 0, values
    )


def with_own_settings(diagnostics: list[Diagnostic], settings: Settings) -> list[Diagnostic]:
    """Apply the settings' `ignore` and severities to diagnostics with reslint's own codes."""
    kept = []
    for diagnostic in diagnostics:
        if diagnostic.code in own_codes.NAMES:
            if any(diagnostic.code.startswith(prefix) for prefix in settings.ignore):
                continue
            severity = settings.severities.get(diagnostic.code)
            if severity == "off":
                continue
            if severity is not None:
                diagnostic.severity = severity
        kept.append(diagnostic)
    return kept
