"""What settings exclude, and patterns that name nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.run import reslint
from tests.texts import DRAFT


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("a.md", "b.old.md", "archive/c.md", "archive/deep/d.md", "new/archive/e.md"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(DRAFT)
    return tmp_path


def checked(folder: Path, *arguments: str) -> list[str]:
    files = json.loads(reslint(folder, "check", "--format", "json", *arguments).out)["files"]
    return [one["path"] for one in files]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("exclude: [archive/]", ["a.md", "b.old.md"]),
        ("exclude: [/archive/]", ["a.md", "b.old.md", "new/archive/e.md"]),
        ("exclude: ['*.old.md', archive/**]", ["a.md", "new/archive/e.md"]),
        ("exclude: ['{a,b.old}.md']", ["archive/c.md", "archive/deep/d.md", "new/archive/e.md"]),
        ("exclude: ['*.md', '!a.md']", ["a.md"]),
    ],
)
def test_patterns_of_the_settings(folder: Path, text: str, left: list[str]) -> None:
    (folder / "reslint.yaml").write_text(text + "\n")
    assert checked(folder, ".") == left
    assert checked(folder) == left
    above = [f"{folder.name}/{path}" for path in left]
    assert checked(folder.parent, folder.name) == above


def test_patterns_of_the_command_line_add(folder: Path) -> None:
    (folder / "reslint.yaml").write_text("exclude: [archive/]\n")
    assert checked(folder, "--exclude", "b*") == ["a.md"]
    assert checked(folder, "--exclude", "new", "--exclude", "./a.md") == ["b.old.md"]
    outcome = reslint(folder, "check", "--exclude", "a\\b")
    assert outcome.code == 2
    assert "--exclude: " in outcome.err


def test_what_is_named_is_checked_unless_forced(folder: Path) -> None:
    (folder / "reslint.yaml").write_text("exclude: [archive/, '*.old.md']\n")
    named = ["archive", "b.old.md", "archive/c.md"]
    assert checked(folder, *named) == ["archive/c.md", "archive/deep/d.md", "b.old.md"]
    assert checked(folder, "--force-exclude", *named, "a.md") == ["a.md"]
    assert checked(folder, "--force-exclude", "archive/*.md") == []
    outcome = reslint(folder, "check", "--force-exclude", *named)
    assert (outcome.code, outcome.out) == (
        0,
        "0 drafts checked.\n"
        "2 files were not read as drafts: excluded by the settings.\n"
        "1 folder was left out: excluded by the settings.\n",
    )
    (folder / "reslint.yaml").write_text("exclude: archive/\nforce_exclude: true\n")
    assert checked(folder, *named) == ["b.old.md"]


def test_what_is_excluded_is_said(folder: Path) -> None:
    (folder / "reslint.yaml").write_text("exclude: [/archive/, '*.old.md']\n")
    outcome = reslint(folder, "check", "--verbose")
    assert outcome.out.splitlines()[-4:] == [
        "1 file was not read as a draft: excluded by the settings.",
        "1 folder was left out: excluded by the settings.",
        "  b.old.md: excluded by the settings",
        "  archive/: excluded by the settings",
    ]


def test_patterns_that_name_no_file_are_said(folder: Path) -> None:
    (folder / "reslint.yaml").write_text(
        "exclude:\n  - none/\n  - archive/\noverrides:\n"
        "  - files: [a.md, 'fr/*.md']\n    language: en\n"
    )
    said = (
        "reslint: reslint.yaml:2: the pattern “none/” names no file\n"
        "reslint: reslint.yaml:5: the pattern “fr/*.md” names no file\n"
    )
    assert reslint(folder, "check").err == said
    assert reslint(folder, "check", ".", "--format", "json").err == said
    # Another part of the folder may have the file.
    assert reslint(folder, "check", "new").err == ""
    assert reslint(folder, "check", "a.md").err == ""
    assert reslint(folder, "check", "--config", "reslint.yaml").err == ""
    french = reslint(folder, "check", "--exclude", "x*", "--message-language", "fr").err
    assert french.startswith("reslint: --exclude : le motif « x* » ne désigne aucun fichier\n")


def test_an_extended_file_excludes_in_the_folder_of_the_one_that_extends(folder: Path) -> None:
    (folder.parent / "house.yaml").write_text("exclude: [/archive/, x/]\n")
    (folder / "reslint.yaml").write_text("extends: ../house.yaml\nexclude: b.old.md\n")
    assert checked(folder) == ["a.md", "new/archive/e.md"]
    assert reslint(folder, "check").err == ""


def test_links_that_are_not_followed_are_said(folder: Path) -> None:
    outside = folder.parent / "outside"
    outside.mkdir(exist_ok=True)
    (outside / "z.md").write_text(DRAFT)
    (folder / "linked").symlink_to(outside, target_is_directory=True)
    (folder / "z.md").symlink_to(outside / "z.md")
    (folder / "lost.md").symlink_to("nowhere.md")
    lines = reslint(folder, "check", "--verbose").out.splitlines()
    assert lines[-5:] == [
        "2 files were not read as drafts: a link that is not followed.",
        "1 folder was left out: a link that is not followed.",
        "  lost.md: a link that is not followed",
        "  z.md: a link that is not followed",
        "  linked/: a link that is not followed",
    ]


def test_folders_of_tools_are_named_where_no_draft_is_found(tmp_path: Path) -> None:
    for name in ("build/a.md", "ignored/b.md"):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text(DRAFT)
    (tmp_path / ".git").mkdir()
    (tmp_path / ".gitignore").write_text("ignored/\nc.md\n")
    (tmp_path / "c.md").write_text(DRAFT)
    assert reslint(tmp_path, "check").out == (
        "0 drafts checked.\n"
        "1 file was not read as a draft: named in .gitignore.\n"
        "2 folders were left out: a folder of other tools (1); named in .gitignore (1).\n"
    )
    (tmp_path / "d.md").write_text(DRAFT)
    assert "folders" not in reslint(tmp_path, "check").out


FAULTY = DRAFT.replace("*Requests*", "Requests")


def test_fail_on_and_format_of_the_settings(tmp_path: Path) -> None:
    (tmp_path / "drafts" / "old").mkdir(parents=True)
    for name in ("a.md", "old/b.md"):
        (tmp_path / "drafts" / name).write_text(FAULTY)
    assert FAULTY != DRAFT
    settings = tmp_path / "drafts" / "reslint.yaml"
    settings.write_text("severity: {LEAD002: info}\nfail_on: warning\nformat: json\n")
    outcome = reslint(tmp_path, "check", "drafts")
    assert (outcome.code, json.loads(outcome.out)["summary"]["info"]) == (0, 2)
    assert reslint(tmp_path, "check", "drafts", "--fail-on", "info").code == 1
    assert reslint(tmp_path, "check", "drafts/a.md", "--format", "concise").out.startswith("drafts")
    settings.write_text(
        "fail_on: error\noverrides: [{files: old/, fail_on: warning}]\n"
        "severity: {LEAD002: warning}\n"
    )
    assert reslint(tmp_path, "check", "drafts/a.md").code == 0
    assert reslint(tmp_path, "check", "drafts").code == 1


def test_the_users_own_settings_hold_where_there_are_no_others(tmp_path: Path) -> None:
    own = tmp_path / "home" / "reslint" / "reslint.yaml"
    own.parent.mkdir(parents=True)
    own.write_text("ignore: [LEAD]\noverrides: [{files: 'x*.md', ignore: [FORM]}]\n")
    (tmp_path / "d").mkdir()
    (tmp_path / "d" / "a.md").write_text(FAULTY)
    variables = {"RESLINT_NO_USER_SETTINGS": "", "XDG_CONFIG_HOME": str(tmp_path / "home")}
    assert reslint(tmp_path / "d", "check", variables=variables).code == 0
    assert reslint(tmp_path / "d", "check").code == 1
    shown = reslint(tmp_path / "d", "config", variables=variables).out.splitlines()
    assert shown[0] == f"settings file: {own}"
    (tmp_path / "d" / "reslint.yaml").write_text("profile: strict\n")
    assert reslint(tmp_path / "d", "check", variables=variables).code == 1
