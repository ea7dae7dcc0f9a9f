"""Leading phrases: unknown, unmarked, of the wrong part, gender, capitals or repetition."""

from __future__ import annotations

import pytest

from tests.checks.variants import CLEAN, Finding, judged, variant

FAMILY = "LEAD"
FRENCH = """\
*L’Assemblée générale*,

*Rappelant* les cartes,

*Consciente* des villes,

1. *Décide* de lire ;

2. *Invite* chacun à venir.
"""


def test_the_drafts_are_clean() -> None:
    assert judged(CLEAN, FAMILY) == ([], CLEAN)
    assert judged(FRENCH, FAMILY) == ([], FRENCH)


@pytest.mark.parametrize(
    ("right", "wrong", "finding"),
    [
        ("*Recalling*", "Recalling", ("LEAD002", "Recalling", "safe")),
        ("*Recalling*", "**Recalling**", ("LEAD002", "Recalling", "safe")),
        ("*Decides*", "Decides", ("LEAD002", "Decides", "safe")),
        ("*Recalling*", "*recalling*", ("LEAD010", "recalling", "safe")),
        ("*Decides*", "*DECIDES*", ("LEAD010", "DECIDES", "safe")),
        ("(a) The stairs", "(a) *The* stairs", None),
    ],
)
def test_marks_and_capitals(right: str, wrong: str, finding: Finding | None) -> None:
    text = variant((right, wrong))
    if finding is None:
        assert judged(text, FAMILY) == ([], text)
    else:
        assert judged(text, FAMILY) == ([finding], CLEAN)


def test_an_unknown_phrase() -> None:
    text = variant(("Recalling", "Recaling"))
    assert judged(text, FAMILY) == ([("LEAD001", "Recaling", "none")], text)


@pytest.mark.parametrize(
    ("old", "new", "finding", "fixed"),
    [
        (
            "*Noting* the",
            "*Noting with* satisfaction the",
            ("LEAD004", " satisfaction", "safe"),
            "*Noting with satisfaction* the",
        ),
        (
            "*Recalling* the maps,",
            "*Recalling the maps of all the towns and villages*,",
            ("LEAD003", " the maps of all the towns and villages", "safe"),
            "*Recalling* the maps of all the towns and villages,",
        ),
        ("*Recalling*", "*Decides*", ("LEAD005", "Decides", "safe"), "*Deciding*"),
        ("*Decides*", "*Recalling*", ("LEAD005", "Recalling", "safe"), "*Recalls*"),
        (
            "(a) The stairs",
            "(a) *Decides* that the stairs",
            ("LEAD012", "Decides", "safe"),
            "(a) Decides that the stairs",
        ),
        ("*Noting*", "*Recalling*", ("LEAD008", "Recalling", "unsafe"), "*Recalling also*"),
        (
            "*Requests*",
            "*Further decides*",
            ("LEAD007", "Further", "unsafe"),
            "*Also decides*",
        ),
    ],
)
def test_fixes(old: str, new: str, finding: Finding, fixed: str) -> None:
    assert judged(variant((old, new)), FAMILY) == ([finding], variant((old, fixed)))


@pytest.mark.parametrize(
    ("phrases", "codes"),
    [
        (("Recalling", "Recalling also", "Recalling further"), []),
        (("Recalling", "Recalling further", "Recalling also"), ["LEAD007", "LEAD007"]),
        (("Recalling", "Recalling also", "Recalling also"), ["LEAD007"]),
        (("Recalling also", "Recalling", "Noting"), ["LEAD007", "LEAD008"]),
        (("Recalling", "Noting", "Recalling"), []),
        (("Recalling", "Also recalling", "Noting"), ["LEAD009"]),
    ],
)
def test_adverbs_of_repetition(phrases: tuple[str, ...], codes: list[str]) -> None:
    preamble = "".join(f"*{phrase}* the maps,\n\n" for phrase in phrases)
    text = variant(("*Recalling* the maps,\n\n", preamble), ("*Noting* the towns,\n\n", ""))
    assert [code for code, *_ in judged(text, FAMILY)[0]] == codes


@pytest.mark.parametrize(
    ("organ", "line", "word", "right"),
    [
        ("GA", "L’Assemblée générale", "Conscient", "Consciente"),
        ("SC", "Le Conseil de sécurité", "Consciente", "Conscient"),
    ],
)
def test_the_gender_of_the_organ(organ: str, line: str, word: str, right: str) -> None:
    text = variant(("L’Assemblée générale", line), ("Consciente", word), of=FRENCH)
    assert judged(text, "LEAD006", organ=organ) == (
        [("LEAD006", word, "safe")],
        variant(("L’Assemblée générale", line), ("Consciente", right), of=FRENCH),
    )


def test_a_phrase_of_the_security_council() -> None:
    text = variant(("*Decides* to", "*Acting* under Chapter VII, *decides* to"))
    assert judged(text, "LEAD011") == ([("LEAD011", "Acting", "none")], text)
    council = variant(("General Assembly", "Security Council"), of=text)
    assert judged(council, "LEAD011") == ([], council)


@pytest.mark.parametrize(
    ("first", "second", "findings", "fixed"),
    [
        ("إذ تشير", "وإذ تلاحظ", [], ("إذ تشير", "وإذ تلاحظ")),
        ("وإذ تشير", "وإذ تلاحظ", [("LEAD013", "وإذ", "unsafe")], ("إذ تشير", "وإذ تلاحظ")),
        ("إذ تشير", "إذ تلاحظ", [("LEAD013", "إذ", "unsafe")], ("إذ تشير", "وإذ تلاحظ")),
    ],
)
def test_the_arabic_conjunction(
    first: str, second: str, findings: list[Finding], fixed: tuple[str, str]
) -> None:
    def draft(one: str, other: str) -> str:
        preamble = f"*{one}* إلى الخرائط،\n\n*{other}* المدن،\n\n"
        return f"*إن الجمعية العامة*،\n\n{preamble}1 - *تقرر* القراءة.\n"

    assert judged(draft(first, second), "LEAD013") == (findings, draft(*fixed))
