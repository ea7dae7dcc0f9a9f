"""Files replaced whole or not at all; nobody's changes lost."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from reslint.files import replace as replacing
from reslint.files.exchange import exchange
from reslint.files.replace import NotWritten, Snapshot, replace, take_snapshot
from tests.conftest import ROOT

LIMIT = 1_000_000


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "draft.md"
    path.write_bytes(b"old")
    return path


def test_the_new_bytes_take_the_place_of_the_old(draft: Path) -> None:
    draft.chmod(0o640)
    replace(take_snapshot(str(draft), LIMIT), b"new\r\n")
    assert draft.read_bytes() == b"new\r\n"
    assert stat.S_IMODE(draft.stat().st_mode) == 0o640
    assert os.listdir(draft.parent) == ["draft.md"]


def test_a_link_stays_and_its_target_changes(draft: Path) -> None:
    (draft.parent / "deep").mkdir()
    link = draft.parent / "deep" / "link.md"
    link.symlink_to("../draft.md")
    replace(take_snapshot(str(link), LIMIT), b"new")
    assert link.is_symlink()
    assert draft.read_bytes() == b"new"


@pytest.mark.parametrize("change", ["content", "same size and time", "replaced"])
def test_a_file_that_changed_meanwhile_is_left_alone(draft: Path, change: str) -> None:
    snapshot = take_snapshot(str(draft), LIMIT)
    times = draft.stat()
    if change == "replaced":
        other = draft.with_name("other.md")
        other.write_bytes(b"old")
        other.replace(draft)
    else:
        draft.write_bytes(b"theirs" if change == "content" else b"OLD")
        os.utime(draft, ns=(times.st_atime_ns, times.st_mtime_ns))
    theirs = draft.read_bytes()
    with pytest.raises(NotWritten, match="changed"):
        replace(snapshot, b"new")
    assert draft.read_bytes() == theirs
    assert os.listdir(draft.parent) == ["draft.md"]


@pytest.mark.parametrize("way", ["in place", "renamed"])
@pytest.mark.parametrize("exchanges", [True, False])
def test_what_is_written_after_the_last_look_is_not_lost(
    draft: Path, monkeypatch: pytest.MonkeyPatch, way: str, exchanges: bool
) -> None:
    look = replacing._refuse_changes

    def look_then_write(snapshot: Snapshot) -> None:
        look(snapshot)
        if way == "in place":
            draft.write_bytes(b"theirs")
        else:
            other = draft.with_name("other.md")
            other.write_bytes(b"theirs")
            other.replace(draft)

    monkeypatch.setattr(replacing, "_refuse_changes", look_then_write)
    if not exchanges:
        monkeypatch.setattr(replacing, "exchange", lambda one, other: False)
    with pytest.raises(NotWritten, match="changed"):
        replace(take_snapshot(str(draft), LIMIT), b"new")
    assert draft.read_bytes() == b"theirs"
    assert os.listdir(draft.parent) == ["draft.md"]


def test_a_file_system_without_exchange_and_links(
    draft: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*paths: str) -> None:
        raise PermissionError

    monkeypatch.setattr(replacing, "exchange", lambda one, other: False)
    monkeypatch.setattr(os, "link", refuse)
    replace(take_snapshot(str(draft), LIMIT), b"new")
    assert draft.read_bytes() == b"new"
    assert os.listdir(draft.parent) == ["draft.md"]


@pytest.mark.skipif(sys.platform != "linux", reason="tried on Linux")
def test_exchange(draft: Path) -> None:
    other = draft.with_name("other.md")
    other.write_bytes(b"new")
    assert exchange(str(draft), str(other))
    assert (draft.read_bytes(), other.read_bytes()) == (b"new", b"old")
    other.unlink()
    with pytest.raises(FileNotFoundError):
        exchange(str(draft), str(other))
    assert draft.read_bytes() == b"new"


def test_a_file_removed_meanwhile_does_not_come_back(draft: Path) -> None:
    snapshot = take_snapshot(str(draft), LIMIT)
    draft.unlink()
    with pytest.raises(NotWritten, match="removed"):
        replace(snapshot, b"new")
    assert os.listdir(draft.parent) == []


def test_a_file_without_leave_to_write_is_left_alone(draft: Path) -> None:
    draft.chmod(0o444)
    with pytest.raises(NotWritten, match="the file is read-only"):
        replace(take_snapshot(str(draft), LIMIT), b"new")
    assert draft.read_bytes() == b"old"


def test_a_folder_without_leave_to_write_is_left_alone(draft: Path) -> None:
    draft.parent.chmod(0o555)
    try:
        with pytest.raises(NotWritten, match=r"the folder .* is read-only"):
            replace(take_snapshot(str(draft), LIMIT), b"new")
    finally:
        draft.parent.chmod(0o755)
    assert draft.read_bytes() == b"old"


def test_no_regular_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.md")
    for path in (tmp_path / "pipe.md", Path("/dev/null")):
        with pytest.raises(NotWritten, match="not a regular file"):
            take_snapshot(str(path), LIMIT)


def test_a_long_name(tmp_path: Path) -> None:
    path = tmp_path / ("ж" * 120 + ".md")
    path.write_bytes(b"old")
    replace(take_snapshot(str(path), LIMIT), b"new")
    assert path.read_bytes() == b"new"


def test_temporary_files_of_others_are_not_touched(draft: Path) -> None:
    left_over = draft.parent / f".draft.md.{os.getpid()}-0.reslint-tmp"
    left_over.write_bytes(b"theirs")
    replace(take_snapshot(str(draft), LIMIT), b"new")
    assert (draft.read_bytes(), left_over.read_bytes()) == (b"new", b"theirs")


def test_what_killed_runs_left_long_ago_is_removed(draft: Path) -> None:
    old, new, other = (
        draft.parent / name for name in (".a.md.1-0.reslint-tmp", ".b.reslint-tmp", "c.reslint-tmp")
    )
    for path in (old, new, other):
        path.write_bytes(b"half")
    for path in (old, other):
        os.utime(path, (1, 1))
    replace(take_snapshot(str(draft), LIMIT), b"new")
    assert sorted(os.listdir(draft.parent)) == [".b.reslint-tmp", "c.reslint-tmp", "draft.md"]


def test_a_file_of_several_names_is_left_alone(draft: Path) -> None:
    twin = draft.with_name("twin.md")
    twin.hardlink_to(draft)
    with pytest.raises(NotWritten, match="2 names"):
        replace(take_snapshot(str(draft), LIMIT), b"new")
    assert (draft.read_bytes(), twin.read_bytes()) == (b"old", b"old")
    assert draft.samefile(twin)


KILLED = """
import os, sys
from reslint.files.replace import replace, take_snapshot
path = sys.argv[1]
print("ready", flush=True)
number = 0
while True:
    number += 1
    replace(take_snapshot(path, 10**7), bytes([65 + number % 26]) * 1_000_000)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no such signals")
