"""A settings file once it is read: its overrides, its codes."""

from __future__ import annotations

from pathlib import Path

import pytest

from reslint.settings.config import Config
from reslint.settings.finding import ConfigFinder, read_config
from tests.settings.files import KNOWN, write

FILE = """\
ignore: [LEAD001]
severity: {LEAD002: info}
language: en
vocabulary: [one]
overrides:
  - files: ["fr/*.md"]
    language: fr
    ignore: [NUM001]
    severity: {LEAD001: hint, LEAD002: "off"}
  - files: ["*.md", "!b.md"]
    language: es
    select: [LEAD]
    vocabulary: [two]
"""


@pytest.fixture
def config(tmp_path: Path) -> Config:
    write(tmp_path / "reslint.yaml", FILE)
    return ConfigFinder().for_folder(str(tmp_path))


@pytest.mark.parametrize(
    ("name", "holding"),
    [("a.md", (1,)), ("b.md", ()), ("fr/a.md", (0, 1)), ("fr/b.md", (0,)), ("../a.md", ())],
)
def test_overrides_hold_by_name(
    config: Config, tmp_path: Path, name: str, holding: tuple[int, ...]
) -> None:
    assert config.overrides_for(str(tmp_path / name)) == holding


def test_without_overrides_the_settings_are_the_same(config: Config) -> None:
    assert config.with_overrides(()) is config


def test_overrides_are_stronger_and_lists_add_up(config: Config) -> None:
    merged = config.with_overrides((0, 1))
    assert merged.values == {
        "ignore": {"LEAD001", "NUM001"},
        "severity": {"LEAD002": "off", "LEAD001": "hint"},
        "language": "es",
        "vocabulary": {"one", "two"},
        "select": {"LEAD"},
    }
    path = config.path
    assert merged.origins == {
        "ignore": f"{path}:1, {path}:8",
        "severity": f"{path}:2, {path}:9",
        "language": f"{path}:11",
        "vocabulary": f"{path}:4, {path}:13",
        "select": f"{path}:12",
    }
    # A code that stands in several places is reported at the first of them.
    assert merged.positions["severity of LEAD002"][1:] == (2, 12)
    assert merged.positions["NUM001"][1:] == (8, 14)
    assert config.values["ignore"] == {"LEAD001"}  # unchanged
    assert config.origins["ignore"] == f"{path}:1"
    assert "NUM001" not in config.positions


def test_unknown_codes_are_found_with_their_places(tmp_path: Path) -> None:
    path = write(tmp_path / "reslint.yaml", "select: [LEAD, NUN001]\nseverity:\n  LEAD: info\n")
    problems = read_config(path).check_codes(KNOWN)
    assert [(one.code, one.path, one.line, one.column, one.message) for one in problems] == [
        ("TOOL002", path, 3, 3, "No rule has the code LEAD; did you mean LEAD001?"),
        ("TOOL002", path, 1, 16, "No rule has the code NUN001; did you mean NUM001?"),
    ]


def test_the_beginning_of_codes_is_suggested_if_it_is_allowed(tmp_path: Path) -> None:
    path = write(tmp_path / "reslint.yaml", "select: [LED]\n")
    (problem,) = read_config(path).check_codes(KNOWN)
    assert problem.message == "No rule has the code LED; did you mean LEAD?"


def test_without_a_file_nothing_is_set() -> None:
    config = Config()
    assert (config.path, config.values, config.language, config.rule_folders) == ("", {}, None, ())
    assert config.check_codes(KNOWN) == []
