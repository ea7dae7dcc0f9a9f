"""Tests of reading again after an edit: only changed blocks are read, all have right offsets."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from reslint.blocks.block_cache import BlockCache
from reslint.blocks.lines import Line
from reslint.blocks.model import Block
from reslint.blocks.reader import _group_lines, _read_block, read_blocks
from reslint.text.source import Source

if TYPE_CHECKING:
    from reslint.blocks.model import BlockKind

TEXT = """\
*The General Assembly*,

*Recalling* its resolution 70/1,
on bridges 🌉,

1. *Decides* to go on[^1];

2. *Requests* the Secretary-General:

(a) To read;

[^1]: See resolution 70/2.
"""


def data_of(blocks: list[Block]) -> list[tuple[object, ...]]:
    """Return all data of blocks, offsets included, in comparable form."""
    return [
        (
            block.kind,
            block.start,
            block.end,
            block.plain.text,
            block.plain.runs,
            block.number_span,
            block.label and (block.label.text, block.label.start, block.label.end),
            [(each.start, each.opening, each.closing) for each in block.emphases],
            [(each.at, each.start, each.end, each.digits) for each in block.markers],
        )
        for block in blocks
    ]


def reading(cache: BlockCache, text: str) -> tuple[list[Block], int]:
    """Return the blocks of a text and how many of them were read, not reused."""
    source = Source(text)
    made: list[Block] = []

    def read_block(kind: BlockKind, lines: list[Line]) -> Block:
        made.append(_read_block(kind, lines, text, "markdown"))
        return made[-1]

    return cache.read(source, _group_lines, read_block), len(made)


def insert_before(at: str, new: str) -> Callable[[str], str]:
    return lambda text: text.replace(at, new + at, 1)


@pytest.mark.parametrize(
    ("edit", "made"),
    [
        (insert_before("its resolution", "also "), 1),
        (insert_before("1. ", "3. *Notes* it;\n\n"), 1),
        (insert_before("1. ", "\n\n\n"), 0),
        (lambda text: text.replace("(a) To read;\n\n", ""), 0),
        (lambda text: text.replace("on bridges 🌉,\n", ""), 1),
        (lambda text: text.replace(",\non bridges", ",\n\non bridges"), 2),
        (lambda text: "x" + text, 1),
        (lambda text: text + "x", 1),
        (lambda text: text.rstrip("\n"), 0),
        (lambda text: text, 0),
        (lambda text: text.replace("(a) To read;\n\n", "") + "\n(a) To read;\n", 0),
        (lambda text: "", 0),
    ],
)
def test_only_changed_blocks_are_read_again(edit: Callable[[str], str], made: int) -> None:
    cache = BlockCache()
    assert reading(cache, TEXT)[1] == 6
    edited = edit(TEXT)
    blocks, count = reading(cache, edited)
    assert data_of(blocks) == data_of(read_blocks(Source(edited)))
    assert count == made


@pytest.mark.parametrize(
    "mark", ["<!--", "-->", "<table>", "|", "---\n", "\f", "\r", "# ", "> ", "```\n", "~~~~ x\n"]
)
def test_marks_that_change_the_lines_after_them(mark: str) -> None:
    cache = BlockCache()
    reading(cache, TEXT)
    for place in ("on bridges", "1. ", "(a)"):
        edited = insert_before(place, mark)(TEXT)
        assert data_of(reading(cache, edited)[0]) == data_of(read_blocks(Source(edited)))
        assert data_of(reading(cache, TEXT)[0]) == data_of(read_blocks(Source(TEXT)))


QUOTED = """\
“*The Council*,

Recalling the bridges,

“Noting the “ferries”,

“1. Decides to go on;

> 2. Asks for boats.

> The clerk wrote this down,

> and so did the others.
"""
BULLETS = """\
*The Council*,

*Recalling* the bridges,

- 1.

- Decides to go on;

* 2.

- Asks for boats.
"""


@pytest.mark.parametrize("text", [QUOTED, BULLETS], ids=["quoted", "bullets"])
@pytest.mark.parametrize("odd", ["“", "”", "- ", ">", "2", "", "\n"])
def test_what_stands_before_all_lines_is_found_wherever_one_character_shows_it(
    text: str, odd: str
) -> None:
    # Each text is one edit from another that has such marks or bullets in its margin, or none.
    cache = BlockCache()
    for at in range(len(text)):
        reading(cache, text)
        edited = text[:at] + odd + text[at + 1 :]
        assert data_of(reading(cache, edited)[0]) == data_of(read_blocks(Source(edited)))


def test_layout_change_far_below_splits_lines_above() -> None:
    above = "*Recalling* it,\nand more of it;\n\n" + "*Noting* it,\n\n" * 4
    spaced = above + "1. *Notes* it;\n\n2. *Invites* it.\n"
    dense = above + "".join(f"{number}. *Notes* it;\n" for number in range(1, 12))
    cache = BlockCache()
    before = len(reading(cache, spaced)[0])
    blocks, _ = reading(cache, dense)
    assert data_of(blocks) == data_of(read_blocks(Source(dense)))
    assert len(blocks) - 11 != before - 2
