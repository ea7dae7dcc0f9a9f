"""The outcome of checking a file: plain and picklable, ready for the reports."""

from __future__ import annotations

from reslint.text.diagnostics import SEVERITIES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from reslint.settings.settings import Settings
    from reslint.text.diagnostics import Diagnostic, Problem
    from reslint.text.source import Source


class Reported:
    """A diagnostic with its place in lines and columns (1-based, ends exclusive).

    `line_text` is the source line on which it starts; `related` are the line and column at which
    each related place of the diagnostic starts and ends.
    """

    __slots__ = ("column", "diagnostic", "end_column", "end_line", "line", "line_text", "related")

    def __init__(
        self,
        diagnostic: Diagnostic,
        line: int,
        column: int,
        end_line: int,
        end_column: int,
        line_text: str,
        related: tuple[tuple[int, int, int, int], ...] = (),
    ) -> None:
        self.diagnostic = diagnostic
        self.line = line
        self.column = column
        self.end_line = end_line
        self.end_column = end_column
        self.line_text = line_text
        self.related = related


class FileResult:
    """The outcome for one file.

    path            as the report shows it
    language, organ of the draft; empty where the file could not be read as one
    reported        the diagnostics with their places
    errors          problems of this file
    setup_errors    problems of rule files and settings, the same for many files
    counted         False for a text that is no resolution and was not named: no report shows it
    read_as         the settings with which the draft was read: language and organ (None where
                    they were recognized) and format (None where the name of the file decides)
    text            the text of what cannot be read again (standard input), for a report that shows
                    whole drafts; else empty
    """

    __slots__ = (
        "counted",
        "errors",
        "language",
        "organ",
        "path",
        "read_as",
        "reported",
        "setup_errors",
        "text",
    )

    def __init__(
        self,
        path: str,
        *,
        language: str = "",
        organ: str = "",
        reported: Iterable[Reported] = (),
        errors: Iterable[Problem] = (),
        setup_errors: Iterable[Problem] = (),
        counted: bool = True,
        read_as: tuple[str | None, str | None, str | None] = (None, None, None),
    ) -> None:
        self.path = path
        self.language = language
        self.organ = organ
        self.reported = list(reported)
        self.errors = list(errors)
        self.setup_errors = list(setup_errors)
        self.counted = counted
        self.read_as = read_as
        self.text = ""


class Summary:
    """Counts over all files, added up file by file."""

    __slots__ = ("by_code", "by_severity", "diagnostics", "errors", "files", "fixable", "names")

    def __init__(self) -> None:
        self.files = 0
        self.diagnostics = 0
        self.fixable = 0
        self.errors = 0
        self.by_severity = dict.fromkeys(SEVERITIES, 0)
        self.by_code: dict[str, int] = {}
        self.names: dict[str, str] = {}

    def add(self, result: FileResult) -> None:
        """Count one file."""
        self.files += 1
        self.errors += len(result.errors)
        for reported in result.reported:
            diagnostic = reported.diagnostic
            self.diagnostics += 1
            self.by_severity[diagnostic.severity] += 1
            self.by_code[diagnostic.code] = self.by_code.get(diagnostic.code, 0) + 1
            self.names[diagnostic.code] = diagnostic.name
            if diagnostic.fix is not None:
                self.fixable += 1


def read_as(settings: Settings) -> tuple[str | None, str | None, str | None]:
    """Return what a `FileResult` keeps of the settings, to read the draft again in the same way."""
    return settings.language, settings.organ, settings.text_format


def locate(source: Source, diagnostics: Iterable[Diagnostic]) -> list[Reported]:
    """Return the diagnostics with their lines and columns in `source`."""
    # Many diagnostics share a line: one string for all of them, also when pickled.
    lines: dict[int, str] = {}
    located = []
    for diagnostic in diagnostics:
        line, column = source.position(diagnostic.start)
        end_line, end_column = source.position(diagnostic.end)
        text = lines.get(line)
        if text is None:
            text = lines[line] = source.line_text(line)
        related = tuple(
            (*source.position(place.start), *source.position(place.end))
            for place in diagnostic.related
        )
        located.append(Reported(diagnostic, line, column, end_line, end_column, text, related))
    return located
