"""Who speaks in a resolution: one organ, or several who write in the plural."""

from __future__ import annotations

from reslint.facts import fact
from reslint.facts.openings import openings
from reslint.language.phrase_number import has_number, plural_words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.draft.model import Draft, Resolution


@fact
def _counted(draft: Draft) -> dict[int, int]:
    """For each resolution (by identity): how many more phrases are in the plural than not."""
    grammar = draft.vocabulary.phrases
    counts: dict[int, int] = {}
    if not grammar.in_plural:
        return counts
    for opening in openings(draft):
        phrase = opening.phrase
        if phrase is None:
            continue
        key = id(opening.paragraph.resolution)
        if plural_words(grammar, phrase):
            counts[key] = counts.get(key, 0) + 1
        elif has_number(grammar, phrase):
            counts[key] = counts.get(key, 0) - 1
    return counts


def writes_in_plural(draft: Draft, resolution: Resolution | None) -> bool:
    """Tell whether more leading phrases of a resolution are in the plural than in the singular."""
    return _counted(draft).get(id(resolution), 0) > 0
