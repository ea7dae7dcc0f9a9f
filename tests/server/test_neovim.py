"""The server in a real editor: Neovim, where it is installed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.server.drafts import EN


@pytest.mark.skipif(shutil.which("nvim") is None, reason="Neovim is not installed")
def test_a_draft_in_neovim(tmp_path: Path) -> None:
    draft = tmp_path / "draft.md"
    draft.write_text(EN, encoding="utf-8")
    out = tmp_path / "out.txt"
    script = Path(__file__).with_name("neovim.lua")
    done = subprocess.run(
        ["nvim", "--headless", "--clean", str(draft), "-c", f"luafile {script}"],
        cwd=tmp_path,
        env={
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "RESLINT_OUT": str(out),
            "RESLINT_PYTHON": sys.executable,
        },
        capture_output=True,
        timeout=180,
        check=False,
    )
    lines = out.read_text(encoding="utf-8").splitlines()
    assert (done.returncode, lines) == (
        0,
        [
            "2:0-9 LEAD002 Mettre l’entrée en matière en italique : *Recalling*.",
            "*Recalling* its resolution 70/1 of 25 September 2015,",
            "symbols",
        ],
    )
