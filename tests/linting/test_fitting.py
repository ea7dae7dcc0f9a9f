"""A language or an organ of the settings that does not fit the draft is said."""

from __future__ import annotations

from typing import Any

import pytest

from reslint.linting.linter import Linter
from reslint.settings.settings import Settings
from reslint.text.source import Source
from tests.conftest import EXAMPLES

TEXTS = {
    path.name.split(".")[-2]: path.read_text(encoding="utf-8")
    for path in EXAMPLES
    if not any(word in path.name for word in ("error", "fautes", "oshibk", "akhta", "you-wu"))
}


def found(text: str, **settings: Any) -> list[tuple[str, str, str]]:
    """Code, severity and message of the findings TOOL013, with the text that they mark."""
    diagnostics = Linter(Settings(**settings)).lint(Source(text, "draft.md")).diagnostics
    return [
        (one.severity, text[one.start : one.end], one.message)
        for one in diagnostics
        if one.code == "TOOL013"
    ]


@pytest.mark.parametrize("language", sorted(TEXTS))
def test_settings_that_fit_are_silent(language: str) -> None:
    assert found(TEXTS[language]) == []
    assert found(TEXTS[language], language=language) == []
    assert found(TEXTS[language], organ="GA") == []
    assert found(TEXTS[language], organ="GA", language=language) == []


@pytest.mark.parametrize("language", sorted(TEXTS))
def test_another_language_is_said(language: str) -> None:
    other = "fr" if language != "fr" else "en"
    ((severity, _, message),) = found(TEXTS[language], language=other)
    assert severity == "warning"
    assert message.startswith("The settings say that this draft is in ")
    assert message.endswith(": correct the setting “language”.")


def test_the_words_in_both_languages() -> None:
    assert found(TEXTS["es"], language="en")[0][2] == (
        "The settings say that this draft is in English; it is in Spanish:"
        " correct the setting “language”."
    )
    assert found(TEXTS["es"], language="fr", message_language="fr")[0][2] == (
        "D’après les paramètres, ce projet est en français ; or il est en espagnol :"
        " corriger le paramètre « language »."
    )


@pytest.mark.parametrize("language", sorted(TEXTS))
def test_another_organ_is_said_at_the_organ_line(language: str) -> None:
    ((severity, marked, message),) = found(TEXTS[language], organ="SC")
    assert severity == "warning"
    assert marked
    assert marked in TEXTS[language]
    assert message == (
        "The settings say that the organ is SC; the organ line names GA:"
        " correct the setting “organ”."
    )


def test_a_body_that_is_not_known_by_name_is_no_error() -> None:
    text = TEXTS["en"].replace("General Assembly*", "Standing Committee on Lamps*")
    assert found(text, organ="ECOSOC") == []
    assert found(text.replace("*The Standing Committee on Lamps*,\n", ""), organ="SC") == []


def test_a_language_that_is_set_to_help_is_believed() -> None:
    text = (
        "*The Assembly*,\n\n*Recalling* « le texte de la résolution et les annexes »,\n\n"
        "1. *Decides* this.\n"
    )
    assert found(text, language="en") == []
