"""Exempt zones: what is another author's wording, and what only looks like it."""

from __future__ import annotations

import pytest

from reslint.draft.model import Paragraph
from reslint.draft.reader import read_draft
from reslint.facts.exempt_zones import in_zone, zones
from reslint.text.source import Source

FRAME = "*The General Assembly*,\n\n*Recalling* its work,\n\n1. {};\n\n2. *Decides* to go on.\n"


def zones_in(paragraph_text: str) -> list[tuple[str, str]]:
    draft = read_draft(Source(FRAME.format(paragraph_text)), language="en")
    paragraph = next(p for p in draft.paragraphs if p.part == "operative")
    return [(paragraph.text[start:end], kind) for start, end, kind in zones(paragraph, draft)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("*Notes* the report “Books for all”", [("Books for all", "quoted")]),
        ("*Notes* the report “The “good” book” again", [("The “good” book", "quoted")]),
        ('*Notes* the "Open book" report', [("Open book", "quoted")]),
        ("*Notes* the report entitled *Books for All*", [("Books for All", "italic")]),
        ("*Notes* document A/75/100/Add.1", [("A/75/100/Add.1", "symbol")]),
        ("*Notes* that HIV/AIDS remains a concern", []),
        ("*Notes* [70/1](#) and www.un.org", [("70/1", "link"), ("www.un.org", "link")]),
        ("*Notes* the librarian’s report", []),
        ("*Notes* a mark “left open", []),
        ("*Notes with concern* the report", []),
        ("*Notes the whole paragraph set in italics by mistake*", []),
    ],
)
def test_zones_of_a_paragraph(text: str, expected: list[tuple[str, str]]) -> None:
    assert zones_in(text) == expected


def test_a_quotation_over_paragraphs_stays_open() -> None:
    assert zones_in("“Libraries shall be open") == [("Libraries shall be open;", "quoted")]


def test_in_zone_is_about_the_whole_span() -> None:
    draft = read_draft(Source(FRAME.format("*Notes* the report “Books for all”")))
    paragraph: Paragraph = next(p for p in draft.paragraphs if p.part == "operative")
    start = paragraph.text.index("Books")
    assert in_zone(paragraph, draft, start, start + 5)
    assert not in_zone(paragraph, draft, start - 3, start + 5)


def test_in_zone_among_many() -> None:
    """A paragraph with many zones, some of which overlap, is asked in another way."""
    quotations = ", ".join(f"“reading A/75/{number} in *room {number}*”" for number in range(12))
    text = f"*The General Assembly*,\n\n*Recalling* {quotations},\n\n1. *Decides* to read.\n"
    draft = read_draft(Source(text, "draft.md"))
    paragraph = next(one for one in draft.paragraphs if one.part == "preamble")
    found = zones(paragraph, draft)
    assert len(found) == 36
    for start in range(0, len(paragraph.text), 3):
        for end in (start, start + 1, start + 5, start + 30):
            within = any(first <= start and end <= last for first, last, _ in found)
            assert in_zone(paragraph, draft, start, end) == within
