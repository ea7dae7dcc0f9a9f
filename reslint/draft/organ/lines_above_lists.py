"""Find the line of a body above a list of what it decides: "The Council of Millers:" above bullets.

Where no preamble stands between them, a list shows it: bullets, letters or numbers of which all
open with operative phrases, also in small letters, since the sentence goes on.
"""

from __future__ import annotations

from reslint.draft.organ.speakers import is_speaker
from reslint.draft.roles.final_marks import last_mark
from reslint.language.organ_names import OTHER
from reslint.text.folding import COLONS, COMMAS, INVISIBLE, PAUSES, SEMICOLONS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reslint.blocks.label import Label
    from reslint.blocks.model import Block
    from reslint.draft.roles.block_roles import BlockRoles


_FEWEST = 2  # paragraphs of the list that are looked at
_FAR_BELOW = 12  # blocks among which the second one must stand, with the items of the first
_LONGEST = 300  # characters of the line, with what is said of the meeting
_MARKS = COMMAS + COLONS
_LINE_ENDS = tuple(_MARKS)
_LONGEST_TITLE = 200  # characters of a line that says that a resolution stands below it
_LONGEST_HEADING = 60


def organ_above_list(texts: Sequence[Block], position: int, roles: BlockRoles) -> str | None:
    """Return the organ of a line above a list of decisions, OTHER for another body, or None.

    The line ends with a comma or colon. It is the name, or says behind the name when the body met,
    or before it on what occasion: "On the anniversary of …, this Conference:".
    """
    block = texts[position]
    text = block.plain.text.rstrip(INVISIBLE)
    if block.label is not None or not text or len(text) > _LONGEST:
        return None
    if text[-1] not in _MARKS:
        return _organ_without_mark(text, texts[position + 1 : position + 1 + _FEWEST], roles)
    first = position + 1
    if first < len(texts) and _is_heading(texts[first]):
        first += 1
    if not is_list_of_decisions(texts[first : first + _FAR_BELOW], roles):
        return None
    return _organ_of(text, roles, titled=_is_titled(texts[:position], roles))


def _organ_without_mark(text: str, below: Sequence[Block], roles: BlockRoles) -> str | None:
    """Return the organ of a bare name right above `1. Welcomes …;` and `2. Requests …;`, or None.

    A heading may name a body, too: the paragraphs must have capitals and semicolons.
    """
    if len(text) > _LONGEST_HEADING or not text[-1].isalpha() or len(below) < _FEWEST:
        return None
    for number, block in enumerate(below, 1):
        label = _label(block)
        if label is None or (label.kind, label.value) != ("number", number):
            return None
        if last_mark(block.plain.text) not in SEMICOLONS:
            return None
        if not block.plain.text[label.body :].lstrip(INVISIBLE)[:1].isupper():
            return None
    if not is_list_of_decisions(below, roles):
        return None
    if any(colon in text for colon in COLONS):
        return None  # fields: "Committee: General Assembly"
    named = roles.language.organs.names.named(text)
    return named or (OTHER if roles.language.organs.bodies.says_kind(text) else None)


def goes_on_in_list(blocks: Sequence[Block], roles: BlockRoles) -> bool:
    """Tell whether the sentence of a body goes on in a list, with small letters."""
    for position, following in enumerate(blocks[1:]):
        label = following.label or following.possible_label
        if label is None or not following.plain.text[label.body :][:1].islower():
            continue
        text = blocks[position].plain.text.rstrip(INVISIBLE)
        if blocks[position].label is None and text[-1:] in _LINE_ENDS and len(text) <= _LONGEST:
            below = blocks[position + 1 : position + 1 + _FAR_BELOW]
            titled = _is_titled(blocks[:position], roles)
            if is_list_of_decisions(below, roles) and _organ_of(text, roles, titled=titled):
                return True
    return False


