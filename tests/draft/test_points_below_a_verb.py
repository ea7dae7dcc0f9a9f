"""Numbers below a verb with who is asked: “呼吁各国政府：”, «призываем правительства:»."""

from __future__ import annotations

import pytest

from reslint.draft.reader import read_draft
from reslint.text.source import Source

DRAFTS = {
    "en": ("We, the youth of the villages,", "Recalling the bridges,", "Call upon all Governments:",
           ("To build bridges;", "To protect mills.")),
    "ru": ("Мы, молодежь деревень,", "сознавая важность мостов,", "призываем правительства:",
           ("Строить мосты;", "Беречь мельницы.")),
    "ar": ("نحن شباب القرى،", "إذ ندرك أهمية الجسور،", "ندعو الحكومات إلى ما يلي:",
           ("بناء الجسور؛", "حماية الطواحين.")),
    "zh": ("我们，各村青年代表，", "回顾桥梁的重要性，", "呼吁各国政府：",
           ("修建桥梁；", "保护磨坊。")),
}  # fmt: skip


@pytest.mark.parametrize("language", DRAFTS)
def test_the_numbers_are_the_paragraphs_and_the_verb_heads_them(language: str) -> None:
    organ, preamble, verb, points = DRAFTS[language]
    numbered = [f"{number}. {point}" for number, point in enumerate(points, 1)]
    draft = read_draft(Source("\n".join([organ, preamble, verb, *numbered]), "draft.txt"))
    assert [(one.part, one.place) for one in draft.paragraphs] == [
        ("organ line", "organ line"),
        ("preamble", "preamble 1"),
        ("heading", "heading 1"),
        ("operative", "1"),
        ("operative", "2"),
    ]


def test_old_phrases_open_paragraphs_in_chinese() -> None:
    text = (
        "大會，\n復查其決議案，\n計及橋樑之重要，\n一、爰請各會員國協助；\n二、爰決議設立委員會。\n"
    )
    draft = read_draft(Source(text, "draft.txt"))
    assert [one.place for one in draft.paragraphs[1:]] == ["preamble 1", "preamble 2", "一", "二"]
