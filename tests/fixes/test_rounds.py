"""Rounds of fixes: to a fixed point, groups whole, nothing broken by a fix."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import reslint
from reslint.fixes.choosing import apply
from reslint.fixes.rounds import ENDLESS, MAX_ROUNDS, UNDONE, FixedText, fix_in_rounds
from reslint.linting.linter import Linter, LintResult
from reslint.settings.settings import Settings
from reslint.text.diagnostics import Diagnostic, Edit, Fix, Problem
from reslint.text.source import Source
from tests.conftest import EXAMPLES

DRAFT = """*The General Assembly*,

*Recalling* its resolution 70/1 of 25 September 2015 on the orchards,

*Noting* the need for orchards,

1. *Requests* the Secretary-General to report on the orchards;

2. *Decides* to remain seized of the matter.
"""


def lint(text: str) -> LintResult:
    return Linter().lint(Source(text))


def offered(result: LintResult) -> list[Diagnostic]:
    return result.diagnostics


def fix(
    text: str,
    wanted: Callable[[LintResult], Iterable[Diagnostic]] = offered,
    *,
    unsafe: bool = False,
) -> FixedText:
    return fix_in_rounds(lint(text), Linter(), wanted, unsafe=unsafe)


def with_fixes(*fixes: tuple[str, str, str | None]) -> Callable[..., Iterable[Diagnostic]]:
    """Proposes to replace texts (old, new, group), each wherever it stands first."""

    def propose(result: LintResult) -> Iterable[Diagnostic]:
        text = result.draft.source.text
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
    assert lint(DRAFT).diagnostics == []


def test_one_round_makes_what_does_not_overlap() -> None:
    propose = with_fixes(
        ("the orchards,", "the gardens,", None), ("for orchards", "for oaks", None)
    )
    fixed = fix(DRAFT, propose)
    assert "the gardens," in fixed.text
    assert "for oaks" in fixed.text
    assert (fixed.fixed, fixed.reverted) == ({"X000": 1, "X001": 1}, [])


def test_a_fix_that_breaks_the_structure_is_reverted_and_the_others_are_made() -> None:
    propose = with_fixes(
        ("the orchards,", "the gardens,", None),
        ("2. *Decides*", "7. *Decides*", None),
        ("for orchards", "for oaks", None),
    )
    fixed = fix(DRAFT, propose)
    assert fixed.text == DRAFT.replace("the orchards,", "the gardens,").replace(
        "for orchards", "for oaks"
    )
    (reverted,) = fixed.reverted
    assert (reverted.code, reverted.brings) == ("X001", "NUM001")
    assert fixed.text[reverted.start :].startswith("2. *Decides*")


def test_a_fix_reverted_does_not_stand_in_the_way_of_another() -> None:
    propose = with_fixes(("2. *", "7. *", None), ("2. *Decides*", "2. *Agrees*", None))
    fixed = fix(DRAFT, propose)
    assert fixed.text == DRAFT.replace("*Decides*", "*Agrees*")
    assert fixed.fixed == {"X001": 1}
    assert [(one.code, one.brings) for one in fixed.reverted] == [("X000", "NUM001")]


def test_a_group_is_reverted_as_a_whole() -> None:
    propose = with_fixes(
        ("the orchards,", "the gardens,", "g"), ("2. *Decides*", "7. *Decides*", "g")
    )
    fixed = fix(DRAFT, propose)
    assert fixed.text == DRAFT
    assert [one.brings for one in fixed.reverted] == ["NUM001"]


def test_a_new_finding_where_it_edits_is_left_for_the_next_round() -> None:
    propose = with_fixes(("*Noting* the", "Noting the", None))
    fixed = fix(DRAFT, lambda result: [*propose(result), *result.diagnostics])
    # The first round keeps it; LEAD002 then undoes it: the text comes back, which ends it.
    assert fixed.text == DRAFT
    assert [(one.code, one.brings) for one in fixed.reverted] == [("X000", UNDONE)]


def test_no_code_has_more_findings_at_the_end() -> None:
    # Two spellings become one word written twice: a finding that no safe fix takes away again.
    text = DRAFT.replace("on the orchards;", "on the color colour of orchards;")
    fixed = fix(text)
    assert fixed.text == text
    assert [(one.code, one.brings) for one in fixed.reverted] == [("WORD001", "WORD008")]
    # Elsewhere the same fix is made.
    both = text.replace("need for", "color of")
    assert fix(both).text == both.replace("color of", "colour of")


def test_a_code_may_have_more_findings_between_two_rounds() -> None:
    # The first round takes the emphasis away, the second brings it back.
    propose = with_fixes(("*Noting* the need", "Noting all need", None))
    fixed = fix(DRAFT, lambda result: [*propose(result), *result.diagnostics])
    assert fixed.text == DRAFT.replace("the need", "all need")
    assert fixed.reverted == []


def test_a_finding_elsewhere_is_not_brought_by_a_fix() -> None:
    # Without the second "orchards" nothing changes; the opening of the paragraph after it does.
    propose = with_fixes(("2. *Decides* to remain seized of the matter.\n", "", None))
    fixed = fix(DRAFT, propose)
    assert fixed.text == DRAFT
    assert [one.code for one in fixed.reverted] == ["X000"]


def test_a_fix_that_makes_the_text_another_thing_is_reverted() -> None:
    fixed = fix(DRAFT, with_fixes(("*The General Assembly*", "*The Security Council*", None)))
    assert fixed.text == DRAFT
    assert len(fixed.reverted) == 1


def test_fixes_that_undo_each_other_come_to_an_end() -> None:
    calls = 0

    def propose(result: LintResult) -> Iterable[Diagnostic]:
        nonlocal calls
        calls += 1
        text = result.draft.source.text
        words = ("the orchards,", "the gardens,")
        old, new = words if words[0] in text else words[::-1]
        return with_fixes((old, new, None))(result)

    fixed = fix(DRAFT, propose)
    assert calls < MAX_ROUNDS
    assert (fixed.text, fixed.fixed) == (DRAFT, {})
    (back,) = fixed.reverted
    assert (back.code, back.brings) == ("X000", UNDONE)
    assert fixed.text[back.start :].startswith("the orchards,")


@pytest.mark.parametrize("start", ["orchards,", "gardens,", "fields,"])
def test_what_ends_in_a_circle_stays_when_fixed_once_more(start: str) -> None:
    circle = {"fields,": "orchards,", "orchards,": "gardens,", "gardens,": "orchards,"}

    def propose(result: LintResult) -> Iterable[Diagnostic]:
        text = result.draft.source.text
        word = next(word for word in circle if f"the {word}" in text)
        return with_fixes((word, circle[word], None), ("need for", "want of", None))(result)

    once = fix(DRAFT.replace("the orchards,", f"the {start}"), propose)
    again = fix(once.text, propose)
    assert "want of orchards" in once.text
    assert (again.text, again.fixed) == (once.text, {})


def test_a_fix_without_end_is_not_made_and_the_others_are() -> None:
    propose = with_fixes(
        ("on the orchards,", "on the orchards and on the orchards,", None),
        ("for orchards", "for oaks", None),
    )
    fixed = fix(DRAFT, propose)
    assert fixed.text == DRAFT.replace("for orchards", "for oaks")
    assert fixed.fixed == {"X001": 1}
    (back,) = fixed.reverted
    assert (back.code, back.brings) == ("X000", ENDLESS)
    assert fixed.text[back.start :].startswith("on the orchards,")


def test_what_is_left_out_at_first_is_tried_once_more_at_the_end() -> None:
    text = ',\n\n*\n\n1.*« » <sup>1</sup>5""'
    once = reslint.fix(text, profile="strict", language="en")
    again = reslint.fix(once.text, profile="strict", language="en")
    assert once.text.endswith("<sup>1</sup>5””")
    assert (again.text, again.fixed) == (once.text, {})


def test_what_a_fix_leaves_to_the_drafter_is_said_at_its_place_in_the_outcome() -> None:
    text = """*The General Assembly*,

