"""Divide blocks in which several paragraphs stand: on one line, or on lines without a blank line.

Text copied from a page has its lines, but not the space between its paragraphs. `joined_paragraphs`
finds where they begin.
"""

from __future__ import annotations

from reslint.blocks.reader import read_label
from reslint.data.patterns import expression
from reslint.draft.dividing.announcing_ends import announcement_in, closing_in
from reslint.draft.dividing.announcing_starts import announcement_at_start
from reslint.draft.dividing.division import Around, Progress, moved, unchanged
from reslint.draft.dividing.joined_paragraphs import next_paragraph
from reslint.draft.dividing.labels_within import hanging_label, label_alone, may_hang
from reslint.draft.dividing.one_line_preamble import is_sole
from reslint.draft.dividing.short_lines import CHINESE
from reslint.draft.paragraphs import divide_block
from reslint.draft.roles import block_roles
from reslint.draft.roles.final_marks import ends_with_colon
from reslint.draft.roles.joints import joint_in
from reslint.draft.roles.line_places import (
    LONGEST_LOOK,
    begins_line,
    is_within_line,
    line_breaks,
)
from reslint.draft.roles.part_labels import start_behind_part_label
from reslint.text.folding import COMMAS, SPACES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reslint.blocks.model import Block
    from reslint.draft.roles.block_roles import BlockRoles
    from reslint.language.language import Language


_NOTE_NUMBER = expression(rf"([{COMMAS};])[{SPACES}]?[0-9]{{1,2}}\Z")
_LONGEST_NUMBER = 5  # characters of a mark and such a number
_SHORTEST = 40  # characters of two paragraphs; in Chinese half as many
_LONGEST = 12_000  # characters of a block that is looked at: longer ones are no text of people


