"""Count how rarely each language lacks a word that all others have: the table of lost words.

    python scripts/make_lost_word_table.py FOLDER [--only N/M] [--output FILE]

FOLDER has adopted resolutions in a folder for each language, files of the same names. For each
concept (`reslint/concordance/words.py`) that a language hardly ever lacks where all others have it,
the table has in how many paragraphs all others had it, and in how many of these the language lacked
it. `--only 0/2` counts over every second draft, so that the other half can be measured on a table
that has not seen it.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.concordance import groups_below  # noqa: E402
from reslint.concordance.comparing import align  # noqa: E402
from reslint.concordance.languages.counterparts import figures_of  # noqa: E402
from reslint.concordance.languages.words import beginnings_in  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

VERSIONS = 6
LEAST = 3  # paragraphs in which all others have the concept
MOST_LACKING = 0.25  # of these, in which the language lacks it
TABLE = ROOT / "rules" / "counterparts" / "lost_words.tsv"


def rows_below(folder: str, part: int, of: int) -> Iterator[dict[str, frozenset[str]]]:
    """The concepts of each paragraph that all versions have, by language."""
    for number, drafts in enumerate(groups_below(folder)):
        if number % of != part:
            continue
        for row in align(list(drafts.items())).body:
            if len(row) == VERSIONS and not row.doubtful:
                yield {unit.version.language: unit.concepts for unit in row}


def table_of(rows: Iterable[dict[str, frozenset[str]]]) -> list[tuple[str, str, int, int]]:
    """The rows of the table, sorted: language, concept, paragraphs, paragraphs without it."""
    # Numbers in words are figures in other versions.
    numbers = beginnings_in(" ".join(figures_of("en")["by_word"]), "en")
    due: defaultdict[str, Counter[str]] = defaultdict(Counter)
    lacking: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for row in rows:
        for concept, count in Counter(one for found in row.values() for one in found).items():
            without = [language for language, found in row.items() if concept not in found]
            if count == VERSIONS:
                for language in row:
                    due[language][concept] += 1
            elif len(without) == 1:
                due[without[0]][concept] += 1
                lacking[without[0]][concept] += 1
    return sorted(
        (language, concept, count, lacking[language][concept])
        for language, counts in due.items()
        for concept, count in counts.items()
        if count >= LEAST
        and concept not in numbers
        and lacking[language][concept] <= MOST_LACKING * count
    )


def main(arguments: list[str]) -> int:
    """Write the table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder")
    parser.add_argument("--only", default="0/1", help="part and number of parts: 0/2")
    parser.add_argument("--output", default=str(TABLE))
    options = parser.parse_args(arguments)
    part, _, of = options.only.partition("/")
    found = table_of(rows_below(options.folder, int(part), int(of)))
    with open(options.output, "w", encoding="utf-8") as stream:
        stream.write("language\tconcept\tparagraphs\tlacking\n")
        stream.writelines("\t".join(map(str, one)) + "\n" for one in found)
    print(f"{len(found)} words in {os.path.relpath(options.output)}", Counter(o[0] for o in found))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
