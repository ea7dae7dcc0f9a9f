"""Processes that check drafts: one hostile draft stops nobody, and none waits for ever.

A process that takes too long, or dies, is replaced; the requests of others go on.
"""

from __future__ import annotations

import asyncio
import gc
from concurrent.futures import CancelledError
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from typing import TYPE_CHECKING, TypeVar

from pebble import ProcessExpired, ProcessPool

if TYPE_CHECKING:
    from collections.abc import Callable

    from reslint.web.options import Limits


Answer = TypeVar("Answer")
_DEATHS = 2
"""Processes that a request may end before it is given up."""
_ATTEMPTS = 4
"""Attempts in all, where others end the processes."""
_PAUSE = 0.05
"""Seconds after which a pool without processes is known to be broken."""
_TASKS = 2_000
"""A process is replaced after this many tasks, so that its memory never grows for long."""


class Busy(Exception):
    """Raised where too many requests wait already."""


class TooSlow(Exception):
    """Raised for a request that was stopped because it took too long."""


class Died(Exception):
    """Raised for a request whose process ended twice."""


class Pool:
    """A pool of processes with a bounded queue and a time limit for each task.

    `running` counts the tasks taken and not yet answered.
    """

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self.running = 0
        self._pool = _new_pool(limits)

    async def start(self) -> None:
        """Start all processes, and wait until one of them can work."""
        for _ in range(self._limits.processes):
            self._pool.schedule(_prepare)
        await asyncio.wrap_future(self._pool.schedule(_prepare))

    async def run(self, work: Callable[..., Answer], *values: object) -> Answer:
        """Return what `work` returns in a process of the pool.

        A process that ends in the middle of it is replaced, and the work is done once more.
        Raises Busy, TooSlow, Died, or what the work itself raises.
        """
        limits = self._limits
        if self.running >= limits.processes + limits.waiting:
            raise Busy
        self.running += 1
        try:
            deaths = 0
            for _ in range(_ATTEMPTS):
                future = self._working_pool().schedule(work, args=values, timeout=limits.seconds)
                try:
                    # Shielded: a browser that goes away does not cost a process.
                    return await asyncio.shield(asyncio.wrap_future(future))
                except TimeoutError:
                    raise TooSlow from None
                except (ProcessExpired, CancelledError):
                    deaths += 1
                    if deaths == _DEATHS:
                        break
                except BrokenProcessPool:
                    # All processes ended at once: some other draft may be to blame.
                    await asyncio.sleep(_PAUSE)
            raise Died
        finally:
            self.running -= 1

    def _working_pool(self) -> ProcessPool:
        """Return the pool; a new one where all processes of the last one ended at once."""
        if not self._pool.active:
            self._pool.stop()  # type: ignore[no-untyped-call]
            self._pool = _new_pool(self._limits)
        return self._pool

    def close(self) -> None:
        """End the processes; a task that runs may finish."""
        self._pool.close()  # type: ignore[no-untyped-call]
        try:
            self._pool.join(timeout=self._limits.seconds)
        except TimeoutError:
            self._pool.stop()  # type: ignore[no-untyped-call]
            self._pool.join()


def _new_pool(limits: Limits) -> ProcessPool:
    return ProcessPool(
        max_workers=limits.processes,
        max_tasks=_TASKS,
        initializer=_prepare,
        # A new interpreter for each: a copy of this process would have its open connections.
        context=get_context("spawn"),
    )


def _prepare() -> None:
    """Load what every check needs: the first request should not wait for it."""
    from reslint.linting.linter import Linter
    from reslint.settings.settings import Settings
    from reslint.text.source import Source

    Linter(Settings()).lint(Source("*The General Assembly*,\n\n1. *Decides* to act.\n"))
    # A draft is thousands of objects that are freed together: collecting garbage after every 700
    # new ones costs a quarter of a check and finds none. What is loaded now stays for good.
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)
