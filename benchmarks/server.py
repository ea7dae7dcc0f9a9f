"""Measure how long an editor waits for the language server, from an edit to its findings.

    python benchmarks/server.py                  drafts of 80 KB and 500 KB, 500 edits each
    python benchmarks/server.py --edits 100 --many 1000 --sizes 80

Runs the real process through its pipes. Each edit waits for the findings of its own version. The
times include everything: sending the message, reading and checking the draft, and reading the
answer. The drafts are written for this benchmark.
"""

from __future__ import annotations

import argparse
import random
import statistics
import sys
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.speed_texts import draft_of  # noqa: E402
from reslint.text.source import Source  # noqa: E402
from tests.server.client import ProcessClient, span  # noqa: E402

_LETTERS = "abcdefghij ,;"


class Typist:
    """A draft that is open in a server, with its current text."""

    def __init__(self, client: ProcessClient, uri: str, text: str) -> None:
        self._client = client
        self._uri = uri
        self._version = 1
        self.text = text
        client.open(uri, text)
        client.pushed(uri, 1)

    def edit(self, start: int, end: int, new: str) -> float:
        """Make an edit. Returns the seconds until its findings arrive."""
        source = Source(self.text)
        (line, column), (end_line, end_column) = source.position(start), source.position(end)
        place = span(line - 1, column - 1, end_line - 1, end_column - 1)
        self.text = self.text[:start] + new + self.text[end:]
        self._version += 1
        begun = time.perf_counter()
        self._client.change(self._uri, self._version, {"range": place, "text": new})
        self._client.pushed(self._uri, self._version)
        done = time.perf_counter() - begun
        self._client.seen.clear()
        self._client._position = 0
        return done


def characters(typist: Typist, count: int, chance: random.Random) -> list[float]:
    """Time edits of one character at random places, inserted or deleted."""
    times = []
    for _ in range(count):
        at = chance.randrange(len(typist.text) - 1)
        if chance.random() < 0.3 and typist.text[at] not in "\r\n":
            times.append(typist.edit(at, at + 1, ""))
        else:
            times.append(typist.edit(at, at, chance.choice(_LETTERS)))
    return times


def undone(typist: Typist, count: int, chance: random.Random) -> None:
    """Insert single characters at random places; each is deleted by the next edit."""
    for _ in range(count // 2):
        at = chance.randrange(len(typist.text) - 1)
        typist.edit(at, at, chance.choice(_LETTERS))
        typist.edit(at, at + 1, "")


def paragraphs(typist: Typist, count: int, chance: random.Random) -> list[float]:
    """Time inserting a paragraph (all later numbers are then wrong) and deleting it."""
    times = []
    for _ in range(count):
        at = typist.text.index("\n\n2. ") + 2
        new = "2. *Invites* the councils to count the books once more;\n\n"
        times.append(typist.edit(at, at, new))
        times.append(typist.edit(at, at + len(new), ""))
    return times


def pages(typist: Typist, count: int, chance: random.Random) -> list[float]:
    """Time cutting a page of the draft (3,000 characters) and pasting it back."""
    times = []
    for _ in range(count):
        at = chance.randrange(len(typist.text) - 3_000)
        cut = typist.text[at : at + 3_000]
        times.append(typist.edit(at, at + 3_000, ""))
        times.append(typist.edit(at, at, cut))
    return times


def row(name: str, times: list[float]) -> str:
    """Write a row: median, 95th and 99th percentile, and maximum, in milliseconds."""
    ordered = sorted(times)
    at = [ordered[min(len(ordered) - 1, int(len(ordered) * part))] for part in (0.95, 0.99)]
    values = [statistics.median(ordered), *at, ordered[-1]]
    return f"{name:34}" + "".join(f"{value * 1000:9.1f}" for value in values)


def memory(client: ProcessClient) -> float:
    """The memory of the server in MB, 0 if unknown."""
    try:
        status = Path(f"/proc/{client.process.pid}/status").read_text(encoding="ascii")
    except OSError:
        return 0.0
    line = next(line for line in status.splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


def start_times(text: str, count: int) -> tuple[list[float], list[float]]:
    """The seconds from process start to the `initialize` answer, and to the first findings."""
    ready, first = [], []
    for _ in range(count):
        begun = time.perf_counter()
        client = ProcessClient()
        try:
            client.start({}, {"status": False}, encodings=["utf-32"])
            ready.append(time.perf_counter() - begun)
            client.open("file:///drafts/start.md", text)
            client.pushed("file:///drafts/start.md", 1)
            first.append(time.perf_counter() - begun)
        finally:
            client.kill()
    return ready, first


def main(arguments: list[str]) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--edits", type=int, default=500, help="edits of one character")
    parser.add_argument("--many", type=int, default=10_000, help="edits in the memory test")
    parser.add_argument(
        "--sizes", type=int, nargs="*", default=[80, 500], help="sizes of the drafts in KB"
    )
    parser.add_argument("--starts", type=int, default=5, help="number of process starts")
    given = parser.parse_args(arguments)
    chance = random.Random(80118)
    bare: list[float] = []
    for _ in range(5):
        import subprocess

        begun = time.perf_counter()
        subprocess.run([sys.executable, "-c", "pass"], check=True)
        bare.append(time.perf_counter() - begun)
    print(f"{'milliseconds':34}{'median':>9}{'95 %':>9}{'99 %':>9}{'max':>9}")
    print(row("python -c pass", bare))
    ready, first = start_times(draft_of(80_000), given.starts)
    print(row("start to initialize", ready))
    print(row("start to first findings (80 KB)", first))
    for size in given.sizes:
        client = ProcessClient()
        client.strict = False
        try:
            client.start({}, {"status": False, "typingPause": 60_000}, encodings=["utf-32"])
            # A new draft each time: random edits leave one that nobody would write.
            for name, work, count in (
                ("a character", characters, given.edits),
                ("a paragraph", paragraphs, 20),
                ("a page", pages, 20),
            ):
                uri = f"file:///drafts/{size}-{work.__name__}.md"
                typist = Typist(client, uri, draft_of(size * 1_000))
                print(row(f"{size} KB: {name}", work(typist, count, chance)), flush=True)
                client.close(uri)
                client.pushed(uri)
        finally:
            client.kill()
    if given.many:
        print(memory_line(given.many, chance))
    return 0


def memory_line(many: int, chance: random.Random) -> str:
    """Write the memory of a server after its first edits, and after each tenth of all.

    Each edit is undone: a draft full of random characters would fill memory with findings.
    """
    client: Any = ProcessClient()
    client.strict = False
    try:
        client.start({}, {"status": False, "typingPause": 60_000}, encodings=["utf-32"])
        typist = Typist(client, "file:///drafts/memory.md", draft_of(80_000))
        said = []
        for part in (100, *[many // 10] * 10):
            undone(typist, part, chance)
            said.append(f"{memory(client):.0f}")
        return f"memory in MB after 100 edits and every {many // 10} more: {', '.join(said)}"
    finally:
        client.kill()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
