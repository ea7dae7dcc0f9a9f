"""Strict YAML: plain values as written, places of everything."""

from __future__ import annotations

from pathlib import Path

import pytest

from reslint.data.yaml_reader import YamlFileError, read_bytes, read_file, read_strictly


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("true", True),
        ("false", False),
        ("null", None),
        ("~", None),
        ("12", 12),
        ("-3", -3),
        ("1.5", 1.5),
        ("no", "no"),
        ("on", "on"),
        ("Yes", "Yes"),
        ("True", "True"),
        ("007", "007"),
        ("0x1F", "0x1F"),
        ("1_000", "1_000"),
        ("12:30:45", "12:30:45"),
        ("2020-01-01", "2020-01-01"),
        (".inf", ".inf"),
        ("'12'", "12"),
        ('"true"', "true"),
        ("=", "="),
    ],
)
def test_scalars(written: str, value: object) -> None:
    found = read_bytes(f"key: {written}\n".encode(), "a.yaml").value["key"]
    assert found == value
    assert type(found) is type(value)


def test_places_of_values_and_keys() -> None:
    text = "﻿# é\nrules:\n  - code: A\n    at: [x, y]\n"
    document = read_bytes(text.encode(), "a.yaml")
    assert document.value == {"rules": [{"code": "A", "at": ["x", "y"]}]}
    assert document.position(()) == (2, 1)
    assert document.position(("rules", 0)) == (3, 5)
    assert document.position(("rules", 0, "code")) == (3, 11)
    assert document.position(("rules", 0, "code"), key=True) == (3, 5)
    assert document.position(("rules", 0, "at", 1)) == (4, 13)
    assert document.position(("rules", 0, "none", "below")) == (3, 5)


def test_unusual_line_ends_do_not_shift_lines() -> None:
    document = read_bytes('a: "x\u2028y"\r\nb: "\u0085"\rc: 1\n'.encode(), "a.yaml")
    assert document.position(("b",)) == (2, 4)
    assert document.position(("c",)) == (3, 4)


def test_written_text_of_a_number() -> None:
    document = read_bytes(b"a: 1.10  # dollars\n", "a.yaml")
    assert document.value == {"a": 1.1}
    assert document.written(("a",)) == "1.10"


def test_faults_leave_the_rest_readable() -> None:
    document = read_bytes(b"a: &x 1\nb: *x\nc: [1, *x, 2]\nd: 4\nd: 5\ne: 6\n", "a.yaml")
    assert document.value["d"] == 4
    assert document.value["e"] == 6
    assert [(fault.line, fault.column) for fault in document.faults] == [
        (1, 4),
        (2, 4),
        (3, 8),
        (5, 1),
    ]
    assert document.faults[2].path == ("c", 1)


def test_vocabulary_keys_may_be_whole_numbers(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("1: [a]\n'2': b\n", encoding="utf-8")
    assert read_strictly(str(path)).value == {1: ["a"], "2": "b"}
    assert len(read_file(str(path)).faults) == 1
    path.write_text("1: a\n1: b\n", encoding="utf-8")
    with pytest.raises(YamlFileError, match=r"a.yaml:2:1: the key \"1\" stands here a second time"):
        read_strictly(str(path))


def test_a_missing_file() -> None:
    with pytest.raises(YamlFileError, match="cannot be read"):
        read_file("/nowhere/a.yaml")
