"""The findings as plain objects: the stable contract behind every JSON output, version 1."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from reslint.diagnostics import Fix, Problem
    from reslint.reports.result import Reported, Summary

VERSION = 1


def diagnostic_object(reported: Reported) -> dict[str, Any]:
    """A diagnostic; `fix` is null where there is none, `related` is there only if it has any."""
    diagnostic = reported.diagnostic
    found: dict[str, Any] = {
        "code": diagnostic.code,
        "name": diagnostic.name,
        "severity": diagnostic.severity,
        "message": diagnostic.message,
        "line": reported.line,
        "column": reported.column,
        "end_line": reported.end_line,
        "end_column": reported.end_column,
        "offset": diagnostic.start,
        "end_offset": diagnostic.end,
        "paragraph": diagnostic.paragraph,
        "url": diagnostic.url,
        "fix": None if diagnostic.fix is None else fix_object(diagnostic.fix),
    }
    if diagnostic.related:
        found["related"] = [
            {
                "message": related.message,
                "line": line,
                "column": column,
                "end_line": end_line,
                "end_column": end_column,
                "offset": related.start,
                "end_offset": related.end,
            }
            for related, (line, column, end_line, end_column) in zip(
                diagnostic.related, reported.related, strict=True
            )
        ]
    return found


def fix_object(fix: Fix) -> dict[str, Any]:
    """A fix; `group` is there only if it belongs to one."""
    made: dict[str, Any] = {
        "safety": fix.safety,
        "title": fix.title,
        "edits": [
            {"offset": edit.start, "end_offset": edit.end, "text": edit.text} for edit in fix.edits
        ],
    }
    if fix.group is not None:
        made["group"] = fix.group
    return made


def error_object(problem: Problem, *, with_path: bool = False) -> dict[str, Any]:
    """A problem; `line` and `column` are there only where it has a place, `path` if asked for."""
    made: dict[str, Any] = {"code": problem.code, "message": problem.message}
    if with_path and problem.path:
        made["path"] = problem.path
    if problem.line:
        made["line"] = problem.line
        made["column"] = problem.column
    return made


def summary_object(summary: Summary, *, statistics: bool = False) -> dict[str, Any]:
    """The counts; `by_code` only if statistics are asked for."""
    made: dict[str, Any] = {
        "files": summary.files,
        "diagnostics": summary.diagnostics,
        "fixable": summary.fixable,
        **summary.by_severity,
    }
    if statistics:
        made["by_code"] = dict(sorted(summary.by_code.items()))
    return made
