"""Measure precision: findings in texts that are assumed to be correct, by rule and verdict."""

from __future__ import annotations

import time
from collections import Counter
from typing import TYPE_CHECKING, Any

from benchmarks.tables import markdown_table, share
from benchmarks.texts import check, read_sources
from reslint.text.diagnostics import SEVERITIES

if TYPE_CHECKING:
    from benchmarks.triage import Triage, Verdict
    from reslint.linting.linter import LintResult
    from reslint.settings.settings import Settings
    from reslint.text.diagnostics import Diagnostic
    from reslint.text.source import Source

HEADLINE = ("error", "warning")
"""The severities that count for the target."""
MOST_FALSE = {"standard": 0.05, "strict": 0.3}
"""The most false findings per text in each language, by profile; none may have a safe fix."""
MOST_TEXTS = 0.02
"""A rule that reports more than this share of texts needs a written reason."""
_VERDICTS = ("error", "conversion", "false", "")  # the last: none yet
_EXCERPT = 60  # characters of the source shown on the terminal


class Found:
    """One finding, with its place and verdict."""

    __slots__ = (
        "code",
        "line",
        "message",
        "paragraph",
        "path",
        "safe_fix",
        "severity",
        "shown",
        "verdict",
    )

    def __init__(
        self, path: str, source: Source, diagnostic: Diagnostic, triage: Triage | None
    ) -> None:
        self.path = path
        self.code = diagnostic.code
        self.severity = diagnostic.severity
        self.message = diagnostic.message
        self.safe_fix = diagnostic.fix is not None and diagnostic.fix.safety == "safe"
        self.paragraph = diagnostic.paragraph
        self.line = source.position(diagnostic.start)[0]
        text = source.text[max(diagnostic.start - 20, 0) : diagnostic.end + _EXCERPT]
        self.shown = " ".join(text[: 20 + _EXCERPT].split())
        self.verdict: Verdict | None = (
            triage.find(path, self.code, self.paragraph, self.line) if triage else None
        )

    @property
    def false(self) -> bool:
        """Whether it was judged a mistake of the rule."""
        return self.verdict is not None and self.verdict.verdict == "false"

    @property
    def untriaged(self) -> bool:
        """Whether it counts against the rules: no verdict yet, or judged a false positive."""
        return self.verdict is None or self.false

    @property
    def counts(self) -> bool:
        """Whether it is serious enough to count for the target."""
        return self.severity in HEADLINE


class Measured:
    """The texts and findings of a folder."""

    def __init__(self) -> None:
        self.texts: Counter[tuple[str, str]] = Counter()  # by language and organ
        self.where: dict[str, tuple[str, str]] = {}  # language and organ of each path
        self.found: list[Found] = []
        self.problems: list[str] = []  # rules skipped or failed
        self.unread: list[str] = []
        self.seconds = 0.0

    def languages(self) -> list[str]:
        """The languages of the texts, sorted."""
        return sorted({language for language, _ in self.texts})

    def texts_in(self, language: str) -> int:
        """The number of texts in a language."""
        return sum(count for (each, _), count in self.texts.items() if each == language)

    def found_in(self, language: str) -> list[Found]:
        """The findings in texts of a language."""
        return [found for found in self.found if self.where[found.path][0] == language]

    def untriaged_rate(self, language: str) -> float:
        """Untriaged errors and warnings per text."""
        findings = self.found_in(language)
        texts = self.texts_in(language)
        return sum(f.counts and f.untriaged for f in findings) / texts if texts else 0.0

    def false_rate(self, language: str) -> float:
        """False findings of any severity per text."""
        texts = self.texts_in(language)
        return sum(f.false for f in self.found_in(language)) / texts if texts else 0.0

    def false_with_safe_fix(self) -> list[Found]:
        """The false findings with a safe fix: it would spoil a right text."""
        return [found for found in self.found if found.false and found.safe_fix]


def measure(
    folder: str,
    options: Settings,
    *,
    triage: Triage | None = None,
    severity: str = "hint",
    only: str | None = None,
) -> Measured:
    """Lint every text of a folder. Findings below `severity` are left out.

    `only` limits the run to one language.
    """
    wanted = SEVERITIES[: SEVERITIES.index(severity) + 1]
    measured = Measured()
    started = time.perf_counter()
    for path, source in read_sources(folder):
        if source is None:
            measured.unread.append(path)
            continue
        result = check(source, options)
        draft = result.draft
        if only is not None and draft.language != only:
            continue
        if not draft.is_resolution:
            measured.unread.append(path)
            continue
        measured.texts[draft.language, draft.organ] += 1
        measured.where[path] = (draft.language, draft.organ)
        _take(measured, path, source, result, triage, wanted)
    measured.seconds = time.perf_counter() - started
    return measured


def _take(
    measured: Measured,
    path: str,
    source: Source,
    result: LintResult,
    triage: Triage | None,
    wanted: tuple[str, ...],
) -> None:
    measured.found.extend(
        Found(path, source, diagnostic, triage)
        for diagnostic in result.diagnostics
        if diagnostic.severity in wanted
    )
    measured.problems.extend(f"{path}: {problem}" for problem in result.errors)


