"""Test injected errors in citations, names, typography and wording."""

from __future__ import annotations

import pytest

from benchmarks.errors import kinds
from benchmarks.injecting import Text, collect_wording, judge, possible_errors
from reslint.rulebook.book import standard_in_full
from reslint.text.source import Source

DRAFT = """Resolution adopted by the General Assembly on 20 December 2023

78/999. Libraries by the river

*The General Assembly*,

*Recalling* its resolution 70/1 of 25 September 2015 on rivers and its resolutions 71/8, \
72/5 and 73/2 on bridges,

*Recalling also* Security Council resolution 1325 (2000) of 31 October 2000, entitled \
“A bridge for readers”, and Economic and Social Council resolution 2006/46,

*Noting* the report on reading (A/78/62) and the programme for 2022–2026, in which 25,000 readers, \
or 35 per cent of them, took part, “in the evening” as well,

1. *Invites* the Food and Agriculture Organization of the United Nations and Member States to \
organize reading rooms by the river – as far as possible – in Viet Nam;

2. *Requests* the Secretary-General to report on the readers’ wishes, the children’s rooms, \
the city’s help and the implementation of the present resolution.
"""

FAMILIES = ("CITE", "NAME", "TYPO", "WORD")


@pytest.fixture(scope="module")
def text() -> Text:
    return Text("draft.md", Source(DRAFT, "draft.md"))


def test_the_draft_is_clean(text: Text) -> None:
    assert [diagnostic.code for diagnostic in text.diagnostics] == []


def test_every_code_of_the_families_has_a_kind() -> None:
    covered = {kind.code for kind in kinds(FAMILIES)}
    wanted = {rule.code for rule in standard_in_full() if rule.code.startswith(FAMILIES)}
    assert wanted - covered == set()


def test_errors_made_in_a_draft_are_found(text: Text) -> None:
    shared = collect_wording([text])["en"]
    by_name = {repr(kind): kind for kind in kinds(FAMILIES)}
    made = possible_errors(text, shared, FAMILIES, 1)
    assert len(made) > 30
    missed = []
    for name, errors in made.items():
        outcome = judge(text, by_name[name], errors[0])
        if not outcome.found:
            missed.append(name)
        if outcome.safety == "safe" and outcome.restores:
            assert outcome.restored, name
    assert missed == []


@pytest.mark.parametrize(
    ("code", "written"),
    [
        ("CITE001", "71/8"),  # 71-8, not the numbers within a symbol
        ("TYPO010", "2022–2026"),
        ("WORD003", "Member States"),
        ("NAME010", "Food and Agriculture Organization of the United Nations"),
    ],
)
def test_errors_are_made_at_the_fact(text: Text, code: str, written: str) -> None:
    made = possible_errors(text, collect_wording([text])["en"], (code,), 1)
    places = {
        (error.edits[0].start, error.edits[-1].end) for each in made.values() for error in each
    }
    first = DRAFT.index(written)
    assert any(first <= start and end <= first + len(written) for start, end in places)


def test_a_title_in_straight_marks_is_one_finding(text: Text) -> None:
    longer = DRAFT.replace("“in the evening”", "“in the evening”, “at night”")
    draft = Text("draft.md", Source(longer, "draft.md"))
    kind = next(kind for kind in kinds(("CITE011",)) if kind.name == "straight-marks")
    error = possible_errors(draft, collect_wording([draft])["en"], ("CITE011",), 1)[repr(kind)][0]
    outcome = judge(draft, kind, error)
    assert outcome.found
    assert outcome.extra == ()
