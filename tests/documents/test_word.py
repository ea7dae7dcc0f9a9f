"""Word files read as Markdown: text, looks, lists, notes, fields, tables, changes."""

from __future__ import annotations

import pytest

from reslint.documents import read_source
from reslint.draft.reader import read_draft
from reslint.text.diagnostics import Edit
from tests.documents.word_files import (
    SPACES,
    docx,
    field,
    note,
    note_text,
    numbered,
    p,
    packed,
    r,
    style,
)


def read(data: bytes, changes: str = "accepted") -> str:
    return read_source(data, "draft.docx", changes=changes).text


def body(*blocks: str) -> str:
    """The Markdown of a file that has this body."""
    return read(docx("".join(blocks)))


# Text and looks -----------------------------------------------------------------------------------


def test_text_split_over_runs_is_one_text() -> None:
    assert body(p("resolution 1", "514 (X", "V) of 14 December 1960")) == (
        "resolution 1514 (XV) of 14 December 1960\n"
    )


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("<w:tab/><w:t>x</w:t><w:tab/>", "x"),
        ("<w:t>a</w:t><w:tab/><w:t>b</w:t>", "a\tb"),
        ("<w:t>a</w:t><w:br/><w:t>b</w:t>", "a<br>b"),
        ('<w:t>a</w:t><w:br w:type="page"/><w:t>b</w:t>', "ab"),
        ("<w:t>non</w:t><w:noBreakHyphen/><w:t>member</w:t>", "non\u2011member"),
        ("<w:t>co</w:t><w:softHyphen/><w:t>op</w:t>", "co\u00adop"),
        ('<w:sym w:font="Symbol" w:char="F0B7"/><w:t>x</w:t>', "•x"),
        ('<w:sym w:font="Wingdings" w:char="zz"/><w:t>x</w:t>', "\ufffdx"),
        ('<w:sym w:font="Symbol" w:char="F061"/><w:t>x</w:t>', "αx"),
        ('<w:sym w:font="Symbol" w:char="F02D"/><w:t>x</w:t>', "\u2212x"),
        ('<w:sym w:font="Wingdings" w:char="F061"/><w:t>x</w:t>', "\ufffdx"),
        ('<w:sym w:font="Wingdings" w:char="F0FC"/><w:t>x</w:t>', "✓x"),
        ("<w:t>\uf0b7 x</w:t>", "• x"),
        (
            "<w:ruby><w:rt><w:r><w:t>zhu</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>注</w:t></w:r>"
            "</w:rubyBase></w:ruby>",
            "注",
        ),
        ("<w:t> trimmed </w:t><w:t>x</w:t>", "trimmedx"),
        ("<w:t>a\nb</w:t>", "a b"),
    ],
)
def test_characters(content: str, expected: str) -> None:
    assert body(f"<w:p><w:r>{content}</w:r></w:p>") == expected + "\n"


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        (p(r("Noting", "<w:i/>"), " it"), "*Noting* it"),
        (p(r("Noting", '<w:i w:val="1"/><w:b/>'), " it"), "***Noting*** it"),
        (p(r("Noting", '<w:u w:val="single"/>'), " it"), "<u>Noting</u> it"),
        (p(r("Noting", '<w:u w:val="none"/>'), " it"), "Noting it"),
        (p("n", r("o", '<w:vertAlign w:val="superscript"/>')), "n<sup>o</sup>"),
        (p("x", properties=style("Ital")), "*x*"),
        (p("x", properties=style("Below")), "*x*"),
        (p(r("x", '<w:i w:val="0"/>'), properties=style("Ital")), "x"),
        # Toggles of paragraph and character style cancel each other.
        (p(r("x", '<w:rStyle w:val="Slanted"/>'), properties=style("Ital")), "x"),
        (p(r("x", '<w:rStyle w:val="Slanted"/>')), "*x*"),
        # Right-to-left runs have toggles of their own.
        (p(r("إذ", "<w:i/><w:rtl/>"), " x"), "إذ x"),
        (p(r("إذ", "<w:iCs/><w:bCs/><w:rtl/>"), " x"), "***إذ*** x"),
        (p("n", r("o", '<w:position w:val="6"/>')), "n<sup>o</sup>"),
        (
            p("report", *(r(one, '<w:vertAlign w:val="superscript"/>') for one in "12")),
            "report<sup>12</sup>",
        ),
        (p("n", r("o", '<w:position w:val="2"/>')), "no"),
        (p("n", r("o", '<w:position w:val="6"/><w:vertAlign w:val="baseline"/>')), "no"),
        (p("x", r("hidden", "<w:vanish/>")), "x"),
        (p("x", r(" struck", "<w:strike/>"), r(" twice", "<w:dstrike/>"), " y"), "x y"),
        (p("Title", properties=style("H1")), "# Title"),
        (p("T", properties='<w:outlineLvl w:val="1"/>'), "## T"),
        (p("word " * 100, properties=style("H1")), ("word " * 100).strip()),
    ],
)
def test_looks(block: str, expected: str) -> None:
    assert body(block) == expected + "\n"


