"""Tests of blocks: kinds, plain text, emphasis, note markers and labels, with their offsets."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reslint.blocks import inline
from reslint.blocks.inline import parse_markdown
from reslint.blocks.labels import find_label
from reslint.blocks.model import Block, Emphasis, PlainText
from reslint.blocks.numerals import letter_value, roman_value, to_roman
from reslint.blocks.reader import read_blocks
from reslint.linting.linter import Linter
from reslint.text.source import Source


def blocks(text: str, path_format: str = "markdown") -> list[Block]:
    return read_blocks(Source(text), path_format)


def kinds(text: str) -> list[tuple[str, str]]:
    return [(block.kind, block.plain.text) for block in blocks(text)]


def test_kinds_of_blocks() -> None:
    text = (
        "---\ntitle: x\n---\n# Title #\n\ntext\n---\nafter\n\n> quoted\n> on\n\n"
        "| a | b |\n|---|---|\n"
        "\n<!-- one\ntwo -->\n\n[^1]: note\n\n\\_\\_\\_\n\nleft\fright\n\n=====\n"
    )
    assert kinds(text) == [
        ("heading", "Title"),
        ("text", "text"),
        ("rule", ""),
        ("text", "after"),
        ("quote", "quoted on"),
        ("table", ""),
        ("comment", ""),
        ("note", "note"),
        ("rule", ""),
        ("text", "left"),
        ("rule", ""),
        ("text", "right"),
        ("rule", ""),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("15 December 2022\n---\n", ["15 December 2022"]),
        ("\t1. *Reads* a;\n\n    2. *Sits* b.\n", ["1. Reads a;", "2. Sits b."]),
        ("[70/125]: see\n", ["[70/125]: see"]),
        ("1.\u00a0*Decides* x\n", ["1.\u00a0Decides x"]),
        ("1.     *Decides* x\n", ["1.     Decides x"]),
        ("the non-\ngovernmental side\n", ["the non-governmental side"]),
        ("high-, middle-\nand low\n", ["high-, middle- and low"]),
        ("大会\n决定\n", ["大会决定"]),
        ("in paragraph\n12. of the text\n", ["in paragraph 12. of the text"]),
    ],
)  # fmt: skip
def test_differences_from_commonmark(text: str, expected: list[str]) -> None:
    assert [block.plain.text for block in blocks(text) if block.kind == "text"] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\n\n```\n1. b\n\n2. c\n```\n\nd\n", ["a", "d"]),
        ("a\n```markdown\nb\n```\nc\n", ["a", "c"]),
        # A fence is closed by at least as many marks of the same kind, alone on a line.
        ("````\na\n```\nb\n~~~~\n````` x\nc\n`````\nd\n", ["d"]),
        ("  ~~~ `x`\na\n  ~~~~\nb\n", ["b"]),
        ("a\n\n```\nb\n\nc\n", ["a"]),
        ("<!--\n```\n-->\na\n", ["a"]),
        ("```\n<!--\n```\na\n", ["a"]),
        ("```a``` b\n\n``\n\nc\n", ["a b", "``", "c"]),
    ],
)  # fmt: skip
def test_fenced_code_is_not_text(text: str, expected: list[str]) -> None:
    assert [block.plain.text for block in blocks(text) if block.kind == "text"] == expected


def test_fenced_image_is_not_a_page_break() -> None:
    text = "*The General Assembly*,\n\n*Noting* it,\n\n{}1. *Decides* a;\n\n2. *Invites* b.\n"
    image = "<!-- image -->\n\n"
    found = [
        [one.code for one in Linter().lint(Source(text.format(between))).diagnostics]
        for between in (image, f"```\n\n{image}```\n\n")
    ]
    assert found == [["TYPO008"], []]


def test_dotted_items_are_blocks() -> None:
    text = (
        "1. Calls upon all to:\n   a. read aloud:\n      i. by day,\n      ii. by night;\n"
        "   b. write;\n\n2. Notes the report, vol. 2,\np. 12;\n"
    )
    assert [block.plain.text for block in blocks(text)] == [
        "1. Calls upon all to:",
        "a. read aloud:",
        "i. by day,",
        "ii. by night;",
        "b. write;",
        "2. Notes the report, vol. 2, p. 12;",
    ]


def test_line_after_a_note_is_not_part_of_it() -> None:
    assert kinds("[^1]: See resolution 70/1.\nof libraries,\n\nx\n\ny\n\nz\n")[:2] == [
        ("note", "See resolution 70/1."),
        ("text", "of libraries,"),
    ]


def test_source_offsets_across_lines_and_mark_up() -> None:
    text = "  *Recalling* 🌍 its\r\n  **fine** &amp; [work](#)[^1],\r\n"
    (block,) = blocks(text)
    assert block.plain.text == "Recalling 🌍 its fine & work,"
    for word in ("Recalling", "🌍", "its", "fine", "work", ","):
        start = block.plain.text.index(word)
        first, last = block.plain.source_span(start, start + len(word))
        assert text[first:last] == word
    amp = block.plain.text.index("&")
    assert text[slice(*block.plain.source_span(amp, amp + 1))] == "&amp;"
    assert [(e.kind, block.plain.text[e.start : e.end]) for e in block.emphases] == [
        ("italic", "Recalling"),
        ("bold", "fine"),
    ]
    assert [text[slice(*e.opening)] for e in block.emphases] == ["*", "**"]
    (marker,) = block.markers
    assert (marker.number, text[marker.start : marker.end]) == ("1", "[^1]")
    assert block.plain.text[marker.at :] == ","


@pytest.mark.parametrize(
    ("text", "numbers", "plain"),
    [
        ("peace[^1], and", ["1"], "peace, and"),
        ("peace<sup>1</sup>, and", ["1"], "peace, and"),
        ("paix¹², et", ["12"], "paix, et"),
        ("السلام<sup>(1)</sup>،", ["1"], "السلام،"),
        ("both<sup>1,2</sup>.", ["1", "2"], "both."),
        ("named[^unga].", ["unga"], "named."),
        ("the 1<sup>er</sup> of 64<sup>e</sup>", [], "the 1er of 64e"),
        ("au XXI<sup>e</sup> siècle", [], "au XXIe siècle"),
        ("n<sup>o</sup> 5 and 64^e", [], "no 5 and 64^e"),
        ("12 m² or 5 km²", [], "12 m² or 5 km²"),
        ("level<sup>a</sup>", ["a"], "level"),
        (
            "peace[1], resolution 70/1[12] of 2015[3]",
            ["1", "12", "3"],
            "peace, resolution 70/1 of 2015",
        ),
        ("peace,^1^ 5 km^2^ and 64^e", ["1"], "peace, 5 km^2^ and 64^e"),
        ("by 20[30], [3] [4] per cent[s], [2025]", [], "by 20[30], [3] [4] per cent[s], [2025]"),
    ],
)
def test_markers(text: str, numbers: list[str], plain: str) -> None:
    parsed = parse_markdown(text)
    assert [marker.number for marker in parsed.markers] == numbers
    assert parsed.plain == plain


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("[^1]: See x.", ("bracket", "1", "See x.")),
        ("<sup>2</sup> See x.", ("superscript", "2", "See x.")),
        ("¹⁴ See x.", ("letter", "14", "See x.")),
        ("[1] See x.", ("square", "1", "See x.")),
        ("^1^ See x.", ("caret", "1", "See x.")),
    ],
)
def test_notes(text: str, found: tuple[str, str, str]) -> None:
    (block,) = blocks(text + "\n")
    assert (block.notation, block.number, block.plain.text) == found
    assert text[slice(*block.number_span)] in ("1", "2", "¹⁴")


def test_nested_and_unclosed_emphasis() -> None:
    parsed = parse_markdown("*Recalling the book *Rivers*,* and *l'*eau ***x***")
    assert [(e.kind, parsed.plain[e.start : e.end]) for e in parsed.emphases] == [
        ("italic", "Recalling the book Rivers,"),
        ("italic", "Rivers"),
        ("bold italic", "x"),
    ]
    assert parsed.stray
    assert parse_markdown("<u>Recalling</u>").emphases[0].kind == "underline"
    assert not parse_markdown("4 * 5").stray


def test_plain_text_has_no_emphasis() -> None:
    (block,) = blocks("*Recalling* its work¹,\n", "plain")
    assert (block.plain.text, block.emphases) == ("*Recalling* its work,", [])
    assert [marker.number for marker in block.markers] == ["1"]


@pytest.mark.parametrize(
    ("text", "kind", "value", "style"),
    [
        ("12. Decides", "number", 12, "N."),
        ("12 - تقرر", "number", 12, "N -"),
        ("\u200f19 -\u200f تقرر", "number", 19, "N -"),
        ("12．决定", "number", 12, "N."),
        ("1、决定", "number", 1, "N."),
        ("b)\u00a0x", "letter", 2, "x)"),
        ("(aa) x", "letter", 27, "(x)"),
        ("(iv) x", "roman", 4, "(x)"),
        ("㈢ 森林", "circled", 3, "x"),
        ("(十一) 侵", "circled", 11, "(x)"),
        ("(ب) x", "letter", 2, "(x)"),
        ("(أ أ) x", "letter", 27, "(x)"),
        ("أ أ) x", "letter", 27, "x)"),
        ("ب ب. x", "letter", 28, "x."),
        ("هـ) x", "letter", 5, "x)"),
        ("mm. x", "letter", 39, "x."),
        ("ii. x", "letter", 35, "x."),
        ("’2‘ x", "quoted", 2, "’x‘"),
        ("– x", "bullet", 0, "–"),
        ("а) x", "letter", 1, "x)"),
        ("12 bis. x", "number", 12, "N."),
    ],
)
def test_labels(text: str, kind: str, value: int, style: str) -> None:
    label = find_label(text)
    assert label is not None
    assert (label.kind, label.value, label.style) == (kind, value, style)


@pytest.mark.parametrize(
    "text",
    ["17 juillet 2020", "9.c of the", "1.5 million", "2015. The", "80/118. Title", "70-year",
     "1990-2000 was", "64^e séance", "(a), (b)", "20), A/78/6", "من) x", "cf. x", "No. 5", "x", ""],
)  # fmt: skip
def test_texts_without_label(text: str) -> None:
    assert find_label(text) is None


def test_letters_and_roman_numbers() -> None:
    assert [letter_value(x) for x in ("a", "z", "aa", "hh", "ab")] == [1, 26, 27, 34, 0]
    assert [roman_value(to_roman(n)) for n in range(1, 60)] == list(range(1, 60))
    assert [roman_value(x) for x in ("iiii", "vx", "b", "")] == [0, 0, 0, 0]


@given(st.text(alphabet="ab .,*_[](^1&<\\é\u00a0", max_size=30))
@settings(max_examples=1500, deadline=None)
def test_short_cut_gives_the_same_as_the_parser(tail: str) -> None:
    """Blocks with one emphasis alone are read without the parser."""
    opened = (f"*Recalling* {tail}", f"12. **Takes{tail}", f"***{tail}")
    behind = (f"{tail}*Recalling* it", f"{tail} ***Takes*** note", f"إذ *تشير{tail}* إلى")
    for raw in opened + behind:
        raw = raw.strip()
        short = inline._one_emphasis(raw)
        if short is not None:
            whole = inline._EventReader(raw).inline()
            assert (short.plain, [_data_of(e) for e in short.emphases]) == (
                whole.plain,
                [_data_of(e) for e in whole.emphases],
            )
            assert not whole.stray
            assert not whole.links
            places = [PlainText(each.plain, each.runs) for each in (short, whole)]
            for offset in range(len(short.plain)):
                assert places[0].source_span(offset, offset + 1) == places[1].source_span(
                    offset, offset + 1
                )


def _data_of(piece: Emphasis) -> tuple[object, ...]:
    return (piece.kind, piece.start, piece.end, piece.opening, piece.closing)


def test_a_quotation_below_the_number_of_a_note_is_its_text() -> None:
    """Pandoc writes so the notes of Word files whose style is indented."""
    text = "[^1]:\n    > See *A/79/1*,\n    > annex.\n\n[^2]: Other.\n> A quotation.\n"
    found = blocks(text)
    assert [(one.kind, one.number, one.plain.text) for one in found] == [
        ("note", "1", "See A/79/1, annex."),
        ("note", "2", "Other."),
        ("quote", "", "A quotation."),
    ]
    start = found[0].plain.source_start(4)
    assert text[start : start + 6] == "A/79/1"


@pytest.mark.parametrize("path_format", ["plain", "markdown"])
@pytest.mark.parametrize(
    "mark", ["[^</a></a>2]", "[^<b></b>1]: x", "[^1</a>] A/80/1.", "<sup></a>1</sup> x"]
)
def test_a_note_whose_mark_is_cut_by_tags_is_read(mark: str, path_format: str) -> None:
    source = Source(f"*The General Assembly*,\n\n*Noting* it,\n\n{mark}\n")
    for text in (source, Source(mark)):
        blocks = read_blocks(text, path_format)
        assert "".join(text.text[block.start : block.end] for block in blocks).endswith(mark)


@pytest.mark.parametrize(
    "line", ["<!---->", "<!-- -->", " <!----> ", "<!----><!---->", "\x85<!---->"]
)
def test_an_empty_comment_is_read(line: str) -> None:
    for text in (line, f"*The General Assembly*,\n\n{line}\n\n*Noting* it,\n"):
        result = Linter().lint(Source(text, "draft.md"))
        assert result.errors == []
