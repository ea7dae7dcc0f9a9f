"""Processes: how they are started, and that they end."""

from __future__ import annotations

import os
import subprocess
import sys
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from reslint.files.job import Job
from reslint.files.runs import pooled, process_pool
from reslint.linting.results import FileResult
from reslint.settings.settings import Settings
from tests.conftest import EXAMPLES, ROOT

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="no such signals")
LINUX = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="nothing is forked")

METHODS = ["spawn", pytest.param("fork", marks=LINUX)]

HOW = """
import sys
from threading import Event, Thread
from reslint.files.runs import process_pool
if __name__ == "__main__":
    done = Event()
    if sys.argv[1] == "threads":
        Thread(target=done.wait).start()
    sys.modules["only here"] = sys
    with process_pool(1) as pool:
        print(pool.submit(eval, "'only here' in __import__('sys').modules").result())
    done.set()
"""

LEFT = """
import os, sys, time
from reslint.files.runs import process_pool
if __name__ == "__main__":
    pool = process_pool(2, sys.argv[1])
    pool.submit(os.getpid).result()
    print("ready", flush=True)
    pool.submit(time.sleep, 3600).result()
"""


def script(folder: Path, text: str, argument: str) -> subprocess.Popen[str]:
    (folder / "script.py").write_text(text)
    return subprocess.Popen(
        [sys.executable, "script.py", argument],
        cwd=folder,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        text=True,
    )


@LINUX
@pytest.mark.parametrize(("threads", "forked"), [("alone", "True"), ("threads", "False")])
def test_only_a_process_without_threads_is_forked(
    tmp_path: Path, threads: str, forked: str
) -> None:
    with script(tmp_path, HOW, threads) as process:
        assert process.communicate(timeout=60)[0].strip() == forked
        assert process.returncode == 0


@POSIX
@pytest.mark.parametrize("method", METHODS)
def test_processes_end_with_a_parent_that_is_killed(tmp_path: Path, method: str) -> None:
    with script(tmp_path, LEFT, method) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        process.kill()
        # They hold this end, too: that it closes says that they have gone.
        assert process.stdout.read() == ""


@pytest.mark.parametrize("method", METHODS)
def test_outcomes_are_the_same_however_processes_start(method: str) -> None:
    def work() -> list[Job]:
        return [Job(str(path), True, Settings()) for path in EXAMPLES]

    def results(new_pool: Executor) -> list[tuple[str, list[tuple[str, int, int]]]]:
        outcomes = list(pooled(work(), 2, lambda: new_pool))
        assert all(isinstance(one, FileResult) for one in outcomes)
        return [
            (one.path, [(each.code, each.line, each.column) for each in one.diagnostics])
            for one in outcomes
            if isinstance(one, FileResult)
        ]

    found = results(process_pool(2, method))
    assert len(found) == len(EXAMPLES)
    assert found == results(ThreadPoolExecutor(1))


class SlowAtFirst(ThreadPoolExecutor):
    """Does the first chunk only when the twelfth was begun."""

    def __init__(self) -> None:
        super().__init__(4)
        self.begun = 0
        self.twelve = Event()

    def submit(self, fn: Any, /, *arguments: Any, **others: Any) -> Future[Any]:
        self.begun += 1
        if self.begun == 12:
            self.twelve.set()

        def late() -> Any:
            assert self.twelve.wait(60)
            return fn(*arguments)

        return super().submit(late) if self.begun == 1 else super().submit(fn, *arguments)


def test_others_get_work_while_one_process_takes_long() -> None:
    jobs = [Job(str(EXAMPLES[number % 4]), True, Settings()) for number in range(80)]
    found = [one.path for one in pooled(jobs, 2, SlowAtFirst) if isinstance(one, FileResult)]
    assert found == [job.path for job in jobs]
