"""The workers of a cluster as an executor: `--jobs dask://HOST:PORT`.

It has the interface of `concurrent.futures` that the local processes have, so that `pooled` runs
both; outcomes and their order are those of one process. dask.distributed (the extra `cluster`)
gives a chunk whose worker died to another; one that kills several is tried file by file.
"""

from __future__ import annotations

import logging
import os
import warnings
from concurrent.futures import BrokenExecutor, Executor, Future
from functools import partial
from threading import Event, Lock, Thread

from distributed import Client
from distributed.scheduler import KilledWorker

from reslint.files import on_worker
from reslint.files.job import Job
from reslint.files.parcels import bundle_of, parcel, stamp_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from reslint.files.job import Outcome
    from reslint.files.parcels import Stamp
    from reslint.settings.settings import Settings

    Outcomes = Future[Any]


CHUNK = 16
"""Files sent at once: a message costs the scheduler about a millisecond."""
SCHEME = "dask://"
_CONNECT = 10  # seconds until a scheduler must have answered
_NO_WORKERS = 30  # seconds without any worker until a run is given up
_EVERY = 1.0  # seconds between two looks at the workers
_FEWEST = 8  # the workers for which chunks are kept ready, also while fewer are there


class ClusterError(Exception):
    """The cluster cannot do the work; the text says why."""


class Cluster:
    """A connection to a scheduler whose workers fit. Raises ClusterError.

    `first` is the path of a file of the work: if all workers see it as it is here, files travel as
    paths. `processes` is the number of workers for which `pooled` keeps work ready.
    """

    def __init__(self, address: str, first: str) -> None:
        self.address = address
        self._bundles: dict[tuple[tuple[str, ...], tuple[str, ...]], Any] = {}
        self._open: set[Outcomes] = set()
        self._lock = Lock()
        self._closing = Event()
        # It prints what it meets on its way; what matters is said by the errors here.
        logging.getLogger("distributed").setLevel(logging.CRITICAL)
        warnings.filterwarnings("ignore", module="distributed")
        try:
            self._client = Client(  # type: ignore[no-untyped-call]
                "tcp://" + address.removeprefix(SCHEME),
                timeout=_CONNECT,
                set_as_default=False,
                name="reslint",
            )
        except (OSError, ValueError) as error:
            raise ClusterError(f"{address}: no scheduler answers there") from error
        try:
            self.shared = self._greet(os.path.abspath(first), stamp_of(first))
        except BaseException:
            self.close()
            raise
        self.processes = max(self._workers(), _FEWEST)
        Thread(target=self._watch, daemon=True).start()

    def executor(self) -> Executor:
        """Return an executor on the workers; several may be made, one after another."""
        return _OnWorkers(self)

    def close(self) -> None:
        """End the connection; the scheduler and its workers go on."""
        self._closing.set()
        self._client.close()  # type: ignore[no-untyped-call]

    def _greet(self, path: str, stamp: Stamp | None) -> bool:
        """Ask all workers for their versions; return whether all see the file at `path`."""
        try:
            self._client.wait_for_workers(1, timeout=_CONNECT)
        except TimeoutError:
            raise ClusterError(f"{self.address}: the scheduler has no workers") from None
        answers = self._client.run(
            on_worker.greet, on_worker.versions(), path, stamp, on_error="return"
        )
        for worker, answer in answers.items():
            if isinstance(answer, ModuleNotFoundError):
                raise ClusterError(f"worker {worker}: the package {answer.name} is not installed")
            if isinstance(answer, BaseException):
                raise ClusterError(f"worker {worker}: {type(answer).__name__}: {answer}")
            self._refuse(worker, answer[0])
        return all(sees for _, sees in answers.values())

    def _refuse(self, worker: str, different: str) -> None:
        if different:
            raise ClusterError(_misfit(f"worker {worker}", different))

    def _workers(self) -> int:
        return len(self._client.nthreads())  # type: ignore[no-untyped-call]

    def _watch(self) -> None:
        """Give up what was sent when no worker is left for long."""
        without = 0.0
        while not self._closing.wait(_EVERY):
            try:
                without = 0.0 if self._workers() else without + _EVERY
            except Exception:  # the connection is gone: its futures say so
                continue
            if without > _NO_WORKERS:
                for future in tuple(self._open):
                    self.answer(future, error=ClusterError(f"{self.address}: no worker is left"))

    def answer(
        self, future: Outcomes, value: object = None, error: BaseException | None = None
    ) -> None:
        """Set the result of a future, unless it has one."""
        with self._lock:
            self._open.discard(future)
            if future.done():
                return
            if error is None:
                future.set_result(value)
            else:
                future.set_exception(error)

    def send(
        self, executor: Executor, jobs: list[Job], future: Outcomes, *, shared: bool
    ) -> Outcomes:
        """Send jobs to a worker through dask's executor; return dask's future of their outcomes."""
        self._open.add(future)
        bundles: list[Any] = []
        parcels = []
        for job in jobs:
            place = -1
            bundle = self._bundle(job.settings)
            if bundle is not None:
                if bundle not in bundles:
                    bundles.append(bundle)
                place = bundles.index(bundle)
            parcels.append(parcel(job, place, shared=shared))
        return executor.submit(on_worker.carry_out, on_worker.versions(), parcels, bundles)

    def dask_executor(self) -> Executor:
        """Return dask's own executor."""
        made: Executor = self._client.get_executor(pure=False)  # type: ignore[no-untyped-call]
        return made

    def _bundle(self, settings: Settings) -> Any:
        """Return a future of the house rules of settings, None without any.

        It is the result of a task, not data of one worker: if that worker dies, it is made again.
        """
        key = settings.rule_folders, settings.registries
        if not any(key):
            return None
        if key not in self._bundles:
            try:
                bundle = bundle_of(*key)
            except OSError as error:
                raise ClusterError(f"{error.filename}: {error.strerror}") from error
            name = f"reslint-rules-{bundle.name}"
            self._bundles[key] = self._client.submit(on_worker.keep, bundle, key=name)
        return self._bundles[key]


