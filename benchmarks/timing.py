"""Time a warm lint in a process of its own: `timing.py lint|profile FILE [RUNS]`."""

from __future__ import annotations

import json
import os
import statistics
import sys
import time
from collections import defaultdict

if __package__ in (None, ""):
    sys.path[0] = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))

from benchmarks.texts import check
from reslint.blocks.reader import read_blocks
from reslint.checks.kinds import find_kind
from reslint.draft.reader import read_draft
from reslint.rulebook.book import rulebook_of
from reslint.settings.settings import Settings
from reslint.text.source import Source, decode


def _source(path: str) -> Source:
    with open(path, "rb") as stream:
        return decode(stream.read(), path)


def time_lint(path: str, runs: int) -> dict[str, float]:
    """Time one lint in milliseconds, with everything loaded: median, fastest, slowest of `runs`.

    `processor` is the CPU time of this process, which a busy machine affects less.
    """
    source = _source(path)
    options = Settings()
    findings = 0
    taken, processor = [], []
    unmeasured = 3 if runs > 3 else 1
    for run in range(runs + unmeasured):
        fresh = Source(source.text, source.path)
        began, busy = time.perf_counter(), time.process_time()
        findings = len(check(fresh, options).diagnostics)
        if run >= unmeasured:
            taken.append((time.perf_counter() - began) * 1000)
            processor.append((time.process_time() - busy) * 1000)
    return {
        "median": statistics.median(taken),
        "processor": statistics.median(processor),
        "fastest": min(taken),
        "slowest": max(taken),
        "findings": findings,
        "characters": len(source.text),
    }


def time_stages(path: str, runs: int) -> dict[str, float]:
    """Time each stage of a warm lint in milliseconds: blocks, draft, each rule (medians).

    Shared facts are computed by the first rule that needs them, so that rule pays for them.
    """
    source = _source(path)
    taken: dict[str, list[float]] = defaultdict(list)
    for run in range(runs + 3):
        fresh = Source(source.text, source.path)
        measured: dict[str, float] = {}
        began = time.perf_counter()
        read_blocks(fresh, "markdown")
        measured["blocks"] = time.perf_counter() - began
        began = time.perf_counter()
        draft = read_draft(Source(source.text, source.path))
        measured["draft"] = time.perf_counter() - began - measured["blocks"]
        rules = rulebook_of(draft.language, ()).rules_for(
            language=draft.language, organ=draft.organ, profile="standard"
        )
        for rule in rules:
            began = time.perf_counter()
            list(find_kind(rule.check).run(draft, rule))
            measured[rule.code] = time.perf_counter() - began
        if run >= 3:
            for name, seconds in measured.items():
                taken[name].append(seconds * 1000)
    return {name: statistics.median(times) for name, times in taken.items()}


def main(arguments: list[str]) -> int:
    """Print the figures as JSON."""
    command, path = arguments[:2]
    runs = int(arguments[2]) if len(arguments) > 2 else 20
    figures = time_lint(path, runs) if command == "lint" else time_stages(path, runs)
    print(json.dumps(figures))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
