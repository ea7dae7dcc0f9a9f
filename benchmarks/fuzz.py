"""Lint and fix nonsense for as long as wanted, and see that what reslint promises holds.

    python benchmarks/fuzz.py [--minutes M] [--seed N] [--faults OUT] [--inputs FROM-TO] [FOLDER …]

An input is some paragraphs of a draft of FOLDER (default: `tests/drafts` and `tests/messy`) with
changes, or made up: paragraphs of all six languages put together from pieces, or hostile Unicode.
A seed always gives the same inputs. `benchmarks/fuzzing/properties.py` has the properties and of
how many inputs each is checked; docs/reliability.md says what was measured.

A fault is printed with its number, which `--inputs` finds again with all properties. With
`--faults` its text, made as small as still shows the fault, is written to a file. The exit code is
then 1.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from pathlib import Path
from random import Random

if not __package__:  # run as a script
    sys.path[0] = str(Path(__file__).resolve().parent.parent)

from benchmarks.fuzzing.inputs import Input, Inputs
from benchmarks.fuzzing.properties import LEVELS, Level, faults
from benchmarks.fuzzing.running import parser_of, run_numbers, texts_of

SLOW = 5.0
"""Seconds of computing that no input may take: most take some thousandths."""
TRIES = 300
"""Smaller texts tried for one fault."""


def kinds_of(found: list[str]) -> set[str]:
    """Return the kinds of faults: what stands before the colon."""
    return {one.split(":", 1)[0] for one in found}


def smaller(given: Input, number: int, levels: tuple[Level, ...], kind: str) -> Input:
    """Return the input with as little text as still has a fault of this kind."""

    def has_it(text: str) -> bool:
        tried = given._replace(text=text)
        return kind in kinds_of(list(faults(tried, Random(number), levels)))

    text, tries = given.text, 0
    size = max(len(text) // 2, 1)
    while tries < TRIES:
        start, cut = 0, False
        while start < len(text) and tries < TRIES:
            shorter = text[:start] + text[start + size :]
            tries += 1
            if has_it(shorter):
                text, cut = shorter, True
            else:
                start += size
        if size == 1 and not cut:
            break
        size = max(size // 2, 1)
    return given._replace(text=text)


class Run:
    """A run over the inputs of a seed: what it has counted so far."""

    def __init__(self, seed: int, texts: list[str], folder: Path | None) -> None:
        self.seed = seed
        self.inputs = Inputs(seed, texts)
        self.folder = folder
        self.done = self.wrong = self.characters = 0
        self.longest = 0.0
        self.checked: Counter[str] = Counter()

    def one(self, number: int, levels: tuple[Level, ...]) -> None:
        """Check one input and print its faults."""
        given = self.inputs.of(number)
        began = time.process_time()
        found = list(dict.fromkeys(faults(given, Random(number), levels)))
        seconds = time.process_time() - began
        if seconds > SLOW:
            found.append(f"slow: {seconds:.1f} s for {len(given.text)} characters")
        self.longest = max(self.longest, seconds)
        self.done += 1
        self.characters += len(given.text)
        self.checked.update(level.name for level in levels)
        for one in found:
            self.wrong += 1
            print(f"seed {self.seed}, input {number}: {one}", flush=True)
        if self.folder is not None:
            for kind in kinds_of(found) - {"slow"}:
                self._write(number, smaller(given, number, levels, kind), kind, found)

    def _write(self, number: int, given: Input, kind: str, found: list[str]) -> None:
        assert self.folder is not None
        self.folder.mkdir(parents=True, exist_ok=True)
        settings = given.settings
        name = f"seed-{self.seed}-input-{number}-{kind}"
        path = self.folder / f"{name}{Path(given.name).suffix}"
        path.write_bytes(given.text.encode("utf-8", "surrogatepass"))
        words = "\n".join(one for one in found if one.startswith(f"{kind}:"))
        (self.folder / f"{name}.fault").write_text(
            f"profile {settings.profile}, language {settings.language}, organ {settings.organ}\n"
            f"{words}\n",
            encoding="utf-8",
        )

    def summary(self) -> str:
        """Return what was done, in two lines."""
        shares = ", ".join(f"{name} {count}" for name, count in self.checked.items())
        return (
            f"{self.done} inputs of {self.characters} characters, {self.wrong} faults, "
            f"at most {self.longest:.1f} s for one, {time.process_time():.0f} s in all\n"
            f"checked: {shares}"
        )


def main() -> int:
    """Run until the time is over or the inputs are done."""
    parser = parser_of(__doc__)
    parser.add_argument("--faults", type=Path, metavar="OUT", help="write small texts there")
    arguments = parser.parse_args()
    run = Run(arguments.seed, texts_of(arguments.folders), arguments.faults)

    def one(number: int) -> None:
        run.one(number, tuple(level for level in LEVELS if number % level.every == 0))

    def again(number: int) -> None:
        print(repr(run.inputs.of(number)))
        run.one(number, LEVELS)

    run_numbers(arguments, one, again)
    print(run.summary())
    return int(run.wrong > 0)


if __name__ == "__main__":
    sys.exit(main())
