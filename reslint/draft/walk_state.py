"""The state of a walk over the blocks of a draft: the part it is in and what it has read so far."""

from __future__ import annotations

from reslint.draft import block_roles
from reslint.draft.block_roles import is_numbered, organ_line_in
from reslint.draft.levels import Levels
from reslint.draft.model import HEADING, MASTHEAD, Note, Paragraph, Resolution
from reslint.draft.paragraphs import start_paragraph

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Protocol

    from reslint.blocks.model import Block, Label

    class KnownParagraphs(Protocol):
        """Paragraphs of an earlier reading of the same draft (`reuse.Memory`)."""

        def take(self, part: str, block: Block, label: Label | None) -> Paragraph | None:
            """The paragraph that the block alone made before, None where there is none."""
            ...


_TEXT_KINDS = ("text", "heading")


class Checkpoint:
    """The state of a walk before a block, without its lists."""

    __slots__ = ("counts", "levels", "lines_under", "part", "position", "section", "tops")

    def __init__(self, state: WalkState) -> None:
        resolution = state.resolutions[-1] if state.resolutions else None
        self.part = state.part
        self.tops = (state.top, state.last)
        self.section = state.section
        self.lines_under = state.lines_under
        self.levels = state.levels.open()
        self.position = state.position
        self.counts = (
            len(state.paragraphs),
            len(state.notes),
            len(resolution.preamble) if resolution is not None else 0,
            len(resolution.operative) if resolution is not None else 0,
        )

    def is_as(self, other: Checkpoint) -> bool:
        """Whether a walk goes on in the same way from both, over the same blocks."""
        return (
            self.part == other.part
            and self.tops[0] is other.tops[0]
            and self.tops[1] is other.tops[1]
            and self.section is other.section
            and self.lines_under is other.lines_under
            and self.levels == other.levels
        )

    def replace(self, known: dict[Paragraph, Paragraph]) -> None:
        """Put other paragraphs in the place of some."""
        top, last = self.tops
        self.tops = (known.get(top, top) if top else top, known.get(last, last) if last else last)
        self.levels = tuple(known.get(each, each) for each in self.levels)
        if self.section in known:
            self.section = known[self.section]
        if self.lines_under in known:
            self.lines_under = known[self.lines_under]


class WalkState:
    """What a walk over the blocks of a draft has read: part, open paragraph, paragraphs, notes.

    `signs` tells what a block is by itself. `organ` is the organ the user gave, None to tell it
    from the organ line; `surely` that the text is a draft: the user said so. Paragraphs that
    `memory` knows from an earlier walk are taken over where their text is the same.
    """

    def __init__(
        self,
        blocks: list[Block],
        signs: block_roles.Signs,
        organ: str | None,
        memory: KnownParagraphs | None = None,
        *,
        surely: bool = False,
    ) -> None:
        self.signs = signs
        self.memory = memory
        self.given_organ = organ
        self.blocks = [b for b in blocks if b.kind not in ("comment", "code", "rule")]
        self.texts = [b for b in self.blocks if b.kind in _TEXT_KINDS]
        self.paragraphs: list[Paragraph] = []
        self.notes: list[Note] = []
        self.resolutions: list[Resolution] = []
        self.part = MASTHEAD
        self.levels = Levels()
        self.last: Paragraph | None = None  # the last paragraph of text, notes left out
        self.top: Paragraph | None = None  # the last numbered or preambular paragraph
        self.section: Paragraph | None = None
        self.lines_under: Paragraph | None = None  # whose unlabelled lines follow (after a colon)
        self.organ_lines = self._find_organ_lines()
        if surely and not self.organ_lines and (place := organ_line_in(self.texts)) is not None:
            self.organ_lines[place] = ""
        self.numbers_ahead = self._look_ahead()
        self.position = -1
        self.looked_far = False  # what was decided depends on blocks that lie far ahead
        # For a walk to resume: where the blocks stood, the state before each.
        self.starts = [b.start for b in self.blocks] if memory is not None else []
        self.checkpoints: list[Checkpoint] = []

    def next_text(self) -> Block | None:
        """The block of text after the present one, None at the end."""
        following = self.position + 1
        return self.texts[following] if following < len(self.texts) else None

    def add(self, part: str, block: Block, *, with_label: bool = True) -> Paragraph:
        """Add the paragraph that a block starts, with the block's label unless told otherwise."""
        label = block.label if with_label else None
        paragraph = self.memory.take(part, block, label) if self.memory is not None else None
        if paragraph is None:
            paragraph = start_paragraph(part, block, label)
        paragraph.resolution = self.resolutions[-1] if self.resolutions else None
        paragraph.section = self.section
        self.paragraphs.append(paragraph)
        return paragraph

    def heading(self, block: Block) -> Paragraph:
        """Add a heading; no list of lines and no sub-paragraph stays open."""
        paragraph = self.add(HEADING, block, with_label=False)
        paragraph.heading_label = self.signs.heading_label(block)
        self.lines_under = None
        self.levels.clear()
        self.last = paragraph
        return paragraph

    def start_part(self, part: str) -> None:
        """Enter a part: no paragraph is open in it yet."""
        self.part = part
        self.levels.clear()
        self.top = None
        self.lines_under = None
        if self.last is None or self.last.part != HEADING:
            self.section = None  # a heading right before the operative part is its first

    def counts_on(self, block: Block) -> bool:
        """Whether a label counts on from the last numbered paragraph."""
        before = self.top.label if self.top is not None else None
        return (
            before is not None
            and before.kind == "number"
            and block.label is not None
            and block.label.value == before.value + 1
        )

    def numbers_follow(self) -> bool:
        """Whether a numbered paragraph follows before the next organ line or annex."""
        return self.numbers_ahead[self.position]

    def _find_organ_lines(self) -> dict[int, str]:
        """The organ lines, by position among the blocks of text."""
        found: dict[int, str] = {}
        for position, block in enumerate(self.texts):
            following = self.texts[position + 1] if position + 1 < len(self.texts) else None
            organ = self.signs.organ_line(block, following)
            if organ is not None and not (organ == "other" and found):
                found[position] = organ
        if not found:
            return found
        # In a masthead set in emphasis the organ stands too: the last before any text counts.
        first, *others = sorted(found)
        for later in others:
            between = self.texts[first + 1 : later]
            if all(
                b.label is None and self.signs.opening(block_roles.body(b)) is None for b in between
            ):
                del found[first]
                first = later
            else:
                break
        return found

    def _look_ahead(self) -> list[bool]:
        """For each block of text, whether a number label follows before the next organ line."""
        ahead = [False] * len(self.texts)
        seen = False
        for position in range(len(self.texts) - 1, -1, -1):
            ahead[position] = seen
            block = self.texts[position]
            if position in self.organ_lines or self.signs.is_annex(block):
                seen = False
            elif is_numbered(block):
                seen = True
        return ahead
