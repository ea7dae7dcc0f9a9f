"""From arguments to files."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from reslint.files.discovery import LeftOut, find_files


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of texts, the current folder."""
    for name in (
        "b.md",
        "a.md",
        "notes.TXT",
        "c.markdown",
        "picture.png",
        ".hidden.md",
        "sub/d.md",
        "sub/deeper/e.txt",
        ".git/f.md",
        "node_modules/g.md",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def paths(*arguments: str) -> list[str]:
    found, problems = find_files(arguments)
    assert problems == []
    return [one.path for one in found]


ALL = ["a.md", "b.md", "c.markdown", "notes.TXT", "sub/d.md", "sub/deeper/e.txt"]


@pytest.mark.usefixtures("tree")
def test_a_folder_is_walked_in_order() -> None:
    assert paths(".") == ALL
    assert paths("sub") == ["sub/d.md", "sub/deeper/e.txt"]
    assert paths("sub/") == ["sub/d.md", "sub/deeper/e.txt"]


def test_an_absolute_folder_gives_absolute_paths(tree: Path) -> None:
    assert paths(str(tree)) == [str(tree / name) for name in ALL]


@pytest.mark.usefixtures("tree")
def test_a_named_file_is_taken_whatever_its_name() -> None:
    found, _ = find_files(["picture.png", ".hidden.md", "sub"])
    assert [(one.path, one.named) for one in found] == [
        (".hidden.md", True),
        ("picture.png", True),
        ("sub/d.md", False),
        ("sub/deeper/e.txt", False),
    ]


@pytest.mark.usefixtures("tree")
def test_a_file_is_taken_once_and_being_named_counts() -> None:
    found, _ = find_files(["sub", "sub/d.md", "./sub/d.md", "."])
    assert [(one.path, one.named) for one in found if one.path.endswith("d.md")] == [
        ("sub/d.md", True)
    ]


@pytest.mark.usefixtures("tree")
def test_a_missing_path_is_a_problem() -> None:
    found, problems = find_files(["a.md", "none.md"])
    assert [one.path for one in found] == ["a.md"]
    assert [(one.code, one.path) for one in problems] == [("TOOL005", "none.md")]


@pytest.mark.usefixtures("tree")
def test_standard_input_is_passed_on() -> None:
    assert paths("-", "a.md") == ["-", "a.md"]


def test_gitignore_is_respected_from_the_top_of_the_repository(tree: Path) -> None:
    (tree / ".gitignore").write_text("b.md\n/c.*\nsub/deeper/\n*.TXT\n")
    assert paths(".") == ["a.md", "sub/d.md"]
    assert paths("sub") == ["sub/d.md"]
    # What is named is taken all the same, be it a file or a folder.
    assert paths("b.md", "sub/deeper") == ["b.md", "sub/deeper/e.txt"]


def test_the_nearest_gitignore_has_the_last_word(tree: Path) -> None:
    (tree / ".gitignore").write_text("*.txt\nd.md\n")
    (tree / "sub" / ".gitignore").write_text("!d.md\n")
    assert "sub/d.md" in paths(".")
    assert "sub/deeper/e.txt" not in paths(".")


def test_links_that_lead_out_and_loops_are_left_out(
    tree: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside")
    (outside / "secret.md").write_text("x")
    os.symlink(outside, tree / "sub" / "out")
    os.symlink(outside / "secret.md", tree / "sub" / "out.md")
    os.symlink(tree, tree / "sub" / "loop")
    os.symlink(tree / "none.md", tree / "sub" / "broken.md")
    os.symlink(tree / "sub" / "d.md", tree / "sub" / "z.md")
    assert paths("sub") == ["sub/d.md", "sub/deeper/e.txt"]


def test_a_folder_without_drafts_gives_nothing(tmp_path: Path) -> None:
    assert paths(str(tmp_path)) == []


@pytest.mark.skipif(getattr(os, "geteuid", int)() == 0, reason="root reads everything")
def test_a_folder_that_cannot_be_read_is_a_problem(tree: Path) -> None:
    (tree / "sub").chmod(0)
    try:
        _, problems = find_files(["sub"])
    finally:
        (tree / "sub").chmod(0o755)
    assert [one.code for one in problems] == ["TOOL005"]


def test_word_and_akn4un_files_are_drafts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("draft.docx", "~$draft.docx", "form.dotx", "macros.DOTM", "no.doc", "table.xlsx"):
        (tmp_path / name).write_text("x")
    (tmp_path / "zip.DOC").write_bytes(b"PK\x03\x04")
    (tmp_path / "old.doc").write_bytes(b"\xd0\xcf\x11\xe0")
    (tmp_path / "akn.xml").write_text('<?xml version="1.0"?>\n<akomaNtoso/>')
    (tmp_path / "other.xml").write_text("<html/>")
    monkeypatch.setattr("reslint.documents.others.converter", lambda: None)
    other: list[LeftOut] = []
    found, _ = find_files([str(tmp_path)], other)
    names = [os.path.basename(one.path) for one in found]
    assert names == ["akn.xml", "draft.docx", "form.dotx", "macros.DOTM", "zip.DOC"]
    names = sorted(os.path.basename(one.path) for one in other if one.why == "format")
    assert names == ["no.doc", "old.doc"]
    # With LibreOffice an old Word file is a draft like any other.
    monkeypatch.setattr("reslint.documents.others.converter", lambda: "/usr/bin/soffice")
    found, _ = find_files([str(tmp_path)])
    assert "old.doc" in [os.path.basename(one.path) for one in found]


def test_a_pattern_that_the_shell_did_not_open(tree: Path) -> None:
    assert paths("*.md") == ["a.md", "b.md"]
    assert paths("sub/**/*.txt") == ["sub/deeper/e.txt"]
    assert [one.named for one in find_files(["?.md"])[0]] == [True, True]
    (tree / "[x].md").write_text("x")
    assert paths("[x].md") == ["[x].md"]


def test_a_pattern_that_matches_nothing_is_an_error(tree: Path) -> None:
    found, problems = find_files(["*.rst"])
    assert found == []
    assert [problem.path for problem in problems] == ["*.rst"]
