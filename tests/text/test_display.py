"""Text of others is shown without commanding the terminal or a log."""

from __future__ import annotations

import pytest

from reslint.text.display import displayed, escaped, held_by_xml, isolated, one_line


@pytest.mark.parametrize(
    ("text", "line", "written", "pages"),
    [
        ("Décide :\u00a0oui", "Décide :\u00a0oui", "Décide :\u00a0oui", "Décide :\u00a0oui"),
        ("a\r\n::error::b", "a ::error::b", "a\\r\\n::error::b", "a␍\n::error::b"),
        ("\x1b]0;x\x07", " ]0;x ", "\\x1b]0;x\\x07", "␛]0;x␇"),
        ("a\x9bb\x7f", "a b ", "a\\x9bb\\x7f", "a\ufffdb␡"),
        ("a\u2028b", "a b", "a\\u2028b", "a b"),
        ("\udcffa", " a", "\\xffa", "\ufffda"),
        ("قرر\u200f", "قرر ", "قرر\\u200f", "قرر\u200f"),
        ("a\tb\nc", "a b c", "a\\tb\\nc", "a\tb\nc"),
    ],
)
def test_control_characters_are_taken_out(text: str, line: str, written: str, pages: str) -> None:
    assert one_line(text) == line
    assert escaped(text) == written
    assert displayed(text) == pages


def test_what_xml_cannot_hold_is_taken_out() -> None:
    text = "a\x00b\x0bc\x1bd\ud800e\ufffef"
    assert held_by_xml(text) == "a\ufffdb\ufffdc\ufffdd\ufffde\ufffdf"
    assert held_by_xml("a\t\n\rb\x85\U0010ffff") == "a\t\n\rb\x85\U0010ffff"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("25 أيلول/سبتمبر 2015", "\u206725 أيلول/سبتمبر 2015\u2069"),
        ("25 сентября 2015 года", "25 сентября 2015 года"),
        ("25 September 2015", "25 September 2015"),
        ("", ""),
    ],
)
def test_text_of_another_direction_is_isolated(text: str, shown: str) -> None:
    assert isolated(text) == shown
