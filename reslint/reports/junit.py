"""JUnit XML, which most build servers show: a test suite for each draft, a case for each finding.

Errors and warnings are failures. Info and hints pass, with their messages as output, so that a
build does not turn red for them.
"""

from __future__ import annotations

from reslint.data.patterns import expression
from reslint.reports import wording
from reslint.text.display import held_by_xml

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from re import Match

    from reslint.linting.results import FileResult, Summary
    from reslint.reports import ReportOptions
    from reslint.text.diagnostics import Diagnostic, Problem


_NAMED = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "&#10;", "\r": "&#13;"}
# With the control characters that XML can hold, which would command a terminal or turn a line.
_SPECIAL = expression('[&<>"\n\r\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]')
_FAILURES = ("error", "warning")


class Report:
    """Format `junit`."""

    def __init__(self, options: ReportOptions) -> None:
        self._options = options
        self._opening = '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="reslint">\n'

    def file(self, result: FileResult) -> str:
        cases = [_problem(error, result.path) for error in result.errors]
        cases.extend(self._finding(result.path, diagnostic) for diagnostic in result.diagnostics)
        failures = sum(one.severity in _FAILURES for one in result.diagnostics)
        if not cases:
            cases = [_case("reslint", result.path)]
        errors = sum(one.severity in _FAILURES for one in result.errors)
        return self._begun() + _suite(result.path, cases, failures, errors)

    def end(self, summary: Summary, setup_errors: Sequence[Problem]) -> str:
        text = self._begun()
        if setup_errors:
            cases = [_problem(error, "reslint") for error in setup_errors]
            text += _suite("reslint", cases, 0, len(cases))
        return text + "</testsuites>\n"

    def _begun(self) -> str:
        opening, self._opening = self._opening, ""
        return opening

    def _finding(self, path: str, diagnostic: Diagnostic) -> str:
        place = f"{path}:{diagnostic.line}:{diagnostic.column}"
        name = f"{diagnostic.code} {diagnostic.name} ({diagnostic.line}:{diagnostic.column})"
        body = f"{place} {diagnostic.severity} {diagnostic.message}"
        if diagnostic.fix is not None:
            body += "\n" + wording.fix_hint(diagnostic.fix, self._options.language)
        body += "".join(f"\n{one}" for one in wording.places_elsewhere(diagnostic))
        if diagnostic.severity in _FAILURES:
            content = (
                f'<failure type="{diagnostic.severity}" message="{escaped(diagnostic.message)}">'
                f"{escaped(body)}</failure>"
            )
        else:
            content = f"<system-out>{escaped(body)}</system-out>"
        return _case(name, path, diagnostic.line, content)


def _problem(problem: Problem, path: str) -> str:
    place = problem.path or path
    if problem.severity not in _FAILURES:
        text = f"<system-out>{escaped(str(problem))}</system-out>"
        return _case(problem.code or "reslint", place, problem.line, text)
    content = (
        f'<error type="{escaped(problem.code)}" message="{escaped(problem.message)}">'
        f"{escaped(str(problem))}</error>"
    )
    return _case(problem.code or "reslint", place, problem.line, content)


def _suite(name: str, cases: list[str], failures: int, errors: int) -> str:
    return (
        f'  <testsuite name="{escaped(name)}" tests="{len(cases)}" failures="{failures}"'
        f' errors="{errors}" skipped="0" time="0">\n{"".join(cases)}  </testsuite>\n'
    )


def _case(name: str, path: str, line: int = 0, content: str = "") -> str:
    at = f' line="{line}"' if line else ""
    head = f'    <testcase name="{escaped(name)}" classname="{escaped(path)}"'
    head += f' file="{escaped(path)}"{at} time="0"'
    return f"{head}>{content}</testcase>\n" if content else f"{head}/>\n"


def escaped(text: str) -> str:
    """A text as XML holds it, in an element or in an attribute."""
    return _SPECIAL.sub(_reference, held_by_xml(text))


def _reference(match: Match[str]) -> str:
    return _NAMED.get(match[0]) or f"&#{ord(match[0])};"
