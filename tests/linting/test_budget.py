"""A draft has a budget: rules left over are named; a check nobody wants is given up."""

from __future__ import annotations

import pytest

from reslint.draft.reader import read_draft
from reslint.linting.budget import Budget, GivenUp
from reslint.linting.incremental import IncrementalLinter
from reslint.linting.linter import Linter
from reslint.linting.rule_run import run_rules
from reslint.rulebook.book import standard
from reslint.settings.settings import Settings
from reslint.text.source import Source
from tests.texts import DRAFT, FAULTY


def test_rules_left_over_are_named() -> None:
    rules = list(standard("en"))
    spent = Budget(-10_000_000)
    run = run_rules(rules, read_draft(Source(FAULTY)), Settings(), spent)
    assert run.diagnostics == []
    assert [one.code for one in run.errors] == ["TOOL003"] * len(rules)
    assert "FORM004" in " ".join(one.message for one in run.errors)


def test_work_between_the_rules_takes_no_time_of_the_draft() -> None:
    done = []
    budget = Budget(len(FAULTY), lambda: done.append(sum(range(100_000))))
    assert not any(budget.is_used_up() for _ in range(20))
    assert len(done) == 20


def test_a_lint_given_up_leaves_a_linter_that_is_right() -> None:
    linter = IncrementalLinter()
    linter.lint(Source(DRAFT))
    calls = 0

    def give_up() -> None:
        nonlocal calls
        calls += 1
        if calls == 30:
            raise GivenUp

    linter.between = give_up
    with pytest.raises(GivenUp):
        linter.lint(Source(FAULTY))
    linter.between = None
    for text in (FAULTY, DRAFT, FAULTY.replace("orchards", "gardens")):
        expected = [one.key() for one in Linter().lint(Source(text)).diagnostics]
        assert [one.key() for one in linter.lint(Source(text)).diagnostics] == expected
