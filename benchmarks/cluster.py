"""Measure what checking many texts costs: one process, two, and a cluster on this machine.

    python benchmarks/cluster.py FOLDER [--copies N] [--workers N]

It starts a scheduler and workers here, checks the folder's texts (copied N times) without a cache,
and prints for each part the processor time per document and the most memory. Times of the processor
are compared, for the time on the clock depends on what else the machine does.
"""

from __future__ import annotations

import argparse
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from distributed import Client

_TICK = os.sysconf("SC_CLK_TCK")
_LIMIT = 120


def started(module: str, *arguments: str) -> subprocess.Popen[bytes]:
    """Start a program of dask.distributed."""
    command = (sys.executable, "-m", f"distributed.cli.{module}", *arguments, "--no-dashboard")
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def used(pid: int) -> tuple[float, float]:
    """Return the seconds of processor time and the most MB of memory of a process so far."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    status = Path(f"/proc/{pid}/status").read_text()
    most = next(line for line in status.splitlines() if line.startswith("VmHWM"))
    return (int(fields[11]) + int(fields[12])) / _TICK, int(most.split()[1]) / 1024


def check(folder: str, jobs: str) -> tuple[float, float, float]:
    """Check a folder; return seconds on the clock, of the processors, and the most MB of memory."""
    command = ("check", folder, "--no-cache", "--statistics=only", "--exit-zero", "--jobs", jobs)
    began = time.monotonic()
    process = subprocess.Popen(
        [sys.executable, "-m", "reslint", *command], stdout=subprocess.DEVNULL
    )
    _, _, usage = os.wait4(process.pid, 0)
    seconds = time.monotonic() - began
    return seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def line(name: str, documents: int, seconds: float, processor: float, memory: float) -> None:
    """Print a row."""
    clock = f"{seconds:7.1f}" if seconds else " " * 7
    print(f"{name:32}{clock}{processor:9.2f}{processor / documents * 1000:10.2f}{memory:8.0f}")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--copies", type=int, default=1)
    parser.add_argument("--workers", type=int, default=2)
    arguments = parser.parse_args()
    texts = sorted(one for one in arguments.folder.rglob("*.md"))
    documents = len(texts) * arguments.copies
    size = sum(one.stat().st_size for one in texts) / len(texts) / 1000
    print(f"{documents} documents of {size:.1f} KB on average")
    print(f"{'':32}{'s':>7}{'CPU s':>9}{'CPU ms/d':>10}{'MB':>8}")
    with tempfile.TemporaryDirectory() as folder:
        for copy in range(arguments.copies):
            for number, text in enumerate(texts):
                shutil.copy(text, Path(folder) / f"{copy:03}-{number:05}.md")
        line("one process", documents, *check(folder, "1"))
        line("two processes (the first)", documents, *check(folder, "2"))
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        address = f"tcp://127.0.0.1:{port}"
        scheduler = started("dask_scheduler", "--host", "127.0.0.1", "--port", str(port))
        options = (address, "--nthreads", "1", "--no-nanny", "--local-directory", folder + "-work")
        workers = [started("dask_worker", *options) for _ in range(arguments.workers)]
        try:
            with Client(address, timeout=_LIMIT) as client:  # type: ignore[no-untyped-call]
                client.wait_for_workers(arguments.workers, timeout=_LIMIT)
            before = [used(one.pid) for one in (scheduler, *workers)]
            line("client of the cluster", documents, *check(folder, f"dask://127.0.0.1:{port}"))
            after = [used(one.pid) for one in (scheduler, *workers)]
        finally:
            for one in (*workers, scheduler):
                one.kill()
                one.wait()
            shutil.rmtree(folder + "-work", ignore_errors=True)
        spent = [new[0] - old[0] for new, old in zip(after, before, strict=True)]
        line("scheduler", documents, 0, spent[0], after[0][1])
        line("workers", documents, 0, sum(spent[1:]), max(one[1] for one in after[1:]))


if __name__ == "__main__":
    main()
