"""Fixes as tracked changes: what is written, what stays as it was, what is refused."""

from __future__ import annotations

import re

import pytest

from reslint.documents import read_source
from reslint.documents.package import Package
from reslint.documents.word.reading import read_document
from reslint.fixes.choosing import apply
from reslint.revisions.alignment import Refused, show_the_same
from reslint.revisions.places import Places
from reslint.revisions.word_changes import write_changes
from reslint.revisions.word_package import highest_id
from reslint.text.diagnostics import Edit
from tests.documents.word_files import (
    docx,
    field,
    note,
    note_text,
    numbered,
    p,
    packed,
    part,
    parts,
    r,
    style,
)


@pytest.fixture(autouse=True)
def fixed_date(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")


def replaced(data: bytes, *pairs: tuple[str, str]) -> list[Edit]:
    """Edits of the file's Markdown: each text, which stands there once, becomes another."""
    text = read_source(data, "x").text
    edits = []
    for old, new in pairs:
        assert text.count(old) == 1, (old, text)
        start = text.index(old)
        edits.append(Edit(start, start + len(old), new))
    return edits


def written(data: bytes, *pairs: tuple[str, str]) -> bytes:
    """The file with the edits as tracked changes; both of its readings are checked."""
    edits = replaced(data, *pairs)
    made = write_changes(data, "x", edits)
    assert made.refused == []
    expected = apply(read_source(data, "x").text, edits)
    assert show_the_same(read_source(made.data, "x").text, expected)
    before = read_source(data, "x", changes="original").text
    assert read_source(made.data, "x", changes="original").text == before
    return made.data


def body(data: bytes) -> str:
    """The body without namespaces, prefixes, dates and the words that never differ."""
    text = part(data, "word/document.xml")
    text = text[text.index("<w:body>") + 8 : text.index("</w:body>")]
    text = text.replace(' w:author="reslint" w:date="1970-01-02T00:00:00Z"', "")
    return re.sub(r'\s(?:xml:space="preserve"|w:id="[0-9]+")|w:', "", text)


def test_a_word_is_replaced_whole() -> None:
    data = docx(p(r("a voluntary fund", "<w:b/>")))
    assert body(written(data, ("vol", "Vol"))) == (
        "<p><r><rPr><b/></rPr><t>a </t></r>"
        "<del><r><rPr><b/></rPr><delText>voluntary</delText></r></del>"
        "<ins><r><rPr><b/></rPr><t>Voluntary</t></r></ins>"
        "<r><rPr><b/></rPr><t> fund</t></r></p>"
    )


def test_emphasis_keeps_the_old_properties() -> None:
    data = docx(p(r("Noting it", '<w:sz w:val="20"/>')))
    assert body(written(data, ("Noting", "*Noting*"))) == (
        '<p><r><rPr><i/><iCs/><sz val="20"/><rPrChange><rPr><sz val="20"/></rPr></rPrChange>'
        '</rPr><t>Noting</t></r><r><rPr><sz val="20"/></rPr><t> it</t></r></p>'
    )


def test_emphasis_of_a_style_is_switched_off() -> None:
    data = docx(p("Noting it", properties=style("Ital")))
    made = body(written(data, ("*Noting it*", "*Noting* it")))
    assert '<r><t>Noting</t></r><r><rPr><i val="0"/><iCs val="0"/><rPrChange>' in made


def test_underline_becomes_italic() -> None:
    data = docx(p(r("Noting", '<w:u w:val="single"/>'), " it"))
    made = body(written(data, ("<u>Noting</u>", "*Noting*")))
    assert made.startswith('<p><r><rPr><i/><iCs/><rPrChange><rPr><u val="single"/></rPr>')


def test_plain_text_is_underlined_by_one_line() -> None:
    data = docx(p(r("Noting"), " it"))
    made = body(written(data, ("Noting", "<u>Noting</u>")))
    assert made.startswith('<p><r><rPr><u val="single"/><rPrChange><rPr></rPr></rPrChange></rPr>')


def test_underline_of_a_style_is_switched_off() -> None:
    underlined = (
        '<w:style w:type="character" w:styleId="U"><w:rPr><w:u w:val="single"/></w:rPr></w:style>'
    )
    data = docx(p(r("Noting", '<w:rStyle w:val="U"/>'), " it"), styles=underlined)
    made = body(written(data, ("<u>Noting</u>", "Noting")))
    assert made.startswith('<p><r><rPr><rStyle val="U"/><u val="none"/><rPrChange><rPr>')


def test_a_comma_moves_across_the_marker() -> None:
    data = docx(p("its report", note(1), ", and"), footnotes=note_text(1, "A/79/1."))
    text = read_source(data, "x").text
    at = text.index("[^1]")
    edits = [Edit(at, at + 4, ""), Edit(at + 5, at + 5, "[^1]")]
    made = write_changes(data, "x", edits)
    assert read_source(made.data, "x").text.startswith("its report,[^1] and")
    shown = body(made.data)
    assert shown.startswith("<p><r><t>its report</t></r><ins><r><t>,</t></r></ins><r>")
    assert "<footnoteReference/></r><del><r><delText>,</delText></r></del>" in shown
    assert shown.count("footnoteReference") == 1


def test_a_mark_after_the_last_marker_stands_before_blanks_at_the_end() -> None:
    data = docx(p("its report;", note(1), r(" ")), footnotes=note_text(1, "A/79/1."))
    made = written(data, (";[^1]", "[^1];"))
    assert read_source(made, "x").text.startswith("its report[^1];\n")
    after = body(made).partition("footnoteReference")[2]
    assert after.endswith("/></r><ins><r><t>;</t></r></ins><r><t> </t></r></p>")


def test_notes_are_written_in_their_part() -> None:
    data = docx(p("x", note(1)), footnotes=note_text(1, "resolution 70/1"))
    made = written(data, ("resolution", "Resolution"))
    assert "Resolution</w:t></w:r></w:ins>" in part(made, "word/footnotes.xml")
    assert part(made, "word/document.xml") == part(data, "word/document.xml")


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        # In somebody's insertion: it is closed, ours stands between, it goes on.
        ("new text", "new,text", '<ins author="x"><r><t>new</t></r>'),
        ("text", "", '<ins author="x"><r><t>new </t></r><del><r><delText>text</delText>'),
    ],
)
def test_in_the_insertion_of_somebody(old: str, new: str, expected: str) -> None:
    data = docx(p(r("a "), '<w:ins w:id="7" w:author="x">' + r("new text") + "</w:ins>", r(" b")))
    made = write_changes(data, "x", replaced(data, (old, new)))
    assert made.refused == []
    assert expected in body(made.data)
    identifiers = re.findall(r' w:id="([0-9]+)"', part(made.data, "word/document.xml"))
    assert len(identifiers) == len(set(identifiers))


