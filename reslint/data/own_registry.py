"""A project's own registry of resolutions: a table that `reslint registry add` writes.

The file has a line for each resolution, with tabs between its columns: organ, number, date
(2026-12-18), evidence, and a title for each language (title_en …). Its first line names them.
"""

from __future__ import annotations

import os

from reslint.data.registry import PUBLISHED, SHIPPED, Entry, Registry, order_of
from reslint.text.source import read_regular_file

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    Key = tuple[str, str]
    Date = tuple[int, int, int]


COLUMNS = ("organ", "number", "date", "evidence")
TITLE = "title_"
MAX_SIZE = 20_000_000  # bytes
_MOST_PROBLEMS = 20  # of a file that are named one by one
_MOST_REMEMBERED = 20  # registries
_remembered: dict[tuple[str, ...], tuple[tuple[tuple[int, int], ...], Registry]] = {}


class Table:
    """The entries of a registry file, by organ and number; `problems` have line and message."""

    __slots__ = ("entries", "problems")

    def __init__(self) -> None:
        self.entries: dict[Key, Entry] = {}
        self.problems: list[tuple[int, str]] = []


def registry_of(paths: tuple[str, ...]) -> Registry:
    """The registry with the entries of these files, the later ones stronger.

    It is read again when a file has changed. What is wrong in a file is in its `problems`.
    """
    if not paths:
        return SHIPPED
    stamps = tuple(map(_stamp, paths))
    known = _remembered.get(paths)
    if known is not None and known[0] == stamps:
        return known[1]
    own: dict[Key, Entry] = {}
    problems: list[tuple[str, int, str]] = []
    for path in paths:
        table = read_table(path)
        own.update(table.entries)
        problems += [(path, line, message) for line, message in table.problems]
    if len(_remembered) >= _MOST_REMEMBERED:
        _remembered.clear()
    registry = Registry(own, problems)
    _remembered[paths] = stamps, registry
    return registry


def read_table(path: str) -> Table:
    """The entries in a file, and what is wrong with it."""
    table = Table()
    try:
        data = read_regular_file(path, MAX_SIZE + 1)
    except OSError as error:
        table.problems.append((0, f"the registry cannot be read ({error.strerror})"))
        return table
    if len(data) > MAX_SIZE:
        table.problems.append((0, f"the registry is larger than {MAX_SIZE:,} bytes"))
        return table
    lines = data.decode("utf-8-sig", "replace").split("\n")
    heads = lines[0].rstrip("\r").split("\t")
    others = heads[len(COLUMNS) :]
    if tuple(heads[: len(COLUMNS)]) != COLUMNS or not all(
        each.startswith(TITLE) for each in others
    ):
        message = (
            f"the first line of a registry names its columns: {', '.join(COLUMNS)}, title_en …"
        )
        table.problems.append((1, message))
        return table
    languages = [each.removeprefix(TITLE) for each in others]
    for number, line in enumerate(lines[1:], 2):
        if line.strip():
            _read_line(table, number, line.rstrip("\r"), languages)
    if len(table.problems) > _MOST_PROBLEMS:
        further = len(table.problems) - _MOST_PROBLEMS
        table.problems[_MOST_PROBLEMS:] = [(0, f"{further} more lines cannot be read")]
    return table


def _read_line(table: Table, line: int, text: str, languages: list[str]) -> None:
    """Take the entry in a line."""
    cells = text.split("\t")
    if len(cells) < len(COLUMNS) or not cells[0] or not cells[1]:
        table.problems.append((line, "organ, number, date and evidence stand in each line"))
        return
    organ, number, written, evidence = cells[: len(COLUMNS)]
    date = read_date(written)
    if date is None:
        table.problems.append((line, f"“{written}” is no date such as 2026-12-18"))
        return
    if (organ, number) in table.entries:
        table.problems.append((line, f"{organ} {number} stands in the registry twice"))
        return
    titles = {
        language: title
        for language, title in zip(languages, cells[len(COLUMNS) :], strict=False)
        if title
    }
    table.entries[organ, number] = entry_of(organ, number, date, evidence, titles)


def entry_of(
    organ: str, number: str, date: Date, evidence: str, titles: Mapping[str, str]
) -> Entry:
    """An entry of a project's registry."""
    key = f"{organ}\t{number}\t".encode("utf-8", "replace")
    return Entry(key, date, evidence or PUBLISHED, titles)


def read_date(written: str) -> Date | None:
    """The date in a text such as 2026-12-18, None for none."""
    parts = written.split("-")
    if len(parts) != 3 or not all(part.isascii() and part.isdigit() for part in parts):
        return None
    year, month, day = map(int, parts)
    known = 1945 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= 31
    return (year, month, day) if known else None


def write_date(date: Date) -> str:
    """A date as the registry has it: 2026-12-18."""
    return f"{date[0]:04}-{date[1]:02}-{date[2]:02}"


def written_table(entries: Mapping[Key, Entry], languages: Iterable[str]) -> str:
    """The text of a registry file, its lines in the order of organs and numbers."""
    columns = sorted({*languages, *(each for entry in entries.values() for each in entry.titles)})
    lines = ["\t".join((*COLUMNS, *(TITLE + each for each in columns)))]
    for (organ, number), entry in sorted(
        entries.items(), key=lambda pair: (pair[0][0], order_of(pair[0][1]))
    ):
        titles = [_cell(entry.titles.get(each, "")) for each in columns]
        lines.append("\t".join((organ, number, write_date(entry.date), entry.evidence, *titles)))
    return "\n".join(lines) + "\n"


def _cell(text: str) -> str:
    """A text on one line without tabs."""
    return " ".join(text.split())


def _stamp(path: str) -> tuple[int, int]:
    """Size and time of a file, which change with it; (0, 0) if there is no file."""
    try:
        status = os.stat(path)
    except OSError:
        return (0, 0)
    return (status.st_size, status.st_mtime_ns)
