"""Facts about a draft and its paragraphs, computed once and shared by all rules."""

from __future__ import annotations

from functools import update_wrapper

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar

    class HasFacts(Protocol):
        """A draft or a paragraph."""

        facts: dict[object, object]

    _Owner = TypeVar("_Owner", bound=HasFacts)

    _Others = ParamSpec("_Others")

    _Found = TypeVar("_Found")


def fact(
    find: Callable[Concatenate[_Owner, _Others], _Found],
) -> Callable[Concatenate[_Owner, _Others], _Found]:
    """Make a function of a draft or paragraph keep its result in the `facts` of that one.

    A second argument is handed on and is not part of the key: it must be the same each time (the
    draft of a paragraph).
    """

    compute: Any = find

    def of_one(owner: Any) -> Any:
        facts = owner.facts
        if find in facts:
            return facts[find]
        found = facts[find] = compute(owner)
        return found

    def of_two(owner: Any, other: Any) -> Any:
        facts = owner.facts
        if find in facts:
            return facts[find]
        found = facts[find] = compute(owner, other)
        return found

    # Made for one or two arguments: collecting any number of them costs at each call.
    kept: Any = update_wrapper(of_one if compute.__code__.co_argcount == 1 else of_two, find)
    result: Callable[Concatenate[_Owner, _Others], _Found] = kept
    return result


def key_of(function: Callable[..., object]) -> object:
    """The key under which the results of a `@fact` are kept, for one who puts them there."""
    return getattr(function, "__wrapped__")  # noqa: B009 - not an attribute for types
