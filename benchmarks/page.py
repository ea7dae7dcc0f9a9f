"""How the page answers under load: `python benchmarks/page.py DRAFT [--rate 20] [--seconds 60]`.

A page of its own is started on a free port. Checks of the draft are sent at an even rate, whether
or not earlier ones have been answered. Printed: how many were answered with which status, how
long the answers took, and the memory of the server and its processes before and after.
"""

from __future__ import annotations

import argparse
import asyncio
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from urllib.parse import urlsplit

import httpx


def main() -> int:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("draft", type=Path)
    parser.add_argument("--rate", type=float, default=20.0, help="checks a second (default: 20)")
    parser.add_argument("--seconds", type=float, default=60.0, help="length (default: 60)")
    parser.add_argument("options", nargs="*", help="options of reslint serve, after --")
    arguments = parser.parse_args()
    text = arguments.draft.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        process = subprocess.Popen(
            [sys.executable, "-m", "reslint", "serve", "--port", "0", *arguments.options],
            cwd=folder,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert process.stderr is not None
        line = process.stderr.readline()
        try:
            address = urlsplit(line.removeprefix("reslint serve: ").strip())
            base = f"{address.scheme}://{address.netloc}"
            asyncio.run(_measure(base, process.pid, text, arguments.rate, arguments.seconds))
        finally:
            process.terminate()
            process.wait(60)
    return 0


async def _measure(base: str, process: int, text: str, rate: float, seconds: float) -> None:
    limits = httpx.Limits(max_connections=None)
    async with httpx.AsyncClient(base_url=base, timeout=60, limits=limits) as client:

        async def check() -> tuple[int, float]:
            began = time.perf_counter()
            answer = await client.post("/api/check", json={"text": text})
            return answer.status_code, time.perf_counter() - began

        for _ in range(10):  # the processes are warm
            await check()
        before = _memory(process)
        tasks = []
        start = time.perf_counter()
        for number in range(int(rate * seconds)):
            await asyncio.sleep(max(0.0, start + number / rate - time.perf_counter()))
            tasks.append(asyncio.ensure_future(check()))
        answers = await asyncio.gather(*tasks)
        after = _memory(process)
    times = sorted(taken for status, taken in answers if status == 200)
    statuses = Counter(status for status, _ in answers)
    print(f"{len(answers)} checks at {rate:g} a second: {dict(sorted(statuses.items()))}")
    if times:
        for share in (0.5, 0.95, 0.99):
            print(f"{share:4.0%} under {times[int(len(times) * share)] * 1000:.0f} ms")
    print(f"memory: {before:.0f} MB before, {after:.0f} MB after")


def _memory(process: int) -> float:
    """The memory of a process and its children in MB (Linux)."""
    children = Path(f"/proc/{process}/task/{process}/children").read_text(encoding="ascii").split()
    total = 0
    for one in (process, *map(int, children)):
        status = Path(f"/proc/{one}/status").read_text(encoding="utf-8")
        found = [line.split()[1] for line in status.splitlines() if line.startswith("VmRSS:")]
        total += sum(map(int, found))
    return total / 1024


if __name__ == "__main__":
    sys.exit(main())
