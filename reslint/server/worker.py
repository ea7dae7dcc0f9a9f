"""The one thread in which documents are checked and answers made."""

from __future__ import annotations

import gc
from concurrent.futures import Future
from threading import Condition, Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any


_PAUSE = 0.3  # seconds without a task after which nobody waits


def collect_garbage() -> None:
    """Free what nothing uses, and set aside what is left: the next collections pass it over.

    The drafts that are open are some hundred thousand objects. Looking through all of them in the
    middle of a keystroke took longer than the keystroke.
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()


class Worker:
    """One thread that runs tasks in order.

    A new task replaces a waiting one of the same name, whose future is cancelled: of ten changes
    that come during a check, only the last is checked next. In a pause of `pause` seconds after
    some tasks, `tidy` is called once.
    """

    def __init__(self, tidy: Callable[[], None] = collect_garbage, pause: float = _PAUSE) -> None:
        self._tidy = tidy
        self._pause = pause
        self._waiting: dict[object, tuple[Future[Any], Callable[[], Any]]] = {}
        self._changed = Condition()
        self._closed = False
        self._running: list[object] = []  # the names of the tasks that run, one within the other
        Thread(target=self._run, name="reslint-worker", daemon=True).start()

    def submit(self, work: Callable[[], Any], name: object = None) -> Future[Any]:
        """Queue a task and return its future; a task without a name is never replaced."""
        future: Future[Any] = Future()
        with self._changed:
            former = self._waiting.pop(name, None) if name is not None else None
            self._waiting[object() if name is None else name] = (future, work)
            self._changed.notify()
        if former is not None:
            former[0].cancel()
        return future

    def is_awaited(self, name: object) -> bool:
        """Tell whether a newer task of this name waits."""
        return name in self._waiting

    def run_others(self) -> None:
        """Run the waiting tasks of other names within the running one, which takes long.

        Tasks without a name stay: they may ask for what the running one makes. Called by the
        running task, in the worker's thread.
        """
        while True:
            with self._changed:
                others = (
                    name
                    for name in self._waiting
                    if type(name) is str and name not in self._running
                )
                other = None if self._closed else next(others, None)
                if other is None:
                    return
                future, work = self._waiting.pop(other)
            self._do(other, future, work)

    def close(self) -> None:
        """Start no more tasks; cancel those that wait."""
        with self._changed:
            self._closed = True
            waiting = list(self._waiting.values())
            self._waiting.clear()
            self._changed.notify()
        for future, _ in waiting:
            future.cancel()

    def _run(self) -> None:
        untidy = False
        while True:
            with self._changed:
                while not self._waiting and not self._closed:
                    if not self._changed.wait(self._pause if untidy else None):
                        break
                if self._closed:
                    return
                name = next(iter(self._waiting), None)
                if name is not None:
                    future, work = self._waiting.pop(name)
            if name is None:
                self._tidy()
            else:
                self._do(name, future, work)
            untidy = name is not None

    def _do(self, name: object, future: Future[Any], work: Callable[[], Any]) -> None:
        """Do a task whose future nobody has cancelled."""
        if not future.set_running_or_notify_cancel():
            return
        self._running.append(name)
        try:
            future.set_result(work())
        except BaseException as error:
            future.set_exception(error)
        finally:
            self._running.pop()
