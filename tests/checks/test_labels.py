"""First letters of items: as the organ has them, else one way within a list."""

from __future__ import annotations

import pytest

from tests.checks.variants import CLEAN, Finding, judged, variant

COUNCIL = variant(("General Assembly", "Security Council"))
LOWER = variant(("(a) The", "(a) the"), ("(b) The", "(b) the"), of=COUNCIL)
THREE = variant(("(b) The maps;\n", "(b) The maps;\n\n(c) The rooms;\n"), of=COUNCIL)


@pytest.mark.parametrize("text", [CLEAN, COUNCIL, LOWER, THREE])
def test_lists_that_are_of_one_kind(text: str) -> None:
    assert judged(text, "NUM") == ([], text)


@pytest.mark.parametrize(
    ("right", "item", "wrong", "finding"),
    [
        # The General Assembly writes capitals, whatever most items have.
        (CLEAN, "(a) The", "(a) the", ("NUM007", "t", "safe")),
        (CLEAN, "(b) The", "(b) the", ("NUM007", "t", "safe")),
        # In the Security Council most items tell, and of two the first one.
        (COUNCIL, "(b) The", "(b) the", ("NUM007", "t", "safe")),
        (LOWER, "(b) the", "(b) The", ("NUM007", "T", "unsafe")),
        (THREE, "(a) The", "(a) the", ("NUM007", "t", "safe")),
        (THREE, "(c) The", "(c) the", ("NUM007", "t", "safe")),
    ],
)
def test_an_item_of_another_kind(right: str, item: str, wrong: str, finding: Finding) -> None:
    assert judged(variant((item, wrong), of=right), "NUM") == ([finding], right)


def test_what_has_no_case_says_nothing() -> None:
    for item in ("(a) 12 stairs", "(a) UNESCO stairs", "(a) “The stairs”"):
        text = variant(("(a) the stairs", item), of=LOWER)
        assert judged(text, "NUM007") == ([], text)
