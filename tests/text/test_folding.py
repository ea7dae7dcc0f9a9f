"""Characters that count as one kind, and the two readings of their table."""

from __future__ import annotations

import unicodedata

import pytest

from reslint.text.folding import (
    APOSTROPHES,
    CLOSERS,
    CLOSING_QUOTES,
    HYPHENS,
    INVISIBLE,
    OPENING_QUOTES,
    SPACES,
    ZERO_WIDTH,
    fold,
    fold_in_place,
    fold_letters,
    lower,
)


def test_the_spaces_are_those_of_unicode() -> None:
    separators = {chr(code) for code in range(0x10000) if unicodedata.category(chr(code)) == "Zs"}
    # The Ogham space mark is a line that is drawn.
    assert set(SPACES) == separators - {"\u1680"}
    assert all(space.isspace() for space in SPACES)
    assert SPACES[0] == " "


@pytest.mark.parametrize(
    ("kinds", "plain"),
    [(SPACES, " "), (APOSTROPHES, "'"), (HYPHENS, "-")],
    ids=["spaces", "apostrophes", "hyphens"],
)
def test_each_kind_becomes_the_plain_one_in_place(kinds: str, plain: str) -> None:
    for kind in kinds:
        assert fold_in_place(f"a{kind}b") == f"a{plain}b"
        assert fold(f"a{kind}b") == f"a{plain}b"


@pytest.mark.parametrize(
    ("text", "in_place", "letters", "short"),
    [
        ("member\u2009states", "member states", "member states", "member states"),
        ("l’État  partie", "l'État  partie", "l'État  partie", "l'État partie"),
        ("avant\u2011garde\u202f;", "avant-garde ;", "avant-garde ;", "avant-garde ;"),
        ("ещё\u00a0раз", "ещё раз", "еще раз", "еще раз"),
        ("\u200f12\u200f -", "\u200f12\u200f -", "\u200f12\u200f -", "12 -"),
        ("إِنَّ الجمعيـة", "إِنَّ الجمعيـة", "إِنَّ الجمعيـة", "إن الجمعية"),
        ("第一条\u3000名称", "第一条 名称", "第一条 名称", "第一条 名称"),
        ("plain, 'text'", "plain, 'text'", "plain, 'text'", "plain, 'text'"),
    ],
)
def test_readings(text: str, in_place: str, letters: str, short: str) -> None:
    assert fold_in_place(text) == in_place
    assert fold_letters(text) == letters
    assert fold(text) == short
    assert len(fold_in_place(text)) == len(fold_letters(text)) == len(text)


def test_what_is_set_aside_at_the_edges() -> None:
    assert set(INVISIBLE) == {*SPACES, *"\t\n\r", *ZERO_WIDTH}
    assert "\u200c\u2067\ufeff \u2009text\u3000\u00ad\n".strip(INVISIBLE) == "text"
    assert "the end.”*\u202f)".rstrip(CLOSERS) == "the end."


def test_quotes_open_and_close() -> None:
    for opening, closing in ("“”", "«»", "„“", "「」", "『』", '""'):
        assert opening in OPENING_QUOTES
        assert closing in CLOSING_QUOTES


@pytest.mark.parametrize("text", ["İSTANBUL", "ΣΊΣΥΦΟΣ", "Straße", "ПРАВО"])
def test_small_letters_keep_the_length(text: str) -> None:
    assert len(lower(text)) == len(text)
    assert lower("PRAVO Права") == "pravo права"
