"""Names mentioned in a draft: kind, place, and what is no mention."""

from __future__ import annotations

import pytest

from reslint.draft.reader import read_draft
from reslint.names.acronyms import acronyms_of
from reslint.names.mentions import mentions, mentions_of
from reslint.text.source import Source

FRAMES = {
    "en": "*The General Assembly*,\n\n*Recalling* its work,\n\n1. *Notes* {};\n\n2. *Decides*.\n",
    "fr": "*L’Assemblée générale*,\n\n*Rappelant* ses travaux,\n\n1. *Note* {} ;\n\n2. *Décide*.\n",
    "ru": "*Генеральная Ассамблея*,\n\n*ссылаясь* на дела,\n\n1. *отмечает* {};\n\n2. *решает*.\n",
}


def found(language: str, text: str) -> list[tuple[str, str, str]]:
    draft = read_draft(Source(FRAMES[language].format(text)), language=language)
    return [
        (one.kind, one.written, one.right)
        for one in mentions(draft)
        if one.paragraph.part == "operative"
    ]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "the World Health Organization", [("official", "World Health Organization")]),
        ("en", "the World Health Organization’s work", [("official", "World Health Organization")]),
        (
            "fr",
            "l’Organisation mondiale de la santé",
            [("wrong", "Organisation mondiale de la santé")],
        ),
        (
            "fr",
            "l’Organisation mondiale de la santé animale",
            [("official", "Organisation mondiale de la santé animale")],
        ),
        ("fr", "les nations unies", [("capitals", "nations unies")]),
        (
            "fr",
            "l’Organisation des nations unies",
            [("capitals", "Organisation des nations unies")],
        ),
        (
            "fr",
            "la grille Pacte numérique mondial-processus",
            [("official", "Pacte numérique mondial")],
        ),
        (
            "fr",
            "le Haut Commissariat des Nations Unies pour les réfugiés",
            [
                ("wrong", "Haut Commissariat des Nations Unies pour les réfugiés"),
            ],
        ),
        ("en", "UNITED NATIONS libraries", [("official", "UNITED NATIONS")]),
        ("en", "UN-Women and UN-Water", [("acronym", "UN-Women")]),
        ("en", "UNHCR/UNDP", []),
        (
            "en",
            "the Interational Labour Organization",
            [("near", "Interational Labour Organization")],
        ),
        ("en", "the World Helath Organization", [("near", "World Helath Organization")]),
        ("en", "the World Haelht Organization", []),  # two errors in a short word
        ("en", "the Human Rights Counicl", [("near", "Human Rights Counicl")]),
        ("en", "the Human Rights Cuonicl", []),
        ("en", "the Secruiyt Council", [("near", "Secruiyt Council")]),  # in eight letters
        (
            "en",
            "the Convention on the Rights of Children",
            [
                ("wrong", "Convention on the Rights of Children"),
            ],
        ),
        ("en", "a Conference on the Rights of the Child", []),
        (
            "en",
            "the Secretary General of the Council of Europe",
            [("official", "Council of Europe")],
        ),
        (
            "ru",
            "Всемирной организации здравоохранения",
            [
                ("official", "Всемирной организации здравоохранения"),
            ],
        ),
        ("ru", "Совета безопасности", [("capitals", "Совета безопасности")]),
    ],
)
def test_mentions(language: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert [(kind, written) for kind, written, _ in found(language, text)] == expected


def test_what_to_write_keeps_the_case_of_russian() -> None:
    assert found("ru", "Совета безопасности")[0][2] == "Совета Безопасности"


def test_spaces_hyphens_and_apostrophes_of_any_kind() -> None:
    text = "the\u00a0United\u00a0Nations Children’s Fund and the Secretary‑General"
    assert [kind for kind, _, _ in found("en", text)] == ["official", "official"]


def test_a_quoted_title_is_left_alone() -> None:
    draft = read_draft(Source(FRAMES["en"].format("the book “UN Women at work”")))
    assert [one.written for one in mentions(draft) if one.kind == "wrong"] == ["UN Women"]
    assert list(mentions_of(draft, "wrong")) == []


def test_acronyms_introduced_and_used() -> None:
    text = (
        "the World Library Union (WLU), WLU itself, the HIV programme, part XIV, document A/75/100,"
        " decision EC-M-33/DEC.3, UN-Energy and the ABC"
    )
    acronyms = acronyms_of(read_draft(Source(FRAMES["en"].format(text))))
    assert list(acronyms.introduced) == ["WLU"]
    assert sorted(acronyms.used) == ["ABC", "WLU"]