def test_links_controls_and_alternatives_are_text() -> None:
    link = f'<w:hyperlink r:id="x">{r("70/1")}</w:hyperlink>'
    control = f"<w:sdt><w:sdtContent>{r(' of 2015')}</w:sdtContent></w:sdt>"
    choice = (
        f"<mc:AlternateContent><mc:Choice>{r(' one')}</mc:Choice>"
        f"<mc:Fallback>{r(' two')}</mc:Fallback></mc:AlternateContent>"
    )
    assert body(p("Resolution ", link, control, choice)) == "Resolution 70/1 of 2015 one\n"
    whole = f"<w:sdt><w:sdtContent>{p('In a control')}</w:sdtContent></w:sdt>"
    assert body(whole) == "In a control\n"


def test_boxes_stand_before_their_paragraph() -> None:
    box = f"<w:txbxContent>{p('Box')}</w:txbxContent>"
    shape = (
        f"<w:r><mc:AlternateContent><mc:Choice><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    source = read_source(docx(p(shape, "Text")), "x")
    assert source.text == "Box\n\nText\n"
    assert source.origin is not None and source.origin.protected == [(0, 3)]


def test_text_that_is_mark_up_for_a_reader_of_markdown_is_escaped() -> None:
    for text in (
        "~~struck~~",
        "{++new++}",
        "{--old--}",
        "[a]{.underline}",
        "&nbsp;",
        "<del>x</del>",
    ):
        source = read_source(docx(p(r(text))), "x")
        assert [one.text for one in read_draft(source, language="en").paragraphs] == [text]


def test_an_empty_content_control_is_no_text() -> None:
    def control(properties: str, *content: str) -> str:
        return (
            f"<w:sdt><w:sdtPr>{properties}</w:sdtPr>"
            f"<w:sdtContent>{''.join(content)}</w:sdtContent></w:sdt>"
        )

    told = control("<w:showingPlcHdr/>", r("Tap to write"))
    assert body(p("x ", told, control("", r("y")))) == "x y\n"
    assert body(control("<w:showingPlcHdr/>", p("Tap to write")) + p("x")) == "x\n"


@pytest.mark.parametrize("kind", ["drop", "margin"])
@pytest.mark.parametrize(
    ("letter", "rest", "expected"),
    [
        ("T", "he General Assembly", "*The General Assembly*,\n"),
        ("L", "’Assemblée générale", "*L’Assemblée générale*,\n"),
        ("Г", "енеральная Ассамблея", "*Генеральная Ассамблея*,\n"),
    ],
)
def test_a_drop_cap_is_the_first_letter_of_its_paragraph(
    kind: str, letter: str, rest: str, expected: str
) -> None:
    frame = f'<w:framePr w:dropCap="{kind}" w:lines="3" w:wrap="around"/>'
    large = p(r(letter, '<w:b/><w:sz w:val="80"/>'), properties=frame)
    source = read_source(docx(large + p(r(rest, "<w:i/>"), r(","))), "a.docx")
    assert source.text == expected
    assert source.origin is not None
    assert not source.origin.allows(source.text, [Edit(1, 2, "X")])
    assert source.origin.allows(source.text, [Edit(4, 5, "X")])
    assert body(large) == f"**{letter}**\n"


def test_other_frames_are_paragraphs_of_their_own() -> None:
    assert body(p("1", properties='<w:framePr w:wrap="around"/>') + p("x")) == "1\n\nx\n"


def test_an_equation_is_text_that_no_fix_may_change() -> None:
    space = "http://schemas.openxmlformats.org/officeDocument/2006/math"
    formula = f'<m:oMath xmlns:m="{space}"><m:r><m:t>a+b</m:t></m:r></m:oMath>'
    source = read_source(docx(p("x ", formula, " y")), "x")
    assert source.text == "x a+b y\n"
    assert source.origin is not None and source.origin.protected == [(2, 5)]


def test_a_style_of_quotations() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="Zitat"><w:name w:val="Quote"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Own"><w:basedOn w:val="Zitat"/></w:style>'
    )
    data = docx(p("Noting:") + p("“Words.”", properties=style("Own")), styles=styles)
    source = read_source(data, "x")
    assert source.text == "Noting:\n\n> “Words.”\n"
    assert source.origin is not None and source.origin.protected == [(9, 11)]


