"""Read notes at the foot of a page whose number lost its mark-up: `1 See A/79/1.`, `(1) A/79/1.`

Text copied from a page has them between the lines of its paragraphs. Such a block is a note only
if its number stands right after a word or mark further up, as the mark of a note does (`parts,1`).
Texts of the typewriter have `1/ See A/44/1.` and the mark `the report, 1/`; there, the paragraphs
must have numbers in another style, or one of them has the same number. Stars count as numbers:
`** A/79/1.` In a paragraph that goes on, a mark in brackets may stand behind a space:
`the report (1) and …,`.

Some 360 lines: one class reads the notes, and each sign of a mark is a few lines.
"""

from __future__ import annotations

from reslint.blocks.model import FURNITURE
from reslint.draft.paragraphs import divide_block
from reslint.draft.roles.final_marks import ends_with_colon, last_mark
from reslint.draft.window import RuledOut
from reslint.text.folding import CLAUSE_ENDS, COLONS, COMMAS, FULL_STOPS, INVISIBLE, SEMICOLONS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reslint.blocks.model import Block
    from reslint.draft.roles.block_roles import BlockRoles


_FIGURES = frozenset("0123456789")
_STAR = "*"
_FIRST_OF_LABELLED = "(" + _STAR
_FIRST = _FIRST_OF_LABELLED + "0123456789"
_MOST_STARS = 3
_MOST_FIGURES = 2
_TWO_LINES = 2
_DIRECTIONS = "\u200e\u200f"
_OPENING_MARKS = '“«"*_'
_SPACED_MARKS = ";:"  # a space may stand before them in French; `.1` after a space begins an item
_STROKE = "N/"  # the style of `1/`
_YEAR = 4  # figures
_CENTURIES = ("19", "20")
_WIDE = "\u2e80"  # Chinese characters come from here on
_GOES_ON = COMMAS + SEMICOLONS + COLONS
_LOOKED_AT = 40  # blocks above a note in which its mark may stand


def _start_of(text: str) -> tuple[str, str, int] | None:
    """Return the number at the start of a text, the bracket before it, where the words begin.

    None if no space follows the number, or no capital, letter of a script without capitals, or mark
    that opens a title. By hand: the expression took longer to compile than a draft to read.
    """
    if text[:1] == _STAR:
        return _start_with_stars(text)
    bracket = text[:1] if text[:1] == "(" else ""
    first = len(bracket)
    end = first
    while end < first + _MOST_FIGURES and text[end : end + 1] in _FIGURES:
        end += 1
    after = end + (text[end : end + 1] in (")", "/"))
    body = after
    while body < len(text) and (text[body].isspace() or text[body] in _DIRECTIONS):
        body += 1
    if end == first or body in (after, len(text)):
        return None
    opens = text[body]
    letter = opens.isalnum() and not opens.isdecimal() and not _is_small(opens)
    return (text[first:end], bracket, body) if letter or opens in _OPENING_MARKS else None


def _start_with_stars(text: str) -> tuple[str, str, int] | None:
    stars = len(text) - len(text.lstrip(_STAR))
    body = len(text) - len(text[stars:].lstrip())
    if stars > _MOST_STARS or body in (stars, len(text)):
        return None
    return text[:stars], "", body


def _is_small(letter: str) -> bool:
    return "a" <= letter <= "z" or "а" <= letter <= "я"


class FootNotes:
    """Make notes of the blocks that are notes at the foot of a page.

    The notes of an earlier reading are used again while the block is the same.
    """

    __slots__ = ("_known", "_lines", "_ruled_out")

    def __init__(self) -> None:
        self._ruled_out = RuledOut()  # blocks whose text does not start as a note does
        self._known: dict[Block, Block] = {}  # the note that a block is
        self._lines: dict[Block, list[Block]] = {}  # the notes of one block, each on its lines

    def read(self, blocks: list[Block], roles: BlockRoles) -> list[Block]:
        """Return the blocks with notes in place of such blocks; the list itself if it has none.

        A block below a rule at the foot of a page is left out if it is no note.
        """
        if not any(_may_be_note(block) for block in blocks):
            self._known, self._lines = {}, {}
            return [b for b in blocks if b.kind != FURNITURE]
        blocks = self._by_lines(blocks, roles)
        found = {
            index: start
            for index, block, start in self._started(blocks)
            if _may_be_note(block) and _is_note(blocks, index, *start, roles)
        }
        found.update(_between_characters(blocks, found))
        known, self._known = self._known, {}
        if not found:
            return [b for b in blocks if b.kind != FURNITURE]
        return [
            self._note(block, found[index][0], found[index][2], known) if index in found else block
            for index, block in enumerate(blocks)
            if index in found or block.kind != FURNITURE
        ]

    def _by_lines(self, blocks: list[Block], roles: BlockRoles) -> list[Block]:
        """Return the blocks with each note divided in which the next one begins a line."""
        known, self._lines = self._lines, {}
        for index, block, start in self._started(blocks):
            if block.kind != "text" or not _may_be_note(block):
                continue
            if len(block.plain.runs) < _TWO_LINES:
                continue
            if _is_note(blocks, index, *start, roles):
                pieces = known.get(block) or _divide_by_numbers(block)
                if len(pieces) > 1:
                    self._lines[block] = pieces
        if not self._lines:
            return blocks
        return [piece for block in blocks for piece in self._lines.get(block, [block])]

    def _started(self, blocks: list[Block]) -> Iterator[tuple[int, Block, tuple[str, str, int]]]:
        """Yield the blocks whose text starts as a note does: index, block and start."""
        for index, block in self._ruled_out.left(blocks):
            text = block.plain.text
            start = _start_of(text) if text.lstrip(INVISIBLE)[:1] in _FIRST else None
            if start is None:
                self._ruled_out.add(block)
            else:
                yield index, block, start

    def _note(self, block: Block, number: str, at: int, known: dict[Block, Block]) -> Block:
        """Return the note that a block is."""
        note = known.get(block)
        if note is None:
            first, note = divide_block(block, at)
            digits = first.plain.text.index(number)
            note.kind, note.notation, note.number = "note", "bare", number
            note.number_span = block.plain.source_span(digits, digits + len(number))
            note.start = block.start
        self._known[block] = note
        return note


