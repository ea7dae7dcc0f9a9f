"""What edits may not bring: another reading, errors of structure, findings elsewhere."""

from __future__ import annotations

import sys
from types import FrameType

import pytest

from reslint.fixes.judging import READING, brought, codes_with_more, counted_as
from reslint.linting.linter import Linter, LintResult
from reslint.text.diagnostics import Edit
from reslint.text.source import Source

TEXT = (
    "*The General Assembly*,\n\n*Noting* the boats,\n\n1. *Decides* to paint the boats;\n\n"
    "2. *Invites* all villages to row;\n\n3. *Requests* a report.\n"
)
LINTER = Linter()


def judged(
    old: str, new: str, *, capped: frozenset[str] = frozenset(), text: str = TEXT
) -> tuple[LintResult, LintResult, str | None]:
    """The lints before and after an edit of some words, and the code of what it brings."""
    start = text.index(old)
    edits = [Edit(start, start + len(old), new)]
    before = LINTER.lint(Source(text, "draft.md"))
    after = LINTER.lint(Source(text.replace(old, new, 1), "draft.md"))
    found = brought(before, after, edits, set(capped))
    return before, after, None if found is None else found[0]


def test_an_edit_that_brings_nothing() -> None:
    assert judged("paint the boats", "paint the ships")[2] is None


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("General Assembly", "Security Council"),
        ("*The General Assembly*,\n\n", "*L’Assemblée générale*,\n\n"),
    ],
)
def test_another_reading(old: str, new: str) -> None:
    before, after, code = judged(old, new)
    assert before.draft.organ != after.draft.organ or before.draft.language != after.draft.language
    assert code == READING


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("2. *Invites*", "(a) *Invites*"),
        ("1. *Decides* to paint the boats;\n\n", ""),
    ],
)
def test_other_paragraphs_are_another_reading_unless_fixes_may_reshape(old: str, new: str) -> None:
    assert judged(old, new)[2] == READING
    start = TEXT.index(old)
    edits = [Edit(start, start + len(old), new)]
    lints = [LINTER.lint(Source(text)) for text in (TEXT, TEXT.replace(old, new, 1))]
    found = brought(lints[0], lints[1], edits, set(), reshapes=True)
    assert found is None or found[0] != READING


@pytest.mark.parametrize(("old", "family"), [("2. *Inv", "NUM"), ("boats;", "FORM")])
def test_an_error_of_structure_even_where_it_was_edited(old: str, family: str) -> None:
    new = {"NUM": "5. *Inv", "FORM": "boats."}[family]
    before, after, code = judged(old, new)
    assert any(one.code.startswith(family) for one in after.diagnostics)
    assert before.diagnostics == []
    assert code is not None and code.startswith(family)


def test_a_finding_of_words_where_it_was_edited_is_allowed_unless_it_is_capped() -> None:
    before, after, code = judged(
        "the villages", "the the villages", text=TEXT.replace("all", "the")
    )
    (found,) = after.diagnostics
    assert before.diagnostics == []
    assert code is None
    assert codes_with_more(before, after) == {counted_as(found.code)}
    capped = frozenset({counted_as(found.code)})
    again = judged(
        "the villages", "the the villages", text=TEXT.replace("all", "the"), capped=capped
    )
    assert again[2] == found.code


def test_a_finding_that_was_there_moves_with_the_text() -> None:
    text = TEXT.replace("2. *Invites*", "4. *Invites*")
    before, after, code = judged("paint the boats", "paint all of the many boats", text=text)
    assert [one.code for one in before.diagnostics] == [one.code for one in after.diagnostics]
    assert before.diagnostics
    assert code is None


def test_findings_of_leading_phrases_are_counted_together() -> None:
    assert counted_as("LEAD002") == counted_as("LEAD009") == "LEAD"
    assert counted_as("NUM001") == "NUM001"


def test_the_work_grows_with_the_number_of_findings() -> None:
    def calls(number: int) -> int:
        text = f"*The General Assembly*,\n\n1. *Decides* to meet{' a[^1]' * number} at  noon.\n"
        before = LINTER.lint(Source(text))
        after = LINTER.lint(Source(text.replace("at  noon", "at noon")))
        edit = Edit(text.index("  "), text.index("  ") + 1, "")
        counted = 0

        def count(frame: FrameType, event: str, argument: object) -> None:
            nonlocal counted
            if event in ("call", "c_call"):
                counted += 1

        sys.setprofile(count)
        try:
            assert brought(before, after, [edit], set()) is None
        finally:
            sys.setprofile(None)
        return counted

    assert calls(400) < 5 * calls(100)
