"""The leading phrases to offer in a part of an organ's draft, the most usual first."""

from __future__ import annotations

import os
from functools import cache
from typing import TYPE_CHECKING, Any

from reslint.data import files
from reslint.data.strict_yaml import YamlFileError, read_strictly
from reslint.vocabulary.language import fold
from reslint.vocabulary.language import language as find_language
from reslint.vocabulary.phrase_rewriting import agreeing
from reslint.vocabulary.phrases import PARTS, without_places

if TYPE_CHECKING:
    from collections.abc import Iterator

_FILE = "usual-phrases.yaml"


@cache
def usual_phrases(language: str, organ: str, part: str) -> dict[str, str]:
    """The phrases of a part (`preambular`, `operative`) in the gender of the organ.

    Those counted come first, by how often this organ uses them (any organ, for one that was not
    counted); then every other head of the vocabulary, in its order. Each has its text as it is
    compared with what is typed.
    """
    vocabulary = find_language(language)
    grammar = vocabulary.phrases
    gender = vocabulary.gender(organ)
    found: dict[str, str] = {}
    for phrase in (*_counted(language, organ, part), *_heads(language, organ, part)):
        said = agreeing(grammar, phrase, gender) if gender else phrase
        if phrase[:1].isupper():
            said = said[:1].upper() + said[1:]
        if said not in found:
            found[said] = fold(said).casefold()
    return found


def first_form(language: str, phrase: str) -> str:
    """A phrase as it opens the very first paragraph of a preamble."""
    for usual, first in _file(language).get("first", {}).items():
        if phrase.startswith(usual):
            return str(first) + phrase.removeprefix(usual)
    return phrase


def _counted(language: str, organ: str, part: str) -> list[str]:
    data = _file(language)
    organs: list[str] = data.get("organs", [])
    counts: dict[str, list[int]] = data.get(part, {})
    if organ not in organs:
        return list(counts)
    place = organs.index(organ)
    used = [phrase for phrase in counts if counts[phrase][place]]
    used.sort(key=lambda phrase: -counts[phrase][place])
    # Another organ's phrases are right as well, unless the vocabulary says whose they are.
    return used + [phrase for phrase in counts if not counts[phrase][place]]


def _heads(language: str, organ: str, part: str) -> Iterator[str]:
    wanted = PARTS.index(part)
    for _, its_part, organs, text in find_language(language).phrases.forms:
        if its_part == wanted and (organs is None or organ in organs):
            yield without_places(text)


@cache
def _file(language: str) -> dict[str, Any]:
    """What the rules have of the language; nothing where they have no such file."""
    path = os.path.join(files.rules_folder(), "vocabulary", language, _FILE)
    try:
        value: dict[str, Any] = read_strictly(path).value
    except YamlFileError:
        return {}
    return value
