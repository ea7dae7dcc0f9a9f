"""Test drafts with marked errors: each is found at its place, and nothing else."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from reslint.linting.linter import Linter
from reslint.text.source import Source
from tests.conftest import ROOT

DRAFTS = Path(__file__).parent / "drafts"
EXAMPLES = ROOT / "examples"
_MARK = re.compile(r"⟦(?P<code>[A-Z]+[0-9]{3})\|(?P<text>[^⟧]*)⟧")


def marked(path: Path) -> tuple[str, list[tuple[int, str, str]]]:
    """Read a draft without its marks, and the marked errors: offset, code, text."""
    return split_marks(path.read_text(encoding="utf-8"))


def split_marks(written: str) -> tuple[str, list[tuple[int, str, str]]]:
    """Split a text into what it is without marks, and the marked errors."""
    text = ""
    errors = []
    last = 0
    for match in _MARK.finditer(written):
        text += written[last : match.start()]
        errors.append((len(text), match["code"], match["text"]))
        text += match["text"]
        last = match.end()
    return text + written[last:], errors


def found(text: str) -> list[tuple[int, str, str]]:
    return [
        (one.start, one.code, text[one.start : one.end])
        for one in Linter().lint(Source(text)).diagnostics
    ]


@pytest.mark.parametrize("path", sorted(DRAFTS.glob("*.md")), ids=lambda path: path.name)
def test_each_error_at_its_place_and_nothing_else(path: Path) -> None:
    if path.name == "README.md":
        return
    text, errors = marked(path)
    assert found(text) == errors


@pytest.mark.parametrize(
    "name",
    [
        "bibliotecas.es",
        "biblioteki.ru",
        "bibliotheques.fr",
        "libraries.en",
        "maktabat.ar",
        "tushuguan.zh",
    ],
)
def test_the_clean_examples_are_clean(name: str) -> None:
    assert found((EXAMPLES / f"{name}.md").read_text(encoding="utf-8")) == []


def test_counts_are_the_committed_ones() -> None:
    counts: Counter[tuple[str, str]] = Counter()
    for path in sorted(DRAFTS.glob("*.*.md")):
        language = path.suffixes[0].removeprefix(".")
        counts.update((language, code) for _, code, _ in found(marked(path)[0]))
    lines = [f"{language}\t{code}\t{count}" for (language, code), count in sorted(counts.items())]
    committed = (DRAFTS / "counts.tsv").read_text(encoding="utf-8").splitlines()
    assert lines == committed[1:]
