"""Tests of decoding, lines and columns."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reslint.text.source import Source, UnreadableText, as_read, decode, read_source, text_format_of


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


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("a.txt", "plain"),
        ("folder/A.TXT", "plain"),
        ("a.md", "markdown"),
        ("a.txt.md", "markdown"),
        ("a", "markdown"),
        ("-", "markdown"),
        ("untitled:Untitled-1", "markdown"),
    ],
)
def test_the_format_of_a_text_follows_from_its_name(path: str, expected: str) -> None:
    assert text_format_of(path) == expected


def test_a_file_is_read_with_its_path_and_byte_order_mark(tmp_path: Path) -> None:
    path = str(tmp_path / "draft.md")
    Path(path).write_bytes(b"\xef\xbb\xbfone\r\ntwo")
    source = read_source(path)
    assert (source.text, source.path, source.bom) == ("one\r\ntwo", path, True)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"a" * 20_000_001, "the file is not a draft: it is larger than 20,000,000 bytes"),
        (b"\n" * 250_001, "the file is not a draft: it has more than 250,000 lines"),
        (b"\r" * 250_001, "the file is not a draft: it has more than 250,000 lines"),
    ],
    ids=["bytes", "lf", "cr"],
)
def test_what_is_too_large_for_a_draft(data: bytes, message: str) -> None:
    with pytest.raises(UnreadableText) as caught:
        decode(data)
    assert (str(caught.value), caught.value.line) == (message, 0)
    assert decode(data[:-1]).as_written() == data[:-1].decode()


def test_a_missing_file_is_unreadable(tmp_path: Path) -> None:
    with pytest.raises(UnreadableText, match="No such file"):
        read_source(str(tmp_path / "none.md"))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="what POSIX systems have")
def test_a_pipe_without_a_writer_is_unreadable(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.md")
    with pytest.raises(UnreadableText, match="nothing writes"):
        read_source(str(tmp_path / "pipe.md"))


def test_lines_that_end_in_cr_alone_are_read_as_others_and_written_as_they_were() -> None:
    source = decode(b"\xef\xbb\xbf\xc3\xa9\rtwo\r")
    assert (source.text, source.line_starts, source.ends_in_cr) == ("é\ntwo\n", [0, 2, 6], True)
    assert source.as_written() == "é\rtwo\r"
    assert source.with_text("é\n2\n").encoded() == b"\xef\xbb\xbf\xc3\xa9\r2\r"
    mixed = as_read("one\rtwo\r\n")
    assert (mixed.text, mixed.as_written(), mixed.ends_in_cr) == ("one\rtwo\r\n",) * 2 + (False,)
