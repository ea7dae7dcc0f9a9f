"""Addresses on the United Nations document site: of resolutions cited, of symbols in a text.

What the site expects stands in `rules/documents/site.yaml`, read when first needed.
"""

from __future__ import annotations

import os
import re
from functools import cache
from typing import TYPE_CHECKING, Any

from reslint.citations.model import ROMAN, SESSION, YEAR
from reslint.data import paths
from reslint.data.compiled import Group
from reslint.data.patterns import expression

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reslint.citations.model import Citation


_FORMS = (SESSION, YEAR, ROMAN)
_PATH = ("documents", "site.yaml")
_PART = "site"
# `70/1`, `67/234 B`, `217 A (III)`; of several letters (`A and B`) none is the document's.
_KEY = expression(
    r"(?P<figure>[^\s()]+)(?:\s(?P<letter>[A-Z]))?(?:[^()]*?)(?:\s?\((?P<inside>[^()]*)\))?"
)
# After the series: components with a digit, a letter or `L.12`, with a part in parentheses or not.
_REST = (
    r"(?:/[A-Z0-9][A-Za-z0-9.]*(?:-[A-Z0-9][A-Za-z0-9.]*)*(?:\([A-Za-z0-9.]+\))?)+"
    r"(?:\s\((?:(?:19|20)[0-9]{2}|(?:E?S-)?[IVXLC]+)\))?"
)
_DOUBLE = expression(r"-(?=[A-Z]+/)")
_SPACES = expression(r"\s+")


def address(symbol: str, language: str) -> str:
    """The address of a document in a language, as a URL."""
    from urllib.parse import quote

    site = _site()
    own = site["languages"].get(language, "en")
    quoted = quote(_SPACES.sub("", symbol), safe="/().,-")
    return str(site["address"].format(language=own, symbol=quoted))


def resolution_symbol(citation: Citation) -> str:
    """The symbol of the resolution that a citation means, "" where it has none or is not known."""
    if citation.kind != "resolution":
        return ""
    number = citation.number
    return symbol_of_key(citation.organ, number.key) if number.form in _FORMS else ""


def symbol_of_key(organ: str, key: str) -> str:
    """The symbol of an organ's resolution by its number in Latin letters, "" where it has none."""
    parts = _KEY.fullmatch(key)
    if parts is None:
        return ""
    inside: str = parts["inside"] or ""
    form = YEAR if inside.isdigit() else ROMAN if inside else SESSION
    symbol = _site()["resolutions"].get(organ, {}).get(form, "")
    return str(symbol.format(number=parts["figure"], inside=inside, letters=parts["letter"] or ""))


def symbols_in(text: str) -> Iterator[tuple[int, int, str]]:
    """The document symbols in a text: start, end, the symbol without spaces, in order.

    Of a double symbol (A/75/1-E/2020/2: one document of two organs) the first, by which official
    texts link it (`other_symbol` gives the second).
    """
    if "/" not in text:
        return
    for match in _pattern().finditer(text):
        written = match[0].rstrip(".-")
        if not any(character.isdigit() for character in written):
            continue
        symbol = _SPACES.sub("", _DOUBLE.split(written, maxsplit=1)[0])
        yield match.start(), match.start() + len(written), symbol


def other_symbol(written: str) -> str:
    """The second symbol of a double one as it is written, without spaces; "" for a single one."""
    halves = _DOUBLE.split(written, maxsplit=1)
    return _SPACES.sub("", halves[1]) if len(halves) > 1 else ""


@cache
def _pattern() -> re.Pattern[str]:
    series = "|".join(sorted(_site()["series"], key=len, reverse=True))
    return expression(rf"(?<![A-Za-z0-9_/.-])(?:{series}){_REST}(?![A-Za-z0-9_/])")


def compile_site(folder: str) -> dict[str, Any]:
    """The one part, from the folder of the shipped rules. Raises YamlFileError, OSError."""
    from reslint.data.yaml_reader import read_strictly

    return {_PART: read_strictly(os.path.join(folder, *_PATH)).value}


@cache
def _site() -> dict[str, Any]:
    folder = paths.rules_folder()
    source = os.path.join(folder, _PATH[0])
    group = Group(_PATH[0], (source,), lambda: compile_site(folder), standard=True)
    value: dict[str, Any] = group.part(_PART)
    return value
