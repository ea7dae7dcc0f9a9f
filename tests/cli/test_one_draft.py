"""A new file made of a draft never replaces that draft."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.cli.run import reslint

DRAFT = "*The General Assembly*,\n\n*Recalling* the Charter,\n\n1. *Decides* to read.\n"


@pytest.mark.parametrize("command", ["convert", "preview"])
@pytest.mark.parametrize("out", ["draft.md", "./draft.md", "link.md", "hard.md"])
def test_the_draft_itself_stays_also_by_force(tmp_path: Path, command: str, out: str) -> None:
    (tmp_path / "draft.md").write_text(DRAFT, encoding="utf-8")
    (tmp_path / "link.md").symlink_to("draft.md")
    os.link(tmp_path / "draft.md", tmp_path / "hard.md")
    done = reslint(tmp_path, command, "draft.md", out, "--force")
    assert (done.code, done.out) == (2, "")
    assert done.err == f"reslint {command}: error: {out} is the draft itself\n"
    assert (tmp_path / "draft.md").read_text(encoding="utf-8") == DRAFT


@pytest.mark.parametrize("command", ["convert", "preview"])
def test_another_file_is_replaced_by_force_alone(tmp_path: Path, command: str) -> None:
    (tmp_path / "draft.md").write_text(DRAFT, encoding="utf-8")
    (tmp_path / "new.html").write_text("kept", encoding="utf-8")
    assert reslint(tmp_path, command, "draft.md", "new.html").code == 2
    assert (tmp_path / "new.html").read_text(encoding="utf-8") == "kept"
    assert reslint(tmp_path, command, "draft.md", "new.html", "--force").code == 0
    assert "Recalling" in (tmp_path / "new.html").read_text(encoding="utf-8")
