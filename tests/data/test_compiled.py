"""Compiled data: cached, and never needed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from reslint.data.compiled import Group, write_prebuilt


class Counter:
    """A builder that counts its runs."""

    def __init__(self) -> None:
        self.runs = 0

    def __call__(self) -> dict[str, Any]:
        self.runs += 1
        return {"fr": {"run": self.runs, "words": ("a", ["é", None, True, 1.5])}, "en": {}}


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.delenv("RESLINT_NO_CACHE", raising=False)
    return tmp_path / "cache"


@pytest.fixture
def source(tmp_path: Path) -> Path:
    folder = tmp_path / "rules"
    folder.mkdir()
    (folder / "a.yaml").write_text("a: 1\n", encoding="utf-8")
    return folder


pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="the cache folder is set as on Linux"
)


def run(source: Path, build: Counter) -> Any:
    return Group("test", [str(source)], build).part("fr")["run"]


def files_of(cache: Path) -> list[Path]:
    return sorted(path for path in cache.rglob("*") if path.is_file())


def test_compiled_once(cache: Path, source: Path) -> None:
    build = Counter()
    assert [run(source, build) for _ in range(3)] == [1, 1, 1]
    assert [path.name for path in files_of(cache)] == ["en.bin", "fr.bin", "parts.bin"]
    assert Group("test", [str(source)], build).part("none") is None
    assert build.runs == 1


def test_compiled_again_when_a_source_changes(cache: Path, source: Path) -> None:
    build = Counter()
    run(source, build)
    (source / "a.yaml").write_text("a: 22\n", encoding="utf-8")
    assert run(source, build) == 2
    (source / "sub").mkdir()
    (source / "sub" / "b.yaml").write_text("", encoding="utf-8")
    assert run(source, build) == 3
    os.utime(source / "a.yaml", ns=(1, 1))
    assert run(source, build) == 4
    (source / "sub" / "b.yaml").unlink()
    assert run(source, build) == 5
    assert run(source, build) == 5
    (source / "c.yml").write_text("", encoding="utf-8")
    assert run(source, build) == 6
    (source / "notes.txt").write_text("", encoding="utf-8")
    assert run(source, build) == 6


@pytest.mark.skipif(os.name == "nt", reason="no time of the last change of state there")
def test_compiled_again_when_size_and_time_are_kept(cache: Path, source: Path) -> None:
    build = Counter()
    run(source, build)
    path = source / "a.yaml"
    status = path.stat()
    path.write_bytes(path.read_bytes()[::-1])
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert run(source, build) == 2


@pytest.mark.parametrize("damage", ["", "cut", "bits", "garbage", "folder"])
def test_a_damaged_cache_does_not_matter(cache: Path, source: Path, damage: str) -> None:
    build = Counter()
    run(source, build)
    for path in files_of(cache):
        data = path.read_bytes()
        if damage == "folder":
            path.unlink()
            path.mkdir()
            continue
        new = {"": b"", "cut": data[:-3], "bits": data[:-2] + b"\xff\xff", "garbage": b"\x80" * 99}
        path.write_bytes(new[damage])
    assert run(source, build) == 2


def test_a_cache_that_cannot_be_made_does_not_matter(cache: Path, source: Path) -> None:
    cache.write_text("a file where the folder should be", encoding="utf-8")
    build = Counter()
    assert [run(source, build), run(source, build)] == [1, 2]


def test_the_cache_can_be_turned_off(
    cache: Path, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RESLINT_NO_CACHE", "1")
    build = Counter()
    assert [run(source, build), run(source, build)] == [1, 2]
    assert not cache.exists()


def test_nothing_is_written_where_there_is_no_home(
    cache: Path, source: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    monkeypatch.chdir(tmp_path)
    before = sorted(tmp_path.rglob("*"))
    assert run(source, Counter()) == 1
    assert sorted(tmp_path.rglob("*")) == before


def test_no_temporary_file_is_left(cache: Path, source: Path) -> None:
    build = Counter()
    run(source, build)
    assert not [path for path in files_of(cache) if path.name.endswith(".tmp")]


def test_prebuilt_values_must_be_plain(tmp_path: Path) -> None:
    assert write_prebuilt(str(tmp_path), "rules", {"fr": {"a": 1}}) == ["rules-fr.bin"]
    with pytest.raises(ValueError, match="unmarshallable"):
        write_prebuilt(str(tmp_path), "rules", {"fr": object()})


def test_the_start_path_imports_nothing_heavy(tmp_path: Path) -> None:
    code = (
        "import sys; from reslint.language import loading; from reslint.rulebook import book;"
        "book.standard('fr'); loading.languages();"
        "print(*sorted(sys.modules))"
    )
    environment = {**os.environ, "XDG_CACHE_HOME": str(tmp_path)}
    environment.pop("RESLINT_NO_CACHE", None)

    def modules() -> set[str]:
        done = subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            text=True,
            check=True,
            env=environment,
        )
        return set(done.stdout.split())

    modules()  # fills the cache
    heavy = {"yaml", "jsonschema", "regex", "pathlib", "dataclasses", "importlib.metadata"}
    # An editable install's start-up files may import some of them before reslint does.
    bare = subprocess.run(
        [sys.executable, "-c", "import sys; print(*sys.modules)"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert not heavy & (modules() - set(bare.stdout.split()))
