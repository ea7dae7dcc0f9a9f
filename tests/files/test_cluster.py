"""A cluster on this machine: a real scheduler and two workers, each a process of its own."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from distributed import Client

from reslint.files import on_worker
from reslint.files.job import Job
from reslint.files.parcels import bundle_of, parcel
from reslint.settings.settings import Settings
from tests.cli.run import command, environment
from tests.conftest import EXAMPLES, ROOT
from tests.texts import DRAFT, FAULTY, RULE

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no such signals")
LIMIT = 120


def start(module: str, folder: Path, *arguments: str, **variables: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", f"distributed.cli.{module}", *arguments, "--no-dashboard"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), **variables},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def worker(address: str, folder: Path, **variables: str) -> subprocess.Popen[bytes]:
    """Start a worker in a folder of its own, without a nanny: killed, it stays away."""
    options = ("--nthreads", "1", "--no-nanny", "--local-directory", str(folder))
    folder.mkdir(exist_ok=True)
    return start("dask_worker", folder, address, *options, **variables)


def end(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait(LIMIT)


@contextmanager
def scheduler(workers: int = 0) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """A scheduler that answers and has its workers: its address, their processes."""
    with socket.socket() as free, TemporaryDirectory() as temporary:
        folder = Path(temporary)
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
        free.close()
        address = f"tcp://127.0.0.1:{port}"
        processes = [start("dask_scheduler", folder, "--host", "127.0.0.1", "--port", str(port))]
        processes += [worker(address, folder) for _ in range(workers)]
        try:
            with Client(address, timeout=LIMIT, set_as_default=False) as client:  # type: ignore[no-untyped-call]
                if workers:
                    client.wait_for_workers(workers, timeout=LIMIT)
            yield address.replace("tcp", "dask"), processes[1:]
        finally:
            for one in processes:
                end(one)


@pytest.fixture(scope="module")
def cluster() -> Iterator[str]:
    """The address of a scheduler with two workers."""
    with scheduler(workers=2) as (address, _):
        yield address


@pytest.fixture
def drafts(tmp_path: Path) -> Path:
    """A folder with 60 drafts, settings with house rules, and a file that is no draft."""
    folder = tmp_path / "drafts"
    folder.mkdir()
    for number in range(60):
        text = FAULTY if number % 3 else DRAFT
        (folder / f"{number:02}.md").write_text(f"{text}\n<!-- {number} -->\n")
    (folder / "notes.md").write_text("# Notes\n\nOurs.\n")
    (folder / "broken.md").write_bytes(b"\xff\xfe\x00")
    rules = tmp_path / "house"
    rules.mkdir()
    (rules / "house.yaml").write_text(RULE)
    (rules / "wrong.yaml").write_text("code: HOUSE002\nname: nothing\n")
    (tmp_path / "reslint.yaml").write_text("rules: [house]\nvocabulary: [Villagers]\n")
    for one in EXAMPLES[:4]:
        (folder / one.name).write_bytes(one.read_bytes())
    return tmp_path


def check(folder: Path, *arguments: str) -> tuple[int, str, str]:
    """Run `reslint check drafts` with arguments: exit code, output, errors."""
    done = subprocess.run(
        command("check", "drafts", "--no-cache", *arguments),
        cwd=folder,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
        timeout=LIMIT * 3,
    )
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize(
    "arguments", [("--format", "json"), ("--diff",), ("--profile", "strict", "--statistics")]
)
def test_a_cluster_gives_what_one_process_gives(
    cluster: str, drafts: Path, arguments: tuple[str, ...]
) -> None:
    alone = check(drafts, "--jobs", "1", *arguments)
    assert check(drafts, "--jobs", cluster, *arguments) == alone
    if "json" in arguments:
        assert alone[0] == 2
        assert "house/wrong.yaml:1" in alone[2]
        assert alone[1].count("HOUSE001") == 120


def test_a_worker_that_is_killed_takes_nothing_with_it(drafts: Path) -> None:
    alone = check(drafts, "--jobs", "1", "--format", "jsonl")
    with scheduler(workers=2) as (address, workers):
        process = subprocess.Popen(
            command("check", "drafts", "--no-cache", "--format", "jsonl", "--jobs", address),
            cwd=drafts,
            env=environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        try:
            assert process.stdout is not None and process.stderr is not None
            first = process.stdout.readline()  # it is in the middle of its work
            end(workers[0])
            out, err = process.stdout.read(), process.stderr.read()
            process.wait(LIMIT)
        finally:
            process.kill()
    assert (process.returncode, first + out, err) == alone


def test_files_travel_where_workers_do_not_see_them(drafts: Path) -> None:
    job = Job(
        str(drafts / "drafts" / "01.md"), True, Settings(rule_folders=(str(drafts / "house"),))
    )
    bundle = bundle_of(job.settings.rule_folders, ())
    versions = on_worker.versions()
    by_path = parcel(job, 0, shared=True)
    by_content = parcel(job, 0, shared=False)
    assert (by_path.data, by_content.path) == (b"", "")
    (here,) = on_worker.carry_out(versions, [by_path], [bundle])
    os.unlink(job.path)
    with pytest.raises(on_worker.NotShared):
        on_worker.carry_out(versions, [by_path], [bundle])
    for one in (drafts / "house").iterdir():
        one.unlink()
    (there,) = on_worker.carry_out(versions, [by_content], [bundle])
    found = [(one.code, one.line, one.column) for one in there.diagnostics]  # type: ignore[union-attr]
    assert found == [(one.code, one.line, one.column) for one in here.diagnostics]  # type: ignore[union-attr]
    assert "HOUSE001" in {code for code, _, _ in found}
    (problem,) = there.setup_errors[:1]  # type: ignore[union-attr]
    assert problem.path == str(drafts / "house" / "wrong.yaml")


def test_a_scheduler_that_is_not_there(drafts: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        address = f"dask://127.0.0.1:{taken.getsockname()[1]}"
        code, out, err = check(drafts, "--jobs", address)
    assert (code, out) == (2, "")
    assert err == f"reslint check: error: --jobs: {address}: no scheduler answers there\n"


def test_a_scheduler_without_workers(drafts: Path) -> None:
    with scheduler() as (address, _):
        code, _, err = check(drafts, "--jobs", address)
    assert (code, err) == (
        2,
        f"reslint check: error: --jobs: {address}: the scheduler has no workers\n",
    )


def test_a_worker_with_another_reslint(drafts: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    for part in ("reslint", "rules"):
        shutil.copytree(ROOT / part, other / part, ignore=shutil.ignore_patterns("__pycache__"))
    (other / "reslint" / "version.py").write_text('__version__ = "0.0.9"\n')
    with scheduler() as (address, _):
        one = worker(address.replace("dask", "tcp"), tmp_path / "worker", PYTHONPATH=str(other))
        try:
            code, _, err = check(drafts, "--jobs", address)
        finally:
            end(one)
    assert code == 2
    assert re.fullmatch(
        r"reslint check: error: --jobs: worker tcp://\S+ does not fit this machine: "
        r"reslint 0\.0\.9 there, \S+ here \(install the same versions\)\n",
        err,
    )


@pytest.mark.parametrize("address", ["dask:", "dask://", "dask://host", "dask://:1", "dask://h:x"])
def test_an_address_that_is_none(drafts: Path, address: str) -> None:
    code, _, err = check(drafts, "--jobs", address)
    assert code == 2
    assert "the address of a cluster is dask://HOST:PORT" in err


def test_a_cluster_writes_no_files(drafts: Path) -> None:
    code, _, err = check(drafts, "--fix", "--jobs", "dask://127.0.0.1:1")
    assert (code, "a cluster writes no files" in err) == (2, True)


def test_results_in_json_are_whole(cluster: str, drafts: Path) -> None:
    report = json.loads(check(drafts, "--jobs", cluster, "--format", "json")[1])
    paths = [one["path"] for one in report["files"]]
    assert paths == sorted(paths)
    assert len(paths) == 65