def goes_on_below_line(blocks: Sequence[Block], roles: BlockRoles) -> bool:
    """Tell whether two preambular paragraphs in small letters stand below the line of a body.

    A phrase alone above its list (`considering`) is enough.
    """
    for first, second, third in zip(blocks, blocks[1:], blocks[2:], strict=False):
        if not second.plain.text[:1].islower():
            continue
        alone = third.label is not None and _is_phrase_alone(second.plain.text, roles)
        if not (alone or third.plain.text[:1].islower()):
            continue
        text = first.plain.text.rstrip(INVISIBLE)
        if first.label is None and text[-1:] in tuple(COMMAS) and len(text) <= _LONGEST:
            if alone or all(_is_reason(one.plain.text, roles) for one in (second, third)):
                if _organ_of(text, roles, titled=True) is not None:
                    return True
    return False


def _is_phrase_alone(text: str, roles: BlockRoles) -> bool:
    """Tell whether a line is a preambular phrase and nothing else, with or without a colon."""
    bare = text.rstrip(INVISIBLE + COLONS)
    opening = roles.phrases.match(bare)
    return (
        opening is not None
        and not opening.start
        and opening.longest >= len(bare)
        and "preambular" in opening.parts
    )


def _is_reason(text: str, roles: BlockRoles) -> bool:
    opening = roles.phrases.match(text)
    return (
        opening is not None
        and not opening.start
        and "preambular" in opening.parts
        and last_mark(text) in PAUSES
    )


def _is_titled(above: Sequence[Block], roles: BlockRoles) -> bool:
    """Tell whether a short line above says that it is a resolution."""
    speaks = roles.language.organs.headers.speaks_of_resolution
    return any(
        len(block.plain.text) <= _LONGEST_TITLE and speaks(block.plain.text) for block in above
    )


def _is_heading(block: Block) -> bool:
    """Tell whether a short line without mark may be the heading of the first paragraphs."""
    text = block.plain.text.strip(INVISIBLE)
    return (
        block.label is None
        and block.possible_label is None
        and len(text) <= _LONGEST_HEADING
        and text[-1:].isalnum()
    )


def _organ_of(text: str, roles: BlockRoles, *, titled: bool) -> str | None:
    """Return the organ that a line with its mark names, OTHER for another body, or None.

    What the rules of a body say it does stands below its name, too: without a title that speaks
    of a resolution the line must say when it met.
    """
    organs = roles.language.organs
    bare = text.rstrip(INVISIBLE + _MARKS)
    if roles.phrases.match(bare) is not None or organs.announcements.announces(bare) is not None:
        return None
    met = organs.bodies.met(bare)
    if met is not None or not titled:
        return met
    for name in (bare, bare.partition(",")[0], bare.rpartition(",")[2].strip(INVISIBLE)):
        named = organs.names.named(name)
        if named is not None:
            return named
        if is_speaker(name, roles) or organs.bodies.says_kind(name):
            return OTHER
    return OTHER if organs.bodies.is_body(bare) else None


def is_list_of_decisions(blocks: Sequence[Block], roles: BlockRoles) -> bool:
    """Tell whether the first two paragraphs of a list open with operative phrases in any letters.

    The first of the blocks is the first of the list; items may stand between the two paragraphs.
    """
    first = _label(blocks[0]) if blocks else None
    if first is None or (first.kind != "bullet" and first.value != 1):
        return False
    found = 0
    for block in blocks:
        label = _label(block)
        if label is None or label.style != first.style:
            continue
        if first.kind != "bullet" and label.value != found + 1:
            continue
        words = block.plain.text[label.body :].lstrip(INVISIBLE)
        opening = roles.phrases.match(words)
        if opening is None or opening.start or "operative" not in opening.parts:
            return False
        if last_mark(words) in COMMAS or not words[opening.longest :].strip(INVISIBLE):
            return False
        found += 1
        if found == _FEWEST:
            return True
    return False


def _label(block: Block) -> Label | None:
    return (block.label or block.possible_label) if block.kind == "text" else None
