"""Test the hooks with pre-commit, on a temporary repository."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from reslint.cli.main import COMMANDS
from tests.conftest import ROOT
from tests.texts import DRAFT, FAULTY

PARTS = ("reslint", "rules", "pyproject.toml", "hatch_build.py", "README.md", "LICENSE")
GIT = {
    "GIT_AUTHOR_NAME": "A",
    "GIT_AUTHOR_EMAIL": "a@example.org",
    "GIT_COMMITTER_NAME": "A",
    "GIT_COMMITTER_EMAIL": "a@example.org",
    "GIT_CONFIG_GLOBAL": os.devnull,
}

CONFIG = """\
repos:
  - repo: {hooks}
    rev: HEAD
    hooks:
      - id: reslint
      - id: reslint-fix
        stages: [manual]
"""


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(
        ["git", *arguments], cwd=folder, check=True, capture_output=True, env={**os.environ, **GIT}
    )


def commit(folder: Path) -> None:
    git(folder, "init", "--quiet")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "All")


def test_the_hooks_name_commands_there_are() -> None:
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())
    assert [hook["id"] for hook in hooks] == ["reslint", "reslint-fix"]
    for hook in hooks:
        command, name = hook["entry"].split()[:2]
        assert (command, name in COMMANDS, hook["language"]) == ("reslint", True, "python")


def test_the_action_is_sound() -> None:
    action = yaml.safe_load((ROOT / "action.yml").read_text())
    assert action["runs"]["using"] == "composite"
    for step in action["runs"]["steps"]:
        assert "${{" not in step.get("run", "")


@pytest.mark.skipif(shutil.which("bash") is None, reason="the action runs bash")
@pytest.mark.parametrize(
    ("paths", "given"),
    [
        ("my drafts", ["my drafts"]),
        ("my drafts\na b.md\n", ["my drafts", "a", "b.md"]),
        (".", ["."]),
        ("a *.md", ["a", "*.md"]),
    ],
)
def test_the_action_takes_paths_with_spaces(tmp_path: Path, paths: str, given: list[str]) -> None:
    (tmp_path / "my drafts").mkdir()
    program = tmp_path / "reslint"
    program.write_text('#!/bin/sh\nfor one in "$@"; do echo "$one"; done\n')
    program.chmod(0o755)
    action = yaml.safe_load((ROOT / "action.yml").read_text())
    done = subprocess.run(
        ["bash", "-c", action["runs"]["steps"][-1]["run"]],
        cwd=tmp_path,
        env={
            "PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}",
            "RESLINT_PATHS": paths,
            "RESLINT_ARGUMENTS": "--fail-on error",
        },
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split("\n")[:-1] == [
        *("check", "--format", "github", "--fail-on", "error", "--"),
        *given,
    ]


@pytest.mark.skipif(
    importlib.util.find_spec("pre_commit") is None or shutil.which("git") is None,
    reason="pre-commit is not installed (pip install pre-commit)",
)
def test_a_commit_is_stopped_and_the_draft_fixed(tmp_path: Path) -> None:
    hooks = tmp_path / "hooks"
    hooks.mkdir()
    for part in (*PARTS, ".pre-commit-hooks.yaml"):
        source = ROOT / part
        if source.is_dir():
            shutil.copytree(source, hooks / part, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, hooks / part)
    commit(hooks)
    drafts = tmp_path / "drafts"
    drafts.mkdir()
    draft = drafts / "draft.md"
    draft.write_text(FAULTY)
    (drafts / "README.md").write_text("# Drafts\n\nOurs.\n")
    git(drafts, "init", "--quiet")
    (drafts / ".pre-commit-config.yaml").write_text(CONFIG.format(hooks=hooks))
    git(drafts, "add", "--all")
    # The tests' own cache is left aside: pip keeps what it downloads in the user's.
    aside = ("PYTHON", "XDG_CACHE_HOME")
    kept = {key: value for key, value in os.environ.items() if not key.startswith(aside)}
    environment = {**kept, **GIT, "PRE_COMMIT_HOME": str(tmp_path / "home"), "LANG": "C.UTF-8"}

    def run(*command: str) -> tuple[int, str]:
        done = subprocess.run(
            command,
            cwd=drafts,
            capture_output=True,
            text=True,
            check=False,
            timeout=600,
            env=environment,
        )
        return done.returncode, done.stdout + done.stderr

    pre_commit = (sys.executable, "-m", "pre_commit")
    # The check hook stops a commit; after the fix hook has run, the commit succeeds.
    assert run(*pre_commit, "install")[0] == 0
    code, said = run("git", "commit", "--message", "A draft")
    if "InstallationError" in said or ("pip" in said and "ERROR" in said):
        pytest.skip("pre-commit cannot install anything here (no network?)")
    assert code == 1, said
    assert "draft.md:3:1 error LEAD002" in said
    assert "README" not in said
    assert draft.read_text() == FAULTY
    code, said = run(*pre_commit, "run", "reslint-fix", "--hook-stage", "manual", "--all-files")
    assert code == 1, said
    assert "Fixed 2 findings in 1 draft" in said
    assert draft.read_text() == DRAFT
    git(drafts, "add", "--all")
    assert run("git", "commit", "--message", "A draft")[0] == 0
