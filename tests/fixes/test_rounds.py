"""Rounds of fixes: to a fixed point, groups whole, nothing broken by what mends."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reslint.fixes.rounds import ENDLESS, MAX_ROUNDS, UNDONE, Mended, mend
from reslint.linting.linter import LintResult, lint
from reslint.rules.book import standard
from reslint.settings.settings import Settings
from reslint.text.diagnostics import Diagnostic, Edit, Fix
from reslint.text.source import Source
from tests.conftest import EXAMPLES

DRAFT = """*The General Assembly*,

*Recalling* its resolution 70/1 of 25 September 2015 on the orchards,

*Noting* the need for orchards,

1. *Requests* the Secretary-General to report on the orchards;

2. *Decides* to remain seized of the matter.
"""


def judge(text: str) -> LintResult:
    return lint(Source(text), standard, Settings())


def offered(text: str, judged: LintResult) -> list[Diagnostic]:
    return judged.diagnostics


def with_fixes(*fixes: tuple[str, str, str | None]) -> Callable[..., Iterable[Diagnostic]]:
    """Proposes to replace texts (old, new, group), each wherever it stands first."""

    def propose(text: str, judged: LintResult) -> Iterable[Diagnostic]:
        for number, (old, new, group) in enumerate(fixes):
            start = text.find(old)
            if start >= 0:
                edit = Edit(start, start + len(old), new)
                fix = Fix("safe", "a fix", (edit,), group)
                yield Diagnostic(
                    f"X{number:03}", "x", "error", "", start, start + len(old), fix=fix
                )

    return propose


def test_the_draft_used_here_is_clean() -> None:
    assert judge(DRAFT).diagnostics == []


def test_one_round_makes_what_does_not_overlap() -> None:
    propose = with_fixes(
        ("the orchards,", "the gardens,", None), ("for orchards", "for oaks", None)
    )
    mended = mend(DRAFT, judge, propose)
    assert "the gardens," in mended.text
    assert "for oaks" in mended.text
    assert (mended.fixed, mended.taken_back) == ({"X000": 1, "X001": 1}, [])


def test_a_fix_that_breaks_the_structure_is_taken_back_and_the_others_are_made() -> None:
    propose = with_fixes(
        ("the orchards,", "the gardens,", None),
        ("2. *Decides*", "7. *Decides*", None),
        ("for orchards", "for oaks", None),
    )
    mended = mend(DRAFT, judge, propose)
    assert mended.text == DRAFT.replace("the orchards,", "the gardens,").replace(
        "for orchards", "for oaks"
    )
    (taken_back,) = mended.taken_back
    assert (taken_back.code, taken_back.brings) == ("X001", "NUM001")
    assert mended.text[taken_back.start :].startswith("2. *Decides*")


def test_a_fix_taken_back_does_not_stand_in_the_way_of_another() -> None:
    propose = with_fixes(("2. *", "7. *", None), ("2. *Decides*", "2. *Agrees*", None))
    mended = mend(DRAFT, judge, propose)
    assert mended.text == DRAFT.replace("*Decides*", "*Agrees*")
    assert mended.fixed == {"X001": 1}
    assert [(one.code, one.brings) for one in mended.taken_back] == [("X000", "NUM001")]


def test_a_group_is_taken_back_as_a_whole() -> None:
    propose = with_fixes(
        ("the orchards,", "the gardens,", "g"), ("2. *Decides*", "7. *Decides*", "g")
    )
    mended = mend(DRAFT, judge, propose)
    assert mended.text == DRAFT
    assert [one.brings for one in mended.taken_back] == ["NUM001"]


def test_a_new_finding_where_it_edits_is_left_for_the_next_round() -> None:
    propose = with_fixes(("*Noting* the", "Noting the", None))
    mended = mend(DRAFT, judge, lambda t, j: [*propose(t, j), *j.diagnostics])
    # The first round keeps it; LEAD002 then undoes it: the text comes back, which ends it.
    assert mended.text == DRAFT
    assert [(one.code, one.brings) for one in mended.taken_back] == [("X000", UNDONE)]


def test_a_finding_elsewhere_is_not_brought_by_a_fix() -> None:
    # Without the second "orchards" nothing changes; the opening of the paragraph after it does.
    propose = with_fixes(("2. *Decides* to remain seized of the matter.\n", "", None))
    mended = mend(DRAFT, judge, propose)
    assert mended.text == DRAFT
    assert [one.code for one in mended.taken_back] == ["X000"]


def test_a_fix_that_makes_the_text_another_thing_is_taken_back() -> None:
    mended = mend(
        DRAFT, judge, with_fixes(("*The General Assembly*", "*The Security Council*", None))
    )
    assert mended.text == DRAFT
    assert len(mended.taken_back) == 1


def test_fixes_that_undo_each_other_come_to_an_end() -> None:
    calls = 0

    def propose(text: str, judged: LintResult) -> Iterable[Diagnostic]:
        nonlocal calls
        calls += 1
        words = ("the orchards,", "the gardens,")
        old, new = words if words[0] in text else words[::-1]
        return with_fixes((old, new, None))(text, judged)

    mended = mend(DRAFT, judge, propose)
    assert calls < MAX_ROUNDS
    assert (mended.text, mended.fixed) == (DRAFT, {})
    (back,) = mended.taken_back
    assert (back.code, back.brings) == ("X000", UNDONE)
    assert mended.text[back.start :].startswith("the orchards,")


@pytest.mark.parametrize("start", ["orchards,", "gardens,", "fields,"])
def test_what_ends_in_a_circle_stays_when_mended_once_more(start: str) -> None:
    circle = {"fields,": "orchards,", "orchards,": "gardens,", "gardens,": "orchards,"}

    def propose(text: str, judged: LintResult) -> Iterable[Diagnostic]:
        word = next(word for word in circle if f"the {word}" in text)
        return with_fixes((word, circle[word], None), ("need for", "want of", None))(text, judged)

    once = mend(DRAFT.replace("the orchards,", f"the {start}"), judge, propose)
    again = mend(once.text, judge, propose)
    assert "want of orchards" in once.text
    assert (again.text, again.fixed) == (once.text, {})


def test_a_fix_without_end_is_not_made_and_the_others_are() -> None:
    propose = with_fixes(
        ("on the orchards,", "on the orchards and on the orchards,", None),
        ("for orchards", "for oaks", None),
    )
    mended = mend(DRAFT, judge, propose)
    assert mended.text == DRAFT.replace("for orchards", "for oaks")
    assert mended.fixed == {"X001": 1}
    (back,) = mended.taken_back
    assert (back.code, back.brings) == ("X000", ENDLESS)
    assert mended.text[back.start :].startswith("on the orchards,")


def test_what_a_fix_leaves_to_the_drafter_is_said_at_its_place_in_the_outcome() -> None:
    text = """*The General Assembly*,

