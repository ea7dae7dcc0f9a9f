"""The habits of an organ with a style of its own: what it is called, what is right there.

Those of WHO, UNESCO, ITU and others are data under `rules/organs/`, one file each; a settings file
may define those of one more organ. They are loaded only for a draft of another body, or where the
settings ask for them.
"""

from __future__ import annotations

import os

from reslint.data import paths
from reslint.data.compiled import Group
from reslint.text.folding import fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


EMPHASES = ("italic", "bold", "bold italic", "underline")
"""The kinds of emphasis that leading phrases may have."""
ENDINGS = ("comma", "semicolon", "colon", "stop")
"""The kinds of marks with which paragraphs may end."""
PREAMBLE, ITEMS = "preamble", "items"
_ORGANS = "organs"
_groups: dict[str, Group] = {}


class Habits:
    """What an organ writes in its own way.

    code        of the organ: `WHO`
    names       by language: what its organ lines say, among other words
    profile     the profile that asks for these habits, "" where the organ line does
    emphasis    kinds of emphasis that leading phrases may have; () for those of the language
    preamble    kinds of marks that may end a preambular paragraph, the usual one first
    items       kinds of marks that may end an item besides those of the language
    silent      codes of the rules that are not asked of it, unless the settings name them
    """

    __slots__ = ("_key", "code", "emphasis", "items", "names", "preamble", "profile", "silent")

    def __init__(self, data: dict[str, Any]) -> None:
        """Make habits of checked data, as they stand in a file of `rules/organs/`."""
        self.code: str = data["code"]
        self.names = {
            language: tuple(fold(name).casefold() for name in names)
            for language, names in data.get("names", {}).items()
        }
        self.profile: str = data.get("profile", "")
        self.emphasis: tuple[str, ...] = tuple(data.get("emphasis", ()))
        endings = data.get("endings", {})
        self.preamble: tuple[str, ...] = tuple(endings.get(PREAMBLE, ("comma",)))
        self.items: tuple[str, ...] = tuple(endings.get(ITEMS, ()))
        self.silent = frozenset(data.get("silent", ()))
        self._key = repr(sorted(data.items()))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Habits) and self._key == other._key

    def __hash__(self) -> int:
        return hash(self._key)

    def __repr__(self) -> str:
        """Return all that it says: results are kept by it."""
        return f"Habits({self._key})"

    def is_named_in(self, line: str, language: str) -> bool:
        """Tell whether an organ line in a language names the organ."""
        written = fold(line).casefold()
        return any(name in written for name in self.names.get(language, ()))


def habits_of_line(line: str, language: str) -> Habits | None:
    """Return the habits of the organ that an organ line names, None for one without any."""
    for data in _shipped().values():
        habits = Habits(data)
        if habits.is_named_in(line, language):
            return habits
    return None


def habits_of_profile(profile: str) -> Habits | None:
    """Return the habits that a profile asks for, None for a profile of the rules alone."""
    for data in _shipped().values():
        if data.get("profile") == profile:
            return Habits(data)
    return None


def habit_profiles() -> tuple[str, ...]:
    """Return the profiles that ask for habits of a house."""
    return tuple(data["profile"] for data in _shipped().values() if "profile" in data)


def compile_organs(folder: str) -> dict[str, Any]:
    """Compile the habits of all organs: the data of their files by code.

    Raises ValueError for a broken file.
    """
    from reslint.data.yaml_reader import YamlFileError, read_file

    base = os.path.join(folder, "organs")
    found: dict[str, Any] = {}
    for name in sorted(os.listdir(base)):
        if not name.endswith(".yaml"):
            continue
        try:
            value: Any = read_file(os.path.join(base, name)).value
        except YamlFileError as error:
            raise ValueError(f"{name}:{error.line}:{error.column}: {error.message}") from None
        found[value["code"]] = {
            key: part for key, part in value.items() if key not in ("examples", "source")
        }
    return {_ORGANS: found}


def _shipped() -> dict[str, dict[str, Any]]:
    """Return the data of the shipped habits, by code."""
    folder = paths.rules_folder()
    group = _groups.get(folder)
    if group is None:
        source = os.path.join(folder, "organs")
        group = _groups[folder] = Group(
            "organs", (source,), lambda: compile_organs(folder), standard=True
        )
    found: dict[str, dict[str, Any]] = group.part(_ORGANS)
    return found
