"""`reslint check --watch`: a change of a draft, its settings or its house rules is checked."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Timer

import pytest

from tests.conftest import heed_interruptions
from tests.texts import house_rule

_LIMIT = 120  # seconds after which a check that sees no change is ended
DRAFT = "*The General Assembly*,\n\n*Recalling* the Charter,\n\n1. *Decides* to paint the boats.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with settings and house rules, and the drafts in a folder below it."""
    (tmp_path / "house.yaml").write_text(house_rule("boats"))
    (tmp_path / "reslint.yaml").write_text("rules: [house.yaml]\nselect: [HOUSE]\n")
    (tmp_path / "drafts").mkdir()
    (tmp_path / "drafts" / "draft.md").write_text(DRAFT)
    return tmp_path


@pytest.fixture
def watched(folder: Path) -> Iterator[Callable[[], list[str]]]:
    """Return what waits for the next check and returns the words found, while the check runs."""
    process = subprocess.Popen(
        [sys.executable, "-m", "reslint", "check", "--watch", "--format", "concise", "drafts"],
        cwd=folder,
        env={**os.environ, "LC_ALL": "C.UTF-8"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        preexec_fn=heed_interruptions,
    )
    limit = Timer(_LIMIT, process.kill)
    limit.start()
    assert process.stdout is not None
    lines = process.stdout

    def found() -> list[str]:
        words: list[str] = []
        for line in lines:
            if "waiting for changes" in line:
                return words
            if "HOUSE001" in line:
                row, column = line.split(" ")[0].split(":")[1:]
                text = (folder / "drafts" / "draft.md").read_text().split("\n")[int(row) - 1]
                words.append(text[int(column) - 1 :].split()[0].rstrip(".;"))
        raise AssertionError("the check ended")

    yield found
    limit.cancel()
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=60)
    assert process.returncode == 130


def test_a_changed_draft_is_checked_again(folder: Path, watched: Callable[[], list[str]]) -> None:
    assert watched() == ["boats"]
    (folder / "drafts" / "draft.md").write_text(DRAFT.replace("boats", "boats and the boats"))
    assert watched() == ["boats", "boats"]


def test_changed_house_rules_above_the_drafts_hold(
    folder: Path, watched: Callable[[], list[str]]
) -> None:
    assert watched() == ["boats"]
    (folder / "house.yaml").write_text(house_rule("paint"))
    assert watched() == ["paint"]


def test_changed_settings_above_the_drafts_hold(
    folder: Path, watched: Callable[[], list[str]]
) -> None:
    assert watched() == ["boats"]
    (folder / "reslint.yaml").write_text("rules: [house.yaml]\nignore: [HOUSE]\n")
    assert watched() == []
