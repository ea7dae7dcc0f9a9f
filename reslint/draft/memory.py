"""What is kept of a draft from one reading to the next, while somebody writes in it.

Blocks that are what they were are not parsed again, and a paragraph made of one such block is the
same object as before, with all that `facts/` found out about it, as long as what the walk says of
it (part, label, level, organ …) is the same, too.
"""

from __future__ import annotations

from reslint.blocks.known import KnownBlocks
from reslint.draft.signs import Signs

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.blocks.model import Block, Label
    from reslint.draft.model import Draft, Paragraph
    from reslint.vocabulary.language import Language


class _Kept:
    """A paragraph: where its blocks stood, what the walk said of it."""

    __slots__ = ("body", "context", "paragraph", "starts")

    def __init__(self, paragraph: Paragraph, context: object) -> None:
        self.paragraph = paragraph
        self.starts = [block.start for block in paragraph.blocks]
        self.body = _body(paragraph.label)
        self.context = context


class Memory:
    """What one draft's readings leave to the next. Not for several threads at once.

    A reading takes over the paragraphs of the one before: that one's draft is worth nothing from
    then on. After a reading, `unchanged` maps each paragraph about which all is as it was to how
    many characters further on it now stands in the source.
    """

    def __init__(self) -> None:
        self.blocks = KnownBlocks()
        self.unchanged: dict[Paragraph, int] = {}
        self._signs: Signs | None = None
        self._kept: dict[Block, _Kept] = {}  # by the first block
        self._taken: dict[Paragraph, _Kept] = {}

    def signs(self, language: Language) -> Signs:
        """The signs of a language, with the openings they know already."""
        signs = self._signs
        if signs is None or signs.language is not language or signs.overfull():
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

    def settle(self, draft: Draft) -> None:
        """Tells, after a reading, what is unchanged, and keeps what the next one may take."""
        whole = (draft.language, draft.organ, draft.emphasis_known, len(draft.resolutions))
        self.unchanged = {}
        kept_now: dict[Block, _Kept] = {}
        for paragraph in draft.paragraphs:
            if paragraph.lost_stop:  # its label is not its block's
                paragraph.facts = {}
                continue
            now = _Kept(paragraph, (whole, paragraph.context()))
            kept_now[paragraph.blocks[0]] = now
            before = self._taken.get(paragraph)
            if (
                before is None
                or before.context != now.context
                or len(before.starts) != len(now.starts)
            ):
                paragraph.facts = {}
                continue
            by = now.starts[0] - before.starts[0]
            if len(now.starts) == 1 or [start + by for start in before.starts] == now.starts:
                self.unchanged[paragraph] = by
        self._kept = kept_now
        self._taken = {}


def _body(label: Label | None) -> int:
    """How much of a block's text is label."""
    return label.body if label is not None else 0
