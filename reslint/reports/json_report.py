"""One JSON document for all files, written file by file: a batch of any size stays small."""

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

    from reslint.diagnostics import Problem
    from reslint.reports import ReportOptions
    from reslint.reports.result import FileResult, Summary


class Report:
    """Format `json`.

    Beside what the contract has: `errors` at the top, for broken rules and settings, each with
    the `path` of its own file.
    """

    def __init__(self, options: ReportOptions) -> None:
        self._options = options
        self._separator = _head()

    def file(self, result: FileResult) -> str:
        entry = {
            "path": result.path,
            "language": result.language,
            "organ": result.organ,
            "diagnostics": [diagnostic_object(reported) for reported in result.reported],
            "errors": [error_object(error) for error in result.errors],
        }
        text = self._separator + json.dumps(entry, ensure_ascii=False)
        self._separator = ",\n  "
        return text

    def end(self, summary: Summary, troubles: Sequence[Problem]) -> str:
        opening = self._separator if summary.files == 0 else ""
        errors = [error_object(problem, with_path=True) for problem in troubles]
        counts = summary_object(summary, statistics=self._options.statistics)
        return (
            f'{opening}],\n "errors": {json.dumps(errors, ensure_ascii=False)},\n'
            f' "summary": {json.dumps(counts)}}}\n'
        )


def _head() -> str:
    """The document up to its first file."""
    return f'{{"version": {VERSION}, "reslint": {json.dumps(__version__)},\n "files": [\n  '
