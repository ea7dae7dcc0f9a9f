"""Read the habits of an organ of one's own, in a settings file or a shipped file, strictly."""

from __future__ import annotations

import re

from reslint.language.habits import EMPHASES, ENDINGS, ITEMS, PREAMBLE, Habits
from reslint.language.loading import language_codes
from reslint.rulebook import own_codes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    Way = tuple[str | int, ...]
    Refuse = Callable[[str, Way], None]


CODE, NAMES, EMPHASIS, ENDS, SILENT = "code", "names", "emphasis", "endings", "silent"
KEYS = (CODE, NAMES, EMPHASIS, ENDS, SILENT)
"""The keys of an organ in a settings file."""
_CODE = re.compile(r"[A-Z][A-Za-z0-9-]{0,30}\Z")
_RULE_CODE = re.compile(r"[A-Z][A-Z0-9]*[0-9]{3}\Z")
_DEFAULT_CODE = "OWN"


def read_organ(
    given: dict[str, object], way: Way, refuse: Refuse, known: Iterable[str] = KEYS
) -> Habits | None:
    """Return the habits in the mapping at `way`, None where something is wrong.

    `refuse` is told of each error, with the way to its place. `known` are the keys allowed.
    """
    reader = _Organ(way, refuse)
    known = tuple(known)
    for key in given:
        if key not in known:
            hint = own_codes.suggestion(key, known) or f" (known: {', '.join(known)})"
            reader.wrong(f'unknown key "{key}"{hint}', key)
    data: dict[str, object] = {"code": reader.code(given.get(CODE, _DEFAULT_CODE))}
    if NAMES in given:
        data[NAMES] = reader.names(given[NAMES])
    if EMPHASIS in given:
        data[EMPHASIS] = reader.words(given[EMPHASIS], (EMPHASIS,), EMPHASES)
    if ENDS in given:
        data[ENDS] = reader.endings(given[ENDS])
    if SILENT in given:
        data[SILENT] = reader.codes(given[SILENT])
    return Habits(data) if reader.is_right else None


class _Organ:
    """Takes values of the right type out of the mapping of an organ."""

    def __init__(self, way: Way, refuse: Refuse) -> None:
        self._way = way
        self._refuse = refuse
        self.is_right = True

    def wrong(self, message: str, *way: str | int) -> None:
        """Report an error at a place within the organ."""
        self.is_right = False
        self._refuse(message, (*self._way, *way))

    def code(self, given: object) -> str:
        """Return the short name of the organ."""
        if isinstance(given, str) and _CODE.match(given):
            return given
        self.wrong(f'"{CODE}" must be a short name in letters and figures (WHO)', CODE)
        return ""

    def names(self, given: object) -> dict[str, list[str]]:
        """Return the names by language."""
        if not isinstance(given, dict):
            self.wrong(f'"{NAMES}" must give names by language (en: The Village Council)', NAMES)
            return {}
        found = {}
        for language, names in given.items():
            if language not in language_codes():
                known = ", ".join(language_codes())
                self.wrong(f'"{language}" is no language of reslint ({known})', NAMES, language)
                continue
            found[language] = self.words(names, (NAMES, language))
        return found

    def endings(self, given: object) -> dict[str, list[str]]:
        """Return the marks at ends, by part."""
        if not isinstance(given, dict):
            self.wrong(f'"{ENDS}" must give marks (preamble: semicolon)', ENDS)
            return {}
        found = {}
        for part, marks in given.items():
            if part not in (PREAMBLE, ITEMS):
                hint = own_codes.suggestion(part, (PREAMBLE, ITEMS))
                self.wrong(f'"{ENDS}" knows {PREAMBLE} and {ITEMS}, not "{part}"{hint}', ENDS, part)
                continue
            found[part] = self.words(marks, (ENDS, part), ENDINGS)
        return found

    def codes(self, given: object) -> list[str]:
        """Return codes of rules."""
        codes = self.words(given, (SILENT,))
        for number, code in enumerate(codes):
            if not _RULE_CODE.match(code):
                self.wrong(f'"{SILENT}" must hold codes of rules (FORM003)', SILENT, number)
        return codes

    def words(self, given: object, way: Way, allowed: Iterable[str] = ()) -> list[str]:
        """Return a list of texts, one text alone as a list of one; each must be allowed."""
        allowed = tuple(allowed)
        listed = given if isinstance(given, list) else [given]
        found = []
        for number, word in enumerate(listed):
            if not isinstance(word, str) or not word.strip():
                self.wrong(f'"{way[-1]}" must hold nothing but text', *way, number)
            elif allowed and word not in allowed:
                hint = own_codes.suggestion(word, allowed)
                message = f'"{way[-1]}" must be of {", ".join(allowed)}, not "{word}"{hint}'
                self.wrong(message, *way, number)
            else:
                found.append(word)
        return found
