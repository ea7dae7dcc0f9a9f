"""Tables of Word files that hold a draft: paragraphs behind labels, two languages side by side."""

from __future__ import annotations

import pytest

from reslint.documents import read_source
from reslint.draft.model import OPERATIVE
from reslint.draft.reader import read_draft
from reslint.files.check import check_bytes
from reslint.settings.settings import Settings
from reslint.text.source import UnreadableText
from tests.documents.word_files import docx, numbered, p, r

ITALIC = "<w:i/>"
# The organ line, a preambular paragraph, the first words of three operative ones, and their rest.
DRAFTS = {
    "en": (
        ("The General Assembly", ","),
        ("Recalling", " its resolution 80/118 on orchards,"),
        ("Decides", " to plant an orchard in each school;"),
        ("Requests", " the Secretary-General to report on the matter;"),
        ("Decides", " to remain seized of the matter."),
    ),
    "fr": (
        ("L’Assemblée générale", ","),
        ("Rappelant", " sa résolution 80/118 sur les vergers,"),
        ("Décide", " de planter un verger dans chaque école ;"),
        ("Prie", " le Secrétaire général de lui faire rapport sur la question ;"),
        ("Décide", " de rester saisie de la question."),
    ),
    "es": (
        ("La Asamblea General", ","),
        ("Recordando", " su resolución 80/118 sobre los huertos,"),
        ("Decide", " plantar un huerto en cada escuela;"),
        ("Solicita", " al Secretario General que informe sobre la cuestión;"),
        ("Decide", " seguir ocupándose de la cuestión."),
    ),
    "ru": (
        ("Генеральная Ассамблея", ","),
        ("ссылаясь", " на свою резолюцию 80/118 о садах,"),
        ("постановляет", " посадить сад в каждой школе;"),
        ("просит", " Генерального секретаря представить доклад по этому вопросу;"),
        ("постановляет", " продолжать заниматься этим вопросом."),
    ),
    "ar": (
        ("إن الجمعية العامة", "،"),
        ("إذ تشير", " إلى قرارها 80/118 بشأن البساتين،"),
        ("تقرر", " زراعة بستان في كل مدرسة؛"),
        ("تطلب", " إلى الأمين العام أن يقدم تقريرا عن المسألة؛"),
        ("تقرر", " أن تبقي المسألة قيد نظرها."),
    ),
    "zh": (
        ("大会", "，"),
        ("回顾", "其关于校园果园问题的第80/118号决议和其他各项有关决议，"),
        ("决定", "在每一所学校种植一个供全体学生使用的果园和菜园；"),
        ("请", "秘书长就此问题向大会下一届会议提出一份报告；"),
        ("决定", "继续处理这一问题并审查本决议的执行情况。"),
    ),
}
PREAMBLE = 2  # paragraphs


def paragraph(words: tuple[str, str], label: str = "") -> str:
    return (
        p(r(label), r(words[0], ITALIC), r(words[1]))
        if label
        else p(r(words[0], ITALIC), r(words[1]))
    )


def table(*rows: tuple[str, ...]) -> str:
    return (
        "<w:tbl>"
        + "".join(
            "<w:tr>" + "".join(f"<w:tc>{cell}</w:tc>" for cell in row) + "</w:tr>" for row in rows
        )
        + "</w:tbl>"
    )


@pytest.mark.parametrize("language", DRAFTS)
@pytest.mark.parametrize("form", ["{}.", "OP{}.", "{} –"])
def test_operative_paragraphs_behind_labels_are_read(language: str, form: str) -> None:
    words = DRAFTS[language]
    preamble = "".join(map(paragraph, words[:PREAMBLE]))
    rows = [(p(form.format(at)), paragraph(one)) for at, one in enumerate(words[PREAMBLE:], 1)]
    source = read_source(docx(preamble + table(*rows)), "a.docx")
    assert "|" not in source.text
    found = [one for one in read_draft(source).paragraphs if one.part == OPERATIVE]
    assert [one.text for one in found] == ["".join(one) for one in words[PREAMBLE:]]
    assert [one.label.value for one in found if one.label is not None] == [1, 2, 3]


