"""Kinds of paragraph scope find in some of the paragraphs what they find in the whole draft."""

from __future__ import annotations

from pathlib import Path

import pytest

from reslint.checks.kinds import PARAGRAPH, Rule, find_kind
from reslint.draft.model import Draft
from reslint.draft.reader import read_draft
from reslint.facts.typing_style import style_of
from reslint.rulebook.book import standard
from reslint.text.diagnostics import Finding
from reslint.text.source import decode
from tests.conftest import ROOT

DRAFTS = sorted((ROOT / "tests" / "drafts").glob("*.md"))
CORPUS = ROOT.parent / "shared" / "corpus" / "md"
PARTS = 3


def view(draft: Draft, part: int, parts: int) -> Draft:
    """One of several equal shares of a draft: its paragraphs, and the notes among them."""
    return draft.only(draft.paragraphs[part::parts])


def local_rules(language: str) -> list[Rule]:
    return [
        rule for rule in standard(language) if find_kind(rule.check).scope_of(rule) == PARAGRAPH
    ]


def key(code: str, finding: Finding) -> tuple[object, ...]:
    edits = tuple(edit.key() for edit in finding.edits)
    values = tuple(sorted(finding.values.items()))
    said = (finding.variant or "", finding.severity or "", finding.safety or "")
    return (finding.start, finding.end, code, finding.place, values, edits, said, finding.related)


def found_by(rules: list[Rule], draft: Draft) -> list[tuple[object, ...]]:
    return [
        key(rule.code, finding)
        for rule in rules
        for finding in find_kind(rule.check).run(draft, rule)
    ]


def assert_local(text: bytes) -> None:
    draft = read_draft(decode(text))
    rules = local_rules(draft.language)
    whole = sorted(found_by(rules, draft), key=repr)
    again = read_draft(decode(text))
    parted = [one for part in range(PARTS) for one in found_by(rules, view(again, part, PARTS))]
    assert sorted(parted, key=repr) == whole


@pytest.mark.parametrize("path", DRAFTS, ids=lambda path: path.name)
def test_local_kinds_need_no_other_paragraph(path: Path) -> None:
    assert_local(path.read_bytes())


@pytest.mark.parametrize("language", ["ar", "en", "es", "fr", "ru", "zh"])
def test_local_kinds_in_adopted_texts(language: str) -> None:
    paths = sorted((CORPUS / language).glob("*.md"))[::36]
    if not paths:
        pytest.skip("the corpus is not here")
    for path in paths:
        assert_local(path.read_bytes())


def test_many_kinds_are_local() -> None:
    assert len(local_rules("en")) > 30


def test_style_tells_what_the_paragraphs_of_a_draft_share() -> None:
    curly = (
        b"*The General Assembly*,\n\n*Recalling* the State\xe2\x80\x99s part,\n\n1. *Decides*.\n"
    )
    straight = curly.replace(b"\xe2\x80\x99", b"'")
    one, same, other = (read_draft(decode(text)) for text in (curly, curly + b"\n", straight))
    assert style_of(one) == style_of(same)
    assert style_of(one) != style_of(other)
