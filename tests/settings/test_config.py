"""Settings files: found upwards, read strictly, every mistake with its place."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from reslint.settings.config import Config, ConfigError
from reslint.settings.finding import ConfigFinder, read_config

KNOWN = frozenset({"LEAD001", "LEAD002", "NUM001", "TOOL001"})


def write(path: Path, text: str) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return str(path)


def mistakes(path: str) -> list[tuple[int, int, str]]:
    with pytest.raises(ConfigError) as caught:
        read_config(path)
    assert all(problem.path == path for problem in caught.value.problems)
    return [(one.line, one.column, one.message) for one in caught.value.problems]


def test_every_key(tmp_path: Path) -> None:
    path = write(
        tmp_path / "reslint.yaml",
        "select: [LEAD, NUM001]\nignore: LEAD001\nseverity: {LEAD002: info, NUM001: off}\n"
        "language: fr\norgan: SC\nprofile: strict\nrules: [house]\nmessage_language: fr\n",
    )
    config = read_config(path)
    assert config.select == frozenset({"LEAD", "NUM001"})
    assert config.ignore == {"LEAD001"}
    assert config.severities == {"LEAD002": "info", "NUM001": "off"}
    assert (config.language, config.organ, config.profile) == ("fr", "SC", "strict")
    assert config.rule_folders == (str(tmp_path / "house"),)
    assert config.message_language == "fr"
    assert config.check_codes(KNOWN) == []


def test_the_same_in_toml(tmp_path: Path) -> None:
    path = write(
        tmp_path / "pyproject.toml",
        '[project]\nname = "texts"\n\n[tool.reslint]\nselect = ["LEAD"]\n'
        'severity = {LEAD002 = "hint", NUM001 = false}\n',
    )
    config = read_config(path)
    assert config.select == frozenset({"LEAD"})
    assert config.severities == {"LEAD002": "hint", "NUM001": "off"}


def test_wrong_key_has_a_suggestion_and_a_place(tmp_path: Path) -> None:
    path = write(tmp_path / "reslint.yaml", "language: fr\nselct: [LEAD]\n")
    assert mistakes(path) == [(2, 1, 'unknown key "selct"; did you mean select?')]


def test_wrong_values(tmp_path: Path) -> None:
    path = write(
        tmp_path / "reslint.yaml",
        "select: {a: b}\nignore: [1]\nlanguage: xx\nprofile: strickt\nseverity: {NUM001: bad}\n",
    )
    assert mistakes(path) == [
        (1, 9, '"select" must be a list ([…, …])'),
        (2, 10, '"ignore" must hold nothing but text'),
        (3, 11, '"language" must be one of ar, en, es, fr, ru, zh'),
        (4, 10, '"profile" must be one of standard, strict; did you mean strict?'),
        (5, 20, '"severity" of NUM001 must be one of error, warning, info, hint, off'),
    ]


@pytest.mark.parametrize("text", ["- a\n- b\n", "just text\n"])
def test_settings_that_are_no_mapping(tmp_path: Path, text: str) -> None:
    path = write(tmp_path / "reslint.yaml", text)
    assert mistakes(path) == [(1, 1, "the settings must be keys with values (select: …)")]


@pytest.mark.parametrize("text", ["a: [\n", "a: &x b\nc: *x\n", "select: [LEAD]\nselect: []\n"])
def test_broken_yaml_is_an_error_with_a_place(tmp_path: Path, text: str) -> None:
    path = write(tmp_path / "reslint.yaml", text)
    assert all(line > 0 for line, _, _ in mistakes(path))


def test_broken_toml_and_toml_mistakes(tmp_path: Path) -> None:
    path = write(tmp_path / "pyproject.toml", "[tool.reslint\n")
    assert "broken TOML" in mistakes(path)[0][2]
    path = write(tmp_path / "pyproject.toml", '[tool.reslint]\norgn = "GA"\n')
    assert mistakes(path) == [(2, 1, 'unknown key "orgn"; did you mean organ?')]


def test_missing_file(tmp_path: Path) -> None:
    assert "cannot be read" in mistakes(str(tmp_path / "none.yaml"))[0][2]


def test_unknown_codes_are_found_with_their_places(tmp_path: Path) -> None:
    path = write(tmp_path / "reslint.yaml", "select: [LEAD, NUN001]\nseverity:\n  LEAD: info\n")
    problems = read_config(path).check_codes(KNOWN)
    assert [(one.code, one.line, one.column, one.message) for one in problems] == [
        ("TOOL002", 3, 3, "No rule has the code LEAD; did you mean LEAD001?"),
        ("TOOL002", 1, 16, "No rule has the code NUN001; did you mean NUM001?"),
    ]


def test_what_codes_begin_with_is_proposed_where_it_may_stand(tmp_path: Path) -> None:
    path = write(tmp_path / "reslint.yaml", "select: [LED]\n")
    (problem,) = read_config(path).check_codes(KNOWN)
    assert problem.message == "No rule has the code LED; did you mean LEAD?"


def test_nearest_file_upwards_holds(tmp_path: Path) -> None:
    write(tmp_path / "reslint.yaml", "language: fr\n")
    write(tmp_path / "a" / "pyproject.toml", '[project]\nname = "reslint-texts"\n')
    write(tmp_path / "a" / "b" / "reslint.yml", "language: es\n")
    (tmp_path / "a" / "b" / "c").mkdir()
    finder = ConfigFinder()
    languages = [
        finder.for_folder(str(tmp_path / way)).language for way in ("", "a", "a/b", "a/b/c")
    ]
    assert languages == ["fr", "fr", "es", "es"]


def test_yaml_goes_before_toml(tmp_path: Path) -> None:
    write(tmp_path / "reslint.yaml", "language: fr\n")
    write(tmp_path / "pyproject.toml", '[tool.reslint]\nlanguage = "es"\n')
    assert ConfigFinder().for_folder(str(tmp_path)).language == "fr"
    os.remove(tmp_path / "reslint.yaml")
    assert ConfigFinder().for_folder(str(tmp_path)).language == "es"


def test_a_wrong_file_is_wrong_for_every_folder_below(tmp_path: Path) -> None:
    write(tmp_path / "reslint.yaml", "languag: fr\n")
    (tmp_path / "a").mkdir()
    finder = ConfigFinder()
    for way in ("a", "", "a"):
        with pytest.raises(ConfigError):
            finder.for_folder(str(tmp_path / way))


def test_without_a_file_nothing_is_set() -> None:
    config = Config()
    assert config.select is None
    assert config.check_codes(KNOWN) == []


@pytest.mark.parametrize("text", ["", "# language: fr\n"])
def test_a_file_of_comments_sets_nothing_and_ends_the_search(tmp_path: Path, text: str) -> None:
    write(tmp_path / "reslint.yaml", "language: fr\n")
    path = write(tmp_path / "drafts" / "reslint.yaml", text)
    config = ConfigFinder().for_folder(str(tmp_path / "drafts"))
    assert (config.path, config.language) == (path, None)
