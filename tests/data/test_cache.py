"""Files in the user's cache: a value comes back whole, or it is not there."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from reslint.data import cache

VALUE = {"one": (1, 2.5, None, True), "two": ["é", b"\x00", {"three": ()}]}
HEAD = b"head 1\n"


@pytest.fixture
def path(tmp_path: Path) -> str:
    return str(tmp_path / "folder" / "value.bin")


def test_a_value_comes_back(path: str) -> None:
    assert cache.write(path, VALUE, HEAD)
    assert cache.read(path, HEAD) == (True, VALUE)
    assert cache.write(path, None, HEAD)
    assert cache.read(path, HEAD) == (True, None)
    # Nothing else is left in the folder.
    assert [one.name for one in Path(path).parent.iterdir()] == ["value.bin"]


def test_what_is_not_there(path: str) -> None:
    assert cache.read(path) == (False, None)


def test_another_head_is_another_value(path: str) -> None:
    cache.write(path, VALUE, HEAD)
    assert cache.read(path, b"head 2\n") == (False, None)
    assert cache.read(path) == (False, None)


def test_every_damaged_byte_is_seen(path: str) -> None:
    cache.write(path, VALUE, HEAD)
    whole = Path(path).read_bytes()
    for at in range(len(whole)):
        Path(path).write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        assert cache.read(path, HEAD) == (False, None), at
        Path(path).write_bytes(whole[:at])
        assert cache.read(path, HEAD) == (False, None), at
    Path(path).write_bytes(whole + b"\0")
    assert cache.read(path, HEAD) == (False, None)


def test_no_more_than_so_many_bytes(path: str) -> None:
    cache.write(path, VALUE, HEAD)
    size = Path(path).stat().st_size
    assert cache.read(path, HEAD, most=size) == (True, VALUE)
    assert cache.read(path, HEAD, most=size - 1) == (False, None)
    assert not cache.write(path, VALUE | {"more": "x" * size}, HEAD, most=size)
    assert cache.read(path, HEAD) == (True, VALUE)


def test_what_cannot_be_kept(path: str, tmp_path: Path) -> None:
    assert not cache.write(path, object())
    (tmp_path / "file").write_text("")
    assert not cache.write(str(tmp_path / "file" / "value.bin"), VALUE)
    assert cache.read(path) == (False, None)


@pytest.mark.parametrize(
    ("turned_off", "used"), [(None, True), ("", True), ("0", True), ("1", False), ("yes", False)]
)
def test_the_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, turned_off: str | None, used: bool
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    if turned_off is None:
        monkeypatch.delenv("RESLINT_NO_CACHE", raising=False)
    else:
        monkeypatch.setenv("RESLINT_NO_CACHE", turned_off)
    assert cache.folder("results") == (str(tmp_path / "reslint" / "results") if used else "")


posix = pytest.mark.skipif(not hasattr(os, "geteuid"), reason="no owners and modes here")


@posix
def test_folders_and_files_are_the_users_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("RESLINT_NO_CACHE", raising=False)
    before = os.umask(0)
    try:
        path = os.path.join(cache.folder("results"), "ab", "cdef")
        assert cache.write(path, VALUE)
    finally:
        os.umask(before)
    modes = {
        one.relative_to(tmp_path).as_posix(): stat.S_IMODE(one.stat().st_mode)
        for one in (tmp_path / "home").rglob("*")
    }
    assert modes == {
        "home/reslint": 0o700,
        "home/reslint/results": 0o700,
        "home/reslint/results/ab": 0o700,
        "home/reslint/results/ab/cdef": 0o600,
    }


@posix
def test_an_open_cache_folder_is_closed_to_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.delenv("RESLINT_NO_CACHE", raising=False)
    base = tmp_path / "reslint"
    base.mkdir()
    base.chmod(0o777)
    assert cache.folder("results") == str(base / "results")
    assert stat.S_IMODE(base.stat().st_mode) == 0o700


@posix
def test_a_link_is_no_cache_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.delenv("RESLINT_NO_CACHE", raising=False)
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "reslint").symlink_to("elsewhere")
    assert cache.folder("results") == ""


@posix
def test_links_and_pipes_are_not_read(path: str, tmp_path: Path) -> None:
    assert cache.write(path, VALUE, HEAD)
    link = tmp_path / "link.bin"
    link.symlink_to(path)
    assert cache.read(str(link), HEAD) == (False, None)
    pipe = str(tmp_path / "pipe.bin")
    os.mkfifo(pipe)
    assert cache.read(pipe, HEAD) == (False, None)
