"""Count how rarely each language lacks a word that all others have: the table of lost words.

    python scripts/make_lost_word_table.py FOLDER [--only N/M] [--output FILE]

FOLDER has adopted resolutions in a folder for each language, files of the same names. The table has
the concepts (`concordance/languages/words.py`) that a language hardly ever lacks where all others
have them: in how many paragraphs all others had one, and in how many of these the language lacked
it. `--only 0/2` counts over every second draft, so that the other half can be measured on a table
that has not seen it.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from word_tables import FOLDER, write_table

from reslint.concordance.languages.counterparts import figures_of
from reslint.concordance.languages.words import beginnings_in

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reslint.concordance.model import Row

VERSIONS = 6
LEAST = 3  # paragraphs in which all others have the concept
MOST_LACKING = 0.25  # of these, in which the language lacks it
COLUMNS = ("language", "concept", "paragraphs", "lacking")


def table_of(rows: Iterable[Row]) -> list[tuple[str, str, int, int]]:
    """The rows of the table, sorted: language, concept, paragraphs, paragraphs without it."""
    # Numbers in words are figures in other versions.
    numbers = beginnings_in(" ".join(figures_of("en")["by_word"]), "en")
    due: defaultdict[str, Counter[str]] = defaultdict(Counter)
    lacking: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for each in rows:
        row = {unit.version.language: unit.concepts for unit in each}
        if len(row) < VERSIONS:
            continue
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
    description = (__doc__ or "").partition("\n")[0]
    return write_table(description, FOLDER / "lost_words.tsv", COLUMNS, table_of, arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
