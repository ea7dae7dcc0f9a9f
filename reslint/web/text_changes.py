"""The edits that make one text of another, as small as a reader would make them."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from reslint.text.diagnostics import Edit

_WORDS = re.compile(r"\w+|\s+|.", re.DOTALL)


def changes_between(old: str, new: str) -> list[Edit]:
    """Return the edits of `old` that give `new`, in order, none touching another.

    Lines are compared first, then the words of the lines that differ: the time grows with what was
    changed, not with the draft.
    """
    old_lines, new_lines = old.splitlines(keepends=True), new.splitlines(keepends=True)
    starts = _starts(old_lines)
    edits: list[Edit] = []
    for tag, first, last, from_, to in SequenceMatcher(
        None, old_lines, new_lines, autojunk=False
    ).get_opcodes():
        if tag != "equal":
            before, after = "".join(old_lines[first:last]), "".join(new_lines[from_:to])
            edits += _word_edits(before, after, starts[first])
    return edits


def _word_edits(old: str, new: str, start: int) -> list[Edit]:
    old_words, new_words = _WORDS.findall(old), _WORDS.findall(new)
    starts = _starts(old_words)
    return [
        Edit(start + starts[first], start + starts[last], "".join(new_words[from_:to]))
        for tag, first, last, from_, to in SequenceMatcher(
            None, old_words, new_words, autojunk=False
        ).get_opcodes()
        if tag != "equal"
    ]


def _starts(pieces: list[str]) -> list[int]:
    """Return where each piece starts in the joined text, and where the last one ends."""
    starts = [0]
    for piece in pieces:
        starts.append(starts[-1] + len(piece))
    return starts
