"""Organs of the United Nations whose line says when or where they met."""

from __future__ import annotations

import pytest

from reslint.draft.reader import read_draft
from reslint.linting.linter import Linter
from reslint.text.source import Source

REST = {
    "en": (
        "Noting the cost of the ferries,\n\nAware of the rain,\n\n1. Urges the villages to row;\n\n"
        "2. Decides to meet again.\n"
    ),
    "fr": (
        "Notant le prix des bacs du fleuve,\n\nSachant que la pluie vient,\n\n"
        "1. Demande aux villages de ramer ;\n\n2. Décide de se réunir de nouveau.\n"
    ),
    "es": (
        "Observando el precio de las barcas,\n\nSabiendo que llueve,\n\n"
        "1. Pide a las aldeas que remen;\n\n2. Decide reunirse de nuevo.\n"
    ),
    "ru": (
        "отмечая цену паромов на реке,\n\nзная о дождях,\n\n1. призывает деревни грести;\n\n"
        "2. постановляет собраться вновь.\n"
    ),
}


@pytest.mark.parametrize(
    ("language", "line", "organ"),
    [
        ("en", "The Security Council, meeting in emergency session,", "SC"),
        ("en", "The United Nations Security Council, meeting in May,", "SC"),
        ("en", "The Economic and Social Council, convened at Hillford,", "ECOSOC"),
        ("en", "The Council of Millers, meeting in May,", "other"),
        ("en", "The General Assembly of the Union, meeting in Hillford,", "other"),
        ("fr", "Le Conseil de sécurité, réuni en session d’urgence,", "SC"),
        ("fr", "Le Conseil de Sécurité des Nations Unies, réuni à Colline,", "SC"),
        ("fr", "L’Assemblée générale des Nations Unies, réunie à Colline,", "GA"),
        ("fr", "Le Conseil des droits de l’homme, siégeant à Genève,", "HRC"),
        ("fr", "L’Assemblée générale de la Ligue, réunie à Colline,", "other"),
        ("fr", "L’Assemblée générale, réunie à Colline,", "other"),
        ("es", "El Consejo de Seguridad, reunido en sesión extraordinaria,", "SC"),
        ("es", "La Asamblea General de las Naciones Unidas, reunida en Colina,", "GA"),
        ("es", "La Asamblea General de la Liga, reunida en Colina,", "other"),
        ("ru", "Совет Безопасности, собравшись на чрезвычайное заседание,", "SC"),
    ],
)
def test_the_line_of_an_organ_may_say_when_or_where_it_met(
    language: str, line: str, organ: str
) -> None:
    text = f"{line}\n\n{REST[language]}"
    draft = read_draft(Source(text, "draft.txt"))
    places = [one.place for one in draft.paragraphs]
    assert places == ["organ line", "preamble 1", "preamble 2", "1", "2"]
    assert draft.organ == organ
    # What the line says of the meeting is not taken away.
    codes = {one.code for one in Linter().lint(Source(text, "draft.txt")).diagnostics}
    assert "FORM001" not in codes


@pytest.mark.parametrize(
    ("organ", "rest", "heading"),
    [
        ("The General Assembly,", REST["en"], "Has decided:"),
        ("L’Assemblée générale,", REST["fr"], "A décidé :"),
        ("La Asamblea General,", REST["es"], "Ha decidido:"),
    ],
)
def test_a_line_that_announces_decisions_keeps_its_colon(
    organ: str, rest: str, heading: str
) -> None:
    text = f"{organ}\n\n{rest.replace('1. ', heading + chr(10) * 2 + '1. ')}"
    codes = [one.code for one in Linter().lint(Source(text, "draft.txt")).diagnostics]
    assert "FORM009" not in codes
