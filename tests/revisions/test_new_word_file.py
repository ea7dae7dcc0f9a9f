"""New Word files: Markdown to Word and back."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reslint.documents import read_source
from reslint.draft.reader import read_draft
from reslint.revisions.new_word_file import new_word_file
from reslint.text.source import Source
from tests.conftest import ROOT
from tests.documents.word_files import part

EXAMPLES = sorted((ROOT / "examples").glob("*.md")) + sorted((ROOT / "tests/drafts").glob("clean*"))


def converted(text: str) -> bytes:
    return new_word_file(read_draft(Source(text, "draft.md")))


def shown(source: Source) -> list[tuple[object, ...]]:
    """What the blocks of a draft show: kind, text, emphasis, markers."""
    found: list[tuple[object, ...]] = []
    for block in read_draft(source).blocks:
        text = re.sub(r"\s+", " ", block.plain.text)
        emphases = [(one.kind, one.start, one.end) for one in block.emphases]
        markers = [(one.number, one.at) for one in block.markers]
        found.append((block.kind, block.number, text, emphases, markers))
    # Notes stand at the end of a Word file, those without a marker before the others.
    return sorted(found, key=lambda one: (one[0] == "note", one[1]))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_a_draft_reads_the_same_after_the_way_through_word(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    first = Source(text, "draft.md")
    back = read_source(new_word_file(read_draft(first)), "draft.docx")
    before = [one for one in shown(first) if one[0] not in ("comment", "rule")]
    after = [one for one in shown(back) if one[0] not in ("comment", "rule")]
    assert [one[2] for one in after] == [one[2] for one in before]
    assert [one[3:] for one in after if one[0] != "note"] == [
        one[3:] for one in before if one[0] != "note"
    ]


DRAFT = """A/79/L.1

*The General Assembly*,

*Recalling* its resolution,[^1] and n<sup>o</sup> 4,[^2]

1. *Decides* to note both[^1] reports;

| One | Two |
| --- | --- |
| 1 | *2* |

---

2. *Requests* a report.

[^1]: Resolution 70/1.

[^2]: *Treaty Series*.
"""


def test_notes_are_footnotes_and_a_second_marker_refers_to_the_first() -> None:
    data = converted(DRAFT)
    text = part(data, "word/document.xml")
    assert text.count("<w:footnoteReference") == 2
    assert "NOTEREF _Ref000001" in text
    notes = part(data, "word/footnotes.xml")
    assert notes.count("<w:footnoteRef/>") == 2 and "Treaty Series" in notes
    assert read_source(data, "x").text == (DRAFT.replace("1. *", "1.\t*").replace("2. *", "2.\t*"))


def test_notes_that_begin_with_another_number_keep_it() -> None:
    data = converted(DRAFT.replace("[^2]", "[^3]").replace("[^1]", "[^2]"))
    assert '<w:numStart w:val="2"/>' in part(data, "word/settings.xml")
    assert "resolution,[^2] and n<sup>o</sup> 4,[^3]" in read_source(data, "x").text


def test_a_note_out_of_order_keeps_its_number() -> None:
    data = converted(DRAFT.replace("[^2]", "[^7]"))
    assert 'customMarkFollows="1"' in part(data, "word/document.xml")
    assert "n<sup>o</sup> 4,[^7]" in read_source(data, "x").text


def test_a_quotation_stays_one() -> None:
    text = "*The General Assembly*,\n\n*Noting* the words:\n\n> “One.”\n\n> “Two.”\n"
    assert read_source(converted(text), "x").text == text


def test_the_header_of_the_first_page_has_the_symbol() -> None:
    assert "A/79/L.1" in part(converted(DRAFT), "word/header1.xml")
    assert "A/79/L.1" not in part(converted(DRAFT), "word/document.xml")


def test_arabic_runs_from_right_to_left() -> None:
    path = ROOT / "examples" / "maktabat.ar.md"
    text = part(converted(path.read_text(encoding="utf-8")), "word/document.xml")
    paragraphs = re.findall(r"<w:p>.*?</w:p>", text)
    assert all("<w:bidi/>" in one for one in paragraphs)
    runs = re.findall(r"<w:r>.*?</w:r>", text)
    assert all("<w:rtl/>" in one for one in runs)
    assert "<w:bidi/></w:sectPr>" in text


def test_a_line_of_the_masthead_in_latin_letters_runs_from_left_to_right() -> None:
    text = (ROOT / "examples" / "maktabat.ar.md").read_text(encoding="utf-8")
    masthead = "A/RES/80/118\n\nDistr.: General\n\n6 August 2021\n\nالدورة الثمانون\n\n"
    data = converted(masthead + text)
    written = part(data, "word/header1.xml") + part(data, "word/document.xml")
    for line, expected in (("6 August 2021", False), ("الدورة الثمانون", True)):
        (found,) = [one for one in re.findall(r"<w:p>.*?</w:p>", written) if line in one]
        assert ("<w:rtl/>" in found) is expected
        assert "<w:bidi/>" in found