class RunTogether:
    """Divide blocks of several paragraphs; use the pieces of an earlier reading again.

    As long as a block is the same, its pieces are, so that their paragraphs keep their facts. Most
    blocks have none, which is kept too. Far from a change, nothing is looked at again.
    """

    __slots__ = (
        "_blocks",
        "_divided",
        "_emphasis",
        "_in_small_letters",
        "_language",
        "_pieces",
        "_progress",
        "_subject",
    )

    def __init__(self) -> None:
        self._emphasis = False  # whether anything in the draft is emphasized
        self._in_small_letters = False  # whether its paragraphs open with small letters
        self._subject = ""  # the body that each of them names
        self._language: Language | None = None
        # By the block: what stands around it, its pieces (none: it is one paragraph).
        self._pieces: dict[Block, tuple[Around, list[Block]]] = {}
        self._blocks: list[Block] = []  # before they were divided
        self._divided: list[Block] = []
        self._progress: list[Progress] = []  # before each of the blocks

    def divide(
        self,
        blocks: list[Block],
        text: str,
        roles: BlockRoles,
        changed: tuple[int, int] | None = None,
    ) -> list[Block]:
        """Return the blocks with each of several paragraphs divided; `text` is that of the source.

        Nothing is divided before the first block that opens like a paragraph. `changed` is the span
        of the text that alone changed since the last reading.
        """
        emphasis = any(block.emphases for block in blocks)
        same = (emphasis, roles.in_small_letters, roles.language, roles.subject) == (
            self._emphasis,
            self._in_small_letters,
            self._language,
            self._subject,
        )
        self._subject = roles.subject
        self._emphasis = emphasis
        self._in_small_letters = roles.in_small_letters
        self._language = roles.language
        first, after = unchanged(self._blocks, blocks, changed) if same else (0, len(blocks))
        before, divided_before, old = self._blocks, self._divided, self._progress
        longer = len(blocks) - len(before)
        known = self._pieces if same else {}
        self._pieces = dict(known)
        for block in before[first : after - longer]:
            self._pieces.pop(block, None)
        state = old[first] if first else Progress(0, 0, begun=False, hung=False)
        divided = divided_before[: state.divided]
        progress = old[:first]
        for index in range(first, len(blocks)):
            if index > after and divided[-1] is divided_before[old[index - longer].divided - 1]:
                was = old[index - longer]
                if state.same_as(was):
                    divided += divided_before[was.divided :]
                    progress += moved(old[index - longer :], state.divided - was.divided)
                    break
            progress.append(state)
            state = self._add(divided, blocks, index, text, roles, known, state)
        self._blocks, self._divided, self._progress = blocks, divided, progress
        return divided.copy()

    def _add(
        self,
        divided: list[Block],
        blocks: list[Block],
        index: int,
        text: str,
        roles: BlockRoles,
        known: dict[Block, tuple[Around, list[Block]]],
        state: Progress,
    ) -> Progress:
        """Add a block, or its pieces, to those divided; return what matters for the next one."""
        block, begun, number = blocks[index], state.begun, state.number
        length = len(block.plain.text)
        if 2 * length >= _SHORTEST > length and max(block.plain.text) >= CHINESE:
            length = _SHORTEST
        hangs = may_hang(block.plain.text)
        if hangs or (length < _SHORTEST and _announces(block, roles)):
            length = max(length, _SHORTEST)
        if block.kind != "text" or not _SHORTEST <= length <= _LONGEST:
            divided.append(block)
            if block.kind == "text" and not begun and length < _SHORTEST:
                begun = _opens(block, roles)
            number = _number_of(block, number)
            return Progress(len(divided), number, begun=begun, hung=False)
        begun = begun or _opens(block, roles)
        if not begun and (_is_bullet(block) or is_within_line(block, text)):
            begun = roles.phrases.match(block_roles.body(block)) is not None  # small letters
            begun = begun or _is_announced_first(divided, block, roles)
        begun = begun or start_behind_part_label(block.plain.text, roles) is not None
        if not begun:
            divided.append(block)
            return Progress(len(divided), number, begun=False, hung=state.hung)
        tight = _is_tight(blocks, index, text, roles) or _announces_on_line(block, text, roles)
        below = _text_below(blocks, index) if hangs else ""
        within = is_within_line(block, text)
        above = label_alone(divided[-1]) if divided else None
        # Where capitals show the paragraphs, nothing else is asked about the sole one.
        sole = not roles.shown_by_capitals and is_sole(blocks, index, roles)
        around = Around(
            number, below, above, tight=tight, within=within, hung=state.hung, sole=sole
        )
        pieces = self._pieces_of(block, text, roles, known, around)
        for piece in pieces or (block,):
            divided.append(piece)
            number = _number_of(piece, number)
        return Progress(len(divided), number, begun=True, hung=hangs)

    def first_piece(self, block: Block | None) -> Block | None:
        """Return the first piece of a block, the block itself if it was not divided."""
        known = self._pieces.get(block) if block is not None else None
        return known[1][0] if known is not None and known[1] else block

    def pieces_again(
        self, block: Block, again: Block, text: str, roles: BlockRoles
    ) -> list[tuple[Block, Block]] | None:
        """Return each piece of a block with what it is as the block reads now (`again`) in `text`.

        A block of one paragraph is its only piece. None if the pieces are not as many as before.
        Nothing around the block changed, nor its length as far as `divide` asks for that.
        """
        if block not in self._pieces:
            return [(block, again)]  # it is not looked at
        around, pieces = self._pieces[block]
        if around.hung or around.below or around.above or may_hang(again.plain.text):
            return None
        if any(_may_announce(one, roles) for one in (block, again)):
            return None
        now = list(_divided(again, text, roles, around, emphasis=self._emphasis))
        before = pieces or [block]
        return list(zip(before, now, strict=True)) if len(now) == len(before) else None

    def _pieces_of(
        self,
        block: Block,
        text: str,
        roles: BlockRoles,
        known: dict[Block, tuple[Around, list[Block]]],
        around: Around,
    ) -> list[Block]:
        """Return the pieces of a block, none if it is one paragraph."""
        if block in known and known[block][0].same_for(block, around):
            pieces = known[block][1]
        else:
            pieces = list(_divided(block, text, roles, around, emphasis=self._emphasis))
            if len(pieces) == 1:
                pieces = []
        self._pieces[block] = around, pieces
        return pieces


