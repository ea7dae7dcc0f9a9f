"""Motions that list their reasons below "Conference notes:", their decisions below another line."""

from __future__ import annotations

import pytest

from reslint.draft.model import HEADING, OPERATIVE, PREAMBLE
from reslint.draft.reader import read_draft
from reslint.linting.linter import Linter
from reslint.settings.settings import Settings
from reslint.text.source import Source

MOTIONS = {
    "en": (
        "This Union notes:\n\n1. That the lamps are dark.\n\n2. That the stairs are steep.\n\n"
        "This Union believes:\n\n1. Light is a right.\n\n"
        "This Union resolves:\n\n1. To buy lamps.\n\n2. To ask the Dean for ladders:\n"
        "   a. in May;\n   b. in June.\n"
    ),
    "fr": (
        "Le Congrès constate :\n\n1. Que la nuit tombe.\n\n2. Que l’escalier est raide.\n\n"
        "Le Congrès considère :\n\n1. Que la lumière est un droit.\n\n"
        "Le Congrès décide :\n\n1. D’acheter des lampes.\n\n2. De demander des échelles :\n"
        "   a. en mai ;\n   b. en juin.\n"
    ),
    "es": (
        "El Congreso constata:\n\n1. Que las lámparas no lucen.\n\n2. Que la escalera es alta.\n\n"
        "El Congreso considera:\n\n1. Que la luz es un derecho.\n\n"
        "El Congreso acuerda:\n\n1. Comprar lámparas.\n\n2. Pedir escaleras:\n"
        "   a. en mayo;\n   b. en junio.\n"
    ),
}


@pytest.mark.parametrize("language", MOTIONS)
@pytest.mark.parametrize("colon", [":", ""])
def test_lines_of_reasons_head_the_preamble_of_a_motion(language: str, colon: str) -> None:
    text = MOTIONS[language]
    if not colon:
        text = text.replace(" :\n\n", "\n\n").replace(":\n\n", "\n\n")
    draft = read_draft(Source(text))
    assert draft.is_resolution
    assert [(one.part, one.level) for one in draft.paragraphs] == [
        (HEADING, 0),
        (PREAMBLE, 0),
        (PREAMBLE, 0),
        (HEADING, 0),
        (PREAMBLE, 0),
        (HEADING, 0),
        (OPERATIVE, 0),
        (OPERATIVE, 0),
        (OPERATIVE, 1),
        (OPERATIVE, 1),
    ]


def test_a_motion_may_number_its_reasons_and_needs_no_organ_line() -> None:
    result = Linter(Settings()).lint(Source(MOTIONS["en"]))
    codes = {one.code for one in result.diagnostics}
    assert codes.isdisjoint({"NUM003", "FORM001", "FORM003"})


def test_a_report_that_resolves_nothing_is_no_motion() -> None:
    text = MOTIONS["en"].replace("This Union resolves:", "This Union hopes for the following:")
    assert not read_draft(Source(text)).is_resolution


INFINITIVES = {
    "en": ("The Club notes:", "the report;", "The Club decides:", "to read;", "to buy oil."),
    "es": ("El Club observa:", "el informe;", "El Club decide:", "leer;", "comprar aceite."),
    "fr": (
        "Le Congrès constate :",
        "les ponts sont vieux ;",
        "Le Congrès décide :",
        "créer un fonds ;",
        "acheter des barques.",
    ),
}


@pytest.mark.parametrize("language", INFINITIVES)
def test_bullets_that_say_what_to_do_are_all_paragraphs(language: str) -> None:
    notes, report, decides, first, second = INFINITIVES[language]
    text = f"{notes}\n\n- {report}\n\n{decides}\n\n- {first}\n- {second}\n"
    draft = read_draft(Source(text))
    assert [(one.text, one.level) for one in draft.part("operative")] == [(first, 0), (second, 0)]
