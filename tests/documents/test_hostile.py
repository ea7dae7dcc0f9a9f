"""Damaged and hostile files: one clear error, in bounded time, and nothing is ever followed."""

from __future__ import annotations

import struct
import time
import zipfile
from io import BytesIO

import pytest

from reslint.documents import format_of, read_source, xml_tree
from reslint.documents.package import MAX_PART
from reslint.documents.word.numbering import MAX_LABEL
from reslint.documents.xml_tree import MAX_DEPTH
from reslint.files.check import check_bytes
from reslint.settings.settings import Settings
from reslint.text.source import UnreadableText
from tests.documents.word_files import SPACES, docx, numbered, p, packed, r, style

DOCTYPE = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
OLD_WORD = b"\xd0\xcf\x11\xe0" + "WordDocument".encode("utf-16-le") + b"\0" * 600
EXTERNAL = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


def error(data: bytes) -> str:
    """The message for a file that cannot be read; it is the one of the check, too (TOOL005)."""
    started = time.process_time()
    with pytest.raises(UnreadableText) as raised:
        read_source(data, "x.docx")
    assert time.process_time() - started < 5
    result = check_bytes(data, "x.docx", True, Settings())
    assert [(one.code, one.message) for one in result.errors] == [("TOOL005", str(raised.value))]
    return str(raised.value)


def main(root: str) -> bytes:
    return packed({"word/document.xml": root})


def document(content: str) -> str:
    return f"<w:document {SPACES}><w:body>{content}</w:body></w:document>"


@pytest.mark.parametrize("doctype", [DOCTYPE, EXTERNAL])
def test_entities_are_refused(doctype: str) -> None:
    root = doctype + document(p("x").replace("x", "&b;" if doctype == DOCTYPE else "&a;"))
    assert "document type declaration" in error(main(root))
    akn = f"<?xml version='1.0'?>{doctype}<akomaNtoso><p>&a;</p></akomaNtoso>".encode()
    with pytest.raises(UnreadableText, match="document type declaration"):
        read_source(akn, "x.xml")


def test_a_bomb_is_refused() -> None:
    assert "too large" in error(packed({"word/document.xml": b" " * (MAX_PART + 1)}))
    # The declared size may lie: what counts is what is read.
    data = bytearray(packed({"word/document.xml": b" " * (MAX_PART + 1)}))
    directory = data.rindex(b"PK\x01\x02")
    data[directory + 24 : directory + 28] = struct.pack("<I", 100)
    assert error(bytes(data))


def test_too_many_elements_and_too_deep(monkeypatch: pytest.MonkeyPatch) -> None:
    assert xml_tree.MAX_ELEMENTS == 500_000
    monkeypatch.setattr(xml_tree, "MAX_ELEMENTS", 1000)
    assert "too large" in error(main(document("<w:p/>" * 1001)))
    deep = "<w:sdt>" * (MAX_DEPTH + 1) + "</w:sdt>" * (MAX_DEPTH + 1)
    assert "too large" in error(main(document(deep)))


def test_a_huge_number_is_capped() -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="2000000000"/>'
        '<w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )
    text = read_source(docx(p("x", properties=numbered(1)), numbering=numbering), "x").text
    assert text.startswith("M" * 32 + "DCCLXVII. x")


def test_a_label_is_no_longer_than_a_line() -> None:
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="999"/><w:numFmt w:val="upperRoman"/>'
        f'<w:lvlText w:val="{"%1%2%3" * 5000}"/></w:lvl>'
        for level in range(3)
    )
    numbering = (
        f'<w:abstractNum w:abstractNumId="1">{levels}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )
    text = read_source(docx(p("x", properties=numbered(1, 2)), numbering=numbering), "x").text
    assert text.startswith("CMXCIX" * 2)
    assert text.endswith(" x\n")
    assert len(text) == MAX_LABEL + len(" x\n")


@pytest.mark.parametrize("way", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_other_ways_to_compress_are_refused(way: int) -> None:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", way) as package:
        package.writestr("word/document.xml", document(p("x")))
    assert "compressed in a way that Word does not know" in error(out.getvalue())


def test_a_part_before_the_file_begins() -> None:
    data = bytearray(docx(p("x")))
    end = data.rindex(b"PK\x05\x06")
    data[end + 16 : end + 20] = b"\xff\xff\xff\xff"
    assert "is damaged" in error(bytes(data))


@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04",
        docx(p("x"))[:200],
        docx(p("x"))[:-30],
        packed({}) or b"",
        packed({"readme.txt": "x"}),
        packed({"word/document.xml": "<a/>"}),
        packed({"word/document.xml": "no xml"}),
        packed({"word/document.xml": "<w:document"}),
        packed({"word/document.xml": b"\xff\xfe\xff"}),
    ],
)
def test_damaged_files(data: bytes) -> None:
    if not data.startswith(b"PK\x03"):
        data = b"PK\x03\x04" + data
    assert error(data)


