"""The job that compares an edited draft with a full check, in a short run of all languages."""

from __future__ import annotations

from itertools import islice
from pathlib import Path
from random import Random

import pytest

from benchmarks import edits
from benchmarks.editing.editor import Editor
from benchmarks.edits import differences
from reslint.linting.incremental import IncrementalLinter
from reslint.linting.linter import LintResult
from reslint.settings.settings import Settings
from reslint.text.source import Source
from tests.conftest import ROOT

DRAFTS = ROOT / "tests" / "drafts"


@pytest.mark.parametrize("language", ["ar", "en", "es", "fr", "ru", "zh"])
def test_an_edited_draft_has_the_findings_of_a_full_check(language: str) -> None:
    for name in ("clean", "errors"):
        text = (DRAFTS / f"{name}.{language}.md").read_text(encoding="utf-8")
        assert differences(text, Settings(profile="strict"), f"short {name}", 60) == []


def test_changes_are_those_of_the_text_and_the_same_for_a_seed() -> None:
    text = (DRAFTS / "clean.fr.md").read_text(encoding="utf-8")
    editor = Editor(text, Random("a seed"))
    made = []
    for start, end, new in islice(editor.changes(), 200):
        text = text[:start] + new + text[end:]
        assert editor.text == text
        made.append((start, end, new))
    again = Editor((DRAFTS / "clean.fr.md").read_text(encoding="utf-8"), Random("a seed"))
    assert list(islice(again.changes(), 200)) == made


def test_a_finding_that_the_editor_loses_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    lint = IncrementalLinter.lint

    def forgetful(self: IncrementalLinter, source: Source) -> LintResult:
        result = lint(self, source)
        result.diagnostics = [one for one in result.diagnostics if one.code != "LEAD002"]
        return result

    monkeypatch.setattr(IncrementalLinter, "lint", forgetful)
    draft = "The General Assembly,\n\nRecalling the winter,\n\n1. *Notes* the snow.\n"
    (tmp_path / "draft.md").write_text(draft, encoding="utf-8")
    assert edits.main([str(tmp_path), "--edits", "2", "--show"]) == 1
    out = capsys.readouterr().out
    assert "only in a full check" in out and "LEAD002" in out