def test_beside_a_link_new_text_is_no_link() -> None:
    link = f'<w:hyperlink r:id="x">{r("70/1")}</w:hyperlink>'
    data = docx(p("Resolution ", link))
    made = body(written(data, ("70/1", "70/1.")))
    assert made.endswith("</hyperlink><ins><r><t>.</t></r></ins></p>")
    inside = body(written(data, ("70/1", "71/1")))
    assert "<del><r><delText>70</delText></r></del><ins><r><t>71</t></r></ins>" in inside


def test_special_characters_become_their_elements() -> None:
    data = docx(p("non member"))
    made = body(written(data, ("non member", "non\u2011member & <x>".replace("<", "\\<"))))
    assert "<noBreakHyphen/>" in made and "&amp;" in made and "&lt;" in made


def test_what_cannot_be_written_is_refused_and_the_rest_is_written() -> None:
    lists = (
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/>'
        '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )
    content = p("Decides", properties=numbered(1)) + p("see ", field("REF x", r("four"))) + p("x,,")
    data = docx(content, numbering=lists)
    text = read_source(data, "x").text
    assert text == "1. Decides\n\nsee four\n\nx,,\n"
    edits = replaced(data, ("1. ", "2. "), ("four", "five"), (",,", ","))
    made = write_changes(data, "x", edits)
    assert made.source.text == "1. Decides\n\nsee four\n\nx,\n"
    assert [text[at : at + 3] for at, _ in made.refused] == ["1. ", "see"]


def test_a_paragraph_that_would_vanish_stops_no_other() -> None:
    data = docx(p("gone") + p("x,,") + p("y;;"))
    edits = replaced(data, ("gone", ""), (",,", ","), (";;", ";"))
    made = write_changes(data, "x", edits)
    assert made.source.text == "gone\n\nx,\n\ny;\n"
    assert [at for at, _ in made.refused] == [0]


def test_all_other_parts_keep_their_bytes() -> None:
    extra = {
        "word/theme.xml": b"<x/>",
        "word/vbaProject.bin": b"\x00\x01",
        "docProps/app.xml": b"y",
    }
    data = packed({**parts(docx(p("x,,"))), **extra})
    made = parts(written(data, (",,", ",")))
    assert list(made) == list(parts(data))
    assert [name for name in made if made[name] != parts(data)[name]] == ["word/document.xml"]


def test_changes_are_shown() -> None:
    settings = '<w:revisionView w:markup="0"/><w:zoom w:percent="100"/>'
    data = docx(p("x,,"), settings=settings)
    made = write_changes(data, "x", replaced(data, (",,", ",")))
    assert made.shown
    new = part(made.data, "word/settings.xml")
    assert new == part(data, "word/settings.xml").replace('<w:revisionView w:markup="0"/>', "")


@pytest.mark.parametrize(
    ("settings", "refused"),
    [
        ('<w:documentProtection w:edit="readOnly" w:enforcement="1"/>', True),
        ('<w:documentProtection w:edit="trackedChanges" w:enforcement="1"/>', False),
        ('<w:documentProtection w:edit="readOnly" w:enforcement="0"/>', False),
    ],
)
def test_protected_files_are_read_only(settings: str, refused: bool) -> None:
    data = docx(p("x,,"), settings=settings)
    edits = replaced(data, (",,", ","))
    if refused:
        with pytest.raises(Refused, match="protected"):
            write_changes(data, "x", edits)
    else:
        assert write_changes(data, "x", edits).source.text == "x,\n"


def test_signed_files_are_read_only() -> None:
    data = packed({**parts(docx(p("x,,"))), "_xmlsignatures/sig1.xml": b"<x/>"})
    with pytest.raises(Refused, match="signed"):
        write_changes(data, "x", replaced(data, (",,", ",")))


def test_arabic_runs_stay_right_to_left() -> None:
    properties = "<w:bCs/><w:iCs/><w:rtl/>"
    data = docx(p(r("وإذ تشير", properties), r("  إلى", "<w:rtl/>")))
    made = body(written(data, ("  إلى", " إلى")))
    assert "<del><r><rPr><rtl/></rPr><delText> </delText></r></del>" in made


def test_new_ids_follow_the_highest_one() -> None:
    marked = '<w:bookmarkStart w:id="{}" w:name="a"/><w:bookmarkEnd w:id="{}"/>'
    data = docx(p(marked.format(41, 41), "x,,", marked.format(7, 7)))
    package = Package(data)
    assert highest_id(package) == 41
    ids = re.findall(
        r'<w:(?:ins|del) w:id="([0-9]+)"', part(written(data, (",,", ",")), "word/document.xml")
    )
    assert ids == ["42"]


def test_marks_of_emphasis_are_no_characters_of_the_file() -> None:
    data = docx(p(r("Noting", "<w:i/>"), " it"))
    document = read_document(Package(data), "x")
    text = document.source.text
    assert text.startswith("*Noting* it")
    found = [Places(document).at(offset) for offset in range(len("*Noting* it"))]
    assert [one.offset if one is not None else None for one in found] == [
        None, 0, 1, 2, 3, 4, 5, None, 0, 1, 2,
    ]  # fmt: skip


HOLDERS = {
    "control": "<w:sdt><w:sdtPr><w:alias w:val='Who'/></w:sdtPr><w:sdtContent>{}</w:sdtContent>"
    "</w:sdt>",
    "link": "<w:hyperlink r:id='x'>{}</w:hyperlink>",
    "field": "<w:fldSimple w:instr=' REF x '>{}</w:fldSimple>",
}


@pytest.mark.parametrize("holder", HOLDERS)
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Secretary General", "Secretary-General"),  # a word over the border
        ("Secretary General", "Secretary of General"),
        ("Secretary General", "Secretary  General"),  # a blank more
        ("Secretary General", "SecretaryGeneral"),  # a blank less
        ("the Secretary General of", "that Secretary Generals on"),  # changes on both sides
    ],
)
def test_text_in_a_holder_stays_where_its_neighbour_changes(
    holder: str, old: str, new: str
) -> None:
    held = HOLDERS[holder].format(r("Secretary", "<w:b/>"))
    data = docx(p(r("It asks the "), held, r(" General of us")))
    text = read_source(data, "x").text
    bold = "**Secretary**"
    pairs = (old.replace("Secretary", bold), new.replace("Secretary", bold))
    assert pairs[0] in text
    made = part(written(data, pairs), "word/document.xml")
    assert held in made