# Lists --------------------------------------------------------------------------------------------


def level(at: int, kind: str, text: str, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


LISTS = (
    '<w:abstractNum w:abstractNumId="1">'
    + level(0, "decimal", "%1.")
    + level(1, "lowerLetter", "(%2)")
    + level(2, "upperRoman", "%1.%2.%3", "<w:isLgl/>")
    + '</w:abstractNum><w:abstractNum w:abstractNumId="2">'
    + level(0, "upperRoman", "%1.")
    + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0">'
    '<w:startOverride w:val="5"/></w:lvlOverride></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num>'
)


def labels(*paragraphs: tuple[int, int], numbering: str = LISTS) -> list[str]:
    """The labels of paragraphs of lists: (number, level)."""
    blocks = [p("x", properties=numbered(*one)) for one in paragraphs]
    text = read(docx("".join(blocks), numbering=numbering))
    return [line.removesuffix(" x") for line in text.split("\n") if line]


def test_numbers_restart_below_a_higher_level() -> None:
    assert labels((1, 0), (1, 1), (1, 1), (1, 0), (1, 1), (1, 2)) == [
        "1.", "(a)", "(b)", "2.", "(a)", "2.1.1",
    ]  # fmt: skip


def test_a_level_that_is_passed_over_counts_as_begun() -> None:
    assert labels((1, 1), (1, 0), (1, 1)) == ["(a)", "2.", "(a)"]


def test_a_start_of_its_own_counts_once() -> None:
    assert labels((1, 0), (2, 0), (2, 0), (1, 0)) == ["1.", "5.", "6.", "7."]


@pytest.mark.parametrize(
    ("kind", "third"),
    [
        ("decimal", "3"), ("lowerRoman", "iii"), ("upperLetter", "C"), ("ordinal", "3rd"),
        ("russianLower", "в"), ("arabicAbjad", "ج"), ("arabicAlpha", "ت"),
        ("chineseCounting", "三"), ("decimalZero", "03"), ("decimalEnclosedCircle", "③"),
        ("nonsense", "3"),
    ],
)  # fmt: skip
def test_formats(kind: str, third: str) -> None:
    own = (
        f'<w:abstractNum w:abstractNumId="1">{level(0, kind, "%1)")}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )
    assert labels((1, 0), (1, 0), (1, 0), numbering=own)[2] == f"{third})"


def test_a_label_is_protected_and_the_text_is_not() -> None:
    source = read_source(docx(p("Decides", properties=numbered(1)), numbering=LISTS), "x")
    assert source.text == "1. Decides\n"
    assert source.origin is not None
    assert source.origin.protected == [(0, 3)]
    assert source.origin.place(3, 10) == {
        "part": "document", "paragraph": 1, "start": 0, "end": 7,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("number", "texts", "expected"),
    [
        (3, ("General", "Follow-up"), "# I. General|# II. Follow-up"),
        (1, ("General", "Follow-up"), "# 1. General|# 2. Follow-up"),
        (1, ("Généralités", "Suivi"), "# 1. Généralités|# 2. Suivi"),
        (1, ("概况", "后续行动"), "# 1. 概况|# 2. 后续行动"),
        (1, ("أحكام عامة", "المتابعة"), "# 1. أحكام عامة|# 2. المتابعة"),
        (1, ("Общие положения", "Итоги"), "# 1. Общие положения|# 2. Итоги"),
        # One that ends as a paragraph does, or is long: the style is that of paragraphs.
        (1, ("Decides to go;", "Requests more"), "1. Decides to go;|2. Requests more"),
        (1, ("决定前往；", "请提出报告"), "1. 决定前往；|2. 请提出报告"),
        (1, ("General", "word " * 30), "1. General|2. " + ("word " * 30).strip()),
    ],
)
def test_headings_with_automatic_numbers(
    number: int, texts: tuple[str, str], expected: str
) -> None:
    blocks = [p(text, properties=style("H1") + numbered(number)) for text in texts]
    text = read(docx("".join(blocks), numbering=LISTS))
    assert text.strip().replace("\n\n", "|") == expected


def test_paragraphs_in_a_heading_style_have_emphasis_at_their_start() -> None:
    block = p(r("Decides", "<w:i/>"), " to go", properties=style("H1") + numbered(1))
    assert read(docx(block, numbering=LISTS)) == "1. *Decides* to go\n"


def test_the_number_of_a_heading_is_protected() -> None:
    block = p("General", properties=style("H1") + numbered(3))
    source = read_source(docx(block, numbering=LISTS), "x")
    assert source.text == "# I. General\n"
    assert source.origin is not None
    assert not source.origin.allows(source.text, [Edit(2, 4, "II.")])
    assert source.origin.allows(source.text, [Edit(5, 12, "Other")])


# Notes --------------------------------------------------------------------------------------------


def test_notes_are_numbered_by_their_markers() -> None:
    text = p("One,", note(8), " two", note(3), r(" and three")) + p("Four", note(5, "endnote"))
    data = docx(
        text,
        footnotes=note_text(3, "Second.") + note_text(8, "First."),
        endnotes=note_text(5, "End.", kind="endnote"),
    )
    assert read(data) == (
        "One,[^1] two[^2] and three\n\nFour[^i]\n\n[^1]: First.\n\n[^2]: Second.\n\n[^i]: End.\n"
    )


def test_settings_of_notes() -> None:
    settings = '<w:footnotePr><w:numFmt w:val="lowerLetter"/><w:numStart w:val="2"/></w:footnotePr>'
    data = docx(p("x", note(1), note(2)), settings=settings)
    assert read(data) == "x[^b][^c]\n"


def test_a_mark_of_its_own_is_one_marker() -> None:
    data = docx(
        p("x", note(1, mark="*"), " y", note(2)),
        footnotes=f'<w:footnote w:id="1">{p(r("*"), r(" Own."))}</w:footnote>'
        + note_text(2, "Numbered."),
    )
    assert read(data) == "x[^*] y[^1]\n\n[^*]: Own.\n\n[^1]: Numbered.\n"


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ('<w:sym w:font="Symbol" w:char="2A"/>', "x[^*]y"),
        ('<w:sym w:font="Symbol" w:char="2020"/><w:t>z</w:t>', "x[^†]zy"),
        # No character follows: the mark is unknown, and what follows stays where it is.
        ("<w:softHyphen/><w:t>z</w:t>", "x[^*]\u00adzy"),
        ("", "x[^*]y"),
    ],
)
def test_the_mark_of_a_note_is_the_character_that_follows(content: str, expected: str) -> None:
    reference = f'<w:r><w:footnoteReference w:customMarkFollows="1" w:id="2"/>{content}</w:r>'
    assert body(p("x", reference, "y")) == expected + "\n"


