"""The edits that make one text of another, as small as a reader would make them."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from reslint.text.diagnostics import Edit

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator


_WORDS = re.compile(r"\w+|\s+|.", re.DOTALL)
_MOST_WORDS = 2_000
"""Words of a stretch whose words are compared: the time grows with their square."""
_MOST_LINES = 20_000
"""Lines of two texts that are compared line by line, for the same reason."""


def edits_between(old: str, new: str) -> list[Edit]:
    """Return the edits of `old` that give `new`, in order, none overlapping another.

    Lines are compared first, then the words of the lines that differ: the time grows with what was
    changed, not with the draft. A long stretch that was changed throughout is one edit.
    """
    if old == new:
        return []
    old_lines, new_lines = old.splitlines(keepends=True), new.splitlines(keepends=True)
    if len(old_lines) + len(new_lines) > _MOST_LINES:
        return _trimmed(0, old, new)
    starts = _starts(old_lines)
    edits: list[Edit] = []
    for first, last, from_, to in _changed(old_lines, new_lines):
        if last - first == to - from_:  # line by line: a renumbering changes each a little
            for index, (before, after) in enumerate(
                zip(old_lines[first:last], new_lines[from_:to], strict=True), first
            ):
                edits += _word_edits(starts[index], before, after)
        else:
            before, after = "".join(old_lines[first:last]), "".join(new_lines[from_:to])
            edits += _word_edits(starts[first], before, after)
    return edits


def _word_edits(start: int, old: str, new: str) -> list[Edit]:
    old_words, new_words = _WORDS.findall(old), _WORDS.findall(new)
    if len(old_words) + len(new_words) > _MOST_WORDS:
        return _trimmed(start, old, new)
    starts = _starts(old_words)
    return [
        Edit(start + starts[first], start + starts[last], "".join(new_words[from_:to]))
        for first, last, from_, to in _changed(old_words, new_words)
    ]


def _trimmed(start: int, old: str, new: str) -> list[Edit]:
    """Return one edit, without what both texts begin and end with."""
    most = min(len(old), len(new))
    before = next((index for index in range(most) if old[index] != new[index]), most)
    most -= before
    after = next((index for index in range(most) if old[-1 - index] != new[-1 - index]), most)
    return [Edit(start + before, start + len(old) - after, new[before : len(new) - after])]


def _changed(old: list[str], new: list[str]) -> Iterator[tuple[int, int, int, int]]:
    for tag, first, last, from_, to in SequenceMatcher(
        None, old, new, autojunk=False
    ).get_opcodes():
        if tag != "equal":
            yield first, last, from_, to


def _starts(pieces: list[str]) -> list[int]:
    """Return where each piece starts in the joined text, and where the last one ends."""
    starts = [0]
    for piece in pieces:
        starts.append(starts[-1] + len(piece))
    return starts
