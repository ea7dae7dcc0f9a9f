"""What can go wrong around a run, one test each: every time a clear outcome, and no draft lost."""

from __future__ import annotations

import json
import operator
import os
import resource
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from reslint.cli.main import main
from reslint.files import replace
from reslint.text.source import MAX_LINES, MAX_SIZE
from tests.cli.run import command, environment, reslint, reslint_process
from tests.texts import DRAFT, FAULTY

pytestmark = pytest.mark.skipif(os.name != "posix", reason="what POSIX systems have")

FILES = 2


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "draft.md").write_text(FAULTY)
    return tmp_path


def started(folder: Path, *arguments: str) -> subprocess.Popen[bytes]:
    """The command as a process of its own."""
    return subprocess.Popen(
        command(*arguments),
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
    )


def fixing_child(folder: Path, last: int) -> tuple[int, int]:
    """The status and the steps of a process that fixes a folder, forked from this one.

    A step is a line of the module that replaces files; the process kills itself before it takes
    step `last`. Steps of a killed process are `last`.
    """
    counter, theirs = os.pipe()
    child = os.fork()
    if child:
        os.close(theirs)
        with open(counter, "rb") as stream:
            said = stream.read()
        return os.waitpid(child, 0)[1], int(said or last)
    steps = 0

    def traced(frame: FrameType, event: str, argument: object) -> Any:
        nonlocal steps
        if frame.f_code.co_filename != replace.__file__:
            return None
        if event == "line":
            if steps == last:
                os.kill(os.getpid(), signal.SIGKILL)
            steps += 1
        return traced

    code = 70
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        sys.settrace(traced)
        code = main(["check", "--fix", "--jobs", "1", "--no-cache", str(folder)])
        sys.settrace(None)
        os.write(theirs, str(steps).encode())
    finally:
        os._exit(code)


def test_killed_before_every_step(tmp_path: Path) -> None:
    paths = [tmp_path / f"draft-{number}.md" for number in range(FILES)]
    texts = [FAULTY.replace("orchards", f"orchards of {number} towns") for number in range(FILES)]
    fixed = [DRAFT.replace("orchards", f"orchards of {number} towns") for number in range(FILES)]

    def write_all() -> None:
        for path, text in zip(paths, texts, strict=True):
            path.write_text(text)

    write_all()
    # The whole run; this process has then loaded what its children need.
    assert main(["check", "--fix", "--jobs", "1", str(tmp_path)]) == 0
    assert [path.read_text() for path in paths] == fixed
    write_all()
    status, steps = fixing_child(tmp_path, sys.maxsize)
    assert (status, [path.read_text() for path in paths]) == (0, fixed)

    done_when_killed = []
    for last in range(steps):
        write_all()
        assert fixing_child(tmp_path, last)[0] == signal.SIGKILL
        found = [path.read_text() for path in paths]
        done = sum(map(operator.eq, found, fixed))
        # One file after another, each as it was or fixed, never anything between.
        assert found == fixed[:done] + texts[done:], last
        done_when_killed.append(done)
    assert done_when_killed == sorted(done_when_killed)
    assert set(done_when_killed) == set(range(FILES + 1))
    # What a killed process was writing may lie there: hidden, and no draft to any run.
    others = {one.name for one in tmp_path.iterdir()} - {path.name for path in paths}
    assert others
    assert all(name.startswith(".draft-") and name.endswith(".reslint-tmp") for name in others)
    write_all()
    assert main(["check", "--fix", "--jobs", "1", str(tmp_path)]) == 0
    assert [path.read_text() for path in paths] == fixed
    for name in others:
        os.utime(tmp_path / name, (1, 1))
    paths[0].write_text(texts[0])
    # A process sweeps a folder once: `reslint` begins as a new one.
    assert reslint(tmp_path, "check", "--fix").code == 0
    assert sorted(one.name for one in tmp_path.iterdir()) == [path.name for path in paths]


