"""The names of a language as compiled data: loaded only when a rule asks for them."""

from __future__ import annotations

import os

from reslint.data import files
from reslint.data.compiled import Group
from reslint.names.table import NameTable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

# In a checkout the code that compiles changes without a new version.
_CODE = ("compiling.py", "folding.py", "forms.py", "near.py")
_HERE = os.path.dirname(os.path.abspath(__file__))

_groups: dict[str, Group] = {}
_tables: dict[tuple[str, str], NameTable] = {}


def names_of(language: str) -> NameTable:
    """The names in a language, an empty table for a language without any. Loaded once.

    Raises NamesError (a ValueError) where a file of names is broken.
    """
    folder = files.rules_folder()
    table = _tables.get((folder, language))
    if table is None:
        table = _tables[(folder, language)] = NameTable(_part(folder, language) or {})
    return table


def _part(folder: str, language: str) -> dict[str, Any] | None:
    group = _groups.get(folder)
    source = os.path.join(folder, "names")
    if group is None:
        sources = (source, *(os.path.join(_HERE, each) for each in _CODE))
        group = _groups[folder] = Group("names", sources, lambda: _build(folder), standard=True)
    found: dict[str, Any] | None = group.part(language)
    if found is None and files.rules_are_inside_the_package():
        # A wheel built without the compiled names compiles them once, into the user's cache.
        group = _groups[folder] = Group("names", (source,), lambda: _build(folder))
        found = group.part(language)
    return found


def _build(folder: str) -> dict[str, Any]:
    from reslint.names.compiling import compile_names

    return compile_names(folder)
