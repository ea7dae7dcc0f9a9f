"""One row for each setting; what is made from the rows."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
import yaml

from reslint.checks.kinds import ORGANS, PROFILES
from reslint.cli.settings import settings_text
from reslint.data import paths
from reslint.language import loading
from reslint.reports import FORMATS
from reslint.settings.config import ConfigError
from reslint.settings.finding import read_config
from reslint.settings.setting import Setting
from reslint.settings.settings import Settings
from reslint.settings.table import (
    BY_NAME,
    EDITOR_ONLY,
    REPORTS,
    RUN_SETTINGS,
    SETTINGS,
    combined,
    in_order,
)
from tests.conftest import ROOT
from tests.settings.files import errors, write

ALL = (*SETTINGS, *RUN_SETTINGS)
IN_FILE = [setting for setting in ALL if setting.in_file]


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.name)
def test_a_row_is_an_attribute_with_the_same_default(setting: Setting) -> None:
    if setting.name != "message_language":  # which is that of the user's locale
        assert getattr(Settings(), setting.attribute) == setting.default
    assert setting.default is None or not setting.choices or setting.default in setting.choices


@pytest.mark.parametrize("setting", IN_FILE, ids=lambda setting: setting.name)
def test_a_setting_of_a_file_is_described(setting: Setting) -> None:
    for description, without in zip(setting.description, setting.without, strict=True):
        assert description.endswith(".")
        assert without
    assert setting.description[0] != setting.description[1]


def test_names_are_unique() -> None:
    names = [setting.name for setting in (*ALL, *EDITOR_ONLY)]
    assert len(set(names)) == len(names)
    editors = [one.editor for one in (*SETTINGS, *EDITOR_ONLY) if one.editor is not None]
    assert len({editor.name for editor in editors}) == len(editors)
    assert len({editor.order for editor in editors}) == len(editors)
    options = [one.option for one in ALL if one.option is not None]
    assert len({option.flag for option in options}) == len(options)


def test_settings_in_an_order() -> None:
    names = [setting.name for setting in in_order("vocabulary", "organ")]
    assert names[:3] == ["vocabulary", "organ", "select"]
    assert sorted(names) == sorted(setting.name for setting in ALL)


@pytest.mark.parametrize(
    ("name", "weaker", "stronger", "both"),
    [
        ("select", frozenset({"A"}), frozenset({"B"}), {"B"}),
        ("select", frozenset({"A"}), frozenset(), set()),
        ("ignore", frozenset({"A"}), frozenset({"B"}), {"A", "B"}),
        ("vocabulary", frozenset({"a"}), frozenset({"b"}), {"a", "b"}),
        ("rules", ("b", "a"), ("c", "a"), ("b", "a", "c", "a")),
        ("severity", {"A1": "info", "A2": "off"}, {"A1": "off"}, {"A1": "off", "A2": "off"}),
        ("language", "fr", "en", "en"),
        ("profile", "strict", "standard", "standard"),
    ],
)
def test_two_layers_that_set_the_same(
    name: str, weaker: object, stronger: object, both: object
) -> None:
    assert combined([{name: weaker}, {name: stronger}]) == {name: both}
    assert combined([{name: weaker}, {}]) == {name: weaker}


# Choices ------------------------------------------------------------------------------------------


def test_a_language_is_a_folder_of_the_vocabulary(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def languages() -> list[str]:
        return list(BY_NAME["language"].choices)

    assert languages() == ["ar", "en", "es", "fr", "ru", "zh"]
    assert set(languages()) == set(loading.languages())
    for name in ("xx", "aa", "index", ".git", "_old", "x1"):
        (tmp_path / "vocabulary" / name).mkdir(parents=True)
    (tmp_path / "vocabulary" / "notes").write_text("", encoding="utf-8")
    monkeypatch.setattr(paths, "rules_folder", lambda: str(tmp_path))
    assert languages() == ["aa", "xx"]
    path = write(tmp_path / "reslint.yaml", "language: en\n")
    assert errors(path) == [(1, 11, '"language" must be one of aa, xx')]
    monkeypatch.setattr(paths, "rules_folder", lambda: str(tmp_path / "none"))
    assert languages() == []


def test_organs_and_profiles_are_those_of_rules() -> None:
    assert BY_NAME["organ"].choices is ORGANS
    assert BY_NAME["profile"].choices == (*PROFILES, "mun")


def test_formats_are_those_of_reports() -> None:
    assert tuple(FORMATS) == REPORTS


# Files made from the table ------------------------------------------------------------------------


def make_schemas(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(ROOT / "scripts" / "make_schemas.py"), *arguments],
        check=False,
        capture_output=True,
        text=True,
        env={"PYTHONPATH": str(ROOT)},
    )


def test_schemas_and_settings_of_the_extension_are_current() -> None:
    done = make_schemas("--check")
    assert (done.returncode, done.stderr) == (0, "")


def test_the_settings_of_the_extension_are_those_that_the_server_reads() -> None:
    package = json.loads((ROOT / "vscode-ext" / "package.json").read_text("utf-8"))
    properties = package["contributes"]["configuration"]["properties"]
    ours = {one.editor.name for one in (*SETTINGS, *EDITOR_ONLY) if one.editor is not None}
    own = {"interpreter", "importStrategy", "followCursor", "trace.server"}
    assert set(properties) == {f"reslint.{name}" for name in ours | own}
    assert properties["reslint.language"]["enum"] == ["auto", *BY_NAME["language"].choices]
    assert properties["reslint.profile"]["default"] == "standard"
    orders = [entry["order"] for entry in properties.values()]
    assert orders == sorted(orders)


def test_the_file_of_init_shows_every_setting_that_has_an_example(tmp_path: Path) -> None:
    text = settings_text({"organ": "SC"})
    assert yaml.safe_load(text) == {"organ": "SC"}
    examples = {setting.name: setting.example for setting in ALL if setting.example}
    lines = [f"{name}: {example}" for name, example in examples.items() if name != "organ"]
    assert {f"# {line}" for line in lines} <= set(text.splitlines())
    overrides = text.partition("# overrides:")[2].replace("\n# ", "\n")
    text = "\n".join([*lines, "organ: SC", f"overrides:{overrides}"])
    write(tmp_path / "reslint.yaml", "fail_on: hint\n")
    config = read_config(write(tmp_path / "drafts" / "reslint.yaml", text))
    assert set(config.values) == set(examples)
    assert config.overrides_for(str(tmp_path / "drafts" / "fr" / "a.md")) == (0,)


def validator(name: str) -> jsonschema.Draft202012Validator:
    schema = json.loads((ROOT / "schemas" / name).read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


@pytest.mark.parametrize(
    "text",
    [
        "select: LEAD",
        "select: [LEAD]\nignore: [X]\nlanguage: fr\norgan: GA\nprofile: strict\nrules: [a]\n"
        'message_language: en\nseverity: {LEAD001: "off", LEAD002: hint}\n'
        "overrides: [{files: a, severity: {LEAD001: info}}]",
        "selct: [LEAD]",
        "report_from: hint",
        "language: xx",
        "severity: {LEAD001: serious}",
        "overrides: [{language: fr}]",
        "overrides: [{files: a, rules: [b]}]",
        "rules: 1",
    ],
)
def test_the_schema_of_settings_and_reslint_agree(tmp_path: Path, text: str) -> None:
    path = write(tmp_path / "reslint.yaml", text)
    try:
        read_config(path)
        valid = True
    except ConfigError:
        valid = False
    assert validator("settings.schema.json").is_valid(yaml.safe_load(text)) == valid


@pytest.mark.parametrize(
    "path",
    [*(ROOT / "rules" / "standard").glob("*.yaml"), *(ROOT / "examples").glob("*/[!r]*.yaml")],
    ids=lambda path: path.name,
)
def test_rule_files_fit_their_schema(path: Path) -> None:
    document = yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)

    def typed(value: object) -> object:
        # A loader without types gives text; where the schema wants others, they are read as such.
        if isinstance(value, list):
            return [typed(one) for one in value]
        if isinstance(value, dict):
            return {
                key: yaml.safe_load(one) if key in ("line", "fix") and one else typed(one)
                for key, one in value.items()
            }
        return value

    found = validator("rules.schema.json").iter_errors(typed(document))
    assert [error.message for error in found] == []
