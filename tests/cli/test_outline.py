"""`reslint outline`: it reads files as `reslint check` does."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.run import reslint
from tests.texts import DRAFT

posix = pytest.mark.skipif(os.name != "posix", reason="what POSIX systems have")


def write_bad_bytes(path: Path) -> None:
    path.write_bytes("Café,\na".encode() + b"\xff")


@pytest.mark.parametrize(
    ("make", "error"),
    [
        pytest.param(
            os.mkfifo, ": error TOOL005 the file is a pipe, and nothing writes to it", marks=posix
        ),
        pytest.param(
            lambda path: path.symlink_to("/dev/zero"),
            ": error TOOL005 the file is not a draft: it is larger than 20,000,000 bytes",
            marks=posix,
        ),
        (Path.mkdir, ": error TOOL005 the file cannot be read (Is a directory)"),
        (lambda path: None, ": error TOOL005 the file cannot be read (No such file or directory)"),
        (
            write_bad_bytes,
            ":2:2 error TOOL005 the file is not UTF-8 (byte 0xff); save it as UTF-8",
        ),
    ],
    ids=["pipe", "device", "folder", "missing", "bytes"],
)
def test_what_is_no_readable_file(tmp_path: Path, make: Callable[[Path], None], error: str) -> None:
    make(tmp_path / "draft.md")
    outcome = reslint(tmp_path, "outline", "draft.md")
    assert (outcome.code, outcome.out, outcome.err) == (2, "", f"draft.md{error}\n")


def test_standard_input_too_large_for_a_draft(tmp_path: Path) -> None:
    outcome = reslint(tmp_path, "outline", "-", stdin=b"a" * 20_000_001)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith("-: error TOOL005 the file is not a draft")


def test_a_draft_and_standard_input_have_the_same_outline(tmp_path: Path) -> None:
    (tmp_path / "draft.md").write_text(DRAFT, encoding="utf-8")
    outcome = reslint(tmp_path, "outline", "draft.md", "--format", "json")
    assert (outcome.code, outcome.err) == (0, "")
    data = json.loads(outcome.out)
    assert (data["language"], data["organ"], data["resolution"]) == ("en", "GA", True)
    again = reslint(tmp_path, "outline", "-", "--format", "json", stdin=DRAFT.encode())
    assert again.out == outcome.out
