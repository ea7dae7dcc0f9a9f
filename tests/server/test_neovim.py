"""The server in a real editor: Neovim, where it is installed."""

from __future__ import annotations

import os
import re
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


def newer_neovim() -> str | None:
    """The path of a Neovim that has the built-in configuration (0.11); None where there is none."""
    path = os.environ.get("RESLINT_NVIM") or shutil.which("nvim")
    if path is None:
        return None
    said = subprocess.run([path, "--version"], capture_output=True, text=True, check=False).stdout
    version = re.match(r"NVIM v(\d+)\.(\d+)", said)
    return path if version and tuple(map(int, version.groups())) >= (0, 11) else None


@pytest.mark.skipif(newer_neovim() is None, reason="Neovim 0.11 is not installed (RESLINT_NVIM)")
def test_the_configuration_of_the_documentation(tmp_path: Path) -> None:
    page = (ROOT / "docs" / "editors.md").read_text(encoding="utf-8")
    configuration = page.partition("```lua\n")[2].partition("```")[0]
    assert "vim.lsp.enable" in configuration
    (tmp_path / "init.lua").write_text(configuration, encoding="utf-8")
    (tmp_path / "reslint.yaml").write_text("", encoding="utf-8")
    (tmp_path / "draft.md").write_text(EN, encoding="utf-8")
    command = tmp_path / "bin" / "reslint"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nexec {sys.executable} -m reslint "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    out = tmp_path / "out.txt"
    script = Path(__file__).with_name("neovim_configured.lua")
    done = subprocess.run(
        [
            str(newer_neovim()),
            *("--headless", "--clean", "-u", "init.lua", "draft.md", "-c", f"luafile {script}"),
        ],
        cwd=tmp_path,
        env={
            **os.environ,
            "PATH": f"{command.parent}{os.pathsep}{os.environ['PATH']}",
            "PYTHONPATH": str(ROOT),
            "RESLINT_OUT": str(out),
        },
        capture_output=True,
        timeout=180,
        check=False,
    )
    lines = out.read_text(encoding="utf-8").splitlines()
    assert (done.returncode, lines) == (
        0,
        ["2:0-9 LEAD002", "*Recalling* its resolution 70/1 of 25 September 2015,"],
    )