def _may_be_note(block: Block) -> bool:
    """Tell quickly whether a block may open with the number of a note, not with a label."""
    if block.kind not in ("text", FURNITURE):
        return False
    first = block.plain.text.lstrip(INVISIBLE)[:1]
    if block.label is not None and block.label.style != _STROKE:
        return first in _FIRST_OF_LABELLED
    return first in _FIRST


def _divide_by_numbers(block: Block) -> list[Block]:
    """Return the pieces of a block: each begins a line with the next number, as the first does."""
    pieces = [block]
    while (start := _start_of(pieces[-1].plain.text)) is not None:
        rest = pieces[-1]
        number = start[0]
        wanted = number + _STAR if number[0] == _STAR else str(int(number) + 1), start[1]
        at = next(
            (
                first
                for first, _, _ in rest.plain.runs[1:]
                if (found := _start_of(rest.plain.text[first:])) is not None and found[:2] == wanted
            ),
            0,
        )
        if not at:
            break
        pieces[-1:] = divide_block(rest, at)
    return pieces


def _between_characters(
    blocks: list[Block], found: dict[int, tuple[str, str, int]]
) -> dict[int, tuple[str, str, int]]:
    """Return the notes beside those `found` whose mark stands between Chinese characters: 报告21及.

    Elsewhere such figures count something.
    """
    more: dict[int, tuple[str, str, int]] = {}
    for index, (number, bracket, _) in found.items():
        if number[0] == _STAR:
            continue
        for beside, by in ((index - 1, -1), (index + 1, 1)):
            block = blocks[beside] if 0 <= beside < len(blocks) else None
            if block is None or beside in found or block.kind != "text" or block.label is not None:
                continue
            start = _start_of(block.plain.text)
            if start is None or start[:2] != (str(int(number) + by), bracket):
                continue
            if any(_is_between(one.plain.text, start[0]) for one in blocks[:index]):
                more[beside] = start
    return more


def _is_between(text: str, mark: str) -> bool:
    """Tell whether a number stands between Chinese characters in a text."""
    at = text.find(mark, 1)
    while at >= 0:
        if text[at - 1] >= _WIDE and text[at + len(mark) : at + len(mark) + 1] >= _WIDE:
            return True
        at = text.find(mark, at + 1)
    return False


def _is_note(
    blocks: list[Block], index: int, number: str, bracket: str, body: int, roles: BlockRoles
) -> bool:
    """Tell whether the block at `index` is the note of a mark above it."""
    block = blocks[index]
    strokes = block.label is not None and block.label.style == _STROKE
    stars = number[0] == _STAR
    if stars and _is_in_list(blocks, index, number):
        return False
    if block.label is not None and not (bracket or strokes or stars):
        return False
    opens = roles.opening(block.plain.text[body:]) is not None
    if opens:
        # Among strokes, so may a note, but no paragraph ends with a full stop before the last one.
        if not strokes or block.emphases or last_mark(block.plain.text) not in FULL_STOPS:
            return False
    if roles.is_date(block):
        return False
    above = [one for one in blocks[max(index - _LOOKED_AT, 0) : index] if one.kind != "note"]
    if not above or (above[-1].kind == "text" and ends_with_colon(above[-1].plain.text)):
        return False
    if strokes:
        return any(has_stroke(one.plain.text, number) for one in above if one.kind == "text") and (
            any(_is_numbered_otherwise(one, roles) for one in above)
            or (not opens and any(_has_number(one, number, roles) for one in above))
            or (not opens and _follows_note(blocks, index, number, roles))
        )
    mark = f"({number})" if bracket else number
    if bracket and last_mark(block.plain.text) not in _GOES_ON:
        # The paragraph goes on behind the note: `the report (1) and that of 2020,`
        if any(_has_spaced_mark(one, mark) for one in above if one.kind == "text"):
            return True
    return any(
        _has_mark(one.plain.text, mark) and (not stars or _is_paragraph(one, roles))
        for one in above
        if one.kind == "text"
    )


