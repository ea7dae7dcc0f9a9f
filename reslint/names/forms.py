"""The forms of a name: as the files give them, inflected, respelled."""

from __future__ import annotations

import re

from reslint.names.folding import fold_in_place

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any


class NamesError(ValueError):
    """A file of names cannot be used; the text says where and why."""


class Entity:
    """An entity's names in one language, as written in the files."""

    __slots__ = (
        "acronyms",
        "names",
        "not_before",
        "not_in",
        "safe",
        "small",
        "small_not_before",
        "strict",
        "variants",
        "wrong",
    )

    def __init__(self, value: dict[str, Any]) -> None:
        self.names = _list(value["name"])
        self.acronyms = _list(value.get("acronym", []))
        self.wrong = _instead(value.get("wrong", {}), self.names[0])
        self.variants = _instead(value.get("variants", {}), self.names[0])
        self.not_before = tuple(_list(value.get("not_before", [])))
        self.not_in = tuple(value.get("not_in", []))
        self.small = _small(value.get("small", []))
        self.small_not_before = tuple(_list(value.get("small_not_before", [])))
        self.safe = not value.get("unsafe", False)
        self.strict = value.get("case") != "any"


_KEYS = frozenset(
    (
        "name",
        "acronym",
        "wrong",
        "variants",
        "not_before",
        "not_in",
        "small",
        "small_not_before",
        "unsafe",
        "case",
    )
)


def entity_of(key: str, value: Any) -> Entity:
    """What the files say of an entity in one language. Raises NamesError for an unknown key."""
    if isinstance(value, str):
        return Entity({"name": value})
    unknown = set(value) - _KEYS
    if unknown or "name" not in value:
        said = f"unknown: {', '.join(sorted(unknown))}" if unknown else "it has no name"
        raise NamesError(f"rules/names: {key}: {said}")
    return Entity(value)


def _list(value: Any) -> list[str]:
    return [fold_in_place(one) for one in ([value] if isinstance(value, str) else value)]


def _instead(value: Any, right: str) -> dict[str, str]:
    if isinstance(value, dict):
        return {fold_in_place(wrong): fold_in_place(one) for wrong, one in value.items()}
    return dict.fromkeys(_list(value), right)


def _small(value: Any) -> dict[str, str]:
    """What is looked for in small letters, and what to write instead."""
    if isinstance(value, dict):
        return _instead(value, "")
    return {name.lower(): name for name in _list(value)}


def inflected(name: str, declension: dict[str, list[str]]) -> Iterator[str]:
    """A name in all its cases: its opening words, as far as they are known, declined together."""
    yield name
    words = name.split(" ")
    count = 0
    while count < len(words) and (words[count] in declension or words[count] == "и"):
        count += 1
    cases = max((len(declension.get(word, ())) for word in words[:count]), default=0)
    for case in range(cases):
        declined = [
            declension[word][case] if word in declension else word for word in words[:count]
        ]
        yield " ".join(declined + words[count:])


def respelled(name: str, respellings: dict[str, list[str]]) -> Iterator[str]:
    """A name with one of its words, or all of a kind, in a spelling that names do not have."""
    for right, spellings in respellings.items():
        # Only whole words: "Organizations" is no respelling of "Organization".
        pattern = re.compile(rf"(?<![\w-]){re.escape(right)}(?![\w-])")
        if pattern.search(name):
            for spelling in spellings:
                yield pattern.sub(spelling, name)
