"""The edits of a fix that an editor can make: none overlaps another, each changes something."""

from __future__ import annotations

from itertools import pairwise

from reslint.text.diagnostics import Edit


class SoundEdits:
    """Tells the sound edits of the fixes for one text.

    Many fixes of one group may share all their edits (new numbers for a whole draft): these are
    looked at once.
    """

    __slots__ = ("_last", "_sound", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._last: tuple[Edit, ...] = ()
        self._sound: tuple[Edit, ...] = ()

    def of(self, edits: tuple[Edit, ...]) -> tuple[Edit, ...]:
        """Return the edits without those that change nothing, each once.

        Return none where two overlap: a check misjudged an odd text.
        """
        if edits is not self._last:
            self._last, self._sound = edits, _sound(edits, self._text)
        return self._sound


def _sound(edits: tuple[Edit, ...], text: str) -> tuple[Edit, ...]:
    if any(text[each.start : each.end] == each.text for each in edits):
        edits = tuple(each for each in edits if text[each.start : each.end] != each.text)
    if len(edits) > 1:
        # Two references to one number may each bring the same edit.
        edits = tuple(dict.fromkeys(edits))
        ordered = sorted(edits, key=Edit.key)
        if any(one.end > other.start for one, other in pairwise(ordered)):
            return ()
    return edits
