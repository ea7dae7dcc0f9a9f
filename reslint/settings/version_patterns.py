"""Patterns of settings that say which files are versions of one draft.

The setting `versions` gives each language its pattern: `en: original/*.docx`, `fr: trad/*_tr.docx`.
Files are versions of one draft where the stars of their patterns stand for the same.
"""

from __future__ import annotations

import os
import re
from functools import cache

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping


MOST_STARS = 8
MOST_CHARACTERS = 1_000
_STARS = re.compile(r"(\*\*/|\*+)")
_FOLDERS = "**/"


def key_by_patterns(path: str, patterns: Mapping[str, str]) -> tuple[str, str] | None:
    """What the stars of a language's pattern stand for in a path, and the language; None for none.

    The patterns are whole paths with slashes, by language; of several that fit, the first counts.
    The folders that `**/` stands for count only where each pattern has one: the others have no
    folders to agree with.
    """
    whole = os.path.abspath(path).replace(os.sep, "/")
    with_folders = all(_FOLDERS in one for one in patterns.values())
    for language, pattern in patterns.items():
        found = _compiled(pattern).fullmatch(whole)
        if found is not None:
            stars = zip(_STARS.findall(pattern), found.groups(), strict=True)
            kept = [one.strip("/") for star, one in stars if with_folders or star != _FOLDERS]
            return " ".join(filter(None, kept)) or "*", language
    return None


def fault_of(pattern: str) -> str:
    """What is wrong with a pattern, "" for nothing."""
    if len(pattern) > MOST_CHARACTERS:
        return f"a pattern has at most {MOST_CHARACTERS:,} characters"
    stars = len(_STARS.findall(pattern))
    if not 1 <= stars <= MOST_STARS:
        return f'"{pattern}" must have one star at least, and {MOST_STARS} at most'
    if pattern.count("**") > 1:
        return f'"{pattern}" must not have ** twice'
    return ""


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """The expression of a pattern; it never goes back over a star that has found its end."""
    pieces = _STARS.split(pattern)
    last = len(pieces) - 2
    made = [re.escape(pieces[0])]
    for at in range(1, len(pieces), 2):
        star, literal = pieces[at], re.escape(pieces[at + 1])
        if star == _FOLDERS:
            # Whole folders, as many as there are: its own name is found again at the end.
            made.append(f"((?:[^/]+/)*?){literal}")
        elif at == last or not literal:
            made.append(f"([^/]*){literal}")
        else:
            made.append(f"(?>([^/]*?){literal})")
    return re.compile("".join(made))
