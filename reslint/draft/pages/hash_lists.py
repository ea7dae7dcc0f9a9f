"""Read the numbered lists of wikis, which look like headings: `# Requests …;`, `## of the north;`.

`#` numbers a line there. A heading has no mark at its end; lines that all end with one, right below
each other, and open with leading phrases are paragraphs and their items.
"""

from __future__ import annotations

from reslint.blocks.label import Label
from reslint.draft.paragraphs import divide_block
from reslint.draft.roles.final_marks import is_ended, last_mark
from reslint.text.folding import FULL_STOPS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.blocks.model import Block
    from reslint.draft.model import Paragraph
    from reslint.draft.roles.block_roles import BlockRoles


_HASH = "#"  # the mark of such a line, and the text of its label: one for each level
_FEWEST = 2  # lines of a list
_DEEPER = 2  # columns by which each level stands further in


def is_numbered_by_wiki(paragraph: Paragraph) -> bool:
    """Tell whether a paragraph is a line of such a list: the page shows a number there."""
    return paragraph.label is not None and paragraph.label.text.startswith(_HASH)


class HashLists:
    """Make labelled text of the lines of such lists.

    The blocks of an earlier reading are used again while the line is the same, so that their
    paragraphs keep their facts.
    """

    __slots__ = ("_known",)

    def __init__(self) -> None:
        self._known: dict[Block, Block] = {}

    def read(self, blocks: list[Block], roles: BlockRoles) -> list[Block]:
        """Return the blocks with text in place of such lines; the list itself if there are none."""
        headed = any(block.kind == "heading" for block in blocks)
        listed = _listed(blocks, roles) if headed else []
        known, self._known = self._known, {}
        if not listed:
            return blocks
        for block in listed:
            self._known[block] = known.get(block) or _as_text(block)
        return [self._known.get(block, block) for block in blocks]


def _listed(blocks: list[Block], roles: BlockRoles) -> list[Block]:
    """Return the lines of such lists."""
    listed: list[Block] = []
    series: list[Block] = []
    for block in blocks:
        listable = _may_be_listed(block)
        if listable and series and not _stand_apart(series[-1], block):
            series.append(block)
            continue
        if series:
            listed += series if _is_list(series, roles) else ()
        series = [block] if listable else []
    return listed + series if _is_list(series, roles) else listed


def _may_be_listed(block: Block) -> bool:
    return block.kind == "heading" and block.possible_label is None and is_ended(block.plain.text)


def _stand_apart(before: Block, block: Block) -> bool:
    """Tell whether blank lines stand between two lines, below a full stop: those are headings."""
    return block.start - before.end > 1 and last_mark(before.plain.text) in FULL_STOPS


def _is_list(series: list[Block], roles: BlockRoles) -> bool:
    """Tell whether the lines of a series are a list: those of the first level open with phrases."""
    first = [block for block in series if block.level == 1]
    if len(first) < _FEWEST or series[0].level != 1:
        return False
    return all(roles.opening(block.plain.text) is not None for block in first)


def _as_text(block: Block) -> Block:
    """Return a line of such a list as text with a label."""
    text, _ = divide_block(block, len(block.plain.text))
    text.kind = "text"
    text.indent = _DEEPER * (block.level - 1)
    label = Label("bullet", _HASH * block.level, 0, "–", body=0, value_span=(0, 0))
    label.anchor = block.anchor
    label.start, label.end = block.start, block.start + block.level
    text.label, text.possible_label = label, None
    return text
