"""The names of a language as compiled data: loaded only when a rule asks for them."""

from __future__ import annotations

import os

from reslint.data import paths
from reslint.data.compiled import Group
from reslint.names.table import NameTable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


_groups: dict[str, Group] = {}
_tables: dict[tuple[str, str], NameTable] = {}


def names_of(language: str) -> NameTable:
    """The names in a language, an empty table for a language without any. Loaded once.

    Raises NamesError (a ValueError) where a file of names is broken.
    """
    folder = paths.rules_folder()
    table = _tables.get((folder, language))
    if table is None:
        table = _tables[(folder, language)] = NameTable(_part(folder, language) or {})
    return table


def _part(folder: str, language: str) -> dict[str, Any] | None:
    group = _groups.get(folder)
    if group is None:
        source = os.path.join(folder, "names")
        group = _groups[folder] = Group("names", (source,), lambda: _build(folder), standard=True)
    found: dict[str, Any] | None = group.part(language)
    return found


def _build(folder: str) -> dict[str, Any]:
    from reslint.names.compiler import compile_names

    return compile_names(folder)
