"""Tests of decoding, lines and columns."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reslint.text.source import Source, UnreadableText, decode


def test_only_lf_crlf_and_cr_end_lines() -> None:
    source = Source("a\nb\r\nc\rd\fe\u2028f\u0085g\vh")
    assert source.line_starts == [0, 2, 5, 7]
    assert [source.line_text(line) for line in range(1, 5)] == [
        "a",
        "b",
        "c",
        "d\fe\u2028f\u0085g\vh",
    ]


def test_columns_count_code_points() -> None:
    source = Source("🌍e\u0301x\n🌍🌍y")
    assert source.position(source.text.index("x")) == (1, 4)
    assert source.position(source.text.index("y")) == (2, 3)
    assert source.position(len(source.text)) == (2, 4)
    assert source.offset(2, 3) == source.text.index("y")
    assert source.offset(1, 99) == source.text.index("\n")


@given(st.text())
def test_position_and_offset_are_inverse(text: str) -> None:
    source = Source(text)
    for offset in range(len(text) + 1):
        line, column = source.position(offset)
        start, end = source.line_span(line)
        assert start <= offset
        if offset <= end:
            assert source.offset(line, column) == offset


def test_byte_order_mark_is_removed() -> None:
    source = decode(b"\xef\xbb\xbfab")
    assert (source.text, source.bom) == ("ab", True)


@pytest.mark.parametrize(
    ("data", "message", "position"),
    [
        ("é".encode("utf-16"), "UTF-16", (0, 0)),
        ("é".encode("utf-32"), "UTF-32", (0, 0)),
        (b"ab\ncaf\xe9 au lait", "byte 0xe9", (2, 4)),
        (b"\xef\xbb\xbfab\n\x00", "NUL", (2, 1)),
    ],
)
def test_bytes_that_are_not_utf8_raise_with_line_and_column(
    data: bytes, message: str, position: tuple[int, int]
) -> None:
    with pytest.raises(UnreadableText, match=message) as caught:
        decode(data)
    assert (caught.value.line, caught.value.column) == position
