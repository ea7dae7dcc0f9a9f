"""What the tests of reports share: results to report, and a report as one text."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from hypothesis import strategies as st

from reslint.files.check import check_path
from reslint.linting.results import FileResult, Summary, locate
from reslint.reports import ReportOptions, new_report
from reslint.settings.settings import Settings
from reslint.text.diagnostics import SEVERITIES, Diagnostic, Edit, Fix, Problem, Related
from reslint.text.source import Source

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.text.diagnostics import Safety

DRAFT = """General Assembly

*The General Assembly*,

Noting the report of the librarian,

1. *Requests* the librarian to report;

3. *Decides* to return to the matter.
"""


def render(
    name: str, *results: FileResult, setup_errors: Sequence[Problem] = (), language: str = "en"
) -> str:
    """The whole report on these results."""
    report = new_report(name, ReportOptions(language=language))
    summary, pieces = Summary(), []
    for one in results:
        summary.add(one)
        pieces.append(report.file(one))
    return "".join(pieces) + report.end(summary, setup_errors)


def checked(path: Path | str, **options: str) -> FileResult:
    """The result for a file, checked as the command line does."""
    return check_path(str(path), True, Settings(**options))  # type: ignore[arg-type]


def written(folder: Path, text: str = DRAFT, name: str = "draft.md") -> Path:
    """A draft in a folder of the test."""
    path = folder / name
    path.write_text(text, encoding="utf-8", newline="")
    return path


TEXT = "*The Assembly*,\n\nNoting “𝒜” the report,\n"


def result(path: str = "drafts/a b,c.md") -> FileResult:
    """A finding with everything on it, and one with nothing."""
    fix = Fix("safe", "put it in italics", (Edit(17, 17, "*"), Edit(23, 23, "*")), "g")
    diagnostics = [
        Diagnostic("FORM001", "organ-line", "info", "The organ\nline: 100 %.", 0, 14),
        Diagnostic(
            "LEAD002",
            "leading-phrase-not-emphasized",
            "error",
            "Put [this](1) {0} in <italics>.",
            17,
            27,
            paragraph="preamble 1",
            url="https://example.org/LEAD002",
            fix=fix,
            related=(Related(0, 3, "as here"),),
        ),
    ]
    return FileResult(
        path, language="en", organ="GA", diagnostics=locate(Source(TEXT, path), diagnostics)
    )


def unreadable() -> FileResult:
    """A file that could not be read."""
    return FileResult("bad.md", errors=[Problem("TOOL005", "the file is UTF-16", "bad.md", 2, 3)])


# Any text that can come out of a UTF-8 file; in paths also bytes that are not UTF-8.
_TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
_PATHS = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), min_size=1)
_BYTES_IN_PATHS = st.sampled_from(["", "\udcff", "./"])


@st.composite
def file_results(draw: st.DrawFn) -> FileResult:
    """Any findings on any text."""
    path = draw(_BYTES_IN_PATHS) + draw(_PATHS)
    text = draw(st.text(st.characters(exclude_categories=["Cs"]), max_size=200))
    spans = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(sorted)

    def diagnostic() -> Diagnostic:
        (start, end), (first, last) = draw(spans), draw(spans)
        fix = None
        if draw(st.booleans()):
            safety: Safety = draw(st.sampled_from(("safe", "unsafe")))
            fix = Fix(safety, draw(_TEXTS), (Edit(first, last, draw(_TEXTS)),), draw(_TEXTS))
        return Diagnostic(
            draw(st.sampled_from(["LEAD002", "FORM001", "TOOL001", "HOUSE1"])),
            draw(_TEXTS),
            draw(st.sampled_from(SEVERITIES)),
            draw(_TEXTS),
            start,
            end,
            paragraph=draw(_TEXTS),
            url=draw(_TEXTS),
            fix=fix,
            related=(Related(first, last, draw(_TEXTS)),) if draw(st.booleans()) else (),
        )

    diagnostics = [diagnostic() for _ in range(draw(st.integers(0, 4)))]
    errors = [Problem("TOOL003", draw(_TEXTS), path)] if draw(st.booleans()) else []
    return FileResult(
        path,
        language="en",
        organ="GA",
        diagnostics=locate(Source(text, path), diagnostics),
        errors=errors,
    )
