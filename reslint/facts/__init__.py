"""Facts about a draft and its paragraphs, computed once and shared by all rules."""

from __future__ import annotations

from functools import wraps

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

    Further arguments are handed on and are no part of the key: they must be the same each time
    (the draft of a paragraph).
    """

    compute: Callable[..., Any] = find

    @wraps(find)
    def kept(owner: Any, *others: Any) -> Any:
        facts = owner.facts
        try:
            return facts[find]
        except KeyError:
            found = facts[find] = compute(owner, *others)
            return found

    return kept  # type: ignore[return-value]  # ParamSpec wants **kwargs, which cost at each call


def key_of(function: Callable[..., object]) -> object:
    """The key under which the results of a `@fact` are kept, for one who puts them there."""
    return getattr(function, "__wrapped__")  # noqa: B009
