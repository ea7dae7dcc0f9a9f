"""A walk over a draft that was walked before: only what lies around the change is walked again.

The walk is resumed at a paragraph before the first block that changed, and broken off where it
comes to blocks that are as they were in the very state in which it came to them before. What lies
before and after is taken over as it is. Drafts with several resolutions are walked as a whole:
there a later line may change what was made of an earlier one.
"""

from __future__ import annotations

from reslint.draft.model import OPERATIVE, PREAMBLE
from reslint.draft.walk_state import Checkpoint

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.draft.model import Note, Paragraph
    from reslint.draft.walk_state import WalkState


_LOOKS_AHEAD = 3  # blocks of text: what becomes of a block depends on these after it at most


class Resumption:
    """What of a walk before may be taken over by a new one (`walk`, not run yet)."""

    def __init__(self, walk: WalkState, before: WalkState) -> None:
        self._walk = walk
        self._before = before
        old, new = before.blocks, walk.blocks
        shortest = min(len(old), len(new))
        same = 0
        while same < shortest and old[same] is new[same] and old[same].start == before.starts[same]:
            same += 1
        self._same = same  # so many blocks are the same and where they were, from the start on
        self._shift = len(old) - len(new)
        self._moved = 0
        tail = 0
        if old and new and old[-1] is new[-1]:
            self._moved = moved = new[-1].start - before.starts[-1]
            while (
                tail < shortest - same
                and old[-1 - tail] is new[-1 - tail]
                and new[-1 - tail].start - before.starts[-1 - tail] == moved
            ):
                tail += 1
        self._tail = len(new) - tail  # from this block on all are the same, and moved alike
        self.head_paragraphs: list[Paragraph] = []
        self.tail_paragraphs: list[Paragraph] = []
        self.possible = (
            same > 0
            and len(before.resolutions) == 1
            and not before.looked_far
            and before.signs.language is walk.signs.language
            and before.organ_lines == walk.organ_lines
        )

    def resume(self) -> int:
        """Puts the walk into the state in which it came to a block; gives that block's index."""
        walk, before = self._walk, self._before
        index = self._start()
        if not index:
            self.possible = False
            return 0
        state = before.checkpoints[index]
        paragraphs, notes, preamble, operative = state.counts
        resolution = before.resolutions[0]
        self._old = (resolution.preamble, resolution.operative)
        resolution.organ = walk.given_organ or resolution.line_organ
        resolution.preamble = resolution.preamble[:preamble]
        resolution.operative = resolution.operative[:operative]
        walk.resolutions.append(resolution)
        self.head_paragraphs = before.paragraphs[:paragraphs]
        walk.paragraphs += self.head_paragraphs
        walk.notes += _as_new(before.notes[:notes])
        walk.part = state.part
        walk.top, walk.last = state.tops
        walk.section = state.section
        walk.lines_under = state.lines_under
        walk.levels.set_open(state.levels)
        walk.position = state.position
        walk.checkpoints += before.checkpoints[:index]
        return index

    def _start(self) -> int:
        """The last block before the change at which a paragraph of its own began; 0 for none."""
        before, walk = self._before, self._walk
        if self._same == len(before.checkpoints):
            limit = len(walk.texts)
        else:
            limit = before.checkpoints[self._same].position
        for index in range(self._same - 1, 0, -1):
            state = before.checkpoints[index]
            if state.position + 1 + _LOOKS_AHEAD <= limit and self._opens(index):
                upto = state.position + 1
                if before.numbers_ahead[:upto] == walk.numbers_ahead[:upto]:
                    return index
                return 0
        return 0

    def _opens(self, index: int) -> bool:
        """Whether the old block at `index` began a preambular or operative paragraph."""
        before = self._before
        state = before.checkpoints[index]
        if state.part not in (PREAMBLE, OPERATIVE) or state.counts[0] >= len(before.paragraphs):
            return False
        paragraph = before.paragraphs[state.counts[0]]
        if paragraph.blocks[0] is not before.blocks[index] or paragraph.parent is not None:
            return False
        after = before.checkpoints[index + 1 : index + 2]
        return bool(after) and after[0].tops[0] is paragraph and after[0].part == state.part

    def rejoins(self, index: int) -> bool:
        """Whether the walk, come to block `index`, would go on as the one before did."""
        if index < self._tail:
            return False
        walk, before = self._walk, self._before
        old = before.checkpoints[index + self._shift]
        return (
            self._opens(index + self._shift)
            and len(walk.resolutions) == 1
            and Checkpoint(walk).is_as(old)
            and walk.numbers_ahead[walk.position + 1 :] == before.numbers_ahead[old.position + 1 :]
        )

    def take_tail(self, index: int) -> None:
        """Takes over all that the walk before made of the blocks from `index` on."""
        walk, before = self._walk, self._before
        old = index + self._shift
        state, now = before.checkpoints[old], Checkpoint(walk)
        grown = [new - was for new, was in zip(now.counts, state.counts, strict=True)]
        by_position = now.position - state.position
        paragraphs, notes, preamble, operative = state.counts
        self.tail_paragraphs = before.paragraphs[paragraphs:]
        if self._moved:
            for paragraph in self.tail_paragraphs:
                paragraph.move(self._moved)
        walk.paragraphs += self.tail_paragraphs
        walk.notes += _as_new(before.notes[notes:])
        resolution = walk.resolutions[0]
        resolution.preamble += self._old[0][preamble:]
        resolution.operative += self._old[1][operative:]
        tail = before.checkpoints[old:]
        if by_position or any(grown):
            for each in tail:
                each.position += by_position
                one, two, three, four = each.counts
                each.counts = (one + grown[0], two + grown[1], three + grown[2], four + grown[3])
        walk.checkpoints += tail

    @property
    def moved(self) -> int:
        """How many characters further on the paragraphs of the tail stand."""
        return self._moved


def _as_new(notes: list[Note]) -> list[Note]:
    """Notes as a walk makes them: at their place, not tied to markers yet."""
    for note in notes:
        note.number_span = note.paragraph.blocks[0].number_span
        note.markers = []
    return notes
