"""Read a draft again in which the words of one paragraph were typed: the usual keystroke.

If the block of the paragraph has the signature that it had, every decision of the last reading
stands: parts, levels, labels, places, notes. The paragraph stays the same object and gets its new
text. Where a block is divided into several paragraphs, one of them may change in this way, and so
may one block of a paragraph that was joined of several. Anything else is read as in `reader.py`.
"""

from __future__ import annotations

from itertools import pairwise

from reslint.blocks.accepted import may_show_other_emphasis
from reslint.blocks.reader import retyped_block
from reslint.draft.language_detection import detect, language_of_line
from reslint.draft.model import ANNEX, NOTE, OPERATIVE, PREAMBLE, Draft
from reslint.draft.paragraphs import paragraph_of
from reslint.draft.reader import link_notes
from reslint.draft.rereading.signature import signature
from reslint.draft.roles.asides import is_line_of_asides

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.blocks.block_cache import RetypedBlock
    from reslint.blocks.label import Label
    from reslint.blocks.model import Block
    from reslint.draft.model import Paragraph
    from reslint.draft.rereading.reuse import ParagraphCache
    from reslint.draft.roles.block_roles import BlockRoles
    from reslint.text.source import Source


_PARTS = (PREAMBLE, OPERATIVE, ANNEX, NOTE)
_TAKEN = (
    "blocks",
    "codes",
    "emphases",
    "joints",
    "label",
    "links",
    "markers",
    "plain",
    "stray",
    "text",
)


class Piece:
    """The block of a paragraph as it still is (`old`) and as it reads now, with the label there.

    It is a whole block of the source, or a piece of one that is divided.
    """

    __slots__ = ("label", "new", "old", "paragraph")

    def __init__(self, paragraph: Paragraph, old: Block, new: Block) -> None:
        self.paragraph = paragraph
        self.old = old
        self.new = new
        self.label = _label_of(paragraph, old, new) if old is paragraph.blocks[0] else None


class Retyped:
    """A paragraph whose words changed from `start` to `end` of the old text, `shift` longer now.

    `pieces` are those of its block: the paragraph, and others with which it shares the block.
    `around` are the joined paragraphs in the midst of which the block stands, as notes do.
    """

    __slots__ = ("around", "block", "end", "paragraph", "pieces", "shift", "start")

    def __init__(
        self,
        paragraph: Paragraph,
        around: list[Paragraph],
        block: RetypedBlock,
        pieces: list[Piece],
        shift: int,
    ) -> None:
        self.paragraph = paragraph
        self.around = around
        self.block = block
        self.pieces = pieces
        self.start = block.change.start
        self.end = block.change.end
        self.shift = shift


