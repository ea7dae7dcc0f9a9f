"""Renaming: names, numbers of notes and paragraphs, wherever they occur."""

from __future__ import annotations

import pytest

from reslint.draft.reader import read_draft
from reslint.editor.renaming import NotRenamed, renamable_at, renamed
from reslint.text.source import Source

EN = (
    "*The General Assembly*,\n\n"
    "*Recalling* the report of the Secretary-General,[^1]\n\n"
    "*Noting* the work of the United Nations Children’s Fund,[^2]\n\n"
    "1. *Decides* to paint the boats;\n\n"
    "2. *Requests* the Secretary-General to act on paragraph 1 above;\n\n"
    "3. *Invites* the United Nations Children’s Fund to read paragraphs 1 and 2 above.\n\n"
    "[^1]: A/80/123.\n\n"
    "[^2]: A/80/124.\n"
)


def after(text: str, at: str, name: str, *, within: int = 0) -> str:
    draft = read_draft(Source(text, "draft.md"))
    edits = renamed(draft, text.index(at) + within, name, "en")
    assert edits == sorted(edits, key=lambda edit: edit.start)
    for edit in reversed(edits):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


def test_a_paragraph_takes_its_references_along() -> None:
    expected = (
        EN.replace("\n1. ", "\n7. ")
        .replace("paragraph 1 above", "paragraph 7 above")
        .replace("paragraphs 1 and 2", "paragraphs 7 and 2")
    )
    assert after(EN, "1. *Decides*", "7") == expected
    assert after(EN, "1 above", "7") == expected


def test_a_note_takes_its_markers_along() -> None:
    expected = EN.replace("[^2]", "[^3]")
    assert after(EN, "[^2]", "3", within=2) == expected
    assert after(EN, "[^2]: ", "3", within=2) == expected


def test_a_raised_number_stays_raised() -> None:
    text = EN.replace("[^2]: ", "² ").replace("[^2]", "²").replace("[^1]: ", "¹ ")
    text = text.replace("[^1]", "¹")
    assert after(text, "²", "13") == text.replace("²", "¹³")


def test_a_body_is_renamed_throughout() -> None:
    new = "World Food Programme"
    assert after(EN, "Children’s Fund", new, within=3) == EN.replace(
        "United Nations Children’s Fund", new
    )


@pytest.mark.parametrize(
    ("at", "name", "message"),
    [
        ("1. *Decides*", "3", "There is a paragraph 3 already."),
        ("1. *Decides*", "x", "“x” is no number from 1 to 999."),
        ("1. *Decides*", "0", "“0” is no number from 1 to 999."),
        ("1. *Decides*", "1000", "“1000” is no number from 1 to 999."),
        ("^1]", "2", "There is a note 2 already."),
        ("Children’s Fund", "", "A name has 1 to 300 characters, on one line."),
        ("Children’s Fund", "x" * 301, "A name has 1 to 300 characters, on one line."),
        ("Children’s Fund", "a\nb", "A name has 1 to 300 characters, on one line."),
        ("boats", "ships", "There is nothing to rename here."),
    ],
)
def test_what_would_break_the_draft_is_refused(at: str, name: str, message: str) -> None:
    with pytest.raises(NotRenamed) as refused:
        after(EN, at, name, within=1 if at == "^1]" else 0)
    assert str(refused.value) == message


@pytest.mark.parametrize(
    ("at", "name"),
    [
        ("1. *Decides*", "1"),
        ("2 above", "2"),
        ("Secretary-General to", "Secretary-General"),
    ],
)
def test_what_can_be_renamed(at: str, name: str) -> None:
    draft = read_draft(Source(EN, "draft.md"))
    found = renamable_at(draft, EN.index(at))
    assert found is not None
    assert found.name == name
    assert EN[slice(*found.span)] == name


def test_arabic_and_chinese() -> None:
    arabic = (
        "*إن الجمعية العامة*،\n\n*إذ تلاحظ* القوارب،\n\n1 - *تقرر* طلاء القوارب؛\n\n"
        "2 - *تطلب* إلى القرى أن تعمل وفقا للفقرة 1 أعلاه.\n"
    )
    assert after(arabic, "1 - ", "5") == arabic.replace("\n1 - ", "\n5 - ").replace(
        "للفقرة 1 ", "للفقرة 5 "
    )
    chinese = (
        "大会，\n\n*注意到*船只，\n\n1. *决定*油漆船只；\n\n2. *请*各村按照上文第1段采取行动。\n"
    )
    assert after(chinese, "1. ", "5") == chinese.replace("\n1. ", "\n5. ").replace("第1段", "第5段")


def test_spaces_around_a_new_name_are_left_out() -> None:
    assert after(EN, "1. *Decides*", " 999 ") == after(EN, "1. *Decides*", "999")
    assert "\n999. *Decides*" in after(EN, "1. *Decides*", "999")


def test_a_note_may_get_the_number_that_it_has() -> None:
    assert after(EN, "^1]", "1", within=1) == EN


@pytest.mark.parametrize(("old", "new"), [("[^2]: A/80/124.\n", ""), ("Fund,[^2]", "Fund,")])
def test_the_number_of_a_note_without_marker_and_of_a_marker_without_note_is_taken(
    old: str, new: str
) -> None:
    assert old in EN
    with pytest.raises(NotRenamed):
        after(EN.replace(old, new), "^1]", "2", within=1)


@pytest.mark.parametrize("items", ["(a) (b) (c)", "(1) (2) (3)"])
def test_an_item_does_not_take_the_number_of_a_paragraph(items: str) -> None:
    one, two, three = items.split()
    text = EN.replace(
        "paint the boats;", f"paint:\n\n{one} Boats;\n\n{two} Oars;\n\n{three} Masts;"
    )
    text = text.replace("\n3. ", "\n5. ")
    assert after(text, "5. *Invites*", "3") == text.replace("\n5. ", "\n3. ")
    with pytest.raises(NotRenamed):
        after(text, one, "7", within=1)


def test_a_number_is_taken_in_its_own_resolution_only() -> None:
    first = EN.partition("[^1]: ")[0]
    text = first + EN.replace("\n3. ", "\n9. ")
    assert after(text, "3. *Invites*", "9") == text.replace("\n3. ", "\n9. ")


def test_a_body_and_its_acronym_are_two_names() -> None:
    text = EN.replace("Fund,[^2]", "Fund (UNICEF),[^2]").replace("to read", "and UNICEF to read")
    assert after(text, "Children’s Fund", "World Food Programme", within=3) == text.replace(
        "United Nations Children’s Fund", "World Food Programme"
    )
    assert after(text, "UNICEF", "WFP") == text.replace("UNICEF", "WFP")


def test_a_reference_in_other_figures_than_can_be_shown_is_not_offered() -> None:
    text = (
        "*إن الجمعية العامة*،\n\n*إذ تلاحظ* القوارب،\n\n١ - *تقرر* طلاء القوارب؛\n\n"
        "٢ - *تطلب* إلى القرى أن تعمل وفقا للفقرة ١ أعلاه.\n"
    )
    draft = read_draft(Source(text, "draft.md"))
    assert renamable_at(draft, text.index("١ أعلاه")) is None


def test_chinese_numbers_stay_chinese_and_a_reference_in_words_stays() -> None:
    text = (
        "大会，\n\n*注意到*船只，\n\n一、*决定*油漆船只；\n\n二、*请*各村按照上文第一段采取行动。\n"
    )
    assert after(text, "一、", "5") == text.replace("一、", "五、")
    draft = read_draft(Source(text, "draft.md"))
    assert renamable_at(draft, text.index("第一段") + 1) is None
