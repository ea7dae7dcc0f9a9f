"""Note markers and numbers of paragraphs at the cursor, resolutions by symbol, in six languages."""

from __future__ import annotations

import pytest

from tests.editor.test_completions import applied, items, only

START = (
    "*The General Assembly*,\n\n*Recalling* its resolution 70/1 of 25 September 2015,\n\n"
    "1. *Requests* the Secretary-General to report;\n\n2. *Asks* for "
)
SIX = {
    "en": START + "a report on paragraph ‸",
    "fr": (
        "*L’Assemblée générale*,\n\n*Rappelant* sa décision,\n\n1. *Prie* le Secrétaire ;\n\n"
        "2. *Demande* un rapport sur le paragraphe ‸"
    ),
    "es": (
        "*La Asamblea General*,\n\n*Recordando* su labor,\n\n1. *Solicita* al Secretario;\n\n"
        "2. *Pide* un informe sobre el párrafo ‸"
    ),
    "ru": (
        "*Генеральная Ассамблея*,\n\n*ссылаясь* на свою работу,\n\n1. *просит* секретаря;\n\n"
        "2. *просит* представить доклад о пункте ‸"
    ),
    "ar": (
        "***إن الجمعية العامة***،\n\n***إذ تشير*** إلى عملها،\n\n1 - ***تطلب*** إلى الأمين؛\n\n"
        "2 - ***تطلب*** تقريرا عن الفقرة ‸"
    ),
    "zh": "*大会*，\n\n**回顾**其工作，\n\n1. **请**秘书长；\n\n2. **请**就上文第‸",
}


@pytest.mark.parametrize("language", SIX)
def test_numbers_of_paragraphs_with_their_words(language: str) -> None:
    (found,) = items(SIX[language])
    assert found.label == "1"
    assert found.detail
    assert applied(SIX[language], found) == SIX[language].replace("‸", "1")


def test_a_number_is_completed_and_no_other_word_asks_for_one() -> None:
    assert [one.label for one in items(START + "paragraphs 1‸")] == ["1"]
    assert [one.label for one in items(START + "paragraphs 3‸")] == []
    assert "1" not in [one.label for one in items(START + "the week ‸")]


def test_notes_with_their_text_those_without_marker_first() -> None:
    text = START + "it,[^1] and more[^‸]\n\n[^1]: A/80/1.\n\n[^2]: A/80/2.\n"
    found = items(text)
    assert [one.label for one in found] == ["[^2]", "[^3]", "[^1]"]
    assert found[0].detail == "no marker yet – A/80/2."
    assert applied(text, found[0]) == text.replace("[^‸]", "[^2]")
    assert applied(text, found[1]) == text.replace("[^‸]", "[^3]").replace(
        "A/80/2.\n", "A/80/2.\n\n[^3]: \n"
    )
    # At the start of a line a note is written, not a marker.
    assert items(START + "it.\n\n[^‸") == []


@pytest.mark.parametrize(
    ("typed", "label"),
    [
        ("A/RES/70/1", "A/RES/70/1"),
        ("S/RES/1325", "S/RES/1325(2000)"),
        ("E/RES/2021/1", "E/RES/2021/1"),
        ("A/HRC/RES/50/1", "A/HRC/RES/50/10"),
    ],
)
def test_resolutions_of_every_organ_by_symbol(typed: str, label: str) -> None:
    text = f"{START}{typed}‸"
    found = only(text, label)
    assert applied(text, found) == START + label
    assert found.detail


def test_nothing_in_a_span_of_years() -> None:
    assert items(START + "a budget for 2024/2‸") == []
    assert items(START + "resolution 2021/1‸")


@pytest.mark.parametrize("language", SIX)
def test_snippets_count_on(language: str) -> None:
    start = SIX[language].partition("\n\n2")[0] + "\n\n"
    number = next(one for one in items(f"{start}op‸") if one.label == f"op-{language}")
    assert number.text.startswith("2")
    assert "${1|" in number.text and "${2:[…]}" in number.text and number.text.endswith("$0")
    item = next(one for one in items(f"{start}sub-{language}‸") if one.label == f"sub-{language}")
    assert item.text.lstrip("(")[0] in "aأ"
    listed = f"{start}{item.text.partition('${1:[…]}')[0]}x;\n\nsub‸"
    following = next(one for one in items(listed) if one.label == f"sub-{language}")
    assert following.text.lstrip("(")[0] in "bب"
    assert not [one for one in items(f"{start}xop‸") if one.kind == "snippet"]


@pytest.mark.parametrize(
    ("word", "below", "expected"),
    [
        ("op", "1. *Decides* to row", {"2. *Inv": "3", "3. *Req": "4", "2 above": "3"}),
        ("op", "(b) To sail", {"3. *Req": "4"}),
        ("sub", "(a) To row", {"b) To s": "c"}),
        ("sub", "1. *Decides* to row", {}),
        ("op", "3. *Requests* a report", {}),
    ],
)
def test_what_follows_a_snippet_counts_on(word: str, below: str, expected: dict[str, str]) -> None:
    text = (
        "*The General Assembly*,\n\n*Noting* the boats,\n\n1. *Decides* to row;\n\n"
        "2. *Invites* all villages:\n\n(a) To row;\n\n(b) To sail;\n\n"
        "3. *Requests* a report on paragraph 2 above.\n"
    )
    end = text.index("\n", text.index(below))
    marked = f"{text[:end]}\n\n{word}‸{text[end:]}"
    found = next(one for one in items(marked) if one.kind == "snippet")
    source = marked.replace("‸", "")
    changed = {source[one.start : one.start + 7]: one.text for one in found.further}
    assert changed == expected
