"""Read the habits of an organ of one's own, in a settings file or a shipped file, strictly."""

from __future__ import annotations

import re

from reslint.language.habits import (
    BULLET,
    EMPHASES,
    ENDED,
    ENDINGS,
    ITEMS,
    LABELS,
    NONE,
    OPERATIVE,
    PARTS,
    PREAMBLE,
    Habits,
)
from reslint.language.loading import language_codes
from reslint.rulebook import own_codes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    Way = tuple[str | int, ...]
    Refuse = Callable[[str, Way], None]


CODE, NAMES, EMPHASIS, CAPITALS, LABELLED = "code", "names", "emphasis", "capitals", "labels"
ENDS, PHRASES, JOINED, HEREBY, SILENT = (
    "endings",
    "phrases",
    "joined",
    "hereby",
    "silent",
)
KEYS = (CODE, NAMES, EMPHASIS, CAPITALS, LABELLED, ENDS, PHRASES, JOINED, HEREBY, SILENT)
"""The keys of an organ in a settings file."""
CONTINUOUS = "continuous"
OPERATIVE_LABELS = tuple(
    sample for sample, (kind, _) in LABELS.items() if kind in ("number", BULLET, "")
)
"""The labels of operative paragraphs."""
ITEM_LABELS = tuple(sample for sample in LABELS if sample not in (NONE, "一、", "1/", "1 -"))
"""The labels of sub-paragraphs."""
PREAMBLE_LABELS = tuple(LABELS)
"""The labels of preambular paragraphs."""
_CODE = re.compile(r"[A-Z][A-Za-z0-9-]{0,30}\Z")
_RULE_CODE = re.compile(r"[A-Z][A-Z0-9]*[0-9]{3}\Z")
_DEFAULT_CODE = "OWN"
_PLACES_IN_PHRASES = "~+"  # marks of places inside phrases in the vocabulary


