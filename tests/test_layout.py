"""Layout does not matter: a draft laid out in another way is read and judged as before."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks.relaying.lines import LAYOUTS, TOGETHER
from reslint.linting.linter import Linter
from reslint.text.source import Source
from tests.conftest import EXAMPLES

# Without blank lines and cut at 72 columns at once, a line that happens to be full says no longer
# that a paragraph ends there: only drafts with emphasized openings survive that.
_PARAGRAPHS_KEPT = {name: layout for name, layout in LAYOUTS.items() if name != "dense and wrapped"}
SHARE = 5
# Lines of the masthead and of the closing may stand alone or together.
_LINES = ("masthead", "title", "closing")


def read(text: str) -> tuple[list[object], list[tuple[str, str]], list[tuple[str, str]]]:
    """The paragraphs, the notes and the findings of a text, without places in the file."""
    result = Linter().lint(Source(text))
    draft = result.draft
    paragraphs: list[object] = [
        (
            paragraph.part,
            paragraph.place,
            paragraph.label.text if paragraph.label else None,
            _spaced(paragraph.text),
            tuple(marker.number for marker in paragraph.markers),
        )
        for paragraph in draft.paragraphs
        if paragraph.part not in ("note", *_LINES)
    ]
    lines = " ".join(p.text for p in draft.paragraphs if p.part in _LINES)
    paragraphs.append(_spaced(lines.replace("*", "")))
    notes = sorted((note.number, _spaced(note.paragraph.text)) for note in draft.notes)
    found = sorted(
        (found.code, found.paragraph)
        for found in result.diagnostics
        if found.code != "TYPO007"  # doubled spaces are layout: wrapping takes them away
    )
    return [draft.language, draft.organ, *paragraphs], notes, found


def _spaced(text: str) -> str:
    # Direction marks at the borders of lines are not read: a line's indentation holds them too.
    text = re.sub(r"\s+", " ", re.sub("[\u200e\u200f]", "", text)).strip()
    # A line that breaks beside a Chinese character leaves no space.
    return re.sub(r"(?<=[\u2e80-\uffef]) | (?=[\u2e80-\uffef])", "", text)


def check(path: Path, *layouts: Callable[[str], str]) -> None:
    """A draft reads the same in each of the layouts as it does as written."""
    text = path.read_text(encoding="utf-8")
    paragraphs, notes, found = read(text)
    for layout in layouts:
        relaid = layout(text)
        if relaid == text:
            continue  # no page breaks, no notes …: the same text
        relaid_paragraphs, relaid_notes, relaid_found = read(relaid)
        assert relaid_paragraphs == paragraphs
        assert relaid_notes == notes
        assert relaid_found == found


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_examples(path: Path) -> None:
    check(path, *_PARAGRAPHS_KEPT.values())


@pytest.mark.parametrize("name", ["libraries.en.md", "bibliotheques.fr.md"])
def test_dense_and_wrapped_at_once(name: str) -> None:
    check(next(path for path in EXAMPLES if path.name == name), LAYOUTS["dense and wrapped"])


def test_real_drafts(seeds: Path) -> None:
    for path in sorted(seeds.glob("*.md")):
        check(path, *_PARAGRAPHS_KEPT.values())


def together(names: tuple[str, ...]) -> Callable[[str], str]:
    """Several layouts as one."""

    def layout(text: str) -> str:
        for name in names:
            text = LAYOUTS[name](text)
        return text

    return layout


def test_the_layouts_together_are_all_that_keep_paragraphs() -> None:
    assert {name for names in TOGETHER for name in names} == set(_PARAGRAPHS_KEPT)


@pytest.mark.parametrize("share", range(SHARE))
@pytest.mark.parametrize("language", ["en", "fr", "es", "ru", "ar", "zh"])
def test_adopted_texts(corpus: Path, language: str, share: int) -> None:
    """Every text in some layouts, every layout on a fifth of the texts."""
    layouts = [together(names) for at, names in enumerate(TOGETHER) if at % SHARE == share]
    for path in sorted((corpus / "md" / language).glob("*.md"))[share::SHARE]:
        check(path, *layouts)