def report(measured: Measured) -> str:
    """Write the tables as Markdown."""
    parts = ["# Precision\n", _by_language(measured), "\n## By organ\n\n", _by_organ(measured)]
    for language in measured.languages():
        parts += [f"\n## Codes: {language}\n\n", _by_code(measured, language)]
    if measured.problems:
        parts.append("\n## Rules that did not run\n\n")
        parts.extend(f"- {problem}\n" for problem in measured.problems)
    if measured.unread:
        parts.append("\n## Files that are not resolutions\n\n")
        parts.extend(f"- {path}\n" for path in measured.unread)
    return "".join(parts)


def _by_language(measured: Measured) -> str:
    rows = []
    for language in measured.languages():
        texts = measured.texts_in(language)
        findings = measured.found_in(language)
        serious = [f for f in findings if f.counts]
        verdicts = Counter(f.verdict.verdict if f.verdict else "" for f in serious)
        fixed = sum(f.false and f.safe_fix for f in findings)
        rows.append(
            (
                language,
                texts,
                len(findings),
                len(serious),
                len(serious) / texts,
                verdicts["error"],
                verdicts["conversion"],
                verdicts["false"],
                verdicts[""],
                measured.untriaged_rate(language),
                sum(f.false for f in findings),
                measured.false_rate(language),
                fixed,
            )
        )
    heads = ["language", "texts", "findings", "errors and warnings", "per text", "error in text"]
    heads += ["conversion", "false", "untriaged", "untriaged per text"]
    heads += ["false of any severity", "per text", "of these with a safe fix"]
    return "\n" + markdown_table(heads, rows)


def _by_organ(measured: Measured) -> str:
    rows = []
    for (language, organ), texts in sorted(measured.texts.items()):
        serious = [
            f for f in measured.found if f.counts and measured.where[f.path] == (language, organ)
        ]
        untriaged = sum(f.untriaged for f in serious)
        rows.append((language, organ, texts, len(serious), untriaged, untriaged / texts))
    heads = ("language", "organ", "texts", "errors and warnings", "untriaged", "untriaged per text")
    return markdown_table(heads, rows)


def _by_code(measured: Measured, language: str) -> str:
    texts = measured.texts_in(language)
    rows: list[tuple[str | int, ...]] = []
    findings = measured.found_in(language)
    for code in sorted({f.code for f in findings}):
        of_code = [f for f in findings if f.code == code]
        grades = Counter(f.severity for f in of_code)
        verdicts = Counter(f.verdict.verdict if f.verdict else "" for f in of_code)
        holding = len({f.path for f in of_code})
        counting = len({f.path for f in of_code if f.untriaged})
        above = "above the limit" if counting > MOST_TEXTS * texts else ""
        rows.append(
            (
                code,
                len(of_code),
                *(verdicts[each] for each in _VERDICTS),
                ", ".join(f"{grades[each]} {each}" for each in SEVERITIES if grades[each]),
                holding,
                share(holding, texts),
                above,
            )
        )
    verdicts = Counter(f.verdict.verdict if f.verdict else "" for f in findings)
    counts = (verdicts[each] for each in _VERDICTS)
    rows.append(("all", len(findings), *counts, "", len({f.path for f in findings}), "", ""))
    heads = ["code", "findings", "error in text", "conversion", "false", "untriaged"]
    heads += ["severities", "texts", "of texts", "untriaged or false in more than 2 %"]
    return markdown_table(heads, rows)


def as_json(measured: Measured) -> dict[str, Any]:
    """The figures and places, without quoting the texts, for a JSON file."""
    return {
        "texts": {f"{one}/{other}": count for (one, other), count in measured.texts.items()},
        "untriaged_a_text": {
            language: round(measured.untriaged_rate(language), 4)
            for language in measured.languages()
        },
        "false_a_text": {
            language: round(measured.false_rate(language), 4) for language in measured.languages()
        },
        "findings": [
            {
                "path": found.path,
                "line": found.line,
                "paragraph": found.paragraph,
                "code": found.code,
                "severity": found.severity,
                "verdict": found.verdict.verdict if found.verdict else None,
                "safe_fix": found.safe_fix,
            }
            for found in measured.found
        ],
        "problems": measured.problems,
        "seconds": round(measured.seconds, 2),
    }


def listing(measured: Measured, *, everything: bool) -> str:
    """List the findings with a few words of the source, for the terminal only."""
    lines = []
    for found in measured.found:
        if not everything and not found.untriaged:
            continue
        verdict = f" [{found.verdict.verdict}: {found.verdict.reason}]" if found.verdict else ""
        place = f"{found.path}:{found.line}: {found.paragraph or '-'}"
        lines.append(f"{place}: {found.severity} {found.code} {found.message}{verdict}")
        lines.append(f"    {found.shown}")
    return "\n".join(lines) + ("\n" if lines else "")
