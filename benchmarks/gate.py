"""Compare the findings in a folder with stored counts: `gate.py FOLDER [--update]`.

Prints each count, by language and code, that differs from `benchmarks/counts.tsv`. `--update`
wording the new counts there.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections import Counter

if __package__ in (None, ""):
    sys.path[0] = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))

from benchmarks.tables import write_text
from benchmarks.texts import check, read_sources
from reslint.settings.settings import Settings

COUNTS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "counts.tsv")
_HEAD = "language\tcode\tfindings\n"
_TEXTS = "texts"  # in place of a code: the number of texts

Counts = Counter[tuple[str, str]]


def count(folder: str) -> Counts:
    """Count texts and standard-profile findings in a folder, by language and code."""
    counts: Counts = Counter()
    for _path, source in read_sources(folder):
        if source is None:
            continue
        result = check(source, Settings())
        if not result.draft.is_resolution:
            continue
        language = result.draft.language
        counts[language, _TEXTS] += 1
        counts.update((language, diagnostic.code) for diagnostic in result.diagnostics)
    return counts


def read(path: str = COUNTS) -> Counts:
    """Read the stored counts."""
    counts: Counts = Counter()
    with open(path, encoding="utf-8") as stream:
        for line in stream.read().removeprefix(_HEAD).splitlines():
            language, code, findings = line.split("\t")
            counts[language, code] = int(findings)
    return counts


def difference(kept: Counts, found: Counts) -> list[str]:
    """Describe each count that changed: `fr LEAD002: 3, was 1`."""
    return [
        f"{language} {code}: {found[language, code]}, was {kept[language, code]}"
        for language, code in sorted({*kept, *found})
        if kept[language, code] != found[language, code]
    ]


def main(arguments: list[str] | None = None) -> int:
    """Run the command. Exit code 1 if counts differ, 2 if the folder holds no resolution."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", help="a folder of drafts")
    parser.add_argument("--update", action="store_true", help="store the new counts")
    parsed = parser.parse_args(arguments)
    found = count(parsed.folder)
    if not found:
        print(f"{parsed.folder}: no resolution found", file=sys.stderr)
        return 2
    changed = difference(read() if os.path.exists(COUNTS) else Counter(), found)
    print("\n".join(changed) or "No count changed.")
    if parsed.update:
        rows = (
            f"{language}\t{code}\t{found[language, code]}\n" for language, code in sorted(found)
        )
        write_text(COUNTS, _HEAD + "".join(rows))
        return 0
    return 1 if changed else 0


if __name__ == "__main__":
    sys.exit(main())
