"""Lists below "Conference notes:" and "Conference resolves:" in Russian, Arabic and Chinese."""

from __future__ import annotations

import pytest

from reslint.draft.model import Draft
from reslint.draft.reader import read_draft
from reslint.linting.linter import Linter
from reslint.settings.settings import Settings
from reslint.text.source import Source

MOTIONS = {
    "ru": ("РЕЗОЛЮЦИЯ\nсъезда мельников", "Съезд отмечает:", "Съезд постановляет:",
           ("рост числа мельниц;", "состояние мостов."), ("Построить мост.", "Обучить мельников.")),
    "ru, participants": (
        "РЕЗОЛЮЦИЯ\nконференции «Мосты»", "Участники конференции, обсудив доклады, отмечают:",
        "Участники конференции рекомендуют:", ("рост числа мельниц;", "состояние мостов."),
        ("Министерству дорог построить мост.", "Союзу обучить мельников.")),
    "ar": ("قرار\nمؤتمر الطحانين", "يلاحظ المؤتمر:", "يقرر المؤتمر:",
           ("زيادة عدد الطواحين.", "سوء حالة الجسور."), ("بناء جسر.", "تدريب الطحانين.")),
    "zh": ("磨坊主大会决议", "大会注意到：", "大会决定：",
           ("磨坊数量的增加；", "桥梁的状况。"), ("修建桥梁。", "培训磨坊主。")),
    "zh, delegates": ("磨坊主大会决议", "与会代表认为：", "会议决定：",
                      ("磨坊数量增加了；", "桥梁状况不好。"), ("修建桥梁。", "培训磨坊主。")),
}  # fmt: skip


def written(kind: str, title: str | None = None) -> str:
    head, notes, resolves, reasons, decisions = MOTIONS[kind]
    lines = [title or head, "", notes, *(f"- {one}" for one in reasons), ""]
    return "\n".join([*lines, resolves, *(f"{n}. {one}" for n, one in enumerate(decisions, 1))])


def read(text: str) -> Draft:
    return read_draft(Source(text, "draft.txt"))


@pytest.mark.parametrize("kind", MOTIONS)
def test_each_list_is_a_part(kind: str) -> None:
    draft = read(written(kind))
    (resolution,) = draft.resolutions
    assert draft.is_resolution
    assert draft.organ == "other"
    assert [len(resolution.preamble), len(resolution.operative)] == [2, 2]
    assert [one.text for one in draft.part("heading")] == [*MOTIONS[kind][1:3]]


@pytest.mark.parametrize("kind", MOTIONS)
def test_the_lists_need_neither_commas_nor_an_organ_line(kind: str) -> None:
    found = Linter(Settings()).lint(Source(written(kind), "draft.txt")).diagnostics
    assert [one.code for one in found if one.code != "TOOL007"] == []


@pytest.mark.parametrize(
    ("kind", "title"),
    [
        ("ru", "ПРОТОКОЛ № 3\nзаседания съезда"),
        ("ar", "محضر اجتماع المؤتمر"),
        ("zh", "会议纪要"),
        ("zh, delegates", "会议纪要"),
    ],
)
def test_minutes_with_such_lines_are_no_draft(kind: str, title: str) -> None:
    assert not read(written(kind, title)).is_resolution


def test_a_name_that_ends_as_that_of_the_assembly_is_that_of_another_body() -> None:
    text = (
        "{}决议\n\n回顾水井的重要性，\n\n注意到磨坊的报告，\n\n1. 决定修桥；\n\n2. 请村长报告。\n"
    )
    assert read(text.format("村民大会")).organ == "other"
    assert read(text.format("大会")).organ == "GA"
    assert read(text.format("联合国大会")).organ == "GA"
