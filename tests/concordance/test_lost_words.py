"""Paragraphs that lack words which all other versions have (CONC023)."""

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
    if one["code"] == "CONC023"
)
HEADS = {
    "en": "*The General Assembly*,\n\n",
    "fr": "*L’Assemblée générale*,\n\n",
    "es": "*La Asamblea General*,\n\n",
    "ru": "*Генеральная Ассамблея*,\n\n",
    "zh": "**大会**，\n\n",
}
TEXTS = {
    language: HEADS[language] + text for language, text in RULE["examples"][1]["versions"].items()
}
CLAUSE = ", en particulier les femmes et les enfants, ainsi que les travailleurs humanitaires,"


def found(texts: dict[str, str]) -> list[tuple[str, str, str]]:
    """The findings of CONC023: language, the words there, the message."""
    comparison = aligned(texts)
    results = findings_of(comparison, {one.path: Settings() for one in comparison.versions})
    return [
        (path[:2], texts[path[:2]][one.start : one.end], one.message)
        for path, each in results.items()
        for one in each.diagnostics
        if one.code == "CONC023"
    ]


def without_clause() -> dict[str, str]:
    assert CLAUSE in TEXTS["fr"]
    return {**TEXTS, "fr": TEXTS["fr"].replace(CLAUSE, "")}


def test_the_message_has_words_of_the_clause_in_order() -> None:
    message = (
        "Check whether a clause is missing: words for “women, children” stand in the English, "
        "Spanish, Russian and Chinese texts, but not here."
    )
    assert found(without_clause()) == [("fr", "1.", message)]


def test_whole_versions_lack_nothing() -> None:
    assert found(TEXTS) == []


@pytest.mark.parametrize("left_out", ["en", "es", "ru", "zh"])
def test_four_versions_do_not_tell(left_out: str) -> None:
    texts = without_clause()
    del texts[left_out]
    assert found(texts) == []
