"""Wording: spellings, capitals, set phrases, words written twice."""

from __future__ import annotations

import pytest

import reslint
from reslint.fixes import choosing
from reslint.linting.linter import Linter
from reslint.settings.settings import Settings
from reslint.text.diagnostics import Diagnostic
from reslint.text.source import Source

ENGLISH = """\
*The General Assembly*,

*Recognizing* the programme of the labour unions and the city’s cooperation with the Government of \
Ruritania in organizing the centre of all States,

1. *Calls upon* Member States to read, and on their Member State’s library to implement the \
present resolution;

2. *Requests* the libraries of Viet Nam to go on.
"""
FRENCH = """\
*L’Assemblée générale*,

*Notant* le rôle clef du site Web et la gouvernance d’Internet dans le cyberespace,

1. *Demande* aux États Membres de lire, et au Gouvernement de la Ruritanie d’en faire autant.
"""


def findings(text: str, *codes: str) -> list[Diagnostic]:
    options = Settings(select=frozenset(codes or ["WORD"]))
    return Linter(options).lint(Source(text)).diagnostics


def test_clean_drafts_are_clean() -> None:
    assert findings(ENGLISH) == []
    assert findings(FRENCH) == []


@pytest.mark.parametrize(
    ("text", "old", "new", "code"),
    [
        (ENGLISH, "*Recognizing*", "*Recognising*", "WORD001"),
        (ENGLISH, "organizing", "organising", "WORD001"),
        (ENGLISH, "programme", "program", "WORD001"),
        (ENGLISH, "labour", "labor", "WORD001"),
        (ENGLISH, "centre", "center", "WORD001"),
        (ENGLISH, "cooperation", "co-operation", "WORD001"),
        (ENGLISH, "cooperation", "co\u2011operation", "WORD001"),
        (ENGLISH, "Member States", "member states", "WORD003"),
        (ENGLISH, "Member States", "Member states", "WORD003"),
        (ENGLISH, "Member States", "member States", "WORD003"),
        (ENGLISH, "the Government of", "the government of", "WORD003"),
        (ENGLISH, "the present resolution", "this resolution", "WORD005"),
        (ENGLISH, "*Calls upon*", "*Calls on*", "WORD006"),
        (ENGLISH, "Viet Nam", "Vietnam", "WORD007"),
        (ENGLISH, "the city", "the the city", "WORD008"),
        (ENGLISH, "to read,", "to read read,", "WORD008"),
        (ENGLISH, "States to", "States States to", "WORD008"),
        (FRENCH, "clef", "clé", "WORD002"),
        (FRENCH, "site Web", "site web", "WORD002"),
        (FRENCH, "d’Internet", "de l’Internet", "WORD002"),
        (FRENCH, "cyberespace", "cyberspace", "WORD002"),
        (FRENCH, "États Membres", "États membres", "WORD003"),
        (FRENCH, "États Membres", "états membres", "WORD003"),
        (FRENCH, "au Gouvernement de", "au gouvernement de", "WORD003"),
        (FRENCH, "de lire", "de de lire", "WORD008"),
    ],
)  # fmt: skip
def test_an_error_is_found_once_and_fixed(text: str, old: str, new: str, code: str) -> None:
    bad = text.replace(old, new, 1)
    (found,) = findings(bad)
    assert found.code == code
    at = text.index(old)
    assert at <= found.start <= found.end <= at + len(new) + 1
    assert found.fix is not None
    assert choosing.apply(bad, found.fix.edits) == text


@pytest.mark.parametrize(
    "fragment",
    [
        "the member States of the Reading League",
        "IGAD and its member States",
        "European Union member States",
        "the government of the Territory",
        "the government of Bermuda",
        "the Organisation of Islamic Cooperation",
        "the Reading Center of the Night Program",
        "the report entitled “The color of labor”",
        "enterprises that advise, supervise and practise expertise",
        "computer programs",
        "the Russian Federation and the Islamic Republic of Iran",
        "that which had had no readers in in-person form",
        "the people of Pago Pago",
        "those who called on 5 May and called on behalf of others",
        "resolution 70/1 and the purposes of this resolution",
    ],
)
def test_what_only_looks_like_an_error(fragment: str) -> None:
    assert findings(ENGLISH.replace("to go on.", f"to think of {fragment}.")) == []