def _divided(
    block: Block, text: str, roles: BlockRoles, around: Around, *, emphasis: bool
) -> Iterator[Block]:
    """Yield the pieces of a block, the whole block if it is one paragraph."""
    number, above, within = around.number, around.above, around.within
    start = None
    if block.label is None:
        plain = block.plain.text
        start = announcement_at_start(plain, roles) or start_behind_part_label(plain, roles)
    if start is not None:
        line, block = divide_block(block, start)
        read_label(block)
        within = is_within_line(block, text)
        yield line
    while True:
        number = _number_of(block, number)
        at = next_paragraph(
            block,
            text,
            roles,
            emphasis=emphasis,
            tight=around.tight,
            number=number,
            above=above,
            sole=around.sole,
            within=within,
        )
        if at is None:
            break
        first, block = divide_block(block, at)
        if text[block.start - 1 : block.start].isdigit():
            first = _without_note_number(first)
        yield from _without_lead(first, announcement_in(first.plain.text, roles))
        above = label_alone(first)
        read_label(block)
        within = is_within_line(block, text)
    plain = block.plain.text
    at = joint_in(plain, roles) or announcement_in(plain, roles)
    if at is None and within:
        at = closing_in(plain, roles)
    if at is None and around.below:
        at = hanging_label(plain, block.label or above, around.below, roles)
        if at is not None:
            block, label = divide_block(block, at)
            read_label(label)
            yield from (block, label)
            return
    yield from _without_lead(block, at)


def _announces(block: Block, roles: BlockRoles) -> bool:
    """Tell whether a short block begins or ends with who decides: "mindful of …, decides:"."""
    text = block.plain.text
    if announcement_at_start(text, roles):
        return True
    return ends_with_colon(text) and announcement_in(text, roles) is not None


def _opens(block: Block, roles: BlockRoles) -> bool:
    """Tell whether a block opens with a leading phrase, also behind what may be its label."""
    if roles.opening(block_roles.body(block)) is not None:
        return True
    label = block.possible_label
    return label is not None and roles.opening(block.plain.text[label.body :]) is not None


def _is_announced_first(divided: list[Block], block: Block, roles: BlockRoles) -> bool:
    """Tell whether a block has the number 1, behind words that announce the operative part."""
    label = block.label or block.possible_label
    if not divided or label is None or (label.kind, label.value) != ("number", 1):
        return False
    above = divided[-1].plain.text
    return ends_with_colon(above) and roles.language.organs.announcements.ends_announcing(above)


def _is_bullet(block: Block) -> bool:
    return block.label is not None and block.label.kind == "bullet"


def _without_note_number(block: Block) -> Block:
    """Return a paragraph without the number of a note between it and the next: `…; 2Recalling`."""
    found = _NOTE_NUMBER.search(block.plain.text, max(len(block.plain.text) - _LONGEST_NUMBER, 0))
    return block if found is None else divide_block(block, found.end(1))[0]


def _text_below(blocks: list[Block], index: int) -> str:
    """Return the start of the block of text below a block, "" for none or one with a label."""
    below = blocks[index + 1] if index + 1 < len(blocks) else None
    if below is None or below.kind != "text" or below.label is not None:
        return ""
    return below.plain.text[:LONGEST_LOOK]


def _announces_on_line(block: Block, text: str, roles: BlockRoles) -> bool:
    """Tell whether a line of a block says who decides: its other lines are paragraphs, too."""
    at = announcement_in(block.plain.text, roles) if len(block.plain.runs) > 1 else None
    return at is not None and begins_line(block, at, text)


def _may_announce(block: Block, roles: BlockRoles) -> bool:
    return len(block.plain.runs) > 1 and announcement_in(block.plain.text, roles) is not None


def _number_of(block: Block, before: int) -> int:
    """Return the number of a paragraph, that of the one before for a block without number."""
    label = block.label
    return label.value if label is not None and label.kind == "number" else before


def _without_lead(block: Block, at: int | None) -> tuple[Block, ...]:
    """Return a paragraph and the words that lead to the next one, which begin at `at`."""
    return (block,) if at is None else divide_block(block, at)


def _is_tight(blocks: list[Block], index: int, text: str, roles: BlockRoles) -> bool:
    """Tell whether no blank line sets a block apart from the paragraph above it or below it."""
    block = blocks[index]
    if index + 1 < len(blocks) and line_breaks(text, block.end, blocks[index + 1].start) == 1:
        return True
    if index == 0 or line_breaks(text, blocks[index - 1].end, block.start) != 1:
        return False
    return roles.opening(block_roles.body(blocks[index - 1])) is not None
