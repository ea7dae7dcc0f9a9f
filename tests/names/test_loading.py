"""The files of names: read, compiled, looked up."""

from __future__ import annotations

import marshal
from pathlib import Path

import pytest

from reslint.names.compiler import NamesError, compile_names, inflected, respelled
from reslint.names.misspellings import distance
from reslint.names.table import NameTable
from tests.conftest import ROOT


@pytest.fixture(scope="module")
def tables() -> dict[str, NameTable]:
    return {
        language: NameTable(part) for language, part in compile_names(str(ROOT / "rules")).items()
    }


def found(table: NameTable, text: str, start: int, token: str) -> str:
    _, end = table.at(text, start, token)
    return text[start:end] if end else ""


def test_the_compiled_names_are_plain_values() -> None:
    for part in compile_names(str(ROOT / "rules")).values():
        assert marshal.loads(marshal.dumps(part, 4)) == part


def test_english_and_french_have_the_names_that_resolutions_use(
    tables: dict[str, NameTable],
) -> None:
    assert len(tables["en"].full_names) > 400
    assert len(tables["fr"].full_names) > 400


def test_the_longest_name_is_found(tables: dict[str, NameTable]) -> None:
    text = "Organisation mondiale de la santé animale, dit-elle"
    assert found(tables["fr"], text, 0, "Organisation") == text[:41]


def test_a_name_ends_where_a_word_ends(tables: dict[str, NameTable]) -> None:
    assert found(tables["en"], "United Nationsland", 0, "United") == ""
    assert found(tables["en"], "Secretary-General’s", 0, "Secretary") == "Secretary-General"


def test_a_shorter_name_is_found_where_a_longer_one_breaks_off(
    tables: dict[str, NameTable],
) -> None:
    assert found(tables["en"], "United Nations Conference centre", 0, "United") == "United Nations"


def test_no_right_form_is_a_wrong_one(tables: dict[str, NameTable]) -> None:
    for table in tables.values():
        for _, _, accepted, others in table.entries:
            assert not set(accepted) & set(others)


def test_what_is_written_instead_is_a_right_form_or_an_acronym(
    tables: dict[str, NameTable],
) -> None:
    for table in tables.values():
        right = {form for _, _, accepted, _ in table.entries for form in accepted}
        for _, _, _, others in table.entries:
            for kind, instead, *_ in others.values():
                assert kind in ("wrong", "variant")
                assert instead in right or instead in table.acronyms


def test_a_foreign_acronym_is_none_of_the_language(tables: dict[str, NameTable]) -> None:
    french = tables["fr"]
    assert french.foreign["UNDP"] == "PNUD"
    assert "UNESCO" not in french.foreign
    assert not tables["en"].foreign


def test_russian_names_are_declined() -> None:
    usage = {"declension": {"Всемирный": ["Всемирного"], "банк": ["банка"]}}
    assert list(inflected("Всемирный банк", usage)) == ["Всемирный банк", "Всемирного банка"]


def test_only_whole_words_are_respelled() -> None:
    spellings = {"Organization": ["Organisation"]}
    assert list(respelled("World Health Organization", spellings)) == ["World Health Organisation"]
    assert list(respelled("Organizations of the World", spellings)) == []


@pytest.mark.parametrize(
    ("one", "other", "letters"),
    [
        ("labour", "labour", 0),
        ("labour", "labuor", 1),
        ("labour", "labor", 1),
        ("labour", "lbaor", 2),
        ("labour", "library", 3),
    ],
)
def test_distance(one: str, other: str, letters: int) -> None:
    assert distance(one, other, 2) == letters


@pytest.mark.parametrize(
    ("files", "says"),
    [
        ({"usage.yaml": "en: {}\n", "a.yaml": "- x\n"}, "must be a mapping"),
        ({"usage.yaml": "en: {}\n", "a.yaml": "x: {en: {nam: Y}}\n"}, "x"),
        (
            {"usage.yaml": "en: {}\n", "a.yaml": "x: {en: Y}\n", "b.yaml": "x: {en: Z}\n"},
            "x stands",
        ),
        ({"usage.yaml": "en: {}\n", "a.yaml": "2030: {en: Y}\n"}, "the key 2030 is not a text"),
        ({"a.yaml": "x: {en: Y}\n"}, "usage.yaml"),
        ({"usage.yaml": "en: {}\n", "a.yaml": "x: {en: Y\n"}, "YAML"),
    ],
)
def test_broken_files_are_refused(tmp_path: Path, files: dict[str, str], says: str) -> None:
    (tmp_path / "names").mkdir()
    for name, text in files.items():
        (tmp_path / "names" / name).write_text(text, encoding="utf-8")
    with pytest.raises(NamesError, match=says):
        compile_names(str(tmp_path))


def test_a_missing_folder_is_said(tmp_path: Path) -> None:
    with pytest.raises(NamesError, match="cannot be read"):
        compile_names(str(tmp_path))
