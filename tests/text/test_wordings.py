"""Every table of the tool's own words is complete, in all its languages."""

from __future__ import annotations

import pkgutil
from importlib import import_module
from string import Formatter

import pytest

import reslint
from reslint.settings.table import MESSAGE_LANGUAGES
from reslint.text import Wordings


def tables() -> dict[str, Wordings]:
    """The tables of all modules, by module and name."""
    found = {}
    for module in pkgutil.walk_packages(reslint.__path__, "reslint."):
        if not module.name.endswith("__main__"):
            for name, value in vars(import_module(module.name)).items():
                if isinstance(value, Wordings):
                    found[f"{module.name}.{name}"] = value
    return found


TABLES = tables()


def placeholders(text: str | tuple[str, str]) -> set[str]:
    """The placeholders of a text, of both its forms if it has two."""
    forms = (text,) if isinstance(text, str) else text
    return {name for form in forms for _, name, _, _ in Formatter().parse(form) if name}


def test_there_are_tables() -> None:
    assert len(TABLES) >= 6


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_a_table_has_all_languages_and_the_same_placeholders(table: Wordings) -> None:
    for name, texts in table:
        assert set(texts) == set(MESSAGE_LANGUAGES), name
        assert len({type(text) for text in texts.values()}) == 1, name
        assert len({frozenset(placeholders(text)) for text in texts.values()}) == 1, name


WORDS = Wordings(
    {
        "draft": {"en": ("{n} draft", "{n} drafts"), "fr": ("{n} projet", "{n} projets")},
        "fix": {"en": "fix: {title}", "fr": "correction : {title}"},
        "plain": {"en": "English only"},
    }
)


@pytest.mark.parametrize(
    ("number", "english", "french"),
    [(0, "0 drafts", "0 projet"), (1, "1 draft", "1 projet"), (2, "2 drafts", "2 projets")],
)
def test_numbers_have_their_form(number: int, english: str, french: str) -> None:
    counted = [WORDS.count("draft", number, language) for language in ("en", "fr", "ru")]
    assert counted == [english, french, english]


def test_a_text_is_in_the_language_or_in_english() -> None:
    assert WORDS.text("fix", "fr", title="{x}") == "correction : {x}"
    assert WORDS.text("fix", "ru", title="y") == "fix: y"
    assert WORDS.text("plain", "fr") == "English only"
    with pytest.raises(KeyError):
        WORDS.text("other", "en")
