"""Where the reports of a run go: each format to a file or to standard output."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentTypeError

from reslint.cli.reporting import report_options, usage_error
from reslint.reports import TEMPLATE, new_report
from reslint.settings.table import REPORTS
from reslint.text.display import escaped

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Callable, Sequence
    from typing import Any, TextIO

    from reslint.linting.results import FileResult, Summary
    from reslint.reports import Report
    from reslint.text.diagnostics import Problem

    Output = tuple[str, str]
    """A format and a path, "" for standard output."""


FOR_PEOPLE = ("text", "concise")


class _Formats(tuple[str, ...]):
    """The formats as choices of an option: besides those listed, `template:FILE`."""

    __slots__ = ()

    def __contains__(self, name: object) -> bool:
        return super().__contains__(name) or (
            isinstance(name, str) and name.startswith(TEMPLATE) and len(name) > len(TEMPLATE)
        )


def add_output_options(parser: ArgumentParser, *others: str, about: str) -> None:
    """Declare the options `--format` and `--output-file`; `others` are more formats."""
    parser.add_argument(
        "--format",
        action="append",
        choices=_Formats((*REPORTS, *others)),
        default=[],
        help=f"format of the report (default: text), or template:FILE for one of your own; {about}",
    )
    parser.add_argument(
        "--output-file",
        action="append",
        default=[],
        metavar="PATH",
        help="write the report to this file; with several, a --format for each, and one more for "
        "standard output",
    )


def outputs_of(arguments: Namespace, default: str) -> list[Output]:
    """Pair the formats and files of the arguments in their order. Raises ArgumentTypeError.

    `default` is the format where none is given. One without file goes to standard output: there
    may be one, the last.
    """
    formats, paths = arguments.format, arguments.output_file
    if not formats and len(paths) < 2:
        return [(default, paths[0] if paths else "")]
    if len(formats) == len(paths):
        return list(zip(formats, paths, strict=True))
    if len(formats) == len(paths) + 1:
        return list(zip(formats, (*paths, ""), strict=True))
    raise ArgumentTypeError("give one --format for each --output-file, and one more at the most")


class Reports:
    """Several reports that grow together, each on its stream.

    `streams` are those of the outputs. Raises ReportError for a template that is wrong.
    """

    def __init__(
        self,
        arguments: Namespace,
        outputs: Sequence[Output],
        streams: Sequence[TextIO],
        language: str,
        **others: Any,
    ) -> None:
        self.for_people = any(
            stream is sys.stdout and name in FOR_PEOPLE
            for (name, _), stream in zip(outputs, streams, strict=True)
        )
        """Whether one on standard output is for people."""
        self.name_passed_over = any(name in FOR_PEOPLE for name, _ in outputs)
        self._reports: list[tuple[Report, TextIO]] = []
        for (name, _), stream in zip(outputs, streams, strict=True):
            options = report_options(arguments, name, stream, language, **others)
            self._reports.append((new_report(name, options), stream))

    def file(self, result: FileResult) -> None:
        """Write what the reports say of one file."""
        for report, stream in self._reports:
            stream.write(report.file(result))

    def end(self, summary: Summary, setup_errors: Sequence[Problem]) -> None:
        """Write the ends of the reports."""
        for report, stream in self._reports:
            stream.write(report.end(summary, setup_errors))


def write_to(
    command: str,
    outputs: Sequence[Output],
    checked: Sequence[str],
    report: Callable[[list[TextIO]], int],
) -> int:
    """Open the files of the outputs and let `report` write to them; return its exit code.

    It is 2 where a file cannot be written, or is one of those to be `checked`; the reason is then
    printed.
    """
    for _, path in outputs:
        if not path or _is_draft(path):
            continue  # a draft is refused below, checked or not
        if any(_is_same_file(path, one) for one in checked):
            return usage_error(
                command, f"--output-file {escaped(path)}: this file is to be checked"
            )
    return _open_rest(command, list(outputs), [], report)


def _open_rest(
    command: str,
    outputs: list[Output],
    opened: list[TextIO],
    report: Callable[[list[TextIO]], int],
) -> int:
    if len(opened) == len(outputs):
        return report(opened)
    path = outputs[len(opened)][1]
    if not path:
        return _open_rest(command, outputs, [*opened, sys.stdout], report)
    if _is_draft(path):
        return usage_error(command, f"--output-file {escaped(path)}: this file is a draft")
    if path in [given for _, given in outputs[: len(opened)]]:
        return usage_error(command, f"--output-file {escaped(path)} is given twice")
    try:
        with open(path, "w", encoding="utf-8", errors="backslashreplace", newline="\n") as stream:
            return _open_rest(command, outputs, [*opened, stream], report)
    except BrokenPipeError:
        raise
    except OSError as error:
        if error.filename not in (None, path):
            raise
        return usage_error(command, f"--output-file {escaped(path)}: {error.strerror}")


def _is_same_file(one: str, other: str) -> bool:
    try:
        return os.path.samefile(one, other)
    except OSError:
        return False


def _is_draft(path: str) -> bool:
    """Whether there is a draft at a path: a report must not replace it."""
    from reslint.files.check import check_path
    from reslint.files.discovery import ENDINGS
    from reslint.settings.settings import Settings

    if not path.lower().endswith(ENDINGS) or not os.path.isfile(path):
        return False
    return check_path(path, False, Settings()).counted
