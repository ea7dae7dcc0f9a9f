"""Reuse the blocks and paragraphs of the last reading while a draft is edited.

Unchanged blocks are not parsed again. A paragraph of unchanged blocks keeps its object. It keeps
its facts, too, if its context (part, label, level, organ …) is the same.
"""

from __future__ import annotations

from reslint.blocks.block_cache import BlockCache
from reslint.draft.dividing.run_in_lines import RunInLines
from reslint.draft.dividing.run_together import RunTogether
from reslint.draft.pages.foot_notes import FootNotes
from reslint.draft.pages.hash_lists import HashLists
from reslint.draft.pages.indented import IndentedText
from reslint.draft.rereading.resuming import Resumption
from reslint.draft.roles.block_roles import BlockRoles
from reslint.draft.window import RuledOut

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.blocks.label import Label
    from reslint.blocks.model import Block
    from reslint.draft.model import Draft, Paragraph, Part
    from reslint.draft.parts.walk_state import WalkState
    from reslint.language.language import Language


class _CachedParagraph:
    """A paragraph with the offsets of its blocks and its context at the last reading."""

    __slots__ = ("body", "certain_end", "context", "paragraph", "starts")

    def __init__(self, paragraph: Paragraph) -> None:
        self.paragraph = paragraph
        self.starts = [block.start for block in paragraph.blocks]
        self.body = _body(paragraph.label)
        self.context = paragraph.context()
        self.certain_end = paragraph.certain_end


