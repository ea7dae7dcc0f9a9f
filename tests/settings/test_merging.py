"""Layers of settings are merged in one order, on the command line and in the server."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import Any

import pytest

from reslint.settings.config import Config, ConfigError, Override
from reslint.settings.merging import (
    SettingsMaker,
    add_options,
    locale_language,
    merge,
    option_values,
)
from reslint.settings.settings import Settings
from reslint.settings.table import SETTINGS
from tests.settings.files import write

Values = dict[str, Any]
NOTHING: Values = {}
A, B, C = frozenset("A"), frozenset("B"), frozenset("C")


def config_of(values: Values) -> Config:
    config = Config("reslint.yaml" if values else "")
    config.values = values
    return config


@pytest.mark.parametrize(
    ("attribute", "editor", "file", "chosen", "value"),
    [
        # Of single values the strongest holds.
        ("language", NOTHING, NOTHING, NOTHING, None),
        ("language", {"language": "ar"}, NOTHING, NOTHING, "ar"),
        ("language", {"language": "ar"}, {"language": "en"}, NOTHING, "en"),
        ("language", {"language": "ar"}, {"language": "en"}, {"language": "fr"}, "fr"),
        ("organ", {"organ": "GA"}, NOTHING, {"organ": "SC"}, "SC"),
        ("profile", NOTHING, NOTHING, NOTHING, "standard"),
        ("profile", {"profile": "strict"}, {"profile": "standard"}, NOTHING, "standard"),
        ("message_language", NOTHING, NOTHING, NOTHING, "ru"),
        ("message_language", {"message_language": "fr"}, NOTHING, NOTHING, "fr"),
        (
            "message_language",
            {"message_language": "fr"},
            {"message_language": "en"},
            NOTHING,
            "en",
        ),
        ("changes", NOTHING, NOTHING, NOTHING, "accepted"),
        ("changes", {"changes": "original"}, NOTHING, NOTHING, "original"),
        ("require_drafts", NOTHING, NOTHING, NOTHING, False),
        ("require_drafts", {"require_drafts": True}, NOTHING, NOTHING, True),
        ("require_drafts", {"require_drafts": False}, {"require_drafts": True}, NOTHING, True),
        ("report_from", NOTHING, NOTHING, NOTHING, "hint"),
        ("report_from", NOTHING, NOTHING, {"report_from": "error"}, "error"),
        # The rules selected are not joined, not even with none.
        ("select", NOTHING, NOTHING, NOTHING, None),
        ("select", {"select": A}, NOTHING, NOTHING, A),
        ("select", {"select": A}, {"select": B}, {"select": C}, C),
        ("select", {"select": A}, {"select": frozenset()}, NOTHING, frozenset()),
        # Lists add up from the file on; those of the editor hold if the file has none.
        ("ignore", {"ignore": A}, NOTHING, NOTHING, A),
        ("ignore", {"ignore": A}, NOTHING, {"ignore": C}, A | C),
        ("ignore", {"ignore": A}, {"ignore": B}, NOTHING, B),
        ("ignore", {"ignore": A}, {"ignore": frozenset()}, NOTHING, frozenset()),
        ("ignore", {"ignore": A}, {"ignore": B}, {"ignore": C}, B | C),
        ("vocabulary", NOTHING, {"vocabulary": B}, NOTHING, B),
        ("rule_folders", NOTHING, {"rules": ("b", "a")}, {"rules": ("c",)}, ("b", "a", "c")),
        # Severities are joined code by code.
        (
            "severities",
            {"severity": {"A1": "hint", "A2": "hint"}},
            {"severity": {"A2": "off", "A3": "off"}},
            NOTHING,
            {"A1": "hint", "A2": "off", "A3": "off"},
        ),
    ],
)
def test_the_order_of_the_layers(
    attribute: str, editor: Values, file: Values, chosen: Values, value: object
) -> None:
    settings = merge(config_of(file), message_language="ru", editor=editor, chosen=chosen)
    assert getattr(settings, attribute) == value
    others = Settings(message_language="ru")
    assert settings == others.replace(**{attribute: value})


def test_merging_changes_no_layer() -> None:
    editor = {"severity": {"A1": "hint"}}
    file = {"severity": {"A1": "off"}, "ignore": A}
    merge(config_of(file), message_language="en", editor=editor, chosen={"ignore": B})
    assert (editor, file) == (
        {"severity": {"A1": "hint"}},
        {"severity": {"A1": "off"}, "ignore": A},
    )


def test_overrides_stand_between_the_file_and_the_command_line() -> None:
    config = config_of({"organ": "GA", "language": "en", "profile": "strict", "ignore": A})
    over = config_of({"language": "fr", "organ": "SC", "ignore": B})
    config.overrides = (Override(("*",), over),)
    settings = merge(
        config.with_overrides((0,)),
        message_language="en",
        chosen={"organ": "HRC", "ignore": C},
    )
    assert (settings.language, settings.organ, settings.profile) == ("fr", "HRC", "strict")
    assert settings.ignore == A | B | C


# The command line ---------------------------------------------------------------------------------


def parsed(*arguments: str) -> Namespace:
    parser = ArgumentParser(exit_on_error=False)
    add_options(parser, *(one.name for one in SETTINGS if one.option is not None))
    namespace = parser.parse_args(arguments)
    namespace.paths, namespace.config = [], None
    return namespace


@pytest.mark.parametrize(
    ("arguments", "values"),
    [
        ([], {}),
        (["--language", "fr", "--organ", "SC"], {"language": "fr", "organ": "SC"}),
        (["--select", "lead, num001,", "--select", "X"], {"select": {"LEAD", "NUM001", "X"}}),
        (["--select", ""], {"select": frozenset()}),
        (["--ignore", "a", "--ignore", "b"], {"ignore": {"A", "B"}}),
        (["--rules", "b", "--rules", "a"], {"rules": ("b", "a")}),
        (["--registry", "b", "--registry", "a"], {"registry": ("b", "a")}),
        (["--severity", "error"], {"report_from": "error"}),
        (
            ["--profile", "strict", "--message-language", "fr"],
            {"profile": "strict", "message_language": "fr"},
        ),
    ],
)
def test_settings_of_the_command_line(arguments: list[str], values: Values) -> None:
    assert option_values(parsed(*arguments)) == values


def test_a_command_may_have_some_of_the_options() -> None:
    assert option_values(Namespace(profile="strict", force=True)) == {"profile": "strict"}


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], ""),
        (["--select", "LEAD,NUM001", "--ignore", "TYPO"], ""),
        (["--select", ","], "--select names no rule"),
        (["--select", "LED"], "No rule has the code LED; did you mean LEAD?"),
        (["--ignore", "xyz99"], "No rule has the code XYZ99."),
    ],
)
def test_codes_of_the_command_line(arguments: list[str], message: str) -> None:
    assert SettingsMaker(parsed(*arguments)).unknown_codes() == message


def test_settings_for_files(tmp_path: Path) -> None:
    write(
        tmp_path / "reslint.yaml",
        'ignore: [LEAD]\noverrides:\n  - files: ["fr/*.md"]\n    language: fr\n',
    )
    write(tmp_path / "sub" / "reslint.yaml", "organ: SC\n")
    maker = SettingsMaker(parsed("--ignore", "num", "--language", "es"))
    first = maker.settings_for(str(tmp_path / "a.md"))
    assert first.language == "es"
    assert first.ignore == {"LEAD", "NUM"}
    assert maker.settings_for(str(tmp_path / "b.md")) is first
    assert maker.settings_for(str(tmp_path / "sub" / "a.md")).organ == "SC"
    plain = SettingsMaker(parsed())
    assert plain.settings_for(str(tmp_path / "fr" / "a.md")).language == "fr"
    assert plain.settings_for(str(tmp_path / "a.md")).language is None


def test_an_unknown_code_in_a_file_is_an_error(tmp_path: Path) -> None:
    path = write(tmp_path / "reslint.yaml", "ignore: [LED]\n")
    with pytest.raises(ConfigError) as caught:
        SettingsMaker(parsed()).settings_for(str(tmp_path / "a.md"))
    (problem,) = caught.value.problems
    assert (problem.path, problem.line, problem.column) == (path, 1, 10)
    assert problem.message == "No rule has the code LED; did you mean LEAD?"


@pytest.mark.parametrize(
    ("variables", "language"),
    [
        ({}, "en"),
        ({"LANG": "fr_CH.UTF-8"}, "fr"),
        ({"LANG": "fr_FR", "LC_MESSAGES": "es_ES"}, "en"),
        ({"LANG": "en_GB", "LC_ALL": "FR"}, "fr"),
        ({"LC_ALL": "", "LANG": "fr"}, "fr"),
    ],
)
def test_the_language_of_the_locale(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], language: str
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert locale_language() == language
