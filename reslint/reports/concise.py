"""One line a finding, as compilers write them: for grep, editors and long lists."""

from __future__ import annotations

from reslint.reports import frame
from reslint.reports.colour import painter

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reslint.diagnostics import Problem
    from reslint.reports import ReportOptions
    from reslint.reports.result import FileResult, Summary


class Report:
    """Format `concise`."""

    def __init__(self, options: ReportOptions) -> None:
        self._paint = painter(options.colour)
        self._options = options

    def file(self, result: FileResult) -> str:
        lines = [frame.problem(error, result.path, self._paint) for error in result.errors]
        lines.extend(
            frame.headline(result.path, reported, self._paint) for reported in result.reported
        )
        return "".join(line + "\n" for line in lines)

    def end(self, summary: Summary, troubles: Sequence[Problem]) -> str:
        return frame.ending(summary, troubles, self._options, self._paint, gap="")
