"""The editor's settings are read by the table of settings; wrong ones are reported and left out."""

from __future__ import annotations

from typing import Any

import pytest

from reslint.server.editor_settings import EditorSettings
from reslint.server.workspace import Workspace, choice_of


@pytest.mark.parametrize(
    ("given", "values"),
    [
        (None, {}),
        ([], {}),
        ({}, {}),
        # What the extension sends where nothing is set.
        (
            {
                "language": "auto",
                "organ": "auto",
                "profile": "standard",
                "messageLanguage": "auto",
                "select": [],
                "ignore": [],
                "severity": {},
            },
            {"profile": "standard"},
        ),
        (
            {
                "language": "fr",
                "organ": "SC",
                "profile": "strict",
                "messageLanguage": "en",
                "select": [" lead ", ""],
                "ignore": "typo006",
                "severity": {"lead002": "hint", "NUM001": False},
            },
            {
                "language": "fr",
                "organ": "SC",
                "profile": "strict",
                "message_language": "en",
                "select": {"LEAD"},
                "ignore": {"TYPO006"},
                "severity": {"LEAD002": "hint", "NUM001": "off"},
            },
        ),
        ({"vocabulary": ["a"], "rules": ["b"], "report_from": "error"}, {}),
    ],
)
def test_settings_of_a_lint(given: Any, values: dict[str, Any]) -> None:
    settings = EditorSettings(given)
    assert (settings.values, settings.errors) == (values, [])
    assert (settings.enable, settings.run, settings.configuration) == (True, "onType", "")


def test_settings_of_the_server_alone() -> None:
    settings = EditorSettings({"enable": False, "run": "onSave", "configuration": " a.yaml "})
    assert (settings.enable, settings.run, settings.configuration) == (False, "onSave", "a.yaml")
    assert settings.values == {}


@pytest.mark.parametrize(
    ("given", "fault"),
    [
        ({"enable": "yes"}, "enable must be true or false"),
        ({"language": "xx"}, "language must be one of ar, en, es, fr, ru, zh"),
        ({"organ": ["GA"]}, "organ must be one of GA, SC, ECOSOC, HRC, other"),
        ({"profile": "Strict"}, "profile must be one of standard, strict, mun"),
        ({"messageLanguage": "es"}, "messageLanguage must be one of en, fr"),
        ({"run": "never"}, "run must be one of onType, onSave"),
        ({"select": {"a": 1}}, "select must be a list of codes"),
        ({"ignore": [1]}, "ignore must be a list of codes"),
        ({"severity": ["a"]}, "severity must give each code its level"),
        (
            {"severity": {"a": "bad"}},
            "severity of a must be one of error, warning, info, hint",
        ),
    ],
)
def test_what_is_wrong(given: dict[str, Any], fault: str) -> None:
    settings = EditorSettings(given)
    assert settings.errors == [fault]
    assert settings.values == {}
    assert (settings.enable, settings.run) == (True, "onType")


def test_what_is_chosen_for_a_document() -> None:
    assert choice_of({"language": "fr", "organ": "auto", "profile": None}) == {"language": "fr"}
    workspace = Workspace()
    workspace.set_editor_settings({"language": "es", "organ": "SC"})
    workspace.choices["untitled:1"] = choice_of({"language": "fr"})
    chosen = workspace.settings_for("untitled:1", "markdown").lint
    assert (chosen.language, chosen.organ, chosen.profile) == ("fr", "SC", "standard")
    assert workspace.settings_for("untitled:2", "markdown").lint.language == "es"


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ([], "language, organ or profile is expected"),
        ({"select": ["A"]}, "select cannot be chosen"),
        ({"organ": "UN"}, "organ must be one of GA, SC, ECOSOC, HRC, other"),
    ],
)
def test_a_choice_that_cannot_be_made(given: Any, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        choice_of(given)


def test_folders_of_rules_that_are_not_trusted(tmp_path: Any) -> None:
    (tmp_path / "reslint.yaml").write_text("rules: [house]\n", encoding="utf-8")
    workspace = Workspace()
    uri = (tmp_path / "a.md").as_uri()
    assert workspace.settings_for(uri, "markdown").lint.rule_folders == (str(tmp_path / "house"),)
    workspace.trusted = False
    assert workspace.settings_for(uri, "markdown").lint.rule_folders == ()
