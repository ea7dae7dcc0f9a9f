"""The parts of a draft: one walk over the blocks, from masthead to annexes.

What a block is depends on what stands before it: the walk keeps the part it is in and the
paragraph that is open. Pieces parted by page breaks and notes are joined on the way.
"""

from __future__ import annotations

from reslint.draft import block_roles as sign
from reslint.draft.block_roles import is_numbered, organ_line_in
from reslint.draft.levels import Levels
from reslint.draft.model import (
    ANNEX,
    CLOSING,
    HEADING,
    MASTHEAD,
    NOTE,
    OPERATIVE,
    ORGAN_LINE,
    PREAMBLE,
    QUOTATION,
    TABLE,
    Note,
    Paragraph,
    Resolution,
)
from reslint.draft.operative import in_operative
from reslint.draft.paragraphs import continue_paragraph, start_paragraph
from reslint.draft.preamble import in_preamble
from reslint.draft.resuming import State
from reslint.text.folding import INVISIBLE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.blocks.model import Block
    from reslint.draft.reuse import Memory


_TEXT_KINDS = ("text", "heading")


class Walk:
    """One walk over the blocks of a draft. After `run`, paragraphs, notes, resolutions are there.

    `organ` is the organ the user gave, None to tell it from the organ line; `surely` that the
    text is a draft: the user said so. From `memory` paragraphs of an earlier walk are taken over
    where their text is the same.
    """

    def __init__(
        self,
        blocks: list[Block],
        signs: sign.Signs,
        organ: str | None,
        memory: Memory | None = None,
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
        self.states: list[State] = []

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
            if all(b.label is None and self.signs.opening(sign.body(b)) is None for b in between):
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

    def next_text(self) -> Block | None:
        following = self.position + 1
        return self.texts[following] if following < len(self.texts) else None

    def run(self) -> None:
        """Walks over all blocks."""
        if self.memory is None:
            for block in self.blocks:
                self._step(block)
            return
        resumption = self.memory.resumption(self)
        first = resumption.resume() if resumption is not None else 0
        for index in range(first, len(self.blocks)):
            if first and resumption is not None and resumption.rejoins(index):
                resumption.take_tail(index)
                break
            self.states.append(State(self))
            self._step(self.blocks[index])
        walked = self.paragraphs
        if resumption is not None and first:
            head, tail = len(resumption.head_paragraphs), len(resumption.tail_paragraphs)
            walked = self.paragraphs[head : len(self.paragraphs) - tail]
        self._put_in(self.memory.take_joined(walked))
        self.memory.walked(self, resumption if first else None)

    def _step(self, block: Block) -> None:
        if block.kind == "note":
            self._note(block)
        elif block.kind == "table":
            self.add(TABLE, block)
        elif block.kind == "quote":
            self.add(QUOTATION, block)
        else:
            self.position += 1
            self._text(block)

    def _put_in(self, known: dict[Paragraph, Paragraph]) -> None:
        """Puts paragraphs of an earlier walk in the place of those that are the same."""
        if not known:
            return
        self.paragraphs = [known.get(paragraph, paragraph) for paragraph in self.paragraphs]
        lists = []
        for resolution in self.resolutions:
            lists += [resolution.preamble, resolution.operative]
            if resolution.organ_line in known:
                resolution.organ_line = known[resolution.organ_line]
        for paragraph in self.paragraphs:
            lists.append(paragraph.children)
            if paragraph.parent in known:
                paragraph.parent = known[paragraph.parent]
            if paragraph.section in known:
                paragraph.section = known[paragraph.section]
        for each in lists:
            each[:] = [known.get(paragraph, paragraph) for paragraph in each]
        for state in self.states:
            state.replace(known)
        for note in self.notes:
            note.paragraph = known.get(note.paragraph, note.paragraph)

    def add(self, part: str, block: Block, *, with_label: bool = True) -> Paragraph:
        label = block.label if with_label else None
        paragraph = self.memory.take(part, block, label) if self.memory is not None else None
        if paragraph is None:
            paragraph = start_paragraph(part, block, label)
        paragraph.resolution = self.resolutions[-1] if self.resolutions else None
        paragraph.section = self.section
        self.paragraphs.append(paragraph)
        return paragraph

    def _note(self, block: Block) -> None:
        paragraph = self.add(NOTE, block, with_label=False)
        paragraph.note_number = block.number
        if block.notation == "superscript" and not block.number.isdigit():
            return  # a note to a table
        self.notes.append(Note(block.number, block.number_span, block.notation, paragraph))

    def _text(self, block: Block) -> None:
        organ = self.organ_lines.get(self.position)
        if organ is not None and self.part != ANNEX:
            self._open_resolution(block, organ)
        elif self.part == MASTHEAD:
            self._in_masthead(block)
        elif self.signs.is_annex(block) and self.part != PREAMBLE:
            self.part = ANNEX
            self.section = self.heading(block)
            self.section.part = ANNEX
        elif self.part == ANNEX:
            self._in_annex(block)
        elif self.signs.is_closing(block) and self._may_close():
            self.part = CLOSING
            self.last = self.add(CLOSING, block, with_label=False)
        elif self.part == PREAMBLE:
            in_preamble(self, block)
        elif self.part == OPERATIVE:
            in_operative(self, block)
        elif is_numbered(block) and (self.numbers_follow() or self.counts_on(block)):
            # A date on a line of its own was no closing: the paragraphs go on.
            self.part = OPERATIVE
            in_operative(self, block)
        else:
            self.last = self.add(CLOSING, block, with_label=False)

    def _may_close(self) -> bool:
        """Whether a date here can be the closing line, not a line of a list of dates."""
        return not (
            self.part == OPERATIVE and self.lines_under is not None and self.numbers_follow()
        )

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
        return self.numbers_ahead[self.position]

    def _open_resolution(self, block: Block, organ: str) -> None:
        line = self.add(ORGAN_LINE, block, with_label=False)
        given = self.given_organ if not self.resolutions else None
        resolution = Resolution(given or organ, line, organ)
        if self.resolutions:
            self._nest(resolution)
        self.resolutions.append(resolution)
        line.resolution = resolution
        self.start_part(PREAMBLE)
        self.last = line

    def _nest(self, resolution: Resolution) -> None:
        """Settles whether a further organ line is nested (after a colon) or a sibling (A, B)."""
        outer = self.resolutions[-1]
        while outer.parent is not None:
            outer = outer.parent
        if self.part != CLOSING:
            resolution.parent = outer
        # Lines right before it (`B`, a title) belong to it, not to the text above.
        for paragraph in self.paragraphs[-2:-4:-1]:
            if not self._is_title_line(paragraph):
                break
            letter = paragraph.text.strip().rstrip(".")
            paragraph.part = HEADING
            if paragraph.parent is not None:
                paragraph.parent.children.remove(paragraph)
                paragraph.parent = None
            if len(letter) == 1:
                resolution.letter = letter
                resolution.parent = outer.parent
                break

    def _is_title_line(self, paragraph: Paragraph) -> bool:
        return (
            paragraph.part in (OPERATIVE, CLOSING, HEADING)
            and paragraph.label is None
            and len(paragraph.text) < 200
            and (len(paragraph.text.strip()) <= 2 or not sign.is_ended(paragraph.text))
            and (paragraph.part != CLOSING or not self.signs.is_closing(paragraph.blocks[0]))
        )

    def start_part(self, part: str) -> None:
        self.part = part
        self.levels.clear()
        self.top = None
        self.lines_under = None
        if self.last is None or self.last.part != HEADING:
            self.section = None  # a heading right before the operative part is its first

    def _in_masthead(self, block: Block) -> None:
        """Before an organ line; where there is none, the first paragraph opens the preamble."""
        if not self.organ_lines and self._starts_text(block):
            self.resolutions.append(Resolution(self.given_organ or "", None))
            self.start_part(PREAMBLE)
            in_preamble(self, block)
            return
        self.last = self.add(MASTHEAD, block, with_label=False)

    def _starts_text(self, block: Block) -> bool:
        """Whether a block opens the text of a draft that has no organ line."""
        if block.kind != "text":
            return False
        opening = self.signs.opening(sign.body(block))
        if opening is None:
            return False
        if is_numbered(block):
            return True
        if sign.last_mark(block.plain.text) in ",，،;；؛:：" or block.emphases:
            return len(block.plain.text) > opening.longest
        following = self.next_text()
        return (
            following is not None
            and len(block.plain.text) > 60
            and self.signs.opening(sign.body(following)) is not None
        )

    def heading(self, block: Block) -> Paragraph:
        paragraph = self.add(HEADING, block, with_label=False)
        paragraph.heading_label = self.signs.heading_label(block)
        self.lines_under = None
        self.levels.clear()
        self.last = paragraph
        return paragraph

    def _in_annex(self, block: Block) -> None:
        last = self.last
        text = block.plain.text.lstrip(INVISIBLE)
        if (
            last is not None
            and last.part == ANNEX
            and block.label is None
            and text[:1].islower()
            and not sign.is_ended(last.text)
        ):
            continue_paragraph(last, block)
            return
        self.last = self.add(ANNEX, block)
