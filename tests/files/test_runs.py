"""Many files: processes, cache, interruptions; always the outcomes of one file after another."""

from __future__ import annotations

import os
import pty
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import BrokenExecutor, Executor, ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reslint.files import check as file_check
from reslint.files import result_cache
from reslint.files.baseline import entries_of
from reslint.files.job import Job
from reslint.files.runs import outcomes_of, pooled, process_pool
from reslint.linting.linter import Linter
from reslint.linting.results import FileResult
from reslint.settings.settings import Settings
from reslint.text.source import Source
from tests.cli.run import command, environment, reslint, reslint_process
from tests.conftest import EXAMPLES, heed_interruptions
from tests.texts import DRAFT, FAULTY, RULE

if TYPE_CHECKING:
    from reslint.files.job import Outcome

COUNT = 30


@pytest.fixture(scope="module")
def module_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache folder for all these tests: the rules are compiled there once."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def cache(module_cache: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The cache folder, without results."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(module_cache))
    shutil.rmtree(module_cache / "reslint" / "results", ignore_errors=True)
    return module_cache


@pytest.fixture
def folder(tmp_path: Path, cache: Path) -> Path:
    """A folder of many drafts, bad files among them."""
    drafts = tmp_path / "drafts"
    drafts.mkdir()
    for number in range(COUNT):
        text = EXAMPLES[number % len(EXAMPLES)].read_text(encoding="utf-8")
        (drafts / f"{number:02}.md").write_text(f"{text}\n<!-- {number} -->\n")
    (drafts / "05.md").write_bytes(b"\xff\xfea")
    (drafts / "06.md").write_text("# Read me\n")
    return tmp_path


def check(folder: Path, *arguments: str) -> tuple[int, str, str]:
    """What a check of all drafts leaves, one file after another in this process."""
    outcome = reslint(folder, "check", "drafts", "--format", "json", "--jobs", "1", *arguments)
    return outcome.code, outcome.out, outcome.err


def check_in_processes(folder: Path, *arguments: str) -> tuple[int, str, str]:
    """The same by a process that starts others as it sees fit."""
    outcome = reslint_process(folder, "check", "drafts", "--format", "json", *arguments)
    return outcome.code, outcome.out, outcome.err


def kept(cache: Path) -> list[Path]:
    return sorted(path for path in cache.glob("reslint/results/*/*") if path.is_file())


def test_processes_and_cache_give_the_same_as_one_file_after_another(
    folder: Path, cache: Path
) -> None:
    serial = check(folder, "--no-cache")
    assert serial[0] == 2
    assert kept(cache) == []
    for arguments in (["--no-cache"], ["--jobs", "3"], ["--jobs", "3"], []):
        assert check_in_processes(folder, *arguments) == serial
    assert check(folder) == serial
    # The bad file is not kept.
    assert len(kept(cache)) == COUNT - 1


def test_fixes_in_processes(folder: Path) -> None:
    shutil.copytree(folder / "drafts", folder / "other")
    code, out, err = check_in_processes(folder, "--fix", "--jobs", "3")
    assert code == 2
    other = reslint(folder, "check", "--fix", "--jobs", "1", "--format", "json", "other")
    assert other.out.replace('"other/', '"drafts/') == out
    assert other.err == err
    for path in (folder / "drafts").iterdir():
        assert path.read_bytes() == (folder / "other" / path.name).read_bytes()


def test_a_change_of_anything_is_checked_again(folder: Path, cache: Path) -> None:
    check(folder)
    before = len(kept(cache))
    path = folder / "drafts" / "00.md"
    path.write_text(path.read_text() + "<!-- more -->\n")
    check(folder)
    assert len(kept(cache)) == before + 1
    _, out, _ = check(folder, "--ignore", "LEAD")
    assert '"LEAD' not in out
    assert check(folder, "--message-language", "fr")[1] != check(folder)[1]


def test_a_kept_result_is_for_the_format_of_its_file(tmp_path: Path, cache: Path) -> None:
    text = FAULTY.replace("*", "")
    for name in ("draft.md", "draft.txt"):
        (tmp_path / name).write_text(text)
    found = []
    for name in ("draft.md", "draft.txt", "draft.md", "draft.txt"):
        job = Job(str(tmp_path / name), True, Settings(), cached=True)
        (outcome,) = outcomes_of([job], 1, 1)
        assert isinstance(outcome, FileResult)
        found.append({"TOOL007", "LEAD002"} & {one.code for one in outcome.diagnostics})
    assert found == [{"LEAD002"}, {"TOOL007"}] * 2
    assert len(kept(cache)) == 2


