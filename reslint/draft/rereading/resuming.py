"""Repeat a walk over a draft only around the changed blocks.

The new walk starts at a paragraph before the first changed block. It stops at an unchanged block
that it reaches in the same state as the old walk did. The paragraphs before and after are reused.
Drafts with several resolutions are walked as a whole, since there a later line may change the
paragraphs before it.
"""

from __future__ import annotations

from reslint.draft.model import OPERATIVE, PREAMBLE
from reslint.draft.parts.walk_state import Checkpoint

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.draft.model import Note, Paragraph
    from reslint.draft.parts.walk_state import WalkState


_LOOKS_AHEAD = 3  # the role of a block depends on at most this many blocks of text after it


class Resumption:
    """What a new walk (`walk`, not run yet) may reuse of the walk before (`before`).

    `possible` tells whether anything can be reused. `head_paragraphs` and `tail_paragraphs` are
    the paragraphs reused before and after the change.
    """

    def __init__(self, walk: WalkState, before: WalkState) -> None:
        self._walk = walk
        self._before = before
        old, new = before.blocks, walk.blocks
        shortest = min(len(old), len(new))
        same = 0
        while (
            same < shortest
            and old[same] is new[same]
            and old[same].start == before.block_starts[same]
        ):
            same += 1
        self._same = same  # number of unchanged and unmoved blocks at the start
        self._index_shift = len(old) - len(new)  # old index minus new index of the tail's blocks
        self._offset_shift = 0
        tail = 0
        if old and new and old[-1] is new[-1]:
            self._offset_shift = shift = new[-1].start - before.block_starts[-1]
            while (
                tail < shortest - same
                and old[-1 - tail] is new[-1 - tail]
                and new[-1 - tail].start - before.block_starts[-1 - tail] == shift
            ):
                tail += 1
        self._tail = len(new) - tail  # from this index on all blocks are unchanged but moved
        self.head_paragraphs: list[Paragraph] = []
        self.tail_paragraphs: list[Paragraph] = []
        self.possible = (
            same > 0
            and len(before.resolutions) == 1
            and not (before.looked_far or walk.looked_far)
            and before.roles.language is walk.roles.language
            and before.organ_lines == walk.organ_lines
            and before.in_small_letters == walk.in_small_letters
            and before.spread == walk.spread
        )

    def resume(self) -> int:
        """Put the new walk into the state of the old one before a block; return its index.

        Return 0 if the draft must be walked from the start.
        """
        walk, before = self._walk, self._before
        index = self._start()
        if not index:
            self.possible = False
            return 0
        state = before.checkpoints[index]
        paragraphs, notes, preamble, operative = state.counts
        resolution = before.resolutions[0]
        self._old_lists = (resolution.preamble, resolution.operative)
        resolution.organ = walk.given_organ or resolution.line_organ
        resolution.preamble = resolution.preamble[:preamble]
        resolution.operative = resolution.operative[:operative]
        walk.resolutions.append(resolution)
        self.head_paragraphs = before.paragraphs[:paragraphs]
        walk.paragraphs += self.head_paragraphs
        walk.notes += _unlinked(before.notes[:notes])
        walk.part = state.part
        walk.top, walk.last = state.tops
        walk.section = state.section
        walk.list_intro = state.list_intro
        walk.levels.set_open(state.levels)
        walk.position = state.position
        walk.checkpoints += before.checkpoints[:index]
        return index

    def _start(self) -> int:
        """Return the index of the last block before the change that opens a paragraph, 0 for none.

        The blocks that the walk looks ahead from there must be unchanged too.
        """
        before, walk = self._before, self._walk
        if self._same == len(before.checkpoints):
            limit = len(walk.texts)
        else:
            limit = before.checkpoints[self._same].position
        for index in range(self._same - 1, 0, -1):
            state = before.checkpoints[index]
            if state.position + 1 + _LOOKS_AHEAD <= limit and self._opens(index):
                upto = state.position + 1
                if before.ahead[:upto] == walk.ahead[:upto]:
                    return index
                return 0
        return 0

    def _opens(self, index: int) -> bool:
        """Tell whether the old block at `index` opened a preambular or operative paragraph."""
        before = self._before
        state = before.checkpoints[index]
        if state.part not in (PREAMBLE, OPERATIVE) or state.counts[0] >= len(before.paragraphs):
            return False
        paragraph = before.paragraphs[state.counts[0]]
        if paragraph.blocks[0] is not before.blocks[index] or paragraph.parent is not None:
            return False
        after = before.checkpoints[index + 1 : index + 2]
        return bool(after) and after[0].tops[0] is paragraph and after[0].part == state.part

    def can_stop(self, index: int) -> bool:
        """Tell whether the new walk, before block `index`, would continue like the old one."""
        if index < self._tail:
            return False
        walk, before = self._walk, self._before
        old = before.checkpoints[index + self._index_shift]
        return (
            self._opens(index + self._index_shift)
            and len(walk.resolutions) == 1
            and Checkpoint(walk).same_as(old)
            and walk.ahead[walk.position + 1 :] == before.ahead[old.position + 1 :]
        )

    def add_tail(self, index: int) -> None:
        """Add to the new walk all that the old one made of the blocks from `index` on."""
        walk, before = self._walk, self._before
        old = index + self._index_shift
        state, now = before.checkpoints[old], Checkpoint(walk)
        added = [new - was for new, was in zip(now.counts, state.counts, strict=True)]
        position_shift = now.position - state.position
        paragraphs, notes, preamble, operative = state.counts
        self.tail_paragraphs = before.paragraphs[paragraphs:]
        walk.paragraphs += self.tail_paragraphs
        walk.notes += _unlinked(before.notes[notes:])
        resolution = walk.resolutions[0]
        resolution.preamble += self._old_lists[0][preamble:]
        resolution.operative += self._old_lists[1][operative:]
        tail = before.checkpoints[old:]
        if position_shift or any(added):
            for checkpoint in tail:
                checkpoint.position += position_shift
                counts = checkpoint.counts
                checkpoint.counts = (
                    counts[0] + added[0],
                    counts[1] + added[1],
                    counts[2] + added[2],
                    counts[3] + added[3],
                )
        walk.checkpoints += tail

    @property
    def offset_shift(self) -> int:
        """Return by how many characters the paragraphs of the tail moved."""
        return self._offset_shift


def _unlinked(notes: list[Note]) -> list[Note]:
    """Return notes as a walk makes them: not linked to markers."""
    for note in notes:
        note.markers = []
    return notes
