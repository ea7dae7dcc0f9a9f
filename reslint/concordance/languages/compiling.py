"""Compile the counterparts: YAML and tables become plain values."""

from __future__ import annotations

import os
from math import log
from typing import Any

from reslint.data.yaml_reader import read_strictly

_HEAVIEST = 5.0  # a lacking word alone never tells


def compile_all(folder: str) -> dict[str, Any]:
    """All parts by name, from `rules/counterparts`. Raises YamlFileError, OSError."""
    figures: dict[str, Any] = read_strictly(os.path.join(folder, "figures.yaml")).value
    for forms in figures.values():
        forms["by_word"] = {
            str(word): int(number)
            for number, words in forms.get("words", {}).items()
            for word in words
        }
    files: dict[str, Any] = read_strictly(os.path.join(folder, "files.yaml")).value
    files["by_name"] = {name: one for one, names in files["names"].items() for name in names}
    parts: dict[str, Any] = {
        "files": files,
        "figures": figures,
        "habits": read_strictly(os.path.join(folder, "habits.yaml")).value,
        "negations": read_strictly(os.path.join(folder, "negations.yaml")).value,
        "states": read_strictly(os.path.join(folder, "states.yaml")).value,
        "terms": read_strictly(os.path.join(folder, "terms.yaml")).value,
        "words": read_strictly(os.path.join(folder, "words.yaml")).value,
    }
    from reslint.concordance.languages.compile_openings import (
        compile_directives,
        compile_equivalents,
        compile_openings,
    )

    listed = read_strictly(os.path.join(folder, "directives.yaml")).value
    parts["directives"] = compile_directives(listed)
    groups = read_strictly(os.path.join(folder, "equivalents.yaml")).value
    parts["equivalents"] = compile_equivalents(groups)
    parts.update(compile_openings(folder))
    parts.update(_compile_words(os.path.join(folder, "words.tsv")))
    parts.update(_compile_lost_words(os.path.join(folder, "lost_words.tsv")))
    return parts


def _compile_words(path: str) -> dict[str, dict[str, str]]:
    """A part for each language, `words-fr`: the concept of each beginning of a word."""
    parts: dict[str, dict[str, str]] = {}
    with open(path, encoding="utf-8") as stream:
        next(stream)
        for line in stream:
            language, beginning, concept = line.rstrip("\n").split("\t")
            parts.setdefault(f"words-{language}", {})[beginning] = concept
    return parts


def _compile_lost_words(path: str) -> dict[str, dict[str, float]]:
    """A part for each language, `lost-fr`: what each concept weighs where it is lacking."""
    parts: dict[str, dict[str, float]] = {}
    with open(path, encoding="utf-8") as stream:
        next(stream)
        for line in stream:
            language, concept, paragraphs, lacking = line.rstrip("\n").split("\t")
            weight = -log((int(lacking) + 0.5) / (int(paragraphs) + 1))
            parts.setdefault(f"lost-{language}", {})[concept] = round(min(weight, _HEAVIEST), 2)
    return parts