def test_the_security_council_has_its_own_ways() -> None:
    text = ENGLISH.replace("General Assembly", "Security Council")
    text = text.replace("izing", "ising").replace("*Calls upon*", "*Calls on*")
    assert findings(text.replace("the present resolution", "this resolution")) == []


def test_a_name_that_was_right_when_the_draft_was_written() -> None:
    text = ENGLISH.replace("Viet Nam", "Turkey")
    dated = "Distr.: General\n\n4 May 2021\n\nSeventy-fifth session\n\n"
    assert [one.code for one in findings(text)] == ["WORD007"]
    assert findings(dated + text) == []


def test_annexes_may_speak_of_another_body() -> None:
    annex = "\n\nAnnex\n\n1. The member States of this body, and all member States, may read.\n"
    assert findings(ENGLISH + annex) == []


def test_strict_rules_come_when_asked_for() -> None:
    text = ENGLISH.replace("to go on.", "to open 3 rooms for the chairman.")
    assert findings(text) == []
    found = findings(text, "WORD004", "WORD009")
    assert sorted(one.code for one in found) == ["WORD004", "WORD009"]


@pytest.mark.parametrize(
    ("head", "counted"),
    [
        ("*The General Assembly*,\n\n*Noting* it,\n\n1. *Decides* to open", "gardens"),
        ("*La Asamblea General*,\n\n*Observando* eso,\n\n1. *Decide* abrir", "jardines"),
        ("*L’Assemblée générale*,\n\n*Notant* cela,\n\n1. *Décide* de créer", "jardins"),
    ],
)
def test_a_figure_is_judged_where_its_word_has_a_gender(head: str, counted: str) -> None:
    for figure, reported in ((1, "*La" not in head), (2, True)):
        text = f"{head} {figure} {counted};\n\n2. *Decides* it.\n"
        result = Linter(Settings(profile="strict")).lint(Source(text))
        assert result.errors == []
        assert ("WORD009" in {one.code for one in result.diagnostics}) == reported


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "*The General Assembly*,\n\n*Noting* wells in Niger State,\n\n1. *Decides* x.\n"),
        (
            "fr",
            "*L’Assemblée générale*,\n\n*Notant* le moyen Mali,\n\n1. *Décide* à Mali-Nord.\n",
        ),
        (
            "es",
            "*La Asamblea General*,\n\n*Observando* la sede Chad,\n\n1. *Decide* en Iraq-Sur.\n",
        ),
    ],
)
def test_the_name_of_a_country_within_a_longer_one_keeps_its_preposition(
    language: str, text: str
) -> None:
    found = reslint.check(text, language=language, path="draft.md").diagnostics
    assert [one.code for one in found if one.code == "WORD011"] == []


@pytest.mark.parametrize(
    ("text", "state", "others"),
    [
        (
            "*The General Assembly*,\n\n*Noting* the role of the government of {},\n",
            "Ruritania",
            ["Quebec", "Scotland", "the Province of Ruritania", "New York", "Hong Kong"],
        ),
        (
            "*L’Assemblée générale*,\n\n*Notant* le rôle du gouvernement {},\n",
            "de la Ruritanie",
            ["du Québec", "de la Catalogne", "de l’Écosse", "du Canton d’Uri", "des Provinces"],
        ),
        (
            "*La Asamblea General*,\n\n*Observando* la labor del gobierno de {},\n",
            "Ruritania",
            ["Cataluña", "la Provincia del Sur", "Buenos Aires", "la Comunidad", "Escocia"],
        ),
    ],
)
def test_a_province_or_region_has_no_government_in_capitals(
    text: str, state: str, others: list[str]
) -> None:
    assert [one.code for one in findings(text.format(state), "WORD003")] == ["WORD003"]
    for other in others:
        assert findings(text.format(other), "WORD003") == []
