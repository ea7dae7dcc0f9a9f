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
    """A paragraph of one block: where it stood, what the walk said of it."""

    __slots__ = ("at", "body", "context", "paragraph")

    def __init__(self, paragraph: Paragraph, at: int, body: int, context: object) -> None:
        self.paragraph = paragraph
        self.at = at
        self.body = body  # how much of the block's text is label
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
        self._kept: dict[Block, _Kept] = {}
        self._taken: dict[Paragraph, tuple[_Kept, int]] = {}

    def signs(self, language: Language) -> Signs:
        """The signs of a language, with the openings they know already."""
        signs = self._signs
        if signs is None or signs.language is not language or signs.overfull():
            signs = self._signs = Signs(language)
        return signs

    def take(self, part: str, block: Block, label: Label | None) -> Paragraph | None:
        """The paragraph that the block alone made in the last reading, as one newly started."""
        kept = self._kept.pop(block, None)
        if kept is None or kept.body != (label.body if label else 0):
            return None
        paragraph = kept.paragraph
        by = block.start - kept.at
        if by:
            paragraph.move(by)
        paragraph.start_again(part, label)
        self._taken[paragraph] = kept, by
        return paragraph

    def settle(self, draft: Draft) -> None:
        """Tells, after a reading, what is unchanged, and keeps what the next one may take."""
        whole = (draft.language, draft.organ, draft.emphasis_known, len(draft.resolutions))
        self.unchanged = {}
        kept_now: dict[Block, _Kept] = {}
        for paragraph in draft.paragraphs:
            context = (whole, paragraph.context())
            taken = self._taken.get(paragraph)
            if len(paragraph.blocks) > 1 or paragraph.lost_stop:
                paragraph.facts = {}
                continue
            if taken is not None and taken[0].context == context:
                self.unchanged[paragraph] = taken[1]
            else:
                paragraph.facts = {}
            block = paragraph.blocks[0]
            body = paragraph.label.body if paragraph.label else 0
            kept_now[block] = _Kept(paragraph, block.start, body, context)
        self._kept = kept_now
        self._taken = {}
