"""Find the organ lines of a draft among its blocks of text, also where they stand in a wrong place.

An organ line opens a resolution. Drafters also write it after the preamble ("The General Assembly
hereby:") or twice. Where it shares its line with other text, `run_in_lines` divides the block.
"""

from __future__ import annotations

from reslint.draft.model import PREAMBLE
from reslint.draft.organ.announced_lines import (
    announced_by_halves,
    announced_organ,
    below_joint,
    below_title,
    without_joints,
)
from reslint.draft.organ.decisions_alone import announced_alone
from reslint.draft.organ.lines_above_lists import organ_above_list
from reslint.draft.organ.lines_within_numbers import organ_within_numbers
from reslint.draft.organ.organ_line_forms import is_head_in_capitals, organ_of_halves, organ_of_line
from reslint.draft.roles import block_roles
from reslint.draft.roles.block_roles import (
    EMPHASES,
    LONGEST_ORGAN_LINE,
    is_all_emphasized,
    is_first,
    is_marked_heading,
    is_numbered,
)
from reslint.draft.roles.final_marks import ends_with_colon, last_mark, text_before_markers
from reslint.draft.roles.joints import joins_next
from reslint.draft.roles.part_labels import labelled_part
from reslint.language.organ_names import OTHER
from reslint.text.folding import CLAUSE_ENDS, COLONS, COMMAS, SEMICOLONS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reslint.blocks.model import Block
    from reslint.draft.roles.block_roles import BlockRoles
    from reslint.draft.window import Window


_ABOVE, _BELOW = 1, 3  # blocks beside one that tell whether it is such a line
_PREAMBLE_ENDS = COMMAS + CLAUSE_ENDS + COLONS


class OrganLines:
    """The organ lines of a draft: the organ by the index of the block of text.

    `opening` are those that open a resolution. `late` stand after the preamble of a resolution that
    is open already: its organ line is out of place, or stands there for the second time. `second`
    is the second half of a line that is broken within the name, None for a whole line.
    """

    __slots__ = ("first", "late", "noted", "opening", "second")

    def __init__(self) -> None:
        self.noted: list[int] = []  # where anything was found
        self.first: int | None = None  # the first that named an organ
        self.opening: dict[int, str] = {}
        self.late: dict[int, str] = {}
        self.second: int | None = None

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, OrganLines)
            and self.opening == other.opening
            and self.late == other.late
            and self.second == other.second
        )

    __hash__ = None  # type: ignore[assignment]

    def __contains__(self, position: int) -> bool:
        return position in self.opening


def find_organ_lines(
    texts: Sequence[Block],
    roles: BlockRoles,
    run_in: Block | None,
    *,
    assume_draft: bool,
    before: OrganLines | None = None,
    window: Window | None = None,
) -> OrganLines:
    """Find the organ lines among the blocks of text.

    `run_in` is the first paragraph if it stands in one block with the organ line (`RunInLines`).
    With `assume_draft` the text is known to be a draft, so that the line of an unknown body is
    also recognized by its form. `before` are those of the last reading: only in the `window`, and
    where something was found, is looked again.
    """
    lines = OrganLines()
    first = None
    if before is not None and before.first is not None and window is not None:
        first = window.now(before.first)
        if first is not None:
            # Above the first organ line, a block is looked at with all that stands around it.
            near = window.positions(before.noted, _ABOVE, _BELOW)
            _look_for(lines, texts, sorted({*range(first + 1), *near}), roles, run_in)
    if first is None or before is None or window is None or not _stands(before, lines, window):
        lines = OrganLines()
        _look_for(lines, texts, range(len(texts)), roles, run_in)
    found = lines.opening
    if found:
        _leave_out_masthead(found, texts, roles)
    if found or lines.late:
        alone = None if found else announced_alone(lines.late, texts, roles)
        _find_late(lines, texts, roles)
        if alone is not None:
            found[alone] = lines.late.pop(alone, OTHER)
    if assume_draft and not found and not lines.late:
        unknown = find_unknown_organ_line(texts)
        if unknown is not None:
            found[unknown] = ""
    return lines


