"""GitHub workflow commands, which GitHub shows as annotations beside the lines of a change.

GitHub shows ten errors, ten warnings and ten notices of a step and drops the others without a word.
So of more than ten of a kind, the last annotation stands for all that follow: it counts them by
rule and draft, and the log names each.
"""

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


_MOST = 10  # annotations of a kind that GitHub shows of one step
_MOST_LISTED = 40  # rules and drafts that the last of them names
_COMMANDS = {"error": "error", "warning": "warning", "info": "notice", "hint": "notice"}


class Report:
    """Format `github`."""

    def __init__(self, options: ReportOptions) -> None:
        self._options = options
        self._shown = dict.fromkeys(("error", "warning", "notice"), 0)
        self._held: dict[str, list[_Held]] = {command: [] for command in self._shown}

    def file(self, result: FileResult) -> str:
        """Return the commands for a file, as far as GitHub shows them."""
        path = result.path
        held = [_held_problem(one, path) for one in result.errors]
        held += [
            _Held(
                _COMMANDS[one.severity],
                path,
                one.code,
                self._finding(path, one),
                *place_in_file(one)[:2],
                one.message,
            )
            for one in result.diagnostics
        ]
        return "".join(map(self._shown_or_held, held))

    def _shown_or_held(self, one: _Held) -> str:
        """Return a command; "" for one that is held back until all are counted."""
        if self._shown[one.command] < _MOST - 1:
            self._shown[one.command] += 1
            return one.text
        self._held[one.command].append(one)
        return ""

    def end(self, summary: Summary, setup_errors: Sequence[Problem]) -> str:
        """Return the commands that were held back, gathered, and the last line."""
        lines = [self._shown_or_held(_held_problem(one, "")) for one in setup_errors]
        for command, held in self._held.items():
            lines.append(held[0].text if len(held) == 1 else self._gathered(command, held))
        # The summary holds only words of reslint: nothing from a draft can pass for a command.
        lines.append(wording.summary(summary, setup_errors, self._options.language, plain))
        return "".join(lines)

    def _gathered(self, command: str, held: Sequence[_Held]) -> str:
        """Return one command for many, and a group of the log with a line for each."""
        if not held:
            return ""
        language = self._options.language
        counts: dict[tuple[str, str], int] = {}
        for one in held:
            counts[one.path, one.code] = counts.get((one.path, one.code), 0) + 1
        listed = [f"{escaped(path)}: {number} × {code}" for (path, code), number in counts.items()]
        if len(listed) > _MOST_LISTED:
            listed = [*listed[:_MOST_LISTED], "…"]
        properties = {"file": held[0].path} if held[0].path else {}
        if held[0].line:
            properties["line"] = str(held[0].line)
        title = wording.more_annotations(command, len(held), language)
        properties["title"] = title
        # A dash before each: no line of the log may begin like a command.
        log = "".join(f"- {one.in_log()}\n" for one in held)
        return (
            _command(command, properties, "\n".join(listed))
            + f"::group::{_data(title)}\n{log}::endgroup::\n"
        )

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


def _held_problem(one: Problem, path: str) -> _Held:
    place = (one.path or path, one.code, _problem(one, path), one.line, one.column)
    return _Held("error", *place, one.message)


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


class _Held:
    """A workflow command, with the texts that are used where it is not shown by itself."""

    __slots__ = ("code", "column", "command", "line", "message", "path", "text")

    def __init__(
        self,
        command: str,
        path: str,
        code: str,
        text: str,
        line: int = 0,
        column: int = 0,
        message: str = "",
    ) -> None:
        self.command = command
        self.path = path
        self.code = code
        self.text = text
        self.line = line
        self.column = column
        self.message = message

    def in_log(self) -> str:
        """Return the line of the log."""
        place = escaped(self.path) + (f":{self.line}:{self.column}" if self.line else "")
        return " ".join(filter(None, (place, self.code, one_line(self.message))))
