"""The settings and house rules of the office are taken up while the page runs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reslint.settings.config import ConfigError
from reslint.web import tasks
from reslint.web.options import FRESH, DraftSettings, WebOptions
from tests.texts import house_rule
from tests.web.serving import DRAFT


class Clock:
    """A clock that is set by hand."""

    now = 0.0

    def __call__(self) -> float:
        return self.now

    def pass_by(self) -> None:
        self.now += FRESH


def profile_of(drafts: DraftSettings) -> str:
    return drafts.of("draft.md", {}, "en").profile


@pytest.mark.parametrize("named", [False, True])
def test_a_changed_file_holds_after_a_while(tmp_path: Path, named: bool) -> None:
    file = tmp_path / "reslint.yaml"
    file.write_text("profile: strict\n")
    clock = Clock()
    options = WebOptions(folder=str(tmp_path), config=str(file) if named else "")
    drafts = DraftSettings(options, clock)
    assert profile_of(drafts) == "strict"
    file.write_text("profile: standard\n")
    assert profile_of(drafts) == "strict"
    clock.pass_by()
    assert profile_of(drafts) == "standard"


def test_a_file_that_is_made_or_removed(tmp_path: Path) -> None:
    clock = Clock()
    drafts = DraftSettings(WebOptions(folder=str(tmp_path)), clock)
    assert profile_of(drafts) == "standard"
    (tmp_path / "reslint.yaml").write_text("profile: strict\n")
    clock.pass_by()
    assert profile_of(drafts) == "strict"
    (tmp_path / "reslint.yaml").unlink()
    clock.pass_by()
    assert profile_of(drafts) == "standard"


def test_a_wrong_file_is_said_once_and_changes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "reslint.yaml"
    file.write_text("profile: strict\n")
    clock = Clock()
    drafts = DraftSettings(WebOptions(folder=str(tmp_path)), clock)
    file.write_text("profile: none of them\n")
    for _ in range(3):
        clock.pass_by()
        assert profile_of(drafts) == "strict"
    said = capsys.readouterr().err.splitlines()
    assert len(said) == 1 and "reslint.yaml" in said[0]
    file.write_text("profile: standard\n")
    clock.pass_by()
    assert profile_of(drafts) == "standard"


def test_a_changed_rule_file_holds_after_a_while(tmp_path: Path) -> None:
    (tmp_path / "reslint.yaml").write_text("rules: [house.yaml]\nselect: [HOUSE]\n")
    house = tmp_path / "house.yaml"
    clock = Clock()
    house.write_text(house_rule("boats"))
    drafts = DraftSettings(WebOptions(folder=str(tmp_path)), clock)

    def places() -> list[int]:
        upload = tasks.Upload("draft.md", DRAFT.encode(), is_text=True)
        settings = drafts.of("draft.md", {}, "en")
        answer = tasks.with_current_rules(drafts.rules_state, tasks.check, upload, settings)
        (file,) = json.loads(answer.body)["files"]
        return [one["column"] for one in file["diagnostics"]]

    boats, paint = (DRAFT.split("\n")[4].index(word) + 1 for word in ("boats", "paint"))
    assert places() == [boats]
    house.write_text(house_rule("paint"))
    assert places() == [boats]
    clock.pass_by()
    assert places() == [paint]


def test_a_wrong_file_at_the_start(tmp_path: Path) -> None:
    (tmp_path / "reslint.yaml").write_text("profile: none of them\n")
    with pytest.raises(ConfigError):
        DraftSettings(WebOptions(folder=str(tmp_path)))
