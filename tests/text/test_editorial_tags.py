"""Editorial tags after the mark that ends a paragraph."""

from __future__ import annotations

import pytest

from reslint.text.editorial_tags import end_before_tags


@pytest.mark.parametrize(
    ("before", "tag"),
    [
        ("Recalling its resolution,", " [agreed]"),
        ("Recalling its resolution,", " (agreed ad ref.)"),
        ("Repairs the wells;", " [US] (EU: delete)"),
        ("Repairs the wells;", " [CHAIR — new [2]] "),
        ("Rappelant sa résolution,", " [convenu]"),
        ("Recordando su resolución,", "\u00a0[UE: suprimir]"),
        ("ссылаясь на свою резолюцию,", " [согласовано]"),
        ("回顾其决议，", "【已商定】"),
        ("决定修复水井；", "（美国）"),
        ("إذ تشير إلى قرارها،", " [متفق عليه]"),
        ("Decides to go on.", " (UK, FR)"),
        ("Repairs the wells;", " **[AGREED]**"),
        ("Noting the report on schools,", "1"),
        ("Notant le rapport sur les écoles ;", "2"),
        ("Noting the report on schools,", " 1/"),
        ("отмечая доклад о школах,", "12/"),
        ("Recalling its resolution of 25 September 2015,", "12"),
    ],
)
def test_the_mark_before_a_tag_ends_the_text(before: str, tag: str) -> None:
    assert end_before_tags(before + tag) == len(before)


@pytest.mark.parametrize(
    "text",
    [
        "Recalling resolution 1325 (2000)",
        "Recalling resolution 1325 (2000),",
        "Decides to act, [and to report;]",
        "[agreed]",
        "Recalls the work [of schools]",
        "Recalls the work [US] (2000)",
        "Recalls the work; unclosed]",
        "Recalls the rate of 2.5",
        "Recalls items 1, 2/",
        "1/",
        "Recalls the 1,250",
        "Recalls resolution 70/1",
        "12",
        "",
    ],
)
def test_other_brackets_are_text(text: str) -> None:
    assert end_before_tags(text) == len(text)
