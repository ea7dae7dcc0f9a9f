"""The signature of a block: the same while words within it change, another where a reader asks."""

from __future__ import annotations

import pytest

from reslint.blocks.model import Block
from reslint.blocks.reader import read_blocks
from reslint.draft.rereading.signature import signature
from reslint.draft.roles.block_roles import BlockRoles
from reslint.language.language import language
from reslint.text.source import Source


def block_of(text: str) -> Block:
    (block,) = read_blocks(Source(text))
    return block


def signature_of(text: str, code: str) -> object:
    return signature(block_of(text), BlockRoles(language(code)))


PARAGRAPHS = {
    "ar": "*وإذ تشير* إلى المكتبات في الوديان الشمالية التي تقرأ فيها الكتب في أيام الشتاء،",
    "en": "*Recalling* the libraries of the northern valleys, where people read in long winters,",
    "es": "*Recordando* las bibliotecas de los valles del norte, donde se leen libros en invierno,",
    "fr": "*Rappelant* les bibliothèques des vallées du nord, où l’on lit des livres en hiver,",
    "ru": "*ссылаясь на* библиотеки северных долин, в которых долгими зимами читают книги вслух,",
    "zh": "*回顾*北方山谷里的图书馆在漫长的冬天里朗读书籍并且借给所有孩子和他们的老师以及司机们，",
}


@pytest.mark.parametrize("code", PARAGRAPHS)
def test_letters_within_a_paragraph_change_nothing_that_is_asked(code: str) -> None:
    text = PARAGRAPHS[code]
    before = signature_of(text, code)
    letter = "的" if code == "zh" else "и" if code == "ru" else "ب" if code == "ar" else "e"
    for at in range(len(text) - 12, len(text) - 6):
        assert signature_of(text[:at] + letter + text[at:], code) == before


@pytest.mark.parametrize("code", PARAGRAPHS)
def test_what_the_reading_of_a_draft_asks_changes_the_signature(code: str) -> None:
    text = PARAGRAPHS[code]
    before = signature_of(text, code)
    for after in (
        text[:-1] + ";",
        text[:-1],
        "1. " + text,
        "(a) " + text,
        "x" + text.replace("*", ""),
        text.replace("*", ""),
        text.replace("*", "**"),
        text + "[^1]",
        text[:30] + '"' + text[30:],
        text[:20],
        text + " x" * 200,
    ):
        assert signature_of(after, code) != before, after


def test_the_mark_of_a_typewriter_note_changes_the_signature() -> None:
    text = PARAGRAPHS["en"]
    before = signature_of(text.replace("valleys,", "valleys a b,"), "en")
    assert signature_of(text.replace("valleys,", "valleys 1/,"), "en") != before
    assert signature_of(text.replace("valleys,", "valleys a 1,"), "en") == before


def test_a_number_that_may_be_the_mark_of_a_note_changes_the_signature() -> None:
    text = "1. *Notes* the libraries of the northern valleys and the books read in long winters;"
    assert signature_of(text.replace("valleys", "valleys1"), "en") != signature_of(text, "en")
    assert signature_of(text.replace("valleys", "valleys 1"), "en") == signature_of(
        text.replace("valleys", "valleys x"), "en"
    )


@pytest.mark.parametrize(
    ("code", "phrase", "other"),
    [
        ("en", "Takes note with appreciation", "Takes note"),
        ("es", "Toma nota con aprecio", "Toma nota"),
        ("fr", "Prend note avec satisfaction", "Prend note"),
    ],
)
def test_another_leading_phrase_of_the_same_part_changes_nothing_that_is_asked(
    code: str, phrase: str, other: str
) -> None:
    words = {
        "en": " of the libraries of the northern valleys, where people read in long winters",
        "es": " de las bibliotecas de los valles del norte, donde se leen libros en invierno",
        "fr": " des bibliothèques des vallées du nord, où l’on lit des livres en hiver",
    }
    text = "1. *{}*" + 5 * words[code] + ";"
    one, two = signature_of(text.format(phrase), code), signature_of(text.format(other), code)
    assert one == two
    assert signature_of(text.format("Apples"), code) != one