def test_second_references_are_markers_of_their_own() -> None:
    raised = '<w:vertAlign w:val="superscript"/>'
    second = field("NOTEREF _Ref1 \\h", r("1", raised))
    data = docx(p("x", note(1), r(",", raised), second, second), footnotes=note_text(1, "First."))
    # The raised comma between two markers is a plain one.
    assert read(data) == "x[^1],[^1][^1]\n\n[^1]: First.\n"


def test_fields_and_their_results() -> None:
    assert body(p("see ", field('HYPERLINK "x"', r("70/1")), " of")) == "see 70/1 of\n"
    source = read_source(docx(p("page ", field("PAGE", r("7")), r(" end"))), "x")
    assert source.text == "page 7 end\n"
    assert source.origin is not None and source.origin.protected == [(5, 6)]
    simple = f'<w:fldSimple w:instr=" REF x ">{r("four")}</w:fldSimple>'
    assert body(p("see ", simple)) == "see four\n"
    # A field that never ends hides nothing and protects nothing.
    broken = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>X</w:instrText></w:r>'
    assert body(p("a", broken, "lost"), p("b")) == "a\n\nb\n"


def empty_field(instruction: str) -> str:
    """A field without a result."""
    return field(instruction).replace('<w:r><w:fldChar w:fldCharType="separate"/></w:r>', "")


