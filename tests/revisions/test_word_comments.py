"""Findings as comments on the exact words."""

from __future__ import annotations

import re

import pytest

from reslint.documents import read_source
from reslint.revisions.word_comments import write_comments
from reslint.text.diagnostics import Diagnostic
from tests.documents.word_files import docx, field, note, note_text, p, part, r


def annotated(data: bytes, *words: str) -> bytes:
    """The file with a comment on each of the texts, which stand in its Markdown once."""
    text = read_source(data, "x").text
    found = []
    for word in words:
        assert text.count(word) == 1, (word, text)
        start = text.index(word)
        found.append(Diagnostic("AAA001", "name", "error", f"On {word}.", start, start + len(word)))
    made = write_comments(
        data, "x", found, lambda one: [f"{one.code} {one.message}", "Why."], "Note"
    )
    assert (made.count, made.left_out) == (len(words), 0)
    assert read_source(made.data, "x").text == text
    return made.data


def ranges(data: bytes) -> dict[str, str]:
    """The text of each range, by the id of its comment."""
    text = part(data, "word/document.xml")
    found = {}
    for match in re.finditer(r'<w:commentRangeStart w:id="([0-9]+)"/>', text):
        end = text.index(f'<w:commentRangeEnd w:id="{match[1]}"/>')
        inside = text[match.end() : end]
        found[match[1]] = re.sub("<[^>]+>", "", inside)
        assert f'<w:commentReference w:id="{match[1]}"/>' in text[end:]
    return found


def comments(data: bytes) -> list[str]:
    text = part(data, "word/comments.xml")
    return [re.sub("<[^>]+>", "|", one) for one in re.findall(r"<w:comment .*?</w:comment>", text)]


def test_a_range_holds_the_words_and_nothing_else() -> None:
    data = docx(p(r("one two", "<w:i/>"), " three four"))
    assert list(ranges(annotated(data, "three", "two")).values()) == ["two", "three"]
    assert list(ranges(annotated(docx(p("one two three")), "two")).values()) == ["two"]


def test_a_range_over_several_runs() -> None:
    data = docx(p("one t", "wo th", "ree four"))
    assert list(ranges(annotated(data, "two three")).values()) == ["two three"]


def test_the_texts_and_the_registration_of_the_part() -> None:
    data = annotated(docx(p("one two")), "two")
    assert [re.sub(r"\|+", "|", one) for one in comments(data)] == ["|AAA001| On two.|Why.|"]
    assert 'w:author="reslint"' in part(data, "word/comments.xml")
    assert 'Target="comments.xml"' in part(data, "word/_rels/document.xml.rels")
    assert 'PartName="/word/comments.xml"' in part(data, "[Content_Types].xml")
    # The style is the one of that name, whatever its id.
    assert '<w:rStyle w:val="Kommentarzeichen"/>' in part(data, "word/document.xml")


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("Write *Noting*.", [("", " Write "), ("i iCs", "Noting"), ("", ".")]),
        ("写**回顾**。", [("", " 写"), ("b bCs", "回顾"), ("", "。")]),
        ("Écrire ***وإذ***", [("", " Écrire "), ("b bCs i iCs", "وإذ"), ("", "")]),
        ("Delete the * and 2 * 3 * 4", [("", " Delete the * and 2 * 3 * 4")]),
    ],
)
def test_emphasis_in_a_message_is_shown(message: str, expected: list[tuple[str, str]]) -> None:
    found = Diagnostic("A", "n", "error", message, 0, 3)
    made = write_comments(docx(p("one two")), "x", [found], lambda one: [f"A {message}"], "Note")
    runs = re.findall(
        r"<w:r>(?:<w:rPr>((?:(?!</w:rPr>).)*)</w:rPr>)?<w:t [^>]*>([^<]*)</w:t></w:r>",
        part(made.data, "word/comments.xml"),
    )
    shown = [(" ".join(re.findall("w:([a-zA-Z]+)", look)), text) for look, text in runs]
    assert shown == [("b", "A"), *expected]


def test_a_strict_file_stays_strict_and_keeps_its_prefix() -> None:
    space = "http://purl.oclc.org/ooxml"
    root = (
        f'<x:document xmlns:x="{space}/wordprocessingml/main"><x:body><x:p><x:r><x:t>one two'
        "</x:t></x:r></x:p></x:body></x:document>"
    )
    data = annotated(docx("", root=root), "two")
    assert '<x:commentRangeStart x:id="1"/><x:r><x:t xml:space="preserve">two' in part(
        data, "word/document.xml"
    )
    relations = part(data, "word/_rels/document.xml.rels")
    assert f'Type="{space}/officeDocument/relationships/comments"' in relations
    assert f'xmlns:w="{space}/wordprocessingml/main"' in part(data, "word/comments.xml")


def test_ids_go_on_from_the_highest() -> None:
    old = '<w:comment w:id="41" w:author="x"><w:p><w:r><w:t>Old</w:t></w:r></w:p></w:comment>'
    data = annotated(docx(p("one two"), comments=old), "two")
    assert list(ranges(data)) == ["42"]
    assert [one.count("Old") for one in comments(data)] == [1, 0]


def test_a_finding_in_a_note_hangs_on_its_marker() -> None:
    data = docx(p("text", note(3), " more"), footnotes=note_text(3, "see A/79/1"))
    made = annotated(data, "see")
    assert part(made, "word/footnotes.xml") == part(data, "word/footnotes.xml")
    text = part(made, "word/document.xml")
    start = text.index("<w:commentRangeStart")
    end = text.index("<w:commentRangeEnd")
    assert "footnoteReference" in text[start:end] and "<w:t" not in text[start:end]
    assert "Note 1, “see”: AAA001" in part(made, "word/comments.xml")


def test_no_range_begins_or_ends_in_a_field_or_a_change() -> None:
    link = field('HYPERLINK "x"', r("seventy one"))
    assert list(ranges(annotated(docx(p("see ", link, " of")), "one")).values()) == [
        ' HYPERLINK "x" seventy one'
    ]
    changed = '<w:ins w:id="1" w:author="x">' + r("new text") + "</w:ins>"
    data = annotated(docx(p("see ", changed, r(" of"))), "text")
    assert list(ranges(data).values()) == ["new text"]
    text = part(data, "word/document.xml")
    assert text.index("<w:commentRangeStart") < text.index("<w:ins") < text.index("</w:ins")
    simple = f'<w:fldSimple w:instr="REF x">{r("four five")}</w:fldSimple>'
    assert list(ranges(annotated(docx(p("see ", simple)), "five")).values()) == ["four five"]


def test_a_place_without_characters_takes_those_beside_it() -> None:
    data = docx(p("one two"))
    made = write_comments(
        data, "x", [Diagnostic("A", "n", "error", "m", 7, 7)], lambda one: ["A m"], "Note"
    )
    assert list(ranges(made.data).values()) == ["o"]


def test_a_finding_in_the_header_stands_on_the_first_words() -> None:
    section = '<w:sectPr><w:headerReference w:type="first" r:id="r_header"/><w:titlePg/></w:sectPr>'
    data = annotated(docx(p("First words") + section, header=p("A/79/L.1")), "A/79/L.1")
    assert list(ranges(data).values()) == ["First words"]


def test_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reslint.revisions.word_comments.MAX_COMMENTS", 2)
    found = [Diagnostic("A", "n", "error", "m", at, at + 1) for at in range(3)]
    made = write_comments(docx(p("one two")), "x", found, lambda one: ["A m"], "Note")
    assert (made.count, made.left_out) == (2, 1)
