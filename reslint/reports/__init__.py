"""Reports: one module for each output format, imported only when the format is asked for.

A report class takes ReportOptions. `file` gives the text to write for one file, `end` the text
after the last; pieces are written as they come, so that a batch of any size needs little memory.
"""

from __future__ import annotations

from importlib import import_module

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any, Protocol

    from reslint.linting.results import FileResult, Summary
    from reslint.text.diagnostics import Problem

    class Report(Protocol):
        """A report that is written file by file."""

        def file(self, result: FileResult) -> str:
            """The text for one file: its findings and its errors."""
            ...

        def end(self, summary: Summary, setup_errors: Sequence[Problem]) -> str:
            """What to write after the last file; `setup_errors` are those of rules and settings."""
            ...


WIDTH = 100
"""Columns of a report where no terminal says how many there are."""
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


TEMPLATE = "template:"
"""What the name of a format begins with that is a template, before its path."""


class ReportError(Exception):
    """A report that cannot be written: the message says why."""


class ReportOptions:
    """How to report.

    colour      whether to write colours
    statistics  "" for none, "with" for counts by code as well, "only" for nothing else
    language    that of reslint's own words
    verbose     name each file that was not read as a draft, with the reason
    groups      the groups of versions that were compared (`key`, `reference`, `files`), None where
                none were asked for; they are complete when the report ends
    width       columns of the report
    wrap        whether long messages are broken into lines: for a terminal, not for programs
    gather      whether the first of many findings of a kind stands for all
    json_version  the version of the formats json and jsonl
    fixing      whether fixes are made or shown in the same run
    """

    __slots__ = (
        "colour",
        "fixing",
        "gather",
        "groups",
        "json_version",
        "language",
        "statistics",
        "verbose",
        "width",
        "wrap",
    )

    def __init__(
        self,
        *,
        colour: bool = False,
        statistics: str = "",
        language: str = "en",
        verbose: bool = False,
        groups: list[dict[str, Any]] | None = None,
        width: int = WIDTH,
        wrap: bool = False,
        gather: bool = True,
        fixing: bool = False,
        json_version: int = 1,
    ) -> None:
        self.colour = colour
        self.groups = groups
        self.statistics = statistics
        self.language = language
        self.verbose = verbose
        self.width = width
        self.wrap = wrap
        self.gather = gather
        self.fixing = fixing
        self.json_version = json_version


def new_report(name: str, options: ReportOptions) -> Report:
    """A report in the format `name`, one of FORMATS or `template:FILE`. Raises ReportError."""
    if name.startswith(TEMPLATE):
        template = import_module("reslint.reports.template")
        made: Report = template.Report(options, name.removeprefix(TEMPLATE))
        return made
    module, _, class_name = FORMATS[name].partition(":")
    found = import_module(f"reslint.reports.{module}")
    report: Report = getattr(found, class_name or "Report")(options)
    return report
