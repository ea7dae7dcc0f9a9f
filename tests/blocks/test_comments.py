"""Comments in the lines of a file, and the text before and after them."""

from __future__ import annotations

import pytest

from reslint.blocks.block_cache import BlockCache
from reslint.blocks.reader import read_blocks
from reslint.text.source import Source


def blocks_of(text: str, path_format: str = "markdown") -> list[tuple[str, str]]:
    """The kind and the plain text of each block; the source text of a comment."""
    return [
        (each.kind, each.plain.text or text[each.start : each.end])
        for each in read_blocks(Source(text), path_format)
    ]


@pytest.mark.parametrize("path_format", ["markdown", "plain"])
def test_text_between_two_comments_on_one_line_is_text(path_format: str) -> None:
    text = "<!-- a --> 2. Invites States to act; <!-- b -->\n"
    (block,) = read_blocks(Source(text), path_format)
    assert block.plain.text == "2. Invites States to act;"
    assert (block.start, block.end) == (11, 36)
    assert block.label is not None and block.label.start == 11


@pytest.mark.parametrize("path_format", ["markdown", "plain"])
def test_a_comment_inside_a_line_is_not_text(path_format: str) -> None:
    text = "1. Decides <!-- tbc --> to act;"
    (block,) = read_blocks(Source(text), path_format)
    assert block.plain.text.split() == ["1.", "Decides", "to", "act;"]
    at = block.plain.text.index("to act")
    assert block.plain.source_start(at) == text.index("to act")


def test_text_before_and_after_a_comment_of_several_lines() -> None:
    text = "1. Decides to act; <!-- a\n\nb --> 2. Invites States;\n"
    assert blocks_of(text) == [
        ("text", "1. Decides to act;"),
        ("comment", "<!-- a\n\nb -->"),
        ("text", "2. Invites States;"),
    ]


def test_an_unclosed_comment_ends_with_its_paragraph() -> None:
    text = "1. Decides to act;\n\n<!-- to be\ndiscussed\n\n2. Invites States;\n"
    assert blocks_of(text) == [
        ("text", "1. Decides to act;"),
        ("unclosed comment", "<!-- to be\ndiscussed"),
        ("text", "2. Invites States;"),
    ]


def test_an_unclosed_comment_ends_before_a_label() -> None:
    assert blocks_of("1. Decides <!-- to be\n2. Invites States;") == [
        ("text", "1. Decides"),
        ("unclosed comment", "<!-- to be"),
        ("text", "2. Invites States;"),
    ]


def test_the_end_of_a_later_comment_closes_none_before() -> None:
    text = "<!-- lost\n\n1. Decides to act;\n\n<!-- whole -->\n\n2. Invites States;"
    assert [kind for kind, _ in blocks_of(text)] == ["unclosed comment", "text", "comment", "text"]


def test_a_comment_in_a_fence_is_code() -> None:
    assert [kind for kind, _ in blocks_of("```\n<!-- a\n```\n\nText.")] == ["code", "text"]


def test_every_state_of_a_typed_comment_is_read_as_at_first() -> None:
    final = "1. Decides <!-- to\n\nbe --> to act;\n\n<!-- x --> 2. Invites States;\n"
    cache = BlockCache()
    for end in [*range(len(final)), *range(len(final), 20, -1)]:
        text = final[:end] + "\n\n3. Requests the Secretary-General to report."
        fresh = [(b.kind, b.start, b.plain.text) for b in read_blocks(Source(text))]
        kept = [(b.kind, b.start, b.plain.text) for b in read_blocks(Source(text), cache=cache)]
        assert kept == fresh


@pytest.mark.parametrize(
    "rows", ["State | Share\n--- | ---\nA | 12%", "State | Share\n:--|--:\nA | 12%\nB | 3%"]
)
def test_a_table_needs_no_outer_pipes(rows: str) -> None:
    assert blocks_of(f"Text.\n\n{rows}\n\nMore | text.") == [
        ("text", "Text."),
        ("table", rows),
        ("text", "More | text."),
    ]


@pytest.mark.parametrize("path_format", ["markdown", "plain"])
def test_an_inline_note_is_no_text_of_the_paragraph(path_format: str) -> None:
    text = "Recalling its resolution,^[See [A/79/1] and others.] as amended,^[Ibid.]"
    (block,) = read_blocks(Source(text), path_format)
    assert block.plain.text == "Recalling its resolution, as amended,"
    assert block.plain.source_start(block.plain.text.index("as amended")) == text.index("as am")