@pytest.mark.parametrize("holder", ["control", "link"])
def test_a_word_replaced_in_a_holder_stays_in_it(holder: str) -> None:
    data = docx(p(r("It asks the "), HOLDERS[holder].format(r("member")), r(" States")))
    made = part(written(data, ("member", "Member")), "word/document.xml")
    start, end = HOLDERS[holder].split("{}")
    inside = made.split(start)[1].split(end)[0]
    assert "Member" in inside and "<w:del " in inside


@pytest.mark.parametrize("holder", HOLDERS)
def test_a_mark_after_a_holder_stands_outside(holder: str) -> None:
    held = HOLDERS[holder].format(r("matter"))
    made = part(written(docx(p(r("the "), held)), ("matter", "matter.")), "word/document.xml")
    assert held in made


def test_a_file_that_was_read_already_is_not_read_again() -> None:
    data = docx(p("one two") + p("three,,"))
    source = read_source(data, "x")
    edits = replaced(data, ("two", "four"), (",,", ","))
    first = write_changes(data, "x", edits)
    known = write_changes(data, "x", edits, source)
    assert known.data == first.data and known.source.text == "one four\n\nthree,\n"
    # What was read stays as it was: it can be written into once more.
    assert write_changes(data, "x", edits, source).data == first.data
    # The document counts, not the bytes: those here are of another file.
    assert write_changes(b"", "x", edits, source).data == first.data
