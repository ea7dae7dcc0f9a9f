"""Formats `json` (one document) and `jsonl` (one object a line), both written file by file.

Version 1 writes each fix with its finding; version 2 those that several findings share once.
"""

from __future__ import annotations

import json

from reslint.reports.fix_groups import FixGroups
from reslint.reports.json_text import json_text
from reslint.version import __version__

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Any

    from reslint.linting.results import FileResult, Summary
    from reslint.reports import ReportOptions
    from reslint.reports.fix_groups import FixGroup
    from reslint.text.diagnostics import Diagnostic, Edit, Fix, Problem, Related


VERSION = 1
GROUPED = 2
"""The version that keeps shared fixes apart from their findings."""


def diagnostic_object(diagnostic: Diagnostic, groups: FixGroups | None) -> dict[str, Any]:
    """A diagnostic; `fix` is null without a fix, `related` is left out where it would be
    empty, `origin` for a file of text.

    With `groups`, a shared fix has the key of its group in place of its edits, and the related
    places that all findings of the group have are left out.
    """
    fix, related = diagnostic.fix, diagnostic.related
    key = groups.key(fix) if groups is not None and fix is not None else None
    if groups is not None and key is not None and groups[key].related:
        related = ()
    found: dict[str, Any] = {
        "code": diagnostic.code,
        "name": diagnostic.name,
        "severity": diagnostic.severity,
        "message": diagnostic.message,
        "line": diagnostic.line,
        "column": diagnostic.column,
        "end_line": diagnostic.end_line,
        "end_column": diagnostic.end_column,
        "offset": diagnostic.start,
        "end_offset": diagnostic.end,
        "paragraph": diagnostic.paragraph,
        "url": diagnostic.url,
        "fix": None if fix is None else fix_object(fix, key),
    }
    if diagnostic.origin is not None:
        found["origin"] = diagnostic.origin
    if related:
        found["related"] = [_related_object(one) for one in related]
    return found


def _related_object(related: Related) -> dict[str, Any]:
    found: dict[str, Any] = {
        **({"path": related.path} if related.path else {}),
        "message": related.message,
        "line": related.line,
        "column": related.column,
        "end_line": related.end_line,
        "end_column": related.end_column,
        "offset": related.start,
        "end_offset": related.end,
    }
    if related.origin is not None:
        found["origin"] = related.origin
    return found


def fix_object(fix: Fix, key: str | None) -> dict[str, Any]:
    """A fix; `group` is left out for a fix that belongs to none.

    With the `key` of its group in version 2, it has no edits of its own.
    """
    made: dict[str, Any] = {"safety": fix.safety, "title": fix.title}
    if key is not None:
        made["group"] = key
        return made
    made["edits"] = _edit_objects(fix.edits)
    if fix.group is not None:
        made["group"] = fix.group
    return made


def _edit_objects(edits: Iterable[Edit]) -> list[dict[str, Any]]:
    return [{"offset": edit.start, "end_offset": edit.end, "text": edit.text} for edit in edits]


def group_object(group: FixGroup) -> dict[str, Any]:
    """The edits of a group of fixes, and the related places that its findings share."""
    made: dict[str, Any] = {"edits": _edit_objects(group.edits)}
    if group.related:
        made["related"] = [_related_object(one) for one in group.related]
    return made


def error_object(problem: Problem, *, with_path: bool = False) -> dict[str, Any]:
    """A problem; `line` and `column` are left out without a place, `path` if not asked for."""
    made: dict[str, Any] = {"code": problem.code, "message": problem.message}
    if with_path and problem.path:
        made["path"] = problem.path
    if problem.line:
        made["line"] = problem.line
        made["column"] = problem.column
    return made


def summary_object(summary: Summary, *, statistics: bool) -> dict[str, Any]:
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


def file_object(result: FileResult, version: int = VERSION) -> dict[str, Any]:
    """The result for a file; `format` is left out for a text, `certain` where it is true.

    Version 2 adds `fix_groups`.
    """
    groups = _groups(result, version)
    shared = {}
    if groups is not None:
        shared["fix_groups"] = {key: group_object(group) for key, group in groups.items()}
    return {
        "path": result.path,
        "language": result.language,
        "organ": result.organ,
        **({"format": result.format} if result.format else {}),
        **({} if result.certain else {"certain": False}),
        "diagnostics": [diagnostic_object(one, groups) for one in result.diagnostics],
        **shared,
        "errors": [error_object(error) for error in result.errors],
    }


class Report:
    """Format `json`.

    `errors` at the top are those of broken rules and settings, each with the `path` of its file.
    """

    def __init__(self, options: ReportOptions) -> None:
        self._options = options
        self._separator = _head(options.json_version)

    def file(self, result: FileResult) -> str:
        text = self._separator + json_text(file_object(result, self._options.json_version))
        self._separator = ",\n  "
        return text

    def end(self, summary: Summary, setup_errors: Sequence[Problem]) -> str:
        opening = self._separator if summary.files == 0 else ""
        errors = [error_object(problem, with_path=True) for problem in setup_errors]
        counts = summary_object(summary, statistics=bool(self._options.statistics))
        groups = ""
        if self._options.groups is not None:
            groups = f' "groups": {json_text(self._options.groups)},\n'
        return (
            f'{opening}],\n{groups} "errors": {json_text(errors)},\n'
            f' "summary": {json.dumps(counts)}}}\n'
        )


def _groups(result: FileResult, version: int) -> FixGroups | None:
    """The groups of fixes of a file, None in version 1."""
    return FixGroups(result.diagnostics) if version == GROUPED else None


def _head(version: int) -> str:
    """The document up to its first file."""
    return f'{{"version": {version}, "reslint": {json.dumps(__version__)},\n "files": [\n  '


class JsonLinesReport:
    """Format `jsonl`."""

    def __init__(self, options: ReportOptions) -> None:
        self._options = options

    def file(self, result: FileResult) -> str:
        lines = [
            _line({"type": "error", "path": result.path, **error_object(error)})
            for error in result.errors
        ]
        draft = {"path": result.path, "language": result.language, "organ": result.organ}
        groups = _groups(result, self._options.json_version)
        lines.extend(
            _line({"type": "fix_group", "path": result.path, "group": key, **group_object(group)})
            for key, group in (groups.items() if groups is not None else ())
        )
        lines.extend(
            _line({"type": "diagnostic", **draft, **diagnostic_object(diagnostic, groups)})
            for diagnostic in result.diagnostics
        )
        return "".join(lines)

    def end(self, summary: Summary, setup_errors: Sequence[Problem]) -> str:
        lines = [
            _line({"type": "error", **error_object(problem, with_path=True)})
            for problem in setup_errors
        ]
        lines += [_line({"type": "group", **group}) for group in self._options.groups or ()]
        counts = summary_object(summary, statistics=bool(self._options.statistics))
        head = {"type": "summary", "version": self._options.json_version, "reslint": __version__}
        lines.append(_line({**head, **counts}))
        return "".join(lines)


def _line(record: dict[str, Any]) -> str:
    return json_text(record) + "\n"
