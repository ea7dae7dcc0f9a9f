"""Levels of sub-paragraphs, found from their labels alone."""

from __future__ import annotations

import pytest

from reslint.blocks.labels import find_label
from reslint.blocks.model import PlainText
from reslint.draft.model import OPERATIVE, Paragraph
from reslint.draft.parts.levels import Levels, same_series
from reslint.draft.reader import read_draft
from reslint.text.source import Source


def item(text: str) -> Paragraph:
    label = find_label(text)
    assert label is not None
    paragraph = Paragraph(OPERATIVE, PlainText(text[label.body :], []), [])
    paragraph.label = label
    return paragraph


def placed(*texts: str) -> list[tuple[str, str, int, int]]:
    """Label, kind, value and level of each item, placed one after another under one paragraph."""
    levels = Levels()
    found: list[tuple[str, str, int, int]] = []
    for text in texts:
        paragraph = item(text)
        parent = levels.place(paragraph)
        paragraph.parent = parent
        if parent is not None:
            parent.children.append(paragraph)
        assert levels.last is paragraph
        assert paragraph.label is not None
        label = paragraph.label
        found.append((label.text, label.kind, label.value, paragraph.level))
    return found


@pytest.mark.parametrize(
    ("texts", "levels"),
    [
        ("(a) x;|(b) x;|(c) x;", [1, 1, 1]),
        ("(a) x:|(i) x;|(ii) x;|(b) x;", [1, 2, 2, 1]),
        ("(a) x:|(i) x:|a. x;|b. x;|(ii) x;|(b) x;", [1, 2, 3, 3, 2, 1]),
        ("(a) x;|b) x;|(c) x;", [1, 1, 1]),
        ("(a) x:|– x;|– x;|(b) x;", [1, 2, 2, 1]),
        ("– x;|– x;", [1, 1]),
        ("(a) x;|(c) x;|(b) x;", [1, 1, 1]),
        ("(a) x:|(iii) x;|(i) x;|(ii) x;", [1, 2, 2, 2]),
        ("（一） x；|（二） x；", [1, 1]),
        ("㈩ x；|（十一） x；", [1, 1]),
        ("(а) x:|(б) x;", [1, 1]),
    ],
)
def test_levels(texts: str, levels: list[int]) -> None:
    assert [level for *_, level in placed(*texts.split("|"))] == levels


@pytest.mark.parametrize(
    ("before", "kind", "value", "level"),
    [
        ("(h) x;", "letter", 9, 1),
        ("(g) x;", "letter", 9, 1),
        ("(f) x;", "roman", 1, 2),
        ("(h) x:", "letter", 9, 1),
        ("(g) x:", "roman", 1, 2),
        ("(a) x:", "roman", 1, 2),
        ("(a) x;", "roman", 1, 2),
        ("(j) x;", "letter", 9, 1),
        ("(k) x;", "roman", 1, 2),
    ],
)
def test_i_is_a_letter_or_a_number_by_what_stands_before(
    before: str, kind: str, value: int, level: int
) -> None:
    assert placed(before, "(i) x;")[-1] == ("(i)", kind, value, level)


def test_i_after_j_is_the_missing_letter_once() -> None:
    assert placed("(a) x:", "h. x;", "j. x;", "i. x;")[-1] == ("i.", "letter", 9, 2)
    again = placed("(a) x:", "h. x;", "i. x;", "j. x;", "i. x;")
    assert again[-1] == ("i.", "roman", 1, 3)


def test_open_sub_paragraphs_and_their_parents() -> None:
    levels = Levels()
    first, second, third = item("(a) x:"), item("(i) x;"), item("(b) x;")
    assert levels.last is None
    assert levels.place(first) is None
    assert levels.place(second) is first
    assert levels.open() == (first, second)
    assert levels.place(third) is None
    assert levels.open() == (third,)
    levels.set_open((first, second))
    assert levels.last is second
    levels.clear()
    assert levels.open() == ()


def test_a_label_that_is_read_otherwise_is_a_copy() -> None:
    levels = Levels()
    levels.place(item("(a) x:"))
    roman = item("(i) x;")
    before = roman.label
    assert before is not None and (before.kind, before.value) == ("letter", 9)
    levels.place(roman)
    assert roman.label is not before
    assert roman.label is not None and (roman.label.kind, roman.label.value) == ("roman", 1)
    assert (before.kind, before.value) == ("letter", 9)