Recalling its resolution 70/1 of 25 September 2015 on the orchards,

1. *Decides* to plant orchards;

2. *Invites* all to water them;

2. *Requests* the Secretary-General to count them;

3. *Decides* to return to the matter of paragraph 2 above and of paragraph 3 above
"""
    mended = mend(text, judge, offered, unsafe=True)
    assert "\n3. *Requests*" in mended.text
    assert mended.text.endswith("of paragraph 2 above and of paragraph 4 above.\n")
    (left,) = mended.left
    assert (left.code, mended.text[left.start - 10 : left.end + 6]) == (
        "NUM001",
        "paragraph 2 above",
    )
    assert mend(text, judge, offered).left == []


def test_line_ends_of_a_fix_are_those_of_the_text() -> None:
    text = DRAFT.replace("\n", "\r\n")
    mended = mend(text, judge, with_fixes(("the orchards,", "the\ngardens,", None)))
    assert mended.text == text.replace("the orchards,", "the\r\ngardens,", 1)


def test_unsafe_fixes_only_on_request() -> None:
    text = DRAFT.replace("2. *Decides*", "3. *Decides*")
    assert mend(text, judge, offered).text == text
    assert mend(text, judge, offered, unsafe=True).text == DRAFT


def safe(result: LintResult, mended: Mended) -> list[str]:
    """The codes of findings with a safe fix that is not one taken back."""
    taken_back = {(one.code, one.start) for one in mended.taken_back}
    return [
        one.code
        for one in result.diagnostics
        if one.fix is not None
        and one.fix.safety == "safe"
        and (one.code, one.start) not in taken_back
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_examples_reach_a_fixed_point(path: Path, end: str) -> None:
    text = path.read_text(encoding="utf-8").replace("\n", end)
    mended = mend(text, judge, offered)
    assert bool(mended.fixed) == bool(safe(judge(text), Mended(text)))
    assert mended.taken_back == []
    assert safe(judge(mended.text), mended) == []
    again = mend(mended.text, judge, offered)
    assert (again.text, again.fixed) == (mended.text, {})
    assert mended.text.count(end) == text.count(end)


SLIPS = [
    ("*Recalling*", "Recalling"),
    ("*Noting* the", "*Noting the*"),
    ("orchards,", "orchards;"),
    ("orchards;", "orchards,"),
    ("matter.", "matter"),
    ("1. *", "1) *"),
    ("2. *", "4. *"),
    ("*Requests*", "*Requesting*"),
    ("25 September", "25th September"),
    ("*The General Assembly*,", "The General Assembly,"),
]


@given(st.sets(st.sampled_from(SLIPS)), st.booleans())
def test_whatever_slips_there_are(slips: set[tuple[str, str]], unsafe: bool) -> None:
    text = DRAFT
    for old, new in sorted(slips):
        text = text.replace(old, new, 1)
    mended = mend(text, judge, offered, unsafe=unsafe)
    assert safe(judge(mended.text), mended) == []
    again = mend(mended.text, judge, offered, unsafe=unsafe)
    assert again.text == mended.text
