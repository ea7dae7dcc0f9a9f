"""One file in, one plain result out, whatever the bytes are."""

from __future__ import annotations

import pickle

from hypothesis import given
from hypothesis import strategies as st

from reslint.files.check import check_bytes, check_path
from reslint.linting.results import FileResult
from reslint.settings.settings import Settings

DRAFT = """*The General Assembly*,

*Recalling* its resolution 70/1 of 25 September 2015,

Noting the report of the Secretary-General,

1. *Requests* the Secretary-General to report;

2. *Decides* to remain seized of the matter.
"""


def outline(result: FileResult) -> list[tuple[str, int, int]]:
    return [(one.code, one.line, one.column) for one in result.diagnostics]


def test_the_standard_rules_on_a_draft() -> None:
    result = check_bytes(DRAFT.encode(), "draft.md", True, Settings())
    assert (result.language, result.organ) == ("en", "GA")
    assert (result.errors, result.setup_errors) == ([], [])
    assert outline(result) == [("LEAD002", 5, 1)]


def test_settings_and_result_travel_between_processes() -> None:
    settings = Settings(ignore=frozenset({"LEAD"}), rule_folders=("house",), report_from="warning")
    again = pickle.loads(pickle.dumps(settings))
    assert again.ignore == frozenset({"LEAD"})
    assert (again.rule_folders, again.report_from) == (("house",), "warning")
    result = check_bytes(DRAFT.encode(), "draft.md", True, Settings())
    assert outline(pickle.loads(pickle.dumps(result))) == outline(result)


def test_report_from_a_severity() -> None:
    text = DRAFT.replace("*", "").encode()
    result = check_bytes(text, "a.txt", True, Settings())
    assert ("TOOL007", 1, 1) in outline(result)
    result = check_bytes(text, "a.txt", True, Settings(report_from="warning"))
    assert all(one.severity in ("error", "warning") for one in result.diagnostics)
    assert ("TOOL007", 1, 1) not in outline(result)


def test_a_language_without_rules_is_a_problem_of_the_settings() -> None:
    settings = Settings(language="xx")
    (error,) = check_bytes(DRAFT.encode(), "draft.md", True, settings).setup_errors
    assert error.code == "TOOL008"
    assert "the language xx" in error.message


def test_a_path_that_cannot_be_opened() -> None:
    result = check_path("no/such/file.md", True, Settings())
    assert [(one.code, one.path) for one in result.errors] == [("TOOL005", "no/such/file.md")]


@given(st.binary(max_size=300), st.sampled_from(["a.md", "a.txt"]))
def test_any_bytes_give_a_result(data: bytes, path: str) -> None:
    result = check_bytes(data, path, True, Settings())
    assert result.counted
    assert all(one.code == "TOOL005" for one in result.errors)


LAYOUT = [
    "*",
    "**",
    "\n",
    "\n\n",
    "1. ",
    "(a) ",
    "[^1]",
    "[^1]: ",
    "<!--",
    "-->",
    "\t",
    "\r",
    "---\n",
    "# ",
    "> ",
    "<sup>1</sup>",
    "¹",
    "Noting ",
    "Recalling",
    "Requests",
    ",",
    ";",
    ".",
]
PIECES = st.lists(st.sampled_from(LAYOUT), max_size=40)


@given(PIECES, st.integers(0, len(DRAFT)))
def test_any_layout_gives_places_inside_the_text(pieces: list[str], at: int) -> None:
    text = DRAFT[:at] + "".join(pieces) + DRAFT[at:]
    for path in ("a.md", "a.txt"):
        result = check_bytes(text.encode(), path, True, Settings())
        assert result.errors == []
        for one in result.diagnostics:
            assert 0 <= one.start <= one.end <= len(text)
            assert (one.line, one.column) <= (one.end_line, one.end_column)
