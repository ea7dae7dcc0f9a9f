"""Run commands in turns and measure their time and memory."""

from __future__ import annotations

import os
import statistics
import subprocess
import time
from typing import NamedTuple

_SAMPLE = 0.01  # seconds between two memory samples


class Run(NamedTuple):
    """One run of a command: milliseconds, exit code, megabytes of its largest process.

    The system counts the parent process too, so the megabytes are never below its own.
    """

    milliseconds: float
    code: int
    megabytes: float


def environment() -> dict[str, str]:
    """The environment of a user: Python writes bytecode."""
    env = dict(os.environ)
    env.pop("PYTHONDONTWRITEBYTECODE", None)
    root = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    env["PYTHONPATH"] = os.pathsep.join(filter(None, (root, env.get("PYTHONPATH"))))
    return env


def run(command: list[str]) -> Run:
    """Run a command once."""
    began = time.perf_counter()
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment()
    )
    _, status, usage = os.wait4(process.pid, 0)
    taken = (time.perf_counter() - began) * 1000
    process.returncode = os.waitstatus_to_exitcode(status)
    return Run(taken, process.returncode, usage.ru_maxrss / 1024)


def in_turns(commands: dict[str, list[str]], runs: int) -> dict[str, list[Run]]:
    """Run all commands in turns, so that a busy machine slows all of them."""
    found: dict[str, list[Run]] = {name: [] for name in commands}
    for turn in range(runs + 1):
        for name, command in commands.items():
            each = run(command)
            if turn:  # the first turn warms up caches
                found[name].append(each)
    return found


def median(runs: list[Run]) -> float:
    """The median time in milliseconds."""
    return statistics.median(each.milliseconds for each in runs)


def memory_of_tree(command: list[str]) -> float:
    """The peak memory in megabytes of a command and its children (shared pages counted once)."""
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment()
    )
    most = 0
    while process.poll() is None:
        most = max(most, sum(_kilobytes(pid) for pid in _tree(process.pid)))
        time.sleep(_SAMPLE)
    return most / 1024


def _tree(pid: int) -> list[int]:
    found = [pid]
    try:
        with open(f"/proc/{pid}/task/{pid}/children", encoding="ascii") as stream:
            children = [int(word) for word in stream.read().split()]
    except OSError:
        return found
    for child in children:
        found += _tree(child)
    return found


def _kilobytes(pid: int) -> int:
    """The proportional set size of a process in kilobytes, 0 if unknown."""
    try:
        with open(f"/proc/{pid}/smaps_rollup", encoding="ascii") as stream:
            for line in stream:
                if line.startswith("Pss:"):
                    return int(line.split()[1])
    except (OSError, ValueError):
        pass
    return 0
