"""Labels inside the square brackets of text under negotiation: `[1. Urges …;]`."""

from __future__ import annotations

import pytest

from reslint.blocks.labels import find_label
from reslint.draft.reader import read_draft
from reslint.fixes.rounds import fix_in_rounds
from reslint.linting.linter import Linter
from reslint.text.source import Source


@pytest.mark.parametrize(
    ("text", "written", "rest"),
    [
        ("[1. Urges it;]", "1.", "Urges it;]"),
        ("[(b) To paint;]", "(b)", "To paint;]"),
        ("［2、请秘书长；］", "2、", "请秘书长；］"),
        ("[3 - تطلب ذلك؛]", "3 -", "تطلب ذلك؛]"),
        ("[OP3 alt] Decides", "OP3 alt]", "Decides"),
        ("[1] See the report.", "", "[1] See the report."),
        ("[2 March 2024]", "", "[2 March 2024]"),
    ],
)
def test_the_label_stands_behind_the_bracket(text: str, written: str, rest: str) -> None:
    label = find_label(text)
    assert (label.text if label else "").lstrip("[") == written
    assert text[label.body if label else 0 :] == rest


def test_a_fix_of_the_label_keeps_the_bracket() -> None:
    text = (
        "*The General Assembly*,\n\n*Noting* the boats,\n\n[1) *Urges* it;]\n\n"
        "2) *Requests* all villages:\n\n[a) To paint;]\n\n[b) To row;]\n\n3) *Decides* to act.\n"
    )
    linter = Linter()
    found = linter.lint(Source(text, "draft.md"))
    (resolution,) = found.draft.resolutions
    assert [len(one.children) for one in resolution.operative] == [0, 2, 0]
    fixed = fix_in_rounds(found, linter).text
    assert "\n\n[1. *Urges* it;]\n\n2. *Requests*" in fixed
    assert "\n\n[(a) To paint;]\n\n[(b) To row;]\n\n3. *Decides*" in fixed
    assert read_draft(Source(fixed, "draft.md")).resolutions[0].operative[1].children[1].level == 1
