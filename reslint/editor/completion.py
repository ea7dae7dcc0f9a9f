"""What can be written at the cursor: leading phrases, names of bodies, resolutions with dates."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reslint.editor.complete_names import name_completions
from reslint.editor.complete_phrases import phrase_completions
from reslint.editor.complete_resolutions import resolution_completions

if TYPE_CHECKING:
    from reslint.draft.model import Draft
    from reslint.editor.candidate import Completion


MOST = 100
"""Completions offered at once; a client is told that there are more."""


@dataclass(frozen=True, slots=True)
class Completions:
    """What can be written, the best first; `all_there` is False where typing on brings others."""

    items: list[Completion]
    all_there: bool


def completions_at(draft: Draft, offset: int, language: str = "en") -> Completions:
    """What can be written at an offset of the source.

    Nothing in a text that is no draft, nor begins as one. `language` is that of the messages, not
    of the draft.
    """
    begun = any(resolution.organ_line is not None for resolution in draft.resolutions)
    if not (begun or draft.is_resolution):
        return Completions([], True)
    offset = min(max(offset, 0), len(draft.source.text))
    for offer in (phrase_completions, resolution_completions, name_completions):
        found = offer(draft, offset, language)
        if found:
            return Completions(found[:MOST], len(found) <= MOST)
    return Completions([], False)
