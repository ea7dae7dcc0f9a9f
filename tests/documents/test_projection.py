"""Pieces of text become Markdown that reads back as the same text, with the place of each."""

from __future__ import annotations

import pytest

from reslint.blocks.inline import parse_markdown
from reslint.documents.pieces import BREAK, COMMENT, MARKER, PLAIN, Paragraph, Piece
from reslint.documents.projection import Projection, project
from reslint.text.diagnostics import Edit
from reslint.text.origin import ParagraphOrigin, TextOrigin

ITALIC = (True, False, False)
BOLD = (False, True, False)
BOTH = (True, True, False)
UNDERLINE = (False, False, True)


def pieces(*parts: tuple[str, tuple[bool, bool, bool]]) -> list[Piece]:
    """Pieces in a row, each at its place in the paragraph."""
    made, at = [], 0
    for text, look in parts:
        made.append(Piece(text, look, at=at))
        at += len(text)
    return made


def written(*parts: tuple[str, tuple[bool, bool, bool]]) -> str:
    return project([Paragraph(pieces(*parts))]).text.rstrip("\n")


@pytest.mark.parametrize(
    ("parts", "markdown"),
    [
        ([("Recalling ", ITALIC), ("its report", PLAIN)], "*Recalling* its report"),
        ([(" Noting", ITALIC), (" that", PLAIN)], "*Noting* that"),
        ([("x", PLAIN), ("\u200fإذ", ITALIC)], "x\u200f*إذ*"),
        ([("x", PLAIN), ("\u200f", ITALIC), ("إذ", ITALIC)], "x\u200f*إذ*"),
        ([("Stresses", BOTH), (" that", PLAIN)], "***Stresses*** that"),
        ([("宣言”", BOLD), ("其", PLAIN)], "<b>宣言”</b>其"),
        ([("a", ITALIC), ("b", BOLD)], "<i>a</i><b>b</b>"),
        ([("Noting", UNDERLINE), (" it", PLAIN)], "<u>Noting</u> it"),
        ([("a ", ITALIC), ("b", BOTH)], "*a* ***b***"),
        ([("2 * 3 < 4 & [x_y]", PLAIN)], "2 \\* 3 \\< 4 \\& [x\\_y]"),
        ([("# no heading", PLAIN)], "\\# no heading"),
        ([("_____", PLAIN)], "---"),
        ([("Decides, ", ITALIC), ("as l’", PLAIN)], "*Decides,* as l’"),
    ],
)
def test_marks(parts: list[tuple[str, tuple[bool, bool, bool]]], markdown: str) -> None:
    assert written(*parts) == markdown


@pytest.mark.parametrize(
    "parts",
    [
        [("宣言”", BOLD), ("其", PLAIN)],
        [("a", ITALIC), ("b", BOLD), ("c", BOTH), ("d", PLAIN)],
        [("x", PLAIN), ("(y)", ITALIC), ("z", PLAIN)],
        [("«Notant»", ITALIC), ("que", PLAIN)],
        [("إذ تشير", BOTH), ("، ", PLAIN), ("إلى", ITALIC)],
    ],
)
def test_what_is_written_reads_back(parts: list[tuple[str, tuple[bool, bool, bool]]]) -> None:
    inline = parse_markdown(written(*parts))
    assert inline.plain == "".join(text for text, _ in parts)
    shown = [[False, False] for _ in inline.plain]
    for emphasis in inline.emphases:
        for at in range(emphasis.start, emphasis.end):
            shown[at][0] |= "italic" in emphasis.kind
            shown[at][1] |= "bold" in emphasis.kind
    meant = [[look[0], look[1]] for text, look in parts for _ in text]
    assert [
        one for one, character in zip(shown, inline.plain, strict=True) if character != " "
    ] == [one for one, character in zip(meant, inline.plain, strict=True) if character != " "]