ALL = Settings()
ERRORS = Settings(report_from="error")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ((ALL, False), (ERRORS, False)),
        ((ERRORS, False), (ALL, False)),
        ((ALL, False), (ALL, True)),
        ((ALL, True), (ALL, False)),
    ],
    ids=["all, errors", "errors, all", "no baseline, baseline", "baseline, no baseline"],
)
def test_a_kept_result_is_for_its_severity_and_its_baseline_only(
    tmp_path: Path,
    cache: Path,
    one: tuple[Settings, bool],
    other: tuple[Settings, bool],
) -> None:
    path = tmp_path / "draft.md"
    path.write_text(FAULTY.replace("the orchards;", "the orchards ;"))
    result = Linter().lint(Source(path.read_text()))
    known = frozenset(entry.key for entry in entries_of(result) if entry.key[0] == "LEAD002")

    def found(*ways: tuple[Settings, bool], cached: bool) -> list[list[str]]:
        jobs = [
            Job(str(path), True, settings, accepted=known if accepts else None, cached=cached)
            for settings, accepts in ways
        ]
        return [
            [diagnostic.code for diagnostic in outcome.diagnostics]
            for outcome in outcomes_of(jobs, len(jobs), 1)
            if isinstance(outcome, FileResult)
        ]

    right = found(one, other, cached=False)
    assert sorted(map(len, right)) == [2, 3]
    assert found(one, other, one, other, cached=True) == right * 2
    assert len(kept(cache)) == 2


def test_a_house_rule_that_changes_is_heard(folder: Path) -> None:
    rules = folder / "house"
    rules.mkdir()
    (rules / "rule.yaml").write_text(RULE.replace("orchards", "libraries"))
    assert "HOUSE001" in check(folder, "--rules", "house")[1]
    (rules / "rule.yaml").write_text(RULE.replace("orchards", "volcanoes"))
    assert "HOUSE001" not in check(folder, "--rules", "house")[1]


@pytest.mark.parametrize(
    "damage", [b"", b"x", b"\0" * 400, b"\x9d\xaf\xb2\x53" + b"\xfb" * 50], ids=len
)
def test_damaged_results_are_made_again(folder: Path, cache: Path, damage: bytes) -> None:
    serial = check(folder, "--no-cache")
    check(folder)
    for path in kept(cache):
        path.write_bytes(damage)
    assert check(folder) == serial
    for path in kept(cache):
        data = bytearray(path.read_bytes())
        data[len(data) // 2] ^= 255
        path.write_bytes(data[: -1 if len(data) % 2 else None])
    assert check(folder) == serial


def test_a_cache_that_cannot_be_written(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    serial = check(folder, "--no-cache")
    (folder / "cache").write_text("in the way")
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder / "cache"))
    assert check(folder) == serial


def test_two_runs_at_once(folder: Path) -> None:
    serial = check(folder, "--no-cache")
    both = [
        subprocess.Popen(
            command("check", "drafts", "--format", "json"),
            cwd=folder,
            stdout=subprocess.PIPE,
            env=environment(),
        )
        for _ in range(2)
    ]
    for process in both:
        out, _ = process.communicate(timeout=120)
        assert (process.returncode, out.decode()) == serial[:2]


def test_a_cache_keeps_its_size(tmp_path: Path) -> None:
    for number in range(40):
        path = tmp_path / f"{number % 4}" / f"{number}"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"x" * 1000)
        os.utime(path, ns=(number, number))
    result_cache.trim(str(tmp_path), 40_000)
    assert len(list(tmp_path.glob("*/*"))) == 40
    result_cache.trim(str(tmp_path), 20_000)
    left = sorted(int(path.name) for path in tmp_path.glob("*/*"))
    assert left == list(range(26, 40))


def work(folder: Path, *, cached: bool = False) -> Iterator[Job | Outcome]:
    settings = Settings()
    for path in sorted((folder / "drafts").iterdir()):
        yield Job(str(path), True, settings, cached=cached)
        yield FileResult("known already")


def summary(outcome: Outcome) -> tuple[str, int, int]:
    assert isinstance(outcome, FileResult)
    return outcome.path, len(outcome.diagnostics), len(outcome.errors)


