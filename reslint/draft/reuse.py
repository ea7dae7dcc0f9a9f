"""What is kept of a draft from one reading to the next, while somebody writes in it.

Blocks that are what they were are not parsed again, and a paragraph made of one such block is the
same object as before, with all that `facts/` found out about it, as long as what the walk says of
it (part, label, level, organ …) is the same, too.
"""

from __future__ import annotations

from reslint.blocks.block_cache import BlockCache
from reslint.draft.block_roles import Signs
from reslint.draft.resuming import Resumption

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.blocks.model import Block, Label
    from reslint.draft.model import Draft, Paragraph
    from reslint.draft.walk_state import WalkState
    from reslint.language.language import Language


class _Kept:
    """A paragraph: where its blocks stood, what the walk said of it."""

    __slots__ = ("body", "certain_end", "context", "paragraph", "starts")

    def __init__(self, paragraph: Paragraph) -> None:
        self.paragraph = paragraph
        self.starts = [block.start for block in paragraph.blocks]
        self.body = _body(paragraph.label)
        self.context = paragraph.context()
        self.certain_end = paragraph.certain_end


class Memory:
    """What one draft's readings leave to the next. Not for several threads at once.

    A reading takes over the paragraphs of the one before: that one's draft is worth nothing from
    then on. After a reading, `unchanged` maps each paragraph about which all is as it was to how
    many characters further on it now stands in the source.
    """

    def __init__(self) -> None:
        self._blocks = BlockCache()
        self._format = ""
        self.unchanged: dict[Paragraph, int] = {}
        self._signs: Signs | None = None
        self._whole: tuple[object, ...] = ()
        self._walk: WalkState | None = None
        self._resumption: Resumption | None = None
        self._kept: dict[Block, _Kept] = {}  # by the first block
        self._taken: dict[Paragraph, _Kept] = {}

    def blocks(self, path_format: str) -> BlockCache:
        """The blocks of the last reading, none where that was of another format."""
        if path_format != self._format:
            self._format = path_format
            self._blocks = BlockCache()
        return self._blocks

    def signs(self, language: Language) -> Signs:
        """The signs of a language, with the openings they know already."""
        signs = self._signs
        if signs is None or signs.language is not language:
            signs = self._signs = Signs(language)
        return signs

    def take(self, part: str, block: Block, label: Label | None) -> Paragraph | None:
        """The paragraph that the block alone made in the last reading, as one newly started."""
        kept = self._kept.get(block)
        if kept is None or len(kept.starts) > 1 or kept.body != _body(label):
            return None
        del self._kept[block]
        paragraph = kept.paragraph
        by = block.start - kept.starts[0]
        if by:
            paragraph.move(by)
        paragraph.start_again(part, label)
        self._taken[paragraph] = kept
        return paragraph

    def take_joined(self, paragraphs: list[Paragraph]) -> dict[Paragraph, Paragraph]:
        """The paragraphs of several blocks that the last reading had, too.

        The key is the newly joined one, the value that of the last reading, which is now the same
        in all but what is known of it.
        """
        found = {}
        for paragraph in paragraphs:
            kept = self._kept.get(paragraph.blocks[0]) if len(paragraph.blocks) > 1 else None
            if kept is None or kept.body != _body(paragraph.label):
                continue
            if kept.paragraph.blocks == paragraph.blocks:
                kept.paragraph.become(paragraph)
                found[paragraph] = kept.paragraph
                self._taken[kept.paragraph] = kept
        return found

    def resumption(self, walk: WalkState) -> Resumption | None:
        """What the new walk may take over from the last one, if anything."""
        if self._walk is None:
            return None
        resumption = Resumption(walk, self._walk)
        return resumption if resumption.possible else None

    def walked(self, walk: WalkState, resumption: Resumption | None) -> None:
        """A walk is done; `resumption` is what it took over from the last one."""
        self._walk = walk
        self._resumption = resumption

    def settle(self, draft: Draft) -> None:
        """Tells, after a reading, what is unchanged, and keeps what the next one may take."""
        whole = (draft.language, draft.organ, draft.emphasis_known, len(draft.resolutions))
        alike = whole == self._whole
        self._whole = whole
        self.unchanged = {}
        kept_now: dict[Block, _Kept] = {}
        resumption = self._resumption
        head: list[Paragraph] = []
        tail: list[Paragraph] = []
        if resumption is not None:
            head, tail = resumption.head_paragraphs, resumption.tail_paragraphs
            self._keep_on(head, 0, kept_now, alike=alike)
            self._keep_on(tail, resumption.moved, kept_now, alike=alike)
        for paragraph in draft.paragraphs[len(head) : len(draft.paragraphs) - len(tail)]:
            before = self._taken.get(paragraph)
            by = self._keep(paragraph, before, kept_now)
            if by is None or not alike:
                paragraph.facts = {}
            else:
                assert before is not None
                if len(before.starts) == 1 or _alike_moved(before, paragraph, by):
                    self.unchanged[paragraph] = by
        self._kept = kept_now
        self._taken = {}
        self._resumption = None

    def _keep(
        self, paragraph: Paragraph, before: _Kept | None, kept_now: dict[Block, _Kept]
    ) -> int | None:
        """Keeps a paragraph; gives how far on it stands now, None if it is another now."""
        if paragraph.lost_stop:  # its label is not its block's
            return None
        now = kept_now[paragraph.blocks[0]] = _Kept(paragraph)
        if before is None or before.context != now.context:
            return None
        if before.certain_end != now.certain_end or len(before.starts) != len(now.starts):
            return None
        return now.starts[0] - before.starts[0]

    def _keep_on(
        self, paragraphs: list[Paragraph], by: int, kept_now: dict[Block, _Kept], *, alike: bool
    ) -> None:
        """Keeps paragraphs that were not walked again and stand `by` characters further on."""
        unchanged = self.unchanged
        for paragraph in paragraphs:
            block = paragraph.blocks[0]
            kept = self._kept.get(block)
            if kept is None:
                paragraph.facts = {}
                continue
            kept_now[block] = kept
            if by:
                kept.starts = [start + by for start in kept.starts]
            if kept.certain_end != paragraph.certain_end:
                kept.certain_end = paragraph.certain_end
                paragraph.facts = {}
            elif alike:
                unchanged[paragraph] = by
            else:
                paragraph.facts = {}


def _alike_moved(before: _Kept, paragraph: Paragraph, by: int) -> bool:
    """Whether all blocks of a paragraph moved alike."""
    return [start + by for start in before.starts] == [block.start for block in paragraph.blocks]


def _body(label: Label | None) -> int:
    """How much of a block's text is label."""
    return label.body if label is not None else 0
