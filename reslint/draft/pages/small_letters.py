"""Tell whether the paragraphs of a draft open with small letters.

Parliaments and some organizations write so in every language: the sentence of the organ line goes
on. Elsewhere a phrase in small letters is the middle of a sentence.
"""

from __future__ import annotations

from reslint.data.patterns import expression
from reslint.draft.organ.lines_above_lists import goes_on_below_line, goes_on_in_list
from reslint.draft.roles.final_marks import is_ended

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.blocks.model import Block
    from reslint.draft.roles.block_roles import BlockRoles
    from reslint.draft.window import RuledOut


_FEWEST = 3  # paragraphs that open with small letters
_SHORTEST_RUN = 150  # characters of three paragraphs in one block
_LONGEST_PHRASE = 160  # characters in which a phrase must stand
_LOST_SPACE = expression(r"[,;](?:[0-9]{1,2}\.\s?)?(?=[a-zà-ÿ])")
_LONGEST_LOOK = 400  # characters in which the name of the organ and a phrase must stand


def opens_in_small_letters(blocks: list[Block], roles: BlockRoles, apart: RuledOut) -> bool:
    """Tell whether enough blocks open with a leading phrase in small letters, and most of them.

    `apart` are those known to hold no paragraphs that run together.
    """
    if not roles.language.forms.get("capitals"):
        return False
    if _goes_on_from_organ_line(blocks, roles):
        return True
    for _, block in apart.left(blocks):
        if block.kind == "text":
            if _is_run_together(block, roles):
                return True
            apart.add(block)
    if goes_on_in_list(blocks, roles) or goes_on_below_line(blocks, roles):
        return True
    small = [
        block
        for block in blocks
        if block.kind == "text"
        and (block.label is None or block.label.kind in ("number", "bullet"))
        and block.plain.text[_start_of_words(block) :][:1].islower()
    ]
    if len(small) < _FEWEST:
        return False
    opened = sum(_opens_formed(block, roles) for block in small)
    if opened < _FEWEST:
        return False
    others = {*blocks} - {*small}
    return opened > sum(block.kind == "text" and _opens_formed(block, roles) for block in others)


def _is_run_together(block: Block, roles: BlockRoles) -> bool:
    """Tell whether paragraphs stand in one block that lost the spaces between them.

    "The Council,alarmed by the floods,noting the report,1. asks the mayor": text of a page.
    """
    text = block.plain.text
    if len(text) < _SHORTEST_RUN or not _lacks_spaces(text):
        return False
    found = 0
    for lost in _LOST_SPACE.finditer(text):
        opening = roles.phrases.match(text[lost.end() : lost.end() + _LONGEST_PHRASE])
        found += opening is not None and not opening.start
        if found >= _FEWEST:
            return True
    return False


def _lacks_spaces(text: str) -> bool:
    """Tell quickly whether a small letter or a figure may stand right behind enough marks."""
    together = text.count(",") + text.count(";") - text.count(", ") - text.count("; ")
    if together < _FEWEST:
        return False
    lost = 0
    for mark in ",;":
        for behind in text.split(mark)[1:]:
            lost += behind[:1].isalnum()
    return lost >= _FEWEST


def _goes_on_from_organ_line(blocks: list[Block], roles: BlockRoles) -> bool:
    """Tell whether the first paragraph opens so on the line of the organ, and the next one, too.

    "The General Assembly, recalling its resolutions," above "noting the report,".
    """
    for block, following in zip(blocks, blocks[1:], strict=False):
        if following.kind == "text" and following.plain.text[:1].islower():
            if not is_ended(block.plain.text):
                continue
            found = roles.language.organs.places.named_before(block.plain.text[:_LONGEST_LOOK])
            if found is None:
                continue
            rest = block.plain.text[found[1] :]
            match = roles.phrases.match(rest) if rest[:1].islower() else None
            return match is not None and match.start == 0 and _opens_formed(following, roles)
    return False


def _opens_formed(block: Block, roles: BlockRoles) -> bool:
    """Tell whether a block opens with a phrase, and is labelled, ended or nothing but that."""
    text = block.plain.text[_start_of_words(block) :]
    match = roles.phrases.match(text)
    return match is not None and (
        block.label is not None or is_ended(text) or match.longest >= len(text.rstrip())
    )


def _start_of_words(block: Block) -> int:
    """Return the plain offset after the label of a block, or what may be its label."""
    label = block.label or block.possible_label
    return label.body if label is not None else 0
