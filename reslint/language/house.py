"""The vocabulary of a language as a house (an organ with habits of its own) uses it.

It is that of the language with the names of the house among the organs, with its leading phrases,
and with the number that it writes before operative paragraphs. It is made once.
"""

from __future__ import annotations

import os

from reslint.data import paths
from reslint.language.habits import ITEMS, LABELS, OPERATIVE, PREAMBLE
from reslint.language.language import Language
from reslint.language.loading import PHRASES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from reslint.language.habits import Habits


_GRAMMAR_PARTS = {PREAMBLE: "preambular", OPERATIVE: "operative"}
_made: dict[tuple[str, str, Habits], Language] = {}


def house_language(base: Language, habits: Habits) -> Language:
    """Return the language as the house writes it, `base` itself where the house adds nothing."""
    forms = _forms(base, habits)
    rows = _phrase_rows(base, habits)
    if forms is None and not rows:
        return base
    key = paths.rules_folder(), base.code, habits
    found = _made.get(key)
    if found is None:
        compiled = {**base.compiled, "forms": forms or base.forms}
        if rows:
            compiled["phrases"] = _compiled_phrases(base.code, rows)
        found = _made[key] = Language(base.code, compiled)
    return found


def _forms(base: Language, habits: Habits) -> dict[str, Any] | None:
    """Return the forms of the language with what the house changes, None for no change."""
    changed: dict[str, Any] = {}
    names = habits.written.get(base.code, ())
    if names and habits.is_own:
        entry = {"line": names[0], "gender": "", "also": list(names)}
        changed["organs"] = {**base.forms["organs"], habits.code: entry}
    samples = habits.labels[OPERATIVE]
    if samples or habits.items:
        changed["house_labels"] = {
            OPERATIVE: {LABELS[sample] for sample in samples},
            ITEMS: {LABELS[sample] for sample in habits.items},
        }
    frames = base.forms.get("labels", {})
    if samples and frames:
        kind, style = LABELS[samples[0]]
        changed["labels"] = {**frames, "number": style if kind == "number" else ""}
    return {**base.forms, **changed} if changed else None


def _phrase_rows(base: Language, habits: Habits) -> list[dict[str, str]]:
    """Return the leading phrases of the house that the language does not have, as rows of heads."""
    rows = []
    for part, phrases in habits.phrases.get(base.code, {}).items():
        name = _GRAMMAR_PARTS[part]
        rows += [
            {name: phrase}
            for phrase in dict.fromkeys(" ".join(one.split()) for one in phrases)
            if not base.phrases.is_phrase(phrase, part=name)
        ]
    return rows


def _compiled_phrases(code: str, rows: list[dict[str, str]]) -> dict[str, Any]:
    """Return the compiled leading phrases of a language with more rows of heads."""
    from reslint.data.yaml_reader import read_strictly
    from reslint.language.loading import MAX_SIZE, MAX_VALUES
    from reslint.language.phrase_compiler import compile_phrases

    path = os.path.join(paths.rules_folder(), "vocabulary", code, PHRASES)
    written: Any = read_strictly(path, max_size=MAX_SIZE, max_values=MAX_VALUES).value
    return compile_phrases({**written, "heads": [*written["heads"], *rows]})
