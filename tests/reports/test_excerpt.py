"""The excerpt of a line and the marks under it: whatever the line holds, they stand together."""

from __future__ import annotations

import subprocess
import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reslint.reports.excerpts import WIDTH, columns, excerpt, width_of
from reslint.reports.text import broken

LONG = (
    "*Rappelant* sa résolution 70/1 du 25 septembre 2015, dont le texte est reproduit en annexe "
    "et dont la teneur est rappelée chaque année par la Commission compétente, puis encore une "
    "fois par le Conseil à sa session suivante, comme le veut l'usage,"
)


def cells(text: str) -> str:
    """The text as it fills the columns of a terminal: wide characters twice, combining ones not."""
    filled = ""
    for character in text:
        if unicodedata.category(character) in ("Mn", "Me", "Cf"):
            continue
        filled += character * (2 if unicodedata.east_asian_width(character) in "WF" else 1)
    return filled


def marked(line: str, start: int, end: int) -> str:
    """What the marks stand under."""
    shown, marks = excerpt(line, start, end)
    grid, under = cells(shown), cells(marks)
    first = under.index("^")
    return grid[first : first + under.count("^")]


def test_a_short_line_is_shown_whole() -> None:
    assert excerpt("Noting the report,", 0, 6) == ("Noting the report,", "^^^^^^")


def test_an_empty_span_has_one_mark() -> None:
    assert excerpt("Noting", 6, 6) == ("Noting", "      ^")
    assert excerpt("", 0, 0) == ("", "^")


def test_tabs_become_blanks() -> None:
    assert excerpt("\t(a)\tTo report;", 5, 7) == ("    (a)    To report;", "           ^^")


@pytest.mark.parametrize("word", ["Rappelant", "annexe", "Commission", "Conseil", "usage,"])
def test_a_long_line_is_cut_around_the_span(word: str) -> None:
    start = LONG.index(word)
    shown, _ = excerpt(LONG, start, start + len(word))
    assert columns(shown) <= WIDTH
    assert word in shown
    assert shown.startswith("…") == (word not in ("Rappelant",) and not shown.startswith("*Rap"))
    assert marked(LONG, start, start + len(word)) == word


def test_a_span_longer_than_the_excerpt_is_shown_from_its_start() -> None:
    shown, marks = excerpt(LONG, 12, 200)
    assert "sa résolution" in shown
    assert shown.endswith("…")
    assert len(marks) <= columns(shown)


def test_wide_characters_take_two_columns() -> None:
    line = "*回顾*其第70/1号决议，"
    start = line.index("决议")
    assert excerpt(line, start, start + 2)[1] == " " * 16 + "^^^^"
    assert marked(line, start, start + 2) == "决决议议"


def test_combining_characters_take_no_column() -> None:
    line = "Re\u0301affirmant e\u0301galement sa"
    start = line.index("sa")
    assert excerpt(line, start, start + 2)[1] == " " * (start - 2) + "^^"


def test_right_to_left_lines_and_their_marks_fill_the_same_columns() -> None:
    line = "إذ تشير إلى قرارها 70/1 المؤرخ 25 أيلول/سبتمبر 2015،"
    start = line.index("قرارها")
    shown, marks = excerpt(line, start, start + 6)
    assert shown == f"\u202b{line}\u202c"
    assert marks[0] == "\u202b"
    assert marks.endswith("\u200f\u202c")
    assert len(cells(marks)) == len(cells(shown))
    assert marked(line, start, start + 6) == "قرارها"


def test_no_control_character_reaches_the_terminal() -> None:
    shown, marks = excerpt("a\x1b[31mb\x07\x9bc\u202ed\x0ce", 8, 9)
    assert shown == "a␛[31mb␇\ufffdcd␌e"
    assert all(unicodedata.category(character) != "Cc" for character in shown + marks)


LINES = st.text(
    alphabet=st.one_of(
        st.sampled_from("ab *\t回顾，\u0301\u200d\u200f\u00adé\x0c\x1bإذ٧"),
        st.characters(exclude_characters="\r\n", exclude_categories=["Cs"]),
    ),
    max_size=400,
)


@given(LINES, st.integers(0, 400), st.integers(0, 400))
def test_any_line_fits_and_has_its_marks_below_it(line: str, one: int, other: int) -> None:
    shown, marks = excerpt(line, min(one, other), max(one, other))
    assert columns(shown) <= WIDTH + 1
    assert "^" in marks
    # One column more than the line: an empty span at its end.
    assert columns(marks) <= columns(shown) + 1


@given(st.text(alphabet="ab回é\t", max_size=300), st.data())
def test_the_marks_begin_under_the_span(line: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, max(0, len(line) - 1)))
    line = line[:start] + "§" + line[start + 1 :]
    assert marked(line, start, start + 1) == "§"


def test_a_line_of_megabytes_is_cut_at_once() -> None:
    line = "回顾" * 2_000_000
    shown, _ = excerpt(line, 3_000_000, 3_000_002)
    assert columns(shown) <= WIDTH


def test_what_stands_far_away_in_a_line_changes_nothing() -> None:
    near = "word " * 200
    for far in ("é", "\u0301", "中", "\t"):
        line = far + "x" * 2000 + near + "x" * 2000 + far
        start = line.index("word") + 500
        assert excerpt(line, start, start + 4) == excerpt("x" * 2001 + near, start, start + 4)


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("one two three", 8, ["one two", "three"]),
        ("one two\n\n 8  LEAD002  x\n", 40, ["one two", "", " 8  LEAD002  x", ""]),
        ("\x1b[1mone\x1b[0m two three", 7, ["\x1b[1mone\x1b[0m two", "three"]),
        ("il reste 10 : fin", 11, ["il reste", "10 : fin"]),
        ("unbreakable", 4, ["unbreakable"]),
        ("回顾 其 决议", 6, ["回顾", "其", "决议"]),
    ],
)
def test_lines_for_a_terminal_are_broken_between_words(
    text: str, width: int, lines: list[str]
) -> None:
    assert broken(text, width).split("\n") == lines


def test_characters_are_as_wide_as_rich_says() -> None:
    from rich.cells import get_character_cell_size

    blocks = [*range(0x20, 0x7F), *range(0xA0, 0x2300), *range(0x2E80, 0xFFFF)]
    assert [
        hex(code) for code in blocks if width_of(chr(code)) != get_character_cell_size(chr(code))
    ] == []


def test_an_excerpt_in_the_six_languages_does_not_import_rich() -> None:
    lines = [
        "*Rappelle*\u202f: la note¹, l’« année »\u00a0;",
        "ссылаясь на свою резолюцию № 70/1²,",
        "وإذ تُشير إلى قرارها ٧٠/١ المؤرخ ٢٥ أيلول/سبتمبر ٢٠١٥،",
        "回顾其2015年9月25日第70/1号决议（《２０３０年议程》），",
    ]
    program = (
        "import sys; from reslint.reports.excerpts import excerpt\n"
        f"for line in {lines!r}: excerpt(line, 3, 5)\n"
        "sys.exit('rich' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
