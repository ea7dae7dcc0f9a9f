"""The registry of adopted resolutions: dates of adoption with their evidence, and titles.

Its tables are sorted lines in `rules/registry/`, read when something is first looked up. A lookup
is a binary search in the bytes; nothing is parsed beforehand. A project may have registries of its
own (`own_registry`), which are looked at first.
"""

from __future__ import annotations

import os
import re

from reslint.data import paths

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

FOLDER = "registry"
PUBLISHED = "published text"
_FEWEST = 3  # citations that are enough without the published text
_DISSENT = 6  # agreeing citations for each that gives another date
_tables: dict[str, bytes] = {}


class Entry:
    """A resolution in the registry: its date, the evidence for it, its titles.

    `titles` are those that a project's registry has, by language.
    """

    __slots__ = ("_key", "date", "evidence", "titles")

    def __init__(
        self,
        key: bytes,
        date: tuple[int, int, int],
        evidence: str,
        titles: Mapping[str, str] | None = None,
    ) -> None:
        self._key = key
        self.date = date
        self.evidence = evidence
        self.titles = titles or {}

    def title(self, language: str) -> str:
        """The title in a language, "" if the registry has no title."""
        if language in self.titles:
            return self.titles[language]
        line = _line(f"titles-{language}.tsv", self._key)
        return line.decode("utf-8", "replace") if line is not None else ""

    @property
    def published(self) -> bool:
        """Whether the date was read in the published text."""
        return PUBLISHED in self.evidence

    @property
    def counted(self) -> tuple[int, int]:
        """How many of how many citations give the date; (0, 0) where none were counted."""
        _, found, rest = self.evidence.partition("cited ")
        if not found:
            return 0, 0
        agreeing, _, total = rest.split()[0].rstrip(";").partition("/")
        return (int(agreeing), int(total)) if agreeing.isdigit() and total.isdigit() else (0, 0)

    @property
    def firm(self) -> bool:
        """Whether the evidence is enough to call another date wrong."""
        if " as " in self.evidence:
            return False  # the text has one date, its citations another
        if self.published:
            return True
        agreeing, total = self.counted
        return agreeing >= _FEWEST and (total - agreeing) * _DISSENT <= agreeing


class Registry:
    """The resolutions that reslint knows, and before them those of a project, if any.

    `own` are the entries of the project's registries by organ and number; `problems` say what is
    wrong in these, each with its file and line.
    """

    __slots__ = ("_own", "_years", "problems")

    def __init__(
        self,
        own: Mapping[tuple[str, str], Entry] | None = None,
        problems: Iterable[tuple[str, int, str]] = (),
    ) -> None:
        self._own = own or {}
        self.problems = tuple(problems)  # path, line (0: the whole file), message
        self._years: dict[int, int] = {}
        for organ, number in self._own:
            first, _, year = number.partition(" (")
            if organ == "SC" and first.isdigit() and year.rstrip(")").isdigit():
                self._years[int(first)] = int(year.rstrip(")"))

    def find(self, organ: str, number: str) -> Entry | None:
        """The entry of a resolution (`GA`, `70/1`; `SC`, `1325 (2000)`), None if it is unknown."""
        if self._own and (entry := self._own.get((organ, number))) is not None:
            return entry
        return _find(organ, number)

    def starting(self, organ: str, prefix: str, most: int) -> list[tuple[str, Entry]]:
        """At most so many resolutions of an organ whose number starts with `prefix`.

        Pairs of number and entry in the order of the numbers (70/2 before 70/10).
        """
        found = _starting(organ, prefix, most)
        own = {
            number: entry
            for (of, number), entry in self._own.items()
            if of == organ and number.startswith(prefix)
        }
        if not own:
            return found
        merged = {**dict(found), **own}
        return sorted(merged.items(), key=lambda pair: order_of(pair[0]))[:most]

    def council_year(self, number: int) -> int:
        """The year of a Security Council resolution, 0 if it is not in the registry."""
        return self._years.get(number) or _council_year(number)


SHIPPED = Registry()
"""The registry that reslint ships with."""


def order_of(number: str) -> tuple[list[int], str]:
    """What numbers are sorted by: their figures, then their letters."""
    return [int(figure) for figure in re.findall("[0-9]+", number)], number


def _find(organ: str, number: str) -> Entry | None:
    """The entry of a resolution (`GA`, `70/1`; `SC`, `1325 (2000)`), None if it is unknown."""
    key = f"{organ}\t{number}\t".encode("utf-8", "replace")
    line = _line("resolutions.tsv", key)
    return _entry(key, line) if line is not None else None


def _entry(key: bytes, line: bytes) -> Entry | None:
    """The entry in the rest of a line after its key, None for a damaged line."""
    day, _, evidence = line.decode("utf-8", "replace").partition("\t")
    try:
        year, month, of_month = (int(part) for part in day.split("-"))
    except ValueError:
        return None
    return Entry(key, (year, month, of_month), evidence)


def _starting(organ: str, prefix: str, most: int) -> list[tuple[str, Entry]]:
    """At most so many resolutions of an organ whose number starts with `prefix`.

    Pairs of number and entry in the order of the numbers (70/2 before 70/10).
    """
    data = _table("resolutions.tsv")
    key = f"{organ}\t{prefix}".encode("utf-8", "replace")
    # The lines are sorted: those with one beginning follow each other.
    first = data.find(key) if data.startswith(key) else data.find(b"\n" + key) + 1
    if not data.startswith(key, first):
        return []
    lines: list[tuple[list[int], bytes]] = []
    while data.startswith(key, first):
        end = data.find(b"\n", first)
        line = data[first : end if end >= 0 else len(data)]
        figures = re.findall(b"[0-9]+", line[: line.find(b"\t", len(key))])
        lines.append(([int(figure) for figure in figures], line))
        if end < 0:
            break
        first = end + 1
    lines.sort()
    found = []
    for _, line in lines[:most]:
        end = line.find(b"\t", len(key)) + 1
        entry = _entry(line[:end], line[end:])
        if entry is not None:
            found.append((line[len(organ) + 1 : end - 1].decode("utf-8", "replace"), entry))
    return found


def _council_year(number: int) -> int:
    """The year of a Security Council resolution, 0 if it is not in the registry."""
    data = _table("resolutions.tsv")
    key = f"\nSC\t{number} (".encode()
    place = data.find(key)
    year = data[place + len(key) : place + len(key) + 4]
    return int(year) if place >= 0 and year.isdigit() else 0


def _table(name: str) -> bytes:
    """The bytes of a table, read once."""
    data = _tables.get(name)
    if data is None:
        data = _tables[name] = _read(name)
    return data


def _line(table: str, key: bytes) -> bytes | None:
    """The rest of the line that starts with the key, None if there is no such line."""
    data = _table(table)
    low, high = 0, len(data)
    while low < high:
        # A line belongs to the half in which it starts.
        start = data.rfind(b"\n", low, (low + high) // 2) + 1 or low
        end = data.find(b"\n", start)
        if end < 0:
            end = len(data)
        if data.startswith(key, start):
            return data[start + len(key) : end]
        if data[start:end] < key:
            low = end + 1
        else:
            high = start
    return None


def _read(table: str) -> bytes:
    """The bytes of a table, empty if it cannot be read."""
    try:
        with open(os.path.join(paths.rules_folder(), FOLDER, table), "rb") as stream:
            return stream.read()
    except OSError:
        return b""
