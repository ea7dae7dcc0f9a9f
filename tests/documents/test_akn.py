"""AKN4UN files read as Markdown."""

from __future__ import annotations

from reslint.documents import read_source
from reslint.draft.reader import read_draft

HEAD = '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">'


def read(content: str) -> str:
    return read_source(f"{HEAD}{content}</akomaNtoso>".encode(), "x.xml").text


def test_white_space_is_one_space() -> None:
    assert read("<p>\n   <span class='italic'>Noting </span> the\t\treport, </p>") == (
        "*Noting* the report,\n"
    )


def test_labels_stand_before_their_text() -> None:
    text = """<mainBody><paragraph><num>\t1.</num><content><p><i>Decides</i> to:</p></content>
        <list><point><num>(a)</num><content><p>One;</p></content></point></list></paragraph>
        <paragraph><content><p>\t2 -\tTwo.</p></content></paragraph></mainBody>"""
    assert read(text) == "1. *Decides* to:\n\n(a) One;\n\n2 - Two.\n"


def test_notes_stand_at_the_end() -> None:
    text = """<p>the report<authorialNote marker="4"><p>\tSee <b>A/79/1</b>.</p></authorialNote>,
        and</p><p>more</p>"""
    assert read(text) == "the report[^4], and\n\nmore\n\n[^4]: See **A/79/1**.\n"


def test_preface_headings_and_conclusions() -> None:
    text = """<preface><p><docNumber>79/1.</docNumber> <docTitle><span class="bold">Title</span>
        </docTitle></p></preface><mainBody><paragraph><subheading><b>Part</b></subheading>
        </paragraph></mainBody><conclusions><p>12th meeting<eol/><docDate>1 May</docDate></p>
        </conclusions><attachments><attachment><doc><p>Annex</p></doc></attachment></attachments>"""
    assert read(text) == "# 79/1. Title\n\n## Part\n\n12th meeting\n\n1 May\n\n---\n\nAnnex\n"


def test_tables_looks_and_unknown_elements() -> None:
    text = """<p>x<sup>o</sup> <span class="bold italic">b</span> <u>u</u></p>
        <table><tr><th><p>One</p></th><td>Two</td></tr></table><strange>Loose text</strange>"""
    assert read(text) == ("x<sup>o</sup> ***b*** <u>u</u>\n\n| One | Two |\n\nLoose text\n")


def test_a_table_in_a_table_is_read_once() -> None:
    inner = '<table><tr><td>b<authorialNote marker="1"><p>N.</p></authorialNote></td></tr></table>'
    table = f"<table><tbody><tr><td>a{inner}</td><td>c</td></tr></tbody></table>"
    assert read(table) == "| a b[^1] | c |\n\n[^1]: N.\n"


def test_the_language_of_the_file_counts_unless_another_is_given() -> None:
    language = '<meta><FRBRlanguage language="fra"/></meta>'
    text = f"{HEAD}{language}<p>x</p></akomaNtoso>".encode()
    source = read_source(text, "x.xml")
    assert read_draft(source).language == "fr"
    assert read_draft(source, language="ru").language == "ru"
    other = read_source(text.replace(b"fra", b"deu"), "x.xml")
    assert read_draft(other).language == "en"


def test_places_are_lines_and_columns_of_the_file() -> None:
    source = read_source(f"{HEAD}\n<p>Größe\n  and more</p></akomaNtoso>".encode(), "x.xml")
    assert source.text == "Größe and more\n"
    assert source.origin is not None
    at = source.text.index("more")
    place = source.origin.place(at, at + 4)
    assert place == {"line": 3, "column": 7, "end_line": 3, "end_column": 11}
