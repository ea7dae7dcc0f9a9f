"""Compare versions by the rules: from drafts to the findings of each."""

from __future__ import annotations

from contextlib import suppress
from functools import partial

from reslint.checks.kinds import COMPARING, address_of
from reslint.concordance.aligning.alignment import compare_versions
from reslint.concordance.checks import (
    counterpart_checks,
    length_checks,
    lost_words,
    masthead_checks,
    name_checks,
    negation_checks,
    opening_checks,
    quotation_checks,
    structure_checks,
    table_checks,
    token_checks,
    translation_checks,
)
from reslint.concordance.checks.moves import moves
from reslint.concordance.memory import Memory
from reslint.concordance.reading import read_version
from reslint.concordance.wording import in_words, language_name
from reslint.linting.linter import LintResult, finish_result
from reslint.linting.rule_run import RuleRun, describe
from reslint.rulebook import own_codes
from reslint.rulebook.book import comparing_rules
from reslint.text.diagnostics import Diagnostic, Problem, Related

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from typing import TypeAlias

    from reslint.checks.kinds import Rule
    from reslint.concordance.comparison import Comparison
    from reslint.concordance.model import Difference, Row, Version
    from reslint.draft.model import Draft
    from reslint.rulebook.book import Rulebook
    from reslint.settings.settings import Settings

    Check: TypeAlias = Callable[[Comparison, Rule], Iterable[Difference]]
    RowCheck: TypeAlias = Callable[[Row, Comparison, Rule], Iterable[Difference]]


CHECKS: dict[str, Check] = {
    "counterpart": counterpart_checks.counterpart,
    "order": structure_checks.order,
    "label": structure_checks.label,
    "note": counterpart_checks.note,
    "marker": structure_checks.marker,
    "doubt": structure_checks.doubt,
    "masthead": masthead_checks.masthead,
    "length": length_checks.length,
    "lost-words": lost_words.lost_words,
}
"""The check of each kind that looks at all rows, by the part of its name after the dot."""
ROW_CHECKS: dict[str, RowCheck] = {
    "tokens": token_checks.tokens,
    "date": token_checks.date,
    "name": name_checks.name,
    "term": name_checks.term,
    "negation": negation_checks.negation,
    "quotation": quotation_checks.quotation,
    "opening": opening_checks.opening,
    "emphasis": opening_checks.emphasis,
    "table": table_checks.table,
    "translation": translation_checks.translation,
}
"""The check of each kind that looks at the details of one row, whose counterparts are certain."""
_OF_NUMBERS = ("tokens", "date")  # about half of the work
_SPOKEN = ("en", "fr", "es", "ru", "ar", "zh")  # the order in which messages name the versions


def align(drafts: Sequence[tuple[str, Draft]], reference: str | None = None) -> Comparison:
    """The comparison of drafts, each with its path.

    `reference` is the language of the version that is right where no majority says so; without
    it, or where no version has it, that is the English version, else the first.
    """
    return compare([read_version(path, draft) for path, draft in drafts], reference)


def compare(
    versions: Sequence[Version], reference: str | None = None, memory: Memory | None = None
) -> Comparison:
    """The comparison of versions; `memory` is that of an earlier comparison of them."""
    _name(versions)
    chosen = next((one for one in versions if one.language == reference), None)
    if chosen is None:
        chosen = next((one for one in versions if one.language == "en"), versions[0])
    return compare_versions(sorted(versions, key=_rank), chosen, memory or Memory())


def _rank(version: Version) -> int:
    return _SPOKEN.index(version.language) if version.language in _SPOKEN else len(_SPOKEN)


def _name(versions: Sequence[Version]) -> None:
    """Number the versions of one language: `fr`, `fr 2`."""
    counts: dict[str, int] = {}
    for version in versions:
        number = counts[version.language] = counts.get(version.language, 0) + 1
        version.name = f"{version.language} {number}" if number > 1 else version.language


def findings_of(
    comparison: Comparison,
    settings_of: dict[str, Settings],
    rulebook: Rulebook | None = None,
) -> dict[str, LintResult]:
    """The findings of every version, by its path, as the settings of that path have them."""
    book = rulebook
    runs = {version: RuleRun() for version in (*comparison.versions, *comparison.unlike)}
    for version in runs:
        settings = settings_of[version.path]
        own = book or comparing_rules(settings.rule_folders)
        _run(comparison, version, own, settings, runs[version])
    found = {}
    for version, run in runs.items():
        settings = settings_of[version.path]
        own = book or comparing_rules(settings.rule_folders)
        # No rules: none of these needs emphasis or has fixes.
        found[version.path] = finish_result(version.draft, own, [], settings, run)
    return found


