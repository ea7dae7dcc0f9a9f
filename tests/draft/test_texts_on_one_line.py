"""Preambles and whole drafts on one line in Russian, Arabic and Chinese."""

from __future__ import annotations

import pytest

from benchmarks.structure import counts_of
from reslint.draft.model import Draft
from reslint.draft.reader import read_draft
from reslint.linting.linter import Linter
from reslint.settings.settings import Settings
from reslint.text.source import Source

# Organ, three preambular paragraphs, two operative ones, the label of each part.
DRAFTS = {
    "ru": (
        "Генеральная Ассамблея",
        ("ссылаясь на свой план мостов", "признавая пользу мостов", "отмечая доклад мастеров"),
        ("призывает строить мосты", "просит мастеров представить доклад"),
        ("Преамбула:", "Постановляющая часть:"),
    ),
    "ar": (
        "إن الجمعية العامة",
        ("إذ تشير إلى خطة الجسور", "وإذ تسلم بفائدة الجسور", "وإذ تلاحظ تقرير البنائين"),
        ("تدعو إلى بناء الجسور", "تطلب إلى البنائين تقديم تقرير"),
        ("الديباجة:", "الفقرات التنفيذية:"),
    ),
    "zh": (
        "大会",
        ("回顾其桥梁计划", "认识到桥梁的用处", "注意到工匠的报告"),
        ("呼吁各国修建桥梁", "请工匠提出报告"),
        ("序言性条款：", "行动性条款："),
    ),
}
COMMA = {"ru": ",", "ar": "،", "zh": "，"}
SEMICOLON = {"ru": ";", "ar": "؛", "zh": "；"}
STOP = {"ru": ".", "ar": ".", "zh": "。"}


def read(text: str) -> Draft:
    return read_draft(Source(text, "draft.txt"))


def preamble(language: str, mark: str, labels: tuple[str, ...] = ("", "", "")) -> str:
    paragraphs = DRAFTS[language][1]
    return " ".join(f"{label}{one}{mark}" for label, one in zip(labels, paragraphs, strict=True))


def operative(language: str, mark: str) -> str:
    one, two = DRAFTS[language][2]
    return f"1. {one}{mark} 2. {two}{STOP[language]}"


@pytest.mark.parametrize("language", DRAFTS)
@pytest.mark.parametrize("marks", [COMMA, SEMICOLON, STOP])
@pytest.mark.parametrize("name_ends", [True, False])
def test_three_phrases_on_the_only_line_are_paragraphs(
    language: str, marks: dict[str, str], name_ends: bool
) -> None:
    line = DRAFTS[language][0] + (COMMA[language] if name_ends else "")
    text = f"{line}\n\n{preamble(language, marks[language])}\n\n"
    draft = read(text + operative(language, SEMICOLON[language]) + "\n")
    assert counts_of(draft)[:2] == (3, 2)


def test_three_phrases_without_a_space_between_them_are_one_chinese_paragraph() -> None:
    text = "大会，\n" + preamble("zh", "，").replace(" ", "") + "\n" + operative("zh", "；") + "\n"
    assert counts_of(read(text))[:2] == (1, 2)


@pytest.mark.parametrize("language", DRAFTS)
@pytest.mark.parametrize(
    "labels", [("- ", "- ", "- "), ("• ", "• ", "• "), ("(1) ", "(2) ", "(3) ")]
)
def test_labels_of_a_preamble_on_the_line_of_all(language: str, labels: tuple[str, ...]) -> None:
    comma = COMMA[language]
    whole = " ".join(
        [
            DRAFTS[language][0] + comma,
            preamble(language, comma, labels),
            operative(language, SEMICOLON[language]),
        ]
    )
    draft = read(whole + "\n")
    assert (draft.is_resolution, draft.organ) == (True, "GA")
    assert counts_of(draft)[:2] == (3, 2)


@pytest.mark.parametrize("language", ["ru", "ar"])
def test_numbered_paragraphs_on_one_line_may_end_with_commas(language: str) -> None:
    comma = COMMA[language]
    line = DRAFTS[language][0] + comma
    paragraphs = "\n\n".join(one + comma for one in DRAFTS[language][1])
    draft = read(f"{line}\n\n{paragraphs}\n\n{operative(language, comma)}\n")
    assert counts_of(draft)[:2] == (3, 2)


@pytest.mark.parametrize("language", DRAFTS)
def test_labels_of_the_parts_stand_on_the_lines_of_their_paragraphs(language: str) -> None:
    comma = COMMA[language]
    of_preamble, of_operative = DRAFTS[language][3]
    line = DRAFTS[language][0] + comma
    draft = read(
        f"{line}\n\n{of_preamble} {preamble(language, comma)}\n\n"
        f"{of_operative} {operative(language, SEMICOLON[language])}\n"
    )
    assert counts_of(draft)[:2] == (3, 2)
    assert draft.organ == "GA"


