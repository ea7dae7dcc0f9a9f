"""The edits of a fix that an editor can make: none overlaps another, each changes something."""

from __future__ import annotations

from itertools import pairwise

from reslint.text.diagnostics import Edit


def sound_edits(edits: tuple[Edit, ...], text: str) -> tuple[Edit, ...]:
    """Return the edits of a text without those that change nothing, each once.

    Return none where two overlap: a check misjudged an odd text.
    """
    if any(text[each.start : each.end] == each.text for each in edits):
        edits = tuple(each for each in edits if text[each.start : each.end] != each.text)
    if len(edits) > 1:
        # Two references to one number may each bring the same edit.
        edits = tuple(dict.fromkeys(edits))
        ordered = sorted(edits, key=Edit.key)
        if any(one.end > other.start for one, other in pairwise(ordered)):
            return ()
    return edits
