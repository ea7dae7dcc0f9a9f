"""Measure recall: inject errors into clean texts and count those found and fixed exactly."""

from __future__ import annotations

import time
from collections import Counter, defaultdict
from concurrent.futures import ProcessPoolExecutor
from random import Random
from typing import TYPE_CHECKING, Any

from benchmarks.errors import kinds
from benchmarks.injecting import Outcome, Text, collect_wording, judge, possible_errors
from benchmarks.tables import markdown_table, share
from benchmarks.texts import read_sources

if TYPE_CHECKING:
    from collections.abc import Iterable

    from benchmarks.errors.kinds import InjectedError, Kind

TOTAL_TARGET = 0.98
CODE_TARGET = 0.9


class Recalled:
    """The outcomes of all injected errors of a run."""

    def __init__(self) -> None:
        self.outcomes: list[Outcome] = []
        self.seed = 0
        self.texts: Counter[str] = Counter()
        self.seconds = 0.0

    def languages(self) -> list[str]:
        """The languages of the texts, sorted."""
        return sorted(self.texts)


def measure(
    folder: str,
    *,
    seed: int = 1,
    per_code: int = 40,
    most_texts: int = 400,
    only: str | None = None,
    select: tuple[str, ...] = (),
    jobs: int = 1,
) -> Recalled:
    """Inject errors into the texts of a folder, one at a time. A seed gives the same errors."""
    started = time.perf_counter()
    texts, work = choose_errors(
        folder, seed=seed, per_code=per_code, most_texts=most_texts, only=only, select=select
    )
    measured = Recalled()
    measured.seed = seed
    measured.texts = Counter(text.draft.language for text in texts)
    measured.outcomes = list(_run(work, jobs))
    measured.seconds = time.perf_counter() - started
    return measured


def choose_errors(
    folder: str,
    *,
    seed: int,
    per_code: int,
    most_texts: int,
    only: str | None = None,
    select: tuple[str, ...] = (),
) -> tuple[list[Text], list[tuple[Kind, Text, InjectedError]]]:
    """Read the texts of a folder and choose the errors to inject. A seed gives the same ones."""
    texts = _sample(_read(folder, only), most_texts, seed)
    wording = collect_wording(texts)
    pools: dict[str, dict[str, list[list[tuple[Text, InjectedError]]]]] = {}
    for text in texts:
        pool = pools.setdefault(text.draft.language, defaultdict(list))
        errors = possible_errors(text, wording[text.draft.language], select, seed)
        for name, made in errors.items():
            pool[name].append([(text, error) for error in made])
    work: list[tuple[Kind, Text, InjectedError]] = []
    for language in sorted(pools):
        work += _chosen(pools[language], kinds(select), per_code, Random(f"{seed} {language}"))
    return texts, work


def _read(folder: str, only: str | None) -> list[Text]:
    texts = []
    for path, source in read_sources(folder):
        if source is None:
            continue
        text = Text(path, source)
        if text.draft.is_resolution and only in (None, text.draft.language):
            texts.append(text)
    return texts


def _sample(texts: list[Text], most: int, seed: int) -> list[Text]:
    """Take at most `most` texts of each language; a seed always gives the same ones."""
    random = Random(seed)
    by_language: dict[str, list[Text]] = defaultdict(list)
    for text in texts:
        by_language[text.draft.language].append(text)
    kept: set[int] = set()
    for group in by_language.values():
        kept.update(map(id, random.sample(group, min(most, len(group)))))
    return [text for text in texts if id(text) in kept]


def _chosen(
    pool: dict[str, list[list[tuple[Text, InjectedError]]]],
    every: list[Kind],
    per_code: int,
    random: Random,
) -> list[tuple[Kind, Text, InjectedError]]:
    """Take `per_code` errors of each code, evenly from its kinds and from many texts."""
    chosen: list[tuple[Kind, Text, InjectedError]] = []
    for code in sorted({kind.code for kind in every}):
        queues: list[list[tuple[Kind, Text, InjectedError]]] = []
        for kind in (kind for kind in every if kind.code == code):
            groups = pool.get(repr(kind), [])
            random.shuffle(groups)
            deep = max((len(group) for group in groups), default=0)
            queue = [
                (kind, *group[depth])
                for depth in range(deep)
                for group in groups
                if depth < len(group)
            ]
            if queue:
                queues.append(queue)
        taken: list[tuple[Kind, Text, InjectedError]] = []
        while queues and len(taken) < per_code:
            taken.extend(queue.pop(0) for queue in queues)
            queues = [queue for queue in queues if queue]
        chosen += taken
    return chosen


def _run(work: list[tuple[Kind, Text, InjectedError]], jobs: int) -> Iterable[Outcome]:
    global _WORK
    if jobs < 2 or len(work) < 100:
        return [judge(text, kind, error) for kind, text, error in work]
    # Kinds hold functions and texts hold drafts: forked processes share them without pickling.
    import multiprocessing

    _WORK = work
    context = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(jobs, mp_context=context) as pool:
        return list(pool.map(_judge_at, range(len(work)), chunksize=16))


