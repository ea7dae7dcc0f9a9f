"""Test the stored counts of findings in adopted texts."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from benchmarks import gate


def test_a_difference_names_language_code_and_both_figures() -> None:
    kept = Counter({("fr", "LEAD002"): 1, ("ru", "NUM001"): 2, ("en", "FORM003"): 4})
    found = Counter({("fr", "LEAD002"): 3, ("en", "FORM003"): 4, ("zh", "NOTE001"): 1})
    assert gate.difference(kept, found) == [
        "fr LEAD002: 3, was 1",
        "ru NUM001: 0, was 2",
        "zh NOTE001: 1, was 0",
    ]


def test_counts_are_those_of_the_texts(tmp_path: Path) -> None:
    draft = "*The General Assembly*,\n\n*Noting* the rooms\n\n*Decides* to open them.\n"
    (tmp_path / "a.md").write_text(draft, encoding="utf-8")
    (tmp_path / "notes.md").write_text("Not a resolution.\n", encoding="utf-8")
    assert gate.count(str(tmp_path)) == {("en", "texts"): 1, ("en", "FORM003"): 1}


def test_stored_counts_are_of_six_languages() -> None:
    kept = gate.read()
    languages = {language for language, code in kept if code == "texts"}
    assert languages == {"ar", "en", "es", "fr", "ru", "zh"}
    assert min(kept.values()) > 0


def test_adopted_texts_give_the_stored_counts(corpus: Path) -> None:
    changed = gate.difference(gate.read(), gate.count(str(corpus / "md")))
    assert not changed, (
        "judge what changed, then `python benchmarks/gate.py FOLDER --update`:\n"
        + "\n".join(changed)
    )
