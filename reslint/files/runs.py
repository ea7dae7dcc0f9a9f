"""Run many jobs, in this process or in several, with the same outcomes in the same order.

The processes belong to a `concurrent.futures.Executor`: that of a cluster (`cluster.py`) takes its
place in `pooled`. Outcomes are yielded in the order of the jobs as soon as they are there, and only
a few per process wait, so that memory does not grow with the number of files.

What only processes need (`multiprocessing`, `concurrent.futures`: 40 ms) is imported in functions.
"""

from __future__ import annotations

import os
import sys
from itertools import chain, islice

from reslint.files import check
from reslint.files.job import Job

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections import deque
    from collections.abc import Callable, Iterable, Iterator
    from concurrent.futures import Executor, Future

    from reslint.files.job import Outcome

    Waiting = tuple[list[Job | Outcome], Future[list[Outcome]] | None]


ENOUGH_FILES = 20
"""From this number of files on, starting processes saves time."""
_FIRST_ALONE = 2  # files checked before processes start: all others may be cached
_CHUNK = 4  # files sent at once: a message costs about as much as a short draft
_WAITING = 4  # chunks that wait for each process
_AHEAD = 8  # times as many chunks wait while one at the head takes long


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
    work: Iterable[Job | Outcome], count: int, workers: int | str | None
) -> Iterator[Outcome]:
    """Yield the outcomes of the jobs, in order; an outcome in `work` is passed on in its place.

    `count` is the number of jobs, for the number of processes and the progress bar; `workers` is
    the number of processes, None to choose it here, or the address of a cluster.
    """
    if isinstance(workers, str):
        outcomes = _on_cluster(work, workers)
    else:
        processes = workers or (processors() if count >= ENOUGH_FILES else 1)
        outcomes = _done(work, min(processes, count))
    if count >= ENOUGH_FILES and sys.stderr.isatty() and os.environ.get("TERM") != "dumb":
        from reslint.files.progress import with_progress

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


def _on_cluster(work: Iterable[Job | Outcome], address: str) -> Iterator[Outcome]:
    """Yield the outcomes of work done by a cluster. Raises ClusterError."""
    from reslint.files.cluster import CHUNK, Cluster

    rest = iter(_after_cache(work))
    for one in rest:
        if not isinstance(one, Job):
            yield one
            continue
        cluster = Cluster(address, one.path)
        try:
            left = chain([one], rest)
            yield from pooled(left, cluster.processes, cluster.executor, size=CHUNK)
        finally:
            cluster.close()


def _after_cache(work: Iterable[Job | Outcome]) -> Iterator[Job | Outcome]:
    """Yield the work, with the outcome in the place of a job that is cached."""
    from reslint.files.result_cache import look_up

    for one in work:
        if isinstance(one, Job) and one.cached and one.fix is None:
            yield look_up(one) or one
        else:
            yield one


def pooled(
    work: Iterable[Job | Outcome],
    processes: int,
    new_executor: Callable[[], Executor],
    *,
    size: int = _CHUNK,
) -> Iterator[Outcome]:
    """Yield the outcomes of work done by an executor, in order; it gets `size` jobs at once.

    A job that breaks the executor (its process dies) is tried once more alone; if it breaks that
    one, too, its outcome is an error. The others go on with a new executor. While one process takes
    long, the others get work from further on.
    """
    from collections import deque
    from concurrent.futures import BrokenExecutor
    from threading import Event

    chunks = _chunks(work, size)
    some_done = Event()
    waiting: deque[Waiting] = deque()
    executor = new_executor()
    finished = False
    try:
        while True:
            some_done.clear()
            while _has_room(waiting, processes * _WAITING) and (chunk := next(chunks, None)):
                jobs = [one for one in chunk if isinstance(one, Job)]
                future = _begin(executor, jobs) if jobs else None
                if future is not None:
                    future.add_done_callback(lambda _: some_done.set())
                waiting.append((chunk, future))
            if not waiting:
                break
            if not _is_done(waiting[0]):
                some_done.wait()
                continue
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


def _has_room(waiting: deque[Waiting], most: int) -> bool:
    """Return whether another chunk may be begun: `most` wait, more only behind a slow one."""
    if len(waiting) < most:
        return True
    if len(waiting) >= most * _AHEAD or _is_done(waiting[0]):
        return False
    return sum(not _is_done(one) for one in waiting) < most


def _is_done(one: Waiting) -> bool:
    return one[1] is None or one[1].done()


def _begin(executor: Executor, jobs: list[Job]) -> Future[list[Outcome]]:
    """Submit the jobs; for an executor that broke meanwhile, the future raises when asked."""
    from concurrent.futures import BrokenExecutor, Future

    try:
        return executor.submit(do_all, jobs)
    except BrokenExecutor as broken:
        never: Future[list[Outcome]] = Future()
        never.set_exception(broken)
        return never


def _chunks(work: Iterable[Job | Outcome], size: int) -> Iterator[list[Job | Outcome]]:
    """Yield the work in lists of at most `size`."""
    iterator = iter(work)
    while chunk := list(islice(iterator, size)):
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
