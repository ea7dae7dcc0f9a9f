"""Test the benchmark that lays drafts out in other ways."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks import layouts
from benchmarks.relaying.harm import harms_between
from reslint.draft.reader import read_draft
from reslint.text.source import Source
from tests.conftest import EXAMPLES

_DRAFT = """*The General Assembly*,

*Recalling* the report on the mills of the valley, which was written by the oldest miller of all,

1. *Decides* to open rooms:

(a) In the east;

(b) In the west;

2. *Requests* the Secretary-General to report.
"""


def _laid_out(layout: str, text: str = _DRAFT) -> str:
    source = layouts.laid_out(read_draft(Source(text, "draft.md")), layout)
    assert source is not None
    return source.text


@pytest.mark.parametrize(
    ("layout", "line"),
    [
        ("60 columns", "written by the oldest miller of all,"),
        ("quoted", "> 1. *Decides* to open rooms:"),
        ("escapes", r"1\. *Decides* to open rooms:"),
        ("no emphasis", "1. Decides to open rooms:"),
        ("**bold**", "1. **Decides** to open rooms:"),
        ("__underline__", "1. __Decides__ to open rooms:"),
        ("<u>", "1. <u>Decides</u> to open rooms:"),
        ("CAPITALS", "1. DECIDES to open rooms:"),
        ("{})", "1) *Decides* to open rooms:"),
        ("OP1", "OP1 *Decides* to open rooms:"),
        ("Article 1", "Article 1. *Decides* to open rooms:"),
        ("I.", "II. *Requests* the Secretary-General to report."),
        ("一、", "二、 *Requests* the Secretary-General to report."),
        ("unnumbered", "*Decides* to open rooms:"),
        ("unnumbered, no emphasis", "Decides to open rooms:"),
        ("A)", "B) In the west;"),
        ("- items", "- In the west;"),
        ("line numbers", "  5 (a) In the east;"),
        ("page numbers", "- 1 -"),
        ("letter", "Best regards,"),
    ],
)
def test_a_layout_writes_this_line(layout: str, line: str) -> None:
    assert line in _laid_out(layout).split("\n")


def test_the_preamble_gets_labels_with_op1() -> None:
    assert "PP1 *Recalling* the report" in _laid_out("OP1")


def test_chinese_is_cut_anywhere_and_its_digits_are_wide() -> None:
    text = (
        "*大会*，\n\n*回顾*各国磨坊主多年来为修复河边的旧磨坊所作的努力以及他们"
        "的子女所作的贡献和牺牲，\n\n1. *决定*开放。\n"
    )
    assert _laid_out("60 columns", text).split("\n")[2:4] == [
        "*回顾*各国磨坊主多年来为修复河边的旧磨坊所作的努力以及他们",
        "的子女所作的贡献和牺牲，",
    ]
    assert "１. *决定*开放。" in _laid_out("other digits", text)


def test_a_web_page_is_read_as_one() -> None:
    source = layouts.laid_out(read_draft(Source(_DRAFT, "draft.md")), "HTML")
    assert source is not None and source.origin is not None
    assert layouts.outline(read_draft(source)) == ("GA", 1, 2, 2, "0 notes")


@pytest.mark.parametrize("path", EXAMPLES[:1], ids=lambda path: path.name)
def test_every_layout_of_an_example_is_measured(path: Path) -> None:
    source = Source(path.read_text(encoding="utf-8"), path.name)
    found = layouts.measured(path.name, source, ["60 columns", "CRLF", "OP1"])
    assert [(one.layout, one.read == one.meant, one.harms) for one in found] == [
        ("60 columns", True, ()),
        ("CRLF", True, ()),
        ("OP1", True, ()),
    ]


def test_other_texts_and_the_same_text_are_left_out() -> None:
    assert layouts.measured("a.txt", Source("A letter about mills.\n"), ["CRLF"]) == []
    assert layouts.measured("a.md", Source(_DRAFT, "a.md"), ["{}."]) == []


def test_what_fixes_may_not_do_is_told() -> None:
    before = read_draft(Source(_DRAFT, "a.md"))
    for old, new, harm in (
        ("the east;", "the east", "1 (a): the mark at its end is gone"),
        ("the west;", "the west;,", "1 (b): a mark stands beside another one"),
        ("2. *Req", "*Req", "the structure changes: "),
    ):
        found = harms_between(before, read_draft(Source(_DRAFT.replace(old, new), "a.md")))
        assert any(harm in one for one in found), found


def test_words_that_fixes_change_are_told() -> None:
    assert list(layouts.changes(["the", "old", "mill"], ["the", "mill", "wheel"])) == [
        ("old", ""),
        ("", "wheel"),
    ]


def test_the_table_has_shares_by_language_and_harms() -> None:
    same, other = ("GA", 1, 2), ("GA", 1, 1)
    outcomes = [
        layouts.Outcome("a.md", "en", "CRLF", same, same, ()),
        layouts.Outcome("b.md", "en", "CRLF", same, other, ("words: 'and' becomes ''",)),
        layouts.Outcome("c.md", "zh", "CRLF", same, same, ()),
    ]
    shares = ["–", "50.0 %", "–", "–", "–", "100.0 %", "66.7 %", "3", "1"]
    assert layouts.rows(outcomes) == [["CRLF", *shares], ["all", *shares]]
