"""Passes over a draft that begin and end near a change find what a pass over all of it finds."""

from __future__ import annotations

import pytest

from reslint.blocks.model import Block
from reslint.draft.reader import read_draft
from reslint.draft.rereading.reuse import ParagraphCache
from reslint.draft.window import RuledOut, Window
from reslint.text.source import Source

DRAFT = """The ferries of the lake

*The General Assembly*,

*Recalling* the report on the ferries,

*Mindful* of the fog on the lake,

1. *Requests* the ferrymen to ring a bell;

2. *Urges* the towns on the shore:

(a) To light their lamps;

(b) To mend their piers;

3. *Invites* the Council of the lake to adopt the text below:

*The Economic and Social Council*,

*Noting* the fog,

1. *Decides* to buy a bell;

2. *Welcomes* the new pier.

Annex

1. The bell weighs a ton.
"""


def _blocks(*texts: str) -> list[Block]:
    return [Block("text", at, at + len(text)) for at, text in enumerate(texts)]


def _window(old: list[Block], new: list[Block]) -> Window:
    return Window(old, [False] * len(old), new, [False] * len(new))


def test_window_of_a_new_block() -> None:
    old = _blocks("a", "b", "c", "d")
    window = _window(old, [*old[:2], *_blocks("x"), *old[2:]])
    assert (window.first, window.after, window.old_after, window.shift) == (2, 3, 2, 1)
    assert [window.now(at) for at in range(4)] == [0, 1, 3, 4]


def test_window_of_a_changed_block() -> None:
    old = _blocks("a", "b", "c", "d", "e", "f", "g")
    window = _window(old, [*old[:3], *_blocks("x"), *old[4:]])
    assert [window.now(at) for at in (2, 3, 4)] == [2, None, 4]
    assert window.positions([0, 3, 6], above=1, below=2) == [0, 1, 2, 3, 4, 6]


def test_window_of_another_label() -> None:
    old = _blocks("a", "b", "c")
    window = Window(old, [True, True, True], old, [True, False, True])
    assert (window.first, window.after) == (1, 2)


def test_nothing_changed_outside_the_window() -> None:
    old = _blocks("a", "b", "c", "d")
    window = _window(old, [*old[:2], *_blocks("x"), *old[2:]])
    assert window.same_outside([1, 2], [1, 3])
    assert window.same_outside([1], [1, 2])
    assert not window.same_outside([1, 2], [1])


def test_ruled_out_while_the_text_is_the_same() -> None:
    first, second = _blocks("a", "b")
    ruled_out = RuledOut()
    ruled_out.add(first)
    assert ruled_out.left([first, second]) == [(1, second)]
    first.become(*_blocks("c"))
    assert ruled_out.left([first, second]) == [(0, first), (1, second)]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("*The General Assembly*,\n\n", ""),
        ("*The General Assembly*,", "*The Board of ferries*,"),
        ("*The Economic and Social Council*,", "The bells"),
        ("*Noting* the fog,", "The fog is thick."),
        ("*Recalling* the", "The"),
        ("Annex\n\n", ""),
        ("2. *Urges* the", "*Urges* the"),
        ("2. *Welcomes* the new pier.\n\n", ""),
        ("3. *Invites*", "Therefore,\n\n3. *Invites*"),
        ("1. *Requests*", "*Decides:*\n\n1. *Requests*"),
        ("(b) To mend their piers;", "(b) To mend their piers;\n\n---\n\n(c) To swim;"),
        ("*Mindful* of the fog on the lake,", "*The Council*, meeting in the fog,"),
    ],
)
def test_what_stands_around_a_change(old: str, new: str) -> None:
    cache = ParagraphCache()
    for text in (DRAFT, DRAFT.replace(old, new), DRAFT):
        read_draft(Source(text), cache=cache)
        whole = ParagraphCache()
        read_draft(Source(text), cache=whole)
        walk, again = cache.walk, whole.walk
        assert walk is not None
        assert again is not None
        assert walk.organ_lines == again.organ_lines
        assert walk.organ_lines.noted == again.organ_lines.noted
        assert walk.ahead == again.ahead
        assert walk.in_small_letters == again.in_small_letters