def _stands(before: OrganLines, lines: OrganLines, window: Window) -> bool:
    """Tell whether what was found nowhere outside the window is nowhere there now.

    It depends on whether a line above names an organ, or is broken within the name.
    """
    return all(
        now == (None if was is None else window.now(was)) and (now is None) == (was is None)
        for was, now in ((before.first, lines.first), (before.second, lines.second))
    )


def _look_for(
    lines: OrganLines,
    texts: Sequence[Block],
    positions: Iterable[int],
    roles: BlockRoles,
    run_in: Block | None,
) -> None:
    """Add the lines at some positions that name an organ or announce the operative part.

    A block is looked at with `_ABOVE` of those above it and `_BELOW` of those below.
    """
    found = lines.opening
    for position in positions:
        block = texts[position]
        if position == lines.second:
            continue
        if block.label is not None:
            continue  # no organ line, and none that announces the operative part
        if ends_with_colon(block.plain.text) and labelled_part(roles, block) is not None:
            continue
        if roles.subject and roles.speaks(block.plain.text):
            continue  # a sentence with the body: it is a paragraph
        following = _first_below(texts, position, roles)
        opens = following is not None and (
            following is run_in or _stands_above_preamble(texts, position, roles)
        )
        organ = organ_of_line(roles, block, following, opens=opens)
        if organ is None and not found and not roles.subject:
            organ = organ_above_list(texts, position, roles)
            if organ is not None:
                found[position] = organ
                lines.first = min(found)
                lines.noted.append(position)
                continue
        if organ is None and not found and following is not None:
            organ = organ_of_halves(roles, block, following)
            if organ is not None:
                lines.second = position + 1
        if organ is not None:
            lines.noted.append(position)
        nested = organ == OTHER and bool(found) and _is_recommended(texts, position, roles)
        if organ is not None and (nested or not (organ == OTHER and found)):
            found[position] = organ
            lines.first = min(found)
        elif (
            organ is None
            or roles.language.organs.announcements.announces(block.plain.text) is not None
        ):
            below = below_title(texts, position, roles)
            announced = announced_organ(block, below, roles)
            if announced is None and below is not None and is_first(below):
                announced = below_joint(texts, position, roles)
            if announced is None:
                announced = organ_within_numbers(texts, position, roles)
            if announced is None and lines.second is None and block.plain.text.isupper():
                announced = announced_by_halves(texts, position, roles)
                lines.second = position + 1 if announced is not None else None
            if announced is not None:
                lines.late[position] = announced
                lines.noted.append(position)


def _is_recommended(texts: Sequence[Block], position: int, roles: BlockRoles) -> bool:
    """Tell whether the line of another body opens the draft that a paragraph above recommends.

    "The Board recommends to the Assembly the following resolution:" stands right above it, and a
    preambular phrase opens the block below.
    """
    if (
        not position
        or position + 1 >= len(texts)
        or last_mark(texts[position].plain.text) not in COMMAS
    ):
        return False
    above = texts[position - 1].plain.text
    opening = roles.opening(block_roles.body(texts[position + 1]))
    return (
        ends_with_colon(above)
        and roles.language.organs.headers.speaks_of_resolution(above)
        and opening is not None
        and "preambular" in opening.parts
    )


def _first_below(texts: Sequence[Block], position: int, roles: BlockRoles) -> Block | None:
    """Return the block below the one at `position`, without a label of the preamble between them.

    Drafters write PREAMBULATORY CLAUSES below the organ line.
    """
    below = texts[position + 1] if position + 1 < len(texts) else None
    if below is not None and position + 2 < len(texts):
        if labelled_part(roles, below) == PREAMBLE:
            return texts[position + 2]
    return below


