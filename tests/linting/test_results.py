"""What is left of a checked file: places in lines and columns, counts."""

from __future__ import annotations

import pickle

from reslint.linting.results import FileResult, Summary, locate, read_as
from reslint.settings.settings import Settings
from reslint.text.diagnostics import Diagnostic, Edit, Fix, Problem, Related
from reslint.text.source import Source

TEXT = "one 🌍\r\ntwo\n\nthree\u2028four"


def diagnostic(
    start: int,
    end: int,
    code: str = "X001",
    severity: str = "warning",
    *,
    related: tuple[Related, ...] = (),
    fixable: bool = False,
) -> Diagnostic:
    fix = Fix("safe", "title", (Edit(start, end, ""),)) if fixable else None
    name = f"name of {code}"
    return Diagnostic(code, name, severity, "said", start, end, fix=fix, related=related)


def place(found: Diagnostic | Related) -> tuple[int, int, int, int]:
    return found.line, found.column, found.end_line, found.end_column


def test_places_are_lines_and_columns_in_code_points() -> None:
    spans = [(4, 5), (7, 10), (4, 8), (12, 22), (22, 22)]
    located = locate(Source(TEXT), [diagnostic(*span) for span in spans])
    assert [(*place(one), one.line_text) for one in located] == [
        (1, 5, 1, 6, "one 🌍"),
        (2, 1, 2, 4, "two"),
        (1, 5, 2, 2, "one 🌍"),
        (4, 1, 4, 11, "three\u2028four"),
        (4, 11, 4, 11, "three\u2028four"),
    ]
    assert [one.start for one in located] == [4, 7, 4, 12, 22]


def test_findings_of_a_line_share_its_text() -> None:
    first, second = locate(Source(TEXT), [diagnostic(0, 1), diagnostic(2, 3)])
    assert first.line_text is second.line_text


def test_related_places_are_located() -> None:
    related = (Related(7, 10, "here"), Related(0, 3, "and here"))
    (one,) = locate(Source(TEXT), [diagnostic(12, 13, related=related)])
    assert [place(other) for other in one.related] == [(2, 1, 2, 4), (1, 1, 1, 4)]


def test_counts_over_files() -> None:
    summary = Summary()
    findings = [
        diagnostic(0, 1, "B002", "error", fixable=True),
        diagnostic(1, 2, "A001"),
        diagnostic(2, 3, "B002", "error"),
    ]
    problem = Problem("TOOL005", "unreadable", "b.md")
    summary.add(FileResult("a.md", diagnostics=locate(Source(TEXT), findings)))
    summary.add(FileResult("b.md", errors=[problem, problem], setup_errors=[problem]))
    summary.add(FileResult("c.md", diagnostics=locate(Source(TEXT), findings[1:2])))
    assert (summary.files, summary.diagnostics, summary.fixable, summary.errors) == (3, 4, 1, 2)
    assert summary.by_severity == {"error": 2, "warning": 2, "info": 0, "hint": 0}
    assert summary.by_code == {"A001": 2, "B002": 2}
    assert summary.names == {"A001": "name of A001", "B002": "name of B002"}


def test_what_is_kept_of_the_settings() -> None:
    assert read_as(Settings()) == (None, None, None, "accepted")
    settings = Settings(language="fr", organ="SC", text_format="plain", profile="strict")
    assert read_as(settings) == ("fr", "SC", "plain", "accepted")


def test_a_result_goes_to_another_process_whole() -> None:
    result = FileResult(
        "a.md",
        language="en",
        organ="GA",
        diagnostics=locate(Source(TEXT), [diagnostic(4, 5, fixable=True)]),
        errors=[Problem("TOOL003", "skipped", "a.md", 1, 2)],
        counted=False,
        read_as=("en", None, "plain", "original"),
    )
    copy = pickle.loads(pickle.dumps(result))
    assert (copy.path, copy.language, copy.organ, copy.counted) == ("a.md", "en", "GA", False)
    assert (copy.read_as, copy.setup_errors, copy.text) == (
        ("en", None, "plain", "original"),
        [],
        "",
    )
    assert [place(one) for one in copy.diagnostics] == [(1, 5, 1, 6)]
    assert copy.diagnostics[0].fix.edits == (Edit(4, 5, ""),)
    assert [str(error) for error in copy.errors] == [str(error) for error in result.errors]