@pytest.mark.parametrize(
    ("instructions", "expected"),
    [
        (("AUTONUM", "AUTONUM ", "AUTONUM"), ("1.", "2.", "3.")),
        (("AUTONUM \\s )", "AUTONUMLGL \\e", "AUTONUM"), ("1)", "2", "3.")),
        (("LISTNUM", "LISTNUM \\l 2", "LISTNUM \\l 2"), ("1)", "a)", "b)")),
        (("LISTNUM NumberDefault \\l 4 \\s 3", "LISTNUM \\l 5", "LISTNUM"), ("(3)", "(a)", "1)")),
        (("LISTNUM OutlineDefault", "PAGE", "LISTNUM"), ("", "", "1)")),
    ],
)
def test_fields_that_number_without_a_result(
    instructions: tuple[str, ...], expected: tuple[str, ...]
) -> None:
    tab = "<w:r><w:tab/></w:r>"
    blocks = [p(empty_field(one), tab, r("Text,")) for one in instructions]
    source = read_source(docx("".join(blocks)), "x")
    assert source.text == "\n\n".join(f"{one}\tText,".strip() for one in expected) + "\n"
    assert source.origin is not None
    assert not source.origin.allows(source.text, [Edit(0, 1, "")]) or not expected[0]


def test_a_field_that_numbers_may_have_its_result() -> None:
    assert body(p(field("AUTONUM", r("7.")), r(" Text,"))) == "7. Text,\n"


def test_fields_that_are_open_at_once_are_limited() -> None:
    """Each piece belongs to all open fields: thousands of them would take long."""
    begin, separate, end = (
        f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
    )
    deep = (begin + separate) * 70 + r("x") + end * 70
    source = read_source(docx(p("a ", deep, " b,,")), "x")
    assert source.text == "a x b,,\n"
    assert source.origin is not None and source.origin.protected == [(2, 3)]


# Tables -------------------------------------------------------------------------------------------


def table(*rows: tuple[str, ...]) -> str:
    cells = "".join(
        "<w:tr>" + "".join(f"<w:tc>{p(cell)}</w:tc>" for cell in row) + "</w:tr>" for row in rows
    )
    return f"<w:tbl>{cells}</w:tbl>"


def test_tables() -> None:
    start = p("Noting it,")
    assert body(start, table(("a|b", "c"), ("d", "e"))) == (
        "Noting it,\n\n| a\\|b | c |\n| --- | --- |\n| d | e |\n"
    )
    assert body(start, table(("a|b*c|d", "e"), ("f", "g"))).endswith(
        "| a\\|b\\*c\\|d | e |\n| --- | --- |\n| f | g |\n"
    )
    # Above the preamble, and with one cell a row, tables lay out text.
    assert body(table(("A/79/L.1", "x")), start) == "A/79/L.1\n\nx\n\nNoting it,\n"
    assert body(start, table(("a",), ("b",))) == "Noting it,\n\na\n\nb\n"
    long = p("word " * 80)
    cell = f"<w:tbl><w:tr><w:tc>{long}{long}</w:tc><w:tc>{p('x')}</w:tc></w:tr></w:tbl>"
    assert body(start, cell).count("\n\n") == 3


def test_a_table_in_a_table() -> None:
    inner = table(("a", "b"), ("c", "d"))
    outer = f"<w:tbl><w:tr><w:tc>{inner}{p('')}</w:tc><w:tc>{p('x')}</w:tc></w:tr></w:tbl>"
    assert body(p("Noting,"), outer) == "Noting,\n\n| a b c d | x |\n"


