"""Labels as texts have them: what is one, its kind, value and style."""

from __future__ import annotations

import sys
from random import Random

import pytest

from reslint.blocks import labels, numerals
from reslint.blocks.label_words import label_words
from reslint.blocks.labels import WHITE_SPACE, find_label


@pytest.mark.parametrize(
    ("text", "kind", "value", "style", "written", "rest"),
    [
        ("12. Decides x", "number", 12, "N.", "12.", "Decides x"),
        ("12 - Decides x", "number", 12, "N -", "12 -", "Decides x"),
        ("12．决定", "number", 12, "N.", "12．", "决定"),
        ("1、决定", "number", 1, "N.", "1、", "决定"),
        ("12) Decides", "number", 12, "N)", "12)", "Decides"),
        ("2 . Decides", "number", 2, "N.", "2 .", "Decides"),
        ("2 ) decide", "number", 2, "N)", "2 )", "decide"),
        ("٢ . يقرر", "number", 2, "N.", "٢ .", "يقرر"),
        ("( 2 ) Decides", "number", 2, "(N)", "( 2 )", "Decides"),
        ("( a ) Read", "letter", 1, "(x)", "( a )", "Read"),
        ("( б ) Читать", "letter", 2, "(x)", "( б )", "Читать"),
        ("12 -Decides x", "number", 12, "N -", "12 -", "Decides x"),
        ("12- с этой целью", "number", 12, "N -", "12-", "с этой целью"),
        ("12- y decide", "number", 12, "N -", "12-", "y decide"),
        ("12- يقرر", "number", 12, "N -", "12-", "يقرر"),
        ("12ـ يقرر", "number", 12, "N -", "12ـ", "يقرر"),
        ("١ ـ يقرر", "number", 1, "N -", "١ ـ", "يقرر"),
        ("12_ يقرر", "number", 12, "N -", "12_", "يقرر"),
        ("\u200f12\u200f- يقرر", "number", 12, "N -", "\u200f12\u200f-", "يقرر"),
        ("(12) Decides", "number", 12, "(N)", "(12)", "Decides"),
        ("12.просит всех", "number", 12, "N.", "12.", "просит всех"),
        ("2.с удовлетворением отмечает", "number", 2, "N.", "2.", "с удовлетворением отмечает"),
        ("(a) Read", "letter", 1, "(x)", "(a)", "Read"),
        ("b)\u00a0Read", "letter", 2, "x)", "b)", "Read"),
        ("c. Read", "letter", 3, "x.", "c.", "Read"),
        ("(aa) Read", "letter", 27, "(x)", "(aa)", "Read"),
        ("(ii) Read", "letter", 35, "(x)", "(ii)", "Read"),
        ("(iv) Read", "roman", 4, "(x)", "(iv)", "Read"),
        ("(б) Читать", "letter", 2, "(x)", "(б)", "Читать"),
        ("(ب) يقرأ", "letter", 2, "(x)", "(ب)", "يقرأ"),
        ("（一）阅读", "circled", 1, "(x)", "（一）", "阅读"),
        ("㈠阅读", "circled", 1, "x", "㈠", "阅读"),
        ("’3‘ Lire", "quoted", 3, "’x‘", "’3‘", "Lire"),
        ("– Read", "bullet", 0, "–", "–", "Read"),
        ("- OP2. Decides", "number", 2, "word N", "- OP2.", "Decides"),
        ("• b) Read", "letter", 2, "x)", "• b)", "Read"),
        ("1/ Decides", "number", 1, "N/", "1/", "Decides"),
        ("1 / Prie", "number", 1, "N/", "1 /", "Prie"),
        ("1: Decides", "number", 1, "N:", "1:", "Decides"),
        ("§ 3. Decides", "number", 3, "§N", "§ 3.", "Decides"),
        ("2.- Decide", "number", 2, "N.", "2.-", "Decide"),
        ("1º Decide", "number", 1, "N°", "1º", "Decide"),
        ("4bis. Decides", "number", 4, "N.", "4bis.", "Decides"),
        ("１．决定", "number", 1, "N.", "１．", "决定"),
        ("٣ - يقرر", "number", 3, "N -", "٣ -", "يقرر"),
        ("一、决定", "number", 1, "一、", "一、", "决定"),
        ("(甲) 阅读", "letter", 1, "(x)", "(甲)", "阅读"),
        ("（子）阅读", "roman", 1, "(x)", "（子）", "阅读"),
        ("PP 12ter – Noting", "number", 12, "word N", "PP 12ter –", "Noting"),
        ("[OP3 alt] Decides", "number", 3, "word N", "[OP3 alt]", "Decides"),
        ("(OP)4. Decides", "number", 4, "word N", "(OP)4.", "Decides"),
        ("Article premier : Décide", "number", 1, "word N", "Article premier :", "Décide"),
        ("Articulo 2º.- Decide", "number", 2, "word N", "Articulo 2º.-", "Decide"),
        ("Пункт 3. Просит", "number", 3, "word N", "Пункт 3.", "Просит"),
        ("المادة (2): تقرر", "number", 2, "word N", "المادة (2):", "تقرر"),
        ("ثالثا: تقرر", "number", 3, "word N", "ثالثا:", "تقرر"),
        ("第十二条　决定", "number", 12, "word N", "第十二条", "决定"),
        ("• Read", "bullet", 0, "–", "•", "Read"),
    ],
)
def test_labels(text: str, kind: str, value: int, style: str, written: str, rest: str) -> None:
    label = find_label(text)
    assert label is not None
    assert (label.kind, label.value, label.style) == (kind, value, style)
    assert (label.text.strip(), text[label.body :]) == (written, rest)


