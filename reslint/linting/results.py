"""The outcome of checking a file: plain and picklable, ready for the reports."""

from __future__ import annotations

from reslint.text.diagnostics import SEVERITIES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from reslint.settings.settings import Settings
    from reslint.text.diagnostics import Diagnostic, Problem, Related
    from reslint.text.source import Source

    ReadAs = tuple[str | None, str | None, str | None, str]


class Annotation:
    """A copy with comments: its path, the numbers of comments, of fixes as tracked changes, and of
    findings without a comment."""

    __slots__ = ("changes", "comments", "left_out", "path")

    def __init__(self, path: str, comments: int, changes: int, left_out: int) -> None:
        self.path = path
        self.comments = comments
        self.changes = changes
        self.left_out = left_out


class FileResult:
    """The outcome for one file.

    path            as the report shows it
    language, organ of the draft; empty where the file could not be read as one
    diagnostics     with their places in lines and columns (see `locate`)
    errors          problems of this file
    setup_errors    problems of rule files and settings, the same for many files
    counted         False for a text that is no resolution and was not named: no report shows it
    passed_over     why the file was not read as a draft; "" if it was
    read_as         the settings with which the draft was read: language and organ (None where
                    they were recognized), format (None where the name of the file decides), changes
    format          of a file that was turned into Markdown (`word`, `akn4un`); "" for a text
    certain         whether the reader is sure of the structure of the whole draft
    annotated       the copy with comments that was written, None without one
    text            the text of what cannot be read again (standard input), for a report that shows
                    whole drafts; else empty
    """

    __slots__ = (
        "annotated",
        "certain",
        "counted",
        "diagnostics",
        "errors",
        "format",
        "language",
        "organ",
        "passed_over",
        "path",
        "read_as",
        "setup_errors",
        "text",
    )

    def __init__(
        self,
        path: str,
        *,
        language: str = "",
        organ: str = "",
        diagnostics: Iterable[Diagnostic] = (),
        errors: Iterable[Problem] = (),
        setup_errors: Iterable[Problem] = (),
        counted: bool = True,
        passed_over: str = "",
        read_as: ReadAs = (None, None, None, "accepted"),
    ) -> None:
        self.path = path
        self.language = language
        self.organ = organ
        self.diagnostics = list(diagnostics)
        self.errors = list(errors)
        self.setup_errors = list(setup_errors)
        self.counted = counted
        self.passed_over = passed_over
        self.read_as = read_as
        self.format = ""
        self.certain = True
        self.annotated: Annotation | None = None
        self.text = ""


class Summary:
    """Counts over all files, added up file by file.

    `files` are those that a report shows, `drafts` those that were read as drafts. `passed_over`
    are the paths of the files that were not, each with its reason, `folders` those of folders that
    were not looked into, `usual` of those that rarely hold drafts. `fixable` are the findings
    with a fix, `safe` those whose fix is safe.
    """

    __slots__ = (
        "by_code",
        "by_severity",
        "diagnostics",
        "drafts",
        "errors",
        "files",
        "fixable",
        "folders",
        "names",
        "passed_over",
        "safe",
        "usual",
    )

    def __init__(self) -> None:
        self.files = 0
        self.drafts = 0
        self.passed_over: list[tuple[str, str]] = []
        self.folders: list[tuple[str, str]] = []
        self.usual: list[tuple[str, str]] = []
        self.diagnostics = 0
        self.fixable = 0
        self.safe = 0
        self.errors = 0
        self.by_severity = dict.fromkeys(SEVERITIES, 0)
        self.by_code: dict[str, int] = {}
        self.names: dict[str, str] = {}

    def add(self, result: FileResult) -> None:
        """Count one file that a report shows."""
        self.files += 1
        self.drafts += bool(result.language) and not result.passed_over
        self.errors += sum(one.severity == "error" for one in result.errors)
        for diagnostic in result.diagnostics:
            self.diagnostics += 1
            self.by_severity[diagnostic.severity] += 1
            self.by_code[diagnostic.code] = self.by_code.get(diagnostic.code, 0) + 1
            self.names[diagnostic.code] = diagnostic.name
            if diagnostic.fix is not None:
                self.fixable += 1
                self.safe += diagnostic.fix.safety == "safe"


def read_as(settings: Settings) -> ReadAs:
    """Return what a `FileResult` keeps of the settings, to read the draft again in the same way."""
    return settings.language, settings.organ, settings.text_format, settings.changes


def locate(source: Source, diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Give the diagnostics and their related places their lines and columns in `source`.

    Where the source has an origin, also their places in the file. A related place in another file
    has its place already.
    """
    # Many diagnostics share a line: one string for all of them, also when pickled.
    lines: dict[int, str] = {}
    located = list(diagnostics)
    origin = source.origin
    shared: tuple[Related, ...] = ()
    for diagnostic in located:
        places: list[Diagnostic | Related] = [diagnostic]
        # All findings of a renumbering have the same related places.
        if diagnostic.related is not shared:
            places += [related for related in diagnostic.related if not related.path]
            shared = diagnostic.related
        for place in places:
            place.line, place.column = source.position(place.start)
            place.end_line, place.end_column = source.position(place.end)
            if origin is not None:
                place.origin = origin.place(place.start, place.end)
        text = lines.get(diagnostic.line)
        if text is None:
            text = lines[diagnostic.line] = source.line_text(diagnostic.line)
        diagnostic.line_text = text
    return located
