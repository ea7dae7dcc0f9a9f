"""The words of a text are counted; Chinese characters stand for half a word each."""

from __future__ import annotations

import pytest

from reslint.draft.roles.heading_words import word_count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("Reading rooms of schools", 4),
        ("大会决议", 3),
        ("大会 决议a一", 4),
        ("\u4dff\u4e00\u9fff\ua000", 2),  # the first and the last, and their neighbours
        ("ä\u3400\uff01\U00020000", 1),
        ("一\ud800二", 2),
    ],
)
def test_two_chinese_characters_count_as_a_word(text: str, count: int) -> None:
    assert word_count(text) == count