class _OnWorkers(Executor):
    """Takes jobs as `runs.do` and `runs.do_all` do, and has workers do them."""

    def __init__(self, cluster: Cluster) -> None:
        self._cluster = cluster
        self._executor = cluster.dask_executor()

    def submit(self, function: Any, /, *arguments: Any, **_: Any) -> Outcomes:
        """Send a job, or a list of jobs; the future has the outcome, or the list of them."""
        (work,) = arguments
        future: Outcomes = Future()
        self._send(future, work, shared=self._cluster.shared)
        return future

    def _send(self, future: Outcomes, work: Job | list[Job], *, shared: bool) -> None:
        jobs = [work] if isinstance(work, Job) else work
        sent = self._cluster.send(self._executor, jobs, future, shared=shared)
        sent.add_done_callback(partial(self._arrived, future, work, shared))

    def _arrived(
        self, future: Outcomes, work: Job | list[Job], shared: bool, sent: Outcomes
    ) -> None:
        cluster = self._cluster
        if sent.cancelled():
            cluster.answer(
                future, error=ClusterError(f"{cluster.address}: the connection was lost")
            )
            return
        error = sent.exception()
        if error is None:
            outcomes: list[Outcome] = sent.result()
            cluster.answer(future, outcomes[0] if isinstance(work, Job) else outcomes)
        elif isinstance(error, on_worker.NotShared) and shared:
            # A worker that joined later, on another machine: it gets the bytes.
            self._send(future, work, shared=False)
        elif isinstance(error, KilledWorker):
            cluster.answer(future, error=BrokenExecutor(str(error)))
        elif isinstance(error, on_worker.DoesNotFit):
            cluster.answer(future, error=ClusterError(_misfit("a worker", str(error))))
        else:
            text = f"{cluster.address}: {type(error).__name__}: {error}"
            cluster.answer(future, error=ClusterError(text))

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Wait for what was sent, or cancel it."""
        self._executor.shutdown(wait=wait and not cancel_futures)


def _misfit(worker: str, different: str) -> str:
    return f"{worker} does not fit this machine: {different} (install the same versions)"
