"""GitLab's code quality report: one JSON array with an entry for each finding.

Fingerprints tell whether two runs report the same finding; the SARIF report uses them, too.
"""

from __future__ import annotations

import os
from hashlib import sha256

from reslint.data.patterns import expression
from reslint.reports.json_text import json_text
from reslint.text.diagnostics import place_in_file

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Any

    from reslint.linting.results import FileResult, Summary
    from reslint.reports import ReportOptions
    from reslint.text.diagnostics import Diagnostic, Problem


_SEVERITIES = {"error": "major", "warning": "minor", "info": "info", "hint": "info"}
# The number of a paragraph changes when another is added before it: fingerprints leave it out.
_LABEL = expression(r"[\W_]*\d+(?:[.\-–)．、]|\s-)+\s*")


class Report:
    """Format `gitlab`."""

    def __init__(self, options: ReportOptions) -> None:
        self._separator = "[\n"

    def file(self, result: FileResult) -> str:
        path = _in_project(result.path)
        entries = [_problem(error, path) for error in result.errors]
        marks = fingerprints(result)
        entries.extend(
            _finding(diagnostic, path, mark)
            for diagnostic, mark in zip(result.diagnostics, marks, strict=True)
        )
        return "".join(self._entry(entry) for entry in entries)

    def end(self, summary: Summary, setup_errors: Sequence[Problem]) -> str:
        text = "".join(
            self._entry(_problem(error, _in_project(error.path))) for error in setup_errors
        )
        return text + ("[]\n" if self._separator == "[\n" else "\n]\n")

    def _entry(self, entry: dict[str, Any]) -> str:
        text = self._separator + json_text(entry)
        self._separator = ",\n"
        return text


def _finding(diagnostic: Diagnostic, path: str, fingerprint: str) -> dict[str, Any]:
    return {
        "description": f"{diagnostic.code}: {diagnostic.message}",
        "check_name": diagnostic.code,
        "categories": ["Style"],
        # Unlike in SARIF, a fingerprint must be unique in the whole report.
        "fingerprint": _hash(path, fingerprint),
        "severity": _SEVERITIES[diagnostic.severity],
        "location": {
            "path": path,
            "lines": {"begin": place_in_file(diagnostic)[0], "end": _last_line(diagnostic)},
        },
    }


def _last_line(diagnostic: Diagnostic) -> int:
    """The last line that a finding has a character on: an end is exclusive."""
    line, _, end_line, end_column = place_in_file(diagnostic)
    return end_line - 1 if end_column == 1 and end_line > line else end_line


def _problem(problem: Problem, path: str) -> dict[str, Any]:
    path = _in_project(problem.path) or path
    return {
        "description": f"{problem.code}: {problem.message}" if problem.code else problem.message,
        "check_name": problem.code or "reslint",
        "categories": ["Bug Risk"],
        "fingerprint": _hash(path, problem.code, problem.message, str(problem.line)),
        "severity": "critical" if problem.severity == "error" else "info",
        "location": {
            "path": path or "reslint",
            "lines": {"begin": problem.line or 1, "end": problem.line or 1},
        },
    }


def _in_project(path: str) -> str:
    """Return a path from the folder of the project: GitLab shows nothing for another.

    The project is in CI_PROJECT_DIR, else in the current folder. A path outside it stays as it is.
    """
    if not path:
        return path
    project = os.path.realpath(os.environ.get("CI_PROJECT_DIR") or os.curdir)
    relative = os.path.relpath(os.path.realpath(path), project)
    outside = relative.split(os.sep)[0] == os.pardir
    return readable_path(path if outside else relative)


def readable_path(path: str) -> str:
    """A path as reports hold it: without `./`, always with slashes, whatever bytes it has."""
    readable = os.fsencode(path).decode("utf-8", "replace").replace(os.sep, "/")
    while readable.startswith("./"):
        readable = readable[2:].lstrip("/")
    return readable


def fingerprints(result: FileResult) -> Iterator[str]:
    """A fingerprint for each finding of a file, all different.

    It is made of the code, the words of the line (without number and spaces) and the marked words,
    so that it does not change with other lines. Equal ones are numbered.
    """
    seen: dict[str, int] = {}
    for diagnostic in result.diagnostics:
        line = diagnostic.line_text
        start = diagnostic.column - 1
        end = diagnostic.end_column - 1 if diagnostic.end_line == diagnostic.line else len(line)
        content = _hash(
            diagnostic.code,
            _flat(_without_label(line)),
            _flat(line[start:end]),
        )
        occurrence = seen[content] = seen.get(content, 0) + 1
        yield _hash(content, str(occurrence))


def _without_label(line: str) -> str:
    label = _LABEL.match(line)
    return line[label.end() :] if label else line


def _flat(text: str) -> str:
    return " ".join(text.split())


def _hash(*parts: str) -> str:
    text = "\0".join(parts).encode("utf-8", "backslashreplace")
    return sha256(text).hexdigest()[:40]
