"""Set the organ line apart where it shares its block with the text above it or the first paragraph.

"The General Assembly, recalling its resolutions, …" stands on one line, and a text copied from a
page may have header, organ line and preamble on one. Some 355 lines: each form of such a block is
found by one function, and one class tries them in order.
"""

from __future__ import annotations

from reslint.blocks.labels import find_label
from reslint.blocks.possible_labels import find_possible_label
from reslint.blocks.reader import read_label
from reslint.data.patterns import expression
from reslint.draft.dividing.announcing_starts import (
    announcement_before_number,
    line_above_operative,
)
from reslint.draft.model import PREAMBLE
from reslint.draft.organ.organ_line_forms import organ_of_line
from reslint.draft.organ.organ_remarks import place_of_remark
from reslint.draft.paragraphs import divide_block
from reslint.draft.roles.asides import is_line_of_asides
from reslint.draft.roles.block_roles import LONGEST_ORGAN_LINE
from reslint.draft.roles.final_marks import last_mark
from reslint.draft.roles.line_places import begins_line, is_within_line
from reslint.draft.roles.part_labels import labelled_part, start_behind_part_label
from reslint.text.folding import (
    CLAUSE_ENDS,
    COLONS,
    COMMAS,
    INVISIBLE,
    OPENING_QUOTES,
    SEMICOLONS,
    SMALL_LETTERS,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reslint.blocks.model import Block
    from reslint.draft.roles.block_roles import BlockRoles


_LONGEST_RUN_IN = 400  # characters in which the name of the organ and a phrase must stand
_LONGEST_LOOK = 160  # characters in which a phrase must stand
_LONGEST_HEADER = 4000  # characters above an organ line in its block
# All small letters in one set would take ten times as long to compile.
_CAPITAL = expression(rf"(?<=[\s,;{SMALL_LETTERS}])[^\W\d_{SMALL_LETTERS}]")  # glued: ChadRecalling
_MARK_AND_CAPITAL = expression(rf"[,:]\s{{0,2}}(?=[^\W\d_{SMALL_LETTERS}])")
_LONGEST_FIELD = 32  # characters of a field and its colon
_FIELD = expression(r"[^\W\d_][^,，،.。;；؛:：]{1,30}[:：]\s*(?=\S)")  # `Argument: `
_OPERATIVE = "operative"
_FIELD_ENDS = COLONS + "–—|])"  # what stands between the name of a field and an organ line
_LONGEST_TITLE = 600  # characters of the lines of a title above the first paragraph
_FEW_WORDS = 2  # behind a phrase in capitals: ATTENDU QUE les bacs


class RunInLines:
    """Divide the first block in which an organ line stands with other text.

    "The General Assembly, recalling its resolutions, …" becomes two blocks, one with a header
    before it three. Those of an earlier reading are used again while the block is the same and is
    divided at the same places, so that its paragraphs keep their facts.
    """

    def __init__(self) -> None:
        self._last: tuple[Block, tuple[Block, ...]] | None = None
        self.second: Block | None = None  # the first paragraph, if it is divided from its line
        self.shares_line = False  # whether that paragraph begins on the organ line

    def divide(self, blocks: list[Block], text: str, roles: BlockRoles) -> list[Block]:
        """Return the blocks with the first one of that kind divided, else the list as it is.

        `text` is that of the source.
        """
        self.second = None
        self.shares_line = False
        for index, block in enumerate(blocks):
            if block.kind != "text":
                continue
            if block.label is None and roles.opening(block.plain.text) is not None:
                if not is_line_of_asides(roles, block):
                    break
                continue  # 附议国： begins with a leading phrase
            following = blocks[index + 1] if index + 1 < len(blocks) else None
            pieces, runs_in = self._pieces(block, following, text, roles)
            if pieces:
                self.second = pieces[-1] if runs_in else None
                self.shares_line = runs_in and not _has_own_line(pieces[-1], text, roles)
                return [*blocks[:index], *pieces, *blocks[index + 1 :]]
        return blocks

    def _pieces(
        self, block: Block, following: Block | None, text: str, roles: BlockRoles
    ) -> tuple[tuple[Block, ...], bool]:
        """Return the pieces of a block, none if it is not of this kind.

        The second value tells whether the last piece is a paragraph that runs on from its line.
        """
        remark = place_of_remark(block, following, roles)
        pieces, runs_in = _around_line(block, following, roles) if remark is None else ((), False)
        if runs_in or len(pieces) > _FEW_WORDS:
            read_label(pieces[-1])
        if remark is not None:
            pieces = (divide_block(block, remark)[0],)  # the remark is no part of the draft
        if not pieces and (line := line_above_operative(block, text, roles)) is not None:
            above, below = divide_block(block, line[1])
            pieces = (*(divide_block(above, line[0]) if line[0] else (above,)), below)
        end = None
        if not pieces:
            end = (
                _end_of_header(block, roles)
                or _end_of_title(block, following, text, roles)
                or _end_of_field(block, following, roles)
            )
            if end is None:
                end = announcement_before_number(block, roles)
        if end is not None:
            pieces = divide_block(block, end)
            read_label(pieces[-1])
        elif not pieces:
            at = _place_of_paragraph(block, following, roles) if block.label is None else None
            if at is None:
                return (), False
            pieces, runs_in = divide_block(block, at), True
            read_label(pieces[-1])
        if self._last is not None and self._last[0] is block:
            # Where it is divided depends on the block below it, too: that may have changed.
            _, before = self._last
            if _places(before) == _places(pieces):
                pieces = before
        self._last = block, pieces
        return pieces, runs_in


def _has_own_line(block: Block, text: str, roles: BlockRoles) -> bool:
    """Tell whether a first paragraph begins a line, with a capital where the language has them."""
    first = block.plain.text[:1]
    capital = first.isupper() or not roles.language.forms.get("capitals")
    return capital and not is_within_line(block, text)


def _places(pieces: tuple[Block, ...]) -> list[tuple[int, int]]:
    """Return the spans of the pieces of a block."""
    return [(piece.start, piece.end) for piece in pieces]


def _place_of_paragraph(block: Block, following: Block | None, roles: BlockRoles) -> int | None:
    """Return the plain offset at which a paragraph begins after the name of the organ, or None."""
    text = block.plain.text
    lead = len(text) - len(text.lstrip(INVISIBLE + OPENING_QUOTES))
    found = roles.language.organs.places.named_before(text[lead : lead + _LONGEST_RUN_IN])
    for at in roles.language.organs.places.names_before(text[lead : lead + _LONGEST_RUN_IN]):
        first = lead + at + 1
        match = roles.phrases.match(text[first : first + _LONGEST_LOOK])
        if match is not None and not match.start and _OPERATIVE not in match.parts:
            return first
    if found is None:
        return None
    at = lead + found[1]
    # In the middle of a line the phrase has no capital.
    match = roles.phrases.match(text[at : at + 1].upper() + text[at + 1 :])
    if match is not None and match.start == 0:
        return at
    if _opens_behind_letter(text[at : at + _LONGEST_LOOK], roles):
        return at
    if not _opens_with_known_form(block, at, roles):
        return None
    if roles.language.organs.names.of_line(text[lead:at].rstrip(INVISIBLE)) is not None:
        return at
    # The name of another body may go on after a comma.
    begins_line = any(start == at for start, _, _ in block.plain.runs)
    goes_on = following is not None and _opens_preamble_in_line(following.plain.text, roles)
    return at if begins_line and goes_on else None


def _opens_behind_letter(text: str, roles: BlockRoles) -> bool:
    """Tell whether a text opens with the first label of a preamble: `A. Recalling`, `- notant`."""
    label = find_label(text) or find_possible_label(text)
    if label is None or not (label.value == 1 or label.kind == "bullet"):
        return False
    return _opens_preamble(text[label.body :], roles)


def _opens_with_known_form(block: Block, at: int, roles: BlockRoles) -> bool:
    """Tell whether what follows an organ line opens in the form of preambular paragraphs.

    The participle is no known phrase, so the block must end with a comma.
    """
    text = block.plain.text
    return last_mark(text) in COMMAS and roles.has_form(text[at:], "preambular")


def _opens_preamble_in_line(text: str, roles: BlockRoles) -> bool:
    """Tell whether a text opens with a preambular phrase, in small letters or with a capital."""
    match = roles.phrases.match(text)
    return match is not None and match.start == 0 and "preambular" in match.parts


def _around_line(
    block: Block, following: Block | None, roles: BlockRoles
) -> tuple[tuple[Block, ...], bool]:
    """Return header, official organ line and text of a block, none if it holds no line behind text.

    A preambular phrase must follow the line, in the block or in the next one. In languages with
    capitals a phrase with a capital shows that the line is no part of a sentence.
    """
    text = block.plain.text
    starts = frozenset(start for start, _, _ in block.plain.runs)
    header = text[:_LONGEST_HEADER]
    found = roles.language.organs.places.line_within(header, starts)
    if found is None and roles.language.phrases.by_character and _has_sponsors(header, roles):
        # Text copied from a page may have lost the spaces between its lines.
        found = roles.language.organs.places.line_within(header, starts, glued=True)
    if found is None and roles.language.forms.get("capitals"):
        found = roles.language.organs.places.other_within(header, _ends_of_line(header, roles))
        if found is None and len(text) <= LONGEST_ORGAN_LINE and last_mark(text) in COMMAS:
            found = _behind_symbol(block, text, following, roles)
    if found is None:
        return (), False
    start, end = found
    if end == len(text.rstrip(INVISIBLE)):
        opens = following is not None and (
            _opens_preamble(following.plain.text, roles)
            or labelled_part(roles, following) == PREAMBLE
            or (last_mark(following.plain.text) in COMMAS and roles.opens_paragraph(following))
        )
        return (divide_block(block, start) if opens else ()), False
    at = end + len(text[end:]) - len(text[end:].lstrip(INVISIBLE))
    behind = text[at : at + _LONGEST_LOOK]
    if not (
        _opens_preamble(behind, roles)
        or _opens_behind_letter(behind, roles)
        or start_behind_part_label(behind, roles) is not None
    ):
        return (), False
    line, rest = divide_block(block, at)
    pieces = (*divide_block(line, start), rest)
    capitals = roles.language.forms.get("capitals")
    return pieces, not (capitals or at in starts or _has_sponsors(header, roles))


def _ends_of_line(header: str, roles: BlockRoles) -> Iterator[int]:
    """Yield the offsets of commas and colons before a preambular phrase with a capital."""
    if "," not in header[:-1] and ":" not in header[:-1]:
        return
    for found in _MARK_AND_CAPITAL.finditer(header):
        text = header[found.end() : found.end() + _LONGEST_LOOK]
        if _opens_preamble(text, roles) and not text.isupper():  # a title in capitals
            yield found.start()


def _behind_symbol(
    block: Block, text: str, following: Block | None, roles: BlockRoles
) -> tuple[int, int] | None:
    """Return the span of the line of another body behind a symbol or the name of a field.

    "CM.5/R.1  The Council of Millers,", "Description: The Council of Millers,".
    """
    end = len(text.rstrip(INVISIBLE)) - 1
    found = roles.language.organs.places.other_within(text, (end,))
    if found is None or organ_of_line(roles, block, following) is not None:
        return None
    before = text[: found[0]].split()[-1:]
    is_symbol = bool(before) and (before[0][-1] in _FIELD_ENDS or any(map(str.isdigit, before[0])))
    return found if is_symbol else None


def _end_of_header(block: Block, roles: BlockRoles) -> int | None:
    """Return the plain offset at which a preamble begins behind a header with sponsors, or None.

    No organ line stands between them: it comes later, or nowhere. Two preambular phrases with
    capitals, a mark before the second one, show the preamble; without sponsors, both must be in
    capitals throughout: "… OF THE CITY COUNCIL WHEREAS, ferries are slow; and WHEREAS, …".
    """
    text = block.plain.text
    if len(text) < _LONGEST_LOOK or not roles.language.forms.get("capitals"):
        return None
    sponsors = ":" in text[:_LONGEST_LOOK] and _has_sponsors(text[:_LONGEST_LOOK], roles)
    before: int | None = None
    behind = 0
    for found in _CAPITAL.finditer(text[:_LONGEST_HEADER]):
        at = found.start()
        opening = roles.phrases.match(text[at : at + _LONGEST_LOOK])
        if opening is None or opening.start or "operative" in opening.parts:
            continue
        if not sponsors and not _is_in_capitals(text[at : at + _LONGEST_LOOK], opening.head_end):
            continue
        if before is not None and ":" not in text[before + behind : at]:
            again = text[at : opening.head_end + at] == text[before : opening.head_end + before]
            if last_mark(text[:at]) in COMMAS + CLAUSE_ENDS or again:
                return before
        before = at
        behind = opening.head_end + 1  # CONSIDERANDO: Que …
    return None


def _end_of_title(
    block: Block, following: Block | None, text: str, roles: BlockRoles
) -> int | None:
    """Return where a line below a title in one block opens the preamble, None for no such line.

    The paragraph ends with a mark, the title does not, and another preambular phrase opens the
    block below. `text` is that of the source.
    """
    plain = block.plain.text
    if len(block.plain.runs) < _FEW_WORDS or following is None or block.label is not None:
        return None
    if last_mark(plain) not in COMMAS + SEMICOLONS or not _opens_preamble(
        following.plain.text, roles
    ):
        return None
    for start, _, _ in block.plain.runs[1:]:
        if start > _LONGEST_TITLE or plain[:start].rstrip(INVISIBLE)[-1:] in COMMAS + CLAUSE_ENDS:
            return None
        if begins_line(block, start, text) and _opens_preamble(
            plain[start : start + _LONGEST_LOOK], roles
        ):
            return start if plain[start].isupper() else None
    return None


def _end_of_field(block: Block, following: Block | None, roles: BlockRoles) -> int | None:
    """Return where a preamble opens behind the name of a field, "Argument: NOTING …", or None.

    The phrase is in capitals, or a pause ends the paragraph and a phrase opens the block below.
    """
    text = block.plain.text
    if block.label is not None or not any(mark in text[:_LONGEST_FIELD] for mark in COLONS):
        return None
    field = _FIELD.match(text)
    if field is None or is_line_of_asides(roles, block):
        return None
    at = field.end()
    label = find_label(text[at:]) or find_possible_label(text[at:])
    first = label is not None and label.value == 1
    words = text[at + (label.body if label is not None and first else 0) :][:_LONGEST_LOOK]
    opening = roles.phrases.match(words)
    if opening is None or opening.start or _OPERATIVE in opening.parts:
        return None
    if _is_in_capitals(words, opening.head_end):
        return at
    below = following is not None and _opens_preamble(following.plain.text, roles)
    return at if below and last_mark(text) in COMMAS + SEMICOLONS else None


def _is_in_capitals(text: str, end: int) -> bool:
    """Tell whether the phrase at the start of a text is in capitals, and the text behind is not.

    In a title all words are: RESOLUTION RECALLING THE FERRIES.
    """
    behind = text[end:].lstrip(INVISIBLE + COMMAS).split()[:_FEW_WORDS]
    return text[:end].isupper() and not "".join(behind).isupper()


def _has_sponsors(header: str, roles: BlockRoles) -> bool:
    """Tell whether a header names sponsors or the like, so that a draft stands below it."""
    aside = roles.language.pattern("aside") if ":" in header or "：" in header else None
    return aside is not None and aside.search(header) is not None


def _opens_preamble(text: str, roles: BlockRoles) -> bool:
    """Tell whether a text opens with a preambular phrase."""
    opening = roles.opening(text)
    return opening is not None and opening.start == 0 and "preambular" in opening.parts
