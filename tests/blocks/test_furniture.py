"""Page numbers, stray marks and the words of web pages between the lines of a draft."""

from __future__ import annotations

import pytest

from reslint.blocks.furniture import without_stray_marks
from reslint.blocks.reader import read_blocks
from reslint.text.source import Source

PAGE_NUMBERS = [
    "You are on page 2of 4",
    "You are on page 2 of 4",
    "- 2 -",
    "-2-",
    "– 2 –",
    "— 2 —",
    "· 2 ·",
    "| 2 |",
    "**- 2 -**",
    "- 1234 -",
    "2/7",
    "7/7",
    "2 / 7",
    "Page 2",
    "Page 1234",
    "PAGE 2",
    "Page 2 of 7",
    "page 2/7",
    "Page 2 sur 7",
    "Página 2 de 7",
    "Pág. 2",
    "Стр. 2",
    "Страница 2 из 7",
    "第2页",
    "第 2 页，共 7 页",
    "صفحة 2",
    "24-12345 (E)    131025    141025",
    "24-12345                    2/7",
    "2/7      24-12345",
    "*2412345*",
    "صفحة ٢",
    "الصفحة ٢ من ٧",
]
WEB = [
    "Download now",
    "Download as docx, pdf, or txt",
    "You might also like",
    "Share",
    "Back to top",
    "Retour en haut de page",
    "Volver arriba",
    "Наверх",
    "返回顶部",
    "العودة إلى الأعلى",
    "- [Home](/)",
    "[Home](/) | [About](/about) | [News](/news)",
    "* [Inicio](/es) › [Documentos](/es/doc)",
]
STRAYS = ["|", "·", "~", "•", "—", "||"]


@pytest.mark.parametrize("path_format", ["markdown", "plain"])
@pytest.mark.parametrize("line", [*PAGE_NUMBERS, *WEB, *STRAYS])
def test_a_line_of_furniture_is_a_block_of_its_own(line: str, path_format: str) -> None:
    text = f"Recalling the work\n{line}\nof libraries,"
    blocks = [(b.kind, text[b.start : b.end]) for b in read_blocks(Source(text), path_format)]
    assert blocks == [
        ("text", "Recalling the work"),
        ("furniture", line),
        ("text", "of libraries,"),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "2.",
        "- 2",
        "2 -",
        "(2)",
        "70/1",
        "7/2",
        "0/7",
        "1/1234",
        "Page 12345",
        "Page 1 2 3",
        "page 2.",
        "See page 2",
        "Share the wells;",
        "[A/RES/70/1](https://example.org)",
        "*2*",
        "2024",
        "A/C.3/79/L.12",
        "12 May 2024",
        "Article 2",
        "第二条",
        "---",
        "```",
        "~~~",
    ],
)
def test_a_line_of_the_draft_is_no_furniture(line: str) -> None:
    assert [b.kind for b in read_blocks(Source(f"Text.\n\n{line}\n"))] != ["text", "furniture"]


@pytest.mark.parametrize("mark", ["|", "·", "~", "¦"])
def test_a_stray_mark_at_the_end_of_a_line_is_no_text(mark: str) -> None:
    text = f"Recalling the work of libraries, {mark}\n"
    (block,) = read_blocks(Source(text))
    assert (block.plain.text, block.end) == ("Recalling the work of libraries,", 32)


def test_a_stray_mark_in_the_margin_is_no_text() -> None:
    text = "| Recalling the work of libraries and of schools,\n"
    (block,) = read_blocks(Source(text))
    assert (block.kind, block.start) == ("text", 2)
    assert block.plain.text == text[2:].strip()


@pytest.mark.parametrize("space", ["\u2028", "\u2029", "\x1c", "\u2028" * 50])
@pytest.mark.parametrize("mark", ["|", "~"])
def test_a_mark_with_rare_white_space_alone_stays(mark: str, space: str) -> None:
    for line in (f"{space}{mark}", f"{mark}{space}"):
        assert without_stray_marks(line) == (0, line)
        (block,) = read_blocks(Source(line))
        assert mark in line[block.start : block.end]


def test_notes_with_bare_numbers_at_the_foot_of_a_page_are_furniture() -> None:
    foot = "________\n1 A/79/1.\n2 See the report of the\nSecretary-General."
    text = f"Recalling the work of\n\n{foot}\n\nlibraries,"
    blocks = read_blocks(Source(text))
    assert [b.kind for b in blocks] == ["text", "rule", "furniture", "furniture", "text"]
    assert [b.plain.text for b in blocks[2:4]] == [
        "1 A/79/1.",
        "2 See the report of the Secretary-General.",
    ]


def test_a_line_of_stops_is_a_rule() -> None:
    for line in (". . . . . . .", ".....", "……………"):
        blocks = read_blocks(Source(f"Recalling it,\n\n{line}\n\nDecides:\n"))
        assert [b.kind for b in blocks] == ["text", "rule", "text"]
    assert [b.kind for b in read_blocks(Source("Recalling it,\n\n...\n\nDecides:\n"))] == [
        "text",
        "text",
        "text",
    ]


def test_a_paragraph_below_a_rule_is_a_paragraph() -> None:
    blocks = read_blocks(Source("________\n1. Decides to act;\n\n---\n2 wells\n"))
    assert [b.kind for b in blocks] == ["rule", "text", "rule", "text"]


def test_rows_of_tables_keep_their_pipes() -> None:
    text = "| State | Share |\n|---|---|\n| A | 12 |\n"
    assert [b.kind for b in read_blocks(Source(text))] == ["table"]