# Changes and suppressions -------------------------------------------------------------------------


CHANGED = p(
    r("Noting"),
    '<w:ins w:id="1" w:author="x">' + r(" new") + "</w:ins>",
    '<w:del w:id="2" w:author="x"><w:r><w:delText xml:space="preserve"> old</w:delText></w:r>'
    "</w:del>",
    r(" text", '<w:b/><w:rPrChange w:id="3" w:author="x"><w:rPr><w:i/></w:rPr></w:rPrChange>'),
)


def test_tracked_changes() -> None:
    data = docx(CHANGED)
    assert read(data) == "Noting new **text**\n"
    assert read(data, "original") == "Noting old *text*\n"


def test_a_deleted_paragraph_mark_joins_two_paragraphs() -> None:
    gone = '<w:rPr><w:del w:id="1" w:author="x"/></w:rPr>'
    data = docx(p("One", properties=gone) + p(" two"))
    assert read(data) == "One two\n"
    assert read(data, "original") == "One\n\ntwo\n"


def deleted(kind: str) -> str:
    """A numbered paragraph that somebody deleted or moved away, whole."""
    mark = f'<w:rPr><w:{kind} w:id="1" w:author="x"/></w:rPr>'
    text = f'<w:{kind} w:id="2" w:author="x"><w:r><w:delText>Gone</w:delText></w:r></w:{kind}>'
    return p(text, properties=numbered(1) + mark)


@pytest.mark.parametrize("kind", ["del", "moveFrom"])
def test_a_deleted_paragraph_has_no_number(kind: str) -> None:
    one, two = (p(text, properties=numbered(1)) for text in ("One", "Two"))
    data = docx(one + deleted(kind) + two, numbering=LISTS)
    assert read(data) == "1. One\n\n2. Two\n"
    assert read(data, "original") == "1. One\n\n2. Gone\n\n3. Two\n"


@pytest.mark.parametrize("kind", ["ins", "moveTo"])
def test_an_inserted_paragraph_had_no_number(kind: str) -> None:
    mark = f'<w:rPr><w:{kind} w:id="1" w:author="x"/></w:rPr>'
    text = f'<w:{kind} w:id="2" w:author="x">{r("New")}</w:{kind}>'
    one, two = (p(text, properties=numbered(1)) for text in ("One", "Two"))
    data = docx(one + p(text, properties=numbered(1) + mark) + two, numbering=LISTS)
    assert read(data) == "1. One\n\n2. New\n\n3. Two\n"
    assert read(data, "original") == "1. One\n\n2. Two\n"


def test_a_paragraph_struck_whole_has_no_number() -> None:
    one, two = (p(text, properties=numbered(1)) for text in ("One", "Two"))
    struck = p(r("Gone", "<w:strike/>"), properties=numbered(1))
    data = docx(one + struck + two, numbering=LISTS)
    assert read(data) == "1. One\n\n2. Two\n"
    assert read(data, "original") == "1. One\n\n2. Gone\n\n3. Two\n"


def test_the_list_of_a_paragraph_before_a_change() -> None:
    change = '<w:pPrChange w:id="1" w:author="x"><w:pPr>{}</w:pPr></w:pPrChange>'
    now_listed = p("One", properties=numbered(1) + change.format(""))
    once_listed = p("Two", properties=change.format(numbered(1)))
    data = docx(now_listed + once_listed, numbering=LISTS)
    assert read(data) == "1. One\n\nTwo\n"
    assert read(data, "original") == "One\n\n1. Two\n"


def test_deleted_and_inserted_rows() -> None:
    def row(text: str, change: str = "") -> str:
        marked = f'<w:trPr><w:{change} w:id="1" w:author="x"/></w:trPr>' if change else ""
        return f"<w:tr>{marked}<w:tc>{p(text)}</w:tc><w:tc>{p('x')}</w:tc></w:tr>"

    rows = row("a") + row("gone", "del") + row("new", "ins")
    data = docx(p("Noting,") + f"<w:tbl>{rows}</w:tbl>")
    assert read(data).endswith("| a | x |\n| --- | --- |\n| new | x |\n")
    assert read(data, "original").endswith("| a | x |\n| --- | --- |\n| gone | x |\n")


