"""Processes that die, take too long, or are asked too much."""

from __future__ import annotations

import asyncio
import os
import signal
from typing import TYPE_CHECKING

import pytest

from reslint.web.options import Limits
from reslint.web.pool import Busy, Died, Pool, TooSlow

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from pathlib import Path

LIMITS = Limits(processes=2, waiting=1, seconds=2)


def in_pool(work: Callable[[Pool], Awaitable[None]]) -> None:
    async def run() -> None:
        pool = Pool(LIMITS)
        try:
            await work(pool)
        finally:
            pool.close()
        assert pool.running == 0

    asyncio.run(run())


def endless() -> None:
    while True:
        pass


def die_once(marker: str) -> str:
    """End this process the first time; the file says that there was one."""
    if not os.path.exists(marker):
        with open(marker, "w"):
            pass
        os.kill(os.getpid(), signal.SIGKILL)
    return "done"


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def fail() -> None:
    raise LookupError("no such draft")


def test_work_without_end_is_stopped_and_stops_nobody() -> None:
    async def work(pool: Pool) -> None:
        slow = asyncio.ensure_future(pool.run(endless))
        assert await pool.run(int, "7") == 7
        with pytest.raises(TooSlow):
            await slow
        assert await pool.run(int, "8") == 8

    in_pool(work)


def test_work_whose_process_is_killed_is_done_once_more(tmp_path: Path) -> None:
    async def work(pool: Pool) -> None:
        marker = str(tmp_path / "marker")
        assert await pool.run(die_once, marker) == "done"

    in_pool(work)


def test_work_that_ends_two_processes_is_given_up() -> None:
    async def work(pool: Pool) -> None:
        with pytest.raises(Died):
            await pool.run(die)
        assert await pool.run(int, "7") == 7

    in_pool(work)


def test_an_error_of_the_work_is_raised() -> None:
    async def work(pool: Pool) -> None:
        with pytest.raises(LookupError, match="no such draft"):
            await pool.run(fail)

    in_pool(work)


def test_no_more_work_than_allowed_waits() -> None:
    async def work(pool: Pool) -> None:
        taken = [asyncio.ensure_future(pool.run(endless)) for _ in range(3)]
        await asyncio.sleep(0)  # each has begun
        with pytest.raises(Busy):
            await pool.run(int, "7")
        for one in taken:
            with pytest.raises(TooSlow):
                await one
        assert await pool.run(int, "7") == 7

    in_pool(work)