def test_a_kill_at_any_moment_leaves_a_whole_file(draft: Path) -> None:
    for number in range(20):
        draft.write_bytes(b"A" * 1_000_000)
        with subprocess.Popen(
            [sys.executable, "-c", KILLED, str(draft)],
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        ) as process:
            assert process.stdout is not None
            process.stdout.readline()
            # Moments spread over a few writings: as many looks at the file as the round's number.
            for _ in range(number * 50):
                draft.stat()
            process.kill()
        data = draft.read_bytes()
        assert len(data) == 1_000_000
        assert data == data[:1] * len(data)


def has_small_disk() -> bool:
    return os.path.isdir("/dev/shm") and sys.platform.startswith("linux") and os.geteuid() == 0


@pytest.mark.skipif(not has_small_disk(), reason="mounting a small disk needs root")
def test_a_full_disk(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64k", "none", str(disk)],
        check=False,
        capture_output=True,
    )
    if mounted.returncode:
        pytest.skip("no small disk can be mounted here")
    try:
        draft = disk / "draft.md"
        draft.write_bytes(b"o" * 40_000)
        with pytest.raises(NotWritten, match="No space left"):
            replace(take_snapshot(str(draft), LIMIT), b"n" * 40_000)
        assert draft.read_bytes() == b"o" * 40_000
        assert os.listdir(disk) == ["draft.md"]
    finally:
        subprocess.run(["umount", str(disk)], check=True)
