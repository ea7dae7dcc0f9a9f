"""One JSON object a line: a file's findings and errors as they come, the summary last.

Each line has a `type`: `diagnostic` (the contract's diagnostic with `path`, `language`, `organ`),
`error` (with `path`) or `summary` (with `version` and `reslint`).
"""

from __future__ import annotations

import json

from reslint import __version__
from reslint.reports.objects import (
    VERSION,
    diagnostic_object,
    error_object,
    summary_object,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from reslint.diagnostics import Problem
    from reslint.reports import ReportOptions
    from reslint.reports.result import FileResult, Summary


class Report:
    """Format `jsonl`."""

    def __init__(self, options: ReportOptions) -> None:
        self._options = options

    def file(self, result: FileResult) -> str:
        lines = [
            _line({"type": "error", "path": result.path, **error_object(error)})
            for error in result.errors
        ]
        draft = {"path": result.path, "language": result.language, "organ": result.organ}
        lines.extend(
            _line({"type": "diagnostic", **draft, **diagnostic_object(reported)})
            for reported in result.reported
        )
        return "".join(lines)

    def end(self, summary: Summary, troubles: Sequence[Problem]) -> str:
        lines = [
            _line({"type": "error", **error_object(problem, with_path=True)})
            for problem in troubles
        ]
        counts = summary_object(summary, statistics=self._options.statistics)
        head = {"type": "summary", "version": VERSION, "reslint": __version__}
        lines.append(_line({**head, **counts}))
        return "".join(lines)


def _line(record: dict[str, Any]) -> str:
    return json.dumps(record, ensure_ascii=False) + "\n"