@pytest.mark.parametrize("language", DRAFTS)
@pytest.mark.parametrize("breaks", ["  \n", "\\\n"])
def test_the_label_of_a_part_behind_a_line_break_is_no_organ_line(
    language: str, breaks: str
) -> None:
    comma, semicolon = COMMA[language], SEMICOLON[language]
    of_preamble, of_operative = DRAFTS[language][3]
    one, two = DRAFTS[language][2]
    text = breaks.join(
        [
            DRAFTS[language][0] + comma,
            of_preamble,
            *(paragraph + comma for paragraph in DRAFTS[language][1]),
            of_operative,
            f"1. {one}{semicolon}",
            f"2. {two}{STOP[language]}",
        ]
    )
    draft = read_draft(Source(text + "\n"))
    assert counts_of(draft)[:2] == (3, 2)
    assert draft.organ == "GA"


@pytest.mark.parametrize("language", DRAFTS)
def test_the_colon_of_such_a_label_is_right(language: str) -> None:
    comma, semicolon = COMMA[language], SEMICOLON[language]
    of_preamble, of_operative = DRAFTS[language][3]
    one, two = DRAFTS[language][2]
    text = "\n\n".join(
        [
            DRAFTS[language][0] + comma,
            of_preamble,
            *(paragraph + comma for paragraph in DRAFTS[language][1]),
            of_operative,
            f"1. {one}{semicolon}",
            f"2. {two}{STOP[language]}",
        ]
    )
    found = Linter(Settings()).lint(Source(text + "\n", "draft.txt")).diagnostics
    assert "FORM009" not in [one.code for one in found]


@pytest.mark.parametrize(
    "text",
    [
        "Уважаемые коллеги, отмечая вашу работу, признавая трудности, выражая надежду, мы пишем.",
        "Совет собрался в мае, отмечая юбилей, признавая трудности, подчеркивая пользу мостов.",
        "本周大会开幕， 回顾过去， 认识到困难， 注意到进展， 代表们发言。",
        "اجتمع المجلس في أيار، وإذ يشكر الحاضرين، وإذ يلاحظ التقدم، ختم الجلسة.",
    ],
)
def test_phrases_in_ordinary_sentences_make_no_draft(text: str) -> None:
    assert not read(text + "\n").is_resolution


@pytest.mark.parametrize("language", DRAFTS)
def test_the_label_of_a_part_stands_in_place_of_an_organ_line(language: str) -> None:
    comma, semicolon = COMMA[language], SEMICOLON[language]
    of_preamble, of_operative = DRAFTS[language][3]
    one, two = DRAFTS[language][2]
    header = {
        "ru": "Комитет: Генеральная Ассамблея",
        "ar": "اللجنة: الجمعية العامة",
        "zh": "委员会：联合国大会",
    }
    text = "\n\n".join(
        [
            header[language],
            of_preamble,
            *(paragraph + comma for paragraph in DRAFTS[language][1]),
            of_operative,
            f"1. {one}{semicolon}",
            f"2. {two}{STOP[language]}",
        ]
    )
    draft = read(text + "\n")
    assert draft.organ == "GA"
    assert counts_of(draft)[:2] == (3, 2)


@pytest.mark.parametrize("language", ["ru", "ar"])
@pytest.mark.parametrize("label", ["({})", "{})"])
def test_numbers_in_brackets_with_commas_below_a_preamble(language: str, label: str) -> None:
    comma = COMMA[language]
    paragraphs = "\n\n".join(one + comma for one in DRAFTS[language][1])
    one, two = DRAFTS[language][2]
    draft = read(
        f"{DRAFTS[language][0]}{comma}\n\n{paragraphs}\n\n{label.format(1)} {one}{comma}\n\n"
        f"{label.format(2)} {two}{STOP[language]}\n"
    )
    assert counts_of(draft)[:3] == (3, 2, 0)


@pytest.mark.parametrize("language", DRAFTS)
def test_the_first_number_in_brackets_stands_behind_the_preamble(language: str) -> None:
    comma = COMMA[language]
    one, two = DRAFTS[language][2]
    draft = read(
        f"{DRAFTS[language][0]}{comma} {preamble(language, comma)} (1) {one}{SEMICOLON[language]} "
        f"(2) {two}{STOP[language]}\n"
    )
    assert counts_of(draft)[:2] == (3, 2)


@pytest.mark.parametrize("first", ["一、", "（一）", "1."])
def test_any_first_number_stands_below_a_preamble_on_one_line(first: str) -> None:
    second = first.replace("一", "二").replace("1", "2")
    draft = read(
        f"安全理事会，\n{preamble('zh', '，')}\n{first}谴责袭击；\n{second}要求双方停火。\n"
    )
    assert counts_of(draft)[:3] == (3, 2, 0)
