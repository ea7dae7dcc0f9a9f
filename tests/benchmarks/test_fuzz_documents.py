"""The fuzzing of Word and AKN4UN files: its inputs, its properties, a short run."""

from __future__ import annotations

from random import Random

import pytest

from benchmarks.fuzzing.file_properties import faults, is_read
from benchmarks.fuzzing.files import Files
from reslint.documents.word import paragraph_text

TEXTS = [
    "*The General Assembly*,\n\nRecalling its resolution 70/1,[^1]\n\n1. *Decides* to meet.\n\n"
    "[^1]: A/80/1\n"
]


def test_a_seed_always_gives_the_same_files() -> None:
    first, second = Files(5, TEXTS), Files(5, TEXTS)
    some = [first.of(number) for number in range(24)]
    assert [second.of(number) for number in range(24)] == some
    assert Files(6, TEXTS).of(0) != some[0]
    assert {one.name for one in some} == {"draft.docx", "draft.xml"}
    assert {one.sound for one in some} == {True, False}


def test_sound_files_are_read_and_no_promise_is_broken() -> None:
    files = Files(7, TEXTS)
    for number in range(5):
        given = files.of(number)
        assert list(faults(given, Random(number))) == []
        assert is_read(given) or not given.sound


def test_a_broken_reader_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_arguments: object) -> tuple[str, int]:
        raise ValueError("broken")

    monkeypatch.setattr(paragraph_text, "text_of", broken)
    files = Files(7, TEXTS)
    words = [one for one in map(files.of, range(8)) if one.name == "draft.docx" and one.sound]
    found = [one for given in words for one in faults(given, Random(1))]
    assert "exception: in reading, ValueError: broken" in found
