"""Whether a paragraph has figures at all: most have none, and need not be searched for any."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.draft.model import Paragraph

_FACT = "has figures"
_FIGURES = "0123456789"


def has_figures(paragraph: Paragraph) -> bool:
    """Whether there is a figure (0 to 9) in a paragraph's text, found once."""
    found = paragraph.facts.get(_FACT)
    if found is None:
        # Ten looks for one character each are faster than one search for any of them.
        found = paragraph.facts[_FACT] = any(map(paragraph.text.__contains__, _FIGURES))
    return bool(found)
