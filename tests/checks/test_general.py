"""The general kinds: what they find, what they leave alone, and their budget."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest

from reslint.checks.kinds import OverBudget, Rule, find_kind
from reslint.draft.model import Draft
from reslint.draft.reader import read_draft
from reslint.facts.draft_text import DraftText, whole_words
from reslint.fixes.choosing import apply
from reslint.rulebook import book
from reslint.text.diagnostics import Finding
from reslint.text.folding import fold_in_place, lower
from reslint.text.source import Source

DRAFT = """\
*The General Assembly*,

*Stressing* the digital gap, the web-based digital gap and the digital divide,

*Recalling* the report entitled “The digital divide”,

1. *Invites* IRL to read on the web:

(a) By night;

(b) by day;

2. *Thanks* the readers.
"""


def rule(check: str, **given: Any) -> Rule:
    kind = find_kind(check)
    parameters = {
        name: spec["default"] for name, spec in kind.parameters.items() if "default" in spec
    }
    return Rule(
        code="HOUSE001", name="a", check=check, languages=None, organs=None, severity="info",
        profile="standard", fix="safe", parameters={**parameters, **given},
        messages={"": {"en": ""}}, fix_title={}, why={}, source={},
    )  # fmt: skip


def run(check: str, text: str = DRAFT, **given: Any) -> tuple[Draft, list[Finding]]:
    draft = read_draft(Source(text), language="en")
    return draft, list(find_kind(check).run(draft, rule(check, **given)))


def found(check: str, text: str = DRAFT, **given: Any) -> list[str]:
    return [text[one.start : one.end] for one in run(check, text, **given)[1]]


def fixed(check: str, text: str, **given: Any) -> str:
    _, findings = run(check, text, **given)
    return apply(text, [edit for one in findings for edit in one.edits])


def test_forbidden_finds_whole_words_outside_quotations() -> None:
    assert found("text.forbidden", words=["web", "digital divide"]) == ["digital divide", "web"]
    assert found("text.forbidden", words=["digital divide"], in_quotes=True) == [
        "digital divide",
        "digital divide",
    ]
    assert found("text.forbidden", words=["Digital Gap"], ignore_case=False) == []


def test_parts_and_levels_choose_paragraphs() -> None:
    assert found("text.forbidden", words=["the"], parts=["operative"]) == ["the", "the"]
    assert found("text.forbidden", words=["by"], levels="items") == ["By", "by"]
    assert found("text.forbidden", words=["by"], levels="paragraphs") == []


def test_exceptions_never_count() -> None:
    assert found("text.forbidden", words=["web"], exceptions=["on the web"]) == []
    assert found("text.forbidden", words=["web"], exceptions=["on the we"]) == ["web"]


def test_substitution_keeps_capitals_and_kinds() -> None:
    noted = "the city’s plan\u00a0B, Plan\u00a0B and PLAN B"
    text = f"*The General Assembly*,\n\n*Noting* {noted},\n\n1. *Thanks* it.\n"
    after = fixed("text.substitution", text, swaps={"plan b": "scheme of the city's"})
    assert "scheme\u00a0of\u00a0the\u00a0city’s, Scheme\u00a0of\u00a0the\u00a0city’s" in after
    assert "SCHEME OF THE CITY’S" in after


def test_substitution_is_silent_where_the_right_form_stands() -> None:
    assert found("text.substitution", swaps={"digital gap": "web-based digital gap"}) == [
        "digital gap"
    ]


@pytest.mark.parametrize(
    "form", ["web-based  digital gap", "web-based\u2009digital gap", "web-based\ndigital gap"]
)
def test_the_right_form_may_have_any_spaces(form: str) -> None:
    text = f"*The General Assembly*,\n\n*Noting* the {form},\n\n1. *Thanks* it.\n"
    swaps = {"digital gap": "web-based digital gap"}
    assert found("text.substitution", text, swaps=swaps) == []


def test_a_pattern_finds_chinese_words_without_spaces() -> None:
    text = "**大会**，\n\n**回顾**乡村图书馆的工作，\n\n**决定**开放阅览室。\n"
    draft = read_draft(Source(text), language="zh")
    given = rule("text.pattern", pattern="图书馆")
    findings = list(find_kind("text.pattern").run(draft, given))
    assert [text[one.start : one.end] for one in findings] == ["图书馆"]
    assert findings[0].start == text.index("图书馆")


def test_an_acronym_is_no_word_in_small_letters() -> None:
    text = "*The General Assembly*,\n\n*Noting* those who read, WHO and IT,\n\n*Thanks* it.\n"
    assert found("text.sequence", text, phrases=["WHO"], needs=["World Health"]) == ["WHO"]
    assert found("text.forbidden", text, words=["IT"]) == ["IT"]
    assert found("text.capitalization", text, words=["WHO"]) == ["who"]


def test_a_swap_over_markup_changes_only_what_differs() -> None:
    text = "*The General Assembly*,\n\n*Noting* the *night* readers,\n\n1. *Thanks* it.\n"
    assert "the *night* library," in fixed(
        "text.substitution", text, swaps={"night readers": "night library"}, in_quotes=True
    )


def test_consistency_reports_the_rarer_form() -> None:
    draft, (finding,) = run("text.consistency", either=[["digital gap", "digital divide"]])
    assert draft.source.text[finding.start : finding.end] == "digital divide"
    assert finding.values["replacement"] == "digital gap"
    assert finding.related[0][0] == DRAFT.index("digital gap")
    assert found("text.consistency", either=[["readers", "night owls"]]) == []


def test_capitalization() -> None:
    assert found("text.capitalization", words=["Digital Gap"], parts=["preamble"]) == [
        "digital gap"
    ] * 1 + ["digital gap"]
    assert found("text.capitalization", start="capital", levels="items") == ["by"]
    assert found("text.capitalization", start="small", levels="items") == ["By"]
    assert found("text.capitalization", words=["by night"], levels="items") == []


@pytest.mark.parametrize(
    ("where", "wanted"),
    [("any", []), ("first", []), ("last", ["Thanks"]), ("each", ["Thanks"])],
)
def test_required(where: str, wanted: list[str]) -> None:
    given: dict[str, Any] = {"texts": ["IRL"], "parts": ["operative"], "levels": "paragraphs"}
    assert found("text.required", **given, **{"in": where}) == wanted


def test_required_in_a_part_that_is_missing() -> None:
    assert len(run("text.required", texts=["IRL"], parts=["annex"])[1]) == 1
    assert run("text.required", texts=["IRL"], parts=["annex"], **{"in": "each"})[1] == []


def test_sequence() -> None:
    assert found("text.sequence", phrases=["IRL"], needs=["readers"]) == ["IRL"]
    assert found("text.sequence", phrases=["IRL"], needs=["readers"], where="after") == []
    assert found(
        "text.sequence", phrases=["IRL"], needs=["readers"], where="after", within="paragraph"
    ) == ["IRL"]
    assert found("text.sequence", phrases=["IRL"], needs=["digital gap"]) == []


def test_length() -> None:
    assert found("text.length", most=9, parts=["preamble"]) == ["Stressing"]
    assert found("text.length", least=3, parts=["operative"], levels="items") == ["By", "by"]
    assert found(
        "text.length", of="paragraphs", most=1, parts=["operative"], levels="paragraphs"
    ) == ["Thanks"]
    assert found("text.length", of="characters", most=500) == []


def test_pattern_exceptions_gate_and_words() -> None:
    assert found("text.pattern", pattern="digital (?:gap|divide)") == ["digital gap"] * 2 + [
        "digital divide"
    ]
    assert found("text.pattern", pattern="eb") == []
    assert found("text.pattern", pattern="eb", whole_words=False) == ["eb", "eb"]
    assert found("text.pattern", pattern="web", exceptions=["web-based"]) == ["web"]
    assert found("text.pattern", pattern="web", needs=["telegraph"]) == []
    assert found("text.pattern", pattern="web", needs=["WEB"]) == ["web", "web"]


@pytest.mark.parametrize(
    "given", [{"pattern": "(a+)+b"}, {"pattern": "x", "exceptions": ["(a+)+b"]}]
)
def test_a_pattern_over_budget_raises_and_never_hangs(given: dict[str, Any]) -> None:
    text = f"*The General Assembly*,\n\n*Noting* x {'a' * 5000},\n\n1. *Thanks* it.\n"
    began = time.process_time()
    with pytest.raises(OverBudget):
        run("text.pattern", text, **given)
    assert time.process_time() - began < 5


def test_all_patterns_have_a_time_together() -> None:
    text = f"*The General Assembly*,\n\n*Noting* x {'a' * 5000},\n\n1. *Thanks* it.\n"
    draft = read_draft(Source(text))
    check = find_kind("text.pattern").run
    thanks = rule("text.pattern", pattern="Thanks")
    began = time.process_time()
    for number in range(10):
        assert len(list(check(draft, thanks))) == 1
        with pytest.raises(OverBudget):
            list(check(draft, rule("text.pattern", pattern=f"(a+)+b{number}")))
    with pytest.raises(OverBudget):
        list(check(draft, thanks))
    assert time.process_time() - began < 5
    # The next draft has its own time.
    assert len(list(check(read_draft(Source(text)), thanks))) == 1


def test_thousands_of_swaps_cost_little() -> None:
    draft = read_draft(Source(DRAFT * 50), language="en")
    swaps = {f"word{number} here": "x" for number in range(5000)}
    one = rule("text.substitution", swaps=swaps)
    list(find_kind("text.substitution").run(draft, one))
    began = time.process_time()
    list(find_kind("text.substitution").run(draft, one))
    assert time.process_time() - began < 0.05


def test_wrong_parameters_are_said_plainly(tmp_path: Path) -> None:
    path = tmp_path / "house.yaml"
    path.write_text(
        "code: HOUSE001\nname: a\ncheck: text.substitution\nseverity: info\n"
        "parameters: {swaps: {}, level: all}\nmessage: {en: a, fr: a}\nwhy: a\n"
        "examples: [{language: en, bad: a, at: a, good: b}]\n",
        encoding="utf-8",
    )
    said = " ".join(problem.message for problem in book.house([str(path)]).problems)
    assert '"level"' in said and '"levels"' in said and "swaps" in said


def test_the_readings_of_a_text_have_one_length() -> None:
    text = "İstanbul’s\u00a0“Straße” — ‘İ’\u2011x"
    assert len(lower(text)) == len(fold_in_place(text)) == len(text)
    assert list(whole_words("person on-line on one, on", "on")) == [15, 23]


def test_places_lead_back_to_paragraphs() -> None:
    draft = read_draft(Source(DRAFT), language="en")
    text = DraftText(draft.paragraphs)
    paragraph, at = text.place(text.text.index("readers"))
    assert paragraph.text[at:].startswith("readers")
    assert {"web", "web-based", "irl"} <= text.words
