"""Find the heads that a page repeats: the title of the conference, with or without a page number.

"Model of the Lake – Draft 2.1   3" stands on each page of a PDF, so again in the midst of its text.
"""

from __future__ import annotations

from reslint.data.patterns import expression
from reslint.draft.paragraphs import divide_block
from reslint.draft.roles import final_marks
from reslint.draft.roles.heading_words import word_count
from reslint.text.folding import COLONS, INVISIBLE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reslint.blocks.model import Block
    from reslint.draft.roles.block_roles import BlockRoles


_LONGEST = 120
_FEWEST_WORDS = 3  # of a head, without its number
_NUMBER = expression(
    r"(?:(?P<first>[0-9]{1,3})\s+)?(?P<words>\S.*?)(?:[\s|]+(?P<last>[0-9]{1,3}))?"
)


def repeated_heads(blocks: list[Block], begun: int, roles: BlockRoles) -> set[int]:
    """Return the indexes of the blocks below the first paragraph (`begun`) that are such heads.

    One stands above that paragraph, or they have page numbers that rise. No organ is named so, nor
    does a phrase open them. Several lines of the masthead, one below the other, are certain.
    """
    lines = [block.plain.text.strip(INVISIBLE) for block in blocks[:begun]]
    places: dict[str, list[tuple[int, int]]] = {}
    for index, block in enumerate(blocks):
        head = head_of(block)
        if head is not None:
            places.setdefault(head[0], []).append((index, head[1]))
    several = {
        index
        for found in places.values()
        for index, _ in found
        if index > begun and _are_lines(blocks[index].plain.text.strip(INVISIBLE), lines)
    }
    return several | {
        index
        for words, found in places.items()
        if len(found) > 1 and _rise(found, begun) and not _says_more(words, roles)
        for index, _ in found
        if index > begun
    }


def _are_lines(text: str, lines: list[str]) -> bool:
    """Tell whether a text is that of two or more lines one below the other."""
    return any(
        text.startswith(f"{line} ")
        and any(text == " ".join(lines[at:end]) for end in range(at + 2, len(lines) + 1))
        for at, line in enumerate(lines)
        if line
    )


def without_heads_at_end(blocks: list[Block], begun: int) -> list[Block]:
    """Return the blocks without the lines of the masthead that a page break left at their ends.

    Two lines or more stand there as they do above the first paragraph (`begun`). The list itself
    if there are none.
    """
    lines = [block.plain.text.strip(INVISIBLE) for block in blocks[:begun]]
    ends = tuple(f" {line}" for line in lines if line)
    cut: dict[int, Block] = {}
    for index in range(begun + 1, len(blocks) if len(ends) > 1 else 0):
        block = blocks[index]
        if block.kind == "text" and block.plain.text.endswith(ends):
            at = _start_of_lines(block.plain.text, lines)
            if at is not None and final_marks.is_ended(block.plain.text[:at]):
                cut[index] = divide_block(block, at)[0]
    return [cut.get(index, block) for index, block in enumerate(blocks)] if cut else blocks


def _start_of_lines(text: str, lines: list[str]) -> int | None:
    """Return where two or more lines, one below the other, stand at the end of a text, or None."""
    for end in range(len(lines), 1, -1):
        for at in range(end - 1):
            joined = " ".join(lines[at:end])
            if len(joined) < len(text) and text.endswith(f" {joined}"):
                return len(text) - len(joined)
    return None


def head_of(block: Block) -> tuple[str, int] | None:
    """Return the words and the page number (0 for none) of a block that may be such a head."""
    text = block.plain.text
    if block.kind != "text" or len(text) > _LONGEST or block.label is not None:
        return None
    text = text.strip(INVISIBLE)
    if not text or text[-1] in COLONS or final_marks.is_ended(text):
        return None
    found = _NUMBER.fullmatch(text)
    if found is None or (found["first"] and found["last"]):
        return None
    if word_count(found["words"]) < _FEWEST_WORDS:
        return None
    return found["words"], int(found["first"] or found["last"] or 0)


def _rise(found: list[tuple[int, int]], begun: int) -> bool:
    """Tell whether the page numbers rise; heads without number must begin above the text."""
    numbers = [number for _, number in found]
    if not any(numbers):
        return found[0][0] < begun
    return all(number < following for number, following in zip(numbers, numbers[1:], strict=False))


def _says_more(words: str, roles: BlockRoles) -> bool:
    """Tell whether a line opens a paragraph or names a body."""
    organs = roles.language.organs
    return (
        roles.opening(words) is not None
        or organs.bodies.says_kind(words)
        or bool(organs.names.named(words))
    )
