"""What the scripts share that count words in adopted resolutions: their paragraphs, their options.

A folder has a folder for each language with files of the same names.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.concordance import groups_below  # noqa: E402
from reslint.concordance.comparing import align  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from reslint.concordance.model import Row

    Table = Sequence[tuple[object, ...]]

FOLDER = ROOT / "rules" / "counterparts"


def certain_rows(folder: str, part: int, of: int) -> Iterator[Row]:
    """The rows of counterparts that are certain, of every draft with the number `part` of `of`."""
    for number, drafts in enumerate(groups_below(folder)):
        if number % of == part:
            yield from (row for row in align(list(drafts.items())).body if not row.doubtful)


def write_table(
    description: str,
    path: Path,
    columns: Sequence[str],
    rows_of: Callable[[Iterator[Row]], Table],
    arguments: Sequence[str],
) -> int:
    """Write the table that `rows_of` makes of the rows; each begins with its language."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("folder")
    parser.add_argument("--only", default="0/1", help="part and number of parts: 0/2")
    parser.add_argument("--output", default=str(path))
    options = parser.parse_args(arguments)
    part, _, of = options.only.partition("/")
    found = rows_of(certain_rows(options.folder, int(part), int(of)))
    with open(options.output, "w", encoding="utf-8") as stream:
        stream.write("\t".join(columns) + "\n")
        stream.writelines("\t".join(map(str, one)) + "\n" for one in found)
    print(f"{len(found)} words in {os.path.relpath(options.output)}", Counter(o[0] for o in found))
    return 0
