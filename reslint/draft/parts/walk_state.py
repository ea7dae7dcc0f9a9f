"""The state of a walk over the blocks of a draft: its current part and what it has read."""

from __future__ import annotations

from reslint.blocks.model import FURNITURE, NOT_TEXT
from reslint.draft.dividing.run_in_lines import RunInLines
from reslint.draft.dividing.run_together import RunTogether
from reslint.draft.model import ANNEX, HEADING, MASTHEAD, Note, Paragraph, Resolution
from reslint.draft.organ.organ_lines import find_organ_lines
from reslint.draft.organ.subjects import subject_of_paragraphs
from reslint.draft.pages.foot_notes import FootNotes
from reslint.draft.pages.hash_lists import HashLists
from reslint.draft.pages.indented import IndentedText
from reslint.draft.pages.numbers_apart import numbers_apart
from reslint.draft.pages.page_lines import without_page_lines
from reslint.draft.pages.small_letters import opens_in_small_letters
from reslint.draft.pages.spread_lines import is_spread
from reslint.draft.paragraphs import start_paragraph
from reslint.draft.parts.ahead import after_rules, look_ahead
from reslint.draft.parts.levels import Levels
from reslint.draft.roles import block_roles
from reslint.draft.roles.label_series import labels_in_series
from reslint.draft.window import RuledOut, Window

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Protocol

    from reslint.blocks.label import Label
    from reslint.blocks.model import Block
    from reslint.draft.model import Part
    from reslint.draft.organ.organ_lines import OrganLines
    from reslint.draft.parts.ahead import Ahead

    class ReusableParagraphs(Protocol):
        """Paragraphs of an earlier reading of the same draft (`reuse.ParagraphCache`)."""

        apart: RuledOut
        foot_notes: FootNotes
        hash_lists: HashLists
        indented: IndentedText
        run_in: RunInLines
        run_together: RunTogether

        @property
        def changed(self) -> tuple[int, int] | None:
            """The span of the text that changed since the last reading; None: any of it."""
            ...

        @property
        def walk(self) -> WalkState | None:
            """The walk of the last reading."""
            ...

        def reuse(self, part: Part, block: Block, label: Label | None) -> Paragraph | None:
            """Return the paragraph that this block alone made before, or None."""
            ...


_TEXT_KINDS = ("text", "heading")


class Checkpoint:
    """The state of a walk before a block, with the lengths of its lists instead of the lists."""

    __slots__ = ("counts", "joined", "levels", "list_intro", "part", "position", "section", "tops")

    def __init__(self, state: WalkState) -> None:
        resolution = state.resolutions[-1] if state.resolutions else None
        self.part = state.part
        self.tops = (state.top, state.last)
        self.joined = [len(one.blocks) for one in self.tops if one is not None]
        self.section = state.section
        self.list_intro = state.list_intro
        self.levels = state.levels.open()
        self.position = state.position
        self.counts = (
            len(state.paragraphs),
            len(state.notes),
            len(resolution.preamble) if resolution is not None else 0,
            len(resolution.operative) if resolution is not None else 0,
        )

    def same_as(self, other: Checkpoint) -> bool:
        """Tell whether a walk continues in the same way from both over the same blocks."""
        return (
            self.part == other.part
            and self.tops[0] is other.tops[0]
            and self.tops[1] is other.tops[1]
            and self.joined == other.joined
            and self.section is other.section
            and self.list_intro is other.list_intro
            and self.levels == other.levels
        )

    def replace(self, old: dict[Paragraph, Paragraph]) -> None:
        """Replace new paragraphs by old ones."""
        top, last = self.tops
        self.tops = (old.get(top, top) if top else top, old.get(last, last) if last else last)
        self.levels = tuple(old.get(paragraph, paragraph) for paragraph in self.levels)
        if self.section in old:
            self.section = old[self.section]
        if self.list_intro in old:
            self.list_intro = old[self.list_intro]


