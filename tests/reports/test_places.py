"""The names of paragraphs in reports, in both languages."""

from __future__ import annotations

import pytest

from reslint.reports.places import _PARTS, place_name


@pytest.mark.parametrize(
    ("place", "english", "french"),
    [
        ("preamble 4", "preamble 4", "préambule 4"),
        ("12 (a)", "paragraph 12 (a)", "paragraphe 12 (a)"),
        ("note 2", "note 2", "note 2"),
        ("organ line", "organ line", "ligne de l’organe"),
        ("title", "title", "titre"),
        ("annex 7", "annex 7", "annexe 7"),
        ("A, preamble 3", "A, preamble 3", "A, préambule 3"),
        ("nested draft, 3 (b)", "nested draft, paragraph 3 (b)", "projet inclus, paragraphe 3 (b)"),
        ("resolution 2, operative 1", "resolution 2, operative 1", "résolution 2, dispositif 1"),
        ("outside", "outside the resolution", "hors de la résolution"),
        ("㈠", "paragraph ㈠", "paragraphe ㈠"),
        ("", "", ""),
    ],
)
def test_a_place(place: str, english: str, french: str) -> None:
    assert place_name(place, "en") == english
    assert place_name(place, "fr") == french


def test_each_part_of_a_draft_has_a_name() -> None:
    from reslint.draft import model

    parts = {
        value for name, value in vars(model).items() if name.isupper() and isinstance(value, str)
    }
    assert {one for one in parts if place_name(one, "fr").startswith("paragraphe")} == set()


def test_no_part_stays_in_english() -> None:
    same = {"note"}
    assert {part for part in _PARTS if place_name(part, "fr") == part} == same
