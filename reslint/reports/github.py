"""GitHub workflow commands, which GitHub shows as annotations beside the lines of a change."""

from __future__ import annotations

from reslint.reports import wording
from reslint.reports.colour import plain
from reslint.text.diagnostics import place_in_file
from reslint.text.display import escaped, one_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reslint.linting.results import FileResult, Summary
    from reslint.reports import ReportOptions
    from reslint.text.diagnostics import Diagnostic, Problem


_COMMANDS = {"error": "error", "warning": "warning", "info": "notice", "hint": "notice"}


class Report:
    """Format `github`."""

    def __init__(self, options: ReportOptions) -> None:
        self._options = options

    def file(self, result: FileResult) -> str:
        lines = [_problem(error, result.path) for error in result.errors]
        lines.extend(self._finding(result.path, diagnostic) for diagnostic in result.diagnostics)
        return "".join(lines)

    def end(self, summary: Summary, setup_errors: Sequence[Problem]) -> str:
        lines = [_problem(error, "") for error in setup_errors]
        # The summary holds only words of reslint: nothing from a draft can pass for a command.
        lines.append(wording.summary(summary, setup_errors, self._options.language, plain))
        return "".join(lines)

    def _finding(self, path: str, diagnostic: Diagnostic) -> str:
        line, column, end_line, end_column = place_in_file(diagnostic)
        properties = {"file": path, "line": str(line), "endLine": str(end_line)}
        # Columns are for places on one line; GitHub takes no others.
        if end_line == line:
            properties["col"] = str(column)
            properties["endColumn"] = str(max(column, end_column))
        properties["title"] = f"{diagnostic.code} {diagnostic.name}"
        message = one_line(diagnostic.message)
        if diagnostic.fix is not None:
            message += "\n" + wording.fix_hint(diagnostic.fix, self._options.language)
        # Places in other files; those in this one are near enough.
        message += "".join(f"\n{one}" for one in wording.places_elsewhere(diagnostic))
        return _command(_COMMANDS[diagnostic.severity], properties, message)


def _problem(problem: Problem, path: str) -> str:
    properties = {}
    if problem.path or path:
        properties["file"] = problem.path or path
    if problem.line:
        properties["line"] = str(problem.line)
        properties["col"] = str(problem.column)
    if problem.code:
        properties["title"] = problem.code
    return _command(_COMMANDS[problem.severity], properties, one_line(problem.message))


def _command(name: str, properties: dict[str, str], message: str) -> str:
    written = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::{name}{' ' if written else ''}{written}::{_data(message)}\n"


def _data(text: str) -> str:
    """A text escaped so that it ends neither the command nor the line."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """A text escaped so that it does not end a property either."""
    return _data(escaped(text)).replace(":", "%3A").replace(",", "%2C")
