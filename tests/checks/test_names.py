"""Errors in names put into clean drafts: each found once, at its place, fixed exactly."""

from __future__ import annotations

import pytest

from reslint.fixes import choosing
from reslint.linting.linter import Linter
from reslint.settings.settings import Settings
from reslint.text.diagnostics import Diagnostic
from reslint.text.source import Source

ENGLISH = """# 75/100. Libraries

*The General Assembly*,

*Recalling* the report of the Secretary-General of the United Nations on libraries,

1. *Thanks* the United Nations Development Programme, the International Labour Organization,
the Office of the United Nations High Commissioner for Refugees and UN-Women;

2. *Notes* the Convention on the Rights of the Child and the Charter of the United Nations.
"""
FRENCH = """# 75/100. Bibliothèques

*L’Assemblée générale*,

*Rappelant* le rapport du Secrétaire général de l’Organisation des Nations Unies,

1. *Remercie* le PNUD, l’Organisation mondiale de la Santé, l’Organisation internationale du
Travail et la Cour internationale de Justice ;

2. *Rappelle* le Pacte numérique mondial, les buts du Pacte numérique mondial et le Conseil des
droits de l’homme.
"""


def names(text: str, language: str, organ: str = "GA") -> list[Diagnostic]:
    options = Settings(language=language, organ=organ, select=frozenset(["NAME"]))
    return Linter(options).lint(Source(text)).diagnostics


@pytest.mark.parametrize(
    ("code", "right", "wrong"),
    [
        ("NAME001", "UN-Women", "UN Women"),
        ("NAME001", "Secretary-General", "Secretary General"),
        ("NAME001", "Development Programme", "Development Program"),
        ("NAME001", "Charter of the United Nations", "UN Charter"),
        ("NAME004", "the Charter of", "the charter of UN and of"),
        ("NAME006", "Rights of the Child", "rights of the child"),
        ("NAME006", "Secretary-General", "Secretary-general"),
        (
            "NAME006",
            "Thanks* the United Nations Development",
            "Thanks* the united nations Development",
        ),
        ("NAME006", "the United Nations on", "the united nations on"),
        ("NAME010", "Labour", "Labuor"),
        ("NAME010", "Commissioner", "Comissioner"),
        ("NAME010", "Development", "Developpment"),
    ],
)
def test_english_errors(code: str, right: str, wrong: str) -> None:
    check(ENGLISH, "en", code, right, wrong, fixed=code != "NAME004")


@pytest.mark.parametrize(
    ("code", "right", "wrong"),
    [
        ("NAME001", "de la Santé", "de la santé"),
        ("NAME002", "buts du Pacte numérique mondial", "buts du Pacte mondial pour le numérique"),
        ("NAME006", "des Nations Unies", "des Nations unies"),
        ("NAME006", "de Justice", "de justice"),
        ("NAME006", "Secrétaire général", "Secrétaire Général"),
        ("NAME007", "PNUD", "UNDP"),
        ("NAME010", "internationale du", "internationnale du"),
    ],
)
def test_french_errors(code: str, right: str, wrong: str) -> None:
    check(FRENCH, "fr", code, right, wrong, fixed=True)


def check(clean: str, language: str, code: str, right: str, wrong: str, *, fixed: bool) -> None:
    assert names(clean, language) == []
    assert right in clean
    text = clean.replace(right, wrong, 1)
    place = text.index(wrong)
    diagnostics = names(text, language)
    assert [one.code for one in diagnostics] == [code]
    found = diagnostics[0]
    assert found.start < place + len(wrong) and found.end > place
    if fixed:
        assert found.fix is not None
        assert choosing.apply(text, choosing.edits_of(diagnostics)) == clean


def test_a_name_over_a_line_break_is_fixed() -> None:
    text = FRENCH.replace("du\nTravail", "du\ntravail")
    diagnostics = names(text, "fr")
    assert [one.code for one in diagnostics] == ["NAME006"]
    assert choosing.apply(text, choosing.edits_of(diagnostics)) == FRENCH


def test_the_security_council_may_write_un() -> None:
    text = ENGLISH.replace("UN-Women", "the UN")
    assert [one.code for one in names(text, "en")] == ["NAME004"]
    assert [one.code for one in names(text, "en", organ="SC")] == ["TOOL013"]


def test_a_lone_variant_is_right() -> None:
    text = FRENCH.replace("Pacte numérique mondial", "Pacte mondial pour le numérique")
    assert names(text, "fr") == []


def test_an_elided_article_is_not_left_before_another_letter() -> None:
    text = FRENCH.replace("le PNUD", "l’UNHCR")
    (found,) = names(text, "fr")
    assert (found.code, found.fix) == ("NAME007", None)


@pytest.mark.parametrize(
    ("after", "safety"),
    [
        (",", "safe"),
        (" and its rules,", "safe"),
        (" to the letter,", "safe"),
        (", rules and all,", "safe"),
        (" (in full),", "safe"),
        (" rules on membership,", "unsafe"),
        (" Article 51,", "unsafe"),
        ("’s rules,", "unsafe"),
        ("'s rules,", "unsafe"),
        ("-based order,", "unsafe"),
        ("\u00a0principles,", "unsafe"),
    ],
)
def test_a_name_before_a_noun_is_not_replaced_unasked(after: str, safety: str) -> None:
    """ "the Charter of the United Nations rules on membership" is no English."""
    text = f"*The General Assembly*,\n\n*Recalling* the UN Charter{after}\n\n*Decides* to stay.\n"
    found = [one for one in Linter().lint(Source(text)).diagnostics if one.code == "NAME001"]
    assert [(text[one.start : one.end], one.fix and one.fix.safety) for one in found] == [
        ("UN Charter", safety)
    ]


def test_a_name_without_complement_may_stand_before_a_noun() -> None:
    text = "*The General Assembly*,\n\n*Noting* the UN Women rules,\n\n*Decides* to stay.\n"
    found = [one for one in Linter().lint(Source(text)).diagnostics if one.code == "NAME001"]
    assert [one.fix and one.fix.safety for one in found] == ["safe"]


FEDERATIONS = {
    "en": ("The Board of the Sailing Union", "Noting the plan,", "Asks the secretary-general to"),
    "es": ("La Junta de la Unión de Vela", "Visto el plan,", "Pide al secretario general que"),
    "fr": ("Le Bureau de l’Union de voile", "Notant le plan,", "Invite le secrétaire général à"),
    "ru": ("Правление Союза яхт", "отмечая план,", "просит генерального секретаря"),
}


@pytest.mark.parametrize("language", FEDERATIONS)
def test_another_body_has_a_secretary_general_of_its_own(language: str) -> None:
    line, reason, request = FEDERATIONS[language]
    text = f"*{line}*,\n\n*{reason[:-1]}*,\n\n1. *{request}* print it.\n\n2. *{request}* x.\n"
    other = names(text, language, organ="other")
    assert [one.code for one in other if one.code == "NAME006"] == []
    organ = [one.code for one in names(text, language, organ="GA") if one.code == "NAME006"]
    assert organ == ["NAME006"] * 2


def test_a_session_behind_a_number_is_no_acronym() -> None:
    text = ENGLISH.replace(
        "*Recalling* the report",
        "*Recalling* its resolutions 2252 (ES-V), 2253 (ES-V) and 2256 (ES-V) and the report",
    )
    assert [one.code for one in names(text, "en")] == [one.code for one in names(ENGLISH, "en")]