def _stands_above_preamble(texts: Sequence[Block], position: int, roles: BlockRoles) -> bool:
    """Tell whether a body with a comma stands above a preamble that opens with unknown words.

    The paragraph below it ends with a comma or semicolon, and a preambular phrase opens the one
    below that.
    """
    first, *below = texts[position : position + 3]
    if len(first.plain.text) > LONGEST_ORGAN_LINE or len(below) < 2:
        return False
    if not _ends_with_comma(first) or below[0].label is not None:
        return False
    if last_mark(text_before_markers(below[0])) not in COMMAS + SEMICOLONS:
        return False
    opening = roles.opening(block_roles.body(below[1]))
    return (
        opening is not None
        and "preambular" in opening.parts
        and roles.language.organs.bodies.says_kind(first.plain.text)
        and roles.opening(first.plain.text) is None
    )


def _leave_out_masthead(found: dict[int, str], texts: Sequence[Block], roles: BlockRoles) -> None:
    """Leave out emphasized lines of a masthead: the last line before any text counts."""
    first, *others = sorted(found)
    for later in others:
        between = texts[first + 1 : later]
        if all(b.label is None and roles.opening(block_roles.body(b)) is None for b in between):
            del found[first]
            first = later
        else:
            break


def _find_late(lines: OrganLines, texts: Sequence[Block], roles: BlockRoles) -> None:
    """Move the lines that stand after a preamble from `opening` to `late`.

    Before such a line stand preambular paragraphs, after it the operative part. With an organ line
    above the preamble it must name the same organ: another one opens a nested draft.
    """
    above: str | None = None
    start = 0
    announced, lines.late = without_joints(lines.late, texts, roles), {}
    for position, organ in sorted({**announced, **lines.opening}.items()):
        block = texts[position]
        # POR ELLO: stands above the line of the body, or that of who decides.
        organ = organ or announced.get(position + 1, "")
        announces = position in announced or (
            roles.language.organs.announcements.announces(block.plain.text) is not None
        )
        if (above is None or organ == above or announces) and _ends_preamble(
            texts, start, position, roles, announces=announces
        ):
            lines.late[position] = organ
        if position in lines.late or position in lines.opening:
            above, start = organ, position + 1
    for position in lines.late:
        lines.opening.pop(position, None)


def _ends_preamble(
    texts: Sequence[Block], start: int, position: int, roles: BlockRoles, *, announces: bool
) -> bool:
    """Tell whether the blocks from `start` are a preamble that ends at the line at `position`."""
    before = [
        block
        for block in texts[start:position]
        if (opening := roles.opening(block_roles.body(block))) is not None
        and (
            last_mark(block.plain.text) in _PREAMBLE_ENDS
            or joins_next(block.plain.text, roles)
            or is_head_in_capitals(block, opening)
        )
    ]
    if not before:
        return False
    for block in before:
        opening = roles.opening(block_roles.body(block))
        assert opening is not None
        if "preambular" not in opening.parts:
            return False
    after = position + 1
    while after < len(texts) and is_marked_heading(texts[after]):
        after += 1
    if after == len(texts):
        return False
    following = texts[after]
    if announces or is_numbered(following):
        return True
    opening = roles.opening(block_roles.body(following))
    return opening is not None and "preambular" not in opening.parts


def find_unknown_organ_line(blocks: Sequence[Block]) -> int | None:
    """Find the organ line of an unknown body by its form; return its index, None for none.

    It is a short line, emphasized if anything in the text is. It ends with a comma, and so does
    the paragraph after it. Numbered paragraphs follow.
    """
    emphasis = any(block.emphases for block in blocks)
    numbered = next((index for index, block in enumerate(blocks) if is_numbered(block)), 0)
    for index in range(numbered - 1):
        block = blocks[index]
        if (
            _ends_with_comma(block)
            and _ends_with_comma(blocks[index + 1])
            and len(block.plain.text) <= LONGEST_ORGAN_LINE
            and (not emphasis or is_all_emphasized(block, *EMPHASES))
        ):
            return index
    return None


def _ends_with_comma(block: Block) -> bool:
    """Tell whether a block without label ends with a comma."""
    return block.label is None and last_mark(block.plain.text) in COMMAS
