"""One error gives one finding: rules that report the same words yield to one another."""

from __future__ import annotations

import pytest

from reslint.fixes.rounds import fix_in_rounds
from reslint.linting.incremental import IncrementalLinter
from reslint.linting.linter import Linter
from reslint.rulebook.book import codes, standard_in_full
from reslint.settings.settings import Settings
from reslint.text.source import Source
from tests.checks.marked_drafts import ENDINGS, ORGAN_LINES, PREAMBLES

WRONG: dict[str, list[tuple[str, str, str | None]]] = {
    "en": [
        ("Further Noting the boats,", "LEAD009", "*Noting further* the boats,"),
        ("*Further Noting* the boats,", "LEAD009", "*Noting further* the boats,"),
        ("NOTING the boats,", "LEAD002", "*Noting* the boats,"),
        ("NOTES the boats,", "LEAD005", "*Noting* the boats,"),
        ("Noting With Deep Appreciation the boats,", "LEAD002", None),
    ],
    "fr": [
        ("Également notant les barques,", "LEAD009", "*Notant également* les barques,"),
        ("NOTANT les barques,", "LEAD002", "*Notant* les barques,"),
        ("NOTE les barques,", "LEAD005", "*Notant* les barques,"),
        ("CONVAINCU des barques,", "LEAD006", "*Convaincue* des barques,"),
    ],
    "es": [
        ("También observando las barcas,", "LEAD009", "*Observando también* las barcas,"),
        ("OBSERVANDO las barcas,", "LEAD002", "*Observando* las barcas,"),
        ("CONVENCIDO de las barcas,", "LEAD006", "*Convencida* de las barcas,"),
    ],
    "ru": [
        ("Отмечая лодки,", "LEAD002", "*отмечая* лодки,"),
        ("Будучи Убежден в лодках,", "LEAD006", "*будучи убеждена* в лодках,"),
    ],
    "ar": [("تلاحظ القوارب،", "LEAD005", None), ("إذ تلاحظ القوارب،", "LEAD002", None)],
    "zh": [("注意到船只，", "LEAD002", "**注意到**船只，")],
}
EARLIER = {
    "en": "*Noting* the lamps,\n\n*Noting also* the oil,",
    "fr": "*Notant* les lampes,",
    "es": "*Observando* las luces,",
}
"""Paragraphs with the same verb: after them an adverb of repetition is right."""
CASES = [(language, *case) for language, cases in WRONG.items() for case in cases]


def draft(language: str, paragraph: str, code: str = "") -> str:
    before = [EARLIER[language]] if code == "LEAD009" else []
    parts = (ORGAN_LINES[language], PREAMBLES[language], *before, paragraph, ENDINGS[language])
    return "\n\n".join(parts) + "\n"


def leading(text: str, language: str, **settings: object) -> list[str]:
    linter = Linter(Settings(language=language, **settings))  # type: ignore[arg-type]
    found = [each.code for each in linter.lint(Source(text, "draft.md")).diagnostics]
    kept = IncrementalLinter(Settings(language=language, **settings))  # type: ignore[arg-type]
    for version in [text, f"{text}\n", text]:
        again = [each.code for each in kept.lint(Source(version, "draft.md")).diagnostics]
    assert again == found
    return [code for code in found if code.startswith("LEAD") and code != "LEAD007"]


@pytest.mark.parametrize(("language", "paragraph", "code", "right"), CASES)
def test_a_wrong_phrase_is_one_finding(
    language: str, paragraph: str, code: str, right: str | None
) -> None:
    assert leading(draft(language, paragraph, code), language) == [code]


@pytest.mark.parametrize(
    ("language", "paragraph", "code", "right"), [case for case in CASES if case[3]]
)
def test_its_fixes_leave_the_right_phrase(
    language: str, paragraph: str, code: str, right: str | None
) -> None:
    linter = Linter(Settings(language=language))
    first = linter.lint(Source(draft(language, paragraph, code), "draft.md"))
    assert right is not None
    assert fix_in_rounds(first, linter).text == draft(language, right, code)


def test_a_title_case_phrase_in_plain_text_is_one_finding() -> None:
    text = draft("en", "Further Noting the boats,").replace("*", "")
    found = [each.code for each in Linter().lint(Source(text, "draft.txt")).diagnostics]
    assert found == ["TOOL007", "LEAD009"]


def test_without_the_stronger_rule_the_other_one_speaks() -> None:
    text = draft("en", "*Further Noting* the boats,")
    assert leading(text, "en", ignore=frozenset({"LEAD009"})) == ["LEAD010"]
    assert leading(text, "en", severities={"LEAD009": "off"}) == ["LEAD010"]
    hidden = text.replace("*Further", "<!-- reslint-disable-next-line LEAD009 -->\n*Further")
    assert leading(hidden, "en") == ["LEAD010"]


def test_errors_in_two_paragraphs_are_two_findings() -> None:
    text = draft("en", "*Further noting* the boats,\n\n*NOTING* the oars,")
    assert leading(text, "en") == ["LEAD009", "LEAD010"]


def test_the_codes_to_which_rules_yield_exist_and_run_in_no_circle() -> None:
    yields = {rule.code: set(rule.yields_to) for rule in standard_in_full()}
    assert set().union(*yields.values()) <= set(codes())
    assert sum(map(bool, yields.values())) >= 4
    while free := {code for code, others in yields.items() if not others & set(yields)}:
        yields = {code: others for code, others in yields.items() if code not in free}
    assert yields == {}
