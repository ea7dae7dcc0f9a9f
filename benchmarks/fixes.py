"""`--fix` over the texts of a folder and over slips put into them: what must hold of every one.

Of each text: mending it once more changes nothing, a check of the outcome offers no safe fix but
those that were taken back, nothing changed outside the edits of the fixes, and byte order mark,
line ends and final line end are as they were.
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

from benchmarks.recall import slips_in
from benchmarks.tables import markdown_table
from benchmarks.texts import check, read_sources
from reslint.files.fix import Wish, repair_bytes
from reslint.fixes import choosing
from reslint.fixes.rounds import mend
from reslint.settings.settings import Settings
from reslint.text.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reslint.linting.linter import LintResult
    from reslint.text.diagnostics import Diagnostic, Edit

_BOM = "\ufeff"
_LAYOUTS = ("", "mark", "windows", "open")
"""How a text is laid out: as it is, with a byte order mark, with \\r\\n, with no last line end."""


class Case(NamedTuple):
    """A text to be mended: where it comes from, the slip in it ("" for none), its bytes."""

    path: str
    slip: str
    data: bytes


class Outcome(NamedTuple):
    """What became of one text; `faults` say in words what does not hold, without its words."""

    path: str
    language: str
    slip: str
    fixed: int
    taken_back: int
    faults: tuple[str, ...]


class Measured:
    """All texts of a run and what became of them."""

    def __init__(self, seed: int) -> None:
        self.seed = seed
        self.outcomes: list[Outcome] = []
        self.seconds = 0.0

    @property
    def faulty(self) -> list[Outcome]:
        """The texts of which something does not hold."""
        return [outcome for outcome in self.outcomes if outcome.faults]


def measure(
    folder: str,
    *,
    seed: int = 1,
    slips: int = 2000,
    most_texts: int = 40,
    only: str | None = None,
    unsafe: bool = False,
    jobs: int = 1,
    most_seconds: float = 0,
) -> Measured:
    """Mend every text of a folder, and so many slips; the same seed gives the same ones.

    The slips are put into at most `most_texts` of the texts of a language. `only` is a language.
    After `most_seconds` (0: never) it is broken off: what is done by then is a sample of all.
    """
    started = time.perf_counter()
    measured = Measured(seed)
    work = [(case, unsafe) for case in cases(folder, seed, slips, most_texts, only)]
    # In any order, a run that is broken off has seen a sample of everything.
    Random(seed).shuffle(work)
    outcomes: list[Outcome] = []
    for outcome in _judged(work, jobs):
        outcomes.append(outcome)
        if outcome.faults:
            print(_line(outcome), end="", file=sys.stderr, flush=True)
        if len(outcomes) % 200 == 0:
            print(f"{len(outcomes):,} of {len(work):,}", file=sys.stderr, flush=True)
        if most_seconds and time.perf_counter() - started > most_seconds:
            print(f"broken off after {len(outcomes):,} of {len(work):,}", file=sys.stderr)
            break
    measured.outcomes = [
        outcome for outcome in outcomes if outcome.language and only in (None, outcome.language)
    ]
    measured.seconds = time.perf_counter() - started
    return measured


def _judged(work: list[tuple[Case, bool]], jobs: int) -> Iterator[Outcome]:
    """What becomes of each text, as soon as it is known."""
    if jobs < 2 or len(work) < 50:
        yield from map(_judge, work)
        return
    context = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(jobs, mp_context=context) as pool:
        try:
            yield from pool.map(_judge, work, chunksize=8)
        finally:
            pool.shutdown(cancel_futures=True)


def cases(folder: str, seed: int, slips: int, most_texts: int, only: str | None) -> list[Case]:
    """The texts of a folder, and so many with a slip, all laid out by turns."""
    found = [(path, "", source.text) for path, source in read_sources(folder) if source is not None]
    if slips:
        _, work = slips_in(
            folder, seed=seed, per_code=max(20, slips // 50), most_texts=most_texts, only=only
        )
        for kind, text, slip in Random(seed).sample(work, min(slips, len(work))):
            faulty = choosing.apply(text.source.text, slip.edits)
            found.append((text.path, repr(kind), faulty))
    return [
        Case(path, slip, _laid_out(text, _LAYOUTS[number % len(_LAYOUTS)]))
        for number, (path, slip, text) in enumerate(found)
    ]


def _laid_out(text: str, layout: str) -> bytes:
    """The bytes of a text in one of the layouts."""
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
    """Mend one text and see what does not hold; no language for what is no resolution."""
    settings = Settings()
    wish = Wish(unsafe=unsafe, write=True)
    once = repair_bytes(case.data, case.path, True, settings, wish)
    faults = [f"an error: {problem.code}" for problem in once.result.errors]
    if (once.data == case.data) != (not once.fixed):
        faults.append("what is said to be mended is not what is mended")
    if once.data != case.data:
        again = repair_bytes(once.data, case.path, True, settings, wish)
        if again.data != once.data or again.fixed:
            faults.append(f"mended once more, it changes: {_named(again.fixed)}")
        faults += _frame_faults(case.data, once.data)
        faults += _stray_changes(case, once.data, unsafe)
    back = {line.split("the fix of ")[1].split(" ")[0] for line in once.taken_back}
    left: Counter[str] = Counter()
    for reported in once.result.reported:
        fix = reported.diagnostic.fix
        if fix is not None and (unsafe or fix.safety == "safe"):
            if reported.diagnostic.code not in back:
                left[reported.diagnostic.code] += 1
    if left:
        faults.append(f"fixes are left: {_named(left)}")
    return Outcome(
        case.path,
        once.result.language,
        case.slip,
        sum(once.fixed.values()),
        len(once.taken_back),
        tuple(faults),
    )


def _frame_faults(old: bytes, new: bytes) -> Iterable[str]:
    """What became of byte order mark and line ends."""
    mark = _BOM.encode()
    if old.startswith(mark) != new.startswith(mark):
        yield "the byte order mark is not kept"
    if old.endswith(b"\n") != new.endswith(b"\n"):
        yield "the last line end is not kept"
    if old.count(b"\r\n") == old.count(b"\n") and new.count(b"\r\n") != new.count(b"\n"):
        yield "the line ends are not kept"


def _stray_changes(case: Case, data: bytes, unsafe: bool) -> Iterable[str]:
    """Whether every round changed what the edits of its fixes name, and nothing else."""
    text = case.data.decode("utf-8").removeprefix(_BOM)
    chain: list[tuple[str, list[Diagnostic]]] = []

    def propose(text: str, judged: LintResult) -> list[Diagnostic]:
        chain.append((text, judged.diagnostics))
        return judged.diagnostics

    def lint_text(text: str) -> LintResult:
        return check(Source(text, case.path), Settings())

    mended = mend(text, lint_text, propose, unsafe=unsafe)
    if mended.text != data.decode("utf-8").removeprefix(_BOM):
        yield "mended in memory, it is another text"
    texts = [text for text, _ in chain] + [mended.text]
    for (before, diagnostics), after in zip(chain, texts[1:], strict=True):
        edits = choosing.edits_of(choosing.choose(diagnostics, unsafe=unsafe))
        if not made_of(before, after, edits):
            yield "a round changed more than its edits"


def made_of(before: str, after: str, edits: Sequence[Edit]) -> bool:
    """Whether `after` is `before` with some of the edits made and all else as it was."""
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
    """The table and the texts of which something does not hold, as Markdown."""
    rows = []
    for language in sorted({outcome.language for outcome in measured.outcomes}):
        for slips in (False, True):
            group = [
                outcome
                for outcome in measured.outcomes
                if outcome.language == language and bool(outcome.slip) == slips
            ]
            if group:
                rows.append(
                    (
                        language,
                        "slips" if slips else "texts",
                        len(group),
                        sum(outcome.fixed for outcome in group),
                        sum(outcome.taken_back for outcome in group),
                        sum(bool(outcome.faults) for outcome in group),
                    )
                )
    heads = ("language", "what", "number", "mended", "taken back", "faulty")
    lines = [_line(outcome) for outcome in measured.faulty]
    return f"# Fixes (seed {measured.seed})\n\n{markdown_table(heads, rows)}\n{''.join(lines)}"


def _line(outcome: Outcome) -> str:
    """What does not hold of a text, in a line."""
    slip = f" + {outcome.slip}" if outcome.slip else ""
    return f"- {outcome.path}{slip}: {'; '.join(outcome.faults)}\n"


def as_json(measured: Measured) -> dict[str, Any]:
    """What became of every text."""
    return {
        "seed": measured.seed,
        "seconds": round(measured.seconds, 1),
        "processors": os.cpu_count(),
        "texts": [outcome._asdict() for outcome in measured.outcomes],
    }
