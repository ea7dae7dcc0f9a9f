"""The first and the last word of a text, in scripts with spaces and without."""

from __future__ import annotations

import pytest

from reslint.facts.draft_text import first_word, last_word


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Calls upon Member States", "Calls", "States"),
        ("  “Reading”, at (e-learning)\u00a0 ", "“Reading”,", "(e-learning)"),
        ("\u200fتدعو المكتبات إلى الانفتاحًا\u200f", "تدعو", "الانفتاحًا"),
        ("邀请图书馆晚间开放", "邀请", "开放"),
        ("“邀请”图书馆晚间开放》”", "“邀请", "开放》”"),
        ("见A/75/62", "见", "A/75/62"),
        ("A/75/62号文", "A/75/62", "号文"),
        ("见（ABC）", "见", "（ABC）"),
        ("看", "看", "看"),
        ("One", "One", "One"),
        (" \u200f ", "", ""),
        ("", "", ""),
    ],
)
def test_outer_words(text: str, first: str, last: str) -> None:
    start, end = first_word(text)
    assert text[start:end] == first
    start, end = last_word(text)
    assert text[start:end] == last


def test_the_first_word_from_a_place() -> None:
    assert first_word("Calls upon all", 5) == (6, 10)
    assert first_word("Calls", 5) == (5, 5)
