"""Errors in Arabic and Chinese drafts: each found once, at its place, and nothing besides."""

from __future__ import annotations

import pytest

from reslint.fixes.rounds import fix_in_rounds
from reslint.linting.linter import Linter
from reslint.settings.settings import Settings
from reslint.text.source import Source

ARABIC = """\
***إن الجمعية العامة***،

***إذ تشير*** إلى قرارها 70/11 المؤرخ 19 تشرين الثاني/نوفمبر 2015، والمعنون ”القراءة ليلا“،

***وإذ تشير أيضا*** إلى التقرير المعنون ”القراءة نهارا“ وإلى ”خريطة المكتبات“،

1 - ***تقرر*** ما يلي:

(أ) القراءة؛

(ب) الكتابة؛

2 - ***تقرر أيضا*** إنشاء مكتبة في 5 كانون الأول/ديسمبر 2024.
"""
CHINESE = """\
**安全理事会**，

**回顾**其第1325(2000)、第1820(2008)和第2242(2015)号决议，

**对**许多道路仍然关闭**表示遗憾**，

**期待**即将举行的道路安全会议，

1. **决定**：

(a) 开放道路；

(b) 为1 800名司机提供服务；

2. **决定**继续处理此案。
"""


def found(text: str, profile: str = "standard") -> list[tuple[str, str]]:
    options = Settings(profile=profile)
    return [
        (one.code, text[one.start : one.end])
        for one in Linter(options).lint(Source(text)).diagnostics
    ]


def test_the_drafts_are_clean() -> None:
    assert found(ARABIC) == []
    assert found(CHINESE) == []


@pytest.mark.parametrize(
    ("text", "old", "new", "errors"),
    [
        (ARABIC, "70/11 المؤرخ 19", "70/11, 19", [("CITE004", ", 19 تشرين الثاني/نوفمبر 2015")]),
        (ARABIC, "ديسمبر 2024", "ديسمبر, 2024", [("CITE005", "5 كانون الأول/ديسمبر, 2024")]),
        (ARABIC, "2015، والمعنون", "2015, والمعنون", [("TYPO009", ",")]),
        (ARABIC, "”القراءة نهارا“", '"القراءة نهارا"', [("CITE011", '"')]),
        (ARABIC, "”القراءة نهارا“", "„القراءة نهارا“", [("CITE011", "„")]),
        (ARABIC, "”خريطة المكتبات“", "”خريطة المكتبات", [("TYPO004", "”")]),
        (ARABIC, "(أ) القراءة", "أ. القراءة", [("NUM005", "أ.")]),
        (ARABIC, "(أ) القراءة", "(\u200eأ\u200e) القراءة", []),
        (ARABIC, "***إن الجمعية العامة***،", "***إن الجمعية العامة***,", [
            ("FORM001", "إن الجمعية العامة***,")]),
        (CHINESE, "**安全理事会**，", "**安全理事会**,", [("FORM001", "安全理事会**,")]),
        (CHINESE, "1. **决定**：", "1、**决定**：", [("NUM010", "1、")]),
        (CHINESE, "关闭**表示遗憾**，", "关闭**表示遗憾** ，", [("TYPO007", " ，")]),
        (CHINESE, "(a) 开放", "a. 开放", [("NUM005", "a.")]),
        (CHINESE, "安全理事会", "安全事理会", [("FORM001", "安全事理会")]),
        (CHINESE, "和第2242(2015)号", "和2242号", [("CITE002", "2242")]),
        (CHINESE, "1 800名", "1.800名", [("TYPO003", "1.800")]),
        (CHINESE, "**安全理事会**，\n\n", "", [("FORM001", "回顾")]),
    ],
)  # fmt: skip
def test_an_error_is_found_once_at_its_place(
    text: str, old: str, new: str, errors: list[tuple[str, str]]
) -> None:
    assert text.count(old) == 1
    assert found(text.replace(old, new)) == errors


def test_a_preamble_numbered_throughout_ends_where_the_commas_end() -> None:
    numbered = CHINESE.replace("**回顾**", "1. **回顾**").replace("**对**", "2. **对**")
    numbered = numbered.replace("**期待**", "3. **期待**")
    assert found(numbered) == [("NUM003", "1.")]


def test_a_draft_of_the_council_that_cites_itself() -> None:
    headed = f"第1325(2000)号决议\n\n2000年10月31日安全理事会第4213次会议通过\n\n{CHINESE}"
    assert found(headed) == [("CITE016", "1325(2000)")]


