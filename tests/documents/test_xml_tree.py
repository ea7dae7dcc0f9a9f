"""XML as a tree: names, attributes, text and byte spans, content that is read when asked for."""

from __future__ import annotations

import pytest

from reslint.documents.xml_tree import MAX_DEPTH, Node, Text, parse
from reslint.text.source import UnreadableText

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"


def tree(text: str) -> Node:
    return parse(text.encode(), "x")


def texts(node: Node) -> list[tuple[str, int, bool]]:
    return [(one.text, one.start, one.plain) for one in node.items if isinstance(one, Text)]


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        ("x", [("x", 3, True)]),
        ("é中", [("é中", 3, True)]),
        ("a&amp;b", [("a", 3, True), ("&", 4, False), ("b", 9, True)]),
        ("&#65;&#x42;", [("A", 3, False), ("B", 8, False)]),
        ("a\r\nb\nc", [("a", 3, True), ("\n", 4, False), ("b", 6, True), ("\n", 7, True),
                        ("c", 8, True)]),
        ("a<!-- <x> -->b", [("a", 3, True), ("b", 16, True)]),
        ("a<?x <y/> ?>b", [("a", 3, True), ("b", 15, True)]),
        ("<![CDATA[<x>&amp;]]>b", [("<x>&amp;", 12, True), ("b", 23, True)]),
        ("1 > 0", [("1 > 0", 3, True)]),
    ],
)  # fmt: skip
def test_character_data(inner: str, expected: list[tuple[str, int, bool]]) -> None:
    assert texts(tree(f"<a>{inner}</a>")) == expected


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ('b="1"', "1"),
        ("b='\"'", '"'),
        ('b="x>y"', "x>y"),
        ("b = 'a>\"'", 'a>"'),
        ('b="&lt;&#9;\t\r\n"', "<\t  "),
        ("\n  b\n=\n'1'\n", "1"),
    ],
)
def test_attributes(written: str, value: str) -> None:
    root = tree(f"<a><c {written}/><c {written}>t</c></a>")
    assert [node.get("b") for node in root.nodes()] == [value, value]
    assert [node.name for node in root.nodes()] == ["c", "c"]
    assert root.whole_text() == "t"


@pytest.mark.parametrize("space", [W, STRICT])
def test_names_go_by_namespaces_and_not_by_prefixes(space: str) -> None:
    root = tree(
        f'<q:p xmlns:q="{space}" q:val="1"><y:Choice xmlns:y="{COMPATIBILITY}" y:x="2">'
        f'<p xmlns="{space}" val="3"/></y:Choice><z xmlns="urn:z"/><n/></q:p>'
    )
    names = [node.name for node in root.nodes()]
    assert [root.name, *names] == ["p", "mc:Choice", "other:z", "n"]
    choice = next(root.nodes())
    assert (root.get("val"), choice.get("mc:x")) == ("1", "2")
    assert [node.name for node in choice.nodes()] == ["p"]


def test_a_prefix_that_is_not_declared_is_an_error() -> None:
    with pytest.raises(UnreadableText, match="unbound prefix"):
        tree("<a><w:b/></a>")


def test_spans_hold_the_tags() -> None:
    data = f'<w:p xmlns:w="{W}"><w:pPr><w:b/></w:pPr ><w:rPr></w:rPr> <w:r ><w:t>x</w:t></w:r>'
    data += "</w:p >"
    root = parse(data.encode(), "x")
    spans = [data[node.start : node.end] for node in root.nodes()]
    assert spans == [
        "<w:pPr><w:b/></w:pPr >",
        "<w:rPr></w:rPr>",
        "<w:r ><w:t>x</w:t></w:r>",
    ]
    assert data[root.start : root.end] == data
    properties = root.child("pPr")
    assert properties is not None
    bold = properties.child("b")
    assert bold is not None
    assert (data[bold.start : bold.end], bold.parent) == ("<w:b/>", properties)


def test_properties_in_properties() -> None:
    inner = "<w:rPr><w:i/><w:rPrChange><w:rPr><w:b/></w:rPr></w:rPrChange></w:rPr>"
    root = tree(f'<w:r xmlns:w="{W}">{inner}<w:t>x</w:t></w:r>')
    assert [node.name for node in root.nodes()] == ["rPr", "t"]
    assert [node.name for node in root.find_all("b")] == ["b"]
    assert [node.name for node in root.find_all("rPr")] == ["rPr", "rPr"]


def test_an_end_tag_in_a_comment_is_none() -> None:
    root = tree(f'<w:r xmlns:w="{W}"><w:rPr><!-- </w:rPr> --><w:i/></w:rPr><w:t>x</w:t></w:r>')
    properties = root.child("rPr")
    assert properties is not None
    assert [node.name for node in properties.nodes()] == ["i"]


def test_what_is_read_later_counts_for_the_depth() -> None:
    deep = MAX_DEPTH // 2 + 1
    root = tree(
        f'{"<a>" * deep}<w:rPr xmlns:w="{W}">{"<b>" * deep}{"</b>" * deep}</w:rPr>{"</a>" * deep}'
    )
    with pytest.raises(UnreadableText, match="too large"):
        list(root.find_all("b"))
