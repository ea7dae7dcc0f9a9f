"""Paragraphs of one block and of several, each character at its place in the source."""

from __future__ import annotations

import pytest

from reslint.blocks.model import Block
from reslint.blocks.reader import read_blocks
from reslint.draft.model import OPERATIVE, Paragraph
from reslint.draft.paragraphs import continue_paragraph, divide_block, start_paragraph
from reslint.text.source import Source


def blocks_of(text: str) -> list[Block]:
    return [block for block in read_blocks(Source(text)) if block.kind == "text"]


def joined(text: str) -> Paragraph:
    first, *others = blocks_of(text)
    paragraph = start_paragraph(OPERATIVE, first, first.label)
    for block in others:
        continue_paragraph(paragraph, block)
    return paragraph


def sources(paragraph: Paragraph, text: str) -> list[str]:
    """What stands in the source for each character of the paragraph."""
    return [
        text[slice(*paragraph.source_span(place, place + 1))]
        for place in range(len(paragraph.text))
    ]


def test_a_paragraph_begins_after_its_label() -> None:
    text = "12. *Decides* to **read**[^1] [maps](#m);\n"
    paragraph = joined(text)
    assert paragraph.text == "Decides to read maps;"
    assert (paragraph.start, paragraph.end) == (0, len(text) - 1)
    assert sources(paragraph, text) == list(paragraph.text)
    assert [(e.kind, e.start, e.end) for e in paragraph.emphases] == [
        ("italic", 0, 7),
        ("bold", 11, 15),
    ]
    assert [(m.number, m.at, text[m.start : m.end]) for m in paragraph.markers] == [
        ("1", 15, "[^1]")
    ]
    assert [(link.start, link.end, link.target) for link in paragraph.links] == [(16, 20, "#m")]


def test_without_a_label_it_stays_in_the_text() -> None:
    (block,) = blocks_of("12. *Decides* x;\n")
    paragraph = start_paragraph(OPERATIVE, block, None)
    assert (paragraph.text, paragraph.label) == ("12. Decides x;", None)
    assert [(e.start, e.end) for e in paragraph.emphases] == [(4, 11)]


def test_the_marks_of_the_block_stay_as_they_are() -> None:
    (block,) = blocks_of("1. *Decides* x[^1];\n")
    paragraph = start_paragraph(OPERATIVE, block, block.label)
    assert [(e.start, e.end) for e in block.emphases] == [(3, 10)]
    assert [m.at for m in block.markers] == [12]
    assert [m.at for m in paragraph.markers] == [9]


def test_an_emphasis_over_the_label_begins_after_it() -> None:
    paragraph = joined("*1. Decides* x;\n")
    assert paragraph.text == "Decides x;"
    assert [(e.start, e.end) for e in paragraph.emphases] == [(0, 7)]


@pytest.mark.parametrize(
    ("text", "whole", "joints"),
    [
        ("1. *Decides* to\n\n---\n\nread *maps*;\n", "Decides to read maps;", [11]),
        ("1. *Decides* to  \n\n---\n\nread\n\n---\n\nmaps;\n", "Decides to read maps;", [11, 16]),
        ("1. **决定**阅\n\n---\n\n读地图；\n", "决定阅读地图；", [3]),
        ("1. *Decides* to\n\n---\n\n读地图；\n", "Decides to 读地图；", [11]),
    ],
)
def test_blocks_are_joined(text: str, whole: str, joints: list[int]) -> None:
    paragraph = joined(text)
    assert (paragraph.text, paragraph.joints) == (whole, joints)
    for place, written in enumerate(sources(paragraph, text)):
        # The space at a joint is not in the source.
        expected = "" if place + 1 in joints and whole[place] == " " else whole[place]
        assert written == expected, place
    assert paragraph.end == len(text) - 1


def test_marks_of_a_joined_block_move_with_its_text() -> None:
    text = "1. *Decides* to\n\n---\n\nread *maps*[^2] of [towns](#t);\n"
    paragraph = joined(text)
    assert [paragraph.text[e.start : e.end] for e in paragraph.emphases] == ["Decides", "maps"]
    assert [(m.number, m.at) for m in paragraph.markers] == [("2", 20)]
    assert [paragraph.text[link.start : link.end] for link in paragraph.links] == ["towns"]
    # The blocks keep their own offsets.
    assert [m.at for m in paragraph.blocks[1].markers] == [9]


def test_the_first_block_keeps_its_runs() -> None:
    first, second = blocks_of("*Decides* to\n\n---\n\nread;\n")
    before = list(first.plain.runs)
    paragraph = start_paragraph(OPERATIVE, first, None)
    continue_paragraph(paragraph, second)
    assert first.plain.runs == before
    assert first.plain.text == "Decides to"


def test_each_block_of_a_joined_paragraph_moves_by_itself() -> None:
    first, second = blocks_of("*Decides* to\n\n---\n\nread[^1] it;\n")
    paragraph = start_paragraph(OPERATIVE, first, None)
    continue_paragraph(paragraph, second)
    second.anchor.offset += 5
    assert paragraph.text == "Decides to read it;"
    at = [paragraph.plain.source_start(paragraph.text.index(each)) for each in ("to", "ad", "it")]
    assert at == [10, 26, 33]
    assert paragraph.plain.source_end(len("Decides to")) == 12
    assert (paragraph.markers[0].start, paragraph.end) == (28, 36)
    assert [run[1] for run in paragraph.plain.runs] == [1, 9, 12, 24, 32]


def test_a_label_alone_leaves_an_empty_text_at_its_end() -> None:
    (block,) = blocks_of("1. x\n")
    assert block.label is not None
    block.label.body = 4
    paragraph = start_paragraph(OPERATIVE, block, block.label)
    assert paragraph.text == ""
    assert paragraph.source_span(0, 0) == (4, 4)


def test_the_pieces_of_a_block_move_with_it() -> None:
    text = "1. *Decides* to read;[^1] *Requests* a map\n"
    (block,) = blocks_of(text)
    first, second = divide_block(block, block.plain.text.index("Requests"))
    assert (first.plain.text, second.plain.text) == ("1. Decides to read;", "Requests a map")
    assert text[first.start : first.end] == "1. *Decides* to read;[^1]"
    assert text[second.start : second.end] == "*Requests* a map"
    assert [marker.number for marker in first.markers] == ["1"]
    assert first.label is not None
    block.anchor.offset += 7
    assert (first.label.start, first.label.end) == (7, 9)
    assert first.markers[0].start == text.index("[^1]") + 7
    assert second.start == text.index("*Requests") + 7
    assert second.plain.source_start(3) == text.index("uests") + 7
