"""Run many jobs, in this process or in several, with the same outcomes in the same order.

The processes belong to a `concurrent.futures.Executor`: that of a cluster can take its place in
`pooled`. Outcomes are yielded in the order of the jobs as soon as they are there, and only a few
per process wait, so that memory does not grow with the number of files.

What only processes need (`multiprocessing`, `concurrent.futures`: 40 ms) is imported in functions.
"""

from __future__ import annotations

import os
import sys
from itertools import chain, islice
from time import monotonic

from reslint.files import check
from reslint.files.job import Job

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from concurrent.futures import Executor, Future

    from rich.progress import Progress, ProgressColumn, Task

    from reslint.files.job import Outcome


ENOUGH_FILES = 20
"""From this number of files on, starting processes saves time."""
_FIRST_ALONE = 2  # files checked before processes start: all others may be cached
_CHUNK = 4  # files sent at once: a message costs about as much as a short draft
_WAITING = 4  # chunks that wait for each process
_AFTER = 1.0  # seconds before a bar shows: short work needs none
_EVERY = 0.1  # seconds between two drawings


def do(job: Job) -> Outcome:
    """Do a job. An error with the file is in the outcome, never an exception."""
    if job.annotate:
        from reslint.files.annotate import annotate_path

        return annotate_path(job)
    if job.fix is not None:
        from reslint.files.fix import fix_path

        return fix_path(job.path, job.named, job.settings, job.fix, job.accepted)
    if job.cached:
        from reslint.files.result_cache import check_cached

        return check_cached(job)
    return check.check_path(job.path, job.named, job.settings, job.accepted)


def outcomes_of(
    work: Iterable[Job | Outcome], count: int, workers: int | None
) -> Iterator[Outcome]:
    """Yield the outcomes of the jobs, in order; an outcome in `work` is passed on in its place.

    `count` is the number of jobs, for the number of processes and the progress bar; `workers` is
    the number of processes, None to choose it here.
    """
    processes = workers or (processors() if count >= ENOUGH_FILES else 1)
    processes = min(processes, count)
    outcomes = _done(work, processes)
    if count >= ENOUGH_FILES and sys.stderr.isatty() and os.environ.get("TERM") != "dumb":
        pass

        return with_progress(outcomes, count)
    return outcomes


def processors() -> int:
    """Return the number of processors that this process may use."""
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1


def _done(work: Iterable[Job | Outcome], processes: int) -> Iterator[Outcome]:
    """Yield the outcomes: in this process while they are cached, then from the others."""
    if processes == 1:
        for one in _after_cache(work):
            yield do(one) if isinstance(one, Job) else one
        return
    rest = iter(_after_cache(work))
    misses = 0
    for one in rest:
        if isinstance(one, Job):
            misses += 1
            if misses > _FIRST_ALONE:
                rest = chain([one], rest)
                break
            yield do(one)
        else:
            yield one
    else:
        return

    yield from pooled(rest, processes, lambda: process_pool(processes))


def _after_cache(work: Iterable[Job | Outcome]) -> Iterator[Job | Outcome]:
    """Yield the work, with the outcome in the place of a job that is cached."""
    from reslint.files.result_cache import look_up

    for one in work:
        if isinstance(one, Job) and one.cached and one.fix is None:
            yield look_up(one) or one
        else:
            yield one


def pooled(
    work: Iterable[Job | Outcome], processes: int, new_executor: Callable[[], Executor]
) -> Iterator[Outcome]:
    """Yield the outcomes of work done by an executor, in order.

    A job that breaks the executor (its process dies) is tried once more alone; if it breaks that
    one, too, its outcome is an error. The others go on with a new executor.
    """
    from collections import deque
    from concurrent.futures import BrokenExecutor

    chunks = _chunks(work)
    waiting: deque[tuple[list[Job | Outcome], Future[list[Outcome]] | None]] = deque()
    executor = new_executor()
    finished = False
    try:
        while True:
            while len(waiting) < processes * _WAITING and (chunk := next(chunks, None)):
                jobs = [one for one in chunk if isinstance(one, Job)]
                waiting.append((chunk, _begin(executor, jobs) if jobs else None))
            if not waiting:
                break
            chunk, future = waiting.popleft()
            try:
                done = iter([] if future is None else future.result())
            except BrokenExecutor:
                executor.shutdown(wait=False, cancel_futures=True)
                executor = new_executor()
                done = iter([_alone(j, new_executor) for j in chunk if isinstance(j, Job)])
                # The chunks that waited were lost with it.
                again = [one for one, _ in waiting]
                waiting.clear()
                chunks = chain(again, chunks)
            yield from (next(done) if isinstance(one, Job) else one for one in chunk)
        finished = True
    finally:
        # After Ctrl-C start nothing new, but let files that are being written be finished.
        executor.shutdown(wait=True, cancel_futures=not finished)


