"""Messages of comparisons name versions and places in words, in both languages."""

from __future__ import annotations

import pytest

from reslint.concordance.wording import in_words, language_name


@pytest.mark.parametrize(
    ("versions", "language", "words"),
    [
        ("en", "en", "the English text"),
        ("en, ru", "en", "the English and Russian texts"),
        ("en, es, zh", "en", "the English, Spanish and Chinese texts"),
        ("ar", "fr", "le texte arabe"),
        ("en, es, zh", "fr", "les textes anglais, espagnol et chinois"),
        ("fr 2", "en", "the French (2) text"),
    ],
)
def test_versions_are_named_in_words(versions: str, language: str, words: str) -> None:
    assert in_words({"versions": versions}, language) == {"versions": words}


def test_places_are_named_in_words() -> None:
    values = {"place": "preamble 2", "elsewhere": "12 (a)", "here": "12"}
    spoken = {"place": "préambule 2", "elsewhere": "paragraphe 12 (a)", "here": "12"}
    assert in_words(values, "fr") == spoken


def test_a_language_of_no_name_keeps_its_code() -> None:
    assert language_name("de", "en") == "de"