class ParagraphCache:
    """The blocks and paragraphs of the last reading of one draft. It is not thread-safe.

    A reading reuses and changes the paragraphs of the previous one, so the previous draft must not
    be used any more. After a reading, `unchanged` maps each paragraph whose text and context are
    unchanged to the number of characters by which it moved in the source.
    """

    def __init__(self) -> None:
        self._blocks = BlockCache()
        self.apart = RuledOut()  # blocks that hold no paragraphs that run together
        self.foot_notes = FootNotes()
        self.hash_lists = HashLists()
        self.indented = IndentedText()
        self.run_in = RunInLines()
        self.run_together = RunTogether()
        self._format = ""
        self.unchanged: dict[Paragraph, int] = {}
        self._roles: BlockRoles | None = None
        self._draft_context: tuple[object, ...] = ()
        self._walk: WalkState | None = None
        self._resumption: Resumption | None = None
        self._cached: dict[Block, _CachedParagraph] = {}  # by the first block
        self._reused: dict[Paragraph, _CachedParagraph] = {}  # during a reading

    def blocks(self, path_format: str) -> BlockCache:
        """Return the cache of blocks; it is empty if the last reading was of another format."""
        if path_format != self._format:
            self._format = path_format
            self._blocks = BlockCache()
        return self._blocks

    @property
    def changed(self) -> tuple[int, int] | None:
        """The span of the text that changed since the last reading; None: any of it."""
        return self._blocks.changed

    @property
    def reads_markdown(self) -> bool:
        """Whether the last reading was of Markdown."""
        return self._format == "markdown"

    def follow_moves(self) -> None:
        """Note where the blocks stand now: they moved since the last reading (`retyping.py`)."""
        for cached in self._cached.values():
            cached.starts = [block.start for block in cached.paragraph.blocks]
        if self._walk is not None:
            self._walk.block_starts = [block.start for block in self._walk.blocks]

    def roles(self, language: Language) -> BlockRoles:
        """Return the block roles of a language, with their cache of leading phrases."""
        roles = self._roles
        if roles is None or roles.language is not language:
            roles = self._roles = BlockRoles(language)
            self.apart = RuledOut()
        return roles

    def reuse(self, part: Part, block: Block, label: Label | None) -> Paragraph | None:
        """Return the paragraph that this block alone made in the last reading, or None.

        The paragraph is reset to this part and label.
        """
        cached = self._cached.get(block)
        if cached is None or len(cached.starts) > 1 or cached.body != _body(label):
            return None
        del self._cached[block]
        paragraph = cached.paragraph
        paragraph.reset(part, label)
        self._reused[paragraph] = cached
        return paragraph

    def reuse_joined(self, paragraphs: list[Paragraph]) -> dict[Paragraph, Paragraph]:
        """Find the paragraphs of several blocks that the last reading had too.

        Return the paragraph of the last reading for each new one. It is updated from the new one
        and keeps its facts.
        """
        found = {}
        for paragraph in paragraphs:
            cached = self._cached.get(paragraph.blocks[0]) if len(paragraph.blocks) > 1 else None
            if cached is None or cached.body != _body(paragraph.label):
                continue
            if cached.paragraph.blocks == paragraph.blocks:
                cached.paragraph.update_from(paragraph)
                found[paragraph] = cached.paragraph
                self._reused[cached.paragraph] = cached
        return found

    @property
    def walk(self) -> WalkState | None:
        """The walk of the last reading."""
        return self._walk

    def resumption(self, walk: WalkState) -> Resumption | None:
        """Return what the new walk may reuse of the last one, None for nothing."""
        if self._walk is None:
            return None
        resumption = Resumption(walk, self._walk)
        return resumption if resumption.possible else None

    def set_walk(self, walk: WalkState, resumption: Resumption | None) -> None:
        """Store a finished walk and what it reused of the last one."""
        self._walk = walk
        self._resumption = resumption

    def update(self, draft: Draft) -> None:
        """Set `unchanged` after a reading, and cache its paragraphs for the next one."""
        draft_context = (draft.language, draft.organ, draft.emphasis_known, len(draft.resolutions))
        same_context = draft_context == self._draft_context
        self._draft_context = draft_context
        self.unchanged = {}
        cached_now: dict[Block, _CachedParagraph] = {}
        resumption = self._resumption
        head: list[Paragraph] = []
        tail: list[Paragraph] = []
        if resumption is not None:
            head, tail = resumption.head_paragraphs, resumption.tail_paragraphs
            self._cache_unwalked(head, 0, cached_now, same_context=same_context)
            self._cache_unwalked(
                tail, resumption.offset_shift, cached_now, same_context=same_context
            )
        for paragraph in draft.paragraphs[len(head) : len(draft.paragraphs) - len(tail)]:
            before = self._reused.get(paragraph)
            shift = self._cache(paragraph, before, cached_now)
            if shift is None or not same_context:
                paragraph.facts = {}
            else:
                assert before is not None
                if len(before.starts) == 1 or _moved_as_one(before, paragraph, shift):
                    self.unchanged[paragraph] = shift
        self._cached = cached_now
        self._reused = {}
        self._resumption = None

    def _cache(
        self,
        paragraph: Paragraph,
        before: _CachedParagraph | None,
        cached_now: dict[Block, _CachedParagraph],
    ) -> int | None:
        """Cache a paragraph; return by how much it moved, None if it changed."""
        now = cached_now[paragraph.blocks[0]] = _CachedParagraph(paragraph)
        if before is None or before.context != now.context:
            return None
        if before.certain_end != now.certain_end or len(before.starts) != len(now.starts):
            return None
        return now.starts[0] - before.starts[0]

    def _cache_unwalked(
        self,
        paragraphs: list[Paragraph],
        shift: int,
        cached_now: dict[Block, _CachedParagraph],
        *,
        same_context: bool,
    ) -> None:
        """Cache paragraphs that were not walked again and moved by `shift` characters."""
        unchanged = self.unchanged
        for paragraph in paragraphs:
            block = paragraph.blocks[0]
            cached = self._cached.get(block)
            if cached is None:
                paragraph.facts = {}
                continue
            cached_now[block] = cached
            if shift:
                cached.starts = [start + shift for start in cached.starts]
            if cached.certain_end != paragraph.certain_end:
                cached.certain_end = paragraph.certain_end
                paragraph.facts = {}
            elif same_context:
                unchanged[paragraph] = shift
            else:
                paragraph.facts = {}


def _moved_as_one(before: _CachedParagraph, paragraph: Paragraph, shift: int) -> bool:
    """Tell whether all blocks of a paragraph moved by `shift` characters."""
    return [start + shift for start in before.starts] == [block.start for block in paragraph.blocks]


def _body(label: Label | None) -> int:
    """Return the plain offset after a label, 0 without label."""
    return label.body if label is not None else 0
