"""Rules on a draft: the one function behind command line, hook, language server and library."""

from __future__ import annotations

from reslint.checks.kinds import OverBudget, address_of, find_kind
from reslint.draft.reader import read_draft
from reslint.linting.suppression import suppress
from reslint.rules import own_codes
from reslint.settings.settings import Settings
from reslint.text.diagnostics import LEFT_BY_FIX, Diagnostic, Fix, Problem, Related

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

    from reslint.checks.kinds import Rule
    from reslint.draft.model import Draft
    from reslint.rules.book import Rulebook
    from reslint.text.diagnostics import Finding
    from reslint.text.source import Source


_PASSED_OVER = ("comment", "code", "rule")
"""Kinds of block that `reslint-disable-next-line` does not mean: the block after them counts."""


class LintResult:
    """What a lint gives: the draft as read, its diagnostics in order, what went wrong.

    `ran` are the codes of the rules that ran to their end.
    """

    __slots__ = ("diagnostics", "draft", "problems", "ran")

    def __init__(
        self,
        draft: Draft,
        diagnostics: list[Diagnostic],
        problems: list[Problem],
        ran: Collection[str] = (),
    ) -> None:
        self.draft = draft
        self.diagnostics = diagnostics
        self.problems = problems
        self.ran = ran


def lint(
    source: Source,
    rulebook_for: Callable[[str], Rulebook],
    options: Settings | None = None,
) -> LintResult:
    """Read `source` as a draft and check it.

    `rulebook_for` gives the rulebook of a language (the draft's own is known only once it is
    read). A text that is no resolution has no diagnostics: see `result.draft.is_resolution`.
    Diagnostics are sorted by place and code and do not depend on the order of the rules. A rule
    that runs over its budget (TOOL003) or fails (TOOL004) is a problem; the others go on.
    """
    options = options or Settings()
    draft = read_draft(
        source,
        path_format=options.text_format,
        language=options.language,
        organ=options.organ,
    )
    if not draft.is_resolution:
        return LintResult(draft, [], [])
    rulebook = rulebook_for(draft.language)
    rules = active_rules(rulebook, draft, options)
    found, problems, ran = run_rules(rules, draft, options)
    return settled(draft, rulebook, rules, options, found, problems, ran)


def active_rules(rulebook: Rulebook, draft: Draft, options: Settings) -> list[Rule]:
    """The rules for a draft that the settings do not switch off."""
    rules = rulebook.rules_for(
        language=draft.language,
        organ=draft.organ,
        profile=options.profile,
        select=options.select,
        ignore=options.ignore,
    )
    return [rule for rule in rules if options.severities.get(rule.code) != "off"]


def settled(
    draft: Draft,
    rulebook: Rulebook,
    rules: list[Rule],
    options: Settings,
    found: list[Diagnostic],
    problems: list[Problem],
    ran: set[str],
) -> LintResult:
    """The result of a lint from what its rules found: suppressed, graded, in order.

    `ran` are the codes of the rules that ran to their end.
    """
    if not draft.emphasis_known:
        found.extend(_without_emphasis([rule for rule in rules if rule.code in ran], options))
    if options.vocabulary:
        from reslint.linting.house_words import without_house_words

        found = without_house_words(found, draft.source.text, options.vocabulary)
    kept = suppress(
        found,
        draft.source.text,
        ((block.start, block.end) for block in draft.blocks if block.kind not in _PASSED_OVER),
        known=lambda: frozenset(rulebook.codes()) | frozenset(own_codes.NAMES),
        active=ran,
        language=options.message_language,
    )
    kept = with_own_settings(kept, options)
    kept.sort(key=Diagnostic.key)
    return LintResult(draft, kept, problems, ran)


def run_rules(
    rules: Iterable[Rule], draft: Draft, options: Settings
) -> tuple[list[Diagnostic], list[Problem], set[str]]:
    """What the rules find, what went wrong, and the codes of the rules that ran to their end."""
    found: list[Diagnostic] = []
    problems: list[Problem] = []
    ran = {own_codes.CANNOT_CHECK}
    for rule in rules:
        try:
            # A check may be a generator: it has run only when all is drawn and worded.
            diagnostics = [
                _diagnostic(finding, rule, options)
                for finding in find_kind(rule.check).run(draft, rule)
            ]
        except OverBudget:
            problems.append(_rule_problem(own_codes.OVER_BUDGET, "over-budget", rule, options))
        except Exception as error:  # one broken rule never stops the others
            values = {"error": describe(error)}
            problems.append(
                _rule_problem(own_codes.INTERNAL_ERROR, "internal", rule, options, values)
            )
        else:
            found.extend(diagnostics)
            ran.add(rule.code)
    return found, problems, ran


def describe(error: Exception) -> str:
    """An unexpected exception in one line: its kind and the beginning of what it says."""
    said = " ".join(str(error).split())
    if len(said) > 200:
        said = said[:199] + "…"
    name = type(error).__name__
    return f"{name}: {said}" if said else name


def _rule_problem(
    code: str, key: str, rule: Rule, options: Settings, values: dict[str, str] | None = None
) -> Problem:
    """The problem of a rule that gave nothing."""
    filled = {"code": rule.code, **(values or {})}
    return Problem(code, own_codes.wording(key, options.message_language, filled))


def _diagnostic(finding: Finding, rule: Rule, options: Settings) -> Diagnostic:
    """A finding as it is reported: worded, graded, with its fix."""
    language = options.message_language
    values = finding.values
    severity = finding.severity or rule.severity
    return Diagnostic(
        rule.code,
        rule.name,
        options.severities.get(rule.code, severity),
        rule.wording(finding.variant, language).format_map(values),
        finding.start,
        finding.end,
        paragraph=finding.place,
        url=address_of(rule),
        fix=_fix(finding, rule, language),
        related=tuple(
            Related(
                start,
                end,
                rule.wording(variant, language).format_map(values),
                left_by_fix=variant == LEFT_BY_FIX,
            )
            for start, end, variant in finding.related
        ),
    )


def _fix(finding: Finding, rule: Rule, language: str) -> Fix | None:
    """The fix of a finding: its edits, as safe as the rule or the finding itself says."""
    safety = finding.safety or rule.fix
    if not finding.edits or safety == "none":
        return None
    title = rule.fix_title.get(language) or rule.fix_title.get("en") or rule.name
    return Fix(safety, title.format_map(finding.values), finding.edits, finding.group)


def _without_emphasis(rules: list[Rule], options: Settings) -> list[Diagnostic]:
    """TOOL007, once, naming the rules that look at emphasis, where the draft shows none."""
    codes = sorted(rule.code for rule in rules if find_kind(rule.check).needs_emphasis)
    if not codes:
        return []
    return [
        own_codes.diagnostic(
            own_codes.CANNOT_CHECK,
            "no-emphasis",
            options.message_language,
            0,
            0,
            {"codes": ", ".join(codes)},
        )
    ]


def with_own_settings(diagnostics: list[Diagnostic], options: Settings) -> list[Diagnostic]:
    """The settings' `ignore` and severities put upon reslint's own codes as upon any rule's."""
    kept = []
    for diagnostic in diagnostics:
        if diagnostic.code in own_codes.NAMES:
            if any(diagnostic.code.startswith(prefix) for prefix in options.ignore):
                continue
            severity = options.severities.get(diagnostic.code)
            if severity == "off":
                continue
            if severity is not None:
                diagnostic.severity = severity
        kept.append(diagnostic)
    return kept