def test_blocks_markers_and_what_is_protected() -> None:
    made = project(
        [
            Paragraph([Piece("Noting"), Piece("1", kind=MARKER, protected=True), Piece(",")]),
            Paragraph([Piece("two"), Piece("\n", kind=BREAK), Piece("lines")], heading=2),
            Paragraph([Piece("first")], label="1."),
            Paragraph([Piece("reslint-disable-next-line X1", kind=COMMENT), Piece("word")]),
            Paragraph([], rows=[[[Piece("a|b")], []], [[Piece("c")], [Piece("d")]]]),
            Paragraph([Piece("See "), Piece("n"), Piece("o", raised=True)], note="1"),
        ]
    )
    assert made.text == (
        "Noting[^1],\n\n## two<br>lines\n\n1. first\n\n"
        "<!-- reslint-disable-next-line X1 -->\nword\n\n"
        "| a\\|b |  |\n| --- | --- |\n| c | d |\n\n[^1]: See n<sup>o</sup>\n"
    )
    protected = [made.text[start:end] for start, end in made.protected]
    assert protected[:3] == ["[^1]", "## ", "1. "]
    assert protected[3] == "<!-- reslint-disable-next-line X1 -->\n"
    assert protected[4].startswith("| a") and protected[5] == "[^1]:"
    assert [made.text[start:end] for start, end in made.blocks][2] == "1. first"


def origin_of(made: Projection) -> ParagraphOrigin:
    return ParagraphOrigin("word", [("document", 7)], made.runs(), made.blocks, made.protected)


def test_places_and_edits() -> None:
    made = project([Paragraph(pieces(("Noting ", ITALIC), ("a_b", PLAIN)), label="(a)")])
    origin = origin_of(made)
    text = made.text
    assert text == "(a) *Noting* a\\_b\n"
    start = text.index("Noting")
    expected = {"part": "document", "paragraph": 7, "start": 0, "end": 6}
    assert origin.place(start, start + 6) == expected
    assert origin.place(start - 1, start + 7) == expected  # the stars belong to nobody
    at = text.index("b\n")
    assert origin.place(at, at + 1) == {"part": "document", "paragraph": 7, "start": 9, "end": 10}
    assert origin.place(0, 3) == {"part": "document", "paragraph": 7, "start": 0, "end": 0}

    def allows(low: int, high: int, new: str) -> bool:
        return origin.allows(text, [Edit(low, high, new)])

    assert allows(start, start + 6, "Recalling")
    assert not allows(start, start + 6, "two\nlines")
    assert not allows(2, 6, "")  # the label
    assert allows(start - 1, start - 1, "x")
    assert not allows(1, 1, "x")
    assert not allows(0, len(text) + 3, "")


def test_a_fix_keeps_the_markers_of_its_block() -> None:
    marker = Piece("2", kind=MARKER)
    made = project([Paragraph([Piece("report", at=0), marker, Piece(", and", at=6)])])
    text = made.text
    assert text == "report[^2], and\n"
    origin = origin_of(made)
    at = text.index("[")
    assert origin.allows(text, [Edit(at, at + 4, ""), Edit(at + 5, at + 5, "[^2]")])
    assert not origin.allows(text, [Edit(at, at + 4, "")])
    assert not origin.allows(text, [Edit(at + 2, at + 3, "3")])
    assert not origin.allows(text, [Edit(0, 0, "[^2]")])


def test_a_block_that_is_protected_whole_takes_no_edit_at_its_ends() -> None:
    plain = Paragraph([Piece("Noting", at=0)])
    rows = Paragraph([], rows=[[[Piece("a", at=0)]]])
    made = project([Paragraph([Piece("A/79/L.1", at=0)], protected=True), plain, rows])
    text = made.text
    origin = origin_of(made)
    for edited in (origin, origin.moved(lambda start, end: (start, end))):
        for start, end in (made.blocks[0], made.blocks[2]):
            assert not edited.allows(text, [Edit(start, start, "x")])
            assert not edited.allows(text, [Edit(start + 1, start + 1, "x")])
            assert not edited.allows(text, [Edit(end, end, "x")])
        for at in made.blocks[1]:
            assert edited.allows(text, [Edit(at, at, "x")])


def test_places_in_a_file_of_lines() -> None:
    file = "<p>One</p>\r\n<p>Two three</p>"
    made = project([Paragraph([Piece("One", at=3)]), Paragraph([Piece("Two three", at=15)])])
    origin = TextOrigin("html", file, made.runs(), made.blocks, made.protected)
    at = made.text.index("three")
    assert origin.place(at, at + 5) == {"line": 2, "column": 8, "end_line": 2, "end_column": 13}
    both = origin.place(0, at + 5)
    assert both == {"line": 1, "column": 4, "end_line": 2, "end_column": 13}