def test_bad_data_in_a_part() -> None:
    data = bytearray(docx(p("x" * 3000)))
    at = data.index(b"word/document.xml") + 40
    data[at : at + 10] = b"\xff" * 10
    assert "damaged" in error(bytes(data))


def test_two_parts_of_one_name() -> None:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("word/document.xml", document(p("one")))
        with pytest.warns(UserWarning, match="Duplicate"):
            package.writestr("word/document.xml", document(p("two")))
    assert "two parts" in error(out.getvalue())


def test_an_encrypted_part() -> None:
    data = bytearray(main(document(p("x"))))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + place] |= 1
    assert "password" in error(bytes(data))


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (OLD_WORD + docx(p("x")), ".docx"),
        (b"{\\rtf1 text}", "RTF"),
        (b"%PDF-1.7 text", "pdftotext -layout"),
        (b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><x/>', "XML"),
        (b'\xef\xbb\xbf<?xml version="1.0"?>\n<pkg:package xmlns:pkg="x"/>', "XML"),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n", "web archive"),
    ],
)
def test_files_of_other_kinds(data: bytes, word: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")  # no LibreOffice
    assert word in error(data)


@pytest.mark.parametrize("data", [b"", b"*Noting* it,", docx(p("x"))[4:]])
def test_what_is_named_docx_must_be_a_word_file(data: bytes) -> None:
    assert "no Word file" in error(data)


def test_a_text_may_begin_like_another_format() -> None:
    assert read_source(b"MIME-Versions are not discussed here.", "x.md").origin is None
    assert read_source(b"<?xml is how such a file begins.", "x.md").origin is None


@pytest.mark.parametrize("element", ["altChunk", "subDoc"])
def test_text_in_another_file_is_named(element: str) -> None:
    data = docx(p("x") + f'<w:{element} r:id="r9"/>')
    assert "save it" in error(data)


def test_the_content_tells_the_format_not_the_name() -> None:
    assert read_source(docx(p("x")), "x.md").text == "x\n"
    assert read_source(b"<akomaNtoso><p>x</p></akomaNtoso>", "x.txt").text == "x\n"
    assert format_of(b"*Noting* <b>it</b>") == "text"


@pytest.mark.parametrize(
    ("parts", "text"),
    [
        # Styles and lists that go in circles, values that are no numbers, lists that are missing.
        (
            {
                "styles": '<w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/>'
                '</w:style><w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/>'
                '<w:rPr><w:i w:val="abc"/></w:rPr></w:style>'
            },
            "x",
        ),
        (
            {
                "styles": '<w:style w:type="numbering" w:styleId="A"><w:pPr><w:numPr>'
                '<w:numId w:val="1"/></w:numPr></w:pPr></w:style>',
                "numbering": '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="A"/>'
                '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>',
            },
            "x",
        ),
        ({"numbering": '<w:num w:numId="1"/>'}, "x"),
        ({"settings": '<w:footnotePr><w:numStart w:val="abc"/></w:footnotePr>'}, "x"),
    ],
)
def test_circles_and_nonsense_are_as_if_absent(parts: dict[str, str], text: str) -> None:
    content = p("x", properties=style("A") + numbered(1) + '<w:outlineLvl w:val="abc"/>')
    assert read_source(docx(content, **parts), "x").text == text + "\n"


def test_nothing_outside_the_package_is_read() -> None:
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="a" Type="x/styles" Target="../../../etc/passwd"/>'
        '<Relationship Id="b" Type="x/footnotes" Target="http://example.org/x" '
        'TargetMode="External"/></Relationships>'
    )
    data = packed(
        {
            "word/document.xml": document(p(r("x", '<w:rStyle w:val="none"/>'))),
            "word/_rels/document.xml.rels": relations,
        }
    )
    assert read_source(data, "x").text == "x\n"
