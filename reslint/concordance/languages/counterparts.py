"""What the languages write for each other: figures, habits, opening words, names of files.

Compiled from `rules/counterparts`, a part for each use, read when first needed.
"""

from __future__ import annotations

import os
from functools import cache

from reslint.data import paths
from reslint.data.compiled import Group

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


_FOLDER = "counterparts"
_TABLES = ("openings-preambular.tsv", "openings-operative.tsv", "words.tsv", "lost_words.tsv")
_groups: dict[str, Group] = {}


def compile_counterparts(folder: str) -> dict[str, Any]:
    """All parts, from the folder of the shipped rules. Raises YamlFileError, OSError."""
    from reslint.concordance.languages.compiling import compile_all

    return compile_all(os.path.join(folder, _FOLDER))


@cache
def part(name: str) -> Any:
    """The compiled part of this name, None if there is none. Read once."""
    folder = paths.rules_folder()
    group = _groups.get(folder)
    if group is None:
        source = os.path.join(folder, _FOLDER)
        tables = (os.path.join(source, name) for name in _TABLES)
        sources = (source, *tables, os.path.join(folder, "vocabulary"))
        group = _groups[folder] = Group(
            _FOLDER, sources, lambda: compile_counterparts(folder), standard=True
        )
    return group.part(name)


@cache
def figures_of(language: str) -> Any:
    """How a language writes figures; a language without an entry writes them as English."""
    figures = part("figures")
    return figures.get(language) or figures["en"]


@cache
def habits() -> Any:
    """The habits of languages that are no difference."""
    return part("habits")


@cache
def directive_phrases(language: str) -> frozenset[str]:
    """The keys of opening words that ask, decide or recommend."""
    return frozenset(part("directives").get(language, ()))
