"""What drafts of other bodies, and numbers that are all 1, are told only once or not at all."""

from __future__ import annotations

import pytest

from reslint.linting.linter import Linter
from reslint.text.source import Source


def codes(text: str) -> list[str]:
    found = Linter().lint(Source(text, "draft.txt")).diagnostics
    return [one.code for one in found if one.severity != "info"]


def test_be_it_further_resolved_follows_be_it_resolved() -> None:
    text = (
        "WHEREAS, the ferries are slow;\n\nBE IT RESOLVED that the council counts them; and\n\n"
        "BE IT FURTHER RESOLVED that it mends them.\n"
    )
    assert "LEAD007" not in codes(text)


@pytest.mark.parametrize(
    ("organ", "noting", "requests"),
    [
        ("The Council of Millers,", "Noting the cost,", "REQUESTS the clerk to count."),
        ("Le Conseil des meuniers,", "Notant le prix,", "PRIE le greffier de compter."),
        ("El Consejo de Molineros,", "Observando el precio,", "PIDE al oficial que cuente."),
    ],
)
def test_the_only_verb_of_another_body_may_be_in_capitals(
    organ: str, noting: str, requests: str
) -> None:
    assert "LEAD010" not in codes(f"{organ}\n\n{noting}\n\n{noting}\n\n{requests}\n")


def test_the_only_verb_of_the_assembly_in_capitals_is_reported() -> None:
    text = "The General Assembly,\n\nNoting the cost,\n\nAware of it,\n\nREQUESTS a report.\n"
    assert "LEAD010" in codes(text)


@pytest.mark.parametrize("more", [1, 3])
def test_numbers_that_are_all_one_are_one_error(more: int) -> None:
    text = "The General Assembly,\n\nNoting the cost,\n\n1. Urges care;\n\n"
    text += "1. Requests a report;\n\n" * more + "1. Decides to meet.\n"
    assert codes(text).count("NUM001") == 1


def test_two_numbers_that_stand_twice_are_two_errors() -> None:
    text = (
        "The General Assembly,\n\nNoting the cost,\n\n1. Urges care;\n\n1. Requests a report;\n\n"
        "3. Notes it;\n\n3. Decides to meet.\n"
    )
    assert codes(text).count("NUM001") == 2
