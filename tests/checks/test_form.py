"""The form of a draft: each error at its place, with the fix that gives the draft back."""

from __future__ import annotations

import pytest

from tests.checks.variants import CLEAN, Finding, judged, variant

FAMILY = "FORM"


def test_the_draft_is_clean() -> None:
    assert judged(CLEAN, FAMILY) == ([], CLEAN)


@pytest.mark.parametrize(
    ("right", "wrong", "finding"),
    [
        ("*The General Assembly*", "The General Assembly", ("The General Assembly,", "safe")),
        ("Assembly*,", "Assembly*", ("The General Assembly", "safe")),
        ("*The General", "*The Generel", ("The Generel Assembly", "unsafe")),
    ],
)
def test_the_organ_line(right: str, wrong: str, finding: tuple[str, str]) -> None:
    assert judged(variant((right, wrong)), FAMILY) == ([("FORM001", *finding)], CLEAN)


def test_a_missing_organ_line_is_said_at_the_first_paragraph() -> None:
    text = variant(("*The General Assembly*,\n\n", ""))
    assert judged(text, FAMILY) == ([("FORM001", "Recalling", "none")], text)


def test_a_closing_before_the_last_paragraph() -> None:
    text = variant(("3. *Inv", "*5 December 2024*\n\n3. *Inv"))
    found, fixed = judged(text, "FORM002")
    assert (found, fixed) == ([("FORM002", "5", "none")], text)


@pytest.mark.parametrize(
    ("right", "wrong", "finding"),
    [
        ("maps,", "maps;", ("FORM003", ";", "safe")),
        ("towns,", "towns", ("FORM003", "towns", "safe")),
        ("towns,", "towns.", ("FORM003", ".", "safe")),
        ("read;", "read.", ("FORM004", ".", "safe")),
        ("read;", "read", ("FORM004", "read", "safe")),
        ("read;", "read,", ("FORM004", ",", "safe")),
        ("come.", "come;", ("FORM004", ";", "safe")),
        ("come.", "come", ("FORM004", "come", "safe")),
        ("stairs;", "stairs,", ("FORM004", ",", "safe")),
        ("(b) The maps;", "(b) The maps.", ("FORM004", ".", "safe")),
        ("light:", "light;", ("FORM011", ";", "unsafe")),
        ("read;", "read:", ("FORM011", ":", "unsafe")),
    ],
)
def test_endings(right: str, wrong: str, finding: Finding) -> None:
    assert judged(variant((right, wrong)), FAMILY) == ([finding], CLEAN)


def test_the_last_item_ends_the_draft() -> None:
    last = "\n3. *Invites* all to come.\n"
    text = variant((last, ""))
    assert judged(text, FAMILY) == (
        [("FORM004", ";", "safe")],
        text.replace("(b) The maps;", "(b) The maps."),
    )


TITLE = "79/900. Maps\n\n"


@pytest.mark.parametrize(
    ("line", "findings"),
    [
        ("79/900. Maps", []),
        ("79/900. Maps.", [("FORM005", ".", "unsafe")]),
        ("79/900 Maps", [("FORM005", "79/900", "unsafe")]),
        ("79/900 Maps.", [("FORM005", "79/900", "unsafe"), ("FORM005", ".", "unsafe")]),
    ],
)
def test_the_title(line: str, findings: list[Finding]) -> None:
    assert judged(f"{line}\n\n{CLEAN}", FAMILY) == (findings, TITLE + CLEAN)


def test_a_title_in_a_text_of_the_security_council() -> None:
    text = "Resolution 2552 (2020): Maps of towns\n\n" + variant(
        ("General Assembly", "Security Council")
    )
    found, fixed = judged(text, "FORM006")
    assert (found, fixed) == ([("FORM006", "Maps of towns", "none")], text)


ADOPTED = "Resolution adopted by the General Assembly on 5 December 2024\n\n79/900. Maps\n\n"


@pytest.mark.parametrize(
    ("head", "closing", "findings"),
    [
        (ADOPTED, "5 December 2024", []),
        (ADOPTED, "6 December 2024", [("FORM007", "6 December 2024", "none")]),
        (
            "Distr.: General 4 December 2024\n\n" + ADOPTED,
            "5 December 2024",
            [("FORM007", "4 December 2024", "none")],
        ),
        (
            ADOPTED.replace("79/900", "78/900"),
            "5 December 2024",
            [("FORM008", "5 December 2024", "none")],
        ),
        ("Seventy-eighth session\n\n79/900. Maps\n\n", "", [("FORM008", "Seventy-eighth", "none")]),
    ],
)
def test_dates_and_sessions(head: str, closing: str, findings: list[Finding]) -> None:
    text = head + CLEAN + (f"\n*52nd plenary meeting*\n\n*{closing}*\n" if closing else "")
    assert judged(text, FAMILY) == (findings, text)


@pytest.mark.parametrize(
    ("heading", "mark"), [("## Maps.", "."), ("**Maps:**", ":"), ("**II. Maps**", "")]
)
def test_a_heading_has_no_mark_at_its_end(heading: str, mark: str) -> None:
    before = variant(("1. *Dec", f"{heading}\n\n1. *Dec"))
    after = variant(("1. *Dec", f"{heading.replace(mark or ' ', '' if mark else ' ')}\n\n1. *Dec"))
    found = [("FORM009", mark, "safe")] if mark else []
    assert judged(before, "FORM009") == (found, after)


@pytest.mark.parametrize(
    ("sentence", "stops"),
    [
        ("read. It is so;", 1),
        ("read. It is so. It stays;", 2),
        ("read (the maps. And more);", 0),
        ("read “the maps. And more”;", 0),
        ("read *the maps. And more*;", 0),
        ("read Mr. Smith;", 0),
        ("read no. 5;", 0),
        ("read at 5. It is late;", 0),
        ("read A. Smith;", 0),
    ],
)
def test_a_full_stop_within_a_paragraph(sentence: str, stops: int) -> None:
    text = variant(("read;", sentence))
    assert judged(text, "FORM010") == ([("FORM010", ".", "none")] * stops, text)


def test_an_empty_paragraph() -> None:
    text = variant(("*Requests* the towns to light:\n", "\n"))
    assert judged(text, "FORM012") == ([("FORM012", "2.", "none")], text)
