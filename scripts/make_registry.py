"""Make the registry of adopted resolutions from tables of facts.

    python scripts/make_registry.py FACTS.tsv [MORE.tsv …]

Each table is tab-separated with a heading line. Columns: organ, number, date (YYYY-MM-DD),
evidence, title_<language> for each language; a column `source`, where there is one, is added to
the evidence. Evidence is `published text` or `cited N/M`: N of the M dated citations counted give
this date. Of two rows for one resolution the one with the published text wins, then the one with
more citations; rows already in the registry take part.

Writes `resolutions.tsv` and `titles-<language>.tsv` into `rules/registry/`: sorted by the bytes of
"organ, tab, number", which is how reslint looks them up.
"""

from __future__ import annotations

import argparse
import csv
import re
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

FOLDER = Path(__file__).parents[1] / "rules" / "registry"
ORGANS = ("GA", "SC", "ECOSOC", "HRC")
DATES = "resolutions.tsv"
_NUMBER = re.compile(
    r"(?:(?:E?S-)?[0-9]{1,4}/[0-9]{1,4}(?: [A-Z])?"
    r"|[0-9]{1,4}(?: [A-Z])? \((?:[0-9]{4}|(?:E?S-)?[IVXLC]+)\))"
)
_SEVERAL = re.compile(r"(?P<number>[0-9]+/[0-9]+) (?P<first>[A-Z])-(?P<last>[A-Z])")
_CITED = re.compile(r"cited ([0-9]+)/([0-9]+)")
# `74/227 - …` in Arabic title lines, and the footnote bracket `… ( )` of a part by letter.
_BEFORE_TITLE = re.compile(r"^[-–—]\s*")
_AFTER_TITLE = re.compile(r"(?:^|\s+)\S+ \( \)$")

Row = tuple[str, str, dict[str, str]]  # date, evidence, titles


def _bare_title(written: str) -> str:
    """A title without the dash before it and the empty letter after it."""
    return _AFTER_TITLE.sub("", _BEFORE_TITLE.sub("", " ".join(written.split())))


def rows(path: Path) -> Iterator[tuple[tuple[str, str], Row]]:
    """The rows of a table as ((organ, number), row). Raises ValueError for a wrong row."""
    with path.open(encoding="utf-8", newline="") as stream:
        for number, fields in enumerate(csv.DictReader(stream, delimiter="\t"), 2):
            organ, name = fields["organ"].strip(), " ".join(fields["number"].split())
            evidence = fields["evidence"].strip()
            if fields.get("source"):
                evidence = f"{evidence}; {fields['source'].strip()}"
            if organ not in ORGANS or not all(map(_NUMBER.fullmatch, single_numbers(name))):
                raise ValueError(f"{path}:{number}: no resolution: {organ} {name}")
            if not evidence:
                raise ValueError(f"{path}:{number}: no evidence for {organ} {name}")
            try:
                date.fromisoformat(fields["date"])
            except ValueError as error:
                raise ValueError(f"{path}:{number}: {error}") from None
            titles = {
                key.removeprefix("title_"): _bare_title(value)
                for key, value in fields.items()
                if key and key.startswith("title_") and value and _bare_title(value)
            }
            if not possible(organ, name, date.fromisoformat(fields["date"])):
                print(f"{path}:{number}: left out, {name} cannot be of {fields['date']}")
                continue
            for each in single_numbers(name):
                yield (organ, each), (fields["date"], evidence, titles)


def possible(organ: str, name: str, day: date) -> bool:
    """Whether a number can be of a date: citations may all copy one error."""
    match = re.match(r"(?P<first>[0-9]+)/|[0-9]+(?: [A-Z])? \((?P<year>[0-9]{4})\)", name)
    if match is None:
        return True
    if match["year"]:
        return organ != "SC" or int(match["year"]) == day.year
    first = int(match["first"])
    if organ == "GA":
        return date(1945 + first, 9, 1) <= day <= date(1946 + first, 9, 25)
    if organ == "HRC":
        return day.year == 2006 + (first - 1) // 3
    return organ != "ECOSOC" or first - 1 <= day.year <= first


def single_numbers(name: str) -> list[str]:
    """The numbers of a document of several resolutions: `75/101 A-B` gives A and B."""
    match = _SEVERAL.fullmatch(name)
    if match is None:
        return [name]
    first, last = ord(match["first"]), ord(match["last"])
    return [f"{match['number']} {chr(letter)}" for letter in range(first, last + 1)]


def known(folder: Path) -> Iterator[tuple[tuple[str, str], Row]]:
    """The rows of the registry in the folder."""
    if not (folder / DATES).exists():
        return
    titles: dict[tuple[str, str], dict[str, str]] = {}
    for path in sorted(folder.glob("titles-*.tsv")):
        language = path.stem.removeprefix("titles-")
        for line in path.read_text(encoding="utf-8").splitlines():
            organ, number, title = line.split("\t")
            titles.setdefault((organ, number), {})[language] = title
    for line in (folder / DATES).read_text(encoding="utf-8").splitlines():
        organ, number, day, evidence = line.split("\t")
        yield (organ, number), (day, evidence, titles.get((organ, number), {}))


def weight(row: Row) -> tuple[bool, int]:
    """The strength of a row's evidence: published text first, then the number of citations."""
    cited = _CITED.search(row[1])
    return "published text" in row[1], int(cited[1]) if cited else 0


def merge(found: dict[tuple[str, str], Row], key: tuple[str, str], row: Row) -> None:
    """Add a row; the stronger evidence keeps the date, titles are joined."""
    old = found.get(key)
    if old is None:
        found[key] = row
        return
    strong, weak = (row, old) if weight(row) >= weight(old) else (old, row)
    found[key] = (strong[0], strong[1], {**weak[2], **strong[2]})


def write(folder: Path, found: dict[tuple[str, str], Row]) -> None:
    """Write the files of the registry."""
    folder.mkdir(parents=True, exist_ok=True)
    ordered = sorted(found.items(), key=lambda item: "\t".join(item[0]).encode() + b"\t")
    dates = [f"{organ}\t{number}\t{row[0]}\t{row[1]}\n" for (organ, number), row in ordered]
    (folder / DATES).write_text("".join(dates), encoding="utf-8", newline="")
    languages = sorted({language for _, row in ordered for language in row[2]})
    for language in languages:
        titles = [
            f"{organ}\t{number}\t{row[2][language]}\n"
            for (organ, number), row in ordered
            if language in row[2]
        ]
        path = folder / f"titles-{language}.tsv"
        path.write_text("".join(titles), encoding="utf-8", newline="")


def main(arguments: list[str] | None = None) -> int:
    """Run the command; exit code 2 for a wrong table."""
    parser = argparse.ArgumentParser(description="Make the registry of adopted resolutions.")
    parser.add_argument("facts", nargs="+", type=Path, help="a tab-separated table of facts")
    parser.add_argument("--folder", type=Path, default=FOLDER, help="where the registry is")
    parser.add_argument("--fresh", action="store_true", help="drop the rows of the registry")
    options = parser.parse_args(arguments)
    found: dict[tuple[str, str], Row] = {}
    try:
        if not options.fresh:
            for key, row in known(options.folder):
                merge(found, key, row)
        for path in options.facts:
            for key, row in rows(path):
                merge(found, key, row)
    except (OSError, KeyError, ValueError) as error:
        print(f"make_registry: {error}", file=sys.stderr)
        return 2
    write(options.folder, found)
    print(f"{len(found)} resolutions")
    return 0


if __name__ == "__main__":
    sys.exit(main())
