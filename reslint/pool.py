"""The processes of this machine as an executor: they ignore Ctrl-C and end with their parent."""

from __future__ import annotations

import os
import signal
import sys
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context, parent_process
from threading import Thread, active_count

TYPE_CHECKING = False
if TYPE_CHECKING:
    from concurrent.futures import Executor


def process_pool(processes: int, method: str = "") -> Executor:
    """A pool of processes, started by a method of `multiprocessing` ("" for a choice of ours).

    They are forked where that is safe, and then start warm: on Linux, out of a process without
    other threads. A lock that one of those holds at that moment would stay locked in the child for
    ever; a language server has such threads.
    """
    forked = sys.platform.startswith("linux") and active_count() == 1
    context = get_context(method or ("fork" if forked else "spawn"))
    return ProcessPoolExecutor(processes, context, _prepare)


def _prepare() -> None:
    """Make a new process ready."""
    # Ctrl-C reaches every process of a terminal; the parent alone decides what ends when.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """Wait until the parent is gone, and end at once.

    A killed parent would else leave processes that wait for work for ever. Files are replaced in
    one step: none is left half written.
    """
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
