"""General kinds on where and how often something stands, and what a swap may say."""

from __future__ import annotations

from pathlib import Path

import pytest

from reslint.fixes.rounds import fix_in_rounds
from reslint.linting.incremental import IncrementalLinter
from reslint.linting.linter import Linter, LintResult
from reslint.rulebook.book import house, load_rulebook
from reslint.settings.settings import Settings
from reslint.text.source import Source
from tests.checks.test_general import found

REQUESTS = """\
*The General Assembly*,

*Noting* that it requests nothing,

1. *Requests* libraries to open;

2. *Also requests* them to read;

3. *Decides* that whoever requests a book waits;

4. *Requests* them to report.
"""
COUNTED = ["Requests", "Also requests"]


def test_count_reports_each_place_beyond_the_limit() -> None:
    given = {"words": COUNTED, "at": "start", "parts": ["operative"]}
    assert found("text.count", REQUESTS, most=2, **given) == ["Requests"]
    assert found("text.count", REQUESTS, most=1, **given) == ["Also requests", "Requests"]
    assert found("text.count", REQUESTS, most=3, **given) == []
    assert found("text.count", REQUESTS, most=0, words=["waits"]) == ["waits"]


def test_count_counts_anywhere_unless_it_says_where() -> None:
    anywhere = found("text.count", REQUESTS, words=["requests"], most=3)
    assert anywhere == ["requests", "Requests"]
    assert found("text.count", REQUESTS, words=["open", "read"], most=1, at="end") == ["read"]


def test_count_reports_too_few_at_the_last_paragraph() -> None:
    given = {"words": ["archives"], "parts": ["operative"], "most": 1}
    assert found("text.count", REQUESTS, least=1, **given) == ["Requests"]
    assert found("text.count", REQUESTS, least=0, **given) == []


def test_position_leaves_alone_what_is_at_its_place_or_missing() -> None:
    given = {"parts": ["operative"], "levels": "paragraphs"}
    assert found("text.position", REQUESTS, texts=["report"], **given) == []
    assert found("text.position", REQUESTS, texts=["waits"], **given) == ["waits"]
    assert found("text.position", REQUESTS, texts=["open"], place="first", **given) == []
    assert found("text.position", REQUESTS, texts=["nowhere"], **given) == []
    assert found("text.position", REQUESTS, texts=["Decides"], at="start", **given) == ["Decides"]
    assert found("text.position", REQUESTS, texts=["book"], at="start", **given) == []


def test_required_at_the_start_of_the_first_paragraph() -> None:
    given = {"parts": ["preamble"], "in": "first"}
    assert found("text.required", REQUESTS, texts=["Noting"], at="start", **given) == []
    assert found("text.required", REQUESTS, texts=["nothing"], at="start", **given) == ["Noting"]
    assert found("text.required", REQUESTS, texts=["nothing"], at="end", **given) == []


def test_required_only_where_the_draft_has_other_words() -> None:
    given = {"texts": ["archives"], "parts": ["operative"], "in": "last"}
    assert found("text.required", REQUESTS, when=["report"], **given) == ["Requests"]
    assert found("text.required", REQUESTS, when=["museum"], **given) == []


# Whole rules --------------------------------------------------------------------------------------

RULE = """\
code: HOUSE001
name: house-words
check: text.substitution
severity: warning
fix: safe
parameters:
  swaps:
    leverage: [use, draw upon]
    basically: ''
    impactful: {write: effective, message: 'No “{match}”.'}
    Russia: the Russian Federation
message: 'Write “{replacement}”.'
why: Plain words.
examples:
  - {language: en, in: preamble, bad: '*Noting* to leverage it,', at: leverage}
  - {language: en, in: preamble, good: '*Noting* it,'}
"""
DRAFT = """\
*The General Assembly*,

*Noting* the need to leverage books in Russia, which are basically impactful,

1. *Decides* to read;

2. *Decides* to write.
"""


def write(tmp_path: Path, text: str = RULE) -> list[str]:
    (tmp_path / "rule.yaml").write_text(text, encoding="utf-8")
    return [str(tmp_path / "rule.yaml")]