def test_a_comment_can_suppress() -> None:
    comments = (
        f'<w:comment w:id="4"><w:p>{r("reslint-disable-next-line LEAD001: agreed")}</w:p>'
        f'</w:comment><w:comment w:id="5"><w:p>{r("see reslint-disable")}</w:p></w:comment>'
    )
    words = p('<w:commentRangeStart w:id="4"/>', "Pondering", '<w:commentRangeEnd w:id="4"/>')
    data = docx(words + p("x"), comments=comments)
    assert read(data) == ("<!-- reslint-disable-next-line LEAD001: agreed -->\nPondering\n\nx\n")


# Parts of the page --------------------------------------------------------------------------------


def test_the_header_of_the_first_page_comes_first() -> None:
    section = '<w:sectPr><w:headerReference w:type="first" r:id="r_header"/><w:titlePg/></w:sectPr>'
    data = docx(p("Text") + section, header=p("A/79/L.1"))
    source = read_source(data, "x")
    assert source.text == "A/79/L.1\n\nText\n"
    assert source.origin is not None
    assert source.origin.place(0, 8) == {
        "part": "header", "paragraph": 1, "start": 0, "end": 8,
    }  # fmt: skip
    assert source.origin.protected == [(0, 8)]
    # No fix is written into it, not at its ends either; the text next to it takes fixes.
    for start, end in ((0, 0), (3, 3), (7, 8), (8, 8)):
        assert not source.origin.allows(source.text, [Edit(start, end, "x")])
    assert source.origin.allows(source.text, [Edit(10, 10, "x")])
    without = docx(p("Text") + section.replace("<w:titlePg/>", ""), header=p("A/79/L.1"))
    assert read(without) == "Text\n"


def test_a_rule_is_a_border_or_a_line_of_dashes() -> None:
    border = '<w:pBdr><w:bottom w:val="single"/></w:pBdr>'
    assert body(p("Noting it,"), p(properties=border), p("_______")) == "Noting it,\n\n---\n\n---\n"


# Places and formats -------------------------------------------------------------------------------


def test_places_count_paragraphs_and_characters() -> None:
    data = docx(table(("x",)) + p("First", note(1), " a_b"), footnotes=note_text(1, "See."))
    source = read_source(data, "x")
    assert source.text == "x\n\nFirst[^1] a\\_b\n\n[^1]: See.\n"
    assert source.origin is not None
    at = source.text.index("_b")
    assert source.origin.place(at, at + 2) == {
        "part": "document", "paragraph": 2, "start": 7, "end": 9,
    }  # fmt: skip
    at = source.text.index("See")
    assert source.origin.place(at, at + 3) == {
        "part": "footnotes", "paragraph": 1, "start": 1, "end": 4,
    }  # fmt: skip


def test_other_prefixes_utf_16_and_the_strict_format() -> None:
    content = f"<x:document {SPACES.replace('xmlns:w', 'xmlns:x')}><x:body>"
    content += "<x:p><x:r><x:t>Text</x:t></x:r></x:p></x:body></x:document>"
    assert read(docx("", root=content)) == "Text\n"
    strict = content.replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    assert read(docx("", root=strict)) == "Text\n"
    files: dict[str, str | bytes] = {
        "word/document.xml": ('<?xml version="1.0" encoding="UTF-16"?>' + content).encode("utf-16")
    }
    # Without content types, relationships or any other part.
    assert read(packed(files)) == "Text\n"


DRAFT = (
    p("A/79/L.1")
    + p(r("The General Assembly", "<w:i/>"), ",")
    + p(r("Recalling", "<w:i/>"), " its resolution 70/1 of 25 September 2015,")
    + p("1.\t", r("Decides", "<w:i/>"), " to continue its work;")
    + p("2.\t", r("Requests", "<w:i/>"), " the Secretary-General to report.")
)


def test_a_file_reads_as_a_draft() -> None:
    draft = read_draft(read_source(docx(DRAFT), "draft.docx"))
    assert (draft.is_resolution, draft.organ, draft.masthead.symbol) == (True, "GA", "A/79/L.1")
    assert [len(one.preamble) for one in draft.resolutions] == [1]
    assert [one.place for one in draft.resolutions[0].operative] == ["1", "2"]
