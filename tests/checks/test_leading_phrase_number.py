"""LEAD006 in drafts that write in the plural, and openings of those in which several speak."""

from __future__ import annotations

import pytest

from reslint import check

ASSEMBLY = {
    "es": "*La Asamblea General*,",
    "fr": "*L’Assemblée générale*,",
    "ru": "*Генеральная Ассамблея*,",
}


def findings(language: str, text: str) -> list[tuple[str, str, str, str, list[str]]]:
    """Each finding of leading phrases: code, words, severity, safety of its fix, new words."""
    return [
        (
            found.code,
            text[found.start : found.end],
            found.severity,
            found.fix.safety if found.fix else "",
            [edit.text for edit in found.fix.edits] if found.fix else [],
        )
        for found in check(text, language=language).diagnostics
        if found.code.startswith("LEAD")
    ]


@pytest.mark.parametrize(
    ("language", "preamble", "word", "right"),
    [
        ("es", "*Conscientes* de los ríos,", "Conscientes", "Consciente"),
        ("es", "*Profundamente alarmados* por los ríos,", "alarmados", "alarmada"),
        ("es", "*Conocedoras* de los ríos,", "Conocedoras", "Conocedora"),
        ("fr", "*Conscients* des rivières,", "Conscients", "Consciente"),
        ("fr", "*Alarmées par* les rivières,", "Alarmées", "Alarmée"),
        ("fr", "*Soucieuses* des rivières,", "Soucieuses", "Soucieuse"),
        ("ru", "*будучи убеждены* в пользе рек,", "убеждены", "убеждена"),
    ],
)
def test_one_plural_of_an_organ_is_an_error(
    language: str, preamble: str, word: str, right: str
) -> None:
    verbs = {"es": "Exhorta", "fr": "Exhorte", "ru": "призывает"}
    text = (
        f"{ASSEMBLY[language]}\n\n{preamble}\n\n"
        f"1. *{verbs[language]}* abc;\n\n2. *{verbs[language]}* abd.\n"
    )
    assert findings(language, text) == [("LEAD006", word, "error", "safe", [right])]


@pytest.mark.parametrize(
    ("language", "body", "first", "right"),
    [
        (
            "es",
            "*Conscientes* de los ríos,\n\n*Alarmadas* por los ríos,\n\n1. *Exhortan* a abc;\n\n"
            "2. *Deciden* leer.\n",
            "Conscientes",
            ["Consciente", "Alarmada", "Exhorta", "Decide"],
        ),
        (
            "fr",
            "*Conscients* des rivières,\n\n*Alarmés par* les rivières,\n\n"
            "1. *Sont préoccupés* par abc ;\n\n2. *Se félicitent* de lire.\n",
            "Conscients",
            ["Consciente", "Alarmée", "Est", "préoccupée", "félicite"],
        ),
        (
            "ru",
            "*будучи убеждены* в пользе рек,\n\n1. *призывают* читать;\n\n"
            "2. *постановляют* читать.\n",
            "убеждены",
            ["убеждена", "призывает", "постановляет"],
        ),
    ],
)
def test_the_plural_throughout_is_one_finding_without_a_safe_fix(
    language: str, body: str, first: str, right: list[str]
) -> None:
    text = f"{ASSEMBLY[language]}\n\n{body}"
    assert findings(language, text) == [("LEAD006", first, "warning", "unsafe", right)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "es",
            "*Los Jefes de Estado y de Gobierno*,\n\n*Conscientes* de los ríos,\n\n"
            "*Alarmados* por los ríos,\n\n1. *Exhortan* a leer;\n\n2. *Deciden* leer.\n",
        ),
        (
            "es",
            "*Los miembros del Grupo de los Ríos*,\n\n*Convencidos* de los ríos,\n\n"
            "1. *Exhortan* a leer;\n\n2. *Reconocen* los ríos.\n",
        ),
        (
            "fr",
            "*Les membres du Groupe des rivières*,\n\n*Conscients* des rivières,\n\n"
            "1. *Exhortent* à lire ;\n\n2. *Prennent note* des rivières.\n",
        ),
        (
            "fr",
            "*Nous, chefs d’État et de gouvernement*,\n\n*Conscients* des rivières,\n\n"
            "1. *Décidons* de lire ;\n\n2. *Réaffirmons* les rivières.\n",
        ),
        (
            "ru",
            "*Главы государств*,\n\n*будучи убеждены* в пользе рек,\n\n1. *призывают* читать;\n\n"
            "2. *постановляют* читать.\n",
        ),
        (
            "en",
            "*The Heads of State and Government of the rivers*,\n\n*Noting* the rivers,\n\n"
            "1. *Request* States to read;\n\n2. *Decide* to read.\n",
        ),
        # What belongs to a noun does not speak of the organ.
        (
            "fr",
            "*L’Assemblée générale*,\n\n*Exprimant ses vifs regrets*,\n\n"
            "1. *Réaffirme ses engagements résolus* ;\n\n2. *Décide* de lire.\n",
        ),
    ],
)
def test_those_who_are_several_write_in_the_plural(language: str, text: str) -> None:
    assert findings(language, text) == []


def test_an_opening_of_the_wrong_part_keeps_its_number() -> None:
    text = (
        "*Los Jefes de Estado*,\n\n*Convencidos* de los ríos,\n\n*Exhortan* a leer,\n\n"
        "1. *Conscientes* de los ríos;\n\n2. *Deciden* leer.\n"
    )
    assert [(found[1], found[4]) for found in findings("es", text)] == [
        ("Exhortan", ["Exhortando"]),
        ("Conscientes", ["Son conscientes"]),
    ]