def check(comparison: Comparison, settings_of: dict[str, Settings], *, numbers: bool) -> None:
    """Find the differences in numbers, or all others, and keep them in the comparison.

    What breaks is left to `findings_of`, which says so.
    """
    for version in (*comparison.versions, *comparison.unlike):
        settings = settings_of[version.path]
        for rule in _rules_for(version, comparing_rules(settings.rule_folders), settings):
            if (rule.check.removeprefix(COMPARING) in _OF_NUMBERS) is numbers:
                with suppress(Exception):
                    _differences(comparison, rule)


def _rules_for(version: Version, book: Rulebook, settings: Settings) -> list[Rule]:
    """The rules that are active for a version."""
    rules = book.rules_for(
        language=version.language,
        organ=version.draft.organ,
        profile=settings.profile,
        select=settings.select,
        ignore=settings.ignore,
    )
    return [rule for rule in rules if settings.severities.get(rule.code) != "off"]


def _run(
    comparison: Comparison, version: Version, book: Rulebook, settings: Settings, run: RuleRun
) -> None:
    """Word what the rules that are active for a version say of it."""
    run.ran.discard(own_codes.CANNOT_CHECK)
    for rule in _rules_for(version, book, settings):
        try:
            differences = _differences(comparison, rule)
        except Exception as error:  # one broken rule never stops the others
            values = {"code": rule.code, "error": describe(error)}
            message = own_codes.wording("internal", settings.message_language, values)
            run.errors.append(Problem(own_codes.INTERNAL_ERROR, message))
            continue
        run.ran.add(rule.code)
        run.diagnostics += [
            _diagnostic(one, rule, settings) for one in differences if one.version is version
        ]


def _differences(comparison: Comparison, rule: Rule) -> list[Difference]:
    """What a rule finds in a comparison, computed once for all versions."""
    kept = comparison.differences
    found = kept.get(rule.code)
    if found is None:
        kind = rule.check.removeprefix(COMPARING)
        by_row = ROW_CHECKS.get(kind)
        if by_row is None:
            found = list(CHECKS[kind](comparison, rule))
        elif by_row is opening_checks.opening:
            found = _of_units_in_place(comparison, _differences_by_row(comparison, rule, by_row))
        else:
            found = _differences_by_row(comparison, rule, by_row)
        kept[rule.code] = found
    return found


def _differences_by_row(comparison: Comparison, rule: Rule, check: RowCheck) -> list[Difference]:
    found: list[Difference] = []
    find = partial(_found_in, check, comparison, rule)
    for row, details in comparison.details():
        found += details.differences(rule.code, row, find)
    return found


def _of_units_in_place(comparison: Comparison, found: list[Difference]) -> list[Difference]:
    """The differences, without those of paragraphs that changed places: one finding says so."""
    misplaced = {
        (unit.version, unit.place)
        for unit in moves(comparison).misplaced
        if not comparison.in_doubt
    }
    return [one for one in found if (one.version, one.place) not in misplaced]


def _found_in(
    check: RowCheck, comparison: Comparison, rule: Rule, row: Row
) -> Iterable[Difference]:
    return check(row, comparison, rule)


def _diagnostic(difference: Difference, rule: Rule, settings: Settings) -> Diagnostic:
    language = settings.message_language
    severity = difference.severity or rule.severity
    return Diagnostic(
        rule.code,
        rule.name,
        settings.severities.get(rule.code, severity),
        rule.wording(difference.variant, language).format_map(
            in_words(difference.values, language)
        ),
        difference.start,
        difference.end,
        paragraph=difference.place,
        url=address_of(rule),
        related=tuple(_related(one, span, rule, language) for one, span in difference.others),
    )


def _related(version: Version, span: tuple[int, int], rule: Rule, language: str) -> Related:
    """A place in another version, with its lines and columns there."""
    source = version.draft.source
    values = {"language": language_name(version.name, language)}
    related = Related(*span, rule.wording("other", language).format_map(values))
    related.path = version.path
    related.line, related.column = source.position(related.start)
    related.end_line, related.end_column = source.position(related.end)
    if source.origin is not None:
        related.origin = source.origin.place(related.start, related.end)
    return related