@pytest.mark.parametrize(
    "text",
    [
        "1.5 metres",
        "2 . 5 metres",
        "2 ., and",
        "2 ) 3",
        "9.c of it",
        "1990-2000",
        "54-е пленарное заседание",
        "70-year plan",
        "1234. Decides",
        "Decides x",
        "(Decides) x",
        "a.",
        "(a),",
        "e.g. this",
        "",
    ],
)
def test_no_labels(text: str) -> None:
    assert find_label(text) is None


def test_a_label_may_stand_alone() -> None:
    label = find_label("12.")
    assert label is not None
    assert (label.text, label.value, label.body) == ("12.", 12, 3)


@pytest.mark.parametrize(
    ("text", "written", "value", "part"),
    [
        ("OP1 Decides", "OP1", 1, "operative"),
        ("OP iv Decides", "OP iv", 4, "operative"),
        ("PP12 Recalling", "PP12", 12, "preambular"),
    ],
)
def test_labels_of_word_and_number(text: str, written: str, value: int, part: str) -> None:
    label = label_words().find(text)
    assert label is not None
    assert (label.text, label.value, label.part) == (written, value, part)
    assert text[label.body :].strip() == text.partition(written)[2].strip()


@pytest.mark.parametrize("text", ["OPiiii Decides", "OP0 Decides", "PP0 Recalling", "OP Decides"])
def test_a_word_without_number_is_no_label(text: str) -> None:
    assert label_words().find(text) is None


def test_spans_of_a_label() -> None:
    label = find_label("  12 bis.  Decides x")
    assert label is not None
    assert (label.text, label.value, label.suffix) == ("12 bis.", 12, "bis")
    assert (label.value_span, label.body) == ((2, 4), 11)


def test_letters_and_their_values() -> None:
    assert [numerals.letter_value(one) for one in ("a", "z", "aa", "zz", "ab", "", "abc")] == [
        1, 26, 27, 52, 0, 0, 0,
    ]  # fmt: skip
    assert [numerals.letter_value(one) for one in ("а", "б", "я")] == [1, 2, 29]
    assert [numerals.letter_value(one) for one in ("أ", "ا", "ض", "أ أ", "هـ")] == [1, 1, 26, 27, 5]
    assert [numerals.letter_value(numerals.arabic_letters(one)) for one in range(1, 53)] == list(
        range(1, 53)
    )
    assert (numerals.arabic_letters(0), numerals.arabic_letters(53)) == ("", "")


def test_roman_numbers() -> None:
    written = [numerals.to_roman(value) for value in (1, 4, 9, 14, 40, 49, 90, 99, 100)]
    assert written == ["i", "iv", "ix", "xiv", "xl", "xlix", "xc", "xcix", "c"]
    assert all(numerals.roman_value(numerals.to_roman(value)) == value for value in range(1, 200))
    assert [numerals.roman_value(one) for one in ("iiii", "ic", "a", "")] == [0, 0, 0, 0]


def test_chinese_numbers() -> None:
    written = ["一", "九", "十", "十一", "二十", "二十一", "九十九"]
    assert [numerals.chinese_value(one) for one in written] == [1, 9, 10, 11, 20, 21, 99]


def test_a_line_separator_before_the_dash_of_a_number_is_a_gap() -> None:
    label = find_label("7 \u2028- يقرر أن يبقي المسألة قيد نظره")
    assert label is not None
    assert (label.value, label.style) == (7, "N -")


def test_white_space_is_what_python_takes_for_it() -> None:
    assert set(WHITE_SPACE) == {c for c in map(chr, range(sys.maxunicode + 1)) if c.isspace()}


@pytest.mark.parametrize("seed", range(4))
def test_no_number_is_left_out_by_the_quick_look_at_its_mark(seed: int) -> None:
    random = Random(seed)
    signs = "12034٣３ \u00a0.．、,;:：)）/°º-–—(abis本"
    for _ in range(5_000):
        text = random.choice("123٣３") + "".join(random.choices(signs, k=random.randint(1, 9)))
        end = len(text) - len(text.lstrip("0123456789٣３"))
        suffixes = labels._suffixes_at(text, end)
        whole = [
            labels._number(ending, suffixes).match(text)
            for ending in (labels._STOPPED, labels._DASHED)
        ]
        expected = whole[0] or whole[1]
        found = labels._figures_with_mark(text, 0)
        assert (found and found.span()) == (expected and expected.span()), text
