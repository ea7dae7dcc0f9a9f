"""Formats `text` (each finding with its source line and its fix) and `concise` (one line each)."""

from __future__ import annotations

from reslint.reports import wording
from reslint.reports.excerpt import excerpt
from reslint.reports.wording import painter
from reslint.text.diagnostics import shown_path

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reslint.linting.results import FileResult, Summary
    from reslint.reports import ReportOptions
    from reslint.text.diagnostics import Diagnostic, Problem


class Report:
    """Format `text`."""

    def __init__(self, options: ReportOptions) -> None:
        self._paint = painter(options.colour)
        self._options = options

    def file(self, result: FileResult) -> str:
        parts = [wording.problem(error, result.path, self._paint) + "\n" for error in result.errors]
        parts.extend(self._finding(result.path, diagnostic) for diagnostic in result.diagnostics)
        return "".join(part + "\n" for part in parts)

    def end(self, summary: Summary, setup_errors: Sequence[Problem]) -> str:
        return wording.ending(summary, setup_errors, self._options, self._paint, gap="\n")

    def _finding(self, path: str, diagnostic: Diagnostic) -> str:
        """The lines about one finding, each with its line end."""
        paint = self._paint
        start = diagnostic.column - 1
        one_line = diagnostic.end_line == diagnostic.line
        end = diagnostic.end_column - 1 if one_line else len(diagnostic.line_text)
        shown, marks = excerpt(diagnostic.line_text, start, end)
        number = f"{diagnostic.line:5}"
        lines = [wording.headline(path, diagnostic, paint)]
        if shown:
            bar = paint(" | ", "gutter")
            lines.append(paint(number, "gutter") + bar + shown)
            lines.append(" " * len(number) + bar + paint(marks, diagnostic.severity))
        indent = " " * (len(number) + 3)
        for related in diagnostic.related:
            where = paint(f"{shown_path(path)}:{related.line}:{related.column}", "path")
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
            wording.headline(result.path, diagnostic, self._paint)
            for diagnostic in result.diagnostics
        )
        return "".join(line + "\n" for line in lines)

    def end(self, summary: Summary, setup_errors: Sequence[Problem]) -> str:
        return wording.ending(summary, setup_errors, self._options, self._paint, gap="")