class WalkState:
    """The state of a walk over the blocks of a draft: part, open paragraph, paragraphs, notes.

    `roles` recognizes single blocks. `organ` is the organ given by the user, None to read it from
    the organ line. `assume_draft` tells that the text is a draft, so that an organ line is also
    recognized by its form. `text` is that of the source. Paragraphs in `cache` are reused if their
    text is the same.
    """

    def __init__(
        self,
        blocks: list[Block],
        roles: block_roles.BlockRoles,
        organ: str | None,
        cache: ReusableParagraphs | None = None,
        *,
        assume_draft: bool = False,
        text: str = "",
    ) -> None:
        self.roles = roles
        self.cache = cache
        self.given_organ = organ
        self.blocks = [
            b for b in blocks if b.kind not in NOT_TEXT or (b.kind == FURNITURE and b.plain.text)
        ]
        for block in self.blocks:
            if block.possible_label is not None:
                block.label = None  # an earlier reading settled it; this one decides again
        apart = cache.apart if cache is not None else RuledOut()
        self.in_small_letters = opens_in_small_letters(self.blocks, roles, apart)
        roles.expect(in_small_letters=self.in_small_letters, subject=roles.subject)
        hash_lists = cache.hash_lists if cache is not None else HashLists()
        self.blocks = hash_lists.read(self.blocks, roles)
        self.subject = subject_of_paragraphs(self.blocks, roles)
        roles.expect(in_small_letters=self.in_small_letters, subject=self.subject)
        foot_notes = cache.foot_notes if cache is not None else FootNotes()
        self.blocks = foot_notes.read(self.blocks, roles)
        self.blocks = without_page_lines(self.blocks, roles)
        indented = cache.indented if cache is not None else IndentedText()
        self.blocks = indented.read(self.blocks, roles)
        run_in = cache.run_in if cache is not None else RunInLines()
        self.blocks = run_in.divide(self.blocks, text, roles)
        together = cache.run_together if cache is not None else RunTogether()
        count = len(self.blocks)
        changed = cache.changed if cache is not None else None
        self.blocks = together.divide(self.blocks, text, roles, changed)
        if len(self.blocks) > count and not self.in_small_letters:
            self.in_small_letters = opens_in_small_letters(self.blocks, roles, apart)
            roles.expect(in_small_letters=self.in_small_letters, subject=self.subject)
        # The first paragraph, if it stands in one block with the organ line, or even on it.
        self.run_in = together.first_piece(run_in.second)
        self.shares_line = run_in.shares_line
        self.texts = [b for b in self.blocks if b.kind in _TEXT_KINDS]
        series = self._settle_labels()
        self.paragraphs: list[Paragraph] = []
        self.notes: list[Note] = []
        self.resolutions: list[Resolution] = []
        self.part: Part = MASTHEAD
        self.levels = Levels()
        self.last: Paragraph | None = None  # the last paragraph of text, not a note
        self.top: Paragraph | None = None  # the last numbered or preambular paragraph
        self.section: Paragraph | None = None  # the last heading
        self.list_intro: Paragraph | None = None  # ends with a colon; its unlabelled lines follow
        self.labelled = [block.label is not None for block in self.texts]
        before = cache.walk if cache is not None else None
        window = self._window(before) if before is not None else None
        self.organ_lines: OrganLines = find_organ_lines(
            self.texts,
            roles,
            self.run_in,
            assume_draft=assume_draft,
            before=None if before is None else before.organ_lines,
            window=window,
        )
        self.ruled = after_rules(blocks)
        self.ahead = look_ahead(
            self.texts, self.organ_lines, roles, self.ruled, *self._ahead_before(before, window)
        )
        opening = min(self.organ_lines.opening, default=-1)
        # Whether blank lines stand between all lines.
        self.spread = is_spread(self.texts, roles, opening + 1)
        self.numbers_apart = numbers_apart(self.texts, roles)
        self.position: int = -1  # index in `texts` of the present block
        self.looked_far = bool(
            series or self.numbers_apart or self.subject
        )  # whether a decision depends on blocks far ahead
        # For the next walk, which may resume: the offset of each block, the state before it.
        self.block_starts = [b.start for b in self.blocks] if cache is not None else []
        self.checkpoints: list[Checkpoint] = []

    def _window(self, before: WalkState) -> Window | None:
        """Return the blocks of text that changed since the last walk, None if any may be another.

        Only the roles of a draft, and where its first paragraph begins, bear on all of them.
        """
        same = (before.roles, before.in_small_letters, before.subject, before.run_in) == (
            self.roles,
            self.in_small_letters,
            self.subject,
            self.run_in,
        )
        if not same:
            return None
        return Window(before.texts, before.labelled, self.texts, self.labelled)

    def _ahead_before(
        self, before: WalkState | None, window: Window | None
    ) -> tuple[list[Ahead] | None, Window | None]:
        """Return what followed at the last reading if organ lines and rules are the same now."""
        if before is None or window is None or self.ruled or before.ruled:
            return None, None
        lines = window.same_outside(before.organ_lines.opening, self.organ_lines.opening)
        return (before.ahead, window) if lines else (None, None)

    def next_text(self) -> Block | None:
        """Return the next block of text, None at the end."""
        following = self.position + 1
        return self.texts[following] if following < len(self.texts) else None

    def add(
        self, part: Part, block: Block, *, with_label: bool = True, label: Label | None = None
    ) -> Paragraph:
        """Add the paragraph that a block starts; without `with_label` the label stays text.

        `label` replaces the label of the block.
        """
        label = label or (block.label if with_label else None)
        if part == ANNEX and label is block.possible_label:
            label = None
        paragraph = self.cache.reuse(part, block, label) if self.cache is not None else None
        if paragraph is None:
            paragraph = start_paragraph(part, block, label)
        paragraph.resolution = self.resolutions[-1] if self.resolutions else None
        paragraph.section = self.section
        self.paragraphs.append(paragraph)
        return paragraph

    def heading(self, block: Block) -> Paragraph:
        """Add a heading; close the list of lines and the sub-paragraphs."""
        paragraph = self.add(HEADING, block, with_label=False)
        paragraph.heading_label = self.roles.heading_label(block)
        self.list_intro = None
        self.levels.clear()
        self.last = paragraph
        return paragraph

    def start_part(self, part: Part) -> None:
        """Enter a part; no paragraph is open in it yet."""
        self.part = part
        self.levels.clear()
        self.top = None
        self.list_intro = None
        if self.last is None or self.last.part != HEADING:
            self.section = None  # a heading directly before a part belongs to it

    def continues_numbering(self, block: Block) -> bool:
        """Tell whether the label of a block continues the numbering of the paragraphs."""
        before = self.top.label if self.top is not None else None
        return (
            before is not None
            and before.kind == "number"
            and block.label is not None
            and block.label.value == before.value + 1
        )

    def numbers_follow(self) -> bool:
        """Tell whether a numbered paragraph follows before the next organ line or annex."""
        return self.ahead[self.position].number > 0

    def _settle_labels(self) -> frozenset[Block]:
        """Decide for each block whether what may be its label is its label.

        Return the blocks whose label is certain because of its series.
        """
        series = labels_in_series(self.texts, self.roles)
        following: Block | None = None
        for block in reversed(self.texts):
            if block in series:
                block.label = block.possible_label
            elif block.possible_label is not None:
                self.roles.settle_label(block, following)
            following = block
        return series
