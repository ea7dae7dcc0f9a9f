"""A project's own registry: what is read, what is wrong in it, and what is written."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from reslint.data import own_registry
from reslint.data.own_registry import (
    entry_of,
    read_date,
    read_table,
    registry_of,
    written_table,
)

HEAD = "organ\tnumber\tdate\tevidence\ttitle_en\ttitle_fr"
WELLS = "GA\t86/45\t2031-12-18\tpublished text\tWells\tDes puits"


def made(folder: Path, *lines: str, name: str = "own.tsv", end: str = "\n") -> str:
    path = folder / name
    path.write_bytes((end.join(lines) + end).encode("utf-8"))
    return str(path)


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_a_file_as_a_spreadsheet_writes_it_is_read(tmp_path: Path, mark: str, end: str) -> None:
    table = read_table(made(tmp_path, mark + HEAD, WELLS, "", end=end))
    assert table.problems == []
    entry = table.entries["GA", "86/45"]
    assert entry.date == (2031, 12, 18)
    assert (entry.title("en"), entry.title("fr")) == ("Wells", "Des puits")


def test_titles_may_be_missing_and_evidence_is_then_that_of_a_text(tmp_path: Path) -> None:
    table = read_table(made(tmp_path, HEAD, "GA\t86/45\t2031-12-18\t", "SC\t9 (2031)\t2031-1-2\t"))
    assert table.problems == []
    assert table.entries["GA", "86/45"].published
    assert table.entries["SC", "9 (2031)"].titles == {}


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("GA\t86/45\t2031-12-18", "organ, number, date and evidence stand in each line"),
        ("\t86/45\t2031-12-18\t", "organ, number, date and evidence stand in each line"),
        ("GA\t\t2031-12-18\t", "organ, number, date and evidence stand in each line"),
        ("GA\t86/46\t2031-13-18\t", "“2031-13-18” is no date such as 2026-12-18"),
        (WELLS, "GA 86/45 stands in the registry twice"),
    ],
)
def test_a_wrong_line_is_named_and_the_others_are_read(
    tmp_path: Path, line: str, message: str
) -> None:
    other = "GA\t86/47\t2031-12-19\t"
    table = read_table(made(tmp_path, HEAD, WELLS, line, other))
    assert table.problems == [(3, message)]
    assert list(table.entries) == [("GA", "86/45"), ("GA", "86/47")]
    assert table.entries["GA", "86/45"].title("en") == "Wells"


@pytest.mark.parametrize("head", ["organ\tnumber\tdate", "a\tb\tc\td", HEAD + "\tremarks", WELLS])
def test_a_first_line_that_names_other_columns(tmp_path: Path, head: str) -> None:
    table = read_table(made(tmp_path, head, WELLS))
    assert [line for line, _ in table.problems] == [1]
    assert table.entries == {}


def test_of_many_wrong_lines_the_first_are_named(tmp_path: Path) -> None:
    table = read_table(made(tmp_path, HEAD, *["GA"] * 25))
    assert [line for line, _ in table.problems] == [*range(2, 22), 0]
    assert table.problems[-1][1] == "5 more lines cannot be read"


def test_a_file_that_is_too_large_or_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = made(tmp_path, HEAD, WELLS)
    size = os.path.getsize(path)
    monkeypatch.setattr(own_registry, "MAX_SIZE", size)
    assert read_table(path).problems == []
    monkeypatch.setattr(own_registry, "MAX_SIZE", size - 1)
    assert read_table(path).problems == [(0, f"the registry is larger than {size - 1:,} bytes")]
    ((line, message),) = read_table(str(tmp_path / "none.tsv")).problems
    assert line == 0
    assert message.startswith("the registry cannot be read (")


def test_the_later_file_is_stronger_and_a_changed_file_is_read_again(tmp_path: Path) -> None:
    first = made(tmp_path, HEAD, WELLS, "GA\t86/46\t2031-12-18\t", name="a.tsv")
    second = made(tmp_path, HEAD, WELLS.replace("12-18", "12-19"), name="b.tsv")
    both = registry_of((first, second))
    entry, other = both.find("GA", "86/45"), both.find("GA", "86/46")
    assert entry is not None and entry.date == (2031, 12, 19)
    assert other is not None and other.date == (2031, 12, 18)
    assert registry_of((first, second)) is both
    status = os.stat(second)
    made(tmp_path, HEAD, WELLS.replace("12-18", "12-17"), name="b.tsv")
    os.utime(second, ns=(status.st_atime_ns, status.st_mtime_ns + 1_000))
    again = registry_of((first, second)).find("GA", "86/45")
    assert again is not None and again.date == (2031, 12, 17)


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("2031-12-18", (2031, 12, 18)),
        ("1945-1-1", (1945, 1, 1)),
        ("1944-12-31", None),
        ("2031-00-10", None),
        ("2031-13-10", None),
        ("2031-12-00", None),
        ("2031-12-32", None),
        ("2031-12", None),
        ("2031-12-18-1", None),
        ("2031-12-x", None),
        ("٢٠٣١-12-18", None),
        ("2031-12-²", None),
    ],
)
def test_dates(written: str, date: tuple[int, int, int] | None) -> None:
    assert read_date(written) == date


def test_lines_are_written_in_the_order_of_numbers_with_each_title_in_its_column() -> None:
    entries = {
        (organ, number): entry_of(organ, number, (2031, 1, 2), "", titles)
        for organ, number, titles in (
            ("SC", "9 (2031)", {}),
            ("GA", "86/100", {"zh": "a\tb\nc"}),
            ("GA", "86/45", {"en": "Wells"}),
        )
    }
    assert written_table(entries, ["fr"]).split("\n") == [
        "organ\tnumber\tdate\tevidence\ttitle_en\ttitle_fr\ttitle_zh",
        "GA\t86/45\t2031-01-02\tpublished text\tWells\t\t",
        "GA\t86/100\t2031-01-02\tpublished text\t\t\ta b c",
        "SC\t9 (2031)\t2031-01-02\tpublished text\t\t\t",
        "",
    ]
