"""The hooks as their users run them: pre-commit itself, on a repository made here."""

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
from tests.cli.test_check import DRAFT
from tests.conftest import ROOT

SLIPS = DRAFT.replace("*Recalling*", "Recalling").replace("matter.", "matter")
PARTS = ("reslint", "rules", "pyproject.toml", "hatch_build.py", "README.md", "LICENSE")
GIT = {
    "GIT_AUTHOR_NAME": "A",
    "GIT_AUTHOR_EMAIL": "a@example.org",
    "GIT_COMMITTER_NAME": "A",
    "GIT_COMMITTER_EMAIL": "a@example.org",
    "GIT_CONFIG_GLOBAL": os.devnull,
}


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


@pytest.mark.skipif(
    importlib.util.find_spec("pre_commit") is None or shutil.which("git") is None,
    reason="pre-commit is not installed (pip install pre-commit)",
)
def test_a_commit_is_stopped_and_mended(tmp_path: Path) -> None:
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
    draft.write_text(SLIPS)
    (drafts / "README.md").write_text("# Drafts\n\nOurs.\n")
    commit(drafts)

    def try_hook(name: str) -> tuple[int, str]:
        environment = {
            key: value for key, value in os.environ.items() if not key.startswith("PYTHON")
        }
        done = subprocess.run(
            [sys.executable, "-m", "pre_commit", "try-repo", str(hooks), name, "--all-files"],
            cwd=drafts,
            capture_output=True,
            text=True,
            check=False,
            timeout=600,
            env={
                **environment,
                **GIT,
                "PRE_COMMIT_HOME": str(tmp_path / "home"),
                "LANG": "C.UTF-8",
            },
        )
        return done.returncode, done.stdout + done.stderr

    code, said = try_hook("reslint")
    if "InstallationError" in said or ("pip" in said and "ERROR" in said):
        pytest.skip("pre-commit cannot install anything here (no network?)")
    assert code == 1, said
    assert "draft.md:3:1 error LEAD002" in said
    assert "README" not in said
    assert draft.read_text() == SLIPS
    code, said = try_hook("reslint-fix")
    assert code == 1, said
    assert "Mended 2 findings in 1 draft" in said
    assert draft.read_text() == DRAFT
    assert try_hook("reslint-fix")[0] == 0
    assert try_hook("reslint")[0] == 0
