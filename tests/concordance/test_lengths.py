"""Paragraphs that lost a clause, were joined into one, or divided in two."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from reslint.concordance.comparing import findings_of
from reslint.settings.settings import Settings
from tests.concordance.conftest import aligned

RULES = Path(__file__).parents[2] / "rules" / "concordance" / "wording.yaml"
RULE = next(
    one
    for one in yaml.safe_load(RULES.read_text(encoding="utf-8"))["rules"]
    if one["code"] == "CONC020"
)
HEADS = {
    "en": "*The General Assembly*,\n\n",
    "fr": "*L’Assemblée générale*,\n\n",
    "es": "*La Asamblea General*,\n\n",
    "ru": "*Генеральная Ассамблея*,\n\n",
}
TEXTS = {
    language: HEADS[language] + text for language, text in RULE["examples"][1]["versions"].items()
}
CLAUSES = {
    "en": ", on the difficulties that were met and on the resources needed to overcome them",
    "fr": ", sur les difficultés rencontrées et sur les ressources nécessaires pour les surmonter",
    "es": ", las dificultades encontradas y los recursos necesarios para superarlas",
    "ru": ", о возникших трудностях и о ресурсах, необходимых для их преодоления",
}


def found(texts: dict[str, str]) -> list[tuple[str, str, str, str]]:
    """What is found: language, code, the words there, the message; not what labels differ."""
    comparison = aligned(texts)
    results = findings_of(comparison, {one.path: Settings() for one in comparison.versions})
    return [
        (path[:2], one.code, texts[path[:2]][one.start : one.end], one.message)
        for path, each in results.items()
        for one in each.diagnostics
        if one.code != "CONC003"
    ]


def changed(language: str, old: str, new: str) -> dict[str, str]:
    """The versions, with other words in one of them."""
    assert old in TEXTS[language]
    return {**TEXTS, language: TEXTS[language].replace(old, new)}


@pytest.mark.parametrize("language", CLAUSES)
def test_a_clause_is_lost(language: str) -> None:
    ((where, code, at, message),) = found(changed(language, CLAUSES[language], ""))
    assert (where, code, at) == (language, "CONC020", "4.")
    assert "much shorter than in" in message


def test_a_clause_stands_in_one_version_only() -> None:
    more = ", with the annual accounts, the plan of work for three years and the list of its staff"
    ((where, code, at, message),) = found(changed("en", "to all States Members", f"{more}, to all"))
    assert (where, code, at) == ("en", "CONC020", "3.")
    assert "much longer than in" in message


def test_three_versions_do_not_tell() -> None:
    texts = changed("fr", CLAUSES["fr"], "")
    assert found({one: texts[one] for one in ("en", "fr", "es")}) == []


@pytest.mark.parametrize(
    ("language", "old", "new"),
    [
        ("en", ";\n\n3. *Requests*", ", and requests"),
        ("fr", " ;\n\n3. *Prie*", ", et prie"),
        ("es", ";\n\n3. *Solicita*", ", y solicita"),
        ("ru", ";\n\n3. *просит*", ", и просит"),
    ],
)
def test_two_paragraphs_are_one(language: str, old: str, new: str) -> None:
    ((where, code, at, message),) = found(changed(language, old, new))
    assert (where, code, at) == (language, "CONC001", "2.")
    assert message.startswith("Divide paragraph 2 in two: it seems to hold paragraph 3 of ")


@pytest.mark.parametrize(
    ("language", "old", "new"),
    [
        ("en", ", and to second experts", ";\n\n3. *Calls upon* them to second experts"),
        ("fr", " et de détacher des", " ;\n\n3. *Leur demande* de détacher des"),
        ("es", " y a adscribir", ";\n\n3. *Los exhorta* a adscribir"),
        ("ru", ", и прикомандировывать", ";\n\n3. *призывает* их прикомандировывать"),
    ],
)
def test_one_paragraph_is_two(language: str, old: str, new: str) -> None:
    old = old.replace(", и п", " и п")
    ((where, code, at, message),) = found(changed(language, old, new))
    assert (where, code, at) == (language, "CONC001", "3.")
    assert message.startswith("Join paragraph 3 with the paragraph beside it")
    assert message.endswith("the two seem to be one, paragraph 2.")