def test_numbers_and_quoted_numbers_are_one_series() -> None:
    assert same_series("number", "quoted")
    assert same_series("letter", "letter")
    assert not same_series("letter", "roman")
    assert not same_series("number", "letter")


@pytest.mark.parametrize("first", ["1.", "a)"])
def test_a_first_label_further_in_begins_a_list_below_one_of_its_style(first: str) -> None:
    second = first.replace("1", "2").replace("a", "b")
    text = (
        "The General Assembly,\n\nRecalling x,\n\n1. Urges a board:\n"
        f"    {first} to review y;\n    {second} to issue a report, which will\n"
        f"        {first} be public;\n        {second} list z;\n2. Decides to meet.\n"
    )
    draft = read_draft(Source(text, "draft.txt"))
    assert [one.level for one in draft.part("operative")] == [0, 1, 1, 2, 2, 0]


@pytest.mark.parametrize(("first", "second"), [("-", "-"), ("(a)", "(b)")])
def test_numbers_further_in_than_an_item_are_below_it(first: str, second: str) -> None:
    text = (
        "The General Assembly,\n\nRecalling x,\n\n1. Decides to meet:\n\n"
        f" {first} in June;\n\n    1. at night;\n\n    2. in the hall;\n\n {second} in July;\n\n"
        "2. Requests a report.\n"
    )
    draft = read_draft(Source(text, "draft.txt"))
    assert [one.level for one in draft.part("operative")] == [0, 1, 2, 2, 1, 0]


@pytest.mark.parametrize(("first", "second"), [("A.", "B."), ("a)", "b)")])
def test_numbers_further_in_than_a_paragraph_with_a_letter_are_below_it(
    first: str, second: str
) -> None:
    text = (
        "The General Assembly,\n\nRecalling x,\n\n"
        f"{first} Decides to meet:\n   1. in June;\n   2. in July;\n{second} Requests a report.\n"
    )
    draft = read_draft(Source(text, "draft.txt"))
    assert [one.level for one in draft.part("operative")] == [0, 1, 1, 0]


@pytest.mark.parametrize(
    ("organ", "preamble", "verbs", "items"),
    [
        ("The General Assembly", "Recalling", ("Calls upon States", "Decides"), ("Dig", "Plant")),
        ("El Consejo de Seguridad", "Recordando", ("Insta a los Estados a que", "Decide"),
         ("Abran pozos", "Planten")),
        ("Генеральная Ассамблея", "ссылаясь", ("призывает государства", "постановляет"),
         ("копать", "сажать")),
    ],
    ids=["en", "es", "ru"],
)  # fmt: skip
def test_a_number_before_emphasis_follows_items_without_marks(
    organ: str, preamble: str, verbs: tuple[str, str], items: tuple[str, str]
) -> None:
    draft = read_draft(
        Source(
            f"*{organ}*,\n\n*{preamble}* …,\n\n1. *{verbs[0]}*:\n   1. {items[0]}\n"
            f"   2. {items[1]}\n2. *{verbs[1]}* …\n3. *{verbs[1]}* …\n",
            "draft.md",
        )
    )
    assert [one.place for one in draft.part("operative")] == ["1", "1 1.", "1 2.", "2", "3"]


def test_chinese_numbers_in_brackets_may_stand_above_plain_numbers() -> None:
    draft = read_draft(
        Source(
            "大会，\n\n回顾《宪章》，\n\n（一）敦促各国：\n1. 修桥；\n2. 铺路；\n\n"
            "（二）提供资金支持；\n\n（三）决定继续审议。\n",
            "draft.txt",
        )
    )
    (resolution,) = draft.resolutions
    assert [len(one.children) for one in resolution.operative] == [2, 0, 0]


def test_a_list_in_the_style_of_the_paragraphs_may_leave_out_a_number() -> None:
    names = "\n".join(f"{n} - قرية {n}." for n in (1, 2, 3, 4, 5, 7, 8))
    draft = read_draft(
        Source(
            "إن مجلس القرى،\n\nإذ يدرك أهمية الجسور،\n\nيقرر\n\n"
            f"1 - توسيع اللجنة التي تتكون من القرى التالية:\n{names}\n\n"
            "2 - أن تقوم اللجنة بزيارة الجسور.\n",
            "draft.txt",
        )
    )
    (resolution,) = draft.resolutions
    assert [len(one.children) for one in resolution.operative] == [7, 0]
