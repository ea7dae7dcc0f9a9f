"""Quotation marks of other languages: the fix writes a pair, whichever way round it was typed."""

import pytest

import reslint
from reslint.fixes.rounds import fix_in_rounds
from reslint.linting.linter import Linter
from reslint.settings.settings import Settings
from reslint.text.source import Source

HEADS = {
    "en": "*The General Assembly*,\n\n*Recalling* the Charter,\n\n1. *Decides* to read ",
    "es": "*La Asamblea General*,\n\n*Recordando* la Carta,\n\n1. *Decide* leer ",
    "zh": "**大会**，\n\n**回顾**《宪章》，\n\n1. **决定**阅读",
}
ENDS = {
    "en": " now;\n\n2. *Requests* a report.",
    "es": " ahora;\n\n2. *Pide* un informe.",
    "zh": "；\n\n2. **请**秘书长提出报告。",
}


def fixed(language: str, quotation: str) -> str:
    """The quotation as the safe fixes leave it."""
    text = reslint.fix(HEADS[language] + quotation + ENDS[language]).text
    assert text.startswith(HEADS[language]) and text.endswith(ENDS[language])
    return text[len(HEADS[language]) : -len(ENDS[language])]


@pytest.mark.parametrize("language", HEADS)
@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("„Mill“", "“Mill”"),
        ("„Mill”", "“Mill”"),
        ("«Mill»", "“Mill”"),
        ("„Mill“ or “Wind” or „Sail“", "“Mill” or “Wind” or “Sail”"),
        ("„Mill or “Wind”", "“Mill or “Wind”"),
    ],
)
def test_quotation_is_written_as_a_pair(language: str, written: str, right: str) -> None:
    assert fixed(language, written) == right


@pytest.mark.parametrize("language", ["en", "es"])
def test_pair_that_opens_with_the_closing_mark_is_turned(language: str) -> None:
    assert fixed(language, "»Mill« or (»Wind«)") == "“Mill” or (“Wind”)"
    assert fixed(language, "the mill», the «Wind»") == "the mill”, the “Wind”"


@pytest.mark.parametrize(
    ("language", "quotation"), [("zh", "»Mill«"), ("en", "» Mill «"), ("es", "» Mill «")]
)
def test_nothing_is_fixed_where_no_mark_opens_for_sure(language: str, quotation: str) -> None:
    text = HEADS[language] + quotation + ENDS[language]
    marks = {
        text[one.start : one.end]
        for one in reslint.check(text).diagnostics
        if one.code == "TYPO004"
    }
    assert marks == {"«", "»"}
    assert fixed(language, quotation) == quotation


def test_two_marks_of_one_fix_are_one_fix() -> None:
    text = HEADS["en"] + "„Mill“" + ENDS["en"]
    (found,) = [one for one in reslint.check(text).diagnostics if one.code == "TYPO004"]
    assert found.fix is not None
    assert [(text[one.start : one.end], one.text) for one in found.fix.edits] == [
        ("„", "“"),
        ("“", "”"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "“The General Assembly,\n\nRecalling x,\n\nNoting y,\n\n1. Calls for z;\n\n2. Asks w.”\n",
        "“大会，\n\n回顾《宪章》，\n\n注意到报告，\n\n1. 呼吁和平；\n\n2. 请秘书长报告。”\n",
    ],
)
def test_a_draft_may_stand_in_quotation_marks(text: str) -> None:
    assert "TYPO004" not in [one.code for one in reslint.check(text).diagnostics]
    assert "TYPO004" in [one.code for one in reslint.check(text[1:]).diagnostics]


WITHIN_A_QUOTATION = {
    "en": (
        '*The General Assembly*,\n\n*Noting* “Old bridges and "new" ones”,\n\n1. *Decides* x.\n',
        "“Old bridges and ‘new’ ones”",
    ),
    "fr": (
        '*L’Assemblée générale*,\n\n*Notant* « Les ponts "neufs" et vieux »,\n\n1. *Décide* x.\n',
        "« Les ponts “neufs” et vieux »",
    ),
    "es": (
        '*La Asamblea General*,\n\n*Observando* “Los puentes "nuevos"”,\n\n1. *Decide* x.\n',
        "“Los puentes ‘nuevos’”",
    ),
    "ru": (
        '*Генеральная Ассамблея*,\n\n*отмечая* «Мосты ("Новые мосты")»,\n\n1. *решает* x.\n',
        "«Мосты (“Новые мосты”)»",
    ),
}


@pytest.mark.parametrize("language", WITHIN_A_QUOTATION)
def test_straight_marks_within_a_quotation_become_inner_marks(language: str) -> None:
    text, right = WITHIN_A_QUOTATION[language]
    assert right in with_right_marks(text, language)


def test_a_straight_mark_closes_what_a_mark_of_the_language_opens() -> None:
    text = '*Генеральная Ассамблея*,\n\n*отмечая* «Старые мосты" и «Реки»,\n\n1. *решает* x.\n'
    assert "«Старые мосты» и «Реки»" in with_right_marks(text, "ru")


def test_straight_marks_around_another_language_stay() -> None:
    text = (
        '*Генеральная Ассамблея*,\n\n*отмечая* доклад "The bridges and the rivers of the North" '
        "и «Мосты»,\n\n1. *решает* x.\n"
    )
    assert with_right_marks(text, "ru").count('"') == 2


def with_right_marks(text: str, language: str) -> str:
    """The draft after the safe fixes of quotation marks."""
    linter = Linter(Settings(language=language, select=frozenset(["TYPO004"])))
    return fix_in_rounds(linter.lint(Source(text, "draft.md")), linter).text