def lint(paths: list[str], text: str = DRAFT, **settings: object) -> LintResult:
    assert house(paths).problems == []
    chosen = Settings(select=frozenset(["HOUSE"]), **settings)  # type: ignore[arg-type]
    return Linter(chosen, lambda one: load_rulebook(one, paths)).lint(Source(text))


def test_a_swap_may_offer_several_words_delete_or_have_its_own_message(tmp_path: Path) -> None:
    result = lint(write(tmp_path))
    assert [one.message for one in result.diagnostics] == [
        "Write “use / draw upon”.",
        "Write “the Russian Federation”.",
        "Delete “basically”.",
        "No “impactful”.",
    ]
    first = result.diagnostics[0].fix
    assert first is not None
    assert (first.safety, first.title) == ("unsafe", "Write “use”")
    assert [(title, [one.text for one in edits]) for title, edits in first.others] == [
        ("Write “draw upon”", ["draw upon"])
    ]
    assert [(one.fix.safety, one.fix.title) for one in result.diagnostics[1:] if one.fix] == [
        ("safe", "Write “the Russian Federation”"),
        ("safe", "Delete “basically”"),
        ("safe", "Write “effective”"),
    ]


def test_safe_fixes_leave_the_choice_to_the_drafter(tmp_path: Path) -> None:
    paths = write(tmp_path)
    linter = Linter(Settings(select=frozenset(["HOUSE"])), lambda one: load_rulebook(one, paths))
    assert fix_in_rounds(linter.lint(Source(DRAFT)), linter, unsafe=False).text == DRAFT.replace(
        "Russia, which are basically impactful", "the Russian Federation, which are effective"
    )


def test_suggestions_move_with_the_text_before_them(tmp_path: Path) -> None:
    paths = write(tmp_path)
    settings = Settings(select=frozenset(["HOUSE"]), language="en", organ="GA")
    linter = IncrementalLinter(settings, lambda one: load_rulebook(one, paths))
    linter.lint(Source(DRAFT))
    longer = DRAFT.replace("*The", "\n\n*The")
    fix = linter.lint(Source(longer)).diagnostics[0].fix
    assert fix is not None
    [(_, [edit])] = fix.others
    assert longer[edit.start : edit.end] == "leverage"


def test_one_text_is_shown_in_every_language(tmp_path: Path) -> None:
    result = lint(write(tmp_path), message_language="fr")
    assert result.diagnostics[0].message == "Write “use / draw upon”."
    only_french = RULE.replace("'Write “{replacement}”.'", "{fr: 'Écrire « {replacement} ».'}")
    assert lint(write(tmp_path, only_french)).diagnostics[0].message.startswith("Écrire")


HEAD = "General Assembly\n\n{session} session\n\n{committee}\n\n"


@pytest.mark.parametrize(
    ("session", "committee", "number"),
    [
        ("Eightieth", "Third Committee", 1),
        ("Eightieth", "THIRD COMMITTEE", 1),
        ("Eightieth", "Second Committee", 0),
        ("Seventy-ninth", "Third Committee", 0),
    ],
)
def test_a_rule_for_a_session_and_a_committee(
    session: str, committee: str, number: int, tmp_path: Path
) -> None:
    text = RULE.replace(
        "severity:", "sessions: [80, 81]\ncommittees: [Third Committee]\nseverity:"
    ).replace("leverage: [use, draw upon]", "books: works")
    text = text.replace("to leverage it", "books").replace("at: leverage", "at: books")
    draft = HEAD.format(session=session, committee=committee) + DRAFT
    result = lint(write(tmp_path, text), draft)
    assert [one.message for one in result.diagnostics].count("Write “works”.") == number


def test_an_example_of_another_organ_shows_silence(tmp_path: Path) -> None:
    text = RULE.replace("severity:", "organs: [GA]\nseverity:") + (
        "  - {language: en, organ: SC, in: preamble, good: '*Noting* to leverage it,'}\n"
    )
    assert house(write(tmp_path, text)).problems == []
    wrong = text.replace("organ: SC, in: preamble, good: '*Noting* to leverage it,'", "@").replace(
        "@", "organ: SC, in: preamble, bad: '*Noting* to leverage it,', at: leverage"
    )
    [problem] = house(write(tmp_path, wrong)).problems
    assert "write organ: GA, or give it “good” alone" in problem.message.replace('"good"', "“good”")
