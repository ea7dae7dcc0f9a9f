"""One thread for all documents: a task that takes long lets others pass."""

from __future__ import annotations

import gc
from threading import Event

from reslint.server.worker import Worker, collect_garbage

LIMIT = 30


def test_others_run_within_a_task_that_takes_long() -> None:
    worker, started, queued = Worker(), Event(), Event()
    order: list[str] = []

    def slow() -> None:
        started.set()
        assert queued.wait(LIMIT)
        assert worker.is_awaited("slow")
        worker.run_others()
        order.append("slow")

    first = worker.submit(slow, "slow")
    assert started.wait(LIMIT)
    unnamed = worker.submit(lambda: order.append("unnamed"))
    other = worker.submit(lambda: order.append("other"), "other")
    again = worker.submit(lambda: order.append("slow again"), "slow")
    queued.set()
    for each in (first, other, unnamed, again):
        each.result(LIMIT)
    worker.close()
    # What has no name may ask for what the task makes; a newer one of its name follows it.
    assert order == ["other", "slow", "unnamed", "slow again"]


def test_memory_is_tidied_once_in_a_pause_after_tasks() -> None:
    tidied: list[str] = []
    paused = Event()

    def tidy() -> None:
        tidied.append("tidy")
        paused.set()

    worker = Worker(tidy, 0.01)
    for _ in range(2):
        worker.submit(lambda: tidied.append("task")).result(LIMIT)
        assert paused.wait(LIMIT)
        paused.clear()
    # Without another task there is nothing to tidy.
    assert not paused.wait(0.1)
    worker.close()
    assert tidied == ["task", "tidy", "task", "tidy"]


def test_what_is_open_is_passed_over_by_later_collections() -> None:
    frozen = gc.get_freeze_count()
    try:
        collect_garbage()
        assert gc.get_freeze_count() > 1000
        collect_garbage()
        assert gc.get_freeze_count() > 1000
    finally:
        if not frozen:
            gc.unfreeze()
