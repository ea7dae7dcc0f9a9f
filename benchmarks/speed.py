"""Measure speed against `python -c pass` and other linters: `speed.py [--markdown F]`."""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from typing import TYPE_CHECKING

if __package__ in (None, ""):
    sys.path[0] = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))

from benchmarks.running import environment, in_turns, median, memory_of_tree
from benchmarks.speed_texts import write_texts
from benchmarks.tables import markdown_table, write_text
from reslint.documents import read_file
from reslint.draft.reader import read_draft
from reslint.revisions.new_word_file import new_word_file

if TYPE_CHECKING:
    from collections.abc import Iterator

PEERS = {
    "proselint": ["proselint", "check"],
    "codespell": ["codespell"],
    "typos": ["typos"],
    "sphinx-lint": ["sphinx-lint", "--enable", "all", "--ext", "md"],
    "harper-cli": ["harper-cli", "lint"],
    "textlint": ["textlint"],
    "vale": ["vale"],
}
_TIMING = os.path.join(os.path.dirname(os.path.abspath(__file__)), "timing.py")
_WORD = "80 KB, Word"
_SEEDS = {"48 KB": ("E_RES_2020_12.fr.md",), "80 KB": ("A_RES_80_118.fr.md",)}


def main(arguments: list[str] | None = None) -> int:
    """Measure and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--seeds", metavar="FOLDER", help="real drafts for the 48 and 80 KB rows")
    parser.add_argument("--many", metavar="FOLDER", help="a folder for the row of 100 files")
    parser.add_argument(
        "--peers", action="store_true", help="measure other installed linters as well"
    )
    parser.add_argument(
        "--profile", action="store_true", help="only show where a warm lint spends its time"
    )
    parser.add_argument("--markdown", metavar="F", help="write the tables to this file")
    parsed = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        paths = write_texts(folder)
        for name, files in _SEEDS.items():
            for each in files:
                path = os.path.join(parsed.seeds or "", each)
                if parsed.seeds and os.path.exists(path):
                    paths[name] = path
        paths[_WORD] = as_word(paths["80 KB"], folder)
        if parsed.many:
            paths["many"] = parsed.many
        parts = []
        for part in [profile(paths["80 KB"])] if parsed.profile else _measure(paths, parsed):
            print(part, flush=True)
            parts.append(part)
    if parsed.markdown:
        write_text(parsed.markdown, "\n".join(parts))
    return 0


def _measure(paths: dict[str, str], parsed: argparse.Namespace) -> Iterator[str]:
    """Yield each table as soon as it is measured."""
    yield f"# Speed\n\n{os.cpu_count()} cores, Python {sys.version.split()[0]}, medians.\n"
    yield "## Start to finish\n\n" + whole_commands(paths, parsed.runs)
    yield "## Warm, in one process\n\n" + warm(paths, parsed.runs)
    if parsed.peers:
        yield "## Other linters\n\n" + peers(paths, max(parsed.runs // 3, 3))
    yield "## Memory\n\n" + memory(paths)


def reslint(path: str, *options: str) -> list[str]:
    """The command that checks a path: the installed one, or else the module."""
    beside = os.path.join(os.path.dirname(sys.executable), "reslint")
    command = [beside] if os.path.exists(beside) else [sys.executable, "-m", "reslint"]
    return [*command, "check", "--format", "concise", *options, path]


def as_word(path: str, folder: str) -> str:
    """Write a draft as a Word file into a folder; return its path."""
    word = os.path.join(folder, "draft.docx")
    with open(word, "wb") as stream:
        stream.write(new_word_file(read_draft(read_file(path))))
    return word


def whole_commands(paths: dict[str, str], runs: int) -> str:
    """Time whole commands, also as multiples of `python -c pass`."""
    nothing = [sys.executable, "-c", "pass"]
    short = {"python -c pass": nothing}
    short |= {name: reslint(paths[name]) for name in ("short", "48 KB", "80 KB", _WORD)}
    found = in_turns(short, runs)
    long = {"python -c pass": nothing}
    long |= {name: reslint(paths[name]) for name in ("1.25 MB", "2.5 MB", "5 MB")}
    long["100 files"] = reslint(paths["many"])
    long["100 files, one process"] = reslint(paths["many"], "--jobs", "1")
    again = in_turns(long, max(runs // 7, 1))
    rows = []
    for group in (found, again):
        base = median(group["python -c pass"])
        rows += [
            (
                name,
                round(median(each), 1),
                round(min(one.milliseconds for one in each), 1),
                round(median(each) / base, 1),
                str(each[0].code),
            )
            for name, each in group.items()
        ]
    return markdown_table(("work", "ms", "fastest", "x python -c pass", "exit code"), rows)


def _timing(command: str, path: str, runs: int) -> dict[str, float]:
    done = subprocess.run(
        [sys.executable, _TIMING, command, path, str(runs)],
        env=environment(),
        capture_output=True,
        text=True,
        check=True,
    )
    figures: dict[str, float] = json.loads(done.stdout)
    return figures


def warm(paths: dict[str, str], runs: int) -> str:
    """Time a lint in one process with everything loaded."""
    rows = []
    for name in ("short", "48 KB", "80 KB", "1.25 MB", "2.5 MB", "5 MB"):
        figures = _timing("lint", paths[name], 2 if name.endswith("MB") else runs)
        rows.append(
            (
                name,
                int(figures["characters"]),
                round(figures["median"], 2),
                round(figures["fastest"], 2),
                round(figures["processor"], 2),
                round(figures["characters"] / figures["median"] / 1000, 1),
                int(figures["findings"]),
            )
        )
    heads = ("text", "characters", "ms", "fastest", "processor", "MB a second", "findings")
    return markdown_table(heads, rows)


def memory(paths: dict[str, str]) -> str:
    """Measure the megabytes of one command on each text, all processes together."""
    rows = [
        (name, round(memory_of_tree(reslint(paths[name])), 1))
        for name in ("short", "80 KB", "5 MB", "many")
    ]
    return markdown_table(("work", "MB"), rows)


def peers(paths: dict[str, str], runs: int) -> str:
    """Time other installed linters on the same texts."""
    rows: list[tuple[str, str, str, str]] = []
    for name, command in PEERS.items():
        if shutil.which(command[0]) is None:
            rows.append((name, "not installed", "", ""))
            continue
        commands = {
            "reslint": reslint(paths["48 KB"]),
            "48 KB": [*command, paths["48 KB"]],
            "short": [*command, paths["short"]],
        }
        found = in_turns(commands, runs)
        ratio = median(found["48 KB"]) / median(found["reslint"])
        short, long = (f"{median(found[each]):.0f}" for each in ("short", "48 KB"))
        rows.append((name, short, long, f"{ratio:.1f}"))
    return markdown_table(("linter", "short, ms", "48 KB, ms", "x reslint on 48 KB"), rows)


def profile(path: str) -> str:
    """Show where a warm lint spends its time: blocks, draft, rule families, slowest rules."""
    stages = _timing("profile", path, 20)
    families: dict[str, float] = {}
    for name, taken in stages.items():
        family = name.rstrip("0123456789")
        families[family] = families.get(family, 0.0) + taken
    total = sum(stages.values())
    rows = [(f, round(ms, 2), f"{100 * ms / total:.0f} %") for f, ms in families.items()]
    slowest = sorted(stages.items(), key=lambda item: -item[1])[:12]
    parts = ["# Where a warm lint spends its time\n\n"]
    parts.append(markdown_table(("stage", "ms", "share"), [*rows, ("all", round(total, 2), "")]))
    parts.append("\n## Slowest\n\n")
    parts.append(markdown_table(("stage or rule", "ms"), [(n, round(ms, 3)) for n, ms in slowest]))
    return "".join(parts)


if __name__ == "__main__":
    sys.exit(main())
