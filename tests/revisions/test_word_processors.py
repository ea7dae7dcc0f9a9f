"""Mark-up as the word processors write it: read, fixed as tracked changes, accepted, rejected."""

from __future__ import annotations

import re

import pytest

from reslint.documents import read_source
from reslint.files.fix import FixRequest, fix_bytes
from reslint.settings.settings import Settings
from tests.documents.word_files import (
    SPACES,
    R,
    W,
    docx,
    note,
    note_text,
    p,
    packed,
    parts,
    r,
    t,
)

W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
STRICT = {
    W: "http://purl.oclc.org/ooxml/wordprocessingml/main",
    R: "http://purl.oclc.org/ooxml/officeDocument/relationships",
}


def italic(text: str) -> str:
    return r(text, "<w:i/><w:iCs/>")


BODY = (
    p(italic("The General Assembly"), ",")
    + p(italic("Recalling"), " its resolution 70/1 of 25 September 2015 ,")
    + p(italic("noting"), " the  report of the Secretary-General,")
    + p("1.\t", italic("Decides"), " to remain seized of the matter;")
    + p("2.\t", italic("Requests"), " the Secretary General to report on it")
)
FIXED = (
    "*The General Assembly*,\n\n*Recalling* its resolution 70/1 of 25 September 2015,\n\n"
    "*Noting* the report of the Secretary-General,\n\n"
    "1.\t*Decides* to remain seized of the matter;\n\n"
    "2.\t*Requests* the Secretary-General to report on it.\n"
)


def with_root(body: str, more: str = "") -> bytes:
    return docx("", root=f"<w:document {SPACES} {more}><w:body>{body}</w:body></w:document>")


def strict() -> bytes:
    """A file in the namespaces of ISO 29500 Strict."""
    made: dict[str, str | bytes] = {}
    for name, data in parts(docx(BODY)).items():
        text = data.decode()
        for old, new in STRICT.items():
            text = text.replace(old, new)
        made[name] = text
    return packed(made)


def checked_words() -> str:
    """Runs cut by marks of the spelling checker, each with a language of its own."""

    def cut(match: re.Match[str]) -> str:
        text = match[2]
        mark = '<w:proofErr w:type="spellStart"/>'
        return mark.join(
            f'<w:r><w:rPr>{match[1]}<w:lang w:val="en-US"/></w:rPr>{t(one)}</w:r>'
            for one in (text[:4], text[4:5], text[5:])
            if one
        )

    run = r'<w:r><w:rPr>(.*?)</w:rPr><w:t xml:space="preserve">([^<]*)</w:t></w:r>'
    return re.sub(run, cut, BODY)


def arabic() -> bytes:
    def run(text: str, properties: str = "") -> str:
        return r(text, properties + "<w:rtl/>")

    def line(*runs: str) -> str:
        return p(*runs, properties="<w:bidi/>")

    slanted = "<w:i/><w:iCs/>"
    return docx(
        line(run("إن الجمعية العامة", slanted), run("،"))
        + line(run("إذ تشير", slanted), run(" إلى قرارها 70/1 المؤرخ 25 أيلول/سبتمبر 2015 ،"))
        + line(run("1 - "), run("تقرر", slanted), run(" أن تبقي المسألة  قيد نظرها؛"))
        + line(run("2 - "), run("تطلب", slanted), run(" إلى الأمين العام أن يقدم تقريرا"))
    )