Recalling its resolution 70/1 of 25 September 2015 on the orchards,

1. *Decides* to plant orchards;

2. *Invites* all to water them;

2. *Requests* the Secretary-General to count them;

3. *Decides* to return to the matter of paragraph 2 above and of paragraph 3 above
"""
    fixed = fix(text, unsafe=True)
    assert "\n3. *Requests*" in fixed.text
    assert fixed.text.endswith("of paragraph 2 above and of paragraph 4 above.\n")
    (left,) = fixed.left
    assert (left.code, fixed.text[left.start - 10 : left.end + 6]) == (
        "NUM001",
        "paragraph 2 above",
    )
    assert fix(text).left == []


def test_line_ends_of_a_fix_are_those_of_the_text() -> None:
    text = DRAFT.replace("\n", "\r\n")
    fixed = fix(text, with_fixes(("the orchards,", "the\ngardens,", None)))
    assert fixed.text == text.replace("the orchards,", "the\r\ngardens,", 1)


def test_unsafe_fixes_only_on_request() -> None:
    text = DRAFT.replace("2. *Decides*", "3. *Decides*")
    assert fix(text).text == text
    assert fix(text, unsafe=True).text == DRAFT


def safe(result: LintResult, fixed: FixedText) -> list[str]:
    """The codes of findings with a safe fix that is not reverted."""
    reverted = {(one.code, one.start) for one in fixed.reverted}
    return [
        one.code
        for one in result.diagnostics
        if one.fix is not None
        and one.fix.safety == "safe"
        and (one.code, one.start) not in reverted
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_examples_reach_a_fixed_point(path: Path, end: str) -> None:
    text = path.read_text(encoding="utf-8").replace("\n", end)
    fixed = fix(text)
    assert bool(fixed.fixed) == bool(safe(lint(text), FixedText(lint(text))))
    assert fixed.reverted == []
    assert safe(lint(fixed.text), fixed) == []
    again = fix(fixed.text)
    assert (again.text, again.fixed) == (fixed.text, {})
    assert fixed.text.count(end) == text.count(end)


ERRORS = [
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


@given(st.sets(st.sampled_from(ERRORS)), st.booleans())
def test_whatever_errors_there_are(errors: set[tuple[str, str]], unsafe: bool) -> None:
    text = DRAFT
    for old, new in sorted(errors):
        text = text.replace(old, new, 1)
    fixed = fix(text, unsafe=unsafe)
    assert safe(lint(fixed.text), fixed) == []
    again = fix(fixed.text, unsafe=unsafe)
    assert again.text == fixed.text


TWO_ERRORS = DRAFT.replace("*Noting*", "Noting").replace("*Requests*", "Requests")


@pytest.mark.parametrize(
    ("text", "select", "lints"),
    [
        (DRAFT, None, 1),
        (TWO_ERRORS, None, 2),  # the text before and after the one round
        (DRAFT, frozenset({"LEAD"}), 2),  # by the selected rules and by all
        (TWO_ERRORS, frozenset({"LEAD"}), 4),
    ],
)
def test_a_text_is_linted_no_more_often_than_the_rounds_need(
    monkeypatch: pytest.MonkeyPatch, text: str, select: frozenset[str] | None, lints: int
) -> None:
    counted: list[Source] = []
    lint = Linter.lint

    def counting(self: Linter, source: Source) -> LintResult:
        counted.append(source)
        return lint(self, source)

    monkeypatch.setattr(Linter, "lint", counting)
    linter = Linter(Settings(select=select))
    fixed = fix_in_rounds(linter.lint(Source(text)), linter)
    assert (fixed.text, len(counted)) == (DRAFT, lints)
    assert fixed.result.diagnostics == []


def test_a_fix_with_which_a_rule_fails_is_reverted(monkeypatch: pytest.MonkeyPatch) -> None:
    def lint(self: Linter, source: Source) -> LintResult:
        result = original(self, source)
        if "gardens" in source.text:
            result.errors.append(Problem("TOOL004", "a rule failed"))
        return result

    original = Linter.lint
    monkeypatch.setattr(Linter, "lint", lint)
    fixed = fix(
        DRAFT,
        with_fixes(("the orchards,", "the gardens,", None), ("for orchards", "for oaks", None)),
    )
    assert fixed.text == DRAFT.replace("for orchards", "for oaks")
    (reverted,) = fixed.reverted
    assert (reverted.code, reverted.brings, reverted.message) == (
        "X000",
        "TOOL004",
        "a rule failed",
    )


@pytest.mark.parametrize(
    ("head", "verb", "decides"),
    [
        ("The General Assembly", "Reaffirming", "Decides"),
        ("L'Assemblée générale", "Réaffirmant", "Décide"),
        ("La Asamblea General", "Reafirmando", "Decide"),
        ("Генеральная Ассамблея", "подтверждая", "постановляет"),
        ("大会", "重申", "决定"),
    ],
)
def test_unsafe_fixes_of_a_long_series_come_to_rest(head: str, verb: str, decides: str) -> None:
    series = "".join(f"{verb} 70/{number}\n\n" for number in range(1, 11))
    fixed = fix(f"{head},\n\n{series}1. {decides} 70/1.\n", unsafe=True)
    assert fixed.fixed
    assert fix(fixed.text, unsafe=True).text == fixed.text


@pytest.mark.parametrize(
    ("head", "openings"),
    [
        ("*The General Assembly*,", ("Recalling", "Recalling also", "Recalling further")),
        ("*L’Assemblée générale*,", ("Rappelant", "Rappelant également", "Rappelant en outre")),
        ("*La Asamblea General*,", ("Recordando", "Recordando también", "Recordando además")),
        ("*Генеральная Ассамблея*,", ("отмечая", "отмечая также", "отмечая далее")),
        ("***إن الجمعية العامة***،", ("وإذ تلاحظ", "وإذ تلاحظ أيضا", "وإذ تلاحظ كذلك")),
        ("**大会**，", ("回顾", "又回顾", "还回顾")),
    ],
    ids=["en", "fr", "es", "ru", "ar", "zh"],
)
def test_a_series_without_adverbs_takes_all_in_one_round(
    head: str, openings: tuple[str, str, str]
) -> None:
    comma = head[-1]
    mark = head[: head.index(head.lstrip("*")[0])]

    def draft(phrases: Iterable[str]) -> str:
        lines = [f"{mark}{one}{mark} 70/1{comma}" for one in phrases]
        return "\n\n".join([head, *lines]) + "\n"

    rounds = 0

    def propose(result: LintResult) -> Iterable[Diagnostic]:
        nonlocal rounds
        found = [one for one in result.diagnostics if one.code in ("LEAD007", "LEAD008")]
        rounds += bool(found)
        return found

    linter = Linter(Settings(profile="strict"))
    text = draft([openings[0]] * 9)
    fixed = fix_in_rounds(linter.lint(Source(text)), linter, propose, unsafe=True)
    assert fixed.text == draft(openings * 3)
    assert rounds == 1


def test_fixes_that_need_many_rounds_are_made_by_the_first_run_where_a_second_would() -> None:
    # One round for the first word, and then one more for each of as many as are allowed.
    def propose(result: LintResult) -> Iterable[Diagnostic]:
        text = result.draft.source.text
        if "need" in text:
            return with_fixes(("need", "want", None))(result)
        letters = "abcdefghij"[:MAX_ROUNDS]
        pairs = zip(letters, letters[1:], strict=False)
        changes = ((f"orchards {old},", f"orchards {new},", None) for old, new in pairs)
        return list(with_fixes(*changes)(result))[:1]

    draft = DRAFT.replace("orchards,", "orchards a,", 1)
    once = fix(draft, propose)
    again = fix(once.text, propose)
    assert (again.text, again.fixed) == (once.text, {})
    assert once.text == draft.replace("need", "want").replace("orchards a,", "orchards j,")
    assert sum(once.fixed.values()) == MAX_ROUNDS
    assert apply(draft, once.edits) == once.text
