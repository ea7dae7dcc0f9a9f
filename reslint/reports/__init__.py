"""Reports: one module an output format, imported only when that format is asked for.

Each has a class `Report(options)` with `file(result)`, the text written for one file, and
`end(summary, troubles)`, what is written once after the last.
"""

from __future__ import annotations

from importlib import import_module

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Protocol

    from reslint.linting.results import FileResult, Summary
    from reslint.text.diagnostics import Problem

    class Report(Protocol):
        """A report being written."""

        def file(self, result: FileResult) -> str:
            """What to write for one file."""
            ...

        def end(self, summary: Summary, troubles: Sequence[Problem]) -> str:
            """What to write after the last file; `troubles` are those of rules and settings."""
            ...


FORMATS = {
    "text": "text",
    "concise": "text:ConciseReport",
    "json": "json_report",
    "jsonl": "json_report:JsonLinesReport",
    "sarif": "sarif",
    "github": "github",
    "gitlab": "gitlab",
    "junit": "junit",
    "html": "html",
}
"""The name of each format, its module and, after a colon, its class where that is not `Report`."""


class ReportOptions:
    """How to report: colour or not, counts by code or not, and the language of the frame."""

    __slots__ = ("colour", "language", "statistics")

    def __init__(
        self, *, colour: bool = False, statistics: bool = False, language: str = "en"
    ) -> None:
        self.colour = colour
        self.statistics = statistics
        self.language = language


def new_report(name: str, options: ReportOptions) -> Report:
    """A report in the format `name`, one of FORMATS."""
    module, _, made = FORMATS[name].partition(":")
    report: Report = getattr(import_module(f"reslint.reports.{module}"), made or "Report")(options)
    return report
