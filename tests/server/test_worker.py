"""One thread for all documents: a task that takes long lets others pass."""

from __future__ import annotations

from threading import Event

from reslint.server.worker import Worker

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
