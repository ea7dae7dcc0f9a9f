"""The edits of a fix that an editor can make: none overlaps another, each changes something.

None deletes a comment with what stands beside it, or the marker of a note.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise

from reslint.data.patterns import expression
from reslint.text.diagnostics import Edit

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.draft.model import Draft

_COMMENT = "<!--"
_WHOLE_COMMENT = expression(r"\s*<!--(?:(?!-->).)*-->\s*", re.DOTALL)
_MARKER = 2
"""Characters that an edit must replace before it can delete a marker with something else."""


class SoundEdits:
    """Tells the sound edits of the fixes for one text.

    Many fixes of one group may share all their edits (new numbers for a whole draft): these are
    looked at once.
    """

    __slots__ = ("_draft", "_has_comments", "_last", "_markers", "_sound", "_text")

    def __init__(self, text: str, draft: Draft | None = None) -> None:
        self._text = text
        self._draft = draft
        self._markers: list[tuple[int, int]] | None = None
        self._has_comments: bool | None = None
        self._last: tuple[Edit, ...] = ()
        self._sound: tuple[Edit, ...] = ()

    def of(self, edits: tuple[Edit, ...]) -> tuple[Edit, ...]:
        """Return the edits without those that change nothing, each once.

        Return none where two overlap, or where a comment or marker would be lost: a check misjudged
        an odd text.
        """
        if edits is not self._last:
            sound = _sound(edits, self._text)
            if self._has_comments is None:
                self._has_comments = _COMMENT in self._text
            if self._has_comments and _lose_a_comment(sound, self._text):
                sound = ()
            if self._loses_a_marker(sound):
                sound = ()
            self._last, self._sound = edits, sound
        return self._sound

    def _loses_a_marker(self, edits: tuple[Edit, ...]) -> bool:
        """Tell whether the edits delete a whole marker and write it nowhere else."""
        if self._draft is None or all(each.end - each.start < _MARKER for each in edits):
            return False
        if self._markers is None:
            paragraphs = self._draft.paragraphs
            self._markers = sorted(
                (one.start, one.end) for paragraph in paragraphs for one in paragraph.markers
            )
        if not self._markers:
            return False
        written = "".join(each.text for each in edits)
        for each in edits:
            first = bisect_left(self._markers, (each.start, -1))
            for start, end in self._markers[first:]:
                if end > each.end:
                    break
                if self._text[start:end] not in written:
                    return True
        return False


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


def _lose_a_comment(edits: tuple[Edit, ...], text: str) -> bool:
    """Tell whether the edits delete more comments than they write.

    An edit that deletes a comment and nothing else means it: `<!-- image -->`.
    """
    deleted = sum(
        text.count(_COMMENT, each.start, each.end)
        for each in edits
        if not _WHOLE_COMMENT.fullmatch(text, each.start, each.end)
    )
    return deleted > sum(each.text.count(_COMMENT) for each in edits)