class Retyping:
    """The last reading of a draft, with the paragraph of each block.

    `possible` tells whether a paragraph may be typed in at all: not in plain text.
    """

    def __init__(self, draft: Draft, cache: ParagraphCache) -> None:
        self.draft = draft
        self._cache = cache
        self._signatures: dict[Block, tuple[object, ...]] = {}
        self._paragraphs: dict[Block, Paragraph] = {}
        self._joined = [one for one in draft.paragraphs if len(one.blocks) > 1]
        for paragraph in draft.paragraphs:
            for block in paragraph.blocks:
                self._paragraphs[block] = paragraph
        # What stands above the first leading phrase tells of the organ, wherever it names one.
        roles = cache.roles(draft.vocabulary)
        self._head = next(
            (
                one.start
                for one in draft.blocks
                if one.kind == "text"
                and one.label is None
                and roles.opening(one.plain.text) is not None
                and not is_line_of_asides(roles, one)
            ),
            len(draft.source.text),
        )
        # Without an organ line in a known language, the words of all paragraphs tell it.
        named = any(language_of_line(block) for block in draft.blocks)
        self._language = "" if named else detect(draft.blocks)
        self.possible = cache.reads_markdown and draft.source.origin is None

    def is_of_text(self, paragraph: Paragraph) -> bool:
        """Tell whether the words of a paragraph of the draft say nothing of the draft as such."""
        return paragraph.part in _PARTS and paragraph.start >= self._head

    def find(self, source: Source) -> Retyped | None:
        """Return the paragraph that alone was typed in, None if more than its words changed.

        Nothing changes yet: see `take`.
        """
        cache = self._cache
        found = retyped_block(source, "markdown", cache.blocks("markdown"))
        if found is None:
            return None
        old, new = found.old, found.new
        texts = (_lines_of(old, self.draft.source.text), _lines_of(new, source.text))
        if any(map(may_show_other_emphasis, texts)):
            return None
        roles = cache.roles(self.draft.vocabulary)
        if new.possible_label is not None:
            new.label = None  # as the walk finds it
        pairs = cache.run_together.pieces_again(old, new, source.text, roles)
        if pairs is None:
            return None
        pieces = []
        for piece, again in pairs:
            paragraph = self._paragraphs.get(piece)
            if paragraph is None or not self.is_of_text(paragraph):
                return None
            if piece.label is not None and piece.label is piece.possible_label:
                again.label = again.possible_label
            elif again.possible_label is not None:
                again.label = None
            pieces.append(Piece(paragraph, piece, again))
        changed = pieces if len(pieces) == 1 else self._changed(pieces, source.text)
        if len(changed) != 1 or not all(
            self._has_same_signature(*pair, roles)
            for pair in dict.fromkeys([(old, new), (changed[0].old, changed[0].new)])
        ):
            return None
        shift = len(source.text) - len(self.draft.source.text)
        paragraph = changed[0].paragraph
        around = [
            one for one in self._joined if one is not paragraph and one.start < old.start < one.end
        ]
        return Retyped(paragraph, around, found, pieces, shift)

    def _has_same_signature(self, old: Block, new: Block, roles: BlockRoles) -> bool:
        before = self._signatures.get(old)
        if before is None:
            before = self._signatures[old] = signature(old, roles)
        return signature(new, roles) == before

    def _changed(self, pieces: list[Piece], text: str) -> list[Piece]:
        """Return the pieces of a block that changed; all of them if the text between them did."""
        before = self.draft.source.text
        for above, below in pairwise(pieces):
            gap = before[above.old.end : below.old.start]
            if gap != text[above.new.end : below.new.start]:
                return pieces
        return [
            one
            for one in pieces
            if before[one.old.start : one.old.end] != text[one.new.start : one.new.end]
            or _marks(one.old) != _marks(one.new)
        ]

    def take(self, retyped: Retyped, source: Source) -> Draft:
        """Give the paragraph its new text; return the draft as it is.

        The draft before must not be used any more. Whether it may be in another language now,
        `may_be_other_language` tells.
        """
        self._cache.blocks("markdown").accept(retyped.block, source)
        self._cache.roles(self.draft.vocabulary).forget_old_texts(len(self.draft.blocks))
        had_markers = any(one.paragraph.markers for one in retyped.pieces)
        for one in retyped.pieces:
            if one.old is not retyped.block.old:
                one.old.become(one.new)
            if one.old is one.paragraph.blocks[0]:
                one.paragraph.label = one.label
        for paragraph in dict.fromkeys(one.paragraph for one in retyped.pieces):
            again = paragraph_of(paragraph.part, paragraph.blocks, paragraph.label)
            for slot in _TAKEN:
                setattr(paragraph, slot, getattr(again, slot))
            paragraph.facts = {}
        for paragraph in retyped.around:
            paragraph.facts = {}
        self.draft = draft = self.draft.again(source)
        if had_markers or retyped.paragraph.markers:
            for note in draft.notes:
                note.markers = []
            link_notes(draft)
        return draft

    def may_be_other_language(self) -> bool:
        """Tell whether the words of the draft show another language than before."""
        return self._language != "" and detect(self.draft.blocks) != self._language


def _lines_of(block: Block, text: str) -> str:
    """Return the lines of the source in which a block stands, without the last line break."""
    end = text.find("\n", block.end)
    return text[text.rfind("\n", 0, block.start) + 1 : end if end >= 0 else len(text)]


def _label_of(paragraph: Paragraph, old: Block, new: Block) -> Label | None:
    """Return the label of a paragraph as its block reads now; its signature is the same."""
    label = paragraph.label
    if label is None:
        return None
    if label is old.label:
        return new.label
    again = new.label or new.possible_label
    assert again is not None
    return again if label is old.possible_label else again.read_as(label.kind, label.value)


def _marks(block: Block) -> tuple[object, ...]:
    """Return the text of a block and all that its marks make of it, without offsets."""
    return (
        block.plain.text,
        block.label and block.label.text,
        block.possible_label and block.possible_label.text,
        [(one.kind, one.start, one.end) for one in block.emphases],
        [(one.number, one.notation, one.at) for one in block.markers],
        [(one.start, one.end) for one in block.links],
        [(one.start, one.end) for one in block.codes],
        len(block.stray),
    )
