"""Numbers alone in the bullets of a web page, above the bullets of their paragraphs."""

from __future__ import annotations

import pytest

from reslint.blocks.labels_in_bullets import find_labels_in_bullets
from reslint.draft.reader import read_draft
from reslint.linting.incremental import IncrementalLinter
from reslint.linting.linter import Linter
from reslint.text.source import Source

HEAD = "The General Assembly,\n\nNoting the rain,\n\n"


def operative(text: str) -> list[tuple[str, str]]:
    draft = read_draft(Source(text, "draft.txt"))
    return [(one.place, one.text) for one in draft.part("operative")]


@pytest.mark.parametrize("bullet", ["-", "*", "•"])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize("number", ["{}.", "{})"])
def test_a_number_stands_alone_above_its_paragraph(bullet: str, gap: str, number: str) -> None:
    lines = []
    for value, text in enumerate(("Commends the millers;", "Decides to go on."), 1):
        lines += [f"{bullet} {number.format(value)}", f"{bullet} {text}"]
    found = operative(HEAD + gap.join(lines) + "\n")
    assert found == [("1", "Commends the millers;"), ("2", "Decides to go on.")]


def test_the_paragraph_may_have_no_bullet_and_items_keep_theirs() -> None:
    text = f"{HEAD}- 1.\nAsks for:\n- rain;\n- wind;\n- 2.\n- Decides to go on.\n"
    assert [place for place, _ in operative(text)] == ["1", "1 -", "1 -", "2"]


@pytest.mark.parametrize("labels", [("(a)", "(b)"), ("a)", "b)"), ("(а)", "(б)")])
def test_letters_stand_alone_above_their_items(labels: tuple[str, str]) -> None:
    text = f"{HEAD}1. Asks for:\n- {labels[0]}\n- rain;\n- {labels[1]}\n- wind;\n2. Decides.\n"
    assert operative(text) == [
        ("1", "Asks for:"),
        (f"1 {labels[0]}", "rain;"),
        (f"1 {labels[1]}", "wind;"),
        ("2", "Decides."),
    ]


def test_numbers_in_a_list_of_bullets_stay() -> None:
    assert find_labels_in_bullets(Source(f"{HEAD}- 1.\n- 2.\n- 3.\n").line_texts()) is None
    assert find_labels_in_bullets(Source(f"{HEAD}- 1.\n- Urges all.\n").line_texts()) is None


def test_an_edit_is_read_like_a_new_text() -> None:
    before = f"{HEAD}- 1.\n- Commends the millers;\n- 2.\n- Decides to go on.\n"
    after = before.replace("- 1.\n", "- first.\n")
    linter = IncrementalLinter()
    linter.lint(Source(before, "draft.txt"))
    for text in (after, before):
        source = Source(text, "draft.txt")
        live = [(one.code, one.start, one.end) for one in linter.lint(source).diagnostics]
        full = [(one.code, one.start, one.end) for one in Linter().lint(source).diagnostics]
        assert live == full
