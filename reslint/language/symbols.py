"""Document symbols (`A/75/L.12/Rev.1`): whose document it is, and what it adds to.

How symbols are made stands in `rules/documents/symbols.yaml`, read when a draft has a symbol.
"""

from __future__ import annotations

import os
from functools import cache

from reslint.data import paths
from reslint.data.compiled import Group
from reslint.data.patterns import expression

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from typing import Any


_PATH = ("documents", "symbols.yaml")
_GROUP = _PART = "symbols"


def organs() -> dict[str, str]:
    """Return the organs by the first components of their symbols, longer ones first."""
    by_root: dict[str, str] = _symbols()["organs"]
    return by_root


def organ_of_symbol(symbol: str) -> str:
    """Return the organ that a document symbol names (A/… is GA), "" if it names none."""
    for root, organ in organs().items():
        if symbol.startswith(f"{root}/"):
            return organ
    return ""


def resolution_mark() -> str:
    """Return what stands in the symbol of a resolution between organ and number: `/RES/`."""
    return f"/{_symbols()['resolutions']}/"


def is_symbol(text: str) -> bool:
    """Tell whether a text is the symbol of an organ's document and nothing else."""
    return organ_of_symbol(text) != "" and _whole().fullmatch(text) is not None


def without_additions(symbol: str) -> str:
    """Return the symbol of the document that `…/Add.1`, `…/Corr.1` or `…/Rev.1` belongs to."""
    return _additions().sub("", symbol)


def components_cited(symbol: str) -> list[str]:
    """Return what a text may say of a symbol in pieces: `A/60/88 and Corr.1` is A/60/88/Corr.1."""
    cuts = [match.start() for match in _additions().finditer(symbol)]
    ends = [*cuts, len(symbol)]
    starts = [0, *(cut + 1 for cut in cuts)]
    return [symbol[start:end] for start, end in zip(starts, ends, strict=True)]


def compile_symbols(folder: str) -> dict[str, Any]:
    """Compile the one part from the folder of the shipped rules. Raises YamlFileError, OSError."""
    from reslint.data.yaml_reader import read_strictly

    value = read_strictly(os.path.join(folder, *_PATH)).value
    by_root = sorted(value["organs"].items(), key=lambda item: -len(item[0]))
    return {_PART: {**value, "organs": dict(by_root)}}


@cache
def _whole() -> re.Pattern[str]:
    roots, additions = "|".join(organs()), "|".join(_symbols()["additions"])
    rest = rf"(?:[A-Z0-9./()\s-]|(?<=[/\s])(?:{additions})\.)*[0-9)]"
    return expression(rf"(?:{roots})(?:/[A-Z]+[.0-9]*)*(?:{resolution_mark()}|/){rest}")


@cache
def _additions() -> re.Pattern[str]:
    return expression(rf"/(?:{'|'.join(_symbols()['additions'])})\.?\s?[0-9]+")


@cache
def _symbols() -> dict[str, Any]:
    folder = paths.rules_folder()
    source = os.path.join(folder, *_PATH)
    group = Group(_GROUP, (source,), lambda: compile_symbols(folder), standard=True)
    value: dict[str, Any] = group.part(_PART)
    return value
