"""Run rules on a draft: what they find becomes diagnostics, a rule that fails an error."""

from __future__ import annotations

from bisect import bisect_right

from reslint.checks.kinds import OverBudget, address_of, find_kind, in_language
from reslint.draft.certainty import doubtful_spans
from reslint.linting.budget import GivenUp
from reslint.linting.related_places import RelatedPlaces
from reslint.linting.rule_conditions import holds_in
from reslint.linting.sound_edits import SoundEdits
from reslint.rulebook import own_codes
from reslint.text import Wordings
from reslint.text.diagnostics import Diagnostic, Fix, Problem

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from reslint.checks.kinds import Rule
    from reslint.draft.model import Draft, Paragraph
    from reslint.linting.budget import Budget
    from reslint.settings.settings import Settings
    from reslint.text.diagnostics import Finding


_TITLES = Wordings(
    {"delete": {"en": "Delete “{match}”", "fr": "Supprimer « {match} »"}},
)


class RuleRun:
    """The raw outcome of some rules: see `LintResult` of `linter` for the names.

    `beyond` has the paragraphs whose findings depend on others (`Draft.look_beyond`), with the
    codes of the rules that looked there and the groups that they read ("": any).
    """

    __slots__ = ("beyond", "diagnostics", "errors", "ran")

    def __init__(self) -> None:
        self.beyond: dict[Paragraph, dict[str, set[str]]] = {}
        self.diagnostics: list[Diagnostic] = []
        self.errors: list[Problem] = []
        self.ran: set[str] = {own_codes.CANNOT_CHECK}


def run_rules(rules: Iterable[Rule], draft: Draft, settings: Settings, budget: Budget) -> RuleRun:
    """Run rules on a draft. A rule that fails is an error and leaves no diagnostics.

    When the budget is used up, each rule left is an error. Raises GivenUp.
    """
    run = RuleRun()
    doubts, sound, related = _Doubts(draft), SoundEdits(draft.source.text, draft), RelatedPlaces()
    for rule in rules:
        if not holds_in(rule, draft):
            run.ran.add(rule.code)
            continue
        try:
            if budget.is_used_up():
                raise OverBudget
            kind = find_kind(rule.check)
            # A check may be a generator: it has run only when all its findings are worded.
            diagnostics = [
                _diagnostic(
                    finding,
                    rule,
                    settings,
                    sound,
                    related,
                    softly=kind.structural and doubts.cover(finding),
                )
                for finding in kind.run(draft, rule)
            ]
        except GivenUp:
            raise
        except OverBudget:
            run.errors.append(_rule_error(own_codes.OVER_BUDGET, "over-budget", rule, settings))
        except Exception as error:  # one broken rule never stops the others
            values = {"error": describe(error)}
            run.errors.append(
                _rule_error(own_codes.INTERNAL_ERROR, "internal", rule, settings, values)
            )
        else:
            run.diagnostics.extend(diagnostics)
            run.ran.add(rule.code)
        if draft.looked_beyond:
            for paragraph, groups in draft.looked_beyond.items():
                run.beyond.setdefault(paragraph, {})[rule.code] = groups
            draft.looked_beyond.clear()
    return run


def describe(error: Exception) -> str:
    """Return an unexpected exception in one line: its class and the start of its message."""
    message = " ".join(str(error).split())
    if len(message) > 200:
        message = message[:199] + "…"
    name = type(error).__name__
    return f"{name}: {message}" if message else name


def _rule_error(
    code: str, key: str, rule: Rule, settings: Settings, values: dict[str, str] | None = None
) -> Problem:
    """Return the error of a rule that gave no diagnostics."""
    filled = {"code": rule.code, **(values or {})}
    return Problem(code, own_codes.wording(key, settings.message_language, filled))


class _Doubts:
    """Where findings that rest on the structure of a draft may rest on a misreading."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._spans: list[tuple[int, int]] | None = None
        self._starts: list[int] = []

    def cover(self, finding: Finding) -> bool:
        """Tell whether a finding starts in a doubtful paragraph or draft."""
        if self._spans is None:
            self._spans = doubtful_spans(self._draft)
            self._starts = [start for start, _ in self._spans]
        place = bisect_right(self._starts, finding.start) - 1
        return place >= 0 and finding.start < self._spans[place][1]


def _diagnostic(
    finding: Finding,
    rule: Rule,
    settings: Settings,
    sound: SoundEdits,
    related: RelatedPlaces,
    *,
    softly: bool = False,
) -> Diagnostic:
    """Return a finding as it is reported: with its message, severity and fix.

    `softly`: an error is a warning, a fix is unsafe.
    """
    language = settings.message_language
    values = finding.values
    severity = finding.severity or rule.severity
    if softly and severity == "error":
        severity = "warning"
    return Diagnostic(
        rule.code,
        rule.name,
        settings.severities.get(rule.code, severity),
        rule.wording(finding.variant, language).format_map(values),
        finding.start,
        finding.end,
        paragraph=finding.place,
        url=address_of(rule),
        fix=_fix(finding, rule, language, sound, softly=softly),
        related=related.of(finding, rule, language),
    )


def _fix(
    finding: Finding, rule: Rule, language: str, sound: SoundEdits, *, softly: bool
) -> Fix | None:
    """Return the fix of a finding, as safe as the finding or else its rule says; None for none."""
    safety = finding.safety or rule.fix
    if not finding.edits or safety == "none":
        return None
    edits = sound.of(finding.edits)
    if not edits:
        return None
    if softly:
        safety = "unsafe"
    title = in_language(rule.fix_title, language) or rule.name
    if "{replacement}" in title and finding.values.get("replacement") == "":
        deleting = _TITLES.text("delete", language, match=finding.values.get("match", ""))
        return Fix(safety, deleting, edits, finding.group)
    if finding.others:
        (first, _), *rest = finding.others
        named = {**finding.values, "replacement": first}
        others = [(title.format_map({**named, "replacement": text}), edit) for text, edit in rest]
        return Fix(safety, title.format_map(named), edits, finding.group, tuple(others))
    named_title = title.format_map(finding.values)
    return Fix(safety, named_title, edits, finding.group, apart=finding.apart)
