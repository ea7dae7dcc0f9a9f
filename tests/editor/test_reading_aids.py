"""Inlay hints, kinds of words and ranges to select, in the sample drafts of the six languages."""

from __future__ import annotations

import pytest

from reslint.draft.reader import read_draft
from reslint.editor.inlay_hints import ACRONYMS, CITATIONS, KINDS, REFERENCES, inlay_hints
from reslint.editor.selection import selections_at
from reslint.editor.token_kinds import CITATION, LABEL, NAME, NOTE, PHRASE, tokens
from reslint.text.source import Source
from tests.editor.drafts import SAMPLES

EN = (
    "*The General Assembly*,\n\n*Recalling* its resolution 70/1,\n\n"
    "*Noting* the work of UNICEF,[^1]\n\n"
    "1. *Decides* to paint the boats, the oars and the sails of all villages;\n\n"
    "2. *Requests* a report on paragraph 1 above.\n\n[^1]: A/80/1.\n"
)


def hinted(text: str, *kinds: str) -> list[tuple[str, str]]:
    """The hints of some kinds: the word before each, and its text."""
    draft = read_draft(Source(text, "draft.md"))
    return [
        (text[: one.offset].split()[-1], one.text)
        for one in inlay_hints(draft, 0, len(text), kinds)
    ]


def test_hints() -> None:
    ((word, text),) = hinted(EN, CITATIONS)
    assert word == "70/1"
    assert text.startswith("25 September 2015")
    assert hinted(EN, REFERENCES) == [("1", "→ Decides to paint the boats, the …")]
    assert hinted(EN, ACRONYMS) == [("UNICEF", "United Nations Children's Fund")]
    assert [word for word, _ in hinted(EN, *KINDS)] == ["70/1", "UNICEF", "1"]
    introduced = EN.replace("UNICEF", "the United Nations Children's Fund (UNICEF) and of UNICEF")
    assert hinted(introduced, ACRONYMS) == []
    draft = read_draft(Source(EN, "draft.md"))
    assert inlay_hints(draft, 0, 20, KINDS) == []


@pytest.mark.parametrize("language", SAMPLES)
def test_words_have_their_kinds(language: str) -> None:
    text = SAMPLES[language].text
    found = tokens(read_draft(Source(text, "draft.md")))
    assert {kind for _, kind in found} >= {PHRASE, LABEL, CITATION, NOTE, NAME}
    for (first, _), (second, _) in zip(found, found[1:], strict=False):
        assert first[1] <= second[0]
    assert all(start < end <= len(text) for (start, end), _ in found)


def test_kinds_word_by_word() -> None:
    found = [(EN[slice(*span)], kind) for span, kind in tokens(read_draft(Source(EN, "d.md")))]
    assert found == [
        ("Recalling", PHRASE),
        ("resolution 70/1", CITATION),
        ("Noting", PHRASE),
        ("UNICEF", NAME),
        ("[^1]", NOTE),
        ("1.", LABEL),
        ("Decides", PHRASE),
        ("2.", LABEL),
        ("Requests", PHRASE),
        ("1", NOTE),
    ]


def test_selections_grow_from_the_clause_to_the_draft() -> None:
    draft = read_draft(Source(EN, "draft.md"))
    found = [EN[slice(*span)] for span in selections_at(draft, EN.index("oars"))]
    assert found[0] == "the oars and the sails of all villages"
    assert found[1].startswith("*Decides* to paint")
    assert found[2].startswith("1. *Decides*")
    assert found[2].endswith("villages;")
    assert found[-1] == EN
    phrase = [EN[slice(*span)] for span in selections_at(draft, EN.index("cides"))]
    assert phrase[:3] == [
        "Decides",
        "*Decides*",
        "*Decides* to paint the boats",
    ]


@pytest.mark.parametrize("language", SAMPLES)
def test_no_selection_parts_the_marks_of_an_opening(language: str) -> None:
    sample = SAMPLES[language]
    draft = read_draft(Source(sample.text, "draft.md"))
    mark = {"ar": "***", "zh": "**"}.get(language, "*")
    for opening in sample.openings:
        start = sample.text.index(f"{mark}{opening}{mark}")
        inside = start + len(mark), start + len(mark) + len(opening)
        for span in selections_at(draft, inside[0]):
            held = sample.text[slice(*span)]
            assert span == inside or held.count(mark) % 2 == 0, held


@pytest.mark.parametrize("language", SAMPLES)
def test_each_selection_is_within_the_next(language: str) -> None:
    text = SAMPLES[language].text
    draft = read_draft(Source(text, "draft.md"))
    for offset in range(0, len(text), 7):
        found = selections_at(draft, offset)
        assert found[-1] == (0, len(text))
        for inner, outer in zip(found, found[1:], strict=False):
            assert outer[0] <= inner[0] <= offset <= inner[1] <= outer[1]
            assert inner != outer
