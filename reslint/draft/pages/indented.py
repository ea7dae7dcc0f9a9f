"""Read block quotes that only show how far in a paragraph stands, as converters of Word write them.

`> 1\\. [Encourages]{.underline} …` is a paragraph of the draft, `> We the peoples …` a quotation.
So is all that stands in quotes below “Decides to replace rule 3 by the following:”.
"""

from __future__ import annotations

from reslint.blocks.reader import read_label
from reslint.draft.paragraphs import divide_block
from reslint.draft.roles.block_roles import LONGEST_ORGAN_LINE, is_quoted
from reslint.draft.roles.final_marks import last_mark
from reslint.draft.roles.label_series import announces_operative
from reslint.text.folding import COMMAS, PAUSES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.blocks.model import Block
    from reslint.draft.roles.block_roles import BlockRoles


_FULL_STOPS = (".", "。", "؟", "?", "!")


class IndentedText:
    """Make text of the block quotes that hold paragraphs of the draft.

    The blocks of text of an earlier reading are used again while the quote is the same, so that
    their paragraphs keep their facts.
    """

    __slots__ = ("_known",)

    def __init__(self) -> None:
        self._known: dict[Block, Block] = {}  # the text that a quote may be

    def read(self, blocks: list[Block], roles: BlockRoles) -> list[Block]:
        """Return the blocks with text in place of such quotes; the list itself if none is one."""
        if not any(block.kind == "quote" for block in blocks):
            self._known = {}
            return blocks
        known, self._known = self._known, {}
        read: list[Block] = []
        quoted = False  # whether the quotes below a paragraph are the text that it gives
        above: Block | None = None
        for index, block in enumerate(blocks):
            if block.kind == "quote":
                quoted = quoted or (above is not None and roles.gives_text(above.plain.text))
                text = self._as_text(block, known)
                before = read[-1] if read else None
                if not quoted and (
                    _is_paragraph(text, before, roles) or _is_organ_line(blocks, index, roles)
                ):
                    block = text
                above = None
            else:
                quoted, above = False, block
            read.append(block)
        return read

    def _as_text(self, block: Block, known: dict[Block, Block]) -> Block:
        """Return the block of text that a quote may be."""
        text = known.get(block)
        if text is None:
            text, _ = divide_block(block, len(block.plain.text))
            text.kind = "text"
            text.possible_label = None
            read_label(text)
        self._known[block] = text
        return text


def _is_organ_line(blocks: list[Block], index: int, roles: BlockRoles) -> bool:
    """Tell whether a quoted block names an organ right above a quoted preambular paragraph."""
    text = blocks[index].plain.text
    below = blocks[index + 1] if index + 1 < len(blocks) else None
    if below is None or below.kind != "quote" or len(text) > LONGEST_ORGAN_LINE:
        return False
    if last_mark(text) not in COMMAS or roles.language.organs.names.of_line(text) is None:
        return False
    opening = roles.opening(below.plain.text)
    return opening is not None and "preambular" in opening.parts


def _is_paragraph(block: Block, before: Block | None, roles: BlockRoles) -> bool:
    """Tell whether a quoted block is a paragraph of the draft; `before` is the block above it.

    It opens with a leading phrase, emphasized, behind a label or with the mark of a paragraph at
    its end. Items follow a text that is not ended, or other items in a quote, numbers a
    line that announces the operative part.
    """
    if is_quoted(block):
        return False
    label = block.label or block.possible_label
    body = label.body if label is not None else 0
    text = block.plain.text
    if roles.opening(text[body:]) is not None:
        mark = last_mark(text)
        return label is not None or bool(block.emphases) or (mark in PAUSES and mark != "")
    if block.label is None or before is None or before.kind != "text":
        return False
    if block.label.kind == "number" and before.label is None:
        return announces_operative(before, roles)
    return before.label is not None or last_mark(before.plain.text) not in _FULL_STOPS
