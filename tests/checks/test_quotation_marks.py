"""Quotation marks of other languages: the fix writes a pair, whichever way round it was typed."""

import pytest

import reslint

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
