"""Paragraphs run together are found whatever kind of space, letter or line end the draft has."""

from __future__ import annotations

import unicodedata

import pytest

from reslint.draft.reader import read_draft
from reslint.text.source import Source

ON_ONE_LINE = {
    "numbers": "The General Assembly,\n\nNoting that the bridges are old,\n\n1. Urges villages to "
    "build new ones; 2. Requests towns to pay for them; 3. Decides to count them.\n",
    "capitals": "The General Assembly, Noting that the bridges are old, Recalling that the ferries "
    "are slow, Requests towns to build bridges.\n",
    "lost commas": "The General Assembly,\n\nNoting the state of bridges in all of the villages "
    "Further recalling that ferries are slow,\n\n1. Urges villages to build bridges.\n",
    "dashes": "L’Assemblée générale,\n\n- Notant que les ponts sont vieux, - Rappelant que les "
    "bacs sont lents, - Consciente du prix des bacs,\n\n1. Encourage les villages à bâtir.\n",
    "verb and numbers": "L’Assemblée générale,\n\nNotant que les ponts sont vieux,\n\n"
    "Décide : 1. De bâtir des ponts ; 2. De planter des arbres.\n",
    "small letters": "Генеральная Ассамблея,\n\nотмечая, что мосты старые,\n\n1. призывает деревни "
    "построить мосты; 2. просит города платить; 3. постановляет их сосчитать.\n",
    "brackets": "大会，\n\n注意到桥梁老旧，\n\n"
    "(1) 促请各村修建桥梁；(2) 请各城镇付款；(3) 决定清点桥梁。\n",
}
ON_SHORT_LINES = {
    "ar": "إن الجمعية العامة،\n\n"
    "إذ تلاحظ أن الجسور قديمة في كل القرى الواقعة على ضفاف النهر الكبير،\n"
    "وإذ تشير إلى أن القوارب بطيئة،\nوإذ تؤكد أن الأجرة مرتفعة في القرى كلها،\n"
    "وإذ تضع في اعتبارها الطرق،\n\n1 - تشجع القرى على بناء الجسور.\n",
    "ru": "Генеральная Ассамблея,\n\nотмечая, что мосты во всех деревнях у большой реки стали "
    "старыми,\nнапоминая, что паромы ходят медленно,\nподчеркивая, что проезд дорог,\n"
    "учитывая состояние дорог,\n\n1. призывает деревни построить мосты.\n",
    "fr": "L’Assemblée générale,\n\nNotant que les ponts sont très vieux dans tous les villages,\n"
    "Rappelant que les bacs sont lents,\nRéaffirmant que le péage est élevé,\n"
    "Considérant l’état des routes,\n\n1. Encourage les villages à bâtir des ponts.\n",
}


def places(text: str) -> list[tuple[str, str]]:
    return [(one.part, one.place) for one in read_draft(Source(text, "draft.txt")).paragraphs]


@pytest.mark.parametrize("kind", ON_ONE_LINE)
@pytest.mark.parametrize("space", ["\u00a0", "\u202f", "\u2003"])
def test_any_space_separates_paragraphs(kind: str, space: str) -> None:
    text = ON_ONE_LINE[kind]
    found = places(text)
    assert sum(part in ("preamble", "operative") for part, _ in found) >= 3
    assert places(text.replace(" ", space)) == found


@pytest.mark.parametrize("text", [*ON_ONE_LINE.values(), *ON_SHORT_LINES.values()])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_decomposed_letters_are_letters(text: str, end: str) -> None:
    found = places(text)
    assert sum(part in ("preamble", "operative") for part, _ in found) >= 3
    assert places(unicodedata.normalize("NFD", text).replace("\n", end)) == found


def test_vowel_marks_count_as_characters_of_a_line() -> None:
    """Most programs that wrap lines count them: this line is full, and goes on below."""
    text = (
        "*إن الجمعية العامة*،\n\n***إذ تلاحظ*** أن الجسورَ قديمةٌ في كلِّ القُرى الواقعةِ على النهرِ،\n"
        "وإذ تشير إلى أن القوارب بطيئة في كل القرى الواقعة على النهر الكبير،\n"
        "قليلة العدد،\n\n1 - ***تشجع*** القرى.\n"
    )
    assert [part for part, _ in places(text)].count("preamble") == 1


@pytest.mark.parametrize("end", ["", "\n", "\n\n", "\n\n\n\n", "\r\n\r\n"])
def test_blank_lines_at_the_end_do_not_join_lines(end: str) -> None:
    line = "Whereas the bridges of all the villages along the river are old and nobody has counted "
    text = "\n".join(
        [
            "Resolution 12: Bridges",
            "Committee: Roads and Rivers",
            line + "them for as long as anybody can remember in any of these villages,",
            line + "the ferries that carry people and cows over the river in their place,",
            "Be It Resolved That every village count its bridges before the end of the year.",
        ]
    )
    assert [part for part, _ in places(text + end)].count("preamble") == 2


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_no_line_end_hides_a_line_or_the_header(end: str) -> None:
    text = (
        "Committee: Human Rights Council\n\n*Recalling* its resolution 70/1,\n0\n"
        "*Recalling* its resolution 70/1,\n~~2. *Requests*\n"
    )
    found = places(text)
    assert [part for part, _ in found].count("preamble") == 2
    assert places(text.replace("\n", end)) == found
    organs = {read_draft(Source(one)).organ for one in (text, text.replace("\n", end))}
    assert organs == {"HRC"}
