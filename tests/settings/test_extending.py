"""Settings files that extend others: by a path or from a package, in a clear order."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from reslint.settings.finding import read_config
from tests.settings.files import KNOWN, errors, write


def test_the_later_and_the_nearer_is_stronger(tmp_path: Path) -> None:
    write(tmp_path / "a.yaml", "language: fr\norgan: GA\nprofile: strict\nignore: [LEAD001]\n")
    write(tmp_path / "b.yaml", "organ: SC\nprofile: standard\nseverity: {LEAD002: hint}\n")
    path = write(
        tmp_path / "d" / "reslint.yaml",
        "extends: [../a.yaml, ../b.yaml]\nprofile: mun\nignore: [NUM001]\n"
        "severity: {NUM001: info}\n",
    )
    config = read_config(path)
    assert config.values == {
        "language": "fr",
        "organ": "SC",
        "profile": "mun",
        "ignore": {"LEAD001", "NUM001"},
        "severity": {"LEAD002": "hint", "NUM001": "info"},
        "extends": ("../a.yaml", "../b.yaml"),
    }
    above = str(tmp_path)
    assert config.origins["organ"] == f"{above}/b.yaml:1"
    assert config.origins["profile"] == f"{path}:2"
    assert config.origins["ignore"] == f"{above}/a.yaml:4, {path}:3"
    assert config.check_codes(KNOWN) == []


def test_folders_of_rules_count_from_the_file_that_names_them(tmp_path: Path) -> None:
    write(tmp_path / "house" / "base.yaml", "rules: [rules]\n")
    path = write(tmp_path / "d" / "reslint.yaml", "extends: ../house/base.yaml\nrules: own\n")
    assert read_config(path).rule_folders == (
        str(tmp_path / "house" / "rules"),
        str(tmp_path / "d" / "own"),
    )


def test_patterns_of_an_extended_file_count_from_the_file_that_extends(tmp_path: Path) -> None:
    write(
        tmp_path / "house" / "base.yaml",
        "overrides:\n  - files: [fr/*.md]\n    language: fr\n  - files: '*.es.md'\n"
        "    language: es\n",
    )
    path = write(
        tmp_path / "d" / "reslint.yaml",
        "extends: ../house/base.yaml\noverrides: [{files: fr/a.md, organ: SC}]\n",
    )
    config = read_config(path)
    config.named = False
    assert config.overrides_for(str(tmp_path / "d" / "fr" / "a.md")) == (0, 2)
    assert config.overrides_for(str(tmp_path / "d" / "x" / "a.es.md")) == (1,)
    assert config.overrides_for(str(tmp_path / "other" / "fr" / "a.md")) == ()


def test_a_wrong_code_is_reported_where_it_stands(tmp_path: Path) -> None:
    base = write(tmp_path / "base.yaml", "\nignore: [NOPE001]\n")
    config = read_config(write(tmp_path / "reslint.yaml", "extends: base.yaml\n"))
    (problem,) = config.check_codes(KNOWN)
    assert (problem.path, problem.line, problem.column) == (base, 2, 10)


def test_a_file_of_a_package_is_found_and_not_imported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "site" / "house_style" / "__init__.py", "raise SystemExit('imported')\n")
    write(tmp_path / "site" / "house_style" / "styles" / "ga.yaml", "organ: GA\n")
    monkeypatch.syspath_prepend(tmp_path / "site")
    path = write(tmp_path / "reslint.yaml", "extends: package:house_style/styles/ga.yaml\n")
    assert read_config(path).values["organ"] == "GA"
    assert "house_style" not in sys.modules


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("none.yaml", "there is no file none.yaml"),
        ("reslint.yaml", "reslint.yaml extends this file again, in a circle"),
        ("circle.yaml", "../d/reslint.yaml extends this file again, in a circle"),
        ("package:nowhere_to_be_found/a.yaml", "there is no installed package nowhere_to_be_found"),
        ("package:json/none.yaml", "the package json has no file none.yaml"),
        ("package:json/../os.py", "the package json has no file ../os.py"),
        ("package:json", "write package:NAME/path/of/the/file.yaml, not package:json"),
        ("package:a.b/c.yaml", "write package:NAME/path/of/the/file.yaml, not package:a.b/c.yaml"),
    ],
)
def test_what_cannot_be_extended(tmp_path: Path, name: str, message: str) -> None:
    write(tmp_path / "d" / "circle.yaml", "extends: ../d/reslint.yaml\n")
    path = write(tmp_path / "d" / "reslint.yaml", f"language: fr\nextends:\n  - {name}\n")
    if name == "circle.yaml":
        message = f'"extends": {message}'
        assert message in str(problem_of(path))
        return
    assert errors(path) == [(3, 5, f'"extends": {message}')]


def problem_of(path: str) -> str:
    """The message on a settings file that is wrong."""
    from reslint.settings.config import ConfigError

    with pytest.raises(ConfigError) as caught:
        read_config(path)
    return str(caught.value)


def test_an_error_in_an_extended_file_is_reported_there(tmp_path: Path) -> None:
    base = write(tmp_path / "base.yaml", "langage: fr\n")
    path = write(tmp_path / "reslint.yaml", "extends: base.yaml\n")
    assert problem_of(path).startswith(f'{base}:1:1: unknown key "langage"; did you mean language?')


def test_the_name_that_is_wrong_is_marked(tmp_path: Path) -> None:
    write(tmp_path / "base.yaml", "organ: GA\n")
    path = write(tmp_path / "reslint.yaml", "extends:\n  - base.yaml\n  - none.yaml\n")
    assert errors(path) == [(3, 5, '"extends": there is no file none.yaml')]


def test_files_may_extend_one_another_twenty_deep(tmp_path: Path) -> None:
    write(tmp_path / "0.yaml", "organ: GA\n")
    for number in range(1, 22):
        write(tmp_path / f"{number}.yaml", f"extends: {number - 1}.yaml\n")
    assert read_config(str(tmp_path / "20.yaml")).values["organ"] == "GA"
    assert "more than 20 files extend one another" in problem_of(str(tmp_path / "21.yaml"))


def test_a_file_of_the_home_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("USERPROFILE", str(tmp_path / "home"))
    write(tmp_path / "home" / "base.yaml", "organ: SC\n")
    path = write(tmp_path / "d" / "reslint.yaml", "extends: ~/base.yaml\n")
    assert read_config(path).values["organ"] == "SC"


def test_a_module_that_is_no_package_has_no_files(tmp_path: Path) -> None:
    path = write(tmp_path / "reslint.yaml", "extends: package:argparse/a.yaml\n")
    assert errors(path) == [(1, 10, '"extends": there is no installed package argparse')]
