"""Paragraphs that were not translated."""

from __future__ import annotations

import pytest

from reslint.concordance.comparing import align, findings_of
from reslint.draft.reader import read_draft
from reslint.settings.settings import Settings
from reslint.text.source import Source
from tests.concordance.conftest import VERSIONS, aligned

PLACE = 7  # of paragraph 3 among the blocks of a version


def found(texts: dict[str, str]) -> list[tuple[str, str]]:
    """Where a paragraph is not translated: language, words there."""
    comparison = aligned(texts)
    results = findings_of(comparison, {one.path: Settings() for one in comparison.versions})
    return [
        (path[:2], texts[path[:2]][one.start : one.end])
        for path, each in results.items()
        for one in each.diagnostics
        if one.code == "CONC021"
    ]


def with_block_of(language: str, source: str, number: int) -> str:
    """A version with one block of another one."""
    blocks = VERSIONS[language].split("\n\n")
    blocks[number] = VERSIONS[source].split("\n\n")[number]
    return "\n\n".join(blocks)


@pytest.mark.parametrize("language", [one for one in VERSIONS if one != "en"])
def test_a_paragraph_is_in_english(language: str) -> None:
    text = with_block_of(language, "en", PLACE)
    assert found({**VERSIONS, language: text}) == [(language, "3.")]
    assert found({"en": VERSIONS["en"], language: text}) == [(language, "3.")]


def test_the_english_version_has_a_paragraph_in_french() -> None:
    texts = {**VERSIONS, "en": with_block_of("en", "fr", PLACE)}
    assert found(texts) == [("en", "3.")]


def test_versions_in_one_language_may_be_the_same() -> None:
    assert found(VERSIONS) == []
    draft = read_draft(Source(VERSIONS["en"], "a.md"), language="en")
    comparison = align([("a.md", draft), ("b.md", draft)])
    results = findings_of(comparison, {one.path: Settings() for one in comparison.versions})
    assert not any(each.diagnostics for each in results.values())
