"""Many findings of one rule in one draft: the first stands for all."""

from __future__ import annotations

from reslint.linting.results import FileResult, locate
from reslint.text.diagnostics import Diagnostic, Edit, Fix
from reslint.text.source import Source
from tests.reports.test_reports import render


def results(count: int, *, softer: int = 0) -> FileResult:
    """A file with a finding on every line; the last `softer` ones are hints."""
    text = "word\n" * count
    found = [
        Diagnostic(
            "WORD001",
            "spelling",
            "hint" if line >= count - softer else "error",
            f"Write word {line + 1}.",
            5 * line,
            5 * line + 4,
            paragraph=f"{line + 1} (a)",
        )
        for line in range(count)
    ]
    return FileResult(
        "a.md", language="en", organ="GA", diagnostics=locate(Source(text, "a.md"), found)
    )


def test_three_findings_of_a_kind_are_all_shown() -> None:
    text = render("text", results(3))
    assert [line for line in text.splitlines() if line.startswith("a.md:")] == [
        f"a.md:{line}:1 error WORD001 Write word {line}. [paragraph {line} (a)]"
        for line in (1, 2, 3)
    ]


def test_of_many_the_first_is_shown_with_the_places_of_others() -> None:
    assert render("text", results(57)).startswith(
        "a.md:1:1 error WORD001 Write word 1. [paragraph 1 (a)]\n"
        "    1 | word\n"
        "      | ^^^^\n"
        "        57 × WORD001: spelling, first at 1:1, then 2:1, 3:1, 4:1, 5:1, 6:1, …"
        " (--no-group shows all)\n"
        "\n"
        "1 draft checked: 57 findings (57 errors).\n"
    )


def test_in_french() -> None:
    text = render("text", results(4), language="fr")
    assert text.splitlines()[3] == (
        "        4 × WORD001 : spelling, d’abord en 1:1, puis 2:1, 3:1, 4:1"
        " (--no-group les montre tous)"
    )


def test_findings_of_another_severity_are_another_kind() -> None:
    text = render("text", results(8, softer=4))
    assert [line[:15] for line in text.splitlines() if line.startswith("a.md:")] == [
        "a.md:1:1 error ",
        "a.md:5:1 hint W",
    ]


def test_not_gathered_if_nobody_asks() -> None:
    assert render("text", results(9), gather=False).count("a.md:") == 9
    assert render("concise", results(9)).count("a.md:") == 9


def test_counts_alone() -> None:
    for name, gap in (("text", "\n"), ("concise", "")):
        assert render(name, results(9), statistics="only") == (
            f"9  WORD001  spelling\n{gap}1 draft checked: 9 findings (9 errors).\n"
        ) + (
            "reslint explain WORD001 says why, with the source of the convention.\n" if gap else ""
        )


def test_on_a_terminal_long_lines_are_broken_between_words() -> None:
    found = results(57)
    found.diagnostics[
        0
    ].message = "Mettre « mot » ; voir ceci et cela, puis le reste : oui ! Et après."
    text = render("text", found, width=44, wrap=True)
    assert text.splitlines()[:9] == [
        "a.md:1:1 error WORD001 Mettre « mot » ; voir",
        "        ceci et cela, puis le reste : oui !",
        "        Et après. [paragraph 1 (a)]",
        "    1 | word",
        "      | ^^^^",
        "        57 × WORD001: spelling, first at",
        "        1:1, then 2:1, 3:1, 4:1, 5:1, 6:1, …",
        "        (--no-group shows all)",
        "",
    ]


def test_a_replacement_that_reads_from_right_to_left_has_a_line_for_each() -> None:
    line = "إذ تشير إلى قرارها؛"
    fix = Fix("safe", "End it", (Edit(18, 19, "،"),))
    one = Diagnostic("A001", "a", "error", "m", 18, 19, fix=fix)
    found = FileResult("a.md", language="ar", diagnostics=locate(Source(line), [one]))
    assert render("text", found).splitlines()[3:6] == [
        "        fix: End it",
        "        - \u202bقرارها؛\u202c",
        "        + \u202bقرارها،\u202c",
    ]
