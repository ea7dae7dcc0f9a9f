"""Headings with a label of their language on the same line, without mark-up, before paragraph 1."""

from __future__ import annotations

import pytest

from reslint.draft.model import HEADING
from reslint.linting.linter import Linter
from reslint.text.source import Source

# Organ line, preambular paragraph, heading and heading below it, paragraph 1, heading, paragraph 2.
DRAFTS = {
    "ru": (
        "*Генеральная Ассамблея*,",
        "*приветствуя* успехи библиотек,",
        "I. Обзор",
        "А. Меры библиотек",
        "1. *предлагает* библиотекам представить доклад;",
        "В. Меры других",
        "2. *просит* библиотекаря представить доклад.",
    ),
    "ar": (
        "**إن الجمعية العامة**،",
        "**إذ ترحب** بالتقدم الذي أحرزته المكتبات،",
        "أولا - استعراض",
        "ألف - إجراءات المكتبات",
        "1 - **تدعو** المكتبات إلى تقديم تقارير؛",
        "باء - إجراءات أخرى",
        "2 - **تطلب** إلى أمين المكتبة تقديم تقرير.",
    ),
    "zh": (
        "**大会**，",
        "**欢迎**图书馆取得的进展，",
        "一. 对成效的审查",
        "A. 图书馆的行动",
        "1. **邀请**图书馆提交资料；",
        "B. 其他行动",
        "2. **请**图书馆馆长提交报告。",
    ),
    "zh, other labels": (
        "**大会**，",
        "**欢迎**图书馆取得的进展，",
        "第一节 审查",
        "一、图书馆的行动",
        "1. **邀请**图书馆提交资料；",
        "二、其他行动",
        "2. **请**图书馆馆长提交报告。",
    ),
    "zh, labels alone": (
        "**大会**，",
        "**欢迎**图书馆取得的进展，",
        "一",
        "图书馆的行动",
        "1. **邀请**图书馆提交资料；",
        "二",
        "2. **请**图书馆馆长提交报告。",
    ),
}


@pytest.mark.parametrize("name", DRAFTS)
def test_labelled_lines_before_the_numbers_are_headings(name: str) -> None:
    blocks = DRAFTS[name]
    result = Linter().lint(Source("\n\n".join(blocks) + "\n"))
    headings = [p.text for p in result.draft.paragraphs if p.part == HEADING]
    assert headings == [blocks[2], blocks[3], blocks[5]]
    assert result.diagnostics == []