def test_another_executor_takes_the_place_of_the_processes(folder: Path) -> None:
    alone = [summary(one) for one in outcomes_of(work(folder), 1, 1)]
    assert len(alone) == 2 * COUNT
    other = pooled(work(folder), 2, lambda: ThreadPoolExecutor(2))
    assert [summary(one) for one in other] == alone


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="processes are not forked")
@pytest.mark.parametrize("found_out", ["by its outcome", "by what is handed over next"])
def test_a_process_that_dies_takes_one_file_with_it(
    folder: Path, monkeypatch: pytest.MonkeyPatch, found_out: str
) -> None:
    alone = [summary(one) for one in outcomes_of(work(folder), 1, 1)]
    real = file_check.check_path

    def deadly(path: str, *rest: object) -> FileResult:
        if path.endswith("11.md"):
            os._exit(9)
        return real(path, *rest)  # type: ignore[arg-type]

    # Forked processes have it from here.
    monkeypatch.setattr(file_check, "check_path", deadly)
    made: list[Executor] = []

    def pool() -> Executor:
        made.append(process_pool(2, "fork"))
        return made[-1]

    def handed_over() -> Iterator[Job | Outcome]:
        for one in work(folder):
            if found_out != "by its outcome" and isinstance(one, Job) and "12.md" in one.path:
                with suppress(BrokenExecutor):
                    while True:
                        made[-1].submit(int).result()
            yield one

    found = [summary(one) for one in pooled(handed_over(), 2, pool)]
    assert [one[0] for one in found] == [one[0] for one in alone]
    different = [new for new, old in zip(found, alone, strict=True) if new != old]
    assert [(os.path.basename(path), errors) for path, _, errors in different] == [("11.md", 1)]
    # How often a pool breaks depends on which process took what; it ends in any case.
    assert 1 < len(made) <= len(alone)


def test_outcomes_come_while_work_is_left(folder: Path) -> None:
    """Memory stays flat: no more is begun than a few chunks for each process."""
    begun = 0

    def counted() -> Iterator[Job | Outcome]:
        nonlocal begun
        settings = Settings()
        for _ in range(1000):
            begun += 1
            yield Job(str(folder / "drafts" / "06.md"), True, settings)

    outcomes = pooled(counted(), 2, lambda: ThreadPoolExecutor(2))
    next(outcomes)
    assert begun < 100
    assert isinstance(outcomes, Iterator)
    outcomes.close()  # type: ignore[attr-defined]


@pytest.mark.skipif(sys.platform == "win32", reason="no such signals")
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL])
def test_ended_at_any_moment_files_are_whole(folder: Path, how: signal.Signals) -> None:
    for number in range(100, 300):
        (folder / "drafts" / f"{number}.md").write_text(FAULTY)
    with subprocess.Popen(
        command("check", "--fix", "--jobs", "2", "--format", "concise"),
        cwd=folder / "drafts",
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment({"PYTHONUNBUFFERED": "1"}),
        preexec_fn=heed_interruptions,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.send_signal(how)
        # Its processes hold these ends, too: that they close says that they have ended.
        process.stdout.read()
        said = process.stderr.read()
        assert process.wait(timeout=60) == (130 if how == signal.SIGINT else -9)
    assert b"Traceback" not in said
    for path in (folder / "drafts").iterdir():
        if path.suffix == ".md" and len(path.stem) == 3:
            assert path.read_text() in (FAULTY, DRAFT)
    if how == signal.SIGINT:
        assert not list((folder / "drafts").glob(".*"))


AT_ONCE = """
from reslint.files import progress
progress._AFTER = progress._EVERY = -1
from reslint.cli.main import run
run()
"""
"""The command with a progress bar that does not wait until the work has taken a while."""


@pytest.mark.skipif(sys.platform == "win32", reason="no such terminals")
def test_a_progress_bar_on_a_terminal_only(folder: Path) -> None:
    ours, theirs = pty.openpty()
    line = [sys.executable, "-c", AT_ONCE, "check", "drafts", "--jobs", "1", "--no-cache"]
    with subprocess.Popen(
        line,
        cwd=folder,
        stdout=subprocess.DEVNULL,
        stderr=theirs,
        env=environment({"TERM": "xterm-256color"}),
    ) as process:
        os.close(theirs)
        shown = b""
        while True:
            try:
                piece = os.read(ours, 65536)
            except OSError:
                break
            if not piece:
                break
            shown += piece
        assert process.wait(timeout=120) == 2
    os.close(ours)
    assert all(f"{number}/30".encode() in shown for number in range(1, 31))
    done = subprocess.run(line, cwd=folder, capture_output=True, env=environment(), check=False)
    assert (done.returncode, done.stderr) == (2, b"")


@pytest.mark.skipif(sys.platform == "win32", reason="no such signals")
def test_watch_checks_again(folder: Path) -> None:
    (folder / "one").mkdir()
    draft = folder / "one" / "draft.md"
    draft.write_text(FAULTY)
    with subprocess.Popen(
        command("check", "one", "--watch", "--format", "concise"),
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
        text=True,
        preexec_fn=heed_interruptions,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        first = [process.stdout.readline() for _ in range(3)]
        assert "LEAD002" in first[0]
        assert first[2].startswith("1 draft checked: 2 findings")
        assert "waiting" in process.stderr.readline()
        draft.write_text(DRAFT)
        assert process.stdout.readline() == "1 draft checked: nothing to report.\n"
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=60) == 130
        assert "Traceback" not in process.stderr.read()
