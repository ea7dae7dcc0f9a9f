"""Formats `text` (each finding with its source line and its fix) and `concise` (one line each)."""

from __future__ import annotations

from reslint.reports import wording
from reslint.reports.excerpt import excerpt
from reslint.reports.wording import painter
from reslint.text.diagnostics import shown_path

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reslint.linting.results import FileResult, Reported, Summary
    from reslint.reports import ReportOptions
    from reslint.text.diagnostics import Problem


class Report:
    """Format `text`."""

    def __init__(self, options: ReportOptions) -> None:
        self._paint = painter(options.colour)
        self._options = options

    def file(self, result: FileResult) -> str:
        parts = [wording.problem(error, result.path, self._paint) + "\n" for error in result.errors]
        parts.extend(self._finding(result.path, reported) for reported in result.reported)
        return "".join(part + "\n" for part in parts)

    def end(self, summary: Summary, setup_errors: Sequence[Problem]) -> str:
        return wording.ending(summary, setup_errors, self._options, self._paint, gap="\n")

    def _finding(self, path: str, reported: Reported) -> str:
        """The lines about one finding, each with its line end."""
        paint = self._paint
        diagnostic = reported.diagnostic
        start = reported.column - 1
        one_line = reported.end_line == reported.line
        end = reported.end_column - 1 if one_line else len(reported.line_text)
        shown, marks = excerpt(reported.line_text, start, end)
        number = f"{reported.line:5}"
        lines = [wording.headline(path, reported, paint)]
        if shown:
            bar = paint(" | ", "gutter")
            lines.append(paint(number, "gutter") + bar + shown)
            lines.append(" " * len(number) + bar + paint(marks, diagnostic.severity))
        indent = " " * (len(number) + 3)
        for related, place in zip(diagnostic.related, reported.related, strict=True):
            where = paint(f"{shown_path(path)}:{place[0]}:{place[1]}", "path")
            lines.append(f"{indent}{where} {wording.one_line(related.message)}")
        if diagnostic.fix is not None:
            hint = wording.fix_hint(diagnostic.fix, self._options.language)
            lines.append(indent + paint(hint, "fix"))
        return "".join(line + "\n" for line in lines)


class ConciseReport:
    """Format `concise`."""

    def __init__(self, options: ReportOptions) -> None:
        self._paint = painter(options.colour)
        self._options = options

    def file(self, result: FileResult) -> str:
        lines = [wording.problem(error, result.path, self._paint) for error in result.errors]
        lines.extend(
            wording.headline(result.path, reported, self._paint) for reported in result.reported
        )
        return "".join(line + "\n" for line in lines)

    def end(self, summary: Summary, setup_errors: Sequence[Problem]) -> str:
        return wording.ending(summary, setup_errors, self._options, self._paint, gap="")
