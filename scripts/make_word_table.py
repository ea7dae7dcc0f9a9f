"""Count which words of the six languages stand in the same paragraphs: the table of concepts.

    python scripts/make_word_table.py FOLDER [--only N/M] [--output FILE]

FOLDER has adopted resolutions in a folder for each language, files of the same names. For the
beginning of each word (`concordance/languages/words.py`) the table has the English word with
which it shares most paragraphs: language, beginning, concept. `--only 0/2` counts over every second
draft, so that the other half can be measured on a table that has not seen it.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from word_tables import FOLDER, write_table

from reslint.concordance.languages.words import beginnings_in

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reslint.concordance.model import Row

PIVOT = "en"
LEAST_TOGETHER = 5  # paragraphs
LEAST_SHARE = 0.4  # of the paragraphs with the word, that have the concept
LEAST_FIT = 0.33  # twice the paragraphs with both, by the sum of those with either
MOST = 0.12  # of all paragraphs: a word that stands in more tells nothing
COLUMNS = ("language", "beginning", "concept")


def table_of(counterparts: Iterable[Row]) -> list[tuple[str, str, str]]:
    """The rows of the table, sorted: language, beginning, concept."""
    rows = [
        {
            unit.version.language: beginnings_in(unit.text, unit.version.language)
            for unit in counterpart
        }
        for counterpart in counterparts
        if len(counterpart) > 1
    ]
    found: list[tuple[str, str, str]] = []
    concepts: set[str] = set()
    languages = sorted({language for row in rows for language in row} - {PIVOT})
    for language in languages:
        both = [row for row in rows if language in row and PIVOT in row]
        mine = Counter(word for row in both for word in row[language])
        its = Counter(word for row in both for word in row[PIVOT])
        most = MOST * len(both)
        together: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for row in both:
            usual = [word for word in row[PIVOT] if LEAST_TOGETHER <= its[word] <= most]
            for word in row[language]:
                if LEAST_TOGETHER <= mine[word] <= most:
                    together[word].update(usual)
        for word, counts in together.items():
            concept, count = max(
                counts.items(),
                key=lambda one: (2 * one[1] / (mine[word] + its[one[0]]), one[0]),
                default=("", 0),
            )
            fit = 2 * count / (mine[word] + its[concept]) if concept else 0.0
            if count >= LEAST_TOGETHER and count >= LEAST_SHARE * mine[word] and fit >= LEAST_FIT:
                found.append((language, word, concept))
                concepts.add(concept)
    found += [(PIVOT, concept, concept) for concept in concepts]
    return sorted(found)


def main(arguments: list[str]) -> int:
    """Write the table."""
    description = (__doc__ or "").partition("\n")[0]
    return write_table(description, FOLDER / "words.tsv", COLUMNS, table_of, arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
