"""The mark a paragraph ends with, in scripts with marks of their own: one error, one finding."""

from __future__ import annotations

import pytest

from reslint.checks.endings import ends_wrong
from reslint.draft.reader import read_draft
from reslint.linting.linter import Linter
from reslint.text.source import Source

CHINESE = """\
**大会**，

**强调**图书馆为所有公众服务，

## 图书馆的开放

1. **邀请**图书馆晚间开放；

2. **请**各地：

(a) 粉刷桥梁；

(b) 修复道路。[^1]

[^1]: 见桥梁地图。
"""
ARABIC = """\
***إن الجمعية العامة***،

***إذ تشدد*** على أن المكتبات تخدم الجمهور كافة،

1 - ***تدعو*** المكتبات إلى فتح أبوابها مساء؛

2 - ***تطلب*** طلاء الجسور[^1].

[^1]: انظر خريطة الجسور.
"""


def found(text: str) -> list[tuple[str, int, str]]:
    diagnostics = Linter().lint(Source(text)).diagnostics
    return [(each.code, each.start, text[each.start : each.end]) for each in diagnostics]


def test_the_drafts_are_clean() -> None:
    assert found(CHINESE) == []
    assert found(ARABIC) == []


@pytest.mark.parametrize(
    ("text", "right", "error", "code"),
    [
        (CHINESE, "服务，", "服务,", "TYPO009"),
        (CHINESE, "服务，", "服务;", "FORM003"),
        (CHINESE, "服务，", "服务.", "FORM003"),
        (CHINESE, "开放；", "开放;", "TYPO009"),
        (CHINESE, "开放；", "开放,", "FORM004"),
        (CHINESE, "开放；", "开放.", "FORM004"),
        (CHINESE, "开放；", "开放:", "FORM011"),
        (CHINESE, "各地：", "各地:", "TYPO009"),
        (CHINESE, "各地：", "各地;", "FORM011"),
        (CHINESE, "的开放\n", "的开放.\n", "FORM009"),
        (CHINESE, "地图。", "地图.", "TYPO009"),
        (CHINESE, "地图。", "地图!", "TYPO009"),
        (CHINESE, "地图。", "地图,", "NOTE006"),
        (CHINESE, "地图。", "地图;", "NOTE006"),
        (ARABIC, "كافة،", "كافة,", "TYPO009"),
        (ARABIC, "كافة،", "كافة;", "FORM003"),
        (ARABIC, "مساء؛", "مساء;", "TYPO009"),
        (ARABIC, "مساء؛", "مساء,", "FORM004"),
        (ARABIC, "الجسور.\n", "الجسور,\n", "NOTE006"),
        (ARABIC, "الجسور.\n", "الجسور?\n", "TYPO009"),
    ],
)
def test_one_error_gives_one_finding(text: str, right: str, error: str, code: str) -> None:
    place = text.index(right) + len(error.rstrip()) - 1
    assert found(text.replace(right, error)) == [(code, place, error.rstrip()[-1])]


@pytest.mark.parametrize("mark", ["。", "；", "：", "，"])
def test_a_mark_after_a_heading_without_mark_up(mark: str) -> None:
    text = CHINESE.replace("2. **请**", f"道路和桥梁{mark}\n\n2. **请**")
    place = text.index("道路和桥梁") + len("道路和桥梁")
    assert found(text) == [("FORM009", place, mark)]
    assert found(text.replace(f"道路和桥梁{mark}", "道路和桥梁")) == []


def test_a_mark_after_an_arabic_heading_without_mark_up() -> None:
    text = ARABIC.replace("2 - ***", "القراءة في الريف؛\n\n2 - ***")
    place = text.index("الريف؛") + len("الريف")
    assert found(text) == [("FORM009", place, "؛")]


def test_a_heading_of_one_word_has_no_mark_either() -> None:
    text = (
        "*The General Assembly*,\n\n*Stressing* that libraries serve every public,\n\n"
        "**I.**\n\n**Reports:**\n\n1. *Invites* libraries to open in the evening;\n\n"
        "**Bridges**\n\n2. *Requests* the librarian to paint them.\n"
    )
    assert found(text) == [("FORM009", text.index("Reports:") + 7, ":")]


@pytest.mark.parametrize(
    ("right", "error", "code", "shown"),
    [
        ("服务，", "服务", "FORM003", "服务"),
        ("晚间开放；", "晚间开放", "FORM004", "开放"),
        ("各地：", "各地", "FORM011", "各地"),
    ],
)
def test_a_lost_mark_is_shown_at_the_last_characters(
    right: str, error: str, code: str, shown: str
) -> None:
    text = CHINESE.replace(right, error)
    assert found(text) == [(code, text.index(error) + len(error) - len(shown), shown)]


def test_an_operative_paragraph_is_judged_among_all_of_its_draft() -> None:
    draft = read_draft(Source(CHINESE.replace("晚间开放；", "晚间开放.")))
    (first, *_) = (each for each in draft.paragraphs if each.place == "1")
    view = draft.only([first])
    assert ends_wrong(view, first)
    assert view.looked_beyond == {first: {""}}


def test_no_mark_is_deleted_from_numbered_paragraphs_of_a_wiki() -> None:
    text = (
        "'''The General Assembly''',\n\n''Recalling'' the bridges,\n\n"
        "# ''Urges'' States to count them;\n# ''Decides'' to meet.\n"
    )
    assert "FORM009" not in [code for code, *_ in found(text)]
    text = text.replace("# ''Urges'' States", "# Urges States").replace("# ''Decides''", "# Mud")
    place = text.index(".\n")
    assert ("FORM009", place, ".") in found(text)
