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


@pytest.mark.parametrize(("command", "new"), [("convert", "new.md"), ("preview", "new.html")])
def test_another_file_is_replaced_by_force_alone(tmp_path: Path, command: str, new: str) -> None:
    (tmp_path / "draft.md").write_text(DRAFT, encoding="utf-8")
    (tmp_path / new).write_text("kept", encoding="utf-8")
    assert reslint(tmp_path, command, "draft.md", new).code == 2
    assert (tmp_path / new).read_text(encoding="utf-8") == "kept"
    assert reslint(tmp_path, command, "draft.md", new, "--force").code == 0
    assert "Recalling" in (tmp_path / new).read_text(encoding="utf-8")


@pytest.mark.parametrize("command", ["convert", "preview"])
def test_a_folder_is_no_new_file(tmp_path: Path, command: str) -> None:
    (tmp_path / "draft.md").write_text(DRAFT, encoding="utf-8")
    (tmp_path / "out").mkdir()
    done = reslint(tmp_path, command, "draft.md", "out", "--force")
    assert (done.code, done.out) == (2, "")
    assert done.err == f"reslint {command}: error: out is a folder: name the new file\n"


@pytest.mark.parametrize("command", ["convert", "preview"])
def test_a_link_is_followed_and_a_pipe_stays_one(tmp_path: Path, command: str) -> None:
    (tmp_path / "draft.md").write_text(DRAFT, encoding="utf-8")
    (tmp_path / "target").write_text("old", encoding="utf-8")
    (tmp_path / "link").symlink_to("target")
    assert reslint(tmp_path, command, "draft.md", "link", "--force").code == 0
    assert (tmp_path / "link").is_symlink()
    assert "Recalling" in (tmp_path / "target").read_text(encoding="utf-8")
    assert reslint(tmp_path, command, "draft.md", "/dev/null", "--force").code == 0
    assert Path("/dev/null").is_char_device()


def test_what_cannot_be_written_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "draft.md").write_text(DRAFT, encoding="utf-8")
    done = reslint(tmp_path, "convert", "draft.md", "missing/new.docx")
    assert (done.code, done.err) == (2, "reslint: missing/new.docx: No such file or directory\n")
    assert sorted(one.name for one in tmp_path.iterdir()) == ["draft.md"]


@pytest.mark.parametrize(
    "name", ["new.pdf", "new.doc", "new.odt", "new.html", "NEW.RTF", "new.xml"]
)
def test_names_of_formats_that_are_not_written(tmp_path: Path, name: str) -> None:
    (tmp_path / "draft.md").write_text(DRAFT, encoding="utf-8")
    done = reslint(tmp_path, "convert", "draft.md", name)
    assert (done.code, done.out) == (2, "")
    assert done.err.endswith(f"{name}: name the new file .md or .docx, or say --to\n")
    assert not (tmp_path / name).exists()
    assert reslint(tmp_path, "convert", "draft.md", name, "--to", "md").code == 0
