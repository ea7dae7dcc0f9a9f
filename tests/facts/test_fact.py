"""Facts are computed once and kept with what they are about."""

from __future__ import annotations

from reslint.facts import fact, key_of


class Owner:
    def __init__(self, number: int) -> None:
        self.number = number
        self.facts: dict[object, object] = {}


runs: list[int] = []


@fact
def double(owner: Owner) -> int:
    """Twice the number."""
    runs.append(owner.number)
    return 2 * owner.number


@fact
def nothing(owner: Owner) -> None:
    runs.append(owner.number)


@fact
def with_another(owner: Owner, other: int) -> int:
    return owner.number + other


def test_once_for_each_owner() -> None:
    runs.clear()
    one, other = Owner(1), Owner(2)
    assert [double(one), double(other), double(one)] == [2, 4, 2]
    assert runs == [1, 2]
    assert (double.__name__, double.__doc__) == ("double", "Twice the number.")


def test_none_is_a_result_too() -> None:
    runs.clear()
    owner = Owner(1)
    for _ in range(2):
        nothing(owner)
    assert runs == [1]


def test_facts_that_are_taken_away_are_computed_again() -> None:
    runs.clear()
    owner = Owner(1)
    double(owner)
    owner.facts = {}
    assert double(owner) == 2
    assert runs == [1, 1]


def test_further_arguments_are_handed_on_and_no_part_of_the_key() -> None:
    owner = Owner(1)
    assert with_another(owner, 2) == 3
    assert with_another(owner, 5) == 3


def test_a_result_put_there_under_its_key() -> None:
    owner = Owner(1)
    owner.facts[key_of(double)] = 7
    assert double(owner) == 7