def test_each_paragraph_of_a_quotation_opens_it_again() -> None:
    quoted = ARABIC.replace(
        "تقرر أيضا*** إنشاء مكتبة في 5 كانون الأول/ديسمبر 2024.",
        "توصي*** بالنص التالي:\n\n”نقرأ ليلا.\n\n”ونقرأ نهارا.\n\n”ولا ننام.“",
    )
    assert [one for one in found(quoted) if one[0] == "TYPO004"] == []
    (left,) = [one for one in found(quoted.replace("ننام.“", "ننام.")) if one[0] == "TYPO004"]
    assert left == ("TYPO004", "”")


def test_a_title_in_arabic_joined_by_the_conjunction_is_compared() -> None:
    own = "70/11 المؤرخ 19 تشرين الثاني/نوفمبر 2015"
    cited = ARABIC.replace(own, "76/300 المؤرخ 28 تموز/يوليه 2022")
    assert ("CITE015", "القراءة ليلا") in found(cited, "strict")


def test_emphasis_is_moved_as_it_is() -> None:
    """The draft's other phrases are bold italic, this one is bold: both are right."""
    source = ARABIC.replace("***إذ تشير*** إلى قرارها", "**إذ** تشير إلى قرارها")
    (one,) = Linter().lint(Source(source)).diagnostics
    assert one.code == "LEAD004"
    assert one.fix is not None
    assert {edit.text for edit in one.fix.edits} == {"", "**"}


THROUGHOUT = {
    "zh": (
        "安全理事会,\n\n回顾其关于水井的工作,\n\n注意到了旱情,\n\n"
        "1. 敦促各国挖井;\n\n2. 决定再次开会。\n",
        {",": "，", ";": "；"},
    ),
    "ar": (
        "إن مجلس الأمن,\n\nإذ يشير إلى أعماله بشأن الآبار,\n\nوإذ يلاحظ الجفاف,\n\n"
        "1 - يحث الدول على الحفر;\n\n2 - يقرر أن يجتمع.\n",
        {",": "،", ";": "؛"},
    ),
}


def with_twins(text: str, twins: dict[str, str]) -> str:
    for mark, twin in twins.items():
        text = text.replace(mark, twin)
    return text


@pytest.mark.parametrize("language", THROUGHOUT)
def test_latin_marks_throughout_are_one_finding_with_one_fix(language: str) -> None:
    text, twins = THROUGHOUT[language]
    linter = Linter()
    first = linter.lint(Source(text, "draft.txt"))
    marks = [at for at, character in enumerate(text) if character in twins]
    diagnostics = [one for one in first.diagnostics if one.severity != "info"]
    assert [(one.code, one.start, one.end) for one in diagnostics] == [
        ("TYPO009", marks[0], marks[0] + 1)
    ]
    assert [one.start for one in diagnostics[0].related] == marks[1:]
    assert fix_in_rounds(first, linter).text == with_twins(text, twins)


@pytest.mark.parametrize("language", THROUGHOUT)
def test_some_latin_marks_are_findings_of_their_own(language: str) -> None:
    text, twins = THROUGHOUT[language]
    right = with_twins(text, twins)
    at = right.rindex(twins[","])
    text = right[:at] + "," + right[at + 1 :]
    diagnostics = Linter().lint(Source(text, "draft.txt")).diagnostics
    found = [(one.code, one.start) for one in diagnostics if one.severity != "info"]
    assert found == [("TYPO009", at)]


def findings(text: str, code: str) -> list[str]:
    """The words that a rule reports in a draft."""
    source = Source(text, "draft.md")
    found = Linter(Settings(select=frozenset({code}))).lint(source).diagnostics
    return [source.text[one.start : one.end] for one in found]


@pytest.mark.parametrize(
    ("paragraph", "phrase"),
    [
        ("对磨坊主的报告表示感谢，认识到桥梁的重要性，", "表示感谢"),
        ("對磨坊主的報告深表感謝，認識到橋樑的重要性，", "深表感謝"),
        ("就此指出，按照规定提供评估非常重要，", "就此指出"),
    ],
)
def test_the_phrase_before_the_comma_opens_the_paragraph(paragraph: str, phrase: str) -> None:
    text = f"**大会**，\n\n**回顾**其决议，\n\n{paragraph}\n\n1. **决定**去；\n\n2. **请**来。\n"
    assert findings(text, "LEAD002") == [phrase]


