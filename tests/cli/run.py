"""Run the command: in this process where that is the same, else in one of its own."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from contextlib import chdir, redirect_stderr, redirect_stdout
from pathlib import Path
from unittest import mock

from reslint.cli.main import main
from reslint.files import replace, result_cache
from reslint.rulebook import book
from tests.conftest import ROOT

_ONCE_A_PROCESS = (result_cache._CODE_KEYS, replace._swept)
"""What a process learns once from files that may change between two runs."""
_UNSET = ("LC_", "LANG", "NO_COLOR", "FORCE_COLOR")


class Outcome:
    """What a run left: exit code, output (as bytes: `data`), messages."""

    def __init__(self, code: int, out: bytes, err: bytes) -> None:
        self.code = code
        self.data = out
        self.err = err.decode()

    @property
    def out(self) -> str:
        return self.data.decode()

    def __repr__(self) -> str:
        return f"Outcome({self.code}, {self.data!r}, {self.err!r})"


def environment(changes: dict[str, str] | None = None) -> dict[str, str]:
    """The environment of a run: an English locale and no colours unless `changes` says so."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(_UNSET)}
    return kept | {"PYTHONPATH": str(ROOT), "LANG": "C.UTF-8", "COLUMNS": "80"} | (changes or {})


def reslint(
    folder: Path, *arguments: str, stdin: bytes = b"", variables: dict[str, str] | None = None
) -> Outcome:
    """Run the command in a folder, as in a new process but in this one."""
    out, err, given = (io.TextIOWrapper(io.BytesIO(data)) for data in (b"", b"", stdin))
    for known in _ONCE_A_PROCESS:
        known.clear()
    book.forget_house_rules()
    with (
        chdir(folder),
        mock.patch.dict(os.environ, environment(variables), clear=True),
        mock.patch.object(sys, "stdin", given),
        redirect_stdout(out),
        redirect_stderr(err),
    ):
        code = main(arguments)
    return Outcome(code, *(_written(stream) for stream in (out, err)))


def _written(stream: io.TextIOWrapper) -> bytes:
    stream.flush()
    assert isinstance(stream.buffer, io.BytesIO)
    return stream.buffer.getvalue()


def command(*arguments: str) -> list[str]:
    """The command line of a process of its own, for tests of streams, signals and processes."""
    return [sys.executable, "-m", "reslint", *arguments]


def reslint_process(folder: Path, *arguments: str, stdin: bytes = b"") -> Outcome:
    """Run the command in a folder as a process of its own."""
    done = subprocess.run(
        command(*arguments),
        cwd=folder,
        input=stdin,
        capture_output=True,
        env=environment(),
        timeout=60,
        check=False,
    )
    return Outcome(done.returncode, done.stdout, done.stderr)
