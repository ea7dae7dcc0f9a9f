"""Read, fix and annotate damaged and made-up Word and AKN4UN files for as long as wanted.

    python benchmarks/fuzz_documents.py [--minutes M] [--seed N] [--inputs FROM-TO] [FOLDER …]

A file is a draft of FOLDER (default: `tests/drafts` and `tests/messy`) made into a Word file whose
runs are split and wrapped, or Word or AKN4UN mark-up put together at random; some are damaged. A
seed always gives the same files. `benchmarks/fuzzing/file_properties.py` says what must hold.

A fault is printed with its number, which `--inputs` finds again; `--write OUT` writes the files of
these numbers. The exit code is then 1.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from pathlib import Path
from random import Random

if not __package__:  # run as a script
    sys.path[0] = str(Path(__file__).resolve().parent.parent)

from benchmarks.fuzzing.file_properties import faults, is_read
from benchmarks.fuzzing.files import Files
from benchmarks.fuzzing.running import parser_of, run_numbers, texts_of

SLOW = 20.0
"""Seconds of computing that no file may take: most take some tenths."""


class Run:
    """A run over the files of a seed: what it has counted so far."""

    def __init__(self, seed: int, texts: list[str]) -> None:
        self.seed = seed
        self.files = Files(seed, texts)
        self.done = self.wrong = 0
        self.longest = 0.0
        self.kinds: Counter[str] = Counter()

    def one(self, number: int) -> None:
        """Check one file and print its faults."""
        given = self.files.of(number)
        began = time.process_time()
        found = list(dict.fromkeys(faults(given, Random(number))))
        seconds = time.process_time() - began
        if seconds > SLOW:
            found.append(f"slow: {seconds:.1f} s for {len(given.data)} bytes")
        self.longest = max(self.longest, seconds)
        self.done += 1
        state = "read" if is_read(given) else "refused"
        self.kinds[f"{given.name.rpartition('.')[2]} {state}"] += 1
        for one in found:
            self.wrong += 1
            print(f"seed {self.seed}, file {number}: {one}", flush=True)

    def summary(self) -> str:
        """Return what was done, in two lines."""
        shares = ", ".join(f"{name} {count}" for name, count in sorted(self.kinds.items()))
        return (
            f"{self.done} files, {self.wrong} faults, at most {self.longest:.1f} s for one, "
            f"{time.process_time():.0f} s in all\n{shares}"
        )


def main() -> int:
    """Run until the time is over or the files are done."""
    parser = parser_of(__doc__)
    parser.add_argument("--write", type=Path, metavar="OUT", help="write the files of --inputs")
    arguments = parser.parse_args()
    run = Run(arguments.seed, texts_of(arguments.folders))

    def again(number: int) -> None:
        if arguments.write is not None:
            given = run.files.of(number)
            arguments.write.mkdir(parents=True, exist_ok=True)
            (arguments.write / f"{number}-{given.name}").write_bytes(given.data)
        run.one(number)

    run_numbers(arguments, run.one, again)
    print(run.summary())
    return int(run.wrong > 0)


if __name__ == "__main__":
    sys.exit(main())