def test_a_latin_mark_after_a_figure_or_bracket_is_none_of_chinese() -> None:
    text = "**大会**，\n\n**回顾**报告(A/1/2),其中有图，\n\n1. **决定**A/79/1,并决定第1,2条。\n"
    assert findings(text, "TYPO009") == [",", ","]
    note = "**大会**，\n\n**回顾**报告[^1]，\n\n1. **决定**去。\n\n[^1]: A/79/1, 附件。\n"
    assert findings(note, "TYPO009") == []


def test_a_name_in_traditional_characters_is_not_misspelled() -> None:
    text = "**大會**，\n\n**回顧**《世界人權宣言》和《世界人杈宣言》，\n\n**決定**去。\n"
    assert findings(text, "NAME010") == ["杈"]


@pytest.mark.parametrize(
    ("organ", "found"), [("Генеральная Ассамблея", ["-"]), ("Совет министров деревень", [])]
)
def test_the_dash_in_a_name_of_another_body_is_its_own(organ: str, found: list[str]) -> None:
    text = (
        f"*{organ}*,\n\n*отмечая* государства - участники Союза,\n\n"
        "1. *постановляет* копать;\n\n2. *просит* сажать.\n"
    )
    assert findings(text, "TYPO006") == found


@pytest.mark.parametrize("written", ["مدركا", "مدركاً", "ومؤكدا", "وملاحظا"])
def test_participles_of_a_masculine_organ_are_known(written: str) -> None:
    head = "***إن مجلس الأمن***،\n\n***إذ يشير*** إلى تقريره،\n\n"
    end = "\n\n1 - ***يقرر*** العودة؛\n\n2 - ***يقرر*** البقاء.\n"
    options = Settings(select=frozenset(["LEAD"]))
    text = f"{head}***{written}*** أهمية السلام،{end}"
    assert Linter(options).lint(Source(text)).diagnostics == []
    # The Assembly is feminine.
    text = text.replace("إن مجلس الأمن", "إن الجمعية العامة")
    found = Linter(options).lint(Source(text)).diagnostics
    assert written in [text[one.start : one.end] for one in found if one.code == "LEAD006"]


@pytest.mark.parametrize(
    ("line", "right"),
    [
        ("聯合國安全理事會，", "安全理事會，"),
        ("安理會，", "安全理事會，"),
        ("聯合國經濟社會理事會，", "經濟及社會理事會，"),
        ("联合国安全理事会，", "安全理事会，"),
    ],
)
def test_an_organ_line_keeps_its_traditional_characters(line: str, right: str) -> None:
    text = f"{line}\n\n重申以往各項決議，\n\n1. 要求立即停火；\n\n2. 決定派遣觀察團。\n"
    moved = text.removeprefix(f"{line}\n\n").replace("1. ", f"{line[:-1]}：\n\n1. ")
    for draft in (text, moved):
        found = Linter().lint(Source(draft)).diagnostics
        assert f"write “{right}”" in next(one.message for one in found if one.code == "FORM001")


def test_brackets_that_a_page_turned_round_are_labels_and_no_errors() -> None:
    text = ARABIC.replace("(أ)", ")أ(").replace("(ب)", ")ب(").replace("70/11 ", "70/11 )أولا( ")
    assert found(text) == []


@pytest.mark.parametrize("brackets", ["((أولا)", "(أولا", "الأولى)"])
def test_a_bracket_without_partner_in_arabic_is_found(brackets: str) -> None:
    text = ARABIC.replace("70/11 ", f"70/11 {brackets} ")
    assert "TYPO014" in [code for code, _ in found(text)]


def test_underscores_around_chinese_words_are_emphasis() -> None:
    text = CHINESE.replace("**", "_")
    assert not {code for code, _ in found(text)} & {"TYPO008", "LEAD001"}
    assert found("安全理事会_决议，\n\n回顾其A_1_号文件，\n\n1. 决定修桥。\n")[0][0] != "TYPO008"


def test_the_bullet_of_word_is_no_cyrillic_letter() -> None:
    draft = (
        "*Генеральная Ассамблея*,\n\n*признавая* пользу мостов,\n\n1. *просит* мастеров:\n\n"
        "o построить мост;\n\no покрасить мост;\n\n2. *постановляет* вернуться к этому вопросу.\n"
    )
    assert "TYPO011" not in [code for code, _ in found(draft)]
    assert "TYPO011" in [code for code, _ in found(draft.replace("пользу", "вопрос o пользе"))]