_WORK: list[tuple[Kind, Text, InjectedError]] = []


def _judge_at(place: int) -> Outcome:
    kind, text, error = _WORK[place]
    return judge(text, kind, error)


# Reports ----------------------------------------------------------------------------------------


def holds(measured: Recalled) -> bool:
    """Whether all targets are reached: in total, for each code, for safe fixes."""
    return not failures(measured)


def failures(measured: Recalled) -> list[str]:
    """Describe the targets that are missed. A language without errors misses none."""
    found = []
    for language in measured.languages():
        outcomes = [o for o in measured.outcomes if o.language == language]
        rate = sum(o.found for o in outcomes) / len(outcomes) if outcomes else 1.0
        if rate < TOTAL_TARGET:
            found.append(f"{language}: {rate:.1%} of all errors found, not {TOTAL_TARGET:.0%}")
        for code in sorted({o.code for o in outcomes}):
            of_code = [o for o in outcomes if o.code == code]
            rate = sum(o.found for o in of_code) / len(of_code)
            if rate < CODE_TARGET:
                found.append(f"{language}: {rate:.1%} of {code} found, not {CODE_TARGET:.0%}")
            wrong = sum(o.safety == "safe" and o.restores and not o.restored for o in of_code)
            if wrong:
                found.append(f"{language}: {wrong} safe fixes of {code} did not restore the text")
    return found


_HEADS = ("injected", "found", "share", "safe fixes", "restored", "resolved", "extra")


def _figures(outcomes: list[Outcome]) -> tuple[int | str, ...]:
    """The figures of a row, in the order of _HEADS."""
    found = sum(o.found for o in outcomes)
    safe = [o for o in outcomes if o.safety == "safe" and o.restores]
    fixed = [o for o in outcomes if o.safety]
    return (
        len(outcomes),
        found,
        share(found, len(outcomes)),
        len(safe),
        sum(o.restored for o in safe),
        f"{sum(o.resolved for o in fixed)}/{len(fixed)}",
        sum(len(o.extra) for o in outcomes if o.found),
    )


def report(measured: Recalled) -> str:
    """Write the tables as Markdown."""
    parts = [f"# Recall (seed {measured.seed})\n\n"]
    rows = []
    for language in measured.languages():
        outcomes = [o for o in measured.outcomes if o.language == language]
        rows.append((language, measured.texts[language], *_figures(outcomes)))
    parts.append(markdown_table(("language", "texts", *_HEADS), rows))
    for language in measured.languages():
        outcomes = [o for o in measured.outcomes if o.language == language]
        parts += [f"\n## {language} by code\n\n", _grouped(outcomes, "code")]
        parts += [f"\n## {language} by organ\n\n", _grouped(outcomes, "organ")]
        parts += [f"\n## {language} by notation of notes\n\n", _grouped(outcomes, "notation")]
        parts += [f"\n## {language} by kind\n\n", _grouped(outcomes, "code", "kind")]
    wrong = failures(measured)
    parts.append("\n## Targets missed\n\n" if wrong else "\nAll targets are reached.\n")
    parts.extend(f"- {line}\n" for line in wrong)
    return "".join(parts)


def _grouped(outcomes: list[Outcome], *fields: str) -> str:
    groups: dict[tuple[str, ...], list[Outcome]] = defaultdict(list)
    for outcome in outcomes:
        groups[tuple(str(getattr(outcome, field)) for field in fields)].append(outcome)
    rows = [(*key, *_figures(groups[key])) for key in sorted(groups)]
    return markdown_table((*fields, *_HEADS), rows)


def as_json(measured: Recalled) -> dict[str, Any]:
    """The outcome of every error, without quoting the texts, for a JSON file."""
    errors = [
        {name: value for name, value in outcome._asdict().items() if name != "shown"}
        for outcome in measured.outcomes
    ]
    return {
        "seed": measured.seed,
        "texts": dict(measured.texts),
        "seconds": round(measured.seconds, 1),
        "targets missed": failures(measured),
        "errors": errors,
    }


def missed(measured: Recalled) -> str:
    """List missed errors and safe fixes that did not restore the text, for the terminal."""
    lines = []
    for outcome in measured.outcomes:
        wrong = outcome.safety == "safe" and outcome.restores and not outcome.restored
        if outcome.found and not wrong:
            continue
        what = "not restored" if outcome.found else "missed"
        others = f" (others: {', '.join(outcome.extra)})" if outcome.extra else ""
        lines.append(f"{what}: {_named(outcome)}{others}\n    {outcome.shown}")
    return "\n".join(lines)


def extra(measured: Recalled) -> str:
    """List errors that were found but caused other findings as well, for the terminal."""
    return "\n".join(
        f"extra: {_named(outcome)}: {', '.join(outcome.extra)}\n    {outcome.shown}"
        for outcome in measured.outcomes
        if outcome.found and outcome.extra
    )


def _named(outcome: Outcome) -> str:
    where = f"{outcome.path}:{outcome.line}"
    return f"{where}: {outcome.place or '-'}: {outcome.code} {outcome.kind} ({outcome.organ})"
