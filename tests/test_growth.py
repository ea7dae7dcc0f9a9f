"""The work for a draft grows with its length and no faster, whatever the draft is made of.

Each shape of `benchmarks/shapes.py` is linted at one length and at four times that; the calls of
functions are counted, those of C too. They do not depend on the machine or its other work. What
one call of C does (a search, a copy) they do not show: `benchmarks/growth.py` measures that.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from types import FrameType
from typing import TypeVar

import pytest

from benchmarks.shapes import HEADS, PIECES, WORDS, drawn, in_one_line, in_one_paragraph
from reslint.blocks.reader import read_blocks
from reslint.linting.linter import Linter
from reslint.settings.settings import Settings
from reslint.text.source import Source

Result = TypeVar("Result")
LENGTH = 250  # code points that are repeated; four times as many in the longer draft
SLACK = 5000  # calls: what a draft costs that does not grow with it
LINTER = Linter(Settings(profile="strict"))
LAYOUTS = [in_one_line.__name__, in_one_paragraph.__name__]
GROUPS = [("en", group) for group in range(0, len(PIECES), 25)] + [
    (language, -1) for language in WORDS
]


def calls(text: str) -> int:
    """The calls of functions in one lint."""
    source = Source(text, "draft.md")
    number, result = counted(lambda: LINTER.lint(source))
    assert result.errors == []
    return number


def counted(work: Callable[[], Result]) -> tuple[int, Result]:
    """The calls of functions in some work, and its result."""
    number = 0

    def count(frame: FrameType, event: str, argument: object) -> None:
        nonlocal number
        if event in ("call", "c_call"):
            number += 1

    sys.setprofile(count)
    try:
        result = work()
    finally:
        sys.setprofile(None)
    return number, result


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize(("language", "group"), GROUPS)
def test_work_grows_with_length(language: str, group: int, layout: str) -> None:
    pieces = WORDS[language] if group < 0 else PIECES[group : group + 25]
    head = HEADS[language]
    LINTER.lint(Source(drawn(layout, head, "a", 3), "draft.md"))
    for piece in pieces:
        size = len(drawn(layout, head, piece, 11)) - len(drawn(layout, head, piece, 10))
        number = max(LENGTH // size, 4)
        one, four = (calls(drawn(layout, head, piece, each)) for each in (number, 4 * number))
        # Four times the work; the square would be sixteen.
        assert four <= 7 * one + SLACK, (piece, one, four)


def test_there_are_hundreds_of_shapes() -> None:
    assert (len(PIECES) + sum(map(len, WORDS.values()))) * len(LAYOUTS) > 600


@pytest.mark.parametrize(
    ("head", "pair"),
    [
        ("*The General Assembly*,\n\n*Recalling* the Charter,", "Recalling maps,\nNoting towns,\n"),
        (
            "*L’Assemblée générale*,\n\n*Rappelant* la Charte,",
            "Rappelant des cartes,\nNotant des villes,\n",
        ),
        (
            "*La Asamblea General*,\n\n*Recordando* la Carta,",
            "Recordando mapas,\nObservando pueblos,\n",
        ),
        (
            "*Генеральная Ассамблея*,\n\n*ссылаясь* на Устав,",
            "ссылаясь на карты,\nотмечая города,\n",
        ),
        (
            "***إن الجمعية العامة***،\n\n***إذ تشير*** إلى الميثاق،",
            "إذ تشير إلى الخرائط،\nوإذ تلاحظ المدن،\n",
        ),
        ("**大会**，\n\n**回顾**《宪章》，", "回顾地图，\n注意到城镇，\n"),
    ],
    ids=["en", "fr", "es", "ru", "ar", "zh"],
)
@pytest.mark.parametrize("between", ["\n", " "])
def test_a_block_of_many_paragraphs(head: str, pair: str, between: str) -> None:
    # What is searched for the second paragraph of a block must not reach to its end each time.
    calls(f"{head}\n\n{pair}")
    one, four = (
        calls(f"{head}\n\n" + (pair * number).replace("\n", between)) for number in (50, 200)
    )
    assert four <= 5.5 * one + SLACK


def notes_in_reverse(number: int) -> str:
    """Notes whose markers count down in one paragraph, as their texts below do."""
    numbers = range(number, 0, -1)
    markers = ", ".join(f"wells[^{one}]" for one in numbers)
    texts = "".join(f"[^{one}]: See A/79/{one}.\n\n" for one in numbers)
    return f"{HEADS['en']}to repair {markers}.\n\n{texts}"


def numbers_in_reverse(number: int) -> str:
    """Operative paragraphs whose numbers count down; each but one refers to the next."""
    paragraphs = (
        f"{one}. *Decides* to act on paragraph {max(one - 1, 1)} above;\n\n"
        for one in range(number, 0, -1)
    )
    return HEADS["en"].partition("1. ")[0] + "".join(paragraphs)


WHOLE_DRAFTS = {
    "organ lines": lambda number: "The General Assembly,\n\n" * number + HEADS["en"] + "a.\n",
    "page breaks": lambda number: HEADS["en"] + "to act\f\n" * number,
    "roman numbers": lambda number: HEADS["en"] + "XIV XIV " * number,
    "words twice": lambda number: HEADS["en"] + "the the wells " * number,
    "misspelled names": lambda number: HEADS["en"] + "the Generall Assembly and " * number,
    "notes in reverse": notes_in_reverse,
    "numbers in reverse": numbers_in_reverse,
}


@pytest.mark.parametrize("shape", WHOLE_DRAFTS)
def test_work_grows_with_the_length_of_whole_drafts(shape: str) -> None:
    draw = WHOLE_DRAFTS[shape]
    LINTER.lint(Source(draw(3), "draft.md"))
    one, four = calls(draw(40)), calls(draw(160))
    assert four <= 7 * one + SLACK, (one, four)


def test_grouping_the_lines_of_wrapped_paragraphs_grows_with_their_number() -> None:
    paragraph = "Noting boats\nthat are late\non the river,\n\n"
    sources = [Source(HEADS["en"] + paragraph * number) for number in (200, 800)]
    read_blocks(sources[0])
    one, four = (counted(partial(read_blocks, source))[0] for source in sources)
    assert four <= 5 * one, (one, four)