def _has_spaced_mark(block: Block, mark: str) -> bool:
    """Tell whether a mark in brackets stands behind a space in a block that ends with a pause."""
    text = block.plain.text
    at = text.find(f" {mark}")
    return at > 0 and text[at - 1].isalnum() and last_mark(text) in COMMAS + SEMICOLONS


def _is_paragraph(block: Block, roles: BlockRoles) -> bool:
    """Tell whether a block opens or ends as paragraphs do.

    The star on a sponsor or title marks no note.
    """
    opens = block.label is not None or roles.opening(block.plain.text) is not None
    return opens or last_mark(block.plain.text) in COMMAS + CLAUSE_ENDS


def _is_in_list(blocks: list[Block], index: int, stars: str) -> bool:
    """Tell whether a block with a star stands beside another with the same: they are bullets."""
    beside = [blocks[at] for at in (index - 1, index + 1) if 0 <= at < len(blocks)]
    starts = (_start_of(one.plain.text) for one in beside)
    return any(start is not None and start[0] == stars for start in starts)


def _has_mark(text: str, mark: str) -> bool:
    """Tell whether the mark of a note stands in a text, right behind a word or mark."""
    if mark[0] != _STAR:
        return glued_mark(text, mark) >= 0
    at = text.find(mark, 1)
    while at >= 0:
        before, after = text[at - 1], text[at + len(mark) : at + len(mark) + 1]
        if not (before.isspace() or _STAR in before + after or after.isalnum()):
            return True
        at = text.find(mark, at + len(mark))
    return False


def _is_numbered_otherwise(block: Block, roles: BlockRoles) -> bool:
    """Tell whether a block is an operative paragraph with a number in another style than `1/`."""
    label = block.label
    if label is None or label.kind != "number" or label.style == _STROKE:
        return False
    opening = roles.opening(block.plain.text[label.body :])
    return opening is not None and "operative" in opening.parts


def _has_number(block: Block, number: str, roles: BlockRoles) -> bool:
    """Tell whether a block is the operative paragraph `1/`: a second one without verb is a note."""
    label = block.label
    if label is None or label.style != _STROKE or str(label.value) != number:
        return False
    opening = roles.opening(block.plain.text[label.body :])
    return opening is not None and "operative" in opening.parts


def _follows_note(blocks: list[Block], index: int, number: str, roles: BlockRoles) -> bool:
    """Tell whether the block before the one at `index` is the note with the number before."""
    start = _start_of(blocks[index - 1].plain.text) if blocks[index - 1].kind == "text" else None
    if start is None or int(start[0]) != int(number) - 1:
        return False
    return _is_note(blocks, index - 1, *start, roles)


def has_stroke(text: str, number: str) -> bool:
    """Tell whether the mark of a note, `1/`, stands behind words of a text; 1/2 does not count."""
    mark = f"{number}/"
    at = text.find(mark, len(text) - len(text.lstrip(INVISIBLE)) + 1)
    while at > 0:
        before, after = text[at - 1], text[at + len(mark) : at + len(mark) + 1]
        if not (before.isdigit() or before == "/" or after.isalnum()):
            return True
        at = text.find(mark, at + 1)
    return False


def glued_mark(text: str, mark: str) -> int:
    """Return where the number of a note stands in a text right after a letter or a mark, or -1."""
    at = text.find(mark)
    while at >= 0:
        before, after = text[at - 1 : at] if at else "", text[at + len(mark) : at + len(mark) + 1]
        word = text[: at - 1][-1:] if at else ""
        glued = before.isalpha() or (
            before in ',;.:،؛»”")，；。'
            and before != ""
            and (word.strip(INVISIBLE) != "" or (word != "" and before in _SPACED_MARKS))
            and not word.isdigit()
        )
        glued = glued or _ends_with_year(text[max(at - _YEAR - 1, 0) : at])
        if glued and before == "." and word.isalpha():
            # The end of a document symbol: A/C.3/78/L.12.
            glued = "/" not in text[max(text.rfind(" ", 0, at), text.rfind("\n", 0, at), 0) : at]
        if glued and not after.isalnum() and (not after or after not in "/-–("):
            return at
        at = text.find(mark, at + 1)
    return -1


def _ends_with_year(text: str) -> bool:
    """Tell whether a year ends a text, and no longer number: the 1 of `19 December 20191`."""
    year = text[-_YEAR:]
    return year.isdecimal() and year[:2] in _CENTURIES and not text[:-_YEAR].isdecimal()