FILES = {
    "plain": docx(BODY),
    "strict": strict(),
    "macros": packed({**parts(docx(BODY)), "word/vbaProject.bin": b"\0\1macro"}),
    "no styles": packed({n: d for n, d in parts(docx(BODY)).items() if "styles" not in n}),
    "control around all": docx(
        f'<w:sdt><w:sdtPr><w:id w:val="1"/></w:sdtPr><w:sdtContent>{BODY}</w:sdtContent></w:sdt>'
    ),
    "bookmarks": docx(
        BODY.replace("<w:r>", '<w:bookmarkStart w:id="7" w:name="a"/><w:r>', 3).replace(
            "</w:p>", '<w:bookmarkEnd w:id="7"/></w:p>', 3
        )
    ),
    "spelling": docx(checked_words()),
    "smart tags": docx(
        BODY.replace(
            italic("Recalling"),
            f'<w:smartTag w:uri="u" w:element="e">{italic("Recalling")}</w:smartTag>',
        )
    ),
    "ids of Word": with_root(
        BODY.replace("<w:p>", '<w:p w14:paraId="00112233" w14:textId="77777777" w:rsidR="00AA">')
        .replace("<w:r>", '<w:r w:rsidRPr="00AB">')
        .replace("<w:iCs/>", '<w:iCs/><w14:ligatures w14:val="none"/>')
        + "<w:sectPr/>",
        f'xmlns:w14="{W14}" mc:Ignorable="w14"',
    ),
    "Google Docs": with_root(
        BODY.replace("<w:p>", '<w:p w:rsidR="00000000" w:rsidDel="00000000">').replace(
            "<w:i/><w:iCs/>", '<w:i w:val="1"/><w:rtl w:val="0"/>'
        )
    ),
    "indented XML": with_root(BODY.replace("<w:r>", "\n    <w:r>").replace("<w:p>", "\n  <w:p>")),
    "layout table": docx(
        "<w:tbl>"
        + "".join(f"<w:tr><w:tc>{one}</w:p></w:tc></w:tr>" for one in BODY.split("</w:p>")[:-1])
        + "</w:tbl>"
    ),
    "changes of others": docx(
        BODY.replace(
            italic("Recalling"),
            f'<w:ins w:id="3" w:author="A">{italic("Recalling")}</w:ins>'
            '<w:del w:id="4" w:author="A"><w:r><w:delText> all</w:delText></w:r></w:del>',
        )
    ),
    "comments of others": docx(
        BODY.replace(
            italic("Recalling"),
            f'<w:commentRangeStart w:id="5"/>{italic("Recalling")}<w:commentRangeEnd w:id="5"/>'
            '<w:r><w:commentReference w:id="5"/></w:r>',
        ),
        comments=f'<w:comment w:id="5" w:author="A">{p("Why?")}</w:comment>',
    ),
}


def fixed(data: bytes) -> bytes:
    request = FixRequest(unsafe=False, write=True, diff=False)
    outcome = fix_bytes(data, "draft.docx", True, Settings(), request)
    assert not outcome.result.errors
    assert not outcome.result.diagnostics
    return outcome.data


@pytest.mark.parametrize("name", FILES)
def test_fixes_are_tracked_changes_whoever_wrote_the_file(name: str) -> None:
    data = FILES[name]
    new = fixed(data)
    assert read_source(new, "x").text == FIXED
    before, after = (read_source(one, "x", changes="original").text for one in (data, new))
    assert before == after
    old_parts, new_parts = parts(data), parts(new)
    assert {n for n in old_parts if old_parts[n] != new_parts[n]} == {"word/document.xml"}
    assert list(old_parts) == list(new_parts)


def test_arabic_stays_from_right_to_left() -> None:
    new = fixed(arabic())
    text = read_source(new, "x").text
    assert "سبتمبر 2015،\n" in text and "المسألة قيد" in text
    inserted = re.findall(r"<w:ins .*?</w:ins>", parts(new)["word/document.xml"].decode())
    assert inserted and all("<w:rtl/>" in one for one in inserted)


def test_endnotes_with_small_roman_numbers() -> None:
    body = BODY.replace(
        "Secretary-General,</w:t></w:r>", "Secretary-General,</w:t></w:r>" + note(2, "endnote")
    )
    data = docx(body, endnotes=note_text(2, "See A/70/1 .", kind="endnote"))
    request = FixRequest(unsafe=False, write=True, diff=False)
    outcome = fix_bytes(data, "draft.docx", True, Settings(), request)
    assert [one.code for one in outcome.result.diagnostics] == ["NOTE010"]
    assert read_source(outcome.data, "x").text.endswith("[^i]: See A/70/1.\n")
    before = read_source(data, "x", changes="original").text
    assert read_source(outcome.data, "x", changes="original").text == before