def _begin(executor: Executor, jobs: list[Job]) -> Future[list[Outcome]]:
    """Submit the jobs; for an executor that broke meanwhile, the future raises when asked."""
    from concurrent.futures import BrokenExecutor, Future

    try:
        return executor.submit(do_all, jobs)
    except BrokenExecutor as broken:
        never: Future[list[Outcome]] = Future()
        never.set_exception(broken)
        return never


def _chunks(work: Iterable[Job | Outcome]) -> Iterator[list[Job | Outcome]]:
    """Yield the work in lists of at most _CHUNK."""
    iterator = iter(work)
    while chunk := list(islice(iterator, _CHUNK)):
        yield chunk


def do_all(jobs: list[Job]) -> list[Outcome]:
    """Do the jobs of one message to a process."""
    return [do(job) for job in jobs]


def _alone(job: Job, new_executor: Callable[[], Executor]) -> Outcome:
    """Return the outcome of a job in a process of its own; an error if that dies."""
    from concurrent.futures import BrokenExecutor

    try:
        with new_executor() as executor:
            return executor.submit(do, job).result()
    except BrokenExecutor:
        from reslint.linting.results import FileResult
        from reslint.rulebook import own_codes
        from reslint.text.diagnostics import Problem

        message = "the process that checked this file died (out of memory?)"
        problem = Problem(own_codes.INTERNAL_ERROR, message, job.path)
        result = FileResult(job.path, errors=[problem])
        if job.fix is None:
            return result
        from reslint.files.fix import FixOutcome

        return FixOutcome(result)


def process_pool(processes: int, method: str = "") -> Executor:
    """Return a pool of processes, started by a method of `multiprocessing` ("" to choose it here).

    They are forked, which starts them warm, where that is safe: on Linux, in a process without
    other threads. A lock held by such a thread would stay locked in the child for ever; a language
    server has such threads.
    """
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context
    from threading import active_count

    forked = sys.platform.startswith("linux") and active_count() == 1
    context = get_context(method or ("fork" if forked else "spawn"))
    return ProcessPoolExecutor(processes, context, _prepare)


def _prepare() -> None:
    """Prepare a new process."""
    import signal
    from threading import Thread

    # Ctrl-C reaches every process of a terminal; only the parent decides what ends when.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """Wait until the parent is gone, and end at once.

    Otherwise a killed parent would leave processes that wait for ever. Files are replaced in one
    step, so none is left half written.
    """
    from multiprocessing import parent_process

    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def with_progress(outcomes: Iterator[Outcome], count: int) -> Iterator[Outcome]:
    """Yield the outcomes, with a bar as soon as they take more than _AFTER seconds."""
    started = drawn = monotonic()
    bar: Progress | None = None
    shared = sys.stdout.isatty()
    try:
        for done, outcome in enumerate(outcomes, 1):
            # Where the report is written to the same terminal, the bar makes room for it.
            if bar is not None and shared and _is_reported(outcome):
                bar.stop()
                yield outcome
                bar.start()
                drawn = 0.0
            else:
                yield outcome
            now = monotonic()
            if bar is None and now - started > _AFTER:
                bar = _new_bar()
                bar.add_task("", total=count)
                bar.start()
                drawn = 0.0
            if bar is not None and now - drawn > _EVERY:
                drawn = now
                bar.update(bar.task_ids[0], completed=done)
                bar.refresh()
    finally:
        if bar is not None:
            bar.stop()


def _is_reported(outcome: Outcome) -> bool:
    """Return whether a report shows anything of an outcome."""
    from reslint.linting.results import FileResult

    result = outcome if isinstance(outcome, FileResult) else outcome.result
    return bool(result.diagnostics or result.errors or result.setup_errors) or result is not outcome


def _new_bar() -> Progress:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

    return Progress(
        BarColumn(),
        MofNCompleteColumn(),
        _rate_column(),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        auto_refresh=False,
        transient=True,
        redirect_stdout=False,
        redirect_stderr=False,
    )


def _rate_column() -> ProgressColumn:
    from rich.progress import ProgressColumn
    from rich.text import Text

    class Rate(ProgressColumn):
        """Files a second."""

        def render(self, task: Task) -> Text:
            return Text(f"{task.speed:.0f}/s" if task.speed else "", style="dim")

    return Rate()
