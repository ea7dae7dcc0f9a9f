"""Run `--fix` on the texts of a folder, and on texts with an injected error.

Each result must hold four things: a second fix changes nothing, the fixed text has no safe fix
left (except those that were taken back), nothing changed outside the edits, and the byte order
mark and line ends are kept.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from random import Random
from typing import TYPE_CHECKING, Any, NamedTuple

from benchmarks.recall import choose_errors
from benchmarks.tables import markdown_table
from benchmarks.texts import check, read_sources
from reslint.files.fix import FixRequest, fix_bytes
from reslint.fixes import choosing
from reslint.fixes.rounds import fix_in_rounds
from reslint.linting.linter import Linter
from reslint.settings.settings import Settings
from reslint.text.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reslint.linting.linter import LintResult
    from reslint.text.diagnostics import Diagnostic, Edit

_BOM = "\ufeff"
_LAYOUTS = ("", "mark", "windows", "open")
"""Layouts of a text: as it is, with a byte order mark, with \\r\\n, without a final line end."""


class Case(NamedTuple):
    """A text to fix: its path, the kind of error injected ("" for none), its bytes."""

    path: str
    error: str
    data: bytes


class Outcome(NamedTuple):
    """The result for one text; `faults` describe what failed, without quoting the text."""

    path: str
    language: str
    error: str
    fixed: int
    taken_back: int
    faults: tuple[str, ...]


class Measured:
    """The outcomes of all texts of a run."""

    def __init__(self, seed: int) -> None:
        self.seed = seed
        self.outcomes: list[Outcome] = []
        self.seconds = 0.0

    @property
    def faulty(self) -> list[Outcome]:
        """The texts for which something failed."""
        return [outcome for outcome in self.outcomes if outcome.faults]


def measure(
    folder: str,
    *,
    seed: int = 1,
    errors: int = 2000,
    most_texts: int = 40,
    only: str | None = None,
    unsafe: bool = False,
    jobs: int = 1,
    most_seconds: float = 0,
) -> Measured:
    """Fix every text of a folder, and `errors` texts with an injected error each.

    The same seed gives the same errors. They go into at most `most_texts` texts of each language.
    `only` limits the run to one language. The run stops after `most_seconds` (0: no limit); the
    texts are shuffled, so a stopped run has still seen a sample of everything.
    """
    started = time.perf_counter()
    measured = Measured(seed)
    work = [(case, unsafe) for case in cases(folder, seed, errors, most_texts, only)]
    # Shuffled, so that a run that stops early has seen a sample of everything.
    Random(seed).shuffle(work)
    outcomes: list[Outcome] = []
    for outcome in _judged(work, jobs):
        outcomes.append(outcome)
        if outcome.faults:
            print(_line(outcome), end="", file=sys.stderr, flush=True)
        if len(outcomes) % 200 == 0:
            print(f"{len(outcomes):,} of {len(work):,}", file=sys.stderr, flush=True)
        if most_seconds and time.perf_counter() - started > most_seconds:
            print(f"stopped after {len(outcomes):,} of {len(work):,}", file=sys.stderr)
            break
    measured.outcomes = [
        outcome for outcome in outcomes if outcome.language and only in (None, outcome.language)
    ]
    measured.seconds = time.perf_counter() - started
    return measured


def _judged(work: list[tuple[Case, bool]], jobs: int) -> Iterator[Outcome]:
    """Yield the outcome of each text as soon as it is known."""
    if jobs < 2 or len(work) < 50:
        yield from map(_judge, work)
        return
    context = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(jobs, mp_context=context) as pool:
        try:
            yield from pool.map(_judge, work, chunksize=8)
        finally:
            pool.shutdown(cancel_futures=True)


def cases(folder: str, seed: int, errors: int, most_texts: int, only: str | None) -> list[Case]:
    """The texts of a folder and `errors` texts with an error, in alternating layouts."""
    found = [(path, "", source.text) for path, source in read_sources(folder) if source is not None]
    if errors:
        _, work = choose_errors(
            folder, seed=seed, per_code=max(20, errors // 50), most_texts=most_texts, only=only
        )
        for kind, text, error in Random(seed).sample(work, min(errors, len(work))):
            faulty = choosing.apply(text.source.text, error.edits)
            found.append((text.path, repr(kind), faulty))
    return [
        Case(path, error, _laid_out(text, _LAYOUTS[number % len(_LAYOUTS)]))
        for number, (path, error, text) in enumerate(found)
    ]


def _laid_out(text: str, layout: str) -> bytes:
    """Encode a text in one of the layouts."""
    if layout == "mark":
        text = _BOM + text.removeprefix(_BOM)
    elif layout == "windows":
        text = text.replace("\r\n", "\n").replace("\n", "\r\n")
    elif layout == "open":
        text = text.rstrip("\r\n")
    return text.encode("utf-8")


def _judge(one: tuple[Case, bool]) -> Outcome:
    return judge(*one)


def judge(case: Case, unsafe: bool = False) -> Outcome:
    """Fix one text and check the result. The language is "" if it is not a resolution."""
    settings = Settings()
    request = FixRequest(unsafe=unsafe, write=True)
    once = fix_bytes(case.data, case.path, True, settings, request)
    faults = [f"an error: {problem.code}" for problem in once.result.errors]
    if (once.data == case.data) != (not once.fixed):
        faults.append("the reported fixes and the changed text do not agree")
    if once.data != case.data:
        again = fix_bytes(once.data, case.path, True, settings, request)
        if again.data != once.data or again.fixed:
            faults.append(f"a second fix changes it again: {_named(again.fixed)}")
        faults += _layout_faults(case.data, once.data)
        faults += _outside_changes(case, once.data, unsafe)
    back = {line.split("the fix of ")[1].split(" ")[0] for line in once.reverted}
    left: Counter[str] = Counter()
    for diagnostic in once.result.diagnostics:
        fix = diagnostic.fix
        if fix is not None and (unsafe or fix.safety == "safe"):
            if diagnostic.code not in back:
                left[diagnostic.code] += 1
    if left:
        faults.append(f"fixes are left: {_named(left)}")
    return Outcome(
        case.path,
        once.result.language,
        case.error,
        sum(once.fixed.values()),
        len(once.reverted),
        tuple(faults),
    )


def _layout_faults(old: bytes, new: bytes) -> Iterable[str]:
    """Report a byte order mark or line ends that were not kept."""
    mark = _BOM.encode()
    if old.startswith(mark) != new.startswith(mark):
        yield "the byte order mark is not kept"
    if old.endswith(b"\n") != new.endswith(b"\n"):
        yield "the final line end is not kept"
    if old.count(b"\r\n") == old.count(b"\n") and new.count(b"\r\n") != new.count(b"\n"):
        yield "the line ends are not kept"


def _outside_changes(case: Case, data: bytes, unsafe: bool) -> Iterable[str]:
    """Report rounds that changed text outside the edits of their fixes."""
    text = case.data.decode("utf-8").removeprefix(_BOM)
    chain: list[tuple[str, list[Diagnostic]]] = []

    def wanted(result: LintResult) -> list[Diagnostic]:
        chain.append((result.draft.source.text, result.diagnostics))
        return result.diagnostics

    first = check(Source(text, case.path), Settings())
    in_memory = fix_in_rounds(first, Linter(), wanted, unsafe=unsafe)
    if in_memory.text != data.decode("utf-8").removeprefix(_BOM):
        yield "fixing in memory gives another text"
    texts = [text for text, _ in chain] + [in_memory.text]
    for (before, diagnostics), after in zip(chain, texts[1:], strict=True):
        edits = choosing.edits_of(choosing.choose(diagnostics, unsafe=unsafe))
        if not made_of(before, after, edits):
            yield "a round changed more than its edits"


def made_of(before: str, after: str, edits: Sequence[Edit]) -> bool:
    """Whether `after` is `before` with some of the edits made and nothing else changed."""
    ends = {0}
    position = 0
    windows = "\r\n" in before
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        gap = before[position : edit.start]
        wordings = {before[edit.start : edit.end], edit.text}
        if windows:
            wordings.add(edit.text.replace("\r\n", "\n").replace("\n", "\r\n"))
        reached = {end + len(gap) for end in ends if after.startswith(gap, end)}
        ends = {
            end + len(wording)
            for end in reached
            for wording in wordings
            if after.startswith(wording, end)
        }
        position = edit.end
    return any(after[end:] == before[position:] for end in ends)


def _named(counts: dict[str, int]) -> str:
    return ", ".join(f"{code} ({count})" for code, count in sorted(counts.items()))


# Reports ----------------------------------------------------------------------------------------


def report(measured: Measured) -> str:
    """Write the table and the texts for which something failed, as Markdown."""
    rows = []
    for language in sorted({outcome.language for outcome in measured.outcomes}):
        for errors in (False, True):
            group = [
                outcome
                for outcome in measured.outcomes
                if outcome.language == language and bool(outcome.error) == errors
            ]
            if group:
                rows.append(
                    (
                        language,
                        "errors" if errors else "texts",
                        len(group),
                        sum(outcome.fixed for outcome in group),
                        sum(outcome.taken_back for outcome in group),
                        sum(bool(outcome.faults) for outcome in group),
                    )
                )
    heads = ("language", "what", "number", "fixed", "taken back", "failed")
    lines = [_line(outcome) for outcome in measured.faulty]
    return f"# Fixes (seed {measured.seed})\n\n{markdown_table(heads, rows)}\n{''.join(lines)}"


def _line(outcome: Outcome) -> str:
    """Write one line on what failed for a text."""
    error = f" + {outcome.error}" if outcome.error else ""
    return f"- {outcome.path}{error}: {'; '.join(outcome.faults)}\n"


def as_json(measured: Measured) -> dict[str, Any]:
    """The outcome of every text, for a JSON file."""
    return {
        "seed": measured.seed,
        "seconds": round(measured.seconds, 1),
        "processors": os.cpu_count(),
        "texts": [outcome._asdict() for outcome in measured.outcomes],
    }
