"""Test the speed benchmarks."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

from benchmarks import running, speed, timing
from benchmarks.running import environment, in_turns, median, memory_of_tree
from benchmarks.speed_texts import draft_of

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_commands_are_run_in_turns_with_compiled_files_kept(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    assert "PYTHONDONTWRITEBYTECODE" not in environment()
    found = in_turns({"good": [sys.executable, "-c", "pass"], "bad": ["false"]}, 2)
    assert [run.code for run in found["good"]] == [0, 0]
    assert [run.code for run in found["bad"]] == [1, 1]
    assert 0 < median(found["good"]) < 60_000
    assert found["good"][0].megabytes > 1


def test_memory_of_children_is_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    counted = tmp_path / "counted"
    real = running._kilobytes

    def kilobytes(pid: int) -> int:
        size = real(pid)
        if size > 55_000:
            counted.touch()
        return size

    monkeypatch.setattr(running, "_kilobytes", kilobytes)
    # The child lives until it is counted, or until it has looked so often.
    child = (
        f"import os; x = bytearray(60_000_000)\nfor _ in range(10**6):"
        f" os.path.exists({str(counted)!r}) and os._exit(0)"
    )
    parent = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}])"
    assert memory_of_tree([sys.executable, "-c", parent]) > 55
    assert counted.exists()


def test_a_warm_lint_is_timed_by_stage(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "draft.md"
    path.write_text(draft_of(4_000), encoding="utf-8")
    assert timing.main(["lint", str(path), "2"]) == 0
    assert json.loads(capsys.readouterr().out)["findings"] == 0
    assert timing.main(["profile", str(path), "2"]) == 0
    stages = json.loads(capsys.readouterr().out)
    assert {"blocks", "draft", "FORM001", "NOTE001"} <= stages.keys()
    assert "| FORM |" in speed.profile(str(path))


def test_peers_that_are_not_installed_are_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(speed, "PEERS", {"nobody": ["no-such-linter-anywhere"]})
    assert "not installed" in speed.peers({"short": "", "48 KB": ""}, 1)
