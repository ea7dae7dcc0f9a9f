"""Test the measurement of Word files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks import speed, word
from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_word_files_are_measured(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    speed.as_word(str(ROOT / "examples" / "libraries.en.md"), str(tmp_path))
    assert word.main([str(tmp_path), "--errors", "12"]) == 0
    out = capsys.readouterr().out
    assert "1 Word files" in out and "0.00 errors and warnings a file" in out
    assert "right\n" in out and "WRONG" not in out
    (tmp_path / "bad.docx").write_bytes(b"PK\x03\x04")
    assert word.main([str(tmp_path), "--errors", "0"]) == 1
    assert "not read: " in capsys.readouterr().out
