"""Compile the tables of opening words: what each phrase is rendered as in the other languages."""

from __future__ import annotations

import os
from itertools import combinations
from typing import Any

from reslint.concordance.languages.phrases import key_of
from reslint.language.language import language as find_language

TABLES = {"preambular": "openings-preambular.tsv", "operative": "openings-operative.tsv"}


def compile_openings(folder: str) -> dict[str, Any]:
    """The parts of opening words, from the folder of the counterparts.

    A part for each pair of languages, `en-fr`: part of the draft, phrase of the first, phrase of
    the second, count. And one for each language, `phrases-en`: part of the draft, phrase, count;
    `written-en` has how each phrase is written. Phrases are keys (`phrases.key_of`). Raises
    OSError, and ValueError for a broken table.
    """
    parts: dict[str, Any] = {}
    for part, name in TABLES.items():
        with open(os.path.join(folder, name), encoding="utf-8") as stream:
            languages = stream.readline().rstrip("\n").split("\t")[:-1]
            rows = [line.rstrip("\n").split("\t") for line in stream]
        grammars = {one: find_language(one).phrases for one in languages}
        for *phrases, written in rows:
            count = int(written)
            found = {}
            for one, phrase in zip(languages, phrases, strict=True):
                match = grammars[one].match(phrase, part=part) if phrase else None
                if match is not None:
                    found[one] = key_of(grammars[one], match)
                    texts = parts.setdefault(f"written-{one}", {}).setdefault(part, {})
                    texts.setdefault(found[one], phrase)
            for one, key in found.items():
                _add(parts.setdefault(f"phrases-{one}", {}).setdefault(part, {}), key, count)
            for first, second in combinations(sorted(found), 2):
                pair = parts.setdefault(f"{first}-{second}", {}).setdefault(part, {})
                _add(pair.setdefault(found[first], {}), found[second], count)
    return parts


def compile_directives(listed: dict[str, list[str]]) -> dict[str, tuple[str, ...]]:
    """The keys of opening words in a list, by language."""
    found = {}
    for one, phrases in listed.items():
        grammar = find_language(one).phrases
        matches = (grammar.match(phrase, part="operative") for phrase in phrases)
        found[one] = tuple(sorted({key_of(grammar, match) for match in matches if match}))
    return found


def compile_equivalents(groups: dict[str, dict[str, list[str]]]) -> dict[str, dict[str, list[str]]]:
    """The groups of each key of opening words that ask, by language."""
    found: dict[str, dict[str, list[str]]] = {}
    for name, group in groups.items():
        for one, keys in compile_directives(group).items():
            for key in keys:
                found.setdefault(one, {}).setdefault(key, []).append(name)
    return found


def _add(counts: dict[str, int], key: str, count: int) -> None:
    counts[key] = counts.get(key, 0) + count
