"""Paragraphs moved one level in or out, with numbers, references and marks, in six languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reslint.draft.reader import read_draft
from reslint.editor.levels import IN, OUT, level_changed, levels_changed
from reslint.linting.linter import Linter
from reslint.settings.settings import Settings
from reslint.text.source import Source
from tests.conftest import EXAMPLES

if TYPE_CHECKING:
    from pathlib import Path

TOP = "*The General Assembly*,\n\n*Noting* the boats,\n\n1. *Decides* to row;\n\n"
REST = (
    "2. *Invites* all villages:\n\n(a) To paint; and\n\n(b) To sail;\n\n3. To fish;\n\n"
    "4. *Requests* a report on paragraph 1 above and on paragraph 4 of this resolution.\n"
)
SIX = {
    "en": (TOP + "2. To sail;\n\n3. *Asks* all to fish.\n", "to row:", "(a) To sail;", "2. *Asks*"),
    "fr": (
        "*L’Assemblée générale*,\n\n*Notant* les bateaux,\n\n1. *Décide* de ramer ;\n\n"
        "2. De naviguer ;\n\n3. *Demande* un rapport.\n",
        "de ramer :",
        "a) De naviguer ;",
        "2. *Demande*",
    ),
    "es": (
        "*La Asamblea General*,\n\n*Observando* las barcas,\n\n1. *Decide* remar;\n\n"
        "2. Navegar;\n\n3. *Solicita* un informe.\n",
        "remar:",
        "a) Navegar;",
        "2. *Solicita*",
    ),
    "ru": (
        "*Генеральная Ассамблея*,\n\n*отмечая* лодки,\n\n1. *постановляет* грести;\n\n"
        "2. плавать;\n\n3. *просит* представить доклад.\n",
        "грести:",
        "a) плавать;",
        "2. *просит*",
    ),
    "ar": (
        "***إن الجمعية العامة***،\n\n***إذ تلاحظ*** القوارب،\n\n1 - ***تقرر*** التجديف؛\n\n"
        "2 - الإبحار؛\n\n3 - ***تطلب*** تقريرا عن الفقرة 1 أعلاه.\n",
        "التجديف:",
        "(أ) الإبحار؛",
        "2 - ***تطلب***",
    ),
    "zh": (
        "*大会*，\n\n**注意到**船只，\n\n1. **决定**划船；\n\n2. 扬帆；\n\n3. **请**提出报告。\n",
        "划船：",
        "(a) 扬帆；",
        "2. **请**",
    ),
}


def changed(text: str, after: str, by: int) -> str:
    """The text with the paragraph that begins with some words moved; "" if nothing is."""
    edits = level_changed(read_draft(Source(text, "draft.md")), text.index(after), by)
    new = text
    for edit in reversed(edits):
        new = new[: edit.start] + edit.text + new[edit.end :]
    return new if edits else ""


@pytest.mark.parametrize("language", SIX)
def test_in_with_the_marks_and_back(language: str) -> None:
    text, first, item, last = SIX[language]
    start = item.split(" ", 1)[1]
    moved = changed(text, start, IN)
    for expected in (first, item, last):
        assert expected in moved
    # A colon with nothing after it goes, too.
    assert changed(moved, start, OUT) == text


def test_and_moves_to_the_last_item_but_one() -> None:
    moved = changed(TOP + REST, "To fish", IN)
    assert "(a) To paint;\n\n(b) To sail; and\n\n(c) To fish;\n\n3. *Requests*" in moved
    assert "paragraph 1 above and on paragraph 3 of" in moved


def test_out_of_a_list() -> None:
    moved = changed(TOP + REST, "To sail", OUT)
    assert "(a) To paint;\n\n3. To sail;\n\n4. To fish;\n\n5. *Requests*" in moved
    assert "paragraph 5 of this" in moved


def test_an_empty_paragraph_moves_while_it_is_begun() -> None:
    text = TOP + "2. \n\n3. *Asks* all to fish.\n"
    assert "to row:\n\n(a) \n\n2. *Asks*" in changed(text, "\n\n3. *Asks*", IN)


@pytest.mark.parametrize(
    ("after", "by"),
    [
        ("1. *Decides*", IN),  # nothing stands before it
        ("4. *Requests*", IN),  # a reference names it
        ("2. *Invites*", IN),  # it holds items
        ("(a) To paint", OUT),  # an item stands below it
        ("3. To fish", OUT),
        ("*Noting*", IN),
    ],
)
def test_nothing_where_it_is_not_plain(after: str, by: int) -> None:
    assert changed(TOP + REST, after, by) == ""


@pytest.mark.parametrize("language", SIX)
def test_several_paragraphs_in_and_out_again(language: str) -> None:
    text, first, item, last = SIX[language]
    start = item.split(" ", 1)[1]
    number = last.split("*")[0]
    third = number.replace("2", "3")
    text = text.replace(f"{third}*", f"{third}{start}\n\n{number.replace('2', '4')}*")
    moved = several(text, [text.index(start), text.rindex(start)], IN)
    mark = first[-1]
    assert first in moved
    second = {"(a)": "(b)", "a)": "b)", "(أ)": "(ب)"}[item.split(" ", 1)[0]]
    assert f"{mark}\n\n{item}\n\n{second} {start}\n\n{last}" in moved
    back = several(moved, [moved.index(start), moved.rindex(start)], OUT)
    assert back == text
    assert several(text, [0, text.index("\n\n")], IN) == ""


def test_of_several_paragraphs_those_that_can_move() -> None:
    text = TOP + REST
    offsets = [
        text.index(one) for one in ("1. *Decides*", "3. To fish", "To fish", "4. *Requests*")
    ]
    assert several(text, offsets, IN) == changed(text, "3. To fish", IN)


def several(text: str, offsets: list[int], by: int) -> str:
    """The text with the paragraphs at some offsets moved; "" if nothing is."""
    edits = levels_changed(read_draft(Source(text, "draft.md")), offsets, by)
    new = text
    for edit in reversed(edits):
        new = new[: edit.start] + edit.text + new[edit.end :]
    return new if edits else ""


@settings(max_examples=15, deadline=None)
@given(st.sampled_from(EXAMPLES), st.floats(0, 1), st.sampled_from((IN, OUT)))
def test_no_error_comes_of_it(path: Path, where: float, by: int) -> None:
    text = path.read_text(encoding="utf-8")
    linter = Linter(Settings())
    before = linter.lint(Source(text, "draft.md"))
    edits = level_changed(before.draft, round(where * len(text)), by)
    new = text
    for edit in reversed(edits):
        new = new[: edit.start] + edit.text + new[edit.end :]
    after = linter.lint(Source(new, "draft.md"))
    for family in ("NUM001", "NUM004", "NUM008", "FORM004", "FORM005"):
        counts = [
            sum(one.code == family for one in result.diagnostics) for result in (before, after)
        ]
        assert counts[1] <= counts[0], (path, where, by, family)