def test_two_runs_at_once(tmp_path: Path) -> None:
    for number in range(40):
        (tmp_path / f"draft-{number:02}.md").write_text(FAULTY)
    runs = [started(tmp_path, "check", "--fix", "--jobs", "2") for _ in range(2)]
    for run in runs:
        out, err = run.communicate()
        assert run.returncode in (0, 2), err
        lines = [line for line in out.decode().split("\n") if " error TOOL" in line]
        assert (run.returncode == 2) == bool(lines)
        for line in lines:
            assert line.startswith("draft-")
            assert "TOOL010 the fixes were not written: the file was" in line
    assert {path.read_text() for path in tmp_path.iterdir()} == {DRAFT}
    assert len(list(tmp_path.iterdir())) == 40


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 64 KB."""
    disk = tmp_path / "disk"
    disk.mkdir()
    try:
        mounted = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=64k", "none", str(disk)],
            check=False,
            capture_output=True,
        )
    except FileNotFoundError:
        pytest.skip("there is no mount command here")
    if mounted.returncode:
        pytest.skip("mounting a small disk needs root")
    try:
        yield disk
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def test_a_full_disk(small_disk: Path) -> None:
    draft = small_disk / "draft.md"
    text = FAULTY.replace("orchards;", "orchards" + " and of the gardens" * 2000 + ";")
    draft.write_text(text)
    outcome = reslint(small_disk, "check", "--fix", "--select", "LEAD", "--format", "concise")
    assert outcome.code == 2
    said = "draft.md: error TOOL010 the fixes were not written: No space left on device\n"
    assert outcome.out.startswith(said)
    assert draft.read_text() == text
    assert os.listdir(small_disk) == ["draft.md"]


def limited(folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    """The command in a process that may write no more than 100 bytes to a file."""
    code = (
        "import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100));"
        "from reslint.cli.main import run; run()"
    )
    return subprocess.run(
        [sys.executable, "-B", "-c", code, *arguments],
        cwd=folder,
        capture_output=True,
        env=environment(),
        check=False,
    )


def test_a_file_that_cannot_be_written_to_its_end(folder: Path) -> None:
    assert resource.RLIMIT_FSIZE is not None
    reslint(folder, "check")  # what is kept in the cache need not be written
    done = limited(folder, "check", "--fix")
    assert done.returncode == 2, done.stderr
    assert b"draft.md: error TOOL010 the fixes were not written: File too large" in done.stdout
    assert (folder / "draft.md").read_text() == FAULTY
    done = limited(folder, "check", "--output-file", "report.txt")
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"--output-file report.txt: File too large" in done.stderr
    done = limited(folder, "new-rule", "forbidden", "--words", "orchards", "--folder", "ours")
    assert done.returncode == 2
    assert b"cannot be written: File too large" in done.stderr
    assert not (folder / "ours" / "not-orchards.yaml").exists()


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="there is no /dev/full here")
@pytest.mark.parametrize("arguments", [["check"], ["check", "--diff"], ["rules"], ["--help"]])
def test_output_that_cannot_be_written(folder: Path, arguments: list[str]) -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            command(*arguments),
            cwd=folder,
            stdout=full,
            stderr=subprocess.PIPE,
            env=environment(),
            check=False,
        )
    assert done.returncode == 2
    said = done.stderr.decode().splitlines()[-1]
    assert said == "reslint: the output cannot be written: No space left on device"


def test_a_read_only_folder(folder: Path) -> None:
    folder.chmod(0o555)
    try:
        outcome = reslint(folder, "check", "--fix")
    finally:
        folder.chmod(0o755)
    assert outcome.code == 2
    assert f"draft.md: error TOOL010 the fixes were not written: the folder {folder}" in outcome.out
    assert (folder / "draft.md").read_text() == FAULTY
    assert os.listdir(folder) == ["draft.md"]


def test_links_in_circles(folder: Path) -> None:
    (folder / "loop.md").symlink_to("loop.md")
    (folder / "below").mkdir()
    (folder / "below" / "up").symlink_to("..")
    outcome = reslint(folder, "check", "--format", "concise")
    assert outcome.code == 1
    *found, _, file, link = outcome.out.splitlines()
    assert {line.split(":")[0] for line in found} == {"draft.md"}
    assert file == "1 file was not read as a draft: a link that is not followed."
    assert link == "1 folder was left out: a link that is not followed."
    outcome = reslint(folder, "check", "--fix", "loop.md", "draft.md")
    assert outcome.code == 2
    assert "loop.md: error TOOL005 the link points to no file (or to itself)" in outcome.out
    assert (folder / "draft.md").read_text() == DRAFT


def test_a_name_with_a_line_break(folder: Path) -> None:
    path = folder / "two\nlines.md"
    (folder / "draft.md").rename(path)
    outcome = reslint(folder, "check", "--format", "concise")
    assert (outcome.code, outcome.out.count("\n")) == (1, 3)
    assert outcome.out.startswith(r"two\nlines.md:3:1 ")
    found = json.loads(reslint(folder, "check", "--format", "json").out)
    assert found["files"][0]["path"] == "two\nlines.md"
    assert reslint(folder, "check", "--fix").code == 0
    assert path.read_text() == DRAFT


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"word " * 10_000_000, f"the file is not a draft: it is larger than {MAX_SIZE:,} bytes"),
        (
            b"a\n" * (MAX_LINES + 1),
            f"the file is not a draft: it has more than {MAX_LINES:,} lines",
        ),
    ],
    ids=["50 MB", "lines"],
)
def test_a_file_that_is_far_too_large(folder: Path, data: bytes, said: str) -> None:
    (folder / "large.md").write_bytes(data)
    outcome = reslint(folder, "check", "--fix", "--format", "concise")
    assert outcome.code == 2
    assert outcome.out.startswith(f"large.md: error TOOL005 {said}\n")
    assert (folder / "large.md").read_bytes() == data
    assert (folder / "draft.md").read_text() == DRAFT


def test_standard_input_that_is_far_too_large_passes_unchanged(tmp_path: Path) -> None:
    text = b"*The General Assembly*,\n\n" + b"word " * 5_000_000
    outcome = reslint_process(tmp_path, "check", "--fix", "-", stdin=text)
    assert outcome.code == 2
    assert outcome.data == text


def test_an_empty_file(folder: Path) -> None:
    (folder / "empty.md").write_bytes(b"")
    outcome = reslint(folder, "check", "--format", "concise")
    assert (outcome.code, "empty.md" in outcome.out) == (1, False)
    outcome = reslint(folder, "check", "--fix", "empty.md", "--format", "concise")
    assert (outcome.code, outcome.out.split(" ")[2]) == (0, "TOOL006")
    assert outcome.out.startswith("empty.md:1:1 ")
    assert (folder / "empty.md").read_bytes() == b""


def test_a_pipe_to_which_nobody_writes(folder: Path) -> None:
    os.mkfifo(folder / "pipe.md")
    outcome = reslint(folder, "check", "--format", "concise")
    assert (outcome.code, "pipe.md" in outcome.out) == (1, False)
    outcome = reslint(folder, "check", "pipe.md", "draft.md", "--format", "concise")
    assert outcome.code == 2
    assert "pipe.md: error TOOL005 the file is a pipe, and nothing writes to it\n" in outcome.out
    assert "draft.md:3:1 " in outcome.out


def test_a_pipe_with_a_writer_is_read(folder: Path) -> None:
    read_end, write_end = os.pipe()
    os.write(write_end, FAULTY.encode())
    os.close(write_end)
    done = subprocess.run(
        command("check", f"/dev/fd/{read_end}", "--format", "concise"),
        pass_fds=(read_end,),
        cwd=folder,
        capture_output=True,
        env=environment(),
        check=False,
    )
    os.close(read_end)
    assert done.returncode == 1, done.stderr
    assert f"/dev/fd/{read_end}:3:1 error LEAD002" in done.stdout.decode()


def test_a_folder_named_like_a_draft(tmp_path: Path) -> None:
    (tmp_path / "draft.md").mkdir()
    outcome = reslint(tmp_path, "check", "--fix", "draft.md")
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.startswith("0 drafts checked: no file was found")
    (tmp_path / "draft.md" / "one.md").write_text(FAULTY)
    assert reslint(tmp_path, "check", "--fix").code == 0
    assert (tmp_path / "draft.md" / "one.md").read_text() == DRAFT


def test_hard_links(folder: Path) -> None:
    twin = folder / "twin.md"
    twin.hardlink_to(folder / "draft.md")
    outcome = reslint(folder, "check", "--fix", "--format", "concise")
    assert outcome.code == 2
    for name in ("draft.md", "twin.md"):
        assert f"{name}: error TOOL010 the fixes were not written: the file has 2 names" in (
            outcome.out
        )
    assert twin.samefile(folder / "draft.md")
    assert twin.read_text() == FAULTY


def test_a_folder_that_goes_away_while_it_is_checked(folder: Path) -> None:
    snapshot = replace.take_snapshot(str(folder / "draft.md"), MAX_SIZE)
    (folder / "draft.md").unlink()
    folder.rmdir()
    with pytest.raises(replace.NotWritten, match="removed"):
        replace.replace(snapshot, b"new")
    assert not folder.exists()