def read_organ(
    given: dict[str, object],
    way: Way,
    refuse: Refuse,
    known: Iterable[str] = KEYS,
    taken: Iterable[str] = (),
) -> Habits | None:
    """Return the habits in the mapping at `way`, None where something is wrong.

    `refuse` is told of each error, with the way to its place. `known` are the keys allowed, `taken`
    the codes of other organs.
    """
    reader = _Organ(way, refuse)
    reader.check_keys(given, tuple(known), ())
    data: dict[str, object] = {"code": reader.code(given.get(CODE, _DEFAULT_CODE), tuple(taken))}
    if NAMES in given:
        data[NAMES] = reader.names(given[NAMES])
    if EMPHASIS in given:
        data[EMPHASIS] = reader.emphasis(given[EMPHASIS])
    if CAPITALS in given:
        data[CAPITALS] = reader.words(given[CAPITALS], (CAPITALS,), PARTS)
    if LABELLED in given:
        data[LABELLED] = reader.labels(given[LABELLED])
    if ENDS in given:
        data[ENDS] = reader.endings(given[ENDS])
    if PHRASES in given:
        data[PHRASES] = reader.phrases(given[PHRASES])
    for key in (JOINED, HEREBY):
        if key in given:
            data[key] = reader.truth(given[key], key)
    if SILENT in given:
        data[SILENT] = reader.codes(given[SILENT])
    return Habits(data, own=True) if reader.is_right else None


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

    def check_keys(self, given: dict[str, object], known: tuple[str, ...], way: Way) -> None:
        """Report the keys of a mapping that are not known."""
        for key in given:
            if key not in known:
                hint = own_codes.suggestion(key, known) or f" (known: {', '.join(known)})"
                self.wrong(f'unknown key "{key}"{hint}', *way, key)

    def mapping(self, given: object, way: Way, what: str) -> dict[str, object]:
        """Return a mapping, an empty one for anything else; `what` says what it must give."""
        if isinstance(given, dict):
            return given
        self.wrong(f'"{way[-1]}" must give {what}', *way)
        return {}

    def code(self, given: object, taken: tuple[str, ...]) -> str:
        """Return the short name of the organ."""
        if not isinstance(given, str) or not _CODE.match(given):
            self.wrong(f'"{CODE}" must be a short name in letters and figures (WHO)', CODE)
            return ""
        if given in taken:
            self.wrong(f'"{CODE}" must not be that of an organ that reslint knows: {given}', CODE)
        return given

    def by_language(self, given: object, key: str, what: str) -> dict[str, object]:
        """Return what is given by language; other keys are errors."""
        found = {}
        for language, value in self.mapping(given, (key,), what).items():
            if language in language_codes():
                found[language] = value
                continue
            known = ", ".join(language_codes())
            self.wrong(f'"{language}" is no language of reslint ({known})', key, language)
        return found

    def names(self, given: object) -> dict[str, list[str]]:
        """Return the names by language."""
        named = self.by_language(given, NAMES, "names by language (en: The Village Council)")
        return {language: self.words(one, (NAMES, language)) for language, one in named.items()}

    def phrases(self, given: object) -> dict[str, dict[str, list[str]]]:
        """Return the leading phrases by language and part."""
        found: dict[str, dict[str, list[str]]] = {}
        for language, value in self.by_language(
            given, PHRASES, "phrases by language (en: {operative: [Beseeches]})"
        ).items():
            way: Way = (PHRASES, language)
            by_part = self.mapping(value, way, "phrases by part (operative: [Beseeches])")
            self.check_keys(by_part, PARTS, way)
            found[language] = {
                part: self.words(by_part[part], (*way, part)) for part in PARTS if part in by_part
            }
            for part, phrases in found[language].items():
                for number, phrase in enumerate(phrases):
                    if not any(map(str.isalpha, phrase)) or not {*phrase}.isdisjoint(
                        _PLACES_IN_PHRASES
                    ):
                        self.wrong(f'"{phrase}" is no leading phrase', *way, part, number)
        return found

    def emphasis(self, given: object) -> list[str] | dict[str, list[str]]:
        """Return kinds of emphasis, or kinds by part."""
        if not isinstance(given, dict):
            return self.words(given, (EMPHASIS,), EMPHASES)
        self.check_keys(given, PARTS, (EMPHASIS,))
        return {
            part: self.words(given[part], (EMPHASIS, part), EMPHASES)
            for part in PARTS
            if part in given
        }

    def labels(self, given: object) -> dict[str, object]:
        """Return the labels by part, those of sub-paragraphs by level."""
        labels = self.mapping(given, (LABELLED,), "labels (items: [a., i.])")
        self.check_keys(labels, (*PARTS, ITEMS, CONTINUOUS), (LABELLED,))
        allowed = {PREAMBLE: PREAMBLE_LABELS, OPERATIVE: OPERATIVE_LABELS}
        found: dict[str, object] = {
            part: self.words(labels[part], (LABELLED, part), {**allowed, ITEMS: ITEM_LABELS}[part])
            for part in (*PARTS, ITEMS)
            if part in labels
        }
        if CONTINUOUS in labels:
            found[CONTINUOUS] = self.truth(labels[CONTINUOUS], LABELLED, CONTINUOUS)
        return found

    def endings(self, given: object) -> dict[str, list[str]]:
        """Return the marks at ends, by what ends with them."""
        ends = self.mapping(given, (ENDS,), "marks (preamble: semicolon)")
        self.check_keys(ends, ENDED, (ENDS,))
        return {
            part: self.words(ends[part], (ENDS, part), ENDINGS) for part in ENDED if part in ends
        }

    def truth(self, given: object, *way: str) -> bool:
        """Return true or false."""
        if isinstance(given, bool):
            return given
        self.wrong(f'"{way[-1]}" must be true or false', *way)
        return False

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
        if isinstance(given, list) and not given:
            self.wrong(f'"{way[-1]}" must not be empty', *way)
        listed = given if isinstance(given, list) else [given]
        found = []
        for number, word in enumerate(listed):
            place = (*way, number) if isinstance(given, list) else way
            if allowed and isinstance(word, int | float):
                self.wrong(f'"{way[-1]}" must be text: put it in quotes ("1.")', *place)
            elif not isinstance(word, str) or not word.strip():
                self.wrong(f'"{way[-1]}" must hold nothing but text', *place)
            elif allowed and word not in allowed:
                hint = own_codes.suggestion(word, allowed)
                message = f'"{way[-1]}" must be of {", ".join(allowed)}, not "{word}"{hint}'
                self.wrong(message, *place)
            else:
                found.append(word)
        return found
