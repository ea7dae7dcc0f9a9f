"""Tests of a given language or organ: the text is then a draft if its structure is that of one."""

from __future__ import annotations

import pytest

from reslint.draft.reader import read_draft
from reslint.linting.incremental import IncrementalLinter
from reslint.linting.linter import Linter
from reslint.settings.settings import Settings
from reslint.text.source import Source
from tests.server.drafts import DRAFTS

LETTER = "# A letter\n\n*Dear all*,\n\nI write to you about the stairs.\n\n1. Milk;\n\n2. Eggs.\n"


def parts(text: str, **given: str) -> list[str]:
    draft = read_draft(Source(text), **given)  # type: ignore[arg-type]
    return [paragraph.part for paragraph in draft.paragraphs] if draft.is_resolution else []


@pytest.mark.parametrize("language", DRAFTS)
@pytest.mark.parametrize("given", DRAFTS)
@pytest.mark.parametrize("path_format", ["markdown", "plain"])
def test_draft_is_read_in_any_given_language(language: str, given: str, path_format: str) -> None:
    text = DRAFTS[language][0]
    if path_format == "plain":
        text = text.replace("*", "")
    found = parts(f"A/90/L.7\n\n{text}", language=given, path_format=path_format)
    assert found == ["masthead", "organ line", "preamble", "operative", "operative"]


def test_organ_is_given_or_that_of_the_symbol() -> None:
    text = f"E/2020/L.7\n\n{DRAFTS['en'][0]}"
    assert read_draft(Source(text), language="fr").organ == "ECOSOC"
    assert read_draft(Source(text), language="fr", organ="SC").organ == "SC"


def test_draft_of_an_unknown_body_needs_a_given_organ() -> None:
    text = "*Many pupils*,\n\n*Tired of stairs* at noon,\n\n1. *Open* the doors.\n"
    assert parts(text) == []
    assert parts(text, organ="other") == ["organ line", "preamble", "operative"]


def test_one_paragraph_of_each_part_is_enough_for_a_given_draft() -> None:
    text = "*Recalling* its work,\n\n1. *Requests* the librarian to read.\n"
    assert parts(text) == []
    assert parts(text, language="en") == ["preamble", "operative"]


@pytest.mark.parametrize("given", [{"language": "en"}, {"language": "fr"}, {"organ": "GA"}])
def test_other_texts_are_not_drafts_whatever_is_given(given: dict[str, str]) -> None:
    assert parts(LETTER, **given) == []
    assert parts("1. *Milk*;\n\n2. *Eggs*.\n", **given) == []
    assert parts("*The stairs*,\n\n*the doors*,\n\n*the roof*.\n", **given) == []


def test_an_incremental_lint_agrees_while_it_is_typed() -> None:
    text = DRAFTS["en"][0]
    options = Settings(language="fr", organ="SC")
    live = IncrementalLinter(options)
    for end in (*range(0, len(text), 7), len(text)):
        source = Source(text[:end])
        now = live.lint(source)
        whole = Linter(options).lint(source)
        assert [one.key() for one in now.diagnostics] == [one.key() for one in whole.diagnostics]
    assert now.draft.is_resolution
    assert now.diagnostics
