"""The phrase before and after a fix, word by word."""

from __future__ import annotations

import pytest

from reslint.linting.results import locate
from reslint.reports.replacements import compared, replacement_of
from reslint.text.diagnostics import Diagnostic, Edit, Fix
from reslint.text.source import Source


def replaced(
    line: str, *edits: tuple[int, int, str], span: tuple[int, int] | None = None, group: str = ""
) -> tuple[str, str] | None:
    """The phrase before and after edits of the second line of a text, changes in brackets."""
    before = "*The General Assembly*,\n"
    moved = tuple(Edit(len(before) + a, len(before) + b, text) for a, b, text in edits)
    start, end = span or edits[0][:2]
    fix = Fix("safe", "title", moved, group or None)
    found = Diagnostic("A", "a", "error", "m", len(before) + start, len(before) + end, fix=fix)
    (one,) = locate(Source(before + line + "\nmore\n"), [found])
    made = replacement_of(one)
    if made is None:
        return None
    old, new = ("".join(f"[{t}]" if c else t for t, c in side) for side in (made.old, made.new))
    return old, new


@pytest.mark.parametrize(
    ("line", "edits", "old", "new"),
    [
        ("Recalling its work,", [(0, 0, "*"), (9, 9, "*")], "[Recalling]", "[*Recalling*]"),
        ("Notant ses travaux;", [(18, 19, ",")], "[travaux;]", "[travaux,]"),
        ("the  report", [(3, 5, " ")], "the [␣]report", "the report"),
        (
            "*Also recalling* it",
            [(1, 15, "Recalling also")],
            "[*Also] [recalling*]",
            "[*Recalling] [also*]",
        ),
        ("回顾其决议；", [(5, 6, "，")], "议[；]", "议[，]"),
        ("2015\u00a0year", [(4, 5, " ")], "2015[⍽]year", "2015[␣]year"),
        ("to the the end", [(6, 10, "")], "the[ the]", "the"),
    ],
)
def test_the_phrase_is_whole_words(
    line: str, edits: list[tuple[int, int, str]], old: str, new: str
) -> None:
    assert replaced(line, *edits) == (old, new)


def test_what_stays_between_two_changes_is_cut() -> None:
    line = "*Invites Member States to keep at least one library open*;"
    assert replaced(line, (8, 8, "*"), (56, 57, "")) == (
        "[*Invites] Member States … one library [open*;]",
        "[*Invites*] Member States … one library [open;]",
    )


def test_of_a_group_only_the_change_at_the_finding_is_shown() -> None:
    line = "4. *Invites* them, as in paragraph 5 above;"
    edits = ((0, 1, "3"), (35, 36, "4"))
    assert replaced(line, *edits, span=(0, 2), group="g") == ("[4.]", "[3.]")


def test_an_edit_on_another_line_is_not_shown() -> None:
    assert replaced("word", (6, 7, "x"), span=(0, 4)) is None


def test_invisible_characters_are_named() -> None:
    made = compared("tools\u00ad,", "tools,")
    assert made.old == (("tools<U+00AD>,", True),)
    assert made.new == (("tools,", True),)


def test_no_control_character_is_passed_on() -> None:
    made = compared("a \x1b[31mred", "a\x9b red")
    assert not any(
        ord(character) < 32 or 0x7F <= ord(character) < 0xA0
        for text, _ in (*made.old, *made.new)
        for character in text
    )


def test_a_fix_that_writes_what_is_there_shows_nothing() -> None:
    assert replaced("word", (0, 4, "word")) is None


def test_a_phrase_of_very_many_words_is_shown_as_a_whole() -> None:
    made = compared("a " * 1_000 + "x", "a " * 1_000 + "y")
    assert made.old == (("a " * 1_000 + "x", True),)
    assert made.new == (("a " * 1_000 + "y", True),)
