"""Look ahead from each block of a draft: which number follows, and whether a paragraph does."""

from __future__ import annotations

from reslint.blocks.model import NOT_TEXT
from reslint.draft.roles import block_roles, final_marks
from reslint.draft.roles.block_roles import is_numbered

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.blocks.model import Block
    from reslint.draft.organ.organ_lines import OrganLines
    from reslint.draft.window import Window


_SHORTEST = 60  # characters of a paragraph whose phrase a comma follows
_LISTED = tuple(",，،、…/|")


class Ahead:
    """What follows a block of text before the next organ line or annex.

    `number` is the value of the next label with a number, `bracketed` that of the next label like
    `(3)`, 0 for none; `operative` tells that an operative paragraph follows, `after_rule` that a
    rule stands right before the block itself.
    """

    __slots__ = ("after_rule", "bracketed", "number", "operative")

    def __init__(self, number: int, bracketed: int, operative: bool, after_rule: bool) -> None:
        self.number = number
        self.bracketed = bracketed
        self.operative = operative
        self.after_rule = after_rule

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, Ahead)
            and self.number == other.number
            and self.bracketed == other.bracketed
            and self.operative == other.operative
            and self.after_rule == other.after_rule
        )

    __hash__ = None  # type: ignore[assignment]


def opens_operative_paragraph(roles: block_roles.BlockRoles, block: Block) -> bool:
    """Tell whether a block opens like an operative paragraph, whatever stands before it."""
    if block.label is not None and not is_numbered(block):
        return False
    opening = roles.opening_below(block_roles.body(block))
    if opening is None or "operative" not in opening.parts:
        return False
    text = block_roles.body(block)
    if len(text) < _SHORTEST and text[opening.longest :].lstrip()[:1] in _LISTED:
        return False  # a list of phrases in a guide: `1. Urges, Requests …`
    return (
        block.label is not None
        or bool(block.emphases)
        or (final_marks.is_stopped(block.plain.text) and len(block.plain.text) > opening.longest)
    )


def _opens_series(roles: block_roles.BlockRoles, texts: list[Block], position: int) -> bool:
    """Tell whether `(1)` or `①` labels an operative paragraph, and no item behind a colon."""
    if final_marks.ends_with_colon(texts[position - 1].plain.text):
        return False
    opening = roles.opening(block_roles.body(texts[position]))
    return opening is not None and "operative" in opening.parts


def look_ahead(
    texts: list[Block],
    organ_lines: OrganLines,
    roles: block_roles.BlockRoles,
    ruled: set[int],
    before: list[Ahead] | None = None,
    window: Window | None = None,
) -> list[Ahead]:
    """Return for each block of text what follows before an organ line or annex.

    `ruled` are the offsets of those right after a rule. `before` is what followed at the last
    reading: it is the same behind the `window`, and above it from where the same follows.
    """
    ahead: list[Ahead] = []
    number, bracketed, operative = 0, 0, False
    last, first = len(texts) - 1, 0
    if before is not None and window is not None:
        if window.after < len(texts):
            # The last block in the window sees the first one behind it.
            last = window.after
            ahead = before[window.old_after :][::-1]
            below = ahead.pop()
            number, bracketed, operative = below.number, below.bracketed, below.operative
        first = window.first
    for position in range(last, -1, -1):
        block = texts[position]
        here = Ahead(number, bracketed, operative, bool(ruled) and block.start in ruled)
        if position < first and before is not None and here == before[position]:
            ahead += before[position::-1]
            break
        ahead.append(here)
        if position in organ_lines or (block.label is None and roles.is_annex(block)):
            number, bracketed, operative = 0, 0, False
            continue
        if is_numbered(block):
            assert block.label is not None
            number = max(block.label.value, 1)
        elif block.label is not None and block.label.kind in ("number", "circled"):
            if block.label.style == "(N)":
                bracketed = block.label.value
            if position and block.label.value == 1 and _opens_series(roles, texts, position):
                number = 1
        operative = operative or opens_operative_paragraph(roles, block)
    ahead.reverse()
    return ahead


def after_rules(blocks: list[Block]) -> set[int]:
    """Return the offsets of the blocks right after a horizontal rule (not a page break)."""
    after: set[int] = set()
    ruled = False
    for block in blocks:
        if block.kind == "rule":
            ruled = ruled or block.end - block.start > 1
        elif block.kind not in NOT_TEXT:
            if ruled:
                after.add(block.start)
            ruled = False
    return after
