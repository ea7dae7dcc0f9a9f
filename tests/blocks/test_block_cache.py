"""Blocks read again after an edit: only what changed is made anew, all stand where they should."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reslint.blocks.block_cache import KnownBlocks
from reslint.blocks.lines import Line
from reslint.blocks.model import Block
from reslint.blocks.reader import _grouped, _read_block, read_blocks
from reslint.text.source import Source

TEXT = """\
*The General Assembly*,

*Recalling* its resolution 70/1,
on bridges 🌉,

1. *Decides* to go on[^1];

2. *Requests* the Secretary-General:

(a) To read;

[^1]: See resolution 70/2.
"""


def shown(blocks: list[Block]) -> list[tuple[object, ...]]:
    """All that blocks say of themselves and of their places."""
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


def reading(known: KnownBlocks, text: str) -> tuple[list[Block], int]:
    """The blocks of a text, and how many of them were made anew."""
    source = Source(text)
    made: list[Block] = []

    def read_block(kind: str, lines: list[Line]) -> Block:
        made.append(_read_block(kind, lines, text, "markdown"))
        return made[-1]

    return known.read(source, _grouped, read_block), len(made)


def put_in(at: str, new: str) -> Callable[[str], str]:
    return lambda text: text.replace(at, new + at, 1)


@pytest.mark.parametrize(
    ("edit", "made"),
    [
        (put_in("its resolution", "also "), 1),
        (put_in("1. ", "3. *Notes* it;\n\n"), 1),
        (put_in("1. ", "\n\n\n"), 0),
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
def test_only_what_changed_is_made_anew(edit: Callable[[str], str], made: int) -> None:
    known = KnownBlocks()
    assert reading(known, TEXT)[1] == 6
    edited = edit(TEXT)
    blocks, count = reading(known, edited)
    assert shown(blocks) == shown(read_blocks(Source(edited)))
    assert count == made


@pytest.mark.parametrize(
    "sign", ["<!--", "-->", "<table>", "|", "---\n", "\f", "\r", "# ", "> ", "```\n", "~~~~ x\n"]
)
def test_signs_that_change_the_lines_after_them(sign: str) -> None:
    known = KnownBlocks()
    reading(known, TEXT)
    for place in ("on bridges", "1. ", "(a)"):
        edited = put_in(place, sign)(TEXT)
        assert shown(reading(known, edited)[0]) == shown(read_blocks(Source(edited)))
        assert shown(reading(known, TEXT)[0]) == shown(read_blocks(Source(TEXT)))


def test_a_layout_that_changes_far_below_parts_other_lines_above() -> None:
    above = "*Recalling* it,\nand more of it;\n\n" + "*Noting* it,\n\n" * 4
    apart = above + "1. *Notes* it;\n\n2. *Invites* it.\n"
    glued = above + "".join(f"{number}. *Notes* it;\n" for number in range(1, 12))
    known = KnownBlocks()
    before = len(reading(known, apart)[0])
    blocks, _ = reading(known, glued)
    assert shown(blocks) == shown(read_blocks(Source(glued)))
    assert len(blocks) - 11 != before - 2
