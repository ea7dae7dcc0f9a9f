"""Expressions from cached programs equal those that `re` compiles."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from reslint.data import patterns
from tests.conftest import EXAMPLES, ROOT

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="the cache folder is set as on Linux"
)

CHECK = """
import contextlib, io, json, re, sys
from reslint.cli.main import main
from reslint.data import patterns
with contextlib.redirect_stdout(io.StringIO()):
    main(["check", "--no-cache", "--jobs", "1", *sys.argv[1:]])
stored = patterns._cached.programs if patterns._cached else {}
print(json.dumps({
    "made": len(patterns._made),
    "stored": sum(key in stored for key in patterns._made),
    "different": [
        text for (text, flags), made in patterns._made.items()
        if made != re.compile(text, flags) or made.groupindex != re.compile(text, flags).groupindex
    ],
}))
"""


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.delenv("RESLINT_NO_CACHE", raising=False)
    forget(monkeypatch)
    return tmp_path / "reslint" / "compiled"


def forget(monkeypatch: pytest.MonkeyPatch) -> None:
    """As in a new process."""
    monkeypatch.setattr(patterns, "_made", {})
    monkeypatch.setattr(patterns, "_new", {})
    monkeypatch.setattr(patterns, "_cached", None)


def check(*paths: Path) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, "-c", CHECK, *map(str, paths)],
        capture_output=True,
        check=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    said: dict[str, Any] = json.loads(done.stdout)
    return said


def of_language(language: str) -> list[Path]:
    return [path for path in EXAMPLES if path.suffixes[0] == f".{language}"]


def test_a_second_start_compiles_nothing_again(cache: Path) -> None:
    first = check(*of_language("en"))
    assert first["made"] > 80
    assert first["stored"] == 0
    assert first["different"] == []
    # Another language adds what it needs to what is there.
    second = check(*of_language("ar"))
    assert 0 < second["stored"] < second["made"]
    every = check(*of_language("en"), *of_language("ar"))
    assert every["stored"] == every["made"] > first["made"]
    assert every["different"] == []
    assert [path.name for path in cache.glob("expressions-*")] == [
        f"expressions-{sys.hexversion:x}.bin"
    ]


@pytest.mark.parametrize(
    ("text", "flags"),
    [
        ("", 0),
        (r"(?P<one>a)|(?P<two>[^\W\d_]+?)(?=\b)", 0),
        (r"(?i:É)x(?<!ß)", re.MULTILINE),
        ("straße|[а-я]{2,}|ſ", re.IGNORECASE),
        ("(a)(?:b|(?P<n>c))(?P=n)?(?(1)d|e)\\Z", re.VERBOSE | re.DOTALL),
        ("[\U0001f600-\U0001f64f]|[^\ud800-\udfff]", 0),
        (r"(?s:.)(?>a+)b++", re.ASCII),
    ],
)
def test_expressions_of_all_kinds(
    cache: Path, monkeypatch: pytest.MonkeyPatch, text: str, flags: int
) -> None:
    right = re.compile(text, flags)
    assert patterns.expression(text, flags) == right
    patterns.cache_programs()
    forget(monkeypatch)
    again = patterns.expression(text, flags)
    assert again == right
    assert (again.flags, again.groups, again.groupindex) == (
        right.flags,
        right.groups,
        right.groupindex,
    )
    assert not patterns._new
    assert patterns.expression(text, flags) is again


def test_a_wrong_expression(cache: Path) -> None:
    with pytest.raises(re.error, match="unterminated"):
        patterns.expression("(a")
    patterns.cache_programs()
    assert not list(cache.glob("*"))


@pytest.mark.parametrize("damage", [b"", b"x", b"expressions 3.11\nabcdefgh"])
def test_a_damaged_cache_is_written_again(
    cache: Path, monkeypatch: pytest.MonkeyPatch, damage: bytes
) -> None:
    patterns.expression("a+")
    patterns.cache_programs()
    (file,) = cache.glob("expressions-*")
    whole = file.read_bytes()
    for left in (damage, whole[:-1], whole[:-1] + bytes([whole[-1] ^ 1])):
        file.write_bytes(left)
        forget(monkeypatch)
        assert patterns.expression("a+") == re.compile("a+")
        patterns.cache_programs()
        assert file.read_bytes() == whole


def test_a_program_that_this_python_does_not_take(
    cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    patterns.expression("a+")
    flags, groups, by_name, names, code = patterns._new["a+", 0]
    for other in (b"\xff\xff\xff\xff" * 4, code[:-2], b""):
        forget(monkeypatch)
        monkeypatch.setattr(patterns, "_cached", patterns._CachedPrograms())
        assert patterns._cached is not None
        patterns._cached.programs["a+", 0] = (flags, groups, by_name, names, other)
        assert patterns.expression("a+") == re.compile("a+")


def test_many_expressions_do_not_grow_without_end(
    cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(patterns, "_MOST", 3)
    for number in range(5):
        forget(monkeypatch)
        patterns.expression(f"a{number}")
        patterns.cache_programs()
    forget(monkeypatch)
    assert [text for text, _ in patterns._CachedPrograms().programs] == ["a3", "a4"]


def test_without_a_cache_nothing_is_written(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RESLINT_NO_CACHE", "1")
    assert patterns.expression("a+") == re.compile("a+")
    patterns.cache_programs()
    assert not cache.exists()
