"""Versions compared again and again while they are edited: the findings of a whole comparison."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest

from reslint.concordance.comparing import align, findings_of
from reslint.concordance.live import LiveGroup
from reslint.draft.reader import read_draft
from reslint.linting.incremental import IncrementalLinter
from reslint.linting.linter import LintResult
from reslint.settings.settings import Settings
from reslint.text.diagnostics import Diagnostic
from reslint.text.source import Source
from tests.concordance.conftest import VERSIONS

PATHS = {language: f"{language}.md" for language in VERSIONS}
SETTINGS = {path: Settings() for path in PATHS.values()}


class Editing:
    """Six versions, each read by a linter of its own as an editor does."""

    def __init__(self) -> None:
        self.texts = dict(VERSIONS)
        self.group = LiveGroup()
        self._linters = {language: IncrementalLinter(Settings()) for language in VERSIONS}
        for language, text in VERSIONS.items():
            self.write(language, text)

    def write(self, language: str, text: str) -> None:
        self.texts[language] = text
        path = PATHS[language]
        self.group.put(path, self._linters[language].lint(Source(text, path)).draft)

    def live(self) -> Any:
        return said(self.group.compare(SETTINGS))

    def whole(self) -> Any:
        drafts = [(PATHS[one], read_draft(Source(text))) for one, text in self.texts.items()]
        return said(findings_of(align(sorted(drafts, key=lambda one: one[0])), SETTINGS))


def said(results: dict[str, LintResult]) -> Any:
    return {path: list(map(_said, result.diagnostics)) for path, result in results.items()}


def _said(one: Diagnostic) -> Any:
    related = [(other.path, other.start, other.line, other.message) for other in one.related]
    return one.code, one.start, one.end, one.severity, one.message, one.paragraph, related


@pytest.fixture
def editing() -> Editing:
    return Editing()


def test_an_edit_is_found_and_taken_back(editing: Editing) -> None:
    assert not any(editing.live().values())
    editing.write("fr", VERSIONS["fr"].replace("30 juin", "20 juin"))
    found = editing.live()
    assert [one[0] for one in found["fr.md"]] == ["CONC008"]
    assert found == editing.whole()
    editing.write("fr", VERSIONS["fr"])
    assert not any(editing.live().values())


def test_findings_below_an_edit_move_with_their_paragraphs(editing: Editing) -> None:
    editing.write("fr", VERSIONS["fr"].replace("12 500 000", "12 600 000"))
    before = editing.live()["fr.md"]
    editing.write("fr", editing.texts["fr"].replace("le manque", "le très grand manque"))
    after = editing.live()
    assert after["fr.md"][0][1] == before[0][1] + len("très grand ")
    assert after == editing.whole()


def test_only_what_an_edit_touches_is_computed_again(editing: Editing) -> None:
    editing.live()
    whole = editing.group.computed
    editing.write("ru", VERSIONS["ru"].replace("доклад", "этот доклад"))
    editing.live()
    assert 0 < editing.group.computed < whole / 3
    editing.live()
    assert editing.group.computed == 0


def test_a_version_that_is_removed_and_one_that_changes_its_language(editing: Editing) -> None:
    editing.write("es", VERSIONS["en"])
    assert editing.live() == editing.whole()
    editing.group.keep_only(["en.md", "fr.md"])
    editing.write("fr", VERSIONS["fr"].replace("80/118", "80/181"))
    assert [one[0] for one in editing.live()["fr.md"]] == ["CONC006"]
    editing.group.keep_only(["fr.md"])
    assert editing.group.compare(SETTINGS) == {} and editing.group.comparison is None


@pytest.mark.parametrize("seed", range(4))
def test_the_findings_are_those_of_a_whole_comparison(editing: Editing, seed: int) -> None:
    random = Random(seed)
    for _ in range(25):
        language = random.choice(sorted(VERSIONS))
        text = editing.texts[language]
        at = random.randrange(len(text))
        end = at + random.choice((0, 0, 0, 1, 3, 60))
        new = random.choice(("", "1", "14", " ", "\n\n", ";", "а", "[^1]", "2. "))
        editing.write(language, text[:at] + new + text[end:])
        if random.random() < 0.1:
            editing.write(language, VERSIONS[language])
        assert editing.live() == editing.whole()
