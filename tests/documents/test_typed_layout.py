"""Word files as people type them: paragraphs parted by breaks, labels in cells of their own."""

from __future__ import annotations

import pytest

from reslint.documents import read_source
from reslint.draft.reader import read_draft
from reslint.files.fix import FixRequest, fix_bytes
from reslint.linting.linter import Linter
from reslint.settings.settings import Settings
from tests.documents.word_files import docx, note, note_text, numbered, p, r, style

BREAK = "<w:r><w:br/></w:r>"
LISTS = (
    '<w:abstractNum w:abstractNumId="1">'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/>'
    '</w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/>'
    '<w:lvlText w:val="(%2)"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
)
DRAFTS = {
    "en": ("The General Assembly", "Noting", " the maps", "Decides", " to read them", ",;."),
    "fr": ("L’Assemblée générale", "Notant", " les cartes", "Décide", " de les lire", ",;."),
    "es": ("La Asamblea General", "Observando", " los mapas", "Decide", " leerlos", ",;."),
    "ru": ("Генеральная Ассамблея", "отмечая", " карты", "постановляет", " их читать", ",;."),
    "ar": ("إن الجمعية العامة", "إذ تلاحظ", " الخرائط", "تقرر", " أن تقرأها", "،؛."),
    "zh": ("大会", "注意到", "地图", "决定", "阅读地图", "，；。"),
}
LOOKS = {"ar": "<w:b/><w:i/>", "zh": "<w:b/>"}
MARKS = {"ar": "***", "zh": "**"}


def read(body: str, **parts: str) -> str:
    return read_source(docx(body, **parts), "draft.docx").text


def table(*rows: tuple[str, ...]) -> str:
    """A table of rows of cells."""
    inner = "".join(
        f"<w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in row)}</w:tr>" for row in rows
    )
    return f"<w:tbl>{inner}</w:tbl>"


@pytest.mark.parametrize("breaks", [1, 2, 3])
@pytest.mark.parametrize("language", DRAFTS)
def test_a_draft_in_one_paragraph(language: str, breaks: int) -> None:
    head, verb, rest, decides, what, marks = DRAFTS[language]
    look, mark = LOOKS.get(language, "<w:i/>"), MARKS.get(language, "*")
    label = "{} - " if language == "ar" else "{}. "
    lines = [
        r(head, look) + r(marks[0]),
        r(verb, look) + r(rest + marks[0]),
        r(label.format(1)) + r(decides, look) + r(what + marks[1]),
        r(label.format(2)) + r(decides, look) + r(what + marks[2]),
    ]
    source = read_source(docx(p((BREAK * breaks).join(lines))), "draft.docx")
    assert source.text == "\n\n".join(
        [
            f"{mark}{head}{mark}{marks[0]}",
            f"{mark}{verb}{mark}{rest}{marks[0]}",
            f"{label.format(1)}{mark}{decides}{mark}{what}{marks[1]}",
            f"{label.format(2)}{mark}{decides}{mark}{what}{marks[2]}\n",
        ]
    )
    assert Linter(Settings(language=language)).lint(source).diagnostics == []


def test_breaks_that_part_nothing() -> None:
    # Inside a paragraph, a heading, an address; at the ends.
    assert read(p(r("see the maps,"), BREAK, r("and read them"))) == (
        "see the maps,<br>and read them\n"
    )
    assert read(p(r("Maps", "<w:b/>"), BREAK, r("of towns", "<w:b/>"))) == (
        "**Maps<br>of towns**\n"
    )
    assert read(p(r("in Rio,", "<w:i/>"), BREAK, r("3–14 June", "<w:i/>"), r(" and"))) == (
        "*in Rio,<br>3–14 June* and\n"
    )
    assert read(p(r("of the items:"), BREAK, r("2.5 million"))) == "of the items:<br>2.5 million\n"
    assert read(p("x", note(1)), footnotes=note_text(1, r("See,"), BREAK, BREAK, r("1. A"))) == (
        "x[^1]\n\n[^1]: See,<br><br>1. A\n"
    )
    heading = p(r("I."), BREAK, r("1. Maps"), properties=style("H1"))
    assert read(heading) == "# I.<br>1. Maps\n"
    assert read(p(BREAK, BREAK, r("maps,"), BREAK, BREAK)) == "maps,\n"


def test_fixes_are_written_into_parted_paragraphs() -> None:
    lines = [
        r("The General Assembly", "<w:i/>") + r(","),
        r("Noting", "<w:i/>") + r(" the  maps,") + note(1),
        r("1. ") + r("Decides", "<w:i/>") + r(" to read them;"),
        r("2. ") + r("Invites", "<w:i/>") + r(" States to read them"),
    ]
    data = docx(p((BREAK * 2).join(lines)), footnotes=note_text(1, "See the maps."))
    fixed = fix_bytes(data, "draft.docx", True, Settings(), FixRequest(write=True), None)
    assert read_source(fixed.data, "draft.docx").text == (
        "*The General Assembly*,\n\n*Noting* the maps,[^1]\n\n1. *Decides* to read them;\n\n"
        "2. *Invites* States to read them.\n\n[^1]: See the maps.\n"
    )
    assert read_source(fixed.data, "draft.docx", changes="original").text == (
        read_source(data, "draft.docx").text
    )


def test_labels_in_cells_of_their_own() -> None:
    body = table(
        ("", p(r("The General Assembly", "<w:i/>"), ",")),
        (p("PP1"), p(r("Noting", "<w:i/>"), r(" the maps,"))),
        (p("OP1"), p(r("1. "), r("Invites", "<w:i/>"), r(" States:"))),
        (p("(a)"), p("To read;") + p("To see;")),
        (p("2."), p(r("Decides", "<w:i/>"), r(" to read.")), p("agreed")),
    )
    assert read(body) == (
        "*The General Assembly*,\n\nPP1 *Noting* the maps,\n\nOP1 1. *Invites* States:\n\n"
        "(a) To read;\n\nTo see;\n\n2. *Decides* to read.\n\nagreed\n"
    )


def test_automatic_numbers_in_cells_of_their_own() -> None:
    body = table(
        ("", p(r("The General Assembly", "<w:i/>"), ",")),
        (p(properties=numbered(1)), p("Invites States:")),
        (p(properties=numbered(1, 1)), p("To read;")),
        (p(properties=numbered(1)), ""),
        (p("no label"), p("Decides to read.", properties=numbered(1))),
    )
    assert read(body, numbering=LISTS) == (
        "*The General Assembly*,\n\n1. Invites States:\n\n(a) To read;\n\nno label\n\n"
        "3. Decides to read.\n"
    )


@pytest.mark.parametrize(
    ("before", "after", "text"),
    [
        ("the Secretary-", "General;", "the Secretary-General;"),
        ("le sous-", "comité ;", "le sous-comité ;"),
        ("научно-", "технический", "научно-технический"),
        ("决定设立", "工作组；", "决定设立工作组；"),
        ("the high-,", "middle-income States;", "the high-, middle-income States;"),
        ("from 2015-", "2030;", "from 2015- 2030;"),
        ("the report", "of the towns;", "the report of the towns;"),
        ("تقرر إنشاء", "فريق عامل؛", "تقرر إنشاء فريق عامل؛"),
        ("decide crear", "un grupo;", "decide crear un grupo;"),
    ],
)
def test_words_that_a_break_cuts_are_whole(before: str, after: str, text: str) -> None:
    source = read_source(docx(p(r(before), BREAK, r(after))), "x")
    (block,) = read_draft(source).blocks
    assert block.plain.text == text
    assert source.text == f"{before}<br>{after}\n"