def test_automatic_numbers_in_a_cell_of_their_own() -> None:
    words = DRAFTS["en"]
    numbering = (
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        '<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )
    rows = [(p("", properties=numbered(1)), paragraph(one)) for one in words[PREAMBLE:]]
    data = docx("".join(map(paragraph, words[:PREAMBLE])) + table(*rows), numbering=numbering)
    text = read_source(data, "a.docx").text
    assert "|" not in text
    assert "2. *Requests* the Secretary-General" in text


@pytest.mark.parametrize(
    "rows",
    [
        [("1.", "Kenya."), ("2.", "Norway.")],
        [("1.", "The first school of the town."), ("2.", "The second school of the town.")],
        [("Item", "What is to be decided there;"), ("Other", "What is to be decided here.")],
        [("1.", "The first school of the town", "12"), ("2.", "The second one of the town", "3")],
    ],
    ids=["short", "plain", "words", "amounts"],
)
def test_other_tables_stay_tables(rows: list[tuple[str, ...]]) -> None:
    words = DRAFTS["en"]
    data = table(*([p(cell) for cell in row] for row in rows))  # type: ignore[arg-type]
    text = read_source(docx("".join(map(paragraph, words)) + data), "a.docx").text
    assert "| --- |" in text


@pytest.mark.parametrize("pair", ["en fr", "fr es", "ru en", "en ar", "zh ru", "es zh", "en en"])
@pytest.mark.parametrize("form", ["rows", "cells"])
def test_two_texts_side_by_side_are_refused(pair: str, form: str) -> None:
    left, right = ([*map(paragraph, DRAFTS[one])] for one in pair.split())
    rows = [*zip(left, right, strict=True)] if form == "rows" else [("".join(left), "".join(right))]
    data = docx(table(*rows))
    with pytest.raises(UnreadableText, match="the columns 1 and 2 of a table have a text each"):
        read_source(data, "a.docx")
    result = check_bytes(data, "a.docx", True, Settings())
    assert [one.code for one in result.errors] == ["TOOL005"]


def test_a_text_beside_comments_is_read() -> None:
    left = [*map(paragraph, DRAFTS["en"])]
    notes = [p("Agreed on Monday."), p("Open, see the note, below."), p(""), p("Agreed."), p("x")]
    source = read_source(docx(table(*zip(left, notes, strict=True))), "a.docx")
    assert "*Decides* to plant an orchard in each school;" in source.text


@pytest.mark.parametrize("language", DRAFTS)
def test_a_column_of_remarks_is_left_out(language: str) -> None:
    words = DRAFTS[language]
    remarks = ["", "Agreed.", "Peru: 1. Delete this paragraph;", "", "1. Open."]
    labels = ["", "", "1.", "2.", "3."]
    rows = [
        (p(label), paragraph(one), p(remark))
        for label, one, remark in zip(labels, words, remarks, strict=True)
    ]
    across = '<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>' + p("x") + "</w:tc><w:tc>"
    heading = f"<w:tr>{across}{p('Remarks')}</w:tc></w:tr>"
    head = table((p("No."), p("Text"), p("Remarks")), *rows)
    draft = read_draft(read_source(docx(head), "a.docx"))
    assert [one.text for one in draft.paragraphs][-5:] == ["".join(one) for one in words]
    assert "Peru" not in draft.source.text and "Remarks" in draft.source.text
    assert "Peru" in read_source(docx(table(*rows)), "a.docx").text  # without a heading
    merged = table(*rows).replace("<w:tbl>", f"<w:tbl>{heading}", 1)
    assert "Peru" in read_source(docx(merged), "a.docx").text  # the text has none


@pytest.mark.parametrize("language", DRAFTS)
@pytest.mark.parametrize("first", [1, 7])
def test_a_column_that_counts_the_rows_is_no_label(language: str, first: int) -> None:
    words = DRAFTS[language]
    labelled = [paragraph(one) for one in words[:PREAMBLE]]
    labelled += [paragraph(one, f"{at}. ") for at, one in enumerate(words[PREAMBLE:], 1)]
    rows = [(p(str(first + at)), cell) for at, cell in enumerate(labelled)]
    draft = read_draft(read_source(docx(table(*rows)), "a.docx"))
    assert draft.source.text.startswith(f"*{words[0][0]}*")
    found = [one for one in draft.paragraphs if one.part == OPERATIVE]
    assert [one.text for one in found] == ["".join(one) for one in words[PREAMBLE:]]
    assert [one.label.value for one in found if one.label is not None] == [1, 2, 3]


def test_numbers_in_the_first_column_stay_without_others_beside_them() -> None:
    words = DRAFTS["en"]
    rows = [(p(str(at)), paragraph(one)) for at, one in enumerate(words[PREAMBLE:], 1)]
    numbered_by_hand = docx("".join(map(paragraph, words[:PREAMBLE])) + table(*rows))
    assert "1 *Decides* to plant" in read_source(numbered_by_hand, "a.docx").text
