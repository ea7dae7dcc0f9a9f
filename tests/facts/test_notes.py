"""References to a draft's own notes: found where they stand, certain or not, in every language."""

from __future__ import annotations

import pytest

from reslint.draft.reader import read_draft
from reslint.facts.notes import note_references
from reslint.fixes.choosing import apply, choose, edits_of
from reslint.linting.linter import Linter
from reslint.settings.settings import Settings
from reslint.text.source import Source

TEXTS = {
    "en": ("*The General Assembly*,", "*Noting* the lamps", ",", "."),
    "fr": ("*L’Assemblée générale*,", "*Notant* les lampes", ",", "."),
    "es": ("*La Asamblea General*,", "*Observando* las lámparas", ",", "."),
    "ru": ("*Генеральная Ассамблея*,", "*отмечая* лампы", ",", "."),
    "ar": ("***إن الجمعية العامة***،", "***إذ تلاحظ*** المصابيح", "،", "."),
    "zh": ("**大会**，", "**注意到**灯具", "，", "。"),
}


def draft_with(language: str, note: str) -> str:
    """Two notes out of order, the second of them saying `note`."""
    organ, paragraph, comma, stop = TEXTS[language]
    return (
        f"{organ}\n\n{paragraph}{comma}[^2]\n\n{paragraph}{comma}[^1]\n\n"
        f"[^2]: A/90/511{stop}\n\n[^1]: {note}{stop}\n"
    )


SAID = [
    ("en", "See note 2 above", ["2!"]),
    ("en", "See footnotes 1 and 2 above", ["1!", "2!"]),
    ("en", "See footnotes 1–2 below", ["1!", "2!"]),
    ("en", "See note 2", ["2"]),
    ("en", "See note 2 of the report", []),
    ("en", "See note 2/90, note 2a and note 2.1", []),
    ("en", "The Committee’s notes 2 and 1 stand", ["2", "1"]),
    ("en", "Keynote 2 above", []),
    ("fr", "Voir la note 2 ci-dessus", ["2!"]),
    ("fr", "Voir les notes de bas de page 1 et 2 ci‑dessous", ["1!", "2!"]),
    ("fr", "Voir note 2 supra", ["2!"]),
    ("fr", "Voir note 2", ["2"]),
    ("fr", "Voir la note 2 du rapport", []),
    ("es", "Véase la nota 2 supra", ["2!"]),
    ("es", "Véanse las notas a pie de página 1 y 2 más arriba", ["1!", "2!"]),
    ("es", "Véase la nota 2", ["2"]),
    ("es", "Véase la nota 2 del informe", []),
    ("ru", "См. сноску 2 выше", ["2!"]),
    ("ru", "См. сноски 1 и 2 ниже", ["1!", "2!"]),
    ("ru", "См. примечание 2", ["2"]),
    ("ru", "См. примечание 2 к докладу", []),
    ("ar", "انظر الحاشية 2 أعلاه", ["2!"]),
    ("ar", "انظر الحاشيتين 1 و 2 أدناه", ["1!", "2!"]),
    ("ar", "انظر الحاشية (2)", ["2"]),
    ("ar", "انظر الحاشية 2 من التقرير", []),
    ("zh", "见上文脚注2", ["2!"]),
    ("zh", "见下文注1和2", ["1!", "2!"]),
    ("zh", "见注2", ["2"]),
    ("zh", "关注2个问题", []),
]


@pytest.mark.parametrize(("language", "note", "expected"), SAID)
def test_references_are_found_where_they_stand(
    language: str, note: str, expected: list[str]
) -> None:
    text = draft_with(language, note)
    found = list(note_references(read_draft(Source(text))))
    assert [one.number + "!" * one.certain for one in found] == expected
    assert [text[one.start : one.end] for one in found] == [one.strip("!") for one in expected]
    assert all(text.index(note) <= one.start for one in found)


@pytest.mark.parametrize(
    ("language", "old", "new"),
    [
        ("en", "See note 2 above", "See note 1 above"),
        ("fr", "Voir la note 2 ci-dessus", "Voir la note 1 ci-dessus"),
        ("es", "Véase la nota 2 supra", "Véase la nota 1 supra"),
        ("ru", "См. сноску 2 выше", "См. сноску 1 выше"),
        ("ar", "انظر الحاشية 2 أعلاه", "انظر الحاشية 1 أعلاه"),
        ("zh", "见上文脚注2", "见上文脚注1"),
    ],
)
def test_a_renumbering_takes_them_along(language: str, old: str, new: str) -> None:
    text = draft_with(language, old)
    chosen = choose(
        [one for one in Linter().lint(Source(text)).diagnostics if one.code == "NOTE003"],
        unsafe=True,
    )
    fixed = apply(text, edits_of(chosen))
    numbers = str.maketrans("12", "21")
    markers = text.replace(old, "").translate(numbers)
    assert fixed.replace(new, "").replace("A/90/511", "A/90/522") == markers


def test_one_that_may_be_another_text_s_is_left_and_named() -> None:
    text = draft_with("en", "See note 2")
    found = Linter(Settings(select=frozenset({"NOTE003"}))).lint(Source(text)).diagnostics
    for diagnostic in found:
        (other,) = diagnostic.related
        assert (other.start, other.left_by_fix) == (text.index("See note 2") + 9, True)
        assert diagnostic.fix is not None
        assert all(edit.start != other.start for edit in diagnostic.fix.edits)
    assert found
