"""Settings files are found upwards; the nearest one holds."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from reslint.settings.config import ConfigError
from reslint.settings.finding import ConfigFinder, read_config
from tests.settings.files import errors, write


def test_the_nearest_file_upwards_holds(tmp_path: Path) -> None:
    write(tmp_path / "reslint.yaml", "language: fr\n")
    write(tmp_path / "a" / "pyproject.toml", '[project]\nname = "reslint-texts"\n')
    write(tmp_path / "a" / "b" / "reslint.yml", "language: es\n")
    (tmp_path / "a" / "b" / "c").mkdir()
    finder = ConfigFinder()
    languages = [
        finder.for_folder(str(tmp_path / way)).language for way in ("", "a", "a/b", "a/b/c")
    ]
    assert languages == ["fr", "fr", "es", "es"]


def test_the_order_of_names_in_one_folder(tmp_path: Path) -> None:
    write(tmp_path / "pyproject.toml", '[tool.reslint]\nlanguage = "es"\n')
    write(tmp_path / "reslint.yml", "language: ru\n")
    write(tmp_path / "reslint.yaml", "language: fr\n")
    for name, language in (("reslint.yaml", "fr"), ("reslint.yml", "ru"), ("pyproject.toml", "es")):
        assert ConfigFinder().for_folder(str(tmp_path)).language == language
        os.remove(tmp_path / name)
    assert ConfigFinder().for_folder(str(tmp_path)).language is None


def test_a_path_is_shown_from_the_current_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(tmp_path / "a" / "reslint.yaml", "language: fr\n")
    monkeypatch.chdir(tmp_path)
    assert ConfigFinder().for_folder("a").path == os.path.join("a", "reslint.yaml")
    monkeypatch.chdir(os.path.dirname(path))
    assert ConfigFinder().for_folder("").path == "reslint.yaml"


def test_a_wrong_file_is_wrong_for_every_folder_below(tmp_path: Path) -> None:
    write(tmp_path / "reslint.yaml", "languag: fr\n")
    (tmp_path / "a").mkdir()
    finder = ConfigFinder()
    for way in ("a", "", "a"):
        with pytest.raises(ConfigError):
            finder.for_folder(str(tmp_path / way))


def test_a_folder_is_looked_at_once(tmp_path: Path) -> None:
    finder = ConfigFinder()
    first = finder.for_folder(str(tmp_path / "a" / "b"))
    write(tmp_path / "reslint.yaml", "language: fr\n")
    for way in ("a/b", "a", "", "a/c"):
        assert finder.for_folder(str(tmp_path / way)) is first, way


@pytest.mark.parametrize("text", ["", "# language: fr\n"])
def test_a_file_of_comments_ends_the_search(tmp_path: Path, text: str) -> None:
    write(tmp_path / "reslint.yaml", "language: fr\n")
    path = write(tmp_path / "drafts" / "reslint.yaml", text)
    config = ConfigFinder().for_folder(str(tmp_path / "drafts"))
    assert (config.path, config.language) == (path, None)


def test_a_file_that_is_named_must_have_our_table(tmp_path: Path) -> None:
    path = write(tmp_path / "pyproject.toml", '[project]\nname = "texts"\n')
    assert errors(path) == [(0, 0, "the file has no table [tool.reslint]")]
    path = write(tmp_path / "other.toml", '[tool.reslint]\norgan = "SC"\n')
    assert read_config(path).values == {"organ": "SC"}
