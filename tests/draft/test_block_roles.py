"""The role of a single block: organ line, closing, annex, heading; marks at the end of a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reslint.blocks.model import Block
from reslint.blocks.reader import read_blocks
from reslint.draft.organ.organ_line_forms import organ_of_line
from reslint.draft.organ.organ_lines import find_unknown_organ_line
from reslint.draft.roles import block_roles, final_marks
from reslint.draft.roles.block_roles import BlockRoles
from reslint.language.language import Language
from reslint.language.loading import vocabulary
from reslint.text.source import Source

if TYPE_CHECKING:
    from reslint.blocks.model import EmphasisKind


def blocks_of(text: str) -> list[Block]:
    return read_blocks(Source(text))


def block(text: str) -> Block:
    (one,) = blocks_of(text)
    return one


@pytest.fixture(scope="module")
def english() -> BlockRoles:
    return BlockRoles(Language("en", vocabulary("en")))


@pytest.fixture(scope="module")
def chinese() -> BlockRoles:
    return BlockRoles(Language("zh", vocabulary("zh")))


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("To read;", ";"),
        ("To read; ", ";"),
        ("“To read.”", "."),
        ("To read,*)", ","),
        ("To read »\u00a0;\u200f", ";"),
        ("To read", "d"),
        ("回顾；", "；"),
        (" \u200f", ""),
        ("", ""),
    ],
)
def test_the_last_mark(text: str, mark: str) -> None:
    assert final_marks.last_mark(text) == mark


@pytest.mark.parametrize(
    ("text", "ended", "stopped", "colon"),
    [
        ("x;", True, True, False),
        ("x,", True, False, False),
        ("x:", True, True, True),
        ("x：", True, True, True),
        ("x", False, False, False),
        (" ", False, False, True),
    ],
)
def test_ends(text: str, ended: bool, stopped: bool, colon: bool) -> None:
    assert final_marks.is_ended(text) == ended
    assert final_marks.is_stopped(text) == stopped
    assert final_marks.ends_with_colon(text) == colon


@pytest.mark.parametrize(
    ("text", "kinds", "whole"),
    [
        ("*The General Assembly*,", ("italic",), True),
        ("*The General* Assembly,", ("italic",), False),
        ("The *General Assembly*,", ("italic",), False),
        ("*The* *General Assembly*", ("italic",), True),
        ("**Annex**", ("italic",), False),
        ("**Annex**", ("italic", "bold"), True),
        ("Annex", ("italic",), False),
    ],
)
def test_emphasis_of_a_whole_block(text: str, kinds: tuple[EmphasisKind, ...], whole: bool) -> None:
    assert block_roles.is_all_emphasized(block(text), *kinds) == whole


@pytest.mark.parametrize(
    ("text", "following", "organ"),
    [
        ("*The General Assembly*,", "*Recalling* x,", "GA"),
        ("The General Assembly,", "Recalling x,", "GA"),
        ("The General Assembly", "Recalling x,", "GA"),
        ("The General Assembly", "Of the towns", None),
        ("“The General Assembly,", "“Recalling x,", None),
        ("“The General Assembly,", "Recalling x,", "GA"),
        ("*The Security Council*,", None, "SC"),
        ("*The Human Rights Council*", None, "HRC"),
        ("*The Generel Assembly*,", "*Recalling* x,", "GA"),
        ("*The Committee of Librarians*,", "*Recalling* x,", "other"),
        ("1. *The General Assembly*,", "*Recalling* x,", None),
        ("*Recalling* x,", "*Noting* y,", None),
        ("*The General Assembly*" + " of the many libraries" * 8 + ",", None, None),
    ],
)
def test_organ_line(
    english: BlockRoles, text: str, following: str | None, organ: str | None
) -> None:
    after = block(following) if following else None
    assert organ_of_line(english, block(text), after) == organ


@pytest.mark.parametrize(
    ("text", "heading", "label"),
    [
        ("## Libraries", True, ""),
        ("**Libraries**", True, ""),
        ("**Libraries**,", False, ""),
        ("II", True, "II"),
        ("Section II", True, "II"),
        ("B. Libraries of the towns", True, "B"),
        ("B. Libraries of the towns.", False, "B"),
        ("Libraries", False, ""),
        ("1. **Libraries**", False, ""),
    ],
)
def test_heading(english: BlockRoles, text: str, heading: bool, label: str) -> None:
    one = block(text)
    assert (english.is_heading(one), english.heading_label(one)) == (heading, label)


@pytest.mark.parametrize(
    ("text", "longest", "may"),
    [
        ("Libraries of the towns", 0, True),
        ("Libraries of the towns.", 0, False),
        ("Libraries of the towns.", 4, True),
        ("Libraries of the towns.", 3, False),
        ("libraries of the towns", 0, False),
        ("“Libraries of the towns", 0, False),
        ("(a) Libraries", 0, False),
        ("Libraries" + " of" * 24, 0, True),
        ("Libraries" + " of" * 25, 0, False),
    ],
)
def test_a_line_that_may_be_a_heading(
    english: BlockRoles, text: str, longest: int, may: bool
) -> None:
    assert english.may_be_heading(block(text), longest) == may


@pytest.mark.parametrize(
    ("text", "annex"),
    [
        ("Annex", True),
        ("Annex II.", True),
        ("**Annex** on libraries", False),
        ("**Annex: the libraries**", True),
        ("# Annex: the libraries", True),
        ("# Annex on libraries", False),
        ("**Annexes and libraries**", False),
        ("Annex on libraries", False),
        ("(a) Annex", False),
    ],
)
def test_annex(english: BlockRoles, text: str, annex: bool) -> None:
    assert english.is_annex(block(text)) == annex


@pytest.mark.parametrize(
    ("text", "closing"),
    [
        ("*79th plenary meeting*", True),
        ("*5 December 2024*", True),
        ("*5 December 2024*, a day of libraries", False),
        ("[Adopted without a vote.]", True),
        ("*Recalling* its meeting", False),
    ],
)
def test_closing(english: BlockRoles, text: str, closing: bool) -> None:
    assert english.is_closing(block(text)) == closing


def test_a_leading_phrase_opens_with_a_capital_where_the_language_has_them(
    english: BlockRoles, chinese: BlockRoles
) -> None:
    match = english.opening("Recalling its work")
    assert match is not None and (match.start, match.end) == (0, 9)
    assert english.opening("recalling its work") is None
    assert english.opening("Its work") is None
    match = chinese.opening("回顾其决议")
    assert match is not None and (match.start, match.end) == (0, 2)


@pytest.mark.parametrize(
    ("text", "index"),
    [
        ("*The Librarians*,\n\n*Whereas* x,\n\n1. *Open* y.\n", 0),
        ("Title\n\n*The Librarians*,\n\n*Whereas* x,\n\n1. *Open* y.\n", 1),
        ("The Librarians,\n\nWhereas x,\n\n1. Open y.\n", 0),
        ("The Librarians,\n\n*Whereas* x,\n\n1. *Open* y.\n", None),
        ("*The Librarians*,\n\n*Whereas* x;\n\n1. *Open* y.\n", None),
        ("*The Librarians*,\n\n*Whereas* x,\n", None),
    ],
)
def test_the_organ_line_of_an_unknown_body(text: str, index: int | None) -> None:
    assert find_unknown_organ_line(blocks_of(text)) == index


def test_the_text_after_the_label_and_the_quotation_marks() -> None:
    assert block_roles.body(block("12. *Decides* x;")) == "Decides x;"
    assert block_roles.body(block("Decides x;")) == "Decides x;"
    assert block_roles.without_quotation("\u200f“ «The Council") == "«The Council"
    assert block_roles.is_quoted(block("“The Council"))
    assert not block_roles.is_quoted(block("The “Council"))


@pytest.mark.parametrize(
    ("text", "numbered"),
    [("1. x y", True), ("1 - x y", True), ("1) x y", True), ("(1) x y", False), ("(a) x", False)],
)
def test_a_number_of_an_operative_paragraph(text: str, numbered: bool) -> None:
    assert block_roles.is_numbered(block(text)) == numbered
