"""Count the instructions of checks, which other work of the machine does not change.

`instructions.py [--checkout FOLDER] FILE …` counts with valgrind, in millions: `python -c pass`,
the whole command for each file, and one lint of it where rules are loaded and expressions
compiled. With `--checkout` another checkout is measured, in this Python. Needs valgrind; a run
takes some fifty times as long as without it.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile

_ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
_VALGRIND = ("valgrind", "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null")
_COUNT = re.compile(r"I\s+refs:\s+([0-9,]+)")
_CHECK = ("-m", "reslint", "check", "--no-cache", "--jobs", "1")
_LINTS = (1, 3)
_WARM = """
import sys
from reslint.linting.linter import Linter
from reslint.settings.settings import Settings
from reslint.text.source import Source
with open(sys.argv[2], encoding="utf-8") as file:
    text = file.read()
linter = Linter(Settings())
for _ in range(int(sys.argv[1])):
    linter.lint(Source(text))
"""


def main(arguments: list[str] | None = None) -> int:
    """Count and print; exit code 2 without valgrind."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", metavar="FILE")
    parser.add_argument("--checkout", default=_ROOT, metavar="FOLDER")
    parsed = parser.parse_args(arguments)
    if shutil.which(_VALGRIND[0]) is None:
        print("instructions.py needs valgrind", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as cache:
        count = Counter(os.path.abspath(parsed.checkout), cache)
        print(f"{count('-c', 'pass') / 1e6:8.1f}  python -c pass", flush=True)
        for path in map(os.path.abspath, parsed.files):
            print(f"{count(*_CHECK, path) / 1e6:8.1f}  {os.path.basename(path)}, whole", flush=True)
            few, many = (count("-c", _WARM, str(number), path) for number in _LINTS)
            each = (many - few) / (_LINTS[1] - _LINTS[0])
            print(f"{each / 1e6:8.1f}  {os.path.basename(path)}, warm lint", flush=True)
    return 0


class Counter:
    """Counts the instructions of Python with the code of a checkout and a cache of its own."""

    def __init__(self, checkout: str, cache: str) -> None:
        # `python -m` and `-c` import from the current folder first.
        self._folder = checkout
        self._environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith("PYTHON")},
            "PYTHONHASHSEED": "0",
            "PYTHONPATH": checkout,
            "XDG_CACHE_HOME": cache,
        }

    def __call__(self, *arguments: str) -> int:
        """Return the instructions of a run, after another one that compiled rules and modules."""
        self._run(sys.executable, *arguments)
        found = _COUNT.search(self._run(*_VALGRIND, sys.executable, *arguments))
        if found is None:
            raise RuntimeError("valgrind counted nothing")
        return int(found[1].replace(",", ""))

    def _run(self, *command: str) -> str:
        """Run a command; return what it says on standard error."""
        done = subprocess.run(
            command,
            cwd=self._folder,
            env=self._environment,
            capture_output=True,
            text=True,
            check=False,
        )
        return done.stderr


if __name__ == "__main__":
    sys.exit(main())
