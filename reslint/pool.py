"""The processes of this machine as an executor: they ignore Ctrl-C and end with their parent."""

from __future__ import annotations

import os
import signal
import sys
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

TYPE_CHECKING = False
if TYPE_CHECKING:
    from concurrent.futures import Executor


def process_pool(processes: int) -> Executor:
    """A pool of processes. They are forked where that is safe: then they start warm."""
    if not sys.platform.startswith("linux"):
        return ProcessPoolExecutor(processes, get_context("spawn"), _prepare, (-1, -1))
    read_end, write_end = os.pipe()
    return _ForkedPool(processes, read_end, write_end)


class _ForkedPool(ProcessPoolExecutor):
    """A pool whose processes hold the reading end of a pipe that closes when their parent dies."""

    def __init__(self, processes: int, read_end: int, write_end: int) -> None:
        super().__init__(processes, get_context("fork"), _prepare, (read_end, write_end))
        self._ends = [read_end, write_end]

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        super().shutdown(wait=wait, cancel_futures=cancel_futures)
        while self._ends:
            os.close(self._ends.pop())


def _prepare(read_end: int, write_end: int) -> None:
    """Make a new process ready."""
    # Ctrl-C reaches every process of a terminal; the parent alone decides what ends when.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if read_end < 0:
        return
    os.close(write_end)
    from threading import Thread

    Thread(target=_end_with_parent, args=(read_end,), daemon=True).start()


def _end_with_parent(read_end: int) -> None:
    """Wait for the end of the pipe, which comes when the parent is gone, and end at once.

    A killed parent would else leave processes that wait for work for ever. Files are replaced in
    one step: none is left half written.
    """
    os.read(read_end, 1)
    os._exit(1)
